package query

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
)

// memory keeps answers while the store holds the same: what it holds is told by
// the names of its parts, which never change in place, and by the state of its
// dictionaries. An answer is kept under the version that was looked up before it
// was asked for, and given out only to who looked up the same version after having
// begun to ask. So it is never older than the question.
type memory struct {
	most int // bytes

	mu   sync.Mutex
	of   version // that kept is of
	kept map[string]*kept
	size int

	next    *lookup // that has not begun, for all who come meanwhile
	looking bool
	lookups int
}

// version is what the store held when it was looked up.
type version struct {
	text string // "" when it is not known
	at   int    // which of the lookups told it
}

// kept is an answer, or one that somebody is asking for.
type kept struct {
	done  chan struct{} // closed when it is known whether there is one
	value any           // nil: there is none, everybody asks on his own
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
	if m == nil || r.version.text != "" {
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
		text, err := r.lookup(ctx)
		l.version, l.err = version{text, at}, err
		cancel()
		close(l.done)
	}
}

func (r *Runner) lookup(ctx context.Context) (told string, err error) {
	db := engine.QuoteText(r.cfg.Database)
	sql := fmt.Sprintf("SELECT ifNull(concat(toString(count()), ' ', toString(groupBitXor(cityHash64(table, path))), ' ', toString((SELECT groupBitXor(cityHash64(name, toString(status), element_count, last_successful_update_time)) FROM system.dictionaries WHERE database = %[1]s))), '') FROM system.parts WHERE database = %[1]s AND active", db)
	var text proto.ColStr
	_, err = r.query(ctx, sql, nil, r.cfg.Limits, true, proto.Results{{Data: &text}}, func(rows int) error {
		if rows > 0 {
			told = text.Row(0)
		}
		return nil
	})
	return told, err
}

// Keeping returns a runner that keeps answers in so many bytes, for as long as the
// store holds the same.
func (r *Runner) Keeping(most int) *Runner {
	k := *r
	k.memory = &memory{most: most}
	return &k
}

// recall returns what is kept under a key, or asks for it and keeps it. Ask returns
// the bytes that its answer takes as well; -1: it is not to be kept. Who asks for the
// same meanwhile waits for the answer.
func recall[T any](ctx context.Context, r *Runner, key string, ask func() (T, int, error)) (T, error) {
	m := r.memory
	if m == nil || r.version.text == "" {
		v, _, err := ask()
		return v, err
	}
	k, mine := m.take(r.version, key)
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

// take returns what is kept under a key of a version, and whether it is for the
// caller to ask for it.
func (m *memory) take(v version, key string) (k *kept, mine bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	switch {
	case m.kept == nil || m.of.text != v.text && m.of.at < v.at:
		// What the store held before it never holds again.
		m.of, m.kept, m.size = v, map[string]*kept{}, 0
	case m.of.text != v.text: // the caller's version is gone already
		return &kept{done: make(chan struct{})}, true
	}
	k, ok := m.kept[key]
	if !ok {
		k = &kept{done: make(chan struct{})}
		m.kept[key] = k
	}
	return k, !ok
}

// put ends the asking for an answer; a size below zero: there is none to be kept.
func (m *memory) put(key string, k *kept, value any, size int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	k.value = value
	close(k.done)
	switch {
	case m.kept[key] != k: // of another version
	case size < 0 || size > m.most/4:
		delete(m.kept, key)
	case m.size+size > m.most:
		m.kept, m.size = map[string]*kept{key: k}, size
	default:
		m.size += size
	}
}
