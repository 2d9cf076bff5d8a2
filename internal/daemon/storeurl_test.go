package daemon

import (
	"bytes"
	"context"
	"debug/elf"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/fleet"
	"github.com/weir-flow/weir/internal/query"
)

// openURL opens a data directory on a server; log gets all it says.
func openURL(t *testing.T, dir, storeURL string, log *slog.Logger) (*Lookup, error) {
	t.Helper()
	l, err := Open(t.Context(), Config{Data: dir, StoreURL: storeURL, Command: "weir test", Log: log})
	if err == nil {
		t.Cleanup(func() {
			if err := l.Close(context.Background()); err != nil && !errors.Is(err, os.ErrClosed) {
				t.Error(err)
			}
		})
	}
	return l, err
}

func mustOpenURL(t *testing.T, dir, storeURL string) *Lookup {
	t.Helper()
	l, err := openURL(t, dir, storeURL, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// tiny is a fleet of two days in a few files.
func tiny(t *testing.T, seed uint64) (logs string, truth fleet.Truth) {
	t.Helper()
	cfg := small()
	cfg.Seed, cfg.Records = seed, 8_000
	logs = filepath.Join(t.TempDir(), "logs")
	truth, err := fleet.Write(t.Context(), logs, cfg, nil)
	if err != nil {
		t.Fatal(err)
	}
	return logs, truth
}

func ingest(t *testing.T, l *Lookup, logs string, truth fleet.Truth) {
	t.Helper()
	got, err := l.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got.Stored != truth.Records.Total || got.Bad != 0 || len(got.Failures) > 0 {
		t.Errorf("stored %d of %d records, %d bad, failures %v", got.Stored, truth.Records.Total, got.Bad, got.Failures)
	}
}

// noFaults checks that ledger, rows and roll-ups agree.
func noFaults(t *testing.T, l *Lookup) {
	t.Helper()
	if _, err := l.Check(t.Context(), nil, func(f Fault) error { t.Errorf("fault: %+v", f); return nil }); err != nil {
		t.Error(err)
	}
}

// TestServer is everything that a store does, on a server.
func TestServer(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	logs, truth := tiny(t, 1)
	dir := filepath.Join(t.TempDir(), "data")
	l := mustOpenURL(t, dir, s.url("flowdb"))
	if l.Store.Database() != "flowdb" || l.Store.Conn().Embedded() || l.Engine() != nil {
		t.Errorf("database %s, embedded %v", l.Store.Database(), l.Store.Conn().Embedded())
	}
	ingest(t, l, logs, truth)
	verify(t, l, truth)

	t.Run("typed query", func(t *testing.T) {
		var answer query.Table
		meta, err := l.Query().Run(t.Context(), query.Request{
			Filter: "action:REJECT", Aggregates: []query.Aggregate{{Function: query.Count}}, Records: true, Scope: query.Everything(),
		}, &answer)
		if err != nil || len(answer.Rows) != 1 || answer.Rows[0].Uint(0) != uint64(truth.Records.Reject) {
			t.Errorf("%+v, %v, want %d", answer.Rows, err, truth.Records.Reject)
		}
		if meta.Scanned == 0 {
			t.Error("nothing scanned")
		}
	})
	t.Run("guarded SQL", func(t *testing.T) {
		var answer query.Table
		_, err := l.Query().SQL(t.Context(), "SELECT count() AS n FROM vpc_flow_logs WHERE action = 'REJECT';", query.SQLOptions{}, &answer)
		if err != nil || len(answer.Rows) != 1 || answer.Rows[0].Uint(0) != uint64(truth.Records.Reject) {
			t.Errorf("%+v, %v, want %d", answer.Rows, err, truth.Records.Reject)
		}
		_, err = l.Query().SQL(t.Context(), "SELECT count() AS n FROM flows WHERE src_app = 'web'", query.SQLOptions{}, &answer)
		if err != nil || len(answer.Rows) != 1 || answer.Rows[0].Uint(0) == 0 {
			t.Errorf("names: %+v, %v", answer.Rows, err)
		}
		for _, attack := range []string{
			"SELECT 1; DROP TABLE flowdb.flows", "DROP TABLE flowdb.flows", "SELECT * FROM flowdb.flows", "SELECT * FROM system.users",
			"SELECT file('/etc/passwd')", "SELECT arrayMap(file, ['/etc/passwd'])", "SELECT * APPLY(file) FROM (SELECT '/etc/passwd')",
			"SELECT * FROM url('http://127.0.0.1:1/', CSV, 'a String')", "SELECT * FROM remote('127.0.0.1', system, one)",
			"SELECT 1 SETTINGS readonly = 0", "SELECT 1 INTO OUTFILE '/tmp/x'", "SELECT 1 FORMAT Null", "EXPLAIN SELECT 1",
			"INSERT INTO flows VALUES (1)", "SELECT 1 IN system.users", "WITH x AS (SELECT * FROM flowdb.sides) SELECT * FROM x", "SELEC 1", "",
			"SELECT sleep(3)", "SELECT currentUser()", "SELECT dictGet('flowdb.sides_dict', 'app', toUInt64(1))",
		} {
			_, err := l.Query().SQL(t.Context(), attack, query.SQLOptions{}, &query.Table{})
			var mistake *query.StatementError
			if !errors.Is(err, query.ErrRefused) && !errors.As(err, &mistake) {
				t.Errorf("%s: %v", attack, err)
			}
		}
		verify(t, l, truth)
	})
	t.Run("recompute", func(t *testing.T) {
		days, err := l.Store.Days(t.Context())
		if err != nil || len(days) == 0 {
			t.Fatal(days, err)
		}
		onServer(t, s, "TRUNCATE TABLE flowdb.edges")
		var faults []Fault
		if _, err := l.Check(t.Context(), nil, func(f Fault) error { faults = append(faults, f); return nil }); err != nil || len(faults) == 0 {
			t.Fatalf("faults %v, %v", faults, err)
		}
		if _, err := l.Repair(t.Context(), faults, IntakeConfig{}); err != nil {
			t.Fatal(err)
		}
		verify(t, l, truth)
		noFaults(t, l)
	})
	t.Run("backup", func(t *testing.T) {
		_, err := l.Backup(t.Context(), filepath.Join(t.TempDir(), "backup.tar"))
		if !errors.Is(err, ErrServerStore) {
			t.Error(err)
		}
		_, err = Restore(t.Context(), Config{Data: t.TempDir(), StoreURL: s.url("flowdb")}, "nothing.tar")
		if !errors.Is(err, ErrServerStore) {
			t.Error(err)
		}
	})
	t.Run("status", func(t *testing.T) {
		got, err := l.Status(t.Context())
		if err != nil || got.Disk == 0 || got.Records != uint64(truth.Records.Total) || got.Engine.Version == "" {
			t.Errorf("%+v, %v", got, err)
		}
		if strings.Contains(got.StoreURL, "s3cret") || !strings.Contains(got.StoreURL, "hunter") {
			t.Errorf("it shows %s", got.StoreURL)
		}
	})
	t.Run("retention", func(t *testing.T) {
		gone, err := l.Expire(t.Context(), KeepSettings{Days: 1, MinuteDays: 400, HourDays: 400})
		if err != nil || len(gone.Raw) == 0 {
			t.Errorf("%+v, %v", gone, err)
		}
	})
}

// onServer runs a statement past the proxy, as the server's own people could.
func onServer(t *testing.T, s *clickhouse, sql string) {
	t.Helper()
	if _, err := s.engine.Conn().Exec(t.Context(), sql, engine.Options{}); err != nil {
		t.Fatal(err)
	}
}

// TestServerFaults: whatever a server or the network does, every record is stored
// once, and an answer is whole or an error.
func TestServerFaults(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	logs, truth := tiny(t, 2)
	slow := func(w http.ResponseWriter, r *http.Request, forward http.Handler) bool {
		time.Sleep(50 * time.Millisecond)
		forward.ServeHTTP(w, r)
		return true
	}
	faults := []fault{status(500), cutAfter, status(503), cutBefore, cutBody, slow, cutAnswer, cutAfter, status(502), status(429)}
	var mu sync.Mutex
	rng, n, done := rand.New(rand.NewPCG(4, 4)), 0, 0
	met := map[string]int{}
	s.misbehave(func(w http.ResponseWriter, r *http.Request, forward http.Handler) bool {
		mu.Lock()
		n++
		if rng.IntN(40) > 0 {
			mu.Unlock()
			return false
		}
		f := faults[done%len(faults)]
		done++
		words := strings.Fields(statement(r))
		met[strings.Join(words[:min(2, len(words))], " ")]++
		mu.Unlock()
		return f(w, r, forward)
	})
	l := mustOpenURL(t, filepath.Join(t.TempDir(), "data"), s.url("faulty"))
	got, err := l.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{MaxRows: 1000}, nil) // many small batches
	if err != nil || got.Stored != truth.Records.Total || len(got.Failures) > 0 {
		t.Fatalf("%+v, %v", got, err)
	}
	for _, day := range []uint32{20260309, 20260310} { // as when facts come late
		if err := l.Ledger.MarkDirty(t.Context(), "counted", day); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := l.Forget(t.Context(), "1", IntakeConfig{}); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{}, nil); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d requests, %d faults, met by %v", n, done, met)
	s.misbehave(nil)
	verify(t, l, truth)
	noFaults(t, l)

	s.misbehave(func(w http.ResponseWriter, r *http.Request, forward http.Handler) bool {
		if sql := statement(r); !strings.HasPrefix(sql, "SELECT") || strings.Contains(sql, "system.") {
			return false
		}
		return cutAnswer(w, r, forward)
	})
	_, err = l.Query().Run(t.Context(), query.Request{Scope: query.Everything()}, &query.Table{})
	if !errors.Is(err, engine.ErrEngineGone) {
		t.Errorf("a cut answer: %v", err)
	}
	_, err = l.Query().SQL(t.Context(), "SELECT * FROM flows", query.SQLOptions{}, &query.Table{})
	if !errors.Is(err, engine.ErrEngineGone) {
		t.Errorf("a cut answer to SQL: %v", err)
	}
}

// TestServerLogin: the password is kept where it must be, a wrong one is said
// plainly, and a new one reaches the dictionaries.
func TestServerLogin(t *testing.T) {
	s := startServer(t)
	var said bytes.Buffer
	log := slog.New(slog.NewTextHandler(&said, &slog.HandlerOptions{Level: slog.LevelDebug}))
	dir := filepath.Join(t.TempDir(), "data")
	right := s.url("logins")
	bare := strings.Replace(right, right[strings.Index(right, serverUser)+len(serverUser):strings.Index(right, "@")], "", 1)

	t.Setenv(engine.PasswordEnv, "guessed-s3cret")
	_, err := openURL(t, dir, bare, log)
	if !engine.IsAuth(err) || !strings.Contains(err.Error(), serverUser) || strings.Count(err.Error(), "\n") > 0 || Hint(err) == "" {
		t.Errorf("wrong password: %v", err)
	}
	said.WriteString(err.Error())
	t.Setenv(engine.PasswordEnv, serverPassword)
	l, err := openURL(t, dir, bare, log)
	if err != nil {
		t.Fatal(err)
	}
	logs, truth := tiny(t, 3)
	ingest(t, l, logs, truth)

	// The server forgets its caches and has another password: all that the
	// dictionaries know is the old one.
	for _, name := range []string{"contexts", "paths", "sides"} {
		onServer(t, s, "SYSTEM UNLOAD DICTIONARY logins."+name+"_dict")
	}
	for _, name := range []string{"contexts", "paths", "sides"} {
		onServer(t, s, strings.Replace(ddl(t, s, "logins."+name+"_dict"), "USER 'default' PASSWORD '[HIDDEN]'", "USER 'hunter' PASSWORD 'old'", 1))
	}
	l, err = openURL(t, filepath.Join(t.TempDir(), "reader"), bare, log)
	if err != nil {
		t.Fatal(err)
	}
	var answer query.Table
	if _, err := l.Query().SQL(t.Context(), "SELECT count() AS n FROM flows WHERE src_app = 'web'", query.SQLOptions{}, &answer); err != nil || answer.Rows[0].Uint(0) == 0 {
		t.Errorf("names after a new password: %+v, %v", answer.Rows, err)
	}

	if strings.Contains(said.String(), "s3cret") {
		t.Errorf("the log shows a password: %s", said.String())
	}
	if found := grep(t, dir, "s3cret"); found != "" {
		t.Errorf("%s holds the password", found)
	}
}

// TestTwoDirectoriesOneServer: part numbers of two ledgers are the same, so only
// one data directory fills a database. The other may read.
func TestTwoDirectoriesOneServer(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	logs, truth := tiny(t, 4)
	others, _ := tiny(t, 5)
	first := mustOpenURL(t, filepath.Join(t.TempDir(), "first"), s.url("shared"))
	second := mustOpenURL(t, filepath.Join(t.TempDir(), "second"), s.url("shared"))
	ingest(t, first, logs, truth)

	foreign := func(doing string, err error) {
		t.Helper()
		if !errors.Is(err, ErrForeignStore) || !strings.Contains(err.Error(), first.Dir) || Hint(err) == "" {
			t.Errorf("%s: %v", doing, err)
		}
	}
	verify(t, second, truth)
	_, err := second.Ingest(t.Context(), []string{others}, nil, IntakeConfig{}, nil)
	foreign("ingest", err)
	if _, err := second.Expire(t.Context(), KeepSettings{Days: 1}); err == nil {
		t.Error("a stranger dropped days")
	} else {
		foreign("expire", err)
	}
	_, err = second.Check(t.Context(), nil, func(f Fault) error { t.Errorf("fault: %+v", f); return nil })
	foreign("check", err)
	if totals, err := second.Ledger.Totals(t.Context()); err != nil || len(totals.Objects) > 0 {
		t.Errorf("the stranger's ledger has %+v, %v", totals.Objects, err)
	}
	verify(t, first, truth)
	noFaults(t, first)

	// A ledger that tells of one store is not used with another.
	elsewhere := mustOpenURL(t, filepath.Join(t.TempDir(), "unused"), s.url("elsewhere"))
	if err := elsewhere.Store.Own(t.Context()); err != nil {
		t.Errorf("an unused ledger and an unused store: %v", err)
	}
	if err := first.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	moved := mustOpenURL(t, first.Dir, s.url("third"))
	if _, err := moved.Ingest(t.Context(), []string{others}, nil, IntakeConfig{}, nil); !errors.Is(err, ErrOtherStore) || Hint(err) == "" {
		t.Errorf("the ledger of one store with another: %v", err)
	}
}

// TestTwoProcessesRaceForAServer: of two directories that begin at once on a
// database that is nobody's, one gets all of its records in and the other none.
func TestTwoProcessesRaceForAServer(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	var truths [2]fleet.Truth
	var opened [2]*Lookup
	var errs [2]error
	var wg sync.WaitGroup
	for i := range opened {
		logs, truth := tiny(t, uint64(6+i))
		truths[i] = truth
		wg.Go(func() {
			l, err := openURL(t, filepath.Join(t.TempDir(), "data"), s.url("race"), slog.New(slog.DiscardHandler))
			if err != nil {
				t.Error(err)
				return
			}
			opened[i] = l
			_, errs[i] = l.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{}, nil)
		})
	}
	wg.Wait()
	won := 0
	if errs[0] != nil {
		won = 1
	}
	if errs[won] != nil || !errors.Is(errs[1-won], ErrForeignStore) {
		t.Fatalf("one should have won: %v, %v", errs[0], errs[1])
	}
	verify(t, opened[won], truths[won])
	noFaults(t, opened[won])
}

// TestTwoProcessesOneDirectory: the ledger and the day locks of one data directory
// make any number of processes safe on a server.
func TestTwoProcessesOneDirectory(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	logs, truth := tiny(t, 8)
	var halves [2][]string
	n := 0
	err := filepath.WalkDir(logs, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			halves[n%2] = append(halves[n%2], path)
			n++
		}
		return err
	})
	if err != nil || n < 4 {
		t.Fatal(n, err)
	}
	dir := filepath.Join(t.TempDir(), "data")
	opened := [2]*Lookup{mustOpenURL(t, dir, s.url("both")), mustOpenURL(t, dir, s.url("both"))}
	if opened[0].Owner() == opened[1].Owner() {
		t.Error("one is the owner and the other is not")
	}
	var wg sync.WaitGroup
	for i, l := range opened {
		wg.Go(func() {
			if got, err := l.Ingest(t.Context(), halves[i], nil, IntakeConfig{}, nil); err != nil || len(got.Failures) > 0 {
				t.Errorf("%+v, %v", got.Failures, err)
			}
		})
	}
	wg.Wait()
	if _, err := opened[0].Ingest(t.Context(), []string{logs}, nil, IntakeConfig{}, nil); err != nil {
		t.Error(err)
	}
	verify(t, opened[1], truth)
	noFaults(t, opened[0])
}

// TestStatic: the build without the engine is one static file, works with a server,
// and says what it lacks without one.
func TestStatic(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a binary")
	}
	t.Parallel()
	s := startServer(t)
	bin := filepath.Join(t.TempDir(), "weir")
	build := exec.CommandContext(t.Context(), "go", "build", "-tags", "noengine", "-o", bin, "github.com/weir-flow/weir/cmd/weir")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	f, err := elf.Open(bin)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if libs, _ := f.ImportedLibraries(); len(libs) > 0 {
		t.Errorf("it needs %v", libs)
	}
	for _, p := range f.Progs {
		if p.Type == elf.PT_INTERP {
			t.Error("it needs a dynamic loader")
		}
	}

	logs, truth := tiny(t, 9)
	home := t.TempDir()
	weir := func(args ...string) (stdout, stderr string, code int) {
		t.Helper()
		var out, errs bytes.Buffer
		cmd := exec.CommandContext(t.Context(), bin, args...)
		cmd.Env = []string{"HOME=" + home, engine.PasswordEnv + "=" + serverPassword}
		cmd.Stdout, cmd.Stderr = &out, &errs
		if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
			t.Fatal(err)
		}
		return out.String(), errs.String(), cmd.ProcessState.ExitCode()
	}
	at, _ := url.Parse(s.url("static"))
	at.User = url.User(serverUser)
	store := "--store=" + at.String()
	out, errs, code := weir("ingest", logs, store)
	if want := fmt.Sprintf(`"stored":%d,`, truth.Records.Total); code != 0 || !strings.Contains(out, want) {
		t.Errorf("ingest: exit %d, %s%s", code, out, errs)
	}
	out, errs, code = weir("query", "action:REJECT", "--agg", "count", "--records", store)
	if want := fmt.Sprintf("{\"count\":%d}\n", truth.Records.Reject); code != 0 || out != want {
		t.Errorf("query: exit %d, %s%s", code, out, errs)
	}
	out, errs, code = weir("sql", "SELECT count() AS n FROM vpc_flow_logs WHERE action = 'REJECT'", store)
	if want := fmt.Sprintf("{\"n\":%d}\n", truth.Records.Reject); code != 0 || out != want {
		t.Errorf("sql: exit %d, %s%s", code, out, errs)
	}
	for _, args := range [][]string{{"query", "*"}, {"analyze", logs}, {"status"}} {
		_, errs, code := weir(append(args, "--data", filepath.Join(home, "none"))...)
		if code != 1 || !strings.Contains(errs, engine.ErrNoEngine.Error()) || !strings.Contains(errs, "--store https://") {
			t.Errorf("%s: exit %d, %s", args[0], code, errs)
		}
	}
}

// TestOldServers: what is too old, or no version at all, is refused.
func TestOldServers(t *testing.T) {
	f := func(version string, old bool) {
		t.Helper()
		if got := older(version, [2]int{25, 3}); got != old {
			t.Errorf("%q: %v", version, got)
		}
	}
	f("26.7.2.1", false)
	f("25.3.1.2703", false)
	f("25.12.4.5.altinitystable", false)
	f("25.2.9.1", true)
	f("24.8.14.10459.altinitystable", true)
	f("", true)
	f("banana", true)
}
