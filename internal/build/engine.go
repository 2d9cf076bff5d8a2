//go:build !noengine

package build

// hasEngine is false in the fully static build (-tags noengine), which works
// only with a ClickHouse URL.
const hasEngine = true
