// Package detect runs rules over stored flows in event time.
//
// There is one way through it, live and over history alike. Rows come in total
// order (see [Block]) and are handed to the detectors in slices of one minute; after
// each minute the detectors hear that event time has passed it. Everything a detector
// consults is state that was built from the same rows, so the same rows give the same
// findings. A detector is logic over tables of state that know how to take changes
// back and how to write themselves down ([State]); the engine does both for all of
// them.
//
// The drivers below this package are the mechanisms: match, window, usual, contact,
// channel, edge and health, each made of the rules that need it.
package detect

import (
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

// SliceWidth is how much event time a slice covers.
const SliceWidth = int64(time.Minute)

// Slice is the rows [Lo, Hi) of a block, which start in [From, To), in nanoseconds
// since 1970. Most slices are whole; one with very many rows may come in pieces.
type Slice struct {
	From, To int64
	Lo, Hi   int
}

// Detector is a mechanism with its rules. It is used by one goroutine at a time.
type Detector interface {
	// Slice takes the rows of a slice in order.
	Slice(b *Block, s Slice, out Out)
	// Advance says that no row before now, a whole minute, will come any more. It is
	// called after each minute that had rows, after the minute that follows the last
	// of them, and at every whole hour.
	Advance(now int64, out Out)
	// State returns the tables of the detector, always the same in the same order.
	State() []State
}

// Immediate is a detector that can judge rows as they are stored, in any order,
// without state: what it finds so it finds again under the same ids in order.
type Immediate interface {
	Detector
	// Judge takes rows in any order.
	Judge(b *Block, out Out)
}

// Shards is how many pieces a table is written down in.
const Shards = 64

// State is a table of a detector's memory.
type State interface {
	// Mark begins to remember what changes. Rollback puts the table back to what it
	// was then, Commit forgets it.
	Mark()
	Rollback()
	Commit()

	// AppendShard writes a shard of the table behind dst, and ReadShard replaces a
	// shard by what was written. Dirty tells whether a shard changed since it was
	// last appended or read.
	AppendShard(i int, dst []byte) []byte
	ReadShard(i int, src []byte) error
	Dirty(i int) bool

	Len() int        // keys
	Bytes() int      // memory, estimated
	Evicted() uint64 // keys dropped because the table was full
}

// Out takes findings.
type Out interface {
	// Find gives out a finding, again under the same id when its numbers have grown.
	Find(f finding.Finding)
}

// Numbered is a rule and its place in the set that [Block.Matches] follows.
type Numbered struct {
	N int
	*rule.Rule
}

// Env is what detectors share. It holds nothing that a clock or a batch could change.
type Env struct {
	Registry *record.Registry
	Hosts    *Hosts
	// Keys is how many keys the tables of one detector may hold in all.
	Keys int
	// Delivered tells how the rows of a part came, by its number in [Block.Parts]; nil or
	// false: unknown. What it says of a part never changes.
	Delivered func(part uint32) (Delivery, bool)
}

// Delivery is how rows came.
type Delivery struct {
	Log     string // the flow log, or another stream of objects
	Written int64  // when the object that holds them was written, nanoseconds since 1970
}

// Begin returns a finding of a rule about an entity, with everything filled in that
// the rule says. The window is cut to the rule's realert interval, so that there is
// one finding for an entity in each.
func Begin(r *rule.Rule, e finding.Entity, at int64) finding.Finding {
	window := time.Unix(0, Window(r, at)).UTC()
	f := finding.Finding{
		ID: finding.ID(r.ID, e, window), Rule: r.ID, Family: r.Weir.Family, Title: r.Title,
		Severity: r.Severity, Page: r.Severity >= finding.High, Weak: r.Weir.Weak,
		Entity: e, Window: window, FirstSeen: time.Unix(0, at).UTC(), LastSeen: time.Unix(0, at).UTC(), Found: time.Unix(0, at).UTC(),
		Attack: r.Attack, Response: r.Weir.Response,
	}
	if r.Weir.Page != nil {
		f.Page = *r.Weir.Page
	}
	f.Score = 20 * (1 + int(r.Severity))
	return f
}

// DefaultRealert is how long an entity gives one finding of a rule.
const DefaultRealert = 24 * time.Hour

// Window returns the start of the realert interval of a rule that holds a moment.
// Intervals begin at whole multiples since 1970, so they depend on nothing else.
func Window(r *rule.Rule, at int64) int64 {
	width := int64(r.Weir.Realert)
	if width <= 0 {
		width = int64(DefaultRealert)
	}
	return at - mod(at, width)
}

func mod(a, b int64) int64 {
	if m := a % b; m < 0 {
		return m + b
	} else {
		return m
	}
}
