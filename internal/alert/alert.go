// Package alert gives findings a life: they are raised, looked at, judged and
// silenced, and every step is written down.
//
// A finding never changes but for its numbers, which grow; what people do is kept
// beside it.
package alert

import (
	"cmp"
	"encoding/json"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/finding"
)

// Status is where an alert is in its life.
type Status string

// The statuses. An alert of a rule in dry run stays pending.
const (
	Pending      Status = "pending"
	Firing       Status = "firing"
	Acknowledged Status = "acknowledged"
	Resolved     Status = "resolved"
)

// Verdict is what a person found out about an alert.
type Verdict string

// The verdicts; "" is none yet.
const (
	NoVerdict     Verdict = ""
	TruePositive  Verdict = "true_positive"
	Benign        Verdict = "benign"
	FalsePositive Verdict = "false_positive"
)

// Alert is a finding with its life.
type Alert struct {
	finding.Finding
	Status        Status
	SilencedUntil time.Time // zero: not silenced
	Verdict       Verdict
}

// New returns the alert that a finding begins as.
func New(f finding.Finding) Alert {
	a := Alert{Finding: f, Status: Firing}
	if f.Resolved {
		a.Status = Resolved
	}
	return a
}

// document is the JSON of an alert, which is a promise to scripts: the keys, their
// order, and null for what is absent.
type document struct {
	Kind          string           `json:"kind,omitempty"`
	ID            string           `json:"id"`
	Rule          string           `json:"rule"`
	Family        finding.Family   `json:"family"`
	Title         string           `json:"title"`
	Severity      finding.Severity `json:"severity"`
	Score         int              `json:"score"`
	Page          bool             `json:"page"`
	Exposure      bool             `json:"exposure"`
	Late          bool             `json:"late"`
	Status        Status           `json:"status"`
	SilencedUntil *time.Time       `json:"silenced_until"`
	Verdict       *Verdict         `json:"verdict"`
	Entity        finding.Entity   `json:"entity"`
	SrcAddr       *string          `json:"srcaddr"`
	DstAddr       *string          `json:"dstaddr"`
	DstPort       *uint16          `json:"dstport"`
	FirstSeen     time.Time        `json:"first_seen"`
	LastSeen      time.Time        `json:"last_seen"`
	Count         uint64           `json:"count"`
	Scope         []finding.Share  `json:"scope"`
	Why           string           `json:"why"`
	Usual         *finding.Range   `json:"usual"`
	Attack        []string         `json:"attack"`
	Evidence      evidence         `json:"evidence"`
	Response      []string         `json:"response"`
}

// evidence is the JSON of what shows a finding: records, or that they are missing.
type evidence struct {
	Filter  *string          `json:"filter,omitempty"`
	Since   *time.Time       `json:"since,omitempty"`
	Until   *time.Time       `json:"until,omitempty"`
	Count   *uint64          `json:"count,omitempty"`
	Exact   *bool            `json:"exact,omitempty"`
	Missing *finding.Missing `json:"missing,omitempty"`
}

// MarshalJSON writes the alert as one object with all keys.
func (a Alert) MarshalJSON() ([]byte, error) { return json.Marshal(a.document("")) }

// Line returns the alert as an object that says what it is, for streams that hold
// other things, too.
func (a Alert) Line() any { return a.document("alert") }

func (a Alert) document(kind string) document {
	d := document{
		Kind: kind, ID: a.ID, Rule: a.Rule, Family: a.Family, Title: a.Title, Severity: a.Severity, Score: a.Score,
		Page: a.Page, Exposure: a.Exposure, Late: a.Late, Status: a.Status, Entity: a.Entity, DstPort: a.DstPort,
		FirstSeen: a.FirstSeen.UTC(), LastSeen: a.LastSeen.UTC(), Count: a.Count, Scope: a.Scope, Why: a.Why, Usual: a.Usual,
		Attack: a.Attack, Response: a.Response,
	}
	if d.Scope == nil {
		d.Scope = []finding.Share{}
	}
	if d.Attack == nil {
		d.Attack = []string{}
	}
	if d.Response == nil {
		d.Response = []string{}
	}
	if !a.SilencedUntil.IsZero() {
		until := a.SilencedUntil.UTC()
		d.SilencedUntil = &until
	}
	if a.Verdict != NoVerdict {
		d.Verdict = &a.Verdict
	}
	if a.SrcAddr.IsValid() {
		text := a.SrcAddr.String()
		d.SrcAddr = &text
	}
	if a.DstAddr.IsValid() {
		text := a.DstAddr.String()
		d.DstAddr = &text
	}
	if e := a.Evidence; e.Missing != nil {
		d.Evidence.Missing = e.Missing
	} else {
		since, until := e.Since.UTC(), e.Until.UTC()
		d.Evidence = evidence{Filter: &e.Filter, Since: &since, Until: &until, Count: &e.Count, Exact: &e.Exact}
	}
	return d
}

// Sort puts what is most pressing first: pages, then what is not the noise of the
// internet, then by severity, score and time.
func Sort(list []Alert) {
	rank := func(yes bool) int {
		if yes {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(list, func(a, b Alert) int {
		return cmp.Or(
			cmp.Compare(rank(a.Page), rank(b.Page)),
			cmp.Compare(rank(!a.Exposure), rank(!b.Exposure)),
			cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(b.Score, a.Score),
			a.FirstSeen.Compare(b.FirstSeen),
			cmp.Compare(a.ID, b.ID),
		)
	})
}
