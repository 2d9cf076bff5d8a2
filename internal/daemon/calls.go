package daemon

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/query"
)

// None are the arguments of calls that have none.
type None struct{}

// The calls that read or change alerts.
var (
	CallAlertCounts = Call[AlertFilter, AlertCounts]{Name: "alerts.count", needs: needsState,
		do: func(ctx context.Context, at *counter, f AlertFilter) (AlertCounts, error) {
			return at.alerts.Count(ctx, f)
		}}

	CallRisks = Call[None, []EntityRisk]{Name: "alerts.risks", needs: needsState,
		do: func(ctx context.Context, at *counter, _ None) ([]EntityRisk, error) { return at.alerts.Risks(ctx) }}

	// CallAudit takes the id of an alert, silence/NUMBER, or "" for all.
	CallAudit = Call[string, []AuditEntry]{Name: "alerts.audit", needs: needsState, do: auditOf}

	CallSilences = Call[SilencesAsked, []Silence]{Name: "alerts.silences", needs: needsState,
		do: func(ctx context.Context, at *counter, a SilencesAsked) ([]Silence, error) {
			return at.alerts.Silences(ctx, a.All)
		}}

	CallPreview = Call[PreviewAsked, SilencePreview]{Name: "alerts.preview", needs: needsState,
		do: func(ctx context.Context, at *counter, a PreviewAsked) (SilencePreview, error) {
			p, err := at.alerts.Preview(ctx, a.Matches, a.Days)
			return SilencePreview{p, p.Examples}, err
		}}

	CallSilence = Call[Silence, Silence]{Name: "alerts.silence", needs: needsState,
		do: func(ctx context.Context, at *counter, n Silence) (Silence, error) {
			return at.alerts.Silence(ctx, at.who, n)
		}}

	CallUnsilence = Call[int64, Silence]{Name: "alerts.unsilence", needs: needsState,
		do: func(ctx context.Context, at *counter, number int64) (Silence, error) {
			return at.alerts.Unsilence(ctx, at.who, number)
		}}
)

// SilencesAsked says which silences are listed.
type SilencesAsked struct {
	All bool `json:"all"` // also those that are over
}

// PreviewAsked says which silence is tried on how many days.
type PreviewAsked struct {
	Matches SilenceMatches `json:"matches"`
	Days    int            `json:"days"`
}

// SilencePreview is what a silence would have hidden, with examples.
type SilencePreview struct {
	alert.Preview
	Shown []Alert `json:"examples"`
}

func auditOf(ctx context.Context, at *counter, subject string) (list []AuditEntry, err error) {
	if subject != "" && !strings.HasPrefix(subject, "silence/") {
		a, err := at.alerts.Get(ctx, subject)
		if err != nil {
			return nil, err
		}
		subject = a.ID
	}
	err = at.alerts.Audit(ctx, subject, func(e AuditEntry) error {
		list = append(list, e)
		return nil
	})
	return list, err
}

// The calls that are about who is told of alerts.
var (
	CallDeliveries = Call[DeliveriesAsked, []Delivery]{Name: "notify.list", needs: needsState,
		do: func(ctx context.Context, at *counter, a DeliveriesAsked) (list []Delivery, err error) {
			err = at.outbox.Deliveries(ctx, a.State, a.Limit, func(d Delivery) error {
				list = append(list, d)
				return nil
			})
			return list, err
		}}

	// CallRetry takes the numbers of dead letters; none: all.
	CallRetry = Call[[]int64, int64]{Name: "notify.retry", needs: needsState,
		do: func(ctx context.Context, at *counter, ids []int64) (int64, error) {
			return at.outbox.Retry(ctx, ids...)
		},
		did: func(_ []int64, n int64) change {
			return change{"delivery.retry", "deliveries", map[string]any{"retried": n}}
		}}

	// CallTryTargets takes the names of targets; none: all.
	CallTryTargets = Call[[]string, []TargetTried]{Name: "notify.test", do: tryTargets,
		did: func(_ []string, list []TargetTried) change {
			taken := map[string]bool{}
			for _, t := range list {
				taken[t.Target] = t.Taken
			}
			return change{"target.test", "targets", taken}
		}}
)

// DeliveriesAsked says which deliveries are listed, see [notify.Outbox.Deliveries].
type DeliveriesAsked struct {
	State string `json:"state"`
	Limit int    `json:"limit"`
}

// TargetTried is what became of a test.
type TargetTried struct {
	Error  string `json:"error"`
	Taken  bool   `json:"taken"`
	Target string `json:"target"`
}

func tryTargets(ctx context.Context, at *counter, names []string) (list []TargetTried, err error) {
	targets, err := Targets(at.settings.Notify)
	if err != nil {
		return nil, usage(err)
	}
	if len(targets) == 0 {
		return nil, usage(errors.New("the configuration has no targets; name it with --config, see notify: in docs/configuration.md, or add one in the app"))
	}
	for _, name := range names {
		if !slices.ContainsFunc(targets, func(t NotifyTarget) bool { return t.Name == name }) {
			return nil, usage(fmt.Errorf("there is no target %q", name))
		}
	}
	for _, t := range targets {
		if len(names) > 0 && !slices.Contains(names, t.Name) {
			continue
		}
		tried := TargetTried{Target: t.Name, Taken: true}
		if err := TryTarget(ctx, t); err != nil {
			tried.Taken, tried.Error = false, err.Error()
		}
		list = append(list, tried)
	}
	return list, nil
}

// The calls that tell of what came in and of what is stored.
var (
	CallStreams = Call[None, StreamList]{Name: "sources", needs: needsStore, do: func(ctx context.Context, at *counter, _ None) (s StreamList, err error) {
		if s.Streams, err = at.l.Streams(ctx, time.Now()); err == nil {
			s.Overlaps, err = at.l.Overlaps(ctx)
		}
		return s, err
	}}

	CallBadLines = Call[BadAsked, []BadLine]{Name: "sources.bad", needs: needsStore,
		do: func(ctx context.Context, at *counter, a BadAsked) ([]BadLine, error) {
			return at.l.BadLines(ctx, a.Object, a.Limit)
		}}

	CallSilent = Call[None, []SilentInterface]{Name: "sources.silent", needs: needsStore,
		do: func(ctx context.Context, at *counter, _ None) ([]SilentInterface, error) {
			return at.l.SilentInterfaces(ctx)
		}}

	CallCosts = Call[CostsAsked, CostList]{Name: "sources.cost", needs: needsStore, do: func(ctx context.Context, at *counter, a CostsAsked) (CostList, error) {
		rates := a.rates(at.settings.Cost)
		list, err := at.l.Costs(ctx, a.By, a.Since, a.Until, rates)
		return CostList{list, rates.PerGB != 0 || rates.PerMillion != 0}, err
	}}

	CallStatus = Call[None, StatusOf]{Name: "status", needs: needsStore, do: func(ctx context.Context, at *counter, _ None) (StatusOf, error) {
		s, err := at.l.Status(ctx)
		s.SetCeiling(at.settings.Keep)
		return StatusOf{s, at.l.Owner()}, err
	}}

	CallCheck = Call[None, Checked]{Name: "check", needs: needsStore, do: func(ctx context.Context, at *counter, _ None) (c Checked, err error) {
		c.Days, err = at.l.Check(ctx, nil, func(f Fault) error {
			c.Faults = append(c.Faults, f)
			return nil
		})
		return c, err
	}}

	CallHunts = Call[None, []query.Hunt]{Name: "hunts",
		do: func(context.Context, *counter, None) ([]query.Hunt, error) { return query.Hunts(), nil }}
)

// StreamList is what came in, and which interfaces several flow logs cover.
type StreamList struct {
	Streams  []Stream  `json:"streams"`
	Overlaps []Overlap `json:"overlaps"`
}

// BadAsked says which bad lines are listed, see [Lookup.BadLines].
type BadAsked struct {
	Object string `json:"object"`
	Limit  int    `json:"limit"`
}

// CostsAsked says which costs are told; prices that are not given are those of the
// settings.
type CostsAsked struct {
	By         CostKeys  `json:"by"`
	Since      time.Time `json:"since,omitzero"`
	Until      time.Time `json:"until,omitzero"`
	PerGB      *float64  `json:"per_gb"`
	PerMillion *float64  `json:"per_million"`
	Currency   string    `json:"currency"`
}

func (a CostsAsked) rates(r CostSettings) CostSettings {
	if a.PerGB != nil {
		r.PerGB = *a.PerGB
	}
	if a.PerMillion != nil {
		r.PerMillion = *a.PerMillion
	}
	if a.Currency != "" {
		r.Currency = a.Currency
	}
	return r
}

// CostList is costs, and whether anything has a price.
type CostList struct {
	Costs  []Cost `json:"costs"`
	Priced bool   `json:"priced"`
}

// StatusOf is how a data directory is. Mine says that the process that prints it owns
// the directory.
type StatusOf struct {
	Status
	Mine bool `json:"-"`
}

// Checked is what a check has found.
type Checked struct {
	Days   int     `json:"days"`
	Faults []Fault `json:"faults"`
}

// The calls that are about who reaches the server.
var (
	CallTokens = Call[None, []AccessToken]{Name: "tokens", needs: needsState,
		do: func(ctx context.Context, at *counter, _ None) ([]AccessToken, error) { return at.people.Tokens(ctx) }}

	CallCreateToken = Call[TokenAsked, TokenMade]{Name: "tokens.create", needs: needsState, do: func(ctx context.Context, at *counter, a TokenAsked) (TokenMade, error) {
		t, secret, err := at.people.CreateToken(ctx, a.Name, a.Expires)
		return TokenMade{t, secret}, err
	}}

	CallRevokeToken = Call[string, AccessToken]{Name: "tokens.revoke", needs: needsState,
		do: func(ctx context.Context, at *counter, id string) (AccessToken, error) {
			return at.people.Revoke(ctx, id)
		}}
)

// TokenAsked is a token to be made; Expires zero: never.
type TokenAsked struct {
	Name    string    `json:"name"`
	Expires time.Time `json:"expires,omitzero"`
}

// TokenMade is a new token with its secret, which is told once.
type TokenMade struct {
	Token  AccessToken `json:"token"`
	Secret string      `json:"secret"`
}
