package decode

import (
	"context"
	"errors"
	"io"

	"github.com/weir-flow/weir/internal/record"
)

// ObjectRows reads a stream of JSON into rows: each object is handed to row, which
// sets its values in rows and appends it there, or gives the reason why it is no
// record. It does for drivers what [Decoder.Decode] promises; of o, it sets Bad.
func ObjectRows(ctx context.Context, r io.Reader, sink Sink, o ObjectOptions, rows *record.Sparse, row func() (reason string)) error {
	o.Bad = sink.Bad
	objects := NewObjects(r, o)
	defer objects.Close()
	count, begun := 0, false
	for {
		object, err := objects.Next()
		if err != nil {
			if begun {
				rows.End()
			}
			sink.Consumed(max(objects.Offset(), o.Skip), count)
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		if object.Fresh {
			if begun {
				rows.End()
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			sink.Consumed(object.Offset, count)
			batch, err := sink.Batch()
			if err != nil {
				return err
			}
			rows.Begin(batch)
			begun = true
		}
		if reason := row(); reason != "" {
			rows.Clear()
			objects.Reject(object, reason)
			continue
		}
		count++
	}
}

// BindOptions are the options for binding values to fields.
func (o Options) BindOptions() record.BindOptions {
	return record.BindOptions{TagKeys: o.TagKeys, Context: o.Context, ObjectTime: o.ObjectTime, Intake: o.Intake}
}
