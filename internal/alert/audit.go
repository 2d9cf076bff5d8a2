package alert

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

// Entry is one action on an alert or silence. Entries are only ever added. Each holds
// a hash over itself and the one before it, so that one that was changed, or taken out
// of the middle, shows.
type Entry struct {
	Seq     int64           `json:"seq"`
	At      time.Time       `json:"at"`
	Who     string          `json:"who"`
	Action  string          `json:"action"`
	Subject string          `json:"subject"` // id of an alert, or silence/NUMBER
	Before  json.RawMessage `json:"before"`  // null where nothing was
	After   json.RawMessage `json:"after"`
	Hash    string          `json:"hash"`
}

// ErrTampered says that the audit is not as it was written.
var ErrTampered = errors.New("the audit was changed")

// The actions.
const (
	actFire        = "fire"
	actAcknowledge = "acknowledge"
	actResolve     = "resolve"
	actVerdict     = "judge"
	actReopen      = "reopen"
	actNote        = "note"
	actSilence     = "silence"
	actUnsilence   = "unsilence"
)

// life is what the audit tells of an alert.
type life struct {
	Status  Status  `json:"status"`
	Verdict Verdict `json:"verdict,omitempty"`
	How     string  `json:"how,omitempty"`
	Into    string  `json:"into,omitempty"`
}

func lifeOf(r row) life {
	l := life{Status: r.Status, Verdict: r.Verdict}
	if r.ended != endedPerson {
		l.How = r.ended
	}
	return l
}

func actionOf(r row) string {
	switch r.Status {
	case Resolved:
		return actResolve
	case Acknowledged:
		return actAcknowledge
	}
	return actFire
}

// record adds an entry.
func (w *work) record(who, action, subject string, before, after any) error {
	e := Entry{At: w.now, Who: who, Action: action, Subject: subject}
	var err error
	if e.Before, err = json.Marshal(before); err != nil {
		return err
	}
	if e.After, err = json.Marshal(after); err != nil {
		return err
	}
	var last []byte
	err = w.tx.Row(`SELECT seq, hash FROM alert_audit ORDER BY seq DESC LIMIT 1`, nil, &e.Seq, &last)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	e.Seq++
	sum := e.sum(last)
	_, err = w.tx.Exec(`INSERT INTO alert_audit(seq, at, who, action, subject, was, became, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		e.Seq, e.At.UnixMicro(), e.Who, e.Action, e.Subject, string(e.Before), string(e.After), sum)
	return err
}

// sum is the hash of an entry that follows one with hash last.
func (e *Entry) sum(last []byte) []byte {
	h := sha256.New()
	h.Write(last)
	var n [8]byte
	number := func(v int64) {
		binary.BigEndian.PutUint64(n[:], uint64(v))
		h.Write(n[:])
	}
	number(e.Seq)
	number(e.At.UnixMicro())
	for _, part := range []string{e.Who, e.Action, e.Subject, string(e.Before), string(e.After)} {
		number(int64(len(part)))
		h.Write([]byte(part))
	}
	return h.Sum(nil)
}

// Audit hands the entries to fn in order: those of an alert or of silence/NUMBER, or
// all when subject is empty. All are checked first: [ErrTampered] names the first that
// is wrong. That entries at the end were taken away shows only to those who kept the
// hash of the last.
func (s *Store) Audit(ctx context.Context, subject string, fn func(Entry) error) error {
	return s.db.View(ctx, func(tx *state.Tx) error {
		if err := verify(tx); err != nil {
			return err
		}
		query, args := auditQuery, []any(nil)
		if subject != "" {
			query, args = auditQuery+` WHERE subject = ?`, []any{subject}
		}
		return tx.Each(query+` ORDER BY seq`, args, func(scan func(...any) error) error {
			e, sum, err := scanEntry(scan)
			if err != nil {
				return err
			}
			e.Hash = hex.EncodeToString(sum)
			return fn(e)
		})
	})
}

const auditQuery = `SELECT seq, at, who, action, subject, was, became, hash FROM alert_audit`

func scanEntry(scan func(...any) error) (e Entry, sum []byte, err error) {
	var at int64
	var was, became string
	err = scan(&e.Seq, &at, &e.Who, &e.Action, &e.Subject, &was, &became, &sum)
	e.At, e.Before, e.After = fromMicro(at), json.RawMessage(was), json.RawMessage(became)
	return e, sum, err
}

func verify(tx *state.Tx) error {
	var last []byte
	seq := int64(0)
	return tx.Each(auditQuery+` ORDER BY seq`, nil, func(scan func(...any) error) error {
		e, sum, err := scanEntry(scan)
		if err != nil {
			return err
		}
		seq++
		if e.Seq != seq {
			return fmt.Errorf("entry %d is missing: %w", seq, ErrTampered)
		}
		if !bytes.Equal(sum, e.sum(last)) {
			return fmt.Errorf("entry %d: %w", seq, ErrTampered)
		}
		last = sum
		return nil
	})
}
