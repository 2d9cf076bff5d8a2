package s3

import (
	"context"
	"path"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"
)

// level is what the folders of a prefix mean.
type level int

const (
	other   level = iota // nothing we know
	logs                 // AWSLogs/: organizations and accounts
	org                  // o-<id>/: accounts
	account              // services
	service              // regions
	region               // years
	month                // a year: months
	day                  // a month: days
	hour                 // a day: all below is of that day
	foreign              // logs of another service
)

// below is the level inside a folder that lies on level l.
func (l level) below(folder string) level {
	key, value, hive := strings.Cut(folder, "=")
	if !hive {
		key, value = "", folder
	}
	switch {
	case folder == "AWSLogs":
		return logs
	case l == logs && strings.HasPrefix(folder, "o-"):
		return org
	case (l == logs || l == org) && (isDigits(value, 12) && !hive || key == "aws-account-id"):
		return account
	case l == account && (!hive || key == "aws-service"):
		if strings.Contains(value, "flowlogs") {
			return service
		}
		return foreign
	case l == service && (!hive || key == "aws-region"):
		return region
	case (l == other || l == region) && isDigits(value, 4) && (!hive || key == "year") && (value[:2] == "19" || value[:2] == "20"):
		return month
	case l == month && isDigits(value, 2) && (!hive || key == "month"):
		return day
	case l == day && isDigits(value, 2) && (!hive || key == "day"):
		return hour
	case l == hour:
		return hour
	}
	return other
}

func isDigits(s string, n int) bool { return len(s) == n && strings.Trim(s, "0123456789") == "" }

// levelOf is what the folders of a whole prefix, which ends in / or is empty,
// come to.
func levelOf(prefix string) level {
	l := other
	for folder := range strings.SplitSeq(strings.TrimSuffix(prefix, "/"), "/") {
		l = l.below(folder)
	}
	return l
}

// planner turns a path into the runs to list.
type planner struct {
	s    *Source
	asks *semaphore.Weighted // listings at once

	// from and to are the days of key prefixes wanted, zero without a bound.
	from, to time.Time
}

const (
	// strangeFolders is how many folders that say nothing are looked into for
	// flow logs below; where there are more the prefix is listed as it is.
	strangeFolders = 100
	// strangeDepth is how deep that goes.
	strangeDepth = 2
)

// planner returns the planner of the source's range.
func (s *Source) planner() *planner {
	p := &planner{s: s, asks: semaphore.NewWeighted(listings)}
	if !s.since.IsZero() {
		p.from = s.since.Add(-early).UTC().Truncate(24 * time.Hour)
	}
	if !s.until.IsZero() {
		p.to = s.until.Add(delivery).UTC().Truncate(24 * time.Hour)
	}
	return p
}

// root finds out how the keys are laid out, by listing folders only. It takes the
// path as a person means it: an object, a folder, or the beginning of keys.
func (p *planner) root(ctx context.Context) ([]run, error) {
	prefix := p.s.prefix
	if prefix == "" || strings.HasSuffix(prefix, "/") {
		return p.named(ctx, prefix)
	}
	// The keys "a" and "a/..." may be behind others, "a-b": asked for by name.
	var exact, below bool
	g, gctx := errgroup.WithContext(ctx)
	look := func(prefix string, found *bool) {
		g.Go(func() error {
			out, err := p.s.page(gctx, &s3.ListObjectsV2Input{Bucket: &p.s.bucket, Prefix: &prefix, MaxKeys: aws.Int32(1)})
			if err == nil && len(out.Contents) > 0 {
				*found = prefix != p.s.prefix || aws.ToString(out.Contents[0].Key) == prefix
			}
			return err
		})
	}
	look(prefix, &exact)
	look(prefix+"/", &below)
	if err := g.Wait(); err != nil {
		return nil, err
	}
	var runs []run
	if exact {
		runs = append(runs, run{prefix: prefix, exact: true})
	}
	if below {
		more, err := p.named(ctx, prefix+"/")
		return append(runs, more...), err
	}
	if !exact {
		runs = append(runs, run{prefix: prefix})
	}
	return runs, nil
}

// named returns the runs below a folder that somebody asked for.
func (p *planner) named(ctx context.Context, prefix string) ([]run, error) {
	l := levelOf(prefix)
	if l == foreign { // whoever names them wants them
		return []run{{prefix: prefix}}, nil
	}
	return p.folder(ctx, prefix, l, 0)
}

// folder returns the runs below a prefix.
func (p *planner) folder(ctx context.Context, prefix string, l level, strange int) ([]run, error) {
	unbounded := p.from.IsZero() && p.to.IsZero()
	switch {
	case l == foreign:
		p.s.client.cfg.Log.Debug("logs of another service are left out", "prefix", prefix)
		return nil, nil
	case l >= month:
		return p.timed(prefix), nil
	case l >= service && unbounded:
		return []run{{prefix: prefix}}, nil
	}
	folders, files, err := p.children(ctx, prefix, l == other)
	if err != nil {
		return nil, err
	}
	if len(folders) == 0 && files || folders == nil { // or too many to look into
		return []run{{prefix: prefix}}, nil
	}
	var runs []run
	if files {
		runs = append(runs, run{prefix: prefix, shallow: true})
	}
	below := make([][]run, len(folders))
	g, ctx := errgroup.WithContext(ctx)
	for i, folder := range folders {
		name := path.Base(folder)
		next := l.below(name)
		switch {
		case next == month:
			below[i] = p.timed(folder)
		case next == other && (l != other || strange == strangeDepth):
			below[i] = []run{{prefix: folder}}
		default:
			deeper := strange
			if next == other {
				deeper++
			}
			g.Go(func() (err error) {
				below[i], err = p.folder(ctx, folder, next, deeper)
				return err
			})
		}
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	for _, b := range below {
		runs = append(runs, b...)
	}
	return runs, nil
}

// children lists the folders directly below a prefix, and whether there are
// objects beside them. It returns nil when few is set and there are many.
func (p *planner) children(ctx context.Context, prefix string, few bool) (folders []string, files bool, err error) {
	if err := p.asks.Acquire(ctx, 1); err != nil {
		return nil, false, err
	}
	defer p.asks.Release(1)
	folders = []string{}
	in := s3.ListObjectsV2Input{Bucket: &p.s.bucket, Prefix: &prefix, Delimiter: aws.String("/")}
	for {
		out, err := p.s.page(ctx, &in)
		if err != nil {
			return nil, false, err
		}
		for _, c := range out.CommonPrefixes {
			folders = append(folders, aws.ToString(c.Prefix))
		}
		for _, o := range out.Contents {
			files = files || aws.ToString(o.Key) != prefix
		}
		if few && (len(folders) > strangeFolders || aws.ToBool(out.IsTruncated)) {
			return nil, files, nil
		}
		if !aws.ToBool(out.IsTruncated) || aws.ToString(out.NextContinuationToken) == "" {
			return folders, files, nil
		}
		in.ContinuationToken = out.NextContinuationToken
	}
}

// timed returns the run of a prefix that names a year, or more of the time: one
// stretch of keys, as keys that hold dates are in the order of time.
func (p *planner) timed(prefix string) []run {
	parent, year := yearOf(prefix)
	bound := func(t time.Time) string {
		if strings.HasPrefix(year, "year=") {
			return parent + t.Format("year=2006/month=01/day=02")
		}
		return parent + t.Format("2006/01/02")
	}
	r := run{prefix: prefix, dated: true}
	if !p.from.IsZero() {
		if first := bound(p.from); first > prefix {
			if !strings.HasPrefix(first, prefix) {
				return nil // all of it is older
			}
			r.after = first
		}
	}
	if !p.to.IsZero() {
		r.upTo = bound(p.to.AddDate(0, 0, 1))
		if r.upTo <= prefix {
			return nil
		}
	}
	return []run{r}
}

// yearOf splits a prefix at its folder of a year.
func yearOf(prefix string) (parent, year string) {
	l := other
	for at := 0; at < len(prefix); {
		end := at + strings.IndexByte(prefix[at:], '/') + 1
		if end == at {
			break
		}
		if l = l.below(prefix[at : end-1]); l == month {
			return prefix[:at], prefix[at : end-1]
		}
		at = end
	}
	return prefix, ""
}
