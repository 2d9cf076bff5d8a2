package alert

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/state"
)

// Config tunes a [Store]. Its zero value is good.
type Config struct {
	// Changed is told what has happened to alerts, inside the transaction in which
	// it happens: what it writes there is kept if and only if the change is. An
	// error undoes the change. It may be called again for a transaction that has to
	// be repeated.
	Changed func(tx *state.Tx, changes []Change) error
	// Evidence counts the records behind incidents, see replay.FillEvidence. It is
	// called outside of transactions. Without it their evidence stays uncounted.
	Evidence func(ctx context.Context, found []finding.Finding) error
	// DryRun tells whether a rule is only tried: its alerts stay pending and page
	// nobody, nobody is told of them, and they join no incident.
	DryRun func(rule string) bool
	// ResolveAfter ends alerts that were quiet for so long before the newest
	// finding; 0: never.
	ResolveAfter time.Duration
	// KeepNoise is how long before the newest finding the internet's noise and weak
	// findings that became nothing are kept; 0: [DefaultKeepNoise].
	KeepNoise time.Duration
	Incidents IncidentConfig
	Now       func() time.Time // for tests
}

// Store keeps findings and the life of the alerts they make. It is safe for use by
// several goroutines and, on one state database, by several processes.
type Store struct {
	db  *state.DB
	cfg Config

	mu     sync.Mutex
	parsed map[string]parsed // findings that incidents were last made of
}

// parsed is a finding as it is stored, and read: reading takes the longest.
type parsed struct {
	text string
	f    finding.Finding
}

// Open brings the tables up to date and returns the store.
func Open(ctx context.Context, db *state.DB, cfg Config) (*Store, error) {
	if err := db.Migrate(ctx, "alert", migrations); err != nil {
		return nil, fmt.Errorf("open alerts: %w", err)
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.KeepNoise <= 0 {
		cfg.KeepNoise = DefaultKeepNoise
	}
	if cfg.DryRun == nil {
		cfg.DryRun = func(string) bool { return false }
	}
	return &Store{db: db, cfg: cfg}, nil
}

// DefaultKeepNoise is longer than a preview of a silence looks back.
const DefaultKeepNoise = 40 * 24 * time.Hour

// Self is the name that weir acts under by itself, in the audit.
const Self = "weir"

// Kind is what happened to an alert.
type Kind string

// What happens to alerts. An alert fires when it is raised, again after it was
// resolved, and when it gets worse.
const (
	Fired     Kind = "fired"
	WasAcked  Kind = "acknowledged"
	WasSolved Kind = "resolved"
)

// Change is something that happened to an alert that others are to be told of.
// Silenced alerts give none until the silence ends.
type Change struct {
	Kind  Kind
	Alert Alert
	By    string // who did it; [Self] when nobody did
	At    time.Time
}

// Applied says what findings have changed.
type Applied struct {
	New     []Alert // raised
	Grown   []Alert // with larger numbers
	Changes []Change
}

// Apply takes findings in, for good when it returns. It may be given the same
// findings again, with larger numbers or the same, in any order and any portions: what
// is kept in the end depends only on what was given. Incidents are made anew where the
// findings touch them.
func (s *Store) Apply(ctx context.Context, findings ...finding.Finding) (Applied, error) {
	if len(findings) == 0 {
		return Applied{}, nil
	}
	var w *work
	err := s.db.Tx(ctx, func(tx *state.Tx) (err error) {
		if w, err = s.begin(tx); err != nil {
			return err
		}
		if err := w.apply(findings); err != nil {
			return err
		}
		return w.end()
	})
	if err != nil {
		return Applied{}, fmt.Errorf("take in findings: %w", err)
	}
	if len(w.uncounted) > 0 && s.cfg.Evidence != nil {
		if err := s.count(ctx, w.uncounted); err != nil {
			return w.done, err
		}
	}
	return w.done, nil
}

// count fills in how many records stand behind incidents.
func (s *Store) count(ctx context.Context, found []finding.Finding) error {
	if err := s.cfg.Evidence(ctx, found); err != nil {
		return fmt.Errorf("count the evidence of incidents: %w", err)
	}
	err := s.db.Tx(ctx, func(tx *state.Tx) error {
		w, err := s.begin(tx)
		if err != nil {
			return err
		}
		for _, f := range found {
			now, ok, err := selectFinding(tx, f.ID)
			if err != nil {
				return err
			}
			e := now.Evidence
			if !ok || e.Exact || e.Filter != f.Evidence.Filter || e.Missing != nil {
				continue // it has changed meanwhile
			}
			now.Evidence = f.Evidence
			if err := w.put(now); err != nil {
				return err
			}
		}
		if err := w.regroup(); err != nil {
			return err
		}
		return w.end()
	})
	if err != nil {
		return fmt.Errorf("count the evidence of incidents: %w", err)
	}
	return nil
}

// work is one transaction over alerts.
type work struct {
	*Store
	tx       *state.Tx
	now      time.Time
	silences []Silence // in force

	withdrawn map[string][]finding.Finding // by alert
	touched   map[string]bool              // alerts whose findings have changed
	uncounted []finding.Finding
	done      Applied
}

func (s *Store) begin(tx *state.Tx) (*work, error) {
	w := &work{Store: s, tx: tx, now: s.cfg.Now().UTC().Truncate(time.Microsecond), touched: map[string]bool{}}
	var err error
	w.silences, err = selectSilences(tx, w.now)
	return w, err
}

// end hands on what has changed.
func (w *work) end() error {
	if w.cfg.Changed == nil || len(w.done.Changes) == 0 {
		return nil
	}
	return w.cfg.Changed(w.tx, w.done.Changes)
}

func (w *work) apply(findings []finding.Finding) error {
	var from []finding.Finding // what may change incidents
	for _, f := range findings {
		if f.Family == finding.Incident {
			continue // they are made here
		}
		old, known, err := selectFinding(w.tx, f.ID)
		if err != nil {
			return err
		}
		if known && !old.Withdrawn { // what was withdrawn is found anew
			if f.Whole {
				f = f.InPlaceOf(old)
			} else {
				f = finding.Merge(old, f)
			}
			if body(f) == body(old) {
				continue
			}
		}
		if err := w.put(f); err != nil {
			return err
		}
		if !known || old.Withdrawn || !f.Exposure || !old.Exposure {
			from = append(from, f)
		}
	}
	if err := w.regroup(); err != nil {
		return err
	}
	return w.incidents(from)
}

// put stores a finding.
func (w *work) put(f finding.Finding) error {
	id := ID(f)
	w.touched[id] = true
	_, err := w.tx.Exec(w.tx.Dialect().Upsert("findings", []string{"id"},
		[]string{"alert", "rule", "subject", "family", "weak", "exposure", "withdrawn", "first_seen", "last_seen", "body"}),
		f.ID, id, f.Rule, subjectOf(f).String(), string(f.Family), f.Weak, f.Exposure, f.Withdrawn, f.FirstSeen.UnixMicro(), f.LastSeen.UnixMicro(), body(f))
	return err
}

func selectFinding(tx *state.Tx, id string) (f finding.Finding, ok bool, err error) {
	var text string
	err = tx.Row(`SELECT body FROM findings WHERE id = ?`, []any{id}, &text)
	if errors.Is(err, sql.ErrNoRows) {
		return f, false, nil
	}
	if err == nil {
		err = json.Unmarshal([]byte(text), &f)
	}
	return f, err == nil, err
}

func selectFindings(tx *state.Tx, where string, args ...any) (list []finding.Finding, err error) {
	err = tx.Each(`SELECT body FROM findings WHERE `+where+` ORDER BY first_seen, id`, args, func(scan func(...any) error) error {
		var text string
		var f finding.Finding
		if err := scan(&text); err != nil {
			return err
		}
		err := json.Unmarshal([]byte(text), &f)
		list = append(list, f)
		return err
	})
	return list, err
}

// regroup makes the touched alerts anew from their findings.
func (w *work) regroup() error {
	for _, id := range slices.Sorted(maps.Keys(w.touched)) {
		members, err := selectFindings(w.tx, `alert = ?`, id)
		if err != nil {
			return err
		}
		if err := w.raise(id, members); err != nil {
			return err
		}
	}
	clear(w.touched)
	return nil
}

// raise brings an alert up to its findings.
func (w *work) raise(id string, members []finding.Finding) error {
	members = slices.DeleteFunc(members, func(f finding.Finding) bool { return f.Withdrawn })
	a, ok := group(slices.DeleteFunc(slices.Clone(members), func(f finding.Finding) bool { return w.cfg.DryRun(f.Rule) }))
	if !ok { // what rules in dry run find makes an alert only where nothing else does
		if a, ok = group(members); !ok {
			return w.endWithdrawn(id)
		}
		a.Status, a.Page = Pending, false
	}
	var err error
	if a.SilencedUntil, err = w.silencedUntil(id, members); err != nil {
		return err
	}
	old, known, err := selectRow(w.tx, id)
	if err != nil {
		return err
	}
	next := row{Alert: a, statusAt: w.now, statusBy: Self}
	switch {
	case !known:
		if a.Status == Resolved {
			next.ended = endedState
		}
		w.done.New = append(w.done.New, a)
	default:
		next = w.goOn(old, a)
		if body(old.Finding) != body(a.Finding) {
			w.done.Grown = append(w.done.Grown, next.Alert)
		}
	}
	if known && next.Status != old.Status {
		if err := w.record(Self, actionOf(next), id, lifeOf(old), lifeOf(next)); err != nil {
			return err
		}
	}
	if a.Status != Pending {
		w.announce(&next, known && (a.Page && !old.Page || a.Severity > old.Severity), Self)
	}
	if err := w.store(next); err != nil {
		return err
	}
	return w.noteWithdrawn(id)
}

// goOn returns what becomes of an alert whose findings have changed to a. What people
// have said of it holds, but for three things: it ends when the state that it tells
// of does, it fires again when that is back or when it goes on after it was thought
// mended, and one that was acknowledged fires again when it gets worse.
func (w *work) goOn(old row, a Alert) row {
	next := old
	next.Finding, next.SilencedUntil = a.Finding, a.SilencedUntil
	set := func(s Status, how string) {
		next.Status, next.ended, next.statusAt, next.statusBy = s, how, w.now, Self
	}
	switch {
	case a.Status == Resolved && old.Status != Resolved:
		set(Resolved, endedState)
	case a.Status == Resolved:
	case old.Status == Resolved && w.comesBack(old, a):
		set(a.Status, "")
		next.announced = false
	case old.Status == Acknowledged && (a.Page && !old.Page || a.Severity > old.Severity):
		set(Firing, "")
	case old.Status == Pending && a.Status == Firing:
		set(Firing, "")
	}
	return next
}

func (w *work) comesBack(old row, a Alert) bool {
	switch old.ended {
	case endedState, endedJoined, endedWithdrawn:
		return true
	case endedQuiet:
		return a.LastSeen.After(old.LastSeen)
	}
	return old.Verdict != Benign && old.Verdict != FalsePositive && a.LastSeen.After(old.statusAt)
}

// announce notes a change that others are to be told of.
func (w *work) announce(r *row, worse bool, by string) {
	kind := Fired
	switch {
	case r.Status == Firing && !r.SilencedUntil.After(w.now) && (!r.announced || worse):
		r.announced = true
	case r.Status == Resolved && r.announced:
		kind, r.announced = WasSolved, false
	default:
		return
	}
	w.done.Changes = append(w.done.Changes, Change{Kind: kind, Alert: r.Alert, By: by, At: w.now})
}

// Tick does what is due by the clock: alerts whose silence has ended are told of, those
// that were quiet for long enough end, and old noise is forgotten.
func (s *Store) Tick(ctx context.Context) ([]Change, error) {
	var w *work
	err := s.db.Tx(ctx, func(tx *state.Tx) (err error) {
		if w, err = s.begin(tx); err != nil {
			return err
		}
		list, err := selectRows(tx, `status = 'firing' AND announced = 0 AND silenced_until <= ?`, w.now.UnixMicro())
		if err != nil {
			return err
		}
		for _, r := range list {
			w.announce(&r, false, Self)
			if err := w.store(r); err != nil {
				return err
			}
		}
		if err := w.quiet(); err != nil {
			return err
		}
		if err := w.forget(); err != nil {
			return err
		}
		return w.end()
	})
	if err != nil {
		return nil, fmt.Errorf("look after alerts: %w", err)
	}
	return w.done.Changes, nil
}

// quiet ends the alerts that nothing was added to for long enough.
func (w *work) quiet() error {
	if w.cfg.ResolveAfter <= 0 {
		return nil
	}
	list, err := selectRows(w.tx, `status IN ('firing', 'acknowledged') AND last_seen < (SELECT MAX(last_seen) FROM alerts) - ?`, w.cfg.ResolveAfter.Microseconds())
	if err != nil {
		return err
	}
	for _, r := range list {
		was := lifeOf(r)
		r.Status, r.ended, r.statusAt, r.statusBy = Resolved, endedQuiet, w.now, Self
		if err := w.record(Self, actionOf(r), r.ID, was, lifeOf(r)); err != nil {
			return err
		}
		w.announce(&r, false, Self)
		if err := w.store(r); err != nil {
			return err
		}
	}
	return nil
}

// forget drops old noise that nobody has said anything about, and old weak findings
// that became part of nothing. Everything else is kept.
func (w *work) forget() error {
	var newest sql.NullInt64
	if err := w.tx.Row(`SELECT MAX(last_seen) FROM alerts`, nil, &newest); err != nil || !newest.Valid {
		return err
	}
	before := min(newest.Int64, w.now.UnixMicro()) - w.cfg.KeepNoise.Microseconds()
	_, err := w.tx.Exec(`DELETE FROM alerts WHERE last_seen < ? AND exposure = 1 AND verdict = '' AND status IN ('firing', 'pending')
		AND NOT EXISTS (SELECT 1 FROM alert_notes WHERE alert = alerts.id)
		AND NOT EXISTS (SELECT 1 FROM findings JOIN incident_findings ON finding = findings.id WHERE findings.alert = alerts.id)`, before)
	if err != nil {
		return err
	}
	_, err = w.tx.Exec(`DELETE FROM findings WHERE first_seen < ? AND last_seen < ? AND (weak = 1 OR exposure = 1)
		AND NOT EXISTS (SELECT 1 FROM alerts WHERE id = findings.alert)
		AND NOT EXISTS (SELECT 1 FROM incident_findings WHERE finding = findings.id)`, before, before)
	return err
}

// searchText is what a text is looked for in.
func searchText(a Alert) string {
	words := []string{a.ID, a.Rule, string(a.Family), a.Title, a.Why, a.Entity.String()}
	if a.SrcAddr.IsValid() {
		words = append(words, a.SrcAddr.String())
	}
	if a.DstAddr.IsValid() {
		words = append(words, a.DstAddr.String())
	}
	for _, e := range a.Touches {
		words = append(words, e.String())
	}
	return strings.ToLower(strings.Join(words, "\n"))
}
