package detect

import (
	"fmt"
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/sketch"
)

// Subject says what the findings of a rule are about, and by which key a row counts
// for one.
type Subject struct {
	kind   finding.Kind
	fields []Field
}

// subjects are the entities that rules name.
var subjects = map[string]struct {
	kind   finding.Kind
	fields []string
}{
	"source":      {finding.KindAddress, []string{"srcaddr"}},
	"destination": {finding.KindAddress, []string{"dstaddr"}},
	"client":      {finding.KindAddress, []string{"client"}},
	"server":      {finding.KindAddress, []string{"server"}},
	"local":       {finding.KindAddress, []string{"local"}},
	"remote":      {finding.KindAddress, []string{"remote"}},
	"true_source": {finding.KindAddress, []string{"true_source"}},
	"pair":        {finding.KindPair, []string{"srcaddr", "dstaddr"}},
	"interface":   {finding.KindInterface, []string{"interface_id"}},
	"subnet":      {finding.KindSubnet, []string{"subnet_id"}},
	"vpc":         {finding.KindVPC, []string{"vpc_id"}},
	"app":         {finding.KindApp, []string{"local_app"}},
	"client_app":  {finding.KindApp, []string{"client_app"}},
	"server_app":  {finding.KindApp, []string{"server_app"}},
	"edge":        {finding.KindEdge, []string{"client_app", "server_app", "service_port", "protocol"}},
	"attachment":  {finding.KindAttachment, []string{"tgw_attachment_id"}},
	"log":         {finding.KindSource, []string{"account_id", "region"}},
}

// fieldKinds is what an entity that is named by a field is.
var fieldKinds = map[string]finding.Kind{
	"interface_id": finding.KindInterface, "subnet_id": finding.KindSubnet, "vpc_id": finding.KindVPC,
	"tgw_attachment_id": finding.KindAttachment, "account_id": finding.KindSource, "local_subnet": finding.KindSubnet,
}

// ParseSubject returns the subject that a rule names.
func ParseSubject(name string) (Subject, error) {
	s, ok := subjects[name]
	if !ok {
		names := make([]string, 0, len(subjects))
		for known := range subjects {
			names = append(names, known)
		}
		slices.Sort(names)
		return Subject{}, fmt.Errorf("unknown entity %q; it is one of %s", name, strings.Join(names, ", "))
	}
	fields, err := FieldsOf(s.fields)
	return Subject{s.kind, fields}, err
}

// GroupBy returns the subject that follows from the fields that counts are kept by.
func GroupBy(names []string) (Subject, error) {
	fields, err := FieldsOf(names)
	if err != nil {
		return Subject{}, err
	}
	kind := finding.KindSource
	for i, f := range fields {
		k, known := fieldKinds[f.Name]
		switch {
		case f.IsAddr() && i == 1 && fields[0].IsAddr() && len(fields) == 2:
			k = finding.KindPair
		case f.IsAddr():
			k = finding.KindAddress
		case f.end != noEnd && f.slot == record.SideApp:
			k = finding.KindApp
		case !known:
			continue
		}
		if kind == finding.KindSource || k == finding.KindPair {
			kind = k
		}
	}
	return Subject{kind, fields}, nil
}

// Fields returns the fields whose values the key is made of.
func (s Subject) Fields() []Field { return s.fields }

// Kind returns the kind of the entities.
func (s Subject) Kind() finding.Kind { return s.kind }

// Logged reports whether it is about who logged: an interface, a subnet, a VPC, an
// attachment. What such a thing saw counts, though another saw it, too.
func (s Subject) Logged() bool {
	return slices.ContainsFunc(s.fields, func(f Field) bool { return f.end == noEnd && record.Get(f.id).Place == record.PlaceContext })
}

// Counts reports whether a row of traffic counts: as the one record of its flow, or
// for those who logged as what they saw, copies of a second flow log aside.
func (b *Block) Counts(i int, logged bool) bool {
	if logged && b.Status[i] == StatusFlow {
		return record.RoleWitness(b.Col(record.Role).U8[i]) != record.WitnessDuplicate
	}
	return b.Counted[i]
}

// Key returns the key of the entity of a row, false where the row has none.
func (s Subject) Key(b *Block, i int) (uint64, bool) {
	if len(s.fields) == 1 {
		return s.fields[0].Key(b, i)
	}
	var keys [8]uint64
	for n, f := range s.fields {
		k, ok := f.Key(b, i)
		if !ok {
			return 0, false
		}
		keys[n%len(keys)] ^= k
	}
	return Key(keys[:min(len(s.fields), len(keys))]...), true
}

// Entity returns the entity of a row.
func (s Subject) Entity(b *Block, i int) finding.Entity {
	e := finding.Entity{Kind: s.kind}
	texts := make([]string, len(s.fields))
	for n, f := range s.fields {
		texts[n] = f.Text(b, i)
		if f.IsAddr() && e.Network == "" {
			_, e.Network, _ = f.Addr(b, i)
		}
	}
	switch s.kind {
	case finding.KindPair:
		e.ID = strings.Join(texts, " > ")
	case finding.KindEdge:
		e.ID = EdgeText(texts[0], texts[1], b.ServicePort(i), b.Protocol[i])
	default:
		e.ID = strings.Join(texts, " ")
	}
	return e
}

// EdgeText names an edge between apps.
func EdgeText(client, server string, port uint16, protocol uint8) string {
	return fmt.Sprintf("%s > %s:%d/%s", client, server, port, strings.ToLower(iana.ProtocolName(protocol)))
}

// Condition returns what selects, in the filter language, the rows of the entity
// that a row is of.
func (s Subject) Condition(b *Block, i int) string {
	parts := make([]string, len(s.fields))
	for n, f := range s.fields {
		parts[n] = f.Condition(b, i)
	}
	return strings.Join(parts, " AND ")
}

// Touches returns the further entities of a row: both addresses and both apps, less
// the entity itself.
func (s Subject) Touches(b *Block, i int) []finding.Entity {
	self := s.Entity(b, i)
	var out []finding.Entity
	for _, dst := range []bool{false, true} {
		a := b.SrcAddr[i]
		if dst {
			a = b.DstAddr[i]
		}
		if a == (record.Addr{}) {
			continue
		}
		side := b.Side(i, dst)
		if e := (finding.Entity{Kind: finding.KindAddress, Network: side.Value(record.SideNetwork), ID: a.String()}); e != self {
			out = append(out, e)
		}
		if app := side.Value(record.SideApp); app != "" && self.Kind != finding.KindEdge {
			if e := (finding.Entity{Kind: finding.KindApp, ID: app}); e != self {
				out = append(out, e)
			}
		}
	}
	return out
}

// AppendEntity writes an entity behind dst.
func AppendEntity(dst []byte, e finding.Entity) []byte {
	return sketch.AppendText(sketch.AppendText(sketch.AppendText(dst, string(e.Kind)), e.Network), e.ID)
}

// ReadEntity reads what AppendEntity wrote.
func ReadEntity(r *sketch.Reader) finding.Entity {
	return finding.Entity{Kind: finding.Kind(r.Text()), Network: r.Text(), ID: r.Text()}
}
