package store

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// TestCountEach protects the count of an alert's evidence: selections that are counted
// together, by their addresses or not, have what each counts alone.
func TestCountEach(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{})
	reg := record.NewRegistry()
	rng := rand.New(rand.NewPCG(8, 9))
	w := s.Writer(reg)
	var list []Selection
	from := testDay.Start().UnixNano()
	add := func(text string, from, to int64) {
		b, err := filter.Compile(text, filter.Options{})
		if err != nil {
			t.Fatal(err)
		}
		src, _ := b.Address(record.SrcAddr)
		dst, _ := b.Address(record.DstAddr)
		list = append(list, Selection{Where: b.SQL(filter.Schema{Database: s.Database()}, fmt.Sprintf("e%d_", len(list))), From: from, To: to, Src: src, Dst: dst})
	}
	for i := range 3 {
		b := randomBatch(reg, rng, testDay, 300, true)
		if err := w.Write(t.Context(), fmt.Sprint("batch", i), []*record.Batch{b}, nil, nil); err != nil {
			t.Fatal(err)
		}
		for row := range 60 {
			src, dst := b.Col(record.SrcAddr).Addr[row], b.Col(record.DstAddr).Addr[row]
			begin := from + rng.Int64N(12*hourNanos)
			end := begin + rng.Int64N(24*hourNanos)
			add("srcaddr:"+src.String(), from, from+24*hourNanos)
			add("action:REJECT AND srcaddr:"+src.String(), begin, end)
			add("dstaddr:"+dst.String(), begin, end)
			add("srcaddr:"+src.String()+" OR dstaddr:"+dst.String(), begin, end)
		}
	}
	got, err := s.CountEach(t.Context(), list)
	if err != nil {
		t.Fatal(err)
	}
	some := 0
	for i, sel := range list {
		alone, err := s.CountEach(t.Context(), []Selection{sel})
		if err != nil {
			t.Fatal(err)
		}
		if alone[0] != got[i] {
			t.Errorf("%+v: %d together, %d alone", sel, got[i], alone[0])
		}
		some += min(1, int(alone[0]))
	}
	if some < len(list)/4 {
		t.Errorf("only %d of %d selections had any record: the test is weak", some, len(list))
	}
}

const hourNanos = int64(time.Hour)
