package daemon

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/source/s3/s3test"
	"github.com/weir-flow/weir/internal/store"
)

// call sends a request to a server's API and reads its answer into out, which may be nil.
func call(t *testing.T, address string, status int, method, path string, body, out any) {
	t.Helper()
	var send io.Reader
	kind := "application/json"
	switch b := body.(type) {
	case nil:
	case []byte:
		send, kind = bytes.NewReader(b), "application/octet-stream"
	default:
		text, err := json.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		send = bytes.NewReader(text)
	}
	r, err := http.NewRequestWithContext(t.Context(), method, "http://"+address+api.Prefix+path, send)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", kind)
	got, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	text, err := io.ReadAll(got.Body)
	if err != nil {
		t.Fatal(err)
	}
	if got.StatusCode != status {
		t.Fatalf("%s %s: %d, want %d: %s", method, path, got.StatusCode, status, text)
	}
	if out != nil {
		if err := json.Unmarshal(text, out); err != nil {
			t.Fatalf("%s %s: %v: %s", method, path, err, text)
		}
	}
}

func logLine(src string, port int, at time.Time) string {
	return fmt.Sprintf("2 123456789010 eni-0a1b2c3d4e5f60718 %s 10.0.0.9 40000 %d 6 10 840 %d %d ACCEPT OK\n", src, port, at.Unix(), at.Unix()+50)
}

// TestSourcesOverHTTP: what came in, what was bad and why, what it costs and how much
// room it takes is told over HTTP, of a followed folder that holds bad and hostile lines.
func TestSourcesOverHTTP(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	logs := filepath.Join(dir, "logs")
	if err := os.MkdirAll(logs, 0o755); err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for i := range 50 {
		text.WriteString(logLine("10.0.0.5", 443, day.Add(time.Duration(i)*time.Minute)))
	}
	text.WriteString(logLine("<script>alert(1)</script>", 443, day))
	text.WriteString(logLine("10.0.0.5", 99999, day))
	text.WriteString("2 123 \xff\xfe\n")
	if err := os.WriteFile(filepath.Join(logs, "a.log"), []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	cost := DefaultSettings()
	cost.Cost = CostSettings{Currency: "EUR", PerGB: 1000, PerMillion: 10}
	address, stop := serve(t, filepath.Join(dir, "data"), ServeConfig{
		Sources:  []Watched{{Name: "folder", Path: logs}, {Name: "nothing", Path: filepath.Join(dir, "none")}},
		Settings: ServedSettings{Settings: cost},
		Watch:    WatchConfig{Keep: KeepSettings{Days: 30}},
	})
	defer stop()

	var list api.SourceList
	until(t, "the file is in", func() bool {
		call(t, address, 200, "GET", "/sources", nil, &list)
		return list.Records == 50 && len(list.Watched) == 2 && list.Watched[0].Records == 50
	})
	if w := list.Watched[0]; w.Name != "folder" || w.Objects != 1 || w.Bad != 3 || w.LagSeconds == nil || w.Error != "" {
		t.Errorf("watched: %+v", w)
	}
	if s := list.Streams; len(s) != 1 || s[0].Stream != logs || s[0].Bad != 3 || s[0].To == nil || s[0].Gaps == nil {
		t.Errorf("streams: %+v", s)
	}
	if len(list.Trouble) != 1 || !strings.Contains(list.Trouble[0].Text, "3 bad lines") {
		t.Errorf("trouble: %+v", list.Trouble)
	}

	var bad api.Bad
	call(t, address, 200, "GET", "/sources/bad", nil, &bad)
	lines := map[string]string{}
	for _, r := range bad.Reasons {
		if r.Count != 1 || r.Advice == "" || len(r.Lines) != 1 {
			t.Errorf("reason: %+v", r)
			continue
		}
		lines[r.Reason] = r.Lines[0].Text
	}
	if bad.Total != 3 || !strings.Contains(lines["srcaddr: not an address"], "<script>") || !strings.Contains(lines["dstport: out of range"], "99999") ||
		!strings.Contains(lines["too few columns"], "\uFFFD") {
		t.Errorf("bad lines: %+v", lines)
	}

	var costs api.Costs
	call(t, address, 200, "GET", "/sources/cost?by=interface&since=end-7d", nil, &costs)
	if len(costs.Items) != 1 || costs.Items[0].Records != 50 || costs.Currency != "EUR" || costs.Price <= 0 || costs.Price != costs.Items[0].Price {
		t.Errorf("costs: %+v", costs)
	}
	call(t, address, 400, "GET", "/sources/cost?by=planet", nil, nil)

	var disk api.Disk
	call(t, address, 200, "GET", "/sources/disk", nil, &disk)
	if disk.Disk == 0 || disk.Limit == 0 || disk.PerDay == 0 || disk.First == "" || disk.Keep.Days != 30 || len(disk.Days) == 0 || len(disk.Tables) == 0 {
		t.Errorf("disk: %+v", disk)
	}
	var machinery api.Machinery
	call(t, address, 200, "GET", "/sources/engine", nil, &machinery)
	if !machinery.Answers || machinery.Version == "" || len(machinery.Walls) == 0 || !machinery.Detection.Running || machinery.Detection.Rules == 0 || machinery.Intake != "running" {
		t.Errorf("engine: %+v", machinery)
	}
	var objects api.LogObjects
	call(t, address, 200, "GET", "/sources/objects?which=bad", nil, &objects)
	if len(objects.Objects) != 1 || objects.Objects[0].Bad != 3 || objects.Objects[0].State != "stored" {
		t.Errorf("objects: %+v", objects)
	}
	var coverage api.Coverage
	call(t, address, 200, "GET", "/sources/coverage", nil, &coverage)

	var tried api.Trial
	call(t, address, 200, "POST", "/sources/test", object{"name": "folder"}, &tried)
	if !tried.Good || tried.Preview == nil || tried.Preview.Records != 50 || len(tried.Preview.Values[0]) != previewRows {
		t.Errorf("test of the folder: %+v", tried)
	}
	call(t, address, 404, "POST", "/sources/test", object{"name": "other"}, nil)
	var audit api.Audit
	call(t, address, 200, "GET", "/audit?action=source.test", nil, &audit)
	if len(audit.Entries) != 1 || audit.Entries[0].Object != "source/folder" {
		t.Errorf("audit: %+v", audit)
	}
}

// TestTryBucket: each permission that is missing is named, and with all of them the
// first records are shown. Not parallel: it sets credentials.
func TestTryBucket(t *testing.T) {
	s3test.Credentials(t)
	srv := s3test.New(t, "logs")
	address, stop := serve(t, filepath.Join(t.TempDir(), "data"), ServeConfig{})
	defer stop()
	try := func(path string) (p api.BucketPlan, states map[string]string) {
		t.Helper()
		call(t, address, 200, "POST", "/start/bucket", object{"path": path, "endpoint": srv.URL, "region": "eu-central-1"}, &p)
		states = map[string]string{}
		for _, s := range p.Trial.Steps {
			states[s.Name] = string(s.State)
		}
		return p, states
	}
	_, states := try("s3://logs/AWSLogs/")
	if states["list"] != "good" || states["read"] != "skipped" {
		t.Errorf("empty bucket: %v", states)
	}

	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	for i := range 30 {
		fmt.Fprint(z, logLine("10.0.0.5", 443, day.Add(time.Duration(i)*time.Minute)))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	srv.Put("logs", "AWSLogs/123456789010/vpcflowlogs/eu-central-1/2026/03/10/123456789010_vpcflowlogs_eu-central-1_fl-0123456789abcdef0_20260310T1505Z_1a2b3c4d.log.gz", packed.Bytes())
	plan, states := try("s3://logs/AWSLogs/")
	p := plan.Trial.Preview
	if !plan.Trial.Good || states["decrypt"] != "good" || p == nil || p.Format != "vpc" || p.Records != 30 || len(p.Values[0]) != previewRows {
		t.Errorf("bucket: %v %+v", states, plan.Trial)
	}
	if !strings.Contains(plan.Policy, "s3:ListBucket") || !strings.Contains(plan.Policy, "arn:aws:s3:::logs/AWSLogs/*") {
		t.Errorf("policy: %s", plan.Policy)
	}
	want := "sources:\n    - path: s3://logs/AWSLogs/\n      endpoint: " + srv.URL + "\n      region: eu-central-1\n"
	if plan.Yaml != want {
		t.Errorf("yaml: %q, want %q", plan.Yaml, want)
	}

	deny := func(list bool, message string) {
		srv.Fail(func(w http.ResponseWriter, _ *http.Request, q s3test.Request, _ int, _ http.Handler) bool {
			if q.List == list {
				s3test.Answer(w, http.StatusForbidden, "AccessDenied", message)
			}
			return q.List == list
		})
	}
	missing := func(name, permission string) {
		t.Helper()
		plan, states := try("s3://logs/AWSLogs/")
		if plan.Trial.Good || states[name] != "bad" {
			t.Errorf("without %s: %v", permission, states)
		}
		for _, s := range plan.Trial.Steps {
			if s.Name == name && (s.Permission == nil || *s.Permission != permission || !strings.Contains(s.Text, permission)) {
				t.Errorf("without %s: %+v", permission, s)
			}
		}
	}
	deny(true, "Access Denied")
	missing("list", "s3:ListBucket")
	deny(false, "Access Denied")
	missing("read", "s3:GetObject")
	deny(false, "User: arn:aws:iam::1:user/w is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-central-1:1:key/x")
	missing("decrypt", "kms:Decrypt")
	call(t, address, 400, "POST", "/start/bucket", object{"path": "logs"}, nil)
	srv.Fail(nil)
	before := len(srv.Requests())
	call(t, address, 200, "POST", "/start/bucket", object{"path": "s3://logs/", "policy_only": true, "endpoint": srv.URL}, nil)
	if n := len(srv.Requests()) - before; n != 0 {
		t.Errorf("%d requests for the policy alone", n)
	}
}

// TestDroppedFile: a file is shown, its format chosen where the content leaves a choice,
// kept once, and nothing of it stays behind.
func TestDroppedFile(t *testing.T) {
	t.Parallel()
	data := filepath.Join(t.TempDir(), "data")
	address, stop := serve(t, data, ServeConfig{})
	defer stop()
	var text strings.Builder
	for i := range 25 {
		text.WriteString(logLine("10.0.0.5", 443, day.Add(time.Duration(i)*time.Minute)))
	}
	text.WriteString("rubbish\n")
	var start api.Start
	call(t, address, 200, "GET", "/start", nil, &start)
	if !start.Empty || len(start.Formats) == 0 {
		t.Errorf("start: %+v", start)
	}
	var d api.Dropped
	call(t, address, 200, "POST", "/start/files?name=..%2F..%2Fetc%2Fpasswd.log", []byte(text.String()), &d)
	if p := d.Preview; p.Name != "passwd.log" || p.Records != 25 || p.Bad != 1 || !p.Complete || len(p.Values[0]) != previewRows || len(p.Lines) != 1 {
		t.Errorf("preview: %+v", p)
	}
	call(t, address, 200, "GET", "/start", nil, &start)
	if !start.Empty {
		t.Error("a file that is only looked at is stored")
	}
	// Another format leaves nothing, and says why.
	var forced api.Dropped
	call(t, address, 200, "POST", "/start/files/"+d.Id, object{"format": "parquet"}, &forced)
	if p := forced.Preview; p.Records != 0 || p.Error == nil {
		t.Errorf("as parquet: %+v", p)
	}
	call(t, address, 400, "POST", "/start/files/"+d.Id, object{"format": "toast"}, nil)

	var kept api.KeptFile
	call(t, address, 200, "POST", "/start/files/"+d.Id+"/keep", object{}, &kept)
	if kept.Stored != 25 || kept.Bad != 1 || kept.From == nil || !kept.From.Equal(day) {
		t.Errorf("kept: %+v", kept)
	}
	call(t, address, 404, "POST", "/start/files/"+d.Id+"/keep", object{}, nil)
	call(t, address, 200, "POST", "/start/files?name=again.log", []byte(text.String()), &d)
	call(t, address, 200, "POST", "/start/files/"+d.Id+"/keep", object{}, &kept)
	if kept.Stored != 0 || kept.ObjectsTwice != 1 {
		t.Errorf("kept twice: %+v", kept)
	}
	call(t, address, 200, "POST", "/start/files?name=gone.log", []byte(text.String()), &d)
	call(t, address, 204, "DELETE", "/start/files/"+d.Id, nil, nil)
	call(t, address, 400, "POST", "/start/files?name=empty.log", []byte{}, nil)
	if left, _ := filepath.Glob(filepath.Join(data, "dropped", "*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	call(t, address, 409, "POST", "/start/demo", object{}, nil)
	var list api.SourceList
	call(t, address, 200, "GET", "/sources", nil, &list)
	if list.Records != 25 {
		t.Errorf("%d records stored", list.Records)
	}
}

// TestAmbiguousFile: text whose columns fit two orders comes with both, and either can
// be chosen.
func TestAmbiguousFile(t *testing.T) {
	t.Parallel()
	address, stop := serve(t, filepath.Join(t.TempDir(), "data"), ServeConfig{})
	defer stop()
	line := "3 - - - - - - - - - - - - - - - - - - - -\n"
	var d, chosen api.Dropped
	call(t, address, 200, "POST", "/start/files?name=odd.log", []byte(line+line), &d)
	if d.Preview.Records != 0 || d.Preview.Error == nil || len(d.Preview.Orders) != 2 || strings.Contains(*d.Preview.Error, "--log-format") {
		t.Fatalf("preview: %+v", d.Preview)
	}
	for _, order := range d.Preview.Orders {
		chosen = api.Dropped{}
		call(t, address, 200, "POST", "/start/files/"+d.Id, object{"log_format": order.LogFormat}, &chosen)
		if p := chosen.Preview; p.Records != 2 || p.Error != nil {
			t.Errorf("as %s: %+v", order.Name, p)
		}
	}
}

// TestSettingsOverHTTP: settings are told with the line that sets each and without any
// secret; a target gets a test.
func TestSettingsOverHTTP(t *testing.T) {
	t.Parallel()
	got := make(chan string, 4)
	hook := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		got <- r.URL.Path + " " + string(body)
	}))
	defer hook.Close()
	dir := t.TempDir()
	places := filepath.Join(dir, "places.csv")
	if err := os.WriteFile(places, []byte("# Terms: do what you like\n1.0.0.0,1.0.0.255,AU\n1.0.1.0,1.0.3.255,CN\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(dir, "broken.csv")
	if err := os.WriteFile(broken, []byte("nothing of any kind"), 0o600); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "weir.yaml")
	text := "keep:\n  days: 30\nnotify:\n  - name: soc\n    kind: webhook\n    url: " + hook.URL + "/secret-path\n    secret: verysecret\n    allow: [127.0.0.1]\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	settings, err := LoadSettings(file)
	if err != nil {
		t.Fatal(err)
	}
	set, _, err := settings.Environment([]string{"WEIR_KEEP_MINUTE_DAYS=90"})
	if err != nil {
		t.Fatal(err)
	}
	targets, err := Targets(settings.Notify)
	if err != nil {
		t.Fatal(err)
	}
	address, stop := serve(t, filepath.Join(dir, "data"), ServeConfig{
		Settings: ServedSettings{Settings: settings, File: file, From: set}, Tell: targets,
		Watch: WatchConfig{Keep: settings.Keep, Intake: IntakeConfig{Geo: []string{places}}},
	})
	defer stop()

	var list api.SettingList
	call(t, address, 200, "GET", "/settings", nil, &list)
	by := map[string]api.Setting{}
	for _, v := range list.Values {
		by[v.Key] = v
	}
	if v := by["keep.days"]; v.From != "file" || v.Line == nil || *v.Line != 2 || v.Value != "30" {
		t.Errorf("keep.days: %+v", v)
	}
	if v := by["keep.minute-days"]; v.From != "variable" || v.Variable == nil || *v.Variable != "WEIR_KEEP_MINUTE_DAYS" || v.Value != "90" {
		t.Errorf("keep.minute-days: %+v", v)
	}
	if v := by["keep.hour-days"]; v.From != "default" {
		t.Errorf("keep.hour-days: %+v", v)
	}
	if list.File != file || list.Check != "weir config check "+quoted(file) {
		t.Errorf("file %s, %s", list.File, list.Check)
	}
	for _, path := range []string{"/settings", "/settings/targets"} {
		if answer := page(t, address, api.Prefix+path); strings.Contains(answer, "verysecret") || strings.Contains(answer, "secret-path") {
			t.Errorf("%s tells a secret: %s", path, answer)
		}
	}

	var geo api.GeoFiles
	call(t, address, 200, "GET", "/settings/geo", nil, &geo)
	if len(geo.Files) != 1 || !geo.Files[0].Loaded || *geo.Files[0].Entries != 2 || geo.Files[0].Licence == nil || !strings.Contains(*geo.Files[0].Licence, "do what you like") {
		t.Errorf("geo: %+v", geo)
	}
	info, err := os.Stat(broken)
	if err != nil {
		t.Fatal(err)
	}
	if f := readGeo(broken, info); f.Loaded || f.Error == nil {
		t.Errorf("broken file: %+v", f)
	}

	var test api.TargetTest
	call(t, address, 200, "POST", "/settings/targets/test", object{"name": "soc"}, &test)
	if !test.Taken || test.Error != nil {
		t.Errorf("test: %+v", test)
	}
	select {
	case sent := <-got:
		if !strings.HasPrefix(sent, "/secret-path ") || !strings.Contains(strings.ToLower(sent), "test") {
			t.Errorf("sent: %s", sent)
		}
	default:
		t.Error("nothing was sent")
	}
	call(t, address, 404, "POST", "/settings/targets/test", object{"name": "none"}, nil)
	var told api.Targets
	call(t, address, 200, "GET", "/settings/targets", nil, &told)
	if len(told.Targets) != 1 || told.Targets[0].Host == nil || *told.Targets[0].Host != hook.URL || told.Targets[0].Secret != "the configuration" {
		t.Errorf("targets: %+v", told)
	}
}

// TestDocsPage: the document is a page without scripts that names each operation with a
// command, under the server's policy.
func TestDocsPage(t *testing.T) {
	t.Parallel()
	address, stop := serve(t, filepath.Join(t.TempDir(), "data"), ServeConfig{})
	defer stop()
	text := page(t, address, api.Prefix+"/docs")
	for _, want := range []string{`id="query"`, "GET /api/v1/query", "curl -s", "/api/v1/start/files", `id="type-Problem"`} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for _, bad := range []string{"<script", "http://www", "https://cdn", "style=\""} {
		if strings.Contains(text, bad) {
			t.Errorf("the page has %s", bad)
		}
	}
}

// TestForecast: growth, retention and the volume decide together when it is full.
func TestForecast(t *testing.T) {
	t.Parallel()
	newest := day.AddDate(0, 0, 10)
	var usage []store.Usage
	for i := range 10 {
		usage = append(usage, store.Usage{Table: rawTable, Day: store.DayOf(newest.AddDate(0, 0, i-9).UnixNano()), Rows: 1, Bytes: 100})
	}
	end := newest.Truncate(24 * time.Hour).Add(24 * time.Hour)
	f := func(name string, keep KeepSettings, ceiling, free uint64, check func(d api.Disk) bool) {
		t.Helper()
		w := forecast{usage: usage, keep: keep, ceiling: ceiling, free: free, newest: &end}
		if d := w.disk(); !check(d) {
			t.Errorf("%s: %+v", name, d)
		}
	}
	f("ceiling", KeepSettings{}, 2000, 1<<40, func(d api.Disk) bool {
		return d.PerDay == 100 && d.LimitedBy == "ceiling" && d.FullInDays != nil && *d.FullInDays == 10
	})
	f("volume", KeepSettings{}, 1<<40, 500, func(d api.Disk) bool {
		return d.LimitedBy == "volume" && d.Limit == 1500 && d.FullInDays != nil && *d.FullInDays == 5
	})
	f("retention", KeepSettings{Days: 15, MinuteDays: 15, HourDays: 15}, 2000, 0, func(d api.Disk) bool {
		return d.FullInDays == nil && d.LevelsAt == 1500
	})
	f("reached", KeepSettings{Days: 10, MinuteDays: 10, HourDays: 10}, 2000, 0, func(d api.Disk) bool {
		return d.FullInDays == nil && d.LevelsAt == 1000 && strings.Contains(d.First, "2026-03-11")
	})
}
