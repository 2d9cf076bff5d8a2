package client

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/finding"
)

// pageOfAlerts is how many alerts are asked for at once.
const pageOfAlerts = 500

// List hands fn the alerts of a filter, as [alert.Store.List] does.
func (c *Client) List(ctx context.Context, f alert.Filter, fn func(alert.Alert) error) error {
	params := paramsOf(f)
	for n := 0; ; {
		limit := pageOfAlerts
		if f.Limit > 0 {
			limit = min(limit, f.Limit-n)
		}
		params.Set("limit", strconv.Itoa(limit))
		var page struct {
			Alerts []alert.Alert `json:"alerts"`
			Next   string        `json:"next"`
		}
		if err := c.call(ctx, http.MethodGet, "alerts", params, nil, &page); err != nil {
			return err
		}
		for _, a := range page.Alerts {
			if err := fn(a); err != nil {
				return err
			}
		}
		n += len(page.Alerts)
		if page.Next == "" || len(page.Alerts) == 0 || f.Limit > 0 && n >= f.Limit {
			return nil
		}
		params.Set("cursor", page.Next)
	}
}

func paramsOf(f alert.Filter) url.Values {
	v := url.Values{}
	set := func(name, text string) {
		if text != "" {
			v.Set(name, text)
		}
	}
	var statuses, families []string
	for _, s := range f.Statuses {
		statuses = append(statuses, string(s))
	}
	for _, x := range f.Families {
		families = append(families, string(x))
	}
	set("status", strings.Join(statuses, ","))
	set("family", strings.Join(families, ","))
	set("rule", strings.Join(f.Rules, ","))
	set("entity", f.Entity)
	set("text", f.Text)
	set("verdict", string(f.Verdict))
	if f.MinSeverity > 0 {
		set("severity", f.MinSeverity.String())
	}
	for name, p := range map[string]*bool{"page": f.Page, "exposure": f.Exposure, "silenced": f.Silenced, "late": f.Late} {
		if p != nil {
			set(name, strconv.FormatBool(*p))
		}
	}
	if !f.Since.IsZero() || !f.Until.IsZero() { // the server has a default for one without the other
		until := f.Until
		if until.IsZero() {
			until = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		since := f.Since
		if since.IsZero() {
			since = time.Unix(0, 0)
		}
		set("since", since.UTC().Format(time.RFC3339Nano))
		set("until", until.UTC().Format(time.RFC3339Nano))
	}
	if f.After.ID != "" {
		set("cursor", fmt.Sprintf("%d.%s", f.After.LastSeen.UnixMicro(), f.After.ID))
	}
	return v
}

// detail is all that is known of an alert, as it comes.
type detail struct {
	Alert    alert.Alert   `json:"alert"`
	StatusAt time.Time     `json:"status_at"`
	StatusBy string        `json:"status_by"`
	Incident *string       `json:"incident"`
	Parts    []part        `json:"parts"`
	Notes    []alert.Note  `json:"notes"`
	Audit    []alert.Entry `json:"audit"`
	Broken   string        `json:"audit_error"`
}

type part struct {
	ID        string           `json:"id"`
	Rule      string           `json:"rule"`
	Family    finding.Family   `json:"family"`
	Title     string           `json:"title"`
	Severity  finding.Severity `json:"severity"`
	Score     int              `json:"score"`
	Weak      bool             `json:"weak"`
	Exposure  bool             `json:"exposure"`
	Entity    finding.Entity   `json:"entity"`
	FirstSeen time.Time        `json:"first_seen"`
	LastSeen  time.Time        `json:"last_seen"`
	Count     uint64           `json:"count"`
	Why       string           `json:"why"`
}

func (c *Client) detail(ctx context.Context, id string) (d detail, err error) {
	err = c.call(ctx, http.MethodGet, "alerts/"+url.PathEscape(id), nil, nil, &d)
	return d, err
}

// Get returns an alert by its id or the beginning of it, as [alert.Store.Get] does;
// of its findings what a list of them shows.
func (c *Client) Get(ctx context.Context, id string) (out alert.Detail, err error) {
	d, err := c.detail(ctx, id)
	if err != nil {
		return out, err
	}
	out = alert.Detail{Alert: d.Alert, StatusAt: d.StatusAt, StatusBy: d.StatusBy, Notes: d.Notes}
	if d.Incident != nil {
		out.Incident = *d.Incident
	}
	for _, p := range d.Parts {
		out.Findings = append(out.Findings, finding.Finding{
			ID: p.ID, Rule: p.Rule, Family: p.Family, Title: p.Title, Severity: p.Severity, Score: p.Score, Weak: p.Weak, Exposure: p.Exposure,
			Entity: p.Entity, FirstSeen: p.FirstSeen, LastSeen: p.LastSeen, Count: p.Count, Why: p.Why,
		})
	}
	return out, nil
}

// Audit hands fn what was done to an alert. [alert.ErrTampered] says that the server's
// audit is not as it was written.
func (c *Client) Audit(ctx context.Context, id string, fn func(alert.Entry) error) error {
	d, err := c.detail(ctx, id)
	switch {
	case err != nil:
		return err
	case d.Broken != "":
		return fmt.Errorf("%s: %w", d.Broken, alert.ErrTampered)
	}
	for _, e := range d.Audit {
		if err := fn(e); err != nil {
			return err
		}
	}
	return nil
}

// Acknowledge says that somebody looks at an alert: whom the token names, whoever is
// given here.
func (c *Client) Acknowledge(ctx context.Context, id, _ string) (alert.Alert, error) {
	return c.act(ctx, id, "acknowledge", struct{}{})
}

// Resolve ends an alert.
func (c *Client) Resolve(ctx context.Context, id, _ string, v alert.Verdict) (alert.Alert, error) {
	return c.act(ctx, id, "resolve", map[string]string{"verdict": string(v)})
}

// AddNote writes something down about an alert.
func (c *Client) AddNote(ctx context.Context, id, _ string, text string) (alert.Alert, error) {
	return c.act(ctx, id, "note", map[string]string{"text": text})
}

func (c *Client) act(ctx context.Context, id, action string, body any) (a alert.Alert, err error) {
	if m, ok := body.(map[string]string); ok && m["verdict"] == "" {
		delete(m, "verdict")
	}
	err = c.call(ctx, http.MethodPost, "alerts/"+url.PathEscape(id)+"/"+action, nil, body, &a)
	return a, err
}
