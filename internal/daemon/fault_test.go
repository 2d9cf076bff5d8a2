package daemon

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/fleet"
	"github.com/weir-flow/weir/internal/ledger"
)

// The child of the fault tests takes a folder in and dies, or kills its engine,
// at a step. Its orders are in the environment.
const (
	faultData    = "WEIR_FAULT_DATA"
	faultLogs    = "WEIR_FAULT_LOGS"    // paths; one intake a line
	faultStep    = "WEIR_FAULT_STEP"    // step:n: at the n-th time of the step
	faultKills   = "WEIR_FAULT_KILLS"   // owner, engine, both
	faultKeep    = "WEIR_FAULT_KEEP"    // set: all days but the last are dropped afterwards
	faultBad     = "WEIR_FAULT_BAD"     // set: objects that cannot be read to their end are no error
	faultAssets  = "WEIR_FAULT_ASSETS"  // a file that says what addresses are
	faultOpening = "WEIR_FAULT_OPENING" // set: the steps of opening count too, of owners that die
)

// faultRows are the most rows of a batch, so that there are several.
const faultRows = 2500

// faultChild is what the re-executed test binary does. It returns the exit code.
func faultChild() int {
	ctx := context.Background()
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	var l *Lookup
	step, nth, _ := strings.Cut(os.Getenv(faultStep), ":")
	var left atomic.Int64
	n, _ := strconv.ParseInt(nth, 10, 64)
	left.Store(n)
	strike := func(name string) {
		if name != step || left.Add(-1) != 0 {
			return
		}
		kills := os.Getenv(faultKills)
		did := kills
		if kills != "owner" {
			if err := syscall.Kill(l.Engine().Pid(), syscall.SIGKILL); err != nil {
				did = err.Error()
			}
		}
		if err := os.WriteFile(struck(os.Getenv(faultData)), []byte(did), 0o600); err != nil {
			panic(err)
		}
		if kills != "engine" {
			syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		}
	}
	atOnce := os.Getenv(faultOpening) != "" // else opening is not among the steps
	var awake atomic.Bool
	l, err := Open(ctx, Config{Data: os.Getenv(faultData), Command: "weir ingest", Log: log, step: func(name string) {
		if atOnce || awake.Load() {
			strike(name)
		}
	}})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	if step == "wait" {
		select {} // until it is killed
	}
	awake.Store(true)
	failed := false
	for line := range strings.Lines(os.Getenv(faultLogs)) {
		done, ingestErr := l.Ingest(ctx, strings.Fields(line), nil, IntakeConfig{Step: strike, Workers: 1, MaxRows: faultRows, Assets: os.Getenv(faultAssets)}, nil)
		if err = ingestErr; err != nil {
			break
		}
		if len(done.Failures) > 0 && os.Getenv(faultBad) == "" {
			fmt.Fprintln(os.Stderr, done.Failures)
			failed = true
		}
	}
	if err == nil && os.Getenv(faultKeep) != "" {
		_, err = l.Expire(ctx, lastDay)
	}
	err = errors.Join(err, l.Close(ctx))
	if err != nil || failed {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// struck is the file that a child leaves when its kill happened.
func struck(data string) string { return data + ".struck" }

// ingestChild runs the child and reports whether it died of its own kill. It fails
// when the kill was not done.
func ingestChild(t *testing.T, data, logs, step, kills string, env ...string) (died bool) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	os.Remove(struck(data))
	cmd := exec.CommandContext(t.Context(), exe)
	cmd.Env = append(os.Environ(), faultData+"="+data, faultLogs+"="+logs, faultStep+"="+step, faultKills+"="+kills)
	cmd.Env = append(cmd.Env, env...)
	out, err := cmd.CombinedOutput()
	if did, readErr := os.ReadFile(struck(data)); readErr != nil || string(did) != kills {
		t.Fatalf("%s %s: the kill did not happen: %q, %v; the child ended with %v\n%s", step, kills, did, readErr, err, out)
	}
	if err == nil {
		return false
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.Sys().(syscall.WaitStatus).Signal() == syscall.SIGKILL {
		return true
	}
	t.Fatalf("%s %s: %v\n%s", step, kills, err, out)
	return false
}

// settled checks that nothing is left over: no batch pending, no day dirty, no
// object half done, and that every part has the rows the ledger says.
func settled(t *testing.T, l *Lookup) {
	t.Helper()
	ctx := t.Context()
	if orphans, err := l.Ledger.Orphans(ctx); err != nil || len(orphans) > 0 {
		t.Errorf("orphans: %v, %v", orphans, err)
	}
	if dirty, err := l.Ledger.DirtyDays(ctx); err != nil || len(dirty) > 0 {
		t.Errorf("dirty days: %v, %v", dirty, err)
	}
	err := l.Ledger.Objects(ctx, ledger.Filter{}, func(o *ledger.Object) error {
		if o.State != ledger.Stored && o.State != ledger.Forgotten {
			t.Errorf("%s is %s", o.Name, o.State)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	seen := map[uint64]bool{}
	days, err := l.Store.Days(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range days {
		if seen[uint64(u.Day)] {
			continue
		}
		seen[uint64(u.Day)] = true
		if differences, err := l.Store.CheckDay(ctx, u.Day); err != nil || len(differences) > 0 {
			t.Errorf("roll-ups of %s differ from its rows: %v, %v", u.Day, differences, err)
		}
		want := map[uint32]uint64{}
		parts, err := l.Ledger.PartsOf(ctx, uint32(u.Day))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range parts {
			want[p.Part] = p.Rows
		}
		var part proto.ColUInt32
		var n proto.ColUInt64
		sql := fmt.Sprintf("SELECT part, count() AS n FROM flows WHERE toYYYYMMDD(start) = %d GROUP BY part", u.Day)
		_, err = l.Store.Select(ctx, sql, engine.Options{}, proto.Results{{Name: "part", Data: &part}, {Name: "n", Data: &n}}, func(rows int) error {
			for i := range rows {
				if want[part[i]] != n[i] {
					t.Errorf("%s: part %d has %d rows, the ledger says %d", u.Day, part[i], n[i], want[part[i]])
				}
				delete(want, part[i])
			}
			return nil
		})
		if err != nil || len(want) > 0 {
			t.Errorf("%s: parts without rows: %v, %v", u.Day, want, err)
		}
	}
}

// faultFleet writes a small fleet, with a file twice under two names, and one file
// in two halves that come first and last: what the second says of its interfaces
// comes late for the first, so the day is computed anew.
func faultFleet(t *testing.T) (logs string, truth fleet.Truth) {
	t.Helper()
	cfg := small()
	cfg.Records = 8_000
	if os.Getenv("WEIR_SOAK") != "" {
		cfg.Records, cfg.Cells = 1_000_000, 12
	}
	return faultFleetOf(t, cfg)
}

func faultFleetOf(t *testing.T, cfg fleet.Config) (logs string, truth fleet.Truth) {
	t.Helper()
	logs = filepath.Join(t.TempDir(), "logs")
	truth, err := fleet.Write(t.Context(), logs, cfg, nil)
	if err != nil {
		t.Fatal(err)
	}
	asLate(t, logs)
	return logs, truth
}

// asLate gives a fleet a file twice, and one whose halves come first and last.
func asLate(t *testing.T, logs string) {
	t.Helper()
	first, err := filepath.Glob(filepath.Join(logs, "AWSLogs/*/*/*/*/*/*/*.gz"))
	if err != nil || len(first) == 0 {
		t.Fatal("no files", err)
	}
	data, err := os.ReadFile(first[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(logs, "again.log.gz"), data, 0o600); err != nil {
		t.Fatal(err)
	}
	halve(t, first[1], filepath.Join(logs, "0"), filepath.Join(logs, "zz"))
}

// halve puts the records of a file into two, interface by interface, in two other
// folders.
func halve(t *testing.T, file string, folders ...string) {
	t.Helper()
	packed, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	z, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	lines := bytes.SplitAfter(text, []byte("\n"))
	column := slices.Index(strings.Fields(string(lines[0])), "interface-id")
	for half, folder := range folders {
		var out bytes.Buffer
		w := gzip.NewWriter(&out)
		w.Write(lines[0])
		for _, line := range lines[1:] {
			if words := bytes.Fields(line); len(words) > column && int(words[column][len(words[column])-1])%2 == half {
				w.Write(line)
			}
		}
		if err := errors.Join(w.Close(), os.MkdirAll(folder, 0o700), os.WriteFile(filepath.Join(folder, filepath.Base(file)), out.Bytes(), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
}

// TestAttachedGoesOn: an intake and a question that are attached to a directory
// whose owner is killed go on, as its owner.
func TestAttachedGoesOn(t *testing.T) {
	t.Parallel()
	needEngine(t)
	logs, truth := faultFleet(t)
	data := filepath.Join(t.TempDir(), "data")
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	owner := exec.CommandContext(t.Context(), exe)
	owner.Env = append(os.Environ(), faultData+"="+data, faultLogs+"="+filepath.Join(logs, "again.log.gz"), faultStep+"=wait")
	if err := owner.Start(); err != nil {
		t.Fatal(err)
	}
	defer owner.Process.Kill()
	deadline := time.Now().Add(20 * time.Second)
	for {
		if _, err := os.Stat(filepath.Join(data, "engine", "engine.sock")); err == nil {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("the owner does not start")
		}
		time.Sleep(10 * time.Millisecond)
	}
	l := open(t, data)
	if l.Owner() {
		t.Fatal("the owner is gone already")
	}
	killed := make(chan struct{})
	go func() {
		defer close(killed)
		time.Sleep(200 * time.Millisecond)
		owner.Process.Kill()
		owner.Wait()
	}()
	got, err := l.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{Workers: 1, MaxRows: faultRows}, nil)
	if err != nil || len(got.Failures) > 0 {
		t.Fatal(err, got.Failures)
	}
	<-killed
	var n proto.ColUInt64
	err = l.Retry(t.Context(), func() error {
		_, err := l.Store.Select(t.Context(), "SELECT count() AS n FROM flows", engine.Options{}, proto.Results{{Name: "n", Data: &n}}, func(int) error { return nil })
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	verify(t, l, truth)
	settled(t, l)
}

// TestTruncated: a gzip file that was cut off is read as far as it goes, and on
// when it comes whole; the order in which files come does not matter.
func TestTruncated(t *testing.T) {
	t.Parallel()
	logs, truth := faultFleet(t)
	l := open(t, filepath.Join(t.TempDir(), "data"))
	files, _ := filepath.Glob(filepath.Join(logs, "AWSLogs/*/*/*/*/*/*/*.gz"))
	cut := files[len(files)/2]
	whole, err := os.ReadFile(cut)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(cut, whole[:len(whole)*2/3], 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range files { // the newest first
		if i%7 == 0 {
			if _, err := l.Ingest(t.Context(), []string{files[len(files)-1-i]}, nil, IntakeConfig{}, nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	got, err := l.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Failures) != 1 {
		t.Errorf("failures %v, want the file that is cut off", got.Failures)
	}
	if err := os.WriteFile(cut, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err = l.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{}, nil); err != nil || len(got.Failures) > 0 {
		t.Fatal(err, got.Failures)
	}
	verify(t, l, truth)
	settled(t, l)
}

// TestTwoAtOnce: two processes that take in the same folder store each record
// once between them, and meet each other's facts.
func TestTwoAtOnce(t *testing.T) {
	t.Parallel()
	logs, truth := faultFleet(t)
	data := filepath.Join(t.TempDir(), "data")
	l := open(t, data)
	halves := make([][]string, 2)
	files, _ := filepath.Glob(filepath.Join(logs, "AWSLogs/*/*/*/*/*/*/*.gz"))
	for i, f := range files {
		halves[i%2] = append(halves[i%2], f)
	}
	other := make(chan error, 1)
	go func() {
		exe, _ := os.Executable()
		cmd := exec.Command(exe)
		cmd.Env = append(os.Environ(), faultData+"="+data, faultLogs+"="+strings.Join(halves[0], " "), faultStep+"=never:1", faultKills+"=owner")
		out, err := cmd.CombinedOutput()
		if err != nil {
			err = fmt.Errorf("%w: %s", err, out)
		}
		other <- err
	}()
	if _, err := l.Ingest(t.Context(), halves[1], nil, IntakeConfig{Workers: 1, MaxRows: faultRows}, nil); err != nil {
		t.Fatal(err)
	}
	if err := <-other; err != nil {
		t.Fatal(err)
	}
	if _, err := l.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{}, nil); err != nil {
		t.Fatal(err)
	}
	verify(t, l, truth)
	settled(t, l)
}
