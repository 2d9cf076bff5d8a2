package engine

import (
	"archive/tar"
	"bufio"
	"context"
	"crypto/sha512"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"hash"
	"io"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
)

// InstallOptions tell [Install] where to get the library from and where to put it.
type InstallOptions struct {
	Dir      string                   // folder the library goes to, see [InstallDir]; made when missing
	Registry string                   // npm registry; the user's own when empty, as npm finds it
	Progress func(done, total int64)  // called now and then with bytes; total is 0 when unknown; may be nil
	Client   *http.Client             // nil for one that honours HTTPS_PROXY
	Getenv   func(name string) string // nil for os.Getenv
	WorkDir  string                   // where a project's .npmrc is looked for; the working directory when empty
	pin      *pin                     // tests only
}

// ErrIntegrity says that what the registry sent is not the package that weir was
// built with; nothing was placed. From [Install].
var ErrIntegrity = errors.New("the package is not the pinned one")

// pin names one version of one package and the hash of its tarball.
type pin struct {
	name, version, integrity string
}

// Install downloads the pinned engine package from an npm registry, checks it
// against the hash that weir was built with, and places its library in a folder.
// Only then is it visible there, whole. The package's other files are not kept and
// nothing of it is run.
func Install(ctx context.Context, o InstallOptions) (Library, error) {
	p := pin{pinnedPackage, pinnedVersion, pinnedIntegrity}
	if o.pin != nil {
		p = *o.pin
	} else if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" {
		return Library{}, fmt.Errorf("install engine: no package is pinned for %s/%s; use a ClickHouse server (--store URL)", runtime.GOOS, runtime.GOARCH)
	}
	if err := checkLibc(); err != nil {
		return Library{}, fmt.Errorf("install engine: %w", err)
	}
	target := filepath.Join(o.Dir, LibraryName)
	if err := fetch(ctx, o, p, target); err != nil {
		return Library{}, fmt.Errorf("install engine: %w", err)
	}
	return Library{Path: target, Found: "installed"}, nil
}

// fetch downloads, checks and places.
func fetch(ctx context.Context, o InstallOptions, p pin, target string) error {
	want, err := sha512Of(p.integrity)
	if err != nil {
		return err
	}
	registry, err := findRegistry(o, p.name)
	if err != nil {
		return err
	}
	body, size, err := registry.get(ctx, o.Client, p)
	if err != nil {
		return err
	}
	defer body.Close()
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return err
	}
	part, err := os.CreateTemp(filepath.Dir(target), ".libchdb-*.part")
	if err != nil {
		return err
	}
	defer os.Remove(part.Name())
	defer part.Close()

	sum := sha512.New()
	source := &meter{r: io.TeeReader(body, sum), total: size, report: o.Progress}
	unpackErr := unpack(source, part)
	// The hash is over the whole tarball, so what unpacking left unread counts too,
	// and a bad hash says more than whatever it did to the unpacking.
	if _, err := io.Copy(io.Discard, source); err != nil {
		return fmt.Errorf("download %s: %w", registry.tarball(p), err)
	}
	if size > 0 && source.done != size {
		return fmt.Errorf("download %s: %w: %d of %d bytes arrived", registry.tarball(p), io.ErrUnexpectedEOF, source.done, size)
	}
	if subtle.ConstantTimeCompare(sum.Sum(nil), want) != 1 {
		return fmt.Errorf("%w: %s has SHA-512 %s, want %s", ErrIntegrity, registry.tarball(p), encodeSum(sum), p.integrity)
	}
	if unpackErr != nil {
		return fmt.Errorf("unpack %s: %w", registry.tarball(p), unpackErr)
	}
	if err := part.Chmod(0o755); err != nil {
		return err
	}
	if err := part.Sync(); err != nil {
		return err
	}
	if err := part.Close(); err != nil {
		return err
	}
	return os.Rename(part.Name(), target)
}

// maxLibrary bounds what is written before the hash is known; the library has 566 MB.
const maxLibrary = 2 << 30

// unpack writes the one library of a package tarball to w.
func unpack(r io.Reader, w io.Writer) error {
	archive, err := gzip.NewReader(bufio.NewReaderSize(r, 1<<20))
	if err != nil {
		return err
	}
	files := tar.NewReader(archive)
	for {
		head, err := files.Next()
		if errors.Is(err, io.EOF) {
			return fmt.Errorf("no %s in it", LibraryName)
		}
		if err != nil {
			return err
		}
		if head.Typeflag == tar.TypeReg && path.Base(head.Name) == LibraryName {
			if head.Size > maxLibrary {
				return fmt.Errorf("%s of %d bytes is too large", LibraryName, head.Size)
			}
			_, err := io.CopyBuffer(w, files, make([]byte, 1<<20))
			return err
		}
	}
}

// sha512Of reads an integrity value, "sha512-" and base64.
func sha512Of(integrity string) ([]byte, error) {
	text, ok := strings.CutPrefix(integrity, "sha512-")
	sum, err := base64.StdEncoding.DecodeString(text)
	if !ok || err != nil || len(sum) != sha512.Size {
		return nil, fmt.Errorf("integrity %q is no SHA-512", integrity)
	}
	return sum, nil
}

func encodeSum(sum hash.Hash) string {
	return "sha512-" + base64.StdEncoding.EncodeToString(sum.Sum(nil))
}

// tarball returns where npm registries keep a package: scope/name/-/name-version.tgz.
func (r registry) tarball(p pin) string {
	return strings.TrimSuffix(r.url, "/") + "/" + p.name + "/-/" + path.Base(p.name) + "-" + p.version + ".tgz"
}

// get asks for the tarball; size is 0 when the registry does not tell.
func (r registry) get(ctx context.Context, client *http.Client, p pin) (body io.ReadCloser, size int64, err error) {
	if client == nil {
		client = &http.Client{Transport: &http.Transport{
			Proxy: http.ProxyFromEnvironment, DisableCompression: true,
			TLSHandshakeTimeout: 30 * time.Second, ResponseHeaderTimeout: time.Minute,
		}}
	}
	address := r.tarball(p)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, 0, err
	}
	// net/http drops the header on a redirect to another host, where the file may be.
	if r.authorization != "" {
		req.Header.Set("Authorization", r.authorization)
	}
	resp, err := client.Do(req)
	if err != nil {
		var outer *url.Error
		if errors.As(err, &outer) {
			err = outer.Err // the full text repeats the address, which may hold a password
		}
		return nil, 0, fmt.Errorf("download %s: %w", redacted(address), err)
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		hint := ""
		if resp.StatusCode == http.StatusUnauthorized || resp.StatusCode == http.StatusForbidden {
			hint = "; the registry wants a login: see npm login, or set //" + hostAndPath(r.url) + ":_authToken in ~/.npmrc"
		}
		return nil, 0, fmt.Errorf("download %s: %s%s", redacted(address), resp.Status, hint)
	}
	return resp.Body, max(0, resp.ContentLength), nil
}

func redacted(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "the package"
	}
	return u.Redacted()
}

// meter counts what goes through it and reports every few megabytes.
type meter struct {
	r      io.Reader
	done   int64
	total  int64
	told   int64
	report func(done, total int64)
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	m.done += int64(n)
	if m.report != nil && (m.done-m.told >= 1<<20 || err != nil) {
		m.told = m.done
		m.report(m.done, m.total)
	}
	return n, err
}
