package edge

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/detect/detecttest"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
)

// login is a session of ten minutes from outside over SSH, guesses are attempts that
// fail, each cut in two where a window ends.
func login(at time.Duration, src, dst string) (flows []detecttest.Flow) {
	for n, flags := range []uint16{2, detecttest.NoFlags, detecttest.NoFlags, 1} {
		q := detecttest.Flow{At: at + time.Duration(n)*time.Minute, Src: src, Dst: dst, SrcPort: 50000, DstPort: 22, Packets: 20, Bytes: 6000, Flags: flags, DstSide: side(dst)}
		answer := flags
		if n == 0 {
			answer = 18
		}
		flows = append(flows, q, q.Reply(20, 9000, answer))
	}
	return flows
}

func guesses(at time.Duration, src, dst string, n int) (flows []detecttest.Flow) {
	for i := range n {
		q := detecttest.Flow{At: at + time.Duration(i)*3*time.Minute, Src: src, Dst: dst, SrcPort: uint16(40000 + i), DstPort: 22, Packets: 9, Bytes: 1300, Flags: 2, DstSide: side(dst)}
		rest := q
		rest.At, rest.Packets, rest.Bytes, rest.Flags = q.At+time.Minute, 6, 900, 1
		flows = append(flows, q, q.Reply(9, 2400, 18), rest, rest.Reply(6, 700, 1))
	}
	return flows
}

// TestSources protects who is new to a host: a stranger who is at work there, not one
// who tries passwords, however many of these there were; not a visitor whom others of
// the estate know; and a second address does not make a host new.
func TestSources(t *testing.T) {
	f := told(t, finding.NewSource)
	f("a stranger", 1, 0, login(5*days, "203.0.113.66", "10.0.1.1"))
	f("while that is learned", 0, 0, login(2*days, "203.0.113.66", "10.0.1.1"))
	f("who comes again", 0, 0, login(2*days, "203.0.113.66", "10.0.1.1"), login(5*days, "203.0.113.66", "10.0.1.1"))

	var crowd []detecttest.Flow
	for i := range 30 {
		crowd = append(crowd, guesses(4*days+time.Duration(i)*time.Minute, fmt.Sprintf("198.18.%d.9", i), "10.0.1.1", 20)...)
	}
	for i := range crowd { // addresses for benchmarks are nobody's
		crowd[i].SrcScope, crowd[i].DstScope = scopeOf(crowd[i].Src), scopeOf(crowd[i].Dst)
	}
	f("guessing is no session", 0, 0, crowd)
	f("behind many who guess", 1, 0, crowd, login(5*days, "203.0.113.66", "10.0.1.1"))

	f("known elsewhere for days", 0, 1, login(days, "203.0.113.66", "10.0.1.2"), login(5*days, "203.0.113.66", "10.0.1.1"))
	f("another host an hour later", 2, 0, login(5*days, "203.0.113.66", "10.0.1.2"), login(5*days+hours, "203.0.113.66", "10.0.1.1"))
	neighbour := login(5*days+hours, "203.0.113.67", "10.0.1.1")
	f("a neighbour of the source on the same day", 1, 0, login(5*days, "203.0.113.66", "10.0.1.1"), neighbour)

	f("who was answered on another port before", 1, 0, talk(2*days, hours, 1, "203.0.113.66", "10.0.1.1", 8443, 900, 900), login(5*days, "203.0.113.66", "10.0.1.1"))

	carrier := func(flows []detecttest.Flow) []detecttest.Flow {
		for i := range flows {
			for addr, side := range map[string]*map[int]string{flows[i].Src: &flows[i].SrcSide, flows[i].Dst: &flows[i].DstSide} {
				if scopeOf(addr) == record.ScopePublic {
					*side = map[int]string{record.SideASOrg: "Carrier"}
				}
			}
		}
		return flows
	}
	f("who has another address of his carrier", 0, 0, carrier(login(2*days, "203.0.113.66", "10.0.1.1")), carrier(login(5*days, "198.51.100.66", "10.0.1.1")))
	f("two of a carrier within days", 2, 0, carrier(login(4*days, "203.0.113.66", "10.0.1.1")), carrier(login(5*days, "198.51.100.66", "10.0.1.1")))

	six := func(flows []detecttest.Flow, iface string) []detecttest.Flow {
		flows = slices.Clone(flows)
		for i := range flows {
			f := &flows[i]
			with := func(addr string, old map[int]string) map[int]string {
				if addr != "10.0.3.3" && addr != "fd00::33" {
					return old
				}
				return map[int]string{record.SideApp: "app", record.SideInterface: iface}
			}
			f.SrcSide, f.DstSide = with(f.Src, f.SrcSide), with(f.Dst, f.DstSide)
		}
		return flows
	}
	old := six(talk(0, hours, 120, "10.0.3.3", "198.51.100.7", 443, 900, 900), "eni-7")
	f("a host that never spoke IPv6", 1, 0, old, six(login(5*days, "2001:db8::66", "fd00::33"), "eni-7"))
	f("a host that is new", 0, 0, old, six(login(5*days, "2001:db8::66", "fd00::33"), "eni-8"))
}

func scopeOf(addr string) record.Scope {
	if side(addr) != nil {
		return record.ScopeInternal
	}
	return record.ScopePublic
}
