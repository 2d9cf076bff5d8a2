package record

import (
	"encoding/binary"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/cespare/xxhash/v2"
)

// Group names a set of low-variance fields that are interned together.
type Group uint8

// The groups. A row holds one tuple number for each; sides share one group.
const (
	GroupContext Group = iota // who logged: account, interface, tags, ...
	GroupPath                 // which way: direction, service, next hop, ...
	GroupSide                 // what one end is: network, app, country, ...
	NumGroups
)

// Slots returns how many values a tuple of the group has.
func (g Group) Slots() int {
	switch g {
	case GroupContext:
		return len(contextSlots)
	case GroupPath:
		return len(pathSlots)
	default:
		return NumSideSlots
	}
}

// Names returns the column names of the group's slots.
func (g Group) Names() []string {
	if g == GroupSide {
		return SideNames[:]
	}
	ids := contextSlots
	if g == GroupPath {
		ids = pathSlots
	}
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = catalogue[id].Name
	}
	return names
}

// Tuple is one combination of a group's values. It is immutable.
type Tuple struct {
	// ID is a 64-bit hash of the values, so every process gives one
	// combination the same id without asking anybody. 0 is the tuple
	// with nothing in it. Two of a million tuples share an id with a chance
	// of 3 in 10^8. A context's upper half hashes its interface alone,
	// which keeps the rows of an interface together in the store's order.
	ID     uint64
	Values []string // by slot; "" is absent
}

// Value returns the value of a slot, "" when absent.
func (t *Tuple) Value(slot int) string { return t.Values[slot] }

// Registry interns tuples: it hands out small numbers that are good for the
// life of the process. It is safe for concurrent use.
type Registry struct {
	groups [NumGroups]group
}

type group struct {
	mu      sync.RWMutex
	numbers map[string]uint32
	tuples  atomic.Pointer[[]*Tuple] // read without the lock; grown by append under it
}

// NewRegistry returns a registry in which number 0 of every group is the
// empty tuple.
func NewRegistry() *Registry {
	r := &Registry{}
	for g := range r.groups {
		r.groups[g].numbers = map[string]uint32{}
		r.Intern(Group(g), make([]string, Group(g).Slots()))
	}
	return r
}

// Intern returns the number of a combination of values, one for each slot of
// the group. The values are copied when they are new.
func (r *Registry) Intern(g Group, values []string) uint32 {
	key := tupleKey(values)
	in := &r.groups[g]
	in.mu.RLock()
	n, ok := in.numbers[key]
	in.mu.RUnlock()
	if ok {
		return n
	}

	in.mu.Lock()
	defer in.mu.Unlock()
	if n, ok := in.numbers[key]; ok {
		return n
	}
	var tuples []*Tuple
	if p := in.tuples.Load(); p != nil {
		tuples = *p
	}
	t := &Tuple{ID: tupleID(g, key, values), Values: make([]string, len(values))}
	for i, v := range values {
		t.Values[i] = strings.Clone(v)
	}
	n = uint32(len(tuples))
	in.numbers[key] = n
	tuples = append(tuples, t)
	in.tuples.Store(&tuples)
	return n
}

// Tuple returns the tuple of a number that Intern gave out.
func (r *Registry) Tuple(g Group, n uint32) *Tuple {
	return (*r.groups[g].tuples.Load())[n]
}

// Len returns how many tuples the group has; numbers run from 0 to Len-1.
func (r *Registry) Len(g Group) int {
	return len(*r.groups[g].tuples.Load())
}

// tupleKey joins values with their lengths, so no value can imitate a border. What
// is absent at the end is left out: a slot more changes no key.
func tupleKey(values []string) string {
	size, used := 0, 0
	for i, v := range values {
		size += len(v) + 2
		if v != "" {
			used = i + 1
		}
	}
	values = values[:used]
	b := make([]byte, 0, size)
	for _, v := range values {
		b = binary.AppendUvarint(b, uint64(len(v)))
		b = append(b, v...)
	}
	return string(b)
}

func tupleID(g Group, key string, values []string) uint64 {
	empty := true
	for _, v := range values {
		empty = empty && v == ""
	}
	if empty {
		return 0
	}
	h := xxhash.Sum64String(key)
	if g != GroupContext {
		return max(h, 1)
	}
	owner := values[catalogue[InterfaceID].Slot]
	if owner == "" {
		owner = values[catalogue[ResourceID].Slot]
	}
	return max(xxhash.Sum64String(owner)<<32|h>>32, 1)
}
