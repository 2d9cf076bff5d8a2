package daemon

import (
	"archive/tar"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/build"
	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/ledger"
)

// The files of a backup.
const (
	backupNote  = "backup.json"
	backupState = "state.db"
	backupStore = "store.tar.zst"
	backupMade  = "made.tar" // what people made in the app; older backups have none
)

func backupFiles() []string { return []string{backupNote, backupState, backupStore, backupMade} }

// BackupInfo says what is in a backup.
type BackupInfo struct {
	Format   int       `json:"format"` // 1
	Weir     string    `json:"weir"`   // version that made it
	Time     time.Time `json:"time"`
	Database string    `json:"database"`
	Records  uint64    `json:"records"`
	Objects  int64     `json:"objects"`
	Path     string    `json:"path,omitempty"`
	Bytes    int64     `json:"bytes,omitempty"`
	// Of a restore: what came in while the backup was made, and is not in it.
	TakenOut   uint64 `json:"taken_out,omitempty"`  // records whose files the backup does not have whole
	Unfinished int    `json:"unfinished,omitempty"` // files to be read on
}

// ErrServerStore says that the store is a ClickHouse server, whose own tools
// back it up.
var ErrServerStore = errors.New("the store is a ClickHouse server, which has backups of its own")

// ErrNotBackup says that a path is no backup of weir's.
var ErrNotBackup = errors.New("this is no backup made by weir")

// Backup writes everything into a file, when path ends in .tar, or into a new
// folder. Intake may go on meanwhile; what it adds may be missing.
func (l *Lookup) Backup(ctx context.Context, path string) (info BackupInfo, err error) {
	if l.cfg.StoreURL != "" {
		return info, fmt.Errorf("back up: %w", ErrServerStore)
	}
	if _, err := os.Lstat(path); err == nil {
		return info, fmt.Errorf("back up to %s: %w", path, fs.ErrExist)
	}
	status, err := l.Ledger.Totals(ctx)
	if err != nil {
		return info, err
	}
	info = BackupInfo{
		Format: 1, Weir: build.Version(), Time: time.Now().UTC().Truncate(time.Second), Database: l.Store.Database(),
		Records: status.Stored, Objects: int64(status.Objects[ledger.Stored]),
	}
	tmp, err := os.MkdirTemp(filepath.Dir(path), ".weir-backup-*")
	if err != nil {
		return info, fmt.Errorf("back up: %w", err)
	}
	defer os.RemoveAll(tmp)
	// The state first: rows that are stored after it are known by their part
	// numbers, and taken out when both are restored.
	if err := l.State.Backup(ctx, filepath.Join(tmp, backupState)); err != nil {
		return info, err
	}
	if l.cfg.step != nil {
		l.cfg.step("state copied")
	}
	name := fmt.Sprintf("backup-%d-%s.tar.zst", os.Getpid(), time.Now().UTC().Format("20060102T150405"))
	made := filepath.Join(l.backupDir(), name)
	ran := engine.Running(l.engineDir())
	defer func() { l.dropBackup(made, ran, err) }()
	if err := l.Store.Backup(ctx, name); err != nil {
		return info, err
	}
	if err := moveFile(made, filepath.Join(tmp, backupStore)); err != nil {
		return info, fmt.Errorf("back up: %w", err)
	}
	if err := l.packMade(filepath.Join(tmp, backupMade)); err != nil {
		return info, fmt.Errorf("back up rules and settings: %w", err)
	}
	note, err := json.Marshal(info)
	if err != nil {
		return info, err
	}
	if err := os.WriteFile(filepath.Join(tmp, backupNote), append(note, '\n'), 0o600); err != nil {
		return info, fmt.Errorf("back up: %w", err)
	}
	info.Path = path
	if info.Bytes, err = place(tmp, path); err != nil {
		return info, fmt.Errorf("back up to %s: %w", path, err)
	}
	return info, nil
}

// orphanEnds is how long an engine may live on without its owner, and a bit.
const orphanEnds = 10 * time.Second

// dropBackup removes what the engine made of a backup, and the lock that it makes
// beside it. When the engine's owner was killed, the engine writes on until it notices.
func (l *Lookup) dropBackup(made string, engineRan int, why error) {
	if errors.Is(why, engine.ErrEngineGone) {
		for end := time.Now().Add(orphanEnds); engineRan != 0 && engine.Running(l.engineDir()) == engineRan && time.Now().Before(end); {
			time.Sleep(10 * time.Millisecond)
		}
	}
	for _, path := range []string{made, made + ".lock"} {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			l.cfg.Log.Warn("a backup that was cut off is left behind", "path", path, "err", err)
		}
	}
}

// backUpBefore copies what is stored before its tables are brought from one
// version to another: there is no way back but this. A copy of an earlier try
// stays, as it is from before anything was changed. A server's tables are left to
// its own backups.
func (l *Lookup) backUpBefore(ctx context.Context, have, want int) error {
	if have == 0 || have > want || l.cfg.StoreURL != "" {
		return nil
	}
	path := filepath.Join(l.Dir, "backups", fmt.Sprintf("before-tables-%d.tar", want))
	if exists(path) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("back up before a migration: %w", err)
	}
	if _, err := l.Backup(ctx, path); err != nil {
		return fmt.Errorf("before a migration: %w", err)
	}
	l.cfg.Log.Info("backed up before a migration", "path", path)
	return nil
}

// backupDir is the folder that the engine reads and writes backups in.
func (l *Lookup) backupDir() string { return filepath.Join(l.engineDir(), "backups") }

// place makes the gathered files the backup, whole or not at all.
func place(tmp, path string) (size int64, err error) {
	files := backupFiles()
	for _, name := range files {
		info, err := os.Stat(filepath.Join(tmp, name))
		if err != nil {
			return 0, err
		}
		size += info.Size()
	}
	if !strings.HasSuffix(path, ".tar") {
		return size, os.Rename(tmp, path)
	}
	part := filepath.Join(tmp, "all.tar")
	f, err := os.OpenFile(part, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return 0, err
	}
	w := tar.NewWriter(f)
	for _, name := range files {
		if err = addFile(w, filepath.Join(tmp, name), name); err != nil {
			break
		}
	}
	if err = errors.Join(err, w.Close(), f.Sync(), f.Close()); err != nil {
		return 0, err
	}
	return size, os.Rename(part, path)
}

func addFile(w *tar.Writer, path, name string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: info.Size(), ModTime: info.ModTime()}); err != nil {
		return err
	}
	_, err = io.Copy(w, f)
	return err
}

// moveFile renames, or copies between volumes.
func moveFile(from, to string) error {
	if os.Rename(from, to) == nil {
		return nil
	}
	return copyFile(from, to)
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return fill(out, in)
}

// fill writes a new file and closes it.
func fill(out *os.File, in io.Reader) error {
	_, err := io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// unpackBackup puts a backup's files into a folder and reads its note.
func unpackBackup(path, to string) (info BackupInfo, err error) {
	st, err := os.Stat(path)
	if err != nil {
		return info, err
	}
	if st.IsDir() {
		for _, name := range backupFiles() {
			if err := copyFile(filepath.Join(path, name), filepath.Join(to, name)); err != nil {
				if name == backupMade && errors.Is(err, fs.ErrNotExist) {
					continue
				}
				if errors.Is(err, fs.ErrNotExist) {
					return info, fmt.Errorf("%w: %s is missing", ErrNotBackup, name)
				}
				return info, err
			}
		}
	} else if err := untar(path, to); err != nil {
		return info, err
	}
	note, err := os.ReadFile(filepath.Join(to, backupNote))
	if err != nil {
		return info, fmt.Errorf("%w: %s is missing", ErrNotBackup, backupNote)
	}
	if err := json.Unmarshal(note, &info); err != nil || info.Format != 1 {
		return info, fmt.Errorf("%w, or by a newer one", ErrNotBackup)
	}
	return info, nil
}

// untar takes the files of a backup out of a tar file, and nothing else.
func untar(path, to string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	r := tar.NewReader(f)
	for n := 0; ; n++ {
		h, err := r.Next()
		if errors.Is(err, io.EOF) && n >= 3 {
			return nil
		}
		if err != nil || !slices.Contains(backupFiles(), h.Name) {
			return ErrNotBackup
		}
		out, err := os.OpenFile(filepath.Join(to, h.Name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err != nil {
			return err
		}
		if err := fill(out, r); err != nil {
			return err
		}
	}
}
