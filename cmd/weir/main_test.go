package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/source/s3/s3test"
)

func TestMain(m *testing.M) {
	engine.RunIfChild()
	testscript.Main(m, map[string]func(){
		"weir":      main,
		"terminal":  terminal,
		"interrupt": interrupt,
		"hold":      hold,
		"damage":    damage,
	})
}

// TestScripts runs weir as a user types it. A script that needs the engine says
// so with [!engine] skip.
func TestScripts(t *testing.T) {
	lib, err := engine.Find(engine.FindOptions{})
	if err != nil && os.Getenv("WEIR_REQUIRE_ENGINE") == "1" {
		t.Fatal(err)
	}
	f := &fixture{t: t, dir: t.TempDir(), library: lib.Path, servers: map[*testscript.TestScript]*s3test.Server{}}
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			for _, set := range [][2]string{
				{"WEIR_DATA", filepath.Join(e.WorkDir, "data")}, {"WEIR_ENGINE", lib.Path}, {"LANG", "C.UTF-8"},
				{"HOME", e.WorkDir}, {"LOGS", f.logs()}, {"NO_COLOR", ""}, {"TERM", "xterm"}, {"WEIR_STORE_PASSWORD", ""},
			} {
				e.Setenv(set[0], set[1])
			}
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond == "engine" {
				return lib.Path != "", nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":     expectExit,
			"data":      f.copyData,
			"logs":      f.makeLogs,
			"waitfor":   waitFor,
			"bucket":    f.bucket,
			"freeport":  freePort,
			"get":       get,
			"waitout":   waitOut,
			"move":      move,
			"raise":     raise,
			"tokenenv":  setToken,
			"same":      same,
			"alike":     alike,
			"certify":   certify,
			"bearer":    setBearer,
			"revokeall": revokeAll,
		},
		RequireExplicitExec: true,
	})
}

// expectExit is the script command `exits CODE weir ...`.
func expectExit(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	if neg || err != nil || len(args) < 2 {
		ts.Fatalf("usage: exits CODE command...")
	}
	code := 0
	var exit *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &exit):
		code = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if code != want {
		ts.Fatalf("exit code %d, want %d", code, want)
	}
}

// waitFor is the script command `waitfor FILE`.
func waitFor(ts *testscript.TestScript, _ bool, args []string) {
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
			return
		}
	}
	ts.Fatalf("%s does not appear", args[0])
}

// fixture is made once and shared by all scripts: two days of logs, and a data
// directory that they were taken into.
type fixture struct {
	t       *testing.T
	dir     string
	library string

	logsOnce, dataOnce sync.Once
	err                error

	mu      sync.Mutex
	servers map[*testscript.TestScript]*s3test.Server // by script
}

func (f *fixture) logs() string { return filepath.Join(f.dir, "logs") }

// makeLogs is the script command `logs`: afterwards $LOGS is there.
func (f *fixture) makeLogs(ts *testscript.TestScript, _ bool, _ []string) {
	f.logsOnce.Do(func() {
		cfg := daemon.DefaultGenConfig()
		cfg.Out, cfg.Seed, cfg.Days, cfg.Records, cfg.Cells, cfg.Interval = f.logs(), 2, 2, 20_000, 1, 12*time.Hour
		cfg.End = time.Date(2026, 3, 10, 15, 0, 0, 0, time.UTC)
		cfg.Truth = filepath.Join(f.dir, "truth.json")
		_, f.err = daemon.GenFlows(context.Background(), cfg, nil)
	})
	ts.Check(f.err)
}

// copyData is the script command `data`: afterwards $WEIR_DATA holds what is in
// $LOGS.
func (f *fixture) copyData(ts *testscript.TestScript, _ bool, _ []string) {
	f.makeLogs(ts, false, nil)
	data := filepath.Join(f.dir, "data")
	f.dataOnce.Do(func() { f.err = take(data, f.library, f.logs()) })
	ts.Check(f.err)
	ts.Check(os.CopyFS(ts.Getenv("WEIR_DATA"), os.DirFS(data)))
}

func take(data, library, logs string) (err error) {
	ctx := context.Background()
	l, err := daemon.Open(ctx, daemon.Config{Data: data, Library: library, Command: "weir test"})
	if err != nil {
		return err
	}
	defer closeLookup(ctx, l, &err)
	_, err = l.Ingest(ctx, []string{logs}, nil, daemon.IntakeConfig{}, nil)
	return err
}
