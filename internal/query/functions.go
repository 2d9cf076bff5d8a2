package query

import (
	"context"
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/ClickHouse/ch-go/proto"
)

//go:embed functions.txt
var functionList string

// allowedNames are the names in functions.txt.
var allowedNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for line := range strings.Lines(functionList) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, name := range strings.Fields(line) {
			names[name] = true
		}
	}
	return names
})

// syntaxFunctions are what the parser makes of syntax; the engine does not list
// them among its functions.
var syntaxFunctions = map[string]bool{"lambda": true, "exists": true, "grouping": true, "untuple": true}

// combinators change aggregates without making them do more. They are tried
// from the end of a name, again and again.
var combinators = []string{"If", "Array", "Distinct", "OrNull", "OrDefault", "Map", "ForEach", "ArgMin", "ArgMax"}

// verdict says what the engine and the list know of a name.
type verdict struct{ allowed, aggregate bool }

// functionNames knows the engine's functions, asked for once: what a statement
// may name depends on what the engine would take the name for.
type functionNames struct {
	mu    sync.Mutex
	known map[string]verdict // by name in lower case
}

// load asks the engine for its functions. A name stands for several functions
// when case alone tells them apart; then all of them must be allowed.
func (f *functionNames) load(ctx context.Context, r *Runner) (map[string]verdict, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.known != nil {
		return f.known, nil
	}
	known := map[string]verdict{}
	var name, alias proto.ColStr
	var aggregate proto.ColUInt8
	into := proto.Results{{Data: &name}, {Data: &alias}, {Data: &aggregate}}
	_, err := r.query(ctx, "SELECT name, alias_to, toUInt8(is_aggregate) FROM system.functions", nil, r.cfg.Limits, true, into, func(rows int) error {
		for i := range rows {
			meant := name.Row(i)
			if alias.Row(i) != "" {
				meant = alias.Row(i)
			}
			v := verdict{allowedNames()[meant], aggregate.Row(i) != 0}
			key := strings.ToLower(name.Row(i))
			if other, twice := known[key]; twice {
				v.allowed = v.allowed && other.allowed
			}
			known[key] = v
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("ask the engine for its functions: %w", err)
	}
	if len(known) < 500 {
		return nil, fmt.Errorf("ask the engine for its functions: it lists only %d", len(known))
	}
	f.known = known
	return known, nil
}

// mayCall reports whether a statement may call a function.
func mayCall(known map[string]verdict, name string) bool {
	if syntaxFunctions[strings.ToLower(name)] {
		return true
	}
	if v, ok := known[strings.ToLower(name)]; ok {
		return v.allowed
	}
	for {
		base := name
		for _, c := range combinators {
			if cut, ok := strings.CutSuffix(name, c); ok {
				base = cut
				break
			}
		}
		if base == name || base == "" {
			return false
		}
		name = base
		if v, ok := known[strings.ToLower(name)]; ok {
			return v.allowed && v.aggregate
		}
	}
}

// mayName reports whether a name may stand in a statement: where a function is
// wanted, the engine takes a bare name for one.
func mayName(known map[string]verdict, name string) bool {
	v, isFunction := known[strings.ToLower(name)]
	return !isFunction || v.allowed
}
