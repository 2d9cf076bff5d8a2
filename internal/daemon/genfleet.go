package daemon

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/fleet"
)

// FleetConfig says which fleet to make, with which attacks. Texts are read by the
// parsers of package fleet.
type FleetConfig struct {
	Out    string // folder of the logs, made when missing; files of the same names are replaced
	Lists  string // folder of the lists; empty: lists beside Out
	Geo    string // folder of countries, networks and cloud regions; empty: geo beside Out
	Truth  string // file that gets the incidents; empty: none
	Counts string // file that gets the counts of flows, as gen flows has them; empty: none
	Assets string // file that gets the apps as an assets CSV; empty: none

	Demo    bool // the demo's fortnight: Hosts, Days, Records and Attacks do not matter
	Hosts   int
	Days    int
	Seed    uint64
	End     time.Time // zero: the last full hour
	Records int       // of the background, about; 0: a thousand for each host and day
	Attacks string    // all, none, or a list
	Repeat  int

	Format   string
	As       string
	Layout   string
	Interval time.Duration // aggregation, 1 or 10 minutes
	Span     time.Duration // of one file
	Late     bool          // some files come hours late
	Twice    bool          // some files come twice
	SkipData bool          // interfaces lose records now and then
	IPv6     bool          // every kind of host has it, and attacks use it where they can
	Plain    bool
	Workers  int
}

// DefaultFleetConfig returns a fortnight of a hundred hosts with all attacks.
func DefaultFleetConfig() FleetConfig {
	c := fleet.HostsConfig(100, 14, 0, time.Unix(0, 0))
	return FleetConfig{
		Hosts: c.Hosts, Days: c.Days, Seed: c.Seed, Attacks: "all", Repeat: 1,
		Format: "apps", As: c.As.String(), Layout: c.Layout.String(), Interval: time.Minute, Span: c.Interval,
	}
}

// Fleet is what was made of a fleet.
type Fleet struct {
	Generated
	Hosts   int    `json:"hosts"`
	Attacks int    `json:"attacks"` // planted
	Lists   string `json:"lists"`
	Geo     string `json:"geo"`
	Truth   string `json:"truth,omitempty"`
}

// AttackInfo describes an attack that can be planted.
type AttackInfo struct {
	Name string `json:"name"` // family:variant
	Does string `json:"does"`
}

// FleetAttacks lists the attacks that can be planted.
func FleetAttacks() (out []AttackInfo) {
	for _, a := range fleet.Attacks() {
		out = append(out, AttackInfo{a.Name(), a.Does})
	}
	return out
}

// shares of files that are late, or come twice, when that is asked for.
const (
	lateShare  = 0.05
	twiceShare = 0.05
)

// GenFleet makes flow logs with attacks in them. progress may be nil.
func GenFleet(ctx context.Context, cfg FleetConfig, progress func(Tick)) (Fleet, error) {
	settings, err := cfg.fleet()
	if err != nil {
		return Fleet{}, err
	}
	world, truth, done, err := generate(ctx, settings, cfg.Out, cfg.Assets, progress)
	if err != nil {
		return Fleet{}, err
	}
	beside := func(given, name string) string {
		if given != "" {
			return given
		}
		return filepath.Join(filepath.Dir(filepath.Clean(cfg.Out)), name)
	}
	out := Fleet{Generated: done, Hosts: truth.Planted.Hosts, Lists: beside(cfg.Lists, "lists"), Geo: beside(cfg.Geo, "geo"), Truth: cfg.Truth}
	for _, n := range truth.Planted.Incidents {
		if !n.Noise {
			out.Attacks++
		}
	}
	if err := world.WriteExtras(out.Lists, out.Geo); err != nil {
		return Fleet{}, err
	}
	if cfg.Truth != "" {
		if err := truth.Planted.WriteFile(cfg.Truth); err != nil {
			return Fleet{}, err
		}
	}
	if cfg.Counts != "" {
		if err := truth.WriteFile(cfg.Counts); err != nil {
			return Fleet{}, err
		}
	}
	return out, nil
}

// fleet turns the settings into those of package fleet.
func (cfg FleetConfig) fleet() (fleet.Config, error) {
	wrong := func(err error) (fleet.Config, error) { return fleet.Config{}, fmt.Errorf("%w: %w", ErrGenConfig, err) }
	end := cfg.End
	if end.IsZero() {
		end = time.Now().UTC().Truncate(time.Hour)
	}
	var c fleet.Config
	if cfg.Demo {
		c = fleet.DemoConfig(end)
	} else {
		if cfg.Hosts == 0 {
			return wrong(fmt.Errorf("hosts is 0, want %d to %d", fleet.MinHosts, fleet.MaxHosts))
		}
		c = fleet.HostsConfig(cfg.Hosts, cfg.Days, cfg.Records, end)
		attacks, err := fleet.ParseAttacks(cfg.Attacks)
		if err != nil {
			return wrong(err)
		}
		c.Plant = fleet.Plant{Attacks: attacks, Repeat: cfg.Repeat}
		if slices.ContainsFunc(attacks, func(a fleet.Attack) bool { return a.Family == finding.PacketsLost }) {
			c.Joined = fleet.Joined{VPCs: 3, Gateway: fleet.EveryAttachment, Share: 0.05}
		}
	}
	c.Seed, c.Plain, c.Workers, c.Interval, c.Aggregate = cfg.Seed, cfg.Plain, cfg.Workers, cfg.Span, cfg.Interval
	c.SixToo, c.Plant.Six, c.Plant.SkipGap = cfg.IPv6, cfg.IPv6, cfg.SkipData
	if cfg.Late {
		c.Delivery.Late = lateShare
	}
	if cfg.Twice {
		c.Delivery.Twice = twiceShare
	}
	var err error
	if c.Format, err = fleet.ParseFormat(cfg.Format); err != nil {
		return wrong(err)
	}
	if c.As, err = fleet.ParseEncoding(cfg.As); err != nil {
		return wrong(err)
	}
	if c.Layout, err = fleet.ParseLayout(cfg.Layout); err != nil {
		return wrong(err)
	}
	return c, nil
}
