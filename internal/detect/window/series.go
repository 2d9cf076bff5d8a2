package window

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/sketch"
)

// series is what is kept of a key: the events of the window, and the finding.
type series struct {
	Rule   uint64
	Events []event // ascending by time; for distinct values one each, at its last time

	Told  int64        // start of the realert interval that has a finding, + 1; 0: none
	Since detect.Trace // everything since the first event of the finding
	Found int64        // when it was decided; for windows that must end first, their start
	End   int64        // last event that was over the threshold
	Shown uint64       // records up to it
	Flows uint64       // and flows
	Most  float64
}

// event is one record, or several next to each other when there are many: N of them,
// the last at At. X is their sum, the hash of a value, or which of the rules joined it
// was.
type event struct {
	At int64
	N  uint64
	X  uint64
}

// The most events kept of a key. Beyond maxEvents neighbours are joined where they lie
// within a 128th of the window, so a window is exact up to so many events and to 1 %
// beyond. Of different values and of the values of a percentile the newest are kept.
const (
	maxEvents = 256
	cells     = 128
	maxValues = 4096
)

func (v *series) expire(before int64) {
	n := 0
	for n < len(v.Events) && v.Events[n].At <= before {
		n++
	}
	if n > 0 {
		v.Events = append(v.Events[:0], v.Events[n:]...)
	}
}

func (v *series) add(p *plan, n int, at int64, x uint64) {
	switch p.value {
	case valueDistinct:
		if i := slices.IndexFunc(v.Events, func(e event) bool { return e.X == x }); i >= 0 {
			e := v.Events[i]
			e.At, e.N = at, e.N+1
			v.Events = append(append(v.Events[:i], v.Events[i+1:]...), e)
			return
		}
		v.keep(event{at, 1, x}, min(max(2*int(p.bound), 64), maxValues))
	case valuePercentile:
		v.keep(event{at, 1, x}, maxValues)
	case valueTemporal:
		if p.ordered {
			v.chain(n, at)
			return
		}
		if i := slices.IndexFunc(v.Events, func(e event) bool { return e.X == uint64(n) }); i >= 0 {
			v.Events = append(v.Events[:i], v.Events[i+1:]...)
		}
		v.Events = append(v.Events, event{at, 1, uint64(n)})
	default:
		v.Events = append(v.Events, event{at, 1, x})
		if len(v.Events) > maxEvents {
			v.join(p.width / cells)
		}
	}
}

func (v *series) keep(e event, most int) {
	if len(v.Events) >= most {
		v.Events = append(v.Events[:0], v.Events[len(v.Events)-most+1:]...)
	}
	v.Events = append(v.Events, e)
}

// join makes one event of those within a cell of time.
func (v *series) join(cell int64) {
	cell = max(cell, 1)
	out := v.Events[:1]
	for _, e := range v.Events[1:] {
		if last := &out[len(out)-1]; last.At/cell == e.At/cell {
			last.At, last.N, last.X = e.At, last.N+e.N, last.X+e.X
		} else {
			out = append(out, e)
		}
	}
	v.Events = out
}

// chain notes that rule n of an ordered correlation matched. An event per rule holds in
// At when the latest chain up to it began: rules match at the same moment in the order
// of the records.
func (v *series) chain(n int, at int64) {
	began := at
	if n > 0 {
		i := slices.IndexFunc(v.Events, func(e event) bool { return e.X == uint64(n-1) })
		if i < 0 {
			return
		}
		began = v.Events[i].At
	}
	if i := slices.IndexFunc(v.Events, func(e event) bool { return e.X == uint64(n) }); i >= 0 {
		v.Events = append(v.Events[:i], v.Events[i+1:]...)
	}
	v.Events = append(v.Events, event{began, 1, uint64(n)})
	slices.SortStableFunc(v.Events, func(a, b event) int {
		switch {
		case a.At < b.At:
			return -1
		case a.At > b.At:
			return 1
		}
		return 0
	})
}

// value is what the window holds.
func (v *series) value(p *plan) float64 {
	var n, sum float64
	switch p.value {
	case valueDistinct:
		return float64(len(v.Events))
	case valueTemporal:
		if !p.ordered {
			return float64(len(v.Events))
		}
		last := uint64(len(p.selects) - 1)
		if slices.ContainsFunc(v.Events, func(e event) bool { return e.X == last }) {
			return float64(len(p.selects))
		}
		return 0
	case valuePercentile:
		if len(v.Events) == 0 {
			return 0
		}
		values := make([]uint64, len(v.Events))
		for i, e := range v.Events {
			values[i] = e.X
		}
		slices.Sort(values)
		at := int(math.Ceil(p.percent/100*float64(len(values)))) - 1
		return float64(values[min(max(at, 0), len(values)-1)])
	}
	for _, e := range v.Events {
		n += float64(e.N)
		sum += float64(e.X)
	}
	switch {
	case p.value == valueCount:
		return n
	case p.value == valueAverage && n > 0:
		return sum / n
	}
	return sum
}

// size is how many records the window holds.
func (v *series) size(p *plan) uint64 {
	var n uint64
	for _, e := range v.Events {
		n += e.N
	}
	return n
}

// first is when the window's first record started.
func (v *series) first(at int64) int64 {
	if len(v.Events) > 0 {
		return v.Events[0].At
	}
	return at
}

// text is what stands for a name of the sentence that only windows know.
func (p *plan) text(v *series, name string) (string, bool) {
	number := func(x float64) string {
		if p.unit == "bytes" {
			return detect.SizeText(x)
		}
		return detect.ValueText(x)
	}
	switch name {
	case "title":
		return p.rule.Title, true
	case "value":
		if p.value == valueTemporal {
			names := make([]string, 0, len(p.rule.Correlation.Rules))
			for _, r := range p.rule.Correlation.Rules {
				names = append(names, r.Title)
			}
			if p.ordered {
				return strings.Join(names, ", then "), true
			}
			return strings.Join(names, " and "), true
		}
		return number(v.Most), true
	case "unit":
		if p.unit == "bytes" {
			return "of bytes", true
		}
		return p.unit, true
	case "threshold":
		return number(p.bound), true
	case "bound":
		words := map[string]string{"gt": "more than", "gte": "at least", "lt": "less than", "lte": "at most", "eq": "exactly", "neq": "not"}
		return fmt.Sprintf("%s %s", words[p.op], number(p.bound)), true
	case "window":
		return detect.SpanText(time.Duration(p.width)), true
	}
	return "", false
}

// Clone implements [sketch.Value].
func (v *series) Clone() series {
	c := *v
	c.Events, c.Since = slices.Clone(v.Events), v.Since.Clone()
	return c
}

// Append implements [sketch.Value].
func (v *series) Append(dst []byte) []byte {
	dst = binary.LittleEndian.AppendUint64(dst, v.Rule)
	dst = binary.AppendUvarint(dst, uint64(len(v.Events)))
	for _, e := range v.Events {
		dst = binary.AppendVarint(dst, e.At)
		dst = binary.AppendUvarint(binary.AppendUvarint(dst, e.N), e.X)
	}
	dst = v.Since.Append(dst)
	for _, n := range []int64{v.Told, v.Found, v.End} {
		dst = binary.AppendVarint(dst, n)
	}
	dst = binary.AppendUvarint(binary.AppendUvarint(dst, v.Shown), v.Flows)
	return binary.LittleEndian.AppendUint64(dst, math.Float64bits(v.Most))
}

// Read implements [sketch.Value].
func (v *series) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	v.Rule = r.Uint64()
	n := r.Uvarint()
	if n > maxValues {
		return nil, sketch.ErrBytes
	}
	v.Events = make([]event, n)
	for i := range v.Events {
		v.Events[i] = event{r.Varint(), r.Uvarint(), r.Uvarint()}
	}
	rest, err := r.Rest()
	if err != nil {
		return nil, err
	}
	if rest, err = v.Since.Read(rest); err != nil {
		return nil, err
	}
	r = sketch.Reader{Src: rest}
	v.Told, v.Found, v.End, v.Shown = r.Varint(), r.Varint(), r.Varint(), r.Uvarint()
	v.Flows = r.Uvarint()
	v.Most = math.Float64frombits(r.Uint64())
	return r.Rest()
}

// Extra is the memory of what the value points to.
func (v *series) Extra() int { return 24*cap(v.Events) + v.Since.Extra() }
