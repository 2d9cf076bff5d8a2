// Package side names both ends of a record from the logs themselves and
// decides which record of a flow totals count.
//
// What records say about an interface's own address (network, subnet,
// instance, tags, and when) names the other side of every flow with that
// address at that time. An address means nothing without its network, so two
// accounts with one CIDR stay apart.
//
// One flow can have several witnesses. The record taken at the destination's
// own interface is counted, as it carries the final verdict. The source's own
// record is counted when it was rejected there, or when the destination logs
// nothing at that time. A record taken in between (a NAT gateway's inner leg)
// is counted when neither end logs. The translated outer legs of a NAT gateway
// are never counted: they repeat its inner legs. Of two flow logs over one
// interface the one that came first is counted for the minutes it covers, apart for
// what was accepted and rejected.
//
// Facts are kept by day. When a fact arrives after a row was decided without
// it, the row's day is reported dirty, and is to be enriched anew.
package side

import (
	"slices"
	"sync"
	"time"

	"github.com/weir-flow/weir/internal/enrich"
	"github.com/weir-flow/weir/internal/record"
)

// slack is how far outside its seen span an interface is still taken to have
// its address and to log: records come up to one aggregation interval apart,
// which is at most ten minutes (docs.aws.amazon.com, "Flow log records").
const slack = int64(10 * time.Minute)

// Asset is what the user says about an address.
type Asset struct{ App, Role, Owner string }

// Place is what is known about a public address. The zero value is nothing.
type Place struct {
	Country  string // ISO 3166 alpha-2
	ASN      uint32
	ASOrg    string
	Provider string
	Service  string
}

// Config gives the enricher its outside knowledge. Every function may be nil
// and must be safe for concurrent use.
type Config struct {
	App    func(context *record.Tuple) string                                       // what runs at an interface, "" when unknown
	Assets func(network string, addr record.Addr, interfaceID string) (Asset, bool) // the user's own list
	Locate func(addr record.Addr) (Place, bool)                                     // public addresses
}

// Enricher fills sides, scopes, witness and counted. It is safe for
// concurrent use.
type Enricher struct {
	cfg     Config
	reg     *record.Registry
	scratch sync.Pool // *scratch

	mu       sync.RWMutex
	networks []string // by number; 0 is none
	netNums  map[string]uint32
	ifaces   []iface
	ifaceNum map[string]int32 // by the id, which no two clouds share
	contexts []contextInfo    // by context number
	paths    []pathInfo       // by path number
	hops     bool             // a path names the network of its next hop
	between  bool             // a record was taken at a gateway
	days     map[int32]*day
	dirty    map[int32]bool
}

var _ enrich.Enricher = (*Enricher)(nil)

// New returns an enricher that knows nothing yet.
func New(reg *record.Registry, cfg Config) *Enricher {
	return &Enricher{
		cfg: cfg, reg: reg,
		scratch:  sync.Pool{New: func() any { return &scratch{} }},
		networks: []string{""}, netNums: map[string]uint32{"": 0},
		ifaceNum: map[string]int32{},
		days:     map[int32]*day{},
		dirty:    map[int32]bool{},
	}
}

// Enrich implements [enrich.Enricher]: it learns from all rows first, so that
// the order of rows within a batch does not matter, and then decides them.
func (e *Enricher) Enrich(b *record.Batch, dayNumber int32, segments []enrich.Segment) {
	b.Use(record.Counted, record.Role, record.Scopes)
	s := e.scratch.Get().(*scratch)
	defer e.scratch.Put(s)
	s.begin(b)

	e.mu.Lock()
	e.learnContexts(b)
	e.learnPaths(b.Registry)
	d := e.day(dayNumber)
	e.learn(s, d, dayNumber, b, segments)
	e.mu.Unlock()

	generation := e.decideWith(s, d, b, segments)
	if len(s.doubts) > 0 && e.joinDoubts(s, d, dayNumber) {
		s.misses.reset()
		s.open, s.waits = s.open[:0], s.waits[:0]
		generation = e.decideWith(s, d, b, segments)
	}

	e.mu.Lock()
	defer e.mu.Unlock()
	e.settleMisses(s, d, dayNumber, generation)
	e.settleDoubts(s, d, dayNumber)
	e.settleWaits(s, d, dayNumber)
	e.settleOpen(s, dayNumber)
}

// decideWith decides a batch with what is known now, and returns how many
// batches taught it.
func (e *Enricher) decideWith(s *scratch, d *day, b *record.Batch, segments []enrich.Segment) uint64 {
	e.mu.RLock()
	defer e.mu.RUnlock()
	e.decide(s, d, b, segments)
	return d.generation
}

// Learn takes the facts of a batch that is decided later.
func (e *Enricher) Learn(b *record.Batch, dayNumber int32, segments []enrich.Segment) {
	s := e.scratch.Get().(*scratch)
	defer e.scratch.Put(s)
	s.begin(b)
	e.mu.Lock()
	defer e.mu.Unlock()
	e.learnContexts(b)
	e.learnPaths(b.Registry)
	e.learn(s, e.day(dayNumber), dayNumber, b, segments)
}

// TakeDirty returns the days that hold rows decided before a fact about them
// was known, and forgets that they are dirty.
func (e *Enricher) TakeDirty() []int32 {
	e.mu.Lock()
	defer e.mu.Unlock()
	days := make([]int32, 0, len(e.dirty))
	for d := range e.dirty {
		days = append(days, d)
	}
	clear(e.dirty)
	slices.Sort(days)
	return days
}

// Knows reports whether the enricher holds facts about a day.
func (e *Enricher) Knows(day int32) bool {
	e.mu.RLock()
	defer e.mu.RUnlock()
	return e.days[day] != nil
}

// Drop forgets the facts about a day, to bound memory; they can be learned
// again from the stored rows.
func (e *Enricher) Drop(day int32) {
	e.mu.Lock()
	defer e.mu.Unlock()
	delete(e.days, day)
}

// Seen is a fact read back from stored rows: an interface had an address of
// its own in a span of a day, nanoseconds.
type Seen struct {
	Context  uint32 // context number in the enricher's registry
	Addr     record.Addr
	From, To int64
	NAT      bool // the interface translates addresses
	Sent     bool // it logged what it sent
	Received bool // it logged what it received
}

// Missing is an address that stored rows could not name, or took for not
// logging.
type Missing struct {
	Context  uint32 // context number of the rows that met it
	Network  string // that it lies in all the same; empty when it is in none of ours
	Addr     record.Addr
	From, To int64 // when, nanoseconds
}

// Facts are what the stored rows of a day tell.
type Facts struct {
	Seen    []Seen
	Claimed []Claimed
	Missing []Missing
	Joined  []Joined
	Open    bool // what is missing may yet be found; else it is about to be asked for again
}

// Load gives the enricher the facts of a day that is stored already.
func (e *Enricher) Load(dayNumber int32, facts Facts) {
	e.mu.Lock()
	defer e.mu.Unlock()
	d := e.day(dayNumber)
	for i := range facts.Seen { // networks first: facts stand under them
		e.contextInfo(facts.Seen[i].Context)
	}
	e.loadClaims(d, facts.Claimed)
	for i := range facts.Seen {
		f := &facts.Seen[i]
		n := e.contextInfo(f.Context).iface
		if n < 0 {
			continue
		}
		if e.ifaces[n].passage {
			continue
		}
		if f.NAT {
			e.ifaces[n].nat = true
		}
		if f.Addr != (record.Addr{}) {
			e.ifaces[n].own(&f.Addr)
			seen := uint8(0)
			if f.Sent {
				seen |= seenSent
			}
			if f.Received {
				seen |= seenReceived
			}
			e.extend(d, n, &f.Addr, f.From, f.To, seen)
		}
	}
	e.loadNetworks(d, dayNumber, &facts)
	if !facts.Open {
		return
	}
	for i := range facts.Missing {
		m := &facts.Missing[i]
		own := e.networkOf(e.contextInfo(m.Context))
		network := own
		if m.Network != "" {
			network = e.network(m.Network)
		}
		k := keyOf(network, &m.Addr)
		d.misses.add(k, m.From, m.To, false, false)
		d.misses.add(k.subnet(), m.From, m.To, false, false)
		if network == own {
			d.strange(network)
		}
	}
}

func (e *Enricher) day(n int32) *day {
	d := e.days[n]
	if d == nil {
		d = &day{began: int64(n) * int64(24*time.Hour), claims: map[int32]claims{}, strangers: map[uint32]bool{}}
		e.days[n] = d
	}
	return d
}
