package pipeline

import (
	"context"
	"sync"
	"time"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/record"
)

// maxBatchBytes closes a batch by its size in memory.
const maxBatchBytes = 64 << 20

// packer is a worker's sink: it packs objects into batches and hands full ones
// to its committer, which stores them while the next one is filled.
type packer struct {
	in  *Intake
	ctx context.Context
	err error // what ended the committer, seen by the decoder at its next batch

	load   *load
	free   chan *load // three take turns: filled, learned, stored
	sealed chan *load
	done   chan error
	closed bool

	meeting *meeting

	object   *ledger.Object
	rows     int // rows of the object handed out so far
	at       ledger.Position
	tag      string
	bad      map[string]int64 // of the object, by reason; handed out
	badBy    map[string]uint64
	badLines []ledger.BadLine
}

// load is a batch on its way with what the ledger is to know about it.
type load struct {
	batch    *record.Batch
	segments []segment
	finished []ledger.Finish
	released []ledger.ObjectID // not read to their end, and to be tried again
	opened   time.Time
	last     bool // the worker has read all it was given
	days     []*dayBatch
}

// segment is the share of one object in a load.
type segment struct {
	part   ledger.Part
	rows   int
	stream string
	tag    string
}

// meeting is where the workers of a run wait for each other before they decide
// the rows of their last batches: by then all facts of the run are known. An
// intake that fits into one batch for each worker is decided right at once.
type meeting struct {
	mu   sync.Mutex
	left int
	all  chan struct{} // closed when everybody has arrived
}

func newMeeting(workers int) *meeting { return &meeting{left: workers, all: make(chan struct{})} }

func (m *meeting) arrive() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.left--; m.left == 0 {
		close(m.all)
	}
}

func (m *meeting) wait(ctx context.Context) error {
	select {
	case <-m.all:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (in *Intake) newPacker(ctx context.Context, m *meeting) *packer {
	const loads = 3
	p := &packer{in: in, ctx: ctx, meeting: m, free: make(chan *load, loads), sealed: make(chan *load, loads), done: make(chan error, 1), badBy: map[string]uint64{}}
	for range loads {
		p.free <- &load{batch: record.NewBatch(record.KindFlow, in.cfg.Registry)}
	}
	p.load = <-p.free
	go p.commitAll()
	return p
}

// commitAll stores sealed loads in order. A load is decided only when what the next
// one teaches is known as well: what it says of an interface whose first records
// end a load would make the whole day late. After an error the rest is let go.
func (p *packer) commitAll() {
	arrive := sync.OnceFunc(p.meeting.arrive)
	defer arrive()
	c := newCommitter(p.in)
	var held *load
	var failed error
	fail := func(err error) {
		if failed = err; err != nil {
			select {
			case p.done <- err:
			default:
			}
		}
	}
	store := func() {
		if held == nil {
			return
		}
		if held.last && failed == nil {
			fail(p.meeting.wait(p.ctx))
		}
		if failed == nil {
			fail(c.commit(p.ctx, held))
		}
		c.recycle(held)
		held.batch.Reset()
		held.segments, held.finished, held.released = held.segments[:0], held.finished[:0], held.released[:0]
		held.opened, held.last = time.Time{}, false
		p.free <- held
		held = nil
	}
	patience := time.NewTimer(p.in.cfg.MaxAge)
	defer patience.Stop()
	for {
		select {
		case l, more := <-p.sealed:
			if more && failed == nil {
				fail(c.learn(p.ctx, l))
			}
			if !more || l.last {
				arrive()
			}
			store()
			if !more {
				select {
				case p.done <- failed:
				default:
				}
				close(p.done)
				return
			}
			held = l
			patience.Reset(p.in.cfg.MaxAge)
		case <-patience.C:
			if held != nil && !held.last {
				store()
			}
		}
	}
}

// close ends the committer and waits for it.
func (p *packer) close() error {
	if p.closed {
		return nil
	}
	p.closed = true
	close(p.sealed)
	var err error
	for e := range p.done {
		if err == nil {
			err = e
		}
	}
	if p.err != nil {
		return nil // reported already
	}
	return err
}

// seal hands the load over, however full it is.
func (p *packer) seal() error {
	if len(p.load.segments) == 0 && len(p.load.finished) == 0 && len(p.load.released) == 0 {
		return nil
	}
	p.sealed <- p.load
	select {
	case p.load = <-p.free:
		return p.failed()
	case <-p.ctx.Done():
		return p.ctx.Err()
	}
}

// failed returns what ended the committer.
func (p *packer) failed() error {
	select {
	case err := <-p.done:
		if err != nil {
			p.err = err
		}
	default:
	}
	return p.err
}

// begin starts an object.
func (p *packer) begin(o *ledger.Object, tag string) {
	p.object, p.rows, p.at = o, 0, o.Done
	p.tag, p.bad = tag, nil
	clear(p.badBy)
	p.badLines = p.badLines[:0]
}

// end finishes the object that begin started; note says why its content ends
// early.
func (p *packer) end(note string) {
	p.load.finished = append(p.load.finished, ledger.Finish{Object: p.object.ID, Note: note})
	p.object = nil
}

// release gives an object back that another try may read on.
func (p *packer) release(id ledger.ObjectID) {
	p.load.released = append(p.load.released, id)
	p.object = nil
}

// Batch implements [decode.Sink].
func (p *packer) Batch() (*record.Batch, error) {
	l := p.load
	full := l.batch.Len() >= p.in.cfg.MaxRows || l.batch.Bytes() >= maxBatchBytes ||
		!l.opened.IsZero() && time.Since(l.opened) > p.in.cfg.MaxAge && l.batch.Len() > 0
	if full {
		if err := p.seal(); err != nil {
			p.err = err
			return nil, err
		}
	}
	if p.load.opened.IsZero() {
		p.load.opened = time.Now()
	}
	return p.load.batch, p.failed()
}

// Bad implements [decode.Sink].
func (p *packer) Bad(b decode.BadLine) {
	p.in.progress.Bad.Add(1)
	p.badBy[b.Reason]++
	if p.bad == nil {
		p.bad = map[string]int64{}
	}
	p.bad[b.Reason]++
	if p.badBy[b.Reason] <= ledger.MaxBadLines {
		p.badLines = append(p.badLines, ledger.BadLine{Line: uint64(b.Line), Column: uint64(b.Column), Reason: b.Reason, Text: append([]byte(nil), b.Text...)})
	}
}

// Consumed implements [decode.Sink]: what came since the last call becomes
// part of the object's segment in the load.
func (p *packer) Consumed(decoded int64, rows int) {
	fresh := rows - p.rows
	p.rows = rows
	to := ledger.Position{Byte: uint64(decoded)}
	if to.Byte <= p.at.Byte {
		return
	}
	l := p.load
	if n := len(l.segments); n == 0 || l.segments[n-1].part.Object != p.object.ID {
		l.segments = append(l.segments, segment{
			part:   ledger.Part{Object: p.object.ID, From: p.at},
			stream: p.object.Stream, tag: p.tag,
		})
	}
	s := &l.segments[len(l.segments)-1]
	s.part.To = to
	s.rows += fresh
	for reason, n := range p.badBy {
		s.addBad(reason, n)
	}
	s.part.BadLines = append(s.part.BadLines, p.badLines...)
	clear(p.badBy)
	p.badLines = p.badLines[:0]
	p.at = to
	p.in.progress.Records.Add(int64(fresh))
}

func (s *segment) addBad(reason string, n uint64) {
	s.part.Bad += n
	for i := range s.part.BadBy {
		if s.part.BadBy[i].Reason == reason {
			s.part.BadBy[i].Count += n
			return
		}
	}
	s.part.BadBy = append(s.part.BadBy, ledger.BadCount{Reason: reason, Count: n})
}
