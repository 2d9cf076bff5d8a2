package query_test

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/engine/enginetest"
	"github.com/weir-flow/weir/internal/query"
)

// TestAttacksOnServer: a server does not classify statements, and what is to be
// refused is refused without that.
func TestAttacksOnServer(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	load(t, s, tableOf(t, someRecords))
	socket := enginetest.Shared(t).Socket()
	server := httptest.NewServer(&httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(&url.URL{Scheme: "http", Host: "engine"}) },
		Transport: &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "unix", socket)
		}},
	})
	t.Cleanup(server.Close)
	conn, err := engine.Dial(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(conn.Close)
	r := query.New(conn, query.Config{Database: s.Database(), Views: s.ViewDatabase()}, slog.New(slog.DiscardHandler))
	dir := t.TempDir()
	replace := strings.NewReplacer("{file}", filepath.Join(dir, "secret"), "{out}", filepath.Join(dir, "out"), "{tables}", s.Database(), "{views}", s.ViewDatabase())
	files, err := filepath.Glob("testdata/attacks/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no attacks", err)
	}
	refused := 0
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range parseAttacks(t, string(text)) {
			if a.outcome != "refused" {
				continue
			}
			refused++
			statement := replace.Replace(a.statement)
			answer, _, err := attack(t, r, statement)
			if why := a.judge(answer, err); why != "" {
				t.Errorf("%s: %.200q\n\t%s\n\tgot %v %.200s", filepath.Base(name), statement, why, err, answer)
			}
		}
	}
	if refused < 100 {
		t.Errorf("only %d attacks", refused)
	}
	stillFine(t, s, "all of them")
}
