package usual

import (
	"testing"

	"github.com/weir-flow/weir/internal/backtest"
	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/enrich/initiator"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/rules"
)

// TestShipped runs the cases that the shipped rules of this mechanism carry.
func TestShipped(t *testing.T) {
	all, err := rule.LoadFS(rules.Files(), rule.Options{Shipped: true})
	if err != nil {
		t.Fatal(err)
	}
	bench := backtest.Bench{Opener: initiator.Enricher{}, Engine: func(reg *record.Registry, rules []*rule.Rule) (*detect.Engine, error) {
		env := &detect.Env{Registry: reg, Hosts: detect.NewHosts(1 << 16), Keys: 1 << 16}
		return detect.NewEngine(env, rule.NewSet(rules), []detect.Detector{New(env, []detect.Numbered{{N: 0, Rule: rules[0]}})}), nil
	}}
	ran := 0
	for _, r := range all {
		if r.Mechanism() != rule.Usual {
			continue
		}
		cases, err := bench.Cases(r, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cases {
			ran++
			if !c.OK {
				t.Errorf("%s: %s: %v", c.Rule, c.Name, c.Why)
			}
		}
	}
	t.Logf("%d cases", ran)
	if ran < 4 {
		t.Errorf("%d cases", ran)
	}
}
