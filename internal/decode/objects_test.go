package decode

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/jsonscan"
)

// cut returns what Objects makes of a text: the objects, and the bad parts as
// line:column reason: text. buffer is the size it begins to read with.
func cut(t *testing.T, text string, buffer int, o ObjectOptions) (parts []string, positions []int64) {
	t.Helper()
	o.Bad = func(b BadLine) {
		parts = append(parts, fmt.Sprintf("%d:%d %s: %s", b.Line, b.Column, b.Reason, b.Text))
		positions = append(positions, b.Offset)
	}
	o.List = func(name []byte) bool { return string(name) == "list" }
	o.Record = func(name []byte) bool { return string(name) == "r" }
	s := NewObjects(strings.NewReader(text), o)
	defer s.Close()
	if buffer > 0 {
		s.buf = make([]byte, buffer)
	}
	for {
		obj, err := s.Next()
		if err != nil {
			if !errors.Is(err, io.EOF) {
				t.Fatal(err)
			}
			if !o.Growing && s.Offset() != int64(len(text)) {
				t.Fatalf("ended at %d of %d", s.Offset(), len(text))
			}
			return parts, append(positions, s.Offset())
		}
		parts = append(parts, string(obj.Data))
		positions = append(positions, obj.Offset)
	}
}

func TestObjects(t *testing.T) {
	f := func(name, text string, want ...string) {
		t.Helper()
		for _, buffer := range []int{0, 16} {
			if got, _ := cut(t, text, buffer, ObjectOptions{}); !slices.Equal(got, want) {
				t.Errorf("%s, buffer %d (-want +got):\n%s", name, buffer, cmp.Diff(want, got))
			}
		}
	}
	a, b, c := `{"a":1}`, `{"b":"}{"}`, `{"c":[{"x":{}},{"y":2}]}`

	f("nothing", "")
	f("blanks", " \r\n\t\n")
	f("NDJSON", a+"\n"+b+"\n"+c+"\n", a, b, c)
	f("CRLF and no final line end", a+"\r\n"+b+"\r\n\r\n"+c, a, b, c)
	f("byte order marks", "\xef\xbb\xbf"+a+"\xef\xbb\xbf\n"+b, a, b)
	f("concatenated", a+b+c, a, b, c)
	f("JSON text sequence", "\x1e"+a+"\n\x1e"+b+"\n", a, b)
	f("array", "["+a+", "+b+" ,\n"+c+"]\n", a, b, c)
	f("arrays", "[]["+a+"]\n["+b+","+c+"]", a, b, c)
	f("pretty", "[\n  {\n    \"a\": {\n      \"b\": 1\n    }\n  },\n  {\n  }\n]\n", "{\n    \"a\": {\n      \"b\": 1\n    }\n  }", "{\n  }")
	f("list in an object", `{"token":{"list":"x"},"list": [`+a+","+b+`],"n":7,"m":[1]}`+c, a, b, c)
	f("empty list", `{"list":[]}`+a, a)
	f("two lists", `{"list":[`+a+`],"x":1,"list":[`+b+`]}`, a, b)
	f("a list that is none", `{"list":[1]}{"list":{}}`, `{"list":[1]}`, `{"list":{}}`)
	f("a record with a list", `{"r":1,"list":[{"x":1}]}`, `{"r":1,"list":[{"x":1}]}`)
	f("object of nothing", `{}{}`, `{}`, `{}`)

	f("broken line", a+"\n"+`{"x":1,,"y":2}`+"\n"+b, a, `2:8 JSON: unexpected character: {"x":1,,"y":2}`, b)
	f("cut line", a+"\n"+`{"x":1,"y":{"z":"abc`+"\n"+b+"\n"+c, a, `2:21 JSON: line end or control character in a text: {"x":1,"y":{"z":"abc`, b, c)
	f("cut before an object", a+"\n"+`{"x":1,"y":`+"\n"+b, a, `2:12 JSON: cut off: {"x":1,"y":`, b)
	f("cut in an array", `{"x":[1,`+"\n"+b+"\n"+c, `1:8 JSON: cut off: {"x":[1,`, b, c)
	f("cut at the end", a+"\n"+`{"x":1,"y":`, a, `2:12 JSON: cut off: {"x":1,"y":`)
	f("cut array", "["+a+",{\"x\":", a, `1:15 JSON: cut off: {"x":`, `1:15 JSON: list is not closed: `)
	f("open array", "["+a+"\n", a, `2:1 JSON: list is not closed: `)
	f("open list", `{"list":[`+a+"], \"n\":1", a, `1:25 JSON: list is not closed: `)
	f("broken in an array", "["+a+`,{"x" 1},`+b+`,{"y":tru},{"z":nope},`+c+"]", a, `1:15 JSON: unexpected character: {"x" 1}`, b,
		`1:34 JSON: unexpected character: {"y":tru}`, `1:44 JSON: unexpected character: {"z":nope}`, c)
	f("a quote is missing", "["+a+`,{"x":"1},`+a+","+c+"]", a, `1:18 JSON: cut off: {"x":"1},`, a, c)
	f("a brace is missing", "["+a+`,{"x":{"y":1},`+a+","+c+"]", a, `1:22 JSON: cut off: {"x":{"y":1},`, a, c)
	f("a bracket is missing", "["+a+`,{"x":[1},`+a+"]", a, `1:17 JSON: unexpected character: {"x":[1}`, a)
	f("a brace is missing at the end of a list", `[{"x":{"y":1}],`+a, `1:14 JSON: unexpected character: {"x":{"y":1}`, a)
	f("quotes in a text", "["+a+`,{"x":"he said "hi" there"},`+b+"]", a, `1:25 JSON: unexpected character: {"x":"he said "hi" there"}`, b)
	f("pretty and broken", "[\n  {\n    \"a\": [\n      {\n        \"b\" 1\n      },\n      {\n      }\n    ]\n  },\n  {\n    \"c\": 1\n  }\n]\n",
		"5:13 JSON: unexpected character: {\n    \"a\": [\n      {\n        \"b\" 1\n      },\n      {\n      }\n    ]\n  }", "{\n    \"c\": 1\n  }")
	f("pretty and cut", "{\n  \"a\": {\n    \"b\": 1\n\n{\n  \"c\": 1\n}\n", "3:11 JSON: cut off: {\n  \"a\": {\n    \"b\": 1", "{\n  \"c\": 1\n}")
	f("text between", "hello {\"a\":1} you\n# done\n"+b, "1:1 JSON: not an object: hello ", a, "1:15 JSON: not an object: you", "2:1 JSON: not an object: # done", b)
	f("values that are no objects", `[1,"a{",[1,{}],null,{"a":1}]`, "1:2 JSON: not an object: 1", `1:4 JSON: not an object: "a{"`, "1:9 JSON: not an object: [1,{}]", "1:16 JSON: not an object: null,", a)
	f("stray brackets", "}\n]\n"+a, "1:1 JSON: not an object: }", "2:1 JSON: not an object: ]", a)
	deep := strings.Repeat(`{"a":`, 70) + "1" + strings.Repeat("}", 70)
	f("too deep", deep+"\n"+a, "1:321 JSON: nested too deeply: "+deep, a)

	long := `{"x":"` + strings.Repeat("y", MaxLine) + `"}`
	shown := "JSON: object too long: " + long[:MaxBadText]
	f("too long", a+"\n"+long+"\n"+b, a, "2:1 "+shown, b)
	f("too long in an array", "["+a+","+long+","+b+"]", a, "1:10 "+shown, b)
	f("too long and cut", "["+a+"\n,"+long[:len(long)-2], a, "2:2 "+shown, `2:1048584 JSON: list is not closed: `)
}

// TestObjectsResume protects resuming at every position: what is before it never
// comes again, what is behind it all comes, also when a file of it grows.
func TestObjectsResume(t *testing.T) {
	text := "[" + `{"a":1},{"x" 1},{"x":"1},{"a":2}` + "\n,3]\n" + `{"list":[{"a":3},{"a":` + "\n" + `{"a":4}],"n":1}{"a":5}` + "\n#\n" + `{"a":6}` + "\n[" + `{"a":7}`
	whole, positions := cut(t, text, 0, ObjectOptions{})
	if len(whole) < 12 || !slices.IsSorted(positions) {
		t.Fatalf("%q at %v", whole, positions)
	}
	for i, at := range positions {
		rest, _ := cut(t, text, 0, ObjectOptions{Skip: at})
		if !slices.Equal(rest, whole[i:]) {
			t.Errorf("from %d (-want +got):\n%s", at, cmp.Diff(whole[i:], rest))
		}
	}
	// As it is written, piece by piece. The list that is open at the end is so
	// only when the file does not grow.
	var pieces []string
	at := int64(0)
	for size := range len(text) + 1 {
		parts, positions := cut(t, text[:size], 0, ObjectOptions{Skip: at, Growing: size < len(text)})
		pieces = append(pieces, parts...)
		at = max(at, positions[len(positions)-1])
	}
	if !slices.Equal(pieces, whole) {
		t.Errorf("growing (-want +got):\n%s", cmp.Diff(whole, pieces))
	}
}

// TestObjectsDamage protects what was read before a stream broke off, and that
// the object it broke off in is not taken for bad.
func TestObjectsDamage(t *testing.T) {
	broken := errors.New("connection reset")
	s := NewObjects(io.MultiReader(strings.NewReader(`{"a":1}{"a":`), iotest.ErrReader(broken)), ObjectOptions{Bad: func(b BadLine) { t.Error(b) }})
	defer s.Close()
	if o, err := s.Next(); err != nil || string(o.Data) != `{"a":1}` {
		t.Fatal(o, err)
	}
	if _, err := s.Next(); !errors.Is(err, broken) || s.Offset() != 7 {
		t.Fatal(err, s.Offset())
	}
}

// TestObjectsLinear protects against input made to be slow: the time is not
// measured, but work that grew with the square would not end here.
func TestObjectsLinear(t *testing.T) {
	for _, text := range []string{
		strings.Repeat(`{"a":[`, 4<<20/6), strings.Repeat(`{"a":"},`, 4<<20/8), strings.Repeat(`"},{"a":"`, 4<<20/9),
		strings.Repeat(`{`, 4<<20), strings.Repeat("}\n", 2<<20), strings.Repeat(`x{`, 2<<20), strings.Repeat("{\n", 2<<20),
		`{"list":[]` + strings.Repeat(`,"a":1`, 1<<20), `{"x":1` + strings.Repeat(`,"a":1`, 1<<20),
		"[" + strings.Repeat(`{"a":{"b":1},`, 300<<10),
	} {
		cut(t, text, 0, ObjectOptions{})
	}
}

// FuzzObjects protects that no byte is lost and that how a stream is read in
// does not change what is made of it.
func FuzzObjects(f *testing.F) {
	for _, s := range []string{
		`{"a":1}{"b":2}`, "[{},\n{\"a\":[}]\n", `{"list":[{"a":"1},{"b":2}],"c":1}`, "x{\"a\":“b”}\n\"y", "{\"r\":\"\\u00e4\\\"\"\xef\xbb\xbf}",
		"[{\"a\":{\"b\":1},{\"c\":2}]", "{\n \"a\":\n{\"b\":1}",
	} {
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, text string, at int) {
		whole, positions := cut(t, text, 0, ObjectOptions{})
		small, _ := cut(t, text, 1, ObjectOptions{})
		if !slices.Equal(whole, small) {
			t.Errorf("read in small pieces (-whole +small):\n%s", cmp.Diff(whole, small))
		}
		if !slices.IsSorted(positions) {
			t.Errorf("positions %v", positions)
		}
		i := 0
		if n := len(positions); at > 0 {
			i = at % n
		}
		// Parts may share a position only by beginning there; the list left open
		// stands at a byte of its own or of the last part.
		for i > 0 && positions[i-1] == positions[i] {
			i--
		}
		if rest, _ := cut(t, text, 0, ObjectOptions{Skip: positions[i]}); !slices.Equal(rest, whole[i:]) {
			t.Errorf("from %d (-want +got):\n%s", positions[i], cmp.Diff(whole[i:], rest))
		}
		if json.Valid([]byte(text)) && strings.HasPrefix(strings.TrimSpace(text), "{") && len(whole) > 0 {
			for _, p := range whole {
				if _, why := jsonscan.Value([]byte(p), 0); why != "" && !strings.Contains(text, `"list"`) && why != jsonscan.TooDeep && !strings.Contains(p, jsonscan.TooDeep) {
					t.Errorf("%q of a good text", p)
				}
			}
		}
	})
}

// TestObjectsAtBorders protects objects that lie across the border of two blocks.
func TestObjectsAtBorders(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var text strings.Builder
	var want []string
	for text.Len() < 3*blockSize {
		o := fmt.Sprintf(`{"n":%d,"s":%q}`, len(want), strings.Repeat("}{", r.IntN(2000)))
		want = append(want, o)
		text.WriteString(o + []string{"\n", "", ", ", "\r\n\r\n"}[r.IntN(4)])
	}
	if got, _ := cut(t, text.String(), 0, ObjectOptions{}); !slices.Equal(got, want) {
		t.Errorf("%d objects, want %d", len(got), len(want))
	}
}
