package s3

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"github.com/weir-flow/weir/internal/source"
)

const (
	// overlap is how far behind the newest object a listing that follows the order
	// of keys begins again: objects do not become visible in their order.
	overlap = 2 * time.Hour
	// rediscover is how often accounts, regions and years are looked for.
	rediscover = 10 * time.Minute
	// relist is how often everything is listed again, for what came later still.
	relist = 24 * time.Hour
	// manyKeys is how many keys that are in no order are listed at every poll; more
	// are listed at every rediscovery.
	manyKeys = 10_000
)

// A Watch is a source that lists a path again and again. Each call of Objects is
// a poll and hands out what may be new; what is in already is for the ledger to
// know, by its version.
//
// The first poll, and one each day after, lists everything in the range of the
// source. Between them, where keys hold the day, only yesterday and what follows
// it is listed; where they do not, but lie in the order of time, what follows the
// first key of the last two hours; and other keys all, though not at every poll
// when there are many. Yesterday is that of the clock or of the newest object,
// whichever is earlier, so a clock that is wrong loses nothing.
//
// A poll that fails may be repeated at once. The interval is the caller's to
// choose; a poll costs one request for each region of each account, if nothing is
// new.
type Watch struct {
	s   *Source
	now func() time.Time

	since atomic.Pointer[time.Time] // from the next poll on
	begin time.Time                 // of the first poll's range, unless nothing lies in it

	mu     sync.Mutex // one poll at a time
	runs   []watched
	found  time.Time // when runs were looked for
	whole  time.Time // when everything was listed
	newest time.Time // time of change of the newest object
}

// watched is a run with what its last listing told about it.
type watched struct {
	run
	seen    int
	listed  time.Time // in full
	ordered bool      // keys lie in the order of time, give or take the overlap
	cursor  string    // first key of the overlap
}

var _ source.Source = (*Watch)(nil)

// Watch returns a watch of the source's path.
func (s *Source) Watch() *Watch { return &Watch{s: s, now: time.Now} }

// Path is what is watched.
func (w *Watch) Path() string { return w.s.Path() }

// Since moves the beginning of the range on: what is older than records are kept
// would come back with every listing of everything. It holds from the next poll on.
func (w *Watch) Since(t time.Time) { w.since.Store(&t) }

// Begin lets the first poll, and all that follow, list from t on; but where nothing
// is as new as that, everything: records are kept by the newest of them, and a clock may
// be wrong. It is called before the first poll.
func (w *Watch) Begin(t time.Time) { w.begin = t }

// Objects implements [source.Source]: one poll.
func (w *Watch) Objects(ctx context.Context, yield func(source.Object) error) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.s.refusals.reset()
	all := w.s.since
	if !w.begin.After(all) {
		return w.poll(ctx, yield)
	}
	w.s.since = w.begin
	found := false
	err := w.poll(ctx, func(o source.Object) error {
		found = true
		return yield(o)
	})
	switch {
	case err != nil:
		w.s.since = all // until it is known whether there is something
	case found:
		w.begin = time.Time{}
	default:
		w.s.since, w.begin = all, time.Time{}
		w.runs, w.whole = nil, time.Time{}
		return w.poll(ctx, yield)
	}
	return err
}

func (w *Watch) poll(ctx context.Context, yield func(source.Object) error) error {
	if since := w.since.Load(); since != nil && since.After(w.s.since) {
		w.s.since = *since
	}
	now := w.now()
	due := func(last time.Time, every time.Duration) bool {
		return last.IsZero() || now.Sub(last) >= every || now.Before(last) // a clock that went back
	}
	whole := due(w.whole, relist)
	if whole || len(w.runs) == 0 || due(w.found, rediscover) || now.UTC().YearDay() != w.found.UTC().YearDay() {
		if err := w.discover(ctx); err != nil {
			return err
		}
		w.found = now
	}
	p := w.s.planner()
	if !whole && !w.newest.IsZero() {
		from := now
		if w.newest.Before(from) {
			from = w.newest
		}
		if from = from.UTC().Truncate(24*time.Hour).AddDate(0, 0, -1); from.After(p.from) {
			p.from = from
		}
	}
	var runs []run
	var of []int // index in w.runs
	for i := range w.runs {
		k := &w.runs[i]
		next := []run{k.run}
		switch {
		case k.dated:
			next = p.timed(k.prefix)
		case whole || k.listed.IsZero():
		case k.ordered:
			next[0].after = k.cursor
		case k.seen > manyKeys && !due(k.listed, rediscover):
			next = nil
		}
		for _, r := range next {
			runs, of = append(runs, r), append(of, i)
		}
	}
	tally := make([]order, len(runs))
	newest := w.newest
	err := w.s.list(ctx, runs, func(i int, e *entry) error {
		tally[i].add(e)
		if e.modified.After(newest) {
			newest = e.modified
		}
		return w.s.yield(e, yield)
	})
	if err != nil {
		return err // the next poll begins where this one did
	}
	w.newest = newest
	for i, t := range tally {
		k := &w.runs[of[i]]
		if k.dated {
			continue
		}
		if runs[i].after == "" {
			k.listed, k.seen, k.ordered = now, t.seen, true
		}
		k.ordered = k.ordered && !t.broken
		if t.seen > 0 {
			k.cursor = t.cursor()
		}
	}
	if whole {
		w.whole = now
	}
	return nil
}

// discover looks for the stretches of keys there are, and keeps what is known of
// those that were there.
func (w *Watch) discover(ctx context.Context) error {
	p := w.s.planner()
	if p.from.IsZero() {
		p.from = time.Unix(0, 0) // or years would not be looked for
	}
	runs, err := p.root(ctx)
	if err != nil {
		return err
	}
	known := map[run]watched{}
	for _, k := range w.runs {
		known[k.run] = k
	}
	w.runs = w.runs[:0]
	for _, r := range runs {
		r.after, r.upTo = "", ""
		k, ok := known[r]
		if !ok {
			k = watched{run: r}
		}
		w.runs = append(w.runs, k)
	}
	return nil
}

// order tells whether keys lie in the order of time, and where the overlap begins.
type order struct {
	seen   int
	latest time.Time
	broken bool
	tail   []entry // of ascending times: keys from which on there may be some of the overlap
}

func (o *order) add(e *entry) {
	o.seen++
	if e.modified.Before(o.latest.Add(-overlap)) {
		o.broken = true
	}
	if e.modified.After(o.latest) {
		o.latest = e.modified
	}
	// Of keys that are hardly later than one before, that one is enough.
	if n := len(o.tail); n == 0 || e.modified.Sub(o.tail[n-1].modified) >= overlap/16 {
		o.tail = append(o.tail, entry{key: e.key, modified: e.modified})
	}
	for len(o.tail) > 1 && o.latest.Sub(o.tail[0].modified) >= overlap+overlap/16 {
		o.tail = o.tail[1:]
	}
}

// cursor is the key behind which the next listing begins.
func (o *order) cursor() string {
	if len(o.tail) == 0 {
		return ""
	}
	// The key itself is listed again, as it may have been replaced.
	key := o.tail[0].key
	_, n := utf8.DecodeLastRuneInString(key)
	return key[:len(key)-n]
}
