package rule

import (
	"fmt"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/record"
)

// Have is what the records of a source have.
type Have struct {
	Fields         map[record.FieldID]bool
	Accept, Reject bool
	Aggregation    time.Duration // length of most windows; 0: not known
}

// Blind says why a rule sees nothing, or not all, in records that have only so much:
// one sentence each, none where it lacks nothing. What its filter can not do without
// counts, beside what the rule says it needs; so do the rules that a correlation joins.
func Blind(r *Rule, have Have) []string {
	why := []string{}
	say := func(text string) {
		if !slices.Contains(why, text) {
			why = append(why, text)
		}
	}
	for _, name := range r.Weir.Needs.Fields {
		if f, ok := record.Lookup(name); ok && !have.has(f) {
			say("the records lack " + f.Name)
		}
	}
	actions := r.Weir.Needs.Actions
	accept, reject := actions == "accept" || actions == "both", actions == "reject" || actions == "both"
	if r.Filter != nil {
		for _, id := range r.Filter.Requires() {
			if f := record.Get(id); !have.has(f) {
				say("the records lack " + f.Name)
			}
		}
		mayAccept, mayReject := r.Filter.MayPass(record.Accept), r.Filter.MayPass(record.Reject)
		reject = reject || mayReject && !mayAccept && !r.Filter.MayPass(record.ActionNone)
		accept = accept || mayAccept && !mayReject && !r.Filter.MayPass(record.ActionNone)
	}
	if !have.Reject && reject {
		say("REJECT is not logged")
	}
	if !have.Accept && accept {
		say("ACCEPT is not logged")
	}
	if r.Correlation != nil {
		for _, of := range r.Correlation.Rules {
			for _, text := range Blind(of, have) {
				say(text)
			}
		}
	}
	if most := r.Weir.Needs.Aggregation; most > 0 && have.Aggregation > most {
		say(fmt.Sprintf("the records cover %s, it needs %s or less", have.Aggregation, most))
	}
	return why
}

// has reports whether records have a field, or can give it.
func (h *Have) has(f *record.Field) bool {
	switch f.Place {
	case record.PlaceEither:
		return h.Fields[f.Of[0]] || h.Fields[f.Of[1]]
	case record.PlaceDerived:
		return true // weir derives it from what there is
	}
	there, known := h.Fields[f.ID]
	return there || !known
}
