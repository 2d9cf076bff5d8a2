package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/engine/enginetest"
)

// TestOwnerKilled: a question that is attached to a directory whose owner is killed
// ends with the right answer, as the new owner; or, once rows are out, with an error.
// It is never just short.
func TestOwnerKilled(t *testing.T) {
	lib := enginetest.Library(t)
	cfg := daemon.DefaultGenConfig()
	cfg.Out, cfg.Seed, cfg.Days, cfg.Records, cfg.Cells = filepath.Join(t.TempDir(), "logs"), 2, 2, 150_000, 1
	cfg.End = time.Date(2026, 3, 10, 15, 0, 0, 0, time.UTC)
	if _, err := daemon.GenFlows(t.Context(), cfg, nil); err != nil {
		t.Fatal(err)
	}
	taken := filepath.Join(t.TempDir(), "data")
	if err := take(taken, lib.Path, cfg.Out); err != nil {
		t.Fatal(err)
	}
	for name, value := range map[string]string{"WEIR_DATA": taken, "WEIR_ENGINE": lib.Path} {
		t.Setenv(name, value)
	}
	weir := func(args ...string) string {
		t.Helper()
		out, err := exec.CommandContext(t.Context(), "weir", args...).Output()
		if err != nil {
			t.Fatalf("weir %s: %v", strings.Join(args, " "), err)
		}
		return string(out)
	}
	records := func(t *testing.T, data string) (n int) {
		t.Helper()
		if _, err := fmt.Sscanf(weir("query", "--records", "--agg", "count", "--data", data), `{"count":%d}`, &n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	// owned is a copy of the data in the hands of another process.
	owned := func(t *testing.T) (data string, owner *exec.Cmd) {
		t.Helper()
		dir := t.TempDir()
		data = filepath.Join(dir, "data")
		if err := os.CopyFS(data, os.DirFS(taken)); err != nil {
			t.Fatal(err)
		}
		owner = exec.Command("hold", filepath.Join(dir, "up"))
		owner.Env = append(os.Environ(), "WEIR_DATA="+data)
		if err := owner.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { kill(owner) })
		await(t, "the owner", func() bool { _, err := os.Stat(filepath.Join(dir, "up")); return err == nil })
		return data, owner
	}

	t.Run("aggregate", func(t *testing.T) {
		// So slow that it is under way for long enough to be met.
		const some = "(SELECT bytes FROM flows ORDER BY bytes LIMIT 20000)"
		args := []string{"sql", "SELECT count() AS n, sum(bitXor(a.bytes, b.bytes) % 1000) AS mixed FROM " + some + " AS a CROSS JOIN " + some + " AS b"}
		want := weir(args...)
		data, owner := owned(t)
		conn, err := engine.DialSocket(engine.SocketPath(filepath.Join(data, "engine")))
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		ask := start(t, data, args...)
		await(t, "the question", func() bool { return runs(t, conn, "bitXor") })
		kill(owner)
		got, errs, code := ask.end()
		if code != exitDone || got != want {
			t.Errorf("exit code %d, %q, want %q\n%s", code, got, want, errs)
		}
	})

	// Rows are out and more are to come: far more than fits between the processes.
	for _, args := range [][]string{{"query", "*", "--limit", "0"}, {"sql", "SELECT * FROM flows"}} {
		t.Run("stream of "+args[0], func(t *testing.T) {
			data, owner := owned(t)
			ask := start(t, data, args...)
			if _, err := ask.out.ReadString('\n'); err != nil {
				t.Fatal(err)
			}
			kill(owner)
			rest, errs, code := ask.end()
			if code != exitFail || !strings.Contains(errs, "the engine is gone") {
				t.Errorf("exit code %d, want %d\n%s", code, exitFail, errs)
			}
			if got, all := strings.Count(rest, "\n")+1, records(t, data); got >= all {
				t.Errorf("%d of %d rows came: nothing was cut off", got, all)
			}
		})
	}

	// At whatever moment, from before it attaches to after it has answered.
	args := []string{"query", "--by", "action", "--agg", "count,sum(bytes)", "--order", "action"}
	want := weir(args...)
	for _, delay := range []time.Duration{0, 10, 20, 40, 60, 100} {
		t.Run(fmt.Sprintf("after %d ms", delay), func(t *testing.T) {
			data, owner := owned(t)
			ask := start(t, data, args...)
			time.Sleep(delay * time.Millisecond)
			kill(owner)
			if got, errs, code := ask.end(); code != exitDone || got != want {
				t.Errorf("exit code %d, %q, want %q\n%s", code, got, want, errs)
			}
		})
	}
}

// kill kills a process with signal 9 and waits until it is gone.
func kill(cmd *exec.Cmd) {
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
}

// await waits until something is so.
func await(t *testing.T, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); !is(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%s does not come up", what)
		}
	}
}

// runs reports whether a statement with the word in it is under way.
func runs(t *testing.T, conn *engine.Conn, word string) bool {
	t.Helper()
	var n proto.ColUInt64
	_, err := conn.Select(t.Context(), "SELECT count() AS n FROM system.processes WHERE position(query, {word:String}) > 0 AND position(query, 'system.processes') = 0",
		engine.Options{Params: map[string]string{"word": word}}, proto.Results{{Name: "n", Data: &n}}, func(int) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	return len(n) > 0 && n[0] > 0
}

// asking is a weir command under way.
type asking struct {
	t    *testing.T
	cmd  *exec.Cmd
	out  *bufio.Reader
	errs bytes.Buffer
}

func start(t *testing.T, data string, args ...string) *asking {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	a := &asking{t: t, cmd: exec.CommandContext(ctx, "weir", args...)}
	a.cmd.Env = append(os.Environ(), "WEIR_DATA="+data)
	a.cmd.Stderr = &a.errs
	out, err := a.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	a.out = bufio.NewReader(out)
	if err := a.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return a
}

// end reads the rest of the output and waits for the end.
func (a *asking) end() (out, errs string, code int) {
	a.t.Helper()
	rest, err := io.ReadAll(a.out)
	if err != nil {
		a.t.Fatal(err)
	}
	err = a.cmd.Wait()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		a.t.Fatal(err)
	}
	return string(rest), a.errs.String(), a.cmd.ProcessState.ExitCode()
}
