package query_test

import (
	"context"
	"crypto/rand"
	"log/slog"
	"testing"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/engine/enginetest"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/store"
)

func TestMain(m *testing.M) { enginetest.Main(m) }

// newStore returns an empty store in a database of the test's own.
func newStore(t testing.TB) *store.Store {
	t.Helper()
	conn := enginetest.Shared(t).Conn()
	s := store.Open(conn, store.Config{Database: "test_" + rand.Text()}, slog.New(slog.DiscardHandler))
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for _, db := range []string{s.ViewDatabase(), s.Database()} {
			if _, err := conn.Exec(context.Background(), "DROP DATABASE IF EXISTS "+engine.QuoteName(db), engine.Options{}); err != nil {
				t.Error(err)
			}
		}
	})
	return s
}

// load stores the rows of batches, split by day, with their roll-ups.
func load(t testing.TB, s *store.Store, batches ...*record.Batch) {
	t.Helper()
	for i, b := range batches {
		w, rolls := s.Writer(b.Registry), store.NewRollup(b.Registry)
		byDay := map[store.Day][]int32{}
		for row, ns := range b.Col(record.Start).Time {
			byDay[store.DayOf(ns)] = append(byDay[store.DayOf(ns)], int32(row))
		}
		var days []*record.Batch
		for _, rows := range byDay {
			day := record.NewBatch(b.Kind, b.Registry)
			day.AppendRows(b, rows)
			if err := rolls.Add(day); err != nil {
				t.Fatal(err)
			}
			days = append(days, day)
		}
		if err := w.Write(t.Context(), rand.Text()+string(rune('a'+i)), days, rolls, nil); err != nil {
			t.Fatal(err)
		}
		if err := w.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

func newRunner(t testing.TB, s *store.Store) *query.Runner {
	t.Helper()
	return query.New(s.Conn(), query.Config{Database: s.Database(), Views: s.ViewDatabase()}, slog.New(slog.DiscardHandler))
}

// days lists the days with records.
func days(t testing.TB, s *store.Store) []store.Day {
	t.Helper()
	usage, err := s.Days(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var list []store.Day
	for _, u := range usage {
		list = append(list, u.Day)
	}
	return list
}
