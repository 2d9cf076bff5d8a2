package daemon

import (
	"context"
	"fmt"
	"time"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

// ExplainedRule is what a rule says of itself, what it covers, and examples from the
// data.
type ExplainedRule struct {
	Rule           string           `json:"rule"`
	Title          string           `json:"title"`
	Description    string           `json:"description"`
	Family         finding.Family   `json:"family"`
	Severity       finding.Severity `json:"severity"`
	Attack         []string         `json:"attack"`
	Mechanism      rule.Mechanism   `json:"mechanism"`
	FalsePositives []string         `json:"falsepositives"`
	Noise          string           `json:"noise"`
	Response       []string         `json:"response"`
	Blind          []string         `json:"blind"`
	File           string           `json:"file"`
	rule.Explanation
	Examples []Example `json:"examples"`
}

// Example is values of an address field that are in the data.
type Example struct {
	Test   string   `json:"test"`
	Passes []string `json:"passes"` // those with most flows
	Others []string `json:"others"` // that have the field and do not pass
}

// examples is how many values are shown of each kind.
const examples = 5

// ExplainRule explains a rule: the one that was read, or that of an id.
func (l *Lookup) ExplainRule(ctx context.Context, s RuleSettings, id string, one *rule.Rule) (ExplainedRule, error) {
	t := Try{Settings: s.Within(l.Dir), ID: id, Rule: one}
	_, r, err := t.rules()
	if err != nil {
		return ExplainedRule{}, err
	}
	return l.explain(ctx, r)
}

// ExplainFilter explains a filter as if it were a rule.
func (l *Lookup) ExplainFilter(ctx context.Context, text string) (ExplainedRule, error) {
	bound, err := filter.Compile(text, filter.Options{Now: time.Now()})
	if err != nil {
		return ExplainedRule{}, err
	}
	return l.explain(ctx, &rule.Rule{ID: "filter", Title: text, Filter: bound, Enabled: true})
}

func (l *Lookup) explain(ctx context.Context, r *rule.Rule) (ExplainedRule, error) {
	e := ExplainedRule{
		Rule: r.ID, Title: r.Title, Description: r.Description, Family: r.Weir.Family, Severity: r.Severity, Attack: r.Attack,
		Mechanism: r.Mechanism(), FalsePositives: r.FalsePositives, Noise: r.Weir.Noise, Response: r.Weir.Response, File: r.File,
		Explanation: rule.Explain(r), Examples: []Example{},
	}
	has, err := l.Store.Presence(ctx)
	if err != nil {
		return e, err
	}
	e.Blind = blind(r, has)
	for i := range e.Addresses {
		a := &e.Addresses[i]
		passes, others := a.Seen()
		x := Example{Test: a.Test}
		if x.Passes, err = l.seen(ctx, a.Field, passes); err == nil {
			x.Others, err = l.seen(ctx, a.Field, others)
		}
		if err != nil {
			return e, err
		}
		e.Examples = append(e.Examples, x)
	}
	return e, nil
}

// seen returns the values of an address field that most flows have which a filter
// selects.
func (l *Lookup) seen(ctx context.Context, field, text string) ([]string, error) {
	values := []string{}
	f, ok := record.Lookup(field)
	if !ok {
		return values, nil
	}
	fields := []record.FieldID{f.ID}
	if f.Place == record.PlaceEither {
		fields = f.Of[:]
	}
	for _, id := range fields {
		var t query.Table
		_, err := l.Query().Run(ctx, query.Request{
			Filter: text, Scope: query.Everything(), GroupBy: []record.FieldID{id},
			Aggregates: []query.Aggregate{{Function: query.Count}}, Limit: examples,
		}, &t)
		if err != nil {
			return nil, fmt.Errorf("look for examples: %w", err)
		}
		for _, row := range t.Rows {
			if text := row.Text(0); text != "" && len(values) < examples {
				values = append(values, text)
			}
		}
	}
	return values, nil
}
