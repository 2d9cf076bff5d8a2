package main

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"syscall"
	"time"

	"github.com/weir-flow/weir/bench/peers"
	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/record"
)

// parse measures text to columns on one core, in records per second of CPU time,
// and allocations per row, beside the loops of package peers. The text is in
// memory and not compressed.
func parse(ctx context.Context, b *bench) error {
	for _, set := range []struct {
		version string
		bar     float64
	}{{"2", 4e6}, {"5", 2.5e6}} {
		dir, err := b.files(ctx, set.version, b.records)
		if err != nil {
			return err
		}
		header, body, err := peers.Text(dir, 64<<20)
		if err != nil {
			return err
		}
		text := append(append([]byte(header), '\n'), body...)
		names := peers.Names(header)

		sink := &lastBatch{batch: record.NewBatch(record.KindFlow, record.NewRegistry())}
		read := func(text []byte) func() (int64, error) {
			return func() (int64, error) {
				result, err := decode.Run(ctx, bytes.NewReader(text), daemon.Formats(), decode.Options{}, sink)
				return result.Rows, err
			}
		}
		ours, err := measure(read(text))
		if err != nil {
			return err
		}
		// What an object and each new interface cost once is in both and cancels out.
		once, err := allocations(read(text))
		if err != nil {
			return err
		}
		twice, err := allocations(read(append(text, body...)))
		if err != nil {
			return err
		}
		allocs := max(0, float64(twice)-float64(once)) / float64(bytes.Count(body, []byte{'\n'}))
		fields, err := measure(func() (int64, error) {
			n, err := peers.ReadFields(names, body, func(*peers.Row) {})
			return int64(n), err
		})
		if err != nil {
			return err
		}
		columns := make(peers.Columns, len(names))
		scan, err := measure(func() (int64, error) { return int64(peers.Scan(names, body, columns)), nil })
		if err != nil {
			return err
		}
		b.table.add("parse v"+set.version+" text to columns, one core, of CPU time",
			fmt.Sprintf(">= %s", millions(set.bar)), millions(ours), ours >= set.bar,
			"Fields and strconv "+millions(fields), "byte scanner "+millions(scan))
		b.table.add("allocations per row", "0", fmt.Sprintf("%.4f", allocs), allocs < 0.001)
	}
	return nil
}

// lastBatch is a sink that keeps one batch and fills it again and again.
type lastBatch struct{ batch *record.Batch }

func (s *lastBatch) Batch() (*record.Batch, error) {
	if s.batch.Len() >= record.MaxRows/8 {
		s.batch.Reset()
	}
	return s.batch, nil
}
func (*lastBatch) Bad(decode.BadLine)  {}
func (*lastBatch) Consumed(int64, int) {}

// measure runs work on one core, once to warm up and then for two seconds, and
// returns its best rate per second of CPU time, the collector's included.
func measure(work func() (int64, error)) (best float64, err error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if _, err := work(); err != nil {
		return 0, err
	}
	for began := time.Now(); time.Since(began) < 2*time.Second; {
		cpu := ownCPU()
		n, err := work()
		if err != nil {
			return 0, err
		}
		best = max(best, rate(n, ownCPU()-cpu))
	}
	return best, nil
}

// allocations counts what work allocates when it runs for the second time.
func allocations(work func() (int64, error)) (uint64, error) {
	var before, after runtime.MemStats
	for range 2 {
		runtime.ReadMemStats(&before)
		if _, err := work(); err != nil {
			return 0, err
		}
		runtime.ReadMemStats(&after)
	}
	return after.Mallocs - before.Mallocs, nil
}

// ownCPU is the user and system time of this process.
func ownCPU() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
