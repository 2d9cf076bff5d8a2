package api

import (
	"context"

	"github.com/weir-flow/weir/internal/query"
)

// Diagnose implements [StrictServerInterface].
func (a *API) Diagnose(ctx context.Context, r DiagnoseRequestObject) (DiagnoseResponseObject, error) {
	req := query.Request{Filter: text(r.Params.Filter), Now: a.cfg.Now(), Scope: a.scope(ctx)}
	var err error
	if req.Since, req.Until, err = a.span(ctx, r.Params.Since, r.Params.Until); err != nil {
		return nil, err
	}
	reasons, meta, err := a.cfg.Query.Diagnose(ctx, req)
	if err != nil {
		return nil, err
	}
	out := Diagnose200JSONResponse{Reasons: []Reason{}, Meta: metaOf(meta)}
	for _, e := range reasons {
		one := Reason{Code: e.Code, Text: e.Text}
		if e.Fix != "" {
			one.Fix = &e.Fix
		}
		if e.Command != "" {
			one.Command = &e.Command
		}
		out.Reasons = append(out.Reasons, one)
	}
	return out, nil
}
