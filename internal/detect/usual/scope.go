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
