package alert

import (
	"context"
	"encoding/hex"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

// AuditFilter chooses entries of the audit; zero fields choose all.
type AuditFilter struct {
	Who, Action, Subject string
	Since, Until         time.Time
	People               bool // leaves out what weir did by itself
}

// AuditBefore returns up to limit entries with a smaller number than seq, the newest
// first; seq 0 are all. Unlike [Store.Audit] it does not look for entries that were
// changed.
func (s *Store) AuditBefore(ctx context.Context, seq int64, limit int, f AuditFilter) (entries []Entry, err error) {
	where, args := []string{"1 = 1"}, []any(nil)
	and := func(cond string, arg any) { where, args = append(where, cond), append(args, arg) }
	if seq > 0 {
		and("seq < ?", seq)
	}
	for cond, text := range map[string]string{"who = ?": f.Who, "action = ?": f.Action, "subject = ?": f.Subject} {
		if text != "" {
			and(cond, text)
		}
	}
	if f.People {
		and("who <> ?", Self)
	}
	if !f.Since.IsZero() {
		and("at >= ?", f.Since.UnixMicro())
	}
	if !f.Until.IsZero() {
		and("at < ?", f.Until.UnixMicro())
	}
	err = s.db.View(ctx, func(tx *state.Tx) error {
		entries = nil
		return tx.Each(auditQuery+` WHERE `+strings.Join(where, " AND ")+` ORDER BY seq DESC LIMIT ?`, append(args, limit), func(scan func(...any) error) error {
			e, sum, err := scanEntry(scan)
			e.Hash = hex.EncodeToString(sum)
			entries = append(entries, e)
			return err
		})
	})
	return entries, err
}
