package api

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/weir-flow/weir/internal/access"
	"github.com/weir-flow/weir/internal/shelf"
)

// ListShelf implements [StrictServerInterface].
func (a *API) ListShelf(ctx context.Context, r ListShelfRequestObject) (ListShelfResponseObject, error) {
	list, err := a.cfg.Shelf.List(ctx, shelf.Kind(r.Kind))
	if err != nil {
		return nil, err
	}
	out := ListShelf200JSONResponse{}
	for _, e := range list {
		one, err := shelfEntry(e)
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out, nil
}

// GetShelf implements [StrictServerInterface].
func (a *API) GetShelf(ctx context.Context, r GetShelfRequestObject) (GetShelfResponseObject, error) {
	e, err := a.cfg.Shelf.Get(ctx, shelf.Kind(r.Kind), r.Name)
	if err != nil {
		return nil, shelfProblem(err, string(r.Kind), r.Name)
	}
	out, err := shelfEntry(e)
	return GetShelf200JSONResponse(out), err
}

// PutShelf implements [StrictServerInterface].
func (a *API) PutShelf(ctx context.Context, r PutShelfRequestObject) (PutShelfResponseObject, error) {
	body, err := json.Marshal(r.Body.Body)
	if err != nil {
		return nil, err
	}
	e, err := a.cfg.Shelf.Put(ctx, shelf.Entry{
		Kind: shelf.Kind(r.Kind), Name: r.Name, Owner: access.From(ctx).Name, Body: body, Revision: r.Body.Revision,
	}, a.cfg.Now())
	if err != nil {
		return nil, shelfProblem(err, string(r.Kind), r.Name)
	}
	if err := a.audit(ctx, string(r.Kind)+".keep", string(r.Kind)+"/"+r.Name, map[string]any{"revision": e.Revision}); err != nil {
		return nil, err
	}
	out, err := shelfEntry(e)
	return PutShelf200JSONResponse(out), err
}

// DeleteShelf implements [StrictServerInterface].
func (a *API) DeleteShelf(ctx context.Context, r DeleteShelfRequestObject) (DeleteShelfResponseObject, error) {
	if err := a.cfg.Shelf.Delete(ctx, shelf.Kind(r.Kind), r.Name); err != nil {
		return nil, shelfProblem(err, string(r.Kind), r.Name)
	}
	if err := a.audit(ctx, string(r.Kind)+".delete", string(r.Kind)+"/"+r.Name, struct{}{}); err != nil {
		return nil, err
	}
	return DeleteShelf204Response{}, nil
}

func shelfEntry(e shelf.Entry) (ShelfEntry, error) {
	out := ShelfEntry{Name: e.Name, Owner: e.Owner, Revision: e.Revision, Changed: e.Changed}
	return out, json.Unmarshal(e.Body, &out.Body)
}

func shelfProblem(err error, kind, name string) error {
	switch {
	case errors.Is(err, shelf.ErrNone):
		return missing(fmt.Sprintf("there is no %s %q", kind, name), "")
	case errors.Is(err, shelf.ErrChanged):
		return &problemError{status: http.StatusConflict, code: "conflict", detail: err.Error(), fix: "load it anew and change that"}
	case errors.Is(err, shelf.ErrBad):
		return bad(err.Error(), "")
	default:
		return err
	}
}
