package fleet

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Protocol numbers.
const (
	icmp   = 1
	tcp    = 6
	udp    = 17
	icmpv6 = 58
)

// outcome is what becomes of the connections of a talk.
type outcome uint8

const (
	accepted     outcome = iota
	refusedThere         // leaves accepted, the destination's security group rejects it
	refusedHere          // rejected on leaving, the destination sees nothing
	replyRefused         // request accepted, the reply rejected on leaving (a network ACL)
	tooLate              // a packet that comes after the connection was closed
	unanswered           // accepted everywhere, but nobody listens and nothing says so
)

// talk is one habit of an estate: who opens what to whom, how often. Either
// perMin, every or at drives it; long adds connections of many windows. Names
// with an @ are groups of outside addresses; "balancer" is every load balancer
// in a public subnet.
type talk struct {
	from, to string // comma-separated apps, or one outside group
	port     uint16
	ports    []uint16 // one of these, the first most often; instead of port
	proto    uint8    // 0: TCP
	perMin   float64  // connections a minute at full weight, for each host on the inside end
	every    int      // minutes between connections of each pair, like a metronome
	at       int      // minute of the day of one long connection
	spread   int      // minutes after it within which each host begins at a time of its own
	week     uint8    // days on which it does, bit 0 is Sunday; 0: all
	shape    shape
	odd      bool    // not in a calm estate
	v6       float64 // share over IPv6
	outcome  outcome
	req      size // bytes to the server
	resp     size // bytes to the client
	secs     size // duration
	long     float64
	lasts    float64 // minutes
}

// line is a talk between one client app and one server app.
type line struct {
	*talk
	from, to   int // role, or -1
	fromPool   int // outside group, when the role is -1
	toPool     int
	edge       int // first of its numbers in tally.edges, one per port
	nat, viaS3 bool
}

// outside groups.
const (
	clients = iota
	scanners
	saas
	awsAPI
	vendor
	s3
	resolvers
	ntp
	office
	updates
	sweepers
	poolCount
)

var poolNames = [poolCount]string{"@clients", "@scanners", "@saas", "@aws", "@vendor", "@s3", "@dns", "@ntp", "@office", "@updates", "@sweepers"}

// poolApps is what an address of the group is called as an end of an edge.
var poolApps = [poolCount]string{"internet", "internet", "internet", "aws:AMAZON", "internet", "aws:S3", "internet", "internet", "internet", "internet", "internet"}

// poolService is what the pkt-*-aws-service fields say of the group.
var poolService = [poolCount]string{awsAPI: "AMAZON", s3: "S3"}

// lines spreads an estate's talks over pairs of apps, numbering their edges
// from edge on; it returns the next free number. It keeps talks, and fills in
// defaults there.
func lines(roles []role, talks []talk, edge int) ([]line, int) {
	var out []line
	for i := range talks {
		t := &talks[i]
		if t.proto == 0 {
			t.proto = tcp
		}
		for _, from := range ends(roles, t.from) {
			for _, to := range ends(roles, t.to) {
				if from == to {
					continue
				}
				l := line{talk: t, from: from, to: to, fromPool: -from - 1, toPool: -to - 1, edge: edge}
				if to < 0 {
					l.viaS3 = l.toPool == s3
					l.nat = !l.viaS3 && roles[from].net != public
				}
				edge += max(1, len(t.ports))
				out = append(out, l)
			}
		}
	}
	return out, edge
}

// ends returns the roles a talk's end names, or -1-pool for an outside group.
func ends(roles []role, names string) []int {
	if p := slices.Index(poolNames[:], names); p >= 0 {
		return []int{-1 - p}
	}
	var out []int
	for _, name := range strings.Split(names, ",") {
		before := len(out)
		for i, r := range roles {
			switch {
			case r.app == name,
				name == "*" && (r.kind == instance || r.kind == task || r.kind == node),
				name == "balancer" && r.kind == balancer && r.net == public:
				out = append(out, i)
			}
		}
		if len(out) == before {
			panic(fmt.Sprintf("fleet: talk names unknown app %q", name))
		}
	}
	return out
}

// witnesses returns how many records one window pair (both directions) of l
// leaves when every interface is logged.
func (l *line) witnesses() float64 {
	inside := 0.0
	if l.from >= 0 {
		inside++
	}
	if l.to >= 0 {
		inside++
	}
	switch {
	case l.nat:
		return 6
	case l.outcome == refusedThere, l.outcome == tooLate, l.outcome == unanswered:
		return inside
	case l.outcome == refusedHere:
		return 1
	case l.outcome == replyRefused:
		return inside + 1
	}
	return 2 * inside
}

// shape is a daily rhythm.
type shape uint8

const (
	flat     shape = iota
	business       // people's day, with a floor at night
	staff          // working hours: next to nothing at night and at weekends
)

// weights[s][m] is the weight of minute m of the UTC day, at most 1.
var weights = func() (w [3][1440]float64) {
	for m := range 1440 {
		h := float64(m) / 60
		bell := math.Exp(-math.Pow((h-13.5)/4.8, 2))
		w[flat][m] = 1
		w[business][m] = 0.2 + 0.8*bell
		w[staff][m] = 0.02
		if h >= 7 && h < 18 {
			w[staff][m] = 1
		}
	}
	return w
}()

// weight returns the weight of a shape at a Unix time. Weekends are quieter,
// but not by so much that Monday is a surge; those of a busy estate are.
func (a *account) weight(s shape, at int64) float64 {
	at += a.zone
	w := weights[s][at/60%1440]
	if day := weekday(at); day == 0 || day == 6 {
		switch s {
		case business:
			w *= a.weekend
		case staff:
			w *= 0.25
		}
	}
	return w
}

// weekday returns the day of the week of a Unix time, 0 for Sunday.
func weekday(at int64) int { return int((at/86400 + 4) % 7) }
