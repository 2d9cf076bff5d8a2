package rule

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/filter/filtertest"
)

// published is the pattern of the published illegal-traffic alert, verbatim.
const published = `/(0|[2-9])([0-6]|[8-9])([0-1]|[3-9])\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}/`

func explain(t *testing.T, text string) Explanation {
	t.Helper()
	b, err := filter.Compile(text, filter.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return Explain(&Rule{ID: "r", Filter: b})
}

// The published pattern runs, and its hint says what it misses and what was meant.
func TestExplainPublished(t *testing.T) {
	text := "action:ACCEPT AND srcaddr.keyword:" + published
	rules, err := Load("r.yaml", []byte("title: t\nweir:\n  filter: 'action:ACCEPT AND srcaddr.keyword:"+published+"'\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	batch, err := filtertest.Table("srcaddr action\n8.8.8.8 ACCEPT\n172.16.0.1 ACCEPT\n203.0.113.9 ACCEPT\n198.51.100.7 ACCEPT\n2001:db8::1 ACCEPT\n212.1.1.1 ACCEPT")
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(rules[0].Filter.Matcher().Match(batch).AppendRows(nil)); got != "[2]" {
		t.Errorf("%s matches rows %s, want [2]", text, got)
	}
	a := Explain(rules[0]).Addresses[0]
	if !strings.Contains(a.Hint, "no address below 200") || a.Instead != "NOT srcaddr:172.16.0.0/12" {
		t.Errorf("hint %q, instead %q", a.Hint, a.Instead)
	}
	if math.Abs(a.Share4-50./256) > 1e-9 || a.Share6 != 0 || a.Ranges[0] != "200.0.0.0/7" {
		t.Errorf("shares %v and %v, ranges %v", a.Share4, a.Share6, a.Ranges)
	}
	passes, others := a.Seen()
	for _, ask := range []string{passes, others, a.Instead} {
		if _, err := filter.Compile(ask, filter.Options{}); err != nil {
			t.Errorf("%s: %v", ask, err)
		}
	}
}

func TestExplainHints(t *testing.T) {
	f := func(text, hint, instead string) {
		t.Helper()
		a := explain(t, text).Addresses[0]
		if a.Instead != instead || !strings.Contains(a.Hint, hint) || hint == "" && a.Hint != "" {
			t.Errorf("%s: hint %q instead %q, want %q and %q", text, a.Hint, a.Instead, hint, instead)
		}
		if a.Instead != "" {
			if _, err := filter.Compile(a.Instead, filter.Options{}); err != nil {
				t.Errorf("%s: %v", a.Instead, err)
			}
		}
	}
	f("srcaddr:10.0.0.0/8", "", "")
	f("srcaddr:203.*", "", "")
	f("NOT srcaddr:"+published, "no address below 200", "srcaddr:172.16.0.0/12")
	f(`srcaddr:/[^1][^0]\..*/`, "leaves 10 out", "NOT srcaddr:10.0.0.0/8")
	f(`srcaddr:/[^1][^9][^2]\..*/`, "leaves 192 out", "NOT srcaddr:192.168.0.0/16")
	f(`srcaddr:/(0|[2-9]).*/`, "", "")
	f(`srcaddr:/10\./`, "the whole text", `srcaddr:/.*10\..*/`)
	f(`srcaddr:/eni-.*/`, "no address", "")
	f(`dstaddr:/.*/`, "every address", "dstaddr:*")
	f(`dstaddr:/10\.1\..*/`, "one network", "dstaddr:10.1.0.0/16")
}

// A correlation covers what its rules cover.
func TestExplainCorrelation(t *testing.T) {
	of := &Rule{ID: "base", Filter: filterOf(t, "srcaddr:10.0.0.0/8 dstport:22")}
	e := Explain(&Rule{ID: "c", Correlation: &Correlation{Rules: []*Rule{of}}})
	if len(e.Addresses) != 1 || e.Addresses[0].Of != "base" {
		t.Errorf("got %+v", e)
	}
}

func filterOf(t *testing.T, text string) *filter.Bound {
	t.Helper()
	b, err := filter.Compile(text, filter.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}
