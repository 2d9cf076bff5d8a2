package daemon

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/weir-flow/weir/internal/fleet"
)

// GenConfig says which flow logs to make. Zero values are those of
// [fleet.DefaultConfig]; texts are read by the parsers of package fleet.
type GenConfig struct {
	Out      string // folder, made when missing; files of the same names are replaced
	Truth    string // file that gets the truth as JSON; empty: none
	Assets   string // file that gets the apps as an assets CSV; empty: none
	Seed     uint64
	Days     int
	End      time.Time
	Records  int
	Cells    int
	Accounts int
	Full     bool
	Format   string
	Overlap  string
	Witness  string
	As       string // text, parquet or json
	Layout   string
	Interval time.Duration
	Plain    bool
	NoHeader bool
	SkipNAT  bool
	VPCs     int    // that a transit gateway joins, 0: none
	VPCLogs  string // all, first, none
	Gateway  string // attachments with flow logs: every, first, twice, none
	Lost     int    // one connection in so many is lost in the gateway
	GCP      string // reporters: none, both, src, dest
	Workers  int
}

// DefaultGenConfig returns the settings of the demo.
func DefaultGenConfig() GenConfig {
	c := fleet.DefaultConfig()
	return GenConfig{
		Seed: c.Seed, Days: c.Days, End: c.End, Records: c.Records, Cells: c.Cells, Accounts: c.Accounts,
		Format: "apps", Witness: c.Witness.String(), As: c.As.String(), Layout: c.Layout.String(), Interval: c.Interval,
	}
}

// Generated is what was made. Records are lines, of every witness.
type Generated struct {
	Out      string    `json:"out"`
	Files    int       `json:"files"`
	Twice    int       `json:"files_twice,omitempty"` // copies beside them under other names
	Records  int64     `json:"records"`
	Accept   int64     `json:"accept"`
	Reject   int64     `json:"reject"`
	NoAction int64     `json:"no_action"`
	NoData   int64     `json:"nodata"`
	SkipData int64     `json:"skipdata"`
	Bytes    int64     `json:"bytes"` // of text and JSON before compression, of Parquet as it lies in files
	From     time.Time `json:"from"`
	To       time.Time `json:"to"`
	Seconds  float64   `json:"seconds"`
}

// ErrGenConfig is wrapped by errors about settings of [GenFlows] that cannot be.
var ErrGenConfig = fleet.ErrConfig

// GenFlows makes flow logs of a cloud that does not exist. progress may be nil.
func GenFlows(ctx context.Context, cfg GenConfig, progress func(Tick)) (Generated, error) {
	settings, err := cfg.fleet()
	if err != nil {
		return Generated{}, err
	}
	_, truth, done, err := generate(ctx, settings, cfg.Out, cfg.Assets, progress)
	if err == nil && cfg.Truth != "" {
		err = truth.WriteFile(cfg.Truth)
	}
	return done, err
}

// generate makes the files of a cloud, and an assets file if it is named.
func generate(ctx context.Context, settings fleet.Config, out, assets string, progress func(Tick)) (*fleet.World, fleet.Truth, Generated, error) {
	began := time.Now()
	world, err := fleet.New(settings)
	if err != nil {
		return nil, fleet.Truth{}, Generated{}, err
	}
	var last fleet.Progress
	truth, err := world.Write(ctx, out, func(p fleet.Progress) {
		last = p
		if progress != nil {
			progress(Tick{Objects: int64(p.Files), OfObjects: int64(p.OfFiles), Records: p.Records, Elapsed: time.Since(began)})
		}
	})
	if err != nil {
		return nil, fleet.Truth{}, Generated{}, err
	}
	if assets != "" {
		if err := writeAssets(world, assets); err != nil {
			return nil, fleet.Truth{}, Generated{}, err
		}
	}
	n := truth.Records
	return world, truth, Generated{
		Out: out, Files: last.Files, Twice: last.Twice, Records: n.Total, Accept: n.Accept, Reject: n.Reject,
		NoAction: n.NoAction, NoData: n.NoData, SkipData: n.SkipData, Bytes: last.Bytes,
		From: settings.Start(), To: settings.End, Seconds: time.Since(began).Seconds(),
	}, nil
}

func writeAssets(world *fleet.World, path string) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("write assets: %w", err)
	}
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write assets: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return world.WriteAssets(f)
}

// fleet reads the texts among the settings.
func (cfg GenConfig) fleet() (c fleet.Config, err error) {
	c = fleet.DefaultConfig()
	c.Seed, c.Days, c.Records, c.Cells, c.Accounts, c.Full = cfg.Seed, cfg.Days, cfg.Records, cfg.Cells, cfg.Accounts, cfg.Full
	c.Interval, c.Plain, c.NoHeader, c.SkipNAT, c.Workers = cfg.Interval, cfg.Plain, cfg.NoHeader, cfg.SkipNAT, cfg.Workers
	if !cfg.End.IsZero() {
		c.End = cfg.End.UTC()
	}
	wrong := func(err error) error {
		if err != nil {
			err = fmt.Errorf("%w: %w", ErrGenConfig, err)
		}
		return err
	}
	if c.Format, err = fleet.ParseFormat(cfg.Format); err != nil {
		return c, wrong(err)
	}
	if cfg.Overlap != "" {
		if c.Overlap, err = fleet.ParseFormat(cfg.Overlap); err != nil {
			return c, wrong(err)
		}
	}
	if c.Witness, err = fleet.ParseWitness(cfg.Witness); err != nil {
		return c, wrong(err)
	}
	if c.As, err = fleet.ParseEncoding(cfg.As); err != nil {
		return c, wrong(err)
	}
	c.Joined.VPCs, c.Joined.LostEach = cfg.VPCs, cfg.Lost
	if c.Joined.VPCLogs, err = fleet.ParseJoinedLogs(cmp.Or(cfg.VPCLogs, "all")); err != nil {
		return c, wrong(err)
	}
	if c.Joined.Gateway, err = fleet.ParseGatewayLogs(cmp.Or(cfg.Gateway, "every")); err != nil {
		return c, wrong(err)
	}
	if c.GCP, err = fleet.ParseGCP(cmp.Or(cfg.GCP, "none")); err != nil {
		return c, wrong(err)
	}
	c.Layout, err = fleet.ParseLayout(cfg.Layout)
	return c, wrong(err)
}
