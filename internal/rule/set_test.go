package rule

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/filter/filtertest"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule/ruletest"
)

// A set of Sigma rules selects for each what it selects alone.
func TestSet(t *testing.T) {
	load := func(docs []string) []*Rule {
		rules, err := Load("r.yaml", []byte(strings.Join(docs, "---\n")), Options{})
		if err != nil {
			t.Fatal(err)
		}
		return rules
	}
	for seed := range uint64(5) {
		r := rand.New(rand.NewPCG(seed, 5))
		rules := append(load(ruletest.Sigma(seed, 200, seed%2 == 0)), &Rule{ID: "all"})
		set := NewSet(rules)
		var got []filter.Bitmap
		hits := 0
		for _, batch := range []*record.Batch{ruletest.Flows(r, 3000), filtertest.Records(r, 500)} {
			got = set.Match(batch, got)
			for i, of := range rules {
				if of.Filter == nil {
					if got[i] != nil {
						t.Fatal("a rule without a filter selects some")
					}
					continue
				}
				want := of.Filter.Matcher().Match(batch)
				if !slices.Equal(want, got[i]) {
					t.Fatalf("seed %d: %s %s: alone %d rows, in the set %d", seed, of.ID, of.Filter, want.Count(), got[i].Count())
				}
				hits += want.Count()
			}
		}
		if hits == 0 {
			t.Error("no rule selects anything")
		}
	}
}

// Records a second through many rules, together and each by itself.
func BenchmarkSet(b *testing.B) {
	batch := ruletest.Flows(rand.New(rand.NewPCG(1, 2)), 64<<10)
	for _, n := range []int{10, 100, 1000} {
		for _, regex := range []bool{false, true} {
			rules, err := Load("r.yaml", []byte(strings.Join(ruletest.Sigma(1, n, regex), "---\n")), Options{})
			if err != nil {
				b.Fatal(err)
			}
			rate := func(b *testing.B) {
				b.ReportMetric(float64(batch.Len())*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mrecords/s")
			}
			b.Run(fmt.Sprintf("%d rules regex %v together", n, regex), func(b *testing.B) {
				set := NewSet(rules)
				dst := set.Match(batch, nil)
				for b.Loop() {
					dst = set.Match(batch, dst)
				}
				rate(b)
			})
			b.Run(fmt.Sprintf("%d rules regex %v one by one", n, regex), func(b *testing.B) {
				matchers := make([]*filter.Matcher, len(rules))
				for i, r := range rules {
					matchers[i] = r.Filter.Matcher()
					matchers[i].Match(batch)
				}
				for b.Loop() {
					for _, m := range matchers {
						m.Match(batch)
					}
				}
				rate(b)
			})
		}
	}
}
