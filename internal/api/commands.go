package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
)

// Commands do what the command line asks of a server.
type Commands interface {
	// Do does the call of a name with its arguments. Its errors are [ErrNoCommand], a
	// [CommandError], or of the engine.
	Do(ctx context.Context, name string, args json.RawMessage) (Done, error)
}

// Done is what came of a call, and what the audit is told of it; an Action of "" is
// nothing.
type Done struct {
	Answer         any
	Action, Object string
	Detail         any
}

// ErrNoCommand says that there is no call of a name.
var ErrNoCommand = errors.New("there is no such command")

// CommandError is why a call failed, as the command line tells it.
type CommandError struct {
	Err   error
	Fix   string
	Usage bool // the mistake is in what was asked for
}

func (e *CommandError) Error() string { return e.Err.Error() }
func (e *CommandError) Unwrap() error { return e.Err }

// DoCommand implements [StrictServerInterface].
func (a *API) DoCommand(ctx context.Context, r DoCommandRequestObject) (DoCommandResponseObject, error) {
	if err := a.everybodys(ctx, "what the command line asks for"); err != nil {
		return nil, err
	}
	if a.cfg.Commands == nil {
		return nil, missing("this server does nothing for the command line", "use the other resources of the API")
	}
	var args json.RawMessage
	if r.Body != nil {
		args = *r.Body
	}
	done, err := a.cfg.Commands.Do(ctx, r.Name, args)
	var failed *CommandError
	switch {
	case errors.Is(err, ErrNoCommand):
		return nil, missing(fmt.Sprintf("the server does not know the command %q", r.Name), "use a weir of the server's version here, or upgrade the server")
	case errors.As(err, &failed) && failed.Usage:
		return nil, &problemError{status: http.StatusBadRequest, code: "usage", detail: err.Error(), fix: failed.Fix}
	case errors.As(err, &failed):
		return nil, &problemError{status: http.StatusUnprocessableEntity, code: "failed", detail: err.Error(), fix: failed.Fix}
	case err != nil:
		return nil, err
	}
	if done.Action != "" {
		if err := a.audit(ctx, done.Action, done.Object, done.Detail); err != nil {
			return nil, err
		}
	}
	return exactAnswer{done.Answer}, nil
}

// exactAnswer is an answer in which nothing is written otherwise than it was, as HTML
// would need it.
type exactAnswer struct{ v any }

// VisitDoCommandResponse implements [DoCommandResponseObject].
func (e exactAnswer) VisitDoCommandResponse(w http.ResponseWriter) error {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(e.v); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	_, err := w.Write(out.Bytes())
	return err
}
