package daemon

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/ClickHouse/ch-go/proto"
	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/engine/enginetest"
	"github.com/weir-flow/weir/internal/fleet"
	"github.com/weir-flow/weir/internal/source/s3/s3test"
)

func TestMain(m *testing.M) {
	engine.RunIfChild()
	if os.Getenv(faultData) != "" {
		os.Exit(faultChild())
	}
	if os.Getenv(servedData) != "" {
		os.Exit(servedChild())
	}
	// The buckets of all tests take the same credentials, so that tests can run side by side.
	dir, err := os.MkdirTemp("", "weir-daemon-test-*")
	if err != nil {
		panic(err)
	}
	for name, value := range s3test.Env(dir) {
		os.Setenv(name, value)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// open opens a data directory as commands do; it skips where the engine
// library is missing.
func open(t testing.TB, dir string) *Lookup {
	t.Helper()
	_, err := engine.Find(engine.FindOptions{Data: dir})
	enginetest.Need(t, err)
	log := slog.New(slog.NewTextHandler(testWriter{t}, &slog.HandlerOptions{Level: slog.LevelWarn}))
	l, err := Open(t.Context(), Config{Data: dir, Command: "weir test", Log: log})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return l
}

// needEngine skips where the engine library is missing.
func needEngine(t testing.TB) {
	t.Helper()
	_, err := engine.Find(engine.FindOptions{})
	enginetest.Need(t, err)
}

type testWriter struct{ t testing.TB }

func (w testWriter) Write(p []byte) (int, error) { w.t.Log(string(p)); return len(p), nil }

// day is the day all tests end on, so that they see the same records.
var day = time.Date(2026, 3, 10, 15, 0, 0, 0, time.UTC)

// small is a fleet of a few days and tens of thousands of records.
func small() fleet.Config {
	cfg := fleet.DefaultConfig()
	cfg.End, cfg.Days, cfg.Records, cfg.Cells = day, 2, 40_000, 3
	return cfg
}

// total is one line of counted flows.
type total struct {
	Action, Direction     string
	Flows, Bytes, Packets uint64
}

// totals reads what is counted from the raw rows, or from a roll-up.
func totals(t *testing.T, l *Lookup, sql string) []total {
	t.Helper()
	var action, direction proto.ColStr
	var flows, bytes, packets proto.ColUInt64
	var got []total
	_, err := l.Store.Select(t.Context(), sql, engine.Options{}, proto.Results{
		{Name: "a", Data: &action}, {Name: "d", Data: &direction},
		{Name: "f", Data: &flows}, {Name: "b", Data: &bytes}, {Name: "p", Data: &packets},
	}, func(rows int) error {
		for i := range rows {
			got = append(got, total{action.Row(i), direction.Row(i), flows[i], bytes[i], packets[i]})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

const rawTotals = `SELECT toString(action) AS a,
  multiIf(bitAnd(scopes,7) = 1 AND bitAnd(bitShiftRight(scopes,3),7) = 1, 'internal', bitAnd(bitShiftRight(scopes,3),7) = 1, 'inbound', bitAnd(scopes,7) = 1, 'outbound', 'external') AS d,
  count() AS f, sum(bytes) AS b, sum(packets) AS p
FROM flows WHERE counted = 1 GROUP BY a, d ORDER BY a, d`

const minuteTotals = `SELECT toString(action) AS a, '' AS d, sum(flows) AS f, sum(bytes) AS b, sum(packets) AS p
FROM roll_minute GROUP BY a HAVING f > 0 ORDER BY a`

const edgeTotals = `SELECT toString(action) AS a, '' AS d, sum(flows) AS f, sum(bytes_to_server + bytes_to_client) AS b, sum(packets_to_server + packets_to_client) AS p
FROM edges GROUP BY a ORDER BY a`

func wantTotals(truth fleet.Truth) []total {
	var want []total
	for _, f := range truth.Flows {
		want = append(want, total{f.Action, f.Direction, uint64(f.Flows), f.Bytes, f.Packets})
	}
	sortTotals(want)
	return want
}

func sortTotals(s []total) {
	for i := range s {
		for j := i; j > 0 && (s[j].Action < s[j-1].Action || s[j].Action == s[j-1].Action && s[j].Direction < s[j-1].Direction); j-- {
			s[j], s[j-1] = s[j-1], s[j]
		}
	}
}

// byAction sums totals over directions, as roll-ups without them have it.
func byAction(in []total) []total {
	var out []total
	for _, x := range in {
		if n := len(out); n > 0 && out[n-1].Action == x.Action {
			out[n-1].Flows += x.Flows
			out[n-1].Bytes += x.Bytes
			out[n-1].Packets += x.Packets
			continue
		}
		x.Direction = ""
		out = append(out, x)
	}
	return out
}

// verify compares rows and roll-ups with the truth.
func verify(t *testing.T, l *Lookup, truth fleet.Truth) {
	t.Helper()
	want := wantTotals(truth)
	if diff := cmp.Diff(want, totals(t, l, rawTotals)); diff != "" {
		t.Errorf("counted rows (-truth +got):\n%s", diff)
	}
	if diff := cmp.Diff(byAction(want), totals(t, l, minuteTotals)); diff != "" {
		t.Errorf("minute roll-up (-truth +got):\n%s", diff)
	}
	if diff := cmp.Diff(byAction(want), totals(t, l, edgeTotals)); diff != "" {
		t.Errorf("edges (-truth +got):\n%s", diff)
	}
}

// TestTotalsEqualTheTruth: each flow is counted once, whoever logs.
func TestTotalsEqualTheTruth(t *testing.T) {
	t.Parallel()
	f := func(name string, change func(*fleet.Config)) {
		t.Run(name, func(t *testing.T) {
			cfg := small()
			change(&cfg)
			dir := filepath.Join(t.TempDir(), "logs")
			truth, err := fleet.Write(t.Context(), dir, cfg, nil)
			if err != nil {
				t.Fatal(err)
			}
			l := open(t, filepath.Join(t.TempDir(), "data"))
			got, err := l.Ingest(t.Context(), []string{dir}, nil, IntakeConfig{}, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got.Stored != truth.Records.Total || got.Bad != 0 || len(got.Failures) > 0 {
				t.Errorf("stored %d of %d records, %d bad, failures %v", got.Stored, truth.Records.Total, got.Bad, got.Failures)
			}
			verify(t, l, truth)
		})
	}

	f("both ends and NAT log", func(*fleet.Config) {})
	f("some interfaces log, as senders", func(c *fleet.Config) { c.Witness = fleet.SourceOnly })
	f("some interfaces log, as receivers", func(c *fleet.Config) { c.Witness = fleet.DestOnly })
	f("only the NAT gateways log", func(c *fleet.Config) { c.Witness = fleet.NATOnly })
	f("two flow logs overlap", func(c *fleet.Config) { c.Overlap, _ = fleet.ParseFormat("2") })
	// Version 3 has no flow direction. Version 2 lacks the packet addresses as
	// well: pods and NAT gateways cannot be told from hosts then.
	f("version 3", func(c *fleet.Config) { c.Format, _ = fleet.ParseFormat("3") })
	f("version 11", func(c *fleet.Config) { c.Format, _ = fleet.ParseFormat("11") })
}

// TestNaming: internal sides get their interface's name, and never another's.
func TestNaming(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "logs")
	truth, err := fleet.Write(t.Context(), dir, small(), nil)
	if err != nil {
		t.Fatal(err)
	}
	l := open(t, filepath.Join(t.TempDir(), "data"))
	if _, err := l.Ingest(t.Context(), []string{dir}, nil, IntakeConfig{}, nil); err != nil {
		t.Fatal(err)
	}
	type holder struct{ network, addr string }
	owners := map[holder][]fleet.Holder{}
	for _, h := range truth.Addresses {
		k := holder{h.Network, h.Address}
		owners[k] = append(owners[k], h)
	}
	var network, addr, iface proto.ColStr
	var start, n proto.ColUInt64
	var named, unnamed, wrong uint64
	sql := `SELECT dictGet('weir.contexts_dict','vpc_id',ctx) AS network, replaceOne(IPv6NumToString(end.1),'::ffff:','') AS addr,
  dictGet('weir.sides_dict','interface_id',end.2) AS iface, toUInt64(start) AS at, count() AS n
FROM (SELECT ctx, start, arrayJoin([
   (if(pkt_srcaddr = toIPv6('::'), srcaddr, pkt_srcaddr), src_side, bitAnd(scopes,7)),
   (if(pkt_dstaddr = toIPv6('::'), dstaddr, pkt_dstaddr), dst_side, bitAnd(bitShiftRight(scopes,3),7))]) AS end
  FROM flows WHERE scopes != 0)
WHERE end.3 IN (1, 2) GROUP BY network, addr, iface, at`
	_, err = l.Store.Select(t.Context(), sql, engine.Options{}, proto.Results{
		{Name: "network", Data: &network}, {Name: "addr", Data: &addr}, {Name: "iface", Data: &iface}, {Name: "at", Data: &start}, {Name: "n", Data: &n},
	}, func(rows int) error {
		for i := range rows {
			at := time.Unix(int64(start[i]), 0).UTC()
			got := iface.Row(i)
			if got == "" {
				unnamed += n[i]
				continue
			}
			ok := false
			var had []string
			for _, h := range owners[holder{network.Row(i), addr.Row(i)}] {
				had = append(had, fmt.Sprint(h.Interface, " ", h.From, " ", h.To))
				ok = ok || h.Interface == got && !at.Before(h.From.Add(-time.Minute)) && !at.After(h.To.Add(time.Minute))
			}
			if ok {
				named += n[i]
				continue
			}
			if wrong == 0 {
				t.Errorf("%s in %s at %s is called %s; truth: %v", addr.Row(i), network.Row(i), at, got, had)
			}
			wrong += n[i]
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("internal sides: %d named, %d unnamed, %d wrong", named, unnamed, wrong)
	if wrong > 0 || 100*named < 99*(named+unnamed) {
		t.Errorf("%d named, %d unnamed, %d wrong", named, unnamed, wrong)
	}
}
