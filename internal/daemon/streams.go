package daemon

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// Stream is what came in of one flow log, or of one folder where names do not
// tell the flow log.
type Stream struct {
	Stream      string      `json:"stream"`
	Objects     int64       `json:"objects"`
	Interrupted int64       `json:"interrupted"` // objects not read to their end
	Records     uint64      `json:"records"`
	Bad         uint64      `json:"bad"`
	NoData      uint64      `json:"nodata"`
	SkipData    uint64      `json:"skipdata"`
	BytesIn     uint64      `json:"bytes_in"`
	From        *time.Time  `json:"from"` // start of the first record
	To          *time.Time  `json:"to"`
	Lag         int64       `json:"lag_seconds"` // from the last record to now
	Gaps        []StreamGap `json:"gaps"`
	MostlyBad   int64       `json:"mostly_bad"` // objects of which too much was bad

	MissingFiles int64      `json:"missing_files"` // of five minutes, between the first and the last there are
	MissingFrom  *time.Time `json:"missing_from"`  // when the first of them would end
}

// StreamGap is a stretch of time that no object of a stream covers, though the
// stream's objects usually follow each other closer.
type StreamGap struct {
	From time.Time `json:"from"`
	To   time.Time `json:"to"`
}

// Streams tells what came in by flow log, in the order of names.
func (l *Lookup) Streams(ctx context.Context, now time.Time) ([]Stream, error) {
	spans := map[string][]span{}
	streams := map[string]*Stream{}
	written := map[string]*files{}
	err := l.Ledger.Objects(ctx, ledger.Filter{}, func(o *ledger.Object) error {
		if o.State == ledger.Forgotten {
			return nil
		}
		s := streams[o.Stream]
		if s == nil {
			s = &Stream{Stream: streamName(o), Gaps: []StreamGap{}}
			streams[o.Stream], written[o.Stream] = s, &files{}
		}
		written[o.Stream].add(o.Name)
		s.Objects++
		s.Records += o.Stored
		s.Bad += o.Bad
		s.NoData += o.NoData
		s.SkipData += o.SkipData
		s.BytesIn += o.BytesIn
		if o.State == ledger.Interrupted {
			s.Interrupted++
		}
		if o.MostlyBad {
			s.MostlyBad++
		}
		if o.Stored > 0 {
			spans[o.Stream] = append(spans[o.Stream], span{o.MinStart, o.MaxStart})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	list := make([]Stream, 0, len(streams))
	for key, s := range streams {
		if covered := spans[key]; len(covered) > 0 {
			from, to, gaps := gapsOf(covered)
			s.From, s.To, s.Lag, s.Gaps = &from, &to, int64(now.Sub(to).Seconds()), gaps
		}
		if n, first := written[key].missing(); n > 0 {
			s.MissingFiles, s.MissingFrom = n, &first
		}
		list = append(list, *s)
	}
	slices.SortFunc(list, func(a, b Stream) int { return strings.Compare(a.Stream, b.Stream) })
	return list, nil
}

func streamName(o *ledger.Object) string {
	if o.Source == "stdin" {
		return o.Source
	}
	return o.Stream
}

// span is the first and last start of an object's records, Unix seconds.
type span struct{ from, to int64 }

// shortestGap is what has to be missing at least to be called a gap.
const shortestGap = 15 * 60

// gapsOf finds where spans leave more uncovered than four times their usual
// distance.
func gapsOf(spans []span) (from, to time.Time, gaps []StreamGap) {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	var steps []int64
	for i := 1; i < len(spans); i++ {
		if d := spans[i].from - spans[i-1].from; d > 0 {
			steps = append(steps, d)
		}
	}
	least := int64(shortestGap)
	if len(steps) > 0 {
		slices.Sort(steps)
		least = max(least, 4*steps[len(steps)/2])
	}
	gaps = []StreamGap{}
	end := spans[0].to
	for _, s := range spans[1:] {
		if s.from-end > least {
			gaps = append(gaps, StreamGap{time.Unix(end, 0).UTC(), time.Unix(s.from, 0).UTC()})
		}
		end = max(end, s.to)
	}
	return time.Unix(spans[0].from, 0).UTC(), time.Unix(end, 0).UTC(), gaps
}

// Overlap is an interface, or a transit gateway's attachment, that several flow
// logs cover. Only one of them counts
// at any time, so totals stay right; the others are paid for nothing.
type Overlap struct {
	Interface string   `json:"interface_id"` // or the attachment's id
	Streams   []string `json:"streams"`      // whose records came second
	Records   uint64   `json:"records"`      // that do not count because of it
}

// Overlaps lists the interfaces that several flow logs cover.
func (l *Lookup) Overlaps(ctx context.Context) ([]Overlap, error) {
	list := []Overlap{}
	at := map[string]int{}
	streamOf := l.streamOfParts(ctx)
	err := l.each(ctx, query.Request{
		Filter: "witness:duplicate", GroupBy: []record.FieldID{record.InterfaceID, record.TGWAttachmentID, record.InstanceID, record.Part},
		Aggregates: []query.Aggregate{{Function: query.Count}}, Records: true, Scope: query.Everything(),
	}, func(row query.Row) error {
		id := reporter(row, 0)
		i, ok := at[id]
		if !ok {
			i = len(list)
			at[id] = i
			list = append(list, Overlap{Interface: id})
		}
		stream, err := streamOf(uint32(row.Uint(3)))
		if err != nil {
			return err
		}
		o := &list[i]
		o.Records += row.Uint(4)
		if !slices.Contains(o.Streams, stream) {
			o.Streams = append(o.Streams, stream)
		}
		return nil
	})
	slices.SortFunc(list, func(a, b Overlap) int { return strings.Compare(a.Interface, b.Interface) })
	return list, err
}

// reporter returns the first that is given of interface, attachment and instance,
// in columns from at on.
func reporter(row query.Row, at int) string {
	return cmp.Or(row.Text(at), row.Text(at+1), row.Text(at+2))
}

// streamOfParts looks up whose stream a part is of, and remembers.
func (l *Lookup) streamOfParts(ctx context.Context) func(part uint32) (string, error) {
	known := map[uint32]string{}
	return func(part uint32) (string, error) {
		if s, ok := known[part]; ok {
			return s, nil
		}
		origin, ok, err := l.Ledger.Origin(ctx, part)
		if err != nil {
			return "", err
		}
		if ok {
			known[part] = streamName(&origin.Object)
		} else {
			known[part] = ""
		}
		return known[part], nil
	}
}

// each runs a request and calls row for each row of the answer, which is valid
// during the call.
func (l *Lookup) each(ctx context.Context, r query.Request, row func(query.Row) error) error {
	_, err := l.Ask(ctx, rowSink(row), func(sink query.Sink) (query.Meta, error) { return l.Query().Run(ctx, r, sink) })
	return err
}

type rowSink func(query.Row) error

func (f rowSink) Begin([]query.Column) error { return nil }
func (f rowSink) Row(row query.Row) error    { return f(row) }
