//go:build !linux || noengine

package engine

import (
	"fmt"
	"os"
)

// supported tells that this build can start an engine.
const supported = false

// ChildMain says that this build cannot be an engine child.
func ChildMain([]string) int {
	fmt.Fprintln(os.Stderr, "weir engine child: "+ErrNoEngine.Error())
	return 1
}
