// Package finding says what a detector found: one suspicious thing about one entity
// in one stretch of event time, with the numbers behind it and the records that show
// it.
//
// A finding is never edited by people; alerts, which have a life, are made of
// findings. Its id depends on the rule, the entity and the start of its window and
// on nothing else, so the same rows give the same findings whether they come live,
// late, twice or from history. A finding that is given out again under its id brings
// newer numbers.
package finding

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"net/netip"
	"strings"
	"time"
)

// Severity says how bad a finding is if it is true.
type Severity uint8

// The severities, which are Sigma's levels.
const (
	Info Severity = iota
	Low
	Medium
	High
	Critical
)

var severities = [...]string{"info", "low", "medium", "high", "critical"}

// String returns the name of the severity.
func (s Severity) String() string { return severities[s] }

// MarshalText writes the name.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a name, "informational" among them.
func (s *Severity) UnmarshalText(text []byte) (err error) {
	*s, err = ParseSeverity(string(text))
	return err
}

// ParseSeverity reads the name of a severity; Sigma's "informational" is Info.
func ParseSeverity(text string) (Severity, error) {
	name := strings.ToLower(text)
	if name == "informational" {
		return Info, nil
	}
	for i, known := range severities {
		if name == known {
			return Severity(i), nil
		}
	}
	return 0, fmt.Errorf("unknown severity %q; it is one of %s", text, strings.Join(severities[:], ", "))
}

// Family is the kind of thing that was found. Scripts depend on the names.
type Family string

// The families. Scan is a source that tried at least ten distinct (host, port)
// targets over any span up to days, Probe one that tried fewer; Exposure is a probed
// port that answered for the first time; Incident is several findings together.
const (
	Scan                 Family = "scan"
	Probe                Family = "probe"
	Guess                Family = "guess"
	GuessSuccess         Family = "guess_success"
	RejectSurge          Family = "reject_surge"
	Surge                Family = "surge"
	FloodIn              Family = "flood_in"
	FloodOut             Family = "flood_out"
	Exfil                Family = "exfil"
	NewDestination       Family = "new_destination"
	NewRegion            Family = "new_region"
	NewSource            Family = "new_source"
	NewEdge              Family = "new_edge"
	Lateral              Family = "lateral"
	C2                   Family = "c2"
	Beacon               Family = "beacon"
	LongConnection       Family = "long_connection"
	LowSlow              Family = "low_slow"
	KnownBad             Family = "known_bad"
	ForbiddenSource      Family = "forbidden_source"
	ForbiddenDestination Family = "forbidden_destination"
	ForbiddenPort        Family = "forbidden_port"
	ForbiddenEdge        Family = "forbidden_edge"
	LogHealth            Family = "log_health"
	PacketsLost          Family = "packets_lost"
	ShortConnections     Family = "short_connections"
	Exposure             Family = "exposure"
	Incident             Family = "incident"
)

// Families are all families, in the order of their documentation.
var Families = []Family{
	Scan, Probe, Guess, GuessSuccess, RejectSurge, Surge, FloodIn, FloodOut, Exfil, NewDestination,
	NewRegion, NewSource, NewEdge, Lateral, C2, Beacon, LongConnection, LowSlow, KnownBad, ForbiddenSource,
	ForbiddenDestination, ForbiddenPort, ForbiddenEdge, LogHealth, PacketsLost, ShortConnections, Exposure, Incident,
}

// ParseFamily reads the name of a family.
func ParseFamily(text string) (Family, error) {
	for _, f := range Families {
		if string(f) == text {
			return f, nil
		}
	}
	return "", fmt.Errorf("unknown family %q", text)
}

// Kind is the kind of an entity.
type Kind string

// The kinds of entities. A pair is "src > dst", an edge "client > server:port/protocol"
// between apps; a source is where logs come from.
const (
	KindAddress    Kind = "address"
	KindPair       Kind = "pair"
	KindInterface  Kind = "interface"
	KindSubnet     Kind = "subnet"
	KindVPC        Kind = "vpc"
	KindApp        Kind = "app"
	KindEdge       Kind = "edge"
	KindSource     Kind = "source"
	KindAttachment Kind = "attachment"
)

// Kinds are all kinds of entities.
var Kinds = []Kind{KindAddress, KindPair, KindInterface, KindSubnet, KindVPC, KindApp, KindEdge, KindSource, KindAttachment}

// Entity is what a finding is about. An internal address means nothing without its
// network; public addresses and things with names of their own have none.
type Entity struct {
	Kind    Kind   `json:"kind"`
	Network string `json:"network"`
	ID      string `json:"id"`
}

// String returns the entity as people write it, "vpc-1a2b/10.0.0.1".
func (e Entity) String() string {
	if e.Network == "" {
		return e.ID
	}
	return e.Network + "/" + e.ID
}

// Evidence selects the records behind a finding: Count is what
//
//	weir query FILTER --since SINCE --until UNTIL --limit 0
//
// returns, records of every witness. Where the finding is that records are missing,
// only Missing is set.
type Evidence struct {
	Filter string    `json:"filter,omitempty"`
	Since  time.Time `json:"since,omitzero"`
	Until  time.Time `json:"until,omitzero"` // not included
	Count  uint64    `json:"count"`
	Exact  bool      `json:"exact"` // Count was computed over the same rows, not estimated

	Missing *Missing `json:"missing,omitempty"`
}

// Command is the command that gives the records, "" where it is that there are none.
func (e Evidence) Command() string {
	if e.Missing != nil || e.Filter == "" {
		return ""
	}
	return fmt.Sprintf("weir query '%s' --since %s --until %s --limit 0", strings.ReplaceAll(e.Filter, "'", `'\''`),
		e.Since.UTC().Format(time.RFC3339), e.Until.UTC().Format(time.RFC3339))
}

// Missing is a stretch of time in which an interface should have logged.
type Missing struct {
	InterfaceID string    `json:"interface_id"`
	Since       time.Time `json:"since"`
	Until       time.Time `json:"until"`
}

// Share is how much of a surge lies in one interface, subnet or VPC.
type Share struct {
	Kind  Kind    `json:"kind"` // interface, subnet or vpc
	ID    string  `json:"id"`
	Share float64 `json:"share"` // 0 to 1
}

// Range is what is usual, both ends included.
type Range struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
	Unit string  `json:"unit,omitempty"`
}

// Finding is one thing that was found.
type Finding struct {
	ID     string `json:"id"`
	Rule   string `json:"rule"` // id of the rule
	Family Family `json:"family"`
	Title  string `json:"title"`

	Severity Severity `json:"severity"`
	Score    int      `json:"score"`    // 0 to 100, how sure and how bad
	Page     bool     `json:"page"`     // a person should look now
	Exposure bool     `json:"exposure"` // internet noise against a host that it can reach
	Late     bool     `json:"late"`     // found in rows that came after the watermark had passed them
	Weak     bool     `json:"weak"`     // counts towards an incident only

	Entity  Entity     `json:"entity"`
	SrcAddr netip.Addr `json:"srcaddr,omitzero"`
	DstAddr netip.Addr `json:"dstaddr,omitzero"`
	DstPort *uint16    `json:"dstport,omitempty"`
	// Touches are further entities that the finding is about, by which incidents
	// find together: the other end, both apps. The entity itself is not repeated.
	Touches []Entity `json:"touches,omitempty"`

	Window    time.Time `json:"window"`     // start of the window, in the id
	FirstSeen time.Time `json:"first_seen"` // event time of the first record
	LastSeen  time.Time `json:"last_seen"`  // event time of the last record so far
	Found     time.Time `json:"found"`      // event time at which it was decided
	Count     uint64    `json:"count"`      // flows, each counted once

	Scope    []Share  `json:"scope,omitempty"`
	Why      string   `json:"why"` // one sentence with the numbers and what is usual
	Usual    *Range   `json:"usual"`
	Attack   []string `json:"attack"` // ATT&CK technique ids
	Evidence Evidence `json:"evidence"`
	Response []string `json:"response"` // steps

	// Resolved ends a finding of the same id that tells of a state: an interface that
	// logs again.
	Resolved bool `json:"resolved,omitempty"`
	// Withdrawn: with records that came late it was not found again.
	Withdrawn bool `json:"withdrawn,omitempty"`
	// Whole: it takes the place of what was told of it before, which was found while
	// records were missing, or in fewer of them.
	Whole bool `json:"-"`
}

// ID returns the id of a finding: 26 letters and digits that depend on the rule,
// the entity and the start of the window alone.
func ID(rule string, e Entity, window time.Time) string {
	h := sha256.New()
	var n [8]byte
	for _, part := range []string{rule, string(e.Kind), e.Network, e.ID} {
		binary.BigEndian.PutUint64(n[:], uint64(len(part)))
		h.Write(n[:])
		h.Write([]byte(part))
	}
	binary.BigEndian.PutUint64(n[:], uint64(window.UnixNano()))
	h.Write(n[:])
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(h.Sum(nil)[:16]))
}
