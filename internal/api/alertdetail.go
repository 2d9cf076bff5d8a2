package api

import (
	"cmp"
	"context"
	"errors"
	"net/netip"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/finding"
)

// alertPart is a finding that an alert or incident is made of.
type alertPart struct {
	ID        string           `json:"id"`
	Alert     *string          `json:"alert"`
	Rule      string           `json:"rule"`
	Family    finding.Family   `json:"family"`
	Title     string           `json:"title"`
	Severity  finding.Severity `json:"severity"`
	Score     int              `json:"score"`
	Weak      bool             `json:"weak"`
	Exposure  bool             `json:"exposure"`
	Tactic    string           `json:"tactic"`
	Entity    finding.Entity   `json:"entity"`
	SrcAddr   *netip.Addr      `json:"srcaddr"`
	DstAddr   *netip.Addr      `json:"dstaddr"`
	DstPort   *uint16          `json:"dstport"`
	FirstSeen time.Time        `json:"first_seen"`
	LastSeen  time.Time        `json:"last_seen"`
	Count     uint64           `json:"count"`
	Why       string           `json:"why"`
}

func partOf(f finding.Finding) alertPart {
	p := alertPart{
		ID: f.ID, Rule: f.Rule, Family: f.Family, Title: f.Title, Severity: f.Severity, Score: f.Score, Weak: f.Weak, Exposure: f.Exposure,
		Tactic: alert.Tactic(f), Entity: f.Entity, DstPort: f.DstPort, FirstSeen: f.FirstSeen.UTC(), LastSeen: f.LastSeen.UTC(), Count: f.Count, Why: f.Why,
	}
	if !f.Weak {
		p.Alert = pointer(alert.ID(f))
	}
	if f.SrcAddr.IsValid() {
		p.SrcAddr = &f.SrcAddr
	}
	if f.DstAddr.IsValid() {
		p.DstAddr = &f.DstAddr
	}
	return p
}

// alertDetail is an alert with all that is known of it.
type alertDetail struct {
	Alert      alert.Alert      `json:"alert"`
	StatusAt   time.Time        `json:"status_at"`
	StatusBy   string           `json:"status_by"`
	Incident   *string          `json:"incident"`
	Command    string           `json:"command"`
	Rule       *AboutRule       `json:"rule"`
	Parts      []alertPart      `json:"parts"`
	Notes      []alert.Note     `json:"notes"`
	Audit      []alert.Entry    `json:"audit"`
	AuditError string           `json:"audit_error,omitempty"`
	Entities   []finding.Entity `json:"entities"`
}

// GetAlert implements [StrictServerInterface].
func (a *API) GetAlert(ctx context.Context, r GetAlertRequestObject) (GetAlertResponseObject, error) {
	d, err := a.alertOf(ctx, r.Id)
	if err != nil {
		return nil, err
	}
	out := alertDetail{
		Alert: d.Alert, StatusAt: d.StatusAt, StatusBy: d.StatusBy, Command: d.Evidence.Command(),
		Parts: []alertPart{}, Notes: append([]alert.Note{}, d.Notes...), Audit: []alert.Entry{}, Entities: entitiesOf(d),
	}
	if d.Incident != "" {
		out.Incident = &d.Incident
	}
	for _, f := range d.Findings {
		out.Parts = append(out.Parts, partOf(f))
	}
	about, ok, err := a.cfg.AlertRules.About(ctx, d.Rule)
	if err != nil {
		return nil, err
	}
	if ok {
		about.FalsePositives = append([]string{}, about.FalsePositives...)
		out.Rule = &about
	}
	err = a.cfg.Alerts.Audit(ctx, d.ID, func(e alert.Entry) error {
		out.Audit = append(out.Audit, e)
		return nil
	})
	if errors.Is(err, alert.ErrTampered) {
		out.Audit, out.AuditError = []alert.Entry{}, err.Error()
	} else if err != nil {
		return nil, err
	}
	return jsonAnswer{out}, nil
}

// entitiesOf returns all that an alert and its findings are about, each once, what
// the alert itself is about first.
func entitiesOf(d alert.Detail) []finding.Entity {
	list := []finding.Entity{}
	add := func(some []finding.Entity) {
		for _, e := range some {
			if !slices.Contains(list, e) {
				list = append(list, e)
			}
		}
	}
	add(alert.Entities(d.Finding))
	for _, f := range d.Findings {
		add(alert.Entities(f))
	}
	return list
}

// relatedSpan is how far from an alert others may lie that are related to it.
const relatedSpan = 7 * 24 * time.Hour

// maxRelated is how many related alerts are told of.
const maxRelated = 25

// sharing hands alerts of a range to fn that are about one of the entities, with those
// that they share.
func (a *API) sharing(ctx context.Context, entities []finding.Entity, from, to time.Time, fn func(alert.Alert, []finding.Entity)) error {
	return a.cfg.Alerts.List(ctx, a.alertScope(ctx, alert.Filter{Since: from, Until: to}), func(one alert.Alert) error {
		var shared []finding.Entity
		for _, e := range alert.Entities(one.Finding) {
			if slices.Contains(entities, e) && !slices.Contains(shared, e) {
				shared = append(shared, e)
			}
		}
		if len(shared) > 0 {
			fn(one, shared)
		}
		return nil
	})
}

type related struct {
	Alert   alert.Alert `json:"alert"`
	Reasons []string    `json:"reasons"`

	rank int
}

// RelatedAlerts implements [StrictServerInterface].
func (a *API) RelatedAlerts(ctx context.Context, r RelatedAlertsRequestObject) (RelatedAlertsResponseObject, error) {
	d, err := a.alertOf(ctx, r.Id)
	if err != nil {
		return nil, err
	}
	list := map[string]*related{}
	add := func(one alert.Alert, rank int, reason string) {
		if one.ID == d.ID {
			return
		}
		if list[one.ID] == nil {
			list[one.ID] = &related{Alert: one, rank: rank}
		}
		n := list[one.ID]
		n.Reasons, n.rank = append(n.Reasons, reason), min(n.rank, rank)
	}
	incident := d.Incident
	if d.Family == finding.Incident {
		incident = d.ID
	}
	if incident != "" {
		err := a.cfg.Alerts.List(ctx, a.alertScope(ctx, alert.Filter{Incident: incident}), func(one alert.Alert) error {
			add(one, 0, "part of the same incident")
			return nil
		})
		if err != nil {
			return nil, err
		}
		if incident != d.ID {
			if whole, err := a.alertOf(ctx, incident); err == nil {
				add(whole.Alert, 0, "the incident that this is part of")
			}
		}
	}
	entities := alert.Entities(d.Finding)
	subject := entities[0]
	err = a.sharing(ctx, entities, d.FirstSeen.Add(-relatedSpan), d.LastSeen.Add(relatedSpan), func(one alert.Alert, shared []finding.Entity) {
		for _, e := range shared {
			rank, reason := 2, "also about "+e.String()
			switch {
			case e == subject && one.Rule == d.Rule:
				rank, reason = 1, "the same found of the same "+string(e.Kind)+" at another time"
			case e == subject:
				rank, reason = 1, "about the same "+string(e.Kind)
			}
			if one.Exposure && !d.Exposure {
				rank += 2
			}
			add(one, rank, reason)
		}
	})
	if err != nil {
		return nil, err
	}
	out := make([]related, 0, len(list))
	for _, n := range list {
		out = append(out, *n)
	}
	away := func(n related) time.Duration { return n.Alert.FirstSeen.Sub(d.FirstSeen).Abs() }
	slices.SortFunc(out, func(x, y related) int {
		return cmp.Or(cmp.Compare(x.rank, y.rank), cmp.Compare(y.Alert.Severity, x.Alert.Severity), cmp.Compare(away(x), away(y)), cmp.Compare(x.Alert.ID, y.Alert.ID))
	})
	return jsonAnswer{struct {
		Related []related `json:"related"`
	}{out[:min(len(out), maxRelated)]}}, nil
}
