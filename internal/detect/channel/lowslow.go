package channel

import (
	"fmt"
	"math/bits"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/rule"
)

type lowRule struct {
	detect.Numbered
	rule.LowSlow
}

// judgeLow looks at a channel at midnight.
func (t *tracker) judgeLow(l *link, now int64, out detect.Out) {
	r := t.low
	const day = 24 * int64(time.Hour)
	of := min(max(r.Of, 1), 32)
	ago := int32(now/day) - 1 - l.days.last // whole days since the last with contact
	if ago < 0 || ago >= int32(of) {
		return
	}
	window := uint32(1<<uint(of) - 1)
	days := bits.OnesCount32(l.days.bits << uint(ago) & window)
	if days < r.Days || slices.Contains(r.Ignore, l.port) || t.env.Hosts.FrontFacing(l.hosts[0]) {
		return
	}
	if float64(l.big) > 0.02*float64(l.flows) || l.largest() > r.MaxBytes || float64(l.starts) > float64(r.MaxStarts)*(float64(l.span())/float64(day)+1) {
		return
	}
	users, hosts, _ := t.crowd(l, r.MaxClients, 0)
	if users > r.MaxClients {
		return
	}
	f := l.begin(r.Rule, now-1)
	f.Found = time.Unix(0, now).UTC()
	f.DstPort = new(l.port)
	since := max(l.first, now-int64(of)*day)
	f.Evidence = l.evidence(l.port, since, l.last)
	f.Score = min(100, 30+5*days)
	f.Why = fmt.Sprintf("%s contacted %s on %d of the last %d days, %d conversations since %s, none sending more than %s; %s",
		l.client, l.service(), days, of, l.starts, time.Unix(0, l.first).UTC().Format("2006-01-02"), detect.SizeText(float64(l.largest())), usedBy(users, hosts))
	out.Find(f)
}

// largest returns the most bytes that a remembered conversation sent.
func (l *link) largest() int {
	most := uint32(0)
	for _, s := range l.ring {
		most = max(most, s.bytes&^answeredBit)
	}
	return int(most)
}
