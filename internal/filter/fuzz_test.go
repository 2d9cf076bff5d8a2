package filter

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/filter/filtertest"
)

// Whatever is typed: no panic, a column within the text, and a filter that
// compiles prints as one that means the same, in every reader.
func FuzzCompile(f *testing.F) {
	for _, text := range []string{
		"", "*", "action:REJECT AND dstport:22", "dstport:(22 -23 +80)", "bytes:[1000 TO 5000}", `NOT pkt_dstaddr:“1.2.3.4”`,
		"srcaddr.keyword:/(0|[2-9]).*/", "svc:AMAZON*", "_exists_:pkt_srcaddr", "tcp_flags:&SYN|ACK", "2001:db8:* ::1 10.0.*",
		`app:a\ b\:c\* "x\"y" foo?`, "start:[now-7d/d TO 2026-01-01T10:00:00.5Z]", "client:10.0.0.0/8 || !port:ssh", "bytes:1.5GiB duration:>1h30m",
		"srcaddr:[:: TO *] srcaddr:::/0", "action:R* direction:/in.*/ counted:yes", "-(a:1 && b)", `country:us log_status:nodata az_id:{"a" TO b]`,
	} {
		f.Add(text)
	}
	batch := filtertest.Records(rand.New(rand.NewPCG(1, 2)), 70)
	f.Fuzz(func(t *testing.T, text string) {
		b, err := Compile(text, Options{Now: now})
		if err != nil {
			checkError(t, text, err)
			return
		}
		q, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		same(t, text, q.String(), b)
		same(t, text, b.String(), b)
		opposite, err := Compile("NOT ("+text+")", Options{Now: now})
		if err != nil {
			if !overLimit(err) && strings.TrimSpace(text) != "" {
				t.Fatalf("%q compiles, but not negated: %v", text, err)
			}
			return
		}
		if n := b.Matcher().Match(batch).Count() + opposite.Matcher().Match(batch).Count(); n != batch.Len() {
			t.Errorf("%q and its opposite match %d of %d records", text, n, batch.Len())
		}
		if sql := b.SQL(Schema{Database: "weir"}, "f"); strings.Count(sql.Where, "(") != strings.Count(sql.Where, ")") {
			t.Errorf("%q: unbalanced SQL: %s", text, sql.Where)
		}
	})
}

// same checks that a printed form of a filter compiles to the same filter.
func same(t *testing.T, text, printed string, want *Bound) {
	t.Helper()
	got, err := Compile(printed, Options{Now: now})
	if err != nil {
		if overLimit(err) { // printed it may be longer than it was typed
			return
		}
		t.Fatalf("%q prints as %q: %v", text, printed, err)
	}
	if a, b := dumpBound(want.root), dumpBound(got.root); a != b {
		t.Fatalf("%q prints as %q:\n%s\nbecame\n%s", text, printed, a, b)
	}
}

// overLimit reports whether a filter was refused for its size alone.
func overLimit(err error) bool {
	return strings.Contains(err.Error(), "more than ") || strings.Contains(err.Error(), "is longer than")
}

func checkError(t *testing.T, text string, err error) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("%q: %T is no *Error: %v", text, err, err)
	}
	if e.Column < 1 || e.Column > len([]rune(text))+1 || e.Message == "" {
		t.Errorf("%q: error %q points at column %d", text, e.Message, e.Column)
	}
}

// Times as people write them, with how far each reaches.
func TestParseTime(t *testing.T) {
	f := func(text, wantFrom, wantUntil string) {
		t.Helper()
		from, until, err := ParseTime(text, now)
		if err != nil {
			t.Error(err)
			return
		}
		if got := from.Format(time.RFC3339Nano); got != wantFrom {
			t.Errorf("%s is from %s, want %s", text, got, wantFrom)
		}
		if got := until.Format(time.RFC3339Nano); got != wantUntil {
			t.Errorf("%s is until %s, want %s", text, got, wantUntil)
		}
	}

	f("2026", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")
	f("2026-02", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z")
	f("2024-02-29", "2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z")
	f("2026-01-02T10", "2026-01-02T10:00:00Z", "2026-01-02T11:00:00Z")
	f("2026-01-02 10:30", "2026-01-02T10:30:00Z", "2026-01-02T10:31:00Z")
	f("2026-01-02T10:30+02:00", "2026-01-02T08:30:00Z", "2026-01-02T08:31:00Z")
	f("2026-01-02t10:30:15Z", "2026-01-02T10:30:15Z", "2026-01-02T10:30:16Z")
	f("2026-01-02T10:30:15.25-05:00", "2026-01-02T15:30:15.25Z", "2026-01-02T15:30:15.26Z")
	f("2026-01-02T10:30:15.123456789Z", "2026-01-02T10:30:15.123456789Z", "2026-01-02T10:30:15.12345679Z")
	f("0", "1970-01-01T00:00:00Z", "1970-01-01T00:00:01Z")
	f("1767348000", "2026-01-02T10:00:00Z", "2026-01-02T10:00:01Z")
	f("1767348000123", "2026-01-02T10:00:00.123Z", "2026-01-02T10:00:00.124Z")
	f("now", "2026-01-31T12:00:00Z", "2026-01-31T12:00:01Z")
	f("NOW-24h", "2026-01-30T12:00:00Z", "2026-01-30T12:00:01Z")
	f("now-1w/w", "2026-01-19T00:00:00Z", "2026-01-26T00:00:00Z")
	f("now/d", "2026-01-31T00:00:00Z", "2026-02-01T00:00:00Z")
	f("now-1M", "2025-12-31T12:00:00Z", "2025-12-31T12:00:01Z")
	f("now-1y+2d-90m", "2025-02-02T10:30:00Z", "2025-02-02T10:30:01Z")
	f("now/y", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")
}
