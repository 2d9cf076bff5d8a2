package daemon

import (
	"path/filepath"
	"testing"

	"github.com/weir-flow/weir/internal/fleet"
)

// TestJoinedTotalsEqualTheTruth: flows that a transit gateway passes, and those
// that GCP reports from both sides, are counted once, whoever logs.
func TestJoinedTotalsEqualTheTruth(t *testing.T) {
	f := func(name string, change func(*fleet.Config)) {
		t.Run(name, func(t *testing.T) {
			cfg := small()
			cfg.Records, cfg.Cells = 8_000, 1
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
	f("GCP, both reporters", func(c *fleet.Config) { c.GCP = fleet.BothReporters })
	f("GCP, only SRC", func(c *fleet.Config) { c.GCP = fleet.SrcReporter })
	f("GCP, only DEST", func(c *fleet.Config) { c.GCP = fleet.DestReporter })
}
