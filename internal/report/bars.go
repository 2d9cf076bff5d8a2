package report

import (
	"slices"
	"strings"
	"time"
)

var (
	uprights  = []rune(" ▁▂▃▄▅▆▇█")
	sideways  = []rune(" ▏▎▍▌▋▊▉█")
	uprightsA = []rune(" .:|")
)

// bars draws numbers as upright bars of some rows, the highest row first. What
// is above zero is always seen.
func (p Page) bars(values []uint64, rows int) []string {
	steps := uprights
	if !p.Unicode {
		steps = uprightsA
	}
	per := uint64(len(steps) - 1)
	most := max(1, slices.Max(values))
	lines := make([]string, rows)
	for row := range rows {
		below := uint64(rows-1-row) * per
		var b strings.Builder
		for _, v := range values {
			level := scale(v, most, uint64(rows)*per)
			b.WriteRune(steps[min(per, max(level, below)-below)])
		}
		lines[row] = b.String()
	}
	return lines
}

// scale maps 1..most onto 1..steps, rounding up, and 0 onto 0.
func scale(v, most, steps uint64) uint64 {
	s := uint64(float64(v)/float64(most)*float64(steps) + 0.999999)
	return min(s, steps)
}

// bar draws a share as a bar of n cells.
func (p Page) bar(v, most uint64, n int) string {
	if most == 0 {
		return ""
	}
	if !p.Unicode {
		return strings.Repeat("#", int(scale(v, most, uint64(n))))
	}
	eighths := scale(v, most, uint64(8*n))
	text := strings.Repeat("█", int(eighths/8))
	if rest := eighths % 8; rest > 0 {
		text += string(sideways[rest])
	}
	return text
}

// axis writes times below bars, as many as fit with room between them. Over
// several days they stand below midnights.
func axis(begin time.Time, bucket time.Duration, n int) string {
	const day, room = 24 * time.Hour, 3
	at := func(i int) time.Time { return begin.Add(bucket * time.Duration(i)).UTC() }
	layout, fits := "15:04", func(t time.Time) bool { return true }
	switch {
	case bucket >= day:
		layout = time.DateOnly
	case at(n).Sub(begin) > 2*day:
		layout, fits = "01-02", func(t time.Time) bool { return t.Sub(t.Truncate(day)) < bucket }
	case at(n-1).Truncate(day) != begin.Truncate(day):
		layout = "01-02 15:04"
	}
	line := []byte(strings.Repeat(" ", n+len(layout)))
	free := 0
	for i := range n {
		if i >= free && fits(at(i)) {
			copy(line[i:], at(i).Format(layout))
			free = i + len(layout) + room
		}
	}
	return strings.TrimRight(string(line), " ")
}
