package usual

import (
	"encoding/binary"
	"unique"

	"github.com/weir-flow/weir/internal/baseline"
	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/sketch"
)

// series is one number over time, and what is usual for it.
type series struct {
	Rule    uint64
	Profile baseline.Profile
	Guard   guard
	Half    int64 // number of the half window that is open; 0: it sleeps
	Cur     bucket
	Prev    bucket // the half before
	Need    float64
	Most    float64 // highest window that was learned, an hour ago at least
	Before  float64 // the same of the hour before
	Lately  float64 // and of the last one
	LateAt  int64   // start of it
	Base    uint64  // flows of the open half that its surge has counted
	Surge   uint64  // key of the surge that it is in
	Pair    pair

	CurPeers, PrevPeers sketch.Set

	where unique.Handle[where] // set when it is new
}

// where is what a series is of; the series of several rules share it.
type where struct {
	Entity               finding.Entity
	Condition            string
	Subnet, VPC, Account string
}

func (v *series) in() where {
	if v.where == (unique.Handle[where]{}) {
		return where{}
	}
	return v.where.Value()
}

// bucket is what half a window has.
type bucket struct {
	Value, Flows, Rejected, Noise uint64
	Bare                          uint64 // flows without data: headers and nothing else
	Last                          int64  // start of the newest row
}

func (t *bucket) add(o *bucket) {
	t.Value, t.Flows, t.Rejected, t.Noise, t.Bare = t.Value+o.Value, t.Flows+o.Flows, t.Rejected+o.Rejected, t.Noise+o.Noise, t.Bare+o.Bare
	t.Last = max(t.Last, o.Last)
}

// lived keeps the highest window. What grows over some windows must not hide itself.
func (v *series) lived(at int64, value float64) {
	if at-v.LateAt >= hour {
		v.Most, v.Before, v.Lately, v.LateAt = max(v.Most, v.Before), v.Lately, 0, at
	}
	v.Lately = max(v.Lately, value)
}

// value is what the sliding window has, false when it can not be told.
func (v *series) value(p *plan) (float64, bool) {
	switch p.value {
	case valueRatio:
		all := v.Cur.Flows + v.Prev.Flows
		if float64(all) < p.rule.Weir.MoreThanUsual.Minimum || all == 0 {
			return 0, false
		}
		return 1000 * float64(v.Cur.Rejected+v.Prev.Rejected) / float64(all), true
	case valueDistinct:
		sum := v.CurPeers.Len() + v.PrevPeers.Len()
		if float64(sum) < p.config.Minimum || v.PrevPeers.Len() == 0 {
			return float64(sum), true
		}
		both := v.PrevPeers.Clone()
		both.Merge(&v.CurPeers)
		return float64(both.Len()), true
	}
	return float64(v.Cur.Value + v.Prev.Value), true
}

// pair is the two ends that most of a window belongs to, found by majority vote
// (Boyer and Moore 1991).
type pair struct {
	Src, Dst record.Addr
	Port     uint16
	Weight   uint64
	Total    uint64 // of all that voted
}

func (c *pair) vote(b *detect.Block, i int, weight uint64) {
	src, dst, port := &b.SrcAddr[i], &b.DstAddr[i], b.DstPort[i]
	if b.Opener[i] == record.InitiatorDst {
		src, dst, port = dst, src, b.SrcPort[i]
	}
	c.Total += weight
	switch {
	case c.Src == *src && c.Dst == *dst:
		c.Weight += weight
		if c.Port != port {
			c.Port = 0
		}
	case c.Weight >= weight:
		c.Weight -= weight
	default:
		*c = pair{*src, *dst, port, weight - c.Weight, c.Total}
	}
}

// clear reports whether the pair has most of it for certain.
func (c *pair) clear() bool { return c.Total > 0 && 4*c.Weight >= c.Total }

// place is what series must share to surge together.
func (v *series) place() string {
	w := v.in()
	if w.VPC != "" {
		return w.VPC
	}
	return w.Account
}

// parent is what is usual for the series of a rule in a subnet, or everywhere.
type parent struct{ baseline.Profile }

// pending is what crossed its limit and waits for others to do so.
type pending struct {
	Family   uint64
	Place    string
	Deadline int64
	Members  []uint64 // keys of series, in the order in which they crossed
}

// maxMembers bounds the series that a surge names.
const maxMembers = 256

// moment is a time in nanoseconds since 1970.
type moment int64

// Clone implements [sketch.Value].
func (m *moment) Clone() moment { return *m }

// Append implements [sketch.Value].
func (m *moment) Append(dst []byte) []byte { return binary.AppendVarint(dst, int64(*m)) }

// Read implements [sketch.Value].
func (m *moment) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	*m = moment(r.Varint())
	return r.Rest()
}

// Clone implements [sketch.Value].
func (v *parent) Clone() parent { return parent{v.Profile.Clone()} }

// Clone implements [sketch.Value].
func (v *pending) Clone() pending {
	c := *v
	c.Members = append([]uint64(nil), v.Members...)
	return c
}

// Append implements [sketch.Value].
func (v *pending) Append(dst []byte) []byte {
	dst = binary.LittleEndian.AppendUint64(dst, v.Family)
	dst = binary.AppendVarint(sketch.AppendText(dst, v.Place), v.Deadline)
	return appendKeys(dst, v.Members)
}

// Read implements [sketch.Value].
func (v *pending) Read(src []byte) (rest []byte, err error) {
	r := sketch.Reader{Src: src}
	v.Family, v.Place, v.Deadline = r.Uint64(), r.Text(), r.Varint()
	if v.Members, err = readKeys(&r); err != nil {
		return nil, err
	}
	return r.Rest()
}

func appendKeys(dst []byte, keys []uint64) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(keys)))
	for _, k := range keys {
		dst = binary.LittleEndian.AppendUint64(dst, k)
	}
	return dst
}

func readKeys(r *sketch.Reader) ([]uint64, error) {
	n := r.Uvarint()
	if n > maxMembers {
		return nil, sketch.ErrBytes
	}
	keys := make([]uint64, n)
	for i := range keys {
		keys[i] = r.Uint64()
	}
	return keys, nil
}

// Clone implements [sketch.Value].
func (v *series) Clone() series {
	c := *v
	c.Profile, c.CurPeers, c.PrevPeers = v.Profile.Clone(), v.CurPeers.Clone(), v.PrevPeers.Clone()
	return c
}

// Extra is the memory of what the value points to.
func (v *series) Extra() int {
	return v.Profile.Extra() + v.CurPeers.Extra() + v.PrevPeers.Extra()
}

func (t *bucket) append(dst []byte) []byte {
	for _, n := range []uint64{t.Value, t.Flows, t.Rejected, t.Noise, t.Bare} {
		dst = binary.AppendUvarint(dst, n)
	}
	return binary.AppendVarint(dst, t.Last)
}

func (t *bucket) take(r *sketch.Reader) {
	t.Value, t.Flows, t.Rejected, t.Noise = r.Uvarint(), r.Uvarint(), r.Uvarint(), r.Uvarint()
	t.Bare, t.Last = r.Uvarint(), r.Varint()
}

func (c *pair) append(dst []byte) []byte {
	dst = append(append(dst, c.Src[:]...), c.Dst[:]...)
	dst = binary.LittleEndian.AppendUint16(dst, c.Port)
	return binary.AppendUvarint(binary.AppendUvarint(dst, c.Weight), c.Total)
}

func (c *pair) take(r *sketch.Reader) {
	copy(c.Src[:], r.Bytes(16))
	copy(c.Dst[:], r.Bytes(16))
	c.Port, c.Weight, c.Total = r.Uint16(), r.Uvarint(), r.Uvarint()
}

// Append implements [sketch.Value].
func (v *series) Append(dst []byte) []byte {
	dst = v.Profile.Append(dst)
	dst = v.CurPeers.Append(dst)
	dst = v.PrevPeers.Append(dst)
	for _, n := range []uint64{v.Rule, uint64(v.Half), v.Base, v.Surge} {
		dst = binary.LittleEndian.AppendUint64(dst, n)
	}
	dst = appendFloat(appendFloat(appendFloat(appendFloat(v.Guard.append(dst), v.Need), v.Most), v.Before), v.Lately)
	dst = binary.AppendVarint(dst, v.LateAt)
	dst = v.Pair.append(v.Prev.append(v.Cur.append(dst)))
	w := v.in()
	dst = detect.AppendEntity(dst, w.Entity)
	for _, text := range []string{w.Condition, w.Subnet, w.VPC, w.Account} {
		dst = sketch.AppendText(dst, text)
	}
	return dst
}

// Read implements [sketch.Value].
func (v *series) Read(src []byte) ([]byte, error) {
	src, err := v.Profile.Read(src)
	if err != nil {
		return nil, err
	}
	if src, err = v.CurPeers.Read(src); err != nil {
		return nil, err
	}
	if src, err = v.PrevPeers.Read(src); err != nil {
		return nil, err
	}
	r := sketch.Reader{Src: src}
	v.Rule, v.Half, v.Base, v.Surge = r.Uint64(), int64(r.Uint64()), r.Uint64(), r.Uint64()
	v.Guard.take(&r)
	v.Need, v.Most = takeFloat(&r), takeFloat(&r)
	v.Before, v.Lately, v.LateAt = takeFloat(&r), takeFloat(&r), r.Varint()
	v.Cur.take(&r)
	v.Prev.take(&r)
	v.Pair.take(&r)
	v.where = unique.Make(where{Entity: detect.ReadEntity(&r), Condition: r.Text(), Subnet: r.Text(), VPC: r.Text(), Account: r.Text()})
	return r.Rest()
}
