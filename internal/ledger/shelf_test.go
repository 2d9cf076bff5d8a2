package ledger

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"crypto/sha256"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/state"
)

// The tests take in made-up objects the way weir takes in files, into a shelf:
// a store of text files, simple enough to be right and shared by processes.

// thing is an object: its lines are of ten bytes; some are bad, the others are
// rows of one of three days.
type thing int

const lineBytes = 10

func (t thing) lines() int          { return int(t) * 7 % 23 } // sometimes none
func (t thing) bad(line int) bool   { return (int(t)+line)%11 == 0 }
func (t thing) day(line int) uint32 { return uint32(20260101 + (int(t)+line/5)%3) }
func (t thing) name() string        { return fmt.Sprintf("thing-%03d.log", int(t)) }
func (t thing) info() ObjectInfo {
	return ObjectInfo{SHA256: sha256.Sum256([]byte(t.name())), Source: "file", Name: t.name(), Size: uint64(t.lines() * lineBytes)}
}

func at(line int) Position { return Position{Byte: uint64(line * lineBytes), Line: uint64(line)} }

// part is what lines [from, to) of a thing give.
func (t thing) part(id ObjectID, from, to int) Part {
	p := Part{Object: id, From: at(from), To: at(to)}
	for n := from; n < to; n++ {
		if t.bad(n) {
			p.Bad++
			p.BadLines = append(p.BadLines, BadLine{Line: uint64(n + 1), Reason: "made up", Text: []byte("?")})
			continue
		}
		p.Stored++
		if p.Stored == 1 {
			p.MinStart = int64(n)
		}
		p.MaxStart = int64(n)
		day := t.day(n)
		i := slices.IndexFunc(p.Days, func(d DayRows) bool { return d.Day == day })
		if i < 0 {
			i = len(p.Days)
			p.Days = append(p.Days, DayRows{Day: day})
		}
		p.Days[i].Rows++
	}
	if p.Bad > 0 {
		p.BadBy = []BadCount{{Reason: "made up", Count: p.Bad}}
	}
	return p
}

// shelf is the store. A file rows-DAY-BATCH holds lines "PART THING LINE", a
// file roll-DAY-BATCH how many they are: a roll-up.
type shelf struct{ dir string }

func (s shelf) write(name, text string) error {
	tmp := filepath.Join(s.dir, fmt.Sprintf(".%s-%d", name, os.Getpid()))
	if err := os.WriteFile(tmp, []byte(text), 0o600); err != nil {
		return err
	}
	return os.Rename(tmp, filepath.Join(s.dir, name))
}

func (s shelf) files(prefix string) []string {
	paths, _ := filepath.Glob(filepath.Join(s.dir, prefix+"*"))
	return paths
}

// remove deletes the rows of parts, and leaves the roll-ups wrong.
func (s shelf) remove(parts []uint32) error {
	for _, path := range s.files("rows-") {
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var kept strings.Builder
		for row := range strings.Lines(string(text)) {
			part, _, _ := strings.Cut(row, " ")
			id, _ := strconv.ParseUint(part, 10, 32)
			if !slices.Contains(parts, uint32(id)) {
				kept.WriteString(row)
			}
		}
		if kept.Len() == len(text) {
			continue
		}
		if err := s.write(filepath.Base(path), kept.String()); err != nil {
			return err
		}
	}
	return nil
}

// rows counts the rows of all parts by "DAY THING LINE", and by "DAY PART".
func (s shelf) rows() (rows, byPart map[string]int) {
	rows, byPart = make(map[string]int), make(map[string]int)
	for _, path := range s.files("rows-") {
		day := strings.Split(filepath.Base(path), "-")[1]
		text, _ := os.ReadFile(path)
		for row := range strings.Lines(string(text)) {
			part, rest, _ := strings.Cut(strings.TrimSpace(row), " ")
			rows[day+" "+rest]++
			byPart[day+" "+part]++
		}
	}
	return rows, byPart
}

// rolled sums the roll-ups by day.
func (s shelf) rolled() map[string]int {
	sums := make(map[string]int)
	for _, path := range s.files("roll-") {
		text, _ := os.ReadFile(path)
		n, _ := strconv.Atoi(string(text))
		sums[strings.Split(filepath.Base(path), "-")[1]] += n
	}
	return sums
}

// rebuild computes the roll-up of a day from its rows.
func (s shelf) rebuild(day uint32) error {
	for _, path := range s.files(fmt.Sprintf("roll-%d-", day)) {
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	n := 0
	for _, path := range s.files(fmt.Sprintf("rows-%d-", day)) {
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		n += strings.Count(string(text), "\n")
	}
	return s.write(fmt.Sprintf("roll-%d-rebuilt", day), strconv.Itoa(n))
}

// worker is a process that takes things in.
type worker struct {
	dir   string // data directory
	l     *Ledger
	shelf shelf
	step  func() // called between any two things that happen
	close func() error
}

func newWorker(ctx context.Context, dir string) (*worker, error) {
	inst, err := state.Register(dir)
	if err != nil {
		return nil, err
	}
	db, err := state.Open(state.Path(dir))
	if err != nil {
		return nil, err
	}
	l, err := Open(ctx, db, inst.ID(), func(id string) bool { return state.Alive(dir, id) })
	if err != nil {
		return nil, err
	}
	s := shelf{filepath.Join(dir, "shelf")}
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return nil, err
	}
	return &worker{dir: dir, l: l, shelf: s, step: func() {}, close: func() error { return errors.Join(db.Close(), inst.Close()) }}, nil
}

// clear does away with debris.
func (w *worker) clear(ctx context.Context, d *Debris) error {
	if d.Empty() {
		return nil
	}
	release, err := state.LockDays(ctx, w.dir, d.Days, state.Exclusive)
	if err != nil {
		return err
	}
	defer release()
	w.step()
	if err := w.shelf.remove(d.Parts); err != nil {
		return err
	}
	w.step()
	return w.l.Rollback(ctx, d)
}

// recover clears away what the dead left and computes anew what is dirty.
func (w *worker) recover(ctx context.Context) error {
	d, err := w.l.Adopt(ctx)
	if err != nil {
		return err
	}
	w.step()
	if err := w.clear(ctx, d); err != nil {
		return err
	}
	w.step()
	return w.repair(ctx)
}

func (w *worker) repair(ctx context.Context) error {
	dirty, err := w.l.DirtyDays(ctx)
	if err != nil {
		return err
	}
	for _, day := range dirty {
		release, err := state.LockDays(ctx, w.dir, []uint32{day.Day}, state.Exclusive)
		if err != nil {
			return err
		}
		w.step()
		err = w.shelf.rebuild(day.Day)
		w.step()
		if err := errors.Join(err, release()); err != nil {
			return err
		}
		if err := w.l.ClearDirty(ctx, day); err != nil {
			return err
		}
		w.step()
	}
	return nil
}

// batchRows closes a batch of the tests: small, so that things need several.
const batchRows = 12

// take takes things in, in this order, until all of them are stored, by this
// process or another. It may open several batches before it acknowledges them
// the other way round, as parallel inserts do.
func (w *worker) take(ctx context.Context, things []thing) error {
	for len(things) > 0 {
		if err := w.recover(ctx); err != nil {
			return err
		}
		infos := make([]ObjectInfo, len(things))
		for i, t := range things {
			infos[i] = t.info()
		}
		claims, err := w.l.Begin(ctx, infos...)
		if err != nil {
			return err
		}
		w.step()
		var open []batch
		var now batch
		var again []thing
		for i, c := range claims {
			t := things[i]
			if c.Outcome == InFlight || c.Outcome == LeftBehind {
				again = append(again, t)
			}
			if !c.Ours() {
				continue
			}
			for from := int(c.Object.Done.Line); from < t.lines(); {
				to := min(t.lines(), from+batchRows-now.lines)
				now.add(t, c.Object.ID, from, to)
				if from = to; now.lines == batchRows {
					open, now = append(open, now), batch{}
				}
			}
			now.done = append(now.done, Finish{Object: c.Object.ID})
		}
		open = append(open, now)
		for len(open) > 0 {
			n := min(3, len(open))
			if err := w.store(ctx, open[:n]); err != nil {
				return err
			}
			open = open[n:]
		}
		if things = again; len(again) > 0 {
			time.Sleep(5 * time.Millisecond)
		}
	}
	return w.repair(ctx)
}

type batch struct {
	id    uint64
	m     Manifest
	from  []thing // of each part
	lines int
	done  []Finish
}

func (b *batch) add(t thing, id ObjectID, from, to int) {
	b.m.Parts = append(b.m.Parts, t.part(id, from, to))
	b.from = append(b.from, t)
	b.lines += to - from
}

// store writes the manifests of some batches and stores them, last first.
func (w *worker) store(ctx context.Context, batches []batch) error {
	parts := make([][]uint32, len(batches))
	for i := range batches {
		var err error
		if batches[i].id, parts[i], err = w.l.Manifest(ctx, batches[i].m); err != nil {
			return err
		}
		w.step()
	}
	var done []Finish
	for i := len(batches) - 1; i >= 0; i-- {
		b := &batches[i]
		if err := w.insert(ctx, b, parts[i]); err != nil {
			return err
		}
		done = append(done, b.done...)
		w.step()
		var end []Finish
		if i == 0 { // only now are all batches of the objects in
			end = done
		}
		if err := w.l.Acknowledge(ctx, b.id, end...); err != nil {
			return err
		}
		w.step()
	}
	return nil
}

func (w *worker) insert(ctx context.Context, b *batch, parts []uint32) error {
	rows := make(map[uint32]string)
	var days []uint32
	for i, p := range b.m.Parts {
		for n := int(p.From.Line); n < int(p.To.Line); n++ {
			if t := b.from[i]; !t.bad(n) {
				rows[t.day(n)] += fmt.Sprintf("%d %d %d\n", parts[i], t, n)
				days = append(days, t.day(n))
			}
		}
	}
	release, err := state.LockDays(ctx, w.dir, days, state.Shared)
	if err != nil {
		return err
	}
	defer release()
	for day, text := range rows {
		if err := w.shelf.write(fmt.Sprintf("rows-%d-%d", day, b.id), text); err != nil {
			return err
		}
		w.step()
		if err := w.shelf.write(fmt.Sprintf("roll-%d-%d", day, b.id), strconv.Itoa(strings.Count(text, "\n"))); err != nil {
			return err
		}
		w.step()
	}
	return nil
}

// check compares shelf and ledger with the truth about things.
func (w *worker) check(t *testing.T, things []thing) {
	t.Helper()
	ctx := t.Context()
	want, wantRolled := make(map[string]int), make(map[string]int)
	var counts Counts
	badLines := 0
	for _, th := range things {
		p := th.part(0, 0, th.lines())
		counts.add(p.Counts)
		badLines += min(len(p.BadLines), MaxBadLines)
		for n := range th.lines() {
			if !th.bad(n) {
				want[fmt.Sprintf("%d %d %d", th.day(n), th, n)] = 1
				wantRolled[strconv.Itoa(int(th.day(n)))]++
			}
		}
	}
	rows, byPart := w.shelf.rows()
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("rows (-want +got):\n%.2000s", diff)
	}
	if diff := cmp.Diff(wantRolled, w.shelf.rolled()); diff != "" {
		t.Errorf("roll-ups (-want +got):\n%s", diff)
	}
	totals, err := w.l.Totals(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var bytes uint64
	for _, th := range things {
		bytes += th.info().Size
	}
	if diff := cmp.Diff(Totals{Objects: map[State]uint64{Stored: uint64(len(things))}, Counts: counts, BytesIn: bytes}, totals); diff != "" {
		t.Errorf("totals (-want +got):\n%s", diff)
	}
	expected := make(map[string]int)
	for day := range wantRolled {
		d, _ := strconv.Atoi(day)
		parts, err := w.l.PartsOf(ctx, uint32(d))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range parts {
			expected[fmt.Sprintf("%d %d", d, p.Part)] = int(p.Rows)
		}
	}
	if diff := cmp.Diff(expected, byPart); diff != "" {
		t.Errorf("parts (-ledger +shelf):\n%.2000s", diff)
	}
	lines, err := w.l.BadLines(ctx, 0, 0)
	if err != nil || len(lines) != badLines {
		t.Errorf("%d bad lines kept, %v, want %d", len(lines), err, badLines)
	}
	if orphans, err := w.l.Orphans(ctx); len(orphans) > 0 || err != nil {
		t.Errorf("orphans: %v, %v", orphans, err)
	}
	if dirty, err := w.l.DirtyDays(ctx); len(dirty) > 0 || err != nil {
		t.Errorf("dirty days: %v, %v", dirty, err)
	}
	if faults, err := w.l.db.Check(ctx); len(faults) > 0 || err != nil {
		t.Errorf("database: %q, %v", faults, err)
	}
}

func upTo(n int) []thing {
	var things []thing
	for i := 1; i <= n; i++ {
		things = append(things, thing(i))
	}
	return things
}
