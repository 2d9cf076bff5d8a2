// Package engine runs weir's embedded store, ClickHouse's engine library, and
// talks to it and to ClickHouse servers in one way.
//
// The library runs in a process of its own: this binary, started again as a child
// that loads the library and serves ClickHouse's HTTP interface on a unix socket.
// The child is jailed (no environment, no capabilities, no network, no files but
// its own) because SQL can read and write files; it is supervised because it may
// die, and it ends when its owner ends, however that happens.
//
//	owner --- spawns, watches, restarts ---> child (jail: libchdb, HTTP)
//	  \                                        ^
//	   Conn --- HTTP over unix socket ---------+   <--- Conn of attached commands
//	   Conn --- HTTP over TCP ---> a ClickHouse server
//
// [Find] and [Install] get the library, [Start] owns an engine, [DialSocket]
// attaches to one that another process owns, [Dial] reaches a server, and [Conn] is
// what all three give.
package engine

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

// Config tells how to run an engine. Library and Dir are required.
type Config struct {
	Library     string       // path of the library, from [Find]
	Dir         string       // folder of the engine's own: data, socket, lock; made when missing
	MemoryLimit int64        // bytes the engine may use; [DefaultMemoryLimit] when 0
	ReadOnly    []string     // folders and files that queries may read, none by default
	Logger      *slog.Logger // where the engine's life is told; required
}

// DefaultMemoryLimit is the smaller of a quarter of the machine's memory and 4 GiB,
// in bytes.
func DefaultMemoryLimit() int64 {
	const most = 4 << 30
	if total := totalMemory(); total > 0 {
		return min(most, total/4)
	}
	return most
}

// Engine is an engine that this process owns. It is safe for concurrent use.
type Engine struct {
	cfg   Config
	conn  *Conn
	log   *slog.Logger
	locks locks

	stopping context.Context // ends when Stop is called
	tellStop context.CancelFunc
	ended    chan struct{} // closed when the supervisor has ended and no child is left
	restarts atomic.Int64

	mu       sync.Mutex
	listener *net.UnixListener
	child    *child
	report   childReport
}

// Start starts the engine on cfg.Dir and returns once it answers. From then on it
// is started again whenever it dies, until [Engine.Stop].
//
// Errors wrap [ErrNoLibrary], [ErrDamaged], [ErrMusl], [ErrBusy], [ErrIncompatible]
// or [ErrNoEngine] where they apply.
func Start(ctx context.Context, cfg Config) (*Engine, error) {
	if !supported {
		return nil, fmt.Errorf("start engine: %w", ErrNoEngine)
	}
	e, err := prepare(ctx, cfg)
	if err != nil {
		return nil, fmt.Errorf("start engine: %w", err)
	}
	if err := e.launch(ctx); err != nil {
		e.closeListener()
		e.locks.release()
		return nil, fmt.Errorf("start engine: %w", err)
	}
	go e.supervise()
	return e, nil
}

// prepare checks the configuration and takes the folder.
func prepare(ctx context.Context, cfg Config) (*Engine, error) {
	if cfg.Logger == nil {
		return nil, errors.New("no logger")
	}
	if cfg.MemoryLimit == 0 {
		cfg.MemoryLimit = DefaultMemoryLimit()
	}
	var err error
	if cfg.Library, err = checkLibrary(cfg.Library); err != nil {
		return nil, err
	}
	// The child sees real paths only: a wall stands around what a link points to.
	if err := os.MkdirAll(cfg.Dir, 0o700); err != nil {
		return nil, err
	}
	if cfg.Dir, err = realPath(cfg.Dir); err != nil {
		return nil, err
	}
	if err := ownedByUs(cfg.Dir); err != nil {
		return nil, err
	}
	readOnly := make([]string, len(cfg.ReadOnly))
	for i, path := range cfg.ReadOnly {
		if readOnly[i], err = realPath(path); err != nil {
			return nil, err
		}
	}
	cfg.ReadOnly = readOnly
	conn, err := DialSocket(SocketPath(cfg.Dir))
	if err != nil {
		return nil, err
	}
	locks, err := takeLocks(ctx, cfg.Dir)
	if err != nil {
		return nil, err
	}
	e := &Engine{cfg: cfg, conn: conn, log: cfg.Logger, locks: locks, ended: make(chan struct{})}
	e.stopping, e.tellStop = context.WithCancel(context.Background())
	return e, nil
}

func realPath(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(path)
}

// ownedByUs refuses a folder of another user: root's child has no privilege to
// write there, and what it wrote would be lost to that user.
func ownedByUs(dir string) error {
	info, err := os.Stat(dir)
	if err != nil {
		return err
	}
	if stat, ok := info.Sys().(*syscall.Stat_t); ok && int(stat.Uid) != os.Geteuid() {
		return fmt.Errorf("%s belongs to user %d and this is user %d: run weir as its owner", dir, stat.Uid, os.Geteuid())
	}
	return nil
}

// Conn returns the connection to the engine. It stays good across restarts.
func (e *Engine) Conn() *Conn { return e.conn }

// Socket returns the path of the socket, for other processes' [DialSocket].
func (e *Engine) Socket() string { return SocketPath(e.cfg.Dir) }

// BackupDir returns the only folder that BACKUP and RESTORE may use. It is on the
// same file system as the data.
func (e *Engine) BackupDir() string { return filepath.Join(e.cfg.Dir, "backups") }

// Version returns the engine's version, "26.7.2.1".
func (e *Engine) Version() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.report.Version
}

// Jail returns which walls stand around the engine.
func (e *Engine) Jail() Jail {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.report.Jail
}

// Pid returns the process id of the child, 0 while there is none.
func (e *Engine) Pid() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.child == nil {
		return 0
	}
	return e.child.cmd.Process.Pid
}

// Restarts returns how often the engine died and was started again.
func (e *Engine) Restarts() int64 { return e.restarts.Load() }

// Stop ends the engine and returns when its process is gone. Running statements get
// a moment to finish; if ctx ends first the process is killed, which costs nothing
// that was acknowledged.
func (e *Engine) Stop(ctx context.Context) error {
	e.mu.Lock()
	e.tellStop()
	c := e.child
	e.mu.Unlock()
	e.conn.Close() // idle connections would be waited for
	var err error
	if c != nil {
		err = c.stop(ctx)
	}
	<-e.ended
	return err
}

// Pauses between restarts of an engine that keeps dying.
const (
	firstPause = 50 * time.Millisecond
	longPause  = 5 * time.Second
	goodLife   = 30 * time.Second // a life this long is no crash loop
)

// supervise waits for the child to die and starts it again, until Stop.
func (e *Engine) supervise() {
	defer close(e.ended)
	defer e.locks.release()
	defer e.closeListener()
	pause := firstPause
	for {
		e.mu.Lock()
		c := e.child
		e.mu.Unlock()
		<-c.ended
		e.mu.Lock()
		e.child = nil
		e.mu.Unlock()
		if e.stopping.Err() != nil {
			return
		}
		e.log.Warn("engine ended, starting it again", "pid", c.cmd.Process.Pid, "state", c.state(), "said", c.died())
		if time.Since(c.born) > goodLife {
			pause = firstPause
		}
		for {
			select {
			case <-e.stopping.Done():
				return
			case <-time.After(pause):
			}
			pause = min(pause*2, longPause)
			ctx, cancel := context.WithTimeout(e.stopping, startTime)
			err := e.launch(ctx)
			cancel()
			if err == nil {
				e.restarts.Add(1)
				e.log.Info("engine is back", "pid", e.Pid())
				break
			}
			if e.stopping.Err() != nil {
				return
			}
			// Until now callers waited in the socket's queue; from now on they are told.
			e.closeListener()
			e.log.Error("engine does not start", "error", err, "next_try", pause)
		}
	}
}
