// Command sigma measures rules over records: weir beside sigma-go, the one complete
// evaluator of Sigma in Go, with the same rules and the same records in one run on one
// core. It has a module of its own, so that weir does not depend on its peer.
//
//	cd bench/sigma && go run .
//	go run . -records 1000000 -peer 2000
//
// sigma-go takes events one by one as maps, so it is given fewer of them; events are
// made before its clock runs. The number of hits on those is compared.
package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/bradleyjkemp/sigma-go"
	"github.com/bradleyjkemp/sigma-go/evaluator"

	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/rule/ruletest"
)

// bars are records a second on one core, by the number of rules and whether there are
// regexes among them.
var bars = []struct {
	rules int
	regex bool
	bar   float64
}{
	{100, false, 2e6},
	{100, true, 1e6},
	{1000, false, 500e3},
	{1000, true, 0},
}

func main() {
	records := flag.Int("records", 1_000_000, "records for weir")
	peer := flag.Int("peer", 2_000, "events for sigma-go; 0 leaves it out")
	flag.Parse()
	runtime.GOMAXPROCS(1)
	if err := run(*records, *peer); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(records, peer int) error {
	batch := ruletest.Flows(rand.New(rand.NewPCG(1, 2)), min(records, record.MaxRows))
	few := ruletest.Flows(rand.New(rand.NewPCG(3, 4)), max(peer, 1))
	events := eventsOf(few)
	fmt.Printf("%-8s %-6s %14s %12s %14s %10s %8s\n", "rules", "regex", "weir rec/s", "bar", "sigma-go ev/s", "ratio", "hits")
	for _, b := range bars {
		docs := ruletest.Sigma(1, b.rules, b.regex)
		rules, err := rule.Load("rules.yaml", []byte(strings.Join(docs, "---\n")), rule.Options{})
		if err != nil {
			return err
		}
		set := rule.NewSet(rules)
		ours := 0
		for _, m := range set.Match(few, nil) {
			ours += m.Count()
		}
		out := set.Match(batch, nil)
		begin, done := time.Now(), 0
		for done < records {
			out = set.Match(batch, out)
			done += batch.Len()
		}
		rate := float64(done) / time.Since(begin).Seconds()
		bar := "-"
		if b.bar > 0 {
			bar = fmt.Sprintf("%.0f", b.bar)
		}
		fmt.Printf("%-8d %-6v %14.0f %12s", b.rules, b.regex, rate, bar)
		if peer == 0 {
			fmt.Println()
			continue
		}
		theirs, hits, err := sigmaGo(docs, events)
		if err != nil {
			return err
		}
		same := fmt.Sprint(hits)
		if hits != ours {
			same = fmt.Sprintf("%d, weir %d", hits, ours)
		}
		fmt.Printf(" %14.0f %9.0fx %8s\n", theirs, rate/theirs, same)
	}
	return nil
}

// sigmaGo returns how many events a second sigma-go puts through all rules, and the
// hits.
func sigmaGo(docs []string, events []map[string]any) (rate float64, hits int, err error) {
	var rules []*evaluator.RuleEvaluator
	for _, doc := range docs {
		r, err := sigma.ParseRule([]byte(doc))
		if err != nil {
			return 0, 0, err
		}
		rules = append(rules, evaluator.ForRule(r))
	}
	begin := time.Now()
	for _, e := range events {
		for _, r := range rules {
			result, err := r.Matches(context.Background(), e)
			if err != nil {
				return 0, 0, err
			}
			if result.Match {
				hits++
			}
		}
	}
	return float64(len(events)) / time.Since(begin).Seconds(), hits, nil
}

func eventsOf(b *record.Batch) []map[string]any {
	events := make([]map[string]any, b.Len())
	for i := range events {
		events[i] = map[string]any{
			"src_ip": b.Col(record.SrcAddr).Addr[i].String(), "dst_ip": b.Col(record.DstAddr).Addr[i].String(),
			"src_port": int(b.Col(record.SrcPort).U16[i]), "dst_port": int(b.Col(record.DstPort).U16[i]),
			"protocol": int(b.Col(record.Protocol).U8[i]), "tcp_flags": int(b.Col(record.TCPFlags).U16[i]),
			"action": record.Action(b.Col(record.ActionField).U8[i]).String(), "bytes": int(b.Col(record.Bytes).U64[i]),
		}
	}
	return events
}
