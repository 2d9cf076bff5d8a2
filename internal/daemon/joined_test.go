package daemon

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/ClickHouse/ch-go/proto"
	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/engine/enginetest"
	"github.com/weir-flow/weir/internal/fleet"
)

// TestJoinedTotalsEqualTheTruth: flows that a transit gateway passes, and those
// that GCP reports from both sides, are counted once, whoever logs.
func TestJoinedTotalsEqualTheTruth(t *testing.T) {
	t.Parallel()
	f := func(name string, change func(*fleet.Config)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cfg := small()
			cfg.Days, cfg.Records, cfg.Cells = 1, 4_000, 1 // midnight is among them
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
				t.Errorf("stored %d of %d records, %d bad, %d failures", got.Stored, truth.Records.Total, got.Bad, len(got.Failures))
			}
			verify(t, l, truth)
		})
	}
	joined := func(vpcs fleet.JoinedLogs, gateway fleet.GatewayLogs, lost int) func(*fleet.Config) {
		return func(c *fleet.Config) {
			c.Joined = fleet.Joined{VPCs: 3, VPCLogs: vpcs, Gateway: gateway, LostEach: lost}
		}
	}

	f("both ends and the gateway log", joined(fleet.AllVPCs, fleet.EveryAttachment, 20))
	f("only the gateway logs", joined(fleet.NoVPC, fleet.EveryAttachment, 20))
	f("one side and the gateway log", joined(fleet.FirstVPC, fleet.EveryAttachment, 20))
	f("one attachment logs", joined(fleet.NoVPC, fleet.FirstAttachment, 20))
	f("two flow logs cover the gateway", joined(fleet.NoVPC, fleet.TwoLogs, 20))
	f("both ends log, and the gateway twice", joined(fleet.AllVPCs, fleet.TwoLogs, 20))
	f("both ends log, the gateway does not", joined(fleet.AllVPCs, fleet.NoAttachment, 0))
	f("attacks and lost records", func(c *fleet.Config) {
		// The days of the others, with an estate whose interfaces fail now and then.
		*c = fleet.HostsConfig(20, 1, 4_000, c.End)
		c.Joined = fleet.Joined{VPCs: 3, Gateway: fleet.EveryAttachment, Share: 0.05}
		c.Plant = fleet.Plant{Attacks: fleet.Attacks(), SkipGap: true}
	})
	f("GCP, both reporters", func(c *fleet.Config) { c.GCP = fleet.BothReporters })
	f("GCP, only SRC", func(c *fleet.Config) { c.GCP = fleet.SrcReporter })
	f("GCP, only DEST", func(c *fleet.Config) { c.GCP = fleet.DestReporter })
}

// TestJoinedOneByOne: what one process learned of networks and attachments the
// next one finds in the stored rows, in whatever order the flow logs come.
func TestJoinedOneByOne(t *testing.T) {
	t.Parallel()
	f := func(name string, joined fleet.Joined, backwards bool) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cfg := small()
			cfg.Days, cfg.Records, cfg.Cells, cfg.Joined = 1, 1_000, 1, joined
			dir := filepath.Join(t.TempDir(), "logs")
			truth, err := fleet.Write(t.Context(), dir, cfg, nil)
			if err != nil {
				t.Fatal(err)
			}
			accounts, err := os.ReadDir(filepath.Join(dir, "AWSLogs"))
			if err != nil {
				t.Fatal(err)
			}
			data := filepath.Join(t.TempDir(), "data")
			_, err = engine.Find(engine.FindOptions{Data: data})
			enginetest.Need(t, err)
			for i := range accounts {
				if backwards {
					i = len(accounts) - 1 - i
				}
				l, err := Open(t.Context(), Config{Data: data, Command: "weir test"})
				if err != nil {
					t.Fatal(err)
				}
				if _, err := l.Ingest(t.Context(), []string{filepath.Join(dir, "AWSLogs", accounts[i].Name())}, nil, IntakeConfig{}, nil); err != nil {
					t.Fatal(err)
				}
				if err := l.Close(context.Background()); err != nil {
					t.Fatal(err)
				}
			}
			verify(t, open(t, data), truth)
		})
	}
	f("the gateway last", fleet.Joined{VPCs: 3, Gateway: fleet.EveryAttachment, LostEach: 20}, true)
	f("no gateway", fleet.Joined{VPCs: 3, Gateway: fleet.NoAttachment}, false)
	if os.Getenv("WEIR_SOAK") == "" {
		return // both orders, with and without a gateway, were met
	}
	f("the gateway first", fleet.Joined{VPCs: 3, Gateway: fleet.EveryAttachment, LostEach: 20}, false)
	f("one VPC and the gateway", fleet.Joined{VPCs: 3, VPCLogs: fleet.FirstVPC, Gateway: fleet.EveryAttachment, LostEach: 20}, true)
}

// TestJoinedEdges: an edge between two VPCs names the app at either end, and
// has each flow once.
func TestJoinedEdges(t *testing.T) {
	t.Parallel()
	cfg := small()
	cfg.Days, cfg.Records, cfg.Cells = 1, 2_000, 1
	cfg.Joined = fleet.Joined{VPCs: 3, Gateway: fleet.EveryAttachment, LostEach: 20}
	dir := filepath.Join(t.TempDir(), "logs")
	truth, err := fleet.Write(t.Context(), dir, cfg, nil)
	if err != nil {
		t.Fatal(err)
	}
	l := open(t, filepath.Join(t.TempDir(), "data"))
	if _, err := l.Ingest(t.Context(), []string{dir}, nil, IntakeConfig{}, nil); err != nil {
		t.Fatal(err)
	}
	type edge struct {
		Network, Client, ServerNetwork, Server string
		Port                                   uint16
		Action                                 string
	}
	want, got := map[edge]int64{}, map[edge]int64{}
	for _, e := range truth.Edges {
		if e.ServerNetwork != "" {
			want[edge{e.Network, e.Client, e.ServerNetwork, e.Server, e.Port, e.Action}] = e.Out.Flows + e.Back.Flows
		}
	}
	var network, client, serverNetwork, server, action proto.ColStr
	var port proto.ColUInt16
	var flows proto.ColUInt64
	_, err = l.Store.Select(t.Context(), `SELECT dictGet('weir.sides_dict', 'network', client) AS cn, dictGet('weir.sides_dict', 'app', client) AS c,
  dictGet('weir.sides_dict', 'network', server) AS sn, dictGet('weir.sides_dict', 'app', server) AS s, service_port AS p, toString(action) AS a, sum(flows) AS f
FROM edges WHERE cn != sn AND cn != '' AND sn != '' GROUP BY cn, c, sn, s, p, a`, engine.Options{}, proto.Results{
		{Name: "cn", Data: &network}, {Name: "c", Data: &client}, {Name: "sn", Data: &serverNetwork}, {Name: "s", Data: &server},
		{Name: "p", Data: &port}, {Name: "a", Data: &action}, {Name: "f", Data: &flows},
	}, func(rows int) error {
		for i := range rows {
			got[edge{network.Row(i), client.Row(i), serverNetwork.Row(i), server.Row(i), port[i], action.Row(i)}] = int64(flows[i])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" || len(want) == 0 {
		t.Errorf("edges between VPCs (-truth +got):\n%s", diff)
	}
}
