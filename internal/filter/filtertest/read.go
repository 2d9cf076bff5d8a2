package filtertest

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/weir-flow/weir/internal/record"
)

const second = 1_000_000_000 // nanoseconds

// Value is the value of a field, in every form that it has.
type Value struct {
	Text   string // numbers in decimal, times in nanoseconds
	Number uint64 // numbers, times
	Addr   record.Addr
}

// Read returns a field of a row the slow and plain way, for tests to compare
// with. A number in a tuple that is not written as one has the largest Number.
func Read(b *record.Batch, row int, id record.FieldID) (v Value, present bool) {
	r := reader{b, row}
	return r.value(id)
}

type reader struct {
	b   *record.Batch
	row int
}

func (r reader) value(id record.FieldID) (v Value, present bool) {
	f := record.Get(id)
	u8 := func(id record.FieldID) uint8 {
		if !r.b.Has(id) {
			return 0
		}
		return r.b.Col(id).U8[r.row]
	}
	text := func(s string) (Value, bool) { return Value{Text: s}, s != "" }
	role := u8(record.Role)
	src, dst := record.UnpackScopes(u8(record.Scopes))
	name := func(names []string, i int) (Value, bool) {
		if i >= len(names) {
			return Value{}, false
		}
		return text(names[i])
	}
	bySide := func(whenSrc, whenDst record.FieldID) (Value, bool) {
		switch record.RoleInitiator(role) {
		case record.InitiatorSrc:
			return r.value(whenSrc)
		case record.InitiatorDst:
			return r.value(whenDst)
		}
		return Value{}, false
	}
	local := func(ofSrc, ofDst record.FieldID) (Value, bool) {
		switch in, out := dst == record.ScopeInternal, src == record.ScopeInternal; {
		case in && (!out || record.RoleInitiator(role) == record.InitiatorSrc):
			return r.value(ofDst)
		case out:
			return r.value(ofSrc)
		}
		return Value{}, false
	}
	switch id {
	case record.ActionField:
		return text(record.Action(u8(id)).String())
	case record.Counted:
		return text(strconv.FormatBool(u8(id) != 0))
	case record.TimeSuspect:
		return text(strconv.FormatBool(u8(record.Flags)&record.FlagTimeSuspect != 0))
	case record.TimeFrom:
		return name(record.TimeFromNames[:], int(u8(record.Flags)&record.FlagTimeFromMask))
	case record.Initiator:
		return name(record.InitiatorNames[:], int(record.RoleInitiator(role)))
	case record.InitiatorBy:
		return name(record.InitiatorReasonNames[:], int(record.RoleReason(role)))
	case record.Witness:
		return name(record.WitnessNames[:], int(record.RoleWitness(role)))
	case record.SrcScope:
		return name(record.ScopeNames[:], int(src))
	case record.DstScope:
		return name(record.ScopeNames[:], int(dst))
	case record.Direction:
		return name(record.DirectionNames[:], int(record.DirectionOf(src, dst)))
	case record.Client:
		return bySide(record.SrcAddr, record.DstAddr)
	case record.Server:
		return bySide(record.DstAddr, record.SrcAddr)
	case record.ServicePort:
		return bySide(record.DstPort, record.SrcPort)
	case record.ClientApp:
		return bySide(record.SrcApp, record.DstApp)
	case record.ServerApp:
		return bySide(record.DstApp, record.SrcApp)
	case record.LocalRole:
		return local(record.SrcRole, record.DstRole)
	case record.LocalSubnet:
		if v, present := r.value(record.SubnetID); present {
			return v, true
		}
		return local(record.SrcSubnetID, record.DstSubnetID)
	case record.Duration:
		from, _ := r.value(record.Start)
		to, present := r.value(record.End)
		if to.Number/second < from.Number/second {
			return Value{Text: "0"}, present
		}
		n := to.Number/second - from.Number/second
		return Value{Text: fmt.Sprint(n), Number: n}, present
	}
	tuples := map[record.Place][]uint32{
		record.PlaceContext: r.b.Context, record.PlacePath: r.b.Path, record.PlaceSrc: r.b.SrcSide, record.PlaceDst: r.b.DstSide,
	}
	if numbers, ok := tuples[f.Place]; ok {
		g := record.GroupSide
		switch f.Place {
		case record.PlaceContext:
			g = record.GroupContext
		case record.PlacePath:
			g = record.GroupPath
		}
		v := Value{Text: r.b.Registry.Tuple(g, numbers[r.row]).Value(f.Slot), Number: math.MaxUint64}
		if strings.Trim(v.Text, "0123456789") == "" && len(v.Text) <= 19 {
			if n, err := strconv.ParseUint(v.Text, 10, 64); err == nil {
				v.Number = n
			}
		}
		return v, v.Text != ""
	}
	c := r.b.Col(id)
	if record.AbsentBit(id) != 0 && (!r.b.Has(id) || r.b.Has(record.Absent) && r.b.AbsentAt(id, r.row)) {
		return Value{}, false
	}
	number := func(n uint64) (Value, bool) { return Value{Text: fmt.Sprint(n), Number: n}, true }
	switch {
	case id == record.Absent:
		n := uint32(0)
		if r.b.Has(id) {
			n = c.U32[r.row]
		}
		for _, of := range record.RowFields {
			if !r.b.Has(of) {
				n |= record.AbsentBit(of)
			}
		}
		return number(uint64(n))
	case !r.b.Has(id) && f.Type == record.TypeText:
		return Value{}, false
	case !r.b.Has(id):
		return number(0)
	}
	switch f.Type {
	case record.TypeText:
		return text(c.Text[r.row])
	case record.TypeAddr:
		return Value{Text: c.Addr[r.row].String(), Addr: c.Addr[r.row]}, true
	case record.TypeTime:
		return number(uint64(c.Time[r.row]))
	case record.TypeUint16:
		return number(uint64(c.U16[r.row]))
	case record.TypeUint32:
		return number(uint64(c.U32[r.row]))
	case record.TypeUint64:
		return number(c.U64[r.row])
	}
	return number(uint64(c.U8[r.row]))
}
