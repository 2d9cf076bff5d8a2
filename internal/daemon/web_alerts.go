package daemon

import (
	"context"
	"sync"
	"time"

	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/rule"
)

// rulesAge is how long it is remembered what the rules say.
const rulesAge = 5 * time.Second

// alertRules tell the API of the rules behind alerts.
type alertRules struct {
	l    *Lookup
	book *RuleBook

	mu   sync.Mutex
	at   time.Time
	list []*rule.Rule
}

var _ api.AlertRules = (*alertRules)(nil)

// rules reads the rules, not more often than they change.
func (r *alertRules) rules(ctx context.Context) ([]*rule.Rule, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if time.Since(r.at) < rulesAge {
		return r.list, nil
	}
	list, _, err := r.book.Load(ctx)
	if err != nil {
		return nil, err
	}
	r.list, r.at = list, time.Now()
	return list, nil
}

// About implements [api.AlertRules].
func (r *alertRules) About(ctx context.Context, id string) (about api.AboutRule, ok bool, err error) {
	list, err := r.rules(ctx)
	if err != nil {
		return about, false, err
	}
	for _, one := range list {
		if one.ID != id {
			continue
		}
		about = api.AboutRule{
			ID: one.ID, Title: one.Title, Description: one.Description, FalsePositives: one.FalsePositives, Noise: one.Weir.Noise,
			File: one.File, Enabled: one.Enabled, DryRun: one.DryRun,
		}
		if m := one.Weir.MoreThanUsual; m != nil {
			about.Value, about.Every = m.Value, m.Every
		}
		return about, true, nil
	}
	return about, false, nil
}

// Watched implements [api.AlertRules].
func (r *alertRules) Watched(ctx context.Context) ([]api.WatchedRule, error) {
	list, err := r.rules(ctx)
	if err != nil {
		return nil, err
	}
	has, err := r.l.Store.Presence(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]api.WatchedRule, 0, len(list))
	for _, one := range list {
		out = append(out, api.WatchedRule{ID: one.ID, Title: one.Title, Family: one.Weir.Family, Enabled: one.Enabled, Blind: blind(one, has)})
	}
	return out, nil
}
