package query

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/weir-flow/weir/internal/engine"
)

// ErrRefused is what every [*RefusedError] is.
var ErrRefused = errors.New("the statement is refused")

// RefusedError says why a statement does not run.
type RefusedError struct {
	Reason string
	Hint   string // what to do instead; may be empty
}

func (e *RefusedError) Error() string {
	text := "statement refused: " + e.Reason
	if e.Hint != "" {
		text += "; " + e.Hint
	}
	return text
}

// Is reports whether the target is [ErrRefused].
func (e *RefusedError) Is(target error) bool { return target == ErrRefused }

func refuse(format string, args ...any) *RefusedError {
	return &RefusedError{Reason: fmt.Sprintf(format, args...)}
}

func (e *RefusedError) hint(format string, args ...any) *RefusedError {
	e.Hint = fmt.Sprintf(format, args...)
	return e
}

// StatementError is what the engine has to say about a statement that may run:
// a mistake in it, or one that shows on the way.
type StatementError struct {
	Message string
	err     error
}

func (e *StatementError) Error() string { return "statement: " + e.Message }
func (e *StatementError) Unwrap() error { return e.err }

var (
	inScope  = regexp.MustCompile(`(?s) [Ii]n scope .*?(\. Maybe you meant: |$)`)
	expected = regexp.MustCompile(`(?s)\. Expected one of: .*$`)
)

// statementError puts the engine's words about a statement into an error;
// errors of other kinds come back as they are.
func statementError(err error, limits Limits) error {
	var e *engine.Error
	if err == nil || !errors.As(err, &e) || errors.Is(err, engine.ErrEngineGone) {
		return err
	}
	if limited := explain(err, limits); limited != err {
		return limited
	}
	if engine.IsReadonly(err) {
		return refuse("it wants more than to read: %s", e.Text)
	}
	text := inScope.ReplaceAllString(e.Text, "$1")
	text = strings.Join(strings.Fields(expected.ReplaceAllString(text, "")), " ")
	if engine.IsUnknownTable(err) || strings.HasPrefix(text, "Unknown table") {
		text += "; the views are vpc_flow_logs and flows"
	}
	return &StatementError{Message: text, err: err}
}
