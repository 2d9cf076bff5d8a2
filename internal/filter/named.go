package filter

import (
	"strings"

	"github.com/weir-flow/weir/internal/record"
)

// named is a field whose values are few and have names. The value is packed in
// a one-byte column; it is absent where its name is "".
type named struct {
	column record.FieldID      // where it is packed
	index  func(v uint8) uint8 // unpacks it: a position in names
	sql    string              // the same in SQL
	names  []string
}

// truth is the named form of a truth: 0 is false, 1 is true.
var truth = []string{"false", "true"}

var namedFields = map[record.FieldID]*named{
	record.ActionField: {record.ActionField, func(v uint8) uint8 { return v }, "toInt8(action)", []string{"", "ACCEPT", "REJECT"}},
	record.Counted:     {record.Counted, func(v uint8) uint8 { return min(v, 1) }, "counted != 0", truth},
	record.Initiator:   {record.Role, func(v uint8) uint8 { return uint8(record.RoleInitiator(v)) }, "bitAnd(role, 3)", record.InitiatorNames[:]},
	record.InitiatorBy: {record.Role, func(v uint8) uint8 { return uint8(record.RoleReason(v)) }, "bitAnd(bitShiftRight(role, 2), 3)", record.InitiatorReasonNames[:]},
	record.Witness:     {record.Role, func(v uint8) uint8 { return uint8(record.RoleWitness(v)) }, "bitAnd(bitShiftRight(role, 4), 7)", record.WitnessNames[:]},
	record.SrcScope:    {record.Scopes, func(v uint8) uint8 { s, _ := record.UnpackScopes(v); return uint8(s) }, sqlSrcScope, record.ScopeNames[:]},
	record.DstScope:    {record.Scopes, func(v uint8) uint8 { _, s := record.UnpackScopes(v); return uint8(s) }, sqlDstScope, record.ScopeNames[:]},
	record.Direction:   {record.Scopes, func(v uint8) uint8 { return record.DirectionOf(record.UnpackScopes(v)) }, sqlDirection, record.DirectionNames[:]},
	record.TimeSuspect: {record.Flags, func(v uint8) uint8 { return v & record.FlagTimeSuspect / record.FlagTimeSuspect }, "bitAnd(flags, 4) != 0", truth},
	record.TimeFrom:    {record.Flags, func(v uint8) uint8 { return v & record.FlagTimeFromMask }, "bitAnd(flags, 3)", record.TimeFromNames[:]},
}

// Scopes and what follows from them, in SQL: see [record.PackScopes] and
// [record.DirectionOf].
const (
	sqlSrcScope  = "bitAnd(scopes, 7)"
	sqlDstScope  = "bitAnd(bitShiftRight(scopes, 3), 7)"
	sqlDirection = "multiIf(" + sqlSrcScope + " = 0 OR " + sqlDstScope + " = 0, 0, " +
		sqlSrcScope + " = 1 AND " + sqlDstScope + " = 1, 3, " +
		sqlDstScope + " = 1, 1, " + sqlSrcScope + " = 1, 2, 4)"
)

// name returns the name of a column value, "" when it has none.
func (n *named) name(v uint8) string {
	if i := n.index(v); int(i) < len(n.names) {
		return n.names[i]
	}
	return ""
}

// all returns the bits of all values that are not absent.
func (n *named) all() names {
	return n.matching(func(string) bool { return true })
}

// matching returns the bits of the values whose names pass.
func (n *named) matching(pass func(string) bool) names {
	var set names
	for i, name := range n.names {
		if name != "" && pass(name) {
			set |= 1 << i
		}
	}
	return set
}

// listed joins the names for an error.
func (n *named) listed() string {
	var present []string
	for _, name := range n.names {
		if name != "" {
			present = append(present, name)
		}
	}
	return strings.Join(present, ", ")
}

// truths are the spellings of flag.
var truths = map[string]string{"true": "true", "yes": "true", "1": "true", "false": "false", "no": "false", "0": "false"}

// lookup finds the field of a name as typed.
func lookup(name string) (*record.Field, bool) {
	// Documents turn the hyphen of tcp-flags into other dashes.
	name = strings.Map(func(r rune) rune {
		if isDash(r) {
			return '-'
		}
		return r
	}, name)
	return record.Lookup(name)
}

// basics returns the fields a field stands for: two for those that mean either
// side, else itself.
func basics(f *record.Field) []record.FieldID {
	if f.Place == record.PlaceEither {
		return f.Of[:]
	}
	return []record.FieldID{f.ID}
}
