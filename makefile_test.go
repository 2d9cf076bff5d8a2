package weir

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestMakeDemo protects that make demo ends in the app where a person types it, and ends
// where its output goes to a file.
func TestMakeDemo(t *testing.T) {
	terminal, err := exec.LookPath("script")
	if err != nil {
		t.Skip("script (bsdutils), which makes a terminal, is not here")
	}
	makefile, err := filepath.Abs("Makefile")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "bin"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "bin", "weir"), []byte("#!/bin/sh\necho \"told: $*\"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	typed := "make --no-print-directory -f " + makefile + " -o deps -o build demo"
	f := func(want string, name string, args ...string) {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), name, args...)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		if got := strings.TrimSpace(string(out)); err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, want)
		}
	}
	f("told: demo --table", terminal, "-qec", typed, "/dev/null")
	f("told: demo --table --no-serve", "sh", "-c", typed)
}
