package contact

import (
	"encoding/binary"

	"github.com/weir-flow/weir/internal/sketch"
)

// crowd counts sources that do the same to the same in a stretch of time, and how many
// that usually are.
type crowd struct {
	From        int64 // start of the stretch
	First, Last int64 // in it
	N           uint32
	Sources     sketch.Set
	Targets     sketch.Set
	Usual       float32 // sources in a stretch
	UsualTried  float32 // targets in a stretch
	Stretches   uint32  // learned
	Before      uint32  // sources in the stretch before, and one: not learned yet; 0: none
	BeforeTried uint32  // targets in it
	Told        telling
	Fired       bool // in this stretch, which does not train
}

// crowdWidth is how long a stretch is.
const crowdWidth = 2 * hour

// crowdMemory is over how many stretches the usual is taken.
const crowdMemory = 24

// crowdTimes is how many times the usual sources a crowd has.
const crowdTimes = 5

// add counts a source and what it tried. Known is since when there would have been
// others, had there been any; 0 when nobody knows.
func (c *crowd) add(at, known int64, source, target uint64) {
	if c.From == 0 && known != 0 {
		c.Stretches = uint32(min(max(at-known, 0)/crowdWidth, crowdMemory))
	}
	if from := at - at%crowdWidth; from > c.From {
		c.roll(from)
	}
	if c.N == 0 {
		c.First = at
	}
	c.N++
	c.Last = max(c.Last, at)
	c.Sources.Add(source)
	c.Targets.Add(target)
}

func (c *crowd) roll(to int64) {
	if c.From != 0 {
		// A stretch is learned once the next is over and was none to be told of: else the
		// beginning of a crowd, which does not ask when a stretch ends, would be usual.
		before, tried := uint32(0), uint32(0)
		if !c.Fired {
			c.learn(c.Before, c.BeforeTried)
			before, tried = uint32(c.Sources.Len())+1, uint32(c.Targets.Len())
		}
		for range min((to-c.From)/crowdWidth-1, 48) { // stretches without any
			c.learn(before, tried)
			before, tried = 1, 0
		}
		c.Before, c.BeforeTried = before, tried
	}
	*c = crowd{From: to, Usual: c.Usual, UsualTried: c.UsualTried, Stretches: c.Stretches, Before: c.Before, BeforeTried: c.BeforeTried, Told: c.Told}
}

// learn takes a stretch with so many sources, and one, for usual, and what they tried.
func (c *crowd) learn(sources, tried uint32) {
	if sources == 0 {
		return
	}
	c.Stretches++
	n := float32(min(c.Stretches, crowdMemory))
	c.Usual += (float32(sources-1) - c.Usual) / n
	c.UsualTried += (float32(tried) - c.UsualTried) / n
}

// many reports whether there are at least so many sources, far more than usual.
func (c *crowd) many(sources int) bool {
	n := c.Sources.Len()
	return n >= sources && float64(n) > crowdTimes*float64(c.Usual)
}

// wide reports whether so many sources more than usual try far more than is usual. The
// internet knocks at a host all day with few ports, the same again and again; where it
// is loud, those who share ports among them are not many times as many as its sources,
// but many times as many as its ports.
func (c *crowd) wide(sources int) bool {
	return float64(c.Sources.Len()) >= float64(sources)+float64(c.Usual) && float64(c.Targets.Len()) > crowdTimes*float64(c.UsualTried)
}

// Clone, Append and Read are those of [sketch.Value].
func (c *crowd) Clone() crowd {
	o := *c
	o.Sources, o.Targets = c.Sources.Clone(), c.Targets.Clone()
	return o
}

// Extra is the memory that the crowd points to.
func (c *crowd) Extra() int { return c.Sources.Extra() + c.Targets.Extra() }

// Append writes the crowd.
func (c *crowd) Append(dst []byte) []byte {
	dst = binary.AppendVarint(binary.AppendVarint(binary.AppendVarint(dst, c.From), c.First), c.Last)
	dst = binary.AppendUvarint(binary.AppendUvarint(binary.AppendUvarint(dst, uint64(c.N)), uint64(c.Stretches)), uint64(c.Before))
	dst = binary.AppendUvarint(dst, uint64(c.BeforeTried))
	dst = append(appendFloat(appendFloat(dst, c.Usual), c.UsualTried), bit(c.Fired))
	return c.Told.append(c.Targets.Append(c.Sources.Append(dst)))
}

// Read reads a crowd.
func (c *crowd) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	c.From, c.First, c.Last = r.Varint(), r.Varint(), r.Varint()
	c.N, c.Stretches, c.Before = uint32(r.Uvarint()), uint32(r.Uvarint()), uint32(r.Uvarint())
	c.BeforeTried = uint32(r.Uvarint())
	c.Usual, c.UsualTried, c.Fired = readFloat(&r), readFloat(&r), r.Uint8() != 0
	c.Sources.Take(&r)
	c.Targets.Take(&r)
	c.Told.read(&r)
	return r.Rest()
}
