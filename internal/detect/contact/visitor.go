package contact

import (
	"encoding/binary"
	"slices"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/sketch"
)

// visitor is a client from the internet that was answered and never failed: whom it
// called counts if it turns out to scan.
type visitor struct {
	N       uint8
	Targets [8]target // the first N
}

// visited notes whom a visitor called.
func (d *Detector) visited(b *detect.Block, i int) {
	t := targetOf(b.DstHost[i], b.DstPort[i])
	if v := d.visitors.Get(b.SrcHost[i]); v != nil && (int(v.N) == len(v.Targets) || slices.Contains(v.Targets[:v.N], t)) {
		return
	}
	v, _ := d.visitors.Use(b.SrcHost[i], b.Start[i])
	v.Targets[v.N] = t
	v.N++
}

// recall gives a source whose first contact failed what it was answered before.
func (d *Detector) recall(client uint64, s *source) {
	v := d.visitors.Get(client)
	if v == nil {
		return
	}
	for _, t := range v.Targets[:v.N] {
		s.Answered.Add(t.hash())
	}
}

// Clone, Append and Read are those of [sketch.Value].
func (v *visitor) Clone() visitor { return *v }

// Append writes the visitor.
func (v *visitor) Append(dst []byte) []byte {
	dst = append(dst, v.N)
	for _, t := range v.Targets[:v.N] {
		dst = binary.LittleEndian.AppendUint64(dst, uint64(t))
	}
	return dst
}

// Read reads a visitor.
func (v *visitor) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	v.N = r.Uint8()
	if int(v.N) > len(v.Targets) {
		return nil, sketch.ErrBytes
	}
	for i := range v.Targets[:v.N] {
		v.Targets[i] = target(r.Uint64())
	}
	return r.Rest()
}
