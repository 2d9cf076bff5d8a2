package daemon

import (
	"errors"
	"fmt"
	"testing"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/query"
)

// TestAsk: an answer is begun anew while no row of it is out, and never after: rows
// would come, and be added up, twice.
func TestAsk(t *testing.T) {
	l := &Lookup{cfg: Config{StoreURL: "http://nowhere"}} // no owner's place to take
	gone := fmt.Errorf("query: %w", engine.ErrEngineGone)
	f := func(name string, rowsBefore, wantTries int, want error) {
		t.Helper()
		tries, began, rows := 0, 0, 0
		sink := countingSink{&began, &rows}
		_, err := l.Ask(t.Context(), sink, func(s query.Sink) (query.Meta, error) {
			if tries++; tries > 2 {
				t.Fatalf("%s: asked a third time", name)
			}
			if err := s.Begin(nil); err != nil {
				return query.Meta{}, err
			}
			for range rowsBefore {
				if err := s.Row(query.Row{}); err != nil {
					return query.Meta{}, err
				}
			}
			if tries == 1 {
				return query.Meta{}, gone
			}
			return query.Meta{}, s.Row(query.Row{})
		})
		if tries != wantTries || began != 1 || rows != max(rowsBefore, 1) || !errors.Is(err, want) {
			t.Errorf("%s: asked %d times, begun %d times, %d rows, %v", name, tries, began, rows, err)
		}
	}

	f("gone before the first row", 0, 2, nil)
	f("gone between rows", 2, 1, engine.ErrEngineGone)
}

type countingSink struct{ began, rows *int }

func (s countingSink) Begin([]query.Column) error { *s.began++; return nil }
func (s countingSink) Row(query.Row) error        { *s.rows++; return nil }
