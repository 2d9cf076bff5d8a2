// Package s3 lists and reads the objects of buckets: Amazon's, and those of
// servers that speak its protocol.
//
// A path s3://bucket/prefix means, as with folders, the object of that key or
// what is below it; where there is neither, every key that begins so. Below a
// folder AWSLogs only flow logs are listed, account by account and region by
// region, and where keys hold the day only the days asked for (see [Source]).
//
// Requests that fail by chance (throttling, 5xx, connections that break off,
// bodies cut short) are tried again with growing pauses; an object is read on
// from where its body broke off, as long as it is the same one.
package s3

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/ratelimit"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/aws/smithy-go/logging"

	"github.com/weir-flow/weir/internal/source"
)

// Config says how buckets are reached. The zero value is Amazon's S3 with the
// default credential chain: environment, configuration files, container or
// instance role.
type Config struct {
	Profile  string // of the AWS configuration files
	RoleARN  string // role to assume with those credentials
	Endpoint string // URL of another server, addressed by path; empty: $AWS_ENDPOINT_URL_S3, else AWS
	Region   string // empty: as configured, else us-east-1; a bucket elsewhere says where it is

	Since, Until time.Time // records wanted, [Since, Until); zero: no bound

	Retries int           // of one request; 0: 9
	Pause   time.Duration // longest between two tries; 0: 20 s
	Stall   time.Duration // a body that gives nothing for so long is asked for anew; 0: 30 s

	Log *slog.Logger // nil: silent
}

// Scheme begins the paths of this package.
const Scheme = "s3://"

// ErrPath is wrapped by [Split] and [Client.Source] for what is no path into a
// bucket.
var ErrPath = errors.New("not of the form s3://bucket/prefix")

// Split takes a path apart.
func Split(path string) (bucket, prefix string, err error) {
	rest, ok := strings.CutPrefix(path, Scheme)
	bucket, prefix, _ = strings.Cut(rest, "/")
	if !ok || bucket == "" || strings.ContainsAny(bucket, "*? ") {
		return "", "", fmt.Errorf("path %q: %w", path, ErrPath)
	}
	return bucket, prefix, nil
}

// Client is what the sources of one configuration share: credentials,
// connections, and which region a bucket is in. It is safe for concurrent use.
type Client struct {
	cfg     Config
	connect func() (*server, error)
	reached atomic.Bool // the server has answered

	mu      sync.Mutex
	regions map[string]string // of buckets that are not in the configured one
}

// server is an open way to one.
type server struct {
	*s3.Client
	aws aws.Config
}

// New returns a client. It reads no configuration and asks nobody yet.
func New(cfg Config) *Client {
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.Retries <= 0 {
		cfg.Retries = 9
	}
	if cfg.Pause <= 0 {
		cfg.Pause = 20 * time.Second
	}
	if cfg.Stall <= 0 {
		cfg.Stall = 30 * time.Second
	}
	for _, name := range []string{"AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"} {
		if cfg.Endpoint == "" {
			cfg.Endpoint = os.Getenv(name)
		}
	}
	c := &Client{cfg: cfg, regions: map[string]string{}}
	c.connect = sync.OnceValues(c.dial)
	return c
}

// dial loads the AWS configuration. It outlives any one request, so it is not
// bound to a caller's context.
func (c *Client) dial() (*server, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	options := []func(*config.LoadOptions) error{
		config.WithLogger(logging.Nop{}),
		config.WithRetryer(c.retryer),
		config.WithHTTPClient(awshttp.NewBuildableClient().WithTransportOptions(func(t *http.Transport) {
			t.MaxIdleConnsPerHost = 64
			t.ResponseHeaderTimeout = c.cfg.Stall
		})),
	}
	if c.cfg.Profile != "" {
		options = append(options, config.WithSharedConfigProfile(c.cfg.Profile))
	}
	if c.cfg.Region != "" {
		options = append(options, config.WithRegion(c.cfg.Region))
	}
	cfg, err := config.LoadDefaultConfig(ctx, options...)
	if err != nil {
		return nil, fmt.Errorf("load AWS configuration: %w", err)
	}
	if cfg.Region == "" {
		cfg.Region = "us-east-1"
	}
	if c.cfg.RoleARN != "" {
		role := stscreds.NewAssumeRoleProvider(sts.NewFromConfig(cfg), c.cfg.RoleARN, func(o *stscreds.AssumeRoleOptions) {
			o.RoleSessionName = "weir"
		})
		cfg.Credentials = aws.NewCredentialsCache(role)
	}
	return &server{aws: cfg, Client: s3.NewFromConfig(cfg, func(o *s3.Options) {
		o.DisableLogOutputChecksumValidationSkipped = true
		if c.cfg.Endpoint != "" {
			o.BaseEndpoint, o.UsePathStyle = aws.String(c.cfg.Endpoint), true
		}
	})}, nil
}

// retryer tries again without an account of how much trouble there was before:
// requests are few at a time, and pauses grow.
func (c *Client) retryer() aws.Retryer {
	return retry.NewStandard(func(o *retry.StandardOptions) {
		o.MaxAttempts, o.MaxBackoff, o.RateLimiter = c.cfg.Retries+1, c.cfg.Pause, ratelimit.None
		o.Backoff = retry.NewExponentialJitterBackoff(c.cfg.Pause)
		// Nobody wants to wait for a server that is misspelled.
		stranger := retry.IsErrorRetryableFunc(func(err error) aws.Ternary {
			var dial *net.OpError
			if errors.As(err, &dial) && dial.Op == "dial" && !c.reached.Load() {
				return aws.FalseTernary
			}
			return aws.UnknownTernary
		})
		o.Retryables = append(append([]retry.IsErrorRetryable{stranger}, o.Retryables...),
			retry.RetryableHTTPStatusCode{Codes: map[int]struct{}{http.StatusTooManyRequests: {}, http.StatusRequestTimeout: {}}},
			retry.RetryableErrorCode{Codes: map[string]struct{}{"RequestTimeout": {}, "InternalError": {}, "SlowDown": {}, "OperationAborted": {}}})
	})
}

// in sends requests for a bucket to its region.
func (c *Client) in(bucket string) func(*s3.Options) {
	c.mu.Lock()
	defer c.mu.Unlock()
	region := c.regions[bucket]
	return func(o *s3.Options) {
		if region != "" {
			o.Region = region
		}
	}
}

// moved notes the region that the answer to a request names, and reports whether
// to ask there.
func (c *Client) moved(bucket string, err error) bool {
	region := regionOf(err)
	if region == "" {
		return false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.regions[bucket] == region {
		return false
	}
	c.regions[bucket] = region
	c.cfg.Log.Debug("bucket is in another region", "bucket", bucket, "region", region)
	return true
}

// call asks something of a bucket, in its region.
func call[T any](ctx context.Context, c *Client, bucket string, ask func(*s3.Client, func(*s3.Options)) (T, error)) (out T, err error) {
	svc, err := c.connect()
	if err != nil {
		return out, err
	}
	for range 3 {
		if out, err = ask(svc.Client, c.in(bucket)); err == nil {
			c.reached.Store(true)
			break
		}
		if ctx.Err() != nil || !c.moved(bucket, err) {
			break
		}
	}
	return out, err
}

// Source is one path into a bucket.
//
// Keys of these forms are recognised; others are listed whole. With Since or
// Until only day prefixes in that range are listed, and of their objects only
// those whose key gives a time in it; where keys give no day, only those that
// were changed since.
//
//	AWSLogs/[o-<org>/]<account>/vpcflowlogs/<region>/YYYY/MM/DD/[HH/]
//	AWSLogs/aws-account-id=<a>/aws-service=vpcflowlogs/aws-region=<r>/year=YYYY/month=MM/day=DD/[hour=HH/]
//	YYYY/MM/DD/[HH/], year=YYYY/month=MM/day=DD/[hour=HH/]
type Source struct {
	client         *Client
	bucket, prefix string
	since, until   time.Time

	refusals refusals
}

var _ source.Source = (*Source)(nil)

// Source returns the source of a path. It asks nobody yet.
func (c *Client) Source(path string) (*Source, error) {
	bucket, prefix, err := Split(path)
	if err != nil {
		return nil, err
	}
	return &Source{client: c, bucket: bucket, prefix: prefix, since: c.cfg.Since, until: c.cfg.Until}, nil
}

// Path is what the source was made of.
func (s *Source) Path() string { return Scheme + s.bucket + "/" + s.prefix }

// Objects implements [source.Source]. Objects come in the order of their keys,
// page by page as they are listed; their Version is the entity tag with the
// size. Folder markers and empty objects are left out.
func (s *Source) Objects(ctx context.Context, yield func(source.Object) error) error {
	s.refusals.reset()
	runs, err := s.planner().root(ctx)
	if err != nil {
		return err
	}
	return s.list(ctx, runs, func(_ int, e *entry) error { return s.yield(e, yield) })
}

// yield hands an object out, unless the bucket refuses to give any.
func (s *Source) yield(e *entry, yield func(source.Object) error) error {
	if err := s.refusals.verdict(); err != nil {
		return err
	}
	return yield(source.Object{
		Source: "s3", Name: Scheme + s.bucket + "/" + e.key, Size: e.size, Modified: e.modified,
		Version: version(e.etag, e.modified, e.size), Remote: true,
		Open: s.opener(e.key),
	})
}

// version tells contents of a key apart. An entity tag is the MD5 of the content,
// or of its parts; servers that give none have the time of change, in seconds as
// the answer to a read has it.
func version(etag string, modified time.Time, size int64) string {
	if etag = strings.Trim(etag, `"`); etag == "" {
		if modified.IsZero() {
			return ""
		}
		etag = strconv.FormatInt(modified.Unix(), 10)
	}
	return fmt.Sprintf("%s %d", etag, size)
}
