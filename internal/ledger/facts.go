package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/weir-flow/weir/internal/state"
)

// A Fact is something enrichment learned from records, under a key it chose.
// The ledger keeps it and knows nothing of its meaning.
type Fact struct {
	Kind  string // "interface", "subnet", ...
	Key   []byte
	Value []byte
}

// Merge says what becomes of a fact when there is one with its key already:
// several processes learn at once, and none may wipe out what another learned.
// It must not keep or change its arguments.
type Merge func(kind string, key, old, new []byte) []byte

// PutFacts keeps facts, merged with those that are there; a nil merge overwrites.
func (l *Ledger) PutFacts(ctx context.Context, facts []Fact, merge Merge) error {
	if len(facts) == 0 {
		return nil
	}
	err := l.db.Tx(ctx, func(tx *state.Tx) error { return putFacts(tx, facts, merge) })
	if err != nil {
		return fmt.Errorf("keep facts: %w", err)
	}
	return nil
}

func putFacts(tx *state.Tx, facts []Fact, merge Merge) error {
	if len(facts) == 0 {
		return nil
	}
	rev, err := next(tx, "fact", 1)
	if err != nil {
		return err
	}
	put := tx.Dialect().Upsert("facts", []string{"kind", "fact_key"}, []string{"value", "rev"})
	for _, f := range facts {
		value := f.Value
		if merge != nil {
			var old []byte
			err := tx.Row(`SELECT value FROM facts WHERE kind = ? AND fact_key = ?`, []any{f.Kind, notNil(f.Key)}, &old)
			switch {
			case err == nil:
				value = merge(f.Kind, f.Key, old, f.Value)
			case !errors.Is(err, sql.ErrNoRows):
				return err
			}
		}
		if _, err := tx.Exec(put, f.Kind, notNil(f.Key), notNil(value), rev); err != nil {
			return err
		}
	}
	return nil
}

func notNil(b []byte) []byte { // nil would be NULL
	if b == nil {
		return []byte{}
	}
	return b
}

// LoadFacts hands the facts of a kind that were put after revision since (0:
// all) to fn, in the order of their keys, and returns the revision to go on
// from: that is how a process hears what the others learned. Key and value are
// fn's to keep.
func (l *Ledger) LoadFacts(ctx context.Context, kind string, since uint64, fn func(key, value []byte) error) (uint64, error) {
	rev := since
	err := l.db.View(ctx, func(tx *state.Tx) error {
		if err := tx.Row(`SELECT value FROM counters WHERE name = 'fact'`, nil, &rev); err != nil {
			return err
		}
		return tx.Each(`SELECT fact_key, value FROM facts WHERE kind = ? AND rev > ? ORDER BY fact_key`, []any{kind, since},
			func(scan func(...any) error) error {
				var key, value []byte
				if err := scan(&key, &value); err != nil {
					return err
				}
				return fn(key, value)
			})
	})
	if err != nil {
		return since, fmt.Errorf("load facts: %w", err)
	}
	return rev, nil
}
