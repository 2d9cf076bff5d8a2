package filter

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Times that the store can hold, [earliest, latest).
var (
	earliest = time.Unix(0, 0).UTC()
	latest   = time.Date(2106, 1, 1, 0, 0, 0, 0, time.UTC)
)

// maxTime is the end of an open span of times.
const maxTime = math.MaxInt64

// moment is what a time as written stands for: a day, a second, a nanosecond.
// It reaches from its first instant up to the next moment, in nanoseconds.
type moment struct{ from, until uint64 }

// layouts are the forms of times, with what they leave open. Those without an
// offset are UTC.
var layouts = []struct {
	layout string
	add    func(time.Time) time.Time
}{
	{"2006-01-02T15:04:05.999999999Z07:00", nil},
	{"2006-01-02T15:04:05.999999999", nil},
	{"2006-01-02T15:04Z07:00", plus(time.Minute)},
	{"2006-01-02T15:04", plus(time.Minute)},
	{"2006-01-02T15Z07:00", plus(time.Hour)},
	{"2006-01-02T15", plus(time.Hour)},
	{"2006-01-02", func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }},
	{"2006-01", func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }},
	{"2006", func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }},
}

func plus(d time.Duration) func(time.Time) time.Time {
	return func(t time.Time) time.Time { return t.Add(d) }
}

// when reads a time: RFC 3339 or a shorter form of it, Unix seconds, or a time
// seen from now such as now-24h or now-7d/d.
func when(text string, now time.Time, column int) (moment, *Error) {
	wrong := errorf(column, "%q is no time", text).suggest("write 2026-01-31, 2026-01-31T10:00:00Z, Unix seconds or now-24h")
	from, until, ok := clock(text, now)
	if !ok {
		return moment{}, wrong
	}
	if from.Before(earliest) || !from.Before(latest) || until.After(latest) {
		return moment{}, errorf(column, "%s is outside of 1970 to 2105", text)
	}
	return moment{uint64(from.UnixNano()), uint64(until.UnixNano())}, nil
}

// ParseTime reads a time in any form that the language takes, such as
// 2026-01-31, 2026-01-31T10:00:00Z, Unix seconds or now-24h, and returns how far
// it reaches: a date from its first instant until the next day begins. Errors
// are an [*Error].
func ParseTime(text string, now time.Time) (from, until time.Time, err error) {
	m, mistake := when(text, now, 1)
	if mistake != nil {
		return from, until, mistake
	}
	return time.Unix(0, int64(m.from)).UTC(), time.Unix(0, int64(m.until)).UTC(), nil
}

func clock(text string, now time.Time) (from, until time.Time, ok bool) {
	if len(text) >= 3 && strings.EqualFold(text[:3], "now") {
		return relative(text[3:], now.UTC())
	}
	form := text
	if len(form) > 10 && (form[10] == ' ' || form[10] == 't') {
		form = form[:10] + "T" + form[11:]
	}
	for _, l := range layouts {
		t, err := time.Parse(l.layout, form)
		if err != nil {
			continue
		}
		if l.add != nil {
			return t, l.add(t), true
		}
		return t, t.Add(fractionWidth(form)), true
	}
	return unix(text)
}

// fractionWidth returns how long a time lasts that is written with seconds and
// perhaps decimals of them.
func fractionWidth(text string) time.Duration {
	width := time.Second
	if _, decimals, ok := strings.Cut(text, "."); ok {
		for i := 0; i < len(decimals) && decimals[i] >= '0' && decimals[i] <= '9' && width > 1; i++ {
			width /= 10
		}
	}
	return width
}

// unix reads seconds since 1970, or milliseconds when the number is that long.
func unix(text string) (from, until time.Time, ok bool) {
	n, err := strconv.ParseInt(text, 10, 64)
	switch {
	case err != nil || n < 0 || len(text) > 13:
		return from, until, false
	case len(text) > 11:
		from = time.UnixMilli(n)
		return from, from.Add(time.Millisecond), true
	}
	from = time.Unix(n, 0)
	return from, from.Add(time.Second), true
}

var relativeTime = regexp.MustCompile(`^((?:[+-][0-9]{1,9}[smhdwMy])*)(?:/([smhdwMy]))?$`)
var relativeStep = regexp.MustCompile(`([+-][0-9]+)([smhdwMy])`)

// relative reads what stands behind now: steps, then a unit to round down to.
// The moment is a second long, or the unit.
func relative(text string, now time.Time) (from, until time.Time, ok bool) {
	m := relativeTime.FindStringSubmatch(text)
	if m == nil {
		return from, until, false
	}
	t := now.Truncate(time.Second)
	for _, step := range relativeStep.FindAllStringSubmatch(m[1], -1) {
		n, err := strconv.Atoi(step[1])
		if err != nil {
			return from, until, false
		}
		t = stepBy(t, n, step[2])
		if t.Before(earliest) || t.After(latest) {
			return t, t, true // refused by the caller
		}
	}
	unit := m[2]
	if unit == "" {
		unit = "s"
	}
	from = floorTo(t, unit)
	return from, stepBy(from, 1, unit), true
}

func stepBy(t time.Time, n int, unit string) time.Time {
	const farthest = 200 * 366 * 24 * 3600 // seconds; further is refused anyway
	scale := map[string]int{"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 7 * 86400, "M": 31 * 86400, "y": 366 * 86400}[unit]
	n = min(max(n, -farthest/scale), farthest/scale)
	switch unit {
	case "M":
		return t.AddDate(0, n, 0)
	case "y":
		return t.AddDate(n, 0, 0)
	}
	return t.Add(time.Duration(n*scale) * time.Second)
}

// floorTo rounds down to the beginning of a unit; weeks begin on Monday.
func floorTo(t time.Time, unit string) time.Time {
	y, month, d := t.Date()
	switch unit {
	case "m":
		return t.Truncate(time.Minute)
	case "h":
		return t.Truncate(time.Hour)
	case "d":
		return time.Date(y, month, d, 0, 0, 0, 0, time.UTC)
	case "w":
		return time.Date(y, month, d-(int(t.Weekday())+6)%7, 0, 0, 0, 0, time.UTC)
	case "M":
		return time.Date(y, month, 1, 0, 0, 0, 0, time.UTC)
	case "y":
		return time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return t
}

// timeText writes an instant so that it reads back as the same one.
func timeText(ns uint64) string {
	return time.Unix(0, int64(ns)).UTC().Format(time.RFC3339Nano)
}
