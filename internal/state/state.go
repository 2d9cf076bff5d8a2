// Package state keeps weir's small transactional state: one SQLite file in the
// data directory that several processes use at once.
//
// It is the connection, the dialect seam, migrations and transactions, and no
// table of its own but the one that counts migrations. Every room that keeps
// state owns its tables and hands its [Migration] list to [DB.Migrate].
//
// The data directory itself is looked after here too: who owns it ([Acquire]),
// which processes live on it ([Register], [Alive]), and which of them may
// touch the rows of a day ([LockDays]). All of it rests on flock, which the
// kernel gives back when a process dies, however it dies.
package state

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Path is where the state file of a data directory is.
func Path(dir string) string { return filepath.Join(dir, "state.db") }

// A DB is an open state database, safe for concurrent use. Within a process
// writers take turns on one connection; readers have their own.
type DB struct {
	path    string
	dialect Dialect
	write   *sql.DB
	read    *sql.DB
}

// Open opens the SQLite file at path and makes it when it is not there,
// readable by this user only. Its directory must exist. It fails with
// [ErrReadOnly], [ErrDamaged], [ErrFull] or [ErrBusy] where one of them is why.
func Open(path string) (*DB, error) { return open(path, SQLite{}) }

// readers is how many reads a process runs at once: enough for a page of the
// web app, few enough that their caches stay small.
const readers = 4

func open(path string, d Dialect) (*DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open state database: %w", err)
	}
	// The file is made here and not by SQLite so that it is never readable by
	// others, not even for a moment; the WAL files take its mode.
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open state database: %w", readOnly(err))
	}
	if err := f.Close(); err != nil {
		return nil, fmt.Errorf("open state database: %w", err)
	}
	db := &DB{path: path, dialect: d}
	if db.write, err = sql.Open("sqlite", sqliteDSN(path, true)); err != nil {
		return nil, fmt.Errorf("open state database %s: %w", path, err)
	}
	if db.read, err = sql.Open("sqlite", sqliteDSN(path, false)); err != nil {
		return nil, errors.Join(fmt.Errorf("open state database %s: %w", path, err), db.write.Close())
	}
	db.write.SetMaxOpenConns(1)
	db.read.SetMaxOpenConns(readers)
	db.read.SetConnMaxIdleTime(time.Minute)

	// Switching a new file to WAL needs it alone for a moment and does not wait
	// for that by itself, so the first connection is retried like a transaction.
	ctx := context.Background()
	err = db.retry(ctx, func() error { return db.write.PingContext(ctx) })
	if err == nil {
		err = db.makeVersions(ctx)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open state database %s: %w", path, err), db.Close())
	}
	return db, nil
}

// Path is the file the database was opened from.
func (db *DB) Path() string { return db.path }

// Dialect is the seam towards the database underneath.
func (db *DB) Dialect() Dialect { return db.dialect }

// Close ends the connections. Running transactions are rolled back.
func (db *DB) Close() error { return errors.Join(db.read.Close(), db.write.Close()) }
