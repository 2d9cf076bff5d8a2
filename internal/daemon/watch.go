package daemon

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/pipeline"
	"github.com/weir-flow/weir/internal/source"
	"github.com/weir-flow/weir/internal/source/file"
	"github.com/weir-flow/weir/internal/source/s3"
)

// Watched is a path that is followed: what it names is taken in as it comes.
type Watched struct {
	Name    string // unique among those of a watcher
	Path    string // file, folder, glob or s3://bucket/prefix
	Options decode.Options
	Buckets BucketConfig
	Every   time.Duration // between two polls; 0: a second for files, a minute for buckets
	Quiet   time.Duration // without data before an alert says so; 0: an hour for buckets, never for files
}

// WatchConfig says how a watcher works.
type WatchConfig struct {
	Intake IntakeConfig  // what all sources share; its Options are those of no source
	Keep   KeepSettings  // retention, now and every ten minutes
	Grace  time.Duration // how long work goes on after the watcher was told to stop; 0: 30 s
	Retry  time.Duration // an object that cannot be read is tried again after twice that, then ever more seldom; 0: 5 s
	Round  func(Round)   // called when some objects are in; may be nil
}

// Round is what the watcher took in at one go.
type Round struct {
	Objects, Duplicates int64
	Records, Bad        int64
	Failures            []pipeline.Failure
	Took                time.Duration
}

const (
	pollFiles   = time.Second
	pollBuckets = time.Minute
	queueLen    = 256              // objects of a source that wait to be read
	roundTime   = 20 * time.Second // a round ends then, however many objects wait
	roundIdle   = 50 * time.Millisecond
	retryFirst  = 5 * time.Second
	retrySeldom = time.Hour // an object that cannot be read is tried at least as often
	retryMost   = 10_000    // such objects of a source; more come again when all is listed anew
	keepEvery   = 10 * time.Minute
	rebuildMost = 10 * time.Minute // a day waits no longer to be computed anew
	rebuildPart = 10               // of the time at most one part goes into that
	factDays    = 8                // days whose facts are kept in memory
)

// Watcher follows sources: each is polled by a goroutine of its own, and what they
// find is taken in in rounds. What waits is bounded, so a source that has more is
// listed as fast as it can be read, and nothing is dropped.
type Watcher struct {
	l      *Lookup
	cfg    WatchConfig // its Keep is the one that it began with
	list   atomic.Pointer[[]*watchedSource]
	intake atomic.Pointer[pipeline.Intake]
	wake   chan struct{}

	detection func() *Figures // of the rules that run beside it; may be nil

	retry []source.Object // of a round that failed

	hold sync.Mutex // taken by what takes objects in beside the watcher, and by each step

	rebuilt, rebuildFrom time.Time // when days were last computed anew, and may be next
	dropped              time.Time

	mu     sync.Mutex           // guards what follows, changes of the list, and the states
	poll   func(*watchedSource) // follows a source; nil while nothing is followed
	keep   KeepSettings         // that holds from the next step
	later  bool                 // it has changed
	places bool                 // the files with places have
	round  Round
	paused string
	saved  time.Time
}

// watchedSource is a source with its state.
type watchedSource struct {
	Watched
	src   source.Source
	queue chan source.Object
	again []retried // guarded by Watcher.mu
	state SourceState
	stop  context.CancelFunc // ends its polls; nil before the first
}

// retried is an object that could not be read, to be tried again.
type retried struct {
	object source.Object
	why    string
	tries  int
	at     time.Time
}

// SourceState is how a watched source is.
type SourceState struct {
	Name         string           `json:"name"`
	Path         string           `json:"path"`
	Polled       time.Time        `json:"polled,omitzero"`        // when a poll last ended well
	Taken        time.Time        `json:"taken,omitzero"`         // when an object last came in
	NewestObject time.Time        `json:"newest_object,omitzero"` // when the newest object was written
	NewestRecord time.Time        `json:"newest_record,omitzero"` // start of the newest record, of those not in the future
	Objects      int64            `json:"objects"`
	Duplicates   int64            `json:"duplicates"` // objects whose bytes were in already
	Records      int64            `json:"records"`
	Bytes        int64            `json:"bytes"`
	BadBy        map[string]int64 `json:"bad"` // lines by reason
	Failures     int64            `json:"failures"`
	Waiting      int64            `json:"waiting"` // objects listed and not yet in
	Error        string           `json:"error"`   // of the last poll or object, empty when it went well and none waits to be tried again

	every, quiet time.Duration // as in [Watched]
	since        time.Time     // when it began to be followed
}

// Watch prepares to follow paths. Paths into the file system need not exist yet.
func (l *Lookup) Watch(paths []Watched, cfg WatchConfig) (*Watcher, error) {
	if cfg.Grace <= 0 {
		cfg.Grace = 30 * time.Second
	}
	cfg.Retry = orDefault(cfg.Retry, retryFirst)
	w := &Watcher{l: l, cfg: cfg, keep: cfg.Keep, wake: make(chan struct{}, 1)}
	list := make([]*watchedSource, len(paths))
	for i, p := range paths {
		var err error
		if list[i], err = newWatched(p); err != nil {
			return nil, err
		}
	}
	w.list.Store(&list)
	return w, w.open()
}

func orDefault(d, otherwise time.Duration) time.Duration {
	if d > 0 {
		return d
	}
	return otherwise
}

func (w *Watcher) source(name string) *watchedSource {
	for _, s := range w.sources() {
		if s.Name == name {
			return s
		}
	}
	return nil
}

// Run follows the sources until ctx ends, finishes what is under way and returns nil.
// What goes wrong with a source, or with the store, is told in the states and tried
// again.
func (w *Watcher) Run(ctx context.Context) error {
	work, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	defer context.AfterFunc(ctx, func() { time.AfterFunc(w.cfg.Grace, cancel) })()

	w.note(work)
	for _, s := range w.sources() {
		w.begin(work, s)
	}
	var pollers sync.WaitGroup
	w.mu.Lock()
	w.poll = func(s *watchedSource) {
		var until context.Context
		until, s.stop = context.WithCancel(ctx) //nolint:gosec // kept: [Watcher.Remove] calls it, and ctx ends
		pollers.Go(func() { w.follow(until, s) })
	}
	for _, s := range w.sources() {
		w.poll(s)
	}
	w.mu.Unlock()
	w.first(work)
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for wait := time.Duration(0); ctx.Err() == nil; {
		select {
		case <-ctx.Done():
		case <-tick.C:
		case <-w.wake:
		}
		if ctx.Err() != nil {
			break
		}
		err := w.step(ctx, work)
		w.save(work, err != nil)
		if err == nil {
			wait = 0
			continue
		}
		wait = min(max(2*wait, time.Second), 30*time.Second)
		w.l.cfg.Log.Error("intake stands still", "err", err, "again_in", wait)
		select {
		case <-ctx.Done():
		case <-time.After(wait):
		}
	}
	w.mu.Lock()
	w.poll = nil
	w.mu.Unlock()
	pollers.Wait()
	w.save(work, true)
	return nil
}

// first lets the objects that an earlier process was cut off in come before new ones.
func (w *Watcher) first(ctx context.Context) {
	var paths []string
	for _, s := range w.sources() {
		paths = append(paths, s.Path)
	}
	names, err := w.l.unfinished(ctx, paths)
	if err != nil {
		w.l.cfg.Log.Warn("objects that an earlier run was cut off in are not known", "err", err)
		return
	}
	for _, name := range names {
		if !IsBucket(name) { // a bucket's is listed again
			if o, err := file.Object(name); err == nil {
				for _, s := range w.sources() {
					if under, err := filepath.Match(s.Path, name); under && err == nil || strings.HasPrefix(name, s.Path) {
						o.Tag = s.Name
					}
				}
				w.retry = append(w.retry, o)
			}
		}
	}
}

// follow polls one source until ctx ends.
func (w *Watcher) follow(ctx context.Context, s *watchedSource) {
	wait := time.Duration(0)
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(wait):
		}
		err := s.src.Objects(ctx, func(o source.Object) error {
			o.Tag = s.Name
			w.mu.Lock()
			s.state.Waiting++
			if o.Modified.After(s.state.NewestObject) {
				s.state.NewestObject = o.Modified.UTC()
			}
			w.mu.Unlock()
			select {
			case s.queue <- o:
			default: // full: more is listed when there is room
				select {
				case s.queue <- o:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
			w.alert()
			return nil
		})
		if ctx.Err() != nil {
			return
		}
		w.mu.Lock()
		switch {
		case err == nil:
			wait, s.state.Error, s.state.Polled = s.Every, s.unread(), time.Now().UTC()
		default:
			wait = min(max(2*wait, s.Every), 5*time.Minute)
			s.state.Error = err.Error()
			w.l.cfg.Log.Warn("source not listed", "source", s.Name, "err", err, "again_in", wait)
		}
		w.mu.Unlock()
	}
}

func (w *Watcher) alert() {
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

// step does what is due: retention, a round, days to be computed anew.
func (w *Watcher) step(ctx, work context.Context) error {
	w.hold.Lock()
	defer w.hold.Unlock()
	keep, err := w.orders(work)
	if err != nil {
		return w.stuck(err)
	}
	if time.Since(w.dropped) > keepEvery {
		gone, err := w.l.Expire(work, keep)
		if err != nil {
			return err
		}
		if n := len(gone.Raw); n > 0 {
			w.l.cfg.Log.Info("days dropped to keep within limits", "days", n, "last", gone.Raw[n-1])
			for _, s := range w.sources() { // or the next full listing would bring them back
				if b, ok := s.src.(*s3.Watch); ok {
					b.Since(gone.Raw[n-1].Next().Start())
				}
			}
		}
		w.dropped = time.Now()
	}
	if why := w.l.full(); why != "" {
		w.pause(why)
		return nil
	}
	if _, err := w.l.Settle(work, keep); err != nil {
		return w.stuck(err)
	}
	idle, err := w.take(ctx, work)
	if err != nil {
		return w.stuck(err)
	}
	w.pause("")
	now := time.Now()
	if now.Before(w.rebuildFrom) || !idle && now.Sub(w.rebuilt) < rebuildMost {
		return nil
	}
	err = w.intake.Load().Rebuild(work)
	w.rebuilt = time.Now()
	w.rebuildFrom = w.rebuilt.Add(rebuildPart * w.rebuilt.Sub(now))
	return w.stuck(err)
}

// take runs one round; idle is whether nothing waits after it.
func (w *Watcher) take(ctx, work context.Context) (idle bool, err error) {
	began := time.Now()
	r := &round{w: w, ctx: ctx, until: began.Add(roundTime)}
	if !r.any() {
		return true, nil
	}
	in := w.intake.Load()
	if err := in.Run(work, r); err != nil {
		w.retry = r.given
		return false, err
	}
	w.retry = nil
	if err := in.Flush(work); err != nil {
		return false, err
	}
	in.Trim(factDays)
	w.mu.Lock()
	done := w.round
	w.round = Round{}
	w.mu.Unlock()
	done.Failures, done.Took = in.TakeFailures(), time.Since(began)
	if w.cfg.Round != nil {
		w.cfg.Round(done)
	}
	return !r.any(), nil
}

// read notes what became of an object.
func (w *Watcher) read(r pipeline.ObjectRead) {
	w.mu.Lock()
	defer w.mu.Unlock()
	s := w.source(r.Tag)
	if s != nil {
		s.state.Waiting = max(0, s.state.Waiting-1)
		if !r.Unread || errors.Is(r.Err, source.ErrGone) {
			s.again = slices.DeleteFunc(s.again, func(a retried) bool { return a.object.Name == r.Name })
		}
	}
	if r.Known {
		return // listed again, as listings overlap
	}
	w.round.Objects++
	if s == nil { // left over from an earlier process
		return
	}
	s.state.Taken = time.Now().UTC()
	s.state.Objects++
	s.state.Bytes += max(0, r.Size)
	for reason, n := range r.Bad {
		s.state.BadBy[reason] += n
		w.round.Bad += n
	}
	switch {
	case r.Duplicate:
		s.state.Duplicates++
		w.round.Duplicates++
	case errors.Is(r.Err, source.ErrGone):
	case r.Err != nil:
		s.state.Failures++
		s.state.Error = fmt.Sprintf("%s: %v", r.Name, r.Err)
		if r.Unread {
			s.later(r.Object, s.state.Error, w.cfg.Retry)
		}
	}
}

// later has an object tried again, ever more seldom, until it can be read or is gone.
func (s *watchedSource) later(o source.Object, why string, first time.Duration) {
	i := slices.IndexFunc(s.again, func(r retried) bool { return r.object.Name == o.Name })
	if i < 0 {
		if len(s.again) == retryMost {
			return
		}
		i, s.again = len(s.again), append(s.again, retried{})
	}
	r := &s.again[i]
	r.tries = min(r.tries+1, 20)
	r.object, r.why, r.at = o, why, time.Now().Add(min(first<<r.tries, retrySeldom))
}

// unread says what stands in the way of an object that waits to be tried again, "" when
// none does: a poll that went well does not mean that all of it can be read.
func (s *watchedSource) unread() string {
	if len(s.again) == 0 {
		return ""
	}
	return s.again[len(s.again)-1].why
}

// stored notes records that are safe.
func (w *Watcher) stored(tag string, c pipelineCounts) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.round.Records += int64(c.Stored)
	s := w.source(tag)
	if s == nil {
		return
	}
	s.state.Records += int64(c.Stored)
	newest := time.Unix(c.MaxStart, 0).UTC()
	if c.Stored > 0 && newest.After(s.state.NewestRecord) && newest.Before(time.Now().Add(time.Hour)) {
		s.state.NewestRecord = newest
	}
}

// States tells how the sources are, in their order.
func (w *Watcher) States() []SourceState {
	w.mu.Lock()
	defer w.mu.Unlock()
	list := w.sources()
	states := make([]SourceState, len(list))
	for i, s := range list {
		states[i] = s.state
		states[i].BadBy = make(map[string]int64, len(s.state.BadBy))
		for reason, n := range s.state.BadBy {
			states[i].BadBy[reason] = n
		}
	}
	return states
}

// Intake returns the live counters of what is taken in.
func (w *Watcher) Intake() *pipeline.Intake { return w.intake.Load() }
