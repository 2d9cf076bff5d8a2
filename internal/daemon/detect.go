package daemon

import (
	"context"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/replay"
	"github.com/weir-flow/weir/internal/rule"
)

// DetectConfig says what is looked for.
type DetectConfig struct {
	Rules []*rule.Rule
	Keys  int // keys of detectors' tables in all; 0: [DefaultKeys]

	Progress func(rows int64) // called with rows that were gone through; may be nil
}

// Detect goes over everything that is stored, as if nothing more would come, and
// returns what there is to be alerted of, most pressing first.
func (l *Lookup) Detect(ctx context.Context, cfg DetectConfig) ([]alert.Alert, error) {
	keys := cfg.Keys
	if keys == 0 {
		keys = DefaultKeys
	}
	if _, err := newEngine(l.Registry, cfg.Rules, keys); err != nil {
		return nil, err
	}
	found := &replay.Findings{}
	f, err := replay.Follow(ctx, replay.Config{
		Store: l.Store, Ledger: l.Ledger, Registry: l.Registry, Lateness: -1, Log: l.cfg.Log, Progress: cfg.Progress,
		Engine: func() *detect.Engine {
			e, _ := newEngine(l.Registry, cfg.Rules, keys)
			return e
		},
		Sink: func(_ context.Context, list []finding.Finding) error {
			for _, n := range list {
				found.Find(n)
			}
			return nil
		},
	})
	if err != nil {
		return nil, err
	}
	err = l.Retry(ctx, func() error {
		_, err := f.Step(ctx, true)
		return err
	})
	if err != nil {
		return nil, err
	}
	list := found.Take()
	if err := l.Retry(ctx, func() error { return replay.FillEvidence(ctx, l.Store, list) }); err != nil {
		return nil, err
	}
	alerts := make([]alert.Alert, 0, len(list))
	for _, n := range list {
		alerts = append(alerts, alert.New(n))
	}
	alert.Sort(alerts)
	return alerts, nil
}
