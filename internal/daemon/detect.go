package daemon

import (
	"context"
	"errors"
	"time"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/notify"
	"github.com/weir-flow/weir/internal/replay"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/state"
)

// Alert is what detection found, with its life.
type Alert = alert.Alert

// AlertFilter chooses alerts.
type AlertFilter = alert.Filter

// DetectConfig says what is looked for.
type DetectConfig struct {
	Rules []*rule.Rule
	Keys  int // keys of detectors' tables in all; 0: [DefaultKeys]

	// Since and Until bound the records that are gone over, of a directory that is not
	// kept; zero: all.
	Since, Until time.Time

	Progress func(rows int64)             // called with rows that were gone through; may be nil
	Found    func(list []finding.Finding) // called with what was found, weak findings too; may be nil
}

// Alerts opens the alerts of the data directory.
func (l *Lookup) Alerts(ctx context.Context) (*alert.Store, error) {
	cfg := alert.Config{
		Evidence: func(ctx context.Context, found []finding.Finding) error {
			return replay.FillEvidence(ctx, l.Store, found, l.cfg.Log)
		},
		DryRun:       l.dryRun,
		Incidents:    alert.IncidentConfig{Hub: l.hubs()},
		ResolveAfter: time.Duration(l.cfg.Alerts.ResolveAfter),
	}
	if !l.scratch { // or nobody would ever hear of it
		if _, err := notify.Open(ctx, l.State, notify.Config{}); err != nil {
			return nil, err
		}
		cfg.Changed = hear
	}
	return alert.Open(ctx, l.State, cfg)
}

// ErrNotOwner says that another process owns the data directory and detects.
var ErrNotOwner = errors.New("another process owns the data directory and detects")

// Detect goes over what was stored since detection last did and raises alerts, as if
// nothing more would come soon: time is let run to the end of what is stored. Only the
// owner of a data directory detects; others get [ErrNotOwner].
func (l *Lookup) Detect(ctx context.Context, cfg DetectConfig) (Figures, error) {
	if !l.Owner() {
		return Figures{}, ErrNotOwner
	}
	alerts, err := l.Alerts(ctx)
	if err != nil {
		return Figures{}, err
	}
	d, err := l.detection(ctx, cfg.Rules, cfg.Keys, func(ctx context.Context, found []finding.Finding) error {
		if cfg.Found != nil {
			cfg.Found(found)
		}
		_, err := alerts.Apply(ctx, found...)
		return err
	})
	if err != nil {
		return Figures{}, err
	}
	d.cfg.Progress = cfg.Progress
	if l.scratch { // nothing will follow
		d.cfg.Lateness, d.cfg.Snapshots = -1, nil
		d.cfg.Since, d.cfg.Until = cfg.Since, cfg.Until
	}
	if err := d.CatchUp(ctx, true); err != nil {
		return Figures{}, err
	}
	return *d.figures.Load(), nil
}

// OwnerCommand is what the process that owns the data directory is called.
func (l *Lookup) OwnerCommand() string {
	owner, _, _ := state.Current(l.Dir)
	return owner.Command
}

// ListAlerts returns the chosen alerts, what is most pressing first.
func (l *Lookup) ListAlerts(ctx context.Context, f AlertFilter) ([]Alert, error) {
	alerts, err := l.Alerts(ctx)
	if err != nil {
		return nil, err
	}
	list := []Alert{}
	err = alerts.List(ctx, f, func(a Alert) error {
		list = append(list, a)
		return nil
	})
	alert.Sort(list)
	return list, err
}

// CountAlerts counts the alerts that are open, the noise of the internet aside, and
// those of them that page.
func (l *Lookup) CountAlerts(ctx context.Context) (all, pages int, err error) {
	alerts, err := l.Alerts(ctx)
	if err != nil {
		return 0, 0, err
	}
	no := false
	n, err := alerts.Count(ctx, alert.Filter{Statuses: []alert.Status{alert.Firing, alert.Acknowledged}, Exposure: &no})
	return n.Total, n.Pages, err
}
