package fleet

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// busy returns a small busy estate with every attack that cells can have.
func busy() Config {
	c := HostsConfig(60, 4, 120_000, end)
	c.Format, _ = ParseFormat("5")
	c.Clients = 300
	c.Joined = Joined{VPCs: 3, Gateway: EveryAttachment, Share: 0.05}
	c.Plant.Attacks = Attacks()
	return c
}

// What is planted comes on top: without attacks the same background comes out, record
// for record, but for the records that a failing interface does not write.
func TestAttacksTouchNothingElse(t *testing.T) {
	cfg := busy()
	lines := func(cfg Config, planted bool) map[string]int {
		out := map[string]int{}
		_, err := Records(t.Context(), cfg, func(r *Record) error {
			if planted || r.Plant == 0 {
				out[string(r.AppendLine(nil))]++
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	all, _ := ParseAttacks("all")
	cfg.Plant.Attacks = cfg.Plant.Attacks[:0:0]
	for _, a := range all {
		if a.Family != "log_health" {
			cfg.Plant.Attacks = append(cfg.Plant.Attacks, a)
		}
	}
	with := lines(cfg, false)
	cfg.Plant.Attacks = nil
	none := lines(cfg, false)
	if diff := cmp.Diff(len(none), len(with)); diff != "" {
		t.Fatal(diff)
	}
	for line, n := range none {
		if with[line] != n {
			t.Fatalf("%d times with attacks, %d times without: %s", with[line], n, line)
		}
	}
}
