package parquet

import (
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/sys/unix"

	"github.com/weir-flow/weir/internal/decode"
)

// maxMemory is how big an object is held in memory. Bigger ones go to a file,
// since the format has to be read from its end.
var maxMemory = 64 << 20

// file is a whole object, and what reading it has cost so far.
type file struct {
	data     []byte
	mapped   bool
	unpacker unpacker

	held                       int64 // bytes of pages and dictionaries in memory
	decoded, maxSize, maxRatio int64
}

// readAll takes in an object: into memory or, when it is big, into a file without
// a name in folder temp. What could be read is returned with any error.
func readAll(r io.Reader, o decode.Options) (*file, error) {
	f := &file{maxSize: o.MaxDecoded, maxRatio: o.MaxRatio}
	if f.maxSize <= 0 {
		f.maxSize = decode.DefaultMaxDecoded
	}
	if f.maxRatio <= 0 {
		f.maxRatio = decode.DefaultMaxRatio
	}
	r = io.LimitReader(r, f.maxSize+1)
	buf := make([]byte, 0, 512<<10)
	for {
		n, err := r.Read(buf[len(buf):min(cap(buf), maxMemory)])
		buf = buf[:len(buf)+n]
		switch {
		case err != nil:
			f.data = buf
			return f, f.checked(err)
		case len(buf) >= maxMemory:
			return f, f.spool(buf, r, o.Temp)
		case len(buf) == cap(buf):
			bigger := make([]byte, len(buf), 2*cap(buf))
			copy(bigger, buf)
			buf = bigger
		}
	}
}

// checked says what the end of reading means.
func (f *file) checked(err error) error {
	switch {
	case int64(len(f.data)) > f.maxSize:
		f.data = f.data[:f.maxSize]
		return fmt.Errorf("%w: over %d bytes", decode.ErrExpansion, f.maxSize)
	case errors.Is(err, io.EOF):
		return nil
	}
	return err
}

// spool puts what was read, and the rest of r, into a file and maps it. The file
// loses its name at once: however the process ends, nothing stays.
func (f *file) spool(head []byte, r io.Reader, temp string) error {
	if temp != "" {
		if err := os.MkdirAll(temp, 0o700); err != nil {
			return fmt.Errorf("make a folder for a big object: %w", err)
		}
	}
	to, err := os.CreateTemp(temp, "weir-parquet-")
	if err != nil {
		return fmt.Errorf("make a file for a big object: %w", err)
	}
	defer to.Close()
	if err := os.Remove(to.Name()); err != nil {
		return fmt.Errorf("make a file for a big object: %w", err)
	}
	source := &failing{r: r}
	size := int64(len(head))
	if _, err = to.Write(head); err == nil {
		var n int64
		n, err = io.Copy(to, source)
		size += n
	}
	if err != nil && source.err == nil {
		return fmt.Errorf("write a file for a big object: %w", err)
	}
	data, mapErr := unix.Mmap(int(to.Fd()), 0, int(size), unix.PROT_READ, unix.MAP_SHARED)
	if mapErr != nil {
		return fmt.Errorf("map a file for a big object: %w", mapErr)
	}
	f.data, f.mapped = data, true
	if err == nil {
		err = io.EOF
	}
	return f.checked(err)
}

// failing remembers what reading failed with.
type failing struct {
	r   io.Reader
	err error
}

func (f *failing) Read(p []byte) (int, error) {
	n, err := f.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		f.err = err
	}
	return n, err
}

// close gives the memory back.
func (f *file) close() error {
	f.unpacker.close()
	if !f.mapped {
		return nil
	}
	f.mapped = false
	return unix.Munmap(f.data[:cap(f.data)])
}

// ratioFrom is from how many bytes on the ratio of expansion counts.
const ratioFrom = 64 << 20

// spend counts decompressed bytes and ends what expands without measure.
func (f *file) spend(n int64) error {
	f.decoded += n
	switch {
	case f.decoded > f.maxSize:
		return fmt.Errorf("%w: over %d bytes", decode.ErrExpansion, f.maxSize)
	case f.decoded > ratioFrom && f.decoded/f.maxRatio > int64(len(f.data)):
		return fmt.Errorf("%w: %d bytes from %d", decode.ErrExpansion, f.decoded, len(f.data))
	}
	return nil
}
