package vpc

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/weir-flow/weir/internal/decode"
)

// Regex is the driver of lines that a regular expression takes apart, named
// "regex" and never sniffed: its argument is the expression, as in
//
//	--format 'regex:^(?P<start>\d+) (?P<srcaddr>\S+) -> (?P<dstaddr>\S+)'
//
// Each named group is a column, under any name of a field.
type Regex struct{}

var _ decode.Driver = Regex{}

// Name returns "regex".
func (Regex) Name() string { return "regex" }

// Sniff returns false: no content calls for an expression.
func (Regex) Sniff([]byte) bool { return false }

// New compiles the expression in the options' format.
func (Regex) New(_ []byte, o decode.Options) (decode.Decoder, error) {
	_, expr, _ := strings.Cut(o.Format, ":")
	re, err := regexp.Compile(expr)
	if err != nil {
		return nil, fmt.Errorf("read format: %w", err)
	}
	var columns []string
	var groups []int
	for i, name := range re.SubexpNames() {
		if name != "" {
			columns, groups = append(columns, name), append(groups, i)
		}
	}
	if len(groups) == 0 {
		return nil, fmt.Errorf("read format %q: no named group; write (?P<srcaddr>...) around what is the source address", o.Format)
	}
	b, err := newBinder(columns, o)
	if err != nil {
		return nil, err
	}
	d := &decoder{opts: o, layout: layout{columns: columns}, binder: b, fixed: true}
	d.split = func(cells [][]byte, line []byte) [][]byte {
		m := re.FindSubmatchIndex(line)
		if m == nil {
			return nil
		}
		for _, g := range groups {
			if m[2*g] < 0 {
				cells = append(cells, nil) // a group that took no part is absent
				continue
			}
			cells = append(cells, line[m[2*g]:m[2*g+1]])
		}
		return cells
	}
	return d, nil
}
