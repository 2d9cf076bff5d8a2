package shelf

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

// TestPut protects what others wrote: nobody overwrites a revision they never saw, and
// what cannot be kept is refused with a reason.
func TestPut(t *testing.T) {
	db, err := state.Open(filepath.Join(t.TempDir(), "state.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	s, err := Open(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Unix(1_800_000_000, 0)
	put := func(name, body string, revision int64, want error) {
		t.Helper()
		_, err := s.Put(t.Context(), Entry{Kind: Board, Name: name, Owner: "local", Body: json.RawMessage(body), Revision: revision}, now)
		if !errors.Is(err, want) {
			t.Errorf("put %.20q at revision %d = %v, want %v", name, revision, err, want)
		}
	}

	put("edge", `{"panels":[]}`, 0, nil)
	put("edge", `{"panels":[1]}`, 0, ErrChanged)
	put("edge", `{"panels":[1]}`, 2, ErrChanged)
	put("edge", `{"panels":[1]}`, 1, nil)
	put("gone", `{}`, 3, ErrChanged)
	put("", `{}`, 0, ErrBad)
	put("broken", `{`, 0, ErrBad)
	put("large", `"`+strings.Repeat("x", MaxBody)+`"`, 0, ErrBad)
	put(strings.Repeat("n", MaxName+1), `{}`, 0, ErrBad)

	e, err := s.Get(t.Context(), Board, "edge")
	if err != nil || string(e.Body) != `{"panels":[1]}` || e.Revision != 2 || e.Owner != "local" {
		t.Errorf("get = %+v, %v", e, err)
	}
	if _, err := s.Get(t.Context(), View, "edge"); !errors.Is(err, ErrNone) {
		t.Errorf("a view of a board's name: %v", err)
	}
	if list, err := s.List(t.Context(), Board); err != nil || len(list) != 1 {
		t.Errorf("list = %v, %v", list, err)
	}
	if err := s.Delete(t.Context(), Board, "edge"); err != nil {
		t.Error(err)
	}
	if err := s.Delete(t.Context(), Board, "edge"); !errors.Is(err, ErrNone) {
		t.Errorf("delete again: %v", err)
	}
}
