package daemon

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/source"
	"github.com/weir-flow/weir/internal/source/file"
	"github.com/weir-flow/weir/internal/source/s3"
)

// What a watcher follows, and how, can change while it runs: what is asked for here
// holds from its next step.

// ErrFollowed says that a source is followed already.
var ErrFollowed = errors.New("it is followed already")

// sources are those that are followed now; the list itself never changes.
func (w *Watcher) sources() []*watchedSource { return *w.list.Load() }

// Add follows one more source.
func (w *Watcher) Add(ctx context.Context, p Watched) error {
	s, err := newWatched(p)
	if err != nil {
		return err
	}
	w.begin(ctx, s)
	w.mu.Lock()
	defer w.mu.Unlock()
	if slices.ContainsFunc(w.sources(), func(o *watchedSource) bool { return o.Name == s.Name || o.Path == s.Path }) {
		return ErrFollowed
	}
	list := append(slices.Clone(w.sources()), s)
	w.list.Store(&list)
	if w.poll != nil {
		w.poll(s)
	}
	return nil
}

// Remove no longer follows a source. What it has brought stays; what was listed and is
// not in yet is left out.
func (w *Watcher) Remove(name string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	list := slices.Clone(w.sources())
	i := slices.IndexFunc(list, func(s *watchedSource) bool { return s.Name == name })
	if i < 0 {
		return
	}
	if stop := list[i].stop; stop != nil {
		stop()
	}
	list = slices.Delete(list, i, i+1)
	w.list.Store(&list)
}

// Keep sets the retention.
func (w *Watcher) Keep(keep KeepSettings) {
	w.mu.Lock()
	w.keep, w.later = keep, true
	w.mu.Unlock()
	w.alert()
}

// Kept is the retention that holds.
func (w *Watcher) Kept() KeepSettings {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.keep
}

// Reopen says that the files with places have changed.
func (w *Watcher) Reopen() {
	w.mu.Lock()
	w.places = true
	w.mu.Unlock()
	w.alert()
}

// orders does what was asked for since the last step, and returns the retention.
func (w *Watcher) orders(ctx context.Context) (KeepSettings, error) {
	w.mu.Lock()
	keep, later, places := w.keep, w.later, w.places
	w.later, w.places = false, false
	w.mu.Unlock()
	if later {
		w.dropped = time.Time{}
	}
	if !places {
		return keep, nil
	}
	// The old intake knows of days that are to be computed anew.
	err := w.intake.Load().Rebuild(ctx)
	if err == nil {
		err = w.open()
	}
	if err != nil {
		w.mu.Lock()
		w.places = true
		w.mu.Unlock()
		return keep, err
	}
	w.note(ctx)
	return keep, nil
}

func newWatched(p Watched) (*watchedSource, error) {
	s := &watchedSource{Watched: p, queue: make(chan source.Object, queueLen)}
	if IsBucket(p.Path) {
		src, err := s3.New(p.Buckets).Source(p.Path)
		if err != nil {
			return nil, err
		}
		s.src, s.Every = src.Watch(), orDefault(p.Every, pollBuckets)
		s.Quiet = orDefault(p.Quiet, bucketQuiet)
	} else {
		src, err := file.NewWatch(p.Path)
		if err != nil {
			return nil, err
		}
		s.src, s.Path, s.Every = src, src.Path(), orDefault(p.Every, pollFiles)
	}
	s.state = SourceState{Name: s.Name, Path: s.Path, BadBy: map[string]int64{}, every: s.Every, quiet: s.Quiet, since: time.Now()}
	return s, nil
}

// open makes the intake, with the files with places that there are now.
func (w *Watcher) open() error {
	intake := w.cfg.Intake
	intake.Geo = w.l.allGeo(intake.Geo)
	intake.optionsFor = func(o source.Object) decode.Options {
		if s := w.source(o.Tag); s != nil {
			return s.Options
		}
		return w.cfg.Intake.Options
	}
	intake.read, intake.stored = w.read, w.stored
	in, err := w.l.intake(intake)
	if err != nil {
		return err
	}
	w.intake.Store(in)
	return nil
}

// note tells repairs which files say what addresses are.
func (w *Watcher) note(ctx context.Context) {
	cfg := w.cfg.Intake
	cfg.Geo = w.l.allGeo(cfg.Geo)
	if err := w.l.remember(ctx, cfg); err != nil {
		w.l.cfg.Log.Warn("the files of assets and places are not noted for repairs", "err", err)
	}
}

// begin spares a bucket's first poll what retention would drop at once. Days are counted
// as retention counts them, back from the newest one stored; in an empty store from
// today, with two days to spare for a clock that is wrong.
func (w *Watcher) begin(ctx context.Context, s *watchedSource) {
	b, ok := s.src.(*s3.Watch)
	days := w.Kept().Days
	if !ok || days <= 0 {
		return
	}
	newest, err := w.l.Store.NewestDay(ctx)
	if err != nil {
		w.l.cfg.Log.Warn("the newest day is not known; buckets are listed from their beginning", "err", err)
		return
	}
	from := time.Now().UTC().Truncate(24*time.Hour).AddDate(0, 0, -1-days)
	if newest != 0 {
		from = newest.Start().AddDate(0, 0, 1-days)
	}
	b.Begin(from)
}
