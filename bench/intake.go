package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/weir-flow/weir/bench/peers"
	"github.com/weir-flow/weir/internal/daemon"
)

// taken is what a system took in and what it cost.
type taken struct {
	rows    int64
	wall    time.Duration // to the last record that can be queried
	cpu     time.Duration // with everything merged
	bytes   int64         // of the records on disk, merged
	rollups int64         // bytes of everything beside them
	parts   uint64        // pieces of the record table before merging
}

// intake measures gzip text to stored, enriched, rolled up and merged, beside the
// engine's own read of the same files and DuckDB's.
func intake(ctx context.Context, b *bench) error {
	for _, set := range []struct {
		version          string
		rate, cpu, bytes float64 // bars
	}{{"2", 900e3, 0.9, 10.8}, {"5", 700e3, 0.75, 11.5}} {
		dir, err := b.files(ctx, set.version, b.records)
		if err != nil {
			return err
		}
		work := filepath.Join(b.work, "intake-v"+set.version)
		if err := os.Mkdir(work, 0o700); err != nil {
			return err
		}
		ours, err := b.ingest(ctx, filepath.Join(work, "weir"), dir)
		if err != nil {
			return err
		}
		inPlace, err := peers.InPlace(ctx, b.library, dir, work, b.threads, 1, nil)
		if err != nil {
			return err
		}
		duck, err := peers.DuckDB(ctx, filepath.Join("bench", "peers"), dir, work, b.threads, nil)
		if err != nil && !errors.Is(err, peers.ErrMissing) {
			return err
		}
		for _, peer := range []peers.Result{inPlace, duck} {
			if peer.Load.Rows != 0 && peer.Load.Rows != ours.rows {
				return fmt.Errorf("%s holds %d records of version %s, weir %d", peer.Peer, peer.Load.Rows, set.version, ours.rows)
			}
		}
		if err := os.RemoveAll(work); err != nil {
			return err
		}

		name := "gzip v" + set.version + " to queryable, with roll-ups"
		speed := rate(ours.rows, ours.wall)
		b.table.add(fmt.Sprintf("%s (%d records)", name, ours.rows), fmt.Sprintf(">= %.0f k/s", set.rate/1e3),
			fmt.Sprintf("%.0f k/s", speed/1e3), speed >= set.rate,
			each(inPlace, duck, func(p peers.Result) string { return fmt.Sprintf("%.0f k/s", rate(p.Load.Rows, p.Load.Wall)/1e3) })...)
		share := float64(ours.cpu) / float64(inPlace.Load.CPU)
		b.table.add(name+", CPU a record, fully merged", fmt.Sprintf("<= %.2fx in place", set.cpu),
			fmt.Sprintf("%.2f us (%.2fx)", micros(ours.rows, ours.cpu), share), share <= set.cpu,
			each(inPlace, duck, func(p peers.Result) string { return fmt.Sprintf("%.2f us", micros(p.Load.Rows, p.Load.CPU)) })...)
		size := float64(ours.bytes) / float64(ours.rows)
		b.table.add("v"+set.version+" bytes a record on disk, merged, with the tables of names", fmt.Sprintf("<= %.1f", set.bytes),
			fmt.Sprintf("%.1f", size), size <= set.bytes,
			each(inPlace, duck, func(p peers.Result) string {
				return fmt.Sprintf("%.1f", float64(p.Load.Disk)/float64(p.Load.Rows))
			})...)
		rollups := float64(ours.rollups) / float64(ours.rows)
		b.table.add("v"+set.version+" bytes a record of roll-ups", "<= 1", fmt.Sprintf("%.2f", rollups), rollups <= 1)
	}
	return nil
}

// small measures many small files: 200 records each, as many as the records make.
func small(ctx context.Context, b *bench) error {
	dir, count, err := b.smallFiles(ctx)
	if err != nil {
		return err
	}
	got, err := b.ingest(ctx, filepath.Join(b.work, "small"), dir)
	if err != nil {
		return err
	}
	speed := rate(got.rows, got.wall)
	b.table.add(fmt.Sprintf("%d files of 200 records", count), ">= 200 k/s", fmt.Sprintf("%.0f k/s", speed/1e3), speed >= 200e3)
	b.table.add("active parts after them", "<= 300", fmt.Sprint(got.parts), got.parts <= 300)
	return nil
}

// ingest takes a folder into a new data directory and removes the directory.
func (b *bench) ingest(ctx context.Context, data, dir string) (t taken, err error) {
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	l, err := daemon.Open(ctx, daemon.Config{Data: data, Library: b.library, Command: "bench", Log: log})
	if err != nil {
		return t, err
	}
	defer func() {
		err = errors.Join(err, l.Close(context.WithoutCancel(ctx)), os.RemoveAll(data))
	}()
	cpu := ownCPU() + peers.ChildrenCPU()
	began := time.Now()
	done, err := l.Ingest(ctx, []string{dir}, nil, daemon.IntakeConfig{Workers: b.threads}, nil)
	if err != nil {
		return t, err
	}
	t.rows, t.wall = done.Stored, time.Since(began)
	if !done.Clean() {
		return t, fmt.Errorf("%d bad lines, failures %v", done.Bad, done.Failures)
	}
	before, err := l.Store.Usage(ctx)
	if err != nil {
		return t, err
	}
	for _, u := range before {
		if u.Table == "flows" {
			t.parts += u.Parts
		}
	}
	if err := l.Store.Optimize(ctx); err != nil {
		return t, err
	}
	t.cpu = ownCPU() + peers.ChildrenCPU() - cpu
	after, err := l.Store.Usage(ctx)
	if err != nil {
		return t, err
	}
	for _, u := range after {
		switch u.Table {
		case "flows", "contexts", "paths", "sides":
			t.bytes += int64(u.Bytes)
		default:
			t.rollups += int64(u.Bytes)
		}
	}
	return t, nil
}

// each words a figure of the peers that were there.
func each(a, b peers.Result, word func(peers.Result) string) (words []string) {
	for _, p := range []peers.Result{a, b} {
		if p.Load.Rows > 0 {
			words = append(words, peerName(p)+" "+word(p))
		}
	}
	return words
}
