package filter

import (
	"slices"

	"github.com/weir-flow/weir/internal/record"
)

// Requires returns fields without which no record passes, ascending: where the data
// lacks one of them entirely, the filter finds nothing. Fields that weir derives, and
// those that stand for two, are not among them.
func (b *Bound) Requires() []record.FieldID {
	ids := requires(b.root)
	slices.Sort(ids)
	return slices.Compact(ids)
}

func requires(n node) []record.FieldID {
	switch n := n.(type) {
	case leaf:
		var ids []record.FieldID
		if plainField(n.field) {
			ids = append(ids, n.field.ID)
		}
		if t, ok := n.test.(sameAs); ok && plainField(t.other) {
			ids = append(ids, t.other.ID)
		}
		return ids
	case junction:
		ids := requires(n.nodes[0])
		for _, of := range n.nodes[1:] {
			more := requires(of)
			if n.or {
				ids = slices.DeleteFunc(ids, func(id record.FieldID) bool { return !slices.Contains(more, id) })
			} else {
				ids = append(ids, more...)
			}
		}
		return ids
	}
	return nil
}

func plainField(f *record.Field) bool {
	return f.Place != record.PlaceDerived && f.Place != record.PlaceEither && f.Since > 0
}

// MayPass reports whether a record with this action can pass.
func (b *Bound) MayPass(a record.Action) bool { return mayPass(b.root, a) != never }

// What is known of a node when only the action of a record is.
const (
	never = iota
	perhaps
	always
)

func mayPass(n node, a record.Action) int {
	switch n := n.(type) {
	case all:
		return always
	case not:
		return always - mayPass(n.of, a)
	case leaf:
		if n.field.ID != record.ActionField {
			return perhaps
		}
		set, ok := n.test.(names)
		if ok && set>>a&1 == 0 {
			return never
		}
		if !ok && a == record.ActionNone {
			return never
		}
		return always
	case junction:
		out := always
		if n.or {
			out = never
		}
		for _, of := range n.nodes {
			if n.or {
				out = max(out, mayPass(of, a))
			} else {
				out = min(out, mayPass(of, a))
			}
		}
		return out
	}
	return perhaps
}

// Parts are the filters that must all let a record through for this one to; itself
// alone where it is no such list.
func (b *Bound) Parts() []*Bound {
	j, ok := b.root.(junction)
	if !ok || j.or {
		return []*Bound{b}
	}
	parts := make([]*Bound, len(j.nodes))
	for i, n := range j.nodes {
		parts[i] = &Bound{root: n, plan: plan(n)}
	}
	return parts
}

// Address returns the one address that all records have which pass, in the field of
// the source or the destination; false where the filter does not name one.
func (b *Bound) Address(id record.FieldID) (record.Addr, bool) {
	nodes := []node{b.root}
	if j, ok := b.root.(junction); ok && !j.or {
		nodes = j.nodes
	}
	for _, n := range nodes {
		l, ok := n.(leaf)
		if !ok || l.field.ID != id {
			continue
		}
		if a, ok := l.test.(addresses); ok && len(a) == 1 && a[0].Lo == a[0].Hi {
			return record.Addr(a[0].Lo), true
		}
	}
	return record.Addr{}, false
}
