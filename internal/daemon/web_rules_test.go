package daemon

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/access"
	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/rule"
)

const telnetRule = `title: Telnet from outside
id: telnet-in
description: Passwords in the clear, from anywhere.
level: high
detection:
  sel: {dstport: 23, action: ACCEPT}
  condition: sel
weir:
  family: forbidden_port
  entity: source
  window: 10m
  threshold: 3
  tests:
    - name: four are too many
      fires: 1
      flows:
        - {srcaddr: 203.0.113.9, dstaddr: 10.0.0.5, srcport: 40000, dstport: 23, tcp_flags: 2, action: ACCEPT, every: 1m, repeat: 4}
`

// ruleDesk is the API over a store with telnet from two sources on two days, and a
// folder of rules.
type ruleDesk struct {
	alertDesk
	l        *Lookup
	settings RuleSettings
}

func newRuleDesk(t *testing.T, settings RuleSettings) *ruleDesk {
	t.Helper()
	var logs strings.Builder
	for d := range 2 {
		for i := range 20 {
			at := day.AddDate(0, 0, d).Add(time.Duration(i) * time.Minute)
			src := "203.0.113.9"
			if i%4 == 0 {
				src = "203.0.113.10"
			}
			logs.WriteString(strings.Join([]string{"2", deskAccount, "eni-0a1b2c3d4e5f60718", src, "10.0.0.5 40000 23 6 10 1000",
				seconds(at), seconds(at.Add(50 * time.Second)), "ACCEPT OK"}, " ") + "\n")
		}
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "flows.log")
	if err := os.WriteFile(file, []byte(logs.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	l := open(t, filepath.Join(dir, "data"))
	if _, err := l.Ingest(t.Context(), []string{file}, nil, IntakeConfig{}, nil); err != nil {
		t.Fatal(err)
	}
	d := &ruleDesk{alertDesk: alertDesk{t: t}, l: l, settings: settings}
	var err error
	if d.alerts, err = l.Alerts(t.Context()); err != nil {
		t.Fatal(err)
	}
	guard := access.NewGuard(access.GuardConfig{Loopback: true})
	people, err := access.Open(t.Context(), l.State, access.Config{})
	if err != nil {
		t.Fatal(err)
	}
	guard.Use(people)
	h := api.New(api.Config{Query: l.Query(), Guard: guard, Access: people, Alerts: d.alerts, Rules: &webRules{l: l, settings: settings}}).Handler()
	server := httptest.NewServer(guard.Wrap(h))
	t.Cleanup(server.Close)
	d.url = server.URL + api.Prefix
	return d
}

func seconds(at time.Time) string { return strconv.FormatInt(at.Unix(), 10) }

// audited are the actions that the audit has, newest first.
func (d *ruleDesk) audited() (actions []string) {
	d.t.Helper()
	var got struct {
		Entries []struct{ Action, Object string }
	}
	d.ask(200, "GET", "/audit", nil, &got)
	for _, e := range got.Entries {
		actions = append(actions, e.Action+" "+e.Object)
	}
	return actions
}

// TestRulesOverHTTP: a rule is written, refused with its place, saved, switched, changed
// on disk, and removed, and all of it is in the audit and the versions.
func TestRulesOverHTTP(t *testing.T) {
	t.Parallel()
	d := newRuleDesk(t, RuleSettings{})
	folder := filepath.Join(d.l.Dir, "rules")

	var list api.Rules
	d.ask(200, "GET", "/rules", nil, &list)
	if len(list.Items) < 30 || list.Folder != folder || len(list.Days) != 30 {
		t.Fatalf("%d rules, folder %s, %d days", len(list.Items), list.Folder, len(list.Days))
	}

	// A mistake has line, column and what may have been meant; nothing is saved.
	var check api.RuleCheck
	wrong := strings.Replace(telnetRule, "dstport: 23, action", "dst_prt: 23, action", 1)
	d.ask(200, "POST", "/rules/check", object{"text": wrong}, &check)
	if check.Ok || len(check.Problems) == 0 || check.Problems[0].Line != 6 || check.Problems[0].Column != 9 || check.Problems[0].Fix == nil || *check.Problems[0].Fix != "dstport" {
		t.Errorf("check: %+v", check)
	}
	var problem struct {
		Code, Detail string
		Position     struct{ Line, Column int }
	}
	d.ask(400, "PUT", "/rules/telnet-in", object{"text": wrong, "seen": ""}, &problem)
	if problem.Code != "rule" || problem.Position.Line != 6 || problem.Position.Column != 9 {
		t.Errorf("refused: %+v", problem)
	}
	d.ask(200, "POST", "/rules/check", object{"text": telnetRule}, &check)
	if !check.Ok || check.Rules[0].Id != "telnet-in" || check.Rules[0].Tests != 1 || check.Rules[0].Settings[0].Key != "threshold" {
		t.Errorf("check: %+v", check)
	}

	// One whose tests fail is refused, too, unless it is forced.
	var tests api.RuleTests
	failing := strings.Replace(telnetRule, "fires: 1", "fires: 2", 1)
	d.ask(200, "POST", "/rules/test", object{"text": failing}, &tests)
	if tests.Ok || len(tests.Cases) != 1 || tests.Cases[0].Ok || len(tests.Cases[0].Why) == 0 {
		t.Errorf("tests: %+v", tests)
	}
	d.ask(400, "PUT", "/rules/telnet-in", object{"text": failing, "seen": ""}, nil)
	d.ask(404, "GET", "/rules/telnet-in", nil, nil)

	var detail api.RuleDetail
	d.ask(200, "PUT", "/rules/telnet-in", object{"text": telnetRule, "seen": ""}, &detail)
	file := filepath.Join(folder, "telnet-in.yaml")
	if text, err := os.ReadFile(file); err != nil || string(text) != telnetRule || detail.Rule.File != file || detail.Text != telnetRule || !detail.Editable {
		t.Fatalf("saved %q, %v: %+v", text, err, detail)
	}
	d.ask(409, "PUT", "/rules/telnet-in", object{"text": telnetRule, "seen": "other"}, nil)
	var p api.Problem
	d.ask(409, "PUT", "/rules/telnet-in", object{"text": telnetRule, "seen": ""}, &p)
	if p.Fix == nil || !strings.Contains(p.Detail, `"telnet-in" already`) {
		t.Errorf("an id that is taken: %+v", p)
	}
	d.ask(400, "PUT", "/rules/new", object{"text": strings.Replace(telnetRule, "telnet-in", "new", 1), "seen": ""}, &p)
	if p.Title == "" || p.Fix == nil || *p.Fix != "choose another id" {
		t.Errorf("a word of the app: %+v", p)
	}
	d.ask(400, "PUT", "/rules/telnet-out", object{"text": telnetRule, "seen": ""}, nil)      // another id
	d.ask(400, "PUT", "/rules/..%2Ftelnet-out", object{"text": telnetRule, "seen": ""}, nil) // no file of another folder

	// The switch.
	var row api.RuleRow
	for _, to := range []string{"dry_run", "off", "on"} {
		if d.ask(200, "POST", "/rules/telnet-in/switch", object{"state": to}, &row); string(row.State) != to {
			t.Errorf("switched to %s: %+v", to, row)
		}
	}
	d.ask(400, "POST", "/rules/telnet-in/switch", object{"state": "sideways"}, nil)
	d.ask(404, "POST", "/rules/nothing/switch", object{"state": "on"}, nil)

	// Its file changes on disk; who saw the old text cannot overwrite the new one.
	changed := strings.Replace(telnetRule, "threshold: 3", "threshold: 2", 1)
	if err := os.WriteFile(file, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	d.ask(409, "PUT", "/rules/telnet-in", object{"text": telnetRule, "seen": detail.Revision}, nil)
	d.ask(200, "GET", "/rules/telnet-in", nil, &detail)
	d.ask(200, "PUT", "/rules/telnet-in", object{"text": failing, "seen": detail.Revision, "force": true}, &detail)
	var versions []api.RuleVersion
	d.ask(200, "GET", "/rules/telnet-in/versions", nil, &versions)
	if len(versions) != 3 || versions[0].How != "saved" || versions[0].Who != "local" || !versions[0].Current || versions[1].How != "file" || versions[1].Who != "" ||
		versions[1].Text != changed || versions[2].Text != telnetRule || versions[2].Number != 1 {
		t.Errorf("versions: %+v", versions)
	}

	d.ask(409, "DELETE", "/rules/telnet-in?seen=other", nil, nil)
	d.ask(204, "DELETE", "/rules/telnet-in?seen="+detail.Revision, nil, nil)
	d.ask(404, "GET", "/rules/telnet-in", nil, nil)
	if _, err := os.Stat(file); err == nil {
		t.Error("the file is still there")
	}
	want := []string{"rule.delete rule/telnet-in", "rule.save rule/telnet-in", "rule.switch rule/telnet-in", "rule.switch rule/telnet-in", "rule.switch rule/telnet-in", "rule.save rule/telnet-in"}
	if got := d.audited(); !reflect.DeepEqual(got, want) {
		t.Errorf("audit: %q", got)
	}
}

// TestRuleFolderReadOnly: who cannot save is told which folder, and what to do.
func TestRuleFolderReadOnly(t *testing.T) {
	t.Parallel()
	err := told(fmt.Errorf("save rule: %w", &fs.PathError{Op: "open", Path: "/etc/weir/rules/.weir-1", Err: syscall.EROFS}))
	var refused *api.RuleRefusedError
	if !errors.As(err, &refused) || refused.Detail != "/etc/weir/rules cannot be written: read-only file system" || !strings.Contains(refused.Fix, "rules.dirs") {
		t.Errorf("%+v", err)
	}
}

// TestRuleWithoutItsList: no switch makes a rule run whose list is not there; with the
// list it runs as it was switched.
func TestRuleWithoutItsList(t *testing.T) {
	t.Parallel()
	d := newRuleDesk(t, RuleSettings{})
	var row api.RuleRow
	for _, to := range []string{"dry_run", "on"} {
		d.ask(200, "POST", "/rules/forbidden-source/switch", object{"state": to}, &row)
		if row.State != "off" || row.Off == nil || !strings.Contains(*row.Off, "approved_sources") {
			t.Errorf("switched to %s: %+v", to, row)
		}
	}
	d.ask(200, "POST", "/rules/forbidden-source/switch", object{"state": "dry_run"}, &row)
	list := filepath.Join(t.TempDir(), "sources.csv")
	if err := os.WriteFile(list, []byte("10.0.0.0/8\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	rules, err := d.l.LoadRules(t.Context(), RuleSettings{Lists: map[string]string{"approved_sources": list}})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(rules, func(r *rule.Rule) bool { return r.ID == "forbidden-source" })
	if i < 0 || !rules[i].Enabled || !rules[i].DryRun {
		t.Errorf("with its list: %d of %d rules", i, len(rules))
	}
}

// TestRuleInPlaceOfAShippedOne: a shipped rule is not changed but replaced, and returns
// when its replacement goes; other rules of a file stay as they are written.
func TestRuleInPlaceOfAShippedOne(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "mine.yaml")
	one, two := "# my own\ntitle: One\nid: one\ndetection: {sel: {dstport: 1}, condition: sel}\n", "title: Two # keep\nid: two\ndetection: {sel: {dstport: 2}, condition: sel}\n"
	if err := os.WriteFile(file, []byte(one+"---\n"+two), 0o600); err != nil {
		t.Fatal(err)
	}
	d := newRuleDesk(t, RuleSettings{Dirs: []string{dir}})

	var detail api.RuleDetail
	d.ask(200, "GET", "/rules/scan-inbound", nil, &detail)
	if detail.Editable || !detail.Rule.Shipped || !strings.Contains(detail.Text, "id: scan-inbound") || strings.Contains(detail.Text, "id: probe") {
		t.Fatalf("%+v", detail)
	}
	mine := strings.Replace(detail.Text, "targets: 10", "targets: 12", 1)
	d.ask(200, "PUT", "/rules/scan-inbound", object{"text": mine, "seen": detail.Revision}, &detail)
	if !detail.Editable || !detail.Overrides || detail.Rule.Shipped || detail.Rule.File != filepath.Join(dir, "scan-inbound.yaml") {
		t.Errorf("%+v", detail)
	}
	var versions []api.RuleVersion
	if d.ask(200, "GET", "/rules/scan-inbound/versions", nil, &versions); len(versions) != 2 || versions[1].How != "shipped" {
		t.Errorf("%+v", versions)
	}
	d.ask(204, "DELETE", "/rules/scan-inbound?seen="+detail.Revision, nil, nil)
	if d.ask(200, "GET", "/rules/scan-inbound", nil, &detail); !detail.Rule.Shipped {
		t.Errorf("%+v", detail)
	}
	d.ask(400, "DELETE", "/rules/scan-inbound?seen="+detail.Revision, nil, nil)

	d.ask(200, "GET", "/rules/two", nil, &detail)
	if detail.Text != two || detail.Line != 6 {
		t.Fatalf("%q at %d", detail.Text, detail.Line)
	}
	// Problems count from the text's own lines.
	var check api.RuleCheck
	d.ask(200, "POST", "/rules/check", object{"id": "two", "text": strings.Replace(two, "dstport: 2", "dstpott: 2", 1)}, &check)
	if check.Ok || check.Problems[0].Line != 3 {
		t.Errorf("%+v", check)
	}
	d.ask(200, "PUT", "/rules/two", object{"text": strings.Replace(two, "dstport: 2", "dstport: 22", 1), "seen": detail.Revision}, &detail)
	if text, _ := os.ReadFile(file); string(text) != one+"---\n"+strings.Replace(two, "dstport: 2", "dstport: 22", 1) {
		t.Errorf("%s", text)
	}
	d.ask(204, "DELETE", "/rules/two?seen="+detail.Revision, nil, nil)
	if text, _ := os.ReadFile(file); string(text) != one {
		t.Errorf("%q", text)
	}
	// A file of the machine is no list of a rule that is written in the app.
	secret := "title: X\nid: x\ndetection: {sel: {srcaddr|expand: '%l%'}, condition: sel}\nweir: {lists: {l: /etc/passwd}}\n"
	d.ask(200, "POST", "/rules/check", object{"text": secret}, &check)
	if check.Ok || !slices.ContainsFunc(check.Problems, func(p api.RuleProblem) bool { return strings.Contains(p.Message, "not a file beside the rule") }) {
		t.Errorf("%+v", check)
	}
	// A file with a mistake keeps its last good version, and all of it is there to be mended.
	if err := os.WriteFile(file, []byte("title: One\nid: one\nwrong: key\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.ask(200, "GET", "/rules/one", nil, &detail)
	if len(detail.Problems) == 0 || detail.Problems[0].Line != 3 || detail.Text != "title: One\nid: one\nwrong: key\n" {
		t.Errorf("%+v", detail)
	}
	d.ask(200, "PUT", "/rules/one", object{"text": one, "seen": detail.Revision}, &detail)
	if len(detail.Problems) != 0 || detail.Text != one {
		t.Errorf("%+v", detail)
	}
}

// TestBacktestOverHTTP: the API finds what the command finds, for each value of a
// setting, and the stream tells of it.
func TestBacktestOverHTTP(t *testing.T) {
	t.Parallel()
	d := newRuleDesk(t, RuleSettings{})
	file := filepath.Join(t.TempDir(), "telnet.yaml")
	if err := os.WriteFile(file, []byte(telnetRule), 0o600); err != nil {
		t.Fatal(err)
	}
	sets := []map[string]float64{{"threshold": 1}, {"threshold": 3}, {"threshold": 50}}
	want, err := d.l.Backtest(t.Context(), Try{File: file, Set: sets, Warmup: 7 * 24 * time.Hour})
	if err != nil {
		t.Fatal(err)
	}

	req, err := http.NewRequestWithContext(t.Context(), "GET", d.url+"/stream", nil)
	if err != nil {
		t.Fatal(err)
	}
	stream, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer stream.Body.Close()
	events := bufio.NewScanner(stream.Body)
	next := func(kind string, into any) {
		for events.Scan() {
			if events.Text() != "event: "+kind {
				continue
			}
			for events.Scan() {
				if data, ok := strings.CutPrefix(events.Text(), "data: "); ok {
					if err := json.Unmarshal([]byte(data), into); err != nil {
						t.Fatal(err)
					}
					return
				}
			}
		}
		t.Fatal("the stream ended", events.Err())
	}
	var hello api.StreamHello
	next("hello", &hello)
	d.ask(204, "PUT", "/stream/"+hello.Id, object{"subscriptions": []object{{"key": "p", "topic": "progress"}}}, nil)

	var got api.RuleTries
	d.ask(200, "POST", "/rules/backtest", object{"text": telnetRule, "set": sets, "work": "mine"}, &got)
	if len(got.Tries) != 3 {
		t.Fatalf("%+v", got)
	}
	for i, w := range want {
		g := got.Tries[i]
		if g.Findings != w.Summary.Findings || g.Pages != w.Summary.Pages || g.Rows != int64(w.Summary.Rows) || g.Set["threshold"] != sets[i]["threshold"] || len(g.Days) != len(w.Days) || len(g.Top) != len(w.Top) {
			t.Errorf("try %d: %+v, want %+v", i, g, w)
		}
	}
	if f := got.Tries; f[0].Findings != 4 || f[1].Findings != 2 || f[2].Findings != 0 || f[0].Top[0].Id == "" {
		t.Errorf("%+v", f)
	}
	var p api.ProgressEvent
	for next("progress", &p); p.State == "running"; next("progress", &p) {
	}
	if p.Id != "mine" || p.State != "done" || p.Kind != "backtest" {
		t.Errorf("%+v", p)
	}
	d.ask(400, "POST", "/rules/backtest", object{"text": telnetRule, "set": []object{{"thershold": 3}}}, nil)
	d.ask(404, "POST", "/rules/backtest", object{"id": "nothing"}, nil)
	d.ask(200, "POST", "/rules/backtest", object{"id": "forbidden-port-inbound", "since": "end-2d"}, &got)

	// What it covers, with examples from the store.
	var e api.RuleExplained
	d.ask(200, "POST", "/rules/explain", object{"filter": "srcaddr:203.0.113.0/24 AND dstport:23"}, &e)
	if len(e.Addresses) != 1 || len(e.Addresses[0].Passes) != 2 {
		t.Errorf("%+v", e)
	}
	d.ask(200, "POST", "/rules/explain", object{"text": telnetRule}, &e)
	d.ask(400, "POST", "/rules/explain", object{"text": "nonsense"}, nil)
}

// TestRuleHits: what a rule found is told by day with what people made of it.
func TestRuleHits(t *testing.T) {
	t.Parallel()
	d := newRuleDesk(t, RuleSettings{})
	book, err := d.l.Rules(t.Context(), RuleSettings{})
	if err != nil {
		t.Fatal(err)
	}
	list, _, err := book.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.l.Detect(t.Context(), DetectConfig{Rules: Enabled(list)}); err != nil {
		t.Fatal(err)
	}
	var rows api.Rules
	d.ask(200, "GET", "/rules", nil, &rows)
	for _, r := range rows.Items {
		if r.Id != "forbidden-port-inbound" {
			continue
		}
		sum := 0
		for _, n := range r.Daily {
			sum += n
		}
		if r.Hits == 0 || sum != r.Hits || r.Alerts == 0 || r.Open != r.Alerts || r.Last == nil {
			t.Errorf("%+v", r)
		}
		var one alert.Alert
		if err := d.alerts.List(t.Context(), alert.Filter{Rules: []string{r.Id}}, func(a alert.Alert) error { one = a; return nil }); err != nil {
			t.Fatal(err)
		}
		if _, err := d.alerts.Resolve(t.Context(), one.ID, "me", alert.FalsePositive); err != nil {
			t.Fatal(err)
		}
		var detail api.RuleDetail
		if d.ask(200, "GET", "/rules/"+r.Id, nil, &detail); detail.Rule.Judged != 1 || detail.Rule.Harmless != 1 || detail.Rule.Open != r.Open-1 {
			t.Errorf("%+v", detail.Rule)
		}
	}
}

// TestTextAt: documents of a file are told apart, whatever is around the dashes.
func TestTextAt(t *testing.T) {
	f := func(data string, line int, want ruleText) {
		t.Helper()
		if got := textAt([]byte(data), line); got != want {
			t.Errorf("textAt(%q, %d) = %+v, want %+v", data, line, got, want)
		}
	}
	f("a: 1\n", 1, ruleText{"", "a: 1\n", "", 1})
	f("a: 1\n---\nb: 2\n---\nc: 3", 3, ruleText{"a: 1\n---\n", "b: 2\n", "---\nc: 3", 3})
	f("a: 1\n---\nb: 2\n---\nc: 3", 5, ruleText{"a: 1\n---\nb: 2\n---\n", "c: 3", "", 5})
	f("--- # first\na: 1\n--- {b: 2}\n---x: 3\n", 2, ruleText{"--- # first\n", "a: 1\n", "--- {b: 2}\n---x: 3\n", 2})
	f("a: 1\n--- {b: 2}\n", 2, ruleText{"a: 1\n", "--- {b: 2}\n", "", 2})
	f("a: |\n  ---\n  x\r\n---\r\nb: 1\r\n", 5, ruleText{"a: |\n  ---\n  x\r\n---\r\n", "b: 1\r\n", "", 5})
}

// TestRuleWords: what completion offers in the block weir is what the reader takes.
func TestRuleWords(t *testing.T) {
	seen := map[string]bool{}
	for _, w := range rule.Words() {
		if seen[w.Path+"."+w.Name] {
			t.Errorf("%s.%s is there twice", w.Path, w.Name)
		}
		seen[w.Path+"."+w.Name] = true
		if w.Path != "weir" {
			continue
		}
		text := "title: x\nid: x\nweir:\n  " + w.Name + ": {}\n"
		_, err := rule.Load("x.yaml", []byte(text), rule.Options{})
		if err != nil && strings.Contains(err.Error(), "unknown") && strings.Contains(err.Error(), w.Name+"\"") {
			t.Errorf("%s: %v", w.Name, err)
		}
	}
	for _, want := range []string{"weir.threshold", "weir.scan", "weir.scan.targets", "weir.more_than_usual.per", "weir.needs.fields", ".detection"} {
		if !seen[want] {
			t.Errorf("%s is not among the words", want)
		}
	}
}
