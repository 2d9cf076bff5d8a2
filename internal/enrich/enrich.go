// Package enrich gives records their meaning: who opened the conversation,
// what each side is, and which record of a flow totals count.
//
// An enricher reads and fills columns of a whole batch. Its drivers live in the
// folders below; the house chains them.
package enrich

import "github.com/weir-flow/weir/internal/record"

// Segment is a run of rows that came from one stream: one flow log, or one
// folder of one format where the flow log's id is not known.
type Segment struct {
	Rows   int    // rows of the run; segments cover the batch without gaps
	Stream uint64 // hash of what names the stream
}

// Enricher fills derived columns. Every batch holds rows of one day
// (days since 1970-01-01 UTC). Enrich is safe for concurrent use with
// different batches.
type Enricher interface {
	Enrich(b *record.Batch, day int32, segments []Segment)
}

// Chain runs enrichers in order.
type Chain []Enricher

// Enrich implements [Enricher].
func (c Chain) Enrich(b *record.Batch, day int32, segments []Segment) {
	for _, e := range c {
		e.Enrich(b, day, segments)
	}
}
