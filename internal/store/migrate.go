package store

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/record"
)

// migrations bring the tables from version i+1 to i+2. They only ever grow at the
// end, and each may be run again after it was cut off in the middle. Version 1 is
// the oldest; new tables are made in the newest one.
var migrations = []func(ctx context.Context, s *Store) error{
	addFields,
	orderByVerdict,
	addCoarse,
}

// Version returns the version of the tables in the store, 0 when there are none,
// and the one this program works with.
func (s *Store) Version(ctx context.Context) (have, want int, err error) {
	want = 1 + len(migrations)
	rows, err := s.numbersOf(ctx, "read store version", fmt.Sprintf("SELECT toUInt64(max(version)) AS c0 FROM %s", s.table(tableMeta)), 1)
	if engine.IsUnknownTable(err) {
		return 0, want, nil
	}
	if err != nil {
		return 0, want, err
	}
	return int(rows[0][0]), want, nil
}

// Migrate brings the tables to the version this program works with; it does
// nothing when they are. Only the owner of the data may call it. [ErrNewer] when
// they are ahead of it.
func (s *Store) Migrate(ctx context.Context) error {
	have, want, err := s.Version(ctx)
	if err != nil {
		return err
	}
	if have > want {
		return fmt.Errorf("migrate store: %w: its tables have version %d, this weir knows %d", ErrNewer, have, want)
	}
	if have > 0 && have < want {
		if err := s.Own(ctx); err != nil {
			return fmt.Errorf("migrate store: %w", err)
		}
	}
	for v := have; v < want; {
		if v == 0 {
			v, err = want, createTables(ctx, s)
		} else {
			v, err = v+1, migrations[v-1](ctx, s)
		}
		if err == nil && v == want {
			err = s.createViews(ctx) // before the version says that all is done
		}
		if err != nil {
			return fmt.Errorf("migrate store to version %d: %w", v, err)
		}
		if err := s.exec(ctx, "record store version", fmt.Sprintf("INSERT INTO %s (version) VALUES (%d)", s.table(tableMeta), v), syncInsert); err != nil {
			return err
		}
		s.log.Info("store migrated", "version", v)
	}
	return nil
}

// syncInsert makes an insert return only once its rows are stored.
var syncInsert = map[string]string{"async_insert": "0"}

// createTables makes tables of the newest version.
func createTables(ctx context.Context, s *Store) error {
	create := func(ctx context.Context, what, sql string) error {
		_, err := s.conn.Exec(ctx, sql, s.bare(nil))
		return explain("create "+what, err)
	}
	db := s.cfg.Database
	if err := s.createDatabase(ctx, db); err != nil {
		return err
	}
	meta := table{name: tableMeta, order: "version", columns: []column{
		{name: "version", typ: "UInt32"}, {name: "since", typ: "DateTime('UTC') DEFAULT now()"},
	}}
	tables := append(rollTables(), flowsTable(), meta)
	for g := range record.NumGroups {
		tables = append(tables, tupleTable(g))
	}
	// Side by side: a one-shot analysis waits for this, and it is mostly the disk.
	group, ctx := errgroup.WithContext(ctx)
	for _, t := range tables {
		group.Go(func() error { return create(ctx, "table "+t.name, t.ddl(db, t.name)) })
	}
	for g := range record.NumGroups {
		group.Go(func() error {
			return create(ctx, "dictionary "+tupleTables[g], s.dictionaryDDL("CREATE DICTIONARY IF NOT EXISTS", g))
		})
	}
	return group.Wait()
}

// addFields is version 2: it adds the columns of fields that the catalogue has got
// since the tables were made (those of transit gateways and of GCP).
func addFields(ctx context.Context, s *Store) error {
	tables := []table{flowsTable()}
	for g := range record.NumGroups {
		tables = append(tables, tupleTable(g))
	}
	for _, t := range tables {
		var adds []string
		for _, c := range t.columns {
			adds = append(adds, "ADD COLUMN IF NOT EXISTS "+c.ddl())
		}
		// Nothing is rewritten: parts without the column read as its default.
		sql := fmt.Sprintf("ALTER TABLE %s %s", s.table(t.name), strings.Join(adds, ", "))
		if _, err := s.conn.Exec(ctx, sql, s.bare(nil)); err != nil {
			return explain("add columns to table "+t.name, err)
		}
	}
	for g := range record.NumGroups {
		if _, err := s.conn.Exec(ctx, s.dictionaryDDL("CREATE OR REPLACE DICTIONARY", g), s.bare(nil)); err != nil {
			return explain("replace dictionary "+tupleTables[g], err)
		}
	}
	return nil
}

// addCoarse is version 4: it adds roll_coarse, and computes it from the records there are.
// Roll_public pays for it with its packets, which nothing asks for.
func addCoarse(ctx context.Context, s *Store) error {
	for _, t := range rollTables() {
		if t.name != tableCoarse {
			continue
		}
		if err := s.exec(ctx, "create table "+t.name, t.ddl(s.cfg.Database, t.name), nil); err != nil {
			return err
		}
	}
	if err := s.exec(ctx, "alter table "+tablePublic, fmt.Sprintf("ALTER TABLE %s DROP COLUMN IF EXISTS packets", s.table(tablePublic)), nil); err != nil {
		return err
	}
	all, err := s.Usage(ctx)
	if err != nil {
		return err
	}
	for _, u := range all {
		if !u.raw() {
			continue
		}
		if err := s.recomputeSome(ctx, u.Day, []rollup{coarseRollup}); err != nil {
			return err
		}
		s.log.Info("records rolled up", "table", tableCoarse, "day", u.Day)
	}
	return nil
}

// createDatabase makes a database. The user of a server may have no right to: then
// somebody else has to have made it.
func (s *Store) createDatabase(ctx context.Context, name string) error {
	_, err := s.conn.Exec(ctx, "CREATE DATABASE IF NOT EXISTS "+quote(name), s.bare(nil))
	if engine.IsReadonly(err) {
		if _, missing := s.conn.Exec(ctx, "SELECT 1", engine.Options{Database: name}); missing == nil {
			return nil
		}
	}
	return explain("create database "+name, err)
}
