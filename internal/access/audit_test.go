package access

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

// dumpAll is all that the room keeps, as text.
func dumpAll(t *testing.T, s *Store) string {
	t.Helper()
	var b strings.Builder
	for table, columns := range map[string]string{
		"access_users": "name || role || password", "access_sessions": "name || hash", "access_tokens": "id || hash || name || made_by",
		"access_audit": "who || via || token || address || action || object || detail",
	} {
		err := s.db.View(t.Context(), func(tx *state.Tx) error {
			return tx.Each("SELECT "+columns+" FROM "+table, nil, func(scan func(...any) error) error {
				var row string
				err := scan(&row)
				fmt.Fprintln(&b, row)
				return err
			})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// TestAuditIsAppendOnly: the database itself refuses to change what was written.
func TestAuditIsAppendOnly(t *testing.T) {
	s := newStore(t, Config{})
	ctx := Command(t.Context(), "root")
	for i := range 3 {
		if err := s.Record(ctx, "do", fmt.Sprint("thing/", i), map[string]int{"n": i}); err != nil {
			t.Fatal(err)
		}
	}
	before := dumpAll(t, s)
	for _, attack := range []string{
		`UPDATE access_audit SET who = 'other'`,
		`UPDATE access_audit SET seq = 9 WHERE seq = 3`,
		`DELETE FROM access_audit WHERE seq = 2`,
		`DELETE FROM access_audit`,
		`INSERT OR REPLACE INTO access_audit(seq, at, who, via, token, address, action, object, detail) VALUES (2, 0, '', '', '', '', '', '', '')`,
		`INSERT INTO access_audit(seq, at, who, via, token, address, action, object, detail) VALUES (0, 0, '', '', '', '', '', '', '')`,
	} {
		err := s.db.Tx(t.Context(), func(tx *state.Tx) error {
			_, err := tx.Exec(attack)
			return err
		})
		if err == nil || !strings.Contains(err.Error(), "only added") {
			t.Errorf("%s: %v", attack, err)
		}
	}
	if after := dumpAll(t, s); after != before {
		t.Errorf("it was changed:\n%s", after)
	}
}

// TestAuditTells who did what, by which way, and when.
func TestAuditTells(t *testing.T) {
	w := newWorld(t, false)
	ctx := Command(t.Context(), "root")
	tok, text, err := w.store.CreateToken(ctx, "ci", w.clock.now().Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	cookie, csrf := w.login()
	w.seen = func(ctx context.Context) {
		if err := w.store.Record(ctx, "thing.change", "thing/1", map[string]string{"to": "x"}); err != nil {
			t.Error(err)
		}
	}
	w.want(200, "", "POST", "/api/v1/thing", cookie, csrf)
	w.want(200, "", "POST", "/api/v1/thing", "Authorization: Bearer "+text)
	w.want(200, "", "POST", "/api/v1/logout", cookie, csrf)
	if _, err := w.store.Revoke(ctx, tok.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := w.store.Revoke(ctx, tok.ID); err != nil { // nothing happens
		t.Fatal(err)
	}
	entries, next, err := List(t.Context(), []Trail{w.store}, "", 100, EntryFilter{})
	if err != nil || next != "" {
		t.Fatal(next, err)
	}
	var got []string
	for _, e := range slices.Backward(entries) {
		if e.Log != "access" || !e.At.Equal(w.clock.now()) {
			t.Errorf("%+v", e)
		}
		got = append(got, fmt.Sprintf("%s %s %q %s %s %s %s", e.Who, e.Via, e.Token, e.Address, e.Action, e.Object, e.Detail))
	}
	want := []string{
		`root command ""  token.create token/` + tok.ID + ` {"expires":"2026-11-21T11:00:00Z","name":"ci"}`,
		`root command ""  password.set user/admin null`,
		`admin session "" 127.0.0.1 login user/admin null`,
		`admin session "" 127.0.0.1 thing.change thing/1 {"to":"x"}`,
		`token:ci token "` + tok.ID + `" 127.0.0.1 thing.change thing/1 {"to":"x"}`,
		`admin session "" 127.0.0.1 logout user/admin null`,
		`root command ""  token.revoke token/` + tok.ID + ` {"name":"ci"}`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("audit\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	noSecrets(t, w.store, text, goodPassword)
}

// log is another room's audit in memory.
type log []Entry

func (l log) Name() string { return "alert" }

func (l log) Before(_ context.Context, seq int64, limit int, f EntryFilter) (out []Entry, err error) {
	for _, e := range slices.Backward(l) {
		if (seq == 0 || e.Seq < seq) && len(out) < limit && (f.Who == "" || f.Who == e.Who) {
			out = append(out, e)
		}
	}
	return out, nil
}

// TestList protects the paging over several logs: every entry once, each log in its
// own order, whatever the page's size and though a clock went back.
func TestList(t *testing.T) {
	c := &clock{at: time.Unix(1000, 0)}
	s := newStore(t, Config{Now: c.now})
	var other log
	for i := range 20 {
		c.pass(time.Duration([]int{3, -2, 0, 5}[i%4]) * time.Second)
		if i%3 == 0 {
			other = append(other, Entry{Log: "alert", Seq: int64(len(other) + 1), At: c.now(), Who: "a"})
			continue
		}
		if err := s.Record(Command(t.Context(), []string{"a", "b"}[i%2]), "do", "", nil); err != nil {
			t.Fatal(err)
		}
	}
	trails := []Trail{s, other}
	for size := 1; size < 25; size++ {
		last, n, pages := map[string]int64{}, 0, 0
		for cursor := ""; ; pages++ {
			page, next, err := List(t.Context(), trails, cursor, size, EntryFilter{})
			if err != nil || len(page) > size || next != "" && len(page) < size {
				t.Fatalf("page of %d of %d, next %q, %v", len(page), size, next, err)
			}
			for _, e := range page {
				if at, ok := last[e.Log]; ok && e.Seq != at-1 {
					t.Errorf("size %d: %s %d follows %d", size, e.Log, e.Seq, at)
				}
				last[e.Log] = e.Seq
				n++
			}
			if next == "" {
				break
			}
			cursor = next
		}
		if n != 20 || last["access"] != 1 || last["alert"] != 1 {
			t.Errorf("size %d: %d entries in %d pages, %v", size, n, pages, last)
		}
	}
	some, _, err := List(t.Context(), trails, "", 100, EntryFilter{Who: "b"})
	if err != nil || len(some) == 0 || slices.ContainsFunc(some, func(e Entry) bool { return e.Who != "b" }) {
		t.Errorf("%+v, %v", some, err)
	}
	for _, bad := range []string{"x", "1", "1.2.3", "-7.1", "1.x"} {
		if _, _, err := List(t.Context(), trails, bad, 10, EntryFilter{}); !errors.Is(err, ErrCursor) {
			t.Errorf("cursor %q: %v", bad, err)
		}
	}
}

// TestTokenNames protects names: they stand in audits and logs, and say who it is.
func TestTokenNames(t *testing.T) {
	s := newStore(t, Config{})
	ctx := Command(t.Context(), "root")
	for _, bad := range []string{"", " ", "a b", "-x", "a\nb", "ü", strings.Repeat("a", 65), "a/b"} {
		if _, _, err := s.CreateToken(ctx, bad, time.Time{}); !errors.Is(err, ErrTokenName) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	tok, text, err := s.CreateToken(ctx, "ci", time.Time{})
	if err != nil || !strings.HasPrefix(text, TokenPrefix) || len(text) != len(TokenPrefix)+43 || tok.MadeBy != "root" {
		t.Fatalf("%+v, %v", tok, err)
	}
	if _, _, err := s.CreateToken(ctx, "ci", time.Time{}); !errors.Is(err, ErrTokenName) {
		t.Errorf("a name twice: %v", err)
	}
	if _, err := s.Revoke(ctx, tok.ID); err != nil {
		t.Error(err)
	}
	if _, _, err := s.CreateToken(ctx, "ci", time.Time{}); err != nil {
		t.Errorf("a name that is free again: %v", err)
	}
	if _, _, err := s.CreateToken(ctx, "old", time.Now().Add(-time.Second)); !errors.Is(err, ErrTokenExpiry) {
		t.Error(err)
	}
	if _, err := s.Revoke(ctx, "nope"); !errors.Is(err, ErrNoToken) {
		t.Error(err)
	}
	if p := (Person{}); p.Known() || p.Scope.All {
		t.Errorf("nobody is %+v", p)
	}
}
