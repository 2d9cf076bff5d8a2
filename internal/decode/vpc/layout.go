package vpc

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/record"
)

var bom = []byte("\xef\xbb\xbf")

// layoutOf says what the columns are of text that begins with head: those of
// its header line, else those of the log format, else those of the only known
// order that fits.
func layoutOf(head []byte, logFormat string) (layout, error) {
	if logFormat != "" {
		columns, err := parseLogFormat(logFormat)
		return layout{columns: columns}, err
	}
	// Fast path: most files begin with their header.
	if first := firstLines(head, 1); len(first) == 1 {
		if l, ok := header(first[0]); ok && len(l.columns) > 1 {
			return l, nil
		}
	}
	lines := firstLines(head, headLines)
	for i, line := range lines {
		l, ok := header(line)
		if !ok {
			continue
		}
		if i > 0 { // lines before the header: junk, or records of a file before
			if columns, err := infer(lines[:i]); err == nil {
				l = layout{columns: columns}
			} else if isAmbiguous(err) {
				return layout{}, err
			}
		}
		if len(l.columns) == 1 && i+1 < len(lines) && len(record.AppendWords(nil, lines[i+1])) > 1 {
			continue // a word, not the header of a log of one column
		}
		return l, nil
	}
	columns, err := infer(lines)
	return layout{columns: columns}, err
}

// headLines is how many lines tell what the columns are.
const headLines = 200

// firstLines returns the first n lines of a head that are not blank. A last
// line that the head may have cut is left out.
func firstLines(head []byte, n int) [][]byte {
	head = bytes.TrimPrefix(head, bom)
	if len(head) > decode.HeadSize-len(bom)-1 {
		head = head[:bytes.LastIndexByte(head, '\n')+1]
	}
	var lines [][]byte
	for line := range bytes.Lines(head) {
		if line = bytes.TrimSpace(line); len(line) > 0 {
			lines = append(lines, line)
		}
		if len(lines) == n {
			break
		}
	}
	return lines
}

// maxHeader bounds the work on lines that begin like a header, in bytes. All
// names there are take 1 KB.
const maxHeader = 16 << 10

// header reads a header line. Names may be written with hyphens, underscores
// or in camelCase, in quotes, with blanks or commas between them.
func header(line []byte) (layout, bool) {
	line = bytes.TrimSpace(bytes.TrimPrefix(line, bom))
	if len(line) == 0 || len(line) > maxHeader || line[0] != '"' && (line[0]|0x20 < 'a' || line[0]|0x20 > 'z') {
		return layout{}, false // Fast path: records begin with a digit or "-"
	}
	l := layout{columns: strings.Fields(string(line))}
	if len(l.columns) == 1 && bytes.IndexByte(line, ',') > 0 {
		l = layout{columns: strings.Split(string(line), ","), comma: true}
	}
	for i, name := range l.columns {
		l.columns[i] = strings.Trim(name, `" `)
		if len(name) > 64 {
			return layout{}, false
		}
	}
	return l, record.IsHeader(l.columns)
}

// parseLogFormat reads the names of columns as AWS's LogFormat has them,
// '${version} ${account-id}', or plain, separated by blanks or commas. A name
// that weir does not know may be newer than weir; one that looks mistyped is
// an error.
func parseLogFormat(s string) ([]string, error) {
	columns := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("${} ,\t\n\\'\"", r) })
	known := false
	for _, name := range columns {
		f, ok := record.Lookup(name)
		if ok && record.Bindable(f) {
			known = true
			continue
		}
		near := record.Suggest(name)
		if near != "" && noDigits(near) != noDigits(name) {
			return nil, fmt.Errorf("read log format: unknown field %q; did you mean %q?", name, near)
		}
	}
	if !known {
		return nil, fmt.Errorf("read log format %q: no field of a flow log in it", s)
	}
	return columns, nil
}

// noDigits folds names that differ only in numbers: instance-tag-3 is a newer
// field, not instance-tag-2 mistyped.
func noDigits(name string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, strings.ToLower(name))
}
