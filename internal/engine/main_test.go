package engine

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
)

func TestMain(m *testing.M) {
	RunIfChild()
	os.Exit(m.Run())
}

// needLibrary finds the engine library or skips; WEIR_REQUIRE_ENGINE=1, as CI sets
// it, turns the skip into a failure.
func needLibrary(t testing.TB) Library {
	t.Helper()
	lib, err := Find(FindOptions{Flag: os.Getenv("WEIR_ENGINE")})
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
		Logger:  slog.New(slog.NewTextHandler(testWriter{t}, &slog.HandlerOptions{Level: slog.LevelDebug})),
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

func (w testWriter) Write(p []byte) (int, error) {
	w.t.Logf("%s", p)
	return len(p), nil
}
