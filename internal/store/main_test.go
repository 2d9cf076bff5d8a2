package store

import (
	"context"
	"log/slog"
	"testing"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/engine/enginetest"
)

func TestMain(m *testing.M) { enginetest.Main(m) }

// newStore returns a store in a database of the test's own.
func newStore(t testing.TB, cfg Config) *Store {
	t.Helper()
	return storeOn(t, enginetest.Shared(t).Conn(), cfg)
}

func storeOn(t testing.TB, conn *engine.Conn, cfg Config) *Store {
	t.Helper()
	if cfg.Database == "" {
		cfg.Database = "test_" + randomName()
	}
	s := Open(conn, cfg, newLog())
	if err := s.Migrate(context.Background()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for _, db := range []string{s.ViewDatabase(), s.Database()} {
			if _, err := conn.Exec(context.Background(), "DROP DATABASE IF EXISTS "+quote(db), engine.Options{}); err != nil {
				t.Error(err)
			}
		}
	})
	return s
}

// count runs a query for one number, named c0.
func count(t testing.TB, s *Store, sql string) uint64 {
	t.Helper()
	rows, err := s.numbersOf(context.Background(), "count", sql, 1)
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return rows[0][0]
}

func newLog() *slog.Logger { return slog.New(slog.DiscardHandler) }
