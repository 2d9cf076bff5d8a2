// Package source says where objects come from: files now, buckets and streams
// in the folders to come.
package source

import (
	"context"
	"errors"
	"io"
	"time"
)

// Object is one thing to read from its first byte to its last.
type Object struct {
	Source   string    // name of the driver: "file", "stdin"
	Name     string    // what a person calls it: an absolute path, a key
	Size     int64     // bytes, -1 when unknown
	Modified time.Time // zero when unknown

	// Version tells one content of a name from another without reading it: an
	// entity tag with the size. An object whose version is in is not opened
	// again. Empty: it has to be read to know.
	Version string

	// Remote says that the bytes come over a network: they are worth fetching
	// ahead of the reader, side by side, and only once.
	Remote bool

	// Growing says that more may be appended to it: a last line without line end
	// is left for later.
	Growing bool

	// Tag names whom the object was listed for, where one intake reads for several.
	Tag string

	// Open starts reading at the first byte. It may be called several times
	// and yields the same bytes as long as the object is not replaced. A reader
	// that finds another version than the listed one is a [Versioned].
	Open func(ctx context.Context) (io.ReadCloser, error)
}

// Source lists objects.
type Source interface {
	// Objects calls yield for every object in a stable order, and returns the
	// first error of yield or of its own.
	Objects(ctx context.Context, yield func(Object) error) error
}

// Versioned is a reader of an object that knows which version it reads.
type Versioned interface {
	Version() string
}

var (
	// ErrGone is wrapped when an object that was listed is not there any more.
	ErrGone = errors.New("the object is gone")
	// ErrReplaced is wrapped by a read when other bytes have taken the object's
	// place since it was opened: open it again.
	ErrReplaced = errors.New("the object was replaced while it was read")
)
