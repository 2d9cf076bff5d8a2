package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/engine/enginetest"
	"github.com/weir-flow/weir/internal/record"
)

// fill writes n batches of a day each with a part number of its own, from 1 on,
// and returns their rows as text by part.
func fill(t testing.TB, s *Store, reg *record.Registry, w *Writer, rng *rand.Rand, days ...Day) map[uint32][]string {
	t.Helper()
	byPart := map[uint32][]string{}
	rolls := NewRollup(reg)
	for i, day := range days {
		b := randomBatch(reg, rng, day, 150, true)
		part := b.Col(record.Part).U32
		for row := range part {
			part[row] = uint32(i + 1)
		}
		byPart[uint32(i+1)] = rowTexts(b)
		rolls.Reset()
		edges := new(EdgeRows)
		if err := rolls.Add(b); err != nil {
			t.Fatal(err)
		}
		addEdges(edges, reg, b)
		if err := w.Write(t.Context(), fmt.Sprintf("%p-%d", byPart, i), []*record.Batch{b}, rolls, edges); err != nil {
			t.Fatal(err)
		}
	}
	return byPart
}

func sorted(lists ...[]string) []string {
	all := slices.Concat(lists...)
	slices.Sort(all)
	return all
}

// TestRemoveParts: the rows of a part leave the records and the roll-ups, those
// of the next day's first hour too; removing again changes nothing.
func TestRemoveParts(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{Node: testNode})
	reg := record.NewRegistry()
	w := s.Writer(reg)
	next := testDay.Next()
	rows := fill(t, s, reg, w, rand.New(rand.NewPCG(11, 1)), testDay, testDay, next, testDay)
	for range 2 {
		if err := s.RemoveParts(t.Context(), []uint32{1, 4}, []Day{testDay}); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(sorted(rows[2]), readTexts(t, s, testDay)); diff != "" {
		t.Errorf("rows left differ:\n%s", diff)
	}
	if diff := cmp.Diff(sorted(rows[3]), readTexts(t, s, next)); diff != "" {
		t.Errorf("rows of the next day differ:\n%s", diff)
	}
	for _, day := range []Day{testDay, next, next.Next()} {
		noDifferences(t, s, day)
	}
	if err := s.RemoveParts(t.Context(), []uint32{2, 3}, []Day{testDay, next}); err != nil {
		t.Fatal(err)
	}
	for _, table := range append([]string{tableFlows}, rollupTables...) {
		if n := count(t, s, "SELECT count() AS c0 FROM "+table); n != 0 {
			t.Errorf("%s has %d rows after everything was removed", table, n)
		}
	}
}

// TestReplaceDay: a day is replaced as a whole with its roll-ups, or not at all.
func TestReplaceDay(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{Node: testNode})
	reg := record.NewRegistry()
	w := s.Writer(reg)
	rows := fill(t, s, reg, w, rand.New(rand.NewPCG(12, 1)), testDay, testDay, testDay.Next())

	broken := errors.New("broken")
	err := w.ReplaceDay(t.Context(), testDay, func(put func(*record.Batch) error) error {
		b := randomBatch(reg, rand.New(rand.NewPCG(1, 1)), testDay, 20, true)
		return errors.Join(put(b), broken)
	})
	if !errors.Is(err, broken) {
		t.Fatalf("error %v, want %v", err, broken)
	}
	if diff := cmp.Diff(sorted(rows[1], rows[2]), readTexts(t, s, testDay)); diff != "" {
		t.Errorf("a failed replacement changed the day:\n%s", diff)
	}

	var want []string
	err = w.ReplaceDay(t.Context(), testDay, func(put func(*record.Batch) error) error {
		return s.ReadDay(t.Context(), reg, testDay, func(b *record.Batch) error {
			for i := range b.Len() {
				b.Col(record.Counted).U8[i] ^= 1
				b.SrcSide[i], b.DstSide[i] = b.DstSide[i], b.SrcSide[i]
			}
			want = append(want, rowTexts(b)...)
			return put(b)
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sorted(want), readTexts(t, s, testDay)); diff != "" {
		t.Errorf("replaced rows differ:\n%s", diff)
	}
	for _, day := range []Day{testDay, testDay.Next()} {
		noDifferences(t, s, day)
	}
	if n := count(t, s, "SELECT count() AS c0 FROM system.tables WHERE database = '"+s.Database()+"' AND startsWith(name, '"+stagePrefix+"')"); n != 0 {
		t.Errorf("%d staging tables left behind", n)
	}
}

// TestExpire: days age by table, the newest day counts those without suspect
// times, and a byte ceiling takes the oldest records first.
func TestExpire(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{Node: testNode})
	reg := record.NewRegistry()
	w := s.Writer(reg)
	var days []Day
	for day, i := testDay, 0; i < 5; day, i = day.Next(), i+1 {
		days = append(days, day)
	}
	fill(t, s, reg, w, rand.New(rand.NewPCG(13, 1)), days...)
	suspect := record.NewBatch(record.KindFlow, reg)
	suspect.Use(record.Start, record.Flags)
	suspect.Extend(1)
	suspect.Col(record.Start).Time[0] = Day(20990101).Start().UnixNano()
	suspect.Col(record.Flags).U8[0] = record.FlagTimeSuspect
	if err := w.Write(t.Context(), "suspect", []*record.Batch{suspect}, nil, nil); err != nil {
		t.Fatal(err)
	}
	if newest, err := s.NewestDay(t.Context()); err != nil || newest != days[4] {
		t.Fatalf("newest day %v, error %v; want %v", newest, err, days[4])
	}

	stored := func(table string) []Day {
		t.Helper()
		all, err := s.Usage(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var list []Day
		for _, u := range all {
			if u.Table == table && u.Day < 20990101 {
				list = append(list, u.Day)
			}
		}
		return list
	}
	drop := func(ctx context.Context, day Day) error { return s.DropDays(ctx, []Day{day}) }
	if done, err := s.Expire(t.Context(), Keep{}, drop); err != nil || done.Bytes != 0 {
		t.Errorf("keeping everything dropped %+v, error %v", done, err)
	}
	done, err := s.Expire(t.Context(), Keep{RawDays: 3, MinuteDays: 4}, drop)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(days[:2], done.Raw); diff != "" {
		t.Errorf("days of records dropped:\n%s", diff)
	}
	if diff := cmp.Diff(days[2:], stored(tableFlows)); diff != "" {
		t.Errorf("days of records left:\n%s", diff)
	}
	if diff := cmp.Diff(append(days[1:], days[4].Next()), stored(tableMinute)); diff != "" {
		t.Errorf("days of minutes left:\n%s", diff)
	}
	if diff := cmp.Diff(days, stored(tableEdges)); diff != "" {
		t.Errorf("days of edges left:\n%s", diff)
	}
	var total uint64
	all, err := s.Usage(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range all {
		total += u.Bytes
	}
	if done, err = s.Expire(t.Context(), Keep{MaxBytes: total - 1}, drop); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Expired{Raw: days[2:3], Bytes: done.Bytes}, done); diff != "" {
		t.Errorf("one byte too many dropped:\n%s", diff)
	}
	if _, err = s.Expire(t.Context(), Keep{MaxBytes: 1}, drop); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(days[4:], stored(tableFlows)); diff != "" {
		t.Errorf("records left under a ceiling of one byte:\n%s", diff)
	}
	if err := s.DropDays(t.Context(), days[4:]); err != nil {
		t.Fatal(err)
	}
}

// TestMigrate: migrating twice is harmless, what was cut off is completed, and
// a newer store is refused.
func TestMigrate(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{})
	f := func(sql string, want int) {
		t.Helper()
		if err := s.exec(t.Context(), "prepare", sql, nil); err != nil {
			t.Fatal(err)
		}
		if have, _, err := s.Version(t.Context()); err != nil || have != want {
			t.Errorf("version %d, error %v; want %d", have, err, want)
		}
		if err := s.Migrate(t.Context()); err != nil {
			t.Error(err)
		}
		if have, want, err := s.Version(t.Context()); err != nil || have != want {
			t.Errorf("version %d after migration, error %v; want %d", have, err, want)
		}
	}
	newest := 1 + len(migrations)
	f("SELECT 1", newest)
	f("TRUNCATE TABLE weir_meta", 0)
	// As version 1 made them.
	for _, sql := range []string{
		"DROP DICTIONARY contexts_dict", "DROP DICTIONARY paths_dict",
		"ALTER TABLE contexts DROP COLUMN resource_type, DROP COLUMN tgw_id, DROP COLUMN tgw_attachment_id",
		"ALTER TABLE paths DROP COLUMN tgw_src_vpc_id, DROP COLUMN tgw_pair_attachment_id, DROP COLUMN reporter",
		"ALTER TABLE flows DROP COLUMN packets_lost_no_route, DROP COLUMN rtt_msec",
		"TRUNCATE TABLE weir_meta",
	} {
		if err := s.exec(t.Context(), "age", sql, nil); err != nil {
			t.Fatal(err)
		}
	}
	f("INSERT INTO weir_meta (version) VALUES (1)", 1)
	for _, view := range []string{viewVPC, viewFlows} {
		count(t, s, fmt.Sprintf("SELECT count(tgw_id) + count(tgw_pair_attachment_id) + count(packets_lost_no_route) AS c0 FROM %s.%s", quote(s.ViewDatabase()), view))
	}
	if err := s.exec(t.Context(), "age", fmt.Sprintf("INSERT INTO weir_meta (version) VALUES (%d)", newest+1), nil); err != nil {
		t.Fatal(err)
	}
	if err := s.Migrate(t.Context()); !errors.Is(err, ErrNewer) {
		t.Errorf("error %v, want %v", err, ErrNewer)
	}
}

// TestBackup: what is restored is what was there, roll-ups and names too.
func TestBackup(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{Node: testNode})
	reg := record.NewRegistry()
	w := s.Writer(reg)
	rows := fill(t, s, reg, w, rand.New(rand.NewPCG(14, 1)), testDay, testDay)
	for _, suffix := range []string{"", ".tar.zst"} {
		name := s.Database() + suffix
		if err := s.Backup(t.Context(), name); err != nil {
			t.Fatal(err)
		}
		fill(t, s, reg, w, rand.New(rand.NewPCG(14, 2)), testDay.Next())
		if err := s.Restore(t.Context(), name); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(sorted(rows[1], rows[2]), readTexts(t, s, testDay)); diff != "" {
			t.Errorf("restored rows differ:\n%s", diff)
		}
		if n := count(t, s, "SELECT count() AS c0 FROM "+quote(s.ViewDatabase())+".vpc_flow_logs"); n != 300 {
			t.Errorf("restored view has %d rows, want 300", n)
		}
		noDifferences(t, s, testDay)
	}
}

// TestEngineKilled: the engine dies again and again while batches are written;
// each is sent under its token until it is taken, and nothing is lost or twice.
func TestEngineKilled(t *testing.T) {
	t.Parallel()
	e := enginetest.Start(t, t.TempDir())
	t.Cleanup(func() { e.Stop(context.Background()) })
	s := storeOn(t, e.Conn(), Config{Node: testNode})
	reg := record.NewRegistry()
	w := s.Writer(reg)
	rng := rand.New(rand.NewPCG(15, 1))

	var killer sync.WaitGroup
	killer.Go(func() {
		for i := range 4 {
			time.Sleep(time.Duration(100+70*i) * time.Millisecond)
			if pid := e.Pid(); pid > 0 {
				syscall.Kill(pid, syscall.SIGKILL)
			}
		}
	})
	const batches = 6
	var retries, total int
	rolls := NewRollup(reg)
	for i := range batches {
		b := randomBatch(reg, rng, testDay, 20000, true)
		total += b.Len()
		rolls.Reset()
		edges := new(EdgeRows)
		if err := rolls.Add(b); err != nil {
			t.Fatal(err)
		}
		addEdges(edges, reg, b)
		for {
			err := w.Write(t.Context(), fmt.Sprint("kill", i), []*record.Batch{b}, rolls, edges)
			if err == nil {
				break
			}
			if !engine.IsRetryable(err) {
				t.Fatal(err)
			}
			retries++
			time.Sleep(20 * time.Millisecond)
		}
	}
	killer.Wait()
	if retries == 0 {
		t.Error("no write met a dying engine: the test tests nothing")
	}
	deadline := time.Now().Add(10 * time.Second)
	for e.Conn().Ping(t.Context()) != nil && time.Now().Before(deadline) {
		time.Sleep(20 * time.Millisecond)
	}
	if n := count(t, s, "SELECT count() AS c0 FROM flows"); n != uint64(total) {
		t.Errorf("%d records stored, want %d", n, total)
	}
	for _, day := range []Day{testDay, testDay.Next()} {
		noDifferences(t, s, day)
	}
}

// TestEndInstance: the statements of a process that is gone end, those of others
// do not.
func TestEndInstance(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{Instance: "dead" + randomName()})
	other := Open(s.conn, Config{Database: s.Database()}, s.log)
	began := time.Now()
	failed := make(chan error, 1)
	go func() {
		failed <- s.exec(context.Background(), "sleep", "SELECT count() FROM numbers(30) WHERE NOT ignore(sleepEachRow(1))",
			map[string]string{"max_block_size": "1", "function_sleep_max_microseconds_per_block": "60000000"})
	}()
	for count(t, other, "SELECT count() AS c0 FROM system.processes WHERE startsWith(Settings['log_comment'], '"+s.cfg.Instance+"-')") == 0 {
		if time.Since(began) > 5*time.Second {
			t.Fatal("the statement does not run")
		}
		time.Sleep(5 * time.Millisecond)
	}
	if err := other.EndInstance(t.Context(), s.cfg.Instance); err != nil {
		t.Fatal(err)
	}
	if err := <-failed; !engine.IsCancelled(err) {
		t.Errorf("error %v, want a cancelled one", err)
	}
	if time.Since(began) > 20*time.Second {
		t.Error("it was not ended but waited for")
	}
}
