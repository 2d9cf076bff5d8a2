package daemon

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/weir-flow/weir/internal/access"
	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/notify"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/state"
)

// Call is something that a command has done where the data is: by this process, on a
// data directory, or by the server that a person names. What goes there (A) and comes
// back (R) can be written as JSON, so that both ways print the same.
type Call[A, R any] struct {
	Name  string // of the call, in the API
	needs need
	do    func(ctx context.Context, at *counter, args A) (R, error)
	did   func(args A, done R) change // for the audit of the server; nil where nothing is changed, or it is written down already
}

// need is what has to be open for a call.
type need int

const (
	needsNothing need = iota // but the settings
	needsState               // and no engine
	needsStore
)

// change is what the audit is told of a call.
type change struct {
	action, object string
	detail         any
}

// counter is where calls are served.
type counter struct {
	cfg      Config
	settings Settings
	who      string  // asks
	remote   bool    // from elsewhere
	l        *Lookup // nil where no store is needed
	db       *state.DB
	people   *access.Store
	alerts   *alert.Store
	outbox   *notify.Outbox
}

// Here does a call on the data directory, for who.
func (k Call[A, R]) Here(ctx context.Context, cfg Config, settings Settings, who string, args A) (out R, err error) {
	at := &counter{cfg: cfg, settings: settings, who: who}
	ctx = access.Command(ctx, who)
	switch k.needs {
	case needsNothing:
		return k.do(ctx, at, args)
	case needsState:
		d, err := openDesk(cfg)
		if err != nil {
			return out, err
		}
		defer func() { err = errors.Join(err, d.Close()) }()
		at.db = d.db
	default:
		if at.l, err = Open(ctx, cfg); err != nil {
			return out, err
		}
		defer func() { err = errors.Join(err, at.l.Close(context.WithoutCancel(ctx))) }()
		at.db = at.l.State
	}
	if at.alerts, err = alert.Open(ctx, at.db, alert.Config{Changed: hear}); err != nil {
		return out, err
	}
	if at.outbox, err = notify.Open(ctx, at.db, notify.Config{Log: cfg.Log}); err != nil {
		return out, err
	}
	if at.people, err = access.Open(ctx, at.db, access.Config{Log: cfg.Log}); err != nil {
		return out, err
	}
	return k.do(ctx, at, args)
}

// serve does a call whose arguments came as JSON.
func (k Call[A, R]) serve(ctx context.Context, at *counter, text json.RawMessage) (any, *change, error) {
	var args A
	if len(text) > 0 {
		if err := json.Unmarshal(text, &args); err != nil {
			return nil, nil, usage(err)
		}
	}
	out, err := k.do(ctx, at, args)
	if err != nil || k.did == nil {
		return out, nil, err
	}
	did := k.did(args, out)
	return out, &did, nil
}

// usageError is a mistake of the person who calls.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usage(err error) error { return usageError{err} }

// IsUsage reports whether an error is a mistake in what was asked for, not one of the
// work: a filter, a rule or a setting that cannot be read.
func IsUsage(err error) bool {
	var wrong *config.Error
	var asked usageError
	return errors.As(err, &asked) || errors.As(err, &wrong) || query.IsUsage(err) || errors.Is(err, engine.ErrURL) || errors.Is(err, ErrGenConfig)
}
