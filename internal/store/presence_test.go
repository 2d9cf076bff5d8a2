package store

import (
	"testing"

	"github.com/weir-flow/weir/internal/record"
)

// TestPresence protects what rules are told of the data: a field that no record has is
// not there, and both verdicts are seen.
func TestPresence(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{})
	if p, err := s.Presence(t.Context()); err != nil || p.Records != 0 {
		t.Fatalf("an empty store: %+v, %v", p, err)
	}
	reg := record.NewRegistry()
	b := record.NewBatch(record.KindFlow, reg)
	b.Use(record.Start, record.End, record.SrcAddr, record.ActionField, record.Absent)
	b.Extend(3)
	values := make([]string, record.GroupContext.Slots())
	values[record.Get(record.VPCID).Slot] = "vpc-1"
	ctx := reg.Intern(record.GroupContext, values)
	missing := uint32(0)
	for _, id := range record.RowFields {
		if !b.Has(id) {
			missing |= record.AbsentBit(id)
		}
	}
	for i := range 3 {
		b.Context[i] = ctx
		start := testDay.Start().UnixNano()
		b.Col(record.Start).Time[i], b.Col(record.End).Time[i] = start, start+600*second
		b.Col(record.ActionField).U8[i] = uint8(record.Reject)
		b.Col(record.Absent).U32[i] = missing
	}
	if err := s.Writer(reg).Write(t.Context(), "one", []*record.Batch{b}, nil, nil); err != nil {
		t.Fatal(err)
	}
	p, err := s.Presence(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if p.Records != 3 || p.Accept != 0 || p.Reject != 3 || p.Window.Seconds() != 600 {
		t.Errorf("%+v", p)
	}
	for id, want := range map[record.FieldID]bool{
		record.SrcAddr: true, record.TCPFlags: false, record.VPCID: true, record.SubnetID: false, record.SrcApp: false, record.FlowDirection: false,
	} {
		if p.Fields[id] != want {
			t.Errorf("%s: there = %v, want %v", record.Get(id).Name, p.Fields[id], want)
		}
	}
}
