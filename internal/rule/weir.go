package rule

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/baseline"
	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/record"
)

// Entities are what a finding can be about, see [Weir.Entity].
var Entities = []string{
	"source", "destination", "client", "server", "pair", "interface", "subnet", "vpc",
	"app", "client_app", "server_app", "edge", "attachment", "log",
	"local", "remote", "true_source",
}

// EndFields are values that rules group by and remember though no filter tests them:
// they follow from who is inside and who called, see package detect.
var EndFields = []string{
	"local", "remote", "true_source", "true_dest", "local_app", "local_subnet", "client_subnet", "server_subnet",
}

// endField returns the name of one of [EndFields] in any spelling, "" when it is none.
func endField(name string) string {
	for _, f := range EndFields {
		if record.SameName(f, name) {
			return f
		}
	}
	return ""
}

// weir reads the block that Sigma does not have.
func (r *reader) weir(rule *Rule, n *config.Node) {
	if !r.mapping(n, "weir") {
		return
	}
	w := &rule.Weir
	if lists := n.Get("lists"); lists != nil { // filters need them
		w.Lists = r.readLists(lists)
	}
	keys := r.fields(reflect.ValueOf(w).Elem(), "weir")
	delete(keys, "settings")
	delete(keys, "read")
	keys["lists"] = nil
	keys["tests"] = func(n *config.Node) { w.Tests = r.tests(n) }
	keys["enabled"] = func(n *config.Node) {
		if !r.truth(n, "weir.enabled") {
			r.off = "it is not enabled in its file"
		}
	}
	var mechanisms []*config.Node
	for _, s := range blocks {
		key := s.Key()
		keys[key] = func(n *config.Node) { w.Settings = r.settings(key, n) }
	}
	for _, p := range n.Pairs {
		_, own := block(p.Key.Text)
		if own || slices.Contains([]string{"more_than_usual", "new_value", "rare_value", "absence"}, p.Key.Text) {
			mechanisms = append(mechanisms, p.Key)
		}
	}
	if len(mechanisms) > 1 {
		r.bad(mechanisms[1], "%s and %s in one rule; a rule has one mechanism", mechanisms[0].Text, mechanisms[1].Text)
	}
	r.keys(n, "weir", keys)
	r.useLists(w, n)
	w.Read = r.lists
	r.defaults(w)
	r.judge(w, n)
}

// defaults fills in what a mechanism of this package leaves out.
func (*reader) defaults(w *Weir) {
	either := func(v *time.Duration, d time.Duration) {
		if *v == 0 {
			*v = d
		}
	}
	const day = 24 * time.Hour
	if m := w.MoreThanUsual; m != nil {
		either(&m.Every, 10*time.Minute)
		if m.Risk == 0 {
			m.Risk = baseline.DefaultConfig().Risk
		}
		if m.Value == "" {
			m.Value = "count"
		}
	}
	if v := w.NewValue; v != nil {
		either(&v.Memory, 30*day)
		either(&v.Learn, 3*day)
		if v.Value == "" {
			v.Value = "count"
		}
	}
	if v := w.RareValue; v != nil {
		either(&v.Memory, 30*day)
	}
	if a := w.Absence; a != nil && a.Of == 0 {
		a.Of = 3
	}
}

// judge checks what the keys mean together, and makes names of fields canonical.
func (r *reader) judge(w *Weir, n *config.Node) {
	at := func(path ...string) *config.Node {
		to := n
		for _, key := range path {
			if to.Get(key) == nil {
				return to
			}
			to = to.Get(key)
		}
		return to
	}
	if w.Entity != "" && !slices.Contains(Entities, w.Entity) {
		known := map[string]bool{}
		for _, e := range Entities {
			known[e] = true
		}
		r.bad(at("entity"), "%s", config.Unknown("entity", w.Entity, known))
	}
	if w.Reachable != "" && w.Reachable != "exposure" && w.Reachable != "page" {
		r.bad(at("reachable"), "%s", config.Unknown("value", w.Reachable, map[string]bool{"exposure": true, "page": true}))
	}
	if w.Needs.Actions != "" && !slices.Contains([]string{"accept", "reject", "both"}, w.Needs.Actions) {
		r.bad(at("needs", "actions"), "%s", config.Unknown("value", w.Needs.Actions, map[string]bool{"accept": true, "reject": true, "both": true}))
	}
	if w.Threshold != 0 && w.Window == 0 {
		r.bad(at("threshold"), "threshold needs a window")
	}
	if w.Threshold < 0 {
		r.bad(at("threshold"), "threshold is below 0")
	}
	if w.Window != 0 && n.Get("threshold") == nil {
		r.bad(at("window"), "window needs a threshold")
	}
	r.fieldNames(w.Needs.Fields, at("needs", "fields"), false)
	r.fieldNames(w.GroupBy, at("group_by"), true)
	r.counted(&w.Value, at("value"), false)
	if m := w.MoreThanUsual; m != nil {
		r.counted(&m.Value, at("more_than_usual", "value"), true)
		r.fieldNames(m.Per, at("more_than_usual", "per"), true)
		if m.Risk < 0 || m.Risk >= 1 {
			r.bad(at("more_than_usual", "risk"), "risk is a chance between 0 and 1")
		}
		r.required(len(m.Per) > 0, at("more_than_usual"), "more_than_usual needs per, the fields that make a series")
	}
	if v := w.NewValue; v != nil {
		r.counted(&v.Value, at("new_value", "value"), false)
		r.fieldNames(v.Of, at("new_value", "of"), true)
		r.fieldNames(v.Per, at("new_value", "per"), true)
		r.required(len(v.Of) > 0, at("new_value"), "new_value needs of, the fields whose values are remembered")
	}
	if v := w.RareValue; v != nil {
		r.fieldNames(v.Of, at("rare_value", "of"), true)
		r.fieldNames(v.Per, at("rare_value", "per"), true)
		r.required(len(v.Of) > 0 && len(v.Per) > 0 && v.AtMost > 0, at("rare_value"), "rare_value needs of, per and at_most")
	}
	if a := w.Absence; a != nil {
		r.fieldNames(a.Per, at("absence", "per"), true)
		r.required(a.For > 0 && len(a.Per) > 0, at("absence"), "absence needs for and per")
	}
	for i, s := range w.SeverityWhen {
		if s.When == nil && len(r.errs) == 0 {
			r.bad(at("severity_when").Items[i], "severity_when needs when, a filter, and severity")
		}
	}
}

func (r *reader) required(ok bool, n *config.Node, text string) {
	if !ok && len(r.errs) == 0 {
		r.bad(n, "%s", text)
	}
}

// fieldNames makes names canonical. one is whether a field must have a value of its
// own, which those that stand for two do not.
func (r *reader) fieldNames(names []string, n *config.Node, one bool) {
	for i, name := range names {
		at := n
		if i < len(n.Items) {
			at = n.Items[i]
		}
		if end := endField(name); end != "" && one {
			names[i] = end
			continue
		}
		f, why := lookup(name)
		switch {
		case why != "":
			r.bad(at, "%s", why)
			continue
		case one && f.Place == record.PlaceEither:
			r.bad(at, "%s", twoFields(f))
		}
		names[i] = f.Name
	}
}

func twoFields(f *record.Field) string {
	return fmt.Sprintf("%s stands for two fields; write %s or %s", f.Name, record.Get(f.Of[0]).Name, record.Get(f.Of[1]).Name)
}

// counted checks what is counted: count, sum(field), uniq(field), and ratio where
// allowed.
func (r *reader) counted(value *string, n *config.Node, ratio bool) {
	text := strings.TrimSpace(*value)
	if text == "" || text == "count" || text == "ratio" && ratio {
		return
	}
	call, rest, ok := strings.Cut(text, "(")
	name, closed := strings.CutSuffix(rest, ")")
	if !ok || !closed || call != "sum" && call != "uniq" {
		forms := "count, sum(field) or uniq(field)"
		if ratio {
			forms = "count, sum(field), uniq(field) or ratio"
		}
		r.bad(n, "value is %s, not %q", forms, text)
		return
	}
	if end := endField(strings.TrimSpace(name)); end != "" && call == "uniq" {
		*value = "uniq(" + end + ")"
		return
	}
	f, why := lookup(strings.TrimSpace(name))
	switch {
	case why != "":
		r.bad(n, "%s", why)
	case f.Place == record.PlaceEither:
		r.bad(n, "%s", twoFields(f))
	case call == "sum" && f.Type != record.TypeUint32 && f.Type != record.TypeUint64:
		r.bad(n, "%s has no sum", f.Name)
	default:
		*value = call + "(" + f.Name + ")"
	}
}
