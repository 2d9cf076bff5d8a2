package main

import (
	"bytes"
	"context"
	"debug/buildinfo"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"
)

// errNoText is wrapped when something would be shipped without its licence.
var errNoText = errors.New("no licence text found")

// isLicence matches the file names in which modules keep their terms.
var isLicence = regexp.MustCompile(`(?i)^(un)?(licen[sc]e|copying|copyright|notice|patents|authors)([-._].*)?$`)

// moduleTexts returns the licence texts of every Go module linked into the binary,
// and of the Go standard library. The list is read from the binary itself.
func moduleTexts(ctx context.Context, bin string) (tree, error) {
	info, err := buildinfo.ReadFile(bin)
	if err != nil {
		return nil, err
	}
	goroot, err := output(ctx, "go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	texts, err := textsIn(strings.TrimSpace(string(goroot)), "licenses/go/std")
	if err != nil {
		return nil, err
	}
	for _, dep := range info.Deps {
		dir, err := moduleDir(ctx, dep)
		if err != nil {
			return nil, err
		}
		found, err := textsIn(dir, "licenses/go/"+dep.Path)
		if err != nil {
			return nil, err
		}
		texts = append(texts, found...)
	}
	return texts, nil
}

// moduleDir returns where the sources of a linked module are, fetching them when
// the module cache has only what the build needed.
func moduleDir(ctx context.Context, dep *debug.Module) (string, error) {
	if dep.Replace != nil {
		dep = dep.Replace
	}
	raw, err := output(ctx, "go", "mod", "download", "-json", dep.Path+"@"+dep.Version)
	if err != nil {
		return "", err
	}
	var module struct{ Dir string }
	if err := json.Unmarshal(raw, &module); err != nil {
		return "", fmt.Errorf("read the answer of go mod download for %s: %w", dep.Path, err)
	}
	return module.Dir, nil
}

// textsIn returns the licence files at the top of dir, to be packed under as.
func textsIn(dir, as string) (tree, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var texts tree
	licensed := false
	for _, entry := range entries {
		if name := entry.Name(); entry.Type().IsRegular() && isLicence.MatchString(name) && filepath.Ext(name) != ".go" {
			texts = append(texts, file{name: as + "/" + name, path: filepath.Join(dir, name)})
			lower := strings.ToLower(name)
			licensed = licensed || strings.Contains(lower, "licen") || strings.Contains(lower, "copying")
		}
	}
	if !licensed {
		return nil, fmt.Errorf("%s: %w", dir, errNoText)
	}
	return texts, nil
}

// output runs a command and returns what it printed; what it complained about
// becomes part of the error.
func output(ctx context.Context, name string, args ...string) ([]byte, error) {
	var complaint bytes.Buffer
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("run %s %s: %w: %s", name, strings.Join(args, " "), err, bytes.TrimSpace(complaint.Bytes()))
	}
	return out, nil
}
