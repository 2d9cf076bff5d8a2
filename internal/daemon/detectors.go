package daemon

import (
	"fmt"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/detect/channel"
	"github.com/weir-flow/weir/internal/detect/contact"
	"github.com/weir-flow/weir/internal/detect/edge"
	"github.com/weir-flow/weir/internal/detect/health"
	"github.com/weir-flow/weir/internal/detect/match"
	"github.com/weir-flow/weir/internal/detect/usual"
	"github.com/weir-flow/weir/internal/detect/window"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

// mechanisms makes the detectors, by what rules name.
var mechanisms = map[rule.Mechanism]func(*detect.Env, []detect.Numbered) detect.Detector{
	rule.Window:  window.New,
	rule.Match:   match.New,
	rule.Channel: channel.New,
	rule.Contact: contact.New,
	rule.Edge:    edge.New,
	rule.Health:  health.New,
	rule.Usual:   usual.New,
}

// DefaultKeys is how many keys the tables of all detectors hold together. Some are for
// what is rare: traffic, of whatever addresses, fills over half of them, a million, and these
// take less than 256 MB.
const DefaultKeys = 7 << 18

// newEngine returns an engine that runs rules, and has seen nothing.
func newEngine(reg *record.Registry, rules []*rule.Rule, keys int) (*detect.Engine, error) {
	byMechanism := map[rule.Mechanism][]detect.Numbered{}
	for n, r := range rules {
		m := r.Mechanism()
		if mechanisms[m] == nil {
			return nil, fmt.Errorf("%s:%d: rule %s: no detector runs mechanism %q", r.File, r.Line, r.ID, m)
		}
		byMechanism[m] = append(byMechanism[m], detect.Numbered{N: n, Rule: r})
	}
	env := &detect.Env{Registry: reg, Hosts: detect.NewHosts(keys / 8), Keys: keys / 8}
	var detectors []detect.Detector
	for _, m := range rule.Mechanisms {
		if len(byMechanism[m]) > 0 {
			detectors = append(detectors, mechanisms[m](env, byMechanism[m]))
		}
	}
	return detect.NewEngine(env, rule.NewSet(rules), detectors), nil
}
