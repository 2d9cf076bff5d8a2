package filter

import (
	"math/rand/v2"
	"testing"

	"github.com/weir-flow/weir/internal/filter/filtertest"
	"github.com/weir-flow/weir/internal/record"
)

// No record passes that lacks a field which the filter requires, or has an action
// with which none may pass.
func TestRequires(t *testing.T) {
	required, ruledOut := 0, 0
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 21))
		batch := filtertest.Records(r, 200)
		for range 40 {
			text := filtertest.Filter(r)
			b, err := Compile(text, Options{Now: now})
			if err != nil {
				continue
			}
			ids := b.Requires()
			required += len(ids)
			for _, a := range []record.Action{record.ActionNone, record.Accept, record.Reject} {
				if !b.MayPass(a) {
					ruledOut++
				}
			}
			for row := range b.Matcher().Match(batch).Rows() {
				for _, id := range ids {
					if _, there := filtertest.Read(batch, row, id); !there {
						t.Fatalf("%s requires %s, and row %d passes without", b, record.Get(id).Name, row)
					}
				}
				a := record.ActionNone
				if batch.Has(record.ActionField) {
					a = record.Action(batch.Col(record.ActionField).U8[row])
				}
				if !b.MayPass(a) {
					t.Fatalf("%s passes row %d, whose action %q is ruled out", b, row, a)
				}
			}
		}
	}
	if required == 0 || ruledOut == 0 {
		t.Errorf("the random filters prove too little: %d fields, %d actions", required, ruledOut)
	}
}

// Records that pass have the address that a filter names, whatever stands around it.
func TestAddress(t *testing.T) {
	for text, want := range map[string]string{
		"srcaddr:10.0.0.1":                                    "10.0.0.1",
		"srcaddr:10.0.0.1 AND action:REJECT":                  "10.0.0.1",
		"action:REJECT AND srcaddr:2001:db8::1 AND dstport:1": "2001:db8::1",
		"srcaddr:10.0.0.0/31":                                 "",
		"srcaddr:(10.0.0.1 10.0.0.2)":                         "",
		"srcaddr:10.0.0.1 OR action:REJECT":                   "",
		"NOT srcaddr:10.0.0.1":                                "",
		"NOT srcaddr:10.0.0.1 AND action:REJECT":              "",
		"dstaddr:10.0.0.1":                                    "",
		"addr:10.0.0.1":                                       "",
		"*":                                                   "",
	} {
		b, err := Compile(text, Options{Now: now})
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		a, ok := b.Address(record.SrcAddr)
		if ok != (want != "") || ok && a.String() != want {
			t.Errorf("%s names %v, %v, want %q", text, a, ok, want)
		}
	}
}
