package cidr

import "slices"

// Set is a set of addresses, kept as the fewest ranges. It never changes and is
// safe for concurrent use. The zero value and a nil Set are empty.
type Set struct {
	table  *Table[struct{}]
	ranges []Range
}

// SetOf returns the addresses of the networks.
func SetOf(prefixes ...Prefix) *Set {
	var ranges []Range
	for _, p := range prefixes {
		ranges = p.AppendRanges(ranges)
	}
	return SetOfRanges(ranges...)
}

// SetOfRanges returns the addresses of the ranges. The slice given is kept as
// it is.
func SetOfRanges(ranges ...Range) *Set {
	merged := MergeRanges(slices.Clone(ranges))
	var b Builder[struct{}]
	for _, r := range merged {
		b.AddRange(r, struct{}{})
	}
	return &Set{table: b.Table(), ranges: merged}
}

// Contains reports whether the address is in the set.
func (s *Set) Contains(addr [16]byte) bool {
	return s != nil && s.table.Find(addr) >= 0
}

// Ranges returns the set as ascending ranges that do not touch. The slice
// belongs to the set.
func (s *Set) Ranges() []Range {
	if s == nil {
		return nil
	}
	return s.ranges
}

// Prefixes returns the set as networks, ascending.
func (s *Set) Prefixes() []Prefix {
	var out []Prefix
	for _, r := range s.Ranges() {
		out = append(out, r.Prefixes()...)
	}
	return out
}
