package daemon

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/backtest"
	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/enrich/initiator"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

// bench is what rules are tried on.
func bench(keys int) backtest.Bench {
	if keys == 0 {
		keys = DefaultKeys
	}
	return backtest.Bench{
		Engine: func(reg *record.Registry, rules []*rule.Rule) (*detect.Engine, error) {
			return newEngine(reg, rules, keys)
		},
		Opener: initiator.Enricher{},
	}
}

// RuleText is a file of rules as it goes to who reads it.
type RuleText struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// ReadRuleFiles reads files and folders of rules, which may have mistakes.
func ReadRuleFiles(paths []string) ([]RuleText, error) {
	var texts []RuleText
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			own, err := rule.DirFiles(path)
			if err != nil {
				return nil, err
			}
			for _, f := range own {
				texts = append(texts, RuleText{f.Name, string(f.Data)})
			}
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		texts = append(texts, RuleText{path, string(data)})
	}
	if len(texts) == 0 && len(paths) > 0 {
		return nil, fmt.Errorf("%w in %v", ErrNoRule, paths)
	}
	return texts, nil
}

// loadTexts loads rules, all of which must be understood. Rules that correlations name
// may be among those that weir ships. read reads their lists; nil reads from disk.
func (s *RuleSettings) loadTexts(texts []RuleText, read func(ruleFile, name string) ([]byte, error)) ([]*rule.Rule, error) {
	var files []rule.File
	var names []string
	for _, t := range texts {
		files = append(files, rule.File{Name: t.Name, Data: []byte(t.Text)})
		names = append(names, t.Name)
	}
	list, err := s.loadReading(files, read)
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%w in %v", ErrNoRule, names)
	}
	return list, nil
}

// RuleCase is the outcome of one test that a rule carries.
type RuleCase = backtest.Case

// TestRules runs the tests that rules carry.
func TestRules(list []*rule.Rule) ([]RuleCase, error) {
	b := bench(1 << 14)
	cases := []RuleCase{}
	for _, r := range list {
		some, err := b.Cases(r, joined(r))
		if err != nil {
			return nil, err
		}
		cases = append(cases, some...)
	}
	return cases, nil
}

// joined are the rules that a correlation names.
func joined(r *rule.Rule) []*rule.Rule {
	if r.Correlation == nil {
		return nil
	}
	return r.Correlation.Rules
}

// Try is one rule to be tried on what is stored.
type Try struct {
	Settings RuleSettings
	ID       string     // of a rule; or File, or Rule
	File     string     // with one rule
	Rule     *rule.Rule // as it was read from a text
	From, To time.Time
	Warmup   time.Duration
	Truth    []byte               // incidents that are known; none: nil
	Set      []map[string]float64 // numbers of the rule to change, one try each; none: as it is
	// Progress is told how far it is; may be nil.
	Progress func(done, of int64)
}

// Tried is what a rule would have found.
type Tried struct {
	Summary  TrySummary
	Days     []backtest.Day
	Top      []TryEntity
	Overlap  []TryOverlap
	Families []backtest.Score
}

// TrySummary is the line of a back-test that says most.
type TrySummary struct {
	Kind        string             `json:"kind"` // summary
	Rule        string             `json:"rule"`
	Version     string             `json:"version"`
	Set         map[string]float64 `json:"set"`
	From        time.Time          `json:"from"`
	To          time.Time          `json:"to"`
	Findings    int                `json:"findings"`
	Entities    int                `json:"entities"`
	Pages       int                `json:"pages"`
	Exposure    int                `json:"exposure"`
	PagesPerDay float64            `json:"pages_per_day"`
	Same        int                `json:"same"`    // entity and day that the deployed version finds, too
	Added       int                `json:"added"`   // that it does not find
	Removed     int                `json:"removed"` // that only it finds
	Overlap     int                `json:"overlap"` // findings that share entity and hour with what other rules have found
	Others      int                `json:"others"`  // findings of other rules in the range
	Rows        uint64             `json:"rows"`    // records that the detectors looked at
	Pushed      bool               `json:"pushed_down"`
	State       int64              `json:"state_bytes"`
	Evicted     uint64             `json:"evicted"`
	Seconds     float64            `json:"seconds"`
}

// TryEntity is one of those that a rule finds most.
type TryEntity struct {
	Entity   string         `json:"entity"`
	Findings int            `json:"findings"`
	Why      string         `json:"why"`
	Of       finding.Entity `json:"-"`
}

// TryOverlap is how many of the findings share entity and hour with what another rule
// has found.
type TryOverlap struct {
	Rule string `json:"rule"`
	Both int    `json:"both"`
}

// overlap compares what a rule would have found with what other rules did find.
func (t *Tried) overlap(ctx context.Context, alerts *alert.Store, res backtest.Result) error {
	o, err := alerts.Overlap(ctx, res.Rule, res.Found, res.From, res.To.Add(time.Second))
	t.Summary.Overlap, t.Summary.Others = o.Shared, o.Others
	for _, r := range slices.Sorted(maps.Keys(o.ByRule)) {
		t.Overlap = append(t.Overlap, TryOverlap{r, o.ByRule[r]})
	}
	slices.SortStableFunc(t.Overlap, func(a, b TryOverlap) int { return cmp.Compare(b.Both, a.Both) })
	return err
}

// Lines returns the result as objects for lines of JSON.
func (t *Tried) Lines() []any {
	lines := []any{t.Summary}
	for _, d := range t.Days {
		lines = append(lines, struct {
			Kind string `json:"kind"`
			backtest.Day
		}{"day", d})
	}
	for _, e := range t.Top {
		lines = append(lines, struct {
			Kind string `json:"kind"`
			TryEntity
		}{"entity", e})
	}
	for _, o := range t.Overlap {
		lines = append(lines, struct {
			Kind string `json:"kind"`
			TryOverlap
		}{"overlap", o})
	}
	for _, f := range t.Families {
		lines = append(lines, struct {
			Kind string `json:"kind"`
			backtest.Score
		}{"family", f})
	}
	return lines
}

// topEntities is how many of the entities that hit most are told.
const topEntities = 20

// Backtest goes over what is stored with one rule, once for each set of numbers.
func (l *Lookup) Backtest(ctx context.Context, t Try) ([]Tried, error) {
	t.Settings = t.Settings.Within(l.Dir)
	deployed, candidate, err := t.rules()
	if err != nil {
		return nil, err
	}
	truth, err := truthOf(t.Truth)
	if err != nil {
		return nil, err
	}
	alerts, err := l.Alerts(ctx)
	if err != nil {
		return nil, err
	}
	on := bench(0)
	engine := on.Engine
	on.Engine = func(reg *record.Registry, rules []*rule.Rule) (*detect.Engine, error) {
		e, err := engine(reg, rules)
		if err == nil {
			e.Deliveries(l.deliveries(ctx))
		}
		return e, err
	}
	cfg := backtest.Config{Bench: on, Store: l.Store, Registry: l.Registry, From: t.From, To: t.To, Warmup: t.Warmup}
	sets := t.Set
	if len(sets) == 0 {
		sets = []map[string]float64{nil}
	}
	if cfg.Progress, err = l.trialProgress(ctx, &t, deployed, candidate, len(sets)); err != nil {
		return nil, err
	}
	run := func(r *rule.Rule) (res backtest.Result, err error) {
		err = l.Retry(ctx, func() error {
			res, err = backtest.Run(ctx, cfg, r, joined(r))
			return err
		})
		return res, err
	}
	var before backtest.Result
	if deployed != nil {
		if before, err = run(deployed); err != nil {
			return nil, err
		}
	}
	var out []Tried
	for _, set := range sets {
		r := candidate
		for key, value := range set {
			if r, err = r.With(key, value); err != nil {
				return nil, err
			}
		}
		res := before
		if r != deployed {
			if res, err = run(r); err != nil {
				return nil, err
			}
		}
		one := tried(r, set, res, before.Found, truth)
		if err := one.overlap(ctx, alerts, res); err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out, nil
}

// rules finds the rule to try, and the version of it that is deployed: itself, when it
// is tried by its id.
func (t *Try) rules() (deployed, candidate *rule.Rule, err error) {
	all, err := LoadRules(t.Settings)
	if err != nil && len(all) == 0 {
		return nil, nil, err
	}
	id := t.ID
	if t.Rule != nil {
		candidate, id = t.Rule, t.Rule.ID
	}
	if t.File != "" {
		texts, err := ReadRuleFiles([]string{t.File})
		if err != nil {
			return nil, nil, err
		}
		if candidate, err = t.Settings.loadOne(texts, nil); err != nil {
			return nil, nil, err
		}
		id = candidate.ID
	}
	for _, r := range all {
		if r.ID == id || candidate == nil && r.Name == id {
			deployed = r
		}
	}
	if candidate != nil && deployed != nil && candidate.Version == deployed.Version {
		candidate = deployed // nothing was changed
	}
	if candidate == nil {
		candidate = deployed
	}
	if candidate == nil {
		return nil, nil, fmt.Errorf("%w: %s", ErrNoRule, id)
	}
	return deployed, candidate, nil
}

// loadOne loads the only rule of a file.
func (s *RuleSettings) loadOne(texts []RuleText, read func(ruleFile, name string) ([]byte, error)) (*rule.Rule, error) {
	list, err := s.loadTexts(texts, read)
	if err != nil {
		return nil, err
	}
	if len(list) > 1 {
		return nil, fmt.Errorf("%s has %d rules; one at a time is tried", texts[0].Name, len(list))
	}
	return list[0], nil
}

// trialProgress returns what is told the time of the records that a run has come to: how
// far all runs are, by the share of the range that lies behind.
func (l *Lookup) trialProgress(ctx context.Context, t *Try, deployed, candidate *rule.Rule, sets int) (func(int64, time.Time), error) {
	if t.Progress == nil {
		return nil, nil
	}
	days, err := l.Store.Days(ctx)
	if err != nil || len(days) == 0 {
		return nil, err
	}
	begin, end := days[0].Day.Start(), days[len(days)-1].Day.Start().Add(24*time.Hour)
	if from := t.From.Add(-t.Warmup); !t.From.IsZero() && from.After(begin) {
		begin = from
	}
	if !t.To.IsZero() && t.To.Before(end) {
		end = t.To
	}
	runs := int64(0)
	if deployed != nil {
		runs++
	}
	if candidate != deployed || len(t.Set) > 0 {
		runs += int64(sets)
	}
	const parts = 1000
	var run, last int64
	return func(_ int64, at time.Time) {
		share := int64(0)
		if end.After(begin) {
			share = min(parts, max(0, int64(parts*(float64(at.Sub(begin))/float64(end.Sub(begin))))))
		}
		if share < last { // the next run has begun
			run++
		}
		last = share
		t.Progress(min(run*parts+share, runs*parts), runs*parts)
	}, nil
}

func truthOf(data []byte) ([]backtest.Incident, error) {
	if data == nil {
		return nil, nil
	}
	list, err := backtest.ParseTruth(data)
	if err == nil && len(list) == 0 {
		err = errors.New("the file of truth has no incidents")
	}
	return list, err
}

func tried(r *rule.Rule, set map[string]float64, res backtest.Result, before []finding.Finding, truth []backtest.Incident) Tried {
	s := TrySummary{
		Kind: "summary", Rule: r.ID, Version: r.Version, Set: set, From: res.From, To: res.To,
		Findings: len(res.Found), Entities: len(res.Entities), PagesPerDay: res.Pages,
		Rows: res.Cost.Rows, Pushed: res.Cost.Pushed, State: int64(res.Cost.State), Evicted: res.Evicted, Seconds: res.Cost.Elapsed.Seconds(),
	}
	if s.Set == nil {
		s.Set = map[string]float64{}
	}
	for _, d := range res.Days {
		s.Pages += d.Pages
		s.Exposure += d.Exposure
	}
	s.Same, s.Added, s.Removed = backtest.Difference(res.Found, before)
	t := Tried{Summary: s, Days: res.Days}
	for i, e := range res.Entities {
		if i == topEntities {
			break
		}
		t.Top = append(t.Top, TryEntity{e.Entity.String(), e.Findings, e.Why, e.Entity})
	}
	if truth != nil {
		t.Families = backtest.Judge(res.Found, truth)
	}
	return t
}
