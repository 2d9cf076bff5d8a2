package rule

import (
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/finding"
)

// statuses of Sigma; rules of the last two are loaded but not on.
var statuses = map[string]bool{"stable": true, "test": true, "experimental": true, "deprecated": false, "unsupported": false}

// document reads one rule, correlation or Sigma filter. number counts the documents
// of the file.
func (r *reader) document(d *draft, number int) {
	n := d.node
	if !r.mapping(n, "a rule") {
		return
	}
	rule := d.Rule
	var detection, sigmaFilter, weir *config.Node
	into := func(dst *string, key string) func(*config.Node) {
		return func(n *config.Node) { *dst = r.text(n, key) }
	}
	r.keys(n, "", map[string]func(*config.Node){
		"title":       into(&rule.Title, "title"),
		"id":          into(&rule.ID, "id"),
		"name":        into(&rule.Name, "name"),
		"description": into(&rule.Description, "description"),
		"author":      into(&rule.Author, "author"),
		"date":        into(&rule.Date, "date"),
		"status": func(n *config.Node) {
			rule.Status = r.text(n, "status")
			on, ok := statuses[rule.Status]
			if !ok && n.Scalar() {
				r.bad(n, "%s", config.Unknown("status", rule.Status, statuses))
			}
			if !on {
				r.off = "its status is " + rule.Status
			}
		},
		"references":     func(n *config.Node) { rule.References = r.texts(n, "references") },
		"falsepositives": func(n *config.Node) { rule.FalsePositives = r.texts(n, "falsepositives") },
		"tags":           func(n *config.Node) { r.tags(rule, n) },
		"level":          func(n *config.Node) { rule.Severity = r.level(n) },
		"logsource":      r.logsource,
		"detection":      func(n *config.Node) { detection = n },
		"correlation":    func(n *config.Node) { d.corr = n },
		"filter":         func(n *config.Node) { sigmaFilter = n },
		"weir":           func(n *config.Node) { weir = n },
		// Sigma's, of no consequence here.
		"related": nil, "modified": nil, "license": nil, "taxonomy": nil, "fields": nil, "scope": nil,
		"action": func(n *config.Node) {
			r.bad(n, "collections with action are of Sigma version 1; write whole documents")
		},
	})
	if n.Get("level") == nil {
		rule.Severity = finding.Medium
	}
	if rule.Title == "" && n.Get("title") == nil {
		r.bad(n, "a rule needs a title")
	}
	r.named(d, number)
	if weir != nil {
		r.weir(rule, weir)
	}
	if d.corr != nil {
		r.correlation(d, d.corr)
	}
	r.subject(d, detection, sigmaFilter)
	rule.Version = version(n, r.lists)
	if r.off != "" {
		rule.Enabled, rule.Off, rule.Lacks = false, r.off, r.lacks
	}
}

// named gives the rule its id and name.
func (r *reader) named(d *draft, number int) {
	rule := d.Rule
	base := path.Base(filepath.ToSlash(rule.File))
	base = strings.TrimSuffix(base, path.Ext(base))
	if rule.Name == "" {
		rule.Name = base
		if rule.ID == "" && number > 0 {
			r.bad(d.node, "a document after the first of a file needs an id or a name")
		}
		if number > 0 {
			rule.Name = rule.ID
		}
	}
	if rule.ID == "" {
		rule.ID = rule.Name
	}
}

// subject reads what the rule selects.
func (r *reader) subject(d *draft, detection, sigmaFilter *config.Node) {
	rule, w := d.Rule, &d.Rule.Weir
	switch {
	case sigmaFilter != nil && (detection != nil || d.corr != nil || d.node.Get("weir") != nil):
		r.bad(sigmaFilter, "a Sigma filter stands in a document of its own, without detection, correlation and weir")
	case detection != nil && d.corr != nil:
		r.bad(d.corr, "detection and correlation in one document; a correlation joins rules of other documents")
	case w.Filter != "" && (detection != nil || d.corr != nil):
		r.bad(d.node.Get("weir").Get("filter"), "weir.filter stands in place of a detection; this rule has one")
	case sigmaFilter != nil:
		r.sigmaFilter(d, sigmaFilter)
	case detection != nil:
		rule.Filter = r.detection(detection)
	case w.Filter != "":
		rule.Filter = r.filterText(d.node.Get("weir").Get("filter"))
	case d.corr != nil, w.Settings != nil, w.MoreThanUsual != nil, w.NewValue != nil, w.RareValue != nil, w.Absence != nil:
	case len(r.errs) == 0:
		r.bad(d.node, "the rule selects nothing; give it a detection, a weir.filter, a correlation or a mechanism")
	}
	if d.corr != nil {
		mechanism := w.Settings != nil || w.MoreThanUsual != nil || w.NewValue != nil || w.RareValue != nil || w.Absence != nil || w.Threshold != 0 || w.Window != 0
		if mechanism {
			r.bad(d.node.Get("weir"), "a correlation has its own window and condition; leave them and mechanisms out of weir")
		}
	}
}

func (r *reader) level(n *config.Node) finding.Severity {
	s, err := finding.ParseSeverity(n.Text)
	if err != nil || !n.Scalar() {
		known := map[string]bool{"informational": true, "low": true, "medium": true, "high": true, "critical": true}
		r.bad(n, "%s", config.Unknown("level", n.Text, known))
	}
	return s
}

// tactics of ATT&CK as Sigma tags name them.
var tactics = map[string]bool{
	"reconnaissance": true, "resource-development": true, "initial-access": true, "execution": true, "persistence": true,
	"privilege-escalation": true, "defense-evasion": true, "credential-access": true, "discovery": true, "lateral-movement": true,
	"collection": true, "command-and-control": true, "exfiltration": true, "impact": true, "stealth": true, "defense-impairment": true,
}

var (
	tag       = regexp.MustCompile(`^[a-z0-9_-]+(\.[A-Za-z0-9_-]+)+$`)
	technique = regexp.MustCompile(`^t[0-9]{4}(\.[0-9]{3})?$`)
	software  = regexp.MustCompile(`^[gs][0-9]{4}$`)
)

func (r *reader) tags(rule *Rule, n *config.Node) {
	if n.Kind != config.List {
		r.bad(n, "tags takes a list, not %s", n.Kind)
		return
	}
	for _, item := range n.Items {
		text := r.text(item, "tags")
		if !tag.MatchString(text) {
			r.bad(item, "tag %q is not written as namespace.value, such as attack.t1046", text)
			continue
		}
		rule.Tags = append(rule.Tags, text)
		name, ok := strings.CutPrefix(text, "attack.")
		name = strings.ReplaceAll(strings.ToLower(name), "_", "-")
		switch {
		case !ok:
		case technique.MatchString(name):
			if id := strings.ToUpper(name); !slices.Contains(rule.Attack, id) {
				rule.Attack = append(rule.Attack, id)
			}
		case !software.MatchString(name) && !tactics[name]:
			r.bad(item, "%s", config.Unknown("ATT&CK tactic or technique", name, tactics))
		}
	}
}

// What of Sigma's log sources is flows.
var (
	logCategories = map[string]bool{"firewall": true, "network_connection": true, "network_traffic": true, "network_flow": true, "netflow": true, "flow": true}
	logServices   = map[string]bool{
		"vpcflow": true, "vpcflowlogs": true, "vpc_flow": true, "vpc_flow_logs": true, "vpc-flow-logs": true, "flowlogs": true,
		"flow": true, "transitgateway": true, "transit_gateway_flow_logs": true, "tgwflow": true, "conn": true, "netflow": true,
	}
)

func (r *reader) logsource(n *config.Node) {
	if !r.mapping(n, "logsource") {
		return
	}
	r.keys(n, "logsource", map[string]func(*config.Node){
		"category": func(n *config.Node) {
			if text := r.text(n, "category"); !logCategories[text] {
				r.bad(n, "%s", notFlows("category", text, logCategories))
			}
		},
		"service": func(n *config.Node) {
			if text := r.text(n, "service"); !logServices[text] {
				r.bad(n, "%s", notFlows("service", text, logServices))
			}
		},
		"product": func(n *config.Node) { r.text(n, "product") }, "definition": nil,
	})
}

func notFlows(what, text string, known map[string]bool) string {
	near := config.Nearest(text, sortedKeys(known))
	if near != "" {
		return fmt.Sprintf("unknown log source %s %q; did you mean %q?", what, text, near)
	}
	return fmt.Sprintf("the log source %s %q is not flow records, which is what weir reads (category %s)", what, text, "network_connection or firewall")
}
