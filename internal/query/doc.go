// Package query asks the store: typed requests, guarded SQL that people write,
// saved hunts, and a few questions that have a shape of their own.
//
// A [Request] is a filter, a range, a scope and either columns of records or
// groups with aggregates. It compiles to SQL with bound parameters; a planner
// answers it from a roll-up where that gives the same numbers as the raw rows,
// and [Runner.Explain] says which and why. Rows are records, newest first.
// Aggregates count each flow once, and NODATA and SKIPDATA rows in count only;
// [Request.Records] counts every witness instead.
//
// With time buckets the bytes and packets of a record are spread over the
// minutes of its window, on every path alike; without buckets a record counts
// whole at its start.
//
// SQL of people goes through a guard first, see [Runner.SQL]: it sees two
// views, may only read, and is bounded in time, memory, rows and bytes.
//
// Answers are streamed to a [Sink], row by row; [Meta] says afterwards what was
// read for them and what the store lacks in the range.
package query
