// Package source says where objects come from: files now, buckets and streams
// in the folders to come.
package source

import (
	"context"
	"io"
	"time"
)

// Object is one thing to read from its first byte to its last.
type Object struct {
	Source   string    // name of the driver: "file", "stdin"
	Name     string    // what a person calls it: an absolute path, a key
	Size     int64     // bytes, -1 when unknown
	Modified time.Time // zero when unknown

	// Open starts reading at the first byte. It may be called several times
	// and yields the same bytes as long as the object is not replaced.
	Open func(ctx context.Context) (io.ReadCloser, error)
}

// Source lists objects.
type Source interface {
	// Objects calls yield for every object in a stable order, and returns the
	// first error of yield or of its own.
	Objects(ctx context.Context, yield func(Object) error) error
}
