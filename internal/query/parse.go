package query

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// IsUsage reports whether an error is a mistake of the person asking: in the
// filter, in the request or in the value of a hunt's parameter.
func IsUsage(err error) bool {
	var inFilter *filter.Error
	var inRequest *RequestError
	return errors.As(err, &inFilter) || errors.As(err, &inRequest)
}

// ParseFields reads a list of fields separated by commas, in any spelling.
func ParseFields(text string) ([]record.FieldID, error) {
	var ids []record.FieldID
	for _, name := range splitList(text) {
		id, err := parseField(name)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

func splitList(text string) []string {
	var list []string
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

func parseField(name string) (record.FieldID, error) {
	f, ok := record.Lookup(name)
	if ok {
		return f.ID, nil
	}
	err := wrong("unknown field %q", name)
	if near := record.Suggest(name); near != "" {
		err = err.hint("did you mean %q?", near)
	}
	return 0, err
}

var aggregateText = regexp.MustCompile(`^([A-Za-z0-9]+)(?:\s*\(\s*([^()]*?)\s*\))?$`)

// ParseAggregates reads a list like "count,sum(bytes),uniq(dstaddr),p95(bytes)".
func ParseAggregates(text string) ([]Aggregate, error) {
	var list []Aggregate
	for _, part := range splitList(text) {
		m := aggregateText.FindStringSubmatch(part)
		if m == nil {
			return nil, wrong("%q is no aggregate", part).hint("write count or sum(bytes)")
		}
		a := Aggregate{Function: Function(strings.ToLower(m[1]))}
		switch {
		case a.Function == Count && (m[2] == "" || m[2] == "*"):
			list = append(list, a)
			continue
		case a.Function == Count:
			return nil, wrong("count takes no field").hint("uniq(%s) counts distinct values", m[2])
		case m[2] == "":
			return nil, wrong("%s needs a field", m[1]).hint("write %s(bytes)", a.Function)
		}
		id, err := parseField(m[2])
		if err != nil {
			return nil, err
		}
		a.Field = id
		if _, err := new(checked).aggregateColumn(a); err != nil {
			return nil, err
		}
		list = append(list, a)
	}
	return list, nil
}

// ParseOrder reads a list of result columns; a dash in front is descending.
func ParseOrder(text string) ([]Order, error) {
	var list []Order
	for _, part := range splitList(text) {
		name, descending := strings.CutPrefix(part, "-")
		name = strings.TrimSpace(strings.TrimPrefix(name, "+"))
		if name == "" {
			return nil, wrong("%q is no column to order by", part)
		}
		if f, ok := record.Lookup(name); ok {
			name = f.Name
		}
		list = append(list, Order{Column: name, Descending: descending})
	}
	return list, nil
}

// ParseBucket reads the width of a bucket: "5m", "1h", "1d", "1w".
func ParseBucket(text string) (time.Duration, error) {
	unit := map[byte]time.Duration{'s': time.Second, 'm': time.Minute, 'h': time.Hour, 'd': 24 * time.Hour, 'w': 7 * 24 * time.Hour}
	text = strings.TrimSpace(text)
	bad := wrong("%q is no bucket", text).hint("write 5m, 1h or 1d")
	if len(text) < 2 || unit[text[len(text)-1]] == 0 {
		return 0, bad
	}
	n, err := strconv.ParseUint(text[:len(text)-1], 10, 16)
	if err != nil || n == 0 {
		return 0, bad
	}
	width := time.Duration(n) * unit[text[len(text)-1]]
	if width%time.Minute != 0 {
		return 0, wrong("a bucket of %s is not whole minutes", text)
	}
	return width, nil
}

// ParseTime reads a time as filters write it: 2026-01-31, 2026-01-31T10:00:00Z,
// Unix seconds or now-24h.
func ParseTime(text string, now time.Time) (time.Time, error) {
	if now.IsZero() {
		now = time.Now()
	}
	t, _, err := filter.ParseTime(strings.TrimSpace(text), now)
	var e *filter.Error
	if errors.As(err, &e) {
		return t, &RequestError{Message: e.Message, Hint: e.Suggestion}
	}
	return t, err
}
