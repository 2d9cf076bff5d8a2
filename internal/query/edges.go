package query

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/record"
)

const edgesTable = "edges"

// maxEdges is how many edges an answer has at most; the busiest stay.
const maxEdges = 200_000

// EdgesRequest asks for the edges between apps, which the store keeps by the hour.
type EdgesRequest struct {
	Since, Until             time.Time // widened to whole hours
	BeforeSince, BeforeUntil time.Time // a second range to compare with; zero: none
	Scope                    Scope     // edges with an end in one of its networks
	// Ports tells the ports of rejected calls apart. Without it they are one edge of
	// port 0: a scanner tries thousands.
	Ports bool
}

// Node is one end of edges: an app in its network. Public ones have no network.
type Node struct {
	Network, App, Role, Owner     string
	ASN, ASOrg, Provider, Service string
}

// Edge is what the calls of one app to another over one port came to.
type Edge struct {
	Client, Server int32 // index of [Edges.Nodes]
	Port           uint16
	Protocol       uint8
	Action         record.Action

	Flows, BytesToServer, BytesToClient, PacketsToServer, PacketsToClient uint64 // in the range; 0 flows: not seen in it
	BeforeFlows, BeforeBytes                                              uint64 // in the second range

	First, Last, Latest int64 // unix seconds: first seen of all that is stored, last seen in the range and of all
	Pairs               int   // about how many pairs of addresses called, ever; more than 256 are not told apart well
}

// Edges are all edges that are stored, with what the range has of each.
type Edges struct {
	Nodes []Node
	List  []Edge
	// Begin is the first hour of all edges; edges of a range that begins before it
	// cannot be called new.
	Begin time.Time
	Meta  Meta
}

// Edges returns the edges between apps.
func (r *Runner) Edges(ctx context.Context, req EdgesRequest) (Edges, error) {
	begun := time.Now()
	r = r.Now(ctx)
	out := Edges{}
	since, until := req.Since.Truncate(time.Hour), roundUp(req.Until, time.Hour)
	q, err := check(Request{Scope: req.Scope, Since: since, Until: until, Columns: []record.FieldID{record.Start}})
	if err != nil {
		return out, err
	}
	c := newCompiler(q, r.cfg.Database)
	in := orTrue(between("hour", "", since, until))
	before := "0"
	if !req.BeforeSince.IsZero() && req.BeforeSince.Before(req.BeforeUntil) {
		before = orTrue(between("hour", "", req.BeforeSince.Truncate(time.Hour), roundUp(req.BeforeUntil, time.Hour)))
	}
	port := "if(action = 'REJECT', 0, service_port)"
	if req.Ports {
		port = "service_port"
	}
	var (
		client, server                         proto.ColUInt64
		ports                                  proto.ColUInt16
		protocol, action                       proto.ColUInt8
		pairsFull                              proto.ColUInt16
		flows, toServer, toClient, pOut, pBack proto.ColUInt64
		beforeFlows, beforeBytes               proto.ColUInt64
		first, last, latest                    proto.ColInt64
	)
	sql := fmt.Sprintf(`SELECT client, server, toUInt16(%[1]s) AS port, protocol, toUInt8(action) AS verdict,
 sumIf(flows, %[2]s) AS f, sumIf(bytes_to_server, %[2]s), sumIf(bytes_to_client, %[2]s), sumIf(packets_to_server, %[2]s), sumIf(packets_to_client, %[2]s),
 sumIf(flows, %[3]s), sumIf(bytes_to_server + bytes_to_client, %[3]s),
 toInt64(toUnixTimestamp(min(first_seen))), toInt64(toUnixTimestamp(maxIf(last_seen, %[2]s))), toInt64(toUnixTimestamp(max(last_seen))),
 toUInt16(bitCount(groupBitOr(p0)) + bitCount(groupBitOr(p1)) + bitCount(groupBitOr(p2)) + bitCount(groupBitOr(p3)))
FROM %[4]s%[5]s GROUP BY client, server, port, protocol, verdict ORDER BY f DESC, client, server, port, protocol, verdict LIMIT %[6]d`,
		port, in, before, c.table(edgesTable), clause("WHERE", c.edgeScope()), maxEdges+1)
	names := proto.Results{
		{Data: &client}, {Data: &server}, {Data: &ports}, {Data: &protocol}, {Data: &action},
		{Data: &flows}, {Data: &toServer}, {Data: &toClient}, {Data: &pOut}, {Data: &pBack},
		{Data: &beforeFlows}, {Data: &beforeBytes}, {Data: &first}, {Data: &last}, {Data: &latest}, {Data: &pairsFull},
	}
	index := map[uint64]int32{}
	var ids []uint64
	node := func(id uint64) int32 {
		n, ok := index[id]
		if !ok {
			n = int32(len(ids))
			index[id], ids = n, append(ids, id)
		}
		return n
	}
	begin := int64(math.MaxInt64)
	sum, err := r.query(ctx, sql, c.params, r.cfg.Limits, true, names, func(rows int) error {
		for i := range rows {
			if len(out.List) == maxEdges {
				out.Meta.Truncated = true
				break
			}
			begin = min(begin, first[i])
			out.List = append(out.List, Edge{
				Client: node(client[i]), Server: node(server[i]), Port: ports[i], Protocol: protocol[i], Action: record.Action(action[i]),
				Flows: flows[i], BytesToServer: toServer[i], BytesToClient: toClient[i], PacketsToServer: pOut[i], PacketsToClient: pBack[i],
				BeforeFlows: beforeFlows[i], BeforeBytes: beforeBytes[i],
				First: first[i], Last: last[i], Latest: latest[i], Pairs: distinct(int(pairsFull[i])),
			})
		}
		return nil
	})
	if err != nil {
		return out, fmt.Errorf("read the edges between apps: %w", err)
	}
	if out.Nodes, err = r.nodes(ctx, ids); err != nil {
		return out, err
	}
	if len(out.List) > 0 {
		out.Begin = time.Unix(begin, 0).UTC().Truncate(time.Hour)
	}
	m := &out.Meta
	m.Counted, m.Table, m.Why = CountedOnce, edgesTable, "apps and who calls whom are kept by the hour, longer than records"
	m.Rows, m.Scanned, m.Bytes, m.AtLeast, m.Since, m.Until = uint64(len(out.List)), sum.ReadRows, sum.ReadBytes, sum.Partial, since, until
	if m.Truncated {
		m.Warnings = append(m.Warnings, fmt.Sprintf("there are more than %d edges; the least busy are left out", maxEdges))
	}
	err = r.complete(ctx, m, func(m *Meta) error {
		days, err := r.days(ctx)
		if err != nil {
			return err
		}
		m.From, m.To = covered(days, since, until)
		m.Gaps, err = r.gaps(ctx, days, q)
		return err
	})
	m.Elapsed = time.Since(begun)
	return out, err
}

// distinct estimates how many values set so many of 256 bits (linear counting).
func distinct(bits int) int {
	if bits >= 256 {
		return 1420 // the last that can be told: one bit is left
	}
	return int(math.Round(-256 * math.Log(1-float64(bits)/256)))
}

// edgeScope is the condition that an edge has an end in a network of the scope.
func (c *compiler) edgeScope() string {
	s := c.q.Scope
	if s.All {
		return ""
	}
	c.params["accounts"], c.params["networks"] = arrayLiteral(s.Accounts), arrayLiteral(s.Networks)
	nodes := fmt.Sprintf("(SELECT id FROM %s WHERE network != '' AND (network IN {networks:Array(String)} OR network IN {accounts:Array(String)} OR "+
		"network IN (SELECT if(vpc_id = '', account_id, vpc_id) FROM %s WHERE account_id IN {accounts:Array(String)})))", c.table("sides"), c.table("contexts"))
	return "(client IN " + nodes + " OR server IN " + nodes + ")"
}

// nodes returns the ends with these ids, in their order.
func (r *Runner) nodes(ctx context.Context, ids []uint64) ([]Node, error) {
	list := make([]Node, len(ids))
	at := make(map[uint64]int, len(ids))
	for i, id := range ids {
		at[id] = i
	}
	c := compiler{database: r.cfg.Database}
	for part := range slices.Chunk(ids, 5000) {
		var id proto.ColUInt64
		var text [8]proto.ColStr
		into := proto.Results{{Data: &id}}
		for i := range text {
			into = append(into, proto.ResultColumn{Data: &text[i]})
		}
		var in strings.Builder
		for i, n := range part {
			if i > 0 {
				in.WriteByte(',')
			}
			fmt.Fprintf(&in, "%d", n)
		}
		sql := fmt.Sprintf("SELECT id, network, app, role, owner, asn, as_org, provider, service FROM %s FINAL WHERE id IN (%s)", c.table("sides"), &in)
		_, err := r.query(ctx, sql, nil, r.cfg.Limits, true, into, func(rows int) error {
			for i := range rows {
				list[at[id[i]]] = Node{
					Network: text[0].Row(i), App: text[1].Row(i), Role: text[2].Row(i), Owner: text[3].Row(i),
					ASN: text[4].Row(i), ASOrg: text[5].Row(i), Provider: text[6].Row(i), Service: text[7].Row(i),
				}
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("read the apps: %w", err)
		}
	}
	return list, nil
}

// NetworkFacts is what the logs say of a network.
type NetworkFacts struct {
	Network, Account, Region string
	Interfaces               int
}

// Networks lists the networks that logs are read of.
func (r *Runner) Networks(ctx context.Context, scope Scope) (list []NetworkFacts, err error) {
	q, err := check(Request{Scope: scope, Columns: []record.FieldID{record.Start}})
	if err != nil {
		return nil, err
	}
	c := newCompiler(q, r.cfg.Database)
	where := ""
	if !scope.All {
		c.params["accounts"], c.params["networks"] = arrayLiteral(scope.Accounts), arrayLiteral(scope.Networks)
		where = " AND (account_id IN {accounts:Array(String)} OR network IN {networks:Array(String)})"
	}
	var network, account, region proto.ColStr
	var interfaces proto.ColUInt64
	sql := fmt.Sprintf("SELECT if(vpc_id = '', account_id, vpc_id) AS network, max(account_id), max(region), uniqExactIf(interface_id, interface_id != '') FROM %s WHERE network != ''%s GROUP BY network ORDER BY network", c.table("contexts"), where)
	_, err = r.query(ctx, sql, c.params, r.cfg.Limits, true, proto.Results{{Data: &network}, {Data: &account}, {Data: &region}, {Data: &interfaces}}, func(rows int) error {
		for i := range rows {
			list = append(list, NetworkFacts{Network: network.Row(i), Account: account.Row(i), Region: region.Row(i), Interfaces: int(interfaces[i])})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list the networks: %w", err)
	}
	return list, nil
}

func roundUp(t time.Time, unit time.Duration) time.Time {
	if down := t.Truncate(unit); !t.IsZero() && !down.Equal(t) {
		return down.Add(unit)
	}
	return t
}

func orTrue(condition string) string {
	if condition == "" {
		return "1"
	}
	return condition
}
