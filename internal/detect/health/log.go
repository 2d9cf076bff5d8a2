package health

import (
	"cmp"
	"encoding/binary"
	"slices"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/sketch"
)

// log is what is known of an interface or attachment that logs. Times are nanoseconds
// since 1970.
type log struct {
	ID                   string
	Kind                 finding.Kind
	Subnet, VPC, Account string

	First   int64
	Last    [numOf]int64
	Minutes [numOf]uint64
	Pauses  [numOf][days]int64 // longest pause, by day number modulo days
	Day     [numOf]int64       // day number of the newest
	Group   [numOf]uint64      // key of the group of silent ones that it is in; 0: none
	Seen    int64              // when others last saw it send, in steps of ten minutes
}

// days is for how long pauses are remembered: a week and the day begun.
const days = 8

// place is where interfaces must be to fall silent together.
func (v *log) place() string { return cmp.Or(v.VPC, v.Account) }

// pause remembers a pause that ended.
func (v *log) pause(of int, at, length int64) {
	today := at / day
	for n := max(v.Day[of]+1, today-days+1); n <= today; n++ {
		v.Pauses[of][n%days] = 0
	}
	v.Day[of] = max(v.Day[of], today)
	p := &v.Pauses[of][today%days]
	*p = max(*p, length)
}

// longest returns the longest pause of the last week.
func (v *log) longest(of int) int64 { return slices.Max(v.Pauses[of][:]) }

// likeIt returns the pause that is like a log, as far as its days agree: where four or more
// of them are known, one that stands out does not say what the others are like, and counts
// for half.
func (v *log) likeIt(of int) int64 {
	pauses := slices.Sorted(slices.Values(v.Pauses[of][:]))
	longest, second := pauses[days-1], pauses[days-2]
	if pauses[days-4] == 0 {
		return longest
	}
	return max(second, longest/2)
}

// group is what fell silent together.
type group struct {
	Rule    uint64
	Entity  finding.Entity
	Place   string
	Since   int64 // last record of the first
	Until   int64 // known to be silent until
	Gap     int64 // longest pause that was like them
	Members []string
	Subnets []string // of the members
	Silent  int64    // still
	Alive   int64    // members that others saw sending meanwhile
	Fresh   int64    // interfaces that began to log at the place since shortly before
	Over    bool
}

// maxMembers bounds the interfaces that a group names.
const maxMembers = 256

// scope returns how the members are spread over subnets.
func (g *group) scope() []finding.Share {
	if len(g.Members) < 2 {
		return nil
	}
	count := map[string]int{}
	for _, s := range g.Subnets {
		count[s]++
	}
	var out []finding.Share
	for s, n := range count {
		if s != "" {
			out = append(out, finding.Share{Kind: finding.KindSubnet, ID: s, Share: float64(n) / float64(len(g.Subnets))})
		}
	}
	slices.SortFunc(out, func(a, b finding.Share) int {
		return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.ID, b.ID))
	})
	return out[:min(len(out), 8)]
}

// Clone implements [sketch.Value].
func (v *log) Clone() log { return *v }

// Append implements [sketch.Value].
func (v *log) Append(dst []byte) []byte {
	for _, text := range []string{v.ID, string(v.Kind), v.Subnet, v.VPC, v.Account} {
		dst = sketch.AppendText(dst, text)
	}
	dst = binary.AppendVarint(binary.AppendVarint(dst, v.First), v.Seen)
	for of := range numOf {
		dst = binary.AppendVarint(binary.AppendVarint(dst, v.Last[of]), v.Day[of])
		dst = binary.AppendUvarint(binary.AppendUvarint(dst, v.Minutes[of]), v.Group[of])
		for _, p := range v.Pauses[of] {
			dst = binary.AppendVarint(dst, p)
		}
	}
	return dst
}

// Read implements [sketch.Value].
func (v *log) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	v.ID, v.Kind, v.Subnet, v.VPC, v.Account = r.Text(), finding.Kind(r.Text()), r.Text(), r.Text(), r.Text()
	v.First, v.Seen = r.Varint(), r.Varint()
	for of := range numOf {
		v.Last[of], v.Day[of] = r.Varint(), r.Varint()
		v.Minutes[of], v.Group[of] = r.Uvarint(), r.Uvarint()
		for i := range v.Pauses[of] {
			v.Pauses[of][i] = r.Varint()
		}
	}
	return r.Rest()
}

// Clone implements [sketch.Value].
func (g *group) Clone() group {
	c := *g
	c.Members, c.Subnets = slices.Clone(g.Members), slices.Clone(g.Subnets)
	return c
}

// Append implements [sketch.Value].
func (g *group) Append(dst []byte) []byte {
	dst = binary.LittleEndian.AppendUint64(dst, g.Rule)
	dst = sketch.AppendText(detect.AppendEntity(dst, g.Entity), g.Place)
	for _, n := range []int64{g.Since, g.Until, g.Gap, g.Silent, g.Alive, g.Fresh} {
		dst = binary.AppendVarint(dst, n)
	}
	dst = binary.AppendUvarint(dst, uint64(len(g.Members)))
	for i := range g.Members {
		dst = sketch.AppendText(sketch.AppendText(dst, g.Members[i]), g.Subnets[i])
	}
	return dst
}

// Read implements [sketch.Value].
func (g *group) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	g.Rule, g.Entity, g.Place = r.Uint64(), detect.ReadEntity(&r), r.Text()
	for _, n := range []*int64{&g.Since, &g.Until, &g.Gap, &g.Silent, &g.Alive, &g.Fresh} {
		*n = r.Varint()
	}
	n := r.Uvarint()
	if n > maxMembers {
		return nil, sketch.ErrBytes
	}
	for range n {
		g.Members, g.Subnets = append(g.Members, r.Text()), append(g.Subnets, r.Text())
	}
	return r.Rest()
}
