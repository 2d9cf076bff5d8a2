package access

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

// Config tunes a [Store]. Its zero value is good.
type Config struct {
	Idle     time.Duration // a session ends when it is not used for so long; 0: [DefaultIdle]
	Lifetime time.Duration // and after so long in any case; 0: [DefaultLifetime]
	Log      *slog.Logger
	Now      func() time.Time // for tests
}

// How long a session lasts.
const (
	DefaultIdle     = 8 * time.Hour
	DefaultLifetime = 7 * 24 * time.Hour
)

// Store keeps users, sessions, tokens and the audit. It is safe for use by several
// goroutines and, on one state database, by several processes.
type Store struct {
	db     *state.DB
	cfg    Config
	hasher *hasher
	ready  atomic.Bool // a password is set: it stays so
}

// Open brings the tables up to date and returns the store.
func Open(ctx context.Context, db *state.DB, cfg Config) (*Store, error) {
	if err := db.Migrate(ctx, "access", migrations); err != nil {
		return nil, fmt.Errorf("open access: %w", err)
	}
	if cfg.Idle <= 0 {
		cfg.Idle = DefaultIdle
	}
	if cfg.Lifetime <= 0 {
		cfg.Lifetime = DefaultLifetime
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	return &Store{db: db, cfg: cfg, hasher: newHasher()}, nil
}

// seenEvery is how often the last use of a session or token is written down.
const seenEvery = time.Minute

// secret returns 256 random bits as text for cookies, headers and links.
func secret() string {
	var b [32]byte
	_, _ = rand.Read(b[:]) // never fails
	return base64.RawURLEncoding.EncodeToString(b[:])
}

// hashOf is what is kept of a secret. It has 256 random bits, so it needs neither salt
// nor a slow hash, and looking it up by its hash tells nothing by the time it takes.
func hashOf(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}

func micro(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

func fromMicro(at int64) time.Time {
	if at == 0 {
		return time.Time{}
	}
	return time.UnixMicro(at).UTC()
}
