package query_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/engine/enginetest"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/store"
)

// TestAttacks runs every statement of testdata/attacks against the guard. A file
// holds blocks of a statement and what must become of it:
//
//	=> refused: text    refused with a reason that has the text in it
//	=> mistake: text    not understood by the engine, with the text in it
//	=> bounded          ends within the limits, with an answer or an error
//	=> answers: rows    runs, with these rows
//
// After each the engine must be the same process and answer, and the store and
// the files around it must be as they were.
func TestAttacks(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	load(t, s, tableOf(t, someRecords))
	dir := t.TempDir()
	const secret = "a secret of the machine"
	secretFile, outFile := filepath.Join(dir, "secret"), filepath.Join(dir, "out")
	if err := os.WriteFile(secretFile, []byte(secret), 0o644); err != nil {
		t.Fatal(err)
	}
	replace := strings.NewReplacer("{file}", secretFile, "{out}", outFile, "{tables}", s.Database(), "{views}", s.ViewDatabase())
	files, err := filepath.Glob("testdata/attacks/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no attacks", err)
	}
	r := newRunner(t, s)
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range parseAttacks(t, string(text)) {
			statement := replace.Replace(a.statement)
			at := fmt.Sprintf("%s: %.200q", filepath.Base(name), statement)
			answer, took, err := attack(t, r, statement)
			if why := a.judge(answer, err); why != "" {
				t.Errorf("%s\n\t%s\n\tgot %v %.200s", at, why, err, answer)
			}
			if err != nil && (len(err.Error()) > 500 || strings.Contains(err.Error(), secret)) {
				t.Errorf("%s\n\tthe error says too much: %v", at, err)
			}
			if took > 4*attackLimits.Time {
				t.Logf("%s\n\ttook %s: %v", at, took.Round(10*time.Millisecond), err)
			}
			if took > 15*time.Second {
				t.Errorf("%s\n\tit took %s", at, took)
			}
			if strings.Contains(answer, secret) {
				t.Fatalf("%s\n\tit read the secret", at)
			}
			if _, err := os.Stat(outFile); err == nil {
				t.Fatalf("%s\n\tit wrote a file", at)
			}
			stillFine(t, s, at)
		}
	}
}

var attackLimits = query.Limits{Time: 700 * time.Millisecond, Memory: 300 << 20, ResultRows: 100_000}

func attack(t *testing.T, r *query.Runner, statement string) (string, time.Duration, error) {
	t.Helper()
	var buf bytes.Buffer
	out := query.NewNDJSON(&buf)
	begun := time.Now()
	_, err := r.SQL(t.Context(), statement, query.SQLOptions{Limits: attackLimits}, out)
	took := time.Since(begun)
	out.Flush()
	return buf.String(), took, err
}

// stillFine checks that the engine and the store are what they were.
func stillFine(t *testing.T, s *store.Store, at string) {
	t.Helper()
	pid := enginetest.Shared(t).Pid()
	if err := s.Conn().Ping(t.Context()); err != nil {
		t.Fatalf("%s\n\tengine after it: %v", at, err)
	}
	stream, err := s.Conn().Query(t.Context(), "SELECT count() FROM flows", "TSV", engine.Options{Database: s.Database()})
	if err != nil {
		t.Fatalf("%s\n\tstore after it: %v", at, err)
	}
	defer stream.Close()
	var count bytes.Buffer
	if _, err := count.ReadFrom(stream); err != nil || count.String() != "4\n" {
		t.Fatalf("%s\n\tstore after it: %q %v", at, count.String(), err)
	}
	if firstPid == 0 {
		firstPid = pid
	}
	if pid != firstPid {
		t.Fatalf("%s\n\tthe engine died of it", at)
	}
}

var firstPid int

type attackCase struct {
	statement, outcome, detail string
}

func parseAttacks(t *testing.T, text string) []attackCase {
	t.Helper()
	var list []attackCase
	var statement []string
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		switch outcome, isOutcome := strings.CutPrefix(line, "=> "); {
		case isOutcome:
			a := attackCase{statement: strings.Join(statement, "\n")}
			a.outcome, a.detail, _ = strings.Cut(outcome, ":")
			a.detail = strings.TrimSpace(a.detail)
			if quoted, ok := strings.CutPrefix(a.statement, "go:"); ok {
				var err error
				if a.statement, err = strconv.Unquote(quoted); err != nil {
					t.Fatalf("%s: %v", quoted, err)
				}
			}
			list = append(list, a)
			statement = nil
		case line == "" || len(statement) == 0 && strings.HasPrefix(line, "# "):
		default:
			statement = append(statement, line)
		}
	}
	if len(statement) > 0 {
		t.Fatalf("no outcome for %q", statement)
	}
	return list
}

func (a attackCase) judge(answer string, err error) string {
	var mistake *query.StatementError
	switch a.outcome {
	case "refused":
		if !errors.Is(err, query.ErrRefused) || !strings.Contains(err.Error(), a.detail) {
			return "want it refused: " + a.detail
		}
	case "mistake":
		if !errors.As(err, &mistake) || !strings.Contains(err.Error(), a.detail) {
			return "want a mistake: " + a.detail
		}
	case "answers":
		if err != nil || strings.TrimSpace(answer) != a.detail {
			return "want " + a.detail
		}
	case "bounded":
		if err != nil && !errors.Is(err, query.ErrTimeout) && !errors.Is(err, query.ErrMemory) && !errors.Is(err, query.ErrTooMuch) && !errors.As(err, &mistake) {
			return "want it to run or to end at a limit"
		}
	default:
		return "unknown outcome " + a.outcome
	}
	return ""
}

// TestAttackSizes: statements that are deep, wide or long are refused or
// bounded, and the parser survives them.
func TestAttackSizes(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	load(t, s, tableOf(t, someRecords))
	r := newRunner(t, s)
	nest := func(open, inner, end string, n int) string {
		return strings.Repeat(open, n) + inner + strings.Repeat(end, n)
	}
	for _, statement := range []string{
		"SELECT " + nest("(", "1", ")", 30_000),
		"SELECT " + nest("[", "1", "]", 30_000),
		"SELECT " + nest("-", "1", "", 60_000),
		"SELECT " + nest("NOT ", "1", "", 15_000),
		"SELECT " + nest("abs(", "1", ")", 10_000),
		"SELECT " + nest("if(1,", "1", ",1)", 6_000),
		"SELECT " + nest("(SELECT ", "1", ")", 6_000),
		"SELECT * FROM " + nest("(SELECT * FROM ", "flows", ")", 3_000),
		nest("(", "SELECT 1", ")", 20_000),
		"SELECT 1" + strings.Repeat(" UNION ALL SELECT 1", 3_000),
		"SELECT 1" + strings.Repeat("+1", 30_000),
		"SELECT " + strings.Repeat("CASE WHEN 1 THEN ", 3_500) + "1" + strings.Repeat(" END", 3_500),
		"SELECT 1 IN (" + strings.Repeat("1,", 30_000) + "1)",
		"SELECT " + strings.Repeat("*,", 30_000) + "1 FROM flows",
		"SELECT '" + strings.Repeat("x", 70_000) + "'",
		"SELECT 1" + strings.Repeat(";", 60_000),
		strings.Repeat("/**/", 16_000),
		strings.Repeat("(", 65_000),
		"WITH " + strings.Repeat("1 AS a, ", 5_000) + "1 AS b SELECT b",
		"SELECT * FROM flows" + strings.Repeat(" JOIN flows USING (srcaddr)", 2_000),
		"SELECT x0.a FROM (SELECT 1 AS a) x0" + strings.Repeat(", flows", 5_000),
		"WITH x0 AS (SELECT 1 AS a)" + laugh(20, ", x%[2]d AS (SELECT p.a AS a FROM x%[1]d p, x%[1]d q)") + " SELECT a FROM x20",
		"WITH x0 AS (SELECT * FROM flows)" + laugh(20, ", x%[2]d AS (SELECT * FROM x%[1]d p, x%[1]d q)") + " SELECT * FROM x20",
		"WITH 1 AS a0" + laugh(25, ", a%[1]d + a%[1]d AS a%[2]d") + " SELECT a25",
		nest("SELECT *, * FROM (", "SELECT 1 AS a", ")", 30),
		"SELECT (SELECT count() FROM flows)" + strings.Repeat(" + (SELECT count() FROM flows)", 1500),
	} {
		at := fmt.Sprintf("%.60q", statement)
		_, took, err := attack(t, r, statement)
		var mistake *query.StatementError
		if err != nil && !errors.Is(err, query.ErrRefused) && !errors.As(err, &mistake) &&
			!errors.Is(err, query.ErrTimeout) && !errors.Is(err, query.ErrMemory) && !errors.Is(err, query.ErrTooMuch) {
			t.Errorf("%s\n\t%v", at, err)
		}
		if err != nil && len(err.Error()) > 1000 {
			t.Errorf("%s\n\tthe error is %d bytes long: %.200s", at, len(err.Error()), err)
		}
		if took > 15*time.Second {
			t.Errorf("%s\n\ttook %s", at, took)
		}
		stillFine(t, s, at)
	}
}

// laugh writes n steps of a chain in which each step uses the one before.
func laugh(n int, step string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, step, i, i+1)
	}
	return b.String()
}

// FuzzTokens: whatever the tokenizer takes it gives back, and a second look at
// what it wrote sees the same tokens.
func FuzzTokens(f *testing.F) {
	for _, text := range []string{"SELECT srcAddr, 'a\\'b''c' FROM `x` -- c", "/* a */ 1e5.x\"y\"{p:T}", "a--b\n'c'", "x'41'"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { query.CheckTokens(t, text) })
}
