package daemon

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/weir-flow/weir/internal/pipeline"
	"github.com/weir-flow/weir/internal/source"
	"github.com/weir-flow/weir/internal/source/file"
)

// Ingested is what one intake did. Records = Stored + Duplicates; Stored
// includes NoData and SkipData; Bad lines are apart.
type Ingested struct {
	Objects    int64   `json:"objects"`
	Records    int64   `json:"records"`
	Stored     int64   `json:"stored"`
	Duplicates int64   `json:"duplicates"`
	Bad        int64   `json:"bad"`
	NoData     int64   `json:"nodata"`
	SkipData   int64   `json:"skipdata"`
	BytesIn    int64   `json:"bytes_in"`
	Seconds    float64 `json:"seconds"`

	DuplicateObjects int64              `json:"-"`
	Failures         []pipeline.Failure `json:"-"` // objects not read, or not to their end
	Resumed          int                `json:"-"` // objects of an earlier run that was cut off, read on
}

// Clean reports whether all input was good.
func (i *Ingested) Clean() bool { return i.Bad == 0 && len(i.Failures) == 0 }

// Tick is the state of an intake at a moment, for a progress line.
type Tick struct {
	Objects, OfObjects int64
	Bytes, OfBytes     int64 // read so far, of all when they were listed
	Records            int64
	Elapsed            time.Duration
}

// Ingest takes everything that paths name into the store: files, folders,
// globs, and "-" for in. Objects of an earlier intake that was cut off are
// read to their end first. progress is called about ten times a second and
// may be nil.
func (l *Lookup) Ingest(ctx context.Context, paths []string, in io.Reader, cfg IntakeConfig, progress func(Tick)) (Ingested, error) {
	began := time.Now()
	var done Ingested
	if err := l.Retry(ctx, func() error { return l.Store.Own(ctx) }); err != nil {
		return done, fmt.Errorf("ingest: %w", err)
	}
	left, err := l.unfinished(ctx)
	if err != nil {
		return done, err
	}
	done.Resumed = len(left)
	var names []string
	for _, p := range paths {
		if p != "-" {
			names = append(names, p)
			continue
		}
		_, spool, err := file.Spool(ctx, in, filepath.Join(l.Dir, "spool"))
		if err != nil {
			return done, err
		}
		defer os.Remove(spool)
		names = append(names, spool)
	}
	files, err := file.New(append(names, left...))
	if err != nil {
		return done, err
	}
	intake, err := l.intake(cfg)
	if err != nil {
		return done, err
	}
	stop := ticker(intake, files, began, progress)
	err = l.take(ctx, intake, files)
	stop()

	p := intake.Progress()
	done.Objects, done.Records = p.Objects.Load(), p.Records.Load()
	done.Stored, done.Duplicates = p.Stored.Load(), p.Duplicates.Load()
	done.Bad, done.NoData, done.SkipData = p.Bad.Load(), p.NoData.Load(), p.SkipData.Load()
	done.BytesIn, done.DuplicateObjects = p.Bytes.Load(), p.DuplicateObjects.Load()
	done.Failures = intake.Failures()
	done.Seconds = time.Since(began).Seconds()
	return done, err
}

// take runs the intake, then computes anew the days whose meaning changed.
func (l *Lookup) take(ctx context.Context, intake *pipeline.Intake, src source.Source) error {
	if err := intake.Run(ctx, src); err != nil {
		return err
	}
	if err := intake.Rebuild(ctx); err != nil {
		return err
	}
	return intake.Flush(ctx)
}

// unfinished lists files that an earlier intake was cut off in and that are
// still there.
func (l *Lookup) unfinished(ctx context.Context) ([]string, error) {
	objects, err := interrupted(ctx, l.Ledger)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, o := range objects {
		if info, err := os.Stat(o.Name); err == nil && uint64(info.Size()) >= o.Size {
			names = append(names, o.Name)
		}
	}
	return names, nil
}

// ticker calls progress until stop is called, and once more then.
func ticker(intake *pipeline.Intake, files *file.Files, began time.Time, progress func(Tick)) (stop func()) {
	if progress == nil {
		return func() {}
	}
	report := func() {
		p := intake.Progress()
		progress(Tick{
			Objects: p.Objects.Load(), OfObjects: int64(files.Len()),
			Bytes: p.Bytes.Load(), OfBytes: files.Bytes(),
			Records: p.Records.Load(), Elapsed: time.Since(began),
		})
	}
	quit, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		t := time.NewTicker(100 * time.Millisecond)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				report()
			case <-quit:
				report()
				return
			}
		}
	}()
	return func() { close(quit); <-ended }
}
