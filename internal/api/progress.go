package api

import (
	"sync"
	"time"
)

// workTold is how long it is still told of work that has ended.
const workTold = time.Minute

// works is the long work that is under way, which streams tell of.
type works struct {
	mu   sync.Mutex
	list map[string]*work
	tell func() // something has changed
}

// work is something that takes long: a back-test, an import. Its methods may be called
// on nil, and by several goroutines.
type work struct {
	of    *works
	event ProgressEvent
	ended time.Time
}

// begin notes that long work begins. The id is told apart from all others by the
// caller, who may give it to the person waiting.
func (w *works) begin(id, kind, title, unit string) *work {
	now := time.Now().UTC()
	one := &work{of: w, event: ProgressEvent{Id: id, Kind: kind, Title: title, State: "running", Began: now, At: now}}
	if unit != "" {
		one.event.Unit = &unit
	}
	w.mu.Lock()
	if w.list == nil {
		w.list = map[string]*work{}
	}
	for id, old := range w.list {
		if !old.ended.IsZero() && now.Sub(old.ended) > workTold {
			delete(w.list, id)
		}
	}
	w.list[id] = one
	w.mu.Unlock()
	w.changed()
	return one
}

// step notes how far it is; total is 0 while nobody knows.
func (w *work) step(done, total int64) {
	if w == nil {
		return
	}
	w.of.mu.Lock()
	w.event.Done, w.event.Total, w.event.At = done, total, time.Now().UTC()
	w.of.mu.Unlock()
	w.of.changed()
}

// end notes that it is over, and why when it failed.
func (w *work) end(err error) {
	if w == nil {
		return
	}
	w.of.mu.Lock()
	w.ended = time.Now()
	w.event.At, w.event.State = w.ended.UTC(), "done"
	if err != nil {
		p := problemOf(err)
		w.event.State, w.event.Message = "failed", &p.Detail
	}
	w.of.mu.Unlock()
	w.of.changed()
}

func (w *works) changed() {
	if w.tell != nil {
		w.tell()
	}
}

// since returns the work of which there is news since a time.
func (w *works) since(t time.Time) (list []ProgressEvent) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, one := range w.list {
		if one.event.At.After(t) && (one.ended.IsZero() || time.Since(one.ended) < workTold) {
			list = append(list, one.event)
		}
	}
	return list
}
