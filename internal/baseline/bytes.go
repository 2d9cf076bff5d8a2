package baseline

import (
	"encoding/binary"
	"math"

	"github.com/weir-flow/weir/internal/sketch"
)

const (
	headBytes   = 4*8 + 9*4 + 3*4*4 + 1
	seasonBytes = 3*4 + 2*(week+cells+12) + week/8 + 2
	longest     = int64(1) << 62
)

func (p *Profile) numbers() []*float32 {
	n := []*float32{&p.windows, &p.judged, &p.level, &p.fast, &p.follow.xy, &p.follow.xx, &p.kappa, &p.shift, &p.shiftSize}
	for _, t := range []*tail{&p.high[0], &p.high[1], &p.low} {
		n = append(n, &t.share, &t.mean, &t.square, &t.peaks)
	}
	return n
}

func (s *season) numbers() [][]int16 { return [][]int16{s.at[:], s.noise[:], s.sixth[:], s.rough[:]} }

// Append writes the profile behind dst.
func (p *Profile) Append(dst []byte) []byte {
	if p.width == 0 {
		return append(dst, 0)
	}
	kind := byte(1)
	if p.week != nil {
		kind = 2
	}
	dst = append(dst, kind)
	for _, t := range []int64{p.first, p.last, p.width, p.count} {
		dst = binary.LittleEndian.AppendUint64(dst, uint64(t))
	}
	for _, f := range p.numbers() {
		dst = binary.LittleEndian.AppendUint32(dst, math.Float32bits(*f))
	}
	if p.week == nil {
		return dst
	}
	s := p.week
	dst = binary.LittleEndian.AppendUint32(dst, math.Float32bits(s.own.xy))
	dst = binary.LittleEndian.AppendUint32(dst, math.Float32bits(s.own.xx))
	dst = binary.LittleEndian.AppendUint32(dst, math.Float32bits(s.count))
	for _, all := range s.numbers() {
		for _, v := range all {
			dst = binary.LittleEndian.AppendUint16(dst, uint16(v))
		}
	}
	dst = append(append(dst, s.flagged[:]...), s.now, 0)
	if s.alarm {
		dst[len(dst)-1] = 1
	}
	return dst
}

// Read reads what Append wrote, and returns what follows it. Anything else is
// [sketch.ErrBytes].
func (p *Profile) Read(src []byte) (rest []byte, err error) {
	*p = Profile{}
	if len(src) == 0 || src[0] > 2 {
		return nil, sketch.ErrBytes
	}
	kind := src[0]
	src = src[1:]
	if kind == 0 {
		return src, nil
	}
	size := headBytes - 1
	if kind == 2 {
		size += seasonBytes
	}
	if len(src) < size {
		return nil, sketch.ErrBytes
	}
	src, rest = src[:size], src[size:]

	var in Profile
	for _, t := range []*int64{&in.first, &in.last, &in.width, &in.count} {
		*t = int64(binary.LittleEndian.Uint64(src))
		src = src[8:]
	}
	sane := true
	float := func(f *float32) {
		*f = math.Float32frombits(binary.LittleEndian.Uint32(src))
		sane = sane && *f > -1e30 && *f < 1e30
		src = src[4:]
	}
	for _, f := range in.numbers() {
		float(f)
	}
	if kind == 2 {
		s := &season{}
		float(&s.own.xy)
		float(&s.own.xx)
		float(&s.count)
		for _, all := range s.numbers() {
			for i := range all {
				all[i] = int16(binary.LittleEndian.Uint16(src))
				src = src[2:]
			}
		}
		src = src[copy(s.flagged[:], src):]
		s.now, s.alarm = src[0], src[1] == 1
		sane = sane && s.count >= 0 && s.now < week && src[1] <= 1
		in.week = s
	}
	if !sane || in.count < 0 || in.count > longest || in.windows < 0 || in.judged < 0 || in.width <= 0 || in.width > longest ||
		in.first > in.last || in.first < -longest || in.last > longest {
		return nil, sketch.ErrBytes
	}
	for _, t := range []*tail{&in.high[0], &in.high[1], &in.low} {
		if t.share < 0 || t.share > 1 || t.mean < 0 || t.square < 0 || t.peaks < 0 || t.peaks > peakSpan {
			return nil, sketch.ErrBytes
		}
	}
	*p = in
	return rest, nil
}
