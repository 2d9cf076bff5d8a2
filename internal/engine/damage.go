package engine

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
)

// DamagedError is [ErrDamaged] with the library that it is about.
type DamagedError struct {
	Path string // of the library
	Why  string // what is wrong with it
}

func (e *DamagedError) Error() string { return ErrDamaged.Error() + ": " + e.Why }

// Is makes it an [ErrDamaged].
func (e *DamagedError) Is(target error) bool { return target == ErrDamaged }

// Remedy is the command that puts a whole library in the place of this one.
func (e *DamagedError) Remedy() string {
	dir := filepath.Dir(e.Path)
	if strings.ContainsAny(dir, " \t'\"\\$&;|<>()*?[]#~`") {
		dir = "'" + strings.ReplaceAll(dir, "'", `'\''`) + "'"
	}
	return "weir engine install --dir " + dir
}

// foreign compares a library with the one that weir was built and tested with; nil
// when they are the same, or when none is known for this machine. It reads the whole
// file, which takes a second or two, so it is for those who have a reason to ask.
func foreign(path string) error {
	if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil //nolint:nilerr // why it cannot be read is told where it is loaded
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return &DamagedError{Path: path, Why: fmt.Sprintf("%s cannot be read: %v", path, err)}
	}
	if got := hex.EncodeToString(sum.Sum(nil)); got != pinnedLibrary {
		return &DamagedError{Path: path, Why: fmt.Sprintf("%s is not the library of %s that weir was built with: SHA-256 %s, want %s", path, pinnedVersion, got, pinnedLibrary)}
	}
	return nil
}

// crashLine is the line in which Go's runtime, or the engine, says why a process ends.
var crashLine = regexp.MustCompile(`(?m)^(SIG[A-Z]+: .*|fatal error: .*|panic: .*|\[signal SIG.*|terminate called .*)$`)

// died tells why a child is gone, in one line: of a crash not the traces of all
// threads, which say nothing to those who run weir.
func (c *child) died() string {
	words := c.lastWords()
	if m := crashLine.FindString(words); m != "" {
		return m
	}
	if first, _, more := strings.Cut(words, "\n"); more {
		return first
	}
	return words
}

// crashed makes an error of a child that ended by itself while it started. A library
// whose bytes are not the known ones is the likely reason, and named.
func (e *Engine) crashed(c *child) error {
	err := fmt.Errorf("the engine ended while it started (%s): %s", c.state(), c.died())
	if c.killed() {
		return err
	}
	var damaged *DamagedError
	if errors.As(foreign(e.cfg.Library), &damaged) {
		damaged.Why += "; the engine crashed while it started: " + c.died()
		return damaged
	}
	return err
}

// removeCutOff removes definitions of databases and tables that are not whole, where
// nothing is stored under them: an engine that finds no room on the disk leaves them
// so, and does not start on them. Whoever makes the tables makes them again.
func removeCutOff(store string) error {
	glob := func(parts ...string) []string {
		found, _ := filepath.Glob(filepath.Join(append([]string{store}, parts...)...)) // the pattern is good
		return found
	}
	for _, file := range glob("metadata", "*", "*.sql") {
		base, table := filepath.Base(filepath.Dir(file)), strings.TrimSuffix(filepath.Base(file), ".sql")
		if cutOff(file) && len(glob("data", base, table, "*_*_*_*")) == 0 {
			if err := os.Remove(file); err != nil {
				return err
			}
		}
	}
	for _, file := range glob("metadata", "*.sql") {
		if base := strings.TrimSuffix(filepath.Base(file), ".sql"); cutOff(file) && len(glob("metadata", base, "*.sql")) == 0 {
			if err := os.Remove(file); err != nil {
				return err
			}
		}
	}
	return nil
}

// cutOff reports whether a definition is not whole: the engine ends each with a newline.
func cutOff(file string) bool {
	text, err := os.ReadFile(file)
	return err == nil && !strings.HasSuffix(string(text), "\n") // one that cannot be read is the engine's to complain about
}
