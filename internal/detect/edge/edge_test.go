package edge

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/detect/detecttest"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

const (
	hours = time.Hour
	days  = 24 * time.Hour
)

// talk is a conversation with its answer, repeated.
func talk(at, every time.Duration, n int, src, dst string, port uint16, up, down uint64) (flows []detecttest.Flow) {
	for i := range n {
		q := detecttest.Flow{
			At: at + time.Duration(i)*every, Src: src, Dst: dst, SrcPort: uint16(40000 + i%20000), DstPort: port, Packets: max(up/1000, 6), Bytes: up, Flags: 3,
			SrcSide: side(src), DstSide: side(dst),
		}
		flows = append(flows, q, q.Reply(max(down/1000, 6), down, 19))
	}
	return flows
}

// side gives hosts inside an app of their own and one subnet.
func side(addr string) map[int]string {
	if strings.HasPrefix(addr, "10.") || strings.HasPrefix(addr, "fd00") {
		return map[int]string{record.SideApp: "app " + addr, record.SideSubnet: "subnet-1"}
	}
	return nil
}

// on gives the hosts 10.0.1.1 and fd00::1, and so on, one interface, and the side of the
// first.
func on(addr string) map[int]string {
	n, ok := strings.CutPrefix(addr, "10.0.1.")
	if !ok {
		n, ok = strings.CutPrefix(addr, "fd00::")
	}
	if !ok {
		return side(addr)
	}
	s := side("10.0.1." + n)
	s[record.SideInterface] = "eni-" + n
	return s
}

func find(t *testing.T, flows []detecttest.Flow, family finding.Family) (out []finding.Finding) {
	t.Helper()
	for _, f := range detecttest.Run(t, defaults(), New, flows, 25*time.Hour) {
		if f.Family == family {
			out = append(out, f)
		}
	}
	return out
}

// office is hosts that do the same every hour, among them 10.0.1.1 to 10.0.1.9.
func office(end time.Duration) (flows []detecttest.Flow) {
	for h := range 9 {
		flows = append(flows, talk(time.Duration(h)*time.Minute, time.Hour, int(end/time.Hour), fmt.Sprintf("10.0.1.%d", h+1), "10.0.9.9", 443, 9000, 20000)...)
		flows = append(flows, talk(time.Duration(h)*time.Minute, time.Hour, int(end/time.Hour), fmt.Sprintf("10.0.1.%d", h+1), "198.51.100.7", 443, 2000, 90000)...)
	}
	return flows
}

// TestLateral protects the weights: what is known, what a bastion does and what nobody
// answers is not told; one new edge does not page by itself, a path does.
func TestLateral(t *testing.T) {
	check := func(name string, want int, page bool, flows []detecttest.Flow) {
		t.Helper()
		found := find(t, flows, finding.Lateral)
		n, pages := 0, false
		for _, l := range found {
			if !l.Weak {
				n++
			}
			pages = pages || l.Page
		}
		if n != want || pages != page {
			t.Errorf("%s: %d findings, page %v, want %d, %v: %+v", name, n, pages, want, page, found)
		}
	}
	f := func(name string, want int, page bool, flows []detecttest.Flow) {
		t.Helper()
		check(name, want, page, append(flows, office(5*days)...))
	}
	f("one new edge", 1, false, talk(4*days, hours, 1, "10.0.1.1", "10.0.1.2", 22, 9000, 9000))
	f("IPv6", 1, false, slices.Concat(talk(0, hours, 100, "fd00::1", "2001:db8::7", 443, 900, 900), talk(4*days, hours, 1, "fd00::1", "fd00::2", 22, 9000, 9000)))
	path := slices.Concat(talk(4*days, hours, 1, "10.0.1.1", "10.0.1.2", 3389, 9000, 9000), talk(4*days+5*hours, hours, 1, "10.0.1.2", "10.0.1.3", 3389, 9000, 9000))
	f("a path within five hours", 2, true, path)
	f("two edges a day apart", 2, false, slices.Concat(path[:2], talk(4*days+20*hours, hours, 1, "10.0.1.2", "10.0.1.4", 445, 9000, 9000)))
	// 10.0.1.1 has always come to 10.0.1.2; then somebody comes to it.
	along := func(up uint64) []detecttest.Flow {
		known := talk(10*time.Minute, 3*hours, 36, "10.0.1.1", "10.0.1.2", 22, up, up)
		return slices.Concat(known, talk(4*days, hours, 1, "10.0.1.5", "10.0.1.1", 3389, 9000, 9000), talk(4*days+5*hours, hours, 1, "10.0.1.2", "10.0.1.3", 445, 9000, 9000))
	}
	f("a path along what was always there", 2, true, along(50000))
	f("a check whether a port answers is no path", 2, false, along(900))
	// Hosts that have both families and hardly ever speak the second.
	both := func(name string, want int, page bool, flows ...[]detecttest.Flow) {
		t.Helper()
		all := append(slices.Concat(flows...), office(5*days)...)
		for i := range all {
			all[i].SrcSide, all[i].DstSide = on(all[i].Src), on(all[i].Dst)
		}
		check(name, want, page, all)
	}
	six, login := talk(4*days, hours, 1, "fd00::1", "fd00::2", 3389, 9000, 9000), talk(10*time.Minute, 6*hours, 18, "10.0.1.1", "10.0.1.2", 22, 9000, 9000)
	both("one new edge over a family that was never spoken", 1, false, six)
	both("a path over both families", 2, true, six, talk(4*days+5*hours, hours, 1, "10.0.1.2", "10.0.1.3", 3389, 9000, 9000))
	both("known for days over the other family", 0, false, login, talk(4*days+time.Minute, hours, 1, "fd00::1", "fd00::2", 22, 9000, 9000))
	both("one new edge over both families", 1, false, six, talk(4*days+time.Minute, time.Minute, 8, "10.0.1.1", "10.0.1.2", 3389, 9000, 9000))
	wide := talk(4*days, hours, 1, "10.0.1.1", "10.0.1.2", 5985, 9000, 9000)
	for i := range wide {
		wide[i].Takes = 599 * time.Second
	}
	f("600 s windows", 1, false, wide)
	f("known for days", 0, false, talk(10*time.Minute, 6*hours, 18, "10.0.1.1", "10.0.1.2", 22, 9000, 9000))
	unanswered := talk(4*days, hours, 1, "10.0.1.1", "10.0.1.2", 22, 60, 60)[:1]
	unanswered[0].Packets, unanswered[0].Flags = 1, 2
	f("nobody answers", 0, false, unanswered)
	var bastion []detecttest.Flow
	for h := range 20 {
		bastion = append(bastion, talk(time.Duration(h)*4*hours, hours, 1, "10.0.1.1", fmt.Sprintf("10.0.5.%d", h+1), 22, 9000, 9000)...)
	}
	last := bastion[len(bastion)-1].At
	if l := find(t, append(bastion, office(5*days)...), finding.Lateral); slices.ContainsFunc(l, func(f finding.Finding) bool {
		return !f.Weak && f.FirstSeen.After(detecttest.Epoch.Add(60*hours)) || f.Page
	}) {
		t.Errorf("a bastion at work, last at %v: %+v", last, l)
	}
	var controller []detecttest.Flow
	for h := range 9 {
		controller = append(controller, talk(time.Duration(h)*time.Minute, hours, 100, fmt.Sprintf("10.0.1.%d", h+1), "10.0.8.8", 445, 9000, 9000)...)
	}
	controller = append(controller, talk(0, hours, 100, "10.0.2.1", "198.51.100.7", 443, 900, 900)...)
	f("one more client of a domain controller", 0, false, append(controller, talk(4*days, hours, 1, "10.0.2.1", "10.0.8.8", 445, 9000, 9000)...))
}

// TestExfil protects early firing on what is unusual, and silence about what is not.
func TestExfil(t *testing.T) {
	f := func(name string, want int, flows []detecttest.Flow) []finding.Finding {
		t.Helper()
		found := find(t, append(flows, office(20*days)...), finding.Exfil)
		if len(found) != want {
			t.Errorf("%s: %d findings, want %d: %+v", name, len(found), want, found)
		}
		return found
	}
	const mega = 1_000_000
	big := talk(5*days, time.Minute, 50, "10.0.1.1", "203.0.113.66", 443, 60*mega, 1000)
	for _, x := range f("three gigabytes at once", 1, big) {
		if !x.Page || x.FirstSeen != detecttest.Epoch.Add(5*days) || x.Found.Sub(x.FirstSeen) > time.Hour {
			t.Errorf("%+v", x)
		}
	}
	six := append(talk(0, hours, 100, "fd00::1", "2001:db8:7::7", 443, 900, 900), talk(5*days, time.Minute, 50, "fd00::1", "2001:db8:66::1", 443, 60*mega, 1000)...)
	f("IPv6", 1, six)
	wide := slices.Clone(big)
	for i := range wide {
		wide[i].Takes = 599 * time.Second
	}
	f("600 s windows", 1, wide)
	f("while learning", 0, talk(days, time.Minute, 50, "10.0.1.1", "203.0.113.66", 443, 60*mega, 1000))
	f("a backup at night", 0, talk(2*hours, days, 19, "10.0.1.1", "203.0.113.66", 443, 3000*mega, 1000))
	f("a download", 0, talk(5*days, time.Minute, 50, "10.0.1.1", "203.0.113.66", 443, 1000, 60*mega))
	slow := f("a little every day", 1, talk(6*days, hours, 24*9, "10.0.1.1", "203.0.113.66", 443, 2*mega, 1000))
	if len(slow) == 1 && (slow[0].Page || slow[0].Severity != finding.Medium) {
		t.Errorf("%+v", slow)
	}
	// Spread over many places no pair is large; the host is.
	var spread []detecttest.Flow
	for n := range 60 {
		spread = append(spread, talk(5*days+time.Duration(n)*30*time.Second, hours, 1, "10.0.1.1", fmt.Sprintf("203.0.%d.66", n), 443, 20*mega, 1000)...)
	}
	if s := f("to sixty places", 1, spread); len(s) == 1 && s[0].Entity.Kind != finding.KindAddress {
		t.Errorf("%+v", s)
	}
}

// TestValues protects new and rare values over any fields: learned per key, summed up
// to a bar, joined to one finding for a subject and day.
func TestValues(t *testing.T) {
	run := func(w rule.Weir, flows []detecttest.Flow) []finding.Finding {
		w.Family = finding.NewEdge
		return detecttest.Run(t, []*rule.Rule{{ID: "v", Severity: finding.Low, Weir: w}}, New, flows, hours)
	}
	ports := &rule.NewValue{Of: []string{"dstport"}, Per: []string{"srcaddr"}, Memory: 30 * days, Learn: 3 * days}
	known := talk(0, hours, 120, "10.0.1.1", "10.0.9.9", 443, 900, 900)
	news := slices.Concat(known, talk(4*days, time.Minute, 5, "10.0.1.1", "10.0.9.9", 8080, 900, 900), talk(4*days+time.Minute, time.Minute, 3, "10.0.1.1", "10.0.9.9", 9090, 900, 900))
	// The answers have ephemeral ports that come and go: they belong to the server.
	found := run(rule.Weir{NewValue: ports}, slices.DeleteFunc(slices.Clone(news), func(f detecttest.Flow) bool { return f.Src == "10.0.9.9" }))
	if len(found) != 1 || found[0].Count != 8 || !strings.Contains(found[0].Why, "8080") || !strings.Contains(found[0].Why, "9090") ||
		!strings.Contains(found[0].Evidence.Filter, "dstport:8080) OR (dstport:9090") {
		t.Errorf("two new ports: %+v", found)
	}
	bar := *ports
	bar.Value, bar.Minimum = "sum(bytes)", 4000
	if found := run(rule.Weir{NewValue: &bar}, slices.DeleteFunc(slices.Clone(news), func(f detecttest.Flow) bool { return f.Src == "10.0.9.9" })); len(found) != 1 || strings.Contains(found[0].Why, "9090") {
		t.Errorf("a bar of 4,000 bytes: %+v", found)
	}
	asked := slices.DeleteFunc(slices.Clone(known), func(f detecttest.Flow) bool { return f.Src == "10.0.9.9" })
	if found := run(rule.Weir{NewValue: ports}, asked); len(found) != 0 {
		t.Errorf("what was always there: %+v", found)
	}
	short := *ports
	short.Memory = 2 * days
	again := slices.Concat(known, talk(time.Minute, hours, 1, "10.0.1.1", "10.0.9.9", 8080, 900, 900), talk(4*days, hours, 1, "10.0.1.1", "10.0.9.9", 8080, 900, 900))
	again = slices.DeleteFunc(again, func(f detecttest.Flow) bool { return f.Src == "10.0.9.9" })
	if found := run(rule.Weir{NewValue: ports}, again); len(found) != 0 {
		t.Errorf("known from the first minute: %+v", found)
	}
	if found := run(rule.Weir{NewValue: &short}, again); len(found) != 1 {
		t.Errorf("forgotten after two days: %+v", found)
	}

	rare := &rule.RareValue{Of: []string{"dstport"}, Per: []string{"srcaddr"}, AtMost: 1, Among: 8, Memory: 30 * days}
	flows := slices.DeleteFunc(slices.Concat(office(5*days), talk(4*days, time.Minute, 2, "10.0.1.3", "10.0.9.9", 4444, 900, 900)), func(f detecttest.Flow) bool { return f.SrcPort < 1024 })
	flows = slices.DeleteFunc(flows, func(f detecttest.Flow) bool { return f.Src == "10.0.9.9" })
	found = run(rule.Weir{RareValue: rare}, flows)
	if len(found) != 1 || found[0].SrcAddr.String() != "10.0.1.3" || !strings.Contains(found[0].Why, "1 of 9") {
		t.Errorf("a rare port: %+v", found)
	}
	if err := Check(&rule.Rule{Weir: rule.Weir{NewValue: &rule.NewValue{Of: []string{"nosuch"}}}}); err == nil {
		t.Error("a field that does not exist is taken")
	}
}

// TestSnapshot protects kill -9, see [detecttest.Cut].
func TestSnapshot(t *testing.T) {
	flows := slices.Concat(office(9*days),
		talk(5*days, time.Minute, 50, "10.0.1.1", "203.0.113.66", 443, 60_000_000, 1000),
		talk(5*days, time.Minute, 50, "fd00::1", "2001:db8:66::1", 443, 60_000_000, 1000),
		talk(4*days, hours, 1, "10.0.1.1", "10.0.1.2", 3389, 9000, 9000), talk(4*days+5*hours, hours, 1, "10.0.1.2", "10.0.1.3", 3389, 9000, 9000),
		talk(4*days, hours, 3, "203.0.113.5", "10.0.1.4", 22, 29000, 9000))
	rules := append(defaults(),
		&rule.Rule{ID: "value", Weir: rule.Weir{Family: finding.NewEdge, NewValue: &rule.NewValue{Of: []string{"dstport"}, Per: []string{"srcaddr"}, Learn: 3 * days}}},
		&rule.Rule{ID: "rare", Weir: rule.Weir{Family: finding.NewEdge, RareValue: &rule.RareValue{Of: []string{"service_port"}, Per: []string{"client"}, AtMost: 2, Among: 4}}})
	want := detecttest.Run(t, rules, New, flows, hours)
	families := map[finding.Family]bool{}
	for _, f := range want {
		families[f.Family] = true
	}
	if len(families) < 5 {
		t.Fatalf("only families %v", families)
	}
	for _, after := range []time.Duration{4*days + hours, 5*days + 20*time.Minute} {
		got := detecttest.Run(t, rules, detecttest.Cut(t, after, New), flows, hours)
		if a, b := lines(got), lines(want); a != b {
			t.Errorf("with a snapshot after %v\n%s\nwithout\n%s", after, a, b)
		}
	}
}

func lines(found []finding.Finding) string {
	var b strings.Builder
	for _, f := range found {
		text, _ := json.Marshal(f)
		b.Write(append(text, '\n'))
	}
	return b.String()
}

// FuzzRead: bytes that were not written by the tables are an error, not a crash.
func FuzzRead(f *testing.F) {
	f.Add((&host{arrivals: []arrival{{port: 22}}}).Append(nil))
	f.Add((&route{ports: []uint16{22}}).Append(nil))
	f.Add((&flowing{name: "x"}).Append(nil))
	f.Add((&report{values: []string{"a"}, conditions: []string{"b"}}).Append(nil))
	f.Fuzz(func(_ *testing.T, src []byte) {
		_, _ = new(host).Read(src)
		_, _ = new(route).Read(src)
		_, _ = new(report).Read(src)
		_, _ = new(amount).Read(src)
		_, _ = new(since).Read(src)
		if v := new(volume); true {
			if _, err := v.Read(src); err == nil {
				v.roll(v.hour + 1)
			}
		}
		if p := new(flowing); true {
			if _, err := p.Read(src); err == nil {
				p.roll(p.hour+1, p.hour/24)
			}
		}
	})
}
