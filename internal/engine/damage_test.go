package engine

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestPinnedLibrary holds the pinned hash and the library that tests run with together;
// without it a whole library would be called damaged.
func TestPinnedLibrary(t *testing.T) {
	path := newConfig(t).Library
	if err := foreign(path); err != nil {
		t.Error(err)
	}
}

// TestCutOff: definitions that a full disk cut off keep no engine from starting, and
// none goes that has something stored under it.
func TestCutOff(t *testing.T) {
	cfg := newConfig(t)
	store := filepath.Join(cfg.Dir, "store")
	put := func(text string, path ...string) string {
		t.Helper()
		file := filepath.Join(append([]string{store}, path...)...)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o700), os.WriteFile(file, []byte(text), 0o600)); err != nil {
			t.Fatal(err)
		}
		return file
	}
	gone := []string{
		put("", "metadata", "empty.sql"),
		put("ATTACH DATABASE _ UUID", "metadata", "half.sql"),
		put("", "metadata", "half", "t.sql"),
		put("ATTACH VIEW v AS SELECT (1", "metadata", "half", "v.sql"),
	}
	stays := []string{
		put("", "metadata", "other", "rows.sql"),
		put("x", "data", "other", "rows", "20260309_1_1_0", "data.bin"),
		put("", "metadata", "other.sql"),
		put("ATTACH NONSENSE\n", "metadata", "whole.sql"),
	}
	if err := removeCutOff(store); err != nil {
		t.Fatal(err)
	}
	for _, file := range gone {
		if _, err := os.Stat(file); err == nil {
			t.Errorf("%s is still there", file)
		}
	}
	for _, file := range stays {
		if _, err := os.Stat(file); err != nil {
			t.Error(err)
		}
	}

	for _, file := range stays {
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.RemoveAll(store); err != nil {
		t.Fatal(err)
	}
	put("", "metadata", "again.sql")
	e, err := Start(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Stop(t.Context()); err != nil {
		t.Error(err)
	}
}
