package api

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/appgraph"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// subject is an entity as filters choose its records.
type subject struct {
	kind, id, title, network string
	from, to                 string // filters of what it sent and was sent
}

func (s subject) both() string { return "((" + s.from + ") OR (" + s.to + "))" }

// subjectOf reads the kind and id of an entity.
func subjectOf(kind, id string) (subject, error) {
	id = strings.TrimPrefix(id, "/") // of no network
	s := subject{kind: kind, id: id, title: id}
	ends := func(format string, args ...any) {
		s.from = fmt.Sprintf(strings.ReplaceAll(format, "@", "src"), args...)
		s.to = fmt.Sprintf(strings.ReplaceAll(format, "@", "dst"), args...)
	}
	quoted := appgraph.Quote(id)
	if id == "" {
		return s, bad("an entity has an id", "")
	}
	switch kind {
	case "address":
		end, err := query.ParseEnd(id)
		if err != nil {
			return s, bad(err.Error(), "write an address, or network/address")
		}
		s.network, s.title = end.Network, end.Addr.String()
		if end.Network == "" {
			ends(`@addr:"%s"`, end.Addr)
		} else {
			ends(`@addr:"%s" AND @_network:%s`, end.Addr, appgraph.Quote(end.Network))
		}
	case "host":
		ends("@_instance_id:%s", quoted)
	case "interface":
		ends("@_interface_id:%s", quoted)
	case "subnet":
		ends("@_subnet_id:%s", quoted)
	case "vpc":
		s.network = id
		ends("@_network:%s", quoted)
	case "app":
		network, name, ok := strings.Cut(id, "/")
		if !ok || network == "" {
			ends("@_app:%s", quoted) // of that name, wherever
			break
		}
		s.network, s.title = network, name
		ends("@_app:%s AND @_network:%s", appgraph.Quote(name), appgraph.Quote(network))
	default:
		return s, bad(kind+" is no kind of entity", "address, host, interface, app, subnet or vpc")
	}
	return s, nil
}

// partFields tell the parts of an entity apart, of its source side; those of the
// destination follow in the same order.
var partFields = [2][]record.FieldID{
	{record.SrcAddr, record.SrcNetwork, record.SrcInterfaceID, record.SrcInstanceID, record.SrcSubnetID, record.SrcApp, record.SrcRole, record.SrcOwner, record.SrcCountry, record.SrcASN, record.SrcASOrg, record.SrcProvider, record.SrcService},
	{record.DstAddr, record.DstNetwork, record.DstInterfaceID, record.DstInstanceID, record.DstSubnetID, record.DstApp, record.DstRole, record.DstOwner, record.DstCountry, record.DstASN, record.DstASOrg, record.DstProvider, record.DstService},
}

// Names of facts, by place in partFields behind the address.
var partFacts = []struct{ name, field string }{
	{"Network", "network"}, {"Interface", "interface_id"}, {"Instance", "instance_id"}, {"Subnet", "subnet_id"}, {"App", "app"}, {"Role", "role"},
	{"Owner", "src_owner"}, {"Country", "country"}, {"AS number", "asn"}, {"AS organisation", "src_as_org"}, {"Provider", "provider"}, {"Service", "svc"},
}

// contextFacts are what interfaces themselves say.
var contextFacts = []struct {
	name string
	id   record.FieldID
}{
	{"Account", record.AccountID}, {"Region", record.Region}, {"Zone", record.AZID}, {"Interface type", record.InterfaceType},
	{"ECS service", record.ECSServiceName}, {"Instance tag", record.InstanceTag}, {"Interface tag", record.InterfaceTag}, {"Group tag", record.ASGTag},
}

// Bounds of an entity's answer.
const (
	maxParts     = 500
	maxFacts     = 12 // values of one
	maxClients   = 20000
	maxExposed   = 2000
	seenPatience = 3 * time.Second // how long all that is stored is looked through
)

// factsOf collects values of facts, without repeating them.
type factsOf struct{ list []EntityFact }

func (f *factsOf) add(name, field, value string) {
	if value == "" {
		return
	}
	i := slices.IndexFunc(f.list, func(e EntityFact) bool { return e.Name == name })
	if i < 0 {
		i = len(f.list)
		f.list = append(f.list, EntityFact{Name: name, Field: field})
	}
	if one := &f.list[i]; len(one.Values) < maxFacts && !slices.Contains(one.Values, value) {
		one.Values = append(one.Values, value)
	}
}

// GetEntity implements [StrictServerInterface].
func (a *API) GetEntity(ctx context.Context, r GetEntityRequestObject) (GetEntityResponseObject, error) {
	s, err := subjectOf(string(r.Params.Kind), r.Params.Id)
	if err != nil {
		return nil, err
	}
	since, until, err := a.span(ctx, r.Params.Since, r.Params.Until)
	if err != nil {
		return nil, err
	}
	out := GetEntity200JSONResponse{Kind: s.kind, Id: s.id, Title: s.title, Filter: s.both(), FromFilter: s.from, ToFilter: s.to, Facts: []EntityFact{}, Parts: []EntityPart{}}
	if s.network != "" {
		out.Network = &s.network
	}
	facts := &factsOf{}
	parts := map[EntityPart]*EntityPart{}
	apps := map[string]bool{}
	var meta query.Meta
	for i, side := range []string{s.from, s.to} {
		var t query.Table
		m, err := a.cfg.Query.Run(ctx, query.Request{
			Filter: side, Since: since, Until: until, Scope: a.scope(ctx), GroupBy: partFields[i], TrafficOnly: true, Limit: maxParts,
			Aggregates: []query.Aggregate{{Function: query.Count}, {Function: query.Sum, Field: record.Bytes}},
		}, &t)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			meta = m
		} else {
			meta.Scanned, meta.Bytes, meta.Elapsed = meta.Scanned+m.Scanned, meta.Bytes+m.Bytes, meta.Elapsed+m.Elapsed
		}
		n := len(partFields[i])
		for _, row := range t.Rows {
			key := EntityPart{Address: row.Text(0), Network: row.Text(1), Interface: row.Text(2), Instance: row.Text(3), Subnet: row.Text(4), App: row.Text(5)}
			p := parts[key]
			if p == nil {
				p = &EntityPart{Address: key.Address, Network: key.Network, Interface: key.Interface, Instance: key.Instance, Subnet: key.Subnet, App: key.App}
				parts[key] = p
			}
			p.Flows += int64(row.Uint(n))
			p.Bytes += int64(row.Uint(n + 1))
			apps[key.Network+"/"+key.App] = true
			for k, fact := range partFacts {
				facts.add(fact.name, fact.field, row.Text(k+1))
			}
		}
	}
	for _, p := range parts {
		out.Parts = append(out.Parts, *p)
	}
	slices.SortFunc(out.Parts, func(a, b EntityPart) int {
		return cmp.Or(cmp.Compare(b.Bytes, a.Bytes), cmp.Compare(a.Address, b.Address), cmp.Compare(a.Interface, b.Interface))
	})
	out.Parts = out.Parts[:min(100, len(out.Parts))]
	if len(apps) == 1 {
		for app := range apps {
			if network, name, _ := strings.Cut(app, "/"); network != "" && name != "" {
				out.GraphId = pointer(app)
			}
		}
	}
	out.Public = s.kind == "address" && s.network == "" && !slices.ContainsFunc(out.Parts, func(p EntityPart) bool { return p.Network != "" })
	if err := a.interfaceFacts(ctx, s, facts, since, until); err != nil {
		return nil, err
	}
	out.Facts = append(out.Facts, facts.list...)
	out.Meta = metaOf(meta)
	return out, a.seen(ctx, s, &out, since, until)
}

// interfaceFacts adds what the interfaces of an entity say of themselves.
func (a *API) interfaceFacts(ctx context.Context, s subject, facts *factsOf, since, until time.Time) error {
	var terms []string
	for _, f := range facts.list {
		if f.Name == "Interface" {
			for _, id := range f.Values {
				terms = append(terms, appgraph.Quote(id))
			}
		}
	}
	filter := "interface_id:(" + strings.Join(terms, " ") + ")"
	switch {
	case s.kind == "vpc":
		filter = "vpc_id:" + appgraph.Quote(s.id)
	case s.kind == "subnet":
		filter = "subnet_id:" + appgraph.Quote(s.id)
	case len(terms) == 0:
		return nil
	}
	ids := make([]record.FieldID, len(contextFacts))
	for i, f := range contextFacts {
		ids[i] = f.id
	}
	var t query.Table
	_, err := a.cfg.Query.Run(ctx, query.Request{
		Filter: filter, Since: since.Truncate(time.Hour), Until: until.Add(time.Hour - 1).Truncate(time.Hour), Scope: a.scope(ctx),
		GroupBy: ids, Aggregates: []query.Aggregate{{Function: query.Count}}, Limit: maxParts,
	}, &t)
	if err != nil {
		return err
	}
	for _, row := range t.Rows {
		for i, f := range contextFacts {
			facts.add(f.name, record.Get(f.id).Name, row.Text(i))
		}
	}
	return nil
}

// seen finds when an entity was first and last seen, of all that is stored if that
// takes no longer than people wait.
func (a *API) seen(ctx context.Context, s subject, out *GetEntity200JSONResponse, since, until time.Time) error {
	ask := func(from, to time.Time) error {
		var t query.Table
		_, err := a.cfg.Query.Run(ctx, query.Request{
			Filter: s.both(), Since: from, Until: to, Scope: a.scope(ctx), TrafficOnly: true, Limits: query.Limits{Time: seenPatience},
			Aggregates: []query.Aggregate{{Function: query.Min, Field: record.Start}, {Function: query.Max, Field: record.Start}},
		}, &t)
		if err == nil && len(t.Rows) == 1 {
			out.FirstSeen, out.LastSeen = instant(t.Rows[0].Time(0)), instant(t.Rows[0].Time(1))
		}
		return err
	}
	in := EntityCardSeenInAll
	err := ask(time.Time{}, time.Time{})
	if errors.Is(err, query.ErrTimeout) {
		in = EntityCardSeenInRange
		err = ask(since, until)
		if errors.Is(err, query.ErrTimeout) {
			return nil
		}
	}
	out.SeenIn = &in
	return err
}

// GetEntityPorts implements [StrictServerInterface].
func (a *API) GetEntityPorts(ctx context.Context, r GetEntityPortsRequestObject) (GetEntityPortsResponseObject, error) {
	s, err := subjectOf(string(r.Params.Kind), r.Params.Id)
	if err != nil {
		return nil, err
	}
	since, until, err := a.span(ctx, r.Params.Since, r.Params.Until)
	if err != nil {
		return nil, err
	}
	clients, more, meta, err := a.cfg.Query.Answered(ctx, query.Request{Filter: s.from, Since: since, Until: until, Scope: a.scope(ctx), Limit: maxClients})
	if err != nil {
		return nil, err
	}
	out := GetEntityPorts200JSONResponse{Listeners: listeners(clients), More: more, Meta: metaOf(meta), Rules: []InboundRule{}}
	if out.Exposure, err = a.exposure(ctx, s, since, until, clients); err != nil {
		return nil, err
	}
	if len(out.Exposure) > 0 {
		out.Reachable = &EntitySince{Since: out.Exposure[0].FirstSeen, Ports: []string{}}
		for _, e := range out.Exposure {
			if e.FirstSeen.Before(out.Reachable.Since) {
				out.Reachable.Since = e.FirstSeen
			}
			if e.Flows > e.Rejected && len(out.Reachable.Ports) < maxFacts {
				out.Reachable.Ports = append(out.Reachable.Ports, portName(e.Port, e.Protocol))
			}
		}
	}
	for _, l := range out.Listeners {
		if l.PublicClients < frontClients {
			continue
		}
		if out.Front == nil {
			out.Front = &EntitySince{Since: l.FirstSeen, Ports: []string{}}
		}
		if l.FirstSeen.Before(out.Front.Since) {
			out.Front.Since = l.FirstSeen
		}
		out.Front.Ports = append(out.Front.Ports, portName(l.Port, l.Protocol))
	}
	if s.kind != "vpc" && s.kind != "subnet" {
		needs := appgraph.Needs(clients)
		for _, n := range needs {
			out.Rules = append(out.Rules, InboundRule{Source: n.Source.String(), Protocol: int(n.Protocol), Port: int(n.Port), Description: n.Why, Clients: n.Clients, Flows: int64(n.Flows)})
		}
		out.Aws, out.Terraform = appgraph.AWSCommand(needs, s.network), appgraph.Terraform(needs, s.title, s.network)
	}
	return out, nil
}

// frontClients is how many public addresses a port must have answered for its host to
// be front-facing, as detection has it.
const frontClients = 3

func portName(port, protocol int) string {
	return strconv.Itoa(port) + "/" + strings.ToLower(iana.ProtocolName(uint8(protocol)))
}

// listeners sums up by port whom an entity answered.
func listeners(clients []query.Client) []Listener {
	type key struct {
		port     uint16
		protocol uint8
	}
	type crowd struct {
		Listener
		addresses, public map[record.Addr]bool
		apps              map[string]uint64
	}
	byPort := map[key]*crowd{}
	for _, c := range clients {
		l := byPort[key{c.Port, c.Protocol}]
		if l == nil {
			l = &crowd{addresses: map[record.Addr]bool{}, public: map[record.Addr]bool{}, apps: map[string]uint64{}}
			l.Port, l.Protocol, l.FirstSeen, l.LastSeen = int(c.Port), int(c.Protocol), c.First, c.Last
			byPort[key{c.Port, c.Protocol}] = l
		}
		l.addresses[c.Addr] = true
		if c.Scope == record.ScopePublic {
			l.public[c.Addr] = true
		}
		if c.App != "" {
			l.apps[c.App] += c.Flows
		}
		l.Flows += int64(c.Flows)
		l.Bytes += int64(c.Bytes)
		if c.First.Before(l.FirstSeen) {
			l.FirstSeen = c.First
		}
		if c.Last.After(l.LastSeen) {
			l.LastSeen = c.Last
		}
	}
	out := []Listener{}
	for _, l := range byPort {
		l.Clients, l.PublicClients, l.Apps = len(l.addresses), len(l.public), []string{}
		for app := range l.apps {
			l.Apps = append(l.Apps, app)
		}
		slices.SortFunc(l.Apps, func(a, b string) int { return cmp.Or(cmp.Compare(l.apps[b], l.apps[a]), cmp.Compare(a, b)) })
		l.Apps = l.Apps[:min(5, len(l.Apps))]
		out = append(out, l.Listener)
	}
	slices.SortFunc(out, func(a, b Listener) int {
		return cmp.Or(cmp.Compare(b.Flows, a.Flows), cmp.Compare(a.Port, b.Port), cmp.Compare(a.Protocol, b.Protocol))
	})
	return out
}

// exposure lists what the internet tried at an entity, by port.
func (a *API) exposure(ctx context.Context, s subject, since, until time.Time, clients []query.Client) ([]Exposed, error) {
	var t query.Table
	_, err := a.cfg.Query.Run(ctx, query.Request{
		Filter: "(" + s.to + ") AND src_scope:public AND (initiator:src OR (NOT _exists_:initiator AND action:REJECT))",
		Since:  since, Until: until, Scope: a.scope(ctx), TrafficOnly: true, Limit: maxExposed,
		GroupBy:    []record.FieldID{record.DstPort, record.Protocol, record.ActionField},
		Aggregates: []query.Aggregate{{Function: query.Count}, {Function: query.Uniq, Field: record.SrcAddr}, {Function: query.Min, Field: record.Start}, {Function: query.Max, Field: record.Start}},
	}, &t)
	if err != nil {
		return nil, err
	}
	type key struct{ port, protocol int }
	answered := map[key]map[record.Addr]bool{}
	for _, c := range clients {
		if k := (key{int(c.Port), int(c.Protocol)}); c.Scope == record.ScopePublic {
			if answered[k] == nil {
				answered[k] = map[record.Addr]bool{}
			}
			answered[k][c.Addr] = true
		}
	}
	byPort := map[key]*Exposed{}
	for _, row := range t.Rows {
		k := key{int(row.Uint(0)), int(row.Uint(1))}
		e := byPort[k]
		if e == nil {
			e = &Exposed{Port: k.port, Protocol: k.protocol, Answered: len(answered[k]), FirstSeen: row.Time(5), LastSeen: row.Time(6)}
			byPort[k] = e
		}
		e.Flows += int64(row.Uint(3))
		e.Sources = max(e.Sources, int64(row.Uint(4))) // one may be both refused and let in
		if row.Text(2) == record.Reject.String() {
			e.Rejected += int64(row.Uint(3))
		}
		if first := row.Time(5); first.Before(e.FirstSeen) {
			e.FirstSeen = first
		}
		if last := row.Time(6); last.After(e.LastSeen) {
			e.LastSeen = last
		}
	}
	out := []Exposed{}
	for _, e := range byPort {
		out = append(out, *e)
	}
	slices.SortFunc(out, func(a, b Exposed) int {
		return cmp.Or(cmp.Compare(b.Answered, a.Answered), cmp.Compare(b.Sources, a.Sources), cmp.Compare(a.Port, b.Port), cmp.Compare(a.Protocol, b.Protocol))
	})
	return out, nil
}
