// Command bench measures weir and prints the table of docs/benchmarks.md: what, the
// bar it has to clear, what was measured, and the peers on the same files in the
// same run.
//
//	bench                          1 million records, every part
//	bench -records 10000000        the size the bars are set for
//	bench -only parse,intake       some parts
//
// Peers that are not installed are named and left out; tools/peers.sh gets them.
// Times are wall times unless they say CPU; CPU counts every process involved.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/pprof"
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/engine"
)

// bench is one run.
type bench struct {
	records int
	threads int
	data    string // made inputs, kept between runs
	work    string // everything else, removed at the end
	weir    string // the built binary
	library string // the engine library
	table   table
}

// parts are run in this order.
var parts = []struct {
	name string
	run  func(context.Context, *bench) error
}{
	{"parse", parse},
	{"intake", intake},
	{"small", small},
	{"questions", questions},
	{"oneshot", oneshot},
}

func main() {
	engine.RunIfChild()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) (err error) {
	b := &bench{}
	flag.IntVar(&b.records, "records", 1_000_000, "records in each data set")
	flag.IntVar(&b.threads, "threads", 2, "threads of every system")
	flag.StringVar(&b.data, "data", filepath.Join("bench", "data"), "folder of made inputs")
	flag.StringVar(&b.weir, "weir", filepath.Join("bin", "weir"), "the built binary")
	work := flag.String("work", "", "folder to work in, on the disk to measure; empty: a temporary one")
	only := flag.String("only", "", "parts to run, with commas; empty: all")
	profile := flag.String("cpuprofile", "", "file to write a CPU profile of weir's own process to")
	flag.Parse()

	if *profile != "" {
		f, err := os.Create(*profile)
		if err != nil {
			return err
		}
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer func() { pprof.StopCPUProfile(); err = errors.Join(err, f.Close()) }()
	}
	if b.work, err = os.MkdirTemp(*work, "weir-bench-"); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(b.work)) }()
	library, err := engine.Find(engine.FindOptions{})
	if err != nil {
		return err
	}
	b.library = library.Path
	wanted := strings.FieldsFunc(*only, func(r rune) bool { return r == ',' })
	for _, part := range parts {
		if len(wanted) > 0 && !slices.Contains(wanted, part.name) {
			continue
		}
		fmt.Fprintf(os.Stderr, "bench: %s\n", part.name)
		if err := part.run(ctx, b); err != nil {
			return fmt.Errorf("%s: %w", part.name, err)
		}
	}
	return b.table.write(os.Stdout)
}
