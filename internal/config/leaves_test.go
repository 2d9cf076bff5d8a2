package config

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type percent int

func (p *percent) UnmarshalText(text []byte) error {
	if _, err := fmt.Sscanf(string(text), "%d%%", (*int)(p)); err != nil {
		return fmt.Errorf("%q is no percentage", text)
	}
	return nil
}

func (percent) TypeName() string  { return "percentage" }
func (p *percent) String() string { return fmt.Sprintf("%d%%", int(*p)) }

type overlaid struct {
	Plain  string `yaml:"plain" doc:"A | B."`
	Nested struct {
		DeepKey int      `yaml:"deep-key"`
		List    []string `yaml:"list"`
		Share   percent  `yaml:"share"`
		On      bool     `yaml:"on"`
	} `yaml:"nested"`
	Sources []struct {
		Path string `yaml:"path" doc:"Where."`
	} `yaml:"sources" doc:"What is read."`
	Map map[string]string `yaml:"map"`
}

// TestOverlay: variables set what they name and nothing else; one that is misspelt is
// never ignored, and a value that does not fit names its variable.
func TestOverlay(t *testing.T) {
	var got overlaid
	got.Nested.DeepKey = 1
	set, unknown, err := Overlay("APP", []string{
		"APP_PLAIN=a: b", "APP_NESTED_DEEP_KEY=7", "APP_NESTED_LIST=x, y,", "APP_NESTED_SHARE=12%", "APP_NESTED_ON=true",
		"APP_NESTED_LISST=z", "APP_MAP=a=b", "APP_SOURCES=c", "APP_TOKEN=secret", "APPLE=1", "PATH=/",
	}, []string{"APP_TOKEN"}, &got)
	if err != nil {
		t.Fatal(err)
	}
	var want overlaid
	want.Plain, want.Nested.DeepKey, want.Nested.List, want.Nested.Share, want.Nested.On = "a: b", 7, []string{"x", "y"}, 12, true
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("set (-want +got):\n%s", diff)
	}
	if len(set) != 5 || set["APP_NESTED_DEEP_KEY"] != "nested.deep-key" {
		t.Errorf("set %v", set)
	}
	if diff := cmp.Diff([]string{"$APP_MAP sets nothing", "$APP_NESTED_LISST sets nothing; did you mean APP_NESTED_LIST?", "$APP_SOURCES sets nothing"}, unknown); diff != "" {
		t.Errorf("unknown (-want +got):\n%s", diff)
	}
	_, _, err = Overlay("APP", []string{"APP_NESTED_DEEP_KEY=many", "APP_NESTED_SHARE=12", "APP_NESTED_ON=perhaps"}, nil, &got)
	var bad *Error
	if !errors.As(err, &bad) {
		t.Fatal(err)
	}
	for _, want := range []string{`$APP_NESTED_DEEP_KEY: "many" is no number`, `$APP_NESTED_SHARE: "12" is no percentage`, `$APP_NESTED_ON: "perhaps" is no true or false`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error %q lacks %q", err, want)
		}
	}
}

// TestReference: every setting is on the page once, with type, default and variable.
func TestReference(t *testing.T) {
	var d overlaid
	d.Nested.Share = 5
	page := Reference("APP", &d)
	for _, want := range []string{
		"| `plain` | text |  | `APP_PLAIN` | A \\| B. |\n", "## nested\n", "| `share` | percentage | `5%` | `APP_NESTED_SHARE` |  |\n",
		"## sources\n\nWhat is read.\n", "| `path` | text |  |  | Where. |\n", "| `map` | map to text |  |  |  |\n",
	} {
		if strings.Count(page, want) != 1 {
			t.Errorf("page lacks %q:\n%s", want, page)
		}
	}
}
