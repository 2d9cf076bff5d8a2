package daemon

import (
	"os"
	"runtime/debug"
)

// softMemory is where the collector begins to work harder than it likes, in bytes:
// an intake's batches and encoders live in about half of it. What is truly in use
// may exceed it.
const softMemory = 900 << 20

// LimitMemory keeps the process from letting its heap grow to twice what it uses
// while an intake runs. What the user sets by GOMEMLIMIT holds instead.
func LimitMemory() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(softMemory)
	}
}
