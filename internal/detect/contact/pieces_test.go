package contact

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/detect/detecttest"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

// everything is a bit of each thing that the rules look for.
func everything() []flow {
	reject := flow{Action: record.Reject, Flags: 2}
	flows := probes("10.0.0.9", 100, 500*time.Millisecond, flow{Flags: 2}, horizontal("10.0", 445))
	flows = append(flows, with(probes("10.0.0.10", 200, 500*time.Millisecond, flow{Flags: 2}, horizontal("10.0", 80)), 1, 40, 4)...)
	flows = append(flows, probes("203.0.113.5", 300, time.Second, reject, vertical("10.0.0.7"))...)
	flows = append(flows, attempts("203.0.113.6", "10.0.0.8", 22, 60, 10*time.Second, false)...)
	flows = append(flows, session("203.0.113.6", "10.0.0.8", 22, 15*time.Minute, 5, false)...)
	flows = append(flows, visits("10.0.0.7", 20, 10)...)
	flows = append(flows, burst(15*time.Minute, 1500, 2*time.Minute, flow{Dst: "10.0.0.7", DstPort: 443, Packets: 1, Bytes: 60, Flags: 2}, func(i int, f *flow) { f.Src = address4("203.0", i%400) })...)
	flows = append(flows, burst(15*time.Minute, 1500, 2*time.Minute, flow{Src: "10.0.0.7", Dst: "203.0.113.9", DstPort: 443, Packets: 1, Bytes: 60, Flags: 2}, func(int, *flow) {})...)
	late := flow{At: 30 * time.Hour, Src: "203.0.113.5", Dst: "10.0.0.7", SrcPort: 40000, DstPort: 1, Packets: 9, Bytes: 900, Flags: 3}
	return append(flows, late, late.Reply(9, 900, 19))
}

// play shows everything to the shipped rules, in batches of so many rows, and calls
// between after each.
func play(t *testing.T, rows int, between func(e *detect.Engine, next *record.Batch)) string {
	t.Helper()
	rules := shipped(t)
	env := &detect.Env{Registry: record.NewRegistry(), Hosts: detect.NewHosts(1 << 16), Keys: 1 << 16}
	var numbered []detect.Numbered
	for n, r := range rules {
		numbered = append(numbered, detect.Numbered{N: n, Rule: r})
	}
	e := detect.NewEngine(env, rule.NewSet(rules), []detect.Detector{New(env, numbered)})
	var out detecttest.Findings
	for b := range detecttest.Pieces(t, env.Registry, everything(), rows) {
		between(e, b)
		e.Run(b, &out)
	}
	e.Advance(epoch.Add(33*time.Hour).UnixNano(), &out)
	text, err := json.MarshalIndent(out.All(), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestPieces protects the one way: how rows are cut into batches, snapshots between
// them and looks ahead that are taken back change nothing.
func TestPieces(t *testing.T) {
	whole := play(t, 1<<20, func(*detect.Engine, *record.Batch) {})
	for _, family := range []string{"scan", "probe", "guess", "guess_success", "flood_in", "flood_out", "exposure"} {
		if !strings.Contains(whole, `"family": "`+family+`"`) {
			t.Errorf("nothing of family %s", family)
		}
	}
	f := func(name string, rows int, between func(e *detect.Engine, next *record.Batch)) {
		t.Helper()
		if diff := cmp.Diff(whole, play(t, rows, between)); diff != "" {
			t.Errorf("%s: -at once +in pieces\n%s", name, diff)
		}
	}
	f("batches of a row", 1, func(*detect.Engine, *record.Batch) {})
	f("batches of 64 rows", 64, func(*detect.Engine, *record.Batch) {})
	f("snapshots", 500, func(e *detect.Engine, _ *record.Batch) {
		for _, s := range e.State() {
			for i := range detect.Shards {
				text := s.AppendShard(i, nil)
				if err := s.ReadShard(i, text); err != nil {
					t.Fatal(err)
				}
				if again := s.AppendShard(i, nil); string(again) != string(text) {
					t.Fatalf("%T: a shard that was read is written differently", s)
				}
			}
		}
	})
	f("looks ahead", 200, func(e *detect.Engine, next *record.Batch) {
		err := e.Try(context.Background(), func(context.Context) error {
			var out detecttest.Findings
			e.Run(next, &out)
			e.Advance(e.Now()+int64(3*time.Hour), &out)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzRead: bytes that were not written by the tables are an error, not a crash.
func FuzzRead(f *testing.F) {
	env := &detect.Env{Registry: record.NewRegistry(), Hosts: detect.NewHosts(1 << 10), Keys: 1 << 10}
	var numbered []detect.Numbered
	rules := shipped(f)
	for n, r := range rules {
		numbered = append(numbered, detect.Numbered{N: n, Rule: r})
	}
	d := New(env, numbered)
	e := detect.NewEngine(env, rule.NewSet(rules), []detect.Detector{d})
	var out detecttest.Findings
	e.Run(detecttest.Batch(f, env.Registry, everything()), &out)
	for n, s := range d.State() {
		for i := range 4 {
			f.Add(uint8(n), s.AppendShard(i, nil))
		}
	}
	f.Fuzz(func(_ *testing.T, n uint8, src []byte) {
		states := New(env, numbered).State()
		_ = states[int(n)%len(states)].ReadShard(0, src)
	})
}

// TestRejectedAnswer protects that a probe counts which comes from the port of a service
// by chance, and looks like an answer.
func TestRejectedAnswer(t *testing.T) {
	var flows []detecttest.Flow
	for i, port := range []uint16{5900, 25, 11211, 9200, 23, 21, 445, 8000, 6379} {
		flows = append(flows, detecttest.Flow{At: time.Duration(i) * time.Hour, Src: "203.0.113.9", Dst: "10.0.0.5", SrcPort: 40000 + uint16(i), DstPort: port, Packets: 1, Bytes: 40, Flags: 2, Action: record.Reject})
	}
	flows = append(flows, detecttest.Flow{At: 10 * time.Hour, Src: "203.0.113.9", Dst: "10.0.0.5", SrcPort: 4500, DstPort: 5060, Protocol: 17, Packets: 1, Bytes: 456, Action: record.Reject})
	scan := rule.DefaultScan
	scan.Way = "inbound"
	r := &rule.Rule{ID: "scan", Title: "scan", Severity: finding.Low, Weir: rule.Weir{Family: finding.Scan, Settings: scan}}
	if got := detecttest.Run(t, []*rule.Rule{r}, New, flows, time.Hour); len(got) != 1 {
		t.Errorf("%d scans, want one of ten targets: %+v", len(got), got)
	}
}
