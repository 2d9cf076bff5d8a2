package daemon

import (
	"context"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/replay"
	"github.com/weir-flow/weir/internal/rule"
)

// Alert is what detection found, with its life.
type Alert = alert.Alert

// DetectConfig says what is looked for.
type DetectConfig struct {
	Rules []*rule.Rule
	Keys  int // keys of detectors' tables in all; 0: [DefaultKeys]

	Progress func(rows int64) // called with rows that were gone through; may be nil
}

// Detect goes over everything that is stored, as if nothing more would come, and
// returns what there is to be alerted of, most pressing first. Nothing of it is kept.
func (l *Lookup) Detect(ctx context.Context, cfg DetectConfig) ([]Alert, error) {
	var found *replay.Findings
	d, err := l.detection(ctx, cfg.Rules, cfg.Keys, func(_ context.Context, list []finding.Finding) error {
		for _, n := range list {
			found.Find(n)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	d.cfg.Lateness, d.cfg.Progress, d.cfg.Snapshots = -1, cfg.Progress, nil
	if err := d.catchUp(ctx, true, func() { found = new(replay.Findings) }); err != nil {
		return nil, err
	}
	list := found.Take()
	alerts := make([]Alert, 0, len(list))
	for _, n := range list {
		alerts = append(alerts, alert.New(n))
	}
	alert.Sort(alerts)
	return alerts, nil
}
