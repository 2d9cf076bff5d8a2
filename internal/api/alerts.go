package api

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/access"
	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/query"
)

// AlertRules tell of the rules behind alerts.
type AlertRules interface {
	// About tells of a rule; ok is false when there is none of the id.
	About(ctx context.Context, id string) (r AboutRule, ok bool, err error)
	// Watched tells of all rules.
	Watched(ctx context.Context) ([]WatchedRule, error)
}

// AboutRule is what a rule says of itself.
type AboutRule struct {
	ID             string   `json:"id"`
	Title          string   `json:"title"`
	Description    string   `json:"description"`
	FalsePositives []string `json:"falsepositives"`
	Noise          string   `json:"noise"`
	File           string   `json:"file"`
	Enabled        bool     `json:"enabled"`
	DryRun         bool     `json:"dry_run"`

	Value string        `json:"-"` // what it counts in a window: count, sum(bytes), sum(packets), ...; "" where it counts otherwise
	Every time.Duration `json:"-"` // the window
}

// WatchedRule is a rule, and where it is blind in what is stored.
type WatchedRule struct {
	ID, Title string
	Family    finding.Family
	Enabled   bool
	Blind     []string
}

// jsonAnswer is an answer whose own JSON is the document's.
type jsonAnswer struct{ v any }

func (j jsonAnswer) write(w http.ResponseWriter) error { return writeJSON(w, j.v) }

func (j jsonAnswer) VisitListAlertsResponse(w http.ResponseWriter) error       { return j.write(w) }
func (j jsonAnswer) VisitGetAlertResponse(w http.ResponseWriter) error         { return j.write(w) }
func (j jsonAnswer) VisitAcknowledgeAlertResponse(w http.ResponseWriter) error { return j.write(w) }
func (j jsonAnswer) VisitResolveAlertResponse(w http.ResponseWriter) error     { return j.write(w) }
func (j jsonAnswer) VisitReopenAlertResponse(w http.ResponseWriter) error      { return j.write(w) }
func (j jsonAnswer) VisitNoteAlertResponse(w http.ResponseWriter) error        { return j.write(w) }
func (j jsonAnswer) VisitAlertSeriesResponse(w http.ResponseWriter) error      { return j.write(w) }
func (j jsonAnswer) VisitAlertTimelineResponse(w http.ResponseWriter) error    { return j.write(w) }
func (j jsonAnswer) VisitRelatedAlertsResponse(w http.ResponseWriter) error    { return j.write(w) }
func (j jsonAnswer) VisitExposureSourcesResponse(w http.ResponseWriter) error  { return j.write(w) }
func (j jsonAnswer) VisitAlertResponseResponse(w http.ResponseWriter) error    { return j.write(w) }
func (j jsonAnswer) VisitListSilencesResponse(w http.ResponseWriter) error     { return j.write(w) }
func (j jsonAnswer) VisitMakeSilenceResponse(w http.ResponseWriter) error      { return j.write(w) }
func (j jsonAnswer) VisitEndSilenceResponse(w http.ResponseWriter) error       { return j.write(w) }
func (j jsonAnswer) VisitPreviewSilenceResponse(w http.ResponseWriter) error   { return j.write(w) }

// who is the name of the person asking, for audits.
func who(ctx context.Context) string {
	if p := access.From(ctx); p.Known() {
		return p.Name
	}
	return access.Local
}

// alertScope keeps the alerts of the person's networks.
func (a *API) alertScope(ctx context.Context, f alert.Filter) alert.Filter {
	if s := a.scope(ctx); !s.All {
		f.Networks = append([]string{}, s.Networks...)
	}
	return f
}

// seesAlert reports whether the alert of a finding may be shown within a scope.
func seesAlert(s query.Scope, f finding.Finding) bool {
	return s.All || slices.Contains(s.Networks, f.Entity.Network)
}

// alertOf returns an alert by its id or the beginning of it, if the person may see it.
func (a *API) alertOf(ctx context.Context, id string) (alert.Detail, error) {
	d, err := a.cfg.Alerts.Get(ctx, id)
	if err != nil {
		return d, alertError(err)
	}
	if !seesAlert(a.scope(ctx), d.Finding) {
		return d, alertError(fmt.Errorf("alert %q: %w", id, alert.ErrUnknown))
	}
	return d, nil
}

// alertError says what people are told of an error of the room of alerts.
func alertError(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, alert.ErrUnknown), errors.Is(err, alert.ErrUnknownSilence):
		return missing(err.Error(), "it may have been forgotten: noise goes after 40 days")
	case errors.Is(err, alert.ErrAmbiguous):
		return bad(err.Error(), "write more of the id")
	case errors.Is(err, alert.ErrOver), errors.Is(err, alert.ErrSilenceOver):
		return &problemError{status: http.StatusConflict, code: "conflict", detail: err.Error(), fix: "somebody else was faster; look at it again"}
	case errors.Is(err, alert.ErrIncomplete):
		return bad(err.Error(), "")
	default:
		return err
	}
}

func words(p *string) (list []string) {
	for _, w := range strings.Split(text(p), ",") {
		if w = strings.TrimSpace(w); w != "" {
			list = append(list, w)
		}
	}
	return list
}

var alertStatuses = []alert.Status{alert.Pending, alert.Firing, alert.Acknowledged, alert.Resolved}

func parseFamilies(names []string) (list []finding.Family, err error) {
	for _, name := range names {
		f, err := finding.ParseFamily(strings.ReplaceAll(name, "-", "_"))
		if err != nil {
			known := map[string]bool{}
			for _, k := range finding.Families {
				known[string(k)] = true
			}
			return nil, bad("family: "+config.Unknown("family", name, known), "")
		}
		list = append(list, f)
	}
	return list, nil
}

func (a *API) alertFilter(ctx context.Context, p ListAlertsParams) (f alert.Filter, err error) {
	f = alert.Filter{
		Rules: words(p.Rule), Entity: text(p.Entity), Incident: text(p.Incident), Text: text(p.Text),
		Exposure: p.Exposure, Page: p.Page, Silenced: p.Silenced, Late: p.Late, Limit: 200,
	}
	for _, s := range words(p.Status) {
		if !slices.Contains(alertStatuses, alert.Status(s)) {
			return f, bad(fmt.Sprintf("status: unknown status %q", s), "write pending, firing, acknowledged or resolved")
		}
		f.Statuses = append(f.Statuses, alert.Status(s))
	}
	if f.Families, err = parseFamilies(words(p.Family)); err != nil {
		return f, err
	}
	if s := text(p.Severity); s != "" {
		if f.MinSeverity, err = finding.ParseSeverity(s); err != nil {
			return f, bad("severity: "+err.Error(), "")
		}
	}
	if v := text(p.Verdict); v != "" {
		if f.Verdict, err = alert.ParseVerdict(v); err != nil {
			return f, bad("verdict: "+err.Error(), "")
		}
	}
	if p.Since != nil || p.Until != nil {
		if f.Since, f.Until, err = a.span(ctx, p.Since, p.Until); err != nil {
			return f, err
		}
	}
	if p.Limit != nil {
		f.Limit = min(max(*p.Limit, 1), 1000)
	}
	if c := text(p.Cursor); c != "" {
		at, id, ok := strings.Cut(c, ".")
		us, err := strconv.ParseInt(at, 10, 64)
		if !ok || err != nil {
			return f, bad("the cursor is not one that was given out", "ask again without it")
		}
		f.After = alert.Cursor{LastSeen: time.UnixMicro(us).UTC(), ID: id}
	}
	return a.alertScope(ctx, f), nil
}

// ListAlerts implements [StrictServerInterface].
func (a *API) ListAlerts(ctx context.Context, r ListAlertsRequestObject) (ListAlertsResponseObject, error) {
	f, err := a.alertFilter(ctx, r.Params)
	if err != nil {
		return nil, err
	}
	out := struct {
		Alerts []alert.Alert `json:"alerts"`
		Next   string        `json:"next,omitempty"`
	}{Alerts: []alert.Alert{}}
	limit := f.Limit
	f.Limit++ // one more shows whether there is more
	err = a.cfg.Alerts.List(ctx, f, func(one alert.Alert) error {
		if len(out.Alerts) == limit {
			last := alert.CursorOf(out.Alerts[limit-1])
			out.Next = fmt.Sprintf("%d.%s", last.LastSeen.UnixMicro(), last.ID)
			return nil
		}
		out.Alerts = append(out.Alerts, one)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return jsonAnswer{out}, nil
}

// CountAlerts implements [StrictServerInterface].
func (a *API) CountAlerts(ctx context.Context, _ CountAlertsRequestObject) (CountAlertsResponseObject, error) {
	all, err := a.cfg.Alerts.Groups(ctx, a.alertScope(ctx, alert.Filter{}))
	if err != nil {
		return nil, err
	}
	count := func(of func(g alert.Group) bool) alert.Counts {
		return alert.CountOf(slices.DeleteFunc(slices.Clone(all), func(g alert.Group) bool { return !of(g) }))
	}
	isOpen := func(g alert.Group) bool { return g.Status == alert.Pending || g.Status == alert.Firing }
	open := count(func(g alert.Group) bool { return isOpen(g) && !g.Exposure && !g.Silenced })
	out := CountAlerts200JSONResponse{
		Open: open.Total, Pages: open.Pages, Incidents: open.ByFamily[finding.Incident],
		BySeverity: map[string]int{}, ByFamily: map[string]int{},
		Exposure:     count(func(g alert.Group) bool { return isOpen(g) && g.Exposure && !g.Silenced }).Total,
		Acknowledged: count(func(g alert.Group) bool { return g.Status == alert.Acknowledged }).Total,
		Silenced:     count(func(g alert.Group) bool { return isOpen(g) && g.Silenced }).Total,
		Total:        alert.CountOf(all).Total,
	}
	for s, n := range open.BySeverity {
		out.BySeverity[s.String()] = n
	}
	for f, n := range open.ByFamily {
		out.ByFamily[string(f)] = n
	}
	return out, nil
}

// WatchedRules implements [StrictServerInterface].
func (a *API) WatchedRules(ctx context.Context, _ WatchedRulesRequestObject) (WatchedRulesResponseObject, error) {
	list, err := a.cfg.AlertRules.Watched(ctx)
	if err != nil {
		return nil, err
	}
	out := WatchedRules200JSONResponse{Families: []string{}}
	out.Blind = make([]struct {
		Rule  string   `json:"rule"`
		Title string   `json:"title"`
		Why   []string `json:"why"`
	}, 0, len(list))
	for _, r := range list {
		if !r.Enabled {
			continue
		}
		out.Rules++
		if !slices.Contains(out.Families, string(r.Family)) {
			out.Families = append(out.Families, string(r.Family))
		}
		if len(r.Blind) > 0 {
			out.Blind = append(out.Blind, struct {
				Rule  string   `json:"rule"`
				Title string   `json:"title"`
				Why   []string `json:"why"`
			}{r.ID, r.Title, r.Blind})
		}
	}
	slices.Sort(out.Families)
	return out, nil
}
