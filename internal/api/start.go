package api

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
)

// Starter takes first logs in. The house does.
type Starter interface {
	State(ctx context.Context) (Start, error)
	// Demo begins to fill the store with the demo; [ErrStored] when it is not empty.
	Demo(ctx context.Context) (Start, error)
	// Drop keeps what r holds for a while and looks into it; [ErrInvalid] wraps what is
	// wrong with it. Look, Keep and Remove take the id that it gave, [ErrNoUpload]
	// when there is none.
	Drop(ctx context.Context, name string, r io.Reader, f FormatChoice) (Dropped, error)
	Look(ctx context.Context, id string, f FormatChoice) (Dropped, error)
	Keep(ctx context.Context, id string, f FormatChoice) (KeptFile, error)
	Remove(ctx context.Context, id string) error
	// Bucket plans and tries the way into a bucket; [ErrInvalid] for what is no path.
	Bucket(ctx context.Context, b BucketChoice) (BucketPlan, error)
}

// What a [Starter] refuses.
var (
	ErrStored   = errors.New("there are records in the store already")
	ErrNoUpload = errors.New("no dropped file has this id, or no longer")
	ErrInvalid  = errors.New("it cannot be taken")
	ErrTooLarge = errors.New("the file is too large")
	ErrBusy     = errors.New("another file is being taken in")
)

// MaxUpload is the largest file that can be dropped, in bytes as it comes.
const MaxUpload = 512 << 20

// isUpload reports whether a request brings a file of logs or of places.
func isUpload(r *http.Request) bool {
	return r.Method == http.MethodPost && (r.URL.Path == Prefix+"/start/files" || r.URL.Path == Prefix+"/settings/geo")
}

func startProblem(err error) error {
	var large *http.MaxBytesError
	switch {
	case errors.Is(err, ErrStored):
		return &problemError{status: http.StatusConflict, code: "conflict", detail: err.Error(), fix: "run weir demo: it has a store of its own"}
	case errors.Is(err, ErrBusy):
		return &problemError{status: http.StatusConflict, code: "conflict", detail: err.Error(), fix: "wait until it is in"}
	case errors.Is(err, ErrNoUpload):
		return missing(err.Error(), "drop it again")
	case errors.Is(err, ErrTooLarge), errors.As(err, &large):
		return &problemError{status: http.StatusRequestEntityTooLarge, code: "request", detail: ErrTooLarge.Error() + ": 512 MiB at most", fix: "take it to the server by other ways: weir ingest FILE, or ingest.geo in the configuration"}
	case errors.Is(err, ErrInvalid):
		return bad(strings.TrimPrefix(err.Error(), ErrInvalid.Error()+": "), "")
	}
	return err
}

// starts refuses those who may see some records only.
func (a *API) starts(ctx context.Context) error {
	if a.cfg.Start == nil {
		return missing("this server takes nothing in over HTTP", "")
	}
	return a.everybodys(ctx, "taking logs in")
}

// GetStart implements [StrictServerInterface].
func (a *API) GetStart(ctx context.Context, _ GetStartRequestObject) (GetStartResponseObject, error) {
	if err := a.starts(ctx); err != nil {
		return nil, err
	}
	s, err := a.cfg.Start.State(ctx)
	return GetStart200JSONResponse(s), err
}

// FillDemo implements [StrictServerInterface].
func (a *API) FillDemo(ctx context.Context, _ FillDemoRequestObject) (FillDemoResponseObject, error) {
	if err := a.starts(ctx); err != nil {
		return nil, err
	}
	s, err := a.cfg.Start.Demo(ctx)
	if err != nil {
		return nil, startProblem(err)
	}
	return FillDemo202JSONResponse(s), a.audit(ctx, "start.demo", "store", struct{}{})
}

// DropFile implements [StrictServerInterface].
func (a *API) DropFile(ctx context.Context, r DropFileRequestObject) (DropFileResponseObject, error) {
	if err := a.starts(ctx); err != nil {
		return nil, err
	}
	d, err := a.cfg.Start.Drop(ctx, r.Params.Name, r.Body, FormatChoice{Format: r.Params.Format, LogFormat: r.Params.LogFormat})
	if err != nil {
		return nil, startProblem(err)
	}
	return DropFile200JSONResponse(d), a.audit(ctx, "file.drop", "file/"+d.Id, map[string]any{"name": d.Preview.Name, "bytes": value(d.Preview.Size)})
}

// LookAtFile implements [StrictServerInterface].
func (a *API) LookAtFile(ctx context.Context, r LookAtFileRequestObject) (LookAtFileResponseObject, error) {
	if err := a.starts(ctx); err != nil {
		return nil, err
	}
	d, err := a.cfg.Start.Look(ctx, r.Id, *r.Body)
	if err != nil {
		return nil, startProblem(err)
	}
	return LookAtFile200JSONResponse(d), nil
}

// KeepFile implements [StrictServerInterface].
func (a *API) KeepFile(ctx context.Context, r KeepFileRequestObject) (KeepFileResponseObject, error) {
	if err := a.starts(ctx); err != nil {
		return nil, err
	}
	k, err := a.cfg.Start.Keep(ctx, r.Id, *r.Body)
	if err != nil {
		return nil, startProblem(err)
	}
	return KeepFile200JSONResponse(k), a.audit(ctx, "file.keep", "file/"+r.Id, map[string]any{"stored": k.Stored, "bad": k.Bad})
}

// RemoveFile implements [StrictServerInterface].
func (a *API) RemoveFile(ctx context.Context, r RemoveFileRequestObject) (RemoveFileResponseObject, error) {
	if err := a.starts(ctx); err != nil {
		return nil, err
	}
	if err := a.cfg.Start.Remove(ctx, r.Id); err != nil {
		return nil, startProblem(err)
	}
	return RemoveFile204Response{}, a.audit(ctx, "file.remove", "file/"+r.Id, struct{}{})
}

// TryBucket implements [StrictServerInterface].
func (a *API) TryBucket(ctx context.Context, r TryBucketRequestObject) (TryBucketResponseObject, error) {
	if err := a.starts(ctx); err != nil {
		return nil, err
	}
	p, err := a.cfg.Start.Bucket(ctx, *r.Body)
	if err != nil {
		return nil, startProblem(err)
	}
	if p.Trial == nil {
		return TryBucket200JSONResponse(p), nil
	}
	return TryBucket200JSONResponse(p), a.audit(ctx, "bucket.try", r.Body.Path, map[string]any{"good": p.Trial.Good})
}
