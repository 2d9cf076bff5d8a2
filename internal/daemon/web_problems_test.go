package daemon

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/api"
)

// TestProblems: what cannot be read is refused by each route with a problem that has a
// fix, and so is what is not there.
func TestProblems(t *testing.T) {
	t.Parallel()
	w := newWalked(t)
	refused := 0
	f := func(method, path, body string) {
		t.Helper()
		status, kind, text := w.send(false, method, path, body)
		if status >= 400 {
			refused++
			w.checkProblem(method+" "+path+" "+body, status, kind, text)
		}
		if status >= 500 {
			t.Errorf("%s %s %s: %d %s", method, path, body, status, text)
		}
	}
	for _, name := range w.routes() {
		method, path, _ := strings.Cut(name, " ")
		if name == "GET /stream" || strings.HasPrefix(path, "/start") {
			continue
		}
		path = regexp.MustCompile(`\{\w+\}`).ReplaceAllString(path, "nothere")
		if method == "GET" {
			for _, params := range []string{"", "?filter=dstprt:22", "?since=nonsense&until=x", "?limit=x", "?cursor=%00&samples=x", "?columns=nope&by=nope&field=nope&kind=nope&id=nope&format=nope&src=x&dst=y"} {
				f(method, path+params, "")
			}
			continue
		}
		for _, body := range []string{"", "{", `"text"`, `[1]`, `{"nothere":1}`} {
			f(method, path, body)
		}
	}
	for _, one := range [][2]string{
		{"/sql", `{"sql":"SELEC 1"}`}, {"/sql", `{"sql":"SELECT * FROM system.users"}`}, {"/ask", `{"sql":{"sql":"SELECT sleep(3) FROM numbers(100)"},"timeout_seconds":1}`},
		{"/rules/check", strings.Repeat("x", 2<<20)}, {"/commands/rules.check", `[{"name":"x.yaml","text":"title: ["}]`}, {"/commands/rules.explain", `{"id":"nothere"}`},
		{"/commands/nothere", `{}`}, {"/silences", `{"matches":{},"owner":"","reason":""}`},
	} {
		f("POST", one[0], one[1])
	}
	f("GET", "/nothere", "")
	f("PATCH", "/alerts", "")
	if refused < 150 {
		t.Errorf("only %d requests are refused", refused)
	}
}

func (w *walked) checkProblem(what string, status int, kind, text string) {
	w.t.Helper()
	var p api.Problem
	err := json.Unmarshal([]byte(text), &p)
	if kind != "application/problem+json" || err != nil || p.Status != status || p.Code == "" || p.Title == "" || p.Detail == "" || p.Fix == nil || *p.Fix == "" {
		w.t.Errorf("%s: %d %s %s", what, status, kind, text)
	}
}
