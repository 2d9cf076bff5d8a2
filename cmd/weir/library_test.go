package main

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/engine/enginetest"
)

// TestDamagedLibrary: with an engine library that is not whole every command says what
// is wrong and what puts it right, in a few lines; what is stored is untouched, and all
// goes on with a good one.
func TestDamagedLibrary(t *testing.T) {
	t.Parallel()
	good := enginetest.Library(t).Path
	logs := makeFlowLogs(t, 20_000)
	data := filepath.Join(t.TempDir(), "data")
	mustWeir(t, data, append([]string{"ingest"}, logs.files[:3]...)...)

	dir := filepath.Join(t.TempDir(), "it's here")
	library := filepath.Join(dir, engine.LibraryName)
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	copyOf := func(t *testing.T, from string, limit int64) *os.File {
		t.Helper()
		in, err := os.Open(from)
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		out, err := os.Create(library)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(out, io.LimitReader(in, limit)); err != nil {
			t.Fatal(err)
		}
		return out
	}
	commands := [][]string{{"ingest", logs.dir}, {"analyze", logs.dir}, {"serve", logs.dir, "--listen", "127.0.0.1:0"}, {"engine", "check"}}
	refused := func(name, why string, commands [][]string, damage func(t *testing.T)) {
		t.Run(name, func(t *testing.T) {
			damage(t)
			for _, args := range commands {
				out, errs, code := weir(t, data, append(args, "--engine", dir)...)
				remedy := `weir engine install --dir '` + strings.ReplaceAll(dir, "'", `'\''`) + `'`
				if code != exitFail || !strings.Contains(errs, "damaged") || !strings.Contains(errs, why) || !strings.Contains(errs, remedy) || strings.Count(errs, "\n") > 4 {
					t.Errorf("weir %s: exit code %d, want %d, %q and %q\n%s%s", args, code, exitFail, why, remedy, out, errs)
				}
			}
		})
	}
	refused("no library at all", "no shared library", commands, func(t *testing.T) {
		if err := os.WriteFile(library, []byte("hello"), 0o600); err != nil {
			t.Fatal(err)
		}
	})
	refused("cut off", "cut off", commands, func(t *testing.T) { copyOf(t, good, 20<<20).Close() })
	refused("another library", "not the engine weir was built for", commands, func(t *testing.T) {
		copyOf(t, "/lib/x86_64-linux-gnu/libm.so.6", 1<<30).Close()
	})
	some := commands[:1] // each copies and reads all of the library
	if os.Getenv("WEIR_SOAK") != "" {
		some = commands
	}
	refused("broken inside", "SHA-256", some, func(t *testing.T) {
		f := copyOf(t, good, 1<<40)
		defer f.Close()
		for at := int64(100 << 20); at < 160<<20; at += 1 << 20 {
			if _, err := f.WriteAt(bytes.Repeat([]byte{0xcc, 0x17, 0x00, 0xff}, 256<<10), at); err != nil {
				t.Fatal(err)
			}
		}
	})

	// A registry that sends something else puts nothing in its place.
	before, err := os.Stat(library)
	if err != nil {
		t.Fatal(err)
	}
	registry := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "not the package") }))
	defer registry.Close()
	_, errs, code := weir(t, data, "engine", "install", "--dir", dir, "--registry", registry.URL)
	if code != exitFail || !strings.Contains(errs, "not the pinned one") {
		t.Errorf("install: exit code %d\n%s", code, errs)
	}
	if after, err := os.Stat(library); err != nil || after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("the library was changed: %v", err)
	}

	// The right file in its place is all that is needed.
	if err := os.Remove(library); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(good, library); err != nil {
		t.Fatal(err)
	}
	mustWeir(t, data, "ingest", logs.dir, "--engine", dir)
	logs.sound(t, data)
}
