package access

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

// TokenPrefix begins every API token, so that scanners for leaked secrets know them.
const TokenPrefix = "weir_"

var (
	// ErrToken says that a token is none, was revoked or has expired.
	ErrToken = errors.New("the API token is not valid")
	// ErrNoToken says that no token has an id.
	ErrNoToken = errors.New("there is no token with this id")
	// ErrTokenName says why a token cannot have a name.
	ErrTokenName = errors.New("the token cannot have this name")
	// ErrTokenExpiry says that a token would expire before it is made.
	ErrTokenExpiry = errors.New("the token would have expired already")
)

// Token is an API token, without its secret.
type Token struct {
	ID      string
	Name    string
	Made    time.Time
	MadeBy  string
	Expires time.Time // zero: never
	Used    time.Time // last, to the minute; zero: never
	Revoked time.Time // zero: it is not
}

// Valid reports whether the token lets somebody in at a time.
func (t Token) Valid(now time.Time) bool {
	return t.Revoked.IsZero() && (t.Expires.IsZero() || now.Before(t.Expires))
}

var tokenName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

// CreateToken makes a token that expires at a time, or never when it is zero, and
// returns its secret, which nobody can learn again. No two valid tokens have one name.
func (s *Store) CreateToken(ctx context.Context, name string, expires time.Time) (t Token, text string, err error) {
	now := s.cfg.Now()
	switch {
	case !tokenName.MatchString(name):
		return t, "", fmt.Errorf("%w: write up to 64 letters, digits, dots, dashes or underscores", ErrTokenName)
	case !expires.IsZero() && !expires.After(now):
		return t, "", ErrTokenExpiry
	}
	var id [6]byte
	_, _ = rand.Read(id[:]) // never fails
	t = Token{ID: hex.EncodeToString(id[:]), Name: name, Made: now.UTC().Truncate(time.Microsecond), MadeBy: From(ctx).Name, Expires: expires}
	text = TokenPrefix + secret()
	err = s.db.Tx(ctx, func(tx *state.Tx) error {
		taken := 0
		if err := tx.Row(`SELECT COUNT(*) FROM access_tokens WHERE name = ? AND revoked_at = 0 AND (expires_at = 0 OR expires_at > ?)`,
			[]any{name, micro(now)}, &taken); err != nil {
			return err
		}
		if taken > 0 {
			return fmt.Errorf("%w: a token that is valid has it", ErrTokenName)
		}
		_, err := tx.Exec(`INSERT INTO access_tokens(id, hash, name, role, made_at, made_by, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			t.ID, hashOf(text), name, string(Admin), micro(t.Made), t.MadeBy, micro(expires))
		if err != nil {
			return err
		}
		detail := map[string]any{"name": name, "expires": nil}
		if !expires.IsZero() {
			detail["expires"] = expires.UTC()
		}
		return s.recordTx(tx, ctx, "token.create", "token/"+t.ID, detail)
	})
	if err != nil {
		return Token{}, "", err
	}
	return t, text, nil
}

const tokenQuery = `SELECT id, name, made_at, made_by, expires_at, used_at, revoked_at FROM access_tokens`

func scanToken(scan func(...any) error) (t Token, err error) {
	var made, expires, used, revoked int64
	err = scan(&t.ID, &t.Name, &made, &t.MadeBy, &expires, &used, &revoked)
	t.Made, t.Expires, t.Used, t.Revoked = fromMicro(made), fromMicro(expires), fromMicro(used), fromMicro(revoked)
	return t, err
}

// Tokens returns all tokens there ever were, the newest first.
func (s *Store) Tokens(ctx context.Context) (all []Token, err error) {
	err = s.db.View(ctx, func(tx *state.Tx) error {
		all = nil
		return tx.Each(tokenQuery+` ORDER BY made_at DESC, id`, nil, func(scan func(...any) error) error {
			t, err := scanToken(scan)
			all = append(all, t)
			return err
		})
	})
	return all, err
}

// Revoke ends a token for good; one that is revoked already stays as it is. An unknown
// id fails with [ErrNoToken].
func (s *Store) Revoke(ctx context.Context, id string) (t Token, err error) {
	err = s.db.Tx(ctx, func(tx *state.Tx) error {
		found := false
		if err := tx.Each(tokenQuery+` WHERE id = ?`, []any{id}, func(scan func(...any) error) (err error) {
			found = true
			t, err = scanToken(scan)
			return err
		}); err != nil {
			return err
		}
		if !found {
			return fmt.Errorf("%q: %w", id, ErrNoToken)
		}
		if !t.Revoked.IsZero() {
			return nil
		}
		t.Revoked = s.cfg.Now().UTC()
		if _, err := tx.Exec(`UPDATE access_tokens SET revoked_at = ? WHERE id = ?`, micro(t.Revoked), id); err != nil {
			return err
		}
		return s.recordTx(tx, ctx, "token.revoke", "token/"+id, map[string]any{"name": t.Name})
	})
	return t, err
}

// token returns the valid token that a secret is of, or [ErrToken].
func (s *Store) token(ctx context.Context, text string) (t Token, err error) {
	if !strings.HasPrefix(text, TokenPrefix) || len(text) > 200 {
		return t, ErrToken
	}
	var made, expires, used, revoked int64
	err = s.db.View(ctx, func(tx *state.Tx) error {
		return tx.Row(tokenQuery+` WHERE hash = ?`, []any{hashOf(text)}, &t.ID, &t.Name, &made, &t.MadeBy, &expires, &used, &revoked)
	})
	if errors.Is(err, sql.ErrNoRows) {
		return t, ErrToken
	}
	if err != nil {
		return t, err
	}
	t.Made, t.Expires, t.Used, t.Revoked = fromMicro(made), fromMicro(expires), fromMicro(used), fromMicro(revoked)
	now := s.cfg.Now()
	if !t.Valid(now) {
		return t, ErrToken
	}
	if now.Sub(t.Used) >= seenEvery {
		err = s.db.Tx(ctx, func(tx *state.Tx) error {
			_, err := tx.Exec(`UPDATE access_tokens SET used_at = ? WHERE id = ?`, micro(now), t.ID)
			return err
		})
	}
	return t, err
}
