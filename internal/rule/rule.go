// Package rule is what people write detections in: Sigma v2 in YAML plus one block,
// weir, for what Sigma lacks.
//
// A rule selects records (a Sigma detection or a filter, both end as one typed
// filter tree) and says what is made of them: one finding each, a count over a
// sliding window, a Sigma correlation, more than is usual, a new value, an absence,
// or one of the mechanisms that look at conversations (scan, guess, beacon, ...),
// whose settings it carries. Loading is strict: what is not understood is an error
// with line, column and suggestion.
//
// This package loads and judges rules. The mechanisms are the drivers of package
// detect.
package rule

import (
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/finding"
)

// Rule is a loaded rule. It never changes.
type Rule struct {
	ID             string // unique; Sigma's id or name
	Name           string // what correlations call it by, and file name without extension when absent
	Title          string
	Description    string // why it matters
	Status         string // stable, test, experimental, deprecated
	Author         string
	Date           string
	References     []string
	Tags           []string
	Attack         []string // technique ids from the tags: T1046, T1110.001
	Severity       finding.Severity
	FalsePositives []string

	// Filter selects the records that the rule looks at; nil for all flows. For a
	// correlation it is nil and Correlation.Rules have their own.
	Filter      *filter.Bound
	Correlation *Correlation
	Weir        Weir

	File    string // where it was read, "shipped/scan.yaml"
	Line    int
	Shipped bool
	Enabled bool   // as loaded; switches of the state database come on top
	DryRun  bool   // enabled, but nobody is told what it finds
	Off     string // why it is not enabled
	Lacks   bool   // a list of it is not there: no switch makes it run
	// Joined is whether correlations that do not generate join the rule: it then gives
	// no findings of its own.
	Joined  bool
	Version string // hash of its text

	// relist compiles the filter with other lists; nil where it has none.
	relist func(map[string]*List) (*filter.Bound, error)
}

// Mechanism is the driver of package detect that runs a rule.
type Mechanism string

// The mechanisms.
const (
	Match   Mechanism = "match"   // one record decides
	Window  Mechanism = "window"  // counts over sliding windows; Sigma's correlations
	Usual   Mechanism = "usual"   // more than usual
	Contact Mechanism = "contact" // scan, guess, flood, exposure
	Channel Mechanism = "channel" // beacon, long connection, low and slow, command and control
	Edge    Mechanism = "edge"    // new and rare values and edges, lateral movement, exfiltration
	Health  Mechanism = "health"  // logs that are missing, late or lost
)

// Mechanisms are all of them.
var Mechanisms = []Mechanism{Match, Window, Usual, Contact, Channel, Edge, Health}

// Mechanism returns which mechanism runs the rule.
func (r *Rule) Mechanism() Mechanism {
	w := &r.Weir
	switch {
	case w.Settings != nil:
		return w.Settings.Mechanism()
	case w.MoreThanUsual != nil:
		return Usual
	case w.NewValue != nil, w.RareValue != nil:
		return Edge
	case w.Absence != nil:
		return Health
	case r.Correlation != nil, w.Threshold != 0:
		return Window
	default:
		return Match
	}
}

// UsesHosts reports whether what the rule finds depends on which hosts the internet
// can reach, which all records tell of and not only those that the rule selects.
func (r *Rule) UsesHosts() bool {
	switch r.Mechanism() {
	case Channel, Edge: // what is new depends on when the data begins
		return true
	}
	if r.UsesSource() {
		return true
	}
	switch r.Weir.Family {
	case finding.Scan, finding.Probe, finding.Guess, finding.GuessSuccess, finding.RejectSurge, finding.Exposure, finding.NewSource:
		return r.Weir.Reachable != "page"
	}
	return r.Weir.Reachable == "exposure"
}

// UsesSource reports whether the rule tells what is usual for each host that sends.
// That of a host that never did so follows from how long it has been there.
func (r *Rule) UsesSource() bool {
	m := r.Weir.MoreThanUsual
	return m != nil && slices.Equal(m.Per, []string{"srcaddr"})
}

// Weir is the block of a rule that Sigma does not have. Which mechanism runs the
// rule follows from the part that is set; at most one of MoreThanUsual, NewValue,
// RareValue, Absence and the settings of mechanisms may be.
type Weir struct {
	Family finding.Family
	Filter string // in the filter language, in place of a detection
	// Entity says what a finding is about, and what counts are kept by where group-by
	// is absent: source, destination, client, server, pair, interface, subnet, vpc,
	// app (of the internal side), client_app, server_app, edge, attachment, log.
	Entity string

	Window    time.Duration // sliding, in event time
	Threshold float64       // for mechanism window without a correlation: more than so many in a window
	Value     string        // what is counted: count (default), sum(field), uniq(field)
	GroupBy   []string

	MoreThanUsual *MoreThanUsual
	NewValue      *NewValue
	RareValue     *RareValue
	Absence       *Absence
	Settings      Settings // of a mechanism with a block of its own; nil without

	SeverityWhen []SeverityWhen // first that holds wins
	Reachable    string         // internet noise against a reachable host: "exposure" (default) or "page"
	Page         *bool          // nil: by severity, high and critical page
	Realert      time.Duration  // one finding for an entity in so long; default 24 h
	Weak         bool           // counts towards incidents only

	Why      string   // sentence with {names} of values; default by mechanism
	Response []string // steps
	Needs    Needs
	Noise    string            // how often it fires where nothing is wrong
	Lists    map[string]string // name of a list -> file, "" when the configuration gives it; %name% stands for its values in filters
	// Read are the rule's own lists as they were read, from files or the rule itself.
	Read  map[string]*List
	Tests []Test
}

// MoreThanUsual fires when a number is far over what is usual for a key at this hour
// of the week.
type MoreThanUsual struct {
	Value   string        // count, sum(bytes), sum(packets), uniq(field), ratio (of rejected)
	Per     []string      // fields that make the series: interface_id, subnet_id, srcaddr, client_app
	Every   time.Duration // width of a window, default 10 min
	Risk    float64       // chance of one usual window, default that of package baseline, 5e-7
	Minimum float64       // never fires below
	Less    bool          // fires on far less instead
}

// NewValue fires when a value was not seen for a key within Memory.
type NewValue struct {
	Of      []string // fields
	Per     []string
	Memory  time.Duration // default 30 d
	Learn   time.Duration // silent for a key until it is so old, default 3 d
	Minimum float64       // of Value, before the value counts as used
	Value   string        // default count
	// Everywhere fires only on values that no other key had before either.
	Everywhere bool
}

// RareValue fires on values that few of the keys have.
type RareValue struct {
	Of     []string
	Per    []string
	AtMost int           // keys that may have it
	Among  int           // keys there must be
	Memory time.Duration // default 30 d
}

// Absence fires when nothing was seen for a key for so long, though it was usual.
type Absence struct {
	For time.Duration
	Per []string
	Of  int // seen in at least so many of the windows before, default 3
}

// Settings are those of a mechanism with a block of its own in the rule, such as
// scan: or beacon:.
type Settings interface {
	Key() string          // the name of the block: "scan"
	Mechanism() Mechanism // that runs it
}

// SeverityWhen raises or lowers the severity where a filter matches the record that
// decided.
type SeverityWhen struct {
	When     *filter.Bound
	Severity finding.Severity
}

// Needs is what the data must have for the rule to see anything.
type Needs struct {
	Fields      []string      // canonical names
	Actions     string        // accept, reject, both, or "" when it does not matter
	Aggregation time.Duration // longest window of records that it can use; 0: any
}

// CorrelationType is one of Sigma's.
type CorrelationType string

// The correlation types of the Sigma specification, version 2.
const (
	EventCount      CorrelationType = "event_count"
	ValueCount      CorrelationType = "value_count"
	ValueSum        CorrelationType = "value_sum"
	ValueAvg        CorrelationType = "value_avg"
	ValuePercentile CorrelationType = "value_percentile"
	Temporal        CorrelationType = "temporal"
	TemporalOrdered CorrelationType = "temporal_ordered"
)

// Correlation joins what other rules select.
type Correlation struct {
	Type     CorrelationType
	Rules    []*Rule
	GroupBy  []string            // fields or aliases
	Aliases  map[string][]string // alias -> field by place of the rule in Rules
	Timespan time.Duration
	Generate bool // the rules joined give findings of their own, too

	Op         string // gt, gte, lt, lte, eq, neq
	Value      float64
	Field      string
	Percentile float64
}

// Test is a case of a rule: flows, and what is to be found in them.
type Test struct {
	Name  string
	Flows []Flow
	Fires int // findings; 0: silent
	// Lists stand in the place of those of the configuration.
	Lists map[string]*List
	// Expect are values that the first finding must have, by key of its JSON.
	Expect map[string]string
}

// Flow is a line of a test: values by field, repeated.
type Flow struct {
	Values map[string]string // canonical name -> text; a..b counts up with the repeats
	At     time.Duration     // start after the test's first moment
	Every  time.Duration     // between repeats
	Repeat int               // 1 when 0
	Jitter time.Duration     // seeded by the test's name
	Reply  bool              // an answer of the same size comes back, too
	Late   time.Duration     // written so long after its end; with FlowLog
	// FlowLog is the flow log that brings it; empty: it is not known how it came.
	FlowLog string
}
