package rule

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/filter"
)

// Whatever a file holds: no panic, errors with their place, and rules that are whole.
func FuzzLoad(f *testing.F) {
	whole, err := os.ReadFile("testdata/whole.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(whole))
	for _, name := range []string{"errors.txt", "detections.txt"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		for block := range strings.SplitSeq(string(data), "\n### ") {
			_, body, _ := strings.Cut(block, "\n")
			yaml, _, _ := strings.Cut(body, "\n=>")
			if name == "detections.txt" {
				yaml = "title: t\ndetection:\n" + yaml
			}
			f.Add(yaml)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		rules, err := Load("r.yaml", []byte(text), testOptions)
		if err != nil {
			var e *config.Error
			if !errors.As(err, &e) || e.File != "r.yaml" || e.Msg == "" {
				t.Fatalf("error without its place: %v", err)
			}
			for line := range strings.Lines(err.Error()) {
				if !strings.Contains(err.Error(), "r.yaml") {
					t.Errorf("no file in %q", line)
				}
			}
			return
		}
		ids := map[string]bool{}
		for _, r := range rules {
			switch {
			case r.ID == "" || r.Name == "" || r.Version == "" || ids[r.ID]:
				t.Errorf("rule without an identity of its own: %+v", r)
			case r.Correlation != nil && len(r.Correlation.Rules) == 0:
				t.Errorf("%s joins nothing", r.ID)
			case r.Filter == nil && r.Mechanism() == Match:
				t.Errorf("%s selects nothing", r.ID)
			}
			ids[r.ID] = true
			if r.Filter == nil {
				continue
			}
			text := r.Filter.String()
			again, err := filter.Compile(text, filter.Options{})
			if err != nil {
				if !strings.Contains(err.Error(), "more than ") && !strings.Contains(err.Error(), "is longer than") {
					t.Errorf("%s prints as %s: %v", r.ID, text, err)
				}
			} else if again.String() != text {
				t.Errorf("%s prints as %s, then as %s", r.ID, text, again)
			}
		}
	})
}

// Whatever a condition holds: no panic, and an error points into it.
func FuzzCondition(f *testing.F) {
	for _, text := range []string{"a", "a and not (b or 1 of c*)", "all of them", "((a", "a | count() > 5", "not not a", "1 of", "a b", ")"} {
		f.Add(text)
	}
	names := []string{"a", "b", "c1", "c2", "_d"}
	f.Fuzz(func(t *testing.T, text string) {
		_, used, err := parseCondition(text, names, func(string) filter.Clause { return filter.Clause{} })
		switch {
		case err != nil && (err.at < 0 || err.at > len(text) || err.msg == ""):
			t.Errorf("%q: %q points at %d", text, err.msg, err.at)
		case err == nil && len(used) == 0:
			t.Errorf("%q uses no selection", text)
		}
	})
}
