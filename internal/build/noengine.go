//go:build noengine

package build

const hasEngine = false
