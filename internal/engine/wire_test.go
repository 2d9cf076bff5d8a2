package engine

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseError(t *testing.T) {
	f := func(text string, want Error) {
		t.Helper()
		got := parseError(text)
		if diff := cmp.Diff(want, *got); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
		if again := parseError(got.format()); *again != *got {
			t.Errorf("%q: written and read again: %+v", text, *again)
		}
	}
	f("Code: 60. DB::Exception: Table default.x does not exist. (UNKNOWN_TABLE) (version 26.7.2.1)\n",
		Error{60, "UNKNOWN_TABLE", "Table default.x does not exist"})
	f("Code: 62. DB::Exception: Syntax error: failed at position 1 (SELEC). (SYNTAX_ERROR) (version 26.7.2.1 (official build))",
		Error{62, "SYNTAX_ERROR", "Syntax error: failed at position 1 (SELEC)"})
	f("Code: 243. DB::ErrnoException: Cannot reserve 1.00 MiB: No space left on device. (NOT_ENOUGH_SPACE)",
		Error{243, "NOT_ENOUGH_SPACE", "Cannot reserve 1.00 MiB: No space left on device"})
	f("Code: 76. DB::Exception: Code: 76. DB::ErrnoException: no: Permission denied. (CANNOT_OPEN_FILE) (version 1). (CANNOT_OPEN_FILE) (version 1)",
		Error{76, "CANNOT_OPEN_FILE", "no: Permission denied"})
	f("Code: 241. DB::Exception: two\nlines. (MEMORY_LIMIT_EXCEEDED)", Error{241, "MEMORY_LIMIT_EXCEEDED", "two\nlines"})
	f("anything else", Error{0, "", "anything else"})
	f("", Error{})
}

// TestException protects answers from being cut where no error is, and errors from
// being taken for data.
func TestException(t *testing.T) {
	const tag = "0123456789abcdef"
	f := func(name, tail, tag string, loose bool, body string, code int) {
		t.Helper()
		rest, err := cutException([]byte(tail), tag, loose)
		got := 0
		if err != nil {
			got = err.Code
		}
		if string(rest) != body || got != code {
			t.Errorf("%s: body %q code %d, want %q, %d", name, rest, got, body, code)
		}
	}
	frame := string(appendException(nil, tag, "Code: 395. DB::Exception: boom. (X)"))
	f("frame after rows", "1\n2\n"+frame, tag, false, "1\n2\n", 395)
	f("frame alone", frame, tag, false, "", 395)
	f("as a server writes it", "1\n\r\n__exception__\r\n"+tag+"\r\nCode: 395. DB::Exception: boom. (X)\n36 "+tag+"\r\n__exception__\r\n", tag, false, "1\n", 395)
	f("frame of another tag", "1\n"+frame, "ffffffffffffffff", false, "1\n"+frame, 0)
	f("frame not at the end", frame+"1\n", tag, false, frame+"1\n", 0)
	f("rows that talk of errors", "Code: 395. DB::Exception: boom\n", tag, false, "Code: 395. DB::Exception: boom\n", 0)
	f("no tag, clean end", "Code: 395. DB::Exception: boom\n", "", false, "Code: 395. DB::Exception: boom\n", 0)
	f("no tag, broken end", "1\nCode: 395. DB::Exception: boom\n", "", true, "1\n", 395)
	f("no tag, broken end, no error", "1\n2", "", true, "1\n2", 0)
	long := string(appendException(nil, tag, "Code: 1. DB::Exception: "+strings.Repeat("x", 100_000)))
	if len(long) > maxException {
		t.Errorf("a long error takes %d bytes, more than is held back", len(long))
	}
	f("a long error", "1\n"+long, tag, false, "1\n", 1)
}

func FuzzException(f *testing.F) {
	f.Add([]byte("rows"), "Code: 60. DB::Exception: x. (Y)")
	f.Add([]byte("\r\n__exception__\r\n"), "")
	f.Fuzz(func(t *testing.T, body []byte, text string) {
		const tag = "0123456789abcdef"
		if len(text) > 1000 || bytes.Contains(body, []byte(tag)) || strings.Contains(text, tag) {
			return
		}
		rest, err := cutException(appendException(bytes.Clone(body), tag, text), tag, false)
		if err == nil || !bytes.Equal(rest, body) {
			t.Errorf("%q + %q: %q, %v", body, text, rest, err)
		}
		cutException(body, "", true)
	})
}

func TestEncodeParam(t *testing.T) {
	f := func(sql, value, want string) {
		t.Helper()
		if got := encodeParam(sql, "p", value); got != want {
			t.Errorf("%s: %q = %q, want %q", sql, value, got, want)
		}
	}
	f("SELECT {p:String}", `a\b`, `a\\b`)
	f("SELECT {p:Array(String)}", `['a\\b']`, `['a\\b']`)
	f("SELECT { p : Array(String) }", `['a\\b']`, `['a\\b']`)
	f("SELECT {q:Array(String)}, {p:String}", `a\b`, `a\\b`)
	f("SELECT {pp:Array(String)}, {p:LowCardinality(String)}", `a\b`, `a\\b`)
	f("SELECT 1", `a\b`, `a\\b`)
}

func TestFind(t *testing.T) {
	if _, err := Find(FindOptions{Flag: "/nowhere"}); err == nil || !strings.Contains(err.Error(), "/nowhere") {
		t.Errorf("a flag that leads nowhere: %v", err)
	}
	want := []string{"beside the binary", "../lib/weir of the binary", "data directory", "checkout"}
	var got []string
	for _, place := range places(FindOptions{Data: "/data"}) {
		got = append(got, place.name)
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("order = %q, want %q", got, want)
	}
	if got := InstallDir("/data"); got != "/data/engine/"+pinnedVersion {
		t.Error(got)
	}
}
