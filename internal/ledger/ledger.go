// Package ledger knows which object is in and which batch is acknowledged: with
// it a record is stored exactly once, whoever dies in between.
//
// An object is the SHA-256 of its bytes. Its rows reach the store in batches;
// the share of one object in one batch is a part, whose number stands in every
// row, so that rows can be traced and taken out again. The order of things is
// the whole trick:
//
//  1. [Ledger.Begin] takes objects, unless they are in or in somebody's hands;
//  2. [Ledger.Manifest] writes down what a batch will hold and gives out its
//     part numbers, before any row is sent;
//  3. the caller inserts rows and roll-ups;
//  4. [Ledger.Acknowledge] says that they are on the disk, and finishes the
//     objects that end in the batch.
//
// What a dead process left between 2 and 4 is found by [Ledger.Adopt]; the
// caller takes the rows of its parts out of the store and calls
// [Ledger.Rollback], and the objects can be taken again, from where they are
// safely in. Forgetting an object goes the same way ([Ledger.Forget]).
//
// Every method is one transaction on the state database, on the disk when it
// returns, and safe to call from several goroutines and processes at once. A
// commit costs a disk flush, so methods take many objects at a time.
package ledger

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

var (
	// ErrLost: the object or batch is not, or no longer, in this process's
	// hands: another one took it for dead, or it was never taken.
	ErrLost = errors.New("not in the hands of this process")
	// ErrInFlight: another living process works on the object.
	ErrInFlight = errors.New("object is being taken in by another process")
	// ErrOrphaned: a dead process left the object half done; [Ledger.Adopt] and
	// [Ledger.Rollback] come first.
	ErrOrphaned = errors.New("object was left half done by a process that died")
	// ErrPending: batches of the object are not acknowledged yet.
	ErrPending = errors.New("object has batches that are not acknowledged")
	// ErrGap: a part does not begin where the object's last one ended.
	ErrGap = errors.New("part does not follow the one before")
	// ErrUnknown: there is no such object.
	ErrUnknown = errors.New("unknown object")
	// ErrPartsExhausted: the 2^32 part numbers are used up.
	ErrPartsExhausted = errors.New("no part numbers left")
)

// A Ledger is this process's hand on the ledger of a data directory.
type Ledger struct {
	db       *state.DB
	instance string
	alive    func(instance string) bool
	now      string // SQL for the time
}

// Open brings the tables up to date and returns the ledger. Instance is the
// name this process works under; alive tells whether the process of another
// name still lives (see [state.Register] and [state.Alive]), and must say yes
// when in doubt.
func Open(ctx context.Context, db *state.DB, instance string, alive func(instance string) bool) (*Ledger, error) {
	if instance == "" {
		return nil, errors.New("open ledger: no instance name")
	}
	if err := db.Migrate(ctx, "ledger", migrations); err != nil {
		return nil, fmt.Errorf("open ledger: %w", err)
	}
	return &Ledger{db: db, instance: instance, alive: alive, now: db.Dialect().Now()}, nil
}

// Instance is the name this process works under.
func (l *Ledger) Instance() string { return l.instance }

// ObjectID numbers the objects of a ledger, from 1, never twice.
type ObjectID int64

// Hash is the SHA-256 of an object's raw bytes.
type Hash [32]byte

// Position is a place in the decoded content of an object: what comes out of
// gzip, or the file itself.
type Position struct {
	Byte uint64 // bytes before this place
	Line uint64 // lines (or records, where there are no lines) before it
}

// State is where an object is in its life.
type State string

const (
	Taken       State = "open"        // a process works on it
	Stored      State = "stored"      // all of it is in
	Interrupted State = "interrupted" // in up to Done, nobody works on it
	Orphaned    State = "orphaned"    // rows of it have to be taken out first
	Forgetting  State = "forgetting"  // all its rows are being taken out
	Forgotten   State = "forgotten"   // has no rows; its bytes may come again
)

// An Object is one file, or the part of a growing file that was new.
type Object struct {
	ID        ObjectID
	SHA256    Hash
	Source    string // whose it is: "file", "s3", ...
	Name      string // path or URL, as people know it
	Stream    string // flow-log id, or folder and format: what is watched for gaps
	Format    string // log format in force at Done, so that reading can go on there
	Size      uint64 // raw bytes
	BytesIn   uint64 // Size, without what Continues had
	Continues ObjectID
	State     State
	Instance  string   // who works on it
	Start     Position // where its own content begins: {} unless it continues another
	Done      Position // acknowledged up to here, without a gap
	Counts
	Whole      uint64 // rows of all its bytes: Stored, with those of what it continues
	MostlyBad  bool   // over 100 bad lines and over 1 % of all
	Note       string // why it ended early, "" when it did not
	TakenAt    time.Time
	FinishedAt time.Time // zero until it is stored or forgotten
	Bucket     string    // of an S3 object, as Key and ETag
	Key        string
	ETag       string
}

// Counts are what was found in an object or part. Stored rows include those of
// NoData and SkipData; Bad lines are apart.
type Counts struct {
	Stored   uint64
	Bad      uint64
	NoData   uint64
	SkipData uint64
	MinStart int64 // earliest and latest record, Unix seconds;
	MaxStart int64 // both 0 when nothing is stored
}

// next takes n numbers from a counter and returns the first.
func next(tx *state.Tx, counter string, n int) (int64, error) {
	var last int64
	err := tx.Row(`UPDATE counters SET value = value + ? WHERE name = ? RETURNING value`, []any{n, counter}, &last)
	return last - int64(n) + 1, err
}
