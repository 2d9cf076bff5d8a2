package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Escape makes text from logs safe for a terminal: nothing in it can move the
// cursor, change colours or turn the direction of writing. What is not shown as
// it is appears as \n, \x1b or \u202e; without unicode this goes for everything
// beyond ASCII.
func Escape(text string, unicode bool) string {
	// Fast path: plain text.
	if i := strings.IndexFunc(text, func(r rune) bool { return r < ' ' || r > '~' }); i < 0 {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02x`, text[i])
		case safe(r) && (unicode || r < utf8.RuneSelf):
			b.WriteRune(r)
		default:
			quoted := strconv.QuoteRuneToASCII(r)
			b.WriteString(strings.Trim(quoted, "'"))
		}
		i += n
	}
	return b.String()
}

// EscapeLines is [Escape] for text of several lines.
func EscapeLines(text string, unicode bool) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = Escape(lines[i], unicode)
	}
	return strings.Join(lines, "\n")
}

// safe reports whether a terminal shows a rune where it stands and does nothing else.
func safe(r rune) bool {
	switch {
	case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0:
		return false // C0, DEL, C1
	case r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r == 0x61c, r == 0xfeff:
		return false // invisible, line ends, direction
	}
	return unicode.IsPrint(r) || r == ' '
}

// Guard is a writer for JSON on a terminal: what [Escape] would not show as it
// is becomes \u00XX, which means the same in JSON.
type Guard struct {
	W       io.Writer
	Unicode bool
	rest    []byte // begin of a rune that the next write ends
}

// Write implements [io.Writer].
func (g *Guard) Write(p []byte) (int, error) {
	text := p
	if len(g.rest) > 0 {
		text = append(g.rest, p...)
		g.rest = nil
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		if c := text[i]; c == '\n' || c >= ' ' && c <= '~' {
			b.WriteByte(c)
			i++
			continue
		}
		if !utf8.FullRune(text[i:]) {
			g.rest = append([]byte(nil), text[i:]...)
			break
		}
		r, n := utf8.DecodeRune(text[i:])
		if safe(r) && (g.Unicode || r < utf8.RuneSelf) {
			b.WriteRune(r)
		} else {
			for _, u := range utf16(r) {
				fmt.Fprintf(&b, `\u%04x`, u)
			}
		}
		i += n
	}
	if _, err := io.WriteString(g.W, b.String()); err != nil {
		return 0, err
	}
	return len(p), nil
}

func utf16(r rune) []rune {
	if r < 0x10000 {
		return []rune{r}
	}
	r -= 0x10000
	return []rune{0xd800 + r>>10, 0xdc00 + r&0x3ff}
}

// Count writes a number for a glance: 999, 3.4 k, 12.3 k, 123 k, 1.2 M.
func Count[N int | int64 | uint64](n N) string { return human(float64(n), "") }

// Bytes writes a number of bytes for a glance: 999 B, 1.2 GB. A kilobyte has
// 1,000 bytes.
func Bytes[N int | int64 | uint64](n N) string { return human(float64(n), "B") }

// Noun writes a number of things: 1 row, 3.4 k rows.
func Noun[N int | int64 | uint64](n N, unit string) string {
	if n != 1 {
		unit += "s"
	}
	return Count(n) + " " + unit
}

func human(n float64, unit string) string {
	prefixes := []string{"", "k", "M", "G", "T", "P", "E"}
	i := 0
	for i < len(prefixes)-1 && n >= 999.5 {
		n /= 1000
		i++
	}
	suffix := prefixes[i] + unit
	if suffix != "" {
		suffix = " " + suffix
	}
	if i > 0 && n < 99.95 {
		return strconv.FormatFloat(n, 'f', 1, 64) + suffix
	}
	return strconv.FormatFloat(n, 'f', 0, 64) + suffix
}

// Share writes part of whole in percent.
func Share(part, whole uint64) string {
	if whole == 0 {
		return ""
	}
	p := 100 * float64(part) / float64(whole)
	switch {
	case part > 0 && p < 0.1:
		return "<0.1 %"
	case part < whole && p > 99.9:
		return ">99.9 %"
	case p < 99.95:
		return strconv.FormatFloat(p, 'f', 1, 64) + " %"
	}
	return "100 %"
}

// Span writes how long something took or lasts: 0.4 s, 3.4 s, 2:05 min, 5 h, 14 days.
func Span(d time.Duration) string {
	switch {
	case d < 10*time.Second:
		return strconv.FormatFloat(d.Seconds(), 'f', 1, 64) + " s"
	case d < time.Minute:
		return strconv.Itoa(int(d.Seconds()+0.5)) + " s"
	case d < time.Hour:
		return fmt.Sprintf("%d:%02d min", int(d.Minutes()), int(d.Seconds())%60)
	case d < 36*time.Hour:
		return plural(d.Hours(), "hour")
	}
	return plural(d.Hours()/24, "day")
}

func plural(n float64, unit string) string {
	text := strings.TrimSuffix(strconv.FormatFloat(n, 'f', 1, 64), ".0")
	if text != "1" {
		unit += "s"
	}
	return text + " " + unit
}

// width is how many cells of a terminal a text takes.
func width(text string) int {
	n := 0
	for _, r := range text {
		n++
		if wide(r) {
			n++
		} else if unicode.Is(unicode.Mn, r) {
			n--
		}
	}
	return n
}

// wide reports whether a rune takes two cells: the East Asian scripts and emoji.
func wide(r rune) bool {
	return r >= 0x1100 && (r <= 0x115f || r >= 0x2e80 && r <= 0xa4cf || r >= 0xac00 && r <= 0xd7a3 ||
		r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe6f || r >= 0xff00 && r <= 0xff60 ||
		r >= 0x1f300 && r <= 0x1faff || r >= 0x20000 && r <= 0x3fffd)
}
