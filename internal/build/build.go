// Package build tells which weir this is: version, commit, toolchain, platform.
//
// A release build stamps version, commit and time with -ldflags -X; any other
// build (go install, go run, go test) falls back to what the Go toolchain wrote
// into the binary, so the answer is never empty.
package build

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

// Devel is the version of a binary that was built without one.
const Devel = "devel"

// Stamped by the Makefile with -ldflags "-X github.com/weir-flow/weir/internal/build.version=...".
var (
	version string // "v1.2.3", "v1.2.3-4-gabc1234", or a bare commit
	commit  string // full commit hash
	stamp   string // commit time, RFC 3339
)

// Info is what is known about the running binary. Unknown facts are empty.
type Info struct {
	Version  string    `json:"version"`           // tag or description of the commit, or [Devel]
	Commit   string    `json:"commit,omitempty"`  // full commit hash
	Time     time.Time `json:"time,omitzero"`     // time of the commit, UTC; not of the build, which repeats
	Modified bool      `json:"modified"`          // the tree had changes that no commit holds
	Go       string    `json:"go"`                // toolchain, "go1.26.1"
	Platform string    `json:"platform"`          // "linux/amd64"
	Engine   bool      `json:"engine"`            // the binary can load the embedded engine
	Modules  []Module  `json:"modules,omitempty"` // what is linked in, in path order
}

// Module is a Go module linked into the binary.
type Module struct {
	Path    string `json:"path"`
	Version string `json:"version"`
}

// Version returns only the version, for headers and log lines.
func Version() string { return Read().Version }

// Read returns the facts of the running binary.
func Read() Info {
	bi, ok := debug.ReadBuildInfo()
	if !ok {
		bi = &debug.BuildInfo{}
	}
	return merge(version, commit, stamp, bi)
}

// merge lets stamped values win over what the toolchain recorded.
func merge(version, commit, stamp string, bi *debug.BuildInfo) Info {
	info := Info{
		Version:  version,
		Commit:   commit,
		Go:       runtime.Version(),
		Platform: runtime.GOOS + "/" + runtime.GOARCH,
		Engine:   hasEngine,
	}
	at := stamp
	for _, s := range bi.Settings {
		switch {
		case s.Key == "vcs.revision" && info.Commit == "":
			info.Commit = s.Value
		case s.Key == "vcs.time" && at == "":
			at = s.Value
		case s.Key == "vcs.modified":
			info.Modified = s.Value == "true"
		}
	}
	if before, dirty := strings.CutSuffix(version, "-dirty"); dirty {
		info.Version, info.Modified = before, true
	}
	if info.Version == "" {
		info.Version = Devel
		if v := bi.Main.Version; v != "" && v != "(devel)" {
			info.Version = v // go install path@version
		}
	}
	if t, err := time.Parse(time.RFC3339, at); err == nil {
		info.Time = t.UTC()
	}
	for _, d := range bi.Deps {
		if d.Replace != nil {
			d = d.Replace
		}
		info.Modules = append(info.Modules, Module{Path: d.Path, Version: d.Version})
	}
	return info
}

// String is the one line that `weir version` prints.
func (i Info) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "weir %s", i.Version)
	if i.Modified {
		b.WriteString(" (modified)")
	}
	if i.Commit != "" && !strings.HasPrefix(i.Commit, i.Version) {
		fmt.Fprintf(&b, ", commit %.12s", i.Commit)
	}
	if !i.Time.IsZero() {
		fmt.Fprintf(&b, " of %s", i.Time.Format(time.DateOnly))
	}
	fmt.Fprintf(&b, ", %s, %s", i.Go, i.Platform)
	if !i.Engine {
		b.WriteString(", without the embedded engine")
	}
	return b.String()
}
