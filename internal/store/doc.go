// Package store keeps records in ClickHouse: the embedded engine or a server,
// both through [engine.Conn].
//
// # Tables
//
// Every record is a row of table flows, one partition a day. Fields with few
// values are not in the row: the row has the ids of three tuples (see
// [record.Tuple]) whose values are in tables contexts, paths and sides, each
// with a dictionary in front of it for reading.
//
// Four roll-ups answer dashboards: roll_minute, roll_public, roll_rejected and
// edges. They are computed in Go from the batch, see [Rollup] and [EdgeRows],
// and inserted with it. The same roll-ups can be computed in SQL from the rows
// of a day: [Store.RecomputeDay] puts those in their place, [Store.CheckDay]
// says where the two differ. Both ways give the same numbers, to the last bit.
//
// # Once
//
// A write carries a token. The same token with the same batches stores its rows
// once, however often it is sent, as long as it is among the last thousands of
// writes. A write that was cut off may have stored some of its tables and not
// the others, or some days and not the others; sending it again completes it.
// When it cannot be sent again, [Store.RemoveParts] takes out what it left.
//
// What is stored from which object is the ledger's knowledge, not the store's:
// rows only carry the number of their part.
package store
