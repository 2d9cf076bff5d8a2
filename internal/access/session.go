package access

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"errors"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

// CookieName is the cookie that holds a session's secret.
const CookieName = "weir_session"

// errNoSession says that a cookie is of no session that lasts.
var errNoSession = errors.New("no such session")

// begin makes a session and returns the secret of its cookie. Sessions that are over
// go on the way.
func (s *Store) begin(ctx context.Context, name string) (cookie string, expires time.Time, err error) {
	cookie, now := secret(), s.cfg.Now()
	err = s.db.Tx(ctx, func(tx *state.Tx) error {
		if _, err := tx.Exec(`DELETE FROM access_sessions WHERE made_at <= ? OR seen_at <= ?`,
			micro(now.Add(-s.cfg.Lifetime)), micro(now.Add(-s.cfg.Idle))); err != nil {
			return err
		}
		if _, err := tx.Exec(`INSERT INTO access_sessions(hash, name, made_at, seen_at) VALUES (?, ?, ?, ?)`,
			hashOf(cookie), name, micro(now), micro(now)); err != nil {
			return err
		}
		return s.recordTx(tx, withPerson(ctx, decide(name, ViaSession, "")), "login", "user/"+name, nil)
	})
	return cookie, now.Add(s.cfg.Lifetime), err
}

// session returns whose session a cookie is and when it ends at the latest. Used says
// that the person did something: it does not end for idleness then.
func (s *Store) session(ctx context.Context, cookie string, used bool) (name string, expires time.Time, err error) {
	var made, seen int64
	now := s.cfg.Now()
	err = s.db.View(ctx, func(tx *state.Tx) error {
		return tx.Row(`SELECT name, made_at, seen_at FROM access_sessions WHERE hash = ?`, []any{hashOf(cookie)}, &name, &made, &seen)
	})
	expires = fromMicro(made).Add(s.cfg.Lifetime)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return "", expires, errNoSession
	case err != nil:
		return "", expires, err
	case !now.Before(expires) || !now.Before(fromMicro(seen).Add(s.cfg.Idle)):
		return "", expires, errNoSession
	}
	if used && now.Sub(fromMicro(seen)) >= seenEvery {
		err = s.db.Tx(ctx, func(tx *state.Tx) error {
			_, err := tx.Exec(`UPDATE access_sessions SET seen_at = ? WHERE hash = ?`, micro(now), hashOf(cookie))
			return err
		})
	}
	return name, expires, err
}

// end ends a session; one that is over already is no error.
func (s *Store) end(ctx context.Context, cookie string) error {
	return s.db.Tx(ctx, func(tx *state.Tx) error {
		n, err := tx.Exec(`DELETE FROM access_sessions WHERE hash = ?`, hashOf(cookie))
		if err != nil || n == 0 {
			return err
		}
		return s.recordTx(tx, ctx, "logout", "user/"+From(ctx).Name, nil)
	})
}

// csrfOf is the token that requests of a session have to show besides its cookie. It
// follows from the cookie, which no script can read, and tells nothing about it.
func csrfOf(cookie string) string {
	mac := hmac.New(sha256.New, []byte(cookie))
	mac.Write([]byte("weir csrf"))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

func withPerson(ctx context.Context, p Person) context.Context {
	v := visitOf(ctx)
	v.person = p
	return withVisit(ctx, v)
}
