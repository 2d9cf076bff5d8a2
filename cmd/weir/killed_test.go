package main

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/engine/enginetest"
)

// TestServerKilled: a server is killed with signal 9 while it takes files in and a
// question, an intake or a backup runs beside it. The question ends with an answer or
// says why not, the intake goes on and ends well, the backup is whole or not there; files
// that came meanwhile are not lost, and in the end each record is counted once.
func TestServerKilled(t *testing.T) {
	t.Parallel()
	enginetest.Library(t)
	records, delays := 30_000, []time.Duration{60}
	if os.Getenv("WEIR_SOAK") != "" {
		records, delays = 400_000, []time.Duration{0, 20, 50, 100, 150, 200, 300, 400, 600, 800, 1000, 1500}
	}
	logs := makeFlowLogs(t, records)
	n := len(logs.files)

	// beside starts a server on the first third of the files, puts the second third into
	// its folder, runs a command beside it and kills the server some time after it began;
	// then the last third comes, when nobody looks.
	beside := func(t *testing.T, delay time.Duration, args ...string) (data, watched, out, errs string, code int) {
		t.Helper()
		dir := t.TempDir()
		data, watched = filepath.Join(dir, "data"), filepath.Join(dir, "watched")
		if err := os.Mkdir(watched, 0o700); err != nil {
			t.Fatal(err)
		}
		put(t, watched, logs.files[:n/3]...)
		s := serveWeir(t, data, watched)
		s.records(t, data, func(n int) bool { return n > 0 })
		for i := range args {
			args[i] = strings.ReplaceAll(args[i], "DIR", dir)
		}
		put(t, watched, logs.files[n/3:2*n/3]...)
		a := start(t, data, args...)
		time.Sleep(delay * time.Millisecond) // any moment will do
		kill(s.cmd)
		put(t, watched, logs.files[2*n/3:]...)
		out, errs, code = a.end()
		return data, watched, out, errs, code
	}
	// again starts the server anew, and waits until it has all.
	again := func(t *testing.T, data, watched string) {
		t.Helper()
		s := serveWeir(t, data, watched)
		await(t, "the rest", func() bool { return answers(t, data) == logs.want })
		if status, body := s.get("/readyz"); status != http.StatusOK {
			t.Errorf("/readyz: %d %s", status, body)
		}
		s.stop(t)
		logs.sound(t, data)
	}

	for _, delay := range delays {
		t.Run(fmt.Sprintf("question after %d ms", delay), func(t *testing.T) {
			t.Parallel()
			const some = "(SELECT bytes FROM flows ORDER BY bytes LIMIT 5000)"
			data, watched, out, errs, code := beside(t, delay, "sql", "SELECT count() AS n FROM "+some+" AS a CROSS JOIN "+some+" AS b")
			switch {
			case code == exitDone && strings.Contains(out, "25000000"):
			case code == exitFail && strings.Contains(errs, "weir: ") && out == "":
				t.Log(errs)
			default:
				t.Errorf("exit code %d\n%s%s", code, out, errs)
			}
			again(t, data, watched)
		})
		t.Run(fmt.Sprintf("ingest after %d ms", delay), func(t *testing.T) {
			t.Parallel()
			data, watched, out, errs, code := beside(t, delay, "ingest", logs.dir)
			if code != exitDone {
				t.Errorf("exit code %d\n%s%s", code, out, errs)
			}
			again(t, data, watched)
		})
		t.Run(fmt.Sprintf("backup after %d ms", delay), func(t *testing.T) {
			t.Parallel()
			data, watched, out, errs, code := beside(t, delay, "backup", "DIR/backup.tar")
			backup := filepath.Join(filepath.Dir(data), "backup.tar")
			switch _, err := os.Stat(backup); {
			case code == exitDone && err == nil:
				restored := filepath.Join(t.TempDir(), "restored")
				mustWeir(t, restored, "restore", backup)
				mustWeir(t, restored, "check")
				mustWeir(t, restored, "ingest", watched)
				logs.sound(t, restored)
			case code == exitFail && os.IsNotExist(err) && strings.Contains(errs, "the engine is gone"):
			default:
				t.Errorf("exit code %d, %v\n%s%s", code, err, out, errs)
			}
			for _, left := range []string{filepath.Join(filepath.Dir(data), ".weir-backup-*"), filepath.Join(data, "engine", "backups", "*")} {
				if found, err := filepath.Glob(left); err != nil || len(found) > 0 {
					t.Errorf("left behind: %v, %v", found, err)
				}
			}
			again(t, data, watched)
		})
	}
}
