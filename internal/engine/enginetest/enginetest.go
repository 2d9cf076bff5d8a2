// Package enginetest gives tests an engine: a real one, shared by all tests of a
// package that do not harm it.
package enginetest

import (
	"context"
	"log/slog"
	"os"
	"sync"
	"testing"

	"github.com/weir-flow/weir/internal/engine"
)

// common is the engine that the tests of a package share.
var common struct {
	once   sync.Once
	dir    string
	engine *engine.Engine
	err    error
}

// Main is the body of TestMain: it runs the tests and then ends the shared engine,
// or is the engine, when this process was started as one.
func Main(m *testing.M) {
	engine.RunIfChild()
	code := m.Run()
	if common.engine != nil {
		_ = common.engine.Stop(context.Background()) // its folder goes, however it ends
		_ = os.RemoveAll(common.dir)
	}
	os.Exit(code)
}

// Library finds the engine library or skips; see [Need].
func Library(t testing.TB) engine.Library {
	t.Helper()
	lib, err := engine.Find(engine.FindOptions{Flag: os.Getenv("WEIR_ENGINE")})
	Need(t, err)
	return lib
}

// Need skips a test that cannot have an engine because of err;
// WEIR_REQUIRE_ENGINE=1, as CI sets it, turns the skip into a failure.
func Need(t testing.TB, err error) {
	t.Helper()
	switch {
	case err == nil:
	case os.Getenv("WEIR_REQUIRE_ENGINE") == "1":
		t.Fatal(err)
	default:
		t.Skipf("needs the engine: %v", err)
	}
}

// Start starts an engine in a folder, or skips. The caller stops it.
func Start(t testing.TB, dir string) *engine.Engine {
	t.Helper()
	e, err := start(Library(t), dir)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// Shared returns the engine of all tests, or skips. It needs [Main].
func Shared(t testing.TB) *engine.Engine {
	t.Helper()
	lib := Library(t)
	common.once.Do(func() {
		if common.dir, common.err = os.MkdirTemp("", "weir-test-"); common.err == nil {
			common.engine, common.err = start(lib, common.dir)
		}
	})
	if common.err != nil {
		t.Fatal(common.err)
	}
	return common.engine
}

func start(lib engine.Library, dir string) (*engine.Engine, error) {
	return engine.Start(context.Background(), engine.Config{
		Library: lib.Path, Dir: dir,
		Logger: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})),
	})
}
