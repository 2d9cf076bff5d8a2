package usual

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/baseline"
	"github.com/weir-flow/weir/internal/finding"
)

// risen is a series that surges, or is about to.
type risen struct {
	key             uint64
	subnet, vpc     string
	interfaceID     string
	value, expected float64
	low, high       float64
}

// scope returns what surges: the interface, its subnet or VPC, or all, and the series
// within it.
func (d *Detector) scope(v *series, key uint64, now int64) (finding.Entity, []uint64) {
	p := d.byID[v.Rule]
	var up []uint64
	total, rose := map[string]int{}, map[string]int{} // by subnet
	vpcTotal, vpcRose := map[string]int{}, map[string]int{}
	start := (v.Half - 1) * p.half
	part := min(max(float64(now-start)/float64(2*p.half), 0.3), 1)
	d.series.Each(func(k uint64, _ int64, o *series) {
		if o.Rule != v.Rule || o.Half != v.Half && o.Half != 0 {
			return
		}
		value, _ := o.value(p)
		if o.Half == 0 {
			value = 0
		}
		verdict := o.Profile.Judge(&p.config, start, time.Duration(2*p.half), value)
		if verdict.Basis == baseline.Learning && k != key {
			return
		}
		expected := verdict.Expected()
		rises := k == key || value >= p.config.Minimum/8 && value >= 2*expected*part
		if k != key && rises && v.Pair.clear() && o.Pair.clear() && o.Pair.Src == v.Pair.Src && o.Pair.Dst == v.Pair.Dst {
			return // the other end of the same
		}
		if !rises && expected < 1 {
			return // sleeps at this hour
		}
		total[o.place()+"\x00"+o.in().Subnet]++
		vpcTotal[o.place()]++
		if rises {
			rose[o.place()+"\x00"+o.in().Subnet]++
			vpcRose[o.place()]++
			up = append(up, k)
		}
	})
	slices.Sort(up)
	within := func(keep func(o *series) bool) []uint64 {
		return slices.DeleteFunc(slices.Clone(up), func(k uint64) bool { return !keep(d.series.Get(k)) })
	}
	most := func(rose, total int) bool { return rose >= min(3, max(total, 2)) && 2*rose >= total }
	place, subnet := v.place(), v.place()+"\x00"+v.in().Subnet
	vpcs, allRose, allTotal := 0, 0, 0
	for k, n := range vpcTotal {
		allRose, allTotal = allRose+vpcRose[k], allTotal+n
		if most(vpcRose[k], n) {
			vpcs++
		}
	}
	subnets := 0
	for k, n := range rose {
		if strings.HasPrefix(k, place+"\x00") && n > 0 {
			subnets++
		}
	}
	switch {
	case vpcs >= 2 && most(allRose, allTotal):
		return finding.Entity{Kind: finding.KindSource, ID: cmp.Or(v.in().Account, everywhere)}, up
	case most(vpcRose[place], vpcTotal[place]) && (subnets > 1 || v.in().Subnet == ""):
		kind := finding.KindVPC
		if v.in().VPC == "" {
			kind = finding.KindSource
		}
		return finding.Entity{Kind: kind, ID: place}, within(func(o *series) bool { return o.place() == place })
	case v.in().Subnet != "" && most(rose[subnet], total[subnet]):
		return finding.Entity{Kind: finding.KindSubnet, ID: v.in().Subnet}, within(func(o *series) bool { return o.in().Subnet == v.in().Subnet && o.place() == place })
	}
	return v.in().Entity, []uint64{key}
}

// core reports whether a subnet is where the surge of its VPC lies: at least half of
// what there is more than usual, for each connection has two ends and the other may be
// in any subnet, and twice that of the next.
func (d *Detector) core(key uint64, others []uint64) bool {
	v := d.series.Get(key)
	if v.in().Entity.Kind != finding.KindSubnet {
		return false
	}
	p := d.byID[v.Rule]
	all := 0.0
	for _, k := range others {
		if o := d.series.Get(k); o.in().Entity.Kind == finding.KindVPC && d.byID[o.Rule].family == p.family && o.Half*d.byID[o.Rule].half == v.Half*p.half {
			all = max(all, d.more(o))
		}
	}
	mine, next := d.more(v), 0.0
	if all == 0 || mine < all/2 {
		return false
	}
	d.series.Each(func(k uint64, _ int64, o *series) {
		if k != key && o.Rule == v.Rule && o.Half == v.Half && o.place() == v.place() {
			next = max(next, d.more(o))
		}
	})
	return mine >= 2*next
}

// more is by how much a series is over what is usual.
func (d *Detector) more(v *series) float64 {
	p := d.byID[v.Rule]
	value, _ := v.value(p)
	verdict := d.judge(p, v, value)
	return value - verdict.Expected()
}

// apart reports whether what a subnet or VPC has more than usual is mostly not of a surge
// that is open there: the interfaces and subnets that are its members have little of it in
// the same window, for it is over, or small beside this. Of a connection within the subnet
// or VPC they have one end of two.
func (d *Detector) apart(surge uint64, v *series) bool {
	p, kind := d.byID[v.Rule], v.in().Entity.Kind
	if p.value != valueCount || kind != finding.KindSubnet && kind != finding.KindVPC {
		return false
	}
	var interfaces, subnets float64
	d.series.Each(func(_ uint64, _ int64, o *series) {
		q := d.byID[o.Rule]
		if o.Surge != surge || q.value != valueCount || q.family != p.family || o.Half*q.half != v.Half*p.half {
			return
		}
		switch o.in().Entity.Kind {
		case finding.KindInterface, finding.KindAttachment:
			interfaces += max(0, d.more(o))
		case finding.KindSubnet:
			subnets += max(0, d.more(o))
		}
	})
	if kind == finding.KindSubnet {
		return 2.2*interfaces < d.more(v)
	}
	return 3*max(interfaces, subnets) < d.more(v)
}

// rank orders what is told where several that are no interfaces surge: subnets first.
func rank(v *series) int {
	switch v.in().Entity.Kind {
	case finding.KindVPC:
		return 0
	case finding.KindSubnet:
		return 1
	case finding.KindApp:
		return 2
	}
	return 3
}

// covering returns the surge that is open and has a series within it.
func (d *Detector) covering(v *series) uint64 {
	p := d.byID[v.Rule]
	var found []uint64
	d.surges.Each(func(key uint64, _ int64, s *surge) {
		q := d.byID[s.Rule]
		if q == nil || s.Half*q.half < (v.Half-2)*p.half {
			return
		}
		late := v.Half*p.half > s.Found+joins
		same := s.Entity == v.in().Entity || v.Pair.clear() && s.Pair.clear() && v.Pair.Src == s.Pair.Src && v.Pair.Dst == s.Pair.Dst
		switch {
		case same && (q.family == p.family || p.general && q.tells(v)): // both ends of a pair see the same
		case q.general && !p.general && !p.tells(v) && s.holds(v):
		case s.Entity.Kind == finding.KindVPC && v.in().Entity.Kind == finding.KindVPC && q == p && s.Found/minute+together >= v.Half*p.half/minute:
		case q.family != p.family || p.rule.Severity > q.rule.Severity || late || s.Place != v.place() && s.Entity.Kind != finding.KindSource:
			return
		case s.Entity.Kind == finding.KindVPC || s.Entity.Kind == finding.KindSource:
		case v.in().Entity.Kind != finding.KindInterface:
			if d.apart(key, v) {
				return
			}
		case s.Entity.Kind != finding.KindSubnet || v.in().Subnet != s.Entity.ID:
			return
		}
		found = append(found, key)
	})
	if len(found) == 0 {
		return 0
	}
	return slices.Min(found)
}

// shares is how the excess is spread over interfaces, subnets and VPCs.
func shares(list []risen, kind finding.Kind) []finding.Share {
	if kind != finding.KindInterface {
		return nil
	}
	var sum float64
	by := map[finding.Share]float64{}
	for _, r := range list {
		more := max(r.value-r.expected, 0)
		sum += more
		by[finding.Share{Kind: finding.KindInterface, ID: r.interfaceID}] += more
		if r.subnet != "" {
			by[finding.Share{Kind: finding.KindSubnet, ID: r.subnet}] += more
		}
		if r.vpc != "" {
			by[finding.Share{Kind: finding.KindVPC, ID: r.vpc}] += more
		}
	}
	var out []finding.Share
	for s, more := range by {
		s.Share = math.Round(100*more/max(sum, 1e-9)) / 100
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b finding.Share) int {
		order := []finding.Kind{finding.KindVPC, finding.KindSubnet, finding.KindInterface}
		return cmp.Or(cmp.Compare(slices.Index(order, a.Kind), slices.Index(order, b.Kind)), cmp.Compare(b.Share, a.Share), cmp.Compare(a.ID, b.ID))
	})
	const most = 16
	return out[:min(len(out), most)]
}
