// Package daemon wires the rooms together, in one place: Lookup for commands
// that ask, Intake for those that take objects in.
package daemon

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/weir-flow/weir/internal/appgraph"
	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/state"
	"github.com/weir-flow/weir/internal/store"
)

// Config tells where the data lives and who asks.
type Config struct {
	Data     string // data directory, made when missing
	StoreURL string // ClickHouse server, http(s)://user@host:8123/database; empty: the embedded engine
	Library  string // engine library or its folder; empty: looked for, see [engine.Find]
	Memory   int64  // bytes the engine may use; 0: [engine.DefaultMemoryLimit]
	Assets   string // file with the roles of hosts, for incidents; may be empty
	Alerts   AlertSettings
	Command  string // what this process is called towards others: "weir ingest"
	Log      *slog.Logger

	Own   bool // be the owner of the directory, or fail naming who is
	Later bool // leave days that are to be computed anew to a [Watcher]
	// Crowded opens a directory also when a full disk leaves no room to put in order
	// what a process that died has left: [Lookup.Settle] does, before anything is taken in.
	Crowded bool

	step func(string) // between the steps of the store and of repairs, for fault tests; may be nil
}

// DefaultData returns the data directory of the user: $WEIR_DATA, or weir in
// the folder for user data (XDG Base Directory).
func DefaultData() string {
	if dir := os.Getenv("WEIR_DATA"); dir != "" {
		return dir
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "weir")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		home = "."
	}
	return filepath.Join(home, ".local", "share", "weir")
}

// Lookup is an open data directory with its store. One process owns the
// directory and its engine; all others attach to it.
type Lookup struct {
	Store    *store.Store
	Ledger   *ledger.Ledger
	State    *state.DB
	Registry *record.Registry
	Dir      string

	cfg      Config
	conn     *engine.Conn
	instance *state.Instance

	dry       atomic.Pointer[map[string]bool] // rules in dry run, as they were read last
	rulesKept atomic.Pointer[string]          // the user's files of rules, as the database has them

	scratch   bool // the directory goes when this process does
	unsettled bool // there was no room to put it in order

	mu     sync.Mutex // guards what changes when the owner ends
	owner  *state.Owner
	engine *engine.Engine
}

// Open opens a data directory: as its owner, or attached to the process that
// is. As owner it first puts in order what a process that died has left.
func Open(ctx context.Context, cfg Config) (_ *Lookup, err error) {
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	dir, err := filepath.Abs(cfg.Data)
	if err != nil {
		return nil, fmt.Errorf("open data directory: %w", err)
	}
	l := &Lookup{Dir: dir, cfg: cfg, Registry: record.NewRegistry()}
	defer func() {
		if err != nil {
			err = errors.Join(err, l.Close(context.WithoutCancel(ctx)))
		}
	}()

	l.owner, err = state.Acquire(dir, cfg.Command)
	if err != nil && (cfg.Own || !errors.Is(err, state.ErrOwned)) {
		return nil, err
	}
	if l.instance, err = state.Register(dir); err != nil {
		return nil, err
	}
	// The engine takes the longest to start, so the state opens beside it.
	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error { return l.connect(gctx) })
	g.Go(func() error { return l.openState(gctx) })
	if err := g.Wait(); err != nil {
		return nil, err
	}
	user, password := l.conn.Login()
	l.Store = store.Open(l.conn, store.Config{
		Database: l.conn.Database(), User: user, Password: password,
		Instance: l.instance.ID(), Node: appgraph.Node,
		Own:    func(ctx context.Context) error { return l.own(ctx, true) },
		Closed: l.closedDays, Step: cfg.step,
	}, cfg.Log)
	if err := l.Retry(ctx, func() error { return l.ready(ctx) }); err != nil {
		return nil, err
	}
	return l, nil
}

// openState opens the transactional state and the ledger in it.
func (l *Lookup) openState(ctx context.Context) (err error) {
	if l.State, err = state.Open(state.Path(l.Dir)); err != nil {
		return err
	}
	alive := func(instance string) bool { return state.Alive(l.Dir, instance) }
	l.Ledger, err = ledger.Open(ctx, l.State, l.instance.ID(), alive)
	return err
}

// connect starts the engine, or reaches the one that is there.
func (l *Lookup) connect(ctx context.Context) (err error) {
	switch {
	case l.cfg.StoreURL != "":
		if l.conn, err = engine.Dial(l.cfg.StoreURL); err != nil {
			return err
		}
		return l.reachServer(ctx)
	case l.owner != nil:
		if err := l.startEngine(ctx); err != nil {
			return err
		}
		l.conn = l.engine.Conn()
		return nil
	default:
		if l.conn, err = engine.DialSocket(engine.SocketPath(l.engineDir())); err != nil {
			return err
		}
		return l.attach(ctx)
	}
}

func (l *Lookup) engineDir() string { return filepath.Join(l.Dir, "engine") }

func (l *Lookup) startEngine(ctx context.Context) error {
	lib, err := engine.Find(engine.FindOptions{Flag: l.cfg.Library, Data: l.Dir})
	if err != nil {
		return err
	}
	e, err := engine.Start(ctx, engine.Config{Library: lib.Path, Dir: l.engineDir(), MemoryLimit: l.cfg.Memory, Logger: l.cfg.Log})
	if err != nil {
		return err
	}
	l.engine = e
	l.sweepBackups()
	return nil
}

// sweepBackups removes backups that an engine which is gone had begun: this process's
// engine has begun none yet.
func (l *Lookup) sweepBackups() {
	left, _ := filepath.Glob(filepath.Join(l.backupDir(), "backup-*")) // the pattern is good
	for _, path := range left {
		if err := os.RemoveAll(path); err != nil {
			l.cfg.Log.Warn("a backup that was cut off is left behind", "path", path, "err", err)
		}
	}
}

// ownerStarts is how long an attached command waits for the owner's engine.
const ownerStarts = 15 * time.Second

// attach waits until the owner's engine answers; if the owner ends before, this
// process takes its place.
func (l *Lookup) attach(ctx context.Context) error {
	deadline := time.Now().Add(ownerStarts)
	for {
		err := l.conn.Ping(ctx)
		if err == nil {
			return nil
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if time.Now().After(deadline) {
			owner, _, _ := state.Current(l.Dir)
			return fmt.Errorf("reach the engine of %q (pid %d): %w", owner.Command, owner.PID, err)
		}
		if err := l.Reconnect(ctx); err != nil {
			return err
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// Reconnect is called when the engine is gone. An owner's engine comes back by
// itself; where another process was the owner and has ended, this one becomes
// it.
func (l *Lookup) Reconnect(ctx context.Context) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.owner != nil || l.cfg.StoreURL != "" {
		return nil
	}
	owner, err := state.Acquire(l.Dir, l.cfg.Command)
	if errors.Is(err, state.ErrOwned) {
		return nil
	}
	if err != nil {
		return err
	}
	l.owner = owner
	l.cfg.Log.Info("the owner of the data directory has ended, going on as owner")
	return l.startEngine(ctx)
}

// reconnects is how often a question is asked again when the engine went away
// under it.
const reconnects = 40

// Retry runs ask, and again when the engine was gone: it comes back within a
// second, or this process starts it.
func (l *Lookup) Retry(ctx context.Context, ask func() error) error {
	for try := 0; ; try++ {
		err := ask()
		if err == nil || !errors.Is(err, engine.ErrEngineGone) || try == reconnects {
			return err
		}
		if err := l.Reconnect(ctx); err != nil {
			return err
		}
		select {
		case <-time.After(100 * time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// ready brings the tables up to date and clears away what dead processes left.
func (l *Lookup) ready(ctx context.Context) error {
	have, want, err := l.Store.Version(ctx)
	for wait := time.Now().Add(ownerStarts); err == nil && have < want && !l.Owner() && time.Now().Before(wait); {
		time.Sleep(20 * time.Millisecond) // the owner is making the tables
		have, want, err = l.Store.Version(ctx)
	}
	if err != nil {
		return err
	}
	if have != want {
		if l.owner == nil {
			return fmt.Errorf("open store: its tables are of version %d, this weir needs %d, and another process owns the directory; end that one first", have, want)
		}
		if err := l.roomForTables(); err != nil {
			return err
		}
		if err := l.backUpBefore(ctx, have, want); err != nil {
			return err
		}
		if err := l.Store.Migrate(ctx); err != nil {
			return err
		}
	}
	if err := l.Store.Wake(ctx); err != nil {
		return err
	}
	if err := l.finishDrops(ctx); err != nil {
		return fmt.Errorf("drop old days: %w", err)
	}
	err = l.tidy(ctx)
	if l.cfg.Crowded && isFull(err) {
		l.cfg.Log.Warn("a process had died, and the disk is too full to put in order what it left", "err", err)
		l.unsettled = true
		return nil
	}
	return err
}

// Settle does what [Open] could not for want of room, after dropping what is older or
// more than is to be kept.
func (l *Lookup) Settle(ctx context.Context, keep KeepSettings) (gone store.Expired, err error) {
	if !l.unsettled {
		return gone, nil
	}
	if gone, err = l.Expire(ctx, keep); err != nil {
		return gone, err
	}
	if err := l.Retry(ctx, func() error { return l.tidy(ctx) }); err != nil {
		return gone, err
	}
	l.unsettled = false
	return gone, nil
}

// tidy takes out what dead processes had half done, and computes anew what they
// touched.
func (l *Lookup) tidy(ctx context.Context) error {
	orphans, err := l.Ledger.Orphans(ctx)
	if err != nil {
		return err
	}
	if len(orphans) == 0 {
		return l.catchUp(ctx)
	}
	if err := l.own(ctx, false); errors.Is(err, ErrForeignStore) || errors.Is(err, ErrOtherStore) {
		l.cfg.Log.Warn("a process had died while it took objects into another store; open that one to put it in order", "why", err)
		return nil
	}
	found, err := l.keeper(ctx).Recover(ctx)
	if err != nil {
		return fmt.Errorf("recover from a process that died: %w", err)
	}
	l.cfg.Log.Warn("a process had died while it took objects in; what it had not finished was taken out",
		"batches", found.Batches, "objects", len(found.Objects))
	return l.catchUp(ctx)
}

// catchUp computes anew what a process that died has left dirty. Only the owner
// does: the days of a living process are its own to finish.
func (l *Lookup) catchUp(ctx context.Context) error {
	dirty, err := l.Ledger.DirtyDays(ctx)
	if err != nil || len(dirty) == 0 || l.owner == nil {
		return err
	}
	if err := l.own(ctx, false); err != nil {
		return nil //nolint:nilerr // another data directory's store: it is that one's to finish
	}
	in := l.keeper(ctx)
	if err := in.FinishDays(ctx); err != nil || l.cfg.Later {
		return err
	}
	if err := in.Rebuild(ctx); err != nil {
		return err
	}
	return in.Flush(ctx)
}

// Query returns what answers questions from the store.
func (l *Lookup) Query() *query.Runner {
	return query.New(l.conn, query.Config{Database: l.Store.Database(), Views: l.Store.ViewDatabase(), Retry: l.Retry}, l.cfg.Log)
}

// Owner reports whether this process owns the data directory.
func (l *Lookup) Owner() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.owner != nil
}

// Engine returns the engine this process runs, or nil.
func (l *Lookup) Engine() *engine.Engine {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.engine
}

// Close lets go of everything, in reverse order.
func (l *Lookup) Close(ctx context.Context) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	var errs []error
	if l.conn != nil {
		l.conn.Close()
	}
	switch {
	case l.engine == nil:
	case l.scratch: // nothing of it is kept, so it need not end in order
		now, cancel := context.WithCancel(ctx)
		cancel()
		_ = l.engine.Stop(now)
	default:
		errs = append(errs, l.engine.Stop(ctx))
	}
	if l.State != nil {
		errs = append(errs, l.State.Close())
	}
	if l.instance != nil {
		errs = append(errs, l.instance.Close())
	}
	if l.owner != nil {
		errs = append(errs, l.owner.Close())
	}
	if l.scratch {
		errs = append(errs, os.RemoveAll(l.Dir))
	}
	return errors.Join(errs...)
}
