package daemon

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/appgraph"
	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/state"
	"github.com/weir-flow/weir/internal/store"
)

// ErrNotEmpty says that a directory to restore into holds data.
var ErrNotEmpty = errors.New("the data directory is not empty")

// Restore fills an empty data directory from a backup. It has to own the
// directory. What the backup had half of is taken out: records that were stored
// after the state was copied, and batches under way.
func Restore(ctx context.Context, cfg Config, path string) (info BackupInfo, err error) {
	if cfg.StoreURL != "" {
		return info, fmt.Errorf("restore: %w", ErrServerStore)
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	dir, err := filepath.Abs(cfg.Data)
	if err != nil {
		return info, fmt.Errorf("restore: %w", err)
	}
	l := &Lookup{Dir: dir, cfg: cfg, Registry: record.NewRegistry()}
	if l.owner, err = state.Acquire(dir, cfg.Command); err != nil {
		return info, fmt.Errorf("restore: %w", err)
	}
	defer func() { err = errors.Join(err, l.Close(context.WithoutCancel(ctx))) }()
	if l.instance, err = state.Register(dir); err != nil {
		return info, err
	}
	if err := l.makeEmpty(ctx); err != nil {
		return info, fmt.Errorf("restore into %s: %w", dir, err)
	}
	tmp, err := os.MkdirTemp(dir, ".restore-*")
	if err != nil {
		return info, fmt.Errorf("restore: %w", err)
	}
	defer os.RemoveAll(tmp)
	if info, err = unpackBackup(path, tmp); err != nil {
		return info, fmt.Errorf("restore %s: %w", path, err)
	}
	if err := l.unpackMade(filepath.Join(tmp, backupMade)); err != nil {
		return info, fmt.Errorf("restore rules and settings from %s: %w", path, err)
	}
	held, err := l.restoreFiles(ctx, tmp, info.Database)
	if err == nil {
		err = l.tellRestored(ctx, &info, held)
	}
	if err != nil {
		return info, errors.Join(err, l.undoRestore(ctx))
	}
	info.Path = path
	return info, nil
}

// tellRestored fills in what is there now, of the records that the backup held.
func (l *Lookup) tellRestored(ctx context.Context, info *BackupInfo, held uint64) error {
	totals, err := l.Ledger.Totals(ctx)
	if err != nil {
		return err
	}
	cut, err := interrupted(ctx, l.Ledger)
	if err != nil {
		return err
	}
	now, err := l.countRows(ctx)
	info.Records, info.Objects = totals.Stored, int64(totals.Objects[ledger.Stored])
	info.TakenOut, info.Unfinished = held-min(held, now), len(cut)
	return err
}

// countRows returns how many records are in the store.
func (l *Lookup) countRows(ctx context.Context) (rows uint64, err error) {
	var n proto.ColUInt64
	_, err = l.Store.Select(ctx, "SELECT count() AS n FROM flows", engine.Options{}, proto.Results{{Name: "n", Data: &n}}, func(int) error {
		rows = n[0]
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("count records: %w", err)
	}
	return rows, nil
}

// restoreFiles puts state and store in place and makes them fit together; held is
// how many records the backup held.
func (l *Lookup) restoreFiles(ctx context.Context, from, database string) (held uint64, err error) {
	if err := l.startEngine(ctx); err != nil {
		return 0, err
	}
	l.conn = l.engine.Conn()
	const name = "restore.tar.zst"
	at := filepath.Join(l.backupDir(), name)
	if err := os.Remove(at); err != nil && !errors.Is(err, os.ErrNotExist) {
		return 0, err
	}
	if err := moveFile(filepath.Join(from, backupStore), at); err != nil {
		return 0, fmt.Errorf("restore store: %w", err)
	}
	defer os.Remove(at)
	l.Store = store.Open(l.conn, store.Config{Database: database, Instance: l.instance.ID(), Node: appgraph.Node}, l.cfg.Log)
	if err := l.Store.Restore(ctx, name); err != nil {
		return 0, err
	}
	if held, err = l.countRows(ctx); err != nil {
		return 0, err
	}
	if err := state.Restore(ctx, filepath.Join(from, backupState), state.Path(l.Dir)); err != nil {
		return 0, err
	}
	if err := l.openState(ctx); err != nil {
		return 0, err
	}
	if err := l.ready(ctx); err != nil {
		return 0, err
	}
	if err := l.dropLater(ctx); err != nil {
		return 0, err
	}
	return held, l.keeper(ctx).Rebuild(ctx)
}

// dropLater removes the rows that the state does not know yet.
func (l *Lookup) dropLater(ctx context.Context) error {
	last, err := l.Ledger.LastPart(ctx)
	if err != nil {
		return err
	}
	later := map[store.Day][]uint32{}
	var part, day proto.ColUInt32
	sql := fmt.Sprintf("SELECT DISTINCT part, toYYYYMMDD(start) AS day FROM flows WHERE part > %d", last)
	_, err = l.Store.Select(ctx, sql, engine.Options{}, proto.Results{{Name: "part", Data: &part}, {Name: "day", Data: &day}}, func(n int) error {
		for i := range n {
			later[store.Day(day[i])] = append(later[store.Day(day[i])], part[i])
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("look for records later than the state: %w", err)
	}
	for d, parts := range later {
		if err := l.removeParts(ctx, d, parts); err != nil {
			return err
		}
		if err := l.Ledger.MarkDirty(ctx, ledger.Counted, uint32(d)); err != nil {
			return err
		}
	}
	return nil
}

// undoRestore leaves the directory as empty as it was.
func (l *Lookup) undoRestore(ctx context.Context) error {
	var errs []error
	if l.engine != nil {
		errs = append(errs, l.engine.Stop(context.WithoutCancel(ctx)))
		l.engine = nil
	}
	if l.State != nil {
		errs = append(errs, l.State.Close())
		l.State = nil
	}
	for _, path := range []string{state.Path(l.Dir), state.Path(l.Dir) + "-wal", state.Path(l.Dir) + "-shm", filepath.Join(l.engineDir(), "store")} {
		errs = append(errs, os.RemoveAll(path))
	}
	return errors.Join(errs...)
}

// makeEmpty removes what an opened directory has when nothing was ever taken in.
func (l *Lookup) makeEmpty(ctx context.Context) error {
	if exists(state.Path(l.Dir)) {
		if err := l.openState(ctx); err != nil {
			return err
		}
		totals, err := l.Ledger.Totals(ctx)
		if err != nil {
			return err
		}
		if len(totals.Objects) > 0 {
			return ErrNotEmpty
		}
	} else if exists(filepath.Join(l.engineDir(), "store")) {
		return ErrNotEmpty // a store without its ledger: not ours to judge
	}
	return l.undoRestore(ctx)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
