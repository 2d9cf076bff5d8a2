package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var at = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

// TestGzip protects the joining of blocks that were compressed apart: the standard
// reader has to see one member with one right checksum.
func TestGzip(t *testing.T) {
	f := func(name string, size int) {
		t.Helper()
		data := make([]byte, size)
		random := rand.NewChaCha8([32]byte{1})
		for i := range data {
			data[i] = byte(random.Uint64() % 7) // compressible
		}
		var packed bytes.Buffer
		w := newGzip(&packed, 1)
		for rest := data; len(rest) > 0; {
			n := min(len(rest), 1<<20+1)
			if _, err := w.Write(rest[:n]); err != nil {
				t.Fatal(err)
			}
			rest = rest[n:]
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		r, err := gzip.NewReader(&packed)
		if err != nil {
			t.Fatal(err)
		}
		r.Multistream(false)
		if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, data) {
			t.Errorf("%s: read back %d of %d bytes, equal %v: %v", name, len(got), len(data), bytes.Equal(got, data), err)
		}
		if packed.Len() != 0 {
			t.Errorf("%s: %d bytes after the first member", name, packed.Len())
		}
	}

	f("empty", 0)
	f("one byte", 1)
	f("one block", blockSize)
	f("several blocks and a rest", 3*blockSize+5)
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestGzipReportsFullDisk(t *testing.T) {
	w := newGzip(full{}, 1)
	for range 5 {
		if _, err := w.Write(make([]byte, blockSize)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("Close = %v, want %v", err, io.ErrShortWrite)
	}
}

// list reads a gzipped tar as "mode uid name [-> link] [=content]" lines.
func list(t *testing.T, path string) string {
	t.Helper()
	raw, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	zr, err := gzip.NewReader(raw)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for tr := tar.NewReader(zr); ; {
		h, err := tr.Next()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		if !h.ModTime.Equal(at) {
			t.Errorf("%s has time %v, want %v", h.Name, h.ModTime, at)
		}
		data, err := io.ReadAll(tr)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(strings.Join([]string{modeText(h), h.Name, h.Linkname, string(data)}, "|") + "\n")
	}
}

func modeText(h *tar.Header) string { return h.FileInfo().Mode().String() }

func TestWriteTar(t *testing.T) {
	dir := t.TempDir()
	onDisk := filepath.Join(dir, "disk")
	if err := os.WriteFile(onDisk, []byte("from disk"), 0o600); err != nil {
		t.Fatal(err)
	}
	files := tree{
		{name: "z", data: []byte("zz")},
		{name: "lib/weir/so", mode: 0o755, path: onDisk},
		{name: "lib64/ld", link: "../lib/ld"},
		{name: "data/", mode: 0o700, uid: nobody},
		{name: "tmp/", mode: 0o1777},
	}
	out := filepath.Join(dir, "out.tar.gz")
	first, err := writeTar(out, files, at, 6)
	if err != nil {
		t.Fatal(err)
	}
	want := `drwx------|data/||
drwxr-xr-x|lib/||
drwxr-xr-x|lib/weir/||
-rwxr-xr-x|lib/weir/so||from disk
drwxr-xr-x|lib64/||
Lrw-r--r--|lib64/ld|../lib/ld|
dtrwxrwxrwx|tmp/||
-rw-r--r--|z||zz
`
	if diff := cmp.Diff(want, list(t, out)); diff != "" {
		t.Errorf("content (-want +got):\n%s", diff)
	}
	if again, err := writeTar(out, files, at, 6); err != nil || again != first {
		t.Errorf("written again: %+v, %v; want the same bytes as %+v", again, err, first)
	}
	if _, err := writeTar(out, tree{{name: "x", path: onDisk + "-missing"}}, at, 6); err == nil {
		t.Error("no error for a missing file")
	} else if _, err := os.Stat(out); !os.IsNotExist(err) {
		t.Errorf("a broken archive was left behind: %v", err)
	}
}

// TestWriteImage reads the layout back as a container tool does: every digest and
// size along the way from index.json has to hold.
func TestWriteImage(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "oci")
	size, err := writeImage(dir, image{version: "v1.2.3", time: at, level: 6, layers: []tree{
		{{name: "a", data: []byte("lower")}},
		{{name: "b", data: []byte("upper")}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string, v any) {
		t.Helper()
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, v); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	blobOf := func(d descriptor) string {
		t.Helper()
		digest := strings.TrimPrefix(d.Digest, "sha256:")
		name := filepath.Join("blobs", "sha256", digest)
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if got := sha256.Sum256(data); hex.EncodeToString(got[:]) != digest || int64(len(data)) != d.Size {
			t.Errorf("%s: digest %x, %d bytes; want %s, %d", d.MediaType, got, len(data), digest, d.Size)
		}
		return name
	}

	var layout struct{ ImageLayoutVersion string }
	read("oci-layout", &layout)
	if layout.ImageLayoutVersion != "1.0.0" {
		t.Errorf("layout version %q", layout.ImageLayoutVersion)
	}
	var top index
	read("index.json", &top)
	if len(top.Manifests) != 1 || *top.Manifests[0].Platform != (platform{"amd64", "linux"}) {
		t.Fatalf("index: %+v", top)
	}
	var man manifest
	read(blobOf(top.Manifests[0]), &man)
	var conf imageConfig
	read(blobOf(man.Config), &conf)
	if len(man.Layers) != 2 || len(conf.RootFS.DiffIDs) != 2 || len(conf.History) != 2 {
		t.Fatalf("%d layers, %d diff ids, %d steps; want 2 each", len(man.Layers), len(conf.RootFS.DiffIDs), len(conf.History))
	}
	var total int64
	for i, want := range []string{"-rw-r--r--|a||lower\n", "-rw-r--r--|b||upper\n"} {
		name := blobOf(man.Layers[i])
		total += man.Layers[i].Size
		if diff := cmp.Diff(want, list(t, filepath.Join(dir, name))); diff != "" {
			t.Errorf("layer %d (-want +got):\n%s", i, diff)
		}
		raw, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		defer raw.Close()
		zr, err := gzip.NewReader(raw)
		if err != nil {
			t.Fatal(err)
		}
		plain := sha256.New()
		if _, err := io.Copy(plain, zr); err != nil {
			t.Fatal(err)
		}
		if got := "sha256:" + hex.EncodeToString(plain.Sum(nil)); got != conf.RootFS.DiffIDs[i] {
			t.Errorf("layer %d: diff id %s, want %s", i, conf.RootFS.DiffIDs[i], got)
		}
	}
	if total != size {
		t.Errorf("size %d, want %d", size, total)
	}
}

func TestTextsIn(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"LICENSE", "COPYING.txt", "PATENTS", "license.go", "README.md", "AUTHORS"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	texts, err := textsIn(dir, "licenses/go/x")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, text := range texts {
		got = append(got, strings.TrimPrefix(text.name, "licenses/go/x/"))
	}
	if diff := cmp.Diff([]string{"AUTHORS", "COPYING.txt", "LICENSE", "PATENTS"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := textsIn(t.TempDir(), "x"); !errors.Is(err, errNoText) {
		t.Errorf("a folder without terms: %v, want %v", err, errNoText)
	}
}

func TestThirdParty(t *testing.T) {
	got, err := thirdParty("26.7", []part{
		{Name: "zlib", Type: "zlib", Text: "do as you like\n"},
		{Name: "b", Type: "MIT", Text: "keep this"},
		{Name: "a", Type: "MIT", Text: "keep this\n"},
		{Name: "a", Type: "MIT", Text: "keep this"},
	})
	if err != nil {
		t.Fatal(err)
	}
	line := strings.Repeat("=", 78)
	want := "The engine library libchdb 26.7 holds 4 parts by others, under 2 texts.\n" +
		"\n" + line + "\n\na (MIT)\nb (MIT)\n\nkeep this\n" +
		"\n" + line + "\n\nzlib (zlib)\n\ndo as you like\n"
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := thirdParty("26.7", []part{{Name: "silent"}}); !errors.Is(err, errNoText) {
		t.Errorf("a part without text: %v, want %v", err, errNoText)
	}
}
