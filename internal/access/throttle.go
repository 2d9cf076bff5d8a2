package access

import (
	"fmt"
	"net/http"
	"net/netip"
	"strconv"
	"sync"
	"time"
)

// ThrottledError says that somebody has to wait before the next try.
type ThrottledError struct{ After time.Duration }

func (e *ThrottledError) Error() string {
	return fmt.Sprintf("too many wrong passwords; wait %s", e.After.Round(time.Second))
}

const (
	freeTries  = 5                // wrong passwords of an address before it has to wait
	longWait   = 15 * time.Minute // the longest it waits; the wait doubles with each wrong one
	allTries   = 30               // wrong passwords of all addresses together, in allSpan
	allSpan    = time.Minute
	forgetting = time.Hour // after which an address is as good as new
)

// throttle slows down those who guess passwords: each address, and all together
// unless they have logged in before.
type throttle struct {
	now func() time.Time

	mu     sync.Mutex
	tries  map[netip.Prefix]*tries
	recent []time.Time // wrong passwords of all, in allSpan
}

type tries struct {
	wrong int
	until time.Time // it has to wait
	last  time.Time
	known bool // it has logged in
}

func newThrottle(now func() time.Time) *throttle {
	return &throttle{now: now, tries: map[netip.Prefix]*tries{}}
}

// begin counts a try as wrong until [throttle.succeed] says otherwise, so that many
// at once gain nothing. It returns a [ThrottledError] when there is to be none now.
func (t *throttle) begin(addr netip.Addr) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.now()
	for at, e := range t.tries {
		if now.Sub(e.last) > forgetting {
			delete(t.tries, at)
		}
	}
	for len(t.recent) > 0 && now.Sub(t.recent[0]) >= allSpan {
		t.recent = t.recent[1:]
	}
	e := t.tries[blockOf(addr)]
	if e != nil && now.Before(e.until) {
		return &ThrottledError{After: e.until.Sub(now)}
	}
	if len(t.recent) >= allTries && (e == nil || !e.known) {
		return &ThrottledError{After: t.recent[0].Add(allSpan).Sub(now)}
	}
	if e == nil {
		e = &tries{}
		t.tries[blockOf(addr)] = e
	}
	e.wrong++
	e.last = now
	t.recent = append(t.recent, now)
	if n := e.wrong - freeTries; n >= 0 {
		e.until = now.Add(min(time.Second<<min(n, 20), longWait))
	}
	return nil
}

// succeed takes back what begin counted.
func (t *throttle) succeed(addr netip.Addr) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if e := t.tries[blockOf(addr)]; e != nil {
		*e = tries{last: t.now(), known: true}
	}
	if n := len(t.recent); n > 0 {
		t.recent = t.recent[:n-1]
	}
}

// blockOf is what one guesser has at hand: an IPv4 address, or an IPv6 /64.
func blockOf(addr netip.Addr) netip.Prefix {
	addr = addr.Unmap().WithZone("")
	if addr.Is4() {
		return netip.PrefixFrom(addr, 32)
	}
	p, _ := addr.Prefix(64) // the zero prefix for no address
	return p
}

// SetRetryAfter tells a program how long it has to wait.
func SetRetryAfter(h http.Header, e *ThrottledError) {
	h.Set("Retry-After", strconv.Itoa(e.Seconds()))
}

// Seconds is the wait in whole seconds, rounded up.
func (e *ThrottledError) Seconds() int { return int((e.After + time.Second - 1) / time.Second) }
