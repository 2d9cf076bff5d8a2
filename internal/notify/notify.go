// Package notify tells people and programs of alerts.
//
// What is to be told is written into an outbox in the transaction in which the alert
// changes, so nothing is told that did not happen and nothing that happened is
// forgotten. From there it is sent to each target that wants it, again and again until
// the target has taken it: at least once, each time under the same key. A target that
// cannot take it in the end leaves a dead letter, which can be sent again.
//
// The drivers below this package are the kinds of targets.
package notify

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/finding"
)

// Kind is what happened to an alert.
type Kind string

// The kinds of events. A test is no alert.
const (
	Fired        Kind = "fired"
	Acknowledged Kind = "acknowledged"
	Resolved     Kind = "resolved"
	Trial        Kind = "test"
)

// Event is something that happened to an alert. All of its texts may hold what
// attackers wrote: drivers show them as plain text.
type Event struct {
	Kind      Kind             `json:"kind"`
	At        time.Time        `json:"at"`
	By        string           `json:"by"` // who did it; "weir" when nobody did
	Alert     string           `json:"alert"`
	Rule      string           `json:"rule"`
	Family    finding.Family   `json:"family"`
	Title     string           `json:"title"`
	Why       string           `json:"why"`
	Entity    string           `json:"entity"`
	Severity  finding.Severity `json:"severity"`
	Page      bool             `json:"page"`
	Exposure  bool             `json:"exposure"`
	FirstSeen time.Time        `json:"first_seen"`
	LastSeen  time.Time        `json:"last_seen"`
	Count     uint64           `json:"count"`
	Response  []string         `json:"response"`
	Verdict   string           `json:"verdict,omitempty"`
	Body      json.RawMessage  `json:"body"` // the alert, as weir alerts list prints it
}

// Message is events of one kind that go to a target together.
type Message struct {
	Key    string // the same at each try
	Kind   Kind
	Events []Event
}

// Sender is a target's driver.
type Sender interface {
	// Send hands a message over. When it returns nil the target has it. An error
	// that wraps [ErrRefused] says that no further try will do; [*LaterError] says
	// when to try again. Errors hold no secrets.
	Send(ctx context.Context, m Message) error
	// Most is how many events a message may have.
	Most() int
	// Takes reports whether events of a kind mean anything to the target.
	Takes(k Kind) bool
}

// ErrRefused says that a target will not take a message, however often it is sent.
var ErrRefused = errors.New("refused")

// LaterError says that a target wants to be left alone for a while.
type LaterError struct {
	After time.Duration
	Err   error
}

func (e *LaterError) Error() string {
	return fmt.Sprintf("%v (to be tried again in %s)", e.Err, e.After.Round(time.Second))
}

func (e *LaterError) Unwrap() error { return e.Err }

// Target is where events go, and which of them.
type Target struct {
	Name   string
	Sender Sender

	MinSeverity finding.Severity
	Families    []finding.Family // none: all
	PagesOnly   bool
	Exposure    bool // also internet noise

	// Group is how long after a message what comes next is collected; the first
	// goes at once. PerHour bounds messages; what is beyond waits, and goes together
	// where the target can take several at once. 0: no bound.
	Group   time.Duration
	PerHour int
}

// Wants reports whether a target is to hear that an alert fires.
func (t *Target) Wants(e Event) bool {
	return e.Kind == Fired && e.Severity >= t.MinSeverity && (e.Page || !t.PagesOnly) && (!e.Exposure || t.Exposure) &&
		(len(t.Families) == 0 || slices.Contains(t.Families, e.Family))
}
