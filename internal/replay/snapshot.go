package replay

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/state"
)

// Snapshots keeps states of an engine on disk, so that a process need not begin
// anew and late rows need not go over everything. Bytes are in files that are only
// ever added, a shard of a table in one piece; which pieces make a snapshot is in the
// state database. A shard that did not change since the snapshot before is not
// written again.
type Snapshots struct {
	Dir string // made when missing
	DB  *state.DB
	// Digest names what the bytes mean: rules and version of the detectors. Snapshots
	// of another digest are of no use and are removed.
	Digest string
}

var migrations = []state.Migration{{Name: "snapshots", SQL: `
CREATE TABLE snapshots(
	id      <id>,
	digest  TEXT NOT NULL,
	mark    <int> NOT NULL,   -- watermark, nanoseconds since 1970
	seq     <int> NOT NULL,   -- batches that it was built from
	engine  <blob> NOT NULL,  -- what is not in tables
	streams <blob> NOT NULL,  -- newest start by stream
	pieces  <blob> NOT NULL   -- where the shards are
);
CREATE INDEX snapshots_mark ON snapshots(mark);
`}, {Name: "what was found, to be taken back", SQL: `
CREATE TABLE told(
	id     TEXT NOT NULL,  -- of a finding that stands
	at     <int> NOT NULL, -- where the engine was when it told, nanoseconds since 1970
	first  <int> NOT NULL, -- and when it first did
	digest TEXT NOT NULL,
	body   TEXT NOT NULL,  -- what all tellings up to then say together
	PRIMARY KEY (id, at)
) <clustered>;
CREATE INDEX told_at ON told(at);
CREATE TABLE reached(first <int> NOT NULL);  -- start of the earliest record ever, seconds since 1970
`}, {Name: "keys that were dropped", SQL: `
CREATE TABLE dropped(keys <int> NOT NULL);  -- because tables were full, since the data directory was made
`}}

// Open makes the tables of snapshots.
func (s *Snapshots) Open(ctx context.Context) error {
	if err := os.MkdirAll(s.Dir, 0o700); err != nil {
		return fmt.Errorf("keep snapshots of detection: %w", err)
	}
	return s.DB.Migrate(ctx, "replay", migrations)
}

// piece is where a shard lies.
type piece struct {
	File   string `json:"f"`
	Offset int64  `json:"o"`
	Length int64  `json:"n"`
	Sum    uint32 `json:"c"`
}

// snapshot is a row of the table.
type snapshot struct {
	id      int64
	mark    int64
	seq     uint64
	engine  []byte
	streams map[string]int64
	pieces  [][]piece // by table and shard
}

// every is how much event time lies between snapshots; older ones are thinned out to
// one a day, and those of more than keepDays days before the newest go.
const (
	every    = int64(time.Hour)
	keepDays = 32
)

// newest returns the newest snapshot at or before a watermark, nil when there is none.
func (s *Snapshots) newest(ctx context.Context, before int64) (*snapshot, error) {
	return s.find(ctx, `digest = ? AND mark <= ?`, s.Digest, before)
}

// last returns the newest snapshot of any digest, whose pieces mean nothing to this one.
func (s *Snapshots) last(ctx context.Context) (*snapshot, error) { return s.find(ctx, `TRUE`) }

func (s *Snapshots) find(ctx context.Context, where string, args ...any) (*snapshot, error) {
	var found *snapshot
	err := s.DB.View(ctx, func(tx *state.Tx) error {
		found = nil
		return tx.Each(`SELECT id, mark, seq, engine, streams, pieces FROM snapshots WHERE `+where+` ORDER BY mark DESC, id DESC LIMIT 1`,
			args, func(scan func(...any) error) error {
				n := &snapshot{}
				var streams, pieces []byte
				if err := scan(&n.id, &n.mark, &n.seq, &n.engine, &streams, &pieces); err != nil {
					return err
				}
				found = n
				return errors.Join(json.Unmarshal(streams, &n.streams), json.Unmarshal(pieces, &n.pieces))
			})
	})
	return found, err
}

// load fills the tables of an engine.
func (s *Snapshots) load(n *snapshot, e *detect.Engine) error {
	states := e.State()
	if len(states) != len(n.pieces) {
		return fmt.Errorf("snapshot has %d tables, the detectors have %d", len(n.pieces), len(states))
	}
	files := map[string]*os.File{}
	defer func() {
		for _, f := range files {
			f.Close()
		}
	}()
	var buf []byte
	for t, shards := range n.pieces {
		for i, p := range shards {
			if p.Length == 0 {
				continue
			}
			f := files[p.File]
			if f == nil {
				var err error
				if f, err = os.Open(filepath.Join(s.Dir, filepath.Base(p.File))); err != nil {
					return err
				}
				files[p.File] = f
			}
			buf = slices.Grow(buf[:0], int(p.Length))[:p.Length]
			if _, err := f.ReadAt(buf, p.Offset); err != nil {
				return fmt.Errorf("read %s: %w", p.File, err)
			}
			if crc32.ChecksumIEEE(buf) != p.Sum {
				return fmt.Errorf("%s is damaged", p.File)
			}
			if err := states[t].ReadShard(i, buf); err != nil {
				return fmt.Errorf("read %s: %w", p.File, err)
			}
		}
	}
	return e.ReadClock(n.engine)
}

// write adds a snapshot: the dirty shards to a new file, the others where base has
// them. It is there whole or not at all.
func (s *Snapshots) write(ctx context.Context, n *snapshot, base *snapshot, e *detect.Engine, dropped uint64) (err error) {
	states := e.State()
	n.pieces = make([][]piece, len(states))
	name := fmt.Sprintf("%016x-%s.state", uint64(n.mark), strconv.FormatInt(time.Now().UnixNano(), 36))
	f, err := os.OpenFile(filepath.Join(s.Dir, name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, f.Close())
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	var at int64
	var buf []byte
	for t, table := range states {
		n.pieces[t] = make([]piece, detect.Shards)
		for i := range detect.Shards {
			if base != nil && !table.Dirty(i) {
				n.pieces[t][i] = base.pieces[t][i]
				continue
			}
			if buf = table.AppendShard(i, buf[:0]); len(buf) == 0 {
				continue
			}
			if _, err := f.Write(buf); err != nil {
				return err
			}
			n.pieces[t][i] = piece{name, at, int64(len(buf)), crc32.ChecksumIEEE(buf)}
			at += int64(len(buf))
		}
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := state.Sync(s.Dir); err != nil {
		return err
	}
	n.engine = e.AppendClock(nil)
	streams, err1 := json.Marshal(n.streams)
	pieces, err2 := json.Marshal(n.pieces)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	return s.DB.Tx(ctx, func(tx *state.Tx) error {
		if _, err := tx.Exec(`DELETE FROM snapshots WHERE digest <> ? OR mark >= ?`, s.Digest, n.mark); err != nil {
			return err
		}
		_, err := tx.Exec(`INSERT INTO snapshots(digest, mark, seq, engine, streams, pieces) VALUES (?, ?, ?, ?, ?, ?)`,
			s.Digest, n.mark, int64(n.seq), n.engine, streams, pieces)
		if err != nil {
			return err
		}
		if _, err := tx.Exec(`DELETE FROM dropped`); err != nil {
			return err
		}
		_, err = tx.Exec(`INSERT INTO dropped(keys) VALUES (?)`, int64(dropped)) //nolint:gosec // far below
		return err
	})
}

// Dropped returns how many keys of detectors were dropped since the data directory was
// made because a table was full, as it was last written down.
func Dropped(ctx context.Context, db *state.DB) (n uint64, err error) {
	if err := db.Migrate(ctx, "replay", migrations); err != nil {
		return 0, err
	}
	err = db.View(ctx, func(tx *state.Tx) error {
		return tx.Row(`SELECT COALESCE(MAX(keys), 0) FROM dropped`, nil, &n)
	})
	return n, err
}

// forget drops the snapshots behind a watermark: what they were built from was not
// all there was.
func (s *Snapshots) forget(ctx context.Context, after int64) error {
	return s.DB.Tx(ctx, func(tx *state.Tx) error {
		_, err := tx.Exec(`DELETE FROM snapshots WHERE mark > ?`, after)
		return err
	})
}

// thin keeps of older snapshots the last of each day and removes files that none
// needs.
func (s *Snapshots) thin(ctx context.Context) error {
	const day = int64(24 * time.Hour)
	used := map[string]bool{}
	err := s.DB.Tx(ctx, func(tx *state.Tx) error {
		clear(used)
		type row struct{ id, mark int64 }
		var rows []row
		err := tx.Each(`SELECT id, mark FROM snapshots ORDER BY mark DESC`, nil, func(scan func(...any) error) error {
			var r row
			err := scan(&r.id, &r.mark)
			rows = append(rows, r)
			return err
		})
		if err != nil {
			return err
		}
		kept := map[int64]bool{}
		for i, r := range rows {
			age := rows[0].mark - r.mark
			if i < 3 || age < 6*every || age <= keepDays*day && !kept[r.mark/day] {
				kept[r.mark/day] = true
				continue
			}
			if _, err := tx.Exec(`DELETE FROM snapshots WHERE id = ?`, r.id); err != nil {
				return err
			}
		}
		return tx.Each(`SELECT pieces FROM snapshots`, nil, func(scan func(...any) error) error {
			var text []byte
			if err := scan(&text); err != nil {
				return err
			}
			var pieces [][]piece
			if err := json.Unmarshal(text, &pieces); err != nil {
				return err
			}
			for _, shards := range pieces {
				for _, p := range shards {
					used[p.File] = true
				}
			}
			return nil
		})
	})
	if err != nil {
		return err
	}
	files, err := os.ReadDir(s.Dir)
	if err != nil {
		return err
	}
	for _, f := range files {
		if strings.HasSuffix(f.Name(), ".state") && !used[f.Name()] {
			if err := os.Remove(filepath.Join(s.Dir, f.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	return nil
}

// restore gives the follower an engine whose state is of before a watermark: the
// newest snapshot, or one that has seen nothing. Snapshots behind it are dropped. A
// snapshot that cannot be read is passed over.
func (f *Follower) restore(ctx context.Context, before int64) error {
	f.dropped, f.base, f.saved = f.Dropped(), nil, 0
	f.engine = nil
	for f.Snapshots != nil {
		n, err := f.Snapshots.newest(ctx, before)
		if err != nil {
			return err
		}
		if n == nil {
			break
		}
		e := f.Config.Engine()
		if err := f.Snapshots.load(n, e); err != nil {
			f.Log.Warn("a snapshot of detection cannot be read; an older one is taken", "err", err)
			before = n.mark - 1
			continue
		}
		f.engine, f.settled, f.base, f.saved = e, n.mark, n, n.mark
		if f.seq == 0 { // at the start; later the cut is ahead of the snapshot's
			f.seq = n.seq
			maps.Copy(f.newest, n.streams)
		}
		return f.Snapshots.forget(ctx, n.mark)
	}
	f.engine, f.settled = f.Config.Engine(), 0
	if f.Snapshots != nil && before != math.MaxInt64 {
		return f.Snapshots.forget(ctx, 0)
	}
	return nil
}

// save writes a snapshot when enough time has passed since the last one.
func (f *Follower) save(ctx context.Context, now bool) error {
	if f.Snapshots == nil || f.settled == f.saved || !now && f.settled-f.saved < every {
		return nil
	}
	n := &snapshot{mark: f.settled, seq: f.seq, streams: f.newest}
	if err := f.Snapshots.write(ctx, n, f.base, f.engine, f.Dropped()); err != nil {
		return fmt.Errorf("write down the state of detection: %w", err)
	}
	f.base, f.saved = n, n.mark
	return f.Snapshots.thin(ctx)
}
