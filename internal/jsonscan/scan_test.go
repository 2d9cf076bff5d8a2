package jsonscan

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestValue(t *testing.T) {
	f := func(text string, end int, why string) {
		t.Helper()
		if gotEnd, gotWhy := Value([]byte(text), 0); gotEnd != end || gotWhy != why {
			t.Errorf("Value(%q) = %d, %q; want %d, %q", text, gotEnd, gotWhy, end, why)
		}
	}
	f(` {"a": [1, -2.5e+3, {"b": null}], "c": "\u00e4\"" } x`, 51, "")
	f(`[]]`, 2, "")
	f(`{}{`, 2, "")
	f(`"a" "b"`, 3, "")
	f(`true,`, 4, "")
	f("\xef\xbb\xbf{\u00a0}", 7, "")
	f("{“a”: „b“, ”c”: \"d “quoted” e\"}", 47, "")
	f("“a\"", 5, "")

	f(``, 0, Cut)
	f(`{"a"`, 4, Cut)
	f(`{"a":1,`, 7, Cut)
	f(`{"a":tr`, 7, Cut)
	f(`"\u12`, 1, Cut)
	f("\xe2\x80", 0, Cut)
	f(`{"a":1,}`, 7, Unexpected)
	f(`{"a":1 "b":2}`, 7, Unexpected)
	f(`{"a" 1}`, 5, Unexpected)
	f(`{a:1}`, 1, Unexpected)
	f(`[1}`, 2, Unexpected)
	f(`{"a":1]`, 6, Unexpected)
	f(`01`, 1, Unexpected)
	f(`-01`, 2, Unexpected)
	f(`NaN`, 0, Unexpected)
	f(`[1.]`, 3, Unexpected)
	f(`nulx`, 0, Unexpected)
	f("\"a\nb\"", 2, Control)
	f(`"\x"`, 1, Escape)
	f(`"\u12G4"`, 1, Escape)
	deep := strings.Repeat("[", MaxDepth)
	f(deep+strings.Repeat("]", MaxDepth), 2*MaxDepth, "")
	f(deep+"[", MaxDepth, TooDeep)
	f(deep+"{", MaxDepth, TooDeep)
}

// flatten writes the leaves of an object as path=kind:text.
func flatten(f *Flat) string {
	var s []string
	for _, l := range f.Leaves {
		s = append(s, fmt.Sprintf("%s=%d:%s", l.Key.Path, l.Key.Tag, l.Text))
	}
	return strings.Join(s, " ")
}

func inCloud(path string) (tag int, inside bool) {
	return len(path), path == "cloud" || path == "cloud.account"
}

func TestFlat(t *testing.T) {
	reader := NewFlat(inCloud)
	f := func(text, want, unused string) {
		t.Helper()
		for range 2 { // with new keys and with known ones
			n, why := reader.Read([]byte(text))
			if why != "" || n != len(text) {
				t.Fatalf("Read(%q) = %d, %q", text, n, why)
			}
			if got := flatten(reader); got != want {
				t.Errorf("Read(%q): %s, want %s", text, got, want)
			}
			if got, _ := reader.AppendUnused([]byte("{")); string(got)+"}" != unused {
				t.Errorf("Read(%q) unused %s}, want %s", text, got, unused)
			}
		}
	}
	f(`{}`, ``, `{}`)
	f(`{"a":1,"b":"x\ty"}`, "a=1:1 b=1:x\ty", `{"a":1,"b":"x\ty"}`)
	f(`{"a": [1, "\u00e4"], "b": {"c": {"d": 1.50}}}`, `a=1:[1, "\u00e4"] b=1:{"c": {"d": 1.50}}`, `{"a":[1,"\u00e4"],"b":{"c":{"d":1.50}}}`)
	f(`{"cloud":{"account":{"uid":"1"},"zone":{"x":1}},"z":true}`, `cloud.account.uid=17:1 cloud.zone=10:{"x":1} z=1:true`,
		`{"cloud":{"account":{"uid":"1"},"zone":{"x":1}},"z":true}`)
	f(`{"cloud.account":{"uid":1},"cloud":{},"n":null,"e":"","m":"-"}`, `cloud.account.uid=17:1 n=1:null e=1: m=1:-`, `{"cloud.account":{"uid":1}}`)
	f("{“a”:“b”, \"c\":{\"d“\": [“e”]}}", `a=1:b c=1:{"d“": [“e”]}`, `{"a":"b","c":{"d“":["e"]}}`)
	f("{\"a\":\"b\xff\"}", "a=1:b\xff", "{\"a\":\"b\uFFFD\"}")
	f(`{"a":1,"b":2,"a":1}`, `a=1:1 b=1:2`, `{"a":1,"b":2}`)
	if reader.Conflict {
		t.Error("the same value twice is no conflict")
	}
	if reader.Read([]byte(`{"a":1,"b":2,"a":3}`)); !reader.Conflict {
		t.Error("two values of a key are a conflict")
	}
	deep := `{"cloud":` + strings.Repeat("[", MaxDepth-1)
	if _, why := reader.Read([]byte(deep + strings.Repeat("]", MaxDepth-1) + "}")); why != "" {
		t.Error(why)
	}
	if _, why := reader.Read([]byte(deep + "[")); why != TooDeep {
		t.Errorf("%q", why)
	}
}

// TestFlatForgets protects the bound on memory: objects that never repeat a key
// cannot fill it.
func TestFlatForgets(t *testing.T) {
	reader := NewFlat(inCloud)
	for i := range 3 * maxKeys {
		text := fmt.Sprintf(`{"key%d":%d}`, i, i)
		if n, why := reader.Read([]byte(text)); n != len(text) || why != "" || len(reader.Leaves) != 1 {
			t.Fatal(n, why, reader.Leaves)
		}
		if reader.keys > maxKeys+1 {
			t.Fatalf("%d keys are held", reader.keys)
		}
	}
}

func TestAppendText(t *testing.T) {
	for _, text := range []string{`a`, `\"\\\/\b\f\n\r\t`, `\u00e4\u20AC`, `\ud83d\ude00`, `\ud83d`, `\ud83dx`, `\ude00\ud83d`, `\ud83d\u0041`} {
		var want string
		if err := json.Unmarshal([]byte(`"`+text+`"`), &want); err != nil {
			t.Fatal(err)
		}
		if got := string(AppendText(nil, []byte(text))); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// FuzzValue holds Value against the standard library, and Flat against Value.
func FuzzValue(f *testing.F) {
	for _, s := range []string{`{"a":[1,2,{"b":"\ud83d\ude00"}],"cloud":{"account":{"uid":1}}}`, `[1,-0.5E-7,true,null]`, "{“a”:1}", `{"a":1,"a":2}`, `01`, "\"\n\"", `{"a":{},"b":[]}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		end, why := Value(data, 0)
		if end < 0 || end > len(data) {
			t.Fatalf("end %d of %d", end, len(data))
		}
		if why == "" {
			compact := AppendValue(nil, data[:end])
			if !json.Valid(compact) || !utf8.Valid(compact) {
				t.Fatalf("%q became %q, which is no JSON", data[:end], compact)
			}
		}
		strict := !bytes.ContainsAny(data, "\u00a0\ufeff“”„‟") && utf8.Valid(data)
		if strict && why != TooDeep {
			if whole := why == "" && Space(data, end) == len(data); whole != json.Valid(data) {
				t.Fatalf("Value(%q) = %d, %q; the standard library says %v", data, end, why, !whole)
			}
		}
		at := Space(data, 0)
		if at == len(data) || data[at] != '{' {
			return
		}
		flat := NewFlat(inCloud)
		n, flatWhy := flat.Read(data[at:])
		if at+n != end || flatWhy != why {
			t.Fatalf("Flat says %d, %q of %q, Value says %d, %q", at+n, flatWhy, data, end, why)
		}
		out, _ := flat.AppendUnused([]byte("{"))
		if out = append(out, '}'); why == "" && !json.Valid(out) {
			t.Fatalf("unused of %q: %s", data, out)
		}
	})
}
