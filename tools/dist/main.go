// Command dist packs weir for people who do not build it: a tarball and an OCI
// image layout, each with the binary, the engine library and the licence texts of
// everything inside.
//
// Only linux/amd64 is packed, because only that was ever run. The same commit gives
// the same files: names sorted, times those of the commit, owners root.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"time"

	"github.com/weir-flow/weir/internal/engine"
)

// settings are the flags.
type settings struct {
	version string
	time    time.Time // of every packed file
	bin     string    // built weir
	engine  string    // libchdb.so
	root    string    // the checkout: LICENSE, NOTICE, README.md
	out     string
	level   int // gzip level
	said    io.Writer
}

func main() {
	engine.RunIfChild() // this binary is also the engine process that licences asks

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "dist:", err)
		if errors.Is(err, flag.ErrHelp) {
			os.Exit(2)
		}
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	s := settings{root: ".", said: os.Stdout}
	flags := flag.NewFlagSet("dist", flag.ContinueOnError)
	flags.StringVar(&s.version, "version", "devel", "version in names and annotations")
	stamp := flags.String("time", "", "time of every packed file, RFC 3339; empty is 1980-01-01")
	flags.StringVar(&s.bin, "bin", "bin/weir", "the built binary")
	flags.StringVar(&s.engine, "engine", "lib/weir/libchdb.so", "the engine library")
	flags.StringVar(&s.out, "out", "dist", "folder to write into")
	flags.IntVar(&s.level, "level", 6, "gzip level, 1 (fast) to 9 (small)")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if s.level < 1 || s.level > 9 {
		return fmt.Errorf("-level %d: want 1 to 9", s.level)
	}
	s.time = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	if *stamp != "" {
		at, err := time.Parse(time.RFC3339, *stamp)
		if err != nil {
			return fmt.Errorf("parse -time: %w", err)
		}
		s.time = at.UTC()
	}
	return pack(ctx, s)
}

// pack writes the tarball, the image layout and their checksums.
func pack(ctx context.Context, s settings) error {
	texts, err := licences(ctx, s)
	if err != nil {
		return err
	}
	program := tree{
		{name: "bin/weir", mode: 0o755, path: s.bin},
		{name: "LICENSE", path: filepath.Join(s.root, "LICENSE")},
		{name: "NOTICE", path: filepath.Join(s.root, "NOTICE")},
		{name: "README.md", path: filepath.Join(s.root, "README.md")},
	}
	program = append(program, texts...)
	library := tree{{name: "lib/weir/libchdb.so", mode: 0o755, path: s.engine}}

	if err := os.MkdirAll(s.out, 0o755); err != nil {
		return err
	}
	name := fmt.Sprintf("weir-%s-linux-amd64", s.version)
	tarball := filepath.Join(s.out, name+".tar.gz")
	blob, err := writeTar(tarball, append(program, library...).under(name), s.time, s.level)
	if err != nil {
		return fmt.Errorf("write %s: %w", tarball, err)
	}
	sums := fmt.Sprintf("%s  %s\n", blob.digest, filepath.Base(tarball))
	if err := os.WriteFile(filepath.Join(s.out, "SHA256SUMS"), []byte(sums), 0o644); err != nil {
		return err
	}
	fmt.Fprintf(s.said, "%s  %d MB\n", tarball, blob.size>>20)

	glibc, err := runtimeFiles(s.bin, s.engine)
	if err != nil {
		return fmt.Errorf("collect the C library for the image: %w", err)
	}
	layout := filepath.Join(s.out, name+".oci")
	size, err := writeImage(layout, image{
		version: s.version,
		time:    s.time,
		level:   s.level,
		layers: []tree{ // what changes least comes first
			glibc,
			library.under("usr/local"),
			program.inImage(),
		},
	})
	if err != nil {
		return fmt.Errorf("write %s: %w", layout, err)
	}
	fmt.Fprintf(s.said, "%s  %d MB\n", layout, size>>20)
	return nil
}
