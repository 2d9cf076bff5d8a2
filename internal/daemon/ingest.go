package daemon

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/weir-flow/weir/internal/pipeline"
	"github.com/weir-flow/weir/internal/source"
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
	Gone             int64              `json:"-"` // objects that were removed between listing and reading
	Failures         []pipeline.Failure `json:"-"` // objects not read, or not to their end
	Resumed          int                `json:"-"` // objects of an earlier run that was cut off, read on
}

// Clean reports whether all input was good.
func (i *Ingested) Clean() bool { return i.Bad == 0 && len(i.Failures) == 0 }

// Tick is the state of an intake at a moment, for a progress line.
type Tick struct {
	Objects, OfObjects int64
	Bytes, OfBytes     int64 // read so far, of all when they were listed
	Listing            bool  // OfObjects and OfBytes still grow
	Records            int64
	Elapsed            time.Duration
}

// Ingest takes everything that paths name into the store: files, folders,
// globs, buckets, and "-" for in. Objects of an earlier intake that was cut off are
// read to their end first. progress is called about ten times a second and
// may be nil.
func (l *Lookup) Ingest(ctx context.Context, paths []string, in io.Reader, cfg IntakeConfig, progress func(Tick)) (done Ingested, err error) {
	began := time.Now()
	cfg.Geo = l.allGeo(cfg.Geo)
	if err := l.Retry(ctx, func() error { return l.Store.Own(ctx) }); err != nil {
		return done, fmt.Errorf("ingest: %w", err)
	}
	left, err := l.unfinished(ctx, paths)
	if err != nil {
		return done, err
	}
	done.Resumed = len(left)
	objects, err := openPaths(ctx, paths, left, in, l.spoolDir(), cfg.Buckets)
	if err != nil {
		return done, err
	}
	defer func() { err = errors.Join(err, objects.Close()) }()
	intake, err := l.intake(cfg)
	if err != nil {
		return done, err
	}
	if err := l.remember(ctx, cfg); err != nil {
		return done, err
	}
	stop := ticker(intake, objects, began, progress)
	err = l.take(ctx, intake, objects)
	stop()

	p := intake.Progress()
	done.Objects, done.Records = p.Objects.Load(), p.Records.Load()
	done.Stored, done.Duplicates = p.Stored.Load(), p.Duplicates.Load()
	done.Bad, done.NoData, done.SkipData = p.Bad.Load(), p.NoData.Load(), p.SkipData.Load()
	done.BytesIn, done.DuplicateObjects = p.Bytes.Load(), p.DuplicateObjects.Load()
	done.Failures, done.Gone = intake.Failures(), p.Gone.Load()
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

// ticker calls progress until stop is called, and once more then.
func ticker(intake *pipeline.Intake, objects *Paths, began time.Time, progress func(Tick)) (stop func()) {
	if progress == nil {
		return func() {}
	}
	report := func() {
		p := intake.Progress()
		count, bytes, whole := objects.Size()
		progress(Tick{
			Objects: p.Objects.Load(), OfObjects: count, Listing: !whole,
			Bytes: p.Bytes.Load() + p.Skipped.Load(), OfBytes: bytes,
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
