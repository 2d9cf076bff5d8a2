package main

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/engine"
)

func TestMain(m *testing.M) {
	engine.RunIfChild()
	os.Exit(m.Run())
}

// TestPacked protects what a user downloads: the tarball, unpacked into an empty
// folder, works without Node, without a PATH and without network, and so does the
// image on nothing but its own files.
func TestPacked(t *testing.T) {
	if testing.Short() {
		t.Skip("packs half a gigabyte")
	}
	library := "../../lib/weir/libchdb.so"
	if _, err := os.Stat(library); err != nil {
		if os.Getenv("WEIR_REQUIRE_ENGINE") != "" {
			t.Fatalf("no engine library to pack: %v (make deps)", err)
		}
		t.Skipf("no engine library to pack: %v (make deps)", err)
	}
	dir := t.TempDir()
	bin := filepath.Join(dir, "weir")
	build := exec.Command("go", "build", "-trimpath", "-o", bin, "../../cmd/weir")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	out := filepath.Join(dir, "dist")
	if err := pack(t.Context(), settings{version: "test", time: at, bin: bin, engine: library, root: "../..", out: out, level: 1, said: t.Output()}); err != nil {
		t.Fatal(err)
	}

	t.Run("tarball", func(t *testing.T) {
		root := t.TempDir()
		unpack(t, filepath.Join(out, "weir-test-linux-amd64.tar.gz"), root)
		home := filepath.Join(root, "weir-test-linux-amd64")
		for _, text := range []string{"LICENSE", "NOTICE", "licenses/go/std/LICENSE", "licenses/engine/LICENSE", "licenses/engine/THIRD-PARTY"} {
			if info, err := os.Stat(filepath.Join(home, text)); err != nil || info.Size() == 0 {
				t.Errorf("%s: %v", text, err)
			}
		}
		alone := offline()
		probe := exec.Command(filepath.Join(home, "bin", "weir"), "version")
		if probe.SysProcAttr = alone; probe.Run() != nil {
			t.Log("no network namespace to be had here: tried with the network it finds")
			alone = nil
		}
		tryOut(t, func(ctx context.Context, args ...string) *exec.Cmd {
			cmd := exec.CommandContext(ctx, filepath.Join(home, "bin", "weir"), args...)
			cmd.Dir = root
			cmd.Env = []string{"PATH=/nonexistent", "HOME=" + root, "TMPDIR=" + root}
			cmd.SysProcAttr = alone
			return cmd
		})
	})
	t.Run("image", func(t *testing.T) {
		isolate := []string{"--net", "--pid", "--fork", "--kill-child", "--mount-proc"}
		if out, err := exec.Command("unshare", append(isolate, "true")...).CombinedOutput(); err != nil {
			t.Skipf("no namespaces of its own here, which takes root: %v: %s", err, out)
		}
		root := t.TempDir()
		for _, layer := range layersOf(t, filepath.Join(out, "weir-test-linux-amd64.oci")) {
			unpack(t, layer, root)
		}
		if err := os.Chmod(root, 0o755); err != nil { // the image's user has to enter it
			t.Fatal(err)
		}
		tryOut(t, func(ctx context.Context, args ...string) *exec.Cmd {
			in := append(slices.Clone(isolate), "--root="+root, "--wd=/data", "--setgid=65532", "--setuid=65532", "/usr/local/bin/weir")
			cmd := exec.CommandContext(ctx, "unshare", append(in, args...)...)
			cmd.Env = []string{"PATH=/usr/local/bin:/usr/bin:/bin", "WEIR_DATA=/data", "HOME=/data"}
			return cmd
		})
	})
}

// records is the smallest file worth analyzing.
const records = `version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status
2 123456789012 eni-0123456789abcdef0 10.0.1.5 10.0.2.9 49152 443 6 20 4249 1767323045 1767323105 ACCEPT OK
2 123456789012 eni-0123456789abcdef0 203.0.113.12 10.0.1.5 40000 22 6 1 40 1767323050 1767323110 REJECT OK
`

// tryOut runs the packed weir the way its first user does.
func tryOut(t *testing.T, weir func(ctx context.Context, args ...string) *exec.Cmd) {
	t.Helper()
	f := func(stdin, want string, args ...string) {
		t.Helper()
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		var stdout, stderr strings.Builder
		cmd := weir(ctx, args...)
		cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &stdout, &stderr
		if err := cmd.Run(); err != nil || !strings.Contains(stdout.String(), want) {
			t.Errorf("weir %s: %v, want %q in\n%s%s", strings.Join(args, " "), err, want, &stdout, &stderr)
		}
	}

	f("", "linux/amd64", "version", "--table")
	f("", `"jail_holds":true`, "engine", "check")
	f(records, `"kind":"summary","objects":1,"records":2`, "analyze", "-")
	f(records, `"stored":2`, "ingest", "--json", "-")
	f("", `"count":1`, "query", "--json", "--by", "action", "--agg", "count", "action:REJECT")
}

// offline gives a process a network of its own with nothing in it.
func offline() *syscall.SysProcAttr {
	attr := &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNET}
	if uid := os.Getuid(); uid != 0 {
		attr.Cloneflags |= syscall.CLONE_NEWUSER
		attr.UidMappings = []syscall.SysProcIDMap{{ContainerID: uid, HostID: uid, Size: 1}}
		attr.GidMappings = []syscall.SysProcIDMap{{ContainerID: os.Getgid(), HostID: os.Getgid(), Size: 1}}
	}
	return attr
}

// layersOf returns the layer blobs of an image layout, lowest first.
func layersOf(t *testing.T, layout string) (paths []string) {
	t.Helper()
	read := func(name string, v any) {
		data, err := os.ReadFile(filepath.Join(layout, name))
		if err == nil {
			err = json.Unmarshal(data, v)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	blob := func(d descriptor) string { return "blobs/sha256/" + strings.TrimPrefix(d.Digest, "sha256:") }
	var top index
	read("index.json", &top)
	var man manifest
	read(blob(top.Manifests[0]), &man)
	for _, layer := range man.Layers {
		paths = append(paths, filepath.Join(layout, blob(layer)))
	}
	return paths
}

// unpack extracts an archive that this package wrote.
func unpack(t *testing.T, archive, to string) {
	t.Helper()
	raw, err := os.Open(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	zr, err := gzip.NewReader(raw)
	if err != nil {
		t.Fatal(err)
	}
	for tr := tar.NewReader(zr); ; {
		h, err := tr.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err == nil {
			err = place(tr, h, filepath.Join(to, filepath.FromSlash(h.Name)))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func place(tr io.Reader, h *tar.Header, to string) error {
	switch h.Typeflag {
	case tar.TypeDir:
		if err := os.Mkdir(to, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
		if os.Getuid() == 0 {
			if err := os.Chown(to, h.Uid, h.Gid); err != nil {
				return err
			}
		}
		return os.Chmod(to, h.FileInfo().Mode())
	case tar.TypeSymlink:
		return os.Symlink(h.Linkname, to)
	default:
		out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_EXCL, h.FileInfo().Mode())
		if err != nil {
			return err
		}
		if _, err := io.Copy(out, tr); err != nil {
			return err
		}
		return out.Close()
	}
}
