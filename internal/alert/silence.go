package alert

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/state"
)

// Matches selects findings. What is given must all hold; of a list, one.
type Matches struct {
	Rules     []string          `json:"rules,omitempty"`
	Families  []finding.Family  `json:"families,omitempty"`
	Entities  []string          `json:"entities,omitempty"`  // network/id, or id in any network
	Addresses []netip.Prefix    `json:"addresses,omitempty"` // that hold the source, the destination or the entity
	AtMost    *finding.Severity `json:"at_most,omitempty"`   // severity and those below it
}

// Empty reports whether nothing is given, so that everything would match.
func (m Matches) Empty() bool {
	return len(m.Rules)+len(m.Families)+len(m.Entities)+len(m.Addresses) == 0 && m.AtMost == nil
}

// Match reports whether a finding is selected.
func (m Matches) Match(f finding.Finding) bool {
	switch {
	case len(m.Rules) > 0 && !slices.Contains(m.Rules, f.Rule),
		len(m.Families) > 0 && !slices.Contains(m.Families, f.Family),
		len(m.Entities) > 0 && !slices.Contains(m.Entities, f.Entity.String()) && !slices.Contains(m.Entities, f.Entity.ID),
		m.AtMost != nil && f.Severity > *m.AtMost:
		return false
	}
	return len(m.Addresses) == 0 || slices.ContainsFunc(m.Addresses, func(p netip.Prefix) bool {
		own, _ := netip.ParseAddr(f.Entity.ID)
		for _, a := range []netip.Addr{f.SrcAddr, f.DstAddr, own} {
			if a.IsValid() && p.Contains(a.Unmap()) {
				return true
			}
		}
		return false
	})
}

// String tells what is selected.
func (m Matches) String() string {
	var parts []string
	add := func(name string, values []string) {
		if len(values) > 0 {
			parts = append(parts, name+" "+strings.Join(values, " or "))
		}
	}
	add("rule", m.Rules)
	add("family", texts(m.Families, func(f finding.Family) string { return string(f) }))
	add("entity", m.Entities)
	add("address", texts(m.Addresses, netip.Prefix.String))
	if m.AtMost != nil {
		add("severity at most", []string{m.AtMost.String()})
	}
	return strings.Join(parts, ", ")
}

func texts[T any](list []T, text func(T) string) (out []string) {
	for _, v := range list {
		out = append(out, text(v))
	}
	return out
}

// Silence keeps alerts from being told of for a time. They are recorded all the same.
type Silence struct {
	ID      int64     `json:"id"`
	Matches Matches   `json:"matches"`
	Owner   string    `json:"owner"`
	Reason  string    `json:"reason"`
	Until   time.Time `json:"until"`
	MadeAt  time.Time `json:"made_at"`
	MadeBy  string    `json:"made_by"`
	EndedAt time.Time `json:"ended_at,omitzero"` // ended by hand before its time
}

// Active reports whether a silence is in force.
func (s Silence) Active(now time.Time) bool { return s.EndedAt.IsZero() && s.Until.After(now) }

// LongestSilence is for how long alerts can be silenced at most: what is to be quiet
// for ever is a matter of the rule.
const LongestSilence = 366 * 24 * time.Hour

// Silence keeps the alerts that m selects from being told of until a time. It needs an
// owner and a reason. Alerts that are there already are silenced, too.
func (s *Store) Silence(ctx context.Context, who string, n Silence) (Silence, error) {
	now := s.cfg.Now().UTC().Truncate(time.Microsecond)
	switch {
	case strings.TrimSpace(n.Owner) == "":
		return n, fmt.Errorf("the owner of a silence %w", ErrIncomplete)
	case strings.TrimSpace(n.Reason) == "":
		return n, fmt.Errorf("the reason of a silence %w", ErrIncomplete)
	case n.Matches.Empty():
		return n, fmt.Errorf("what is to be silenced %w", ErrIncomplete)
	case !n.Until.After(now):
		return n, errors.New("a silence ends in the future")
	case n.Until.Sub(now) > LongestSilence:
		return n, errors.New("a silence lasts a year at most; change or switch off the rule instead")
	}
	n.MadeAt, n.MadeBy, n.Until = now, who, n.Until.UTC().Truncate(time.Microsecond)
	matches, err := json.Marshal(n.Matches)
	if err != nil {
		return n, err
	}
	err = s.db.Tx(ctx, func(tx *state.Tx) error {
		err := tx.Row(`INSERT INTO silences(made_at, made_by, owner, reason, until, matches) VALUES (?, ?, ?, ?, ?, ?) RETURNING id`,
			[]any{n.MadeAt.UnixMicro(), n.MadeBy, n.Owner, n.Reason, n.Until.UnixMicro(), string(matches)}, &n.ID)
		if err != nil {
			return err
		}
		w, err := s.begin(tx)
		if err != nil {
			return err
		}
		if err := w.record(who, actSilence, subject(n), nil, n); err != nil {
			return err
		}
		return w.silence(n)
	})
	if err != nil {
		return n, fmt.Errorf("silence: %w", err)
	}
	return n, nil
}

func subject(n Silence) string { return fmt.Sprintf("silence/%d", n.ID) }

// Unsilence ends a silence before its time. Alerts that it kept back and that still
// fire are told of at the next [Store.Tick].
func (s *Store) Unsilence(ctx context.Context, who string, id int64) (n Silence, err error) {
	err = s.db.Tx(ctx, func(tx *state.Tx) error {
		list, err := listSilences(tx, `id = ?`, id)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			return fmt.Errorf("silence %d: %w", id, ErrUnknownSilence)
		}
		n = list[0]
		now := s.cfg.Now().UTC().Truncate(time.Microsecond)
		if !n.Active(now) {
			return fmt.Errorf("silence %d: %w", id, ErrSilenceOver)
		}
		was := n
		n.EndedAt = now
		if _, err := tx.Exec(`UPDATE silences SET ended_at = ? WHERE id = ?`, now.UnixMicro(), id); err != nil {
			return err
		}
		w, err := s.begin(tx)
		if err != nil {
			return err
		}
		if err := w.record(who, actUnsilence, subject(n), was, n); err != nil {
			return err
		}
		return w.silence(n)
	})
	return n, err
}

// What is wrong with a silence.
var (
	ErrUnknownSilence = errors.New("unknown silence")
	ErrSilenceOver    = errors.New("has ended already")
)

// Silences lists silences, the newest first; those that are over, too, when all.
func (s *Store) Silences(ctx context.Context, all bool) (list []Silence, err error) {
	err = s.db.View(ctx, func(tx *state.Tx) error {
		if all {
			list, err = listSilences(tx, `1 = 1`)
		} else {
			list, err = selectSilences(tx, s.cfg.Now())
		}
		return err
	})
	slices.Reverse(list)
	return list, err
}

func selectSilences(tx *state.Tx, now time.Time) ([]Silence, error) {
	return listSilences(tx, `ended_at = 0 AND until > ?`, now.UnixMicro())
}

func listSilences(tx *state.Tx, where string, args ...any) (list []Silence, err error) {
	err = tx.Each(`SELECT id, made_at, made_by, owner, reason, until, ended_at, matches FROM silences WHERE `+where+` ORDER BY id`, args,
		func(scan func(...any) error) error {
			var n Silence
			var made, until, ended int64
			var matches string
			if err := scan(&n.ID, &made, &n.MadeBy, &n.Owner, &n.Reason, &until, &ended, &matches); err != nil {
				return err
			}
			n.MadeAt, n.Until, n.EndedAt = fromMicro(made), fromMicro(until), fromMicro(ended)
			err := json.Unmarshal([]byte(matches), &n.Matches)
			list = append(list, n)
			return err
		})
	return list, err
}

// silence brings alerts up to a silence that was made or ended.
func (w *work) silence(n Silence) error {
	ids := map[string]bool{}
	err := w.tx.Each(`SELECT body FROM findings`, nil, func(scan func(...any) error) error {
		var text string
		var f finding.Finding
		if err := scan(&text); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(text), &f); err != nil {
			return err
		}
		if n.Matches.Match(f) {
			ids[ID(f)] = true
			return w.incidentsOf(f.ID, ids)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for id := range ids {
		members, err := selectFindings(w.tx, `alert = ?`, id)
		if err != nil {
			return err
		}
		until, err := w.silencedUntil(id, members)
		if err != nil {
			return err
		}
		if _, err := w.tx.Exec(`UPDATE alerts SET silenced_until = ? WHERE id = ?`, toMicro(until), id); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) incidentsOf(id string, into map[string]bool) error {
	return w.tx.Each(`SELECT incident FROM incident_findings WHERE finding = ?`, []any{id}, func(scan func(...any) error) error {
		var incident string
		err := scan(&incident)
		into[incident] = true
		return err
	})
}

// silencedUntil is until when an alert is silenced: while each of its findings is, so
// that nothing hides behind another. An incident is, too, when all it is made of are.
func (w *work) silencedUntil(id string, members []finding.Finding) (time.Time, error) {
	if len(w.silences) == 0 {
		return time.Time{}, nil
	}
	until := w.silenceOf(members)
	if !until.IsZero() || len(members) != 1 || members[0].Family != finding.Incident {
		return until, nil
	}
	parts, err := selectFindings(w.tx, `id IN (SELECT finding FROM incident_findings WHERE incident = ?)`, id)
	return w.silenceOf(parts), err
}

// silenceOf is until when all of the findings are silenced. Weak ones beside others do
// not count, as they make no alert.
func (w *work) silenceOf(members []finding.Finding) (until time.Time) {
	if strong := slices.DeleteFunc(slices.Clone(members), func(f finding.Finding) bool { return f.Weak }); len(strong) > 0 {
		members = strong
	}
	for _, f := range members {
		var longest time.Time
		for _, n := range w.silences {
			if n.Matches.Match(f) {
				longest = latest(longest, n.Until)
			}
		}
		if longest.IsZero() {
			return longest
		}
		if until.IsZero() || longest.Before(until) {
			until = longest
		}
	}
	return until
}

// Preview says what a silence would have hidden.
type Preview struct {
	Days        int                      `json:"days"`
	Until       time.Time                `json:"until"` // the end of these days: the newest alert, or now
	Hidden      int                      `json:"hidden"`
	Of          int                      `json:"of"`
	PagesHidden int                      `json:"pages_hidden"`
	Pages       int                      `json:"pages"`
	TrueHidden  int                      `json:"true_positives_hidden"` // judged to be real attacks
	BySeverity  map[finding.Severity]int `json:"hidden_by_severity"`
	Examples    []Alert                  `json:"-"` // of what would have been hidden, the worst first
}

// String tells it in a sentence.
func (p Preview) String() string {
	return fmt.Sprintf("would have hidden %d of %d in %d days", p.Hidden, p.Of, p.Days)
}

// Preview tells what a silence would have hidden in the days before the newest alert.
func (s *Store) Preview(ctx context.Context, m Matches, days int) (p Preview, err error) {
	p = Preview{Days: days, BySeverity: map[finding.Severity]int{}}
	err = s.db.View(ctx, func(tx *state.Tx) error {
		var newest sql.NullInt64
		if err := tx.Row(`SELECT MAX(last_seen) FROM alerts`, nil, &newest); err != nil || !newest.Valid {
			return err
		}
		p.Until = earliest(fromMicro(newest.Int64), s.cfg.Now().UTC())
		list, err := selectRows(tx, `last_seen > ?`, p.Until.AddDate(0, 0, -days).UnixMicro())
		if err != nil {
			return err
		}
		w := &work{Store: s, tx: tx, silences: []Silence{{Matches: m, Until: p.Until}}}
		for _, r := range list {
			members, err := selectFindings(tx, `alert = ?`, r.ID)
			if err != nil {
				return err
			}
			until, err := w.silencedUntil(r.ID, members)
			if err != nil {
				return err
			}
			p.Of++
			if r.Page {
				p.Pages++
			}
			if until.IsZero() {
				continue
			}
			p.Hidden++
			p.BySeverity[r.Severity]++
			if r.Page {
				p.PagesHidden++
			}
			if r.Verdict == TruePositive {
				p.TrueHidden++
			}
			p.Examples = append(p.Examples, r.Alert)
		}
		return nil
	})
	slices.SortStableFunc(p.Examples, func(a, b Alert) int { return worstFirst(a.Finding, b.Finding) })
	p.Examples = p.Examples[:min(len(p.Examples), 5)]
	return p, err
}
