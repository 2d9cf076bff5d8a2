package side

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/weir-flow/weir/internal/enrich"
	"github.com/weir-flow/weir/internal/record"
)

// at returns a row of a transit gateway's attachment.
func at(attachment, pair, direction, srcVPC, dstVPC, src, dst string) row {
	return row{src: src, dst: dst, dir: direction, more: fields{
		record.AccountID: "1", record.TGWID: "tgw", record.TGWAttachmentID: attachment, record.TGWPairAttachmentID: pair,
		record.TGWSrcVPCID: srcVPC, record.TGWDstVPCID: dstVPC,
	}}
}

// google returns a row of a GCP reporter.
func google(vpc, vm, reporter, direction, src, dst string) row {
	return row{vpc: vpc, src: src, dst: dst, dir: direction, more: fields{record.InstanceID: vm, record.Reporter: reporter}}
}

// TestGateways protects that a flow counts once whoever between and at its ends
// logs it.
func TestGateways(t *testing.T) {
	f := func(name string, rows []row, want ...string) {
		t.Helper()
		reg := record.NewRegistry()
		b := batchOf(t, reg, rows)
		New(reg, Config{}).Enrich(b, 0, []enrich.Segment{{Rows: len(rows)}})
		if diff := cmp.Diff(want, verdicts(b)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	const s, d = "10.1.0.1", "10.2.0.2"
	in, out := at("ta", "tb", "ingress", "v1", "v2", s, d), at("tb", "ta", "egress", "v1", "v2", s, d)
	src := row{vpc: "v1", eni: "a", dir: "egress", src: s, dst: d}
	dst := row{vpc: "v2", eni: "b", dir: "ingress", src: s, dst: d}
	lost := in
	lost.lost = 3

	f("only the gateway logs", []row{in, out}, "-transit internal>internal >", "+transit internal>internal >")
	f("one attachment logs", []row{in}, "+transit internal>internal >")
	f("both ends log too", []row{src, in, out, dst},
		"-src internal>internal a>b", "-transit internal>internal a>b", "-transit internal>internal a>b", "+dst internal>internal a>b")
	f("one end logs too", []row{src, in, out},
		"+src internal>internal a>", "-transit internal>internal a>", "-transit internal>internal a>")
	f("lost, while the destination logs others", []row{src, lost, {vpc: "v2", eni: "b", dir: "ingress", src: "10.2.0.9", dst: d}},
		"-src internal>internal a>b", "+transit internal>internal a>b", "+dst internal>internal >b")
	f("lost, the destination does not log", []row{src, lost}, "+src internal>internal a>", "-transit internal>internal a>")
	f("lost, nobody logs", []row{lost, out}, "+transit internal>internal >", "+transit internal>internal >")
	f("a VPN at one end", []row{at("ta", "tvpn", "ingress", "v1", "", s, "192.168.1.1")}, "+transit internal>private >")
	f("no direction: one of both attachments", []row{
		at("ta", "tb", "", "v1", "v2", s, d), at("tb", "ta", "", "v1", "v2", s, d),
	}, "+transit internal>internal >", "-transit internal>internal >")

	back := []row{
		{vpc: "v2", eni: "b", dir: "egress", src: d, dst: s},
		{vpc: "v1", eni: "a", dir: "ingress", src: d, dst: s},
	}
	f("two VPCs that look for each other", append([]row{src, dst}, back...),
		"-src internal>internal a>b", "+dst internal>internal a>b", "-src internal>internal b>a", "+dst internal>internal b>a")
	f("the same addresses in a VPC that is not joined", []row{src, {vpc: "v3", eni: "c", dir: "ingress", src: "10.2.0.9", dst: d}},
		"+src internal>private a>", "+dst internal>internal >c")
	f("two joined VPCs have the address: nothing tells which", []row{
		src, at("ta", "tb", "ingress", "v1", "v2", s, "10.2.0.9"), at("ta", "tc", "ingress", "v1", "v3", s, "10.2.0.8"), dst,
		{vpc: "v3", eni: "c", dir: "ingress", src: s, dst: d},
	}, "+src internal>private a>", "-transit internal>internal a>", "-transit internal>internal a>",
		"+dst internal>internal a>b", "+dst internal>internal a>c")
	f("twins with the same blocks are never joined", []row{
		{vpc: "v1", eni: "a", dir: "egress", src: "10.0.1.1", dst: "10.0.2.2"},
		{vpc: "v2", eni: "b", dir: "ingress", src: "10.0.1.1", dst: "10.0.2.2"},
		{vpc: "v1", eni: "a3", dir: "egress", src: "10.0.3.1", dst: "203.0.113.1"},
		{vpc: "v2", eni: "b3", dir: "egress", src: "10.0.3.1", dst: "203.0.113.1"},
	}, "+src internal>private a>", "+dst private>internal >b", "+src internal>public a3>", "+src internal>public b3>")
	f("the next hop lies in another VPC", []row{
		{vpc: "v1", eni: "a", dir: "egress", src: s, dst: d, more: fields{record.NextHopVPCID: "v2"}},
		{vpc: "v2", eni: "b", dir: "ingress", src: "10.2.0.9", dst: d},
	}, "-src internal>internal a>b", "+dst internal>internal >b")

	f("GCP: both reporters", []row{
		google("p/n", "p/z/vm1", "SRC", "egress", "10.0.0.1", "10.0.0.2"), google("p/n", "p/z/vm2", "DEST", "ingress", "10.0.0.1", "10.0.0.2"),
	}, "-src internal>internal >", "+dst internal>internal >")
	f("GCP: only one reporter is exported", []row{
		google("p/n", "p/z/vm1", "SRC", "egress", "10.0.0.1", "10.0.0.2"), google("p/n", "p/z/vm2", "SRC", "egress", "10.0.0.2", "10.0.0.1"),
	}, "+src internal>internal >", "+src internal>internal >")
	f("GCP: a gateway in between", []row{
		google("p/n", "p/z/vm1", "SRC", "egress", "10.0.0.1", "192.168.0.9"), google("p/n", "", "DEST_GATEWAY", "", "10.0.0.1", "192.168.0.9"),
		google("p/n", "", "SRC_GATEWAY", "", "192.168.0.9", "10.9.0.3"),
	}, "+src internal>private >", "-transit internal>private >", "+transit private>private >")
}

// TestAttachmentsComeLate protects totals when the records of one attachment
// are read after those of the other.
func TestAttachmentsComeLate(t *testing.T) {
	reg := record.NewRegistry()
	e := New(reg, Config{})
	run := func(r row) []string {
		b := batchOf(t, reg, []row{r})
		e.Enrich(b, 3, []enrich.Segment{{Rows: 1}})
		return verdicts(b)
	}
	in, out := at("ta", "tb", "ingress", "v1", "v2", "10.1.0.1", "10.2.0.2"), at("tb", "ta", "egress", "v1", "v2", "10.1.0.1", "10.2.0.2")
	if diff := cmp.Diff([]string{"+transit internal>internal >"}, run(in)); diff != "" {
		t.Errorf("the first (-want +got):\n%s", diff)
	}
	if got := e.TakeDirty(); len(got) != 0 {
		t.Fatalf("dirty after the first batch: %v", got)
	}
	run(out)
	if diff := cmp.Diff([]int32{3}, e.TakeDirty()); diff != "" {
		t.Errorf("the first row was counted because tb did not log (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"-transit internal>internal >"}, run(in)); diff != "" {
		t.Errorf("decided anew (-want +got):\n%s", diff)
	}
	if got := e.TakeDirty(); len(got) != 0 {
		t.Errorf("dirty, though nothing is new: %v", got)
	}
}
