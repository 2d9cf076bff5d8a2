package contact

import (
	"fmt"
	"math/bits"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
)

// scanFinding says what is known of a source that scans or probes.
func (d *Detector) scanFinding(r *scanRule, s *source, w way, t *telling) finding.Finding {
	c := s.Who
	f := begin(r.Numbered, address(c.Src, c.SrcNetwork), t.Window)
	n, sh := s.tried(), s.spread()
	f.FirstSeen, f.LastSeen, f.Found = moment(s.First), moment(s.Last), moment(t.Found)
	f.Count = uint64(s.Tries)
	f.SrcAddr = c.Src.Netip()
	filter := "srcaddr:" + c.Src.String()
	if c.SrcNetwork != "" {
		filter += ` AND src_network:"` + c.SrcNetwork + `"`
	}
	if sh.hosts == 1 && s.Answered.Len() == 0 {
		f.DstAddr = c.Dst.Netip()
		filter += " AND dstaddr:" + c.Dst.String()
		if c.DstNetwork != "" {
			filter += ` AND dst_network:"` + c.DstNetwork + `"`
		}
		f.Touches = append(f.Touches, address(c.Dst, c.DstNetwork))
	}
	if sh.ports == 1 && s.Answered.Len() == 0 {
		port := sh.port
		f.DstPort = &port
		filter += fmt.Sprintf(" AND dstport:%d", port)
	}
	if s.Answers {
		filter += " AND initiator:src"
	} else {
		filter += " AND action:REJECT"
	}
	f.Evidence = finding.Evidence{Filter: filter, Since: f.FirstSeen.Truncate(time.Second), Until: f.LastSeen.Truncate(time.Second).Add(time.Second)}
	f.Usual = &finding.Range{Low: 0, High: crossing - 1, Unit: "targets without an answer"}
	f.Score = min(f.Score+3*bits.Len(uint(n)), 100)
	if w == wayInbound {
		f.Exposure, f.Page = true, false
		f.Score = min(10+4*bits.Len(uint(n)), 50)
	}

	took := s.Last - s.First
	f.Why = fmt.Sprintf("%s tried %s%s: %s. An ordinary client gets an answer at four of five first contacts.",
		f.Entity.ID, targets(n, sh, c), within(took, n), class(w, n, sh, took, s))
	return f
}

// begin is [detect.Begin] for the realert interval that starts at window.
func begin(r detect.Numbered, e finding.Entity, window int64) finding.Finding {
	return detect.Begin(r.Rule, e, window)
}

func address(a record.Addr, network string) finding.Entity {
	return finding.Entity{Kind: finding.KindAddress, Network: network, ID: a.String()}
}

func moment(at int64) time.Time { return time.Unix(0, at).UTC() }

// targets says what was tried: "35 ports of 10.0.0.7".
func targets(n int, sh shape, c *who) string {
	switch {
	case n == 1:
		return portName(c.Protocol, c.Port) + " of " + c.Dst.String()
	case sh.hosts <= 1:
		return fmt.Sprintf("%d ports of %s", n, c.Dst)
	case sh.ports <= 1:
		return fmt.Sprintf("%s of %d hosts", portName(c.Protocol, sh.port), n)
	}
	return fmt.Sprintf("%d targets, %d ports at %d hosts", n, sh.ports, sh.hosts)
}

// within says how long it took.
func within(took int64, n int) string {
	switch {
	case took < second:
		return " at once"
	case n > 1 && took >= hour:
		return fmt.Sprintf(" within %s, one every %s", span(took), span(took/int64(n-1)))
	}
	return " within " + span(took)
}

// class names the kind of scan and how its contacts ended.
func class(w way, n int, sh shape, took int64, s *source) string {
	kind := "a block scan"
	switch {
	case n == 1:
		kind = "a probe"
	case sh.hosts <= 1:
		kind = "a vertical scan"
	case sh.ports <= 1:
		kind = "a horizontal scan"
	}
	if n > 1 && took/int64(n) >= slowStep {
		kind = "a slow" + kind[1:]
	}
	switch w {
	case wayInternal:
		kind += " inside"
	case wayOutbound:
		kind += " of the internet"
	}
	switch a := s.Answered.Len(); {
	case a > 0:
		return fmt.Sprintf("%d answered, %d did not, %s", a, s.failed(), kind)
	case s.Answers:
		return "none answered, " + kind
	}
	return "all rejected, " + kind
}

// slowStep between targets makes a scan slow: a window of an hour sees fewer than the
// ten that count.
const slowStep = 6 * minute

// span says how long something took: "26 s", "18 h", "3 d".
func span(ns int64) string {
	switch {
	case ns < second:
		return "1 s"
	case ns < 2*minute:
		return fmt.Sprintf("%d s", ns/second)
	case ns < 2*hour:
		return fmt.Sprintf("%d min", ns/minute)
	case ns < 2*day:
		return fmt.Sprintf("%d h", ns/hour)
	}
	return fmt.Sprintf("%d d", ns/day)
}

// portName names a port: "port 22 (ssh)".
func portName(protocol uint8, port uint16) string {
	if protocol == iana.ICMP || protocol == iana.ICMPv6 {
		return "ICMP"
	}
	if name := iana.PortName(protocol, port); name != "" {
		return fmt.Sprintf("port %d (%s)", port, name)
	}
	return fmt.Sprintf("port %d", port)
}
