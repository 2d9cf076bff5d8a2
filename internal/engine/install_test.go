package engine

import (
	"archive/tar"
	"bytes"
	"crypto/sha512"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
)

// TestPin protects the two places that name the engine package from drifting apart.
func TestPin(t *testing.T) {
	text, err := os.ReadFile("../../third_party/engine/package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	var lock struct {
		Packages map[string]struct{ Version, Integrity, Resolved string }
	}
	if err := json.Unmarshal(text, &lock); err != nil {
		t.Fatal(err)
	}
	got := lock.Packages["node_modules/"+pinnedPackage]
	if got.Version != pinnedVersion || got.Integrity != pinnedIntegrity {
		t.Errorf("pin.go has %s %s, the lock file %s %s", pinnedVersion, pinnedIntegrity, got.Version, got.Integrity)
	}
	if got.Resolved != "" && !strings.HasPrefix(got.Resolved, defaultRegistry) {
		t.Errorf("the lock file names the registry %s", got.Resolved)
	}
}

// fakePackage makes a tarball with a library in it.
func fakePackage(t testing.TB, library []byte) (tarball []byte, p pin) {
	t.Helper()
	var out bytes.Buffer
	zip := gzip.NewWriter(&out)
	files := tar.NewWriter(zip)
	for _, file := range []struct {
		name string
		text []byte
	}{
		{"package/package.json", []byte("{}")},
		{"package/" + LibraryName, library},
		{"package/index.js", []byte("process.exit(1)")},
	} {
		if file.text == nil {
			continue
		}
		if err := files.WriteHeader(&tar.Header{Name: file.name, Mode: 0o644, Size: int64(len(file.text)), Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		files.Write(file.text)
	}
	files.Close()
	zip.Close()
	sum := sha512.New()
	sum.Write(out.Bytes())
	return out.Bytes(), pin{name: "@test/lib", version: "1.2.3", integrity: encodeSum(sum)}
}

func TestInstall(t *testing.T) {
	library := bytes.Repeat([]byte("library "), 100_000)
	tarball, p := fakePackage(t, library)
	noLibrary, emptyPin := fakePackage(t, nil)
	tampered := bytes.Clone(tarball)
	tampered[len(tampered)/2] ^= 1
	appended := append(bytes.Clone(tarball), 'x')

	var serve func(w http.ResponseWriter, r *http.Request)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/npm/@test/lib/-/lib-1.2.3.tgz" {
			http.NotFound(w, r)
			return
		}
		serve(w, r)
	}))
	defer server.Close()
	send := func(body []byte) func(http.ResponseWriter, *http.Request) {
		return func(w http.ResponseWriter, _ *http.Request) { w.Write(body) }
	}
	f := func(name string, p pin, answer func(http.ResponseWriter, *http.Request), want error, contains string) {
		t.Helper()
		serve = answer
		dir := t.TempDir()
		old := filepath.Join(dir, LibraryName)
		os.WriteFile(old, []byte("old"), 0o600)
		var told int64
		lib, err := Install(t.Context(), InstallOptions{
			Dir: dir, Registry: server.URL + "/npm/", WorkDir: dir, Getenv: func(string) string { return "" },
			Progress: func(done, _ int64) { told = done }, pin: &p,
		})
		got, _ := os.ReadFile(old)
		if want == nil && contains == "" {
			if err != nil || lib.Path != old || !bytes.Equal(got, library) || told != int64(len(tarball)) {
				t.Errorf("%s: %v, %v, %d bytes in place, %d told", name, lib, err, len(got), told)
			}
		} else {
			if err == nil || want != nil && !errors.Is(err, want) || !strings.Contains(err.Error(), contains) {
				t.Errorf("%s: %v, want %v with %q", name, err, want, contains)
			}
			if string(got) != "old" {
				t.Errorf("%s: the old library was touched", name)
			}
		}
		if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
			t.Errorf("%s: left behind %v", name, left)
		}
	}
	f("good", p, send(tarball), nil, "")
	f("tampered", p, send(tampered), ErrIntegrity, "SHA-512")
	f("something appended", p, send(appended), ErrIntegrity, "")
	f("empty", p, send(nil), ErrIntegrity, "")
	f("an error page", p, send([]byte("<html>login</html>")), ErrIntegrity, "")
	f("no library in it", emptyPin, send(noLibrary), nil, "no "+LibraryName)
	f("cut off, length known", p, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "999999")
		w.Write(tarball[:len(tarball)/2])
	}, io.ErrUnexpectedEOF, "download")
	f("cut off, length unknown", p, func(w http.ResponseWriter, r *http.Request) {
		w.Write(tarball[:len(tarball)/2])
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	}, io.ErrUnexpectedEOF, "download")
	f("not there", pin{"@test/lib", "9.9.9", p.integrity}, send(tarball), nil, "404")
	f("login wanted", p, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(401) }, nil, "_authToken")
	f("a pin that is no hash", pin{p.name, p.version, "sha1-xyz"}, send(tarball), nil, "no SHA-512")
}

// TestRegistry protects users behind a company's registry.
func TestRegistry(t *testing.T) {
	f := func(name, userFile, projectFile string, env map[string]string, option, wantURL, wantAuth string) {
		t.Helper()
		home, project := t.TempDir(), t.TempDir()
		os.WriteFile(filepath.Join(home, ".npmrc"), []byte(userFile), 0o600)
		os.WriteFile(filepath.Join(project, "package.json"), []byte("{}"), 0o600)
		os.WriteFile(filepath.Join(project, ".npmrc"), []byte(projectFile), 0o600)
		below := filepath.Join(project, "deep", "er")
		os.MkdirAll(below, 0o700)
		got, err := findRegistry(InstallOptions{Registry: option, WorkDir: below, Getenv: func(name string) string {
			if name == "HOME" {
				return home
			}
			if name == "npm_config_globalconfig" {
				return filepath.Join(home, "none")
			}
			return env[name]
		}}, "@chdb/lib")
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(registry{wantURL, wantAuth}, got, cmp.AllowUnexported(registry{})); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	f("nothing", "", "", nil, "", defaultRegistry, "")
	f("user", "registry=https://npm.example/a/\n", "", nil, "", "https://npm.example/a/", "")
	f("project wins", "registry=https://npm.example/a/\n", "registry = \"https://p.example/\"\n", nil, "", "https://p.example/", "")
	f("environment wins", "", "registry=https://p.example/", map[string]string{"npm_config_registry": "https://e.example/"}, "", "https://e.example/", "")
	f("capitals", "", "", map[string]string{"NPM_CONFIG_REGISTRY": "https://e.example/"}, "", "https://e.example/", "")
	f("scope wins", "registry=https://a.example/\n@chdb:registry=https://s.example/\n", "", nil, "", "https://s.example/", "")
	f("option wins", "registry=https://a.example/\n@chdb:registry=https://s.example/\n", "", nil, "https://o.example/", "https://o.example/", "")
	f("token", "registry=https://a.example/npm/x/\n//a.example/npm/x/:_authToken=abc\n", "", nil, "", "https://a.example/npm/x/", "Bearer abc")
	f("token of the host", "registry=https://a.example/npm/x/\n//a.example/:_authToken=abc\n", "", nil, "", "https://a.example/npm/x/", "Bearer abc")
	f("token of another host", "registry=https://a.example/\n//b.example/:_authToken=abc\n", "", nil, "", "https://a.example/", "")
	f("token from the environment", "//registry.npmjs.org/:_authToken=${TOKEN}\n", "", map[string]string{"TOKEN": "t0"}, "", defaultRegistry, "Bearer t0")
	f("with a port", "registry=http://127.0.0.1:4873\n//127.0.0.1:4873/:_authToken=abc\n", "", nil, "", "http://127.0.0.1:4873", "Bearer abc")
	f("basic", "//registry.npmjs.org/:_auth=dTpw\n", "", nil, "", defaultRegistry, "Basic dTpw")
	f("name and password", "//registry.npmjs.org/:username=u\n//registry.npmjs.org/:_password=cA==\n", "", nil, "", defaultRegistry, "Basic dTpw")
	f("login in the URL", "registry=https://u:p@a.example/\n", "", nil, "", "https://a.example/", "Basic dTpw")
	f("noise", "\ufeff# comment\n; comment\n[section]\nno value\nregistry=https://a.example/\r\n", "", nil, "", "https://a.example/", "")

	if _, err := findRegistry(InstallOptions{Registry: "file:///etc", WorkDir: t.TempDir(), Getenv: func(string) string { return "" }}, "x"); err == nil {
		t.Error("a file for a registry is accepted")
	}
}

// TestToken protects the user's login from leaving with a redirect.
func TestTokenStaysHome(t *testing.T) {
	tarball, p := fakePackage(t, []byte("library"))
	var seen []string
	cdn := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen = append(seen, "cdn:"+r.Header.Get("Authorization"))
		w.Write(tarball)
	}))
	defer cdn.Close()
	elsewhere := strings.Replace(cdn.URL, "127.0.0.1", "localhost", 1)
	home := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen = append(seen, "home:"+r.Header.Get("Authorization"))
		http.Redirect(w, r, elsewhere, http.StatusFound)
	}))
	defer home.Close()
	dir := t.TempDir()
	os.WriteFile(filepath.Join(dir, ".npmrc"), []byte("registry="+home.URL+"\n//"+strings.TrimPrefix(home.URL, "http://")+"/:_authToken=abc\n"), 0o600)
	_, err := Install(t.Context(), InstallOptions{Dir: dir, WorkDir: dir, Getenv: func(string) string { return "" }, pin: &p})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"home:Bearer abc", "cdn:"}, seen); diff != "" {
		t.Error(diff)
	}
}

func FuzzReadNpmrc(f *testing.F) {
	f.Add("registry=https://a.example/\n//a.example/:_authToken=${X}\n")
	f.Add("=\n[=]\n\"=\"\n'")
	f.Fuzz(func(t *testing.T, text string) {
		settings := map[string]string{}
		readNpmrc(strings.NewReader(text), func(string) string { return "v" }, settings)
		authorization(settings, settings["registry"])
	})
}
