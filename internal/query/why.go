package query

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/cidr"
	"github.com/weir-flow/weir/internal/record"
)

// End is one side of a connection.
type End struct {
	Network string // that gives the address its meaning; empty for any
	Addr    record.Addr
}

// ParseEnd reads an address, with its network in front where several have it:
// 10.0.0.1, vpc-1a2b/10.0.0.1.
func ParseEnd(text string) (End, error) {
	var e End
	at := strings.LastIndexByte(text, '/')
	if at >= 0 {
		e.Network = text[:at]
	}
	addr, err := cidr.ParseAddr(text[at+1:])
	if err != nil || at == 0 {
		return e, wrong("%q is no address", text).hint("write 10.0.0.1, or vpc-1a2b/10.0.0.1 where several networks have it")
	}
	e.Addr = addr
	return e, nil
}

// String returns the end as [ParseEnd] reads it.
func (e End) String() string {
	if e.Network == "" {
		return e.Addr.String()
	}
	return e.Network + "/" + e.Addr.String()
}

// WhyRequest asks what becomes of calls from one address to another.
type WhyRequest struct {
	Src, Dst     End
	Port         *uint16 // of the destination; nil for any
	Since, Until time.Time
	Scope        Scope
}

// Verdict says where a connection stops.
type Verdict string

// The verdicts.
const (
	NoRecord      Verdict = "no_record"      // nothing tells of it
	Rejected      Verdict = "rejected"       // an interface refused the request
	Lost          Verdict = "lost"           // a transit gateway lost the request
	Unseen        Verdict = "unseen"         // the source's interface let it out, the destination's did not see it
	ReplyRejected Verdict = "reply_rejected" // the request came through, an interface refused the reply
	ReplyLost     Verdict = "reply_lost"     // the request came through, a transit gateway lost the reply
	ReplyUnseen   Verdict = "reply_unseen"   // the destination's interface let the reply out, the source's did not see it
	OneWay        Verdict = "one_way"        // the request came through as far as is logged, and no reply is
	Answered      Verdict = "answered"       // request and reply came through
)

// Sighting is what one interface, transit gateway's attachment or GCP instance saw
// of one direction.
type Sighting struct {
	Interface    string    `json:"interface_id"`
	Attachment   string    `json:"tgw_attachment_id,omitempty"`
	Instance     string    `json:"instance_id,omitempty"` // where there is no interface
	Network      string    `json:"vpc_id"`
	Subnet       string    `json:"subnet_id"`
	Witness      string    `json:"witness"` // src, dst: at the interface of the packet's source or destination; or in between
	Action       string    `json:"action"`
	RejectReason string    `json:"reject_reason,omitempty"`
	Records      uint64    `json:"records"`
	Packets      uint64    `json:"packets"`
	Lost         uint64    `json:"packets_lost,omitempty"` // in the transit gateway
	LostBy       string    `json:"lost_by,omitempty"`      // no route, blackhole, MTU exceeded, TTL expired
	Bytes        uint64    `json:"bytes"`
	First        time.Time `json:"first_seen"`
	Last         time.Time `json:"last_seen"`
}

// Why is where a connection stops, and what tells so.
type Why struct {
	Verdict    Verdict    `json:"verdict"`
	Sentence   string     `json:"why"`
	Interface  string     `json:"interface_id,omitempty"` // that decided it, or
	Attachment string     `json:"tgw_attachment_id,omitempty"`
	Instance   string     `json:"instance_id,omitempty"`
	SrcLogged  bool       `json:"src_logged"` // the source's interface has records of its own in the range
	DstLogged  bool       `json:"dst_logged"`
	Request    []Sighting `json:"request"` // from source to destination
	Reply      []Sighting `json:"reply"`
	Meta       Meta       `json:"-"` // of both ways together
}

// Why tells where calls from one address to another stop.
func (r *Runner) Why(ctx context.Context, req WhyRequest) (Why, error) {
	var w Why
	var back Meta
	var err error
	if w.Request, w.Meta, err = r.sightings(ctx, req, req.Src, req.Dst, "dstport", "dst"); err != nil {
		return w, err
	}
	if w.Reply, back, err = r.sightings(ctx, req, req.Dst, req.Src, "srcport", "src"); err != nil {
		return w, err
	}
	w.Meta.Rows += back.Rows
	w.Meta.Scanned += back.Scanned
	w.Meta.Bytes += back.Bytes
	w.Meta.Elapsed += back.Elapsed
	if w.SrcLogged, err = r.logged(ctx, req, req.Src); err != nil {
		return w, err
	}
	if w.DstLogged, err = r.logged(ctx, req, req.Dst); err != nil {
		return w, err
	}
	w.decide(req)
	return w, nil
}

// sightings lists who saw packets from one end to another, on the port if there
// is one. Without a port those are left out that the wrong end opened.
func (r *Runner) sightings(ctx context.Context, req WhyRequest, from, to End, port, opener string) ([]Sighting, Meta, error) {
	terms := []string{endFilter("srcaddr", from), endFilter("dstaddr", to)}
	if req.Port != nil {
		terms = append(terms, fmt.Sprintf("%s:%d", port, *req.Port))
	} else {
		terms = append(terms, "NOT initiator:"+opener)
	}
	var t Table
	meta, err := r.Run(ctx, Request{
		Filter: strings.Join(terms, " AND "), Since: req.Since, Until: req.Until, Scope: req.Scope, Records: true, TrafficOnly: true,
		GroupBy: []record.FieldID{
			record.InterfaceID, record.VPCID, record.SubnetID, record.Witness, record.ActionField, record.RejectReason,
			record.TGWAttachmentID, record.InstanceID, record.FlowDirection,
		},
		Aggregates: []Aggregate{
			{Count, 0}, {Sum, record.Packets}, {Sum, record.Bytes}, {Min, record.Start}, {Max, record.Start},
			{Sum, record.PacketsLostNoRoute}, {Sum, record.PacketsLostBlackhole}, {Sum, record.PacketsLostMTUExceeded}, {Sum, record.PacketsLostTTLExpired},
		},
	}, &t)
	if err != nil {
		return nil, meta, fmt.Errorf("look for records from %s to %s: %w", from, to, err)
	}
	list := make([]Sighting, len(t.Rows))
	for i, row := range t.Rows {
		list[i] = Sighting{
			Interface: row.Text(0), Network: row.Text(1), Subnet: row.Text(2), Witness: row.Text(3), Action: row.Text(4), RejectReason: row.Text(5),
			Attachment: row.Text(6),
			Records:    row.Uint(9), Packets: row.Uint(10), Bytes: row.Uint(11), First: row.Time(12), Last: row.Time(13),
		}
		if s := &list[i]; s.Interface == "" {
			s.Instance = row.Text(7)
		}
		list[i].lose(row.Uint(14), row.Uint(15), row.Uint(16), row.Uint(17))
	}
	return list, meta, nil
}

// endFilter is the filter for an end as the interface or the packet has it.
func endFilter(field string, e End) string {
	text := fmt.Sprintf("(%[1]s:%[2]q OR pkt_%[1]s:%[2]q)", field, e.Addr)
	if e.Network != "" {
		text += fmt.Sprintf(" AND %s_network:%s", field[:3], quoteFilter(e.Network))
	}
	return text
}

// quoteFilter writes text as a value of the filter language.
func quoteFilter(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// logged reports whether an end's own interface has records in the range.
func (r *Runner) logged(ctx context.Context, req WhyRequest, e End) (bool, error) {
	own := func(field, witness string) string {
		text := fmt.Sprintf("%s:%q AND witness:%s", field, e.Addr, witness)
		if e.Network != "" {
			text += fmt.Sprintf(" AND %s_network:%s", witness, quoteFilter(e.Network))
		}
		return "(" + text + ")"
	}
	q, err := check(Request{
		Filter: own("srcaddr", "src") + " OR " + own("dstaddr", "dst"), Since: req.Since, Until: req.Until, Scope: req.Scope,
		Columns: []record.FieldID{record.InterfaceID},
	})
	if err != nil {
		return false, err
	}
	c := newCompiler(q, r.cfg.Database)
	where := and(between("start", "start_ns", q.Since, q.Until), c.scope(), c.where)
	return r.anyWith(ctx, q.Since, q.Until, fmt.Sprintf("SELECT 1 FROM %s WHERE %s LIMIT 1", c.table(rawTable), where), c.params)
}

// decide finds the verdict. Where an interface both accepted and refused, what
// it did last counts.
func (w *Why) decide(req WhyRequest) {
	call := fmt.Sprintf("a call from %s to %s", req.Src, req.Dst)
	if req.Port != nil {
		call += fmt.Sprintf(" port %d", *req.Port)
	}
	asked, replied := summarize(w.Request), summarize(w.Reply)
	set := func(v Verdict, at *Sighting, format string, args ...any) {
		w.Verdict, w.Sentence = v, fmt.Sprintf(format, args...)
		if at != nil {
			w.Interface, w.Attachment, w.Instance = at.Interface, at.Attachment, at.Instance
		}
	}
	arrived := replied.accepted["dst"]
	if arrived == nil && !w.SrcLogged {
		arrived = replied.anyAccepted
	}
	switch {
	case len(w.Request)+len(w.Reply) == 0:
		set(NoRecord, nil, "no record tells of %s%s", call, w.unlogged(req))
	case arrived != nil && (asked.rejected == nil || !asked.rejected.Last.After(arrived.Last)):
		set(Answered, arrived, "%s is answered: %s", call, arrived.told("let the reply in"))
	case asked.rejected != nil && replied.anyAccepted == nil && !asked.acceptedAfter(asked.rejected):
		set(Rejected, asked.rejected, "%s is rejected: %s", call, asked.rejected.told("refused it"))
	case asked.lost != nil && !passed(asked, asked.lost) && replied.anyAccepted == nil:
		set(Lost, asked.lost, "%s is lost on the way: %s", call, asked.lost.toldLoss())
	case replied.lost != nil && !passed(replied, replied.lost):
		set(ReplyLost, replied.lost, "the reply to %s is lost on the way: %s", call, replied.lost.toldLoss())
	case asked.accepted["src"] != nil && !asked.at["dst"] && w.DstLogged && len(w.Reply) == 0:
		set(Unseen, asked.accepted["src"], "%s leaves and does not arrive: %s, and no record of the destination's interface has it%s", call, asked.accepted["src"].told("let it out"), asked.passage())
	case replied.rejected != nil && arrived == nil:
		set(ReplyRejected, replied.rejected, "the reply to %s is rejected: %s", call, replied.rejected.told("refused it"))
	case replied.accepted["src"] != nil && w.SrcLogged && !replied.at["dst"]:
		set(ReplyUnseen, replied.accepted["src"], "the reply to %s leaves and does not arrive: %s, and no record of the source's interface has it%s", call, replied.accepted["src"].told("let it out"), replied.passage())
	case replied.anyAccepted != nil:
		set(Answered, replied.anyAccepted, "%s is answered: %s", call, replied.anyAccepted.told("passed the reply"))
	default:
		set(OneWay, asked.anyAccepted, "%s is let through and no record has a reply%s%s", call, asked.anyAccepted.after(), w.unlogged(req))
	}
}

// unlogged says whose interface has no records.
func (w *Why) unlogged(req WhyRequest) string {
	switch {
	case !w.SrcLogged && !w.DstLogged:
		return "; neither end has records of its own interface in the range"
	case !w.DstLogged:
		return fmt.Sprintf("; %s has no records of its own interface in the range", req.Dst)
	case !w.SrcLogged:
		return fmt.Sprintf("; %s has no records of its own interface in the range", req.Src)
	}
	return ""
}

// seen sums up the sightings of one direction.
type seen struct {
	at          map[string]bool      // by witness
	accepted    map[string]*Sighting // by witness, the latest
	anyAccepted *Sighting
	rejected    *Sighting // the latest
	lost        *Sighting // the latest of which a transit gateway passed nothing on
}

func summarize(list []Sighting) seen {
	s := seen{at: map[string]bool{}, accepted: map[string]*Sighting{}}
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b Sighting) int { return a.Last.Compare(b.Last) })
	for i := range sorted {
		at := &sorted[i]
		s.at[at.Witness] = true
		switch at.Action {
		case record.Accept.String(), record.ActionNone.String(): // who tells no verdict saw it pass
			if at.Lost > 0 && at.Lost >= at.Packets {
				s.lost = at
				continue
			}
			s.accepted[at.Witness], s.anyAccepted = at, at
		case record.Reject.String():
			s.rejected = at
		}
	}
	return s
}

// acceptedAfter reports whether the interface that refused let something through
// later.
func (s seen) acceptedAfter(rejected *Sighting) bool {
	a := s.accepted[rejected.Witness]
	return a != nil && a.Last.After(rejected.Last)
}

// told says what an interface did.
func (s *Sighting) told(did string) string {
	text := fmt.Sprintf("%s %s %s", s.place(), did, times(s.Records))
	if s.RejectReason != "" {
		text += " (" + s.RejectReason + ")"
	}
	return fmt.Sprintf("%s, last at %s", text, s.Last.UTC().Format(time.RFC3339))
}

// place names what saw it.
func (s *Sighting) place() string {
	what, id := "interface", s.Interface
	switch {
	case s.Attachment != "":
		return "transit gateway attachment " + s.Attachment
	case s.Interface == "" && s.Instance != "":
		what, id = "instance", s.Instance
	case s.Interface == "" && s.Witness == "transit":
		return "a gateway"
	}
	switch s.Witness {
	case "src":
		what = "the sender's " + what
	case "dst":
		what = "the receiver's " + what
	}
	return what + " " + id
}

// lose adds what a transit gateway lost, and names what most was lost by.
func (s *Sighting) lose(noRoute, blackhole, mtu, ttl uint64) {
	most := uint64(0)
	for _, l := range []struct {
		packets uint64
		by      string
	}{{noRoute, "no route"}, {blackhole, "blackhole"}, {mtu, "MTU exceeded"}, {ttl, "TTL expired"}} {
		s.Lost += l.packets
		if l.packets > most {
			most, s.LostBy = l.packets, l.by
		}
	}
}

// toldLoss says what a transit gateway lost.
func (s *Sighting) toldLoss() string {
	packets := fmt.Sprintf("%d packets", s.Lost)
	if s.Lost == 1 {
		packets = "1 packet"
	}
	return fmt.Sprintf("seen at %s, which lost %s: %s, last at %s", s.place(), packets, s.LostBy, s.Last.UTC().Format(time.RFC3339))
}

// passed reports whether something went on after it was lost.
func passed(s seen, lost *Sighting) bool {
	return s.anyAccepted != nil && s.anyAccepted.Witness != "src" && s.anyAccepted.Last.After(lost.Last)
}

// passage says where a transit gateway saw what did not arrive.
func (s seen) passage() string {
	at := s.accepted["transit"]
	if at == nil || at.Attachment == "" {
		return ""
	}
	return "; last seen at " + at.place()
}

func (s *Sighting) after() string {
	if s == nil {
		return ""
	}
	return ": " + s.told("saw it")
}

func times(n uint64) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}
