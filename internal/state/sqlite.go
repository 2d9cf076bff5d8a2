package state

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// SQLite is the dialect of the file in the data directory.
type SQLite struct{}

var _ Dialect = SQLite{}

func (SQLite) Name() string               { return "sqlite" }
func (SQLite) Rebind(query string) string { return query }

var sqliteDDL = strings.NewReplacer(
	"<id>", "INTEGER PRIMARY KEY AUTOINCREMENT",
	"<int>", "INTEGER",
	"<blob>", "BLOB",
	"<clustered>", "WITHOUT ROWID",
	"<refuse>", "BEGIN SELECT RAISE(ABORT, 'rows of this table are only added'); END",
)

func (SQLite) DDL(script string) string { return sqliteDDL.Replace(script) }

func (SQLite) Upsert(table string, key, values []string) string {
	var b strings.Builder
	b.WriteString("INSERT INTO " + table + "(")
	b.WriteString(strings.Join(append(append([]string{}, key...), values...), ", "))
	b.WriteString(") VALUES (")
	b.WriteString(strings.TrimSuffix(strings.Repeat("?, ", len(key)+len(values)), ", "))
	b.WriteString(") ON CONFLICT (" + strings.Join(key, ", ") + ") DO ")
	if len(values) == 0 {
		b.WriteString("NOTHING")
		return b.String()
	}
	b.WriteString("UPDATE SET ")
	for i, v := range values {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(v + " = excluded." + v)
	}
	return b.String()
}

// unixepoch('subsec') is a float of seconds; three decimals are what SQLite's clock has.
func (SQLite) Now() string { return "CAST(unixepoch('subsec') * 1000 AS INTEGER) * 1000" }

func (SQLite) Classify(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return nil
	}
	switch e.Code() { // the extended codes that say more than their family
	case sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
		return ErrConflict
	case sqlite3.SQLITE_IOERR_SHMSIZE: // the WAL's index could not grow
		return ErrFull
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return ErrBusy
	case sqlite3.SQLITE_FULL:
		return ErrFull
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return ErrDamaged
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		return ErrReadOnly
	}
	return nil
}

// sqliteDSN is the data source name of a file, given by its absolute path.
// Readers never take the write lock; all else is the same for every connection
// of every process:
//
//   - WAL: readers and the one writer do not wait for each other;
//   - synchronous=FULL: a commit that returned is on the disk. Under WAL the
//     default NORMAL would lose the last commits on power loss, and with them
//     the proof that rows were stored;
//   - busy_timeout: short, because a wait inside SQLite cannot be cancelled;
//     [DB.Tx] goes on waiting around it.
func sqliteDSN(path string, write bool) string {
	q := url.Values{}
	q.Add("_busy_timeout", "1000")
	q.Add("_pragma", "journal_mode(WAL)")
	q.Add("_pragma", "synchronous(FULL)")
	q.Add("_pragma", "foreign_keys(1)")
	q.Add("_pragma", "temp_store(MEMORY)")
	q.Add("_pragma", "journal_size_limit(67108864)")
	q.Add("_error_rc", "1")
	cache := 4 << 10 // KB, of each connection
	if write {
		cache = 16 << 10
		// Taking the write lock at BEGIN means that a transaction never finds
		// half way that it cannot write (SQLITE_BUSY_SNAPSHOT).
		q.Add("_txlock", "immediate")
	}
	q.Add("_pragma", fmt.Sprintf("cache_size(-%d)", cache))
	return (&url.URL{Scheme: "file", Path: path, RawQuery: q.Encode()}).String()
}
