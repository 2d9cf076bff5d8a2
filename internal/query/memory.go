package query

import (
	"context"
	"sync"
	"time"
)

// memory keeps answers while the store holds the same of the days they are about, as
// [held] tells. An answer is kept under the version that was looked up
// before it was asked for, and given out only to who looked up the same version after
// having begun to ask. So it is never older than the question.
type memory struct {
	most int // bytes

	mu   sync.Mutex
	kept map[string]*kept
	size int

	next    *lookup // that has not begun, for all who come meanwhile
	looking bool
	lookups int
}

// version is what the store held when it was looked up.
type version struct {
	*held     // nil: it is not known
	at    int // which of the lookups told it
}

// kept is an answer, or one that somebody is asking for.
type kept struct {
	of   string        // what the store held of its days
	at   int           // the newest lookup that told so
	done chan struct{} // closed when it is known whether there is one
	// Once done is closed:
	value any // nil: there is none, everybody asks on his own
	size  int
}

// lookup is a question for the version.
type lookup struct {
	done    chan struct{}
	version version
	err     error
}

// lookupTime is how long the engine may take to tell the version.
const lookupTime = 10 * time.Second

// Now returns the runner with the present version of the store, under which it remembers
// what it is told: for questions that belong together. Without a memory, or where the
// version cannot be had, it is r.
func (r *Runner) Now(ctx context.Context) *Runner {
	m := r.memory
	if m == nil || r.version.held != nil {
		return r
	}
	m.mu.Lock()
	if m.next == nil {
		m.next = &lookup{done: make(chan struct{})}
	}
	l := m.next
	if !m.looking {
		m.looking = true
		go m.look(r)
	}
	m.mu.Unlock()
	select {
	case <-l.done:
	case <-ctx.Done():
		return r
	}
	if l.err != nil {
		r.log.Debug("the store's version cannot be looked up", "err", l.err)
		return r
	}
	at := *r
	at.version = l.version
	return &at
}

// look asks for the version until nobody waits for it. Who comes while the engine
// is asked waits for the next time.
func (m *memory) look(r *Runner) {
	for {
		m.mu.Lock()
		l := m.next
		m.next, m.looking = nil, l != nil
		m.lookups++
		at := m.lookups
		m.mu.Unlock()
		if l == nil {
			return
		}
		ctx, cancel := context.WithTimeout(context.Background(), lookupTime)
		told, err := r.hold(ctx)
		l.version, l.err = version{told, at}, err
		cancel()
		close(l.done)
	}
}

// Keeping returns a runner that keeps answers in so many bytes, for as long as the
// store holds the same of their days.
func (r *Runner) Keeping(most int) *Runner {
	k := *r
	k.memory = &memory{most: most}
	return &k
}

// recall returns what is kept under a key, or asks for it and keeps it for as long as the
// days of a range hold the same; zero times are no bounds. Ask returns the bytes that its
// answer takes as well; -1: it is not to be kept. Who asks for the same meanwhile waits
// for the answer.
func recall[T any](ctx context.Context, r *Runner, since, until time.Time, key string, ask func() (T, int, error)) (T, error) {
	m := r.memory
	if m == nil || r.version.held == nil {
		v, _, err := ask()
		return v, err
	}
	k, mine := m.take(key, r.version.over(since, until), r.version.at)
	if !mine {
		select {
		case <-k.done:
			if v, ok := k.value.(T); ok {
				return v, nil
			}
		case <-ctx.Done():
		}
		v, _, err := ask()
		return v, err
	}
	var v any
	size := -1
	defer func() { m.put(key, k, v, size) }()
	told, n, err := ask()
	if err == nil && n >= 0 {
		v, size = told, n
	}
	return told, err
}

// take returns what is kept under a key, and whether it is for the caller to ask for it.
func (m *memory) take(key, of string, at int) (k *kept, mine bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	k = m.kept[key]
	switch {
	case k != nil && k.of == of:
		k.at = max(k.at, at)
		return k, false
	case k != nil && k.at > at: // the store holds something else already
		return &kept{done: make(chan struct{})}, true
	case k != nil: // what it held before it never holds again
		m.size -= k.size
	case m.kept == nil:
		m.kept = map[string]*kept{}
	}
	k = &kept{of: of, at: at, done: make(chan struct{})}
	m.kept[key] = k
	return k, true
}

// put ends the asking for an answer; a size below zero: there is none to be kept.
func (m *memory) put(key string, k *kept, value any, size int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	k.value = value
	close(k.done)
	switch {
	case m.kept[key] != k: // another has its place
	case size < 0 || size > m.most/4:
		delete(m.kept, key)
	case m.size+size > m.most:
		k.size = size
		m.kept, m.size = map[string]*kept{key: k}, size
	default:
		k.size = size
		m.size += size
	}
}
