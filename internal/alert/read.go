package alert

import (
	"encoding/json"
	"fmt"
	"net/netip"

	"github.com/weir-flow/weir/internal/finding"
)

// UnmarshalJSON reads what [Alert.MarshalJSON] wrote, as from a server on another
// machine. What an alert's JSON leaves out of its finding stays zero.
func (a *Alert) UnmarshalJSON(text []byte) error {
	var d document
	if err := json.Unmarshal(text, &d); err != nil {
		return err
	}
	*a = Alert{
		Finding: finding.Finding{
			ID: d.ID, Rule: d.Rule, Family: d.Family, Title: d.Title, Severity: d.Severity, Score: d.Score, Page: d.Page, Exposure: d.Exposure,
			Late: d.Late, Entity: d.Entity, DstPort: d.DstPort, FirstSeen: d.FirstSeen, LastSeen: d.LastSeen, Count: d.Count, Scope: d.Scope,
			Why: d.Why, Usual: d.Usual, Attack: d.Attack, Response: d.Response,
		},
		Status: d.Status,
	}
	for _, addr := range []struct {
		text *string
		to   *netip.Addr
	}{{d.SrcAddr, &a.SrcAddr}, {d.DstAddr, &a.DstAddr}} {
		if addr.text == nil {
			continue
		}
		var err error
		if *addr.to, err = netip.ParseAddr(*addr.text); err != nil {
			return fmt.Errorf("alert %s: %w", d.ID, err)
		}
	}
	if d.SilencedUntil != nil {
		a.SilencedUntil = *d.SilencedUntil
	}
	if d.Verdict != nil {
		a.Verdict = *d.Verdict
	}
	e := d.Evidence
	if a.Evidence.Missing = e.Missing; e.Missing != nil {
		return nil
	}
	a.Evidence = finding.Evidence{Filter: or(e.Filter), Since: or(e.Since), Until: or(e.Until), Count: or(e.Count), Exact: or(e.Exact)}
	return nil
}

func or[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}
