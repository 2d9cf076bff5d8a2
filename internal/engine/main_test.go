package engine

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

func TestMain(m *testing.M) {
	runIfOwner()
	RunIfChild()
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
	engine *Engine
	err    error
}

// commonConn gives a connection to the common engine and a database of the test's own.
func commonConn(t testing.TB) (*Conn, Options) {
	t.Helper()
	lib := needLibrary(t)
	common.once.Do(func() {
		if common.dir, common.err = os.MkdirTemp("", "weir-engine-"); common.err != nil {
			return
		}
		common.engine, common.err = Start(context.Background(), Config{
			Library: lib.Path, Dir: common.dir, Logger: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
		})
	})
	if common.err != nil {
		t.Fatal(common.err)
	}
	c := common.engine.Conn()
	o := Options{Database: "test_" + randomID()}
	mustExec(t, c, "CREATE DATABASE "+o.Database, Options{})
	t.Cleanup(func() { mustExec(t, c, "DROP DATABASE "+o.Database, Options{}) })
	return c, o
}

func mustExec(t testing.TB, c *Conn, sql string, o Options) Summary {
	t.Helper()
	sum, err := c.Exec(context.Background(), sql, o)
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return sum
}

// text runs a query and returns its answer as TSV without the last newline.
func text(t testing.TB, c *Conn, sql string, o Options) string {
	t.Helper()
	got, err := tryText(c, sql, o)
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return got
}

// needLibrary finds the engine library or skips; WEIR_REQUIRE_ENGINE=1, as CI sets
// it, turns the skip into a failure.
func needLibrary(t testing.TB) Library {
	t.Helper()
	lib, err := Find(FindOptions{Flag: os.Getenv("WEIR_ENGINE")})
	if err == nil && !supported {
		err = ErrNoEngine
	}
	if err != nil {
		if os.Getenv("WEIR_REQUIRE_ENGINE") == "1" {
			t.Fatal(err)
		}
		t.Skipf("needs the engine: %v", err)
	}
	return lib
}

// newConfig is for an engine in a folder of its own.
func newConfig(t testing.TB) Config {
	t.Helper()
	lib := needLibrary(t)
	return Config{
		Library: lib.Path,
		Dir:     filepath.Join(t.TempDir(), "e"),
		Logger:  slog.New(slog.NewTextHandler(&testWriter{t: t}, &slog.HandlerOptions{Level: slog.LevelDebug})),
	}
}

func startEngine(t testing.TB, cfg Config) *Engine {
	t.Helper()
	e, err := Start(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Stop(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return e
}

type testWriter struct{ t testing.TB }

func (w *testWriter) Write(p []byte) (int, error) {
	w.t.Logf("%s", p)
	return len(p), nil
}
