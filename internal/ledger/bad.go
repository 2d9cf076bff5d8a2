package ledger

import (
	"context"
	"fmt"

	"github.com/weir-flow/weir/internal/state"
)

const (
	// MaxBadLines is how many bad lines of one reason an object keeps. All are
	// counted.
	MaxBadLines = 20
	// MaxBadText is how many bytes of a bad line are kept.
	MaxBadText = 4096
)

// BadCount is how many lines were bad for one reason.
type BadCount struct {
	Reason string // "bad address", as the decoder calls it
	Count  uint64
}

// BadLine is a line that is no record, kept so that a person can see why.
type BadLine struct {
	Object ObjectID // set on reading; a [Part] says it for its lines
	Source string   // of the object, on reading
	Name   string   // of the object, on reading
	Line   uint64   // number in the decoded content, from 1
	Column uint64   // where in the line the error is, in bytes from 1; 0: the whole line
	Reason string
	Text   []byte // the line as it was, cut at [MaxBadText]
}

func putBad(tx *state.Tx, part uint32, p *Part) error {
	for _, b := range p.BadBy {
		_, err := tx.Exec(`INSERT INTO bad_counts(part, object, reason, line_count) VALUES (?, ?, ?, ?)`,
			part, p.Object, b.Reason, b.Count)
		if err != nil {
			return err
		}
	}
	if len(p.BadLines) == 0 {
		return nil
	}
	kept := make(map[string]int)
	err := tx.Each(`SELECT reason, COUNT(*) FROM bad_lines WHERE object = ? GROUP BY reason`, []any{p.Object},
		func(scan func(...any) error) error {
			var reason string
			var n int
			err := scan(&reason, &n)
			kept[reason] = n
			return err
		})
	if err != nil {
		return err
	}
	put := tx.Dialect().Upsert("bad_lines", []string{"object", "reason", "line_no", "column_no"}, []string{"part", "text"})
	for _, b := range p.BadLines {
		if kept[b.Reason] == MaxBadLines {
			continue
		}
		kept[b.Reason]++
		text := b.Text[:min(len(b.Text), MaxBadText)]
		if text == nil {
			text = []byte{} // nil would be NULL
		}
		if _, err := tx.Exec(put, p.Object, b.Reason, b.Line, b.Column, part, text); err != nil {
			return err
		}
	}
	return nil
}

// BadCounts returns how many lines were bad for which reason, the most first,
// in one object, or with id 0 in all.
func (l *Ledger) BadCounts(ctx context.Context, id ObjectID) ([]BadCount, error) {
	var counts []BadCount
	err := l.db.View(ctx, func(tx *state.Tx) error {
		counts = nil
		where, args := of("object", id)
		return tx.Each(`SELECT reason, SUM(line_count) AS n FROM bad_counts`+where+` GROUP BY reason ORDER BY n DESC, reason`,
			args, func(scan func(...any) error) error {
				var c BadCount
				err := scan(&c.Reason, &c.Count)
				counts = append(counts, c)
				return err
			})
	})
	if err != nil {
		return nil, fmt.Errorf("count bad lines: %w", err)
	}
	return counts, nil
}

// BadLines returns up to limit bad lines (0: all that were kept) of one object,
// or with id 0 of all, by object and line.
func (l *Ledger) BadLines(ctx context.Context, id ObjectID, limit int) ([]BadLine, error) {
	if limit <= 0 {
		limit = -1
	}
	var lines []BadLine
	err := l.db.View(ctx, func(tx *state.Tx) error {
		lines = nil
		where, args := of("b.object", id)
		return tx.Each(`SELECT b.object, o.source, o.name, b.line_no, b.column_no, b.reason, b.text
			FROM bad_lines AS b JOIN objects AS o ON o.id = b.object`+where+` ORDER BY b.object, b.line_no, b.column_no LIMIT ?`,
			append(args, limit), func(scan func(...any) error) error {
				var b BadLine
				err := scan(&b.Object, &b.Source, &b.Name, &b.Line, &b.Column, &b.Reason, &b.Text)
				lines = append(lines, b)
				return err
			})
	})
	if err != nil {
		return nil, fmt.Errorf("list bad lines: %w", err)
	}
	return lines, nil
}

// of is the condition for one object, or none for id 0.
func of(column string, id ObjectID) (where string, args []any) {
	if id == 0 {
		return "", nil
	}
	return " WHERE " + column + " = ?", []any{id}
}
