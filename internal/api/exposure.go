package api

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/finding"
)

// exposureSource is the noise of one source.
type exposureSource struct {
	Source    finding.Entity   `json:"source"`
	Alerts    int              `json:"alerts"`
	Flows     uint64           `json:"flows"`
	Families  []finding.Family `json:"families"`
	Severity  finding.Severity `json:"severity"`
	FirstSeen time.Time        `json:"first_seen"`
	LastSeen  time.Time        `json:"last_seen"`
	Why       string           `json:"why"`
	Alert     string           `json:"alert"`

	score int
}

// ExposureSources implements [StrictServerInterface].
func (a *API) ExposureSources(ctx context.Context, r ExposureSourcesRequestObject) (ExposureSourcesResponseObject, error) {
	from, to, err := a.span(ctx, r.Params.Since, r.Params.Until)
	if err != nil {
		return nil, err
	}
	limit := 500
	if r.Params.Limit != nil {
		limit = min(max(*r.Params.Limit, 1), 5000)
	}
	yes := true
	sources := map[finding.Entity]*exposureSource{}
	out := struct {
		Sources []exposureSource `json:"sources"`
		Total   int              `json:"total"`
		Alerts  int              `json:"alerts"`
	}{Sources: []exposureSource{}}
	f := alert.Filter{Exposure: &yes, Since: from, Until: to, Text: text(r.Params.Text)}
	err = a.cfg.Alerts.List(ctx, a.alertScope(ctx, f), func(one alert.Alert) error {
		out.Alerts++
		who := alert.Entities(one.Finding)[0]
		s := sources[who]
		if s == nil {
			s = &exposureSource{Source: who, FirstSeen: one.FirstSeen.UTC(), LastSeen: one.LastSeen.UTC(), score: -1}
			sources[who] = s
		}
		s.Alerts++
		s.Flows += one.Count
		if !slices.Contains(s.Families, one.Family) {
			s.Families = append(s.Families, one.Family)
		}
		if one.FirstSeen.Before(s.FirstSeen) {
			s.FirstSeen = one.FirstSeen.UTC()
		}
		if one.LastSeen.After(s.LastSeen) {
			s.LastSeen = one.LastSeen.UTC()
		}
		if one.Severity > s.Severity || one.Severity == s.Severity && one.Score > s.score {
			s.Severity, s.score, s.Why, s.Alert = one.Severity, one.Score, one.Why, one.ID
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, s := range sources {
		out.Sources = append(out.Sources, *s)
	}
	out.Total = len(out.Sources)
	slices.SortFunc(out.Sources, func(x, y exposureSource) int {
		return cmp.Or(cmp.Compare(y.Flows, x.Flows), cmp.Compare(x.Source.ID, y.Source.ID))
	})
	out.Sources = out.Sources[:min(limit, out.Total)]
	return jsonAnswer{out}, nil
}
