package edge

import (
	"encoding/binary"
	"math"
	"slices"

	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/sketch"
)

const week = 168 // hours

// margin is how far over the largest hour of the week the bar may lie: four times.
const margin = 12

// step and unstep keep bytes in one byte of memory: a logarithm in steps of 12 %.
func step(v float64) uint8   { return uint8(min(255, math.Round(6*math.Log2(1+v)))) }
func unstep(q uint8) float64 { return math.Exp2(float64(q)/6) - 1 }

// volume is how much a host sends to the outside, by hour of the last week.
type volume struct {
	first, hour, told int64
	up, down          float64 // of the hour
	flows             uint64  // of the hour
	ring              [week]uint8
	bar               float64 // usual of barHour, which follows from the ring
	barHour           int64
}

// roll closes the hours before another.
func (v *volume) roll(now int64) {
	if now <= v.hour {
		return
	}
	v.ring[v.hour%week] = step(v.up)
	for h := max(v.hour+1, now-week); h < now; h++ {
		v.ring[h%week] = 0
	}
	v.hour, v.up, v.down, v.flows = now, 0, 0, 0
}

// usual returns how much the host sends at most at this hour: the most at this time of
// any day of the last week, an hour early or late, or so many deviations over the
// median of its hours, whichever is more.
func (v *volume) usual(now int64, sigma float64) float64 {
	if v.barHour == now && now != 0 {
		return v.bar
	}
	most := uint8(0)
	n := min(week, int(now-v.first/hour))
	for d := range int64(8) {
		for _, near := range []int64{-1, 0, 1} {
			if h := now - 24*d + near; h < now && h >= now-int64(n) {
				most = max(most, v.ring[h%week])
			}
		}
	}
	hours := make([]uint8, 0, week)
	for h := now - int64(n); h < now; h++ {
		hours = append(hours, v.ring[h%week])
	}
	if len(hours) == 0 {
		return 0
	}
	slices.Sort(hours)
	median, top := hours[len(hours)/2], hours[len(hours)-1]
	for i, q := range hours {
		if q > median {
			hours[i] = q - median
		} else {
			hours[i] = median - q
		}
	}
	slices.Sort(hours)
	high := float64(median) + sigma*1.4826*float64(hours[len(hours)/2])
	// Hours that differ by powers of ten make a deviation that nothing would exceed.
	high = min(high, float64(top)+margin)
	// A host that is silent half of the time has no deviation to speak of.
	v.bar, v.barHour = max(unstep(most), math.Exp2(min(high, 255)/6)-1), now
	return v.bar
}

// Clone copies the volume.
func (v *volume) Clone() volume { return *v }

// Append writes the volume.
func (v *volume) Append(dst []byte) []byte {
	dst = binary.AppendVarint(binary.AppendVarint(binary.AppendVarint(dst, v.first), v.hour), v.told)
	dst = binary.AppendUvarint(appendFloat(appendFloat(dst, v.up), v.down), v.flows)
	return append(dst, v.ring[:]...)
}

// Read reads what Append wrote.
func (v *volume) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	v.first, v.hour, v.told = r.Varint(), r.Varint(), r.Varint()
	v.up, v.down = readFloat(&r), readFloat(&r)
	v.flows = r.Uvarint()
	copy(v.ring[:], r.Bytes(week))
	if v.hour < 0 {
		return nil, sketch.ErrBytes
	}
	return r.Rest()
}

const keptDays = 14

// flowing is how much a host sends to a place.
type flowing struct {
	first, last, hour, told, slow int64
	place                         uint64
	up, down, given               float64 // of the hour
	flows                         uint64
	own, far                      record.Addr
	network, name                 string
	top                           [keptDays]uint8 // the largest hour of a day
	sent, got                     [keptDays]uint8 // by day
}

// roll closes the hour and the days before others.
func (p *flowing) roll(now, today int64) {
	if now <= p.hour {
		return
	}
	d := p.hour / 24
	i := d % keptDays
	p.top[i] = max(p.top[i], step(p.up))
	p.sent[i], p.got[i] = step(unstep(p.sent[i])+p.up), step(unstep(p.got[i])+p.down)
	for n := max(d+1, today-keptDays+1); n <= today; n++ {
		p.top[n%keptDays], p.sent[n%keptDays], p.got[n%keptDays] = 0, 0, 0
	}
	p.hour, p.up, p.down, p.given = now, 0, 0, 0
}

// most returns the largest hour of the last days, this hour not among them.
func (p *flowing) most() float64 { return unstep(slices.Max(p.top[:])) }

// on returns what was sent and got on a day of the last week.
func (p *flowing) on(d int64) (up, down float64) {
	today := p.hour / 24
	if d > today || d <= today-keptDays {
		return 0, 0
	}
	up, down = unstep(p.sent[d%keptDays]), unstep(p.got[d%keptDays])
	if d == today {
		up, down = up+p.up, down+p.down
	}
	return up, down
}

// Clone copies it.
func (p *flowing) Clone() flowing { return *p }

// Extra is the memory behind it.
func (p *flowing) Extra() int { return len(p.network) + len(p.name) }

// Append writes it.
func (p *flowing) Append(dst []byte) []byte {
	for _, v := range []int64{p.first, p.last, p.hour, p.told, p.slow} {
		dst = binary.AppendVarint(dst, v)
	}
	dst = binary.LittleEndian.AppendUint64(dst, p.place)
	dst = appendFloat(appendFloat(appendFloat(dst, p.up), p.down), p.given)
	dst = binary.AppendUvarint(dst, p.flows)
	dst = append(append(dst, p.own[:]...), p.far[:]...)
	dst = sketch.AppendText(sketch.AppendText(dst, p.network), p.name)
	return append(append(append(dst, p.top[:]...), p.sent[:]...), p.got[:]...)
}

// Read reads what Append wrote.
func (p *flowing) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	for _, v := range []*int64{&p.first, &p.last, &p.hour, &p.told, &p.slow} {
		*v = r.Varint()
	}
	p.place = r.Uint64()
	p.up, p.down, p.given = readFloat(&r), readFloat(&r), readFloat(&r)
	p.flows = r.Uvarint()
	readAddr(&r, &p.own)
	readAddr(&r, &p.far)
	p.network, p.name = r.Text(), r.Text()
	for _, ring := range []*[keptDays]uint8{&p.top, &p.sent, &p.got} {
		copy(ring[:], r.Bytes(keptDays))
	}
	if p.hour < 0 {
		return nil, sketch.ErrBytes
	}
	return r.Rest()
}
