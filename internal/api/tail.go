package api

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/replay"
)

const (
	tailRows   = 500                    // a second, of one subscription; twice that at once
	tailEvery  = 100 * time.Millisecond // the ledger is looked at
	alertEvery = 500 * time.Millisecond // the alerts' audit is looked at
	tailBehind = 2000                   // shares that wait to be read; more are skipped, and it is told
)

// tailing is one subscription to what is stored. Its stream's lock guards what changes.
type tailing struct {
	key     string
	filter  string
	columns []record.FieldID

	waiting []ledger.Share
	seq     uint64 // of the last share that waits
	skipped uint64 // records

	since time.Time // when it was last asked for room
	shown int       // until then, less what time has given back; below zero: saved up
}

func (t *tailing) same(o *tailing) bool {
	return t.key == o.key && t.filter == o.filter && slices.Equal(t.columns, o.columns)
}

// offer adds shares to those that are to be read.
func (t *tailing) offer(shares []ledger.Share, seq uint64) {
	for _, s := range shares {
		if s.Seq > t.seq { // its reader has the others already
			t.waiting = append(t.waiting, s)
		}
	}
	t.seq = max(t.seq, seq)
	if more := len(t.waiting) - tailBehind; more > 0 {
		for _, s := range t.waiting[:more] {
			t.skipped += s.Rows
		}
		t.waiting = slices.Clone(t.waiting[more:])
	}
}

// room is how many rows may be shown now. Batches do not come at even intervals: what was
// not used is saved up, to as many rows as a second has.
func (t *tailing) room(now time.Time) int {
	if spent := now.Sub(t.since); spent < 2*time.Second {
		t.shown = max(t.shown-int(spent*tailRows/time.Second), -tailRows)
	} else {
		t.shown = -tailRows
	}
	t.since = now
	return tailRows - t.shown
}

// begin says where new tails begin: behind a batch, or now.
func (s *streams) begin(ctx context.Context, after uint64, tails []*tailing) error {
	if s.a.cfg.Ledger == nil {
		return errors.New("no ledger to follow")
	}
	t, err := replay.NewTail(ctx, s.a.cfg.Ledger, after)
	if err != nil {
		return err
	}
	var shares []ledger.Share
	if after > 0 {
		if shares, err = t.Next(ctx); err != nil {
			return err
		}
	}
	for _, tail := range tails {
		tail.offer(shares, t.Seq())
	}
	return nil
}

// wanted reports whether a stream wants something.
func (s *streams) wanted(of func(*stream) bool) bool {
	return slices.ContainsFunc(s.each(), func(one *stream) bool {
		one.mu.Lock()
		defer one.mu.Unlock()
		return of(one)
	})
}

// follow makes sure that somebody follows the ledger while there are tails.
func (s *streams) follow(tails bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.following || !tails {
		return
	}
	s.following = true
	go s.repeat(tailEvery, &s.following, func(one *stream) bool { return len(one.tails) > 0 }, s.offerTails())
}

// hear makes sure that somebody follows the alerts while it is asked for.
func (s *streams) hear(alerts bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.hearing || !alerts || s.a.cfg.Alerts == nil {
		return
	}
	s.hearing = true
	go s.repeat(alertEvery, &s.hearing, func(one *stream) bool { return len(one.alerts) > 0 }, s.tellAlerts)
}

// repeat does something again and again until no stream wants it.
func (s *streams) repeat(every time.Duration, running *bool, wants func(*stream) bool, do func(context.Context) error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	tick := time.NewTicker(every)
	defer tick.Stop()
	told := false
	for {
		select {
		case <-s.done():
			return
		case <-tick.C:
		}
		if !s.wanted(wants) {
			s.mu.Lock()
			*running = false
			s.mu.Unlock()
			if s.wanted(wants) { // one came in between
				s.follow(running == &s.following)
				s.hear(running == &s.hearing)
			}
			return
		}
		err := do(ctx)
		if err != nil && !told {
			s.a.log.Warn("streams cannot be fed; it is tried again", "err", err)
		}
		told = err != nil
	}
}

// offerTails returns what gives all tails what was stored since the last time.
func (s *streams) offerTails() func(context.Context) error {
	var t *replay.Tail
	return func(ctx context.Context) (err error) {
		if t == nil {
			// From the oldest place that a tail is at.
			first := uint64(0)
			for _, one := range s.each() {
				one.mu.Lock()
				for _, tail := range one.tails {
					if first == 0 || tail.seq < first {
						first = tail.seq
					}
				}
				one.mu.Unlock()
			}
			if t, err = replay.NewTail(ctx, s.a.cfg.Ledger, first); err != nil {
				return err
			}
		}
		shares, err := t.Next(ctx)
		if err != nil || len(shares) == 0 {
			return err
		}
		for _, one := range s.each() {
			one.mu.Lock()
			for _, tail := range one.tails {
				tail.offer(shares, t.Seq())
			}
			one.mu.Unlock()
			one.look()
		}
		return nil
	}
}

// readTails reads for a stream's tails what was stored, until its reader leaves.
func (s *streams) readTails(ctx context.Context, one *stream) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.done():
			return
		case <-one.read:
		}
		one.mu.Lock()
		tails := slices.Clone(one.tails)
		one.mu.Unlock()
		for _, t := range tails {
			one.mu.Lock()
			shares, seq, skipped, room := t.waiting, t.seq, t.skipped, t.room(time.Now())
			t.waiting, t.skipped = nil, 0
			one.mu.Unlock()
			if len(shares) == 0 && skipped == 0 {
				continue
			}
			e, shown := s.readTail(ctx, one, t, shares, room)
			if ctx.Err() != nil {
				return
			}
			one.mu.Lock()
			t.shown += shown
			one.mu.Unlock()
			if e.Skipped = int64(skipped); e.Matched > 0 || e.Skipped > 0 || e.Error != nil {
				one.put(event{name: "tail", id: seq, data: e})
			}
		}
	}
}

// readTail reads the records of some shares that a tail shows.
func (s *streams) readTail(ctx context.Context, one *stream, t *tailing, shares []ledger.Share, room int) (e tailEvent, shown int) {
	e = tailEvent{Key: t.key, At: time.Now().UTC()}
	select {
	case s.slots <- struct{}{}:
		defer func() { <-s.slots }()
	case <-ctx.Done():
		return e, 0
	}
	sel := replay.Selection{Query: s.a.cfg.Query, Request: query.Request{
		Filter: t.filter, Now: s.a.cfg.Now(), Scope: one.scope, Columns: t.columns, IDs: true,
		Limits: query.Limits{Time: 10 * time.Second},
	}}
	rows := &moreRows{}
	matched, err := sel.Read(ctx, shares, room, rows)
	if err != nil {
		p := problemOf(err)
		e.Error = &p.Detail
		for _, share := range shares {
			e.Skipped += int64(share.Rows)
		}
		return e, 0
	}
	e.Columns, e.Values, e.Matched, e.Shown = columnsOf(rows.columns), rows.values, int64(matched), rows.rows
	return e, rows.rows
}

// tailEvent is a [TailEvent] whose values are JSON already.
type tailEvent struct {
	Key     string              `json:"key"`
	At      time.Time           `json:"at"`
	Columns []Column            `json:"columns"`
	Values  [][]json.RawMessage `json:"values"`
	Shown   int                 `json:"shown"`
	Matched int64               `json:"matched"`
	Skipped int64               `json:"skipped"`
	Error   *string             `json:"error,omitempty"`
}

// moreRows keeps rows as columns of JSON.
type moreRows struct {
	columns []query.Column
	values  [][]json.RawMessage
	rows    int
}

func (m *moreRows) Begin(columns []query.Column) error {
	m.columns, m.values = columns, make([][]json.RawMessage, len(columns))
	return nil
}

func (m *moreRows) Row(row query.Row) error {
	for i := range m.values {
		m.values[i] = append(m.values[i], slices.Clone(row.JSON(i)))
	}
	m.rows++
	return nil
}

// tellAlerts tells the streams of what has happened to alerts.
func (s *streams) tellAlerts(ctx context.Context) error {
	for _, one := range s.each() {
		one.mu.Lock()
		keys, heard := one.alerts, one.heard
		one.mu.Unlock()
		if len(keys) == 0 {
			continue
		}
		list, next, err := s.a.cfg.Alerts.Hear(ctx, heard)
		if err != nil {
			return err
		}
		for _, h := range list {
			if !one.scope.All && (h.Alert == nil || !seesAlert(one.scope, h.Alert.Finding)) {
				continue // a silence is about the alerts of all
			}
			e := AlertEvent{Seq: h.Seq, At: h.At.UTC(), Action: h.Action, Who: h.Who, Subject: h.Subject}
			if h.Alert != nil {
				if e.Alert, err = asObject(*h.Alert); err != nil {
					return err
				}
			}
			for _, key := range keys {
				e.Key = key
				one.put(event{name: "alert", data: e})
			}
		}
		one.mu.Lock()
		one.heard = next
		one.mu.Unlock()
	}
	return nil
}

func asObject(v any) (*map[string]any, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var m map[string]any
	return &m, json.Unmarshal(text, &m)
}
