package record

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLookup(t *testing.T) {
	f := func(typed, want string) {
		t.Helper()
		field, ok := Lookup(typed)
		if got := ""; ok {
			got = field.Name
			if got != want {
				t.Errorf("Lookup(%q) = %q, want %q", typed, got, want)
			}
		} else if want != "" {
			t.Errorf("Lookup(%q) finds nothing, want %q", typed, want)
		}
	}

	f("pkt-dst-aws-service", "pkt_dst_aws_service")
	f("pktDstAwsService", "pkt_dst_aws_service")
	f("DSTADDR", "dstaddr")
	f("srcaddr.keyword", "srcaddr")
	f("destination.ip", "dstaddr")
	f("nextHopAzId", "next_hop_az_id")
	f("dstprt", "")
	if got := Suggest("dstprt"); got != "dstport" {
		t.Errorf("Suggest(dstprt) = %q", got)
	}
}

// TestVendorFields: all 54 fields of versions 2 to 11 are in the catalogue.
func TestVendorFields(t *testing.T) {
	perVersion := map[uint8]int{}
	for _, f := range Fields() {
		if f.Since != 0 {
			perVersion[f.Since]++
		}
	}
	want := map[uint8]int{2: 14, 3: 7, 4: 4, 5: 4, 6: 18, 7: 10, 8: 1, 9: 1, 10: 1, 11: 12}
	if diff := cmp.Diff(want, perVersion); diff != "" {
		t.Errorf("fields by version (-want +got):\n%s", diff)
	}
}

// TestAppendRows: rows keep their values, and columns that only one of the two
// batches has are absent in the other's rows.
func TestAppendRows(t *testing.T) {
	reg := NewRegistry()
	from := NewBatch(KindFlow, reg)
	from.Use(Start, Bytes, Absent)
	from.Extend(3)
	copy(from.Col(Bytes).U64, []uint64{10, 20, 30})
	copy(from.Context, []uint32{1, 2, 3})

	b := NewBatch(KindFlow, reg)
	for range 2 { // the second round reuses memory that held other values
		b.Reset()
		b.Use(Start, SrcPort)
		b.Extend(1)
		b.Col(SrcPort).U16[0] = 443
		b.AppendRows(from, []int32{2, 0})

		if diff := cmp.Diff([]uint64{0, 30, 10}, b.Col(Bytes).U64); diff != "" {
			t.Errorf("bytes (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff([]uint16{443, 0, 0}, b.Col(SrcPort).U16); diff != "" {
			t.Errorf("ports (-want +got):\n%s", diff)
		}
		absent := func(id FieldID) (rows []bool) {
			for row := range b.Len() {
				rows = append(rows, b.AbsentAt(id, row))
			}
			return rows
		}
		if got := absent(Bytes); !slices.Equal(got, []bool{true, false, false}) {
			t.Errorf("bytes absent: %v", got)
		}
		if got := absent(SrcPort); !slices.Equal(got, []bool{false, true, true}) {
			t.Errorf("srcport absent: %v", got)
		}
		if got := absent(TCPFlags); !slices.Equal(got, []bool{true, true, true}) {
			t.Errorf("tcp_flags absent: %v", got)
		}
		if diff := cmp.Diff([]uint32{0, 3, 1}, b.Context); diff != "" {
			t.Errorf("contexts (-want +got):\n%s", diff)
		}
	}
}

// TestTupleIDs: an id depends on the values alone, and contexts of one
// interface share its upper half.
func TestTupleIDs(t *testing.T) {
	tuple := func(g Group, set map[int]string) *Tuple {
		reg := NewRegistry()
		reg.Intern(g, slices.Repeat([]string{"other"}, g.Slots())) // shifts the numbers
		v := make([]string, g.Slots())
		for slot, s := range set {
			v[slot] = s
		}
		return reg.Tuple(g, reg.Intern(g, v))
	}
	eni, vpc := Get(InterfaceID).Slot, Get(VPCID).Slot
	a := tuple(GroupContext, map[int]string{eni: "eni-1", vpc: "vpc-1"})
	b := tuple(GroupContext, map[int]string{eni: "eni-1", vpc: "vpc-2"})
	if a.ID == b.ID || a.ID>>32 != b.ID>>32 {
		t.Errorf("contexts of one interface: %x, %x", a.ID, b.ID)
	}
	if again := tuple(GroupContext, map[int]string{eni: "eni-1", vpc: "vpc-1"}); again.ID != a.ID {
		t.Errorf("the same values give %x and %x", a.ID, again.ID)
	}
	if x, y := tuple(GroupSide, map[int]string{0: "ab"}), tuple(GroupSide, map[int]string{0: "a", 1: "b"}); x.ID == y.ID {
		t.Error("values run into each other")
	}
	if empty := tuple(GroupPath, nil); empty.ID != 0 {
		t.Errorf("the empty tuple has id %x", empty.ID)
	}
}
