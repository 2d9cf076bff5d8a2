package cloudwatch

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/jsonscan"
)

// known is what is known of messages besides their text. Messages with the same go on
// in one stream.
type known struct {
	account, region, group string
	iface                  string // only where records may have none of their own
	at                     int64  // milliseconds; only where records have no time of their own
	bad                    bool   // it is a part that cannot be unwrapped
}

// piece is a run of text of one kind.
type piece struct {
	known
	text    []byte
	read    int   // bytes of it
	first   int64 // time of the first message, milliseconds
	badLine decode.BadLine
}

// events reads objects as they are asked for.
type events struct {
	levels []level // the document, and what was packed in it, innermost last
	queue  []piece
	spare  []byte // of a piece that was read
	err    error  // io.EOF at the end
	head   []byte // what was read first of the run at hand

	needIface, needAt   bool
	maxDecoded, ratio   int64
	packedIn, packedOut int64 // bytes of what was packed, before and after
}

// level is a document, and what one of its objects holds packed.
type level struct {
	objects *decode.Objects
	parts   [][]byte // in base64; valid until the next object is asked for
}

func newEvents(r io.Reader, o decode.Options) *events {
	s := &events{maxDecoded: o.MaxDecoded, ratio: o.MaxRatio}
	if s.maxDecoded <= 0 {
		s.maxDecoded = decode.DefaultMaxDecoded
	}
	if s.ratio <= 0 {
		s.ratio = decode.DefaultMaxRatio
	}
	s.needIface, s.needAt = needs(o)
	s.enter(r, o.Growing)
	return s
}

// enter begins a document.
func (s *events) enter(r io.Reader, growing bool) {
	s.levels = append(s.levels, level{objects: decode.NewObjects(r, decode.ObjectOptions{
		Growing: growing, Max: maxPayload,
		Bad:  s.addBad,
		List: func(name []byte) bool { return string(name) == "events" },
		Record: func(name []byte) bool {
			switch string(name) {
			case "messageType", "logEvents", "awslogs", "records", "message":
				return true
			}
			return false
		},
	})})
}

func (s *events) leave() {
	s.levels[len(s.levels)-1].objects.Close()
	s.levels = s.levels[:len(s.levels)-1]
}

func (s *events) close() {
	for len(s.levels) > 0 {
		s.leave()
	}
}

// pull reads one object, or takes apart what is packed in the last one: one at a time,
// for each may grow large.
func (s *events) pull() {
	in := &s.levels[len(s.levels)-1]
	if len(in.parts) > 0 {
		data := in.parts[0]
		in.parts = in.parts[1:]
		s.packed(data)
		return
	}
	object, err := in.objects.Next()
	switch {
	case err != nil && len(s.levels) > 1:
		s.leave()
	case err != nil:
		s.err = err
	case !s.object(in, object.Data):
		in.objects.Reject(object, ReasonNoEvents)
	}
}

// object takes one object, and reports whether it is one of these.
func (s *events) object(in *level, data []byte) (ok bool) {
	var k known
	var kind, stream, logEvents, message, account, region []byte
	at := int64(0)
	members(data, func(name, value []byte) bool {
		switch string(name) {
		case "messageType":
			kind, ok = text(value), true
		case "owner":
			k.account = string(text(value))
		case "logGroup", "logGroupName":
			k.group = string(text(value))
		case "logStream", "logStreamName":
			stream = text(value)
		case "logEvents":
			logEvents, ok = value, true
		case "timestamp":
			at = number(value)
		case "message":
			message, ok = value, true
		case "events", "nextToken", "nextForwardToken", "searchedLogStreams":
			ok = true // a page without events, or what stands around them
		case "extractedFields":
			account, region = extracted(value)
		case "awslogs":
			ok = in.pack(value) || ok
		case "records":
			elements(value, func(r []byte) { ok = in.pack(r) || ok })
		}
		return true
	})
	if k.account == "CloudwatchLogs" || string(kind) == "CONTROL_MESSAGE" {
		return true // asks whether anybody is there
	}
	k.place(account, region)
	switch {
	case logEvents != nil:
		elements(logEvents, func(event []byte) { s.event(k, stream, event) })
	case message != nil:
		s.message(k, stream, message, at)
	}
	return ok
}

// pack keeps what an object has as data, to be taken apart later.
func (l *level) pack(object []byte) (ok bool) {
	members(object, func(name, value []byte) bool {
		if string(name) == "data" {
			l.parts, ok = append(l.parts, text(value)), true
		}
		return true
	})
	return ok
}

// event takes an event of a payload.
func (s *events) event(k known, stream, event []byte) {
	var message, account, region []byte
	at := int64(0)
	members(event, func(name, value []byte) bool {
		switch string(name) {
		case "timestamp":
			at = number(value)
		case "message":
			message = value
		case "extractedFields":
			account, region = extracted(value)
		}
		return true
	})
	if message == nil {
		s.addBad(decode.BadLine{Line: 1, Reason: ReasonNoMessage, Text: event[:min(len(event), decode.MaxBadText)]})
		return
	}
	k.place(account, region)
	s.message(k, stream, message, at)
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

// message adds a message as it stands in JSON: a text, or an object as some senders
// leave it.
func (s *events) message(k known, stream, value []byte, at int64) {
	raw, isText := quoted(value)
	if !isText {
		if len(value) == 0 || value[0] != '{' {
			s.addBad(decode.BadLine{Line: 1, Reason: ReasonNoMessage, Text: value[:min(len(value), decode.MaxBadText)]})
			return
		}
		raw = value
	}
	if s.needIface || bytes.HasPrefix(raw, []byte("{")) { // JSON may lack any field
		k.iface = decode.StreamInterface(string(stream))
	}
	if s.needAt {
		k.at = at
	}
	p := s.piece(k, at)
	n := len(p.text)
	if isText && bytes.IndexByte(raw, '\\') >= 0 {
		p.text = jsonscan.AppendText(p.text, raw)
	} else {
		p.text = append(p.text, raw...)
	}
	p.end(n)
}

// piece returns the last piece of the queue if it is of a kind, else a new one.
func (s *events) piece(k known, first int64) *piece {
	if n := len(s.queue); n == 0 || s.queue[n-1].known != k {
		s.queue = append(s.queue, piece{known: k, first: first, text: s.spare})
		s.spare = nil
	}
	return &s.queue[len(s.queue)-1]
}

// end ends the line that begins at n; a blank one is dropped.
func (p *piece) end(n int) {
	switch line := p.text[n:]; {
	case len(bytes.TrimSpace(line)) == 0:
		p.text = p.text[:n]
	case line[len(line)-1] != '\n':
		p.text = append(p.text, '\n')
	}
}

func (s *events) addBad(b decode.BadLine) {
	b.Text = bytes.Clone(b.Text)
	s.queue = append(s.queue, piece{known: known{bad: true}, badLine: b})
}

// packed takes apart what stands in base64: payloads again, or lines, compressed or not.
func (s *events) packed(data []byte) {
	bad := func(reason string) {
		s.addBad(decode.BadLine{Line: 1, Reason: reason, Text: data[:min(len(data), decode.MaxBadText)]})
	}
	plain := make([]byte, base64.StdEncoding.DecodedLen(len(data)))
	n, err := base64.StdEncoding.Decode(plain, data)
	if err != nil {
		bad(ReasonBadBase64)
		return
	}
	plain = plain[:n]
	s.packedIn += int64(n)
	for depth := 0; err == nil; depth++ {
		var e decode.Envelope
		for _, known := range []decode.Envelope{decode.Gzip, decode.Zstd} {
			if known.Sniff(plain) {
				e = known
			}
		}
		if e == nil {
			break
		}
		if depth == maxLevels {
			bad(ReasonTooDeep)
			return
		}
		plain, err = expand(e, plain)
		s.packedOut += int64(len(plain))
		if s.packedOut > s.maxDecoded || s.packedOut > maxPayload && s.packedOut/s.ratio > s.packedIn {
			s.err = fmt.Errorf("%w: %d bytes from %d in base64", decode.ErrExpansion, s.packedOut, s.packedIn)
			return
		}
	}
	switch { // what came before the damage is good
	case errors.Is(err, decode.ErrExpansion):
		bad(ReasonTooLarge)
	case err != nil:
		bad(ReasonDamaged)
	}
	switch {
	case len(bytes.TrimSpace(plain)) == 0:
	case !(Events{}).Sniff(plain):
		p := s.piece(known{}, 0)
		n := len(p.text)
		if p.text = append(p.text, plain...); err != nil { // a line that is cut is none
			p.text = p.text[:n+bytes.LastIndexByte(plain, '\n')+1]
		}
		p.end(n)
	case len(s.levels) == maxLevels:
		bad(ReasonTooDeep)
	default:
		s.enter(bytes.NewReader(plain), false)
	}
}

// expand returns the whole of compressed data, or what comes before an error.
func expand(e decode.Envelope, data []byte) ([]byte, error) {
	var w whole
	err := e.Unwrap(bytes.NewReader(data), decode.Options{MaxDecoded: maxPayload}, &w)
	return w.data, err
}

// whole takes a payload as one.
type whole struct{ data []byte }

func (w *whole) Payload(r io.Reader, _ decode.Options) (err error) {
	w.data, err = io.ReadAll(r)
	return err
}

func (*whole) Bad(decode.BadLine) error { return nil }
