package daemon

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"

	"github.com/weir-flow/weir/internal/access"
	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/notify"
)

// served is a call as a server takes it.
type served func(ctx context.Context, at *counter, args json.RawMessage) (any, *change, error)

// servedCalls are the calls that a server takes, by name.
var servedCalls = map[string]served{
	CallAlertCounts.Name: CallAlertCounts.serve, CallRisks.Name: CallRisks.serve, CallAudit.Name: CallAudit.serve,
	CallSilences.Name: CallSilences.serve, CallPreview.Name: CallPreview.serve, CallSilence.Name: CallSilence.serve, CallUnsilence.Name: CallUnsilence.serve,
	CallDeliveries.Name: CallDeliveries.serve, CallRetry.Name: CallRetry.serve, CallTryTargets.Name: CallTryTargets.serve,
	CallStreams.Name: CallStreams.serve, CallBadLines.Name: CallBadLines.serve, CallSilent.Name: CallSilent.serve, CallCosts.Name: CallCosts.serve,
	CallStatus.Name: CallStatus.serve, CallCheck.Name: CallCheck.serve, CallHunts.Name: CallHunts.serve,
	CallRules.Name: CallRules.serve, CallCheckRules.Name: CallCheckRules.serve, CallTestRules.Name: CallTestRules.serve,
	CallSwitchRule.Name: CallSwitchRule.serve, CallExplain.Name: CallExplain.serve, CallBacktest.Name: CallBacktest.serve,
	CallTokens.Name: CallTokens.serve, CallCreateToken.Name: CallCreateToken.serve, CallRevokeToken.Name: CallRevokeToken.serve,
}

// heavyCalls go over all that is stored, so they go one after the other.
var heavyCalls = map[string]bool{CallBacktest.Name: true, CallCheck.Name: true, CallTestRules.Name: true}

// webCommands do what the command line asks of a server.
type webCommands struct {
	s      *Server
	l      *Lookup
	people *access.Store
	outbox *notify.Outbox
	turn   chan struct{} // of heavy calls
}

func newWebCommands(ctx context.Context, s *Server, l *Lookup, people *access.Store) (*webCommands, error) {
	outbox, err := notify.Open(ctx, l.State, notify.Config{Log: s.log})
	return &webCommands{s: s, l: l, people: people, outbox: outbox, turn: make(chan struct{}, 1)}, err
}

// Do implements [api.Commands].
func (w *webCommands) Do(ctx context.Context, name string, args json.RawMessage) (api.Done, error) {
	call, ok := servedCalls[name]
	if !ok {
		return api.Done{}, api.ErrNoCommand
	}
	if heavyCalls[name] {
		select {
		case w.turn <- struct{}{}:
			defer func() { <-w.turn }()
		case <-ctx.Done():
			return api.Done{}, ctx.Err()
		}
	}
	settings := w.s.cfg.Settings.Settings
	settings.Rules, settings.Keep, settings.Notify = w.s.cfg.Rules, w.s.w.Load().Kept(), w.s.desk.notify()
	cfg := w.l.cfg
	cfg.Data = w.l.Dir
	out, did, err := call(ctx, &counter{
		cfg: cfg, settings: settings, who: cmp.Or(access.From(ctx).Name, access.Local), remote: true,
		l: w.l, db: w.l.State, people: w.people, alerts: w.s.d.Load().alerts, outbox: w.outbox,
	}, args)
	switch {
	case err == nil:
	case ctx.Err() != nil, errors.Is(err, engine.ErrEngineGone):
		return api.Done{}, err
	default:
		return api.Done{}, &api.CommandError{Err: err, Fix: Hint(err), Usage: IsUsage(err)}
	}
	done := api.Done{Answer: out}
	if did != nil {
		done.Action, done.Object, done.Detail = did.action, did.object, did.detail
	}
	return done, nil
}
