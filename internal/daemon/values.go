package daemon

import (
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/config"
)

// Origin is where the value of a setting is from.
type Origin string

// The origins of values. A variable wins over the file, and both over the app.
const (
	FromDefault  Origin = "default"
	FromFile     Origin = "file"
	FromVariable Origin = "variable"
	FromApp      Origin = "app"
)

// Value is a setting that holds, without what is secret in it.
type Value struct {
	config.Leaf
	Text     string
	From     Origin
	Line     int    // of the file; 0: not known
	Variable string // that set it
}

// Values returns what holds on a data directory: each setting with where it is from.
// Where the app adds to a list of the configuration, the list is two values, one of each.
// With an error it returns what holds without the app.
func (s ServedSettings) Values(data string) ([]Value, error) {
	m, err := LoadMade(data)
	if err != nil {
		m = Made{}
	}
	held := s.Settings
	held.Keep = s.keep(&m)
	added := Settings{Sources: m.followed(s.Sources), Notify: m.told(s.Notify)[len(s.Notify):]}
	added.Ingest.Geo = geoIn(data)
	var out []Value
	lists := addedTo(&added)
	for _, v := range s.values(&held, m.Keep.set()) {
		more := lists[v.Path]
		if v.Text != "" || more == "" {
			out = append(out, v)
		}
		if more != "" {
			v.Text, v.From, v.Line, v.Variable = more, FromApp, 0, ""
			out = append(out, v)
		}
	}
	return out, err
}

// addedTo are the lists to which the app adds, as they are written.
func addedTo(s *Settings) map[string]string {
	lists := map[string]string{}
	for _, l := range config.Leaves("WEIR", s) {
		if l.Path == "sources" || l.Path == "notify" || l.Path == "ingest.geo" {
			lists[l.Path] = l.Value()
		}
	}
	return lists
}

// values tells where each value is from of settings that hold, some of them as they were
// set in the app.
func (s *ServedSettings) values(held *Settings, inApp map[string]bool) []Value {
	defaults := DefaultSettings()
	before := map[string]string{}
	for _, l := range config.Leaves("WEIR", &defaults) {
		before[l.Path] = l.Value()
	}
	from := map[string]string{}
	for name, path := range s.From {
		from[path] = name
	}
	lines := s.lines()
	var out []Value
	for _, l := range config.Leaves("WEIR", held) {
		if strings.Contains(l.Path, "[].") {
			continue // lists are shown whole
		}
		v := Value{Leaf: l, Text: l.Value(), From: FromDefault}
		if l.Path == "store" {
			v.Text = Redact(v.Text)
		}
		switch line, inFile := lines[l.Path]; {
		case from[l.Path] != "":
			v.From, v.Variable = FromVariable, from[l.Path]
		case inFile:
			v.From, v.Line = FromFile, line
		case inApp[l.Path]:
			v.From = FromApp
		case l.Value() != before[l.Path]:
			v.From = FromFile
		}
		out = append(out, v)
	}
	return out
}

// set tells which of the retention was set in the app.
func (k *MadeKeep) set() map[string]bool {
	return map[string]bool{"keep.days": k.Days != nil, "keep.minute-days": k.MinuteDays != nil, "keep.hour-days": k.HourDays != nil, "keep.bytes": k.Bytes != nil}
}

// followed are the sources of the app that are not among those of the configuration.
func (m *Made) followed(list []SourceSettings) []SourceSettings {
	return slices.DeleteFunc(slices.Clone(m.Sources), func(own SourceSettings) bool {
		return slices.ContainsFunc(list, func(o SourceSettings) bool { return o.Path == own.Path || o.called() == own.called() })
	})
}
