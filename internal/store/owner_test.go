package store

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/record"
)

// TestClaim: of several that claim a store at once one wins, and all hear who.
func TestClaim(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{})
	if o, err := s.Owner(t.Context()); err != nil || o != (Owner{}) {
		t.Fatalf("owner of a new store: %+v, %v", o, err)
	}
	got := make([]Owner, 6)
	var wg sync.WaitGroup
	for i := range got {
		wg.Go(func() {
			var err error
			if got[i], err = s.Claim(t.Context(), Owner{ID: strings.Repeat("x", i+1), Place: `it's C:\weir`}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	for _, o := range got {
		if o != got[0] || o.ID == "" || o.Place != `it's C:\weir` {
			t.Errorf("owners %+v", got)
		}
	}
}

// TestOwn: a store that is another's is not changed, in no way.
func TestOwn(t *testing.T) {
	t.Parallel()
	foreign, asked := errors.New("it is another's"), 0
	verdict := foreign
	s := newStore(t, Config{})
	s.cfg.Own = func(context.Context) error { asked++; return verdict }
	reg := record.NewRegistry()
	batch := randomBatch(reg, rand.New(rand.NewPCG(1, 1)), testDay, 10, true)
	f := func(name string, change func() error) {
		t.Helper()
		if err := change(); !errors.Is(err, foreign) {
			t.Errorf("%s: %v", name, err)
		}
	}
	f("write", func() error { return s.Writer(reg).Write(t.Context(), "t", []*record.Batch{batch}, nil, nil) })
	f("remove", func() error { return s.RemoveParts(t.Context(), []uint32{1}, []Day{testDay}) })
	f("recompute", func() error { return s.RecomputeDay(t.Context(), testDay) })
	f("drop", func() error { return s.DropDays(t.Context(), []Day{testDay}) })
	f("sweep", func() error { return s.Sweep(t.Context(), func(string) bool { return false }) })
	f("restore", func() error { return s.Restore(t.Context(), "nothing.tar") })
	if _, _, err := s.Version(t.Context()); err != nil {
		t.Errorf("reading: %v", err)
	}
	verdict, asked = nil, 0
	for range 3 {
		if err := s.Own(t.Context()); err != nil {
			t.Error(err)
		}
	}
	if asked != 1 {
		t.Errorf("asked %d times after a yes", asked)
	}
}

// TestLoginIsRenewed: dictionaries that hold a password of yesterday get that of
// today, and no error shows it.
func TestLoginIsRenewed(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{})
	for g := range record.NumGroups {
		stale := Open(s.conn, Config{Database: s.Database(), User: "hunter", Password: "of yesterday"}, s.log)
		if _, err := s.conn.Exec(t.Context(), stale.dictionaryDDL("CREATE OR REPLACE DICTIONARY", g), s.bare(nil)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.reloadAll(t.Context()); !engine.IsAuth(err) {
		t.Fatalf("with the old login: %v", err)
	}
	s.cfg.User = "default" // the embedded engine's only one, which has no password
	if err := s.Wake(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := s.reloadAll(t.Context()); err != nil {
		t.Error(err)
	}
}
