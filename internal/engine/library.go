package engine

import (
	"debug/elf"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Library is an engine library on disk.
type Library struct {
	Path  string // absolute, links resolved
	Found string // where it was found, for a person: "flag", "beside the binary", ...
}

// LibraryName is the file name of the engine library.
const LibraryName = "libchdb.so"

// FindOptions tell [Find] where to look beside the places it knows.
type FindOptions struct {
	Flag string // path given by the user, a file or its folder; looked at alone when set
	Data string // weir's data directory; may be empty
}

// module is the line by which a checkout of weir is known.
const module = "module github.com/weir-flow/weir"

// Find looks for the engine library: the flag, beside the binary, ../lib/weir of the
// binary, the data directory, and the checkout around the working directory or the
// binary. [ErrNoLibrary] names the command that gets it; [ErrMusl] where the
// library cannot run, [ErrNoEngine] in a build that cannot load one.
func Find(o FindOptions) (Library, error) {
	if !supported {
		return Library{}, ErrNoEngine
	}
	if err := checkLibc(); err != nil {
		return Library{}, fmt.Errorf("find engine: %w", err)
	}
	if o.Flag != "" {
		path := o.Flag
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			path = filepath.Join(path, LibraryName)
		}
		path, err := checkLibrary(path)
		if err != nil {
			return Library{}, fmt.Errorf("find engine: %w", err)
		}
		return Library{Path: path, Found: "flag"}, nil
	}
	var damaged error // the first one; a whole one elsewhere does as well
	for _, place := range places(o) {
		path, err := checkLibrary(filepath.Join(place.dir, LibraryName))
		switch {
		case err == nil:
			return Library{Path: path, Found: place.name}, nil
		case errors.Is(err, ErrNoLibrary):
		case !errors.Is(err, ErrDamaged):
			return Library{}, fmt.Errorf("find engine: %w", err)
		case damaged == nil:
			damaged = err
		}
	}
	if damaged != nil {
		return Library{}, fmt.Errorf("find engine: %w", damaged)
	}
	return Library{}, fmt.Errorf("find engine: %w; get it with: weir engine install", ErrNoLibrary)
}

type place struct{ name, dir string }

// places lists where the library may be, in the order they are looked at.
func places(o FindOptions) []place {
	var list []place
	exe, err := os.Executable()
	if err == nil {
		exe, err = filepath.EvalSymlinks(exe)
	}
	if err == nil {
		list = append(list,
			place{"beside the binary", filepath.Dir(exe)},
			place{"../lib/weir of the binary", filepath.Join(filepath.Dir(exe), "..", "lib", "weir")})
	}
	if o.Data != "" {
		list = append(list, place{"data directory", InstallDir(o.Data)})
	}
	starts := []string{filepath.Dir(exe)}
	if wd, err := os.Getwd(); err == nil {
		starts = append([]string{wd}, starts...)
	}
	for _, start := range starts {
		if root := checkout(start); root != "" {
			list = append(list, place{"checkout", filepath.Join(root, "lib", "weir")})
		}
	}
	return list
}

// InstallDir returns where [Install] puts the library of this version in a data directory.
func InstallDir(data string) string { return filepath.Join(data, "engine", pinnedVersion) }

// checkout returns the root of a checkout of weir at or above dir.
func checkout(dir string) string {
	for {
		text, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil && (strings.HasPrefix(string(text), module+"\n") || strings.Contains(string(text), "\n"+module+"\n")) {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// checkLibrary resolves a path and makes sure that it can be an engine library: a
// whole shared object for this machine. Damage inside its sections shows only when
// it is loaded.
func checkLibrary(path string) (string, error) {
	if path == "" {
		return "", ErrNoLibrary
	}
	real, err := realPath(path)
	if errors.Is(err, os.ErrNotExist) {
		return "", fmt.Errorf("%w: %s does not exist", ErrNoLibrary, path)
	}
	if err != nil {
		return "", err
	}
	file, err := os.Open(real)
	if err != nil {
		return "", err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return "", err
	}
	head, err := elf.NewFile(file)
	if err != nil {
		return "", &DamagedError{Path: real, Why: fmt.Sprintf("%s is cut off or no shared library (%v)", path, err)}
	}
	if head.Type != elf.ET_DYN || head.Machine != machine {
		return "", &DamagedError{Path: real, Why: fmt.Sprintf("%s is for %s", path, head.Machine)}
	}
	for _, prog := range head.Progs {
		if int64(prog.Off+prog.Filesz) > info.Size() {
			return "", &DamagedError{Path: real, Why: fmt.Sprintf("%s is cut off at %d bytes", path, info.Size())}
		}
	}
	return real, nil
}

// loaderOf returns the dynamic loader that a binary's header names, if any.
func loaderOf(path string) []string {
	file, err := elf.Open(path)
	if err != nil {
		return nil
	}
	defer file.Close()
	for _, prog := range file.Progs {
		if prog.Type == elf.PT_INTERP {
			name := make([]byte, prog.Filesz)
			if _, err := prog.ReadAt(name, 0); err == nil {
				return []string{strings.TrimRight(string(name), "\x00")}
			}
		}
	}
	return nil
}

// checkLibc refuses systems whose only C library is musl. A binary linked to glibc
// would not even start there, so this is for static builds and odd mixtures.
func checkLibc() error {
	for _, loader := range glibcLoaders {
		if _, err := os.Stat(loader); err == nil {
			return nil
		}
	}
	if musl, _ := filepath.Glob("/lib/ld-musl-*.so.1"); len(musl) > 0 {
		return fmt.Errorf("%w (%s): use a glibc system or a ClickHouse server (--store URL)", ErrMusl, musl[0])
	}
	return nil
}

var glibcLoaders = []string{"/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1", "/lib64/ld-linux-aarch64.so.1"}
