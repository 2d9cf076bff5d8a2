package api

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/weir-flow/weir/internal/access"
)

// RuleKeeper is the rules of the house.
type RuleKeeper interface {
	// List returns the rules with what they found on the days from since to until.
	List(ctx context.Context, since, until time.Time) (Rules, error)
	Get(ctx context.Context, id string, since, until time.Time) (RuleDetail, error)
	// Check reads a text as it would stand in the place of a rule; id may be empty.
	Check(ctx context.Context, id, text string) (RuleCheck, error)
	Test(ctx context.Context, id, text string) (RuleTests, error)
	Explain(ctx context.Context, id, text, filter string) (RuleExplained, error)
	Save(ctx context.Context, change RuleChange) error
	Delete(ctx context.Context, id, seen, who string) error
	Switch(ctx context.Context, id string, to RuleState, who string) error
	Versions(ctx context.Context, id string) ([]RuleVersion, error)
	// Backtest tells progress how far it is.
	Backtest(ctx context.Context, try RuleTrial, progress func(done, of int64)) ([]RuleTry, error)
	Words() []RuleWord
}

// RuleChange is a text to be saved as a rule.
type RuleChange struct {
	ID, Text string
	Seen     string // the revision that was changed; "" for a new rule
	Force    bool   // also when its tests fail
	Who      string
}

// RuleTrial is a rule to be tried on what is stored.
type RuleTrial struct {
	ID, Text     string
	Since, Until time.Time // zero: of everything
	Warmup       time.Duration
	Set          []map[string]float64
}

// Errors of a [RuleKeeper].
var (
	ErrNoRule      = errors.New("there is no such rule")
	ErrRuleChanged = errors.New("the rule is not as it was seen")
	ErrRuleThere   = errors.New("there is a rule with the id already")
)

// RuleRefusedError says why a text or a change of rules is not taken.
type RuleRefusedError struct {
	Detail, Fix string
	Problem     *RuleProblem // the first, with its place in the text
}

func (e *RuleRefusedError) Error() string { return e.Detail }

// ruleHits is what those who see some networks only are refused: rules run on, and tell
// what they found in, the records of all.
const ruleHits = "rules and what they find"

const (
	ruleDays      = 30
	defaultWarmup = 7 * 24 * time.Hour
)

// ruleRange is the days whose hits are told: those before the newest record.
func (a *API) ruleRange(ctx context.Context) (since, until time.Time, err error) {
	_, until, err = a.extentOf(ctx)
	if until.IsZero() {
		until = a.cfg.Now()
	}
	until = until.UTC().Truncate(24*time.Hour).AddDate(0, 0, 1)
	return until.AddDate(0, 0, -ruleDays), until, err
}

// ListRules implements [StrictServerInterface].
func (a *API) ListRules(ctx context.Context, _ ListRulesRequestObject) (ListRulesResponseObject, error) {
	if err := a.everybodys(ctx, ruleHits); err != nil {
		return nil, err
	}
	since, until, err := a.ruleRange(ctx)
	if err != nil {
		return nil, err
	}
	list, err := a.cfg.Rules.List(ctx, since, until)
	return ListRules200JSONResponse(list), err
}

// GetRule implements [StrictServerInterface].
func (a *API) GetRule(ctx context.Context, r GetRuleRequestObject) (GetRuleResponseObject, error) {
	if err := a.everybodys(ctx, ruleHits); err != nil {
		return nil, err
	}
	d, err := a.ruleDetail(ctx, r.Id)
	return GetRule200JSONResponse(d), err
}

func (a *API) ruleDetail(ctx context.Context, id string) (RuleDetail, error) {
	since, until, err := a.ruleRange(ctx)
	if err != nil {
		return RuleDetail{}, err
	}
	d, err := a.cfg.Rules.Get(ctx, id, since, until)
	return d, ruleProblem(err, id)
}

// RuleWords implements [StrictServerInterface].
func (a *API) RuleWords(context.Context, RuleWordsRequestObject) (RuleWordsResponseObject, error) {
	return RuleWords200JSONResponse(a.cfg.Rules.Words()), nil
}

// CheckRule implements [StrictServerInterface].
func (a *API) CheckRule(ctx context.Context, r CheckRuleRequestObject) (CheckRuleResponseObject, error) {
	c, err := a.cfg.Rules.Check(ctx, text(r.Body.Id), r.Body.Text)
	return CheckRule200JSONResponse(c), ruleProblem(err, text(r.Body.Id))
}

// TestRule implements [StrictServerInterface].
func (a *API) TestRule(ctx context.Context, r TestRuleRequestObject) (TestRuleResponseObject, error) {
	t, err := a.cfg.Rules.Test(ctx, text(r.Body.Id), r.Body.Text)
	return TestRule200JSONResponse(t), ruleProblem(err, text(r.Body.Id))
}

// ExplainRule implements [StrictServerInterface].
func (a *API) ExplainRule(ctx context.Context, r ExplainRuleRequestObject) (ExplainRuleResponseObject, error) {
	if err := a.everybodys(ctx, ruleHits); err != nil {
		return nil, err
	}
	id, rule, filter := text(r.Body.Id), text(r.Body.Text), text(r.Body.Filter)
	if id == "" && rule == "" && filter == "" {
		return nil, bad("say what is to be explained: id, text or filter", "")
	}
	e, err := a.cfg.Rules.Explain(ctx, id, rule, filter)
	return ExplainRule200JSONResponse(e), ruleProblem(err, id)
}

// SaveRule implements [StrictServerInterface].
func (a *API) SaveRule(ctx context.Context, r SaveRuleRequestObject) (SaveRuleResponseObject, error) {
	if err := a.everybodys(ctx, ruleHits); err != nil {
		return nil, err
	}
	err := a.cfg.Rules.Save(ctx, RuleChange{ID: r.Id, Text: r.Body.Text, Seen: r.Body.Seen, Force: value(r.Body.Force), Who: access.From(ctx).Name})
	if err != nil {
		return nil, ruleProblem(err, r.Id)
	}
	d, err := a.ruleDetail(ctx, r.Id)
	if err != nil {
		return nil, err
	}
	did := map[string]any{"file": d.Rule.File, "version": d.Rule.Version, "before": r.Body.Seen, "revision": d.Revision}
	if value(r.Body.Force) {
		did["forced"] = true
	}
	if err := a.audit(ctx, "rule.save", "rule/"+r.Id, did); err != nil {
		return nil, err
	}
	return SaveRule200JSONResponse(d), nil
}

// DeleteRule implements [StrictServerInterface].
func (a *API) DeleteRule(ctx context.Context, r DeleteRuleRequestObject) (DeleteRuleResponseObject, error) {
	if err := a.everybodys(ctx, ruleHits); err != nil {
		return nil, err
	}
	if err := a.cfg.Rules.Delete(ctx, r.Id, r.Params.Seen, access.From(ctx).Name); err != nil {
		return nil, ruleProblem(err, r.Id)
	}
	return DeleteRule204Response{}, a.audit(ctx, "rule.delete", "rule/"+r.Id, map[string]any{"revision": r.Params.Seen})
}

// SwitchRule implements [StrictServerInterface].
func (a *API) SwitchRule(ctx context.Context, r SwitchRuleRequestObject) (SwitchRuleResponseObject, error) {
	if err := a.everybodys(ctx, ruleHits); err != nil {
		return nil, err
	}
	if !r.Body.State.Valid() {
		return nil, bad(fmt.Sprintf("there is no state %q", r.Body.State), "on, off or dry_run")
	}
	if err := a.cfg.Rules.Switch(ctx, r.Id, r.Body.State, access.From(ctx).Name); err != nil {
		return nil, ruleProblem(err, r.Id)
	}
	if err := a.audit(ctx, "rule.switch", "rule/"+r.Id, map[string]any{"state": r.Body.State}); err != nil {
		return nil, err
	}
	d, err := a.ruleDetail(ctx, r.Id)
	return SwitchRule200JSONResponse(d.Rule), err
}

// RuleVersions implements [StrictServerInterface].
func (a *API) RuleVersions(ctx context.Context, r RuleVersionsRequestObject) (RuleVersionsResponseObject, error) {
	if err := a.everybodys(ctx, ruleHits); err != nil {
		return nil, err
	}
	list, err := a.cfg.Rules.Versions(ctx, r.Id)
	return RuleVersions200JSONResponse(list), ruleProblem(err, r.Id)
}

// BacktestRule implements [StrictServerInterface].
func (a *API) BacktestRule(ctx context.Context, r BacktestRuleRequestObject) (BacktestRuleResponseObject, error) {
	if err := a.everybodys(ctx, ruleHits); err != nil {
		return nil, err
	}
	b := r.Body
	try := RuleTrial{ID: text(b.Id), Text: text(b.Text), Warmup: defaultWarmup, Set: value(b.Set)}
	if try.ID == "" && try.Text == "" {
		return nil, bad("say which rule is to be tried: id or text", "")
	}
	if b.WarmupSeconds != nil {
		try.Warmup = time.Duration(min(max(*b.WarmupSeconds, 0), 366*24*3600)) * time.Second
	}
	const most = 12
	if len(try.Set) > most {
		return nil, bad(fmt.Sprintf("a back-test makes at most %d tries", most), "")
	}
	if text(b.Since) != "" || text(b.Until) != "" {
		from, to, err := a.span(ctx, b.Since, b.Until)
		if err != nil {
			return nil, err
		}
		if text(b.Since) != "" {
			try.Since = from
		}
		if text(b.Until) != "" {
			try.Until = to
		}
	}
	var w *work
	if id := text(b.Work); id != "" {
		name := try.ID
		if name == "" {
			name = "a new rule"
		}
		w = a.streams.works.begin(id, "backtest", "Back-test of "+name, "")
	}
	var told time.Time
	tries, err := a.cfg.Rules.Backtest(ctx, try, func(done, of int64) {
		if now := time.Now(); now.Sub(told) > 200*time.Millisecond {
			told = now
			w.step(done, of)
		}
	})
	err = ruleProblem(err, try.ID)
	w.end(err)
	if err != nil {
		return nil, err
	}
	return BacktestRule200JSONResponse{Tries: tries}, nil
}

func ruleProblem(err error, id string) error {
	var refused *RuleRefusedError
	switch {
	case errors.As(err, &refused):
		p := &problemError{status: http.StatusBadRequest, code: "rule", detail: refused.Detail, fix: refused.Fix}
		if at := refused.Problem; at != nil && at.Line > 0 {
			p.position = &Position{Line: &at.Line, Column: &at.Column}
		}
		return p
	case errors.Is(err, ErrNoRule):
		return missing(fmt.Sprintf("there is no rule %q", id), "GET "+Prefix+"/rules lists them")
	case errors.Is(err, ErrRuleThere):
		return &problemError{status: http.StatusConflict, code: "conflict", detail: fmt.Sprintf("there is a rule %q already", id), fix: "choose another id, or change that rule"}
	case errors.Is(err, ErrRuleChanged):
		return &problemError{status: http.StatusConflict, code: "conflict", detail: "the rule was changed since you saw it", fix: "load it anew and change that"}
	default:
		return err
	}
}
