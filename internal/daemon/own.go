package daemon

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"github.com/weir-flow/weir/internal/state"
	"github.com/weir-flow/weir/internal/store"
)

// A ledger and a store belong together: the ledger knows which rows are in, by
// numbers that it gives out. Both keep the same random name, so that neither is
// used with another's.
var (
	// ErrForeignStore says that the store is filled from another data directory.
	// It can be read.
	ErrForeignStore = errors.New("the store is filled from another data directory")
	// ErrOtherStore says that the ledger of this directory tells of another store.
	ErrOtherStore = errors.New("the ledger of this data directory tells of another store")
)

// own makes sure that the store is this directory's to change. A store that is
// nobody's becomes this directory's, when claim is set and the ledger tells of no
// other.
func (l *Lookup) own(ctx context.Context, claim bool) error {
	if l.scratch {
		return nil // made for this process, directory and store
	}
	mine, err := l.storeID(ctx)
	if err != nil {
		return err
	}
	owner, err := l.Store.Owner(ctx)
	if err != nil {
		return err
	}
	if owner == (store.Owner{}) {
		// A store without an owner has no rows; a ledger that gave out numbers has.
		last, err := l.Ledger.LastPart(ctx)
		if err != nil {
			return err
		}
		if mine != "" && last > 0 {
			return fmt.Errorf("%w than %s", ErrOtherStore, l.storeName())
		}
		if !claim {
			return nil
		}
		if mine, err = l.nameStore(ctx); err != nil {
			return err
		}
		host, _ := os.Hostname() // for a person; may be empty
		if owner, err = l.Store.Claim(ctx, store.Owner{ID: mine, Place: host + ":" + l.Dir}); err != nil {
			return err
		}
	}
	if owner.ID != mine {
		return fmt.Errorf("%w: %s", ErrForeignStore, owner.Place)
	}
	return nil
}

// storeName is what errors call the store.
func (l *Lookup) storeName() string {
	if l.cfg.StoreURL == "" {
		return "the one in " + l.engineDir()
	}
	return l.conn.String() + "/" + l.Store.Database()
}

// migrations make the tables of the house: for the name of the store, one row at most,
// and for what a watcher tells.
var migrations = []state.Migration{{Name: "store", SQL: `
CREATE TABLE store(
	one  <int> NOT NULL PRIMARY KEY CHECK (one = 1),
	name TEXT NOT NULL
)`},
	// How the sources of a watcher are, for others to see; one row at most.
	{Name: "watching", SQL: `
CREATE TABLE watching(
	one  <int> NOT NULL PRIMARY KEY CHECK (one = 1),
	text TEXT NOT NULL
)`},
	// By which files the last intake was told what addresses are; one row at most.
	{Name: "meaning", SQL: `
CREATE TABLE meaning(
	one  <int> NOT NULL PRIMARY KEY CHECK (one = 1),
	text TEXT NOT NULL
)`}}

// storeID is the name that ledger and store have in common, "" before the first row.
func (l *Lookup) storeID(ctx context.Context) (name string, err error) {
	if err := l.State.Migrate(ctx, "daemon", migrations); err != nil {
		return "", err
	}
	err = l.State.View(ctx, func(tx *state.Tx) error {
		err := tx.Row(`SELECT name FROM store`, nil, &name)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	if err != nil {
		return "", fmt.Errorf("read which store is meant: %w", err)
	}
	return name, nil
}

// nameStore writes a name into the state, unless it has one, and returns it.
func (l *Lookup) nameStore(ctx context.Context) (string, error) {
	err := l.State.Tx(ctx, func(tx *state.Tx) error {
		_, err := tx.Exec(`INSERT INTO store(one, name) VALUES (1, ?) ON CONFLICT DO NOTHING`, rand.Text())
		return err
	})
	if err != nil {
		return "", fmt.Errorf("write which store is meant: %w", err)
	}
	return l.storeID(ctx)
}
