package daemon

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/asset"
	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/decode/cloudwatch"
	"github.com/weir-flow/weir/internal/decode/gcp"
	"github.com/weir-flow/weir/internal/decode/json"
	"github.com/weir-flow/weir/internal/decode/parquet"
	"github.com/weir-flow/weir/internal/decode/vpc"
	"github.com/weir-flow/weir/internal/enrich/app"
	"github.com/weir-flow/weir/internal/enrich/geo"
	"github.com/weir-flow/weir/internal/enrich/initiator"
	"github.com/weir-flow/weir/internal/enrich/side"
	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/pipeline"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/source"
	"github.com/weir-flow/weir/internal/store"
)

// IntakeConfig says how objects are read and what is known besides.
type IntakeConfig struct {
	Options decode.Options
	Assets  string   // file with the user's apps, roles and owners; may be empty
	Geo     []string // MMDB, CSV and providers' range files
	Buckets BucketConfig
	Ahead   int64 // bytes of remote objects fetched ahead of decoding; 0: 256 MiB
	Workers int
	MaxRows int          // rows of a batch; 0: record.MaxRows
	Step    func(string) // for fault tests

	// Of a watcher, which reads for several sources.
	optionsFor func(source.Object) decode.Options
	read       func(pipeline.ObjectRead)
	stored     func(string, ledger.Counts)
}

// Check returns what is wrong with the options before any object is read.
func (cfg IntakeConfig) Check() error {
	if cfg.Options.Format == "" && cfg.Options.LogFormat == "" {
		return nil
	}
	driver, err := Formats().Driver(nil, cfg.Options)
	if err != nil {
		return err
	}
	if text := []string{(vpc.Driver{}).Name(), (vpc.TGW{}).Name()}; slices.Contains(text, driver.Name()) && cfg.Options.LogFormat == "" {
		return nil // its columns come with the content
	}
	_, err = driver.New(nil, cfg.Options)
	return err
}

// Formats are the envelopes and decoders weir knows.
func Formats() decode.Formats {
	return decode.Formats{Envelopes: []decode.Envelope{
		decode.Gzip, decode.Zstd, cloudwatch.WriteTest{}, cloudwatch.Export{}, cloudwatch.Events{},
	}, Drivers: []decode.Driver{
		parquet.Driver{}, gcp.Driver{}, json.Driver{}, vpc.TGW{}, vpc.Driver{}, vpc.Regex{},
	}}
}

// Intake opens the way in: objects are decoded, enriched and stored.
func (l *Lookup) Intake(cfg IntakeConfig) (*pipeline.Intake, error) { return l.intake(cfg) }

func (l *Lookup) intake(cfg IntakeConfig) (*pipeline.Intake, error) {
	digest := []string{"enrich 1"}
	sides := side.Config{App: app.Name}
	if cfg.Assets != "" {
		assets, err := asset.Load(cfg.Assets)
		if err != nil {
			return nil, err
		}
		sides.Assets = func(network string, addr record.Addr, interfaceID string) (side.Asset, bool) {
			a, ok := assets.Lookup(network, addr, interfaceID)
			return side.Asset{App: a.App, Role: a.Role, Owner: a.Owner}, ok
		}
		digest = append(digest, "assets")
	}
	if len(cfg.Geo) > 0 {
		places, err := geo.Open(cfg.Geo, l.cfg.Log)
		if err != nil {
			return nil, err
		}
		sides.Locate = func(addr record.Addr) (side.Place, bool) {
			i := places.Lookup(addr)
			p := side.Place{Country: i.Country, ASN: i.ASN, ASOrg: i.ASOrg, Provider: i.Provider, Service: i.Service}
			return p, p != side.Place{}
		}
		digest = append(digest, fmt.Sprint("geo ", places.Digest()))
	}
	facts := side.New(l.Registry, sides)
	return pipeline.New(pipeline.Config{
		Dir: l.Dir, Registry: l.Registry,
		Formats: Formats(), Options: cfg.Options,
		Before: initiator.Enricher{}, Facts: facts,
		Load: func(ctx context.Context, day store.Day, open bool) error {
			return l.loadFacts(ctx, facts, day, open)
		},
		Digest: strings.Join(digest, ", "),
		Store:  l.Store, Ledger: l.Ledger,
		Workers: cfg.Workers, MaxRows: cfg.MaxRows, Ahead: cfg.Ahead, Log: l.cfg.Log, Step: cfg.Step,
		OptionsFor: cfg.optionsFor, Read: cfg.read, Stored: cfg.stored,
		Reconnect: l.Reconnect,
	}), nil
}

// loadFacts gives the enricher back what it knew when a day was stored.
func (l *Lookup) loadFacts(ctx context.Context, facts *side.Enricher, day store.Day, open bool) error {
	found, err := pipeline.StoredFacts(ctx, l.Store, l.Ledger, l.Registry, day)
	if err != nil {
		return err
	}
	if len(found.Known) == 0 {
		return nil // nothing stored yet
	}
	joined, err := pipeline.StoredNetworks(ctx, l.Store, day)
	if err != nil {
		return err
	}
	stored := side.Facts{Open: open}
	for _, k := range found.Known {
		stored.Seen = append(stored.Seen, side.Seen(k))
	}
	for _, c := range found.Claimed {
		stored.Claimed = append(stored.Claimed, side.Claimed(c))
	}
	for _, u := range found.Unknown {
		stored.Missing = append(stored.Missing, side.Missing(u))
	}
	for _, j := range joined {
		stored.Joined = append(stored.Joined, side.Joined(j))
	}
	facts.Load(int32(day.Start().Unix()/86400), stored)
	return nil
}
