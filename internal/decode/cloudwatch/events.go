// Package cloudwatch unwraps flow logs that went through CloudWatch Logs: exports to
// S3, subscription payloads as Kinesis, Data Firehose and Lambda get them, and what the
// AWS CLI prints.
//
// A message is a line of the log it holds. Messages of many objects go on as one
// stream as long as what is known besides is the same, so their columns are found once
// and from all of them. They have no header line. What is known is the account, the
// region and the log group: a group holds records of one format, so groups of other
// formats, or of other logs, do not stand in each other's way. The interface that the
// log stream names and the time of an event belong to it only where records may lack
// them, as every change of them begins a new stream.
//
// What is not done: events are not told apart by their ids, since deliveries that come
// twice come as two objects; and the verdict that the name of a log stream may end in
// is not given to records without one.
//
// Shapes: AWS's pages "Using subscription filters", "FilterLogEvents", "GetLogEvents"
// and "Export log data to Amazon S3", and the vectors that the tests read.
package cloudwatch

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/jsonscan"
	"github.com/weir-flow/weir/internal/record"
)

// Events is the envelope of JSON documents that hold log events: subscription
// payloads, one or many in a row, also in base64 as Lambda and Data Firehose hand them
// over, and the output of filter-log-events and get-log-events.
type Events struct{}

var _ decode.Envelope = Events{}

// Name returns "cloudwatch".
func (Events) Name() string { return "cloudwatch" }

// Reasons for parts that cannot be unwrapped.
const (
	ReasonNoEvents  = "CloudWatch: neither an event nor a payload of events"
	ReasonNoMessage = "CloudWatch: event without a message"
	ReasonBadBase64 = "CloudWatch: data is not base64"
	ReasonDamaged   = "CloudWatch: compressed data is damaged"
	ReasonTooLarge  = "CloudWatch: data expands beyond the limit"
	ReasonTooDeep   = "CloudWatch: wrapped too often"
	ReasonUnknown   = "CloudWatch: message of no known format"
)

// Limits, in bytes but for the last.
const (
	// maxPayload is the longest subscription payload or delivery, also expanded: Data
	// Firehose sends 64 MiB at most.
	maxPayload = 64 << 20
	// maxUnknown is how much of messages that nobody recognises is kept until there is
	// one that somebody does.
	maxUnknown = 1 << 20
	// maxLevels is how often payloads may be wrapped in each other.
	maxLevels = 4
)

// Sniff recognises the first object by its members.
func (Events) Sniff(head []byte) bool {
	p := jsonscan.Space(head, 0)
	if p < len(head) && head[p] == '[' {
		p = jsonscan.Space(head, p+1)
	}
	if p >= len(head) || head[p] != '{' {
		return false
	}
	message, plain := false, true
	decided, is := false, false
	members(head[p:], func(name, value []byte) bool {
		switch string(name) {
		case "messageType", "logEvents", "awslogs":
			decided, is = true, true
		case "events":
			decided, is = true, holds(value, "message")
		case "records":
			decided, is = true, holds(value, "data")
		case "message":
			message = len(value) > 0 && value[0] == '"'
		case "id", "eventId", "timestamp", "ingestionTime", "logStreamName", "logGroup", "logStream", "owner":
		default:
			if f, ok := record.Lookup(string(name)); ok && record.Bindable(f) {
				plain = false
			}
		}
		return !decided
	})
	return is || !decided && message && plain
}

// holds reports whether a list is empty, or its first object has a text of that name.
func holds(list []byte, name string) bool {
	if len(list) == 0 || list[0] != '[' {
		return false
	}
	p := jsonscan.Space(list, 1)
	if p >= len(list) || list[p] == ']' {
		return p < len(list) && name == "message" // an empty page
	}
	found := false
	members(list[p:], func(member, value []byte) bool {
		found = found || string(member) == name && len(value) > 0 && value[0] == '"'
		return !found
	})
	return found
}

// Unwrap implements [decode.Envelope].
func (Events) Unwrap(r io.Reader, o decode.Options, out decode.Payloads) error {
	s := newEvents(r, o)
	defer s.close()
	run := runs{events: s, out: out}
	for {
		for len(s.queue) == 0 && s.err == nil {
			s.pull()
		}
		var err error
		switch {
		case len(s.queue) > 0 && s.queue[0].bad:
			bad := s.queue[0].badLine
			s.queue = s.queue[1:]
			err = run.bad(bad)
		case len(s.queue) > 0:
			err = run.next(o)
		case errors.Is(s.err, io.EOF):
			return run.unknown // nil as soon as anything was recognised
		default:
			return errors.Join(s.err, run.unknown)
		}
		if err != nil {
			return err
		}
	}
}

// runs hands on the messages, run by run of the same kind.
//
// Messages of a format that nobody knows are bad where others are good: one delivery
// carries flow logs beside other logs. Where there are no others, the format of the
// object is unknown, and nothing of it is done with: the user may know it.
type runs struct {
	*events
	out     decode.Payloads
	good    bool
	unknown error            // of the first unknown run, until one is good
	pending []decode.BadLine // what is bad from then on
	size    int              // of its text
}

func (r *runs) next(o decode.Options) error {
	first := r.queue[0]
	p := &payload{s: r.events, known: first.known}
	r.head = r.head[:0]
	err := r.out.Payload(p, first.options(o))
	switch {
	case err == nil:
		r.good, r.unknown = true, nil
		if _, err := io.Copy(io.Discard, p); err != nil { // a decoder may leave blanks
			return err
		}
		for _, b := range r.pending {
			if err := r.bad(b); err != nil {
				return err
			}
		}
		r.pending = nil
		return nil
	case !errors.Is(err, decode.ErrUnknownFormat), p.read > len(r.head), o.Growing, r.err != nil && !errors.Is(r.err, io.EOF):
		return err
	}
	if !r.good && r.unknown == nil {
		r.unknown = err
	}
	lines := decode.NewLines(io.MultiReader(bytes.NewReader(bytes.Clone(r.head)), p), 0, false, func(decode.BadLine) {})
	defer lines.Close()
	for {
		block, err := lines.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		for line := range bytes.Lines(block.Data[:block.Size]) {
			line = bytes.TrimRight(line, "\r\n")
			if err := r.bad(decode.BadLine{Line: 1, Reason: ReasonUnknown, Text: line[:min(len(line), decode.MaxBadText)]}); err != nil {
				return err
			}
		}
	}
}

// bad hands out a bad part, or keeps it for as long as nothing is done with.
func (r *runs) bad(b decode.BadLine) error {
	if r.unknown == nil {
		return r.out.Bad(b)
	}
	if r.size += len(b.Text); r.size > maxUnknown {
		return r.unknown
	}
	b.Text = bytes.Clone(b.Text)
	r.pending = append(r.pending, b)
	return nil
}

// options are those for the messages of a piece.
func (p *piece) options(o decode.Options) decode.Options {
	o.Context = maps.Clone(o.Context)
	if o.Context == nil {
		o.Context = map[record.FieldID]string{}
	}
	for id, v := range map[record.FieldID]string{record.AccountID: p.account, record.Region: p.region, record.InterfaceID: p.iface} {
		if v != "" {
			o.Context[id] = v // said of these messages, where the object's name speaks of all
		}
	}
	if p.first > 0 {
		o.ObjectTime = time.UnixMilli(p.first).UTC()
	}
	o.Growing = false // whole messages only
	return o
}

// payload reads the pieces of one kind.
type payload struct {
	s *events
	known
	read int
}

func (p *payload) Read(b []byte) (int, error) {
	for {
		for len(p.s.queue) == 0 && p.s.err == nil {
			p.s.pull()
		}
		switch {
		case len(p.s.queue) == 0:
			return 0, p.s.err
		case p.s.queue[0].known != p.known:
			return 0, io.EOF
		}
		first := &p.s.queue[0]
		n := copy(b, first.text[first.read:])
		if first.read += n; first.read == len(first.text) {
			p.s.spare = first.text[:0]
			p.s.queue = p.s.queue[1:]
		}
		if n > 0 {
			p.read += n
			p.s.head = append(p.s.head, b[:min(n, decode.HeadSize-len(p.s.head))]...)
			return n, nil
		}
	}
}

// needs says what records of a log format do not tell, so that what stands around them
// must. Where the columns are not said, only known orders of columns are read, and
// these have both.
func needs(o decode.Options) (iface, at bool) {
	if o.LogFormat == "" {
		return false, false
	}
	iface, at = true, true
	for _, name := range strings.FieldsFunc(o.LogFormat, func(r rune) bool { return strings.ContainsRune("${} ,\t\n\\'\"", r) }) {
		f, ok := record.Lookup(name)
		iface = iface && !(ok && f.ID == record.InterfaceID)
		at = at && !(ok && (f.ID == record.Start || f.ID == record.End))
	}
	return iface, at
}
