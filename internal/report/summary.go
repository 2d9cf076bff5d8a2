package report

import (
	"encoding/json"
	"io"
	"time"
)

// Summary is what analyze found. Its JSON is a promise to scripts; what has no
// JSON name is for the printed report alone.
type Summary struct {
	Kind       string     `json:"kind"` // "summary"
	Objects    int64      `json:"objects"`
	Records    int64      `json:"records"` // stored and duplicates
	Stored     int64      `json:"stored"`
	Duplicates int64      `json:"duplicates"`
	Bad        int64      `json:"bad"`
	NoData     int64      `json:"nodata"`
	SkipData   int64      `json:"skipdata"`
	From       *time.Time `json:"from"` // start of the first record, null without any
	To         *time.Time `json:"to"`   // start of the last record
	Accept     uint64     `json:"accept"`
	Reject     uint64     `json:"reject"`
	NoVerdict  uint64     `json:"no_verdict"` // records of logs that do not tell, such as GCP's
	Gaps       []Gap      `json:"gaps"`
	Talkers    []End      `json:"talkers"`          // by bytes sent
	Sources    []Rejected `json:"rejected_sources"` // by flows
	Targets    []Rejected `json:"rejected_destinations"`
	Ports      []Service  `json:"ports"`
	Protocols  []Service  `json:"protocols"`
	Alerts     int        `json:"alerts"`
	Pages      int        `json:"pages"`
	Future     uint64     `json:"future,omitempty"` // records more than an hour after the clock of who read them: nothing is found in these

	Since, Until time.Time `json:"-"` // records that are reported on, [Since, Until); zero: all

	BytesIn  int64         `json:"-"`
	Took     time.Duration `json:"-"` // reading; the report's own time comes on top
	Verdicts [3]Volume     `json:"-"` // accepted, rejected, no verdict known; each flow once
	Timeline Timeline      `json:"-"`
	Quiet    []Interface   `json:"-"`
	Bads     []Reason      `json:"-"`
	Failures []Failure     `json:"-"`
}

// Gap is a stretch of time that records are missing in.
type Gap struct {
	From    time.Time `json:"from"`
	To      time.Time `json:"to"`
	Kind    string    `json:"kind"` // no_data, skipdata
	Records uint64    `json:"records"`
}

// Volume is traffic, each flow counted once.
type Volume struct{ Flows, Bytes, Packets uint64 }

// End is an address in its network, with what is known about it and what it did.
type End struct {
	Network   text   `json:"network"`
	Address   string `json:"address"`
	App       text   `json:"app"`
	Interface text   `json:"interface_id"`
	Country   text   `json:"country"`
	ASN       uint64 `json:"asn,omitempty"`
	ASOrg     text   `json:"as_org"`
	Flows     uint64 `json:"flows"`
	Bytes     uint64 `json:"bytes"`
	Packets   uint64 `json:"packets"`
}

// Rejected is an end that was refused, or that others were refused at.
type Rejected struct {
	Network   text   `json:"network"`
	Address   string `json:"address"`
	Port      *int   `json:"port,omitempty"` // of destinations
	Protocol  *int   `json:"protocol,omitempty"`
	App       text   `json:"app"`
	Interface text   `json:"interface_id"`
	Country   text   `json:"country"`
	ASN       uint64 `json:"asn,omitempty"`
	ASOrg     text   `json:"as_org"`
	Flows     uint64 `json:"flows"`
	Hosts     uint64 `json:"hosts"`           // distinct addresses on the other side
	Ports     uint64 `json:"ports,omitempty"` // distinct ports that were tried, of sources
}

// Service is a service port or a protocol.
type Service struct {
	Port     *int   `json:"port,omitempty"`
	Protocol int    `json:"protocol"`
	Name     text   `json:"name"`
	Flows    uint64 `json:"flows"`
	Bytes    uint64 `json:"bytes"`
	Rejected uint64 `json:"rejected"` // flows of these that were refused
	judged   uint64 // flows with a verdict
}

// Timeline is flows by action in buckets of time.
type Timeline struct {
	Begin          time.Time // of the first bucket
	Bucket         time.Duration
	Accept, Reject []uint64
	NoVerdict      []uint64
}

// Interface is an interface with statuses that are not OK.
type Interface struct {
	ID               string
	NoData, SkipData uint64
}

// Reason is how many lines were bad for which reason.
type Reason struct {
	Text    string
	Count   uint64
	Example string // file:line
}

// Failure is a file that was not read, or not to its end.
type Failure struct{ Name, Why string }

// text is a text that is null in JSON when it is empty.
type text string

// MarshalJSON implements [json.Marshaler].
func (t text) MarshalJSON() ([]byte, error) {
	if t == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(t))
}

// WriteJSON writes the summary as one line.
func (s *Summary) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(s)
}
