package detect

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Sentence is the text of a rule's why with {names} in it.
type Sentence struct{ parts []string } // text and names in turn

// ParseSentence reads a sentence. Braces must be closed.
func ParseSentence(text string) (Sentence, error) {
	var s Sentence
	for {
		before, rest, found := strings.Cut(text, "{")
		s.parts = append(s.parts, before)
		if !found {
			return s, nil
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed || name == "" {
			return Sentence{}, fmt.Errorf("sentence %q: a { without its name and }", text)
		}
		s.parts = append(s.parts, name)
		text = after
	}
}

// Names returns the names in it.
func (s Sentence) Names() []string {
	var names []string
	for i := 1; i < len(s.parts); i += 2 {
		names = append(names, s.parts[i])
	}
	return names
}

// Fill puts values in the place of the names.
func (s Sentence) Fill(value func(name string) string) string {
	var b strings.Builder
	for i, part := range s.parts {
		if i%2 == 1 {
			part = value(part)
		}
		b.WriteString(part)
	}
	return b.String()
}

// CountText writes a number with its thousands apart: 12,345.
func CountText(n uint64) string {
	digits := strconv.FormatUint(n, 10)
	var b strings.Builder
	for i, c := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// ValueText writes a number that may have parts: 3.2, 12,345.
func ValueText(v float64) string {
	if v < 0 {
		return "-" + ValueText(-v)
	}
	if v >= 100 || v == float64(uint64(v)) {
		return CountText(uint64(v + 0.5))
	}
	return strconv.FormatFloat(v, 'g', 2, 64)
}

// SizeText writes bytes as people do: 812 B, 1.4 MB.
func SizeText(n float64) string {
	const units = "kMGTPE"
	if n < 1000 {
		return fmt.Sprintf("%.0f B", n)
	}
	u := -1
	for n >= 999.5 && u < len(units)-1 {
		n /= 1000
		u++
	}
	if n < 9.95 {
		return fmt.Sprintf("%.1f %cB", n, units[u])
	}
	return fmt.Sprintf("%.0f %cB", n, units[u])
}

// TimeText writes a moment, in nanoseconds since 1970.
func TimeText(at int64) string { return time.Unix(0, at).UTC().Format("2006-01-02 15:04:05 UTC") }

// SpanText writes a stretch of time: 10 min, 24 h, 90 s.
func SpanText(d time.Duration) string {
	switch {
	case d%(24*time.Hour) == 0 && d > 48*time.Hour:
		return fmt.Sprintf("%d d", d/(24*time.Hour))
	case d%time.Hour == 0:
		return fmt.Sprintf("%d h", d/time.Hour)
	case d%time.Minute == 0:
		return fmt.Sprintf("%d min", d/time.Minute)
	default:
		return fmt.Sprintf("%d s", d/time.Second)
	}
}
