package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

// ObjectInfo is what is known of an object before it is read.
type ObjectInfo struct {
	SHA256 Hash
	Source string
	Name   string
	Stream string
	Format string
	Size   uint64 // raw bytes

	Written time.Time // when the source of the logs wrote it; zero: unknown

	// Continues is the object that this one is a grown version of: the caller
	// has seen that the first Size bytes hash to that object's SHA256. Reading
	// begins at its Done. Empty Stream and Format are taken over from it.
	Continues ObjectID

	// Version is what [Ledger.Known] will know the content by, under its name.
	Version string

	Bucket, Key, ETag string // of an S3 object
}

// Outcome is what became of an object that was to be taken.
type Outcome int

const (
	// New: it is this process's to read, from Object.Done on, which is the
	// beginning unless it continues another object.
	New Outcome = iota
	// Resumed: as New, but the content before Object.Done is in already.
	Resumed
	// Duplicate: all of it is in, perhaps under another name; Object is that one.
	Duplicate
	// InFlight: Object.Instance, which lives, works on the same bytes. It may
	// be this process.
	InFlight
	// LeftBehind: a dead process left it half done; once [Ledger.Adopt] and
	// [Ledger.Rollback] are through it can be taken.
	LeftBehind
	// Stale: the object to continue is gone, is not shorter, is not read to its
	// end, or is continued already; ask [Ledger.Previous] again.
	Stale
)

func (o Outcome) String() string {
	return [...]string{"new", "resumed", "duplicate", "in flight", "left behind", "stale"}[o]
}

// A Claim is the answer to one ObjectInfo.
type Claim struct {
	Outcome Outcome
	Object  Object
}

// Ours says whether the object is now this process's to read.
func (c Claim) Ours() bool { return c.Outcome == New || c.Outcome == Resumed }

// Begin takes objects for this process and answers in their order. The same
// bytes twice in one call are New once and InFlight then.
func (l *Ledger) Begin(ctx context.Context, infos ...ObjectInfo) ([]Claim, error) {
	var claims []Claim
	err := l.db.Tx(ctx, func(tx *state.Tx) error {
		claims = make([]Claim, 0, len(infos))
		alive := l.remember()
		for i := range infos {
			c, err := l.take(tx, alive, &infos[i])
			if err != nil {
				return fmt.Errorf("take %s: %w", infos[i].Name, err)
			}
			if err := noteVersion(tx, &infos[i], c.Object.ID); err != nil {
				return fmt.Errorf("take %s: %w", infos[i].Name, err)
			}
			claims = append(claims, c)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return claims, nil
}

// remember is l.alive, asked once per instance, and sure of this one.
func (l *Ledger) remember() func(string) bool {
	known := map[string]bool{l.instance: true}
	return func(instance string) bool {
		is, ok := known[instance]
		if !ok {
			is = l.alive(instance)
			known[instance] = is
		}
		return is
	}
}

func (l *Ledger) take(tx *state.Tx, alive func(string) bool, info *ObjectInfo) (Claim, error) {
	o, err := selectObject(tx, `sha256 = ? AND state <> 'forgotten'`, info.SHA256[:])
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return l.insert(tx, info)
	case err != nil:
		return Claim{}, err
	}
	switch o.State {
	case Stored:
		return Claim{Outcome: Duplicate, Object: o}, nil
	case Interrupted:
		if _, err := tx.Exec(`UPDATE objects SET state = 'open', instance = ? WHERE id = ?`, l.instance, o.ID); err != nil {
			return Claim{}, err
		}
		o.State, o.Instance = Taken, l.instance
		return Claim{Outcome: Resumed, Object: o}, nil
	}
	if alive(o.Instance) {
		return Claim{Outcome: InFlight, Object: o}, nil
	}
	return Claim{Outcome: LeftBehind, Object: o}, nil
}

// insert adds a new object.
func (l *Ledger) insert(tx *state.Tx, info *ObjectInfo) (Claim, error) {
	o := Object{
		SHA256: info.SHA256, Source: info.Source, Name: info.Name, Stream: info.Stream, Format: info.Format,
		Size: info.Size, BytesIn: info.Size, Continues: info.Continues, State: Taken, Instance: l.instance,
		Bucket: info.Bucket, Key: info.Key, ETag: info.ETag,
	}
	var continues any
	if info.Continues != 0 {
		prev, ok, err := l.continued(tx, info)
		if err != nil || !ok {
			return Claim{Outcome: Stale}, err
		}
		continues = prev.ID
		o.Start, o.Done, o.BytesIn = prev.Done, prev.Done, info.Size-prev.Size
		if o.Stream == "" {
			o.Stream = prev.Stream
		}
		if o.Format == "" {
			o.Format = prev.Format
		}
	}
	var taken int64
	err := tx.Row(`INSERT INTO objects(sha256, source, name, stream, format, size, bytes_in, continues, state, instance,
			start_byte, start_line, done_byte, done_line, planned_byte, planned_line, taken_at, bucket, object_key, etag, written_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, `+l.now+`, ?, ?, ?, ?) RETURNING id, taken_at`,
		[]any{o.SHA256[:], o.Source, o.Name, o.Stream, o.Format, o.Size, o.BytesIn, continues, o.Instance,
			o.Start.Byte, o.Start.Line, o.Start.Byte, o.Start.Line, o.Start.Byte, o.Start.Line, o.Bucket, o.Key, o.ETag, toMicro(info.Written)},
		&o.ID, &taken)
	o.TakenAt = fromMicro(taken)
	return Claim{Outcome: New, Object: o}, err
}

// continued returns the object that info continues. An interrupted one is
// closed where it is: the rest of its content comes with the new object.
func (l *Ledger) continued(tx *state.Tx, info *ObjectInfo) (prev Object, ok bool, err error) {
	prev, err = selectObject(tx, `id = ?`, info.Continues)
	if errors.Is(err, sql.ErrNoRows) {
		return prev, false, nil
	}
	if err != nil || prev.Size >= info.Size || (prev.State != Stored && prev.State != Interrupted) {
		return prev, false, err
	}
	var n int
	err = tx.Row(`SELECT COUNT(*) FROM objects WHERE continues = ?`, []any{prev.ID}, &n)
	if err != nil || n > 0 { // two readers of one growing file: the second has to look again
		return prev, false, err
	}
	if prev.State == Interrupted {
		_, err = tx.Exec(l.sealed()+` WHERE id = ?`, "grew before it was read to its end", prev.ID)
	}
	return prev, true, err
}

// Seen looks up the object with these bytes. It is there as soon as a process
// has taken it and until it is forgotten; its State tells how far it is.
func (l *Ledger) Seen(ctx context.Context, sum Hash) (o Object, ok bool, err error) {
	return l.one(ctx, `sha256 = ? AND state <> 'forgotten'`, sum[:])
}

// Previous looks up the newest object of a name, to see whether a file has
// grown: when its first Size bytes hash to SHA256, the object is continued.
func (l *Ledger) Previous(ctx context.Context, source, name string) (o Object, ok bool, err error) {
	return l.one(ctx, `source = ? AND name = ? AND state <> 'forgotten' ORDER BY id DESC LIMIT 1`, source, name)
}

// Object looks up an object by its number.
func (l *Ledger) Object(ctx context.Context, id ObjectID) (o Object, ok bool, err error) {
	return l.one(ctx, `id = ?`, id)
}

func (l *Ledger) one(ctx context.Context, where string, args ...any) (o Object, ok bool, err error) {
	err = l.db.View(ctx, func(tx *state.Tx) (err error) {
		o, err = selectObject(tx, where, args...)
		return err
	})
	if errors.Is(err, sql.ErrNoRows) {
		return Object{}, false, nil
	}
	if err != nil {
		return Object{}, false, fmt.Errorf("look up object: %w", err)
	}
	return o, true, nil
}
