package state

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"
)

// patience is how long a transaction waits for other processes before it
// gives up with [ErrBusy]. The longest one anybody holds is a migration.
const patience = time.Minute

// A Tx is a running transaction. It must not be used after the function it was
// handed to has returned, nor by two goroutines at once.
type Tx struct {
	ctx   context.Context
	tx    *sql.Tx
	d     Dialect
	stmts map[string]*sql.Stmt
}

// Tx runs fn in a write transaction: all of it is kept, and on the disk when
// Tx returns nil, or none of it. When another process is in the way the
// transaction is run again from the start, so fn must do nothing that cannot
// be repeated, and must not call Tx itself, which would wait for its own
// connection. An error of fn rolls back and is returned as it is, joined by
// the sentinel it stands for.
func (db *DB) Tx(ctx context.Context, fn func(*Tx) error) error {
	return db.retry(ctx, func() error { return db.once(ctx, db.write, fn) })
}

// View runs fn in a read transaction, over one unchanging picture of the
// database. Writers are not held up, but the WAL cannot shrink while it runs.
func (db *DB) View(ctx context.Context, fn func(*Tx) error) error {
	return db.retry(ctx, func() error { return db.once(ctx, db.read, fn) })
}

func (db *DB) once(ctx context.Context, pool *sql.DB, fn func(*Tx) error) (err error) {
	stx, err := pool.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	tx := &Tx{ctx: ctx, tx: stx, d: db.dialect, stmts: make(map[string]*sql.Stmt)}
	done := false
	defer func() {
		if !done { // fn failed or panicked
			_ = stx.Rollback()
		}
	}()
	if err := fn(tx); err != nil {
		return err
	}
	if err := stx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	done = true
	return nil
}

// retry runs fn until it succeeds, fails for another reason than [ErrBusy], or
// patience or ctx end.
func (db *DB) retry(ctx context.Context, fn func() error) error {
	deadline := time.Now().Add(patience)
	for wait := time.Millisecond; ; wait = min(2*wait, 100*time.Millisecond) {
		err := fn()
		if err == nil {
			return nil
		}
		kind := db.dialect.Classify(err)
		if kind == nil || errors.Is(err, kind) {
			return err
		}
		if kind != ErrBusy || time.Now().After(deadline) {
			return fmt.Errorf("%w: %w", kind, err)
		}
		// Unequal waits, or two processes would meet again and again.
		select {
		case <-ctx.Done():
			return fmt.Errorf("wait for the state database: %w", ctx.Err())
		case <-time.After(wait + rand.N(wait)):
		}
	}
}

// Dialect is the seam towards the database underneath.
func (tx *Tx) Dialect() Dialect { return tx.d }

// Context is the context the transaction runs under.
func (tx *Tx) Context() context.Context { return tx.ctx }

// prepared keeps every statement compiled until the transaction ends, which
// closes them: intake runs the same few thousands of times.
func (tx *Tx) prepared(query string) (*sql.Stmt, error) {
	if s := tx.stmts[query]; s != nil {
		return s, nil
	}
	s, err := tx.tx.PrepareContext(tx.ctx, tx.d.Rebind(query))
	if err != nil {
		return nil, err
	}
	tx.stmts[query] = s
	return s, nil
}

// Exec runs one statement and returns how many rows it changed.
func (tx *Tx) Exec(query string, args ...any) (int64, error) {
	s, err := tx.prepared(query)
	if err != nil {
		return 0, err
	}
	res, err := s.ExecContext(tx.ctx, args...)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

// Script runs statements that take no arguments, after [Dialect.DDL].
func (tx *Tx) Script(script string) error {
	_, err := tx.tx.ExecContext(tx.ctx, tx.d.DDL(script))
	return err
}

// Row runs a query for one row and scans it. It returns [sql.ErrNoRows] when
// there is none.
func (tx *Tx) Row(query string, args []any, dest ...any) error {
	s, err := tx.prepared(query)
	if err != nil {
		return err
	}
	return s.QueryRowContext(tx.ctx, args...).Scan(dest...)
}

// Each runs a query and hands every row to fn, whose error ends it. fn may run
// further statements of the same transaction, but not the same query.
func (tx *Tx) Each(query string, args []any, fn func(scan func(...any) error) error) error {
	s, err := tx.prepared(query)
	if err != nil {
		return err
	}
	rows, err := s.QueryContext(tx.ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // Err below says what went wrong
	for rows.Next() {
		if err := fn(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}
