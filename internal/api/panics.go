package api

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
)

// errPanicked is what people are told of a handler that panicked: nothing of its inside.
var errPanicked = errors.New("a handler panicked")

// guarding answers as next does, and for one that panics, as it does for other mistakes
// of weir. The stack is logged here, once; net/http would close the connection without
// an answer. An answer that has begun is broken off, so that nobody takes half of it for
// a whole one.
func (a *API) guarding(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		out := &begun{ResponseWriter: w}
		defer func() {
			why := recover()
			if why == nil {
				return
			}
			if why == http.ErrAbortHandler { //nolint:errorlint // net/http compares it so: it is a signal
				panic(why)
			}
			a.cfg.Panicked()
			a.log.Error("handler panicked", "method", r.Method, "path", r.URL.Path, "panic", fmt.Sprint(why), "stack", string(debug.Stack()))
			if out.yes {
				panic(http.ErrAbortHandler)
			}
			h := w.Header()
			h.Del("Content-Length")
			h.Del("Content-Disposition")
			p := problemOf(errPanicked)
			h.Set("Content-Type", "application/problem+json")
			w.WriteHeader(p.Status)
			_ = json.NewEncoder(w).Encode(p)
		}()
		next.ServeHTTP(out, r)
	})
}

// begun is an answer that knows whether something of it has gone out.
type begun struct {
	http.ResponseWriter
	yes bool
}

func (b *begun) WriteHeader(status int) {
	b.yes = b.yes || status >= http.StatusOK // others are hints before the answer
	b.ResponseWriter.WriteHeader(status)
}

func (b *begun) Write(p []byte) (int, error) {
	b.yes = true
	return b.ResponseWriter.Write(p)
}

// Unwrap lets [http.ResponseController] flush and set deadlines.
func (b *begun) Unwrap() http.ResponseWriter { return b.ResponseWriter }
