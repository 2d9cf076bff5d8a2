package query

import (
	"context"
	"embed"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

//go:embed hunts/*.sql
var huntFiles embed.FS

// Hunt is a saved statement with parameters.
type Hunt struct {
	Name   string // "blocked-by-prefix"
	Title  string // one line
	Doc    string // more lines, perhaps none
	Params []HuntParam
	SQL    string
}

// HuntParam is a value that a hunt takes.
type HuntParam struct {
	Name    string
	Type    string // text, number, bytes (100MB) or time (now-24h)
	Default string
	Doc     string
}

// Hunts returns the shipped hunts by name.
func Hunts() []Hunt { return slices.Clone(shippedHunts()) }

// FindHunt returns a shipped hunt.
func FindHunt(name string) (Hunt, bool) {
	for _, h := range shippedHunts() {
		if h.Name == name {
			return h, true
		}
	}
	return Hunt{}, false
}

var shippedHunts = sync.OnceValue(func() []Hunt {
	entries, err := huntFiles.ReadDir("hunts")
	if err != nil {
		panic(err) // embedded
	}
	var hunts []Hunt
	for _, e := range entries {
		text, err := huntFiles.ReadFile(path.Join("hunts", e.Name()))
		if err != nil {
			panic(err)
		}
		h, err := ParseHunt(strings.TrimSuffix(e.Name(), ".sql"), string(text))
		if err != nil {
			panic(err)
		}
		hunts = append(hunts, h)
	}
	return hunts
})

// ParseHunt reads a hunt. It begins with comments: the title, after an empty
// comment more about it, and for each parameter a line
//
//	-- set NAME TYPE DEFAULT what it is
//
// The statement names the parameter as {NAME:Type}, with ClickHouse's type.
func ParseHunt(name, text string) (Hunt, error) {
	h := Hunt{Name: name}
	var doc, body []string
	head := true
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \r\n")
		comment, isComment := strings.CutPrefix(line, "--")
		if head = head && isComment; !head {
			body = append(body, line)
			continue
		}
		comment = strings.TrimSpace(comment)
		switch set, isSet := strings.CutPrefix(comment, "set "); {
		case isSet:
			words := strings.SplitN(set, " ", 4)
			if len(words) < 4 {
				return h, fmt.Errorf("read hunt %s: %q is not: set NAME TYPE DEFAULT text", name, comment)
			}
			p := HuntParam{Name: words[0], Type: words[1], Default: words[2], Doc: words[3]}
			if _, err := p.value(p.Default, time.Now()); err != nil {
				return h, fmt.Errorf("read hunt %s: default: %w", name, err)
			}
			h.Params = append(h.Params, p)
		case h.Title == "":
			h.Title = comment
		default:
			doc = append(doc, comment)
		}
	}
	h.Doc = strings.TrimSpace(strings.Join(doc, "\n"))
	h.SQL = strings.TrimSpace(strings.Join(body, "\n"))
	if h.Title == "" || h.SQL == "" {
		return h, fmt.Errorf("read hunt %s: it needs a title and a statement", name)
	}
	return h, nil
}

// value turns what a person wrote into what the engine takes.
func (p HuntParam) value(text string, now time.Time) (string, error) {
	switch p.Type {
	case "text":
		return text, nil
	case "number":
		if _, err := strconv.ParseUint(text, 10, 64); err != nil {
			return "", wrong("%s: %q is no whole number", p.Name, text)
		}
		return text, nil
	case "bytes":
		n, ok := parseBytes(text)
		if !ok {
			return "", wrong("%s: %q is no size", p.Name, text).hint("write 100MB or 5GiB")
		}
		return strconv.FormatUint(n, 10), nil
	case "time":
		t, err := ParseTime(text, now)
		if err != nil {
			return "", fmt.Errorf("%s: %w", p.Name, err)
		}
		return t.UTC().Format(time.DateTime), nil
	}
	return "", fmt.Errorf("parameter %s has unknown type %q", p.Name, p.Type)
}

// parseBytes reads a size with a decimal or binary unit.
func parseBytes(text string) (uint64, bool) {
	digits := strings.TrimRight(strings.ToLower(strings.TrimSpace(text)), "abcdefghijklmnopqrstuvwxyz ")
	unit := strings.TrimSpace(strings.ToLower(strings.TrimSpace(text))[len(digits):])
	scale, ok := map[string]uint64{
		"": 1, "b": 1, "k": 1e3, "kb": 1e3, "m": 1e6, "mb": 1e6, "g": 1e9, "gb": 1e9, "t": 1e12, "tb": 1e12,
		"kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30, "tib": 1 << 40,
	}[unit]
	n, err := strconv.ParseUint(digits, 10, 64)
	if !ok || err != nil || n > 1<<63/scale {
		return 0, false
	}
	return n * scale, true
}

// Hunt runs a hunt with values for its parameters, which go to the engine apart
// from the statement; those not given have their defaults. A mistake in them is
// a [*RequestError].
func (r *Runner) Hunt(ctx context.Context, h Hunt, values map[string]string, limits Limits, sink Sink) (Meta, error) {
	params := map[string]string{}
	now := time.Now()
	for _, p := range h.Params {
		text, given := values[p.Name]
		if !given {
			text = p.Default
		}
		value, err := p.value(text, now)
		if err != nil {
			return Meta{}, err
		}
		params[p.Name] = value
	}
	for name := range values {
		if _, known := params[name]; !known {
			return Meta{}, wrong("hunt %s has no parameter %q", h.Name, name).hint("%s", h.takes())
		}
	}
	return r.SQL(ctx, h.SQL, SQLOptions{Limits: limits, Params: params}, sink)
}

func (h Hunt) takes() string {
	if len(h.Params) == 0 {
		return "it takes none"
	}
	names := make([]string, len(h.Params))
	for i, p := range h.Params {
		names[i] = p.Name
	}
	return "it takes " + strings.Join(names, ", ")
}
