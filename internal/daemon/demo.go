package daemon

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// DemoConfig says which demo is made.
type DemoConfig struct {
	Dir  string // of this demo alone: made, or that of an earlier run, or empty
	Seed uint64
	End  time.Time // after the last record; zero: the last full hour
}

// Demo is an estate that does not exist, on disk: its flow logs, its lists and the
// settings that know of them.
type Demo struct {
	Dir   string
	Logs  string
	Truth string   // what was planted
	Geo   []string // files
	Rules RuleSettings
	Made  bool // by this call, and not an earlier one
	End   time.Time
}

// ErrNotDemo says that a directory holds other data than a demo's.
var ErrNotDemo = errors.New("the directory holds other data than a demo's; name an empty one, or none")

// demoMark is the file that tells that a directory is a demo's and that its logs are
// whole.
const demoMark = "demo.ok"

// MakeDemo writes the logs of the demo, unless they are there already.
func MakeDemo(ctx context.Context, cfg DemoConfig, progress func(Tick)) (Demo, error) {
	d := Demo{Dir: cfg.Dir, End: cfg.End, Logs: filepath.Join(cfg.Dir, "demo", "logs"), Truth: filepath.Join(cfg.Dir, "demo", "incidents.json")}
	mark := filepath.Join(cfg.Dir, demoMark)
	if _, err := os.Stat(mark); errors.Is(err, fs.ErrNotExist) {
		entries, err := os.ReadDir(cfg.Dir)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return d, err
		}
		for _, e := range entries {
			if e.Name() != "demo" { // an earlier run was cut off while it wrote
				return d, fmt.Errorf("%s: %w", cfg.Dir, ErrNotDemo)
			}
		}
		if err := os.RemoveAll(filepath.Join(cfg.Dir, "demo")); err != nil {
			return d, err
		}
		fleet := DefaultFleetConfig()
		fleet.Demo, fleet.Seed, fleet.End = true, cfg.Seed, cfg.End
		fleet.Out, fleet.Truth = d.Logs, d.Truth
		fleet.Lists, fleet.Geo = filepath.Join(cfg.Dir, "demo", "lists"), filepath.Join(cfg.Dir, "demo", "geo")
		if _, err := GenFleet(ctx, fleet, progress); err != nil {
			return d, err
		}
		if err := os.WriteFile(mark, []byte("flow logs of a cloud that does not exist, made by weir demo\n"), 0o600); err != nil {
			return d, err
		}
		d.Made = true
	}
	return d, d.read()
}

// Intake says how the demo's logs are taken in: as if it were their end, where that is yet
// to come, or all of them would seem to be of a wrong clock.
func (d *Demo) Intake() IntakeConfig {
	cfg := IntakeConfig{Geo: d.Geo}
	if d.End.After(time.Now()) {
		cfg.Options.Intake = d.End
	}
	return cfg
}

// read finds the lists and places beside the logs.
func (d *Demo) read() error {
	d.Rules.Lists = map[string]string{}
	lists, err := os.ReadDir(filepath.Join(d.Dir, "demo", "lists"))
	if err != nil {
		return err
	}
	for _, e := range lists {
		d.Rules.Lists[strings.TrimSuffix(e.Name(), filepath.Ext(e.Name()))] = filepath.Join(d.Dir, "demo", "lists", e.Name())
	}
	d.Geo, err = filepath.Glob(filepath.Join(d.Dir, "demo", "geo", "*"))
	return err
}
