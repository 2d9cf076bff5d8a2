package query_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestAddressText: a condition on the text of an address gives the same rows
// whether or not an index can help, and helps where it may.
func TestAddressText(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	load(t, s, randomRecords(rand.New(rand.NewPCG(5, 6)), 2000))
	r := newRunner(t, s)
	rows := func(text string) []string {
		t.Helper()
		got, err := sql(t, r, text)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		list := lines(got)
		slices.Sort(list)
		return list
	}
	f := func(where string) {
		t.Helper()
		const columns = "SELECT srcAddr, dstAddr, bytes, start FROM "
		plain := rows(columns + "vpc_flow_logs WHERE " + where)
		// A subquery keeps the condition from the table.
		other := rows(columns + "(SELECT * FROM vpc_flow_logs) WHERE " + where)
		if diff := cmp.Diff(other, plain); diff != "" {
			t.Errorf("%s:\n%s", where, diff)
		}
		if len(plain) == 0 {
			t.Errorf("%s: no rows", where)
		}
	}
	for _, address := range []string{"10.0.0.1", "203.0.113.5", "2001:db8::1", "0.0.0.0"} {
		for n := 1; n <= len(address); n++ {
			f(fmt.Sprintf("srcAddr LIKE '%s%%'", address[:n]))
			f(fmt.Sprintf("action = 'REJECT' AND (dstAddr LIKE '%s%%' AND bytes >= 0)", address[:n]))
		}
		f(fmt.Sprintf("startsWith(srcAddr, '%s')", address))
		f(fmt.Sprintf("srcAddr = '%s'", address))
		f(fmt.Sprintf("dstAddr = '%s' AND srcAddr != '%s'", address, address))
		f(fmt.Sprintf("srcAddr = '%s' OR dstAddr LIKE '10.%%'", address))
		f(fmt.Sprintf("NOT srcAddr = '%s'", address))
	}
	// An alias of the same name is what the condition is about.
	if got := rows("SELECT count() AS n FROM vpc_flow_logs WHERE srcAddr = '10.0.0.1' HAVING n < 0"); len(got) != 0 {
		t.Error(got)
	}
	same := rows("SELECT dstAddr AS srcaddr FROM vpc_flow_logs WHERE srcaddr = '10.0.0.2'")
	if len(same) == 0 || same[0] != `{"srcaddr":"10.0.0.2"}` || same[len(same)-1] != same[0] {
		t.Errorf("alias: %d rows, %v", len(same), same[:1])
	}
}
