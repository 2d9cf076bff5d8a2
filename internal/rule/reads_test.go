package rule

import (
	"slices"
	"testing"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// TestUnread protects that a field is read from the store wherever a rule names it: in its
// filter, a severity, what is counted, the sentence, or as an end that follows from it.
func TestUnread(t *testing.T) {
	compile := func(text string) *filter.Bound {
		b, err := filter.Compile(text, filter.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	plain := &Rule{Filter: compile("dstport:22"), Weir: Weir{Entity: "source", Why: "{count} flows of {srcaddr}"}}
	if got := Unread([]*Rule{plain}); !slices.Equal(got, seldom) {
		t.Errorf("without any of them: %v is left out", got)
	}
	for _, c := range []struct {
		rule *Rule
		read []record.FieldID
	}{
		{&Rule{Filter: compile("NOT pkt_dstaddr:10.0.0.0/8")}, []record.FieldID{record.PktDstAddr}},
		{&Rule{Weir: Weir{SeverityWhen: []SeverityWhen{{When: compile("packets_lost_no_route:>5")}}}}, []record.FieldID{record.PacketsLostNoRoute}},
		{&Rule{Weir: Weir{Value: "sum(packets-lost-blackhole)"}}, []record.FieldID{record.PacketsLostBlackhole}},
		{&Rule{Weir: Weir{Why: "{entity}: {sum(rtt)} in all"}}, []record.FieldID{record.RTT}},
		{&Rule{Weir: Weir{Entity: "true_source"}}, []record.FieldID{record.PktSrcAddr, record.PktDstAddr}},
		{&Rule{Weir: Weir{NewValue: &NewValue{Of: []string{"pktSrcaddr"}}}}, []record.FieldID{record.PktSrcAddr}},
		{&Rule{Correlation: &Correlation{Field: "pkt_srcaddr"}}, []record.FieldID{record.PktSrcAddr}},
	} {
		out := Unread([]*Rule{plain, c.rule})
		for _, id := range c.read {
			if slices.Contains(out, id) {
				t.Errorf("%+v does not read %s", c.rule.Weir, record.Get(id).Name)
			}
		}
		if len(out)+len(c.read) != len(seldom) {
			t.Errorf("%+v leaves out %v", c.rule.Weir, out)
		}
	}
}
