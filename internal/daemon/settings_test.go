package daemon

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/config"
)

func TestSize(t *testing.T) {
	f := func(text string, want Size, ok bool) {
		t.Helper()
		var got Size
		if err := got.Set(text); got != want || (err == nil) != ok {
			t.Errorf("Set(%q) = %d, %v; want %d", text, got, err, want)
		}
	}

	f("1000", 1000, true)
	f("2GB", 2e9, true)
	f("1.5 gib", 3<<29, true)
	f("512MiB", 512<<20, true)
	f("0", 0, true)
	f("-1", 0, false)
	f("2 apples", 0, false)
	f("GB", 0, false)
	f("", 0, false)
	f("99999999999TB", 0, false)
}

// TestLoadSettings: what the file does not say stays as it is, paths are those
// beside the file, and mistakes name their place.
func TestLoadSettings(t *testing.T) {
	file := filepath.Join(t.TempDir(), "weir.yaml")
	load := func(text string) (Settings, error) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return LoadSettings(file)
	}

	got, err := load("data: d\ningest:\n  assets: a.csv\n  geo: [/g.mmdb, p.json]\n  tag-keys: {instance-tag: Name}\nkeep:\n  bytes: 200GB\n")
	if err != nil {
		t.Fatal(err)
	}
	want := DefaultSettings()
	dir := filepath.Dir(file)
	want.Data = filepath.Join(dir, "d")
	want.Ingest = IngestSettings{Assets: filepath.Join(dir, "a.csv"), Geo: []string{"/g.mmdb", filepath.Join(dir, "p.json")}, TagKeys: map[string]string{"instance-tag": "Name"}}
	want.Keep.Bytes = 200e9
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("settings (-want +got):\n%s", diff)
	}

	f := func(text, want string) {
		t.Helper()
		_, err := load(text)
		var bad *config.Error
		if !errors.As(err, &bad) || err.Error() != file+want {
			t.Errorf("load %q: %v, want %s", text, err, file+want)
		}
	}
	f("keep:\n  dayz: 3\n", `:2: unknown key "dayz"; did you mean "days"?`)
	f("keep:\n  days: -3\n", ": keep: days cannot be below zero")
	f("ingest:\n  tag-keys: {srcaddr: Name}\n", `: tag key: "srcaddr" is no tag field; want instance_tag, interface_tag, asg_tag or one of these with _2`)
}
