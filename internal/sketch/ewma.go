package sketch

import (
	"encoding/binary"
	"math"
)

// EWMA is a mean, and a sum, in which what lies back in event time counts less: half
// as much for each half-life. Values that come late count as what they are, old. The
// half-life is in the unit of the times.
//
// The zero value is empty. It can be copied.
type EWMA struct {
	sum, weight float64 // as of at
	at          int64
}

// Add adds a value.
func (e *EWMA) Add(at int64, x float64, halfLife int64) {
	w := 1.0
	if at > e.at || e.weight == 0 {
		e.fade(at, halfLife)
	} else {
		w = faded(e.at, at, halfLife)
	}
	e.sum += w * x
	e.weight += w
}

func (e *EWMA) fade(at, halfLife int64) {
	f := faded(at, e.at, halfLife)
	e.sum, e.weight, e.at = f*e.sum, f*e.weight, at
}

// faded returns what is left at now of a one at then.
func faded(now, then, halfLife int64) float64 {
	return math.Exp2((float64(then) - float64(now)) / float64(halfLife))
}

// Mean returns the mean, 0 when there is none.
func (e *EWMA) Mean() float64 {
	if e.weight == 0 {
		return 0
	}
	return e.sum / e.weight
}

// Sum returns the sum of the values as they count at a moment.
func (e *EWMA) Sum(at, halfLife int64) float64 {
	return e.sum * faded(max(at, e.at), e.at, halfLife)
}

// At returns the moment of the newest value.
func (e *EWMA) At() int64 { return e.at }

// Clone returns a copy.
func (e *EWMA) Clone() EWMA { return *e }

// Append writes the mean.
func (e *EWMA) Append(dst []byte) []byte {
	dst = binary.AppendVarint(dst, e.at)
	dst = binary.LittleEndian.AppendUint64(dst, math.Float64bits(e.sum))
	return binary.LittleEndian.AppendUint64(dst, math.Float64bits(e.weight))
}

// Read reads what Append wrote.
func (e *EWMA) Read(src []byte) ([]byte, error) {
	r := Reader{Src: src}
	*e = EWMA{}
	in := EWMA{at: r.Varint(), sum: math.Float64frombits(r.Uint64()), weight: math.Float64frombits(r.Uint64())}
	if math.IsNaN(in.sum) || math.IsInf(in.sum, 0) || math.IsInf(in.weight, 0) || !(in.weight >= 0) {
		return nil, ErrBytes
	}
	*e = in
	return r.Rest()
}
