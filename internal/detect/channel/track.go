package channel

import (
	"slices"
	"strconv"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/sketch"
)

// tracker is the memory of channels and the rules that look at it.
type tracker struct {
	env    *detect.Env
	filter int   // number of the rule whose filter selects rows; -1: all rows
	idle   int64 // silence that ends a conversation

	beacon *beaconRule
	c2     *c2Rule
	long   *longRule
	low    *lowRule

	links    *sketch.Table[link, *link]
	services *sketch.Table[service, *service] // by server, port, protocol
	clients  *sketch.Table[client, *client]
	pairs    *sketch.Table[pair, *pair]

	keys  []uint64 // scratch
	times []float64
	sizes []float64
}

// makeTables shares out the keys. There are more channels than services or hosts.
func (t *tracker) makeTables(keys int) {
	t.links = sketch.NewTable[link](keys / 2)
	t.services = sketch.NewTable[service](keys / 4)
	t.clients = sketch.NewTable[client](keys / 8)
	t.pairs = sketch.NewTable[pair](keys / 8)
}

const second = int64(time.Second)

// take takes a row of a channel: a request of the client or an answer.
func (t *tracker) take(b *detect.Block, i int, request bool, out detect.Out) {
	if !request && b.Action[i] == record.Reject {
		return // what the network kept from the client is no conversation
	}
	at := b.Start[i]
	key := linkKey(b, i, request)
	l, fresh := t.links.Use(key, at)
	if fresh {
		t.meet(b, i, request, l)
	}
	clientPort := b.SrcPort[i]
	if !request {
		clientPort = b.DstPort[i]
	}
	l.last = max(l.last, at)
	if request && b.Action[i] == record.Reject {
		l.rejected++
	}
	c := t.conversation(l, clientPort, b, i, request)
	began := false
	if b.Bytes[i] >= 1024 {
		l.big++
	}
	if !request {
		l.down += b.Bytes[i]
		if answered(b, i) {
			l.replies++
		}
		if b.Flags[i]&detect.FlagRST != 0 {
			c.flags |= connClosed
		}
	} else {
		l.flows++
		l.up += b.Bytes[i]
		if b.Flags[i]&(detect.FlagFIN|detect.FlagRST) != 0 {
			c.flags |= connClosed
		}
		if c.flags&(connAsked|connFound) == 0 {
			c.start = l.push(at)
			l.hours.set(at / (3600 * second))
			began = true
			if c.flags&connAnswered != 0 { // the answer came first in the order of the rows
				l.sample(c.start).bytes |= answeredBit
				l.answered++
			}
		}
		c.flags |= connAsked
	}
	var s *start
	if c.flags&(connAsked|connFound) == connAsked {
		s = l.sample(c.start)
	}
	if s != nil && request {
		s.bytes = s.bytes&answeredBit | min(s.bytes&^answeredBit+uint32(min(b.Bytes[i], 1<<30)), 1<<31-1)
	}
	if c.flags&connAnswered == 0 && (!request && answered(b, i) || request && spoke(b, i)) {
		c.flags |= connAnswered
		if c.flags&(connAsked|connFound) == connAsked {
			l.answered++
		}
		l.days.set(int32(at / (24 * 3600 * second)))
		if s != nil {
			s.bytes |= answeredBit
		}
	}
	c.last = max(c.last, b.End[i], at)
	open := int64(0)
	if c.flags&connAnswered != 0 {
		open = c.last - c.first
		l.long = max(l.long, open)
	}
	if !request {
		return
	}
	if t.long != nil && open >= int64(t.long.Open) {
		t.judgeLong(l, c, at, out)
	}
	// Young channels are weighed often, old ones ever more rarely.
	if t.c2 != nil && (at >= l.judge || began && (l.starts == 3 || l.starts == 8 || l.starts == 24)) {
		t.judgeC2(l, at, out)
		l.judge = at + max(int64(time.Minute), (at-l.first)/8)
	}
}

// answered reports whether an answer says yes, also where it is not known from the
// ports who asked.
func answered(b *detect.Block, i int) bool {
	if b.Opener[i] != record.InitiatorNone {
		return b.Answered(i)
	}
	return b.Packets[i] > 0 && (b.Protocol[i] != iana.TCP || b.Packets[i] > 1)
}

// spoke reports whether a request shows by itself that it was answered, which matters
// where only one direction is logged: a client that gets no answer sends a few SYNs,
// or with version 2 a few small packets.
func spoke(b *detect.Block, i int) bool {
	if b.Protocol[i] != iana.TCP || b.Action[i] == record.Reject {
		return false
	}
	if !b.AbsentAt(record.TCPFlags, i) && b.Flags[i]&detect.FlagSYN == 0 {
		return b.Flags[i]&detect.FlagRST == 0 && b.Packets[i] > 1
	}
	return b.Packets[i] >= 4 && b.Bytes[i] > 64*b.Packets[i]
}

// meet fills in a channel that is new.
func (t *tracker) meet(b *detect.Block, i int, request bool, l *link) {
	at := b.Start[i]
	clientHost, serverHost := b.SrcHost[i], b.DstHost[i]
	l.client, l.server, l.port, l.scope = b.SrcAddr[i], b.DstAddr[i], b.DstPort[i], b.DstScope[i]
	if !request {
		clientHost, serverHost = serverHost, clientHost
		l.client, l.server, l.port, l.scope = b.DstAddr[i], b.SrcAddr[i], b.SrcPort[i], b.SrcScope[i]
	}
	l.network = b.Side(i, !request).Value(record.SideNetwork)
	l.protocol, l.hosts = b.Protocol[i], [2]uint64{clientHost, serverHost}
	l.first, l.last = at, at
	s, fresh := t.services.Use(serviceKey(serverHost, l.port, l.protocol), at)
	if fresh {
		s.first = at
	}
	s.users.Add(clientHost)
	c, _ := t.clients.Use(clientHost, at)
	c.services.Add(serviceKey(serverHost, l.port, l.protocol))
	if naming(l.port) {
		c.names.Add(serverHost)
	}
}

func serviceKey(server uint64, port uint16, protocol uint8) uint64 {
	return detect.Key(server, uint64(port)<<8|uint64(protocol))
}

func (l *link) serviceKey() uint64 { return serviceKey(l.hosts[1], l.port, l.protocol) }

// conversation returns the conversation that a row belongs to, a new one where none
// goes on.
func (t *tracker) conversation(l *link, port uint16, b *detect.Block, i int, request bool) *conn {
	at := b.Start[i]
	syn := b.Flags[i]&detect.FlagSYN != 0
	var c *conn
	if n := slices.IndexFunc(l.open, func(c conn) bool { return c.port == port }); n >= 0 {
		c = &l.open[n]
		again := request && syn && c.flags&connClosed != 0 && c.flags&connAsked != 0 && at > c.last // the client took the port again
		if at <= c.last+t.idle && !again {
			return c
		}
	} else if len(l.open) < maxOpen {
		l.open = append(l.open, conn{})
		c = &l.open[len(l.open)-1]
	} else {
		c = &l.open[l.leave(at, t.idle)]
	}
	*c = conn{first: at, last: at, port: port}
	// A TCP record with flags but without SYN goes on with what began before.
	if b.Protocol[i] == iana.TCP && !syn && !b.AbsentAt(record.TCPFlags, i) {
		c.flags = connFound
	}
	return c
}

// leave returns which conversation to forget for a new one: one that is over, else
// the one that has been silent for long beside how long it went on.
func (l *link) leave(now, idle int64) int {
	rank := func(c *conn) int64 {
		if c.last+idle < now || c.flags&(connClosed|connAnswered) == connClosed|connAnswered {
			return 1<<62 - c.last
		}
		r := (now - c.last) - (c.last - c.first)
		if c.flags&(connAsked|connAnswered) == connAsked|connAnswered {
			r += second // in a storm those go first that wait for nothing
		}
		return r
	}
	worst := 0
	for n := range l.open {
		if rank(&l.open[n]) > rank(&l.open[worst]) {
			worst = n
		}
	}
	return worst
}

// crowd returns how many hosts use the service of a channel, how many hosts there
// are, and whether so many make it common.
func (t *tracker) crowd(l *link, most int, share float64) (users, hosts int, common bool) {
	if c := t.services.Get(l.serviceKey()); c != nil {
		users = c.users.Len()
	}
	hosts = t.clients.Len()
	return users, hosts, users > most && float64(users) > share*float64(hosts)
}

func number(n int64) string { return strconv.FormatInt(n, 10) }

// fresh reports whether a service came up after the data was so old, and whether it
// was there before. Of younger data neither can be said.
func (t *tracker) fresh(l *link, now, learn int64) (fresh, old bool) {
	begin := t.begin(now)
	first := l.first
	if s := t.services.Get(l.serviceKey()); s != nil {
		first = min(first, s.first)
	}
	if now-begin < learn {
		return false, false
	}
	return first-begin >= learn, first-begin < learn
}

// naming reports whether a port is one on which hosts ask for names.
func naming(port uint16) bool { return port == 53 || port == 853 || port == 5353 }
