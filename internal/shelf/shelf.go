// Package shelf keeps what people put aside for later by name: views of the Explorer
// and boards of charts.
//
// What an entry says is its writer's own: a JSON text that is kept as it came. Who
// changes one names the revision that was seen, so that nobody overwrites what they
// never saw.
package shelf

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/weir-flow/weir/internal/state"
)

// Kind is what an entry is.
type Kind string

// The kinds.
const (
	View  Kind = "view"
	Board Kind = "board"
)

// Bounds of an entry.
const (
	MaxName = 100      // characters
	MaxBody = 64 << 10 // bytes
	MaxKept = 1000     // entries of a kind
)

// Errors of a shelf.
var (
	ErrNone    = errors.New("there is no entry of that name")
	ErrChanged = errors.New("somebody else changed it in the meantime")
	ErrBad     = errors.New("it cannot be kept")
)

// Entry is one thing kept.
type Entry struct {
	Kind     Kind
	Name     string
	Owner    string // who wrote it first
	Body     json.RawMessage
	Revision int64 // from 1
	Changed  time.Time
}

var migrations = []state.Migration{{Name: "views and boards", SQL: `
CREATE TABLE shelf(
	kind       TEXT NOT NULL,
	name       TEXT NOT NULL,
	owner      TEXT NOT NULL,
	body       TEXT NOT NULL,  -- JSON
	revision   <int> NOT NULL,
	changed_at <int> NOT NULL, -- microseconds of Unix time
	PRIMARY KEY (kind, name)
) <clustered>;
`}}

// Store is the shelf of a data directory. It is safe for concurrent use.
type Store struct{ db *state.DB }

// Open returns the shelf and makes its table.
func Open(ctx context.Context, db *state.DB) (*Store, error) {
	if err := db.Migrate(ctx, "shelf", migrations); err != nil {
		return nil, fmt.Errorf("open shelf: %w", err)
	}
	return &Store{db: db}, nil
}

// List returns the entries of a kind by name.
func (s *Store) List(ctx context.Context, kind Kind) (out []Entry, err error) {
	err = s.db.View(ctx, func(tx *state.Tx) error {
		return tx.Each(`SELECT name, owner, body, revision, changed_at FROM shelf WHERE kind = ? ORDER BY name`, []any{string(kind)}, func(scan func(...any) error) error {
			e := Entry{Kind: kind}
			var body string
			var at int64
			if err := scan(&e.Name, &e.Owner, &body, &e.Revision, &at); err != nil {
				return err
			}
			e.Body, e.Changed = json.RawMessage(body), time.UnixMicro(at).UTC()
			out = append(out, e)
			return nil
		})
	})
	return out, err
}

// Get returns an entry, or [ErrNone].
func (s *Store) Get(ctx context.Context, kind Kind, name string) (e Entry, err error) {
	err = s.db.View(ctx, func(tx *state.Tx) (err error) {
		e, err = get(tx, kind, name)
		return err
	})
	return e, err
}

func get(tx *state.Tx, kind Kind, name string) (Entry, error) {
	e := Entry{Kind: kind, Name: name}
	var body string
	var at int64
	err := tx.Row(`SELECT owner, body, revision, changed_at FROM shelf WHERE kind = ? AND name = ?`, []any{string(kind), name}, &e.Owner, &body, &e.Revision, &at)
	if errors.Is(err, sql.ErrNoRows) {
		return e, ErrNone
	}
	e.Body, e.Changed = json.RawMessage(body), time.UnixMicro(at).UTC()
	return e, err
}

// Put keeps an entry. Its Revision is the one that was seen, 0 for a new one; it is
// an [ErrChanged] where that is not what is kept. The entry as kept is returned.
func (s *Store) Put(ctx context.Context, e Entry, now time.Time) (Entry, error) {
	switch {
	case e.Name == "" || utf8.RuneCountInString(e.Name) > MaxName || !utf8.ValidString(e.Name):
		return e, fmt.Errorf("%w: a name has 1 to %d characters", ErrBad, MaxName)
	case len(e.Body) > MaxBody:
		return e, fmt.Errorf("%w: it is larger than %d KB", ErrBad, MaxBody>>10)
	case !json.Valid(e.Body):
		return e, fmt.Errorf("%w: it is no JSON", ErrBad)
	}
	err := s.db.Tx(ctx, func(tx *state.Tx) error {
		old, err := get(tx, e.Kind, e.Name)
		switch {
		case errors.Is(err, ErrNone) && e.Revision == 0:
			var kept int
			if err := tx.Row(`SELECT count(*) FROM shelf WHERE kind = ?`, []any{string(e.Kind)}, &kept); err != nil {
				return err
			}
			if kept >= MaxKept {
				return fmt.Errorf("%w: there are %d already", ErrBad, kept)
			}
		case errors.Is(err, ErrNone):
			return ErrChanged
		case err != nil:
			return err
		case old.Revision != e.Revision:
			return ErrChanged
		default:
			e.Owner = old.Owner
		}
		e.Revision++
		e.Changed = now.UTC().Truncate(time.Microsecond)
		_, err = tx.Exec(`INSERT INTO shelf(kind, name, owner, body, revision, changed_at) VALUES (?, ?, ?, ?, ?, ?)
			ON CONFLICT(kind, name) DO UPDATE SET body = excluded.body, revision = excluded.revision, changed_at = excluded.changed_at`,
			string(e.Kind), e.Name, e.Owner, string(e.Body), e.Revision, e.Changed.UnixMicro())
		return err
	})
	return e, err
}

// Delete removes an entry, or returns [ErrNone].
func (s *Store) Delete(ctx context.Context, kind Kind, name string) error {
	return s.db.Tx(ctx, func(tx *state.Tx) error {
		if _, err := get(tx, kind, name); err != nil {
			return err
		}
		_, err := tx.Exec(`DELETE FROM shelf WHERE kind = ? AND name = ?`, string(kind), name)
		return err
	})
}
