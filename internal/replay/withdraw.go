package replay

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/state"
	"github.com/weir-flow/weir/internal/store"
)

const (
	// keepTold is how far before the watermark findings can still be taken back, and
	// keepBodies how far what is said of them.
	keepTold   = int64(400 * 24 * time.Hour)
	keepBodies = int64((keepDays + 1) * 24 * time.Hour)
)

// hand gives out what a step has found, and takes back what was found before in the
// same time, which begins at base, and was not found again, or said more than now. From
// is the start of the earliest record that is new. What stands is written down before it
// is given out, and what does not until it is taken back, so that a process may die in
// between.
func (f *Follower) hand(ctx context.Context, base, from int64, out *collector) error {
	found := out.Take()
	if f.Snapshots == nil || f.Withdraw == nil {
		return f.Sink(ctx, found)
	}
	n := notes{Follower: f, base: base, from: from, told: out.told}
	if err := n.write(ctx, found); err != nil {
		return fmt.Errorf("write down what was found: %w", err)
	}
	if err := f.Sink(ctx, n.stand); err != nil || len(n.gone)+len(n.old) == 0 {
		return err
	}
	if len(n.gone) > 0 {
		if err := f.Withdraw(ctx, n.gone); err != nil {
			return err
		}
	}
	return f.Snapshots.DB.Tx(ctx, func(tx *state.Tx) error {
		for _, r := range n.old {
			if _, err := tx.Exec(`DELETE FROM told WHERE id = ? AND at = ?`, r.id, r.at); err != nil {
				return err
			}
		}
		return nil
	})
}

// notes compares what a step has found with what was written down.
type notes struct {
	*Follower
	base, from int64
	told       map[string]*telling

	stand []finding.Finding // as they are now
	gone  []string          // not found again
	old   []noted           // what was said of those, or of others, and holds no more
}

// noted is a row of the table.
type noted struct {
	id        string
	at, first int64
}

func (n *notes) write(ctx context.Context, found []finding.Finding) error {
	days, err := n.Ledger.Days(ctx)
	if err != nil {
		return err
	}
	return n.Snapshots.DB.Tx(ctx, func(tx *state.Tx) error {
		n.stand, n.gone, n.old = slices.Clone(found), nil, nil
		behind, err := n.seesAll(tx, max(n.base, n.begin), n.from, days)
		if err != nil {
			return err
		}
		if err := n.compare(tx, behind); err != nil {
			return err
		}
		for i := range found {
			if f := &n.stand[i]; n.Holds == nil || !n.Holds(f.Rule) {
				if err := n.note(tx, f); err != nil {
					return err
				}
			}
		}
		if n.settled-n.saved < every {
			return nil
		}
		return n.thin(tx)
	})
}

// compare looks what was said since base and was not said again.
func (n *notes) compare(tx *state.Tx, behind int64) error {
	var rows []noted
	err := tx.Each(`SELECT id, at, first FROM told WHERE digest = ? AND at > ? ORDER BY id, at`, []any{n.Snapshots.Digest, n.base}, func(scan func(...any) error) error {
		var r noted
		err := scan(&r.id, &r.at, &r.first)
		rows = append(rows, r)
		return err
	})
	if err != nil {
		return err
	}
	for i, r := range rows {
		if n.told[r.id] != nil || r.first < behind {
			continue
		}
		n.old = append(n.old, r)
		if i > 0 && rows[i-1].id == r.id {
			continue
		}
		switch was, err := n.before(tx, r.id); {
		case err != nil:
			return err
		case was == nil:
			n.gone = append(n.gone, r.id)
		case was.ID != "":
			was.Whole = true
			n.stand = append(n.stand, *was)
		}
	}
	return nil
}

// before returns what was said of a finding up to base: nil when nothing was, an empty
// one when that is not known any more.
func (n *notes) before(tx *state.Tx, id string) (was *finding.Finding, err error) {
	err = tx.Each(`SELECT body FROM told WHERE id = ? AND digest = ? AND at <= ? ORDER BY at DESC LIMIT 1`, []any{id, n.Snapshots.Digest, n.base}, func(scan func(...any) error) error {
		var text string
		if err := scan(&text); err != nil {
			return err
		}
		if was = new(finding.Finding); text == "" {
			return nil
		}
		return json.Unmarshal([]byte(text), was)
	})
	return was, err
}

// note writes down what was found, with what was said of it up to base.
func (n *notes) note(tx *state.Tx, f *finding.Finding) error {
	was, err := n.before(tx, f.ID)
	if err != nil {
		return err
	}
	t := n.told[f.ID]
	settled := t.body
	f.Whole = true
	if was != nil {
		if f.Whole = was.ID != ""; f.Whole {
			*f, settled = finding.Merge(*was, *f), finding.Merge(*was, settled)
			f.Whole = true
		}
	}
	if _, err := tx.Exec(`DELETE FROM told WHERE id = ? AND (at > ? OR digest <> ?)`, f.ID, n.base, n.Snapshots.Digest); err != nil {
		return err
	}
	put := func(at int64, body finding.Finding) error {
		_, err := tx.Exec(`INSERT INTO told(id, at, first, digest, body) VALUES (?, ?, ?, ?, ?)`, f.ID, at, t.first, n.Snapshots.Digest, body.Text())
		return err
	}
	if t.settled > 0 {
		if err := put(t.settled, settled); err != nil || t.settled == t.last {
			return err
		}
	}
	return put(t.last, *f)
}

// thin forgets what no step can begin between any more.
func (n *notes) thin(tx *state.Tx) error {
	if _, err := tx.Exec(`DELETE FROM told WHERE digest <> ? OR at < ?`, n.Snapshots.Digest, n.settled-keepTold); err != nil {
		return err
	}
	if _, err := tx.Exec(`UPDATE told SET body = '' WHERE at < ? AND body <> ''`, n.settled-keepBodies); err != nil {
		return err
	}
	// Of what was said between two snapshots the last stands for all.
	var marks []int64
	err := tx.Each(`SELECT mark FROM snapshots WHERE digest = ? ORDER BY mark`, []any{n.Snapshots.Digest}, func(scan func(...any) error) error {
		var mark int64
		err := scan(&mark)
		marks = append(marks, mark)
		return err
	})
	if err != nil {
		return err
	}
	var rows, over []noted
	err = tx.Each(`SELECT id, at FROM told WHERE at <= ? ORDER BY id, at`, []any{n.base}, func(scan func(...any) error) error {
		var r noted
		err := scan(&r.id, &r.at)
		rows = append(rows, r)
		return err
	})
	for i, r := range rows {
		if i+1 == len(rows) || rows[i+1].id != r.id {
			continue
		}
		next, _ := slices.BinarySearch(marks, r.at) // the first snapshot that knows of it
		if next == len(marks) || rows[i+1].at <= marks[next] {
			over = append(over, r)
		}
	}
	for _, r := range over {
		if err == nil {
			_, err = tx.Exec(`DELETE FROM told WHERE id = ? AND at = ?`, r.id, r.at)
		}
	}
	return err
}

// seesAll returns the event time from which on detectors that begin at a moment see
// all that was ever seen: where old days were dropped, what was found with them is not
// to be doubted.
func (f *Follower) seesAll(tx *state.Tx, begin, from int64, days []uint32) (int64, error) {
	first := int64(math.MaxInt64)
	err := tx.Each(`SELECT first FROM reached`, nil, func(scan func(...any) error) error { return scan(&first) })
	if err != nil {
		return 0, err
	}
	oldest := int64(math.MaxInt64)
	for _, d := range days {
		oldest = min(oldest, store.Day(d).Start().UnixNano())
	}
	least := first
	if from != math.MaxInt64 {
		least = min(least, from/int64(time.Second))
	}
	if oldest != math.MaxInt64 {
		least = min(least, oldest/int64(time.Second))
	}
	if least < first {
		if _, err := tx.Exec(`DELETE FROM reached`); err != nil {
			return 0, err
		}
		if _, err := tx.Exec(`INSERT INTO reached(first) VALUES (?)`, least); err != nil {
			return 0, err
		}
	}
	switch {
	case oldest == math.MaxInt64:
		return math.MaxInt64, nil // nothing is there any more
	case begin >= oldest || oldest <= least*int64(time.Second):
		return 0, nil
	}
	return oldest + warmUp, nil
}
