package daemon

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/replay"
	"github.com/weir-flow/weir/internal/rule"
)

// detectVersion changes when the detectors find other things or keep their state
// differently: their snapshots are of no use then.
const detectVersion = "12"

// How often detection looks whether something was stored.
const (
	judgeEvery  = 500 * time.Millisecond
	followEvery = 3 * time.Second
)

// Detection follows what is stored and hands on what the rules find.
type Detection struct {
	l     *Lookup
	cfg   replay.Config
	rules []*rule.Rule

	figures atomic.Pointer[Figures] // after the last step that settled something

	mu    sync.Mutex
	known map[string]said // by id of the finding
}

// Figures tell how far detection is and how large its state.
type Figures struct {
	Settled time.Time `json:"settled"` // event time
	Rows    int64     `json:"rows"`
	Keys    int       `json:"keys"`
	Bytes   int       `json:"bytes"`
	Evicted uint64    `json:"evicted"` // keys that were dropped because a table was full, since the data directory was made
}

func (d *Detection) measure(f *replay.Follower) {
	n := Figures{Settled: f.Settled(), Rows: f.Engine().Rows(), Evicted: f.Dropped()}
	for _, s := range f.Engine().State() {
		n.Keys += s.Len()
		n.Bytes += s.Bytes()
	}
	d.figures.Store(&n)
}

// detection returns what runs rules over the store. Findings go to sink, with their
// evidence counted.
func (l *Lookup) detection(ctx context.Context, rules []*rule.Rule, keys int, sink replay.Sink) (*Detection, error) {
	if keys == 0 {
		keys = DefaultKeys
	}
	rules = Enabled(rules)
	if _, err := newEngine(l.Registry, rules, keys); err != nil {
		return nil, err
	}
	d := &Detection{l: l, rules: rules, known: map[string]said{}}
	d.cfg = replay.Config{
		Store: l.Store, Ledger: l.Ledger, Registry: l.Registry, Log: l.cfg.Log,
		Engine: func() *detect.Engine {
			e, _ := newEngine(l.Registry, rules, keys)
			e.Deliveries(l.deliveries(ctx))
			return e
		},
		Sink: func(ctx context.Context, found []finding.Finding) error {
			found, news := d.news(found)
			if len(found) == 0 {
				return nil
			}
			if err := replay.FillEvidence(ctx, l.Store, found, l.cfg.Log); err != nil {
				return err
			}
			if err := l.fillEnds(ctx, found); err != nil {
				return err
			}
			known, err := l.explainers(ctx, found)
			if err != nil {
				return err
			}
			// What nobody is told of explains nothing.
			tried := func(f finding.Finding) bool { return l.dryRun(f.Rule) }
			told := alert.Explain(slices.DeleteFunc(slices.Clone(found), tried), known)
			found = slices.DeleteFunc(found, func(f finding.Finding) bool { return !tried(f) })
			if err := sink(ctx, append(told, alert.Explain(found, append(known, told...))...)); err != nil {
				return err
			}
			d.handedOn(news)
			return nil
		},
		Withdraw: func(ctx context.Context, ids []string) error {
			d.forget(ids)
			alerts, err := l.Alerts(ctx)
			if err == nil {
				_, err = alerts.Withdraw(ctx, ids...)
			}
			return err
		},
		Holds:     holds(rules),
		Snapshots: &replay.Snapshots{Dir: filepath.Join(l.Dir, "detect"), DB: l.State, Digest: digestOf(rules, keys)},
	}
	return d, d.cfg.Snapshots.Open(ctx)
}

// explainers returns what alerts tell that may explain findings.
func (l *Lookup) explainers(ctx context.Context, found []finding.Finding) (known []finding.Finding, err error) {
	first := found[0].FirstSeen
	for _, f := range found {
		if f.FirstSeen.Before(first) {
			first = f.FirstSeen
		}
	}
	alerts, err := l.Alerts(ctx)
	if err != nil {
		return nil, err
	}
	no := false
	err = alerts.List(ctx, alert.Filter{Families: alert.Explainers(), Since: first.Add(-time.Hour), Exposure: &no}, func(a alert.Alert) error {
		if a.Status != alert.Pending {
			known = append(known, a.Finding)
		}
		return nil
	})
	return known, err
}

// news returns the findings that were not handed on yet as they are: what is not settled
// is found again and again. It also returns what is to be remembered of them once they
// are handed on.
func (d *Detection) news(found []finding.Finding) ([]finding.Finding, map[string]said) {
	d.mu.Lock()
	defer d.mu.Unlock()
	news := map[string]said{}
	return slices.DeleteFunc(found, func(f finding.Finding) bool {
		said := said{f.Count, f.FirstSeen.UnixNano(), f.LastSeen.UnixNano(), f.Why, f.Evidence.Filter, f.Severity, f.Score, f.Page, f.Exposure, f.Weak, f.Resolved}
		if d.known[f.ID] == said {
			return true
		}
		news[f.ID] = said
		return false
	}), news
}

func (d *Detection) handedOn(news map[string]said) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.known) > maxKnown {
		clear(d.known)
	}
	maps.Copy(d.known, news)
}

// forget makes findings news again, should they be found once more.
func (d *Detection) forget(ids []string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, id := range ids {
		delete(d.known, id)
	}
}

// holds tells of the rules that one record decides: it is there, whatever comes late,
// and what it decides may be told before its time.
func holds(rules []*rule.Rule) func(id string) bool {
	match := map[string]bool{}
	for _, r := range rules {
		match[r.ID] = r.Mechanism() == rule.Match
	}
	return func(id string) bool { return match[id] }
}

// said is what was told of a finding.
type said struct {
	count                          uint64
	first, last                    int64
	why, filter                    string
	severity                       finding.Severity
	score                          int
	page, exposure, weak, resolved bool
}

const maxKnown = 100_000

// digestOf names what the state of detectors depends on.
func digestOf(rules []*rule.Rule, keys int) string {
	h := sha256.New()
	fmt.Fprintln(h, detectVersion, keys)
	for _, r := range rules {
		fmt.Fprintln(h, r.ID, r.Version)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// CatchUp goes over what was stored since detection last did. With last, time is let
// run to the end of what is stored, though more may come behind it.
func (d *Detection) CatchUp(ctx context.Context, last bool) error {
	return d.l.Retry(ctx, func() error {
		f, err := replay.Follow(ctx, d.cfg)
		if err != nil {
			return err
		}
		if _, err = f.Step(ctx, last); err == nil {
			d.measure(f)
		}
		return err
	})
}

// Run follows the store until ctx ends. What one record decides is judged within a
// second, by a second engine that holds no state; the rest follows in order.
func (d *Detection) Run(ctx context.Context) error {
	immediate := slices.ContainsFunc(d.rules, func(r *rule.Rule) bool { return r.Mechanism() == rule.Match })
	g, ctx := errgroup.WithContext(ctx)
	if immediate {
		g.Go(func() error {
			j, err := replay.Judge(ctx, d.cfg)
			if err != nil {
				return err
			}
			return d.loop(ctx, "judge what was just stored", judgeEvery, func() error {
				_, err := j.Step(ctx)
				return err
			})
		})
	}
	g.Go(func() error {
		var f *replay.Follower
		return d.loop(ctx, "detect", followEvery, func() (err error) {
			if f == nil {
				if f, err = replay.Follow(ctx, d.cfg); err != nil {
					return err
				}
			}
			some, err := f.Step(ctx, false)
			switch {
			case err != nil:
				f = nil // what it had half done is begun anew
			case some:
				d.measure(f)
			}
			return err
		})
	})
	if err := g.Wait(); !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}

// loop calls step again and again. An error is told once and the step tried again.
func (d *Detection) loop(ctx context.Context, what string, every time.Duration, step func() error) error {
	var told string
	for {
		began := time.Now()
		err := d.l.Retry(ctx, step)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err == nil:
			told = ""
		case err.Error() != told:
			told = err.Error()
			d.l.cfg.Log.Error("detection stands still; it is tried again", "doing", what, "err", err)
		}
		// A step that takes long leaves the machine to others for as long.
		select {
		case <-time.After(max(every, min(time.Since(began), time.Minute))):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
