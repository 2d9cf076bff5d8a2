package config

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type inner struct {
	URL   string `yaml:"url"`
	Limit int    `yaml:"limit"`
}

type shared struct {
	Name string `yaml:"name"`
}

type sample struct {
	shared  `yaml:",inline"`
	Store   inner            `yaml:"store"`
	Dirs    []string         `yaml:"dirs"`
	Routes  []At[inner]      `yaml:"routes"`
	ByName  map[string]inner `yaml:"by-name"`
	Ptr     *inner           `yaml:"ptr"`
	Plain   bool
	Private string `yaml:"-"`
}

func TestDecode(t *testing.T) {
	got := sample{Store: inner{Limit: 7}}
	err := Decode("weir.yaml", []byte(`
name: a
store: {url: x}
dirs: [one, two]
plain: true
routes:
  - url: r1
  -
    url: r2
by-name:
  k: {limit: 3}
ptr: {limit: 9}
`), &got)
	if err != nil {
		t.Fatal(err)
	}
	want := sample{
		shared: shared{"a"}, Store: inner{"x", 7}, Dirs: []string{"one", "two"}, Plain: true,
		Routes: []At[inner]{{7, inner{URL: "r1"}}, {9, inner{URL: "r2"}}},
		ByName: map[string]inner{"k": {Limit: 3}}, Ptr: &inner{Limit: 9},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(sample{})); diff != "" {
		t.Errorf("decoded (-want +got):\n%s", diff)
	}
	for _, empty := range []string{"", "# nothing\n", "---\n"} {
		if err := Decode("weir.yaml", []byte(empty), &got); err != nil {
			t.Errorf("Decode(%q): %v", empty, err)
		}
	}
}

// Every message is what a person sees after a typo: it must lead to the line.
func TestDecodeErrors(t *testing.T) {
	f := func(text, want string) {
		t.Helper()
		err := Decode("weir.yaml", []byte(text), &sample{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Decode(%q) = %v, want %q", text, err, want)
		}
	}
	f("stroe: {}", `weir.yaml:1: unknown key "stroe"; did you mean "store"?`)
	f("store:\n  ulr: x", `weir.yaml:2: unknown key "ulr"; did you mean "url"?`)
	f("store:\n  zzz: x", `weir.yaml:2: unknown key "zzz"; known are limit, url`)
	f("routes:\n  - url: x\n  - lmit: 1", `weir.yaml:3: unknown key "lmit"; did you mean "limit"?`)
	f("by-name:\n  k:\n    lmit: 1", `weir.yaml:3: unknown key "lmit"`)
	f("ptr:\n  lmit: 1", `weir.yaml:2: unknown key "lmit"`)
	f("private: x", `weir.yaml:1: unknown key "private"`)
	f("store:\n  limit: many", "weir.yaml:2: cannot unmarshal")
	f("routes:\n  - limit: many", "weir.yaml:2: cannot unmarshal")
	f("store: {}\nstore: {}", "weir.yaml:2: mapping key")
	f("store: [", "weir.yaml:")
	f("- a", "weir.yaml:1: cannot unmarshal")
	f("name: a\n---\nname: b", "weir.yaml:2: a second document begins here")
	f("a: &a\n  <<: *a", "weir.yaml:")
	f("plain: &a [*a]", "weir.yaml:")
	f("a: 1\nb: 1", "weir.yaml:2: unknown key") // all of them are told, not the first
}

// A few lines of aliases must not keep the process busy.
func TestDecodeAliasBomb(t *testing.T) {
	text := "x0: &x0 {url: a}\n"
	for i := range 30 {
		text += fmt.Sprintf("x%d: &x%d [*x%d, *x%d, *x%d]\n", i+1, i+1, i, i, i)
	}
	if err := Decode("weir.yaml", []byte(text+"routes: *x30\n"), &sample{}); err == nil {
		t.Error("no error")
	}
}

func TestNearest(t *testing.T) {
	f := func(word, want string, known ...string) {
		t.Helper()
		if got := Nearest(word, known); got != want {
			t.Errorf("Nearest(%q, %v) = %q, want %q", word, known, got, want)
		}
	}
	f("dstprt", "dstport", "srcport", "dstport")
	f("tcp-flags", "tcp_flags", "protocol", "tcp_flags")
	f("actoin", "action", "action", "account")
	f("xyz", "", "action", "account")
	f("", "", "a")
	f("ab", "", "xy")
}

func FuzzDecode(f *testing.F) {
	f.Add("store: {url: x}\nroutes: [{limit: 1}]")
	f.Add("a: &a [*a]")
	f.Add("<<: {name: x}")
	f.Fuzz(func(t *testing.T, text string) {
		if err := Decode("f", []byte(text), &sample{}); err != nil && !strings.HasPrefix(err.Error(), "f:") {
			t.Errorf("error without its file: %v", err)
		}
	})
}
