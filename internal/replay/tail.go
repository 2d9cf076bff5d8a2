package replay

import (
	"context"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/query"
)

// Tail follows what is stored, by whichever process on the data directory: a batch
// shows when it is acknowledged. It is not safe for concurrent use; [Selection.Read]
// is.
type Tail struct {
	ledger *ledger.Ledger
	seq    uint64
}

// NewTail returns a tail that begins behind a batch, or with after 0 at the present
// moment.
func NewTail(ctx context.Context, l *ledger.Ledger, after uint64) (*Tail, error) {
	if after > 0 {
		return &Tail{l, after}, nil
	}
	cut, err := l.Cut(ctx, math.MaxInt64)
	if err != nil {
		return nil, err
	}
	return &Tail{l, cut.Seq}, nil
}

// Seq returns the number of the last batch that was handed out.
func (t *Tail) Seq() uint64 { return t.seq }

// Next returns what was stored since the last call, none at once when that is nothing.
func (t *Tail) Next(ctx context.Context) ([]ledger.Share, error) {
	cut, err := t.ledger.Cut(ctx, t.seq)
	if err != nil {
		return nil, err
	}
	t.seq = cut.Seq
	return cut.New, nil
}

// tailParts is how many parts are looked at with one question.
const tailParts = 500

// Selection is what somebody wants to see of what is stored: the filter, columns,
// scope and ids of a request for records.
type Selection struct {
	Query   *query.Runner
	Request query.Request
}

// Read hands the newest of the records of some shares to sink, at most as many as
// most says, newest first, and returns how many there are. Of very many shares the
// later ones come first.
func (s Selection) Read(ctx context.Context, shares []ledger.Share, most int, sink query.Sink) (matched uint64, err error) {
	sink = &onceBegun{Sink: sink}
	for len(shares) > 0 {
		from := max(0, len(shares)-tailParts)
		n, shown, err := s.read(ctx, shares[from:], most, sink)
		if err != nil {
			return matched, err
		}
		matched += n
		most -= shown
		shares = shares[:from]
	}
	return matched, nil
}

// onceBegun begins a sink once for several answers of the same columns.
type onceBegun struct {
	query.Sink
	begun bool
}

func (o *onceBegun) Begin(columns []query.Column) error {
	if o.begun {
		return nil
	}
	o.begun = true
	return o.Sink.Begin(columns)
}

func (s Selection) read(ctx context.Context, shares []ledger.Share, most int, sink query.Sink) (matched uint64, shown int, err error) {
	req := s.Request
	req.Bare = true
	first := int64(math.MaxInt64)
	stored := uint64(0)
	var parts strings.Builder
	for _, share := range shares {
		first = min(first, share.MinStart)
		stored += share.Rows
		fmt.Fprintf(&parts, " %d", share.Part)
	}
	req.Since = time.Unix(first, 0)
	of := "part:(" + parts.String()[1:] + ")"
	everything := strings.TrimSpace(req.Filter) == ""
	if everything {
		req.Filter = of
	} else {
		req.Filter = "(" + req.Filter + ") AND " + of
	}
	if most > 0 {
		req.Limit = most
		meta, err := s.Query.Run(ctx, req, sink)
		if err != nil || !meta.Truncated {
			return meta.Rows, int(meta.Rows), err
		}
		shown = int(meta.Rows)
	}
	if everything && req.Scope.All {
		return stored, shown, nil
	}
	var count query.Table
	req.Columns, req.IDs, req.Limit = nil, false, 0
	req.Aggregates, req.Records = []query.Aggregate{{Function: query.Count}}, true
	if _, err := s.Query.Run(ctx, req, &count); err != nil {
		return 0, shown, err
	}
	if len(count.Rows) > 0 {
		matched = count.Rows[0].Uint(0)
	}
	return matched, shown, nil
}
