// Command eval measures detection: the shared labelled captures and generated fleets go through
// the product with its default settings, and the alerts are held against what is known.
//
//	eval [-hosts 100] [-days 14] [-seeds 1,2,3] [-demos 1] [-only fleets|captures|demo] [-v]
//
// It prints Markdown, which is docs/detection-quality.md from its first table on.
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/backtest"
	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/finding"
)

func main() {
	engine.RunIfChild()
	var o options
	var seeds string
	flag.IntVar(&o.hosts, "hosts", 100, "hosts of a fleet")
	flag.IntVar(&o.days, "days", 14, "days of a fleet")
	flag.StringVar(&seeds, "seeds", "", "seeds of the fleets; default three that nobody has seen")
	flag.StringVar(&o.only, "only", "", "captures, fleets or demo")
	flag.BoolVar(&o.verbose, "v", false, "tell each miss and each false alert")
	flag.IntVar(&o.demos, "demos", 1, "estates of the demo, each with a seed and an end that nobody has seen")
	flag.Func("ends", "ends of the demo's estates and of the fleets, as 2026-11-21T08:00:00Z; default drawn from a week, and the last full hour", func(text string) error {
		for s := range strings.SplitSeq(text, ",") {
			end, err := time.Parse(time.RFC3339, s)
			if err != nil {
				return err
			}
			o.ends = append(o.ends, end)
		}
		return nil
	})
	flag.StringVar(&o.shared, "shared", cmp.Or(os.Getenv("WEIR_SHARED"), "../shared"), "folder with the labelled captures")
	flag.Parse()
	if seeds == "" {
		for range 3 {
			o.seeds = append(o.seeds, rand.Uint64N(1_000_000))
		}
	}
	for s := range strings.SplitSeq(seeds, ",") {
		if n, err := strconv.ParseUint(s, 10, 64); err == nil {
			o.seeds = append(o.seeds, n)
		}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := o.run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

type options struct {
	hosts, days  int
	seeds        []uint64
	demos        int
	only, shared string
	ends         []time.Time
	verbose      bool
}

// scenario is one set of logs with its truth.
type scenario struct {
	name   string
	logs   string
	intake daemon.IntakeConfig
	lists  map[string]string
	truth  []backtest.Incident
	hosts  int
	days   float64 // known only after it was read, for captures
}

// outcome is what came of a scenario.
type outcome struct {
	scenario
	alerts  []daemon.Alert
	scores  []backtest.Score
	records int64
	took    time.Duration
	state   daemon.Figures
	weak    []finding.Finding // what was found and makes no alert of its own
	err     error
}

func (o *options) run(ctx context.Context) error {
	work, err := os.MkdirTemp("", "weir-eval-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	var list []scenario
	if o.only == "" || o.only == "captures" {
		captures, err := o.captures()
		if err != nil {
			return err
		}
		list = append(list, captures...)
	}
	var outcomes []outcome
	do := func(s scenario) {
		fmt.Fprintln(os.Stderr, "eval:", s.name)
		out := o.measure(ctx, s)
		outcomes = append(outcomes, out)
		o.tell(out)
	}
	for _, s := range list {
		do(s)
	}
	if o.only == "" || o.only == "demo" {
		for i := range o.demos {
			s, err := o.demo(ctx, filepath.Join(work, "demo"), i)
			if err != nil {
				return err
			}
			do(s)
			os.RemoveAll(filepath.Join(work, "demo"))
		}
	}
	if o.only == "" || o.only == "fleets" {
		for _, f := range o.fleets() {
			s, err := f.make(ctx, filepath.Join(work, f.name))
			if err != nil {
				return err
			}
			do(s)
			os.RemoveAll(filepath.Join(work, f.name))
		}
	}
	o.print(outcomes)
	var errs []error
	for _, out := range outcomes {
		errs = append(errs, out.err)
	}
	return errors.Join(errs...)
}

// captures are the labelled captures that are at hand.
func (o *options) captures() ([]scenario, error) {
	dirs, err := filepath.Glob(filepath.Join(o.shared, "labelled", "*", "flows.log.gz"))
	if err != nil || len(dirs) == 0 {
		return nil, fmt.Errorf("no labelled captures in %s: set WEIR_SHARED", o.shared)
	}
	var list []scenario
	for _, logs := range dirs {
		dir := filepath.Dir(logs)
		data, err := os.ReadFile(filepath.Join(dir, "incidents.json"))
		if err != nil {
			return nil, err
		}
		truth, err := backtest.ParseTruth(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", dir, err)
		}
		list = append(list, scenario{name: filepath.Base(dir), logs: logs, truth: truth, hosts: 1})
	}
	return list, nil
}

// demo is an estate as weir demo shows it; the first has the demo's own seed. It ends
// at a full hour of the last week, for what was planted has to be told at any of them.
func (o *options) demo(ctx context.Context, dir string, i int) (s scenario, err error) {
	seed := uint64(1)
	if i > 0 {
		seed = rand.Uint64N(1_000_000)
	}
	end := time.Now().UTC().Truncate(time.Hour).Add(-time.Duration(rand.IntN(168)) * time.Hour)
	if n := len(o.ends); n > 0 {
		end = o.ends[i%n]
	}
	d, err := daemon.MakeDemo(ctx, daemon.DemoConfig{Dir: dir, Seed: seed, End: end}, nil)
	if err != nil {
		return s, err
	}
	data, err := os.ReadFile(d.Truth)
	if err != nil {
		return s, err
	}
	s = scenario{name: fmt.Sprintf("demo %d to %s", seed, end.Format("Mon 15:04")), logs: d.Logs, intake: d.Intake(), lists: d.Rules.Lists, hosts: 100, days: 14}
	s.truth, err = backtest.ParseTruth(data)
	return s, err
}

// fleet is a generated estate.
type fleet struct {
	name string
	cfg  daemon.FleetConfig
}

// fleets are three estates: an ordinary one, one that makes it hard (IPv6, files late
// and twice, lost records), one with records of ten minutes.
func (o *options) fleets() []fleet {
	var list []fleet
	for i, seed := range o.seeds {
		cfg := daemon.DefaultFleetConfig()
		cfg.Seed, cfg.Hosts, cfg.Days = seed, o.hosts, o.days
		if n := len(o.ends); n > 0 {
			cfg.End = o.ends[i%n]
		}
		name := fmt.Sprintf("fleet %d", seed)
		switch i % 3 {
		case 1:
			cfg.IPv6, cfg.Late, cfg.Twice, cfg.SkipData = true, true, true, true
			name += ", IPv6, late and duplicate files, SKIPDATA"
		case 2:
			cfg.Interval = 10 * time.Minute
			name += ", records of 600 s"
		}
		list = append(list, fleet{name, cfg})
	}
	return list
}

func (f *fleet) make(ctx context.Context, dir string) (s scenario, err error) {
	dir = strings.ReplaceAll(dir, " ", "-")
	f.cfg.Out = filepath.Join(dir, "logs")
	f.cfg.Truth = filepath.Join(dir, "incidents.json")
	f.cfg.Lists, f.cfg.Geo = filepath.Join(dir, "lists"), filepath.Join(dir, "geo")
	if _, err := daemon.GenFleet(ctx, f.cfg, nil); err != nil {
		return s, err
	}
	data, err := os.ReadFile(f.cfg.Truth)
	if err != nil {
		return s, err
	}
	s = scenario{name: f.name, logs: f.cfg.Out, hosts: f.cfg.Hosts, days: float64(f.cfg.Days), lists: map[string]string{}}
	if s.truth, err = backtest.ParseTruth(data); err != nil {
		return s, err
	}
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || d.IsDir():
		case filepath.Dir(path) == f.cfg.Lists:
			s.lists[strings.TrimSuffix(d.Name(), filepath.Ext(d.Name()))] = path
		case filepath.Dir(path) == f.cfg.Geo:
			s.intake.Geo = append(s.intake.Geo, path)
		}
		return err
	})
	return s, err
}

// measure takes a scenario through the product: intake, detection, alerts.
func (o *options) measure(ctx context.Context, s scenario) (out outcome) {
	out.scenario = s
	began := time.Now()
	l, err := daemon.OpenScratch(ctx, os.TempDir(), daemon.Config{Command: "weir eval"})
	if err != nil {
		out.err = err
		return out
	}
	defer func() { out.err = errors.Join(out.err, l.Close(context.WithoutCancel(ctx))) }()
	done, err := l.Ingest(ctx, []string{s.logs}, nil, s.intake, nil)
	if err != nil {
		out.err = err
		return out
	}
	out.records = done.Stored
	rules, err := daemon.LoadRules(daemon.RuleSettings{Lists: s.lists})
	if err != nil {
		out.err = err
		return out
	}
	if out.state, err = l.Detect(ctx, daemon.DetectConfig{Rules: daemon.Enabled(rules), Found: func(list []finding.Finding) {
		for _, f := range list {
			if f.Weak && o.verbose {
				out.weak = append(out.weak, f)
			}
		}
	}}); err != nil {
		out.err = err
		return out
	}
	if out.alerts, err = l.ListAlerts(ctx, daemon.AlertFilter{}); err != nil {
		out.err = err
		return out
	}
	out.took = time.Since(began)
	var found []finding.Finding
	for _, a := range out.alerts {
		found = append(found, a.Finding)
	}
	out.scores = backtest.Judge(found, s.truth)
	if out.days == 0 && len(out.alerts) > 0 {
		first, last := out.alerts[0].FirstSeen, out.alerts[0].LastSeen
		for _, a := range out.alerts {
			if a.FirstSeen.Before(first) {
				first = a.FirstSeen
			}
			if a.LastSeen.After(last) {
				last = a.LastSeen
			}
		}
		out.days = last.Sub(first).Hours() / 24
	}
	return out
}

// tell writes each miss and each false alert to standard error.
func (o *options) tell(out outcome) {
	if !o.verbose {
		return
	}
	for _, s := range out.scores {
		for _, n := range s.Missed {
			if n.Name == "probe:internet" {
				continue // a visit or two: nothing to tell of
			}
			fmt.Fprintf(os.Stderr, "  missed %-22s %s %s %v > %v %s\n", s.Family, n.Name, n.Entity, n.Src, n.Dst, n.Start.Format(time.DateTime))
			told := map[string]bool{}
			for _, f := range out.weak {
				if n.Matches(&f) && f.Family == n.Family && !told[f.ID] {
					told[f.ID] = true
					fmt.Fprintf(os.Stderr, "         weak %s %d %s\n", f.Rule, f.Score, f.Why)
				}
			}
			for _, a := range out.alerts {
				switch meanwhile := a.FirstSeen.Before(n.End.Add(10*time.Minute)) && a.LastSeen.After(n.Start.Add(-10*time.Minute)); {
				case a.Family == finding.Incident:
				case n.Matches(&a.Finding):
					fmt.Fprintf(os.Stderr, "         told as %s %s %d %s\n", a.Rule, a.Family, a.Score, a.Why)
				case a.Family == n.Family && meanwhile:
					fmt.Fprintf(os.Stderr, "         meanwhile %s %s %d %s\n", a.Rule, a.FirstSeen.Format(time.TimeOnly), a.Score, a.Why)
				}
			}
		}
		for i, f := range s.False {
			if f.Exposure && i > 5 {
				continue
			}
			mark := " "
			if f.Page {
				mark = "P"
			}
			fmt.Fprintf(os.Stderr, "  false %s %-18s %s %d %s\n", mark, s.Family, f.Found.Format(time.DateTime), f.Score, f.Why)
		}
	}
}

// total adds scores of several scenarios up.
type total struct {
	tp, fp, fn int
	delays     []float64
}

func (o *options) print(outcomes []outcome) {
	fmt.Printf("| scenario | records | alerts | exposure | pages | a day for 1,000 hosts | state | found in |\n|---|---|---|---|---|---|---|---|\n")
	for _, out := range outcomes {
		exposure, pages := 0, 0
		for _, a := range out.alerts {
			if a.Exposure {
				exposure++
			}
			if a.Page {
				pages++
			}
		}
		truePages := 0
		for _, n := range out.truth {
			if n.Page != nil && *n.Page {
				truePages++
			}
		}
		perDay := float64(pages) / max(1, out.days) / float64(out.hosts) * 1000
		what := fmt.Sprintf("%d", pages)
		if truePages > 0 {
			what += fmt.Sprintf(" (%d planted)", truePages)
			perDay = float64(out.falsePages()) / max(1, out.days) / float64(out.hosts) * 1000
		}
		fmt.Printf("| %s | %d | %d | %d | %s | %.2f | %d keys, %.1f MB | %.1f s |\n", out.name, out.records, len(out.alerts)-exposure, exposure, what, perDay,
			out.state.Keys, float64(out.state.Bytes)/1e6, out.took.Seconds())
	}
	fmt.Printf("\n| family | incidents | found | recall | right | false | precision | base rate | median delay |\n|---|---|---|---|---|---|---|---|---|\n")
	sums := map[finding.Family]*total{}
	var hostDays float64
	for _, out := range outcomes {
		hostDays += float64(out.hosts) * max(out.days, 1.0/24)
		for _, s := range out.scores {
			t := sums[s.Family]
			if t == nil {
				t = &total{}
				sums[s.Family] = t
			}
			t.tp, t.fp, t.fn = t.tp+s.TP, t.fp+s.FP, t.fn+s.FN
			if s.Delay != nil {
				t.delays = append(t.delays, *s.Delay)
			}
		}
	}
	for _, f := range finding.Families {
		t := sums[f]
		if t == nil {
			continue
		}
		delay := "-"
		if slices.Sort(t.delays); len(t.delays) > 0 {
			delay = time.Duration(t.delays[len(t.delays)/2] * float64(time.Second)).Round(time.Second).String()
		}
		fmt.Printf("| %s | %d | %d | %s | %d | %d | %s | %.4f a host-day | %s |\n", f, t.tp+t.fn, t.tp, percent(t.tp, t.tp+t.fn), t.tp, t.fp, percent(t.tp, t.tp+t.fp),
			float64(t.tp+t.fn)/hostDays, delay)
	}
	fmt.Printf("\n| channel of command and control | among the first of its host by score |\n|---|---|\n")
	for _, out := range outcomes {
		for _, n := range out.truth {
			if n.Family != finding.C2 {
				continue
			}
			for _, line := range out.ranks(n) {
				fmt.Printf("| %s, %s | %s |\n", out.name, n.ID, line)
			}
		}
	}
}

// falsePages counts the pages that are about no incident.
func (out *outcome) falsePages() (n int) {
	for _, a := range out.alerts {
		if a.Page && a.Family != finding.Incident && !slices.ContainsFunc(out.truth, func(i backtest.Incident) bool { return i.Matches(&a.Finding) }) {
			n++
		}
	}
	return n
}

// ranks tells for each destination of a channel its place among those of its host.
func (out *outcome) ranks(n backtest.Incident) (lines []string) {
	best := map[string]int{}
	for _, a := range out.alerts {
		if a.SrcAddr == n.Src && a.DstAddr.IsValid() && a.Family != finding.Incident {
			best[a.DstAddr.String()] = max(best[a.DstAddr.String()], a.Score)
		}
	}
	for _, dst := range n.Dst {
		score, ok := best[dst.String()]
		if !ok {
			lines = append(lines, dst.String()+": not seen")
			continue
		}
		rank := 1
		for other, s := range best {
			if other != dst.String() && s > score {
				rank++
			}
		}
		lines = append(lines, fmt.Sprintf("%s: %d (score %d)", dst, rank, score))
	}
	return lines
}

func percent(part, of int) string {
	if of == 0 {
		return "-"
	}
	return strconv.FormatFloat(float64(part)/float64(of), 'f', 3, 64)
}
