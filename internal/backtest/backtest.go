package backtest

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/replay"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/store"
)

// Config says what a back-test goes over.
type Config struct {
	Bench
	Store    *store.Store
	Registry *record.Registry
	From, To time.Time                      // findings of [From, To); zero: of everything stored
	Warmup   time.Duration                  // how long before From the detectors begin to look
	Progress func(rows int64, at time.Time) // told of each batch and the time of its last record; may be nil
}

// Result is what a rule would have found.
type Result struct {
	Rule     string
	From, To time.Time // of the records it went over, without the warm-up
	Found    []finding.Finding
	Days     []Day
	Entities []Entity // most findings first
	Pages    float64  // expected in a day
	Cost     Cost
	Evicted  uint64 // keys that were dropped because the state was full: the result may lack something
}

// Day is what was found on one day of event time, UTC.
type Day struct {
	Date     string `json:"date"`
	Findings int    `json:"findings"`
	Pages    int    `json:"pages"`
	Exposure int    `json:"exposure"`
	Entities int    `json:"entities"`
}

// Entity is how often one was found.
type Entity struct {
	finding.Entity
	Findings int    `json:"findings"`
	Why      string `json:"why"` // of the last
}

// Cost is what a back-test took.
type Cost struct {
	Rows    uint64 // that the detectors looked at
	Pushed  bool   // the store handed out only what the rule's filter selects
	Elapsed time.Duration
	State   int // bytes of the detectors' tables at the end
}

// Run goes over what is stored with one rule. with are the rules that its correlation
// names.
func Run(ctx context.Context, cfg Config, r *rule.Rule, with []*rule.Rule) (Result, error) {
	began := time.Now()
	rules := append([]*rule.Rule{r}, with...)
	e, err := cfg.Engine(cfg.Registry, rules)
	if err != nil {
		return Result{}, err
	}
	read := store.Read{Without: rule.Unread(rules)}
	if !cfg.From.IsZero() {
		read.From = max(0, cfg.From.Add(-cfg.Warmup).Unix()) * int64(time.Second)
	}
	if !cfg.To.IsZero() {
		read.To = cfg.To.Unix() * int64(time.Second)
	}
	res := Result{Rule: r.ID}
	if where, ok := Selective(rules); ok {
		read.Where, res.Cost.Pushed = where.SQL(filter.Schema{Database: cfg.Store.Database()}, "b"), true
	}
	var out replay.Findings
	var last int64
	err = cfg.Store.ReadOrdered(ctx, cfg.Registry, read, func(b *record.Batch) error {
		start := b.Col(record.Start).Time
		last = start[len(start)-1]
		if res.From.IsZero() {
			res.From = time.Unix(0, start[0]).UTC()
		}
		res.Cost.Rows += uint64(b.Len())
		e.Run(b, &out)
		if cfg.Progress != nil {
			cfg.Progress(int64(b.Len()), time.Unix(0, last))
		}
		return nil
	})
	if err != nil {
		return Result{}, err
	}
	if last != 0 {
		e.Advance(last+detect.SliceWidth, &out)
		res.To = time.Unix(0, last).UTC()
	}
	if res.From.Before(cfg.From) {
		res.From = cfg.From
	}
	for _, f := range out.Take() {
		if f.Rule == r.ID && !f.Found.Before(cfg.From) {
			res.Found = append(res.Found, f)
		}
	}
	for _, s := range e.State() {
		res.Cost.State += s.Bytes()
		res.Evicted += s.Evicted()
	}
	res.sum()
	res.Cost.Elapsed = time.Since(began)
	return res, nil
}

// Selective returns the filter of a rule that looks only at the records that its
// filter selects, so that the store can leave out the others. A rule that asks
// whether the internet can reach a host needs all records.
func Selective(rules []*rule.Rule) (*filter.Bound, bool) {
	if len(rules) != 1 {
		return nil, false
	}
	r := rules[0]
	switch r.Mechanism() {
	case rule.Match, rule.Window:
	default:
		return nil, false
	}
	if r.Filter == nil || r.Filter.MatchesAll() || r.UsesHosts() {
		return nil, false
	}
	return r.Filter, true
}

// sum adds the findings up by day and entity.
func (res *Result) sum() {
	days := map[string]*Day{}
	perDay := map[string]map[string]bool{}
	entities := map[finding.Entity]*Entity{}
	for at := res.From.Truncate(24 * time.Hour); !at.After(res.To) && !res.From.IsZero(); at = at.AddDate(0, 0, 1) {
		date := at.Format(time.DateOnly)
		days[date] = &Day{Date: date}
	}
	pages := 0
	for i := range res.Found {
		f := &res.Found[i]
		date := f.Found.UTC().Format(time.DateOnly)
		d := days[date]
		if d == nil {
			d = &Day{Date: date}
			days[date] = d
		}
		d.Findings++
		if f.Page {
			d.Pages++
			pages++
		}
		if f.Exposure {
			d.Exposure++
		}
		if perDay[date] == nil {
			perDay[date] = map[string]bool{}
		}
		perDay[date][f.Entity.String()] = true
		d.Entities = len(perDay[date])
		n := entities[f.Entity]
		if n == nil {
			n = &Entity{Entity: f.Entity}
			entities[f.Entity] = n
		}
		n.Findings++
		n.Why = f.Why
	}
	for _, date := range slices.Sorted(maps.Keys(days)) {
		res.Days = append(res.Days, *days[date])
	}
	for _, n := range entities {
		res.Entities = append(res.Entities, *n)
	}
	slices.SortFunc(res.Entities, func(a, b Entity) int {
		return cmp.Or(cmp.Compare(b.Findings, a.Findings), cmp.Compare(a.Entity.String(), b.Entity.String()))
	})
	if length := res.To.Sub(res.From); length > 0 {
		res.Pages = float64(pages) / max(1, length.Hours()/24)
	}
}

// Difference compares what two rules, or two versions of one, found: by entity and
// day.
func Difference(a, b []finding.Finding) (both, onlyA, onlyB int) {
	key := func(f finding.Finding) string { return f.Found.UTC().Format(time.DateOnly) + " " + f.Entity.String() }
	inA, inB := map[string]bool{}, map[string]bool{}
	for _, f := range a {
		inA[key(f)] = true
	}
	for _, f := range b {
		inB[key(f)] = true
	}
	for k := range inA {
		if inB[k] {
			both++
		} else {
			onlyA++
		}
	}
	return both, onlyA, len(inB) - both
}
