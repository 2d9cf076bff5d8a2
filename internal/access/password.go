package access

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"database/sql"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"

	"github.com/weir-flow/weir/internal/state"
)

// The shortest and the longest password: NIST SP 800-63B counts length above all,
// and hashing takes no book.
const (
	MinPassword = 12   // characters
	maxPassword = 1024 // bytes
)

var (
	// ErrPassword says why a password cannot be set.
	ErrPassword = errors.New("the password will not do")
	// ErrLogin says that nobody has this name and password, and not which is wrong.
	ErrLogin = errors.New("wrong password")
	// ErrBusy says that too many passwords are being checked at once.
	ErrBusy = errors.New("too many logins at once")
)

// Cost of a hash: the OWASP Password Storage Cheat Sheet's choice for argon2id with
// 19 MiB.
const (
	argonTime    = 2
	argonMemory  = 19 << 10 // KiB
	argonThreads = 1
	argonKey     = 32
	argonSalt    = 16
)

// hasher runs few hashes at once: each takes memory, and strangers can ask for them.
type hasher struct {
	slots chan struct{}
	dummy string // hash that no password has
}

func newHasher() *hasher {
	return &hasher{slots: make(chan struct{}, 2), dummy: encodeHash(make([]byte, argonSalt), make([]byte, argonKey))}
}

func (h *hasher) enter(ctx context.Context) (leave func(), err error) {
	select {
	case h.slots <- struct{}{}:
		return func() { <-h.slots }, nil
	case <-ctx.Done():
		return nil, fmt.Errorf("%w: %w", ErrBusy, ctx.Err())
	}
}

// hash returns the PHC string of a password.
func (h *hasher) hash(ctx context.Context, password string) (string, error) {
	leave, err := h.enter(ctx)
	if err != nil {
		return "", err
	}
	defer leave()
	salt := make([]byte, argonSalt)
	_, _ = rand.Read(salt) // never fails
	return encodeHash(salt, argon2.IDKey([]byte(password), salt, argonTime, argonMemory, argonThreads, argonKey)), nil
}

// matches reports whether a password has a hash. It takes as long for one that has not.
func (h *hasher) matches(ctx context.Context, password, encoded string) (bool, error) {
	leave, err := h.enter(ctx)
	if err != nil {
		return false, err
	}
	defer leave()
	p, err := parseHash(encoded)
	if err != nil {
		return false, err
	}
	got := argon2.IDKey([]byte(password), p.salt, p.time, p.memory, p.threads, uint32(len(p.key)))
	return subtle.ConstantTimeCompare(got, p.key) == 1, nil
}

func encodeHash(salt, key []byte) string {
	b64 := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, argonMemory, argonTime, argonThreads, b64(salt), b64(key))
}

type parsedHash struct {
	time, memory uint32
	threads      uint8
	salt, key    []byte
}

// parseHash reads a PHC string; errors do not show it.
func parseHash(text string) (p parsedHash, err error) {
	bad := errors.New("a stored password hash cannot be read")
	part := strings.Split(text, "$")
	if len(part) != 6 || part[1] != "argon2id" || part[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return p, bad
	}
	if _, err := fmt.Sscanf(part[3], "m=%d,t=%d,p=%d", &p.memory, &p.time, &p.threads); err != nil {
		return p, bad
	}
	var saltErr, keyErr error
	p.salt, saltErr = base64.RawStdEncoding.DecodeString(part[4])
	p.key, keyErr = base64.RawStdEncoding.DecodeString(part[5])
	if saltErr != nil || keyErr != nil || len(p.key) < 16 || p.time < 1 || p.threads < 1 || p.memory > 1<<20 || p.time > 100 {
		return p, bad
	}
	return p, nil
}

// checkPassword says what is wrong with a password that is to be set.
func checkPassword(password string) error {
	switch {
	case !utf8.ValidString(password):
		return fmt.Errorf("%w: it is not UTF-8 text", ErrPassword)
	case utf8.RuneCountInString(password) < MinPassword:
		return fmt.Errorf("%w: it has less than %d characters", ErrPassword, MinPassword)
	case len(password) > maxPassword:
		return fmt.Errorf("%w: it has more than %d bytes", ErrPassword, maxPassword)
	case strings.Count(password, password[:1]) == len(password):
		return fmt.Errorf("%w: it is one character over and over", ErrPassword)
	}
	return nil
}

// HasPassword reports whether the administrator has a password.
func (s *Store) HasPassword(ctx context.Context) (bool, error) {
	if s.ready.Load() {
		return true, nil
	}
	_, err := s.password(ctx, Administrator)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	s.ready.Store(true)
	return true, nil
}

func (s *Store) password(ctx context.Context, name string) (hash string, err error) {
	err = s.db.View(ctx, func(tx *state.Tx) error {
		return tx.Row(`SELECT password FROM access_users WHERE name = ?`, []any{name}, &hash)
	})
	return hash, err
}

// SetPassword sets the administrator's password and ends all sessions. An unfit one
// fails with [ErrPassword].
func (s *Store) SetPassword(ctx context.Context, password string) error {
	return s.setPassword(ctx, password, false)
}

// setPassword sets the password; a first one only when there is none.
func (s *Store) setPassword(ctx context.Context, password string, first bool) error {
	if err := checkPassword(password); err != nil {
		return err
	}
	hash, err := s.hasher.hash(ctx, password)
	if err != nil {
		return fmt.Errorf("set password: %w", err)
	}
	return s.db.Tx(ctx, func(tx *state.Tx) error {
		n := 0
		if err := tx.Row(`SELECT COUNT(*) FROM access_users WHERE name = ?`, []any{Administrator}, &n); err != nil {
			return err
		}
		if first && n > 0 {
			return ErrSetup
		}
		set := tx.Dialect().Upsert("access_users", []string{"name"}, []string{"role", "password", "changed_at"})
		if _, err := tx.Exec(set, Administrator, string(Admin), hash, micro(s.cfg.Now())); err != nil {
			return err
		}
		if _, err := tx.Exec(`DELETE FROM access_sessions WHERE name = ?`, Administrator); err != nil {
			return err
		}
		return s.recordTx(tx, ctx, "password.set", "user/"+Administrator, nil)
	})
}

// checkLogin fails with [ErrLogin] unless the user has the password.
func (s *Store) checkLogin(ctx context.Context, name, password string) error {
	hash, err := s.password(ctx, name)
	known := err == nil
	switch {
	case errors.Is(err, sql.ErrNoRows):
		hash = s.hasher.dummy // nobody learns from the time it takes who there is
	case err != nil:
		return err
	}
	if len(password) > maxPassword {
		return ErrLogin
	}
	ok, err := s.hasher.matches(ctx, password, hash)
	if err != nil {
		return err
	}
	if !known || !ok {
		return ErrLogin
	}
	return nil
}
