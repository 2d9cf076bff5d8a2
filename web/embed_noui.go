//go:build noui

package web

import "io/fs"

// Files returns the built app; nil in a build without one.
func Files() fs.FS { return nil }
