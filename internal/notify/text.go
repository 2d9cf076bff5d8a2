package notify

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean makes a text of unknown origin a harmless line of at most so many runes: line
// ends become blanks, and what cannot be seen or turns the direction of writing is
// shown by its number.
func Clean(text string, most int) string {
	var b strings.Builder
	n := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		part := string(r)
		switch {
		case r == utf8.RuneError && size == 1:
			part = fmt.Sprintf(`\x%02x`, text[i])
		case r == '\n' || r == '\t' || r == '\r':
			part = " "
		case r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Cf, r) || !unicode.IsPrint(r):
			part = fmt.Sprintf(`\u%04x`, r)
		}
		length := utf8.RuneCountInString(part)
		if n+length > most-1 && i+size < len(text) {
			b.WriteString("…")
			break
		}
		b.WriteString(part)
		n += length
		i += size
	}
	return b.String()
}

// Redact takes secrets out of a text.
func Redact(text string, secrets ...string) string {
	for _, s := range secrets {
		if len(s) >= 4 {
			text = strings.ReplaceAll(text, s, "***")
		}
	}
	return text
}

// Headline is the first line of what people read about a message.
func (m Message) Headline() string {
	e := m.Events[0]
	text := Clean(e.Title, 120) + " (" + Clean(e.Entity, 80) + ")"
	if n := len(m.Events); n > 1 {
		text = fmt.Sprintf("%d alerts, among them %s", n, text)
	}
	switch m.Kind {
	case Resolved:
		return "resolved: " + text
	case Acknowledged:
		return "acknowledged: " + text
	case Trial:
		return text
	}
	return e.Severity.String() + ": " + text
}

// Seen tells when and how often.
func (e Event) Seen() string {
	const layout = "2006-01-02 15:04:05"
	text := e.FirstSeen.UTC().Format(layout)
	if !e.LastSeen.Equal(e.FirstSeen) {
		text += " to " + e.LastSeen.UTC().Format(layout)
	}
	return fmt.Sprintf("%s UTC, %d flows", text, e.Count)
}

// Command is what shows all of an alert.
func (e Event) Command() string { return "weir alerts show " + e.Alert }
