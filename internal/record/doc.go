// Package record holds the one model of what weir reads: a catalogue of
// fields, and Batch, a run of records of one kind held as columns.
//
// A record is what one source line says. Every field of the source is kept: a
// field with many values (addresses, ports, counters) is a column of the
// batch; fields with few values (account, interface, tags) are interned
// together into a [Tuple], so a row carries one number in their place. What a
// record does not say is absent, which is not the same as zero: the Absent
// column holds a bit for each row field that is missing.
//
// The catalogue is the single truth about fields. The binder, the store's
// schema, the filter language, completion and the documentation read it.
package record
