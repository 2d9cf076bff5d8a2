package filter

import (
	"fmt"
	"strconv"
)

// Limits of a filter. What exceeds them is an [*Error].
const (
	MaxLength     = 64 << 10 // characters
	MaxDepth      = 64       // parentheses and negations inside each other
	MaxValues     = 5000     // values compared with
	MaxConditions = 300      // comparisons that are left when lists are one
	MaxPatterns   = 50       // wildcards, regexes and words without a field
)

// Error is a mistake in the text of a filter. Its text shows all three parts:
// unknown field "dstprt" at column 5; did you mean "dstport"?
type Error struct {
	Column     int    // where it is, in characters from 1
	Message    string // what is wrong
	Suggestion string // what to write instead; "" when nothing is near
}

func (e *Error) Error() string {
	text := e.Message + " at column " + strconv.Itoa(e.Column)
	if e.Suggestion != "" {
		text += "; " + e.Suggestion
	}
	return text
}

// errorf returns an error without a suggestion.
func errorf(column int, format string, args ...any) *Error {
	return &Error{Column: column, Message: fmt.Sprintf(format, args...)}
}

// suggest adds what to write instead.
func (e *Error) suggest(format string, args ...any) *Error {
	e.Suggestion = fmt.Sprintf(format, args...)
	return e
}
