package daemon

import (
	"context"
	"fmt"
	"time"

	"github.com/weir-flow/weir/internal/rule"
)

// The calls that are about rules. Files of rules come as texts: who asks may be on
// another machine.
var (
	CallRules = Call[None, RuleList]{Name: "rules", needs: needsStore,
		do: func(ctx context.Context, at *counter, _ None) (RuleList, error) {
			return at.l.ListRules(ctx, at.settings.Rules)
		}}

	// CallCheckRules takes files; none: all rules there are. It returns how many rules
	// they have.
	CallCheckRules = Call[[]RuleText, int]{Name: "rules.check", do: func(_ context.Context, at *counter, files []RuleText) (int, error) {
		list, err := at.rules(files)
		return len(list), err
	}}

	CallTestRules = Call[[]RuleText, RulesTested]{Name: "rules.test", do: func(_ context.Context, at *counter, files []RuleText) (t RulesTested, err error) {
		list, err := at.rules(files)
		if err != nil {
			return t, err
		}
		t.Rules = len(list)
		t.Cases, err = TestRules(list)
		return t, err
	}}

	CallSwitchRule = Call[SwitchAsked, None]{Name: "rules.switch", needs: needsState, do: switchRule,
		did: func(a SwitchAsked, _ None) change {
			return change{"rule.switch", "rule/" + a.Rule, map[string]any{"state": switchNames[a.To]}}
		}}

	CallExplain = Call[ExplainAsked, ExplainedRule]{Name: "rules.explain", needs: needsStore, do: explainRule}

	CallBacktest = Call[TryAsked, []Tried]{Name: "rules.backtest", needs: needsStore, do: backtestRule}
)

// RulesTested is how many rules were tested, and what became of their tests.
type RulesTested struct {
	Rules int        `json:"rules"`
	Cases []RuleCase `json:"cases"`
}

// SwitchAsked is a rule to be switched.
type SwitchAsked struct {
	Rule string `json:"rule"`
	To   Switch `json:"to"`
}

var switchNames = map[Switch]string{SwitchOff: "off", SwitchOn: "on", SwitchDryRun: "dry_run"}

// ExplainAsked says what is explained: a filter, a file with one rule, or the rule of an
// id.
type ExplainAsked struct {
	Filter string     `json:"filter,omitempty"`
	File   []RuleText `json:"file,omitempty"`
	ID     string     `json:"id,omitempty"`
}

// TryAsked is a back-test, see [Try]. File is a file with one rule; none: that of the id.
type TryAsked struct {
	ID     string               `json:"id,omitempty"`
	File   []RuleText           `json:"file,omitempty"`
	From   time.Time            `json:"from,omitzero"`
	To     time.Time            `json:"to,omitzero"`
	Warmup time.Duration        `json:"warmup"`
	Truth  []byte               `json:"truth,omitempty"`
	Set    []map[string]float64 `json:"set,omitempty"`
}

// rules loads files, or all rules there are. Everything that is wrong is in the error.
func (at *counter) rules(files []RuleText) ([]*rule.Rule, error) {
	if len(files) == 0 {
		return LoadRules(at.settings.Rules.Within(at.cfg.Data))
	}
	return at.settings.Rules.loadTexts(files, at.readList())
}

// readList is how lists are read that rules name by file: what comes from another machine
// is not to read the files of this one.
func (at *counter) readList() func(ruleFile, name string) ([]byte, error) {
	if !at.remote {
		return nil
	}
	return func(_, name string) ([]byte, error) {
		return nil, fmt.Errorf("the list %s is on your machine; name it under rules.lists in the server's configuration, or try the rule without --server", name)
	}
}

func switchRule(ctx context.Context, at *counter, a SwitchAsked) (None, error) {
	if _, ok := switchNames[a.To]; !ok {
		return None{}, usage(fmt.Errorf("there is no switch %d", a.To))
	}
	if err := at.db.Migrate(ctx, "rules", ruleTables); err != nil {
		return None{}, err
	}
	book := newRuleBook(at.db, at.settings.Rules.Within(at.cfg.Data))
	by := at.who
	if !at.remote {
		by = "" // whoever sits there, also behind sudo
	}
	return None{}, book.Switch(ctx, a.Rule, a.To, by)
}

// one loads the rule of a file, if there is one.
func (at *counter) one(file []RuleText) (*rule.Rule, error) {
	if len(file) == 0 {
		return nil, nil
	}
	settings := at.settings.Rules.Within(at.l.Dir)
	return settings.loadOne(file, at.readList())
}

func explainRule(ctx context.Context, at *counter, a ExplainAsked) (ExplainedRule, error) {
	if a.Filter != "" {
		return at.l.ExplainFilter(ctx, a.Filter)
	}
	one, err := at.one(a.File)
	if err != nil {
		return ExplainedRule{}, err
	}
	return at.l.ExplainRule(ctx, at.settings.Rules, a.ID, one)
}

func backtestRule(ctx context.Context, at *counter, a TryAsked) ([]Tried, error) {
	one, err := at.one(a.File)
	if err != nil {
		return nil, err
	}
	return at.l.Backtest(ctx, Try{Settings: at.settings.Rules, ID: a.ID, Rule: one, From: a.From, To: a.To, Warmup: a.Warmup, Truth: a.Truth, Set: a.Set})
}
