package replay_test

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/engine/enginetest"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/replay"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
	"github.com/weir-flow/weir/internal/state"
)

func TestMain(m *testing.M) { enginetest.Main(m) }

// counter finds sources with many counted flows in an hour, and remembers the order in
// which it saw rows, so that another order or another row gives another sentence.
type counter struct {
	rule  *rule.Rule
	table *sketch.Table[tally, *tally]
}

type tally struct{ hour, count, order uint64 }

func (t *tally) Clone() tally { return *t }
func (t *tally) Append(dst []byte) []byte {
	for _, v := range []uint64{t.hour, t.count, t.order} {
		dst = binary.LittleEndian.AppendUint64(dst, v)
	}
	return dst
}
func (t *tally) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	t.hour, t.count, t.order = r.Uint64(), r.Uint64(), r.Uint64()
	return r.Rest()
}

func (c *counter) Slice(b *detect.Block, s detect.Slice, out detect.Out) {
	for i := s.Lo; i < s.Hi; i++ {
		if b.Status[i] != detect.StatusFlow {
			continue
		}
		v, _ := c.table.Use(b.SrcHost[i], b.Start[i])
		if hour := uint64(b.Start[i] / int64(time.Hour)); v.hour != hour {
			*v = tally{hour: hour}
		}
		v.count++
		v.order = detect.Key(v.order, uint64(b.Start[i]), b.DstHost[i], uint64(b.SrcPort[i]), b.Bytes[i])
		if v.count%20 != 0 {
			continue
		}
		f := detect.Begin(c.rule, finding.Entity{Kind: finding.KindAddress, ID: b.SrcAddr[i].String()}, b.Start[i])
		f.Count = v.count
		f.Why = fmt.Sprintf("%s has %d flows, order %x", f.Entity.ID, v.count, v.order)
		out.Find(f)
	}
}
func (c *counter) Advance(now int64, _ detect.Out) { c.table.Expire(now - int64(3*time.Hour)) }
func (c *counter) State() []detect.State           { return []detect.State{c.table} }

func config(l *daemon.Lookup, found *replay.Findings, snapshots *replay.Snapshots) replay.Config {
	r := &rule.Rule{ID: "count", Title: "Many flows", Weir: rule.Weir{Family: finding.Surge, Realert: time.Hour}}
	return replay.Config{
		Store: l.Store, Ledger: l.Ledger, Registry: l.Registry, Snapshots: snapshots, Lateness: 10 * time.Minute,
		Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Engine: func() *detect.Engine {
			env := &detect.Env{Registry: l.Registry, Hosts: detect.NewHosts(0)}
			return detect.NewEngine(env, rule.NewSet([]*rule.Rule{r}), []detect.Detector{&counter{r, sketch.NewTable[tally](0)}})
		},
		Sink: func(_ context.Context, list []finding.Finding) error {
			for _, f := range list {
				found.Find(f)
			}
			return nil
		},
	}
}

// TestLiveIsReplay protects the promise that detection does not depend on when
// records come: files that come in any order, twice, hours or a year late, with the process
// dying in between, end in the findings that one pass over all of it gives, number
// for number.
func TestLiveIsReplay(t *testing.T) {
	ctx := t.Context()
	files := generate(t, time.Date(2026, 3, 3, 0, 0, 0, 0, time.UTC), 30_000)
	yearOld := generate(t, time.Date(2025, 3, 3, 0, 0, 0, 0, time.UTC), 6_000)

	for seed := range uint64(2) {
		rng := rand.New(rand.NewPCG(seed, 3))
		l, err := daemon.Open(ctx, daemon.Config{Data: t.TempDir(), Command: "test"})
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close(context.WithoutCancel(ctx))
		snapshots := &replay.Snapshots{Dir: filepath.Join(l.Dir, "detect"), DB: l.State, Digest: "1"}
		if err := snapshots.Open(ctx); err != nil {
			t.Fatal(err)
		}
		var live replay.Findings
		order := slices.Clone(files)
		// Mostly in order, some far too late, some twice.
		for range 1 + len(order)/8 {
			i, j := rng.IntN(len(order)), rng.IntN(len(order))
			order[i], order[j] = order[j], order[i]
		}
		order = append(order, files[rng.IntN(len(files))])
		var f *replay.Follower
		folder := rng.IntN(len(order) / 2) // when a folder of last year comes in between
		for len(order) > 0 {
			if len(order) <= folder {
				if _, err := l.Ingest(ctx, yearOld, nil, daemon.IntakeConfig{}, nil); err != nil {
					t.Fatal(err)
				}
				folder = -1
			}
			n := min(1+rng.IntN(max(1, len(files)/6)), len(order))
			if _, err := l.Ingest(ctx, order[:n], nil, daemon.IntakeConfig{}, nil); err != nil {
				t.Fatal(err)
			}
			order = order[n:]
			if f == nil || rng.IntN(3) == 0 { // it died, and begins from what it had written down
				if f, err = replay.Follow(ctx, config(l, &live, snapshots)); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := f.Step(ctx, false); err != nil {
				t.Fatal(err)
			}
		}
		if f.Settled().IsZero() {
			t.Fatal("nothing was settled")
		}
		if _, err := f.Step(ctx, true); err != nil {
			t.Fatal(err)
		}

		var once replay.Findings
		cfg := config(l, &once, nil)
		cfg.Lateness = -1
		whole, err := replay.Follow(ctx, cfg)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := whole.Step(ctx, true); err != nil {
			t.Fatal(err)
		}
		got, want := sentences(live.Take()), sentences(once.Take())
		if len(want) < 10 {
			t.Fatalf("%d findings in one pass", len(want))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("seed %d: live differs from one pass (-pass +live):\n%s", seed, diff)
		}
	}
}

// generate makes flow logs of two days that end at a time and returns the files.
func generate(t *testing.T, end time.Time, records int) (files []string) {
	t.Helper()
	gen := daemon.DefaultGenConfig()
	gen.Out, gen.Records, gen.Days, gen.Seed, gen.End, gen.Layout = t.TempDir(), records, 2, 7, end, "s3-hourly"
	if _, err := daemon.GenFlows(t.Context(), gen, nil); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(gen.Out, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) < 4 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	return files
}

func sentences(found []finding.Finding) map[string]string {
	all := map[string]string{}
	for _, f := range found {
		all[f.ID] = f.Why
	}
	return all
}

// delivered is the time in the name of a file.
var delivered = regexp.MustCompile(`\d{8}T\d{4}Z`)

// silence finds hours without a record.
type silence struct{ table *sketch.Table[tally, *tally] }

func (q *silence) Slice(b *detect.Block, s detect.Slice, _ detect.Out) {
	v, _ := q.table.Use(1, b.Start[s.Lo])
	v.hour = uint64(b.Start[s.Lo] / int64(time.Hour))
}

func (q *silence) Advance(now int64, out detect.Out) {
	v := q.table.Get(1)
	if before := now/int64(time.Hour) - 1; now%int64(time.Hour) == 0 && v != nil && v.hour < uint64(before) {
		r := &rule.Rule{ID: "silence", Weir: rule.Weir{Family: finding.LogHealth, Realert: time.Hour}}
		out.Find(detect.Begin(r, finding.Entity{Kind: finding.KindSource, ID: "all"}, before*int64(time.Hour)))
	}
}
func (q *silence) State() []detect.State { return []detect.State{q.table} }

// TestWithdraw protects that a finding which late records undo is taken back, by the
// process that finds it so or by one that goes on from what it had written down, and
// only while all that it was found in is there.
func TestWithdraw(t *testing.T) {
	ctx := t.Context()
	for _, dropped := range []bool{false, true} {
		t.Run(fmt.Sprintf("dropped %t", dropped), func(t *testing.T) {
			l, err := daemon.Open(ctx, daemon.Config{Data: t.TempDir(), Command: "test"})
			if err != nil {
				t.Fatal(err)
			}
			defer l.Close(context.WithoutCancel(ctx))
			snapshots := &replay.Snapshots{Dir: filepath.Join(l.Dir, "detect"), DB: l.State, Digest: "1"}
			if err := snapshots.Open(ctx); err != nil {
				t.Fatal(err)
			}
			var live replay.Findings
			var gone []string
			cfg := config(l, &live, snapshots)
			cfg.Engine = func() *detect.Engine {
				env := &detect.Env{Registry: l.Registry, Hosts: detect.NewHosts(0)}
				return detect.NewEngine(env, rule.NewSet(nil), []detect.Detector{&silence{sketch.NewTable[tally](0)}})
			}
			cfg.Withdraw = func(_ context.Context, ids []string) error {
				gone = append(gone, ids...)
				return nil
			}
			end := time.Date(2026, 3, 3, 0, 0, 0, 0, time.UTC)
			files := generate(t, end, 4_000)
			step := func(some []string) {
				t.Helper()
				if _, err := l.Ingest(ctx, some, nil, daemon.IntakeConfig{}, nil); err != nil {
					t.Fatal(err)
				}
				f, err := replay.Follow(ctx, cfg)
				if err != nil {
					t.Fatal(err)
				}
				if _, err := f.Step(ctx, true); err != nil {
					t.Fatal(err)
				}
			}
			slices.Sort(files)
			hour := delivered.FindString(files[len(files)/4])
			var late, rest []string
			for _, f := range files {
				if delivered.FindString(f) == hour {
					late = append(late, f)
				} else {
					rest = append(rest, f)
				}
			}
			step(rest)
			found := live.Take()
			if len(found) == 0 || len(gone) != 0 {
				t.Fatalf("%d hours without records, %v taken back", len(found), gone)
			}
			if dropped { // there once were days before
				err := l.State.Tx(ctx, func(tx *state.Tx) error {
					_, err := tx.Exec(`UPDATE reached SET first = first - 86400 * 30`)
					return err
				})
				if err != nil {
					t.Fatal(err)
				}
			}
			step(late)
			if dropped != (len(gone) == 0) {
				t.Errorf("%d findings, taken back: %v", len(found), gone)
			}
		})
	}
}

// narrow remembers each source, and has no room for them.
type narrow struct{ table *sketch.Table[tally, *tally] }

func (n *narrow) Slice(b *detect.Block, s detect.Slice, _ detect.Out) {
	for i := s.Lo; i < s.Hi; i++ {
		n.table.Use(b.SrcHost[i], b.Start[i])
	}
}
func (n *narrow) Advance(int64, detect.Out) {}
func (n *narrow) State() []detect.State     { return []detect.State{n.table} }

// TestDropped protects that dropped keys are counted for good: by another process, under
// other rules, and when all is gone over anew.
func TestDropped(t *testing.T) {
	ctx := t.Context()
	l, err := daemon.Open(ctx, daemon.Config{Data: t.TempDir(), Command: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close(context.WithoutCancel(ctx))
	if _, err := l.Ingest(ctx, generate(t, time.Date(2026, 3, 3, 0, 0, 0, 0, time.UTC), 2_000), nil, daemon.IntakeConfig{}, nil); err != nil {
		t.Fatal(err)
	}
	var last uint64
	for _, digest := range []string{"1", "1", "2"} {
		snapshots := &replay.Snapshots{Dir: filepath.Join(l.Dir, "detect"), DB: l.State, Digest: digest}
		if err := snapshots.Open(ctx); err != nil {
			t.Fatal(err)
		}
		var found replay.Findings
		cfg := config(l, &found, snapshots)
		cfg.Engine = func() *detect.Engine {
			env := &detect.Env{Registry: l.Registry, Hosts: detect.NewHosts(0)}
			return detect.NewEngine(env, rule.NewSet(nil), []detect.Detector{&narrow{sketch.NewTable[tally](4)}})
		}
		f, err := replay.Follow(ctx, cfg)
		if err != nil {
			t.Fatal(err)
		}
		if f.Dropped() != last {
			t.Errorf("digest %s: begins with %d, want %d", digest, f.Dropped(), last)
		}
		if _, err := f.Step(ctx, true); err != nil {
			t.Fatal(err)
		}
		kept, err := replay.Dropped(ctx, l.State)
		if err != nil || kept != f.Dropped() || kept < last || kept == 0 {
			t.Errorf("digest %s: %d dropped, %d written down after %d, %v", digest, f.Dropped(), kept, last, err)
		}
		last = kept
	}
}
