package file

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/weir-flow/weir/internal/source"
)

func TestNew(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.log", "a.log.gz", "sub/c.log", ".hidden", ".git/x.log", "sub/.d.log"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	f := func(name string, paths []string, want ...string) {
		t.Helper()
		for i, p := range paths {
			paths[i] = filepath.Join(dir, p)
		}
		files, err := New(paths)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var got []string
		err = files.Objects(t.Context(), func(o source.Object) error {
			got = append(got, strings.TrimPrefix(o.Name, dir+"/"))
			return nil
		})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}

	f("a folder with what is below it, hidden things left out", []string{"."}, "a.log.gz", "b.log", "sub/c.log")
	f("a glob", []string{"*.log"}, "b.log")
	f("a file named twice", []string{"b.log", "b.log", "."}, "a.log.gz", "b.log", "sub/c.log")
	f("a hidden file that is named", []string{".hidden"}, ".hidden")

	if _, err := New([]string{filepath.Join(dir, "none*")}); !errors.Is(err, ErrNothing) {
		t.Errorf("a glob that matches nothing: %v", err)
	}
}

func TestSpool(t *testing.T) {
	o, path, err := Spool(t.Context(), strings.NewReader("2 -"), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer os.Remove(path)
	r, err := o.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if got, _ := io.ReadAll(r); string(got) != "2 -" || o.Size != 3 || o.Source != "stdin" {
		t.Errorf("object %+v reads %q", o, got)
	}

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dir := t.TempDir()
	if _, _, err := Spool(ctx, strings.NewReader("x"), dir); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("a cancelled spool leaves %v", left)
	}
}
