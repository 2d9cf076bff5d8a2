package daemon

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"time"

	"github.com/ClickHouse/ch-go/proto"
	"golang.org/x/sys/unix"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/replay"
	"github.com/weir-flow/weir/internal/state"
)

// Status is how a data directory is.
type Status struct {
	Data     string           `json:"data"`
	StoreURL string           `json:"store,omitempty"` // without password; empty for the embedded engine
	Owner    *state.OwnerInfo `json:"owner"`
	Engine   EngineStatus     `json:"engine"`
	Tables   []TableStatus    `json:"tables"`
	Disk     uint64           `json:"disk_bytes"`      // of all tables
	State    uint64           `json:"state_bytes"`     // of the state database
	Free     uint64           `json:"disk_free_bytes"` // of the volume
	Days     int              `json:"days"`
	From     *time.Time       `json:"from"` // start of the first record
	To       *time.Time       `json:"to"`
	Objects  map[string]int64 `json:"objects"` // by state: stored, interrupted, open, ...
	Records  uint64           `json:"records"`
	Bad      uint64           `json:"bad"`
	NoData   uint64           `json:"nodata"`
	SkipData uint64           `json:"skipdata"`
	BytesIn  uint64           `json:"bytes_in"`
	Pending  uint64           `json:"pending_batches"`
	Dirty    []DirtyDay       `json:"dirty_days"`
	Overlaps []Overlap        `json:"overlaps"`

	Silent   []SilentInterface `json:"silent_interfaces"`
	Dead     int               `json:"dead_notifications"` // that no target has taken
	Evicted  uint64            `json:"dropped_keys"`       // of detectors whose tables were full, since the data directory was made
	Ceiling  uint64            `json:"disk_ceiling_bytes"` // beyond it the oldest days go; 0: none
	Watching *Watching         `json:"watching"`           // what a watcher follows, as it last told; null when none runs
}

// EngineStatus is which engine answers. Jail and Library are known to the
// process that owns it only.
type EngineStatus struct {
	Version string       `json:"version"`
	Library string       `json:"library,omitempty"`
	Memory  int64        `json:"memory_limit,omitempty"` // bytes
	Jail    *engine.Jail `json:"jail,omitempty"`
}

// TableStatus is what one table takes.
type TableStatus struct {
	Table string `json:"table"`
	Days  int    `json:"days"`
	Rows  uint64 `json:"rows"`
	Bytes uint64 `json:"bytes"`
	Parts uint64 `json:"parts"` // pieces not merged yet
}

// DirtyDay is a day of which something is to be computed anew.
type DirtyDay struct {
	Day  string `json:"day"`
	What string `json:"what"` // rollups, counted
}

// Status gathers how the directory is. It changes nothing.
func (l *Lookup) Status(ctx context.Context) (Status, error) {
	s := Status{Data: l.Dir, StoreURL: Redact(l.cfg.StoreURL), Tables: []TableStatus{}, Objects: map[string]int64{}, Dirty: []DirtyDay{}}
	steps := []func(context.Context, *Status) error{l.statusOwner, l.statusTables, l.statusLedger, l.statusEngine}
	for _, step := range steps {
		if err := step(ctx, &s); err != nil {
			return s, fmt.Errorf("read status: %w", err)
		}
	}
	var err error
	if s.Overlaps, err = l.Overlaps(ctx); err != nil {
		return s, err
	}
	letters, err := l.letters(ctx)
	if err != nil {
		return s, err
	}
	s.Dead = letters["dead"]
	if s.Evicted, err = replay.Dropped(ctx, l.State); err != nil {
		return s, err
	}
	if s.Silent, err = l.SilentInterfaces(ctx); err != nil {
		return s, err
	}
	last, ok, err := l.Watching(ctx)
	if err == nil && ok && unix.Kill(last.PID, 0) == nil && time.Since(last.At) < time.Minute {
		s.Watching = &last
		if last.Detect != nil {
			s.Evicted = max(s.Evicted, last.Detect.Evicted)
		}
	}
	return s, err
}

// SetCeiling fills in how much disk settings allow.
func (s *Status) SetCeiling(keep KeepSettings) {
	if s.Ceiling = uint64(keep.Bytes); s.Ceiling == 0 && s.StoreURL == "" {
		s.Ceiling = volumeShare(s.Data)
	}
}

func (l *Lookup) statusOwner(_ context.Context, s *Status) error {
	owner, owned, err := state.Current(l.Dir)
	if owned {
		s.Owner = &owner
	}
	var fs unix.Statfs_t
	if unix.Statfs(l.Dir, &fs) == nil {
		s.Free = fs.Bavail * uint64(fs.Bsize)
	}
	for _, suffix := range []string{"", "-wal"} {
		if info, err := os.Stat(state.Path(l.Dir) + suffix); err == nil {
			s.State += uint64(info.Size())
		}
	}
	return err
}

func (l *Lookup) statusTables(ctx context.Context, s *Status) error {
	all, err := l.Store.Usage(ctx)
	if err != nil {
		return err
	}
	for _, u := range all {
		if n := len(s.Tables); n == 0 || s.Tables[n-1].Table != u.Table {
			s.Tables = append(s.Tables, TableStatus{Table: u.Table})
		}
		t := &s.Tables[len(s.Tables)-1]
		if u.Day != 0 {
			t.Days++
		}
		t.Rows += u.Rows
		t.Bytes += u.Bytes
		t.Parts += u.Parts
		s.Disk += u.Bytes
	}
	days, err := l.Store.Days(ctx)
	if err != nil {
		return err
	}
	s.Days = len(days)
	var rows proto.ColUInt64
	var from, to proto.ColInt64
	_, err = l.Store.Select(ctx, "SELECT count() AS n, toInt64(toUnixTimestamp(min(start))) AS a, toInt64(toUnixTimestamp(max(start))) AS b FROM flows", engine.Options{},
		proto.Results{{Name: "n", Data: &rows}, {Name: "a", Data: &from}, {Name: "b", Data: &to}}, func(int) error {
			if s.Records = rows[0]; s.Records > 0 {
				first, last := time.Unix(from[0], 0).UTC(), time.Unix(to[0], 0).UTC()
				s.From, s.To = &first, &last
			}
			return nil
		})
	return err
}

func (l *Lookup) statusLedger(ctx context.Context, s *Status) error {
	t, err := l.Ledger.Totals(ctx)
	if err != nil {
		return err
	}
	for state, n := range t.Objects {
		s.Objects[string(state)] = int64(n)
	}
	s.Bad, s.NoData, s.SkipData, s.BytesIn, s.Pending = t.Bad, t.NoData, t.SkipData, t.BytesIn, t.Pending
	dirty, err := l.Ledger.DirtyDays(ctx)
	for _, d := range dirty {
		s.Dirty = append(s.Dirty, DirtyDay{Day: dayText(d.Day), What: d.What})
	}
	return err
}

func (l *Lookup) statusEngine(ctx context.Context, s *Status) error {
	if e := l.Engine(); e != nil {
		jail := e.Jail()
		s.Engine = EngineStatus{Version: e.Version(), Jail: &jail, Memory: l.memory()}
		if lib, err := engine.Find(engine.FindOptions{Flag: l.cfg.Library, Data: l.Dir}); err == nil {
			s.Engine.Library = lib.Path
		}
		return nil
	}
	var version proto.ColStr
	_, err := l.Store.Select(ctx, "SELECT version() AS v", engine.Options{}, proto.Results{{Name: "v", Data: &version}}, func(int) error {
		s.Engine.Version = version.Row(0)
		return nil
	})
	return err
}

func (l *Lookup) memory() int64 {
	if l.cfg.Memory > 0 {
		return l.cfg.Memory
	}
	return engine.DefaultMemoryLimit()
}

// dayText writes the ledger's number of a day, 20260131, as 2026-01-31.
func dayText(day uint32) string {
	return fmt.Sprintf("%04d-%02d-%02d", day/10000, day/100%100, day%100)
}

// Redact takes the password out of a URL.
func Redact(storeURL string) string {
	u, err := url.Parse(storeURL)
	if err != nil {
		return ""
	}
	return u.Redacted()
}
