package filter

import (
	"slices"

	"github.com/weir-flow/weir/internal/record"
)

// op is a node of the plan: opAll, opJunction, opNot, opRow, opTuple or opPair. The
// plan says where values are read, and SQL and matcher both follow it: a field
// that stands for two is an OR of them, a derived address is the source's or
// the destination's by who opened the conversation, and everything about one
// tuple is one question about it.
type op interface{}

type (
	opAll      struct{}
	opJunction struct {
		or  bool
		ops []op
	}
	opNot struct{ of op }
	// opRow tests one row field, named, number, address or text.
	opRow leaf
	// opTuple tests the values of one tuple: of is a bound node whose
	// leaves and searches are about its slots.
	opTuple struct {
		place record.Place
		of    node
	}
)

// plan makes the plan of a bound node.
func plan(n node) op {
	switch n := n.(type) {
	case junction:
		ops := make([]op, len(n.nodes))
		for i, of := range n.nodes {
			ops[i] = plan(of)
		}
		return planJunction(n.or, ops)
	case not:
		return planNot(plan(n.of))
	case leaf:
		return planLeaf(n)
	case search:
		return planSearch(n)
	}
	return opAll{}
}

// planNot negates an op; about a tuple it is a question about it again.
func planNot(of op) op {
	if t, ok := of.(opTuple); ok {
		return opTuple{t.place, newNot(t.of)}
	}
	return opNot{of}
}

// planJunction joins ops and makes those about one tuple a single one, in the
// place of the first.
func planJunction(or bool, ops []op) op {
	var flat []op
	for _, of := range ops {
		if j, ok := of.(opJunction); ok && j.or == or {
			flat = append(flat, j.ops...)
			continue
		}
		flat = append(flat, of)
	}
	out := flat[:0]
	for _, of := range flat {
		t, ok := of.(opTuple)
		if !ok {
			out = append(out, of)
			continue
		}
		i := slices.IndexFunc(out, func(other op) bool { o, ok := other.(opTuple); return ok && o.place == t.place })
		if i < 0 {
			out = append(out, of)
			continue
		}
		o := out[i].(opTuple)
		out[i] = opTuple{t.place, newJunction(or, []node{o.of, t.of})}
	}
	if len(out) == 1 {
		return out[0]
	}
	return opJunction{or, out}
}

func planLeaf(l leaf) op {
	at := func(id record.FieldID) op { return plan(leaf{record.Get(id), l.test}) }
	// bySide takes the first field where the source opened the
	// conversation, the second where the destination did.
	bySide := func(src, dst record.FieldID) op {
		opened := func(side record.InitiatorSide) op {
			return opRow{record.Get(record.Initiator), names(1 << side)}
		}
		return planJunction(true, []op{
			planJunction(false, []op{opened(record.InitiatorSrc), at(src)}),
			planJunction(false, []op{opened(record.InitiatorDst), at(dst)}),
		})
	}
	// local takes the source's field where the source is the internal side, the
	// destination's where it is; where both are, the server's.
	local := func(src, dst record.FieldID) op {
		inside := func(id record.FieldID) op { return opRow{record.Get(id), names(1 << record.ScopeInternal)} }
		opened := opRow{record.Get(record.Initiator), names(1 << record.InitiatorSrc)}
		return planJunction(true, []op{
			planJunction(false, []op{inside(record.DstScope), planJunction(true, []op{opNot{inside(record.SrcScope)}, opened}), at(dst)}),
			planJunction(false, []op{inside(record.SrcScope), planJunction(true, []op{opNot{inside(record.DstScope)}, opNot{opened}}), at(src)}),
		})
	}
	switch l.field.ID {
	case record.ClientApp:
		return bySide(record.SrcApp, record.DstApp)
	case record.ServerApp:
		return bySide(record.DstApp, record.SrcApp)
	case record.LocalRole:
		return local(record.SrcRole, record.DstRole)
	case record.LocalSubnet:
		own := plan(leaf{record.Get(record.SubnetID), exists{}})
		return planJunction(true, []op{
			at(record.SubnetID),
			planJunction(false, []op{planNot(own), local(record.SrcSubnetID, record.DstSubnetID)}),
		})
	case record.Client:
		return bySide(record.SrcAddr, record.DstAddr)
	case record.Server:
		return bySide(record.DstAddr, record.SrcAddr)
	case record.ServicePort:
		return bySide(record.DstPort, record.SrcPort)
	}
	if l.field.Place != record.PlaceEither {
		if t, ok := l.test.(sameAs); ok {
			return planPair(l.field, t)
		}
	}
	switch l.field.Place {
	case record.PlaceEither:
		return planJunction(true, []op{at(l.field.Of[0]), at(l.field.Of[1])})
	case record.PlaceContext, record.PlacePath, record.PlaceSrc, record.PlaceDst:
		return opTuple{l.field.Place, l}
	}
	if n := namedFields[l.field.ID]; n != nil {
		if _, ok := l.test.(exists); ok {
			return opRow{l.field, n.all()}
		}
	}
	return opRow(l)
}

// planSearch asks every text field, and the action by its name.
func planSearch(s search) op {
	ops := []op{
		opTuple{record.PlaceContext, s}, opTuple{record.PlacePath, s},
		opTuple{record.PlaceSrc, s}, opTuple{record.PlaceDst, s},
		opRow{record.Get(record.Unmapped), s.test},
	}
	if set := namedFields[record.ActionField].matching(s.test.matchString); set != 0 {
		ops = append(ops, opRow{record.Get(record.ActionField), set})
	}
	return planJunction(true, ops)
}

// presence says how a row field's absence is known: from its bit, or, when bit
// is 0, from the test itself.
//
// A column holds zero where its field is absent, so a test that refuses zero
// needs no bit and reads one column less. The exceptions: a start is never
// absent and a missing end holds the start (see [record.Binder]); the store
// writes zero for packet addresses that equal the others.
func presence(r opRow) (bit uint32) {
	if namedFields[r.field.ID] != nil {
		return 0
	}
	switch r.field.ID {
	case record.Start:
		return 0
	case record.Duration:
		return record.AbsentBit(record.End)
	case record.PktSrcAddr, record.PktDstAddr, record.End:
		return record.AbsentBit(r.field.ID)
	}
	switch t := r.test.(type) {
	case numbers:
		if t[0].lo > 0 {
			return 0
		}
	case mask:
		return 0
	case addresses:
		if len(t) == 0 || t[0].Lo != [16]byte{} {
			return 0
		}
	}
	return record.AbsentBit(r.field.ID)
}

// searchedSlots are the slots of each place that a word is looked for in, and
// their columns.
var searchedSlots = func() map[record.Place]textSlots {
	m := map[record.Place]textSlots{}
	for _, f := range record.Fields() {
		if _, inTuple := tupleColumns[f.Place]; inTuple && f.Type == record.TypeText {
			m[f.Place] = textSlots{append(m[f.Place].slots, f.Slot), append(m[f.Place].names, slotName(&f))}
		}
	}
	return m
}()

type textSlots struct {
	slots []int
	names []string
}

// slotName returns the column of a tuple field in the table of its tuples.
func slotName(f *record.Field) string { return groupOf(f.Place).Names()[f.Slot] }

func groupOf(p record.Place) record.Group {
	switch p {
	case record.PlaceContext:
		return record.GroupContext
	case record.PlacePath:
		return record.GroupPath
	}
	return record.GroupSide
}
