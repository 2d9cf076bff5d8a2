// Package backtest tries rules before they are switched on: on the cases that they
// carry, and on what is stored.
package backtest

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"maps"
	"math/rand/v2"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/enrich"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/replay"
	"github.com/weir-flow/weir/internal/rule"
)

// Bench makes what a case is run on.
type Bench struct {
	// Engine makes an engine that runs rules and has seen nothing.
	Engine func(*record.Registry, []*rule.Rule) (*detect.Engine, error)
	// Opener tells which side opened the conversation of a row.
	Opener enrich.Enricher
}

// Case is the outcome of one test of a rule.
type Case struct {
	Rule string   `json:"rule"`
	Name string   `json:"test"`
	OK   bool     `json:"ok"`
	Why  []string `json:"why"` // what is wrong
}

// Cases runs the tests that a rule carries. with are the rules that its correlation
// names, or none.
func (b *Bench) Cases(r *rule.Rule, with []*rule.Rule) ([]Case, error) {
	var cases []Case
	for _, t := range r.Weir.Tests {
		listed, err := r.WithLists(t.Lists)
		if err != nil {
			return nil, fmt.Errorf("%s: test %q: %w", r.File, t.Name, err)
		}
		found, err := b.run(append([]*rule.Rule{listed}, with...), t)
		if err != nil {
			return nil, fmt.Errorf("%s: test %q of rule %s: %w", r.File, t.Name, r.ID, err)
		}
		found = slices.DeleteFunc(found, func(f finding.Finding) bool { return f.Rule != r.ID })
		c := Case{Rule: r.ID, Name: t.Name, Why: []string{}}
		if len(found) != t.Fires {
			c.Why = append(c.Why, fmt.Sprintf("gave %d findings, want %d%s", len(found), t.Fires, sentences(found)))
		}
		if len(found) > 0 {
			for _, key := range slices.Sorted(maps.Keys(t.Expect)) {
				if got := valueOf(found[0], key); got != t.Expect[key] {
					c.Why = append(c.Why, fmt.Sprintf("%s is %q, want %q", key, got, t.Expect[key]))
				}
			}
		}
		c.OK = len(c.Why) == 0
		cases = append(cases, c)
	}
	return cases, nil
}

func sentences(found []finding.Finding) string {
	var b strings.Builder
	for i, f := range found {
		if i == 3 {
			b.WriteString("; ...")
			break
		}
		b.WriteString("; " + f.Why)
	}
	return b.String()
}

// valueOf returns a value of a finding by the key of its JSON, entity.id for what is
// inside of another.
func valueOf(f finding.Finding, key string) string {
	a := alert.New(f)
	return lookUp(a, strings.Split(key, "."))
}

// after is how long time goes on after the last flow of a case.
const after = 90 * time.Minute

func (b *Bench) run(rules []*rule.Rule, t rule.Test) ([]finding.Finding, error) {
	reg := record.NewRegistry()
	e, err := b.Engine(reg, rules)
	if err != nil {
		return nil, err
	}
	batch, came, err := b.batch(reg, t)
	if err != nil {
		return nil, err
	}
	e.Deliveries(func(part uint32) (detect.Delivery, bool) {
		if part == 0 {
			return detect.Delivery{}, false
		}
		return came[part-1], true
	})
	var out replay.Findings
	e.Run(batch, &out)
	if n := batch.Len(); n > 0 {
		e.Advance(batch.Col(record.Start).Time[n-1]+int64(after), &out)
	}
	return out.Take(), nil
}

// epoch is when cases begin: a Monday at midnight.
var epoch = time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)

// row is one record of a case.
type row struct {
	at     time.Duration
	values map[string]string
	of     *rule.Flow
}

// rows writes the flows of a case out, in order of time.
func rows(t rule.Test) ([]row, error) {
	h := fnv.New64a()
	h.Write([]byte(t.Name))
	dice := rand.New(rand.NewPCG(h.Sum64(), 1))
	var out []row
	for _, f := range t.Flows {
		for i := range max(1, f.Repeat) {
			at := f.At + time.Duration(i)*f.Every
			if f.Jitter > 0 {
				at += time.Duration(dice.Int64N(int64(2*f.Jitter))) - f.Jitter
			}
			values := make(map[string]string, len(f.Values))
			for name, text := range f.Values {
				v, err := expand(text, i)
				if err != nil {
					return nil, fmt.Errorf("%s: %w", name, err)
				}
				values[name] = v
			}
			out = append(out, row{max(0, at), values, &f})
			if f.Reply {
				out = append(out, row{max(0, at), answer(values), &f})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b row) int { return cmp.Compare(a.at, b.at) })
	return out, nil
}

// expand returns the value of the nth repeat: a..b counts up from a and begins again
// after b; addresses, too.
func expand(text string, n int) (string, error) {
	low, high, ok := strings.Cut(text, "..")
	if !ok {
		return text, nil
	}
	if a, err := netip.ParseAddr(low); err == nil {
		b, err := netip.ParseAddr(high)
		if err != nil {
			return "", err
		}
		for range n {
			if a = a.Next(); b.Less(a) {
				a, _ = netip.ParseAddr(low)
			}
		}
		return a.String(), nil
	}
	from, err1 := strconv.ParseInt(low, 10, 64)
	to, err2 := strconv.ParseInt(high, 10, 64)
	if err := cmp.Or(err1, err2); err != nil || to < from {
		return "", fmt.Errorf("%q is no range of numbers or addresses", text)
	}
	return strconv.FormatInt(from+int64(n)%(to-from+1), 10), nil
}

// answer is the record of the way back: the sides change places.
func answer(values map[string]string) map[string]string {
	out := make(map[string]string, len(values))
	for name, v := range values {
		switch {
		case name == "tcp_flags":
			if flags, err := strconv.Atoi(v); err == nil && flags&detect.FlagSYN != 0 {
				v = strconv.Itoa(flags | detect.FlagSYNACK)
			}
		case strings.HasPrefix(name, "src"):
			name = "dst" + strings.TrimPrefix(name, "src")
		case strings.HasPrefix(name, "dst"):
			name = "src" + strings.TrimPrefix(name, "dst")
		case strings.HasPrefix(name, "pkt_src"):
			name = "pkt_dst" + strings.TrimPrefix(name, "pkt_src")
		case strings.HasPrefix(name, "pkt_dst"):
			name = "pkt_src" + strings.TrimPrefix(name, "pkt_dst")
		}
		out[name] = v
	}
	return out
}
