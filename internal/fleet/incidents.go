package fleet

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/netip"
	"os"
	"slices"

	"github.com/weir-flow/weir/internal/finding"
)

// Incident is what an analyst would want one alert for, in the form of the shared
// labelled captures: type, source, destination, times, connections. What follows after
// truth is ours.
type Incident struct {
	ID          string         `json:"id"`
	Type        finding.Family `json:"type"`
	Truth       string         `json:"truth"`             // author: it was planted, or counted while it was made
	Src         any            `json:"src,omitempty"`     // an address, or a list
	Dst         any            `json:"dst,omitempty"`     // an address, or a list
	DstPort     uint16         `json:"dstport,omitempty"` // where there is one
	Start       int64          `json:"start"`             // Unix seconds of the first record
	End         int64          `json:"end"`
	Connections int64          `json:"connections"`

	Name    string           `json:"name"` // family:variant, as --attacks has it
	Entity  finding.Entity   `json:"entity"`
	Page    *bool            `json:"page,omitempty"`    // whether it should page; absent: either is right
	Also    []finding.Family `json:"also,omitempty"`    // other families that are right about it, too
	Touches []finding.Entity `json:"touches,omitempty"` // what findings of those may be about: addresses, interfaces, subnets, VPCs
	Noise   bool             `json:"noise,omitempty"`   // the internet's, not planted by --attacks
	Records int64            `json:"records"`           // lines, of every witness
	Flows   int64            `json:"flows"`             // each direction of each window once
	Bytes   [2]uint64        `json:"bytes"`             // from the side that opened, and to it
	About   string           `json:"about,omitempty"`   // in words, with the numbers
}

// Noise is something harmless that must stay silent.
type Noise struct {
	Who string           `json:"who"`
	IDs []finding.Entity `json:"entities,omitempty"`
	Why string           `json:"why"`
}

// Planted is the truth about attacks: what is in the logs for an analyst to find, and
// what is there and is nothing.
type Planted struct {
	Scenario  string     `json:"scenario"`
	Seed      uint64     `json:"seed"`
	Hosts     int        `json:"hosts"`
	Days      float64    `json:"days"`
	Incidents []Incident `json:"incidents"`
	Noise     []Noise    `json:"noise"`
}

// WriteFile writes p as JSON, an incident a line. Keep it out of the folder of logs.
func (p Planted) WriteFile(path string) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\n \"scenario\": %q,\n \"seed\": %d,\n \"hosts\": %d,\n \"days\": %g,\n", p.Scenario, p.Seed, p.Hosts, p.Days)
	err := errors.Join(jsonLines(&b, "incidents", p.Incidents, ",\n"), jsonLines(&b, "noise", p.Noise, "\n}\n"))
	if err == nil {
		err = os.WriteFile(path, b.Bytes(), 0o644)
	}
	if err != nil {
		return fmt.Errorf("write incidents: %w", err)
	}
	return nil
}

// jsonLines appends a member that is a list, an element a line.
func jsonLines[T any](b *bytes.Buffer, name string, list []T, end string) error {
	fmt.Fprintf(b, " %q: [", name)
	for i, x := range list {
		text, err := json.Marshal(x)
		if err != nil {
			return err
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n  ")
		b.Write(text)
	}
	b.WriteString("\n ]" + end)
	return nil
}

// touches are the addresses, interfaces, subnets and networks of a plant.
func (p *planted) touches() (out []finding.Entity) {
	add := func(e finding.Entity) {
		if !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	for _, n := range slices.SortedFunc(maps.Keys(p.touched), func(a, b *Interface) int { return cmp.Compare(a.index, b.index) }) {
		add(finding.Entity{Kind: finding.KindAddress, Network: n.Network, ID: n.Addr.IP.String()})
		if n.Addr6 != nil {
			add(finding.Entity{Kind: finding.KindAddress, Network: n.Network, ID: n.Addr6.IP.String()})
		}
		add(finding.Entity{Kind: finding.KindInterface, ID: n.ID})
		add(finding.Entity{Kind: finding.KindSubnet, ID: n.Subnet})
		add(finding.Entity{Kind: finding.KindVPC, ID: n.Network})
	}
	return out
}

// incidents tells what was planted, with the counts of what came out, and which of the
// background's scanners did how much.
func (w *World) incidents(t *tally) Planted {
	out := Planted{
		Scenario: fmt.Sprintf("fleet-%d", w.cfg.Seed), Seed: w.cfg.Seed, Days: float64(w.minutes) / 1440, Noise: w.noise(),
	}
	for _, a := range w.accounts {
		for _, c := range a.cells {
			for _, n := range c.all {
				if n.kind != gateway && n.kind != spare && n.From == w.start+int64(c.from)*60 && n.To == w.end {
					out.Hosts++
				}
			}
		}
	}
	for _, p := range w.plants {
		if p.incident.Noise {
			continue
		}
		n, k := p.incident, &t.plants[p.number]
		n.ID = fmt.Sprintf("F%d-%s", len(out.Incidents)+1, n.Name)
		n.Records, n.Flows, n.Connections = k.records, k.flows, k.connections
		n.Bytes = [2]uint64{k.out, k.back}
		if len(n.Also) > 0 {
			n.Touches = k.touches()
		}
		if k.records > 0 && n.Start == 0 {
			n.Start, n.End = k.first, k.last
		}
		out.Incidents = append(out.Incidents, n)
	}
	var all []netip.Addr
	for a := range t.sources {
		all = append(all, a)
	}
	slices.SortFunc(all, func(a, b netip.Addr) int {
		return cmp.Or(cmp.Compare(t.sources[a].first, t.sources[b].first), a.Compare(b))
	})
	page := false
	for i, a := range all {
		v := t.sources[a]
		n := Incident{
			ID: fmt.Sprintf("B%d-%s", i+1, v.family()), Type: v.family(), Name: string(v.family()) + ":internet", Truth: "author",
			Src: a.String(), Start: v.first, End: v.last, Connections: v.attempts, Page: &page, Noise: true,
			Entity: finding.Entity{Kind: finding.KindAddress, ID: a.String()},
		}
		if !v.several {
			n.Dst = v.dst.String()
		}
		out.Incidents = append(out.Incidents, n)
	}
	return out
}
