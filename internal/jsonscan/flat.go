package jsonscan

import "bytes"

// Flat reads objects into leaves: their members, and the members of those
// inner objects that it is told to look into. Objects of one source repeat
// their keys, so a key is resolved once for each spelling and found again by
// comparing bytes with the key that came in its place before. Reading an object
// with known keys allocates nothing.
//
// A Flat is not safe for concurrent use.
type Flat struct {
	// Leaves are those of the object read last, in its order. Valid until the
	// next Read, as long as the data it was given.
	Leaves []Leaf
	// Conflict reports that a key came twice with different values. A second
	// time with the same value is left out of Leaves.
	Conflict bool

	resolve func(path string) (tag int, inside bool)
	root    *Key
	keys    int // held in memory
	last    *Key
	round   uint64 // of reading, to tell this object's keys from those before
	scratch []byte
}

// Key is a member's key at its place in the object.
type Key struct {
	Name   string // of this member alone
	Path   string // names from the outermost object on, with dots between
	Parent *Key   // of the object that holds it; nil at the top
	Tag    int    // what resolve said about the path

	inside   bool
	raw      string // as it stands between quotes
	children map[string]*Key
	next     *Key // came after it last time
	round    uint64
	leaf     int // in that round
}

// Leaf is a member whose value is not looked into.
type Leaf struct {
	Key  *Key
	Kind Kind
	// Text is the value: without quotes and escapes for texts, else the bytes
	// as they stand.
	Text []byte
	Raw  []byte // the value as it stands
	Used bool   // for the caller, who says so of leaves that found their place
}

// maxKeys is how many keys are remembered. Sources have hundreds at most.
const maxKeys = 16 << 10

// NewFlat returns a reader. resolve is asked once for each path: tag is kept in
// its Key, and inside says that an object there is to be looked into.
func NewFlat(resolve func(path string) (tag int, inside bool)) *Flat {
	return &Flat{resolve: resolve, root: &Key{}}
}

// Read reads the object that begins with data and returns where it ends. If why
// is not empty, it is none, n is where it stops being one, and there are no
// Leaves.
func (f *Flat) Read(data []byte) (n int, why string) {
	if f.keys > maxKeys {
		f.root, f.keys = &Key{}, 0
	}
	f.Leaves, f.Conflict, f.scratch = f.Leaves[:0], false, f.scratch[:0]
	f.round++
	f.last = f.root
	if len(data) == 0 || data[0] != '{' {
		return 0, Unexpected
	}
	if n, why = f.object(data, 0, f.root, 1); why != "" {
		f.Leaves = f.Leaves[:0]
	}
	return n, why
}

func (f *Flat) object(data []byte, p int, parent *Key, depth int) (end int, why string) {
	if p = Space(data, p+1); p < len(data) && data[p] == '}' {
		return p + 1, ""
	}
	for {
		t, at, why := key(data, p)
		if why != "" {
			return at, why
		}
		if at >= len(data) {
			return at, Cut
		}
		k := f.key(data[t.from:t.to], t.escaped, parent)
		leaf := Leaf{Key: k}
		switch data[at] {
		case '{', '[':
			if data[at] == '{' && k.inside && depth < MaxDepth {
				if p, why = f.object(data, at, k, depth+1); why != "" {
					return p, why
				}
				break
			}
			if p, why = value(data, at, MaxDepth-depth); why != "" {
				return p, why
			}
			leaf.Kind = Array
			if data[at] == '{' {
				leaf.Kind = Object
			}
			leaf.Text = data[at:p]
		default:
			if leaf.Kind, t, p, why = scalar(data, at); why != "" {
				return p, why
			}
			leaf.Text = data[t.from:t.to]
			if t.escaped {
				from := len(f.scratch)
				f.scratch = AppendText(f.scratch, leaf.Text)
				leaf.Text = f.scratch[from:]
			}
		}
		if leaf.Text != nil {
			leaf.Raw = data[at:p]
			f.add(leaf)
		}
		if p < len(data) && data[p] != ',' {
			p = Space(data, p)
		}
		if p >= len(data) {
			return p, Cut
		}
		switch data[p] {
		case ',':
			if p++; p < len(data) && data[p] != '"' {
				p = Space(data, p)
			}
		case '}':
			return p + 1, ""
		default:
			return p, unexpected(data, p)
		}
	}
}

// key finds the key that stands between quotes in an object.
func (f *Flat) key(raw []byte, escaped bool, parent *Key) *Key {
	// Fast path: the same key as in the object before.
	if k := f.last.next; k != nil && k.Parent == parent && k.raw == string(raw) {
		f.last = k
		return k
	}
	k := parent.children[string(raw)]
	if k == nil {
		k = f.newKey(raw, escaped, parent)
	}
	f.last.next = k
	f.last = k
	return k
}

func (f *Flat) newKey(raw []byte, escaped bool, parent *Key) *Key {
	k := &Key{raw: string(raw), Parent: parent}
	k.Name = k.raw
	if escaped {
		k.Name = string(AppendText(nil, raw))
	}
	k.Path = k.Name
	if parent != f.root {
		k.Path = parent.Path + "." + k.Name
	}
	k.Tag, k.inside = f.resolve(k.Path)
	if parent.children == nil {
		parent.children = map[string]*Key{}
	}
	parent.children[k.raw] = k
	f.keys++
	return k
}

// Top reports whether a key stands in the outermost object.
func (k *Key) Top() bool { return k.Parent == nil || k.Parent.Parent == nil }

func (f *Flat) add(leaf Leaf) {
	k := leaf.Key
	if k.round == f.round {
		before := f.Leaves[k.leaf]
		f.Conflict = f.Conflict || !bytes.Equal(before.Text, leaf.Text)
		return
	}
	k.round, k.leaf = f.round, len(f.Leaves)
	f.Leaves = append(f.Leaves, leaf)
}

// AppendUnused appends the members of a JSON object that are not Used, at their
// places, and reports whether there was one. Values that say nothing (null, ""
// and "-") are left out. dst is the beginning of the object, "{" and perhaps
// members.
func (f *Flat) AppendUnused(dst []byte) (out []byte, some bool) {
	var open *Key // whose object is being written
	for i := range f.Leaves {
		l := &f.Leaves[i]
		if l.Used || l.Absent() {
			continue
		}
		some = true
		dst = f.turn(dst, open, l.Key.Parent)
		open = l.Key.Parent
		dst = comma(dst)
		dst = append(AppendQuoted(dst, l.Key.Name), ':')
		dst = AppendValue(dst, l.Raw)
	}
	return f.turn(dst, open, f.root), some
}

// Absent reports whether a value says that there is none.
func (l *Leaf) Absent() bool {
	switch l.Kind {
	case Null:
		return true
	case String:
		return len(l.Text) == 0 || len(l.Text) == 1 && l.Text[0] == '-'
	}
	return false
}

// turn closes the objects that end between two members and opens those that
// begin there.
func (f *Flat) turn(dst []byte, from, to *Key) []byte {
	if from == nil {
		from = f.root
	}
	for !holds(from, to) {
		dst = append(dst, '}')
		from = from.Parent
	}
	return f.enter(dst, from, to)
}

func (f *Flat) enter(dst []byte, from, to *Key) []byte {
	if to == from {
		return dst
	}
	dst = comma(f.enter(dst, from, to.Parent))
	return append(AppendQuoted(dst, to.Name), ':', '{')
}

// holds reports whether k is outer or lies in it.
func holds(outer, k *Key) bool {
	for ; k != nil; k = k.Parent {
		if k == outer {
			return true
		}
	}
	return false
}

func comma(dst []byte) []byte {
	if n := len(dst); n > 0 && dst[n-1] != '{' {
		return append(dst, ',')
	}
	return dst
}
