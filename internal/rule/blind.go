package rule

import (
	"fmt"
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
// one sentence each, none where it lacks nothing.
func Blind(r *Rule, have Have) []string {
	why := []string{}
	for _, name := range r.Weir.Needs.Fields {
		if f, ok := record.Lookup(name); ok && !have.has(f) {
			why = append(why, fmt.Sprintf("the records lack %s", f.Name))
		}
	}
	actions := r.Weir.Needs.Actions
	if !have.Reject && (actions == "reject" || actions == "both") {
		why = append(why, "REJECT is not logged")
	}
	if !have.Accept && (actions == "accept" || actions == "both") {
		why = append(why, "ACCEPT is not logged")
	}
	if most := r.Weir.Needs.Aggregation; most > 0 && have.Aggregation > most {
		why = append(why, fmt.Sprintf("the records cover %s, it needs %s or less", have.Aggregation, most))
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
