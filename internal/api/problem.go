package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"unicode/utf16"

	"github.com/weir-flow/weir/internal/access"
	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/query"
)

// problemError is an error that says itself how it is told.
type problemError struct {
	status   int
	code     string
	detail   string
	fix      string
	position *Position
}

func (e *problemError) Error() string { return e.detail }

// bad is a mistake of the person asking.
func bad(detail, fix string) error {
	return &problemError{status: http.StatusBadRequest, code: "request", detail: detail, fix: fix}
}

// missing says that there is no such thing.
func missing(detail, fix string) error {
	return &problemError{status: http.StatusNotFound, code: "not_found", detail: detail, fix: fix}
}

// badRequest tells of a request that could not be read.
func (a *API) badRequest(w http.ResponseWriter, r *http.Request, err error) {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		err = &problemError{status: http.StatusRequestEntityTooLarge, code: "request", detail: "the request is too large", fix: "send less at a time; logs go to /start/files"}
	} else if p := (*problemError)(nil); !errors.As(err, &p) {
		err = bad(err.Error(), "")
	}
	a.failed(w, r, err)
}

// failed tells of an error. What nobody foresaw is logged, and told without its
// inside.
func (a *API) failed(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil {
		return // nobody reads it
	}
	p := problemOf(err)
	if p.Status >= http.StatusInternalServerError {
		a.log.Error("request failed", "method", r.Method, "path", r.URL.Path, "err", err)
	}
	if wait := (*access.ThrottledError)(nil); errors.As(err, &wait) {
		access.SetRetryAfter(w.Header(), wait)
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p)
}

// problemOf says what people are told of an error.
func problemOf(err error) Problem {
	var (
		told      *problemError
		filtered  *filter.Error
		request   *query.RequestError
		refused   *query.RefusedError
		statement *query.StatementError
	)
	if p, ok := accessProblem(err); ok {
		return p
	}
	switch {
	case errors.As(err, &told):
		return newProblem(told.status, told.code, told.detail, told.fix, told.position)
	case errors.As(err, &filtered):
		return newProblem(http.StatusBadRequest, "filter", filtered.Message, filtered.Suggestion, &Position{Start: filtered.Column - 1, End: filtered.Column})
	case errors.As(err, &request):
		return newProblem(http.StatusBadRequest, "request", request.Message, request.Hint, nil)
	case errors.As(err, &refused):
		return newProblem(http.StatusForbidden, "refused", "the statement is refused: "+refused.Reason, refused.Hint, nil)
	case errors.As(err, &statement):
		return newProblem(http.StatusBadRequest, "statement", statement.Message, "", nil)
	case errors.Is(err, query.ErrTimeout):
		return newProblem(http.StatusUnprocessableEntity, "timeout", query.ErrTimeout.Error(), "narrow the range or the filter", nil)
	case errors.Is(err, query.ErrMemory):
		return newProblem(http.StatusUnprocessableEntity, "memory", query.ErrMemory.Error(), "group by fewer fields or narrow the range", nil)
	case errors.Is(err, query.ErrTooMuch):
		return newProblem(http.StatusUnprocessableEntity, "too_much", query.ErrTooMuch.Error(), "narrow the range or set a limit", nil)
	case errors.Is(err, engine.ErrEngineGone):
		return newProblem(http.StatusServiceUnavailable, "unavailable", "the engine is starting again", "ask again in a few seconds", nil)
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return newProblem(http.StatusServiceUnavailable, "unavailable", "the answer was cut off", "ask again", nil)
	default:
		return newProblem(http.StatusInternalServerError, "internal", "something went wrong inside weir", "the server's log has the details", nil)
	}
}

var titles = map[string]string{
	"filter": "The filter cannot be read", "request": "The request cannot be answered", "refused": "The statement is refused",
	"statement": "The statement has a mistake", "rule": "The rule is not taken", "timeout": "It took too long", "memory": "It needed too much memory",
	"too_much": "It would read too much", "not_found": "Not found", "conflict": "It is not as you saw it",
	"unauthorized": "Please log in", "forbidden": "Not allowed", "throttled": "Too many tries", "unavailable": "Not now", "internal": "Internal error",
	"usage": "The command cannot be done", "failed": "The command failed",
}

// generalFix is where all is said that can be asked for.
const generalFix = Prefix + "/docs"

// fixes are what to do about errors that say nothing better themselves. Those that begin
// with "see /api" are for who writes requests; the command line leaves them out.
var fixes = map[string]string{
	"filter": "see " + generalFix + ": /fields lists the fields, /filter checks a filter", "statement": "see " + generalFix + ": /fields lists the columns of flows",
	"refused": "see " + generalFix + ": a statement only reads, and only the tables it is given", "not_found": "see " + generalFix + " for what there is",
	"conflict": "look at it again, then decide anew", "unauthorized": "log in, or send a token: Authorization: Bearer weir_...",
	"forbidden": "have an administrator do it",
}

func newProblem(status int, code, detail, fix string, at *Position) Problem {
	p := Problem{Type: "about:blank", Title: titles[code], Status: status, Code: code, Detail: detail, Position: at}
	if fix == "" {
		fix = fixes[code]
	}
	if fix == "" {
		fix = "see " + generalFix
	}
	p.Fix = &fix
	return p
}

// units returns where a character of a text is in UTF-16 units, as browsers count.
func units(text string, character int) int {
	n := 0
	for _, r := range text {
		if character--; character < 0 {
			break
		}
		n += utf16.RuneLen(r)
	}
	return n
}

// Starting answers while there is nothing to answer from yet.
func Starting(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.Header().Set("Retry-After", "1")
	w.WriteHeader(http.StatusServiceUnavailable)
	_ = json.NewEncoder(w).Encode(newProblem(http.StatusServiceUnavailable, "unavailable", "weir is starting", "ask again in a second", nil))
}
