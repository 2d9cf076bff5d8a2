package query

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"strings"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
)

// Checked is a statement that may run.
type Checked struct {
	SQL string // as it runs: without comments, names of fields in the views' spelling

	names spelling
	only  string // condition over table flows that follows from it, for speed
}

// Check looks at a statement of a person and refuses what must not run, with a
// [*RefusedError], or a [*StatementError] where the engine does not understand
// it. It runs nothing. Params are values of {name:Type} in it.
//
// The order is: the engine's own classifier on the text as it came, exactly one
// statement that only reads; a tokenizer that takes nothing it could see
// differently from the engine; and an allow-list over every node of the tree
// that the engine's parser made of what will run.
func (r *Runner) Check(ctx context.Context, sql string, params map[string]string) (Checked, error) {
	if len(sql) > MaxSQL {
		return Checked{}, refuse("the statement is longer than %d bytes", MaxSQL)
	}
	classified := r.classify(ctx, sql)
	var refused *RefusedError
	if classified != nil && !errors.As(classified, &refused) {
		return Checked{}, classified
	}
	tokens, err := tokenize(sql)
	if err != nil {
		return Checked{}, err
	}
	tokens, err = oneSelect(tokens, len(params) > 0)
	if err != nil {
		return Checked{}, err
	}
	if classified != nil {
		// The tokenizer's reasons are better to read, so they come first.
		return Checked{}, r.whyUnknown(ctx, classified, tokens, params)
	}
	tokens, names := canonical(tokens)
	checked := Checked{SQL: join(tokens), names: names}
	if err := r.classify(ctx, checked.SQL); err != nil {
		return Checked{}, err
	}
	known, err := r.functions.load(ctx, r)
	if err != nil {
		return Checked{}, err
	}
	lines, err := r.explainTree(ctx, checked.SQL, params)
	if err != nil {
		return Checked{}, err
	}
	root, aliases, err := parseTree(lines)
	if err != nil {
		return Checked{}, err
	}
	if err := r.checkTree(root, aliases, known); err != nil {
		return Checked{}, err
	}
	if err := checkSize(root); err != nil {
		return Checked{}, err
	}
	checked.only = pushdown(root, aliases, tokens)
	return checked, nil
}

// errUnknown is what a text is that the classifier does not understand.
var errUnknown = &RefusedError{Reason: "the engine does not understand it"}

// classify asks the embedded engine what a text would do. A server has users
// and grants for that.
func (r *Runner) classify(ctx context.Context, sql string) error {
	class, statements, err := r.conn.Classify(ctx, sql)
	switch {
	case errors.Is(err, engine.ErrNoClassifier):
		return nil
	case err != nil:
		return err
	case class == engine.ClassUnknown || statements == 0:
		return errUnknown
	case statements > 1:
		return refuse("it is %d statements", statements).hint("send one at a time")
	case class != engine.ClassReadOnly:
		return refuse("it wants more than to read")
	}
	return nil
}

// whyUnknown lets the engine say what is wrong with a text that is no statement.
func (r *Runner) whyUnknown(ctx context.Context, classified error, tokens []token, params map[string]string) error {
	if classified != errUnknown { //nolint:errorlint // the one value, not what it wraps
		return classified
	}
	if _, err := r.explainTree(ctx, join(tokens), params); err != nil {
		return err
	}
	return classified
}

// refusedStarts are words that begin statements of other kinds.
var refusedStarts = []string{
	"EXPLAIN", "SHOW", "DESCRIBE", "DESC", "EXISTS", "INSERT", "CREATE", "ALTER", "DROP", "DELETE", "UPDATE", "SET", "USE", "SYSTEM",
	"KILL", "BACKUP", "RESTORE", "ATTACH", "DETACH", "RENAME", "TRUNCATE", "OPTIMIZE", "GRANT", "REVOKE", "CHECK", "WATCH", "VALUES", "COPY",
}

// oneSelect cuts a semicolon off the end and refuses what is no single SELECT,
// and the clauses that the tree hides or that change how it is shown.
func oneSelect(tokens []token, params bool) ([]token, error) {
	for len(tokens) > 0 && tokens[len(tokens)-1].is(";") {
		tokens = tokens[:len(tokens)-1]
	}
	if len(tokens) == 0 {
		return nil, refuse("there is no statement")
	}
	first := 0
	for first < len(tokens)-1 && tokens[first].is("(") {
		first++
	}
	if !tokens[first].is("SELECT") && !tokens[first].is("WITH") {
		for _, word := range refusedStarts {
			if tokens[first].is(word) {
				return nil, refuse("%s is not for these statements", word).hint("write a SELECT")
			}
		}
		return nil, refuse("it does not begin with SELECT").hint("write a SELECT")
	}
	at := func(i int) token {
		if i >= 0 && i < len(tokens) {
			return tokens[i]
		}
		return token{kind: tokenSymbol}
	}
	for i, t := range tokens {
		switch {
		case t.is(";"):
			return nil, refuse("it is several statements").hint("send one at a time")
		case (t.is("{") || t.is("}")) && !params:
			return nil, refuse("parameters in braces have no values here")
		case t.is("INTO") && at(i+1).is("OUTFILE"):
			return nil, refuse("INTO OUTFILE writes files").hint("redirect the output of the command")
		case t.is("FORMAT") && at(i+1).kind == tokenWord && (i+2 == len(tokens) || at(i+2).is("SETTINGS")) && !at(i-1).is("AS"):
			return nil, refuse("FORMAT is not for these statements").hint("--json chooses the form of the answer")
		case t.is("SETTINGS") && at(i+1).kind == tokenWord && at(i+2).is("="):
			return nil, refuse("SETTINGS is not for these statements")
		case t.is("WITH") && at(i+1).is("TOTALS"):
			return nil, refuse("WITH TOTALS is not for these statements").hint("use GROUP BY ... WITH ROLLUP")
		}
	}
	return tokens, nil
}

// explainTree asks the engine's parser for the tree of a statement.
func (r *Runner) explainTree(ctx context.Context, sql string, params map[string]string) ([]string, error) {
	var lines []string
	var text proto.ColStr
	settings := r.cfg.Limits.settings()
	o := engine.Options{Database: r.cfg.Views, Settings: settings, Params: params, WaitEnd: true}
	_, err := r.conn.Select(ctx, "EXPLAIN AST "+sql, o, proto.Results{{Data: &text}}, func(rows int) error {
		for i := range rows {
			lines = append(lines, text.Row(i))
		}
		return nil
	})
	if err != nil {
		return nil, statementError(err, r.cfg.Limits)
	}
	if len(lines) == 0 {
		return nil, refuse("the engine shows no tree of it")
	}
	return lines, nil
}

// memberships are the functions whose right side may be a table.
var memberships = map[string]bool{
	"in": true, "notin": true, "globalin": true, "globalnotin": true, "nullin": true, "notnullin": true, "globalnullin": true, "globalnotnullin": true,
}

// checkTree holds every node against what is allowed.
func (r *Runner) checkTree(root *node, aliases []string, known map[string]verdict) error {
	if root.kind != "SelectWithUnionQuery" {
		return refuse("%s is not for these statements", root.kind)
	}
	for _, alias := range aliases {
		if !mayName(known, alias) {
			return refuse("the name %s is that of a function these statements may not call", alias).hint("use another alias")
		}
	}
	return root.walk(func(n *node) error {
		switch n.kind {
		case "SelectWithUnionQuery":
			// FORMAT and INTO OUTFILE would be further children.
			if len(n.of) != 1 || n.of[0].kind != "ExpressionList" {
				return refuse("FORMAT and INTO OUTFILE are not for these statements")
			}
		case "Function":
			if !mayCall(known, n.name) {
				return refuse("function %s is not one that these statements may call", n.name)
			}
			return r.checkMembership(n)
		case "Identifier":
			return r.checkName(n.name, known)
		case "TableExpression":
			for _, child := range n.of {
				if child.kind == "Function" {
					return refuse("table function %s reads what is not in the store", child.name).hint("the views are vpc_flow_logs and flows")
				}
			}
		case "TableIdentifier":
			return r.checkTable(n.name)
		}
		return nil
	})
}

// checkMembership refuses x IN table of another database.
func (r *Runner) checkMembership(n *node) error {
	if !memberships[strings.ToLower(n.name)] {
		return nil
	}
	for _, list := range n.of {
		for i, arg := range list.of {
			if i > 0 && arg.kind == "Identifier" {
				if err := r.checkTable(arg.name); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// checkTable takes names of this database alone: unqualified ones are views or
// what the statement itself names.
func (r *Runner) checkTable(name string) error {
	if database, _, qualified := strings.Cut(name, "."); qualified && database != r.cfg.Views {
		return refuse("%s is in another database", name).hint("the views are vpc_flow_logs and flows")
	}
	return nil
}

func (r *Runner) checkName(name string, known map[string]verdict) error {
	database, _, qualified := strings.Cut(name, ".")
	if qualified {
		for _, other := range []string{"system", "information_schema", r.cfg.Database} {
			if strings.EqualFold(database, other) {
				return r.checkTable(name)
			}
		}
		return nil
	}
	if !mayName(known, name) {
		return refuse("the name %s is that of a function these statements may not call", name).hint("use another alias")
	}
	return nil
}

// SQLOptions tell how a statement of a person runs.
type SQLOptions struct {
	Limits Limits            // zero fields are those of [SQLLimits]
	Params map[string]string // values of {name:Type} in the statement
}

// SQLLimits bound statements that people write.
func SQLLimits() Limits {
	return Limits{Time: time.Minute, Memory: 1 << 30, ResultRows: 1_000_000}
}

// sqlSettings are the limits and the form of answers to SQL. What the engine
// may compute per block is bounded, too: it looks at the clock between blocks.
func sqlSettings(l Limits) map[string]string {
	s := l.settings()
	maps.Copy(s, map[string]string{
		"date_time_output_format":                   "iso",
		"output_format_json_quote_64bit_integers":   "0",
		"output_format_json_quote_denormals":        "0",
		"output_format_json_quote_decimals":         "0",
		"output_format_json_escape_forward_slashes": "0",
		"max_result_bytes":                          fmt.Sprint(1 << 30),
		"function_range_max_elements_in_block":      "50000000",
		"max_ast_elements":                          "20000",
	})
	return s
}
