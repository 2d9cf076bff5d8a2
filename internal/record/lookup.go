package record

import (
	"slices"
	"strings"
)

var (
	byName       = map[string]*Field{}
	contextSlots []FieldID
	pathSlots    []FieldID
)

func init() {
	for i := range catalogue {
		f := &catalogue[i]
		f.ID = FieldID(i)
		if f.Name == "" {
			panic("record: catalogue has no entry for a field id")
		}
		switch f.Place {
		case PlaceContext:
			f.Slot = len(contextSlots)
			contextSlots = append(contextSlots, f.ID)
		case PlacePath:
			f.Slot = len(pathSlots)
			pathSlots = append(pathSlots, f.ID)
		}
		for _, name := range append([]string{f.Name}, f.Aliases...) {
			key := fold(name)
			if other, taken := byName[key]; taken {
				panic("record: " + f.Name + " and " + other.Name + " share the name " + name)
			}
			byName[key] = f
		}
	}
}

// fold maps the spellings of one name onto each other: dst-addr, dst_addr,
// dstAddr and DSTADDR are the same field.
func fold(name string) string {
	var b strings.Builder
	for _, r := range name {
		switch {
		case r == '-' || r == '_':
		case r >= 'A' && r <= 'Z':
			b.WriteRune(r + 'a' - 'A')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Lookup finds a field by any of its names in any spelling: hyphens,
// underscores and camelCase mean the same, upper and lower case too.
func Lookup(name string) (*Field, bool) {
	f, ok := byName[fold(strings.TrimSuffix(name, ".keyword"))]
	return f, ok
}

// SameName reports whether two names are spellings of one.
func SameName(a, b string) bool { return fold(a) == fold(b) }

// Get returns the catalogue entry of a field.
func Get(id FieldID) *Field { return &catalogue[id] }

// Fields returns the catalogue in its order. The slice must not be changed.
func Fields() []Field { return catalogue[:] }

// ContextFields lists the fields of a context tuple by slot.
func ContextFields() []FieldID { return contextSlots }

// PathFields lists the fields of a path tuple by slot.
func PathFields() []FieldID { return pathSlots }

// RowFields are the flow fields held as columns that a source can leave out,
// in the order of their bits in the Absent column. Stored data depends on the
// order: only ever append.
var RowFields = []FieldID{
	SrcAddr, DstAddr, SrcPort, DstPort, Protocol, Packets, Bytes,
	Start, End, ActionField, TCPFlags, PktSrcAddr, PktDstAddr,
	PacketsLostNoRoute, PacketsLostBlackhole, PacketsLostMTUExceeded, PacketsLostTTLExpired, RTT,
}

var absentBits [NumFields]uint32

func init() {
	for bit, id := range RowFields {
		absentBits[id] = 1 << bit
	}
}

// AbsentBit returns the bit of a row field in the Absent column, or 0 for a
// field that is never absent or does not live in a row column.
func AbsentBit(id FieldID) uint32 { return absentBits[id] }

// Suggest returns the canonical field name nearest to a mistyped one, or "".
func Suggest(name string) string {
	key := fold(name)
	best, bestDistance := "", 3
	names := make([]string, 0, len(byName))
	for k := range byName {
		names = append(names, k)
	}
	slices.Sort(names)
	for _, k := range names {
		if d := distance(key, k); d < bestDistance && d < len(key) {
			best, bestDistance = byName[k].Name, d
		}
	}
	return best
}

// distance is the Levenshtein distance between two short ASCII names.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		prev := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := prev
			if a[i] != b[j] {
				cost++
			}
			prev = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
