package config

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// word is a time that is written as text.
type word time.Duration

func (w *word) UnmarshalText(text []byte) error {
	d, err := time.ParseDuration(string(text))
	*w = word(d)
	return err
}

func (w *word) String() string { return time.Duration(*w).String() }

// shy is a text that is hidden when it is printed.
type shy string

func (s shy) Reveal() string            { return string(s) }
func (s shy) String() string            { return "(hidden)" }
func (s shy) MarshalYAML() (any, error) { return s.String(), nil }

// TestEncode protects settings that the app writes: whatever texts they hold, they come
// back as they were, what is not set stays out, and zero that was set stays in.
func TestEncode(t *testing.T) {
	type item struct {
		Path  string            `yaml:"path"`
		Key   shy               `yaml:"key"`
		Every word              `yaml:"every"`
		Keys  map[string]string `yaml:"keys"`
	}
	type all struct {
		Items []item `yaml:"items"`
		Keep  struct {
			Days *int `yaml:"days"`
			Room *int `yaml:"room"`
		} `yaml:"keep"`
	}
	none := 0
	var in all
	in.Keep.Days = &none
	for _, text := range []string{"s3://logs/AWSLogs/", "a b: c #d", "x\n  evil: 1", `"q"\`, "é\x01", "x:", "null", "1", "true", "- a", "2026-01-01", "&a", "*a", "!!int"} {
		in.Items = append(in.Items, item{Path: text, Key: shy(text), Every: word(time.Minute), Keys: map[string]string{text: text}})
	}
	text, err := Encode("made by a test\nof two lines", in)
	if err != nil {
		t.Fatal(err)
	}
	var out all
	if err := Decode("t.yaml", text, &out); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if diff := cmp.Diff(in, out); diff != "" {
		t.Errorf("(-written +read):\n%s\n%s", diff, text)
	}
	if text, err = Encode("", all{}); err != nil || len(text) != 0 {
		t.Errorf("nothing is written as %q, %v", text, err)
	}
}
