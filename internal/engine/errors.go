package engine

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Errors of this package that callers may want to tell apart. Each is wrapped with
// what was being done.
var (
	// ErrNoLibrary says that no engine library was found; from [Find].
	ErrNoLibrary = errors.New("the engine library is not installed")
	// ErrDamaged says that the engine library cannot be loaded; from [Start] and [Check].
	ErrDamaged = errors.New("the engine library is damaged")
	// ErrMusl says that this system's C library cannot run the engine; from [Find] and [Start].
	ErrMusl = errors.New("the engine needs glibc, and this system uses musl")
	// ErrNoEngine says that this build has no embedded engine; from [Find] and [Start].
	ErrNoEngine = errors.New("this build of weir has no embedded engine")
	// ErrBusy says that another process owns the engine folder; from [Start].
	ErrBusy = errors.New("another process owns this engine folder")
	// ErrIncompatible says that a newer engine wrote the folder; from [Start].
	ErrIncompatible = errors.New("the data was written by a newer engine")
	// ErrEngineGone says that the engine ended or cannot be reached before it
	// answered. What was sent may or may not have been done: send it again under
	// the same token. From every call of [Conn].
	ErrEngineGone = errors.New("the engine is gone")
	// ErrURL says that a text is no URL of a store; from [Dial].
	ErrURL = errors.New("read store URL")
	// ErrNoClassifier says that the store is a server, which does not classify
	// statements; from [Conn.Classify].
	ErrNoClassifier = errors.New("a ClickHouse server does not classify statements")

	errRefused = errors.New("the engine refused the connection")
)

// serverGoneError is ErrEngineGone in the words for a server.
type serverGoneError struct {
	name string
	why  error
}

func (e *serverGoneError) Error() string { return fmt.Sprintf("no answer from %s: %v", e.name, e.why) }

func (e *serverGoneError) Is(target error) bool { return target == ErrEngineGone }

func (e *serverGoneError) Unwrap() error { return e.why }

// Error is what the engine answered instead of a result.
type Error struct {
	Code int    // ClickHouse's error code; 0 when the text has none
	Name string // ClickHouse's name of the code, "MEMORY_LIMIT_EXCEEDED"; may be empty
	Text string // one or more lines, without code, name and version
}

func (e *Error) Error() string {
	if e.Code == 0 {
		return e.Text
	}
	return fmt.Sprintf("%s (engine code %d)", e.Text, e.Code)
}

// Codes of ClickHouse's errors that weir acts upon.
const (
	codeUnknownTable    = 60
	codeSyntax          = 62
	codeUnknownDatabase = 81
	codeUnknownSetting  = 115
	codeTooManyRows     = 158
	codeTimeout         = 159
	codeUnknownPart     = 232
	codeTooSlow         = 160
	codeReadonly        = 164
	codeTooManyParts    = 252
	codeMemory          = 241
	codeNoSpace         = 243
	codeTooManyBytes    = 307
	codeCancelled       = 394
	codeTooMuchResult   = 396
	codeUnknownUser     = 192
	codePassword        = 193
	codeAuthentication  = 516
	codeAccess          = 497
)

// IsMemory reports whether a statement was stopped by a memory limit, its own or
// the engine's. The engine is alive; a smaller statement may pass.
func IsMemory(err error) bool { return hasCode(err, codeMemory) }

// IsTimeout reports whether a statement ran longer than it was allowed to.
func IsTimeout(err error) bool { return hasCode(err, codeTimeout, codeTooSlow) }

// IsReadonly reports whether a statement was refused because it may only read, or
// because its user has no grant for it.
func IsReadonly(err error) bool { return hasCode(err, codeReadonly, codeAccess) }

// IsLimit reports whether a statement read or returned more than it was allowed to.
func IsLimit(err error) bool {
	return hasCode(err, codeTooManyRows, codeTooManyBytes, codeTooMuchResult)
}

// IsDiskFull reports whether the engine had no room to write.
func IsDiskFull(err error) bool {
	var e *Error
	return hasCode(err, codeNoSpace) || errors.As(err, &e) && strings.Contains(e.Text, "No space left on device")
}

// IsCancelled reports whether a statement was killed, usually because its reader left.
func IsCancelled(err error) bool { return hasCode(err, codeCancelled) }

// IsUnknownTable reports whether a table or database does not exist.
func IsUnknownTable(err error) bool { return hasCode(err, codeUnknownTable, codeUnknownDatabase) }

// IsUnknownPart reports whether a part of a table is not there, as when it was merged.
func IsUnknownPart(err error) bool { return hasCode(err, codeUnknownPart) }

// IsSyntax reports whether a statement could not be parsed.
func IsSyntax(err error) bool { return hasCode(err, codeSyntax) }

// IsTooManyParts reports whether inserts came faster than merges; wait and retry.
func IsTooManyParts(err error) bool { return hasCode(err, codeTooManyParts) }

// IsAuth reports whether a server did not accept the user or the password.
func IsAuth(err error) bool {
	return hasCode(err, codeUnknownUser, codePassword, codeAuthentication)
}

// IsRetryable reports whether the same call may succeed later without a change:
// the engine is gone and will be back, or has more to do or to merge than it can.
func IsRetryable(err error) bool {
	return errors.Is(err, ErrEngineGone) || IsTooManyParts(err) || hasCode(err, busyCodes...)
}

// busyCodes are errors of a server under load, or of a replica that has lost its
// keeper for a moment: TOO_MANY_SIMULTANEOUS_QUERIES, SOCKET_TIMEOUT, NETWORK_ERROR,
// NO_ZOOKEEPER, TABLE_IS_READ_ONLY, ALL_CONNECTION_TRIES_FAILED,
// UNKNOWN_STATUS_OF_INSERT, KEEPER_EXCEPTION.
var busyCodes = []int{202, 209, 210, 225, 242, 279, 319, 999}

func hasCode(err error, codes ...int) bool {
	var e *Error
	if !errors.As(err, &e) {
		return false
	}
	for _, code := range codes {
		if e.Code == code {
			return true
		}
	}
	return false
}

// The shape of ClickHouse's error text: "Code: 60. DB::Exception: why. (UNKNOWN_TABLE) (version 26.7.2.1)".
// An error that passed through another one has several heads and tails.
var (
	errorHead = regexp.MustCompile(`^Code: (\d+)\. (?:[A-Za-z]+::\w*Exception: )?`)
	errorTail = regexp.MustCompile(`\.? ?\(([A-Z][A-Z0-9_]+)\)(?: \(version [^\n]*\))?\.?\s*$`)
)

// parseError reads an engine's error text.
func parseError(text string) *Error {
	e := &Error{Text: strings.TrimSpace(text)}
	wrapped := 0
	for m := errorHead.FindStringSubmatch(e.Text); m != nil; m = errorHead.FindStringSubmatch(e.Text) {
		e.Code, _ = strconv.Atoi(m[1])
		e.Text = e.Text[len(m[0]):]
		wrapped++
	}
	for ; wrapped > 0; wrapped-- {
		if m := errorTail.FindStringSubmatchIndex(e.Text); m != nil {
			e.Name = e.Text[m[2]:m[3]]
			e.Text = e.Text[:m[0]]
		}
	}
	e.Text = strings.TrimSpace(e.Text)
	return e
}

// Class is what a statement does, as the engine's own parser sees it.
type Class int

// The classes, from harmless to refused.
const (
	ClassReadOnly       Class = iota // SELECT, SHOW, DESCRIBE, EXPLAIN; also scalar file(), which reads files
	ClassMutating                    // changes a database
	ClassMutatingGlobal              // changes what lies beside the databases: functions, users, system tables
	ClassControl                     // SET, USE, SYSTEM, KILL, BACKUP, INTO OUTFILE, INSERT INTO FUNCTION
	ClassUnknown                     // did not parse
)

func (c Class) String() string {
	switch c {
	case ClassReadOnly:
		return "read-only"
	case ClassMutating:
		return "mutating"
	case ClassMutatingGlobal:
		return "mutating-global"
	case ClassControl:
		return "control"
	default:
		return "unknown"
	}
}
