package build

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestMerge protects the order of trust: what the Makefile stamped, then what the
// toolchain recorded, then a plain "devel".
func TestMerge(t *testing.T) {
	recorded := &debug.BuildInfo{
		Main: debug.Module{Version: "v0.9.0"},
		Settings: []debug.BuildSetting{
			{Key: "vcs.revision", Value: "1111111111111111111111111111111111111111"},
			{Key: "vcs.time", Value: "2026-01-02T03:04:05+01:00"},
			{Key: "vcs.modified", Value: "true"},
		},
		Deps: []*debug.Module{
			{Path: "a.example/x", Version: "v1.0.0"},
			{Path: "b.example/y", Version: "v1.0.0", Replace: &debug.Module{Path: "c.example/z", Version: "v2.0.0"}},
		},
	}
	modules := []Module{{"a.example/x", "v1.0.0"}, {"c.example/z", "v2.0.0"}}
	f := func(name, version, commit, stamp string, bi *debug.BuildInfo, want Info) {
		t.Helper()
		want.Go, want.Platform, want.Engine = runtime.Version(), runtime.GOOS+"/"+runtime.GOARCH, hasEngine
		if diff := cmp.Diff(want, merge(version, commit, stamp, bi)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}

	f("nothing known", "", "", "", &debug.BuildInfo{}, Info{Version: Devel})
	f("local build", "", "", "", &debug.BuildInfo{Main: debug.Module{Version: "(devel)"}}, Info{Version: Devel})
	f("go install", "", "", "", recorded, Info{
		Version: "v0.9.0", Commit: "1111111111111111111111111111111111111111", Modified: true,
		Time: time.Date(2026, 1, 2, 2, 4, 5, 0, time.UTC), Modules: modules,
	})
	f("stamped", "v1.2.3", "2222222222222222222222222222222222222222", "2026-05-06T07:08:09Z", &debug.BuildInfo{}, Info{
		Version: "v1.2.3", Commit: "2222222222222222222222222222222222222222",
		Time: time.Date(2026, 5, 6, 7, 8, 9, 0, time.UTC),
	})
	f("stamped over changes", "v1.2.3-dirty", "", "not a time", &debug.BuildInfo{}, Info{Version: "v1.2.3", Modified: true})
}

func TestString(t *testing.T) {
	f := func(i Info, want string) {
		t.Helper()
		i.Go, i.Platform = "go1.26.1", "linux/amd64"
		if got := i.String(); got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}

	f(Info{Version: Devel, Engine: true}, "weir devel, go1.26.1, linux/amd64")
	f(Info{Version: "v1.2.3", Commit: "0123456789abcdef", Engine: true, Time: time.Date(2026, 5, 6, 0, 0, 0, 0, time.UTC)},
		"weir v1.2.3, commit 0123456789ab of 2026-05-06, go1.26.1, linux/amd64")
	f(Info{Version: "0123456", Commit: "0123456789abcdef", Modified: true, Engine: false},
		"weir 0123456 (modified), go1.26.1, linux/amd64, without the embedded engine")
}
