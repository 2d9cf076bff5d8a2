package store

import (
	"context"
	"fmt"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
)

// Owner says which ledger the part numbers in a store are of. Two ledgers give out
// the same numbers, so the second one's removals would take the first one's rows.
type Owner struct {
	ID    string // random; the ledger keeps it, too
	Place string // host and data directory when the store was claimed, for a person
}

// tableOwner is a view of one constant row. Making a view is the one thing that
// only one of several processes on a server can be first at, without a lock.
const tableOwner = "weir_owner"

// Owner returns whose the store is, the zero Owner when it is nobody's.
func (s *Store) Owner(ctx context.Context) (o Owner, err error) {
	var id, place proto.ColStr
	_, err = s.Select(ctx, "SELECT id, place FROM "+s.table(tableOwner), engine.Options{},
		proto.Results{{Name: "id", Data: &id}, {Name: "place", Data: &place}}, func(rows int) error {
			if rows > 0 {
				o = Owner{id.Row(0), place.Row(0)}
			}
			return nil
		})
	if engine.IsUnknownTable(err) {
		return Owner{}, nil
	}
	return o, explain("read owner of store", err)
}

// Claim gives a store that is nobody's to o. It returns whose the store is then: of
// several that claim it at once, one wins.
func (s *Store) Claim(ctx context.Context, o Owner) (Owner, error) {
	sql := fmt.Sprintf("CREATE VIEW IF NOT EXISTS %s AS SELECT %s AS id, %s AS place", s.table(tableOwner), literal(o.ID), literal(o.Place))
	if err := s.exec(ctx, "claim store", sql, nil); err != nil {
		return Owner{}, err
	}
	return s.Owner(ctx)
}

// Own asks Config.Own whether this process may change the store, unless it has said
// yes before. Everything that changes rows asks first.
func (s *Store) Own(ctx context.Context) error {
	if s.cfg.Own == nil || s.owned.Load() {
		return nil
	}
	if err := s.cfg.Own(ctx); err != nil {
		return err
	}
	s.owned.Store(true)
	return nil
}
