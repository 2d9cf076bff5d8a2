package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/klauspost/compress/gzip"

	"github.com/weir-flow/weir/bench/peers"
	"github.com/weir-flow/weir/internal/fleet"
)

// until is when the made records end; a fixed time, so that a data set is made once.
var until = time.Date(2026, 1, 15, 0, 0, 0, 0, time.UTC)

// files returns a folder with about n records of a log version in 16 gzip files,
// made when it is not there yet.
func (b *bench) files(ctx context.Context, version string, n int) (dir string, err error) {
	dir, err = filepath.Abs(filepath.Join(b.data, fmt.Sprintf("v%s-%d", version, n)))
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(dir); err == nil {
		return dir, nil
	}
	cfg := fleet.VolumeConfig(n, until)
	if cfg.Format, err = fleet.ParseFormat(version); err != nil {
		return "", err
	}
	fmt.Fprintf(os.Stderr, "bench: making %d records of version %s\n", n, version)
	unfinished := dir + ".partial"
	if err := os.RemoveAll(unfinished); err != nil {
		return "", err
	}
	if _, err := fleet.Write(ctx, unfinished, cfg, nil); err != nil {
		return "", err
	}
	return dir, os.Rename(unfinished, dir)
}

// smallFiles cuts the version 2 set into files of 200 records, and at most 20,000.
func (b *bench) smallFiles(ctx context.Context) (dir string, count int, err error) {
	const each, most = 200, 20_000
	from, err := b.files(ctx, "2", b.records)
	if err != nil {
		return "", 0, err
	}
	header, body, err := peers.Text(from, 1<<40)
	if err != nil {
		return "", 0, err
	}
	dir = filepath.Join(b.work, "many")
	for ; len(body) > 0 && count < most; count++ {
		size := 0
		for range each {
			n := bytes.IndexByte(body[size:], '\n')
			if n < 0 {
				break
			}
			size += n + 1
		}
		if size == 0 {
			break
		}
		if err := writeGzip(filepath.Join(dir, fmt.Sprintf("%03d", count/1000), fmt.Sprintf("%05d.log.gz", count)), header, body[:size]); err != nil {
			return "", 0, err
		}
		body = body[size:]
	}
	return dir, count, nil
}

func writeGzip(path, header string, lines []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	var packed bytes.Buffer
	zw, err := gzip.NewWriterLevel(&packed, gzip.BestSpeed)
	if err != nil {
		return err
	}
	// A bytes.Buffer takes every write.
	_, _ = fmt.Fprintln(zw, header)
	_, _ = zw.Write(lines)
	if err := zw.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, packed.Bytes(), 0o600)
}
