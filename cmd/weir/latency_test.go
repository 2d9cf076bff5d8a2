package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/engine/enginetest"
)

// telnet is a rule that one record decides.
const telnet = `title: Somebody uses port 2323
id: port-2323
level: critical
weir:
  family: forbidden_port
  filter: dstport:2323 AND action:ACCEPT
  entity: source
  reachable: page
`

// TestNotifiedInTime measures how long it takes from a file's coming to the notification of
// what one of its records decides: a real server follows a folder with all shipped rules
// and tells a real webhook. Every event is told, once. With WEIR_SOAK there are 400 events,
// and a folder of last year comes in between, which makes detection begin anew; the 99th
// percentile is below 5 s. The small size asserts no time.
func TestNotifiedInTime(t *testing.T) {
	t.Parallel()
	enginetest.Library(t)
	events, background, soak := 12, 50, os.Getenv("WEIR_SOAK") != ""
	if soak {
		events, background = 400, 500
	}
	dir := t.TempDir()
	data, watched, rules := filepath.Join(dir, "data"), filepath.Join(dir, "watched"), filepath.Join(dir, "rules")
	for _, d := range []string{watched, rules} {
		if err := os.Mkdir(d, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	var mu sync.Mutex
	heard := map[string][]time.Time{} // by source address
	target := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		var e struct {
			Data struct{ Rule, SrcAddr string }
		}
		if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
			t.Error(err)
		}
		mu.Lock()
		defer mu.Unlock()
		if e.Data.Rule == "port-2323" {
			heard[e.Data.SrcAddr] = append(heard[e.Data.SrcAddr], time.Now())
		}
	}))
	defer target.Close()
	config := filepath.Join(dir, "weir.yaml")
	write(t, filepath.Join(rules, "own.yaml"), telnet)
	write(t, config, fmt.Sprintf("rules:\n  dirs: [%s]\nnotify:\n  - kind: webhook\n    url: %s\n    allow: [127.0.0.1]\n    min-severity: critical\n", rules, target.URL))

	rng := rand.New(rand.NewPCG(1, 1))
	put := func(n int, sources ...string) (ended time.Time) {
		t.Helper()
		now := time.Now().Truncate(time.Second)
		ended = now.Add(-30 * time.Second) // when the service wrote it down
		var b strings.Builder
		b.WriteString("version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status tcp-flags\n")
		row := func(src string, port int) {
			fmt.Fprintf(&b, "2 123456789012 eni-%d %s 10.0.%d.%d %d %d 6 9 %d %d %d ACCEPT OK 2\n", rng.IntN(20), src, rng.IntN(3), 1+rng.IntN(200),
				32768+rng.IntN(20000), port, 400+rng.IntN(9000), ended.Unix()-60, ended.Unix())
		}
		for range background {
			row(fmt.Sprintf("10.0.%d.%d", rng.IntN(3), 1+rng.IntN(200)), []int{443, 5432, 53, 8080}[rng.IntN(4)])
		}
		for _, src := range sources {
			row(src, 2323)
		}
		part := filepath.Join(dir, "part")
		write(t, part, b.String())
		if err := os.Rename(part, filepath.Join(watched, fmt.Sprintf("%06d.log", n))); err != nil {
			t.Fatal(err)
		}
		return ended
	}
	put(0)
	s := serveWeir(t, data, "--config", config, watched)
	s.records(t, data, func(n int) bool { return n > 0 })
	var lastYear []string
	if soak {
		lastYear = makeFlowLogs(t, 400_000).files
	}

	came, logged := map[string]time.Time{}, map[string]time.Duration{}
	for n := 1; len(came) < events; n++ {
		if soak && n == events/4 {
			for _, f := range lastYear {
				if err := os.Rename(f, filepath.Join(watched, "year-"+filepath.Base(f))); err != nil {
					t.Fatal(err)
				}
			}
		}
		var sources []string
		for range 1 + rng.IntN(2) {
			sources = append(sources, fmt.Sprintf("203.%d.%d.%d", 1+len(came)/200, 1+len(came)%200, 1+len(sources)))
		}
		at := time.Now()
		ended := put(n, sources...)
		for _, src := range sources {
			came[src], logged[src] = at, at.Sub(ended)
		}
		time.Sleep(time.Duration(rng.IntN(1000)) * time.Millisecond) // files come when they come
	}
	await(t, "the last notification", func() bool {
		mu.Lock()
		defer mu.Unlock()
		return len(heard) >= len(came)
	})
	s.stop(t)
	var took, delays []time.Duration
	for src, at := range came {
		if len(heard[src]) != 1 {
			t.Errorf("%s was told %d times", src, len(heard[src]))
			continue
		}
		took, delays = append(took, heard[src][0].Sub(at)), append(delays, logged[src])
	}
	slices.Sort(took)
	slices.Sort(delays)
	of := func(list []time.Duration, share float64) time.Duration {
		return list[min(len(list)-1, int(share*float64(len(list))))].Round(10 * time.Millisecond)
	}
	t.Logf("%d events, from the file's coming to the notification: half within %s, 95 %% within %s, 99 %% within %s, the longest %s; before that, from the record's end to the file: %s",
		len(took), of(took, 0.5), of(took, 0.95), of(took, 0.99), took[len(took)-1].Round(10*time.Millisecond), of(delays, 0.5))
	if p99 := of(took, 0.99); soak && p99 > 5*time.Second {
		t.Errorf("the 99th percentile is %s", p99)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
