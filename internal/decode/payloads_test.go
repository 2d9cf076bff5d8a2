package decode_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"testing"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/decode/vpc"
	"github.com/weir-flow/weir/internal/record"
)

// boxes is an envelope of several payloads: after "BOX" and a line end, what lies
// between two "|". A part "!" cannot be unwrapped.
type boxes struct{}

func (boxes) Name() string           { return "boxes" }
func (boxes) Sniff(head []byte) bool { return bytes.HasPrefix(head, []byte("BOX\n")) }

func (boxes) Unwrap(r io.Reader, o decode.Options, out decode.Payloads) error {
	all, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	for i, part := range bytes.Split(all[4:], []byte("|")) {
		if string(part) == "!" {
			err = out.Bad(decode.BadLine{Line: int64(i + 1), Reason: "broken part", Text: part})
		} else {
			err = out.Payload(bytes.NewReader(part), o)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

type payloadSink struct {
	batch     *record.Batch
	bad       []string
	positions []int64
}

func (s *payloadSink) Batch() (*record.Batch, error) { return s.batch, nil }
func (s *payloadSink) Bad(b decode.BadLine)          { s.bad = append(s.bad, string(b.Text)) }
func (s *payloadSink) Consumed(at int64, _ int)      { s.positions = append(s.positions, at) }

// TestPayloadsResume protects that an object of several payloads can be resumed at
// every position it gave out: rows and bad parts before it never come again, those
// after it all do.
func TestPayloadsResume(t *testing.T) {
	line := func(n int) string {
		return fmt.Sprintf("2 123456789012 eni-%d 10.0.0.1 10.0.0.2 1000 443 6 1 40 1600000000 1600000060 ACCEPT OK\n", n)
	}
	text := "BOX\n" + line(1) + line(2) + "|!|" + line(3) + "junk in the middle of it\n" + line(4) + "|!|" + line(5)
	formats := decode.Formats{Envelopes: []decode.Envelope{boxes{}}, Drivers: []decode.Driver{vpc.Driver{}}}
	read := func(skip int64) *payloadSink {
		s := &payloadSink{batch: record.NewBatch(record.KindFlow, record.NewRegistry())}
		res, err := decode.Run(context.Background(), bytes.NewReader([]byte(text)), formats, decode.Options{Skip: skip}, s)
		if err != nil {
			t.Fatal(err)
		}
		if res.Rows != int64(s.batch.Len()) || res.Bad != int64(len(s.bad)) {
			t.Errorf("skip %d: result %+v for %d rows and %d bad", skip, res, s.batch.Len(), len(s.bad))
		}
		return s
	}
	whole := read(0)
	if whole.batch.Len() != 5 || len(whole.bad) != 3 || !slices.IsSorted(whole.positions) {
		t.Fatalf("%d rows, bad %q, positions %v", whole.batch.Len(), whole.bad, whole.positions)
	}
	last := whole.positions[len(whole.positions)-1]
	if rest := read(last); rest.batch.Len() != 0 || len(rest.bad) != 0 {
		t.Errorf("behind the end: %d rows, bad %q", rest.batch.Len(), rest.bad)
	}
	for _, at := range whole.positions {
		rest := read(at)
		if got := rest.positions[len(rest.positions)-1]; got != max(at, last) {
			t.Errorf("resumed at %d, ended at %d of %d", at, got, last)
		}
		if rest.batch.Len() > 5 || !slices.Equal(rest.bad, whole.bad[len(whole.bad)-len(rest.bad):]) {
			t.Errorf("resumed at %d: %d rows, bad %q", at, rest.batch.Len(), rest.bad)
		}
	}
}

// TestContextStandsIn protects that what the name of an object says is used for the
// records that lack it, and never instead of what they say.
func TestContextStandsIn(t *testing.T) {
	o := decode.Options{Context: map[record.FieldID]string{record.AccountID: "111111111111", record.Region: "eu-west-1"}}
	for text, want := range map[string][2]string{
		"srcaddr dstaddr\n10.0.0.1 10.0.0.2\n":                                      {"111111111111", "eu-west-1"},
		"account-id srcaddr region\n222222222222 10.0.0.1 us-east-1\n":              {"222222222222", "us-east-1"},
		"interface-id srcaddr account-id\neni-1 10.0.0.1 -\n":                       {"111111111111", "eu-west-1"},
		"interface-id  srcaddr  account-id\neni-1  10.0.0.1  -\n":                   {"111111111111", "eu-west-1"},
		"interface-id srcaddr account-id\neni-1 10.0.0.1 unknown\n":                 {"unknown", "eu-west-1"},
		"interface-id srcaddr account-id new-column\neni-1 10.0.0.1 unknown seen\n": {"unknown", "eu-west-1"},
	} {
		s := &payloadSink{batch: record.NewBatch(record.KindFlow, record.NewRegistry())}
		if _, err := decode.Run(context.Background(), bytes.NewReader([]byte(text)), decode.Formats{Drivers: []decode.Driver{vpc.Driver{}}}, o, s); err != nil {
			t.Fatal(err)
		}
		if s.batch.Len() != 1 {
			t.Fatalf("%q: %d rows", text, s.batch.Len())
		}
		tuple := s.batch.Registry.Tuple(record.GroupContext, s.batch.Context[0])
		got := [2]string{tuple.Value(record.Get(record.AccountID).Slot), tuple.Value(record.Get(record.Region).Slot)}
		if got != want {
			t.Errorf("%q: account and region %q, want %q", text, got, want)
		}
	}
}
