package s3

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/weir-flow/weir/internal/source"
)

var (
	// ErrNoBucket: there is no bucket of that name.
	ErrNoBucket = errors.New("there is no such bucket")
	// ErrArchived: the object is in a class that has to be restored before it is read.
	ErrArchived = errors.New("the object is archived (Glacier)")
	// ErrCredentials: there are none, they have expired, or they are refused.
	ErrCredentials = errors.New("no valid AWS credentials")
)

// AccessError says which permission is missing.
type AccessError struct {
	Path       string // what was asked for, s3://bucket/key or prefix
	Source     string // the path of the source it belongs to
	Permission string // "s3:GetObject"
	Resource   string // ARN
	Principal  string // who asked; empty when that is not known
	Err        error
}

func (e *AccessError) Error() string {
	who := e.Principal
	if who == "" {
		who = "the credentials in use"
	}
	return fmt.Sprintf("access to %s denied: %s may not %s on %s", e.Path, who, e.Permission, e.Resource)
}

func (e *AccessError) Unwrap() error { return e.Err }

var (
	userIs       = regexp.MustCompile(`[Uu]ser: (arn:\S+)`)
	permissionIs = regexp.MustCompile(`perform: ([a-z0-9-]+:[A-Za-z]+)`)
	resourceIs   = regexp.MustCompile(`resource: "?(arn:[^\s"]+)`)
)

// explain says in a person's words what a request came to.
func (s *Source) explain(ctx context.Context, doing, key string, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	path := Scheme + s.bucket + "/" + key
	wrap := func(sentinel error) error { return fmt.Errorf("%s %s: %w: %s", doing, path, sentinel, reason(err)) }
	var api smithy.APIError
	var bad *smithyhttp.ResponseError
	code, status, said := "", 0, ""
	if errors.As(err, &bad) {
		status = bad.HTTPStatusCode()
	}
	if errors.As(err, &api) {
		code, said = api.ErrorCode(), api.ErrorMessage()
	}
	if role := s.client.cfg.RoleARN; role != "" && assumes(err) && (status == http.StatusForbidden || code == "AccessDenied") {
		return &AccessError{Path: path, Source: s.Path(), Permission: "sts:AssumeRole", Resource: role, Principal: match(userIs, said), Err: err}
	}
	switch {
	case strings.Contains(err.Error(), "get identity: ") && !assumes(err): // whatever a provider of them answered
		return wrap(ErrCredentials)
	case code == "NoSuchBucket":
		return wrap(ErrNoBucket)
	case code == "InvalidObjectState":
		return wrap(ErrArchived)
	case code == "PreconditionFailed" || status == http.StatusPreconditionFailed:
		return wrap(source.ErrReplaced)
	case code == "NoSuchKey" || status == http.StatusNotFound && doing == "read":
		return wrap(source.ErrGone)
	case code == "ExpiredToken", code == "InvalidAccessKeyId", code == "SignatureDoesNotMatch", code == "InvalidToken", code == "ExpiredTokenException", code == "InvalidClientTokenId":
		return wrap(ErrCredentials)
	case code == "AccessDenied" || status == http.StatusForbidden:
		return s.denied(ctx, doing, path, said, err)
	}
	return fmt.Errorf("%s %s: %w", doing, path, plain(err))
}

// denied names the permission: the one the answer names, or the one the request
// needs.
func (s *Source) denied(ctx context.Context, doing, path, said string, err error) error {
	e := &AccessError{
		Path: path, Source: s.Path(), Err: err,
		Permission: match(permissionIs, said), Resource: match(resourceIs, said), Principal: match(userIs, said),
	}
	if strings.Contains(said, "kms:Decrypt") || strings.Contains(strings.ToLower(said), "kms") && e.Permission == "" {
		e.Permission = "kms:Decrypt"
	}
	switch {
	case e.Permission != "":
	case doing == "list":
		e.Permission = "s3:ListBucket"
	default:
		e.Permission = "s3:GetObject"
	}
	if e.Resource == "" {
		switch e.Permission {
		case "s3:ListBucket":
			e.Resource = "arn:aws:s3:::" + s.bucket
		case "kms:Decrypt":
			e.Resource = "the key that encrypts it"
		default:
			e.Resource = "arn:aws:s3:::" + strings.TrimPrefix(path, Scheme)
		}
	}
	if e.Principal == "" {
		e.Principal = s.client.principal(ctx)
	}
	return e
}

// principal asks who we are; a server that is not Amazon's knows us by our key.
func (c *Client) principal(ctx context.Context) string {
	svc, err := c.connect()
	if err != nil {
		return ""
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	if c.cfg.Endpoint != "" {
		k, err := svc.aws.Credentials.Retrieve(ctx)
		if err != nil || len(k.AccessKeyID) < 8 {
			return ""
		}
		return "access key " + k.AccessKeyID[:4] + "…" + k.AccessKeyID[len(k.AccessKeyID)-4:]
	}
	me, err := sts.NewFromConfig(svc.aws).GetCallerIdentity(ctx, nil)
	if err != nil {
		return ""
	}
	return aws.ToString(me.Arn)
}

// regionOf is the region that a server says a bucket is in, "" when the answer is
// about something else.
func regionOf(err error) string {
	var bad *smithyhttp.ResponseError
	if !errors.As(err, &bad) || bad.Response == nil {
		return ""
	}
	switch bad.HTTPStatusCode() {
	case http.StatusMovedPermanently, http.StatusTemporaryRedirect, http.StatusBadRequest, http.StatusForbidden:
		return bad.Response.Header.Get("X-Amz-Bucket-Region")
	}
	return ""
}

// assumes reports whether it was the role that could not be taken.
func assumes(err error) bool {
	for ; err != nil; err = errors.Unwrap(err) {
		if op, ok := err.(*smithy.OperationError); ok && op.ServiceID == "STS" { //nolint:errorlint // each link of the chain
			return true
		}
	}
	return false
}

// plain leaves out what the SDK says of itself; the chain stays.
func plain(err error) error { return &short{reason(err), err} }

type short struct {
	text string
	err  error
}

func (s *short) Error() string { return s.text }
func (s *short) Unwrap() error { return s.err }

// reason is what the server, or the way to it, said.
func reason(err error) string {
	var api smithy.APIError
	var sent *url.Error
	var bad *smithyhttp.ResponseError
	var op *smithy.OperationError
	switch {
	case errors.As(err, &api) && api.ErrorMessage() != "":
		return strings.TrimSuffix(api.ErrorMessage(), ".") + " (" + api.ErrorCode() + ")"
	case errors.As(err, &sent):
		return sent.Err.Error()
	case errors.As(err, &bad) && bad.HTTPStatusCode() != 0:
		return "the server answers " + strconv.Itoa(bad.HTTPStatusCode()) + " " + http.StatusText(bad.HTTPStatusCode())
	case errors.As(err, &op):
		return op.Err.Error()
	}
	return err.Error()
}

func match(re *regexp.Regexp, text string) string {
	if m := re.FindStringSubmatch(text); m != nil {
		return strings.TrimRight(m[1], ".,")
	}
	return ""
}

// refusals notices a bucket whose objects may all not be read, so that a million
// of them are not asked for one by one.
type refusals struct {
	mu     sync.Mutex
	denied int // in a row from the first
	opened bool
	err    error
}

const refused = 16

func (r *refusals) note(err error) {
	var access *AccessError
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case err == nil:
		r.opened = true
	case errors.As(err, &access), errors.Is(err, ErrCredentials):
		r.denied++
		r.err = err
	}
}

// reset lets a new listing try again.
func (r *refusals) reset() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.denied, r.opened, r.err = 0, false, nil
}

// verdict is the error of a bucket that has let nothing be read.
func (r *refusals) verdict() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.opened || r.denied < refused {
		return nil
	}
	return r.err
}
