package filter

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/filter/filtertest"
	"github.com/weir-flow/weir/internal/record"
)

// Which records pass, absent fields included.
func TestMatch(t *testing.T) {
	data, err := os.ReadFile("testdata/records.txt")
	if err != nil {
		t.Fatal(err)
	}
	batch, err := filtertest.Table(string(data))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "eval.txt", func(text string) string {
		b, err := Compile(text, Options{Now: now})
		if err != nil {
			return "error: " + err.Error()
		}
		var passed []string
		for row := range b.Matcher().Match(batch).Rows() {
			passed = append(passed, fmt.Sprint(batch.Col(record.Part).U32[row]))
		}
		if len(passed) == 0 {
			return "none"
		}
		return strings.Join(passed, " ")
	})
}

// A matcher is used on many batches: of other lengths, with other columns, with
// more tuples than before, from another registry.
func TestMatcherIsReused(t *testing.T) {
	b, err := Compile("vpc:vpc-a OR dstport:22 OR NOT bytes:*", Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	m := b.Matcher()
	f := func(table string, want ...int32) {
		t.Helper()
		batch, err := filtertest.Table(table)
		if err != nil {
			t.Fatal(err)
		}
		if got := m.Match(batch).AppendRows(nil); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("got rows %v, want %v", got, want)
		}
	}

	f("bytes vpc_id\n1 vpc-a\n1 vpc-b", 0)
	f("bytes vpc_id\n1 vpc-b\n1 vpc-c\n1 vpc-a", 2)
	f("dstport\n22\n23", 0, 1) // no bytes at all
	f("bytes dstport\n1 22\n1 23\n- 1", 0, 2)
	f("bytes vpc_id\n"+strings.Repeat("1 vpc-x\n", 200)+"1 vpc-a", 200)
	f("bytes")
}

// Matching allocates nothing once the matcher has seen a batch.
func TestMatchAllocates(t *testing.T) {
	data, err := os.ReadFile("testdata/records.txt")
	if err != nil {
		t.Fatal(err)
	}
	batch, err := filtertest.Table(string(data))
	if err != nil {
		t.Fatal(err)
	}
	b, err := Compile("(checkout OR addr:/10.*/ OR dstport:/4+3/ OR bytes:1* OR dstport:(22 443 [1 TO 5])) NOT (duration:>10 AND vpc:vpc-b)", Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	m := b.Matcher()
	m.Match(batch)
	if n := testing.AllocsPerRun(100, func() { m.Match(batch) }); n > 0 {
		t.Errorf("matching a batch allocates %v times", n)
	}
}

func TestBitmap(t *testing.T) {
	f := func(n int) {
		t.Helper()
		m := AllRows(nil, n)
		if m.Count() != n || m.Empty() != (n == 0) {
			t.Errorf("all rows of %d: count %d, empty %v", n, m.Count(), m.Empty())
		}
		row := 0
		for got := range m.Rows() {
			if got != row || !m.Has(row) {
				t.Errorf("all rows of %d: got %d, want %d", n, got, row)
			}
			row++
		}
		if got := len(m.AppendRows(nil)); got != n {
			t.Errorf("all rows of %d: appended %d", n, got)
		}
	}

	f(0)
	f(1)
	f(63)
	f(64)
	f(65)
	f(1000)
}
