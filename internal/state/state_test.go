package state

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// numbered is SQLite with another placeholder style: it fails the suite when a
// statement finds its way around the seam, as it would on PostgreSQL.
type numbered struct{ SQLite }

func (numbered) Name() string { return "numbered" }

func (numbered) Rebind(query string) string {
	var b strings.Builder
	n := 0
	for _, r := range query {
		if b.WriteRune(r); r == '?' {
			n++
			b.WriteString(strconv.Itoa(n))
		}
	}
	return b.String()
}

// TestDialects is the suite every dialect has to pass.
func TestDialects(t *testing.T) {
	for _, d := range []Dialect{SQLite{}, numbered{}} {
		t.Run(d.Name(), func(t *testing.T) {
			t.Parallel()
			testDialect(t, func(t *testing.T) *DB {
				t.Helper()
				db, err := open(filepath.Join(t.TempDir(), "a b?#%.db"), d)
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() {
					if err := db.Close(); err != nil {
						t.Error(err)
					}
				})
				return db
			})
		})
	}
}

var jars = []Migration{
	{"jars", `CREATE TABLE jars(id <id>, label TEXT NOT NULL UNIQUE, grams <int> NOT NULL DEFAULT 0, seal <blob>);
	          CREATE TABLE lids(jar <int> NOT NULL REFERENCES jars(id), PRIMARY KEY (jar)) <clustered>`},
	{"shelf", `ALTER TABLE jars ADD COLUMN shelf <int> NOT NULL DEFAULT 7`},
}

func testDialect(t *testing.T, fresh func(*testing.T) *DB) {
	ctx := t.Context()
	make2 := func(t *testing.T) *DB {
		t.Helper()
		db := fresh(t)
		if err := db.Migrate(ctx, "pantry", jars); err != nil {
			t.Fatal(err)
		}
		return db
	}
	count := func(t *testing.T, db *DB) (n int) {
		t.Helper()
		err := db.View(ctx, func(tx *Tx) error { return tx.Row(`SELECT COUNT(*) FROM jars`, nil, &n) })
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	insert := func(tx *Tx, label string) error {
		_, err := tx.Exec(`INSERT INTO jars(label) VALUES (?)`, label)
		return err
	}

	t.Run("migrate step by step", func(t *testing.T) {
		db := fresh(t)
		if err := db.Migrate(ctx, "pantry", jars[:1]); err != nil {
			t.Fatal(err)
		}
		if err := db.Tx(ctx, func(tx *Tx) error { return insert(tx, "plum") }); err != nil {
			t.Fatal(err)
		}
		for range 2 { // the second time there is nothing to do
			if err := db.Migrate(ctx, "pantry", jars); err != nil {
				t.Fatal(err)
			}
		}
		var shelf int
		err := db.View(ctx, func(tx *Tx) error {
			return tx.Row(`SELECT shelf FROM jars WHERE label = ?`, []any{"plum"}, &shelf)
		})
		if err != nil || shelf != 7 {
			t.Errorf("shelf of an old row = %d, %v, want 7", shelf, err)
		}
		if v, err := db.Version(ctx, "pantry"); v != 2 || err != nil {
			t.Errorf("version = %d, %v, want 2", v, err)
		}
		if v, err := db.Version(ctx, "cellar"); v != 0 || err != nil {
			t.Errorf("version of an unknown room = %d, %v, want 0", v, err)
		}
		if _, err := os.Stat(db.Path() + ".before-pantry-2"); err != nil {
			t.Errorf("no copy was left before the second step: %v", err)
		}
	})
	t.Run("newer tables are refused", func(t *testing.T) {
		db := make2(t)
		err := db.Migrate(ctx, "pantry", jars[:1])
		var newer *NewerError
		if !errors.As(err, &newer) || !errors.Is(err, ErrNewer) {
			t.Fatalf("error = %v, want a NewerError", err)
		}
		if diff := cmp.Diff(NewerError{Room: "pantry", Have: 2, Known: 1}, *newer); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("a failed step leaves nothing", func(t *testing.T) {
		db := make2(t)
		bad := append(jars[:2:2], Migration{"broken", `CREATE TABLE half(x <int>); CREATE TABLE jars(x <int>)`})
		if err := db.Migrate(ctx, "pantry", bad); err == nil {
			t.Fatal("a broken step was applied")
		}
		if v, err := db.Version(ctx, "pantry"); v != 2 || err != nil {
			t.Errorf("version = %d, %v, want 2", v, err)
		}
		err := db.View(ctx, func(tx *Tx) error { return tx.Row(`SELECT COUNT(*) FROM half`, nil, new(int)) })
		if err == nil {
			t.Error("the table of the broken step is there")
		}
	})
	t.Run("all or nothing", func(t *testing.T) {
		db := make2(t)
		stop := errors.New("stop")
		err := db.Tx(ctx, func(tx *Tx) error { return errors.Join(insert(tx, "fig"), stop) })
		if !errors.Is(err, stop) {
			t.Errorf("error = %v, want the function's own", err)
		}
		func() {
			defer func() { _ = recover() }()
			_ = db.Tx(ctx, func(tx *Tx) error { _ = insert(tx, "pear"); panic("no") })
		}()
		cancelled, cancel := context.WithCancel(ctx)
		err = db.Tx(cancelled, func(tx *Tx) error { defer cancel(); return insert(tx, "kiwi") })
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error = %v, want canceled", err)
		}
		if n := count(t, db); n != 0 {
			t.Errorf("%d jars, want none", n)
		}
	})
	t.Run("errors have names", func(t *testing.T) {
		db := make2(t)
		err := db.Tx(ctx, func(tx *Tx) error { return errors.Join(insert(tx, "fig"), insert(tx, "fig")) })
		if !errors.Is(err, ErrConflict) {
			t.Errorf("same label twice: %v, want ErrConflict", err)
		}
		err = db.Tx(ctx, func(tx *Tx) error {
			if err := tx.Script(`PRAGMA max_page_count = 30`); err != nil {
				return err
			}
			_, err := tx.Exec(`INSERT INTO jars(label, seal) VALUES ('big', ?)`, make([]byte, 1<<20))
			return err
		})
		if !errors.Is(err, ErrFull) {
			t.Errorf("no room: %v, want ErrFull", err)
		}
		err = db.Tx(ctx, func(tx *Tx) error { _, err := tx.Exec(`INSERT INTO lids(jar) VALUES (?)`, 99); return err })
		if err == nil {
			t.Error("a lid without a jar was taken: foreign keys are off")
		}
	})
	t.Run("upsert, now, ids, blobs", func(t *testing.T) {
		db := make2(t)
		up := db.Dialect().Upsert("jars", []string{"label"}, []string{"grams", "seal"})
		keep := db.Dialect().Upsert("jars", []string{"label"}, nil)
		var ids []int64
		var grams int
		var seal []byte
		var now int64
		err := db.Tx(ctx, func(tx *Tx) error {
			ids = nil
			for _, g := range []int{1, 2} {
				if _, err := tx.Exec(up, "fig", g, []byte{0, 255, byte(g)}); err != nil {
					return err
				}
			}
			if _, err := tx.Exec(keep, "fig"); err != nil {
				return err
			}
			if err := tx.Row(`SELECT grams, seal, `+tx.Dialect().Now()+` FROM jars`, nil, &grams, &seal, &now); err != nil {
				return err
			}
			if n, err := tx.Exec(`DELETE FROM jars`); n != 1 || err != nil {
				t.Errorf("deleted %d, %v, want 1", n, err)
			}
			for _, l := range []string{"a", "b"} {
				var id int64
				if err := tx.Row(`INSERT INTO jars(label) VALUES (?) RETURNING id`, []any{l}, &id); err != nil {
					return err
				}
				ids = append(ids, id)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if grams != 2 || string(seal) != "\x00\xff\x02" {
			t.Errorf("grams = %d, seal = %x", grams, seal)
		}
		if len(ids) != 2 || ids[0] < 2 || ids[1] != ids[0]+1 {
			t.Errorf("ids = %v: an id was handed out twice", ids)
		}
		if now < 1.7e15 || now > 1e17 {
			t.Errorf("now = %d, want microseconds", now)
		}
	})
	t.Run("many writers lose nothing", func(t *testing.T) {
		db := make2(t)
		other, err := open(db.Path(), db.Dialect()) // as another process would
		if err != nil {
			t.Fatal(err)
		}
		defer other.Close()
		if err := db.Tx(ctx, func(tx *Tx) error { return insert(tx, "sum") }); err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		for i := range 8 {
			wg.Go(func() {
				for range 10 {
					err := []*DB{db, other}[i%2].Tx(ctx, func(tx *Tx) error {
						var g int
						if err := tx.Row(`SELECT grams FROM jars`, nil, &g); err != nil {
							return err
						}
						_, err := tx.Exec(`UPDATE jars SET grams = ?`, g+1)
						return err
					})
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
		var g int
		if err := db.View(ctx, func(tx *Tx) error { return tx.Row(`SELECT grams FROM jars`, nil, &g) }); err != nil || g != 80 {
			t.Errorf("sum = %d, %v, want 80", g, err)
		}
	})
	t.Run("a view does not move", func(t *testing.T) {
		db := make2(t)
		err := db.View(ctx, func(tx *Tx) error {
			var before, after int
			if err := tx.Row(`SELECT COUNT(*) FROM jars`, nil, &before); err != nil {
				return err
			}
			if err := db.Tx(ctx, func(tx *Tx) error { return insert(tx, "fig") }); err != nil {
				return err
			}
			if err := tx.Row(`SELECT COUNT(*) FROM jars`, nil, &after); err != nil {
				return err
			}
			if before != 0 || after != 0 {
				t.Errorf("the view saw %d, then %d jars", before, after)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
	t.Run("backup, restore, check", func(t *testing.T) {
		db := make2(t)
		if err := db.Tx(ctx, func(tx *Tx) error { return insert(tx, "fig") }); err != nil {
			t.Fatal(err)
		}
		copied := filepath.Join(t.TempDir(), "copy.db")
		for range 2 { // over an older one
			if err := db.Backup(ctx, copied); err != nil {
				t.Fatal(err)
			}
		}
		target := filepath.Join(t.TempDir(), "state.db")
		if err := Restore(ctx, copied, target); err != nil {
			t.Fatal(err)
		}
		again, err := open(target, db.Dialect())
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		if n := count(t, again); n != 1 {
			t.Errorf("%d jars after restore, want 1", n)
		}
		if faults, err := again.Check(ctx); len(faults) > 0 || err != nil {
			t.Errorf("check of a sound file: %q, %v", faults, err)
		}
		for _, p := range []string{target, copied, db.Path()} {
			if st, err := os.Stat(p); err != nil || st.Mode().Perm() != 0o600 {
				t.Errorf("%s: %v, %v, want mode 0600", p, st.Mode(), err)
			}
		}
	})
}

// A file that is no database, or one with broken pages, is named as such.
func TestDamaged(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	dir := t.TempDir()

	text := filepath.Join(dir, "text.db")
	if err := os.WriteFile(text, []byte(strings.Repeat("not a database\n", 500)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(text); !errors.Is(err, ErrDamaged) {
		t.Errorf("open a text file: %v, want ErrDamaged", err)
	}
	if err := Restore(ctx, text, filepath.Join(dir, "x.db")); !errors.Is(err, ErrDamaged) {
		t.Errorf("restore a text file: %v, want ErrDamaged", err)
	}

	path := filepath.Join(dir, "torn.db")
	db, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	err = errors.Join(db.Migrate(ctx, "pantry", jars), db.Tx(ctx, func(tx *Tx) error {
		for i := range 2000 {
			if _, err := tx.Exec(`INSERT INTO jars(label) VALUES (?)`, "jar number "+strconv.Itoa(i)); err != nil {
				return err
			}
		}
		return nil
	}), db.Close())
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteAt(make([]byte, 8192), 8*4096)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	if db, err = Open(path); err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if faults, err := db.Check(ctx); len(faults) == 0 || err != nil {
		t.Errorf("check of a torn file: %q, %v, want faults", faults, err)
	}
}
