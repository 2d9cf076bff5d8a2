package detect_test

import (
	"net/netip"
	"slices"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/detect/detecttest"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

// watcher asks about a host at each slice.
type watcher struct {
	hosts *detect.Hosts
	host  uint64
	seen  []string
}

func (w *watcher) Slice(*detect.Block, detect.Slice, detect.Out) {
	w.seen = append(w.seen, w.what())
}
func (w *watcher) Advance(int64, detect.Out) {}
func (w *watcher) State() []detect.State     { return nil }

func (w *watcher) what() string {
	text := "unknown"
	if w.hosts.First(w.host) != 0 {
		text = "known"
	}
	if w.hosts.Reachable(w.host) {
		text += " reachable"
	}
	if _, ok := w.hosts.Answer(w.host, 6, 443); ok {
		text += " answers"
	}
	if w.hosts.FrontFacing(w.host) {
		text += " front-facing"
	}
	return text
}

// TestHosts protects what detectors are told of a host: what was so before the slice,
// in however many pieces the slice comes.
func TestHosts(t *testing.T) {
	f := func(name string, rows int, flows []detecttest.Flow, want ...string) {
		t.Helper()
		env := &detect.Env{Registry: record.NewRegistry(), Hosts: detect.NewHosts(100)}
		w := &watcher{hosts: env.Hosts, host: detect.HostKey("vpc-1", record.AddrFrom(netip.MustParseAddr("10.0.0.7")))}
		e := detect.NewEngine(env, rule.NewSet(nil), []detect.Detector{w})
		var out detecttest.Findings
		for b := range detecttest.Pieces(t, env.Registry, flows, rows) {
			e.Run(b, &out)
		}
		if len(w.seen) != len(want) {
			t.Fatalf("%s: %q", name, w.seen)
		}
		for i, s := range w.seen {
			if s != want[i] {
				t.Errorf("%s: piece %d: %s, want %s", name, i, s, want[i])
			}
		}
	}
	visit := func(at time.Duration, src string) []detecttest.Flow {
		q := detecttest.Flow{At: at, Src: src, Dst: "10.0.0.7", SrcPort: 50000, DstPort: 443, Packets: 9, Bytes: 900, Flags: 3}
		return []detecttest.Flow{q, q.Reply(9, 3000, 19)}
	}
	probe := detecttest.Flow{Src: "203.0.113.1", Dst: "10.0.0.7", SrcPort: 50000, DstPort: 22, Packets: 1, Bytes: 44, Flags: 2, Action: record.Reject}
	later := func(f detecttest.Flow, by time.Duration) detecttest.Flow { f.At += by; return f }
	var visits []detecttest.Flow
	for i, src := range []string{"203.0.113.1", "203.0.113.2", "203.0.113.3"} {
		visits = append(visits, visit(time.Duration(i)*time.Second, src)...)
	}
	const all = "known reachable answers front-facing"
	f("refused", 1, []detecttest.Flow{probe, later(probe, time.Minute)}, "unknown", "known reachable")
	f("served, whole slices", 100, append(visits, visit(time.Minute, "203.0.113.4")...), "unknown", all)
	f("served, in pieces", 1, append(visits, visit(time.Minute, "203.0.113.4")...), "unknown", "unknown", "unknown", "unknown", "unknown", "unknown", all, all)
	f("served two", 100, append(visits[:4:4], visit(time.Minute, "203.0.113.4")...), "unknown", "known reachable answers")
	reset := detecttest.Flow{Src: "203.0.113.1", Dst: "10.0.0.7", SrcPort: 50000, DstPort: 443, Packets: 3, Bytes: 132, Flags: 2}
	f("reset thrice", 100, []detecttest.Flow{reset, reset.Reply(3, 120, 4), later(reset, time.Minute)}, "unknown", "known reachable")
	reset.Flags = 0
	f("reset thrice, version 2", 100, []detecttest.Flow{reset, reset.Reply(3, 120, 0), later(reset, time.Minute)}, "unknown", "known reachable")
	var logins []detecttest.Flow
	for _, q := range visits {
		if q.Src == "10.0.0.7" {
			q.SrcPort = 22
		} else {
			q.DstPort = 22
		}
		logins = append(logins, q)
	}
	f("tried to log in to thrice", 100, append(logins, visit(time.Minute, "203.0.113.4")...), "unknown", "known reachable")
	told := detecttest.Flow{Src: "10.0.0.9", Dst: "10.0.0.7", SrcPort: 50000, DstPort: 443, Packets: 3, Bytes: 132, DstSide: map[int]string{record.SideRole: "front-facing"}}
	f("the assets file says so", 100, []detecttest.Flow{told, later(told, time.Minute)}, "unknown", "known reachable front-facing")
}

// known asks since when the host of each row is known.
type known struct {
	hosts *detect.Hosts
	at    []int64
}

func (k *known) Slice(b *detect.Block, s detect.Slice, _ detect.Out) {
	for i := s.Lo; i < s.Hi; i++ {
		at := k.hosts.Known(b, i, false)
		if at != 0 {
			at = (at - detecttest.Epoch.UnixNano()) / int64(time.Hour)
		}
		k.at = append(k.at, at)
	}
}
func (k *known) Advance(int64, detect.Out) {}
func (k *known) State() []detect.State     { return nil }

// TestKnown protects that a host is as old as its interface: a second address is no new
// host.
func TestKnown(t *testing.T) {
	row := func(at time.Duration, addr, iface string) detecttest.Flow {
		return detecttest.Flow{At: at, Src: addr, Dst: "203.0.113.1", SrcPort: 50000, DstPort: 443, Packets: 9, Bytes: 900, SrcSide: map[int]string{record.SideInterface: iface}}
	}
	flows := []detecttest.Flow{
		row(time.Hour, "10.0.0.7", "eni-7"), row(2*time.Hour, "10.0.0.7", "eni-7"),
		row(3*time.Hour, "fd00::7", "eni-7"), row(4*time.Hour, "fd00::8", "eni-8"), row(5*time.Hour, "fd00::9", ""),
	}
	want := []int64{0, 1, 1, 0, 0}
	for _, rows := range []int{1, 100} {
		env := &detect.Env{Registry: record.NewRegistry(), Hosts: detect.NewHosts(100)}
		k := &known{hosts: env.Hosts}
		e := detect.NewEngine(env, rule.NewSet(nil), []detect.Detector{k})
		var out detecttest.Findings
		for b := range detecttest.Pieces(t, env.Registry, flows, rows) {
			e.Run(b, &out)
		}
		if !slices.Equal(k.at, want) {
			t.Errorf("in pieces of %d rows: %v, want %v", rows, k.at, want)
		}
	}
}

// same asks which host each row is of.
type same struct {
	hosts *detect.Hosts
	host  []uint64
}

func (s *same) Slice(b *detect.Block, p detect.Slice, _ detect.Out) {
	for i := p.Lo; i < p.Hi; i++ {
		s.host = append(s.host, s.hosts.Machine(b, i, false))
	}
}
func (s *same) Advance(int64, detect.Out) {}
func (s *same) State() []detect.State     { return nil }

// TestMachine protects that a host with an address of each family is one host, from the
// first row of the second on, and that the pods of a node are not one.
func TestMachine(t *testing.T) {
	key := func(addr string) uint64 { return detect.HostKey("vpc-1", record.AddrFrom(netip.MustParseAddr(addr))) }
	row := func(at time.Duration, addr, iface string) detecttest.Flow {
		return detecttest.Flow{At: at, Src: addr, Dst: "203.0.113.1", SrcPort: 50000, DstPort: 443, Packets: 9, Bytes: 900, SrcSide: map[int]string{record.SideInterface: iface}}
	}
	flows := []detecttest.Flow{
		row(1*time.Hour, "10.0.0.7", "eni-7"), row(2*time.Hour, "fd00::7", "eni-7"), row(3*time.Hour, "fd00::7", ""), // fallen silent
		row(4*time.Hour, "10.0.0.8", "eni-8"), row(5*time.Hour, "10.0.0.9", "eni-8"), row(6*time.Hour, "fd00::8", "eni-8"), // pods
		row(7*time.Hour, "10.0.0.1", "eni-1"), row(8*time.Hour, "fd00::1", "eni-1"), row(9*time.Hour, "fd00::2", "eni-1"), row(10*time.Hour, "fd00::1", "eni-1"),
		row(11*time.Hour, "fd00::5", "eni-5"), row(12*time.Hour, "fd00::6", ""), // IPv6 only; nothing known
	}
	want := []uint64{
		key("10.0.0.7"), key("10.0.0.7"), key("10.0.0.7"), key("10.0.0.8"), key("10.0.0.9"), key("fd00::8"),
		key("10.0.0.1"), key("10.0.0.1"), key("fd00::2"), key("fd00::1"), key("fd00::5"), key("fd00::6"),
	}
	for _, rows := range []int{1, 100} {
		env := &detect.Env{Registry: record.NewRegistry(), Hosts: detect.NewHosts(100)}
		s := &same{hosts: env.Hosts}
		e := detect.NewEngine(env, rule.NewSet(nil), []detect.Detector{s})
		var out detecttest.Findings
		for b := range detecttest.Pieces(t, env.Registry, flows, rows) {
			e.Run(b, &out)
		}
		if !slices.Equal(s.host, want) {
			t.Errorf("in pieces of %d rows: %x, want %x", rows, s.host, want)
		}
	}
}
