package store

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// Names of the hunters' views.
const (
	viewVPC   = "vpc_flow_logs"
	viewFlows = "flows"
)

// createViews makes the views for SQL that people write, in a database that
// holds nothing else. Both show a record a row, absent values as NULL and
// addresses as text.
//
// View vpc_flow_logs has AWS's fields under AWS's names with underscores, start
// and end as Unix seconds. View flows has every field of the catalogue, times in
// UTC, and beside them start_ns and end_ns, the nanoseconds into their second.
// A start always has a value; time_from says where it came from.
func (s *Store) createViews(ctx context.Context) error {
	create := func(ctx context.Context, sql string) error {
		_, err := s.conn.Exec(ctx, sql, s.bare(nil))
		return explain("create views", err)
	}
	if err := s.createDatabase(ctx, s.ViewDatabase()); err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return create(ctx, s.viewSQL(viewVPC, isVPCField, vpcColumn)) })
	group.Go(func() error { return create(ctx, s.viewSQL(viewFlows, isFlowsField, flowsColumn)) })
	return group.Wait()
}

// viewSQL writes a view of some fields of the catalogue, in its order. What a
// field is in SQL is the filter language's to say: both must mean the same. The
// names come in a step of their own: beside their expressions, the srcaddr that
// one of them reads would be the text that another makes of it.
func (s *Store) viewSQL(name string, has func(*record.Field) bool, column func(*record.Field, filter.Expr) string) string {
	schema := filter.Schema{Database: s.cfg.Database}
	var exprs, names []string
	add := func(expr, name string) {
		exprs = append(exprs, "    "+expr+" AS "+quote("_"+name))
		names = append(names, "  "+quote("_"+name)+" AS "+quote(name))
	}
	for i := range record.Fields() {
		f := &record.Fields()[i]
		if !has(f) {
			continue
		}
		e := schema.Column(f.ID)
		expr := column(f, e)
		if e.Present != "" {
			expr = fmt.Sprintf("if(%s, %s, NULL)", e.Present, expr)
		}
		add(expr, f.Name)
		if name == viewFlows && f.Type == record.TypeTime {
			add(f.Name+"_ns", f.Name+"_ns")
		}
	}
	return fmt.Sprintf("CREATE OR REPLACE VIEW %s.%s AS SELECT\n%s\nFROM (\n  SELECT\n%s\n  FROM %s\n)",
		quote(s.ViewDatabase()), quote(name), strings.Join(names, ",\n"), strings.Join(exprs, ",\n"), s.table(tableFlows))
}

func isVPCField(f *record.Field) bool { return f.Since > 0 }

// isFlowsField leaves out packed bits, whose fields are there by themselves, and
// fields that stand for two.
func isFlowsField(f *record.Field) bool {
	switch f.ID {
	case record.Absent, record.Role, record.Scopes, record.Flags:
		return false
	default:
		return f.Place != record.PlaceEither
	}
}

// flowsColumn is the value of a field that is there: addresses and named values
// as text, times as times.
func flowsColumn(f *record.Field, e filter.Expr) string {
	switch {
	case f.Type == record.TypeAddr || f.Type == record.TypeText || f.Type == record.TypeAction:
		return e.Text
	case f.Type == record.TypeBool:
		return "toBool(" + e.Value + ")"
	case f.Place != record.PlaceRow && f.Type == record.TypeUint8:
		return "toUInt8(" + e.Value + ")"
	case f.Place != record.PlaceRow && f.Type == record.TypeUint32 && f.ID != record.Duration:
		return "toUInt32(" + e.Value + ")"
	default:
		return e.Value
	}
}

func vpcColumn(f *record.Field, e filter.Expr) string {
	switch f.ID {
	case record.Start:
		return "toUnixTimestamp(start)" // the engine sees through it and skips what is out of range
	case record.End:
		return "toInt64(toUnixTimestamp(start)) + duration"
	default:
		return flowsColumn(f, e)
	}
}
