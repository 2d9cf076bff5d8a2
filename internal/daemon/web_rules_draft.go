package daemon

import (
	"context"
	"fmt"
	"time"

	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/rule"
)

// draft reads a text in the place of a rule.
func (w *webRules) draft(ctx context.Context, id, text string) (*RuleBook, *RuleDraft, error) {
	book, err := w.book(ctx)
	if err != nil {
		return nil, nil, err
	}
	d, err := book.Draft(ctx, id, text)
	return book, d, noRule(err)
}

// Check implements [api.RuleKeeper].
func (w *webRules) Check(ctx context.Context, id, text string) (c api.RuleCheck, err error) {
	_, d, err := w.draft(ctx, id, text)
	if err != nil {
		return c, err
	}
	c.Problems = append(ruleProblems(d.Wrong, false), ruleProblems(d.Breaks, true)...)
	c.Ok, c.Rules = len(c.Problems) == 0 && len(d.Rules) > 0, []api.RuleRead{}
	if len(d.Rules) == 0 && len(c.Problems) == 0 {
		c.Problems = append(c.Problems, api.RuleProblem{Line: 1, Message: "there is no rule in the text"})
	}
	if len(d.Rules) == 0 {
		return c, nil
	}
	has, err := w.l.Store.Presence(ctx)
	if err != nil {
		return c, err
	}
	for _, r := range d.Rules {
		c.Rules = append(c.Rules, api.RuleRead{
			Id: r.ID, Title: r.Title, Severity: r.Severity.String(), Mechanism: string(r.Mechanism()), Version: r.Version, Blind: blind(r, has),
			Tests: len(r.Weir.Tests), Settings: ruleSettings(r),
		})
	}
	return c, nil
}

// refused tells of a draft with mistakes.
func (d *RuleDraft) refused() error {
	all := append(ruleProblems(d.Wrong, false), ruleProblems(d.Breaks, true)...)
	switch {
	case len(all) > 0:
		first := all[0]
		detail := first.Message
		switch {
		case first.File != nil:
			detail = "another rule would break: " + *first.File + ": " + detail
		case first.Line > 0:
			detail = fmt.Sprintf("line %d: %s", first.Line, detail)
		}
		if n := len(all) - 1; n > 0 {
			detail += fmt.Sprintf(" (and %d more)", n)
		}
		return &api.RuleRefusedError{Detail: detail, Fix: "POST /rules/check tells everything that is wrong", Problem: &first}
	case len(d.Rules) == 0:
		return &api.RuleRefusedError{Detail: "there is no rule in the text"}
	}
	return nil
}

// mostTestFlows bounds the records that the tests of a text make.
const mostTestFlows = 200_000

// Test implements [api.RuleKeeper].
func (w *webRules) Test(ctx context.Context, id, text string) (t api.RuleTests, err error) {
	_, d, err := w.draft(ctx, id, text)
	if err == nil {
		err = d.refused()
	}
	if err != nil {
		return t, err
	}
	return testDraft(d)
}

func testDraft(d *RuleDraft) (t api.RuleTests, err error) {
	flows := 0
	for _, r := range d.Rules {
		for _, c := range r.Weir.Tests {
			for _, f := range c.Flows {
				flows += max(1, f.Repeat)
			}
		}
	}
	if flows > mostTestFlows {
		return t, &api.RuleRefusedError{Detail: fmt.Sprintf("the tests make %d records", flows), Fix: fmt.Sprintf("%d are run here; weir rules test runs more", mostTestFlows)}
	}
	cases, err := TestRules(d.Rules)
	if err != nil {
		return t, &api.RuleRefusedError{Detail: err.Error()}
	}
	t = api.RuleTests{Ok: true, Cases: []api.RuleCase{}}
	for _, c := range cases {
		t.Ok = t.Ok && c.OK
		t.Cases = append(t.Cases, api.RuleCase{Rule: c.Rule, Name: c.Name, Ok: c.OK, Why: listed(c.Why)})
	}
	return t, nil
}

// Explain implements [api.RuleKeeper].
func (w *webRules) Explain(ctx context.Context, id, text, filterText string) (out api.RuleExplained, err error) {
	var e ExplainedRule
	switch {
	case filterText != "":
		var bound *filter.Bound
		if bound, err = filter.Compile(filterText, filter.Options{Now: time.Now()}); err == nil {
			e, err = w.l.explain(ctx, &rule.Rule{ID: "filter", Title: filterText, Filter: bound, Enabled: true})
		}
	default:
		var r *rule.Rule
		if r, err = w.candidate(ctx, id, text); err == nil {
			e, err = w.l.explain(ctx, r)
		}
	}
	if err != nil {
		return out, err
	}
	out = api.RuleExplained{Rule: e.Rule, Filter: e.Filter, Mechanism: string(e.Mechanism), Blind: e.Blind, Addresses: []api.RuleAddresses{}}
	for i, a := range e.Addresses {
		x := api.RuleAddresses{
			Field: a.Field, Test: a.Test, Negated: a.Negated, Share4: a.Share4, Share6: a.Share6, Ranges: listed(a.Ranges), More: a.More,
			Passes: listed(e.Examples[i].Passes), Others: listed(e.Examples[i].Others),
		}
		for _, o := range []struct {
			text string
			to   **string
		}{{a.Of, &x.Of}, {a.Hint, &x.Hint}, {a.Instead, &x.Instead}} {
			if o.text != "" {
				*o.to = &o.text
			}
		}
		out.Addresses = append(out.Addresses, x)
	}
	return out, nil
}

// candidate is the rule of an id, or of a text with one.
func (w *webRules) candidate(ctx context.Context, id, text string) (*rule.Rule, error) {
	if text == "" {
		book, err := w.book(ctx)
		if err != nil {
			return nil, err
		}
		p, err := book.Place(ctx, id)
		switch {
		case err != nil:
			return nil, noRule(err)
		case p.Rule == nil:
			return nil, api.ErrNoRule
		}
		return p.Rule, nil
	}
	_, d, err := w.draft(ctx, id, text)
	if err == nil {
		err = d.refused()
	}
	if err != nil {
		return nil, err
	}
	for _, r := range d.Rules {
		if r.ID == id || len(d.Rules) == 1 {
			return r, nil
		}
	}
	return nil, &api.RuleRefusedError{Detail: fmt.Sprintf("the text has %d rules; one at a time is tried", len(d.Rules))}
}
