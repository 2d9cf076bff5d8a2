package api_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/engine/enginetest"
	"github.com/weir-flow/weir/internal/finding"
)

func TestMain(m *testing.M) { enginetest.Main(m) }

// served is a real server on a data directory of the test's own.
type served struct {
	t    *testing.T
	url  string
	data string
	stop func() error
}

func serve(t *testing.T) *served {
	t.Helper()
	enginetest.Shared(t) // or skips
	ctx, cancel := context.WithCancel(context.Background())
	s := &served{t: t, data: filepath.Join(t.TempDir(), "data")}
	ready, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		ended <- daemon.Serve(ctx, daemon.Config{Data: s.data, Command: "weir serve", Log: slog.New(slog.DiscardHandler)},
			daemon.ServeConfig{Listen: "127.0.0.1:0", Ready: func(a string) { ready <- a }})
	}()
	select {
	case address := <-ready:
		s.url = "http://" + address + api.Prefix
	case err := <-ended:
		cancel()
		t.Fatal(err)
	}
	over := false
	s.stop = func() error {
		if over {
			return nil
		}
		over = true
		cancel()
		select {
		case err := <-ended:
			return err
		case <-time.After(30 * time.Second):
			return errors.New("the server does not end")
		}
	}
	t.Cleanup(func() {
		if err := s.stop(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// ask sends a request and reads the answer, which has to have the status.
func (s *served) ask(want int, method, path, body string, into any) {
	s.t.Helper()
	req, err := http.NewRequestWithContext(s.t.Context(), method, s.url+path, strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		s.t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != want {
		s.t.Fatalf("%s %s: %s, %v, want %d\n%s", method, path, resp.Status, err, want, text)
	}
	if into != nil {
		if err := json.Unmarshal(text, into); err != nil {
			s.t.Fatalf("%s %s: %v\n%s", method, path, err, text)
		}
	}
}

// store takes lines in as another process would, which is attached to the server's
// directory.
func (s *served) store(lines ...string) {
	s.t.Helper()
	if stored := s.storeText(lines...); stored != int64(len(lines)) {
		s.t.Fatalf("%d of %d lines are stored", stored, len(lines))
	}
}

// storeText takes the lines of a file in, a header among them or not, and returns how
// many records are stored.
func (s *served) storeText(lines ...string) int64 {
	s.t.Helper()
	l, err := daemon.Open(s.t.Context(), daemon.Config{Data: s.data, Command: "weir ingest"})
	if err != nil {
		s.t.Fatal(err)
	}
	defer l.Close(context.WithoutCancel(s.t.Context()))
	path := filepath.Join(s.t.TempDir(), "flows.log")
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		s.t.Fatal(err)
	}
	done, err := l.Ingest(s.t.Context(), []string{path}, nil, daemon.IntakeConfig{}, nil)
	if err != nil || done.Bad > 0 {
		s.t.Fatalf("%+v, %v", done, err)
	}
	return done.Stored
}

// line is a flow log record of the default format.
func line(n int, port int, action string) string {
	at := time.Date(2026, 3, 3, 10, 0, 0, 0, time.UTC).Unix() + int64(n)
	return fmt.Sprintf("2 111122223333 eni-0a1b2c3d 198.51.100.%d 10.0.0.5 %d %d 6 %d %d %d %d %s OK", n%250+1, 40000+n%1000, port, n+1, 60*(n+1), at, at+30, action)
}

// reading is an open stream.
type reading struct {
	t      *testing.T
	events chan sent
	close  func()
}

type sent struct{ name, id, data string }

func (s *served) listen(headers ...string) (*reading, string) {
	s.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	s.t.Cleanup(cancel)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.url+"/stream", nil)
	if err != nil {
		s.t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		s.t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK || resp.Header.Get("Content-Type") != "text/event-stream" {
		s.t.Fatal(resp.Status, resp.Header)
	}
	r := &reading{t: s.t, events: make(chan sent, 10000), close: cancel}
	go func() {
		defer close(r.events)
		defer resp.Body.Close()
		in := bufio.NewScanner(resp.Body)
		in.Buffer(nil, 8<<20)
		var e sent
		for in.Scan() {
			switch name, value, _ := strings.Cut(in.Text(), ": "); {
			case in.Text() == "":
				if e.name != "" {
					r.events <- e
				}
				e = sent{}
			case name == "event":
				e.name = value
			case name == "id":
				e.id = value
			case name == "data":
				e.data = value
			}
		}
	}()
	var hello api.StreamHello
	r.next("hello", &hello)
	return r, hello.Id
}

// next returns the next event, which has to have the name.
func (r *reading) next(name string, into any) sent {
	r.t.Helper()
	select {
	case e, ok := <-r.events:
		if !ok || e.name != name {
			r.t.Fatalf("event %+v, %v, want %s", e, ok, name)
		}
		if err := json.Unmarshal([]byte(e.data), into); err != nil {
			r.t.Fatal(err)
		}
		return e
	case <-time.After(20 * time.Second):
		r.t.Fatalf("no %s comes", name)
	}
	return sent{}
}

// TestTail: what any process stores shows at those who asked for it, newest first, the
// filter holds, what is too much is counted, and who comes back misses nothing.
func TestTail(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.store(line(0, 22, "REJECT")) // before anybody looks
	r, id := s.listen()
	s.ask(204, "PUT", "/stream/"+id, `{"subscriptions":[
		{"key":"ssh","topic":"tail","filter":"dstport:22 action:REJECT","columns":"srcaddr,dstport,start"},
		{"key":"web","topic":"tail","filter":"dstport:443"}]}`, nil)

	s.store(line(1, 22, "REJECT"), line(2, 22, "ACCEPT"), line(3, 22, "REJECT"), line(4, 80, "REJECT"))
	var e api.TailEvent
	first := r.next("tail", &e)
	if e.Key != "ssh" || e.Shown != 2 || e.Matched != 2 || e.Skipped != 0 || len(e.Columns) != 4 || e.Columns[3].Name != "id" {
		t.Fatalf("%+v", e)
	}
	if e.Values[0][0] != "198.51.100.4" || e.Values[0][1] != "198.51.100.2" || e.Values[1][0] != 22.0 {
		t.Errorf("%v", e.Values)
	}
	// The id leads to everything that is known of the record.
	var one api.Table
	s.ask(200, "GET", "/records/"+e.Values[3][0].(string), "", &one)
	got := map[string]any{}
	for i, c := range one.Columns {
		got[c.Name] = one.Values[i][0]
	}
	if got["srcaddr"] != "198.51.100.4" || got["interface_id"] != "eni-0a1b2c3d" || got["vpc_id"] != nil || len(got) < 50 {
		t.Errorf("%v", got)
	}

	// More than a person can read is counted: 500 rows a second, and as many that were saved up.
	var many []string
	for i := range 1300 {
		many = append(many, line(100+i, 443, "ACCEPT"))
	}
	s.store(many...)
	r.next("tail", &e)
	if e.Key != "web" || e.Shown != 1000 || e.Matched != 1300 || len(e.Values[0]) != 1000 {
		t.Errorf("%s: %d of %d", e.Key, e.Shown, e.Matched)
	}

	// Who comes back with the id of the first event gets what came after it.
	r.close()
	s.store(line(5, 22, "REJECT"))
	r, id = s.listen("Last-Event-ID", first.id)
	s.ask(204, "PUT", "/stream/"+id, `{"subscriptions":[{"key":"ssh","topic":"tail","filter":"dstport:22 action:REJECT","columns":"srcaddr"}]}`, nil)
	if r.next("tail", &e); e.Matched != 1 || e.Values[0][0] != "198.51.100.6" {
		t.Errorf("%+v", e)
	}
	// The same subscription goes on, another one begins now.
	s.ask(204, "PUT", "/stream/"+id, `{"subscriptions":[{"key":"ssh","topic":"tail","filter":"dstport:22 action:REJECT","columns":"srcaddr"},{"key":"all","topic":"tail","columns":"srcaddr"}]}`, nil)
	s.store(line(6, 22, "REJECT"))
	seen := map[string]int64{}
	for range 2 {
		r.next("tail", &e)
		seen[e.Key] += e.Matched
	}
	if seen["ssh"] != 1 || seen["all"] != 1 {
		t.Errorf("%v", seen)
	}

	// Streams end with the server, at once.
	if err := s.stop(); err != nil {
		t.Error(err)
	}
	select {
	case e, open := <-r.events:
		if open {
			t.Errorf("an event after the end: %+v", e)
		}
	case <-time.After(5 * time.Second):
		t.Error("the stream goes on without a server")
	}
}

// TestStreamMistakes: what a stream cannot tell is refused when it is asked for.
func TestStreamMistakes(t *testing.T) {
	t.Parallel()
	s := serve(t)
	_, id := s.listen()
	f := func(want int, path, body, code string) {
		t.Helper()
		var p api.Problem
		if s.ask(want, "PUT", path, body, &p); p.Code != code {
			t.Errorf("%+v", p)
		}
	}
	f(404, "/stream/nobody", `{"subscriptions":[]}`, "not_found")
	f(400, "/stream/"+id, `{"subscriptions":[{"key":"a","topic":"tail","filter":"dstprt:22"}]}`, "filter")
	f(400, "/stream/"+id, `{"subscriptions":[{"key":"a","topic":"tail","columns":"nothing"}]}`, "request")
	f(400, "/stream/"+id, `{"subscriptions":[{"key":"a","topic":"weather"}]}`, "request")
	f(404, "/records/zzz", "", "not_found")
	s.ask(400, "GET", "/records/zzz", "", nil)
	s.ask(404, "GET", "/records/1-0000000000000000", "", nil)
}

// TestScroll: the API hands out everything page by page.
func TestScroll(t *testing.T) {
	t.Parallel()
	s := serve(t)
	var lines []string
	for i := range 250 {
		lines = append(lines, line(i/50, 443, "ACCEPT")) // many alike
	}
	s.store(lines...)
	rows, path := 0, "/query?limit=33&ids=true&columns=srcaddr,start"
	var page api.Table
	for next := ""; ; {
		page = api.Table{}
		s.ask(200, "GET", path+next, "", &page)
		rows += len(page.Values[0])
		if page.Next == nil {
			break
		}
		if len(page.Values[0]) != 33 {
			t.Fatalf("a page of %d", len(page.Values[0]))
		}
		next = "&cursor=" + *page.Next
	}
	if rows != 250 {
		t.Errorf("%d records", rows)
	}
	var p api.Problem
	if s.ask(400, "GET", "/query?cursor=nonsense", "", &p); p.Code != "request" {
		t.Errorf("%+v", p)
	}
}

// TestAlertsTopic: what happens to alerts, in any process, is told with the alert as it
// is then.
func TestAlertsTopic(t *testing.T) {
	t.Parallel()
	s := serve(t)
	r, id := s.listen()
	s.ask(204, "PUT", "/stream/"+id, `{"subscriptions":[{"key":"bell","topic":"alerts"},{"key":"work","topic":"progress"}]}`, nil)
	desk, err := daemon.OpenDesk(t.Context(), daemon.Config{Data: s.data})
	if err != nil {
		t.Fatal(err)
	}
	defer desk.Close()
	at := time.Date(2026, 3, 3, 10, 0, 0, 0, time.UTC)
	_, err = desk.Apply(t.Context(), finding.Finding{
		ID: "f1", Rule: "scan-in", Family: finding.Scan, Title: "Scan", Severity: finding.High, Score: 40,
		Entity: finding.Entity{Kind: finding.KindAddress, ID: "10.0.0.5"}, FirstSeen: at, LastSeen: at, Found: at, Count: 40,
	})
	if err != nil {
		t.Fatal(err)
	}
	var e api.AlertEvent
	r.next("alert", &e)
	if e.Key != "bell" || e.Action != "fire" || e.Alert == nil || (*e.Alert)["rule"] != "scan-in" {
		t.Fatalf("%+v", e)
	}
	if _, err := desk.Acknowledge(t.Context(), e.Subject, "ada"); err != nil {
		t.Fatal(err)
	}
	if r.next("alert", &e); e.Action != "acknowledge" || e.Who != "ada" || (*e.Alert)["status"] != "acknowledged" {
		t.Errorf("%+v", e)
	}
}
