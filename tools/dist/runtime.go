package main

import (
	"debug/elf"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// libDirs is where Debian keeps the C library on amd64.
var libDirs = []string{"/lib64", "/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/usr/lib64"}

const glibcNote = `The files under /lib/x86_64-linux-gnu are the GNU C Library of this image's build machine,
unchanged, under the LGPL 2.1 or later (see copyright beside this file).
Its source is Debian's source package glibc, version %s.
`

// runtimeFiles is the lowest layer of the image: the C library that the binary and
// the engine are linked to, its licence, a user and the empty folders they expect.
// The libraries are found by reading what the files ask for, not from a list.
func runtimeFiles(files ...string) (tree, error) {
	layer := tree{
		{name: "etc/passwd", data: fmt.Appendf(nil, "root:x:0:0:root:/:/sbin/nologin\nweir:x:%d:%d:weir:/data:/sbin/nologin\n", nobody, nobody)},
		{name: "etc/group", data: fmt.Appendf(nil, "root:x:0:\nweir:x:%d:\n", nobody)},
		{name: "etc/nsswitch.conf", data: []byte("passwd: files\ngroup: files\nhosts: files dns\n")},
		{name: "data/", mode: 0o700, uid: nobody},
		{name: "lib64/ld-linux-x86-64.so.2", link: "../lib/x86_64-linux-gnu/ld-linux-x86-64.so.2"},
		{name: "proc/", mode: 0o555},
		{name: "tmp/", mode: 0o1777},
	}
	found := map[string]bool{}
	for len(files) > 0 {
		asked, err := needed(files[0])
		if err != nil {
			return nil, err
		}
		files = files[1:]
		for _, name := range asked {
			if found[name] {
				continue
			}
			found[name] = true
			at, err := findLibrary(name)
			if err != nil {
				return nil, err
			}
			files = append(files, at)
			layer = append(layer, file{name: "lib/x86_64-linux-gnu/" + name, mode: 0o755, path: at})
		}
	}

	const copyright = "/usr/share/doc/libc6/copyright"
	if _, err := os.Stat(copyright); err != nil {
		return nil, fmt.Errorf("the C library of this machine has no licence text at %s: build the image on Debian: %w", copyright, err)
	}
	version, err := exec.Command("dpkg-query", "-W", "-f", "${source:Version}", "libc6").Output()
	if err != nil {
		return nil, fmt.Errorf("ask dpkg for the version of libc6: %w", err)
	}
	doc := "usr/local/share/doc/weir/licenses/glibc/"
	return append(layer,
		file{name: doc + "copyright", path: copyright},
		file{name: doc + "README", data: fmt.Appendf(nil, glibcNote, version)},
		file{name: doc + "LGPL-2.1", path: "/usr/share/common-licenses/LGPL-2.1"},
	), nil
}

// needed returns the libraries and the loader that an ELF file asks for.
func needed(path string) ([]string, error) {
	f, err := elf.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	defer f.Close()
	names, err := f.DynString(elf.DT_NEEDED)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	if interp := f.Section(".interp"); interp != nil {
		loader, err := interp.Data()
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		names = append(names, filepath.Base(strings.TrimRight(string(loader), "\x00")))
	}
	return names, nil
}

func findLibrary(name string) (string, error) {
	for _, dir := range libDirs {
		at := filepath.Join(dir, name)
		if _, err := os.Stat(at); err == nil {
			return at, nil
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return "", fmt.Errorf("%s is in none of %s", name, strings.Join(libDirs, " "))
}
