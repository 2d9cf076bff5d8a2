package rule

import (
	"net/netip"
	"strconv"
	"strings"

	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// tests reads the cases of a rule.
func (r *reader) tests(n *config.Node) []Test {
	if n.Kind != config.List {
		r.bad(n, "tests takes a list, not %s", n.Kind)
		return nil
	}
	var out []Test
	for _, item := range n.Items {
		if !r.mapping(item, "a test") {
			continue
		}
		var t Test
		r.keys(item, "a test", map[string]func(*config.Node){
			"name": func(n *config.Node) { t.Name = r.text(n, "name") },
			"fires": func(n *config.Node) {
				v := r.number(n, "fires")
				if t.Fires = int(v); v < 0 || v != float64(t.Fires) {
					r.bad(n, "fires is how many findings there are, 0 for none")
				}
			},
			"expect": func(n *config.Node) {
				if !r.mapping(n, "expect") {
					return
				}
				t.Expect = map[string]string{}
				for _, p := range n.Pairs {
					t.Expect[p.Key.Text] = r.text(p.Value, p.Key.Text)
				}
			},
			"flows": func(n *config.Node) { t.Flows = r.flows(n) },
			"lists": func(n *config.Node) { t.Lists = r.testLists(n) },
		})
		for _, key := range []string{"name", "fires", "flows"} {
			if item.Get(key) == nil {
				r.bad(item, "a test needs %s", key)
			}
		}
		out = append(out, t)
	}
	return out
}

// testLists reads the lists of a test: names and values.
func (r *reader) testLists(n *config.Node) map[string]*List {
	if !r.mapping(n, "lists") {
		return nil
	}
	lists := map[string]*List{}
	for _, p := range n.Pairs {
		list := &List{Name: p.Key.Text, File: r.file}
		lists[p.Key.Text] = list.with(r.texts(p.Value, p.Key.Text))
	}
	return lists
}

// flows reads the flows of a test: fields, and when and how often they come.
func (r *reader) flows(n *config.Node) []Flow {
	if n.Kind != config.List {
		r.bad(n, "flows takes a list of maps, not %s", n.Kind)
		return nil
	}
	var out []Flow
	for _, item := range n.Items {
		if !r.mapping(item, "a flow") {
			continue
		}
		f := Flow{Values: map[string]string{}, Repeat: 1}
		for _, p := range item.Pairs {
			switch p.Key.Text {
			case "at":
				f.At = r.duration(p.Value, "at")
			case "every":
				f.Every = r.duration(p.Value, "every")
			case "jitter":
				f.Jitter = r.duration(p.Value, "jitter")
			case "late":
				f.Late = r.duration(p.Value, "late")
			case "flow_log":
				f.FlowLog = r.text(p.Value, "flow_log")
			case "reply":
				f.Reply = r.truth(p.Value, "reply")
			case "repeat":
				v := r.number(p.Value, "repeat")
				if f.Repeat = int(v); v < 1 || v > 1e6 || v != float64(f.Repeat) {
					r.bad(p.Value, "repeat is a whole number from 1 to 1,000,000")
				}
			default:
				r.flowValue(&f, p)
			}
		}
		out = append(out, f)
	}
	return out
}

// flowValue reads field: value, where a..b counts up with the repeats.
func (r *reader) flowValue(f *Flow, p config.Pair) {
	field, why := lookup(p.Key.Text)
	switch {
	case why != "":
		if near := config.Nearest(p.Key.Text, []string{"at", "every", "jitter", "reply", "repeat", "late", "flow_log"}); near != "" {
			why = "unknown key " + strconv.Quote(p.Key.Text) + "; did you mean " + strconv.Quote(near) + "?"
		}
		r.bad(p.Key, "%s", why)
		return
	case field.Place == record.PlaceEither:
		r.bad(p.Key, "%s", twoFields(field))
		return
	case field.Place == record.PlaceDerived && field.ID != record.Witness:
		r.bad(p.Key, "%s follows from other fields; give those", field.Name)
		return
	}
	if _, twice := f.Values[field.Name]; twice {
		r.bad(p.Key, "%s is there twice", field.Name)
	}
	text := r.text(p.Value, p.Key.Text)
	if text == "" {
		return
	}
	f.Values[field.Name] = text // also where it is wrong: it is there
	ends := []string{text}
	if from, to, ok := strings.Cut(text, ".."); ok && field.Type != record.TypeText {
		ends = []string{from, to}
		if !ascends(from, to) {
			r.bad(p.Value, "%s does not count up", text)
			return
		}
	}
	for i, end := range ends {
		if _, err := filter.Term(field.Name, filter.Equal(end, false)); err != nil {
			r.badTerm(p.Value, err)
			return
		}
		switch field.Type { // flows are made of plain values
		case record.TypeUint8, record.TypeUint16, record.TypeUint32, record.TypeUint64:
			if n, err := filter.Number(field, end); err == nil {
				ends[i] = strconv.FormatUint(n, 10)
			}
		case record.TypeAction:
			ends[i] = strings.ToUpper(end)
		}
	}
	f.Values[field.Name] = strings.Join(ends, "..")
}

// ascends reports whether one number or address is not above another.
func ascends(from, to string) bool {
	a, err := netip.ParseAddr(from)
	if err == nil {
		b, err := netip.ParseAddr(to)
		return err == nil && a.BitLen() == b.BitLen() && a.Compare(b) <= 0
	}
	x, err := strconv.ParseUint(from, 10, 64)
	if err != nil {
		return false
	}
	y, err := strconv.ParseUint(to, 10, 64)
	return err == nil && x <= y
}
