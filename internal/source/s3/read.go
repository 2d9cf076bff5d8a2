package s3

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"github.com/weir-flow/weir/internal/source"
)

// opener returns what opens an object.
func (s *Source) opener(key string) func(context.Context) (io.ReadCloser, error) {
	return func(ctx context.Context) (io.ReadCloser, error) {
		r := &reader{s: s, ctx: ctx, key: key, size: -1}
		err := r.ask()
		s.refusals.note(err)
		if err != nil {
			return nil, err
		}
		return r, nil
	}
}

// reader reads an object to its end, over as many bodies as it takes. All of
// them are of one version: a [source.ErrReplaced] says that there is another one
// now.
type reader struct {
	s   *Source
	ctx context.Context
	key string
	at  int64 // bytes read

	etag     string
	modified time.Time
	size     int64 // -1 unknown

	body  io.ReadCloser
	stop  context.CancelFunc // ends the body's request
	stall *time.Timer        // calls stop
	tries int                // bodies in a row that gave nothing
}

var _ source.Versioned = (*reader)(nil)

// Version implements [source.Versioned].
func (r *reader) Version() string { return version(r.etag, r.modified, r.size) }

// ask requests the object from where reading is.
func (r *reader) ask() error {
	in := s3.GetObjectInput{Bucket: &r.s.bucket, Key: &r.key}
	if r.at > 0 {
		in.Range = aws.String(fmt.Sprintf("bytes=%d-", r.at))
	}
	if r.etag != "" {
		in.IfMatch = &r.etag
	}
	ctx, stop := context.WithCancel(r.ctx)
	out, err := call(ctx, r.s.client, r.s.bucket, func(c *s3.Client, region func(*s3.Options)) (*s3.GetObjectOutput, error) {
		return c.GetObject(ctx, &in, region)
	})
	if err != nil {
		stop()
		return r.s.explain(r.ctx, "read", r.key, err)
	}
	etag := aws.ToString(out.ETag)
	switch {
	case r.etag != "" && etag != r.etag:
		err = fmt.Errorf("read %s: %w", Scheme+r.s.bucket+"/"+r.key, source.ErrReplaced)
	case r.at > 0 && !beginsAt(aws.ToString(out.ContentRange), r.at):
		err = fmt.Errorf("read %s from byte %d: the server sent another range", Scheme+r.s.bucket+"/"+r.key, r.at)
	}
	if err != nil {
		stop()
		out.Body.Close()
		return err
	}
	if r.at == 0 {
		r.etag, r.modified = etag, aws.ToTime(out.LastModified)
		if out.ContentLength != nil {
			r.size = *out.ContentLength
		}
	}
	r.body, r.stop = out.Body, stop
	r.stall = time.AfterFunc(r.s.client.cfg.Stall, stop)
	return nil
}

// beginsAt reads a Content-Range, "bytes 5-9/10".
func beginsAt(header string, at int64) bool {
	return strings.HasPrefix(header, "bytes "+strconv.FormatInt(at, 10)+"-")
}

// Read implements [io.Reader].
func (r *reader) Read(p []byte) (int, error) {
	for {
		if r.body == nil {
			if err := r.again(); err != nil {
				return 0, err
			}
		}
		r.stall.Reset(r.s.client.cfg.Stall)
		n, err := r.body.Read(p)
		r.at += int64(n)
		if n > 0 {
			r.tries = 0
		}
		if err == nil || err == io.EOF && (r.size < 0 || r.at == r.size) {
			return n, err
		}
		// Cut short, broken off or stalled: what came so far is good.
		r.drop()
		r.s.client.cfg.Log.Debug("body broke off", "object", r.key, "at", r.at, "of", r.size, "err", err)
		if r.at == r.size {
			return n, io.EOF
		}
		if n > 0 {
			return n, nil
		}
		if r.tries++; r.tries > r.s.client.cfg.Retries {
			if errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF
			}
			return 0, fmt.Errorf("read %s: broke off %d times at byte %d of %d: %w", Scheme+r.s.bucket+"/"+r.key, r.tries, r.at, r.size, err)
		}
	}
}

// again asks for the rest, after a pause that grows.
func (r *reader) again() error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	pause := min(r.s.client.cfg.Pause, 50*time.Millisecond<<min(r.tries, 12))
	select {
	case <-time.After(time.Duration(rand.Int64N(int64(pause) + 1))):
	case <-r.ctx.Done():
		return r.ctx.Err()
	}
	return r.ask()
}

func (r *reader) drop() {
	if r.body != nil {
		r.stall.Stop()
		r.stop()
		r.body.Close()
		r.body = nil
	}
}

// Close implements [io.Closer].
func (r *reader) Close() error {
	r.drop()
	return nil
}
