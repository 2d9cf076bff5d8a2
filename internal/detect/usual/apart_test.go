package usual

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/baseline"
	"github.com/weir-flow/weir/internal/detect/detecttest"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

// TestPartOfASurge protects that a window which holds the beginning of a surge, too little
// to tell of, does not hide the rest of it; that it is learned where nothing comes of it;
// and that what is left of a surge in the window behind it is not.
func TestPartOfASurge(t *testing.T) {
	d := &site{dice: rand.New(rand.NewPCG(3, 4))}
	p := &plan{half: 5 * minute, config: baseline.Config{Risk: 1e-6, Minimum: 50, Factor: 2, Learn: 72 * time.Hour}}
	v := &series{}
	at := int64(0)
	show := func(value float64) bool {
		at += 2 * p.half
		return p.learn(v, at, value, nil, nil)
	}
	strict := baseline.Config{Risk: p.config.Risk, Minimum: 1, Factor: 1.2, Learn: p.config.Learn}
	next := func() baseline.Verdict {
		return v.Profile.Judge(&strict, at+2*p.half, time.Duration(2*p.half), 1, nil, nil)
	}
	limit := func() float64 { verdict := next(); return verdict.Limit() }
	for range 10 * 144 {
		show(float64(d.draw(300)))
	}
	part := func() float64 { // nearly what would be a surge
		verdict := next()
		return verdict.Expected() + 0.9*(verdict.Limit()-verdict.Expected())
	}
	before, windows := limit(), v.Profile.Windows()
	if show(part()) {
		t.Fatal("a part of a surge is a surge")
	}
	if after := limit(); after > 1.02*before {
		t.Errorf("the limit went from %.0f to %.0f for the beginning of a surge", before, after)
	}
	if !show(3000) {
		t.Fatal("no surge")
	}
	if show(part()) {
		t.Fatal("the rest of a surge is a surge")
	}
	if n := v.Profile.Windows(); n != windows {
		t.Errorf("%d windows of a surge were learned", n-windows)
	}
	windows = v.Profile.Windows()
	show(300)
	show(part())
	show(300)
	if n := v.Profile.Windows(); n != windows+3 {
		t.Errorf("%d of three windows that came to nothing were learned", n-windows)
	}
}

// TestApart protects that the rise of a subnet is told though one of its hosts surged a
// quarter of an hour before, and that the surge of a host is not told of its subnet, too.
func TestApart(t *testing.T) {
	run := func(all float64) (found []string) {
		dice := &site{dice: rand.New(rand.NewPCG(9, 9))}
		at0 := 4*24*time.Hour + 11*time.Hour
		var flows []detecttest.Flow
		for m := range (4*24 + 14) * 60 {
			at := time.Duration(m) * time.Minute
			for n := range 10 {
				mean := 2.0
				switch {
				case n == 0 && at >= at0 && at < at0+8*time.Minute:
					mean *= 15
				case at >= at0+15*time.Minute && at < at0+25*time.Minute:
					mean *= all
				}
				for k := range dice.draw(mean) {
					flows = append(flows, detecttest.Flow{
						At: at, Src: fmt.Sprintf("10.1.0.%d", n+1), Dst: "10.2.0.9", SrcPort: uint16(20000 + m%20000 + int(k)), DstPort: 443, Packets: 9, Bytes: 900, Flags: 3,
						Context: map[record.FieldID]string{record.InterfaceID: fmt.Sprintf("eni-%d", n), record.SubnetID: "subnet-1", record.VPCID: "vpc-1"},
					})
				}
			}
		}
		for _, f := range detecttest.Run(t, []*rule.Rule{more("count", "", 100, "interface_id"), more("count", "", 100, "subnet_id")}, New, flows, time.Hour) {
			found = append(found, string(f.Entity.Kind)+" "+f.Entity.ID)
		}
		return found
	}
	if got, want := run(1), []string{"interface eni-0"}; !slices.Equal(got, want) {
		t.Errorf("a host: %v", got)
	}
	if got, want := run(3), []string{"interface eni-0", "subnet subnet-1"}; !slices.Equal(got, want) {
		t.Errorf("a host, then its subnet: %v", got)
	}
}
