// Package weir is the root of the module. It holds no code, only the tests that
// keep the house in order: the import floors and the package comments.
//
// Start reading at ARCHITECTURE.md, then internal/record.
package weir
