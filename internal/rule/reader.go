package rule

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/filter"
)

// reader reads one document and collects what is wrong in it.
type reader struct {
	*loader
	file  string
	lists map[string]*List // of the rule
	off   string           // why the rule can not be on
	lacks bool             // a list is not there
	// instead are lists that stand in the place of those of the rule.
	instead map[string]*List
	errs    []error
}

// bad notes a mistake at a node.
func (r *reader) bad(n *config.Node, format string, args ...any) { r.badAt(n, 0, format, args...) }

// badAt notes a mistake some columns into a node's text.
func (r *reader) badAt(n *config.Node, in int, format string, args ...any) {
	e := &config.Error{File: r.file, Line: n.Line, Column: n.Column, Msg: fmt.Sprintf(format, args...)}
	if n.Offset >= 0 {
		e.Column += in
		if in > 0 {
			e.Column += n.Offset
		}
	}
	r.errs = append(r.errs, e)
}

// badFilter notes a mistake in a filter, which knows its own column.
func (r *reader) badFilter(n *config.Node, err error) {
	var e *filter.Error
	switch {
	case !errors.As(err, &e):
		r.bad(n, "%v", err)
	case n.Offset < 0 || strings.Contains(n.Text, "\n"):
		r.bad(n, "%v", err) // says the column itself
	default:
		text := strings.TrimSuffix(e.Message, ",")
		if e.Suggestion != "" {
			text += "; " + e.Suggestion
		}
		at := *n
		at.Column += n.Offset + e.Column - 1
		r.bad(&at, "%s", text)
	}
}

// badTerm notes a mistake of a single comparison, whose column means nothing.
func (r *reader) badTerm(n *config.Node, err error) {
	var e *filter.Error
	if !errors.As(err, &e) {
		r.bad(n, "%v", err)
		return
	}
	text := strings.TrimSuffix(e.Message, ",")
	if e.Suggestion != "" {
		text += "; " + e.Suggestion
	}
	r.bad(n, "%s", text)
}

// text reads a scalar that is not empty.
func (r *reader) text(n *config.Node, key string) string {
	if !n.Scalar() {
		r.bad(n, "%s takes text, not %s", key, n.Kind)
		return ""
	}
	if strings.TrimSpace(n.Text) == "" {
		r.bad(n, "%s is empty", key)
	}
	return strings.TrimSpace(n.Text)
}

// texts reads a list of scalars, or one that stands for a list.
func (r *reader) texts(n *config.Node, key string) []string {
	switch {
	case n.Scalar():
		return []string{r.text(n, key)}
	case n.Kind != config.List:
		r.bad(n, "%s takes a list of texts, not %s", key, n.Kind)
		return nil
	}
	out := make([]string, 0, len(n.Items))
	for _, item := range n.Items {
		out = append(out, r.text(item, key))
	}
	return out
}

// mapping reports whether a node is a map, and complains if not.
func (r *reader) mapping(n *config.Node, key string) bool {
	if n.Kind != config.Map {
		r.bad(n, "%s takes a map, not %s", key, n.Kind)
		return false
	}
	return true
}

// truth reads true or false.
func (r *reader) truth(n *config.Node, key string) bool {
	if n.Kind != config.Truth {
		r.bad(n, "%s is true or false, not %s", key, describe(n))
		return false
	}
	return strings.EqualFold(n.Text, "true")
}

// number reads a number; 100MB and 1GiB are numbers, too.
func (r *reader) number(n *config.Node, key string) float64 {
	v, err := parseNumber(n.Text)
	if !n.Scalar() || err != nil {
		r.bad(n, "%s takes a number, not %s", key, describe(n))
		return 0
	}
	return v
}

// duration reads a length of time.
func (r *reader) duration(n *config.Node, key string) time.Duration {
	d, err := parseDuration(n.Text)
	if !n.Scalar() || err != nil {
		r.bad(n, "%s takes a length of time such as 90s, 10m, 24h or 30d, not %s", key, describe(n))
		return 0
	}
	return d
}

// describe names a value in an error.
func describe(n *config.Node) string {
	if n.Scalar() {
		return strconv.Quote(n.Text)
	}
	return n.Kind.String()
}

// keys calls the function of each key of a map and complains about others. what
// names the map.
func (r *reader) keys(n *config.Node, what string, known map[string]func(n *config.Node)) {
	for _, p := range n.Pairs {
		read, ok := known[p.Key.Text]
		switch {
		case !ok:
			r.bad(p.Key, "%s", config.Unknown("key", p.Key.Text, known)+inWhat(what))
		case read != nil:
			read(p.Value)
		}
	}
}

func inWhat(what string) string {
	if what == "" {
		return ""
	}
	return " (in " + what + ")"
}

var sizes = map[string]float64{
	"kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12,
	"kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30, "tib": 1 << 40,
	"k": 1e3, "m": 1e6, "g": 1e9, "%": 0.01,
}

// parseNumber reads 12, 1_000, 1e-5, 2%, 10k, 100MB and 1GiB.
func parseNumber(text string) (float64, error) {
	text = strings.ReplaceAll(text, "_", "")
	digits := strings.TrimRight(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ% ")
	factor := 1.0
	if suffix := strings.TrimSpace(text[len(digits):]); suffix != "" {
		var ok bool
		if factor, ok = sizes[strings.ToLower(suffix)]; !ok {
			return 0, fmt.Errorf("unknown unit %q", suffix)
		}
	}
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil || v != v || v > 1e300 || v < -1e300 {
		return 0, fmt.Errorf("%q is no number", text)
	}
	if factor == 0.01 {
		return v / 100, nil
	}
	return v * factor, nil
}

// parseDuration reads what time.ParseDuration reads, and days, weeks, months of 30
// and years of 365 days as Sigma writes them: 1d, 2w, 1M, 1y.
func parseDuration(text string) (time.Duration, error) {
	if n := len(text); n > 1 {
		if days, ok := map[byte]int64{'d': 1, 'w': 7, 'M': 30, 'y': 365}[text[n-1]]; ok {
			v, err := strconv.ParseInt(text[:n-1], 10, 64)
			if err != nil || v < 0 || v > 40000/days {
				return 0, fmt.Errorf("%q is no length of time", text)
			}
			return time.Duration(v*days) * 24 * time.Hour, nil
		}
	}
	d, err := time.ParseDuration(text)
	if err != nil || d < 0 {
		return 0, fmt.Errorf("%q is no length of time", text)
	}
	return d, nil
}
