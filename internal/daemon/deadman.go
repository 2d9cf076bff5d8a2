package daemon

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/finding"
)

// silentRule is the id of the alert that a source is silent.
const silentRule = "source-silent"

// bucketQuiet is how long a bucket may bring nothing, unless the settings say.
const bucketQuiet = time.Hour

// deadMan says when a followed source brings nothing any more, and when it does again.
// It goes by the clock and not by event time: that no records come is no record.
type deadMan struct {
	store   *alert.Store
	sources func() []SourceState
	began   time.Time
	silent  map[string]finding.Finding // what was told
	told    map[string]time.Duration   // how long it had been silent then
	gone    map[string]time.Time       // silent sources that are not followed, since when
	loaded  bool
}

func newDeadMan(store *alert.Store, w *Watcher) *deadMan {
	return &deadMan{
		store: store, sources: w.States, began: time.Now(),
		silent: map[string]finding.Finding{}, told: map[string]time.Duration{}, gone: map[string]time.Time{},
	}
}

// load takes up what an earlier process has told: a source that is silent since then
// is so under the same alert.
func (d *deadMan) load(ctx context.Context) error {
	err := d.store.List(ctx, alert.Filter{Rules: []string{silentRule}, Statuses: []alert.Status{alert.Firing, alert.Acknowledged}}, func(a alert.Alert) error {
		f := a.Finding
		f.ID = finding.ID(f.Rule, f.Entity, f.Window)
		if _, ok := d.silent[f.Entity.ID]; !ok {
			d.silent[f.Entity.ID], d.told[f.Entity.ID] = f, f.LastSeen.Sub(f.FirstSeen)
		}
		return nil
	})
	d.loaded = err == nil
	return err
}

// look tells what has changed.
func (d *deadMan) look(ctx context.Context, now time.Time) error {
	if !d.loaded {
		if err := d.load(ctx); err != nil {
			return err
		}
	}
	now = now.UTC().Truncate(time.Second)
	var found []finding.Finding
	sources := d.sources()
	found = append(found, d.left(sources, now)...)
	for _, s := range sources {
		after := s.quiet
		if after <= 0 {
			continue
		}
		f, silent := d.silent[s.Name]
		last := s.Taken
		if last.IsZero() {
			last = d.began
			if s.since.After(last) {
				last = s.since
			}
		}
		last = last.UTC().Truncate(time.Second)
		switch {
		case silent && s.Taken.After(f.FirstSeen):
			f.LastSeen, f.Resolved = last, true
			f.Why = fmt.Sprintf("%s brings data again, after %s without", s.Name, lasted(last.Sub(f.FirstSeen)))
			f.Evidence.Missing.Until = last
			found = append(found, f)
			delete(d.silent, s.Name)
		case silent && now.Sub(f.FirstSeen) >= 2*d.told[s.Name], !silent && now.Sub(last) >= after:
			if !silent {
				f = silence(s, last, after)
			}
			f.LastSeen, f.Found = now, now
			f.Why = fmt.Sprintf("no data from %s for %s, since %s; it is to bring some every %s", s.Name, lasted(now.Sub(f.FirstSeen)), f.FirstSeen.Format("2006-01-02 15:04 UTC"), lasted(after))
			if s.Error != "" {
				f.Why += "; the last look failed: " + s.Error
			}
			f.Evidence.Missing.Until = now
			found = append(found, f)
			d.silent[s.Name], d.told[s.Name] = f, now.Sub(f.FirstSeen)
		}
	}
	_, err := d.store.Apply(ctx, found...)
	if err != nil {
		d.loaded = false // what was not kept is told again
		clear(d.silent)
	}
	return err
}

// goneFor is how long a source is not followed before it is taken for left: at its start
// and while settings change a process may not know of it yet.
const goneFor = time.Minute

// left ends the alerts of sources that nobody follows any more: they will never bring
// data again.
func (d *deadMan) left(sources []SourceState, now time.Time) (found []finding.Finding) {
	for name, f := range d.silent {
		if slices.ContainsFunc(sources, func(s SourceState) bool { return s.Name == name }) {
			delete(d.gone, name)
			continue
		}
		since, ok := d.gone[name]
		if !ok {
			d.gone[name] = now
			continue
		}
		if now.Sub(since) < goneFor {
			continue
		}
		f.LastSeen, f.Resolved = now, true
		f.Why = fmt.Sprintf("%s is not followed any more; it had brought nothing for %s", name, lasted(since.Sub(f.FirstSeen)))
		f.Evidence.Missing.Until = now
		found = append(found, f)
		delete(d.silent, name)
		delete(d.gone, name)
	}
	return found
}

// silence is the finding that a source is silent since a moment.
func silence(s SourceState, last time.Time, after time.Duration) finding.Finding {
	e := finding.Entity{Kind: finding.KindSource, ID: s.Name}
	return finding.Finding{
		ID: finding.ID(silentRule, e, last), Rule: silentRule, Family: finding.LogHealth, Title: "No data from a source",
		Severity: finding.High, Score: 80, Page: true, Entity: e, Window: last, FirstSeen: last, Count: 1,
		Usual: &finding.Range{High: after.Minutes(), Unit: "minutes"}, Attack: []string{"T1562.008"},
		Evidence: finding.Evidence{Missing: &finding.Missing{Since: last}},
		Response: []string{
			"Look at the source with weir status: a failed look names the reason.",
			"Check that the flow log still exists and delivers: aws ec2 describe-flow-logs.",
			"When nobody meant to stop it, look in CloudTrail for DeleteFlowLogs, and who called it.",
		},
	}
}

// lasted tells a length of time in minutes or hours.
func lasted(d time.Duration) string {
	if d < 2*time.Minute {
		return fmt.Sprintf("%.0f s", d.Seconds())
	}
	if d < 2*time.Hour {
		return fmt.Sprintf("%.0f min", d.Minutes())
	}
	return strings.TrimSuffix(fmt.Sprintf("%.1f", d.Hours()), ".0") + " h"
}
