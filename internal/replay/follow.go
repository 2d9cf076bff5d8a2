package replay

import (
	"context"
	"log/slog"
	"math"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/store"
)

// DefaultLateness is how long rows are waited for before their minute is settled.
const DefaultLateness = 15 * time.Minute

// idle is how far a source may fall behind the newest before the watermark no longer
// waits for it.
const idle = int64(time.Hour)

// Sink takes findings for good: when it returns nil they survive everything.
type Sink func(ctx context.Context, found []finding.Finding) error

// Config is what a [Follower] works with.
type Config struct {
	Store    *store.Store
	Ledger   *ledger.Ledger
	Registry *record.Registry
	// Engine makes an engine that has seen nothing.
	Engine func() *detect.Engine
	Sink   Sink
	// Withdraw takes findings back that are not found again where records have come
	// since; it may be told of one twice, and of one that never came. Nil, or without
	// Snapshots: none is.
	Withdraw func(ctx context.Context, ids []string) error
	// Holds tells of rules whose findings are never taken back. May be nil.
	Holds     func(rule string) bool
	Snapshots *Snapshots    // nil: none are kept
	Lateness  time.Duration // 0: [DefaultLateness]; negative: none
	// Since and Until bound the records that are gone over, [Since, Until); zero: all.
	Since, Until time.Time
	Log          *slog.Logger
	Progress     func(rows int64) // may be nil
}

// Follower keeps an engine up with what is stored. The engine's state is always that
// of having seen all rows before the watermark, of the parts up to a cut in the
// ledger, in total order. Rows behind the watermark are tried, and taken back.
type Follower struct {
	Config

	engine  *detect.Engine
	seq     uint64           // batches that the state is built from
	newest  map[string]int64 // by stream: newest start, ns
	settled int64            // the watermark, ns
	saved   int64            // watermark of the last snapshot
	base    *snapshot        // that snapshot
	begin   int64            // records that start before are not gone over, ns
	dropped uint64           // keys, by engines before this one
}

// Follow returns a follower that goes on from the newest snapshot that its engine
// understands, or from the beginning.
func Follow(ctx context.Context, cfg Config) (*Follower, error) {
	switch {
	case cfg.Lateness == 0:
		cfg.Lateness = DefaultLateness
	case cfg.Lateness < 0:
		cfg.Lateness = 0
	}
	f := &Follower{Config: cfg, newest: map[string]int64{}}
	if f.Snapshots != nil {
		var err error
		if f.dropped, err = Dropped(ctx, f.Snapshots.DB); err != nil {
			return nil, err
		}
	}
	if err := f.restore(ctx, math.MaxInt64); err != nil || f.base != nil || f.Snapshots == nil {
		return f, err
	}
	// Other rules went over the store before: these begin late enough to be soon done.
	n, err := f.Snapshots.last(ctx)
	if n != nil {
		f.begin, f.seq, f.newest = max(0, n.mark-warmUp), n.seq, n.streams
	}
	return f, err
}

// warmUp is how far back other rules begin on a store that rules have gone over
// before: no detector remembers longer.
const warmUp = int64(35 * 24 * time.Hour)

// Settled returns the watermark: rows that start before it are settled. Zero when
// nothing is.
func (f *Follower) Settled() time.Time {
	if f.settled == 0 {
		return time.Time{}
	}
	return time.Unix(0, f.settled).UTC()
}

// Engine returns the engine as it stands at the watermark.
func (f *Follower) Engine() *detect.Engine { return f.engine }

// Dropped returns how many keys were dropped because a table was full, since the data
// directory was made: what is gone over anew counts again.
func (f *Follower) Dropped() uint64 {
	n := f.dropped
	if f.engine != nil {
		for _, s := range f.engine.State() {
			n += s.Evicted()
		}
	}
	return n
}

// Step takes in what was stored since the last one and reports whether there was
// anything. With last, time is let run to the end of what is stored, as nothing more
// will come soon.
func (f *Follower) Step(ctx context.Context, last bool) (bool, error) {
	cut, err := f.Ledger.Cut(ctx, f.seq)
	if err != nil {
		return false, err
	}
	begun := f.settled != 0 || len(f.newest) == 0
	if len(cut.New) == 0 && cut.Renewed == ledger.None && begun && !last {
		f.seq = cut.Seq
		return false, nil
	}
	from := int64(math.MaxInt64)
	if cut.Renewed != ledger.None {
		from = cut.Renewed * int64(time.Second)
	}
	for _, s := range cut.New {
		from = min(from, s.MinStart*int64(time.Second))
		key := s.Source + "\x00" + s.Stream
		f.newest[key] = max(f.newest[key], s.MaxStart*int64(time.Second))
	}
	before := f.settled
	if from < f.begin {
		f.begin = 0 // records of before have come, which no rule has seen
	}
	if from < f.settled {
		if err := f.restore(ctx, from); err != nil {
			return false, err
		}
		f.Log.Info("records came late, or mean something else now; going over the time since anew", "from", time.Unix(0, from).UTC(), "watermark", time.Unix(0, before).UTC(), "again_from", f.Settled())
	}
	mark := max(before, f.watermark(last && f.Lateness == 0))
	read := store.Read{UpTo: cut.LastPart, Except: cut.Pending}
	out := newCollector(before, f.engine)
	base := f.settled // all behind it is gone over anew
	if mark > f.settled {
		read.From, read.To = max(f.settled, f.begin), mark
		if err := f.run(ctx, read, out); err != nil {
			return false, err
		}
		f.engine.Advance(mark, out)
		f.settled = mark
	}
	f.seq = cut.Seq
	read.From, read.To, out.ahead = max(mark, f.begin), 0, true
	err = f.engine.Try(ctx, func(ctx context.Context) error {
		if err := f.run(ctx, read, out); err != nil {
			return err
		}
		if last {
			f.engine.Advance(max(f.newestOf(), f.engine.Moment())+detect.SliceWidth, out) // what was taken in ahead of its time may lie beyond
		}
		return nil
	})
	if err != nil {
		return false, err
	}
	if err := f.hand(ctx, base, from, out); err != nil {
		return false, err
	}
	return true, f.save(ctx, last)
}

func (f *Follower) run(ctx context.Context, r store.Read, out detect.Out) error {
	if !f.Since.IsZero() {
		r.From = max(r.From, f.Since.Unix()*int64(time.Second))
	}
	if until := f.Until.Unix() * int64(time.Second); !f.Until.IsZero() && (r.To == 0 || r.To > until) {
		r.To = until
	}
	if r.To != 0 && r.To <= r.From {
		return nil
	}
	return Run(ctx, f.Store, f.Registry, f.engine, r, out, f.Progress)
}

// watermark is the time up to which all sources that are not idle have delivered,
// less the lateness; or the end of everything.
func (f *Follower) watermark(end bool) int64 {
	newest := f.newestOf()
	if newest == 0 {
		return 0
	}
	if end {
		newest += detect.SliceWidth
		return newest - newest%detect.SliceWidth
	}
	mark := newest
	for _, at := range f.newest {
		if newest-at <= idle {
			mark = min(mark, at)
		}
	}
	mark -= int64(f.Lateness)
	return max(0, mark-mark%detect.SliceWidth)
}

func (f *Follower) newestOf() (newest int64) {
	for _, at := range f.newest {
		newest = max(newest, at)
	}
	return newest
}

// collector marks what is found behind an earlier watermark as late, and remembers what
// was said up to the new one.
type collector struct {
	Findings
	late   int64
	engine *detect.Engine
	told   map[string]*telling
	ahead  bool // beyond the new watermark
}

// telling is what a step has said of a finding up to its watermark, and beyond.
type telling struct {
	first, settled, last int64 // where the engine was; settled is 0 when it was not said
	body                 finding.Finding
}

func newCollector(late int64, engine *detect.Engine) *collector {
	return &collector{late: late, engine: engine, told: map[string]*telling{}}
}

func (c *collector) Find(n finding.Finding) {
	n.Late = c.late != 0 && n.Found.UnixNano() < c.late
	c.Findings.Find(n)
	at, t := c.engine.Moment(), c.told[n.ID]
	if t == nil {
		t = &telling{first: at}
		c.told[n.ID] = t
	}
	if t.last = at; !c.ahead {
		t.settled, t.body = at, c.list[c.at[n.ID]]
	}
}
