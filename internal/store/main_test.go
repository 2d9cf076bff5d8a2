package store

import (
	"context"
	"log/slog"
	"os"
	"sync"
	"testing"

	"github.com/weir-flow/weir/internal/engine"
)

func TestMain(m *testing.M) {
	engine.RunIfChild()
	code := m.Run()
	if common.engine != nil {
		common.engine.Stop(context.Background())
		os.RemoveAll(common.dir)
	}
	os.Exit(code)
}

// common is the engine of the tests that do not harm theirs.
var common struct {
	once   sync.Once
	dir    string
	engine *engine.Engine
	err    error
}

// startEngine finds the engine library or skips; WEIR_REQUIRE_ENGINE=1, as CI
// sets it, turns the skip into a failure.
func startEngine(t testing.TB, dir string) *engine.Engine {
	t.Helper()
	lib, err := engine.Find(engine.FindOptions{Flag: os.Getenv("WEIR_ENGINE")})
	if err != nil {
		if os.Getenv("WEIR_REQUIRE_ENGINE") == "1" {
			t.Fatal(err)
		}
		t.Skipf("needs the engine: %v", err)
	}
	e, err := engine.Start(context.Background(), engine.Config{
		Library: lib.Path, Dir: dir,
		Logger: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})),
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// newStore returns a store in a database of the test's own.
func newStore(t testing.TB, cfg Config) *Store {
	t.Helper()
	common.once.Do(func() {
		common.dir, common.err = os.MkdirTemp("", "weir-store-")
		if common.err == nil {
			common.engine = startEngine(t, common.dir)
		}
	})
	if common.err != nil {
		t.Fatal(common.err)
	}
	if common.engine == nil {
		t.Skip("needs the engine")
	}
	return storeOn(t, common.engine.Conn(), cfg)
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
