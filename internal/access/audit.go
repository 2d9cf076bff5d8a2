package access

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

// Entry is something that somebody did. Entries are only ever added: the database
// refuses to change or remove one.
type Entry struct {
	Log     string // which audit it is of: "access", or the name of a [Trail]
	Seq     int64  // in its log, from 1
	At      time.Time
	Who     string
	Via     Via    // empty where a log does not know
	Token   string // id of the API token
	Address string // where the request came from
	Action  string // "token.create"
	Object  string // "token/6f1c"
	Detail  json.RawMessage
}

// EntryFilter chooses entries; zero fields choose all.
type EntryFilter struct {
	Who, Action, Object string // as they stand in the entry
	Since, Until        time.Time
	Machine             bool // also what weir did by itself
}

// Trail is an audit that another room keeps, shown in one list with this one.
type Trail interface {
	// Name is what the log is called in entries.
	Name() string
	// Before returns up to limit entries with a smaller number, the largest number
	// first. Before 0 are all.
	Before(ctx context.Context, seq int64, limit int, f EntryFilter) ([]Entry, error)
}

// ErrCursor says that a cursor is not one that a list gave.
var ErrCursor = errors.New("the cursor is of another list")

// Record adds an entry for what the person of ctx did. Detail becomes JSON and must
// hold no secret.
func (s *Store) Record(ctx context.Context, action, object string, detail any) error {
	err := s.db.Tx(ctx, func(tx *state.Tx) error { return s.recordTx(tx, ctx, action, object, detail) })
	if err != nil {
		return fmt.Errorf("write audit: %w", err)
	}
	return nil
}

// recordTx adds an entry within a transaction. The person may be another than that of
// the transaction's context.
func (s *Store) recordTx(tx *state.Tx, ctx context.Context, action, object string, detail any) error {
	text, err := json.Marshal(detail)
	if err != nil {
		return err
	}
	v := visitOf(ctx)
	address := ""
	if v.address.IsValid() {
		address = v.address.String()
	}
	var seq int64
	if err := tx.Row(`SELECT COALESCE(MAX(seq), 0) + 1 FROM access_audit`, nil, &seq); err != nil {
		return err
	}
	_, err = tx.Exec(`INSERT INTO access_audit(seq, at, who, via, token, address, action, object, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		seq, micro(s.cfg.Now()), v.person.Name, string(v.person.Via), v.person.Token, address, action, object, string(text))
	return err
}

var _ Trail = (*Store)(nil)

// Name is what the store's own log is called.
func (s *Store) Name() string { return "access" }

// Before returns entries of the store's own log, see [Trail].
func (s *Store) Before(ctx context.Context, seq int64, limit int, f EntryFilter) (entries []Entry, err error) {
	where, args := []string{"1 = 1"}, []any(nil)
	and := func(cond string, arg any) { where, args = append(where, cond), append(args, arg) }
	if seq > 0 {
		and("seq < ?", seq)
	}
	if f.Who != "" {
		and("who = ?", f.Who)
	}
	if f.Action != "" {
		and("action = ?", f.Action)
	}
	if f.Object != "" {
		and("object = ?", f.Object)
	}
	if !f.Since.IsZero() {
		and("at >= ?", micro(f.Since))
	}
	if !f.Until.IsZero() {
		and("at < ?", micro(f.Until))
	}
	query := `SELECT seq, at, who, via, token, address, action, object, detail FROM access_audit WHERE ` +
		strings.Join(where, " AND ") + ` ORDER BY seq DESC LIMIT ?`
	err = s.db.View(ctx, func(tx *state.Tx) error {
		entries = nil
		return tx.Each(query, append(args, limit), func(scan func(...any) error) error {
			e := Entry{Log: s.Name()}
			var at int64
			var via, detail string
			err := scan(&e.Seq, &at, &e.Who, &via, &e.Token, &e.Address, &e.Action, &e.Object, &detail)
			e.At, e.Via, e.Detail = fromMicro(at), Via(via), json.RawMessage(detail)
			entries = append(entries, e)
			return err
		})
	})
	return entries, err
}

// List returns up to limit entries of several logs as one list, the newest first, and
// the cursor of what follows, empty at the end. Each log stays in its own order, also
// where the clock went back.
func List(ctx context.Context, trails []Trail, cursor string, limit int, f EntryFilter) (page []Entry, next string, err error) {
	places, err := parseCursor(cursor, len(trails))
	if err != nil {
		return nil, "", err
	}
	heads := make([][]Entry, len(trails))
	for i, t := range trails {
		if places[i] == trailEnd {
			continue
		}
		if heads[i], err = t.Before(ctx, places[i], limit+1, f); err != nil {
			return nil, "", fmt.Errorf("read audit of %s: %w", t.Name(), err)
		}
	}
	for {
		newest := -1
		for i, h := range heads {
			if len(h) > 0 && (newest < 0 || h[0].At.After(heads[newest][0].At)) {
				newest = i
			}
		}
		if newest < 0 {
			return page, "", nil
		}
		if len(page) == limit {
			break
		}
		page = append(page, heads[newest][0])
		places[newest] = heads[newest][0].Seq
		heads[newest] = heads[newest][1:]
	}
	words := make([]string, len(places))
	for i, p := range places {
		if len(heads[i]) == 0 {
			p = trailEnd
		}
		words[i] = strconv.FormatInt(p, 10)
	}
	return page, strings.Join(words, "."), nil
}

// trailEnd stands in a cursor for a log of which everything was listed.
const trailEnd = -1

// parseCursor reads the place in each of n logs: the number of the entry that was
// listed last, 0 for none.
func parseCursor(text string, n int) ([]int64, error) {
	places := make([]int64, n)
	if text == "" {
		return places, nil
	}
	words := strings.Split(text, ".")
	if len(words) != n {
		return nil, ErrCursor
	}
	for i, w := range words {
		p, err := strconv.ParseInt(w, 10, 64)
		if err != nil || p < trailEnd {
			return nil, ErrCursor
		}
		places[i] = p
	}
	return places, nil
}
