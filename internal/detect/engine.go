package detect

import (
	"context"
	"encoding/binary"
	"time"

	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
)

// maxTicks is for how many hours without rows detectors hear of each hour that
// passes. Beyond it they hear of the last one only, so that a record of 1970 does not
// make half a million hours.
const maxTicks = 24 * 32

// Engine hands rows to detectors in event time. It is used by one goroutine at a
// time; detectors whose slice is large run side by side.
type Engine struct {
	env       *Env
	set       *rule.Set
	detectors []Detector
	block     Block

	now  int64 // event time that has passed, a whole minute
	open int64 // start of the minute that rows came of, 0: none
	next int64 // end of the minute after the last that had rows, 0: passed
	rows int64
}

// NewEngine returns an engine over detectors whose rules are numbered as in the set.
func NewEngine(env *Env, set *rule.Set, detectors []Detector) *Engine {
	return &Engine{env: env, set: set, detectors: detectors}
}

// Deliveries lets detectors know how rows came.
func (e *Engine) Deliveries(of func(part uint32) (Delivery, bool)) { e.env.Delivered = of }

// Now returns the event time that has passed, in nanoseconds since 1970: rows before
// it were seen. 0 before the first row.
func (e *Engine) Now() int64 { return e.now }

// Moment returns the event time that the engine is at, in nanoseconds since 1970: in the
// rows of a minute it is behind the minute's start, else it is what has passed.
func (e *Engine) Moment() int64 {
	if e.open != 0 {
		return e.open + 1
	}
	return e.now
}

// Rows returns how many rows the engine was given.
func (e *Engine) Rows() int64 { return e.rows }

// Run hands out the rows of a batch, which follow those before in total order.
func (e *Engine) Run(batch *record.Batch, out Out) {
	n := batch.Len()
	if n == 0 {
		return
	}
	b := e.derive(batch)
	e.rows += int64(n)
	for lo := 0; lo < n; {
		from := b.Start[lo] - mod(b.Start[lo], SliceWidth)
		hi := lo + 1
		for hi < n && b.Start[hi] < from+SliceWidth {
			hi++
		}
		if e.open != 0 && e.open != from {
			e.pass(from, out)
		} else if e.now != 0 && e.open == 0 {
			e.tick(from, out)
		}
		e.open = from
		e.env.Hosts.Open(from)
		s := Slice{From: from, To: from + SliceWidth, Lo: lo, Hi: hi}
		for _, d := range e.detectors {
			d.Slice(b, s, out)
		}
		e.env.Hosts.Learn(b, s)
		lo = hi
	}
}

// Advance says that no row that starts before now will come any more. It is cut to
// whole minutes.
func (e *Engine) Advance(now int64, out Out) {
	now -= mod(now, SliceWidth)
	switch {
	case e.open != 0 && now > e.open:
		e.pass(now, out)
	case e.open == 0 && e.now != 0 && now > e.now:
		e.tick(now, out)
	}
}

// pass ends the open minute and lets time go on to a later one.
func (e *Engine) pass(to int64, out Out) {
	end := e.open + SliceWidth
	e.open, e.next = 0, end+SliceWidth
	e.advance(end, out)
	e.tick(to, out)
}

// tick tells of what passes in (e.now, to]: the minute after the last that had rows,
// in which what detectors wait for did not come, and the whole hours.
func (e *Engine) tick(to int64, out Out) {
	if e.next != 0 && e.next <= to {
		e.advance(e.next, out)
		e.next = 0
	}
	const hour = int64(time.Hour)
	first := e.now - mod(e.now, hour) + hour
	last := to - mod(to, hour)
	if last-first > maxTicks*hour {
		first = last - maxTicks*hour
	}
	for at := first; at <= last; at += hour {
		e.advance(at, out)
	}
	e.now = max(e.now, to)
}

func (e *Engine) advance(now int64, out Out) {
	e.now = now
	e.env.Hosts.Advance(now)
	for _, d := range e.detectors {
		d.Advance(now, out)
	}
}

func (e *Engine) derive(batch *record.Batch) *Block {
	e.block.Derive(batch)
	e.block.Matches = e.set.Match(batch, e.block.Matches)
	return &e.block
}

// Judge shows rows in any order to the detectors that can judge them at once.
func (e *Engine) Judge(batch *record.Batch, out Out) {
	b := e.derive(batch)
	for _, d := range e.detectors {
		if i, ok := d.(Immediate); ok {
			i.Judge(b, out)
		}
	}
}

// State returns all tables, always in the same order.
func (e *Engine) State() []State {
	states := e.env.Hosts.State()
	for _, d := range e.detectors {
		states = append(states, d.State()...)
	}
	return states
}

// Try runs fn, which may hand rows to the engine, and then puts everything back as it
// was before.
func (e *Engine) Try(ctx context.Context, fn func(context.Context) error) error {
	states := e.State()
	for _, s := range states {
		s.Mark()
	}
	now, open, next, rows := e.now, e.open, e.next, e.rows
	err := fn(ctx)
	e.now, e.open, e.next, e.rows = now, open, next, rows
	for _, s := range states {
		s.Rollback()
	}
	return err
}

// AppendClock writes down where the engine is in event time, and ReadClock reads it.
// With the tables of [Engine.State] that is all there is of it.
func (e *Engine) AppendClock(dst []byte) []byte {
	dst = binary.AppendVarint(dst, e.now)
	dst = binary.AppendVarint(dst, e.open)
	dst = binary.AppendVarint(dst, e.next)
	return binary.AppendVarint(dst, e.rows)
}

// ReadClock reads what AppendClock wrote.
func (e *Engine) ReadClock(src []byte) error {
	r := sketch.Reader{Src: src}
	e.now, e.open, e.next, e.rows = r.Varint(), r.Varint(), r.Varint(), r.Varint()
	_, err := r.Rest()
	return err
}
