package pipeline

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/source"
)

const (
	groupObjects = 64      // objects the ledger is asked about at once: one disk flush
	groupBytes   = 8 << 20 // bytes of objects held in memory by a worker; larger ones are streamed
	knownObjects = 256     // versions the ledger is asked about at once
	fetches      = 64      // requests for remote objects under way at once
	groupsAhead  = 8       // groups that wait for a worker
)

// list hands out objects in groups: many small ones, or a large one alone. What
// is known to be in is left out without being opened.
func (in *Intake) list(ctx context.Context, src source.Source, out chan<- []source.Object) error {
	limit := min(groupBytes, in.cfg.Ahead/4)
	var listed, group []source.Object
	var size int64
	send := func() error {
		if len(group) == 0 {
			return nil
		}
		select {
		case out <- group:
			group, size = nil, 0
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	add := func(o source.Object) error {
		if len(group) == groupObjects || len(group) > 0 && size+o.Size > limit {
			if err := send(); err != nil {
				return err
			}
		}
		group = append(group, o)
		size += o.Size
		return nil
	}
	check := func() error {
		left, err := in.unknown(ctx, listed)
		if err != nil {
			return err
		}
		for _, o := range left {
			if err := add(o); err != nil {
				return err
			}
		}
		listed = listed[:0]
		return nil
	}
	err := src.Objects(ctx, func(o source.Object) error {
		if o.Version == "" {
			return add(o)
		}
		if listed = append(listed, o); len(listed) < knownObjects {
			return nil
		}
		return check()
	})
	if err = errors.Join(err, ctx.Err()); err != nil {
		return err
	}
	if err := check(); err != nil {
		return err
	}
	return send()
}

// unknown leaves out the objects whose version is in, and counts them.
func (in *Intake) unknown(ctx context.Context, objects []source.Object) (left []source.Object, err error) {
	if len(objects) == 0 {
		return nil, nil
	}
	versions := make([]ledger.Version, len(objects))
	for i, o := range objects {
		versions[i] = ledger.Version{Source: o.Source, Name: o.Name, Version: o.Version}
	}
	known, err := in.cfg.Ledger.Known(ctx, versions)
	if err != nil {
		return nil, err
	}
	for i, o := range objects {
		if known[i].ID == 0 {
			left = append(left, o)
			continue
		}
		in.told(ObjectRead{Object: o, Duplicate: true, Known: true})
		in.progress.Objects.Add(1)
		in.progress.Skipped.Add(o.Size)
		in.progress.DuplicateObjects.Add(1)
		in.progress.Records.Add(int64(known[i].Whole))
		in.progress.Duplicates.Add(int64(known[i].Whole))
	}
	return left, nil
}

// fetched is an object whose bytes were hashed.
type fetched struct {
	source.Object
	sum  ledger.Hash
	data []byte   // whole content of a small object
	file *os.File // spooled content of a large remote object
	prev ledger.Object

	done chan struct{} // closed when the object is here or err is set; nil: nobody fetches it
	err  error
	held func() // gives its share of the bytes ahead back; may be nil
}

// ahead fetches remote objects before a worker asks for them, many side by side.
// What is here and not decoded yet is bounded by Config.Ahead: the shares are
// taken in the order of the objects, so that the group a worker waits for always
// has its own.
func (in *Intake) ahead(ctx context.Context, listed <-chan []source.Object, out chan<- []*fetched) error {
	bytes, requests := semaphore.NewWeighted(in.cfg.Ahead), semaphore.NewWeighted(fetches)
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		for group := range listed {
			objects := make([]*fetched, len(group))
			for i, o := range group {
				f := &fetched{Object: o}
				objects[i] = f
				if !o.Remote {
					continue
				}
				share := min(max(o.Size, 1), in.cfg.Ahead)
				if err := errors.Join(bytes.Acquire(ctx, share), requests.Acquire(ctx, 1)); err != nil {
					return err
				}
				in.progress.Ahead.Add(share)
				f.done, f.held = make(chan struct{}), func() { bytes.Release(share); in.progress.Ahead.Add(-share) }
				g.Go(func() error {
					defer requests.Release(1)
					defer close(f.done)
					f.err = in.fetch(ctx, f)
					return nil
				})
			}
			select {
			case out <- objects:
			case <-ctx.Done():
				free(objects)
				return ctx.Err()
			}
		}
		return nil
	})
	return g.Wait()
}

// ready waits for the objects of a group, and fetches those that nobody does.
// What could not be read is left out.
func (in *Intake) ready(ctx context.Context, group []*fetched) (objects []*fetched, err error) {
	for _, f := range group {
		switch {
		case f.done == nil:
			f.err = in.fetch(ctx, f)
		default:
			select {
			case <-f.done:
			case <-ctx.Done():
				return nil, ctx.Err()
			}
		}
		ok, err := in.readable(ctx, f)
		if err != nil {
			return nil, err
		}
		if ok {
			objects = append(objects, f)
		}
	}
	return objects, nil
}

// readable lets go of an object that could not be read.
func (in *Intake) readable(ctx context.Context, f *fetched) (bool, error) {
	if f.err == nil || ctx.Err() != nil {
		return f.err == nil, ctx.Err()
	}
	if errors.Is(f.err, source.ErrGone) {
		in.progress.Gone.Add(1)
		in.cfg.Log.Info("object was gone before it was read", "object", f.Name)
	} else {
		in.failed(f.Name, f.err)
	}
	in.told(ObjectRead{Object: f.Object, Err: f.err, Unread: true})
	in.progress.Objects.Add(1)
	f.free()
	return false, nil
}

// fetch reads and hashes an object; one that is replaced meanwhile is read anew.
func (in *Intake) fetch(ctx context.Context, f *fetched) (err error) {
	for range 5 {
		if err = in.fetchOnce(ctx, f); !errors.Is(err, source.ErrReplaced) {
			return err
		}
		f.drop()
	}
	return err
}

// fetchOnce keeps a small object in memory for decoding, a large remote one in
// the spool folder; others are opened again.
func (in *Intake) fetchOnce(ctx context.Context, f *fetched) error {
	r, err := f.Open(ctx)
	if err != nil {
		return err
	}
	defer r.Close()
	h := sha256.New()
	switch {
	case f.Size >= 0 && f.Size <= groupBytes:
		buf := bytes.NewBuffer(make([]byte, 0, f.Size+512))
		if _, err := io.Copy(buf, &cancelled{ctx, r}); err != nil {
			return err
		}
		f.data = buf.Bytes()
		f.Size = int64(len(f.data))
		h.Write(f.data)
	case f.Remote:
		if err := in.spool(ctx, f, io.TeeReader(r, h)); err != nil {
			return err
		}
	default:
		if f.Size, err = io.Copy(h, &cancelled{ctx, r}); err != nil {
			return err
		}
	}
	if v, ok := r.(source.Versioned); ok {
		f.Version = v.Version()
	}
	f.sum = ledger.Hash(h.Sum(nil))
	return in.grown(ctx, f)
}

// spool keeps the bytes of a large object on the disk, so that they are fetched
// once. The file has no name, so nothing is left when the process dies.
func (in *Intake) spool(ctx context.Context, f *fetched, r io.Reader) (err error) {
	dir := filepath.Join(in.cfg.Dir, "spool")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("spool object: %w", err)
	}
	w, err := os.CreateTemp(dir, "object-*")
	if err != nil {
		return fmt.Errorf("spool object: %w", err)
	}
	f.file = w
	if err := os.Remove(w.Name()); err != nil {
		return fmt.Errorf("spool object: %w", err)
	}
	f.Size, err = io.Copy(w, &cancelled{ctx, r})
	return err
}

// grown looks whether the object is one that is in already, with more behind
// it: then only what is new is taken. One that is not read to its end is read on, as
// soon as nobody has it in hands: from the start, its rows would be there twice.
func (in *Intake) grown(ctx context.Context, f *fetched) error {
	f.prev = ledger.Object{}
	prev, ok, err := in.cfg.Ledger.Previous(ctx, f.Source, f.Name)
	if err != nil || !ok || prev.Size == 0 || prev.Size >= uint64(f.Size) || prev.State == ledger.Forgetting {
		return err
	}
	r, err := f.open(ctx)
	if err != nil {
		return err
	}
	defer r.Close()
	h := sha256.New()
	if _, err := io.CopyN(h, &cancelled{ctx, r}, int64(prev.Size)); err != nil {
		return err
	}
	if ledger.Hash(h.Sum(nil)) == prev.SHA256 {
		f.prev = prev
	}
	return nil
}

func (f *fetched) open(ctx context.Context) (io.ReadCloser, error) {
	switch {
	case f.data != nil:
		return io.NopCloser(bytes.NewReader(f.data)), nil
	case f.file != nil:
		return io.NopCloser(io.NewSectionReader(f.file, 0, f.Size)), nil
	}
	return f.Open(ctx)
}

// drop lets go of the bytes.
func (f *fetched) drop() {
	f.data = nil
	if f.file != nil {
		f.file.Close()
		f.file = nil
	}
}

// free lets go of the bytes and of their share.
func (f *fetched) free() {
	f.drop()
	if f.held != nil {
		f.held()
		f.held = nil
	}
}

func free(objects []*fetched) {
	for _, f := range objects {
		if f.done != nil {
			<-f.done
		}
		f.free()
	}
}
