package rule

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/filter/filtertest"
)

var update = flag.Bool("update", false, "write what the code gives into testdata")

// golden runs a file of testdata: blocks of a line "### name", YAML, a line "=>" and
// what it gives. Lines before the first block are comments.
func golden(t *testing.T, name string, run func(yaml string) string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut("\n"+string(data), "\n### ")
	var out strings.Builder
	out.WriteString(strings.TrimPrefix(head, "\n"))
	for block := range strings.SplitSeq(rest, "\n### ") {
		title, body, _ := strings.Cut(block, "\n")
		yaml, want, _ := strings.Cut(body, "\n=>")
		got := strings.TrimSpace(run(yaml + "\n"))
		if !*update {
			if diff := cmp.Diff(strings.TrimSpace(want), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", title, diff)
			}
		}
		out.WriteString("\n### " + title + "\n" + yaml + "\n=>\n" + got + "\n")
	}
	if *update {
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

var testOptions = Options{
	Lists: map[string]*List{"approved": (*List)(nil).with([]string{"10.0.0.0/8", "203.0.113.9"}), "names": (*List)(nil).with([]string{"checkout", "pay*"})},
	Read: func(_, name string) ([]byte, error) {
		if name != "good.txt" {
			return nil, fmt.Errorf("open %s: no such file", name)
		}
		return []byte("# ours\n10.1.0.0/16 ; office\n\n192.0.2.1\n"), nil
	},
}

// What a person reads after a mistake: where it is, and what to write instead.
func TestErrors(t *testing.T) {
	golden(t, "errors.txt", func(yaml string) string {
		rules, err := Load("r.yaml", []byte(yaml), testOptions)
		if err == nil {
			return fmt.Sprintf("no error, %d rules", len(rules))
		}
		return err.Error()
	})
}

// What detections mean, in the words of the filter language.
func TestDetections(t *testing.T) {
	golden(t, "detections.txt", func(yaml string) string {
		rules, err := Load("r.yaml", []byte("title: t\ndetection:\n"+yaml), testOptions)
		if err != nil {
			return err.Error()
		}
		text := rules[0].Filter.String()
		again, err := filter.Compile(text, filter.Options{})
		if err != nil {
			t.Errorf("%s\nmeans %s, which does not compile: %v", yaml, text, err)
		} else if again.String() != text {
			t.Errorf("%s\nmeans %s,\nthen  %s", yaml, text, again)
		}
		return text
	})
}

// Everything that a rule can say arrives where detectors read it.
func TestLoad(t *testing.T) {
	data, err := os.ReadFile("testdata/whole.yaml")
	if err != nil {
		t.Fatal(err)
	}
	rules, err := Load("whole.yaml", data, testOptions)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, r := range rules {
		dump(&b, r)
	}
	const path = "testdata/whole.txt"
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("loaded (-want +got):\n%s", diff)
	}
}

// dump writes a rule for a golden file.
func dump(b *strings.Builder, r *Rule) {
	of := func(f *filter.Bound) string {
		if f == nil {
			return "all"
		}
		return f.String()
	}
	fmt.Fprintf(b, "rule %s (%s) line %d: %s, %s, %v, attack %v, enabled %v %s, joined %v\n",
		r.ID, r.Name, r.Line, r.Title, r.Severity, r.Mechanism(), r.Attack, r.Enabled, r.Off, r.Joined)
	fmt.Fprintf(b, "  filter %s\n", of(r.Filter))
	if c := r.Correlation; c != nil {
		fmt.Fprintf(b, "  %s by %v within %v, %s %v of %q percentile %v, aliases %v, generate %v, joins", c.Type, c.GroupBy, c.Timespan, c.Op, c.Value, c.Field, c.Percentile, c.Aliases, c.Generate)
		for _, of := range c.Rules {
			fmt.Fprintf(b, " %s", of.ID)
		}
		b.WriteString("\n")
	}
	w := r.Weir
	fmt.Fprintf(b, "  family %s, entity %s, window %v > %v of %q by %v, realert %v, reachable %q, weak %v\n", w.Family, w.Entity, w.Window, w.Threshold, w.Value, w.GroupBy, w.Realert, w.Reachable, w.Weak)
	for _, m := range []struct {
		name string
		v    any
		ok   bool
	}{
		{"more than usual", w.MoreThanUsual, w.MoreThanUsual != nil}, {"new value", w.NewValue, w.NewValue != nil},
		{"rare value", w.RareValue, w.RareValue != nil}, {"absence", w.Absence, w.Absence != nil}, {"settings", w.Settings, w.Settings != nil},
		{"page", w.Page, w.Page != nil},
	} {
		if m.ok {
			fmt.Fprintf(b, "  %s %s\n", m.name, strings.ReplaceAll(fmt.Sprintf("%+v", deref(m.v)), "\n", " "))
		}
	}
	for _, s := range w.SeverityWhen {
		fmt.Fprintf(b, "  %s when %s\n", s.Severity, of(s.When))
	}
	fmt.Fprintf(b, "  needs %v %s %v, response %q, noise %q, why %q, lists %v\n", w.Needs.Fields, w.Needs.Actions, w.Needs.Aggregation, w.Response, w.Noise, w.Why, readLists(w.Read))
	for _, t := range w.Tests {
		fmt.Fprintf(b, "  test %q fires %d expects %v\n", t.Name, t.Fires, t.Expect)
		for _, f := range t.Flows {
			fmt.Fprintf(b, "    %v at %v every %v repeat %d jitter %v reply %v\n", f.Values, f.At, f.Every, f.Repeat, f.Jitter, f.Reply)
		}
	}
}

func readLists(lists map[string]*List) map[string][]string {
	out := map[string][]string{}
	for name, l := range lists {
		out[name] = l.Values()
	}
	return out
}

func deref(v any) any {
	switch v := v.(type) {
	case *MoreThanUsual:
		return *v
	case *NewValue:
		return *v
	case *RareValue:
		return *v
	case *Absence:
		return *v
	case *bool:
		return *v
	}
	return v
}

// Rules of several files find each other; a file with a mistake takes only what
// depends on it along.
func TestLoadFS(t *testing.T) {
	one := "title: a\nname: %s\ndetection: {s: {dst_port: 22}, condition: s}\n"
	join := "title: c\nname: %s\ncorrelation: {type: event_count, rules: [%s], timespan: 5m, condition: {gte: 3}}\n"
	fsys := fstest.MapFS{
		"a/one.yaml":   {Data: fmt.Appendf(nil, one, "one")},
		"a/join.yaml":  {Data: fmt.Appendf(nil, join, "join", "one")},
		"b.yml":        {Data: fmt.Appendf(nil, one+"  x: y\n", "broken")},
		"c.yaml":       {Data: fmt.Appendf(nil, join, "lost", "broken")},
		".hidden.yaml": {Data: []byte("x: y")},
		"readme.md":    {Data: []byte("x: y")},
		"d.yaml":       {Data: fmt.Appendf(nil, one, "one")},
	}
	rules, err := LoadFS(fsys, Options{Shipped: true})
	var ids []string
	for _, r := range rules {
		ids = append(ids, r.File+" "+r.ID)
	}
	want := []string{"shipped/a/join.yaml join", "shipped/a/one.yaml one"}
	if diff := cmp.Diff(want, ids); diff != "" {
		t.Errorf("rules (-want +got):\n%s", diff)
	}
	wantErr := `shipped/b.yml:3: did not find expected key
shipped/c.yaml:3:42: unknown rule "broken"; known are join, lost, one
shipped/d.yaml:1:1: the id "one" is taken by shipped/a/one.yaml:1`
	if err == nil || err.Error() != wantErr {
		t.Errorf("got  %v\nwant %s", err, wantErr)
	}
}

// The same text is the same version, any other is not.
func TestVersion(t *testing.T) {
	load := func(yaml string) string {
		rules, err := Load("r.yaml", []byte(yaml), testOptions)
		if err != nil {
			t.Fatal(err)
		}
		return rules[0].Version
	}
	a := load("title: a\ndetection: {s: {dst_port: 22}, condition: s}")
	if b := load("title:   a # comment\ndetection:\n  s:\n    dst_port: 22\n  condition: s"); a != b {
		t.Error("a comment changes the version")
	}
	if b := load("title: a\ndetection: {s: {dst_port: 23}, condition: s}"); a == b {
		t.Error("another port does not change the version")
	}
}

func TestParseDuration(t *testing.T) {
	f := func(text string, want time.Duration) {
		t.Helper()
		if got, err := parseDuration(text); err != nil || got != want {
			t.Errorf("parseDuration(%q) = %v, %v, want %v", text, got, err, want)
		}
	}
	f("90s", 90*time.Second)
	f("1h30m", 90*time.Minute)
	f("30d", 720*time.Hour)
	f("2w", 336*time.Hour)
	f("1M", 720*time.Hour)
	for _, bad := range []string{"", "d", "-1h", "-1d", "5", "1.5d", "99999999d", "1x"} {
		if d, err := parseDuration(bad); err == nil {
			t.Errorf("parseDuration(%q) = %v, want an error", bad, d)
		}
	}
}

func TestParseNumber(t *testing.T) {
	f := func(text string, want float64) {
		t.Helper()
		if got, err := parseNumber(text); err != nil || got != want {
			t.Errorf("parseNumber(%q) = %v, %v, want %v", text, got, err, want)
		}
	}
	f("100MB", 1e8)
	f("1GiB", 1<<30)
	f("1_000", 1000)
	f("1e-5", 1e-5)
	f("2%", 0.02)
	for _, bad := range []string{"", "MB", "1XB", "nan", "inf", "1e999", "x"} {
		if v, err := parseNumber(bad); err == nil {
			t.Errorf("parseNumber(%q) = %v, want an error", bad, v)
		}
	}
}

// Conditions that Sigma users write select what they say, row by row.
func TestMatches(t *testing.T) {
	batch, err := filtertest.Table(`srcaddr dstaddr srcport dstport protocol action bytes src_app
10.0.0.1   10.0.0.2 40000 22  6 ACCEPT 100 Checkout
203.0.113.9 10.0.0.2 40001 23  6 REJECT 40  -
2001:db8::1 10.0.0.2 40002 443 17 ACCEPT 5000 pay-api`)
	if err != nil {
		t.Fatal(err)
	}
	f := func(yaml, want string) {
		t.Helper()
		rules, err := Load("r.yaml", []byte("title: t\ndetection: {"+yaml+"}"), testOptions)
		if err != nil {
			t.Error(err)
			return
		}
		got := fmt.Sprint(rules[0].Filter.Matcher().Match(batch).AppendRows(nil))
		if got != want {
			t.Errorf("%s: rows %s, want %s", yaml, got, want)
		}
	}
	f("s: {dst_port: [22, 443]}, condition: s", "[0 2]")
	f("s: {dst_port: 22}, condition: not s", "[1 2]")
	f("s: {src_app: checkout}, condition: s", "[0]")
	f("s: {src_app|cased: checkout}, condition: s", "[]")
	f("s: {src_app|startswith: PAY}, condition: s", "[2]")
	f("s: {src_app|contains|all: [y, API]}, condition: s", "[2]")
	f("s: {src_app|re: '^check'}, condition: s", "[]")
	f("s: {src_app|re|i: '^check'}, condition: s", "[0]")
	f("s: {src_app: null}, condition: s", "[1]")
	f("s: {src_app|exists: true}, condition: s", "[0 2]")
	f("s: {src_ip|cidr: [10.0.0.0/8, '2001:db8::/32']}, condition: s", "[0 2]")
	f("s: {src_ip|startswith: '203.0.'}, condition: s", "[1]")
	f("s: {bytes|gte: 100}, condition: s", "[0 2]")
	f("s: {bytes|neq: [40, 100]}, condition: s", "[2]")
	f("s: {action: blocked}, condition: s", "[1]")
	f("s: {src_ip|expand: '%approved%'}, condition: s", "[0 1]")
	f("s: {src_app|expand: '%names%'}, condition: s", "[0 2]")
	f("a: {dst_port: 22}, b: {dst_port: 23}, condition: 1 of them", "[0 1]")
	f("a1: {dst_port: 22}, a2: {action: ACCEPT}, b: {dst_port: 23}, condition: all of a* or b", "[0 1]")
	f("s: [{dst_port: 22, action: ACCEPT}, {dst_port: 23}], condition: s", "[0 1]")
	f("k: [checkout, pay*], condition: k", "[0 2]")
	f("k: [reject], condition: k", "[1]")
}

// A test of a rule brings lists of its own, which its filter follows.
func TestWithLists(t *testing.T) {
	rules, err := Load("r.yaml", []byte(`
title: t
weir: {filter: "NOT srcaddr:%ours%", lists: {ours: }}
`), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r := rules[0]; r.Enabled || r.Filter.String() != "*" {
		t.Errorf("without the list: enabled %v, filter %s", r.Enabled, r.Filter)
	}
	r, err := rules[0].WithLists(map[string]*List{"ours": (*List)(nil).with([]string{"10.0.0.0/8", "192.0.2.1-192.0.2.2"})})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := r.Filter.String(), "NOT srcaddr:(10.0.0.0/8 192.0.2.1 192.0.2.2)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestOwnRuleReplacesShipped: a rule of the user with the id of a shipped one takes its
// place, also where a correlation joins it; a wrong one does not.
func TestOwnRuleReplacesShipped(t *testing.T) {
	shipped := File{Name: "shipped/a.yaml", Shipped: true, Data: []byte("title: A\nid: a\ndetection: {sel: {dstport: 1}, condition: sel}\n---\n" +
		"title: C\nid: c\ncorrelation: {type: event_count, rules: [a], group-by: [srcaddr], timespan: 1m, condition: {gte: 2}}\n")}
	load := func(own string) map[string]*Rule {
		list, _ := LoadFiles([]File{shipped, {Name: "own.yaml", Data: []byte(own)}}, Options{})
		by := map[string]*Rule{}
		for _, r := range list {
			by[r.ID] = r
		}
		return by
	}
	by := load("title: Mine\nid: a\ndetection: {sel: {dstport: 2}, condition: sel}\n")
	if len(by) != 2 || by["a"].Shipped || by["c"].Correlation.Rules[0] != by["a"] {
		t.Errorf("%+v", by)
	}
	by = load("title: Mine\nid: a\nwrong: key\ndetection: {sel: {dstport: 2}, condition: sel}\n")
	if len(by) != 2 || !by["a"].Shipped {
		t.Errorf("%+v", by)
	}
}

// TestNumbers: the settings that a back-test offers are those that With changes.
func TestNumbers(t *testing.T) {
	r, err := Load("x.yaml", []byte("title: X\nid: x\nweir:\n  filter: dstport:1\n  window: 10m\n  threshold: 3\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	numbers := r[0].Numbers()
	if len(numbers) < 2 || numbers[0] != (Number{Key: "threshold", Value: 3}) {
		t.Errorf("%+v", numbers)
	}
	for _, n := range numbers {
		other, err := r[0].With(n.Key, n.Value*2)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range other.Numbers() {
			if m.Key == n.Key && m.Value != 2*n.Value {
				t.Errorf("%s: %v", n.Key, m.Value)
			}
		}
	}
}
