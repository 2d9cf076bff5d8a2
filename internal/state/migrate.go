package state

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// ErrNewer is the sentinel of [NewerError].
var ErrNewer = errors.New("state was written by a newer weir")

// NewerError says that a room's tables are of a version this program does not
// know. Nothing was changed.
type NewerError struct {
	Room  string // "ledger"
	Have  int    // version of the tables in the file
	Known int    // newest version this program knows
}

func (e *NewerError) Error() string {
	return fmt.Sprintf("%s tables have version %d, this weir knows up to %d: use the newer weir, or restore a backup made by this one",
		e.Room, e.Have, e.Known)
}

func (e *NewerError) Is(target error) bool { return target == ErrNewer }

// A Migration is one step of a room's tables. Its version is its place in the
// room's list, from 1; a step that was released is never edited, only followed
// by another.
type Migration struct {
	Name string // "objects and batches"
	SQL  string // statements, written for [Dialect.DDL]
}

const versionTable = `CREATE TABLE IF NOT EXISTS migrations(
	room TEXT NOT NULL, version <int> NOT NULL, name TEXT NOT NULL, applied_at <int> NOT NULL,
	PRIMARY KEY (room, version))`

// makeVersions makes the table that counts migrations. It looks first, so that
// opening an existing database takes no write lock.
func (db *DB) makeVersions(ctx context.Context) error {
	if _, err := db.version(ctx, ""); err == nil {
		return nil
	}
	return db.Tx(ctx, func(tx *Tx) error { return tx.Script(versionTable) })
}

// Migrate brings a room's tables up to the last step of the list, in one
// transaction, and does nothing when they are there already. Before it changes
// tables that hold something it leaves a copy of the database beside it, named
// after room and version. It fails with [ErrNewer] when the tables are ahead.
func (db *DB) Migrate(ctx context.Context, room string, steps []Migration) error {
	have, err := db.version(ctx, room)
	if err != nil {
		return fmt.Errorf("migrate %s: %w", room, err)
	}
	switch {
	case have > len(steps):
		return &NewerError{Room: room, Have: have, Known: len(steps)}
	case have == len(steps) && have > 0:
		return nil
	case have > 0:
		backup := fmt.Sprintf("%s.before-%s-%d", db.path, room, have+1)
		if _, err := os.Stat(backup); err != nil {
			if err := db.Backup(ctx, backup); err != nil {
				return fmt.Errorf("migrate %s: %w", room, err)
			}
		}
	}
	err = db.Tx(ctx, func(tx *Tx) error {
		// Again inside the transaction: another process may have been first.
		have, err := roomVersion(tx, room)
		if err != nil {
			return err
		}
		if have > len(steps) {
			return &NewerError{Room: room, Have: have, Known: len(steps)}
		}
		for i := have; i < len(steps); i++ {
			if err := tx.Script(steps[i].SQL); err != nil {
				return fmt.Errorf("step %d (%s): %w", i+1, steps[i].Name, err)
			}
			_, err := tx.Exec(`INSERT INTO migrations(room, version, name, applied_at) VALUES (?, ?, ?, `+db.dialect.Now()+`)`,
				room, i+1, steps[i].Name)
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("migrate %s: %w", room, err)
	}
	return nil
}

// Version is the version of a room's tables, 0 when it has none.
func (db *DB) Version(ctx context.Context, room string) (int, error) {
	v, err := db.version(ctx, room)
	if err != nil {
		return 0, fmt.Errorf("read version of %s: %w", room, err)
	}
	return v, nil
}

func (db *DB) version(ctx context.Context, room string) (v int, err error) {
	err = db.View(ctx, func(tx *Tx) error {
		v, err = roomVersion(tx, room)
		return err
	})
	return v, err
}

func roomVersion(tx *Tx, room string) (v int, err error) {
	err = tx.Row(`SELECT COALESCE(MAX(version), 0) FROM migrations WHERE room = ?`, []any{room}, &v)
	return v, err
}
