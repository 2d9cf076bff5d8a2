package s3

import (
	"context"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"golang.org/x/sync/errgroup"
)

// entry is what of a listed object is kept: pages of it wait for the reader.
type entry struct {
	key, etag string
	size      int64
	modified  time.Time
}

// run is a stretch of keys to list.
type run struct {
	prefix  string
	after   string // only keys behind this one
	upTo    string // only keys before this one; empty: all
	exact   bool   // only the object of this key
	shallow bool   // only objects, not what is in folders below
	dated   bool   // the prefix names a day, or part of the time
}

const (
	listings  = 8 // runs listed side by side
	pageAhead = 1 // pages of a run that wait for the reader
)

// list lists runs side by side and hands out their objects in order, each with
// the index of its run.
func (s *Source) list(ctx context.Context, runs []run, yield func(run int, e *entry) error) error {
	g, ctx := errgroup.WithContext(ctx)
	pages := make([]chan []entry, len(runs))
	for i := range pages {
		pages[i] = make(chan []entry, pageAhead)
	}
	g.Go(func() error {
		listing, ctx := errgroup.WithContext(ctx)
		listing.SetLimit(listings)
		for i := range runs {
			if ctx.Err() != nil {
				break
			}
			listing.Go(func() error {
				defer close(pages[i])
				return s.pages(ctx, &runs[i], func(page []entry) error {
					select {
					case pages[i] <- page:
						return nil
					case <-ctx.Done():
						return ctx.Err()
					}
				})
			})
		}
		return listing.Wait()
	})
	g.Go(func() error {
		for n, in := range pages {
			for more := true; more; {
				var page []entry
				select {
				case page, more = <-in:
				case <-ctx.Done():
					return ctx.Err()
				}
				for i := range page {
					if err := yield(n, &page[i]); err != nil {
						return err
					}
				}
			}
		}
		return nil
	})
	return g.Wait()
}

// pages lists the objects of a run that are wanted.
func (s *Source) pages(ctx context.Context, r *run, hand func([]entry) error) error {
	in := s3.ListObjectsV2Input{Bucket: &s.bucket, Prefix: &r.prefix}
	if r.after != "" {
		in.StartAfter = &r.after
	}
	if r.shallow {
		in.Delimiter = aws.String("/")
	}
	if r.exact {
		in.MaxKeys = aws.Int32(1) // of all keys that begin so it is the first
	}
	for {
		out, err := s.page(ctx, &in)
		if err != nil {
			return err
		}
		page, done := make([]entry, 0, len(out.Contents)), r.exact
		for i := range out.Contents {
			o := &out.Contents[i]
			e := entry{key: aws.ToString(o.Key), etag: aws.ToString(o.ETag), size: aws.ToInt64(o.Size), modified: aws.ToTime(o.LastModified)}
			if r.upTo != "" && e.key >= r.upTo {
				done = true
				break
			}
			if e.size > 0 && s.wanted(&e, r) {
				page = append(page, e)
			}
		}
		if len(page) > 0 {
			if err := hand(page); err != nil {
				return err
			}
		}
		if done || !aws.ToBool(out.IsTruncated) || aws.ToString(out.NextContinuationToken) == "" {
			return nil
		}
		in.ContinuationToken = out.NextContinuationToken
	}
}

// page gets one page of a listing.
func (s *Source) page(ctx context.Context, in *s3.ListObjectsV2Input) (*s3.ListObjectsV2Output, error) {
	out, err := call(ctx, s.client, s.bucket, func(c *s3.Client, region func(*s3.Options)) (*s3.ListObjectsV2Output, error) {
		return c.ListObjectsV2(ctx, in, region)
	})
	if err != nil {
		return nil, s.explain(ctx, "list", aws.ToString(in.Prefix), err)
	}
	return out, nil
}

// A file is dated by the end of its five minutes, or somewhere in them; it may
// hold records of an interval that began before, or that were logged late.
const (
	early    = 10 * time.Minute
	delivery = 2 * time.Hour
)

// writeTest is what CloudWatch Logs leaves beside an export, to see whether it may.
const writeTest = "aws-logs-write-test"

// wanted reports whether an object may hold records of the range.
func (s *Source) wanted(e *entry, r *run) bool {
	switch {
	case r.exact:
		return e.key == r.prefix
	case strings.HasSuffix(e.key, "/"), strings.HasSuffix(e.key, "/"+writeTest):
		return false
	}
	// Nothing is in a file before it happens.
	if !s.since.IsZero() && !e.modified.IsZero() && e.modified.Before(s.since) {
		return false
	}
	at := timeOf(e.key)
	if at.IsZero() {
		return true
	}
	if !s.since.IsZero() && at.Before(s.since.Add(-early)) {
		return false
	}
	return s.until.IsZero() || at.Before(s.until.Add(delivery))
}

// timeOf is the time in the name of a flow log file, zero when there is none:
// <account>_vpcflowlogs_<region>_<flow log>_<YYYYMMDDTHHMMZ>_<hash>.log.gz
func timeOf(key string) time.Time {
	parts := strings.Split(key[strings.LastIndexByte(key, '/')+1:], "_")
	if len(parts) < 5 {
		return time.Time{}
	}
	t, _ := time.Parse("20060102T1504Z", parts[4])
	return t
}
