package api

import (
	"context"
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/finding"
)

// usualSilence is how long a silence lasts unless it says otherwise.
const usualSilence = 24 * time.Hour

// silenceAnswer is a silence with what follows from it.
type silenceAnswer struct {
	alert.Silence
	What   string `json:"what"`
	Active bool   `json:"active"`
	Hides  *int   `json:"hides,omitempty"`
}

func (a *API) silenceAnswer(n alert.Silence) silenceAnswer {
	return silenceAnswer{Silence: n, What: n.Matches.String(), Active: n.Active(a.cfg.Now())}
}

// ListSilences implements [StrictServerInterface].
func (a *API) ListSilences(ctx context.Context, r ListSilencesRequestObject) (ListSilencesResponseObject, error) {
	if err := a.everybodys(ctx, "silences"); err != nil {
		return nil, err
	}
	list, err := a.cfg.Alerts.Silences(ctx, value(r.Params.All))
	if err != nil {
		return nil, err
	}
	out := make([]silenceAnswer, 0, len(list))
	hides := map[int64]int{}
	if len(list) > 0 {
		yes := true
		err := a.cfg.Alerts.List(ctx, alert.Filter{Silenced: &yes}, func(one alert.Alert) error {
			for _, n := range list {
				if n.Matches.Match(one.Finding) {
					hides[n.ID]++
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	for _, n := range list {
		s := a.silenceAnswer(n)
		if s.Active {
			s.Hides = pointer(hides[n.ID])
		}
		out = append(out, s)
	}
	return jsonAnswer{out}, nil
}

// matchesOf reads what a silence is about.
func matchesOf(s SilenceMatches) (m alert.Matches, err error) {
	clean := func(p *[]string) (list []string) {
		for _, w := range value(p) {
			if w = strings.TrimSpace(w); w != "" && !slices.Contains(list, w) {
				list = append(list, w)
			}
		}
		return list
	}
	m = alert.Matches{Rules: clean(s.Rules), Entities: clean(s.Entities)}
	if m.Families, err = parseFamilies(clean(s.Families)); err != nil {
		return m, err
	}
	for _, text := range clean(s.Addresses) {
		p, err := netip.ParsePrefix(text)
		if err != nil {
			var addr netip.Addr
			if addr, err = netip.ParseAddr(text); err == nil {
				p, err = addr.Prefix(addr.BitLen())
			}
		}
		if err != nil {
			return m, bad(fmt.Sprintf("%q is no address and no network", text), "write 10.0.5.7 or 10.0.5.0/24")
		}
		m.Addresses = append(m.Addresses, p.Masked())
	}
	if text := text(s.AtMost); text != "" {
		severity, err := finding.ParseSeverity(text)
		if err != nil {
			return m, bad(err.Error(), "")
		}
		m.AtMost = &severity
	}
	if m.Empty() {
		return m, bad("nothing is said of what is to be silenced", "name rules, families, entities, addresses or a severity")
	}
	return m, nil
}

// MakeSilence implements [StrictServerInterface].
func (a *API) MakeSilence(ctx context.Context, r MakeSilenceRequestObject) (MakeSilenceResponseObject, error) {
	if err := a.everybodys(ctx, "silences"); err != nil {
		return nil, err
	}
	m, err := matchesOf(r.Body.Matches)
	if err != nil {
		return nil, err
	}
	now := a.cfg.Now()
	n := alert.Silence{Matches: m, Owner: strings.TrimSpace(r.Body.Owner), Reason: strings.TrimSpace(r.Body.Reason), Until: now.Add(usualSilence)}
	switch {
	case r.Body.Until != nil && r.Body.Seconds != nil:
		return nil, bad("a silence has one end", "give either until or seconds")
	case r.Body.Until != nil:
		n.Until = *r.Body.Until
	case r.Body.Seconds != nil:
		n.Until = now.Add(time.Duration(min(max(*r.Body.Seconds, 0), 10*366*24*3600)) * time.Second)
	}
	switch {
	case n.Owner == "":
		return nil, bad("a silence needs an owner, who answers for it", "")
	case n.Reason == "":
		return nil, bad("a silence needs a reason", "")
	case !n.Until.After(now):
		return nil, bad("a silence ends in the future", "")
	case n.Until.Sub(now) > alert.LongestSilence:
		return nil, bad("a silence lasts a year at most", "change the rule or switch it off instead")
	}
	if n, err = a.cfg.Alerts.Silence(ctx, who(ctx), n); err != nil {
		return nil, alertError(err)
	}
	return jsonAnswer{a.silenceAnswer(n)}, nil
}

// EndSilence implements [StrictServerInterface].
func (a *API) EndSilence(ctx context.Context, r EndSilenceRequestObject) (EndSilenceResponseObject, error) {
	if err := a.everybodys(ctx, "silences"); err != nil {
		return nil, err
	}
	n, err := a.cfg.Alerts.Unsilence(ctx, who(ctx), r.Number)
	if err != nil {
		return nil, alertError(err)
	}
	return jsonAnswer{a.silenceAnswer(n)}, nil
}

// previewDays is how far back a preview looks unless told otherwise.
const previewDays = 30

// PreviewSilence implements [StrictServerInterface].
func (a *API) PreviewSilence(ctx context.Context, r PreviewSilenceRequestObject) (PreviewSilenceResponseObject, error) {
	if err := a.everybodys(ctx, "silences"); err != nil {
		return nil, err
	}
	m, err := matchesOf(r.Body.Matches)
	if err != nil {
		return nil, err
	}
	days := previewDays
	if r.Body.Days != nil {
		days = min(max(*r.Body.Days, 1), 366)
	}
	p, err := a.cfg.Alerts.Preview(ctx, m, days)
	if err != nil {
		return nil, err
	}
	out := struct {
		Text string `json:"text"`
		alert.Preview
		Until    *time.Time    `json:"until,omitempty"`
		Examples []alert.Alert `json:"examples"`
	}{p.String(), p, instant(p.Until), append([]alert.Alert{}, p.Examples...)}
	if n := p.BySeverity[finding.High] + p.BySeverity[finding.Critical]; p.Hidden > 0 {
		out.Text += fmt.Sprintf(", %d of them high or critical", n)
	}
	return jsonAnswer{out}, nil
}
