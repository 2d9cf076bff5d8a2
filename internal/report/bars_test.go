package report

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestBars: what is above zero is seen, the highest fills its column, and zero
// is blank.
func TestBars(t *testing.T) {
	f := func(name string, p Page, rows int, values []uint64, want ...string) {
		t.Helper()
		if diff := cmp.Diff(want, p.bars(values, rows)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}

	f("one row", Page{Unicode: true}, 1, []uint64{0, 1, 4, 8, 8000}, " ▁▁▁█")
	f("steps", Page{Unicode: true}, 1, []uint64{1, 2, 3, 4, 5, 6, 7, 8}, "▁▂▃▄▅▆▇█")
	f("two rows", Page{Unicode: true}, 2, []uint64{1, 8, 9, 16}, "  ▁█", "▁███")
	f("ASCII", Page{}, 1, []uint64{0, 1, 2, 3}, " .:|")
	f("nothing", Page{Unicode: true}, 1, []uint64{0, 0}, "  ")
}

func TestBar(t *testing.T) {
	f := func(p Page, v, most uint64, want string) {
		t.Helper()
		if got := p.bar(v, most, 4); got != want {
			t.Errorf("bar(%d of %d) = %q, want %q", v, most, got, want)
		}
	}

	f(Page{Unicode: true}, 0, 10, "")
	f(Page{Unicode: true}, 1, 1_000_000, "▏")
	f(Page{Unicode: true}, 5, 10, "██")
	f(Page{Unicode: true}, 10, 10, "████")
	f(Page{}, 5, 10, "##")
	f(Page{}, 1, 0, "")
}

func TestAxis(t *testing.T) {
	f := func(name string, begin time.Time, bucket time.Duration, n int, want string) {
		t.Helper()
		if got := axis(begin, bucket, n); got != want {
			t.Errorf("%s:\n got %q\nwant %q", name, got, want)
		}
	}

	day := time.Date(2026, 3, 8, 0, 0, 0, 0, time.UTC)
	f("one day", day, time.Hour, 24, "00:00   08:00   16:00")
	f("past midnight", day.Add(20*time.Hour), time.Hour, 20, "03-08 20:00   03-09 10:00")
	f("several days", day.Add(16*time.Hour), 4*time.Hour, 20, "  03-09       03-11")
	f("weeks", day, 24*time.Hour, 20, "2026-03-08   2026-03-21")
}

func TestBucketFor(t *testing.T) {
	f := func(span, want time.Duration) {
		t.Helper()
		got := bucketFor(span, buckets)
		if got != want || span/got >= buckets {
			t.Errorf("bucketFor(%s) = %s, want %s", span, got, want)
		}
	}

	f(0, time.Minute)
	f(time.Hour, time.Minute)
	f(24*time.Hour, 30*time.Minute)
	f(14*24*time.Hour, 4*time.Hour)
	f(90*24*time.Hour, 24*time.Hour)
	f(400*24*time.Hour, 5*24*time.Hour)
}

// TestPrint protects the shape of the page: nothing wider than 100 columns,
// nothing from the logs that acts on a terminal.
func TestPrint(t *testing.T) {
	from, to := time.Date(2026, 3, 8, 0, 0, 0, 0, time.UTC), time.Date(2026, 3, 9, 23, 0, 0, 0, time.UTC)
	port, tcp := 443, 6
	nasty := text("\x1b[2J" + strings.Repeat("x", 200))
	s := Summary{
		Objects: 2, Records: 10, Stored: 10, Bad: 1, From: &from, To: &to, Accept: 8, Reject: 2,
		Verdicts: [3]Volume{{8, 800, 8}, {2, 80, 2}},
		Gaps:     []Gap{{from, to, "no_data", 0}, {from, from.Add(time.Hour), "skipdata", 3}},
		Timeline: Timeline{Begin: from, Bucket: 30 * time.Minute, Accept: make([]uint64, 92), Reject: make([]uint64, 92)},
		Talkers:  []End{{Network: "vpc-1", Address: "2001:db8:1111:2222:3333:4444:5555:6666", App: nasty, Bytes: 800, Flows: 8}, {Network: "vpc-2", Address: "10.0.0.1"}},
		Sources:  []Rejected{{Network: nasty, Address: "203.0.113.9", Country: "DE", ASOrg: "Example", App: "internet", Flows: 2, Hosts: 1, Ports: 1}, {Network: "b", Address: "203.0.113.10"}},
		Targets:  []Rejected{{Address: "2001:db8::1", Port: &port, Protocol: &tcp, Flows: 2}, {Address: "10.0.0.1"}},
		Ports:    []Service{{Port: &port, Protocol: 6, Name: "https", Bytes: 1, Flows: 1}}, Protocols: []Service{{Protocol: 6, Name: "tcp"}},
		Quiet: []Interface{{ID: string(nasty), SkipData: 1}}, Bads: []Reason{{Text: string(nasty), Count: 1, Example: string(nasty)}},
		Failures: []Failure{{Name: "/logs/" + string(nasty), Why: "unknown format\n\x1b[2J one"}},
	}
	for _, page := range []Page{{}, {Unicode: true}} {
		var b strings.Builder
		if err := s.Print(&b, page); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			if n := width(strings.TrimSuffix(line, "\n")); n > 100 {
				t.Errorf("%d columns: %s", n, line)
			}
		}
		if strings.ContainsRune(b.String(), '\x1b') {
			t.Error("an escape character got through")
		}
		for _, want := range []string{"[2001:db8::1]:443", "Example, DE", "1 day without any record: 2026-03-08", "2001:db8:1111:2222:3333:4444:5555:6666", "1 hour in which AWS skipped records (3 SKIPDATA records)"} {
			if page.Unicode && !strings.Contains(b.String(), want) {
				t.Errorf("%q is not in\n%s", want, b.String())
			}
		}
	}
}

// TestPrintWithoutVerdicts protects what is told of logs that do not say what was
// accepted, as those of transit gateways and GCP: no shares of nothing.
func TestPrintWithoutVerdicts(t *testing.T) {
	from := time.Date(2026, 3, 8, 0, 0, 0, 0, time.UTC)
	f := func(verdicts [3]Volume, want string, without ...string) {
		t.Helper()
		counts := func(n uint64) []uint64 { return []uint64{n, 0} }
		s := Summary{
			From: &from, To: &from, Verdicts: verdicts,
			Timeline:  Timeline{Begin: from, Bucket: time.Minute, Accept: counts(verdicts[0].Flows), Reject: counts(verdicts[1].Flows), NoVerdict: counts(verdicts[2].Flows)},
			Protocols: []Service{{Protocol: 6, Name: "tcp", Flows: 10, Rejected: verdicts[1].Flows, judged: verdicts[0].Flows + verdicts[1].Flows}},
		}
		var b strings.Builder
		if err := s.Print(&b, Page{Unicode: true}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
		for _, not := range without {
			if strings.Contains(b.String(), not) {
				t.Errorf("%q is in\n%s", not, b.String())
			}
		}
	}
	f([3]Volume{{}, {}, {10, 0, 0}}, "10, each counted once · no verdict known, the logs have none", "ccepted", "Rejected", "%")
	f([3]Volume{{}, {}, {10, 0, 0}}, "Flows without a verdict")
	f([3]Volume{{6, 0, 0}, {2, 0, 0}, {2, 0, 0}}, "10, each counted once · 6 accepted (60.0 %) · 2 rejected (20.0 %) · 2 without a verdict (20.0 %)")
	f([3]Volume{{6, 0, 0}, {2, 0, 0}, {}}, "8, each counted once · 6 accepted (75.0 %) · 2 rejected (25.0 %)", "verdict")
}
