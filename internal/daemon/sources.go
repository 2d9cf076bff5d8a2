package daemon

import (
	"context"
	"strconv"

	"github.com/weir-flow/weir/internal/ledger"
)

// BadLine is a line that is no record, as the quarantine keeps it. Its text
// comes from outside: escape it before it is shown.
type BadLine struct {
	Object int64  `json:"object"`
	Name   string `json:"name"`             // of the object; "stdin" for standard input
	Line   uint64 `json:"line"`             // in the decoded content, from 1
	Column uint64 `json:"column,omitempty"` // of the error, in bytes from 1; 0: the whole line
	Reason string `json:"reason"`
	Text   string `json:"text"`
}

// BadReason is how many lines were bad for one reason, with the first of them.
type BadReason struct {
	Reason  string
	Count   uint64
	Example BadLine
}

// BadReasons sums up the quarantine, the commonest reason first.
func (l *Lookup) BadReasons(ctx context.Context) ([]BadReason, error) {
	counts, err := l.Ledger.BadCounts(ctx, 0)
	if err != nil || len(counts) == 0 {
		return nil, err
	}
	lines, err := l.BadLines(ctx, "", 0)
	if err != nil {
		return nil, err
	}
	reasons := make([]BadReason, len(counts))
	for i, c := range counts {
		reasons[i] = BadReason{Reason: c.Reason, Count: c.Count}
		for _, b := range lines {
			if b.Reason == c.Reason {
				reasons[i].Example = b
				break
			}
		}
	}
	return reasons, nil
}

// BadLines lists what the quarantine kept, of the object that text names (see
// [ledger.Ledger.Find]) or of all; limit 0 is none.
func (l *Lookup) BadLines(ctx context.Context, object string, limit int) ([]BadLine, error) {
	var id ledger.ObjectID
	if object != "" {
		o, err := l.findObject(ctx, object)
		if err != nil {
			return nil, err
		}
		id = o.ID
	}
	kept, err := l.Ledger.BadLines(ctx, id, limit)
	if err != nil {
		return nil, err
	}
	lines := make([]BadLine, len(kept))
	for i, b := range kept {
		lines[i] = BadLine{Object: int64(b.Object), Name: displayName(b.Source, b.Name), Line: b.Line, Column: b.Column, Reason: b.Reason, Text: string(b.Text)}
	}
	return lines, nil
}

// Place is where a line stands, file:line or file:line:column; name is what the
// file is called there.
func (b BadLine) Place(name string) string {
	place := name + ":" + strconv.FormatUint(b.Line, 10)
	if b.Column > 0 {
		place += ":" + strconv.FormatUint(b.Column, 10)
	}
	return place
}

// displayName is what an object is called towards people.
func displayName(source, name string) string {
	if source == "stdin" {
		return source
	}
	return name
}

// interrupted lists the objects that nobody works on and that are not read to
// their end.
func interrupted(ctx context.Context, l *ledger.Ledger) ([]ledger.Object, error) {
	var objects []ledger.Object
	err := l.Objects(ctx, ledger.Filter{States: []ledger.State{ledger.Interrupted}}, func(o *ledger.Object) error {
		objects = append(objects, *o)
		return nil
	})
	return objects, err
}
