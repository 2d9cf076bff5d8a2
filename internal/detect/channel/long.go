package channel

import (
	"fmt"
	"math/bits"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/rule"
)

type longRule struct {
	detect.Numbered
	rule.LongConnection
}

// toldWeak marks a channel whose long connections count towards incidents only.
const toldWeak = 0x80

// judgeLong takes a conversation that has been open long enough. It is told when it
// crosses the bar, when it crosses the higher one, and each time that its length has
// doubled; a later one on the same channel is usual for it.
func (t *tracker) judgeLong(l *link, c *conn, at int64, out detect.Out) {
	r := t.long
	open := c.last - c.first
	step := uint8(bits.Len64(uint64(open / int64(r.Open))))
	high := open >= int64(r.High)
	if high {
		step++
	}
	if step <= l.told&^toldWeak {
		return
	}
	users, hosts, common := t.crowd(l, r.MaxClients, r.MaxShare)
	if common || t.env.Hosts.FrontFacing(l.hosts[0]) {
		return
	}
	// On a port that stays open at several hosts it is software that they share.
	same, _ := t.services.Use(serviceKey(0, l.port, l.protocol), at)
	same.users.Add(l.hosts[0])
	shared := same.users.Len() > 2 && !slices.Contains(plain, l.port)
	// A host whose software keeps connections open does so with whatever server it is
	// given: the first destination of a port is told, further ones count towards
	// incidents.
	if k, _ := t.clients.Use(l.hosts[0], at); l.told == 0 && (shared || slices.Contains(k.long, l.port)) {
		l.told = toldWeak
	} else if l.told == 0 && len(k.long) < maxPorts {
		k.long = append(k.long, l.port)
	}
	l.told = l.told&toldWeak | step
	f := l.begin(r.Rule, c.first)
	f.Found = time.Unix(0, at).UTC()
	f.FirstSeen = time.Unix(0, c.first).UTC()
	f.DstPort = new(l.port)
	f.Evidence = l.evidence(l.port, c.first, l.last)
	f.Evidence.Filter += " AND srcport:" + number(int64(c.port))
	f.Score = min(100, 40+int(open/int64(time.Hour)))
	if high {
		raise(&f, r.Rule, min(r.Severity+1, finding.Critical))
	}
	if l.told&toldWeak != 0 {
		f.Weak, f.Page = true, false
	}
	f.Why = fmt.Sprintf("one connection of %s to %s has been open for %s, both sides talking without a silence of %s; %s",
		l.client, l.service(), span(open), span(int64(r.Idle)), usedBy(users, hosts))
	out.Find(f)
}
