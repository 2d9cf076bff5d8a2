// Package api answers programs and the web app over HTTP: JSON after the document
// in openapi.yaml, whose fragments in doc/ are the source of what is generated here
// and for the browser (make api).
//
// Handlers are thin: a resource a file, each saying in its own small interface what
// it needs of the house. Tables come as columns, errors as problem+json (RFC 9457),
// and every answer says what was read for it and what the store lacks.
package api

import (
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/weir-flow/weir/internal/access"
	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/build"
	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/shelf"
)

// Prefix is where the API lives.
const Prefix = "/api/v1"

// Config says what the API answers from.
type Config struct {
	Query  *query.Runner
	Guard  *access.Guard  // stands before the API
	Access *access.Store  // tokens, and the audit that every change goes into
	Ledger *ledger.Ledger // for tails of what is stored
	Alerts *alert.Store
	Shelf  *shelf.Store // views and boards
	Places GraphPlaces  // nil: they are not kept
	Log    *slog.Logger
	Now    func() time.Time // nil: the clock
	Done   <-chan struct{}  // closed when the server ends, and with it what has no end of its own; may be nil

	Panicked func() // called for each handler that panicked; may be nil

	AlertRules AlertRules // that are behind alerts
	Sources    Sources    // nil: they are not told of
	Rules      RuleKeeper
	Start      Starter  // nil: nothing is taken in over HTTP
	Settings   Settings // nil: they are not told of
	Commands   Commands // nil: nothing is done for the command line
}

// API is the handlers. It is safe for concurrent use.
type API struct {
	cfg     Config
	log     *slog.Logger
	extent  extent
	streams *streams
	atlases atlases
	apps    appsOf
}

var _ StrictServerInterface = (*API)(nil)

// New returns the API. It asks nothing of the store.
func New(cfg Config) *API {
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.Panicked == nil {
		cfg.Panicked = func() {}
	}
	a := &API{cfg: cfg, log: cfg.Log}
	a.streams = newStreams(a)
	return a
}

// Handler answers everything under [Prefix].
func (a *API) Handler() http.Handler {
	strict := NewStrictHandlerWithOptions(a, nil, StrictHTTPServerOptions{
		RequestErrorHandlerFunc:  a.badRequest,
		ResponseErrorHandlerFunc: a.failed,
	})
	mux := http.NewServeMux()
	HandlerWithOptions(strict, StdHTTPServerOptions{BaseURL: Prefix, BaseRouter: mux, ErrorHandlerFunc: a.badRequest})
	mux.HandleFunc(Prefix+"/", func(w http.ResponseWriter, r *http.Request) {
		a.failed(w, r, &problemError{status: http.StatusNotFound, code: "not_found",
			detail: fmt.Sprintf("there is no %s %s", r.Method, r.URL.Path), fix: "see " + Prefix + "/openapi.yaml"})
	})
	mux.HandleFunc("GET "+Prefix+"/openapi.yaml", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/yaml; charset=utf-8")
		_, _ = w.Write(document)
	})
	mux.HandleFunc("GET "+Prefix+"/docs", a.docs)
	answer := a.guarding(mux)
	facts := build.Read()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cache-Control", "no-store")
		h.Set("X-Weir-Build", facts.Version+" "+facts.Commit) // a page of another build offers to load anew
		most := int64(maxBody)
		if isUpload(r) {
			most = MaxUpload
		}
		r.Body = http.MaxBytesReader(w, r.Body, most)
		answer.ServeHTTP(w, r)
	})
}

// maxBody is the largest body of a request in bytes, uploads of logs apart.
const maxBody = 1 << 20
