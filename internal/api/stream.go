package api

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/weir-flow/weir/internal/access"
	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/query"
)

const (
	streamsMost    = 256              // open at a time
	streamAge      = time.Hour        // then the reader connects anew, and shows again who it is
	streamBeat     = 15 * time.Second // between two comments
	streamWrite    = 20 * time.Second // a reader that takes nothing for so long is gone
	streamBatch    = 100 * time.Millisecond
	streamWaiting  = 256 // events that wait for a reader; more are dropped, and it is told
	streamReadTail = 2   // questions for tails at a time, of all streams
)

// streams are the open event streams and what keeps them fed.
type streams struct {
	a     *API
	works works
	slots chan struct{} // for questions of tails

	mu        sync.Mutex
	open      map[string]*stream
	following bool // somebody follows the ledger
	hearing   bool // somebody follows the alerts
}

func newStreams(a *API) *streams {
	s := &streams{a: a, open: map[string]*stream{}, slots: make(chan struct{}, streamReadTail)}
	s.works.tell = func() {
		for _, one := range s.each() {
			one.poke()
		}
	}
	return s
}

// each returns the streams that are open.
func (s *streams) each() []*stream {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := make([]*stream, 0, len(s.open))
	for _, one := range s.open {
		list = append(list, one)
	}
	return list
}

// done is closed when the server ends.
func (s *streams) done() <-chan struct{} { return s.a.cfg.Done }

// stream is one reader's.
type stream struct {
	id     string
	person string
	scope  query.Scope
	wake   chan struct{} // there are events to write
	read   chan struct{} // there is something to read for its tails

	mu      sync.Mutex
	resume  uint64 // the batch that the reader has seen last, where its first tails go on; 0: they begin now
	tails   []*tailing
	alerts  []string // keys
	works   []string
	heard   alert.Mark // what happened to alerts was told up to there
	worked  time.Time  // when work was told of last
	waiting []event
	lost    int // events that were dropped
}

// event is one event as it goes over the wire.
type event struct {
	name string
	id   uint64 // 0: none
	data any
}

// OpenStream implements [StrictServerInterface].
func (a *API) OpenStream(ctx context.Context, r OpenStreamRequestObject) (OpenStreamResponseObject, error) {
	one := &stream{
		id: rand.Text(), person: access.From(ctx).Name, scope: a.scope(ctx),
		wake: make(chan struct{}, 1), read: make(chan struct{}, 1),
	}
	for _, last := range []string{text(r.Params.After), text(r.Params.LastEventID)} { // a reader that connects by itself anew sends the first one again
		if n, err := strconv.ParseUint(last, 10, 64); err == nil {
			one.resume = n
		}
	}
	s := a.streams
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.open) >= streamsMost {
		return nil, &problemError{status: http.StatusServiceUnavailable, code: "unavailable", detail: "too many streams are open", fix: "close some, or ask again later"}
	}
	s.open[one.id] = one
	return &streamAnswer{ctx: ctx, s: s, one: one}, nil
}

// SetStream implements [StrictServerInterface].
func (a *API) SetStream(ctx context.Context, r SetStreamRequestObject) (SetStreamResponseObject, error) {
	a.streams.mu.Lock()
	one := a.streams.open[r.Id]
	a.streams.mu.Unlock()
	if one == nil || one.person != access.From(ctx).Name {
		return nil, missing("there is no such stream", "open one with GET "+Prefix+"/stream")
	}
	var tails []*tailing
	var alerts, progress []string
	for _, sub := range r.Body.Subscriptions {
		switch sub.Topic {
		case "tail":
			if _, err := filter.Compile(text(sub.Filter), filter.Options{Now: a.cfg.Now()}); err != nil {
				return nil, err
			}
			columns, err := query.ParseFields(text(sub.Columns))
			if err != nil {
				return nil, err
			}
			tails = append(tails, &tailing{key: sub.Key, filter: text(sub.Filter), columns: columns})
		case "alerts":
			alerts = append(alerts, sub.Key)
		case "progress":
			progress = append(progress, sub.Key)
		default:
			return nil, bad(fmt.Sprintf("there is no topic %q", sub.Topic), "tail, alerts or progress")
		}
	}
	return SetStream204Response{}, a.streams.set(ctx, one, tails, alerts, progress)
}

// set puts subscriptions in the place of those there were. What is told as before goes
// on without a gap.
func (s *streams) set(ctx context.Context, one *stream, tails []*tailing, alerts, progress []string) error {
	one.mu.Lock()
	for i, t := range tails {
		if at := slices.IndexFunc(one.tails, t.same); at >= 0 {
			tails[i] = one.tails[at]
		}
	}
	fresh := slices.DeleteFunc(slices.Clone(tails), func(t *tailing) bool { return slices.Contains(one.tails, t) })
	beginsAlerts := len(one.alerts) == 0 && len(alerts) > 0
	if len(one.works) == 0 {
		one.worked = time.Time{}
	}
	after := one.resume
	if len(tails) > 0 {
		one.resume = 0
	}
	one.mu.Unlock()

	// Where the new ones begin is looked up before they are told of anything.
	if len(fresh) > 0 {
		if err := s.begin(ctx, after, fresh); err != nil {
			return err
		}
	}
	var heard alert.Mark
	if beginsAlerts && s.a.cfg.Alerts != nil {
		var err error
		if heard, err = s.a.cfg.Alerts.Now(ctx); err != nil {
			return err
		}
	}
	one.mu.Lock()
	one.tails, one.alerts, one.works = tails, alerts, progress
	if beginsAlerts {
		one.heard = heard
	}
	one.mu.Unlock()
	one.poke()
	one.look()
	s.follow(len(tails) > 0)
	s.hear(len(alerts) > 0)
	return nil
}

// poke says that there is something to write.
func (one *stream) poke() {
	select {
	case one.wake <- struct{}{}:
	default:
	}
}

// look says that there is something to read for the tails.
func (one *stream) look() {
	select {
	case one.read <- struct{}{}:
	default:
	}
}

// put adds an event for the reader, or drops it when too many wait.
func (one *stream) put(e event) {
	one.mu.Lock()
	if len(one.waiting) >= streamWaiting {
		one.lost++
	} else {
		one.waiting = append(one.waiting, e)
	}
	one.mu.Unlock()
	one.poke()
}

// take returns what waits, with the news of long work.
func (one *stream) take(w *works) (list []event, lost int) {
	one.mu.Lock()
	defer one.mu.Unlock()
	list, lost = one.waiting, one.lost
	one.waiting, one.lost = nil, 0
	if len(one.works) > 0 && one.scope.All { // work names rules and files
		now := time.Now().UTC()
		for _, p := range w.since(one.worked) {
			for _, key := range one.works {
				p.Key = key
				list = append(list, event{name: "progress", data: p})
			}
		}
		one.worked = now
	}
	return list, lost
}

// close takes a stream out.
func (s *streams) close(one *stream) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.open, one.id)
}

// streamAnswer writes a stream until its reader leaves, the server ends, or it is old.
type streamAnswer struct {
	ctx context.Context
	s   *streams
	one *stream
}

// VisitOpenStreamResponse implements [OpenStreamResponseObject].
func (v *streamAnswer) VisitOpenStreamResponse(w http.ResponseWriter) error {
	ctx, cancel := context.WithTimeout(v.ctx, streamAge)
	defer cancel()
	defer v.s.close(v.one)
	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("X-Accel-Buffering", "no") // nginx would hold events back
	w.WriteHeader(http.StatusOK)
	out := &eventWriter{w: w, control: http.NewResponseController(w)}
	out.text("retry: 2000\n\n")
	out.event(event{name: "hello", data: StreamHello{Id: v.one.id, Now: time.Now().UTC()}})
	out.flush()
	go v.s.readTails(ctx, v.one)

	beat := time.NewTicker(streamBeat)
	defer beat.Stop()
	for out.err == nil {
		select {
		case <-ctx.Done():
			return nil
		case <-v.s.done():
			return nil
		case <-beat.C:
			out.text(": still here\n\n")
			out.flush()
			continue
		case <-v.one.wake:
		}
		list, lost := v.one.take(&v.s.works)
		if lost > 0 {
			out.event(event{name: "lost", data: map[string]int{"events": lost}})
		}
		for _, e := range list {
			out.event(e)
		}
		out.flush()
		select { // what comes meanwhile goes out together
		case <-time.After(streamBatch):
		case <-ctx.Done():
			return nil
		case <-v.s.done():
			return nil
		}
	}
	return nil // the reader is gone: there is nobody to tell
}

// eventWriter writes events until one cannot be written.
type eventWriter struct {
	w       http.ResponseWriter
	control *http.ResponseController
	buf     []byte
	err     error
}

func (o *eventWriter) text(s string) { o.buf = append(o.buf, s...) }

func (o *eventWriter) event(e event) {
	data, err := json.Marshal(e.data) // has no line break in it
	if err != nil {
		o.err = err
		return
	}
	o.buf = append(append(append(o.buf, "event: "...), e.name...), '\n')
	if e.id > 0 {
		o.buf = append(strconv.AppendUint(append(o.buf, "id: "...), e.id, 10), '\n')
	}
	o.buf = append(append(append(o.buf, "data: "...), data...), "\n\n"...)
}

func (o *eventWriter) flush() {
	if o.err != nil || len(o.buf) == 0 {
		return
	}
	_ = o.control.SetWriteDeadline(time.Now().Add(streamWrite)) // a writer without one blocks as long as it likes
	if _, o.err = o.w.Write(o.buf); o.err == nil {
		o.err = o.control.Flush()
	}
	o.buf = o.buf[:0]
}
