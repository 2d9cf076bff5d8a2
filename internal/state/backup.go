package state

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Backup writes a copy of the database as it is at this moment, while others
// go on using it, to a file that is there whole or not at all. An existing
// file is replaced.
func (db *DB) Backup(ctx context.Context, path string) error {
	tmp, err := os.MkdirTemp(filepath.Dir(path), ".backup-*") // VACUUM INTO wants a name that is free
	if err != nil {
		return fmt.Errorf("back up state: %w", err)
	}
	defer os.RemoveAll(tmp) //nolint:errcheck // a leftover folder harms nothing
	part := filepath.Join(tmp, "state.db")
	// A connection of its own: the copy only reads, and holds up nobody's writes.
	pool, err := sql.Open("sqlite", sqliteDSN(db.path, false))
	if err != nil {
		return fmt.Errorf("back up state: %w", err)
	}
	defer pool.Close() //nolint:errcheck // nothing was written through it
	err = db.retry(ctx, func() error {
		_, err := pool.ExecContext(ctx, "VACUUM INTO ?", part)
		return err
	})
	if err != nil {
		return fmt.Errorf("back up state to %s: %w", path, err)
	}
	if err := os.Chmod(part, 0o600); err != nil {
		return fmt.Errorf("back up state: %w", err)
	}
	if err := Sync(part); err != nil {
		return fmt.Errorf("back up state: %w", err)
	}
	if err := os.Rename(part, path); err != nil {
		return fmt.Errorf("back up state: %w", err)
	}
	return Sync(filepath.Dir(path))
}

// Check reads the whole database and returns what is wrong with it, one line
// each; none means sound.
func (db *DB) Check(ctx context.Context) ([]string, error) {
	var faults []string
	err := db.View(ctx, func(tx *Tx) error {
		faults = nil
		err := tx.Each("PRAGMA integrity_check", nil, func(scan func(...any) error) error {
			var s string
			if err := scan(&s); err != nil {
				return err
			}
			if s != "ok" {
				faults = append(faults, s)
			}
			return nil
		})
		if err != nil {
			return err
		}
		return tx.Each("PRAGMA foreign_key_check", nil, func(scan func(...any) error) error {
			var table, parent string
			var row, key any
			if err := scan(&table, &row, &parent, &key); err != nil {
				return err
			}
			faults = append(faults, fmt.Sprintf("row %v of %s points at a row of %s that is not there", row, table, parent))
			return nil
		})
	})
	if errors.Is(err, ErrDamaged) { // too broken to be walked through is an answer too
		return append(faults, err.Error()), nil
	}
	if err != nil {
		return nil, fmt.Errorf("check state: %w", err)
	}
	return faults, nil
}

// Restore puts a backup in the place of the database at path. The caller owns
// the data directory and has made sure that nobody has the database open; the
// backup is checked first, and only read. A backup that is damaged changes
// nothing and gives [ErrDamaged].
func Restore(ctx context.Context, backup, path string) error {
	tmp, err := os.MkdirTemp(filepath.Dir(path), ".restore-*")
	if err != nil {
		return fmt.Errorf("restore state: %w", err)
	}
	defer os.RemoveAll(tmp) //nolint:errcheck // a leftover folder harms nothing
	part := filepath.Join(tmp, "state.db")
	if err := copyFile(part, backup); err != nil {
		return fmt.Errorf("restore state: %w", err)
	}
	if err := soundCopy(ctx, part); err != nil {
		return fmt.Errorf("restore state from %s: %w", backup, err)
	}
	// The write-ahead log of the old file must not be played into the new one.
	for _, suffix := range []string{"-wal", "-shm"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("restore state: %w", err)
		}
	}
	if err := os.Rename(part, path); err != nil {
		return fmt.Errorf("restore state: %w", err)
	}
	return Sync(filepath.Dir(path))
}

// soundCopy opens a copied database, so that it is one, and checks it.
func soundCopy(ctx context.Context, path string) error {
	db, err := Open(path)
	if err != nil {
		return err
	}
	faults, err := db.Check(ctx)
	if err := errors.Join(err, db.Close()); err != nil {
		return err
	}
	if len(faults) > 0 {
		return fmt.Errorf("%w: %s", ErrDamaged, faults[0])
	}
	return Sync(path)
}

func copyFile(dst, src string) error {
	in, err := os.Open(src)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // only read
	out, err := os.OpenFile(dst, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// Sync flushes a file or directory to the disk.
func Sync(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
