package state

import "errors"

// Errors that a dialect recognises in what its driver returns. [DB.Tx] and
// [DB.View] wrap them, so that a caller can tell what a person can mend.
var (
	// ErrBusy: other processes held the database for too long.
	ErrBusy = errors.New("state database is busy")
	// ErrFull: the disk has no room; nothing of the transaction was kept.
	ErrFull = errors.New("no space left for the state database")
	// ErrDamaged: the file is not a database or its pages contradict each other.
	ErrDamaged = errors.New("state database is damaged")
	// ErrReadOnly: the file or directory cannot be written by this user.
	ErrReadOnly = errors.New("not writable")
	// ErrConflict: a row with the same key is already there.
	ErrConflict = errors.New("already there")
)

// A Dialect is what differs between the databases that may hold the state.
// Rooms write plain SQL with ? placeholders and leave the rest to it.
type Dialect interface {
	// Name is the dialect's name, "sqlite".
	Name() string

	// Rebind turns the ? placeholders of a statement into the database's own.
	// A statement never holds a ? that is not a placeholder.
	Rebind(query string) string

	// DDL replaces the words that stand for what SQL does not agree on:
	//
	//	<id>         an integer primary key that the database hands out, never twice
	//	<int>        a signed 64-bit integer
	//	<blob>       bytes
	//	<clustered>  after a table's closing bracket: keep rows in key order
	//	<refuse>     what a trigger does that lets its statement fail
	DDL(script string) string

	// Upsert is an INSERT of one row that, when the key is taken, overwrites
	// the value columns. Without value columns the old row stays as it is.
	Upsert(table string, key, values []string) string

	// Now is an SQL expression: the database's clock in microseconds of Unix
	// time. Every process on one database sees the same clock.
	Now() string

	// Classify returns the sentinel of this package that err stands for, or
	// nil when it is none of them.
	Classify(err error) error
}
