package fleet

import (
	"encoding/binary"
	"fmt"
	"net/netip"
	"slices"
	"time"
)

// Address is an IP address and its canonical text.
type Address struct {
	IP   netip.Addr
	text []byte
}

func newAddress(ip netip.Addr) Address {
	return Address{ip, []byte(ip.String())}
}

// Interface is a network interface for as long as it exists. An address may
// belong to several, one after the other.
type Interface struct {
	ID, Instance          string // Instance is empty where AWS shows none
	Account, Region, Zone string
	Network, Subnet       string // VPC and subnet id
	App, Role, Owner      string // the truth, also where no field of the log shows it
	Addr                  Address
	Addr6                 *Address  // nil: IPv4 only
	Pods                  []Address // secondary addresses, in use by pods
	From, To              int64     // Unix seconds, [From, To)
	Transit               bool      // a NAT gateway's: what it sees it passes on
	Logged                bool      // a flow log covers it

	kind         kind
	tag          tag
	overlapped   bool // the second flow log covers it too
	unknownOwner bool
	index        int         // in World.interfaces
	task         string      // id of the ECS task
	literals     [2][][]byte // constant text for each flow log, see program
}

// endpoint is one end of a connection: what it has inside, and its addresses.
type endpoint struct {
	iface *Interface // nil: outside
	addr  *Address
	addr6 *Address // nil: IPv4 only
}

// World is an estate laid out and ready to make records. It is immutable and
// safe for concurrent use.
type World struct {
	cfg        Config
	start, end int64 // Unix seconds
	minutes    int
	accounts   []*account
	interfaces []*Interface
	rate       float64 // multiplier of natural rates
	slower     float64 // multiplier of the metronomes' periods
	logs       []*FlowLog
	edgeCount  int
	joined     *mesh // nil: none
	gcp        *mesh
	step       int // minutes of a record
	plants     []*plant
	losses     []*loss
	gaps       map[int][]gap // by number of the interface
	nets       netSet
	late       []lateness
	forbidden  []forbiddenEdge
}

// FlowLog is one flow log: a format over the interfaces of one account.
type FlowLog struct {
	ID, Account, Region string
	Format              Format
	program             program
	slot                int // of Interface.literals
}

type account struct {
	index       int
	id, region  string
	network     string
	zone        int64   // seconds that its people are ahead of UTC
	weekend     float64 // weight of its days
	roles       []role
	lines       []line
	cells       []*cell
	pools       [poolCount][]Address // but clients and scanners, which cells own
	main, extra *FlowLog             // extra is nil unless logs overlap
}

// cell is one full stack with subnets of its own.
type cell struct {
	acct     *account
	index    int
	from     int // first minute
	nat      endpoint
	spares   []*Interface
	all      []*Interface
	epochs   []epoch
	sessions []session // by first minute
	clients  [2][]Address
	scanners []Address
}

// epoch is a stretch of minutes in which no interface comes or goes.
type epoch struct {
	from    int
	members [][]endpoint // by role
}

// leasePlan lets an instance of an app hold an address for a part of the day
// (minutes of the UTC day, shifted a little each day).
type leasePlan struct {
	app      string
	from, to int
	address  int
	days     dayChoice
}

type dayChoice uint8

const (
	everyDay dayChoice = iota
	evenDays
	oddDays
)

// New lays out the estate cfg asks for. It writes nothing.
func New(cfg Config) (*World, error) {
	if err := cfg.Validate(); err != nil {
		return nil, err
	}
	w := &World{cfg: cfg, start: cfg.Start().Unix(), end: cfg.End.Unix()}
	w.minutes = int(w.end-w.start) / 60
	w.step = max(1, int(cfg.Aggregate/time.Minute))
	for _, p := range w.layout() {
		w.addAccount(p)
	}
	w.calibrate()
	for _, a := range w.accounts {
		for _, c := range a.cells {
			w.schedule(c)
		}
	}
	w.renderLiterals()
	w.addMeshes()
	return w, w.plant()
}

func (w *World) addAccount(plan accountPlan) {
	i := plan.estate
	e := &estates[i]
	a := &account{index: i, id: e.id, region: e.region, roles: e.roles, weekend: 0.85}
	a.network = w.id("vpc", i)
	talks := slices.Concat(e.talks, commonTalks)
	if w.cfg.Busy {
		talks = slices.Concat(talks, busyTalks[i], busyCommonTalks)
		a.zone, a.weekend = e.zone, 0.6
	}
	if w.cfg.Calm {
		talks = calm(talks, i)
	}
	a.lines, w.edgeCount = lines(a.roles, talks, w.edgeCount)
	a.main = w.addLog(a, w.cfg.Format, 0)
	if w.cfg.Overlap != nil {
		a.extra = w.addLog(a, w.cfg.Overlap, 1)
	}
	d := newDice(w.cfg.Seed, 1, uint64(i))
	offices := 3
	if w.cfg.planted() {
		offices = 1 // a second one, met weeks later, would be as strange as an attacker
	}
	for p, n := range [poolCount]int{saas: 12, awsAPI: 6, vendor: 2, s3: 8, resolvers: 2, ntp: 4, office: offices, updates: 3} {
		a.pools[p] = outside4(d, p, n)
	}
	a.pools[sweepers] = outside4(newDice(w.cfg.Seed, 10), sweepers, 40) // they visit all accounts
	w.accounts = append(w.accounts, a)
	for c, hosts := range plan.cells {
		w.addCell(a, c, hosts, e.v6, e.az, e.leases)
	}
}

func (w *World) addLog(a *account, f Format, slot int) *FlowLog {
	l := &FlowLog{ID: w.id("fl", len(w.logs)), Account: a.id, Region: a.region, Format: f, program: compile(f), slot: slot}
	w.logs = append(w.logs, l)
	return l
}

// id returns an AWS-like id: 17 hex digits, the first of them 0.
func (w *World) id(kind string, about ...int) string {
	h := mix(w.cfg.Seed)
	for _, c := range kind {
		h = mix(h ^ uint64(c))
	}
	for _, x := range about {
		h = mix(h ^ uint64(x))
	}
	return fmt.Sprintf("%s-0%016x", kind, h)
}

func (w *World) addCell(a *account, index int, hosts []int, v6 [8]byte, az string, plans []leasePlan) {
	c := &cell{acct: a, index: index}
	if index > 0 && !w.cfg.Full {
		c.from = w.minutes - 1440
	}
	a.cells = append(a.cells, c)

	d := newDice(w.cfg.Seed, 2, uint64(a.index), uint64(index))
	c.clients[0] = outside4(d, clients, max(1, w.cfg.Clients*88/100))
	c.clients[1] = outside6(d, max(1, w.cfg.Clients*12/100))
	c.scanners = outside4(d, scanners, 10+120*28)

	var used [8]byte // hosts placed in each subnet
	podsUsed := byte(0)
	place := func(r role, subnet int, host byte, from, to int64) *Interface {
		net := byte(8*index + subnet)
		n := &Interface{
			Account: a.id, Region: a.region, Zone: fmt.Sprint(az, 1+subnet%2),
			Network: a.network, Subnet: w.id("subnet", a.index, int(net)),
			App: r.app, Role: r.does, Owner: r.owner,
			Addr: newAddress(netip.AddrFrom4([4]byte{10, 0, net, host})),
			From: from, To: to, Transit: r.kind == gateway,
			kind: r.kind, tag: r.tag, index: len(w.interfaces),
		}
		n.ID = w.id("eni", n.index)
		if r.kind == instance || r.kind == node || r.kind == spare {
			n.Instance = w.id("i", n.index)
		}
		if r.kind == task {
			n.task = w.id("", n.index)[1:] + w.id("", n.index, 1)[3:]
		}
		if r.v6 || w.cfg.SixToo && r.hasSix() {
			ip := [16]byte(append(v6[:8:8], make([]byte, 8)...))
			ip[7] = net
			binary.BigEndian.PutUint64(ip[8:], mix(uint64(n.index)^w.cfg.Seed))
			six := newAddress(netip.AddrFrom16(ip))
			n.Addr6 = &six
		}
		n.Logged = w.logged(r)
		n.overlapped = a.extra != nil && (r.net == data || r.tier == 1)
		n.unknownOwner = w.cfg.UnknownOwner && r.kind == balancer
		w.interfaces = append(w.interfaces, n)
		c.all = append(c.all, n)
		return n
	}

	for k, r := range a.roles {
		for i := range hosts[k] {
			subnet := r.net + i%2
			used[subnet]++
			n := place(r, subnet, 9+used[subnet], w.start+int64(c.from)*60, w.end)
			switch r.kind {
			case node:
				for range 3 {
					podsUsed++
					n.Pods = append(n.Pods, newAddress(netip.AddrFrom4([4]byte{10, 0, byte(8*index + podNet), 16 + podsUsed})))
				}
			case gateway:
				c.nat = endpoint{iface: n, addr: &n.Addr}
			case spare:
				c.spares = append(c.spares, n)
			}
		}
	}
	w.lease(c, plans, func(r role, host byte, from, to int64) {
		place(r, private, host, from, to)
	})
	w.addEpochs(c)
}

// logged tells whether a flow log covers the interfaces of a role.
func (w *World) logged(r role) bool {
	if r.kind == gateway {
		return !w.cfg.SkipNAT
	}
	switch w.cfg.Witness {
	case SourceOnly:
		return r.tier%2 == 0
	case DestOnly:
		return r.tier%2 == 1
	case NATOnly:
		return false
	}
	return true
}

// lease lets instances come and go: addresses .200 and up of the cell's first
// private subnet pass from app to app, some hours apart.
func (w *World) lease(c *cell, plans []leasePlan, place func(r role, host byte, from, to int64)) {
	first := w.start + int64(c.from)*60
	for day := first / 86400; day*86400 < w.end; day++ {
		for i, p := range plans {
			if p.days == evenDays && day%2 != 0 || p.days == oddDays && day%2 != 1 {
				continue
			}
			d := newDice(w.cfg.Seed, 3, uint64(c.acct.index), uint64(c.index), uint64(day), uint64(i))
			from := max(first, day*86400+int64(p.from+d.IntN(40)-20)*60)
			to := min(w.end, day*86400+int64(p.to+d.IntN(40)-20)*60)
			if to-from < 30*60 {
				continue // cut to nothing by the edge of the span
			}
			r := slices.IndexFunc(c.acct.roles, func(r role) bool { return r.app == p.app })
			place(c.acct.roles[r], byte(200+p.address), from, to)
		}
	}
}

// addEpochs cuts the cell's life where its interfaces come and go.
func (w *World) addEpochs(c *cell) {
	minute := func(at int64) int { return int(at-w.start) / 60 }
	// An instance opens nothing in its last minute, so that what it began has
	// ended before it has.
	last := func(n *Interface) int {
		if n.To == w.end {
			return w.minutes
		}
		return minute(n.To) - 1
	}
	cuts := []int{c.from}
	for _, n := range c.all {
		cuts = append(cuts, minute(n.From), last(n))
	}
	slices.Sort(cuts)
	for _, from := range slices.Compact(cuts) {
		if from >= w.minutes {
			break
		}
		e := epoch{from: from, members: make([][]endpoint, len(c.acct.roles))}
		for _, n := range c.all {
			if minute(n.From) > from || last(n) <= from {
				continue
			}
			r := slices.IndexFunc(c.acct.roles, func(r role) bool { return r.app == n.App })
			for i := range n.Pods {
				e.members[r] = append(e.members[r], endpoint{iface: n, addr: &n.Pods[i]})
			}
			if n.Pods == nil {
				e.members[r] = append(e.members[r], endpoint{n, &n.Addr, n.Addr6})
			}
		}
		c.epochs = append(c.epochs, e)
	}
}

// epochAt returns the index of the epoch that minute m is in.
func (c *cell) epochAt(m int) int {
	i, found := slices.BinarySearchFunc(c.epochs, m, func(e epoch, m int) int { return e.from - m })
	if !found {
		i--
	}
	return i
}
