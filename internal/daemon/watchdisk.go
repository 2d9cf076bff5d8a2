package daemon

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/state"
)

// pipelineCounts are what the pipeline says was stored.
type pipelineCounts = ledger.Counts

// floorBytes is how much of a volume is left free, or a hundredth of a small one: the
// engine needs room to merge, and the state to say what happened.
const floorBytes = 512 << 20

// full says why nothing may be written now, "" when all is well.
func (l *Lookup) full() string {
	if l.cfg.StoreURL != "" {
		return ""
	}
	var fs unix.Statfs_t
	if unix.Statfs(l.Dir, &fs) != nil {
		return ""
	}
	free, floor := fs.Bavail*uint64(fs.Bsize), min(floorBytes, fs.Blocks*uint64(fs.Bsize)/100)
	if free < floor {
		return fmt.Sprintf("the disk is full: %d MB are free, %d MB are kept", free>>20, floor>>20)
	}
	return ""
}

// tablesBytes is what has to be free before tables are made or changed: an engine that
// finds no room leaves definitions that are cut off.
const tablesBytes = 4 << 20

// roomForTables fails with ENOSPC when tables should not be made now.
func (l *Lookup) roomForTables() error {
	var fs unix.Statfs_t
	if l.cfg.StoreURL != "" || unix.Statfs(l.Dir, &fs) != nil || fs.Bavail*uint64(fs.Bsize) >= tablesBytes {
		return nil
	}
	return fmt.Errorf("make the tables in %s: %w", l.Dir, syscall.ENOSPC)
}

// stuck turns an error that room on the disk would mend into a pause.
func (w *Watcher) stuck(err error) error {
	if isFull(err) {
		w.pause("the disk is full: " + err.Error())
	}
	return err
}

// isFull reports whether an error is one that room on the disk would mend.
func isFull(err error) bool {
	return engine.IsDiskFull(err) || errors.Is(err, syscall.ENOSPC) || errors.Is(err, state.ErrFull)
}

func (w *Watcher) pause(why string) {
	w.mu.Lock()
	was := w.paused
	w.paused = why
	w.mu.Unlock()
	switch {
	case why != "" && was == "":
		w.l.cfg.Log.Warn("intake is paused", "why", why)
	case why == "" && was != "":
		w.l.cfg.Log.Info("intake goes on")
	}
}

// Paused says why intake stands still, "" when it does not.
func (w *Watcher) Paused() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.paused
}

// Watching is how a watcher was when it last told.
type Watching struct {
	PID     int           `json:"pid"`
	At      time.Time     `json:"at"`
	Paused  string        `json:"paused"`
	Sources []SourceState `json:"sources"`
	Detect  *Figures      `json:"detection"` // null before anything has settled
}

// saveEvery is how often a watcher tells.
const saveEvery = 2 * time.Second

// save lets other processes know how the sources are.
func (w *Watcher) save(ctx context.Context, now bool) {
	if !now && time.Since(w.saved) < saveEvery {
		return
	}
	w.saved = time.Now()
	if w.detection == nil {
		w.detection = func() *Figures { return nil }
	}
	text, err := json.Marshal(Watching{PID: unix.Getpid(), At: time.Now().UTC(), Paused: w.Paused(), Sources: w.States(), Detect: w.detection()})
	if err == nil {
		err = w.l.State.Migrate(ctx, "daemon", migrations)
	}
	if err == nil {
		err = w.l.State.Tx(ctx, func(tx *state.Tx) error {
			_, err := tx.Exec(`INSERT INTO watching(one, text) VALUES (1, ?) ON CONFLICT(one) DO UPDATE SET text = excluded.text`, string(text))
			return err
		})
	}
	if err != nil {
		w.l.cfg.Log.Debug("state of sources not written", "err", err)
	}
}

// Watching returns how the sources of the last watcher were when it last told; ok is
// false when there was none.
func (l *Lookup) Watching(ctx context.Context) (last Watching, ok bool, err error) {
	if err := l.State.Migrate(ctx, "daemon", migrations); err != nil {
		return last, false, err
	}
	var text string
	err = l.State.View(ctx, func(tx *state.Tx) error {
		err := tx.Row(`SELECT text FROM watching`, nil, &text)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	if err != nil || text == "" {
		return last, false, err
	}
	if err := json.Unmarshal([]byte(text), &last); err != nil {
		return last, false, fmt.Errorf("read state of sources: %w", err)
	}
	if last.Paused == "" {
		last.Paused = l.full() // the watcher had no room to tell
	}
	return last, true, nil
}
