package daemon

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/rule"
)

// How often the server looks whether rules have changed, and after alerts whose time
// has come.
const (
	rulesEvery = 5 * time.Second
	tickEvery  = 15 * time.Second
)

// Sentry runs the rules of a data directory over all that is stored, for as long as
// the server does, and follows the rules as they change.
type Sentry struct {
	l      *Lookup
	book   *RuleBook
	alerts *alert.Store
	log    *slog.Logger

	now   atomic.Pointer[Detection]
	rules atomic.Int64
	found atomic.Int64 // findings handed on
	wrong atomic.Pointer[string]
}

// sentry opens the rules and alerts of the directory.
func (l *Lookup) sentry(ctx context.Context, s RuleSettings) (*Sentry, error) {
	book, err := l.Rules(ctx, s)
	if err != nil {
		return nil, err
	}
	alerts, err := l.Alerts(ctx)
	if err != nil {
		return nil, err
	}
	return &Sentry{l: l, book: book, alerts: alerts, log: l.cfg.Log}, nil
}

// Run detects until ctx ends.
func (s *Sentry) Run(ctx context.Context) error {
	rules, err := s.load(ctx)
	if ctx.Err() != nil {
		return nil // told to stop while it starts
	}
	if err != nil {
		return err
	}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return s.tick(ctx) })
	g.Go(func() error {
		for ctx.Err() == nil {
			if rules, err = s.runUntilChanged(ctx, rules); err != nil {
				return err
			}
		}
		return nil
	})
	if err := g.Wait(); !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}

// figures returns how far detection is, nil before it has settled anything.
func (s *Sentry) figures() *Figures {
	if d := s.now.Load(); d != nil {
		return d.figures.Load()
	}
	return nil
}

// load reads the rules and tells what is wrong with them, once.
func (s *Sentry) load(ctx context.Context) ([]*rule.Rule, error) {
	list, broken, err := s.book.Load(ctx)
	if err != nil {
		return nil, err
	}
	why := ""
	if broken != nil {
		why = broken.Error()
	}
	if last := s.wrong.Swap(&why); broken != nil && (last == nil || *last != why) {
		s.log.Warn("some rule files are wrong; their last good version holds", "why", why)
	}
	list = Enabled(list)
	s.rules.Store(int64(len(list)))
	return list, nil
}

// runUntilChanged runs rules until others are to be run, and returns those.
func (s *Sentry) runUntilChanged(ctx context.Context, rules []*rule.Rule) (next []*rule.Rule, err error) {
	d, err := s.l.detection(ctx, rules, 0, func(ctx context.Context, found []finding.Finding) error {
		done, err := s.alerts.Apply(ctx, found...)
		if err != nil {
			return err
		}
		s.found.Add(int64(len(found)))
		for _, a := range done.New {
			if a.Page {
				s.log.Warn("alert", "family", a.Family, "severity", a.Severity.String(), "entity", a.Entity.String(), "why", a.Why, "id", a.ID)
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("run rules: %w", err)
	}
	s.now.Store(d)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error { return d.Run(gctx) })
	g.Go(func() error {
		defer stop()
		for {
			select {
			case <-time.After(rulesEvery):
			case <-gctx.Done():
				return nil
			}
			list, err := s.load(gctx)
			if err != nil {
				if gctx.Err() == nil {
					s.log.Error("the rules cannot be read; those that were read before hold", "err", err)
				}
				continue
			}
			if digestOf(list, 0) != digestOf(rules, 0) {
				s.log.Info("the rules have changed", "rules", len(list))
				next = list
				return nil
			}
		}
	})
	err = g.Wait()
	if next == nil {
		next = rules
	}
	return next, err
}

// tick does with alerts what is due by the clock.
func (s *Sentry) tick(ctx context.Context) error {
	t := time.NewTicker(tickEvery)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			if _, err := s.alerts.Tick(ctx); err != nil && ctx.Err() == nil {
				s.log.Error("alerts are not looked after; it is tried again", "err", err)
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
