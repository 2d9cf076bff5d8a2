package alert

import (
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

// How an alert was resolved.
const (
	endedPerson = "person"
	endedState  = "state"  // what it tells of is over
	endedQuiet  = "quiet"  // nothing was added for long
	endedJoined = "joined" // an incident that has become part of another

	endedWithdrawn = "withdrawn" // late records explain all of it
)

// row is an alert as it is stored.
type row struct {
	Alert
	statusAt  time.Time
	statusBy  string
	ended     string
	announced bool
}

const rowColumns = `body, status, status_at, status_by, ended, verdict, silenced_until, announced`

func scanRow(scan func(...any) error) (r row, err error) {
	var text string
	var at, silenced int64
	if err := scan(&text, &r.Status, &at, &r.statusBy, &r.ended, &r.Verdict, &silenced, &r.announced); err != nil {
		return r, err
	}
	if err := json.Unmarshal([]byte(text), &r.Finding); err != nil {
		return r, err
	}
	r.statusAt, r.SilencedUntil = fromMicro(at), fromMicro(silenced)
	return r, nil
}

func selectRow(tx *state.Tx, id string) (r row, ok bool, err error) {
	r, err = scanRow(func(dest ...any) error {
		return tx.Row(`SELECT `+rowColumns+` FROM alerts WHERE id = ?`, []any{id}, dest...)
	})
	if errors.Is(err, sql.ErrNoRows) {
		return r, false, nil
	}
	return r, err == nil, err
}

func selectRows(tx *state.Tx, where string, args ...any) (list []row, err error) {
	err = tx.Each(`SELECT `+rowColumns+` FROM alerts WHERE `+where+` ORDER BY id`, args, func(scan func(...any) error) error {
		r, err := scanRow(scan)
		list = append(list, r)
		return err
	})
	return list, err
}

// store writes an alert.
func (w *work) store(r row) error {
	_, err := w.tx.Exec(w.tx.Dialect().Upsert("alerts", []string{"id"}, []string{
		"family", "rule", "severity", "page", "exposure", "late", "entity", "first_seen", "last_seen", "status", "status_at", "status_by",
		"ended", "verdict", "silenced_until", "announced", "search", "body",
	}), r.ID, string(r.Family), r.Rule, int(r.Severity), r.Page, r.Exposure, r.Late, r.Entity.String(), r.FirstSeen.UnixMicro(), r.LastSeen.UnixMicro(),
		string(r.Status), r.statusAt.UnixMicro(), r.statusBy, r.ended, string(r.Verdict), toMicro(r.SilencedUntil), r.announced, searchText(r.Alert), body(r.Finding))
	return err
}

func fromMicro(us int64) time.Time {
	if us == 0 {
		return time.Time{}
	}
	return time.UnixMicro(us).UTC()
}

func toMicro(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}
