package api

import (
	"context"
	"net/http"

	"github.com/weir-flow/weir/internal/query"
)

// Export implements [StrictServerInterface].
func (a *API) Export(ctx context.Context, r ExportRequestObject) (ExportResponseObject, error) {
	p := r.Params
	if p.Limit == nil {
		p.Limit = pointer(0)
	}
	req, err := a.request(ctx, asked{p.Filter, p.Since, p.Until, p.Columns, p.By, p.Agg, p.Bucket, p.Order, p.Limit, p.Records, nil})
	if err != nil {
		return nil, err
	}
	if _, err := a.cfg.Query.Explain(ctx, req); err != nil { // a mistake is told before the file begins
		return nil, err
	}
	return &fileAnswer{format: p.Format, name: "weir-" + req.Since.UTC().Format("20060102T150405Z"),
		ask: func(sink query.Sink) (query.Meta, error) { return a.cfg.Query.Run(ctx, req, sink) }}, nil
}

// fileAnswer streams an answer as a file. What breaks it off breaks the connection,
// so that nobody takes half a file for a whole one.
type fileAnswer struct {
	format ExportParamsFormat
	name   string
	ask    func(query.Sink) (query.Meta, error)
}

// VisitExportResponse implements [ExportResponseObject].
func (f *fileAnswer) VisitExportResponse(w http.ResponseWriter) error {
	h := w.Header()
	var err error
	if f.format == ExportParamsFormatCsv {
		h.Set("Content-Type", "text/csv; charset=utf-8")
		h.Set("Content-Disposition", `attachment; filename="`+f.name+`.csv"`)
		sink := &csvSink{w: w}
		if _, err = f.ask(sink); err == nil {
			err = sink.flush()
		}
	} else {
		h.Set("Content-Type", "application/x-ndjson")
		h.Set("Content-Disposition", `attachment; filename="`+f.name+`.ndjson"`)
		sink := query.NewNDJSON(w)
		if _, err = f.ask(sink); err == nil {
			err = sink.Flush()
		}
	}
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	return nil
}
