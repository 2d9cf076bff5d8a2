package detect

import (
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
)

// Field is a value of a row that a rule names: a field of the catalogue, or one of
// those that follow from who is client and who is inside.
type Field struct {
	Name string
	id   record.FieldID
	end  end // of a value that follows from a role
	slot int
}

// end is an end of a flow by its role.
type end uint8

const (
	noEnd end = iota
	endSrc
	endDst
	endClient
	endServer
	endLocal    // the internal one; the server's where both are
	endRemote   // the other one
	endTrueSrc  // pkt_srcaddr, srcaddr where it is absent
	endTrueDest // pkt_dstaddr, dstaddr where it is absent
)

// roles are the fields that are not in the catalogue.
var roles = map[string]Field{
	"client_app":    {end: endClient, slot: record.SideApp},
	"server_app":    {end: endServer, slot: record.SideApp},
	"client_subnet": {end: endClient, slot: record.SideSubnet},
	"server_subnet": {end: endServer, slot: record.SideSubnet},
	"local_app":     {end: endLocal, slot: record.SideApp},
	"local_subnet":  {end: endLocal, slot: record.SideSubnet},
	"local":         {end: endLocal, slot: -1},
	"remote":        {end: endRemote, slot: -1},
	"true_source":   {end: endTrueSrc, slot: -1},
	"true_dest":     {end: endTrueDest, slot: -1},
}

// FieldOf returns the field of a name in any spelling.
func FieldOf(name string) (Field, error) {
	for own, f := range roles {
		if record.SameName(own, name) {
			f.Name = own
			return f, nil
		}
	}
	f, ok := record.Lookup(name)
	if !ok {
		if near := record.Suggest(name); near != "" {
			return Field{}, fmt.Errorf("unknown field %q; did you mean %q?", name, near)
		}
		return Field{}, fmt.Errorf("unknown field %q", name)
	}
	if f.Place == record.PlaceEither {
		return Field{}, fmt.Errorf("field %q stands for two; name one: %s or %s", name, record.Get(f.Of[0]).Name, record.Get(f.Of[1]).Name)
	}
	switch f.ID {
	case record.Client:
		return Field{Name: f.Name, end: endClient, slot: -1}, nil
	case record.Server:
		return Field{Name: f.Name, end: endServer, slot: -1}, nil
	case record.LocalRole:
		return Field{Name: f.Name, end: endLocal, slot: record.SideRole}, nil
	}
	return Field{Name: f.Name, id: f.ID}, nil
}

// FieldsOf returns the fields of names.
func FieldsOf(names []string) ([]Field, error) {
	out := make([]Field, len(names))
	for i, name := range names {
		f, err := FieldOf(name)
		if err != nil {
			return nil, err
		}
		out[i] = f
	}
	return out, nil
}

// IsAddr reports whether the values are addresses.
func (f Field) IsAddr() bool {
	return f.end != noEnd && f.slot < 0 || f.end == noEnd && record.Get(f.id).Type == record.TypeAddr
}

// side tells which end of a row a role has; ok is false where it is not known.
func (f Field) side(b *Block, i int) (dst, ok bool) {
	switch f.end {
	case endSrc, endTrueSrc:
		return false, true
	case endDst, endTrueDest:
		return true, true
	case endServer:
		return b.ServerIsDst(i)
	case endClient:
		dst, ok = b.ServerIsDst(i)
		return !dst, ok
	}
	in, out := b.DstScope[i] == record.ScopeInternal, b.SrcScope[i] == record.ScopeInternal
	dst = in
	if in && out {
		dst, _ = b.ServerIsDst(i)
	}
	return dst == (f.end == endLocal), in || out
}

// Addr returns the address of a row and the network that gives it its meaning.
func (f Field) Addr(b *Block, i int) (a record.Addr, network string, ok bool) {
	end := f
	if f.end == noEnd {
		switch f.id {
		case record.SrcAddr:
			end.end = endSrc
		case record.DstAddr:
			end.end = endDst
		case record.PktSrcAddr, record.PktDstAddr:
			if b.AbsentAt(f.id, i) {
				return a, "", false
			}
			a = b.Col(f.id).Addr[i]
			return a, "", a != record.Addr{}
		default:
			return a, "", false
		}
	}
	dst, ok := end.side(b, i)
	if !ok {
		return a, "", false
	}
	a = b.SrcAddr[i]
	if dst {
		a = b.DstAddr[i]
	}
	switch id := record.PktSrcAddr; f.end {
	case endTrueDest:
		id = record.PktDstAddr
		fallthrough
	case endTrueSrc:
		if !b.AbsentAt(id, i) && b.Col(id).Addr[i] != (record.Addr{}) {
			a = b.Col(id).Addr[i]
		}
	}
	return a, b.Side(i, dst).Value(record.SideNetwork), true
}

// Key returns a hash of the value of a row, false where it is absent.
func (f Field) Key(b *Block, i int) (uint64, bool) {
	switch {
	case f.end != noEnd && f.slot >= 0:
		dst, ok := f.side(b, i)
		if !ok {
			return 0, false
		}
		return textKey(b.Side(i, dst).Value(f.slot))
	case f.end == endTrueSrc || f.end == endTrueDest:
		a, network, ok := f.Addr(b, i)
		return HostKey(network, a), ok
	case f.end != noEnd:
		dst, ok := f.side(b, i)
		if !ok {
			return 0, false
		}
		if dst {
			return b.DstHost[i], true
		}
		return b.SrcHost[i], true
	}
	switch f.id {
	case record.SrcAddr:
		return b.SrcHost[i], b.SrcScope[i] != record.ScopeNone || b.SrcAddr[i] != record.Addr{}
	case record.DstAddr:
		return b.DstHost[i], b.DstScope[i] != record.ScopeNone || b.DstAddr[i] != record.Addr{}
	}
	of := record.Get(f.id)
	switch of.Place {
	case record.PlaceContext:
		return textKey(b.Registry.Tuple(record.GroupContext, b.Context[i]).Value(of.Slot))
	case record.PlacePath:
		return textKey(b.Registry.Tuple(record.GroupPath, b.Path[i]).Value(of.Slot))
	case record.PlaceSrc:
		return textKey(b.Side(i, false).Value(of.Slot))
	case record.PlaceDst:
		return textKey(b.Side(i, true).Value(of.Slot))
	}
	if of.Type == record.TypeAddr {
		a, network, ok := f.Addr(b, i)
		return HostKey(network, a), ok
	}
	if n, ok := f.Number(b, i); ok {
		var k [8]byte
		binary.LittleEndian.PutUint64(k[:], n)
		return xxhash.Sum64(k[:]), true
	}
	return textKey(f.Text(b, i))
}

func textKey(text string) (uint64, bool) { return xxhash.Sum64String(text), text != "" }

// Number returns the value of a row as a number, false where it is absent or none.
func (f Field) Number(b *Block, i int) (uint64, bool) {
	if f.end != noEnd {
		return 0, false
	}
	switch f.id {
	case record.SrcPort, record.DstPort:
		if b.AbsentAt(f.id, i) {
			return 0, false
		}
		return uint64(b.Col(f.id).U16[i]), true
	case record.ServicePort:
		return uint64(b.ServicePort(i)), b.Opener[i] != record.InitiatorNone
	case record.Protocol:
		return uint64(b.Protocol[i]), !b.AbsentAt(f.id, i)
	case record.Packets:
		return b.Packets[i], !b.AbsentAt(f.id, i)
	case record.Bytes:
		return b.Bytes[i], !b.AbsentAt(f.id, i)
	case record.TCPFlags:
		return uint64(b.Flags[i]), !b.AbsentAt(f.id, i)
	case record.Duration:
		return uint64(b.End[i]-b.Start[i]) / uint64(time.Second), true
	case record.Start:
		return uint64(b.Start[i]) / uint64(time.Second), true
	case record.End:
		return uint64(b.End[i]) / uint64(time.Second), true
	}
	of := record.Get(f.id)
	if of.Place == record.PlaceRow && !b.AbsentAt(f.id, i) {
		switch c := b.Col(f.id); of.Type {
		case record.TypeUint16:
			return uint64(c.U16[i]), true
		case record.TypeUint32:
			return uint64(c.U32[i]), true
		case record.TypeUint64:
			return c.U64[i], true
		}
	}
	if of.Type == record.TypeUint8 || of.Type == record.TypeUint32 {
		n, err := strconv.ParseUint(f.Text(b, i), 10, 64)
		return n, err == nil
	}
	return 0, false
}

// Text returns the value of a row as people write it, "" where it is absent.
func (f Field) Text(b *Block, i int) string {
	if f.end != noEnd && f.slot >= 0 {
		if dst, ok := f.side(b, i); ok {
			return b.Side(i, dst).Value(f.slot)
		}
		return ""
	}
	if f.IsAddr() {
		if a, _, ok := f.Addr(b, i); ok {
			return a.String()
		}
		return ""
	}
	of := record.Get(f.id)
	switch of.Place {
	case record.PlaceContext:
		return b.ContextOf(i, f.id)
	case record.PlacePath:
		return b.Registry.Tuple(record.GroupPath, b.Path[i]).Value(of.Slot)
	case record.PlaceSrc:
		return b.Side(i, false).Value(of.Slot)
	case record.PlaceDst:
		return b.Side(i, true).Value(of.Slot)
	}
	switch f.id {
	case record.ActionField:
		return b.Action[i].String()
	case record.LocalSubnet:
		if own := b.ContextOf(i, record.SubnetID); own != "" {
			return own
		}
		local := Field{end: endLocal}
		if dst, ok := local.side(b, i); ok {
			return b.Side(i, dst).Value(record.SideSubnet)
		}
		return ""
	case record.Protocol:
		if b.AbsentAt(f.id, i) {
			return ""
		}
		return iana.ProtocolName(b.Protocol[i])
	case record.Initiator:
		return record.InitiatorNames[b.Opener[i]]
	case record.Direction:
		return record.DirectionNames[b.Direction[i]]
	case record.SrcScope:
		return record.ScopeNames[b.SrcScope[i]]
	case record.DstScope:
		return record.ScopeNames[b.DstScope[i]]
	case record.Start, record.End:
		n, _ := f.Number(b, i)
		return time.Unix(int64(n), 0).UTC().Format(time.RFC3339)
	}
	if n, ok := f.Number(b, i); ok {
		return strconv.FormatUint(n, 10)
	}
	return ""
}

// Condition returns what selects, in the filter language, the rows that have the
// value that a row has.
func (f Field) Condition(b *Block, i int) string {
	if f.end == noEnd || f.end == endSrc || f.end == endDst {
		switch f.id {
		case record.SrcAddr:
			return b.addrCondition(i, false)
		case record.DstAddr:
			return b.addrCondition(i, true)
		}
		if text := f.Text(b, i); text != "" {
			if f.id == record.Protocol {
				text = strconv.Itoa(int(b.Protocol[i]))
			}
			return f.Name + ":" + Quote(text)
		}
		return "NOT " + f.Name + ":*"
	}
	dst, ok := f.side(b, i)
	if !ok {
		return "NOT initiator:*"
	}
	if f.slot >= 0 {
		name := record.SideNames[f.slot]
		text := Quote(b.Side(i, dst).Value(f.slot))
		switch f.end {
		case endClient:
			return fmt.Sprintf("((initiator:src AND src_%s:%s) OR (initiator:dst AND dst_%s:%s))", name, text, name, text)
		case endServer:
			return fmt.Sprintf("((initiator:src AND dst_%s:%s) OR (initiator:dst AND src_%s:%s))", name, text, name, text)
		}
		return fmt.Sprintf("(src_%s:%s OR dst_%s:%s)", name, text, name, text)
	}
	a, network, _ := f.Addr(b, i)
	text := Quote(a.String())
	switch f.end {
	case endClient, endServer:
		if network == "" {
			return f.Name + ":" + text
		}
		src, dst := "src", "dst"
		if f.end == endServer {
			src, dst = dst, src
		}
		n := Quote(network)
		return fmt.Sprintf("%s:%s AND ((initiator:src AND %s_network:%s) OR (initiator:dst AND %s_network:%s))", f.Name, text, src, n, dst, n)
	case endTrueSrc:
		return fmt.Sprintf("(pkt_srcaddr:%s OR (srcaddr:%s AND NOT pkt_srcaddr:*))", text, text)
	case endTrueDest:
		return fmt.Sprintf("(pkt_dstaddr:%s OR (dstaddr:%s AND NOT pkt_dstaddr:*))", text, text)
	}
	if network != "" {
		n := Quote(network)
		return fmt.Sprintf("((srcaddr:%s AND src_network:%s) OR (dstaddr:%s AND dst_network:%s))", text, n, text, n)
	}
	return "addr:" + text
}

func (b *Block) addrCondition(i int, dst bool) string {
	name, side, a := "src", b.Side(i, false), b.SrcAddr[i]
	if dst {
		name, side, a = "dst", b.Side(i, true), b.DstAddr[i]
	}
	text := name + "addr:" + Quote(a.String())
	if network := side.Value(record.SideNetwork); network != "" {
		text += " AND " + name + "_network:" + Quote(network)
	}
	return text
}

// Quote writes a value of the filter language, in quotes where it needs them.
func Quote(text string) string {
	plain := text != "" && text[0] != '-'
	for i := 0; i < len(text) && plain; i++ {
		c := text[i]
		plain = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '.' || c == '-' || c == '_'
	}
	switch {
	case plain && text != "AND" && text != "OR" && text != "NOT" && text != "TO":
		return text
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
