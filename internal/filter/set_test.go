package filter

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/filter/filtertest"
)

// A set selects for each filter what the filter selects alone: on random filters, and
// on batches of all lengths, with other columns, more tuples, another registry.
func TestSetAgainstMatcher(t *testing.T) {
	compared, split, exact := 0, 0, 0
	for seed := range uint64(24) {
		r := rand.New(rand.NewPCG(seed, 11))
		var filters []*Bound
		for range 1 + r.IntN(120) {
			if b, err := Compile(filtertest.Filter(r), Options{Now: now}); err == nil {
				filters = append(filters, b)
			}
		}
		filters = append(filters, nil)
		s := NewSet(filters)
		for _, f := range s.filters {
			if f.exact {
				exact++
			}
		}
		var got []Bitmap
		for round := range 4 {
			n := []int{1, 63, 100, 1024, 1500, 2100}[r.IntN(6)]
			batch := filtertest.Records(r, n)
			got = s.Match(batch, got[:0])
			for i, f := range filters {
				if f == nil || f.MatchesAll() {
					if got[i] != nil {
						t.Fatalf("seed %d: a filter for all gives %v", seed, got[i])
					}
					continue
				}
				want := f.Matcher().Match(batch)
				if !slices.Equal(want, got[i]) {
					t.Fatalf("seed %d round %d: %s\nalone %v\nin the set %v", seed, round, f, want.AppendRows(nil), got[i].AppendRows(nil))
				}
				compared++
				if c := want.Count(); c > 0 && c < n {
					split++
				}
			}
		}
	}
	t.Logf("%d compared, %d of them split the records, %d filters with all tests in an index", compared, split, exact)
	if split < compared/5 {
		t.Error("the random filters prove too little")
	}
}

// Filters that share borders of networks, ports and numbers are told apart.
func TestSetBorders(t *testing.T) {
	batch, err := filtertest.Table(`srcaddr dstaddr dstport bytes
10.0.0.0 10.0.0.255 0 0
10.0.0.255 10.0.1.0 1 1
10.255.255.255 255.255.255.255 65535 18446744073709551615
:: ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 22 1000
- - - -`)
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{
		"srcaddr:10.0.0.0/8", "srcaddr:10.0.0.0/24", "srcaddr:10.0.0.0", "srcaddr:10.0.0.255", "srcaddr:[10.0.0.255 TO 10.255.255.255]", "srcaddr:*", "srcaddr:::/0",
		"dstaddr:10.0.0.0/24", "dstaddr:255.255.255.255", "dstaddr:0.0.0.0/0", "dstaddr:ffff::/16", "addr:10.0.0.0/24", "NOT addr:10.0.0.0/24",
		"dstport:0", "dstport:65535", "dstport:<22", "dstport:>=22", "dstport:*", "NOT dstport:*", "bytes:0", "bytes:>0", "bytes:18446744073709551615", "bytes:[1 TO 1000]", "bytes:*",
		"srcaddr:/10.*/", "srcaddr:/.*:.*/", "dstaddr:*.255",
	}
	var filters []*Bound
	for _, text := range texts {
		b, err := Compile(text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		filters = append(filters, b)
	}
	for i, rows := range NewSet(filters).Match(batch, nil) {
		if want := filters[i].Matcher().Match(batch); !slices.Equal(rows, want) {
			t.Errorf("%s: got rows %v, want %v", texts[i], rows.AppendRows(nil), want.AppendRows(nil))
		}
	}
}

func TestFinder(t *testing.T) {
	f := func(text, want string, words ...string) {
		t.Helper()
		var got []string
		newFinder(words).find(text, func(n int) { got = append(got, words[n]) })
		if strings.Join(got, " ") != want {
			t.Errorf("%q in %v: got %q, want %q", text, words, got, want)
		}
	}
	f("ushers", "she he hers", "he", "she", "his", "hers")
	f("USHERS", "she he hers", "he", "she", "his", "hers")
	f("aaaa", "a aa a aaa aa a aaa aa a", "a", "aa", "aaa")
	f("xyz", "", "ab")
	f("", "", "ab")
	f("naïve-ü", "ïv ü", "ïv", "ü")
	f("abc", "")
}

// A set goes on with batches without taking memory for each row.
func TestSetAllocates(t *testing.T) {
	batch := benchBatch()
	var filters []*Bound
	for i := range 20 {
		b, err := Compile(fmt.Sprintf("action:REJECT dstport:%d srcaddr:10.%d.0.0/16 OR vpc:vpc-%d srcaddr:/10.*%d/", i, i, i%4, i), Options{})
		if err != nil {
			t.Fatal(err)
		}
		filters = append(filters, b)
	}
	s := NewSet(filters)
	dst := s.Match(batch, nil)
	if n := testing.AllocsPerRun(10, func() { dst = s.Match(batch, dst[:0]) }); n > 50 {
		t.Errorf("matching %d records allocates %v times", batch.Len(), n)
	}
}
