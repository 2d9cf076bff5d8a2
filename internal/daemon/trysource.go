package daemon

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/source"
	"github.com/weir-flow/weir/internal/source/file"
	"github.com/weir-flow/weir/internal/source/s3"
)

// tryTime is how long trying a source may take.
const tryTime = 40 * time.Second

// trySource lists a path and reads its first object, a step after the other.
func trySource(ctx context.Context, path string, o decode.Options, buckets BucketConfig) api.Trial {
	ctx, cancel := context.WithTimeoutCause(ctx, tryTime, fmt.Errorf("it did not answer in %s", tryTime))
	defer cancel()
	t := trial{api.Trial{Good: true, Steps: []api.TrialStep{}}}
	if IsBucket(path) {
		t.bucket(ctx, path, o, buckets)
	} else {
		t.files(ctx, path, o)
	}
	return t.Trial
}

// first returns the first object of a source; ok is false when there is none.
func first(ctx context.Context, src source.Source) (o source.Object, ok bool, err error) {
	err = src.Objects(ctx, func(one source.Object) error {
		o, ok = one, true
		return errSeen
	})
	if errors.Is(err, errSeen) {
		err = nil
	}
	return o, ok, err
}

func (t *trial) files(ctx context.Context, path string, o decode.Options) {
	var one source.Object
	found := false
	src, err := file.New([]string{path})
	if err == nil {
		one, found, err = first(ctx, src)
	}
	if err != nil && (errors.Is(err, fs.ErrNotExist) || errors.Is(err, file.ErrNothing)) {
		err = fmt.Errorf("nothing is there: %w", err)
	}
	switch {
	case err != nil:
		t.step("list", "List the files", "", "", err)
	case !found:
		t.step("list", "List the files", "", "no file is there yet; what comes is taken in", nil)
	default:
		t.step("list", "List the files", "", plural(int64(src.Len()), "file")+", the first is "+one.Name, nil)
		t.read(ctx, one, o, false)
		return
	}
	t.skipped("read", "Read a file", "", "there is none to read")
	t.skipped("decode", "Recognise its records", "", "there is none to read")
}

// The steps of a bucket, in the order in which they can fail.
const (
	titleCredentials = "Find credentials"
	titleRole        = "Assume the role"
	titleList        = "List the keys"
	titleRead        = "Read an object"
	titleDecrypt     = "Decrypt it"
	titleDecode      = "Recognise its records"
)

func (t *trial) bucket(ctx context.Context, path string, o decode.Options, cfg BucketConfig) {
	cfg.Retries, cfg.Pause, cfg.Stall = 1, time.Second, 15*time.Second
	var one source.Object
	found := false
	src, err := s3.New(cfg).Source(path)
	if err == nil {
		one, found, err = first(ctx, src)
	}
	if cause := context.Cause(ctx); err != nil && cause != nil {
		err = cause
	}
	var denied *s3.AccessError
	role := errors.As(err, &denied) && denied.Permission == "sts:AssumeRole"
	rest := func(from int, why string) {
		for i, s := range [][3]string{
			{"list", titleList, "s3:ListBucket"}, {"read", titleRead, "s3:GetObject"}, {"decrypt", titleDecrypt, "kms:Decrypt"}, {"decode", titleDecode, ""},
		} {
			if i >= from {
				t.skipped(s[0], s[1], s[2], why)
			}
		}
	}
	if errors.Is(err, s3.ErrPath) {
		t.step("list", titleList, "s3:ListBucket", "", err)
		rest(1, "the path is none")
		return
	}
	if errors.Is(err, s3.ErrCredentials) {
		t.step("credentials", titleCredentials, "", "", err)
		rest(0, "there are no credentials to try it with")
		return
	}
	if role {
		t.step("credentials", titleCredentials, "", "found", nil)
		t.step("role", titleRole, "sts:AssumeRole", "", err)
		rest(0, "the role could not be assumed")
		return
	}
	if err != nil && !errors.As(err, &denied) && !errors.Is(err, s3.ErrNoBucket) {
		t.step("list", titleList, "s3:ListBucket", "", err)
		rest(1, "the listing failed")
		return
	}
	t.step("credentials", titleCredentials, "", "the server takes them", nil)
	if cfg.RoleARN != "" {
		t.step("role", titleRole, "sts:AssumeRole", cfg.RoleARN, nil)
	}
	switch {
	case err != nil:
		t.step("list", titleList, "s3:ListBucket", "", err)
		rest(1, "nothing could be listed")
	case !found:
		t.step("list", titleList, "s3:ListBucket", "allowed; no flow log is there yet", nil)
		rest(1, "there is no object to try it with")
	default:
		t.step("list", titleList, "s3:ListBucket", "allowed; the first is "+one.Name, nil)
		t.read(ctx, one, o, true)
	}
}

// read opens an object and looks at its first records.
func (t *trial) read(ctx context.Context, one source.Object, o decode.Options, bucket bool) {
	title, permission := "Read a file", ""
	if bucket {
		title, permission = titleRead, "s3:GetObject"
	}
	r, err := one.Open(ctx)
	var head [1]byte
	if err == nil {
		defer r.Close()
		_, err = io.ReadFull(r, head[:])
		if errors.Is(err, io.EOF) {
			err = errors.New("it is empty")
		}
	}
	if cause := context.Cause(ctx); err != nil && cause != nil {
		err = cause
	}
	var denied *s3.AccessError
	encrypted := errors.As(err, &denied) && denied.Permission == "kms:Decrypt"
	switch {
	case encrypted:
		t.step("read", title, permission, "allowed", nil)
		t.step("decrypt", titleDecrypt, "kms:Decrypt", "", err)
	case err != nil:
		t.step("read", title, permission, "", err)
		if bucket {
			t.skipped("decrypt", titleDecrypt, "kms:Decrypt", "nothing could be read")
		}
	default:
		t.step("read", title, permission, map[bool]string{true: "allowed", false: "readable"}[bucket], nil)
		if bucket {
			t.step("decrypt", titleDecrypt, "kms:Decrypt", "allowed, or not needed", nil)
		}
	}
	if err != nil {
		t.skipped("decode", titleDecode, "", "nothing could be read")
		return
	}
	p := preview(ctx, one.Name, io.MultiReader(bytes.NewReader(head[:]), r), o, 1000)
	p.Size = sizeOf(one.Size)
	t.Preview = &p
	switch {
	case p.Error != nil && p.Records == 0:
		t.step("decode", titleDecode, "", "", errors.New(*p.Error))
	case p.Records == 0:
		t.step("decode", titleDecode, "", "the object has no records", nil)
	default:
		t.step("decode", titleDecode, "", p.Format+", "+plural(p.Records, "record")+" looked at", nil)
	}
}

func sizeOf(n int64) *int64 {
	if n < 0 {
		return nil
	}
	return &n
}
