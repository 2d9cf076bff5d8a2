package daemon

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/rule"
)

// webRules is the rules as the API sees them.
type webRules struct {
	l        *Lookup
	settings RuleSettings

	saving sync.Mutex    // one change at a time
	tryOne chan struct{} // one back-test at a time: each may take a core
	once   sync.Once
}

var _ api.RuleKeeper = (*webRules)(nil)

// book opens the rules; one book is not for several at once.
func (w *webRules) book(ctx context.Context) (*RuleBook, error) { return w.l.Rules(ctx, w.settings) }

// ruleFacts are what rows of rules are made from.
type ruleFacts struct {
	hits  map[string]*alert.RuleHits
	days  []int64 // Unix seconds
	blind func(*rule.Rule) []string
}

func (w *webRules) facts(ctx context.Context, since, until time.Time) (f ruleFacts, err error) {
	has, err := w.l.Store.Presence(ctx)
	if err != nil {
		return f, err
	}
	alerts, err := w.l.Alerts(ctx)
	if err != nil {
		return f, err
	}
	if f.hits, err = alerts.Hits(ctx, since); err != nil {
		return f, err
	}
	f.days = []int64{}
	for at := since; at.Before(until); at = at.AddDate(0, 0, 1) {
		f.days = append(f.days, at.Unix())
	}
	f.blind = func(r *rule.Rule) []string { return blind(r, has) }
	return f, nil
}

func (f ruleFacts) row(r *rule.Rule) api.RuleRow {
	n := api.RuleRow{
		Id: r.ID, Title: r.Title, Family: string(r.Weir.Family), Severity: r.Severity.String(), Attack: listed(r.Attack), Mechanism: string(r.Mechanism()),
		State: stateOf(r), File: r.File, Shipped: r.Shipped, Version: r.Version, Blind: f.blind(r), Noise: r.Weir.Noise, Daily: make([]int, len(f.days)),
	}
	if !r.Enabled {
		off := cmp.Or(r.Off, "it is not enabled")
		n.Off = &off
	}
	h := f.hits[r.ID]
	if h == nil {
		return n
	}
	n.Hits, n.Exposure, n.Alerts, n.Open, n.Judged, n.Harmless = h.Findings, h.Exposure, h.Alerts, h.Open, h.Judged, h.False
	if !h.Last.IsZero() {
		n.Last = &h.Last
	}
	for i, day := range f.days {
		n.Daily[i] = h.Days[day/(24*3600)]
	}
	return n
}

func stateOf(r *rule.Rule) api.RuleState {
	switch {
	case !r.Enabled:
		return api.RuleStateOff
	case r.DryRun:
		return api.RuleStateDryRun
	default:
		return api.RuleStateOn
	}
}

// listed is never null in JSON.
func listed(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// List implements [api.RuleKeeper].
func (w *webRules) List(ctx context.Context, since, until time.Time) (out api.Rules, err error) {
	book, err := w.book(ctx)
	if err != nil {
		return out, err
	}
	list, broken, err := book.Load(ctx)
	if err != nil {
		return out, err
	}
	facts, err := w.facts(ctx, since, until)
	if err != nil {
		return out, err
	}
	out = api.Rules{Items: make([]api.RuleRow, 0, len(list)), Problems: ruleProblems(flat(broken), true), Folder: book.Settings.Own(), Days: facts.days}
	for _, r := range list {
		out.Items = append(out.Items, facts.row(r))
	}
	return out, nil
}

// ruleProblems tells errors of loading; with files where they are not in the text that
// is being written.
func ruleProblems(list []*config.Error, files bool) []api.RuleProblem {
	out := []api.RuleProblem{}
	for _, e := range list {
		p := api.RuleProblem{Line: e.Line, Column: e.Column, Message: e.Msg}
		if files {
			p.File = &e.File
		}
		if _, rest, ok := strings.Cut(e.Msg, "did you mean \""); ok {
			if word, _, ok := strings.Cut(rest, "\"?"); ok {
				p.Fix = &word
			}
		}
		out = append(out, p)
	}
	return out
}

// Get implements [api.RuleKeeper].
func (w *webRules) Get(ctx context.Context, id string, since, until time.Time) (d api.RuleDetail, err error) {
	book, err := w.book(ctx)
	if err != nil {
		return d, err
	}
	p, err := book.Place(ctx, id)
	if err != nil {
		return d, noRule(err)
	}
	if p.Rule == nil {
		return d, api.ErrNoRule
	}
	facts, err := w.facts(ctx, since, until)
	if err != nil {
		return d, err
	}
	r := p.Rule
	d = api.RuleDetail{
		Rule: facts.row(r), Days: facts.days, Description: strings.TrimSpace(r.Description), Status: r.Status, Author: r.Author, References: listed(r.References), Tags: listed(r.Tags),
		Falsepositives: listed(r.FalsePositives), Response: listed(r.Weir.Response), Why: r.Weir.Why, Entity: r.Weir.Entity,
		Text: p.Text(), Revision: p.Revision(), Line: p.Line(), Editable: !r.Shipped, Overrides: !r.Shipped && p.Shipped,
		Problems: ruleProblems(flat(p.Broken), false), Settings: ruleSettings(r),
	}
	d.Needs.Fields, d.Needs.Actions = listed(r.Weir.Needs.Fields), r.Weir.Needs.Actions
	if s := int64(r.Weir.Needs.Aggregation / time.Second); s > 0 {
		d.Needs.AggregationSeconds = &s
	}
	return d, nil
}

func noRule(err error) error {
	if errors.Is(err, ErrNoRule) {
		return api.ErrNoRule
	}
	return err
}

func ruleSettings(r *rule.Rule) []api.RuleSetting {
	out := []api.RuleSetting{}
	for _, n := range r.Numbers() {
		out = append(out, api.RuleSetting{Key: n.Key, Value: n.Value, Time: n.Time, Whole: n.Whole})
	}
	return out
}

// Save implements [api.RuleKeeper].
func (w *webRules) Save(ctx context.Context, c api.RuleChange) error {
	w.saving.Lock()
	defer w.saving.Unlock()
	book, d, err := w.draft(ctx, c.ID, c.Text)
	if err != nil {
		return err
	}
	if d.Place.Revision() != c.Seen {
		if c.Seen == "" {
			return api.ErrRuleThere
		}
		return api.ErrRuleChanged
	}
	if err := d.refused(); err != nil {
		return err
	}
	if !c.Force {
		t, err := testDraft(d)
		if err != nil {
			return err
		}
		if i := slices.IndexFunc(t.Cases, func(x api.RuleCase) bool { return !x.Ok }); i >= 0 {
			return &api.RuleRefusedError{
				Detail: fmt.Sprintf("the test %q fails: %s", t.Cases[i].Name, strings.Join(t.Cases[i].Why, "; ")), Fix: "mend the rule or the test, or save it with force",
			}
		}
	}
	return told(book.Save(ctx, d, c.ID, c.Seen, c.Who))
}

// Delete implements [api.RuleKeeper].
func (w *webRules) Delete(ctx context.Context, id, seen, who string) error {
	w.saving.Lock()
	defer w.saving.Unlock()
	book, err := w.book(ctx)
	if err != nil {
		return err
	}
	return told(book.Delete(ctx, id, seen, who))
}

// told gives errors of the book their words for the API.
func told(err error) error {
	var wrong *config.Error
	var at *fs.PathError
	switch {
	case errors.Is(err, ErrRuleChanged):
		return api.ErrRuleChanged
	case errors.Is(err, ErrRuleID):
		return &api.RuleRefusedError{Detail: ErrRuleID.Error(), Fix: "write an id such as telnet-in"}
	case errors.Is(err, errRuleIDTaken):
		return &api.RuleRefusedError{Detail: errRuleIDTaken.Error(), Fix: "choose another id"}
	case errors.As(err, &wrong):
		return &api.RuleRefusedError{Detail: wrong.Msg}
	case errors.As(err, &at):
		file := at.Path
		if name := filepath.Base(file); strings.HasPrefix(name, freshFile) {
			file = filepath.Dir(file)
		}
		return &api.RuleRefusedError{
			Detail: fmt.Sprintf("%s cannot be written: %s", file, at.Err),
			Fix:    "let the user that weir runs as write there, or name another folder first under rules.dirs in the configuration",
		}
	default:
		return noRule(err)
	}
}

// Switch implements [api.RuleKeeper].
func (w *webRules) Switch(ctx context.Context, id string, to api.RuleState, who string) error {
	book, err := w.book(ctx)
	if err != nil {
		return err
	}
	states := map[api.RuleState]Switch{api.RuleStateOff: SwitchOff, api.RuleStateOn: SwitchOn, api.RuleStateDryRun: SwitchDryRun}
	return noRule(book.Switch(ctx, id, states[to], who))
}

// Versions implements [api.RuleKeeper].
func (w *webRules) Versions(ctx context.Context, id string) ([]api.RuleVersion, error) {
	book, err := w.book(ctx)
	if err != nil {
		return nil, err
	}
	p, err := book.Place(ctx, id)
	if err != nil {
		return nil, noRule(err)
	}
	list, err := book.Versions(ctx, id)
	if err != nil {
		return nil, err
	}
	if p.Rule == nil && len(list) == 0 {
		return nil, api.ErrNoRule
	}
	out := []api.RuleVersion{}
	for i, v := range list {
		out = append(out, api.RuleVersion{
			Number: len(list) - i, Version: v.Version, At: v.At, Who: v.Who, How: api.RuleVersionHow(v.How), File: v.File, Text: v.Text,
			Current: i == 0 && p.Rule != nil && !p.Rule.Shipped,
		})
	}
	return out, nil
}

// Words implements [api.RuleKeeper].
func (*webRules) Words() []api.RuleWord {
	out := []api.RuleWord{}
	for _, w := range rule.Words() {
		n := api.RuleWord{Path: w.Path, Name: w.Name, Takes: w.Takes}
		if len(w.Values) > 0 {
			n.Values = &w.Values
		}
		out = append(out, n)
	}
	return out
}

// Backtest implements [api.RuleKeeper].
func (w *webRules) Backtest(ctx context.Context, try api.RuleTrial, progress func(done, of int64)) ([]api.RuleTry, error) {
	r, err := w.candidate(ctx, try.ID, try.Text)
	if err != nil {
		return nil, err
	}
	for _, set := range try.Set {
		for key, v := range set {
			if _, err := r.With(key, v); err != nil {
				return nil, told(err)
			}
		}
	}
	w.once.Do(func() { w.tryOne = make(chan struct{}, 1) })
	select {
	case w.tryOne <- struct{}{}:
		defer func() { <-w.tryOne }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	list, err := w.l.Backtest(ctx, Try{
		Settings: w.settings, Rule: r, From: try.Since, To: try.Until, Warmup: try.Warmup, Set: try.Set, Progress: progress,
	})
	if err != nil {
		return nil, noRule(err)
	}
	out := make([]api.RuleTry, 0, len(list))
	for _, t := range list {
		out = append(out, triedOf(t))
	}
	return out, nil
}

func triedOf(t Tried) api.RuleTry {
	s := t.Summary
	n := api.RuleTry{
		Rule: s.Rule, Version: s.Version, Set: s.Set, From: s.From, To: s.To, Findings: s.Findings, Entities: s.Entities, Pages: s.Pages,
		Exposure: s.Exposure, PagesPerDay: s.PagesPerDay, Same: s.Same, Added: s.Added, Removed: s.Removed, Overlap: s.Overlap, Others: s.Others,
		Rows: int64(s.Rows), PushedDown: s.Pushed, StateBytes: s.State, Evicted: int64(s.Evicted), Seconds: s.Seconds, //nolint:gosec // counts of records
		Days: []api.RuleDay{}, Top: []api.RuleFound{}, With: []api.RuleOverlap{},
	}
	for _, d := range t.Days {
		n.Days = append(n.Days, api.RuleDay{Date: d.Date, Findings: d.Findings, Pages: d.Pages, Exposure: d.Exposure, Entities: d.Entities})
	}
	for _, e := range t.Top {
		n.Top = append(n.Top, api.RuleFound{Kind: string(e.Of.Kind), Network: e.Of.Network, Id: e.Of.ID, Findings: e.Findings, Why: e.Why})
	}
	for _, o := range t.Overlap {
		n.With = append(n.With, api.RuleOverlap{Rule: o.Rule, Both: o.Both})
	}
	return n
}
