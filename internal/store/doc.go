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
// Six roll-ups answer dashboards: roll_minute, roll_hour, roll_public,
// roll_rejected, roll_coarse and edges. They are computed in Go from the batch, see [Rollup] and [EdgeRows],
// and inserted with it. The same roll-ups can be computed in SQL from the rows
// of a day: [Store.RecomputeDay] puts those in their place, [Store.CheckDay]
// says where the two differ. Both ways give the same numbers, to the last bit.
//
// # Once
//
// A write carries a token. The engine stores the same batches under the same
// token once, so a process whose answer got lost sends them again: what was cut
// off is completed, table by table and day by day. An engine that died over a
// write is not trusted with its tokens: the process asks what is there
// ([Writer.Unstored]), sends the rest under another token and has the roll-ups
// of the days recomputed. What a process left that died itself is not sent again
// but taken out, by the numbers of its parts ([Store.RemoveParts], ADR 0002).
//
// Whatever replaces or drops a day has it alone: the callers hold a lock for it.
// Two changes of several steps leave a note of themselves in the names of tables,
// so that the next process can end them ([Store.FinishDay], [Store.Sweep]).
//
// What is stored from which object is the ledger's knowledge, not the store's:
// rows only carry the number of their part.
package store
