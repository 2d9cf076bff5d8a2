// Package cloudwatch unwraps flow logs that went through CloudWatch Logs: exports to
// S3, subscription payloads as Kinesis, Data Firehose and Lambda get them, and what the
// AWS CLI prints.
//
// A message is a line of the log it holds. Messages of many objects go on as one
// stream as long as what is known besides is the same, so their columns are found once
// and from all of them. They have no header line.
//
// Shapes: AWS's pages "Using subscription filters", "FilterLogEvents", "GetLogEvents"
// and "Export log data to Amazon S3", and the vectors that the tests read.
package cloudwatch

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"maps"
	"slices"
	"strconv"
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
	ReasonBadBase64 = "CloudWatch: data is not base64"
)

// maxPayload is the longest subscription payload or delivery, in bytes: Data Firehose
// sends 64 MiB at most.
const maxPayload = 64 << 20

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

// members calls f for the members of the object at the beginning of data, until f
// returns false or the object ends, or is cut. A value that is cut is handed out as
// far as it goes.
func members(data []byte, f func(name, value []byte) bool) {
	if len(data) == 0 || data[0] != '{' {
		return
	}
	for p := 1; ; {
		p = jsonscan.Space(data, p)
		name, at, why := jsonscan.Member(data, p)
		if why != "" || at > len(data) {
			return
		}
		end, why := jsonscan.Value(data, at)
		if !f(name, data[at:min(end, len(data))]) || why != "" {
			return
		}
		if p = jsonscan.Space(data, end); p >= len(data) || data[p] != ',' {
			return
		}
		p++
	}
}

// elements calls f for the objects of a list.
func elements(list []byte, f func(object []byte)) {
	for p := 1; ; {
		p = jsonscan.Space(list, p)
		end, why := jsonscan.Value(list, p)
		if why != "" {
			return
		}
		f(list[p:end])
		if p = jsonscan.Space(list, end); p >= len(list) || list[p] != ',' {
			return
		}
		p++
	}
}

// text returns what a text says, its escapes resolved; "" for what is no text.
func text(value []byte) []byte {
	if len(value) < 2 || value[0] != '"' {
		return nil
	}
	return jsonscan.AppendText(nil, value[1:len(value)-1])
}

// known is what is known of messages besides their text. Messages with the same go on
// in one stream.
type known struct {
	account, region, iface string
	at                     int64 // milliseconds; only where records have no time of their own
	packed                 bool  // the text is a stream of its own: gzip in base64
	bad                    bool  // it is a part that cannot be unwrapped
}

// piece is a run of text of one kind.
type piece struct {
	known
	text    []byte
	first   int64 // time of the first message, milliseconds
	badLine decode.BadLine
}

// events reads objects as they are asked for.
type events struct {
	objects *decode.Objects
	queue   []piece
	err     error // io.EOF at the end

	needIface, needTime bool // the columns are known, and lack them
}

// Unwrap implements [decode.Envelope].
func (Events) Unwrap(r io.Reader, o decode.Options, out decode.Payloads) error {
	s := &events{}
	if columns := o.LogFormat; columns != "" {
		has := func(id record.FieldID) bool {
			return slices.ContainsFunc(strings.FieldsFunc(columns, func(r rune) bool { return r == ' ' || r == '$' || r == '{' || r == '}' }), func(name string) bool {
				f, ok := record.Lookup(name)
				return ok && f.ID == id
			})
		}
		s.needIface = !has(record.InterfaceID)
		s.needTime = !has(record.Start) && !has(record.End)
	}
	s.objects = decode.NewObjects(r, decode.ObjectOptions{
		Growing: o.Growing, Max: maxPayload,
		Bad:  func(b decode.BadLine) { s.queue = append(s.queue, badPiece(b)) },
		List: func(name []byte) bool { return string(name) == "events" },
	})
	defer s.objects.Close()
	for {
		for len(s.queue) == 0 && s.err == nil {
			s.pull()
		}
		if len(s.queue) == 0 {
			if errors.Is(s.err, io.EOF) {
				return nil
			}
			return s.err
		}
		p := s.queue[0]
		if p.bad {
			s.queue = s.queue[1:]
			if err := out.Bad(p.badLine); err != nil {
				return err
			}
			continue
		}
		if err := out.Payload(&payload{s: s, known: p.known}, p.options(o)); err != nil {
			return err
		}
		for len(s.queue) > 0 && s.queue[0].known == p.known { // what the decoder left
			s.queue = s.queue[1:]
		}
	}
}

func badPiece(b decode.BadLine) piece {
	b.Text = bytes.Clone(b.Text)
	return piece{known: known{bad: true}, badLine: b}
}

// options are those for messages.
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
	if !p.packed {
		o.Growing = false // whole messages only
	}
	return o
}

// payload reads the pieces of one kind.
type payload struct {
	s *events
	known
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
		n := copy(b, first.text)
		first.text = first.text[n:]
		if len(first.text) == 0 {
			p.s.queue = p.s.queue[1:]
		}
		if n > 0 {
			return n, nil
		}
	}
}

// pull reads one object.
func (s *events) pull() {
	object, err := s.objects.Next()
	if err != nil {
		s.err = err
		return
	}
	if !s.object(object.Data) {
		s.objects.Reject(object, ReasonNoEvents)
	}
}

// object takes one object, and reports whether it is one of these.
func (s *events) object(data []byte) (ok bool) {
	var k known
	var kind, stream, logEvents, message, region, account []byte
	at := int64(0)
	members(data, func(name, value []byte) bool {
		switch string(name) {
		case "messageType":
			kind, ok = text(value), true
		case "owner":
			k.account = string(text(value))
		case "logStream", "logStreamName":
			stream = text(value)
		case "logEvents":
			logEvents, ok = value, true
		case "timestamp":
			at = number(value)
		case "message":
			message, ok = text(value), true
		case "events", "nextToken", "nextForwardToken", "searchedLogStreams":
			ok = true // a page without events, or what stands around them
		case "extractedFields":
			account, region = extracted(value)
		case "awslogs":
			members(value, func(name, value []byte) bool {
				if string(name) == "data" {
					s.packed(text(value))
					ok = true
				}
				return true
			})
		case "records":
			elements(value, func(r []byte) {
				members(r, func(name, value []byte) bool {
					if string(name) == "data" {
						s.packed(text(value))
						ok = true
					}
					return true
				})
			})
		}
		return true
	})
	if k.account == "CloudwatchLogs" || string(kind) == "CONTROL_MESSAGE" {
		return true // asks whether anybody is there
	}
	k.place(account, region)
	if s.needIface {
		k.iface = interfaceOf(string(stream))
	}
	if len(logEvents) > 0 {
		elements(logEvents, func(event []byte) {
			e, at := k, int64(0)
			var message, account, region []byte
			members(event, func(name, value []byte) bool {
				switch string(name) {
				case "timestamp":
					at = number(value)
				case "message":
					message = text(value)
				case "extractedFields":
					account, region = extracted(value)
				}
				return true
			})
			e.place(account, region)
			s.message(e, message, at)
		})
	} else if message != nil {
		s.message(k, message, at)
	}
	return ok
}

// place takes account and region that centralised logging adds to events.
func (k *known) place(account, region []byte) {
	if len(account) > 0 {
		k.account = string(account)
	}
	if len(region) > 0 {
		k.region = string(region)
	}
}

func extracted(fields []byte) (account, region []byte) {
	members(fields, func(name, value []byte) bool {
		switch string(name) {
		case "@aws.account":
			account = text(value)
		case "@aws.region":
			region = text(value)
		}
		return true
	})
	return account, region
}

func number(value []byte) int64 {
	n, err := strconv.ParseInt(strings.Trim(string(value), `"`), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// interfaceOf reads the name of a flow log's stream: <interface>-<accept|reject|all>.
func interfaceOf(stream string) string {
	if !strings.HasPrefix(stream, "eni-") {
		return ""
	}
	for _, end := range []string{"-all", "-accept", "-reject"} {
		if id, ok := strings.CutSuffix(stream, end); ok {
			return id
		}
	}
	return stream
}

// message adds a line.
func (s *events) message(k known, message []byte, at int64) {
	if len(bytes.TrimSpace(message)) == 0 {
		return
	}
	if s.needTime {
		k.at = at
	}
	for i, c := range message {
		if c == '\n' || c == '\r' {
			message[i] = ' ' // a message is a line; in JSON this is a blank too
		}
	}
	s.add(piece{known: k, first: at, text: append(message, '\n')})
}

// packed adds what stands in base64: a compressed stream, payloads again, or lines.
func (s *events) packed(data []byte) {
	plain := make([]byte, base64.StdEncoding.DecodedLen(len(data)))
	n, err := base64.StdEncoding.Decode(plain, data)
	if err != nil {
		s.queue = append(s.queue, badPiece(decode.BadLine{Reason: ReasonBadBase64, Text: data[:min(len(data), decode.MaxBadText)]}))
		return
	}
	plain = plain[:n]
	switch {
	case decode.Gzip.Sniff(plain): // members in a row are one stream
		s.add(piece{known: known{packed: true}, text: plain})
	case len(bytes.TrimSpace(plain)) == 0:
	case Events{}.Sniff(plain):
		s.object(bytes.TrimSpace(plain))
	default:
		if plain[len(plain)-1] != '\n' {
			plain = append(plain, '\n')
		}
		s.add(piece{text: plain})
	}
}

func (s *events) add(p piece) {
	if n := len(s.queue); n > 0 && s.queue[n-1].known == p.known {
		s.queue[n-1].text = append(s.queue[n-1].text, p.text...)
		return
	}
	s.queue = append(s.queue, p)
}
