package api

import (
	"context"
	"fmt"
	"maps"
	"strings"
	"sync"
	"time"

	"github.com/weir-flow/weir/internal/query"
)

// extentAge is how long it is remembered where the stored records end.
const extentAge = time.Second

// newestSpan is the range of an answer that was asked for without one.
const newestSpan = 24 * time.Hour

// extent remembers where the stored records begin and end, by scope: those of others are
// nobody's business.
type extent struct {
	mu sync.Mutex
	of map[string]stretch
}

type stretch struct {
	at       time.Time // it was asked
	from, to time.Time
}

// extentOf returns where the stored records begin and end, the end being the minute
// after the newest; zero times when there are none.
func (a *API) extentOf(ctx context.Context) (from, to time.Time, err error) {
	scope := a.scope(ctx)
	key := fmt.Sprintf("%t %q %q", scope.All, scope.Accounts, scope.Networks)
	a.extent.mu.Lock()
	defer a.extent.mu.Unlock()
	now := time.Now()
	if s, ok := a.extent.of[key]; ok && now.Sub(s.at) < extentAge {
		return s.from, s.to, nil
	}
	from, to, err = a.cfg.Query.Extent(ctx, scope)
	if err != nil {
		return time.Time{}, time.Time{}, err
	}
	s := stretch{time.Now(), from, to}
	if !s.to.IsZero() { // ranges leave their end out, and the newest record is to be within
		s.to = s.to.Truncate(time.Minute).Add(time.Minute)
	}
	maps.DeleteFunc(a.extent.of, func(_ string, s stretch) bool { return now.Sub(s.at) > extentAge })
	if a.extent.of == nil {
		a.extent.of = map[string]stretch{}
	}
	a.extent.of[key] = s
	return s.from, s.to, nil
}

// span resolves the range of a request. Texts that begin with "end" count from the
// newest stored record.
func (a *API) span(ctx context.Context, since, until *string) (from, to time.Time, err error) {
	s, u := text(since), text(until)
	if s == "" {
		s = "end-24h"
	}
	if u == "" {
		u = "end"
	}
	// Half a day and more up to the end is taken in whole hours, which roll-ups know.
	whole := strings.HasPrefix(u, "end") && (strings.HasSuffix(s, "d") || strings.HasSuffix(s, "w") || s == "end-24h" || s == "end-12h")
	read := func(name, text string) (time.Time, error) {
		now := a.cfg.Now()
		if rest, ok := strings.CutPrefix(text, "end"); ok {
			_, end, err := a.extentOf(ctx)
			if err != nil {
				return time.Time{}, err
			}
			if !end.IsZero() {
				now = end
			}
			if whole {
				now = now.Add(time.Hour - 1).Truncate(time.Hour)
			}
			text = "now" + rest
		}
		t, err := query.ParseTime(text, now)
		if err != nil {
			return time.Time{}, bad(name+": "+err.Error(), "write 2026-01-31T10:00:00Z, Unix seconds, now-24h or end-24h")
		}
		return t, nil
	}
	if from, err = read("since", s); err != nil {
		return from, to, err
	}
	if to, err = read("until", u); err != nil {
		return from, to, err
	}
	if !from.Before(to) {
		return from, to, bad("the range ends before it begins", "swap since and until")
	}
	return from, to, nil
}

// text is the value of a parameter, "" when it was not given.
func text(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}

func value[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

func pointer[T any](v T) *T { return &v }

// autoBuckets is about how many buckets a chart shows.
const autoBuckets = 240

// widths are the buckets that read well on an axis.
var widths = []time.Duration{
	time.Minute, 2 * time.Minute, 5 * time.Minute, 10 * time.Minute, 15 * time.Minute, 30 * time.Minute,
	time.Hour, 2 * time.Hour, 3 * time.Hour, 6 * time.Hour, 12 * time.Hour, 24 * time.Hour, 7 * 24 * time.Hour,
}

// autoBucket is the width of buckets that shows a range in about [autoBuckets].
func autoBucket(span time.Duration) time.Duration {
	for _, w := range widths {
		if span/w <= autoBuckets*3/2 {
			return w
		}
	}
	return widths[len(widths)-1]
}
