package daemon

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/weir-flow/weir/internal/access"
	"github.com/weir-flow/weir/internal/state"
)

// desk is a data directory opened for its state alone: no engine is needed, and a
// server may work on it.
type desk struct {
	db       *state.DB
	instance *state.Instance
}

func openDesk(cfg Config) (d desk, err error) {
	dir, err := filepath.Abs(cfg.Data)
	if err != nil {
		return d, fmt.Errorf("open data directory: %w", err)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return d, fmt.Errorf("open data directory: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, d.Close())
		}
	}()
	if d.instance, err = state.Register(dir); err != nil {
		return d, err
	}
	d.db, err = state.Open(state.Path(dir))
	return d, err
}

// Close lets go of the data directory.
func (d desk) Close() error {
	var errs []error
	if d.db != nil {
		errs = append(errs, d.db.Close())
	}
	if d.instance != nil {
		errs = append(errs, d.instance.Close())
	}
	return errors.Join(errs...)
}

// AccessDesk is where it is said who may reach the server of a data directory. What is
// done there holds for a running server at once.
type AccessDesk struct {
	*access.Store
	desk
}

// The words of access, for those who print them.
type AccessToken = access.Token

// MinPassword is the number of characters that a password has at least.
const MinPassword = access.MinPassword

// OpenAccess opens the access of a data directory.
func OpenAccess(ctx context.Context, cfg Config) (_ *AccessDesk, err error) {
	d := &AccessDesk{}
	if d.desk, err = openDesk(cfg); err != nil {
		return nil, err
	}
	if d.Store, err = access.Open(ctx, d.db, access.Config{Log: cfg.Log}); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return d, nil
}

// AsCommand returns the context of what somebody does by a command, for the audit.
func AsCommand(ctx context.Context, name string) context.Context { return access.Command(ctx, name) }
