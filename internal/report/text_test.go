package report

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// TestEscape protects terminals from what strangers can write into logs.
func TestEscape(t *testing.T) {
	f := func(name, text string, unicode bool, want string) {
		t.Helper()
		if got := Escape(text, unicode); got != want {
			t.Errorf("%s: Escape(%q, %v) = %q, want %q", name, text, unicode, got, want)
		}
	}

	f("plain", "eni-1 web", true, "eni-1 web")
	f("umlaut", "Zahlung prüfen", true, "Zahlung prüfen")
	f("umlaut in ASCII", "prüfen", false, `pr\u00fcfen`)
	f("colour", "\x1b[31mred", true, `\x1b[31mred`)
	f("C1 control sequence introducer", "\u009b31m", true, `\u009b31m`)
	f("line ends", "a\r\nb\tc", true, `a\r\nb\tc`)
	f("delete", "a\x7f", true, `a\x7f`)
	f("right to left", "a\u202eb", true, `a\u202eb`)
	f("isolate", "a\u2066b", true, `a\u2066b`)
	f("invisible", "a\u200bb\ufeff", true, `a\u200bb\ufeff`)
	f("broken UTF-8", "a\xff\xc3", true, `a\xff\xc3`)
	f("beyond the plane", "\U0001f9ff", true, "\U0001f9ff")
	f("private use", "\ue000", true, `\ue000`)
}

func FuzzEscape(f *testing.F) {
	f.Add("\x1b]0;title\x07", true)
	f.Fuzz(func(t *testing.T, text string, unicode bool) {
		for _, r := range Escape(text, unicode) {
			if !safe(r) || !unicode && r >= utf8.RuneSelf {
				t.Fatalf("Escape(%q) lets %U through", text, r)
			}
		}
	})
}

// TestGuard: guarded JSON has the same values, whatever cuts the writes.
func TestGuard(t *testing.T) {
	want := "a\x1b[31m\u009b\u202ex\U0001f9ff\U000e0001ü\x7f"
	line, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	for _, unicode := range []bool{true, false} {
		for step := 1; step < 8; step++ {
			var b strings.Builder
			g := &Guard{W: &b, Unicode: unicode}
			for rest := line; len(rest) > 0; rest = rest[min(step, len(rest)):] {
				if n, err := g.Write(rest[:min(step, len(rest))]); err != nil || n != min(step, len(rest)) {
					t.Fatalf("Write = %d, %v", n, err)
				}
			}
			var got string
			if err := json.Unmarshal([]byte(b.String()), &got); err != nil || got != want {
				t.Errorf("steps of %d: %s gives %q, want %q (%v)", step, b.String(), got, want, err)
			}
			for _, r := range b.String() {
				if !safe(r) || !unicode && r >= utf8.RuneSelf {
					t.Errorf("steps of %d: %U got through", step, r)
				}
			}
		}
	}
}

func TestNumbers(t *testing.T) {
	f := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}

	f(Count(0), "0")
	f(Count(999), "999")
	f(Count(1000), "1.0 k")
	f(Count(3_449), "3.4 k")
	f(Count(99_960), "100 k")
	f(Count(999_499), "999 k")
	f(Count(999_500), "1.0 M")
	f(Count(uint64(1)<<63), "9.2 E")
	f(Bytes(999), "999 B")
	f(Bytes(1_234_567_890), "1.2 GB")
	f(Noun(1, "row"), "1 row")
	f(Noun(3400, "row"), "3.4 k rows")
	f(Share(0, 0), "")
	f(Share(0, 10), "0.0 %")
	f(Share(1, 100_000), "<0.1 %")
	f(Share(99_999, 100_000), ">99.9 %")
	f(Share(10, 10), "100 %")
	f(Share(1, 3), "33.3 %")
	f(Span(420*time.Millisecond), "0.4 s")
	f(Span(59*time.Second), "59 s")
	f(Span(125*time.Second), "2:05 min")
	f(Span(5*time.Hour), "5 hours")
	f(Span(24*time.Hour), "24 hours")
	f(Span(14*24*time.Hour-time.Second), "14 days")
	f(grouped("1234567"), "1,234,567")
	f(grouped("123"), "123")
	f(grouped("12.5"), "12.5")
}

func TestWidth(t *testing.T) {
	f := func(text string, want int) {
		t.Helper()
		if got := width(text); got != want {
			t.Errorf("width(%q) = %d, want %d", text, got, want)
		}
	}

	f("abc", 3)
	f("prüfen", 6)
	f("pru\u0308fen", 6)
	f("決済", 4)
	p := Page{Unicode: true}
	if got := p.fit("決済サービス", 5); got != "決済…" {
		t.Errorf("fit = %q", got)
	}
	if got := (Page{}).fit("subnet-0123", 8); got != "subnet-~" {
		t.Errorf("fit = %q", got)
	}
}
