package daemon

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/source"
	"github.com/weir-flow/weir/internal/source/file"
	"github.com/weir-flow/weir/internal/source/s3"
)

// BucketConfig says how buckets are reached and which of their objects are
// meant.
type BucketConfig = s3.Config

// Paths is one source of all that some PATH arguments name: files, folders,
// globs, standard input and buckets.
type Paths struct {
	files   *file.Files
	buckets []bucket
	spool   string // standard input; removed by Close

	objects, bytes atomic.Int64
	listing        atomic.Bool // there are more to come than objects tells
}

var _ source.Source = (*Paths)(nil)

// bucket is a path into one; where it was asked for, there has to be something.
type bucket struct {
	*s3.Source
	asked bool
}

// ErrNoObjects is wrapped by [Paths.Objects] when a bucket holds nothing of what
// was asked for.
var ErrNoObjects = errors.New("no objects there")

// IsBucket reports whether a path leads into a bucket, s3://bucket/prefix.
func IsBucket(path string) bool { return strings.HasPrefix(path, s3.Scheme) }

// OpenPaths resolves paths; "-" is in, which is spooled into the folder first.
// Files and folders are listed now, buckets when they are read. The caller
// closes it.
func OpenPaths(ctx context.Context, paths []string, in io.Reader, spool string, cfg BucketConfig) (*Paths, error) {
	return openPaths(ctx, paths, nil, in, spool, cfg)
}

// openPaths also takes names of objects that are read if they are still there.
func openPaths(ctx context.Context, paths, left []string, in io.Reader, spool string, cfg BucketConfig) (_ *Paths, err error) {
	p := &Paths{}
	defer func() {
		if err != nil {
			err = errors.Join(err, p.Close())
		}
	}()
	client := s3.New(cfg)
	var names []string
	for _, path := range slices.Concat(left, paths) {
		switch {
		case IsBucket(path):
			src, err := client.Source(path)
			if err != nil {
				return nil, err
			}
			p.buckets = append(p.buckets, bucket{src, slices.Contains(paths, path)})
		case path == "-" && p.spool == "":
			if _, p.spool, err = file.Spool(ctx, in, spool); err != nil {
				return nil, err
			}
			names = append(names, p.spool)
		case path != "-":
			names = append(names, path)
		}
	}
	if p.files, err = file.New(names); err != nil {
		return nil, err
	}
	p.objects.Store(int64(p.files.Len()))
	p.bytes.Store(p.files.Bytes())
	p.listing.Store(len(p.buckets) > 0)
	return p, nil
}

// Size tells how many objects there are and how many bytes they have; whole is
// false while a bucket is still being listed and there may be more.
func (p *Paths) Size() (objects, bytes int64, whole bool) {
	whole = !p.listing.Load()
	return p.objects.Load(), p.bytes.Load(), whole
}

// Objects implements [source.Source]: files first, then each bucket.
func (p *Paths) Objects(ctx context.Context, yield func(source.Object) error) error {
	if err := p.files.Objects(ctx, yield); err != nil {
		return err
	}
	for _, b := range p.buckets {
		found := false
		err := b.Objects(ctx, func(o source.Object) error {
			found = true
			p.objects.Add(1)
			p.bytes.Add(o.Size)
			return yield(o)
		})
		if err == nil && !found && b.asked {
			err = fmt.Errorf("read %s: %w", b.Path(), ErrNoObjects)
		}
		if err != nil {
			return err
		}
	}
	p.listing.Store(false)
	return nil
}

// Close removes what was spooled.
func (p *Paths) Close() error {
	if p.spool == "" {
		return nil
	}
	return os.Remove(p.spool)
}

// unfinished lists paths of objects that an earlier intake was cut off in: files
// that are still there, and objects of the buckets that are among paths, as only
// for these it is known how they are reached.
func (l *Lookup) unfinished(ctx context.Context, paths []string) ([]string, error) {
	objects, err := interrupted(ctx, l.Ledger)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, o := range objects {
		if readable(&o, paths) {
			names = append(names, o.Name)
		}
	}
	return names, nil
}

func readable(o *ledger.Object, paths []string) bool {
	if !IsBucket(o.Name) {
		info, err := os.Stat(o.Name)
		return err == nil && uint64(info.Size()) >= o.Size
	}
	bucket, _, _ := s3.Split(o.Name)
	for _, path := range paths {
		if name, _, err := s3.Split(path); err == nil && name == bucket {
			return true
		}
	}
	return false
}

func (l *Lookup) spoolDir() string { return filepath.Join(l.Dir, "spool") }

// BucketPolicy returns the IAM policy, as JSON, that reading and watching a path
// needs and no more. kmsKey is the ARN of the key that encrypts the objects, if
// there is one; region tells the partition.
func BucketPolicy(path, kmsKey, region string) (string, error) {
	p, err := s3.PolicyFor(path, kmsKey, region)
	if err != nil {
		return "", err
	}
	return p.String(), nil
}
