package rule

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/finding"
)

// Word is a key that a rule may have, for those who write one.
type Word struct {
	Path   string   // of the keys above it, with dots; "" for the document
	Name   string   // "" where the values of a list or text at Path are meant
	Takes  string   // "text", "number", "length of time", "yes or no", "filter", "list", "block"
	Values []string // that there are, where they are few
}

// Words are the keys of rules: Sigma's, and those of the block weir as they are read.
func Words() []Word {
	levels := []string{"informational", "low", "medium", "high", "critical"}
	words := []Word{
		{Name: "title", Takes: "text"}, {Name: "id", Takes: "text"}, {Name: "name", Takes: "text"}, {Name: "description", Takes: "text"},
		{Name: "status", Takes: "text", Values: sortedKeys(statuses)}, {Name: "author", Takes: "text"}, {Name: "date", Takes: "text"},
		{Name: "references", Takes: "list"}, {Name: "tags", Takes: "list"}, {Name: "level", Takes: "text", Values: levels},
		{Name: "falsepositives", Takes: "list"}, {Name: "logsource", Takes: "block"}, {Name: "detection", Takes: "block"},
		{Name: "correlation", Takes: "block"}, {Name: "filter", Takes: "block"}, {Name: "weir", Takes: "block"},
		{Path: "logsource", Name: "category", Takes: "text", Values: sortedKeys(logCategories)},
		{Path: "logsource", Name: "service", Takes: "text", Values: sortedKeys(logServices)},
		{Path: "logsource", Name: "product", Takes: "text"},
		{Path: "detection", Name: "condition", Takes: "text"}, {Path: "filter", Name: "condition", Takes: "text"}, {Path: "filter", Name: "rules", Takes: "list"},
		{Path: "correlation", Name: "type", Takes: "text", Values: []string{
			string(EventCount), string(ValueCount), string(ValueSum), string(ValueAvg), string(ValuePercentile), string(Temporal), string(TemporalOrdered),
		}},
		{Path: "correlation", Name: "rules", Takes: "list"}, {Path: "correlation", Name: "group-by", Takes: "list"},
		{Path: "correlation", Name: "timespan", Takes: "length of time"}, {Path: "correlation", Name: "condition", Takes: "block"},
		{Path: "correlation", Name: "aliases", Takes: "block"}, {Path: "correlation", Name: "generate", Takes: "yes or no"},
	}
	for _, op := range []string{"gt", "gte", "lt", "lte", "eq", "neq", "field", "percentile"} {
		words = append(words, Word{Path: "correlation.condition", Name: op, Takes: "number"})
	}
	words = append(words, wordsOf("weir", reflect.TypeFor[Weir]())...)
	for _, s := range blocks {
		words = append(words, Word{Path: "weir", Name: s.Key(), Takes: "block"})
		words = append(words, wordsOf("weir."+s.Key(), reflect.Indirect(reflect.ValueOf(s)).Type())...)
	}
	words = append(words, Word{Path: "weir", Name: "enabled", Takes: "yes or no"})
	for _, w := range []Word{
		{Name: "name", Takes: "text"}, {Name: "fires", Takes: "number"}, {Name: "flows", Takes: "list"}, {Name: "expect", Takes: "block"}, {Name: "lists", Takes: "block"},
	} {
		w.Path = "weir.tests"
		words = append(words, w)
	}
	for _, w := range []Word{
		{Name: "at", Takes: "length of time"}, {Name: "every", Takes: "length of time"}, {Name: "repeat", Takes: "number"},
		{Name: "jitter", Takes: "length of time"}, {Name: "reply", Takes: "yes or no"},
	} {
		w.Path = "weir.tests.flows"
		words = append(words, w)
	}
	for i := range words {
		w := &words[i]
		switch w.Path + "." + w.Name {
		case "weir.entity":
			w.Values = Entities
		case "weir.reachable":
			w.Values = []string{"exposure", "page"}
		case "weir.needs.actions":
			w.Values = []string{"accept", "reject", "both"}
		case "weir.severity_when.severity":
			w.Values = levels
		}
	}
	return words
}

// wordsOf are the keys that a struct is read from, see reader.fields.
func wordsOf(path string, t reflect.Type) (words []Word) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if name == "" {
			name = snake(f.Name)
		}
		if !f.IsExported() || name == "-" || path == "weir" && slices.Contains([]string{"settings", "read"}, name) {
			continue
		}
		ft := f.Type
		if ft.Kind() == reflect.Pointer && ft != reflect.TypeFor[*filter.Bound]() {
			ft = ft.Elem()
		}
		w := Word{Path: path, Name: name}
		inner := ft
		switch {
		case ft == reflect.TypeFor[time.Duration]():
			w.Takes = "length of time"
		case ft == reflect.TypeFor[*filter.Bound](), path == "weir" && name == "filter":
			w.Takes = "filter"
		case ft == reflect.TypeFor[finding.Severity]():
			w.Takes = "text"
		case ft == reflect.TypeFor[finding.Family]():
			w.Takes = "text"
			for _, family := range finding.Families {
				w.Values = append(w.Values, string(family))
			}
		case ft.Kind() == reflect.String:
			w.Takes = "text"
		case ft.Kind() == reflect.Bool:
			w.Takes = "yes or no"
		case ft.Kind() == reflect.Slice:
			w.Takes, inner = "list", ft.Elem()
		case ft.Kind() == reflect.Struct, ft.Kind() == reflect.Map:
			w.Takes = "block"
		default:
			w.Takes = "number"
		}
		words = append(words, w)
		if inner.Kind() == reflect.Struct && name != "tests" && inner != reflect.TypeFor[finding.Severity]() {
			words = append(words, wordsOf(path+"."+name, inner)...)
		}
	}
	return words
}
