package engine

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
)

// The agreement between the supervisor and its child. The child is this binary,
// started again as
//
//	weir engine child <childConfig as JSON>
//
// with these file descriptors:
//
//	0  the death pipe: its end means that the owner is gone; stopWord before it,
//	   that the owner wants an orderly end
//	1  reports: one line of childReport
//	2  what the engine itself prints, for the owner's log
//	3  the listening socket
//	4  the locked lock file of the folder, held as long as the child lives
const (
	listenerFD = 3
	lockFD     = 4

	stopWord = 'q'
)

// childArgs are the words that make the binary an engine child.
var childArgs = []string{"engine", "child"}

// childConfig is everything the child is told; its environment is empty.
type childConfig struct {
	Library     string   `json:"library"`             // absolute path
	Store       string   `json:"store"`               // the engine's data, absolute
	Backups     string   `json:"backups"`             // where BACKUP may write, absolute
	MemoryLimit int64    `json:"memory_limit"`        // bytes
	ReadOnly    []string `json:"read_only,omitempty"` // folders and files that queries may read, absolute
	DataVersion string   `json:"data_version"`        // version of the engine that wrote the data, empty for none
	Jailed      bool     `json:"jailed"`              // the process is past execve: the walls stand
	Jail        Jail     `json:"jail"`                // what was put up before execve
}

// childReport is the child's first and only word: ready or the reason why not.
type childReport struct {
	Version string `json:"version,omitempty"` // of the engine, "26.7.2.1"
	Library string `json:"library,omitempty"` // of the library, "26.7.3"
	Jail    Jail   `json:"jail"`
	Error   string `json:"error,omitempty"`
	Kind    string `json:"kind,omitempty"` // which sentinel the error is, see reportKinds
}

// Jail tells which walls stand around the engine process.
type Jail struct {
	Landlock        int    `json:"landlock"`          // ABI version; 0 where the kernel has none, and files are then open to it
	TCP             bool   `json:"tcp"`               // Landlock refuses TCP
	Seccomp         bool   `json:"seccomp"`           // no sockets, no tracing
	NoNewPrivileges bool   `json:"no_new_privileges"` // set-uid programs give nothing
	Capabilities    string `json:"capabilities"`      // effective set in hex; "0000000000000000" is none
	Missing         string `json:"missing,omitempty"` // what the kernel lacks, for a person
}

// Holds reports whether every wall stands.
func (j Jail) Holds() bool {
	return j.Landlock > 0 && j.Seccomp && j.NoNewPrivileges && !hasCapabilities(j.Capabilities)
}

func hasCapabilities(hex string) bool {
	n, err := strconv.ParseUint(hex, 16, 64)
	return err != nil || n != 0
}

var reportKinds = map[string]error{
	"damaged":      ErrDamaged,
	"incompatible": ErrIncompatible,
	"musl":         ErrMusl,
}

func (r childReport) err() error {
	if r.Error == "" {
		return nil
	}
	if sentinel := reportKinds[r.Kind]; sentinel != nil {
		return fmt.Errorf("%w: %s", sentinel, r.Error)
	}
	return fmt.Errorf("%s", r.Error)
}

func (c childConfig) args() []string {
	text, err := json.Marshal(c)
	if err != nil {
		panic(err) // strings, numbers and booleans only
	}
	return append(append([]string{"weir"}, childArgs...), string(text))
}

// IsChild reports whether the process was started to be an engine child. Such a
// process must do nothing but os.Exit(ChildMain(os.Args[3:])), and early.
func IsChild() bool {
	return len(os.Args) == 4 && os.Args[1] == childArgs[0] && os.Args[2] == childArgs[1]
}

// RunIfChild turns the process into an engine child if it was started to be one,
// and does not return then. It is the first line of main, and of TestMain in
// packages whose tests start an engine.
func RunIfChild() {
	if IsChild() {
		os.Exit(ChildMain(os.Args[3:]))
	}
}

// SocketPath returns the socket on which the engine that owns dir answers.
func SocketPath(dir string) string { return filepath.Join(dir, "engine.sock") }

// maxSocketPath is what fits into a socket address, with room to spare.
const maxSocketPath = 100

// shortSocketPath gives a path that fits into a socket address. A longer one is
// reached through an open folder; release closes it.
func shortSocketPath(path string) (short string, release func(), err error) {
	if len(path) <= maxSocketPath {
		return path, func() {}, nil
	}
	dir, err := os.Open(filepath.Dir(path))
	if err != nil {
		return "", nil, err
	}
	short = fmt.Sprintf("/proc/self/fd/%d/%s", dir.Fd(), filepath.Base(path))
	if len(short) > maxSocketPath {
		dir.Close()
		return "", nil, fmt.Errorf("socket %s: %w", path, syscall.ENAMETOOLONG)
	}
	return short, func() { dir.Close() }, nil
}

// newerThan compares two versions by their first two numbers, "26.7"; text that is
// no version is not newer.
func newerThan(a, b string) bool {
	var am, an, bm, bn int
	if n, _ := fmt.Sscanf(a, "%d.%d", &am, &an); n != 2 {
		return false
	}
	if n, _ := fmt.Sscanf(b, "%d.%d", &bm, &bn); n != 2 {
		return false
	}
	return am > bm || am == bm && an > bn
}
