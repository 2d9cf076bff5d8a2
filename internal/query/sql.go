package query

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
)

// SQL runs one SELECT of a person over the views vpc_flow_logs and flows, which
// show a record a row. Names of fields may be written in any case, with or
// without underscores; the columns of the answer have the statement's names.
//
// What [Runner.Check] refuses does not run. What runs may only read, in a
// database that holds nothing but the views, within limits.
func (r *Runner) SQL(ctx context.Context, sql string, o SQLOptions, sink Sink) (Meta, error) {
	begun := time.Now()
	meta := Meta{Counted: CountedRecords, Table: rawTable, Why: "SQL sees records"}
	limits := o.Limits.or(SQLLimits())
	may, err := r.Check(ctx, sql, o.Params)
	if err != nil {
		return meta, err
	}
	options := engine.Options{Database: r.cfg.Views, Settings: sqlSettings(limits), Params: o.Params}
	if may.only != "" {
		options.Settings["additional_table_filters"] = tableFilter(r.cfg.Database, may.only)
	}
	columns, err := r.describeSQL(ctx, may.SQL, options)
	if err != nil {
		return meta, statementError(err, limits)
	}
	for i := range columns {
		columns[i].Name = may.names.restore(columns[i].Name)
	}
	if err := sink.Begin(columns); err != nil {
		return meta, err
	}
	stream, err := r.conn.Query(ctx, may.SQL, "JSONCompactEachRow", options)
	if err != nil {
		return meta, statementError(err, limits)
	}
	defer stream.Close()
	if err := readRows(stream, columns, sink, &meta); err != nil {
		return meta, statementError(err, limits)
	}
	sum := stream.Summary()
	meta.Scanned, meta.Bytes, meta.AtLeast = sum.ReadRows, sum.ReadBytes, sum.Partial
	err = r.complete(ctx, &meta, func(m *Meta) error {
		days, err := r.days(ctx)
		if err != nil {
			return err
		}
		m.From, m.To = covered(days, m.Since, m.Until)
		m.Gaps, err = r.gaps(ctx, days, &checked{Request: Request{Scope: Everything()}})
		return err
	})
	meta.Elapsed = time.Since(begun)
	return meta, err
}

// describeSQL asks for the columns of a statement's answer.
func (r *Runner) describeSQL(ctx context.Context, sql string, o engine.Options) ([]Column, error) {
	o.WaitEnd = true
	var columns []Column
	into := new(proto.Results)
	_, err := r.conn.Select(ctx, "DESCRIBE ("+sql+")", o, into.Auto(), func(rows int) error {
		if len(*into) < 2 {
			return errors.New("describe statement: the engine names no types")
		}
		name, isName := (*into)[0].Data.(*proto.ColStr)
		typ, isType := (*into)[1].Data.(*proto.ColStr)
		if !isName || !isType {
			return errors.New("describe statement: the engine names no types")
		}
		for i := range rows {
			columns = append(columns, Column{Name: name.Row(i), Type: typ.Row(i), Kind: kindOfType(typ.Row(i))})
		}
		return nil
	})
	return columns, err
}

// kindOfType says how values of one of ClickHouse's types are shown.
func kindOfType(typ string) Kind {
	for {
		inner, ok := strings.CutPrefix(typ, "Nullable(")
		if !ok {
			inner, ok = strings.CutPrefix(typ, "LowCardinality(")
		}
		if !ok {
			break
		}
		typ = strings.TrimSuffix(inner, ")")
	}
	base, _, _ := strings.Cut(typ, "(")
	switch {
	case base == "Bool":
		return KindBool
	case base == "IPv4" || base == "IPv6":
		return KindAddr
	case strings.HasPrefix(base, "DateTime"):
		return KindTime
	case strings.HasPrefix(base, "UInt"), strings.HasPrefix(base, "Int") && !strings.HasPrefix(base, "Interval"), strings.HasPrefix(base, "Float"), strings.HasPrefix(base, "BFloat"), strings.HasPrefix(base, "Decimal"):
		return KindNumber
	case base == "String", base == "FixedString", base == "UUID", strings.HasPrefix(base, "Enum"), strings.HasPrefix(base, "Date"):
		return KindText
	default:
		return KindOther
	}
}

// readRows hands out the rows of an answer, a JSON array a line.
func readRows(from io.Reader, columns []Column, sink Sink, meta *Meta) error {
	lines := bufio.NewReaderSize(from, 256<<10)
	var long []byte
	cells := make([][]byte, 0, len(columns))
	for {
		line, err := lines.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			long = append(long, line...)
			continue
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if len(long) > 0 {
			line = append(long, line...)
			long = line[:0]
		}
		if row := bytes.TrimSpace(line); len(row) > 0 {
			cells, ok := splitArray(row, cells[:0])
			if !ok || len(cells) != len(columns) {
				return fmt.Errorf("read answer: a row of it is not understood: %.100q", row)
			}
			for i, c := range columns {
				if c.Kind == KindAddr {
					cells[i] = unmapped(cells[i])
				}
			}
			if err := sink.Row(Row{cells}); err != nil {
				return err
			}
			meta.Rows++
		}
		if err != nil {
			return nil
		}
	}
}

// unmapped writes an IPv4 address without its IPv6 prefix.
func unmapped(cell []byte) []byte {
	rest, ok := bytes.CutPrefix(cell, []byte(`"::ffff:`))
	if !ok || bytes.IndexByte(rest, '.') < 0 {
		return cell
	}
	at := len(cell) - len(rest) - 1
	cell[at] = '"'
	return cell[at:]
}

// splitArray appends the elements of a JSON array to cells, as they stand in it.
func splitArray(row []byte, cells [][]byte) ([][]byte, bool) {
	if len(row) < 2 || row[0] != '[' || row[len(row)-1] != ']' {
		return cells, false
	}
	row = row[1 : len(row)-1]
	depth, from := 0, 0
	for i := 0; i < len(row); i++ {
		switch row[i] {
		case '"':
			for i++; i < len(row) && row[i] != '"'; i++ {
				if row[i] == '\\' {
					i++
				}
			}
			if i >= len(row) {
				return cells, false
			}
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		case ',':
			if depth == 0 {
				cells = append(cells, bytes.TrimSpace(row[from:i]))
				from = i + 1
			}
		}
	}
	return append(cells, bytes.TrimSpace(row[from:])), depth == 0
}
