package store

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ClickHouse/ch-go/proto"
	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/filter/filtertest"
	"github.com/weir-flow/weir/internal/record"
)

// TestFilterSQLEqualsMatcher: whatever the filter and whatever the records lack,
// the store gives the records that the matcher gives. WEIR_FILTER_ROUNDS makes
// it longer.
func TestFilterSQLEqualsMatcher(t *testing.T) {
	t.Parallel()
	rounds := 6
	if n, err := strconv.Atoi(os.Getenv("WEIR_FILTER_ROUNDS")); err == nil {
		rounds = n
	}
	now := time.Date(2026, 1, 2, 11, 0, 0, 0, time.UTC)
	s := newStore(t, Config{})
	compared, split := 0, 0
	for round := range rounds {
		rng := rand.New(rand.NewPCG(uint64(round), 7))
		batch := filtertest.Records(rng, 120)
		if _, err := s.conn.Exec(t.Context(), "TRUNCATE TABLE "+quote(s.Database())+".flows", engine.Options{}); err != nil {
			t.Fatal(err)
		}
		if err := s.Writer(batch.Registry).Write(t.Context(), fmt.Sprint("round", round), []*record.Batch{batch}, nil, nil); err != nil {
			t.Fatal(err)
		}
		for range 60 {
			text := filtertest.Filter(rng)
			bound, err := filter.Compile(text, filter.Options{Now: now})
			if err != nil {
				continue
			}
			want := []uint32{}
			for row := range bound.Matcher().Match(batch).Rows() {
				want = append(want, uint32(row))
			}
			got, sql, err := selectRows(t.Context(), s, bound)
			if err != nil {
				t.Fatalf("round %d: %s\n%s\n%v", round, text, sql.Where, err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("round %d: %s\nmeans %s\n%s\n%v\n(-matcher +store) %s", round, text, bound, sql.Where, sql.Params, diff)
			}
			compared++
			if len(want) > 0 && len(want) < batch.Len() {
				split++
			}
		}
	}
	t.Logf("%d filters compared, %d of them split the records", compared, split)
}

// selectRows returns the numbers of the records that pass, which their
// nanoseconds carry.
func selectRows(ctx context.Context, s *Store, b *filter.Bound) ([]uint32, filter.SQL, error) {
	sql := b.SQL(filter.Schema{Database: s.Database()}, "p")
	params := map[string]string{}
	for _, p := range sql.Params {
		params[p.Name] = p.Value
	}
	rows := []uint32{}
	var ns proto.ColUInt32
	_, err := s.conn.Select(ctx, "SELECT start_ns FROM "+quote(s.Database())+".flows WHERE "+sql.Where,
		engine.Options{Params: params}, proto.Results{{Name: "start_ns", Data: &ns}}, func(int) error {
			rows = append(rows, ns...)
			return nil
		})
	slices.Sort(rows)
	return rows, sql, err
}

// TestFilterLimits: the largest filters that the language allows are not too
// large for the engine.
func TestFilterLimits(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{})
	many := func(n int, f func(i int) string) string {
		terms := make([]string, n)
		for i := range terms {
			terms[i] = f(i)
		}
		return strings.Join(terms, " ")
	}
	deep := "dstport:1"
	for i := range filter.MaxDepth {
		deep = "(" + deep + []string{" AND ", " OR "}[i%2] + fmt.Sprintf("bytes:%d)", i)
	}
	for name, text := range map[string]string{
		"values":    "app:(" + many(filter.MaxValues, func(i int) string { return fmt.Sprint("app-", i) }) + ")",
		"addresses": "addr:(" + many(4000, func(i int) string { return fmt.Sprintf("10.%d.%d.1", i/200, i%200) }) + ")",
		"networks":  "addr:(" + many(filter.MaxConditions/2, func(i int) string { return fmt.Sprintf("10.%d.%d.0/24", i/100, 2*i%200) }) + ")",
		"terms":     many(filter.MaxConditions/3, func(i int) string { return fmt.Sprintf("(client:10.%d.0.0/16 OR bytes:%d)", i%256, i) }),
		"times":     "start:(" + many(filter.MaxConditions/4, func(i int) string { return fmt.Sprintf("2026-01-02T10:00:00.%dZ", 1000+2*i) }) + ")",
		"words":     many(filter.MaxPatterns, func(i int) string { return fmt.Sprint("word", i) }),
		"patterns":  "addr:(" + many(filter.MaxPatterns, func(i int) string { return fmt.Sprint("10.", i, ".*.1") }) + ")",
		"depth":     deep,
	} {
		bound, err := filter.Compile(text, filter.Options{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, _, err := selectRows(t.Context(), s, bound); err != nil {
			t.Errorf("%s: %.300s", name, err)
		}
	}
}

// TestFilterColumns: the expressions that SQL reads fields by give what is in
// the batch, for every field of the catalogue.
func TestFilterColumns(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{})
	schema := filter.Schema{Database: s.Database()}
	for round := range 4 {
		rng := rand.New(rand.NewPCG(uint64(round), 8))
		batch := filtertest.Records(rng, 300)
		if _, err := s.conn.Exec(t.Context(), "TRUNCATE TABLE "+quote(s.Database())+".flows", engine.Options{}); err != nil {
			t.Fatal(err)
		}
		w := s.Writer(batch.Registry)
		if err := w.Write(t.Context(), fmt.Sprint("round", round), []*record.Batch{batch}, nil, nil); err != nil {
			t.Fatal(err)
		}
		if err := w.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
		for _, f := range record.Fields() {
			e := schema.Column(f.ID)
			if e.Value == "" {
				continue
			}
			got, err := readColumn(t.Context(), s, e)
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			for row := range batch.Len() {
				v, present := filtertest.Read(batch, row, f.ID)
				want := "absent"
				switch {
				case present && f.Type == record.TypeTime:
					want = fmt.Sprint(time.Unix(0, int64(v.Number)).UTC().Format(time.RFC3339), " ", v.Number)
				case present:
					want = v.Text
				}
				if present && f.Place != record.PlaceRow && f.Type != record.TypeText && v.Number == math.MaxUint64 {
					want = "absent" // text where a number should be
				}
				if got[row] != want {
					t.Fatalf("round %d: %s of row %d is %q, want %q\n%+v", round, f.Name, row, got[row], want, e)
				}
			}
		}
	}
}

// readColumn reads an expression in every record, in the order of the batch.
func readColumn(ctx context.Context, s *Store, e filter.Expr) (map[int]string, error) {
	present, text := e.Present, e.Text
	if present == "" {
		present = "1"
	}
	if e.Nanos != "" {
		text = "concat(" + text + ", ' ', toString(" + e.Nanos + "))"
	}
	typ := "throwIf(toTypeName(" + e.Value + ") NOT LIKE '" + strings.ReplaceAll(e.Type, "'", `\'`) + "%')"
	var ns proto.ColUInt32
	var values proto.ColStr
	out := map[int]string{}
	_, err := s.conn.Select(ctx, "SELECT start_ns, if("+present+", "+text+", 'absent') AS v FROM "+quote(s.Database())+".flows WHERE "+typ+" = 0",
		engine.Options{}, proto.Results{{Name: "start_ns", Data: &ns}, {Name: "v", Data: &values}}, func(n int) error {
			for i := range n {
				out[int(ns[i])] = values.Row(i)
			}
			return nil
		})
	return out, err
}
