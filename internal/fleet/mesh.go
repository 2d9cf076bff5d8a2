package fleet

import (
	"fmt"
	"net/netip"
	"slices"
	"time"
)

// Joined says what a transit gateway joins and what is logged of it. The VPCs
// lie beside the estate's cells, in accounts of their own.
type Joined struct {
	VPCs     int         // 2 to 16; 0: no transit gateway
	VPCLogs  JoinedLogs  // which VPCs have flow logs
	Gateway  GatewayLogs // which attachments have
	LostEach int         // one connection in so many is lost in the gateway; 0: none
	Share    float64     // of the natural rate of calls between apps; 0: all of it. With it hosts are watched hourly
}

// JoinedLogs says which of the joined VPCs have flow logs.
type JoinedLogs uint8

// The joined VPCs that are logged.
const (
	AllVPCs JoinedLogs = iota
	FirstVPC
	NoVPC
)

// GatewayLogs says what is logged at the transit gateway.
type GatewayLogs uint8

// What is logged at the transit gateway.
const (
	EveryAttachment GatewayLogs = iota
	FirstAttachment
	TwoLogs // two flow logs over every attachment
	NoAttachment
)

// GCP says what of a GCP project is made.
type GCP uint8

// The reporters of a GCP project whose entries are exported.
const (
	NoGCP GCP = iota
	BothReporters
	SrcReporter
	DestReporter
)

var (
	joinedNames  = []string{"all", "first", "none"}
	gatewayNames = []string{"every", "first", "twice", "none"}
	gcpNames     = []string{"none", "both", "src", "dest"}
)

func parseName[T ~uint8](what, s string, names []string) (T, error) {
	if i := slices.Index(names, s); i >= 0 {
		return T(i), nil
	}
	return 0, fmt.Errorf("unknown %s %q; want one of %v", what, s, names)
}

// ParseJoinedLogs reads all, first or none.
func ParseJoinedLogs(s string) (JoinedLogs, error) {
	return parseName[JoinedLogs]("joined VPCs", s, joinedNames)
}

// ParseGatewayLogs reads every, first, twice or none.
func ParseGatewayLogs(s string) (GatewayLogs, error) {
	return parseName[GatewayLogs]("attachments", s, gatewayNames)
}

// ParseGCP reads none, both, src or dest.
func ParseGCP(s string) (GCP, error) { return parseName[GCP]("reporters", s, gcpNames) }

func (j Joined) check() error {
	if j.VPCs != 0 && (j.VPCs < 2 || j.VPCs > 16) {
		return fmt.Errorf("joined VPCs is %d, want 0 or 2 to 16", j.VPCs)
	}
	if j.LostEach < 0 {
		return fmt.Errorf("lost share is one in %d, want 0 or more", j.LostEach)
	}
	return nil
}

// mesh is a few networks whose hosts all talk with each other.
type mesh struct {
	nets    []*meshNet
	gateway transitGateway
}

// meshNet is a VPC of a mesh.
type meshNet struct {
	hosts      []*Interface
	log        *FlowLog // nil: not logged
	attachment string
	subnet     string // where the gateway's interface lies
	eni, zone  string
	attached   bool // its attachment is logged
}

type transitGateway struct {
	id, account, region string
	logs                []*FlowLog
}

// meshApps run on the hosts of each network, by number; the first one watches
// the others.
var meshApps = []struct {
	app  string
	port uint16
}{{"watch", 9100}, {"orders", 8443}, {"billing", 8444}, {"search", 9200}}

// addMeshes lays out what is joined beside the estate.
func (w *World) addMeshes() {
	j := w.cfg.Joined
	if j.VPCs > 0 {
		w.joined = &mesh{gateway: transitGateway{id: w.id("tgw"), account: "777788889999", region: "eu-central-1"}}
		g := &w.joined.gateway
		for n := range map[GatewayLogs]int{EveryAttachment: 1, FirstAttachment: 1, TwoLogs: 2}[j.Gateway] {
			g.logs = append(g.logs, &FlowLog{ID: w.id("fl", 100, n), Account: g.account, Region: g.region})
		}
		for i := range j.VPCs {
			account := fmt.Sprintf("88880000%04d", i)
			n := &meshNet{
				attachment: w.id("tgw-attach", i), subnet: w.id("subnet", 99, i), eni: w.id("eni", 99, i), zone: "euc1-az1",
				attached: j.Gateway != NoAttachment && (j.Gateway != FirstAttachment || i == 0),
			}
			logged := j.VPCLogs == AllVPCs || j.VPCLogs == FirstVPC && i == 0
			if logged {
				n.log = &FlowLog{ID: w.id("fl", 101, i), Account: account, Region: g.region, Format: w.cfg.Format, program: compile(w.cfg.Format)}
			}
			w.addHosts(n, byte(64+i), Interface{Account: account, Region: g.region, Zone: n.zone, Network: w.id("vpc", 99, i), Logged: logged})
			w.joined.nets = append(w.joined.nets, n)
		}
	}
	if w.cfg.GCP != NoGCP {
		w.gcp = &mesh{}
		for i, vpc := range []string{"shop", "data"} {
			n := &meshNet{}
			w.addHosts(n, byte(128+i), Interface{Account: "acme-prod", Region: "europe-west3", Zone: "europe-west3-a", Network: "acme-prod/" + vpc, Logged: true})
			for k, h := range n.hosts {
				h.ID, h.Subnet, h.Instance = "", vpc+"-"+h.Region, fmt.Sprintf("%s-%s-%d", vpc, h.App, k)
			}
			w.gcp.nets = append(w.gcp.nets, n)
		}
	}
}

// addHosts gives a network its hosts, in 10.<net>.0.0/16.
func (w *World) addHosts(n *meshNet, net byte, like Interface) {
	for i, a := range meshApps {
		h := like
		h.index = len(w.interfaces)
		h.ID, h.Instance = w.id("eni", h.index), w.id("i", h.index)
		h.Subnet = w.id("subnet", 98, int(net), i%2)
		h.App, h.Role, h.Owner = a.app, "service", "platform"
		h.Addr = newAddress(netip.AddrFrom4([4]byte{10, net, byte(i % 2), byte(10 + i)}))
		h.From, h.To = w.start, w.end
		h.kind, h.tag = instance, instanceTag
		if n.log != nil {
			h.literals[0] = n.log.program.literals(&h)
		}
		n.hosts = append(n.hosts, &h)
		w.interfaces = append(w.interfaces, &h)
	}
}

// meshFlow is one window in a mesh.
type meshFlow struct {
	from, to       *meshNet
	src, dst       *Interface // dst is nil outside
	peer           *Address   // the outside end
	sport, dport   uint16
	flags          uint8
	packets, bytes uint64
	lost           uint64 // packets, in the gateway
	cause          int    // of the loss: column
	start, end     int64
	back, refused  bool
	plant          int
	client, server int // apps
}

// minute makes the windows of a minute: every network's watcher asks each of its
// hosts every five minutes, hosts call those of other networks, their own and
// the internet.
func (m *mesh) minute(w *World, kind uint64, minute int, lost int, f func(*meshFlow) error) error {
	d := newDice(w.cfg.Seed, 7, kind, uint64(minute))
	at := w.start + int64(minute)*60
	call := func(a, b *meshNet, client, server int, shape int) error {
		x := meshFlow{
			from: a, to: b, src: a.hosts[client], dst: b.hosts[server], client: client, server: server,
			sport: ephemeral(d, false), dport: meshApps[server].port, start: at + int64(d.IntN(55)), flags: 3,
		}
		x.end = min(x.start+int64(d.IntN(30)), w.end-1)
		x.packets = uint64(4 + d.IntN(20))
		x.bytes = x.packets * uint64(60+d.IntN(900))
		x.refused = shape == 0 && a != b && d.IntN(25) == 0
		if a != b && lost > 0 && d.IntN(lost) == 0 {
			x.flags, x.cause, x.refused = 2, d.IntN(3), false
			x.lost = x.packets
			if x.cause == 2 { // too long for the way: some of the packets
				x.flags, x.lost = 3, 1+uint64(d.IntN(3))
			}
		}
		if err := f(&x); err != nil || x.refused || x.lost == x.packets {
			return err
		}
		back := x
		back.from, back.to, back.src, back.dst, back.sport, back.dport = b, a, x.dst, x.src, x.dport, x.sport
		back.back, back.flags, back.lost = true, 19, 0
		back.packets += uint64(d.IntN(4))
		back.bytes = back.packets * uint64(60+d.IntN(1200))
		return f(&back)
	}
	watch := 5
	if w.cfg.Joined.Share > 0 {
		watch = 60
	}
	for i, a := range m.nets {
		for h := 1; h < len(a.hosts); h++ {
			if (minute+h)%watch == 0 {
				if err := call(a, a, 0, h, 1); err != nil {
					return err
				}
			}
		}
		for j, b := range m.nets {
			mean := 0.6
			if i == j {
				mean = 0.2
			}
			if w.cfg.Joined.Share > 0 {
				mean *= w.cfg.Joined.Share
			}
			for range d.poisson(mean) {
				client := 1 + d.IntN(len(a.hosts)-1)
				server := 1 + (client+d.IntN(len(b.hosts)-2))%(len(b.hosts)-1)
				if err := call(a, b, client, server, 0); err != nil {
					return err
				}
			}
		}
		abroad := 0.1
		if w.cfg.Joined.Share > 0 {
			abroad = 0 // who is met there is nobody that the estate knows
		}
		for range d.poisson(abroad) {
			peer := newAddress(drawOutside4(d, netip.Prefix{}))
			x := meshFlow{from: a, src: a.hosts[1+d.IntN(3)], peer: &peer, sport: ephemeral(d, false), dport: 443, flags: 3, start: at, end: at + 20, packets: 9, bytes: 2000}
			x.end, x.client, x.server = min(x.end, w.end-1), slices.Index(a.hosts, x.src), -1
			if err := f(&x); err != nil {
				return err
			}
		}
	}
	return nil
}

// losses makes the calls that the gateway loses in a minute.
func (m *mesh) losses(w *World, minute int, f func(*meshFlow) error) error {
	at := w.start + int64(minute)*60
	for _, x := range w.losses {
		if at < x.from || at >= x.to {
			continue
		}
		d := newDice(w.cfg.Seed, 14, uint64(x.plant), uint64(minute))
		a, b := m.nets[x.a], m.nets[x.b]
		for range x.each {
			client := 1 + d.IntN(len(a.hosts)-1)
			server := 1 + d.IntN(len(b.hosts)-1)
			c := meshFlow{
				from: a, to: b, src: a.hosts[client], dst: b.hosts[server], client: client, server: server, plant: x.plant,
				sport: ephemeral(d, false), dport: meshApps[server].port, start: at + int64(d.IntN(50)), flags: 2, cause: x.cause,
			}
			c.packets = uint64(3 + d.IntN(3))
			c.bytes = c.packets * 60
			c.end = min(c.start+7, w.end-1)
			c.lost = c.packets
			if x.cause == 2 { // too long for the way: the large ones
				c.flags, c.packets = 3, c.packets+6
				c.bytes = c.packets * 1400
			}
			if err := f(&c); err != nil {
				return err
			}
		}
	}
	return nil
}

// mesh adds a window to the truth.
func (t *tally) mesh(x *meshFlow, final Action, knownSrc, knownDst bool, packets, bytes uint64) {
	direction := 0
	switch {
	case !knownSrc:
		direction = 1
	case !knownDst:
		direction = 2
	}
	way := 0
	if x.back {
		way = 1
	}
	s := Sums{1, bytes, packets}
	if x.plant > 0 {
		t.plants[x.plant].flows++
		t.plants[x.plant].connections++
		t.plants[x.plant].out += bytes
	}
	t.flows[x.start/86400-t.day0][final][direction].add(1, bytes, packets)
	t.sent[way].add(1, bytes, packets)
	client, server, server1 := x.src, x.dst, "internet"
	if x.back {
		client, server = server, client
	}
	port := x.dport
	if x.back {
		port = x.sport
	}
	k := Edge{Network: client.Network, Client: client.App, Server: server1, Port: port, Protocol: tcp, Action: final.String()}
	if server != nil {
		k.Server = server.App
		if server.Network != client.Network {
			k.ServerNetwork = server.Network
		}
	}
	t.link(k, way, s)
}

// line adds a record of a mesh.
func (t *tally) line(x *meshFlow, a Action) {
	t.records[x.start/86400-t.day0][a]++
	if x.plant > 0 {
		t.plants[x.plant].line(x.start, x.end)
	}
}

// folderDay is the time that names the folders of a file.
func folderDay(at int64) time.Time { return time.Unix(at, 0).UTC() }
