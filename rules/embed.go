// Package rules holds the detections that weir comes with, as YAML: one file for each
// family, each with what an analyst wants to know and its own tests. Package rule
// reads them; about.yaml says what a shipped rule has to carry.
package rules

import (
	"embed"
	"io/fs"
)

//go:embed *.yaml
var files embed.FS

// Files returns the files of the shipped rules.
func Files() fs.FS { return files }
