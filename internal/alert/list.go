package alert

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/state"
)

// Filter chooses alerts. Its zero value is all of them.
type Filter struct {
	Statuses    []Status
	MinSeverity finding.Severity
	Families    []finding.Family
	Rules       []string // of any of its findings
	Entity      string   // network/id, or id in any network
	Verdict     Verdict
	Since       time.Time // event time: seen at or after it
	Until       time.Time // and before it
	Text        string    // in title, why, entity, addresses or rule; case does not matter
	Networks    []string  // about entities of these networks; nil: of all, and of none
	Incident    string    // id of the incident that it is part of

	Page, Exposure, Silenced, Late *bool // nil: either

	After Cursor
	Limit int // 0: no limit
}

// Cursor is a place in a list, for the next page: the last alert of this one.
type Cursor struct {
	LastSeen time.Time
	ID       string
}

// CursorOf returns the place behind an alert.
func CursorOf(a Alert) Cursor { return Cursor{a.LastSeen, a.ID} }

func (f Filter) where(now time.Time) (string, []any) {
	parts, args := []string{"1 = 1"}, []any{}
	add := func(part string, values ...any) {
		parts, args = append(parts, part), append(args, values...)
	}
	in := func(column string, values []string) {
		if len(values) == 0 {
			return
		}
		add(column + " IN (" + strings.TrimSuffix(strings.Repeat("?, ", len(values)), ", ") + ")")
		for _, v := range values {
			args = append(args, v)
		}
	}
	either := func(part string, v *bool, values ...any) {
		switch {
		case v == nil:
		case *v:
			add(part, values...)
		default:
			add("NOT ("+part+")", values...)
		}
	}
	in("status", texts(f.Statuses, func(s Status) string { return string(s) }))
	in("family", texts(f.Families, func(s finding.Family) string { return string(s) }))
	if f.MinSeverity > finding.Info {
		add("severity >= ?", int(f.MinSeverity))
	}
	if n := len(f.Rules); n > 0 {
		add("EXISTS (SELECT 1 FROM findings WHERE findings.alert = alerts.id AND findings.rule IN (" + strings.TrimSuffix(strings.Repeat("?, ", n), ", ") + "))")
		for _, r := range f.Rules {
			args = append(args, r)
		}
	}
	if f.Entity != "" {
		add(`(entity = ? OR entity LIKE ? ESCAPE '\')`, f.Entity, "%/"+escapeLike(f.Entity))
	}
	if f.Networks != nil {
		some, names := []string{"1 = 0"}, []any{}
		for _, n := range f.Networks {
			some, names = append(some, `entity LIKE ? ESCAPE '\'`), append(names, escapeLike(n)+"/%")
		}
		add("("+strings.Join(some, " OR ")+")", names...)
	}
	if f.Incident != "" {
		add("id IN (SELECT alert FROM findings JOIN incident_findings ON finding = findings.id WHERE incident = ?)", f.Incident)
	}
	if f.Verdict != NoVerdict {
		add("verdict = ?", string(f.Verdict))
	}
	if !f.Since.IsZero() {
		add("last_seen >= ?", f.Since.UnixMicro())
	}
	if !f.Until.IsZero() {
		add("first_seen < ?", f.Until.UnixMicro())
	}
	if f.Text != "" {
		add(`search LIKE ? ESCAPE '\'`, "%"+escapeLike(strings.ToLower(f.Text))+"%")
	}
	either("page = 1", f.Page)
	either("exposure = 1", f.Exposure)
	either("silenced_until > ?", f.Silenced, now.UnixMicro())
	either("late = 1", f.Late)
	if f.After.ID != "" {
		add("(last_seen < ? OR last_seen = ? AND id > ?)", f.After.LastSeen.UnixMicro(), f.After.LastSeen.UnixMicro(), f.After.ID)
	}
	return strings.Join(parts, " AND "), args
}

func escapeLike(text string) string {
	return strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(text)
}

// List hands the chosen alerts to fn, those seen last first, until it fails.
func (s *Store) List(ctx context.Context, f Filter, fn func(Alert) error) error {
	now := s.cfg.Now()
	where, args := f.where(now)
	query := `SELECT ` + rowColumns + ` FROM alerts WHERE ` + where + ` ORDER BY last_seen DESC, id`
	if f.Limit > 0 {
		query += ` LIMIT ?`
		args = append(args, f.Limit)
	}
	err := s.db.View(ctx, func(tx *state.Tx) error {
		return tx.Each(query, args, func(scan func(...any) error) error {
			r, err := scanRow(scan)
			if err != nil {
				return err
			}
			return fn(r.shown(now))
		})
	})
	if err != nil {
		return fmt.Errorf("list alerts: %w", err)
	}
	return nil
}

// Counts are numbers of alerts.
type Counts struct {
	Total, Pages, Exposure, Silenced int
	ByStatus                         map[Status]int
	BySeverity                       map[finding.Severity]int
	ByFamily                         map[finding.Family]int
}

// Group is how many alerts have these in common.
type Group struct {
	Status                   Status
	Severity                 finding.Severity
	Family                   finding.Family
	Page, Exposure, Silenced bool
	Alerts                   int
}

// Groups counts the chosen alerts by what they have in common.
func (s *Store) Groups(ctx context.Context, f Filter) (list []Group, err error) {
	now := s.cfg.Now()
	where, args := f.where(now)
	err = s.db.View(ctx, func(tx *state.Tx) error {
		list = nil
		return tx.Each(`SELECT status, severity, family, page, exposure, silenced_until > ?, COUNT(*) FROM alerts WHERE `+where+`
			GROUP BY 1, 2, 3, 4, 5, 6`, append([]any{now.UnixMicro()}, args...), func(scan func(...any) error) error {
			var g Group
			err := scan(&g.Status, &g.Severity, &g.Family, &g.Page, &g.Exposure, &g.Silenced, &g.Alerts)
			list = append(list, g)
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("count alerts: %w", err)
	}
	return list, nil
}

// Count counts the chosen alerts.
func (s *Store) Count(ctx context.Context, f Filter) (Counts, error) {
	list, err := s.Groups(ctx, f)
	return CountOf(list), err
}

// CountOf adds up groups.
func CountOf(list []Group) Counts {
	c := Counts{ByStatus: map[Status]int{}, BySeverity: map[finding.Severity]int{}, ByFamily: map[finding.Family]int{}}
	for _, g := range list {
		n := g.Alerts
		c.Total += n
		c.ByStatus[g.Status] += n
		c.BySeverity[g.Severity] += n
		c.ByFamily[g.Family] += n
		for _, flag := range []struct {
			set bool
			to  *int
		}{{g.Page, &c.Pages}, {g.Exposure, &c.Exposure}, {g.Silenced, &c.Silenced}} {
			if flag.set {
				*flag.to += n
			}
		}
	}
	return c
}

// Note is something that a person wrote down about an alert.
type Note struct {
	At   time.Time `json:"at"`
	Who  string    `json:"who"`
	Text string    `json:"text"`
}

// Detail is an alert with all that is known of it.
type Detail struct {
	Alert
	StatusAt time.Time
	StatusBy string
	Findings []finding.Finding // that it is made of, in event time; of an incident, all that it joins
	Incident string            // id of the incident that it is part of, "" when of none
	Notes    []Note
}

// Get returns an alert by its id, or by the beginning of it.
func (s *Store) Get(ctx context.Context, id string) (d Detail, err error) {
	err = s.db.View(ctx, func(tx *state.Tx) error {
		r, err := findRow(tx, id)
		if err != nil {
			return err
		}
		d = Detail{Alert: r.shown(s.cfg.Now()), StatusAt: r.statusAt, StatusBy: r.statusBy}
		where := `alert = ?`
		if r.Family == finding.Incident {
			where = `id IN (SELECT finding FROM incident_findings WHERE incident = ?)`
		}
		if d.Findings, err = selectFindings(tx, where, r.ID); err != nil {
			return err
		}
		err = tx.Each(`SELECT incident FROM incident_findings WHERE finding IN (SELECT id FROM findings WHERE alert = ?) ORDER BY incident LIMIT 1`, []any{r.ID},
			func(scan func(...any) error) error { return scan(&d.Incident) })
		if err != nil {
			return err
		}
		return tx.Each(`SELECT at, who, text FROM alert_notes WHERE alert = ? ORDER BY id`, []any{r.ID}, func(scan func(...any) error) error {
			var n Note
			var at int64
			err := scan(&at, &n.Who, &n.Text)
			n.At = fromMicro(at)
			d.Notes = append(d.Notes, n)
			return err
		})
	})
	return d, err
}
