package engine

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Headers of ClickHouse's HTTP interface.
const (
	headerCode    = "X-Clickhouse-Exception-Code"
	headerTag     = "X-Clickhouse-Exception-Tag"
	headerSummary = "X-Clickhouse-Summary"
	headerID      = "X-Clickhouse-Query-Id"
	headerFormat  = "X-Clickhouse-Format"
)

// encodeParam writes a parameter's value in the form in which ClickHouse reads it
// from a URL. Scalars are read with TabSeparated's escapes, so a bare tab would end
// the value and a backslash change it; identifiers and composite types, whose
// values are literals like ['a','b'], are read as they are.
func encodeParam(sql, name, value string) string {
	for _, m := range paramPlace.FindAllStringSubmatch(sql, -1) {
		if m[1] == name && slices.Contains(literalTypes, m[2]) {
			return value
		}
	}
	return escapeParam(value)
}

var (
	paramPlace   = regexp.MustCompile(`\{\s*(\w+)\s*:\s*(\w+)`)
	literalTypes = []string{"Array", "Tuple", "Map", "Nested", "Identifier"}
	paramEscapes = strings.NewReplacer(
		`\`, `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`, "\x00", `\0`, "\b", `\b`, "\f", `\f`)
	quotes = strings.NewReplacer(`\`, `\\`, `'`, `\'`)
)

func escapeParam(value string) string { return paramEscapes.Replace(value) }

// QuoteText quotes a text for SQL.
func QuoteText(text string) string { return "'" + quotes.Replace(text) + "'" }

// QuoteName quotes a table or column name for SQL.
func QuoteName(name string) string {
	return "`" + strings.NewReplacer(`\`, `\\`, "`", "\\`").Replace(name) + "`"
}

// ArrayParam gives the value of an {x:Array(String)} parameter.
func ArrayParam(texts []string) string {
	quoted := make([]string, len(texts))
	for i, text := range texts {
		quoted[i] = QuoteText(text)
	}
	return "[" + strings.Join(quoted, ",") + "]"
}

// summaryJSON is the value of the summary header: numbers as text, as a server
// writes them.
type summaryJSON struct {
	ReadRows     uint64 `json:"read_rows,string"`
	ReadBytes    uint64 `json:"read_bytes,string"`
	WrittenRows  uint64 `json:"written_rows,string"`
	WrittenBytes uint64 `json:"written_bytes,string"`
	ResultRows   uint64 `json:"result_rows,string"`
	ElapsedNS    uint64 `json:"elapsed_ns,string"`
}

// readSummary takes the summary from the trailer, where the child puts the one of a
// streamed answer, else from the header, where a server puts what it knew by then.
// Only that of an answer which was held until it was complete tells all.
func readSummary(resp *http.Response, elapsed time.Duration) Summary {
	s := Summary{ID: resp.Header.Get(headerID), Elapsed: elapsed}
	text := resp.Trailer.Get(headerSummary)
	if text == "" {
		text = resp.Header.Get(headerSummary)
	}
	s.Partial = resp.Request == nil || resp.Request.URL.Query().Get("wait_end_of_query") != "1"
	var j summaryJSON
	if json.Unmarshal([]byte(text), &j) == nil {
		s.ReadRows, s.ReadBytes = j.ReadRows, j.ReadBytes
		s.WrittenRows, s.WrittenBytes = j.WrittenRows, j.WrittenBytes
		s.ResultRows = j.ResultRows
	}
	return s
}

// When a statement fails after the first bytes of its answer went out, the status
// cannot be changed any more. ClickHouse then ends the body with
//
//	\r\n__exception__\r\n<tag>\r\n<error text>\n<length of text> <tag>\r\n__exception__\r\n
//
// where the tag is 16 random characters that the header announced.
const exceptionMark = "__exception__"

// maxException bounds the whole frame; ClickHouse cuts the text at 16 KiB.
const maxException = 16<<10 + 256

// appendException appends the frame around an error text.
func appendException(b []byte, tag, text string) []byte {
	if limit := maxException - 256; len(text) > limit {
		text = text[:limit]
	}
	text = strings.TrimSuffix(text, "\n") + "\n"
	return fmt.Appendf(b, "\r\n%s\r\n%s\r\n%s%d %s\r\n%s\r\n", exceptionMark, tag, text, len(text), tag, exceptionMark)
}

// cutException looks for the frame at the end of a body. It returns the body
// without it and the error in it; nil when there is none. Servers before 25.11 have
// no tag and write the bare text, which is only looked for when loose is set.
func cutException(tail []byte, tag string, loose bool) ([]byte, *Error) {
	if tag != "" {
		end := []byte(" " + tag + "\r\n" + exceptionMark + "\r\n")
		if !bytes.HasSuffix(tail, end) {
			return tail, nil
		}
		begin := []byte("\r\n" + exceptionMark + "\r\n" + tag + "\r\n")
		i := bytes.LastIndex(tail, begin)
		if i < 0 {
			return tail, nil
		}
		text := bytes.TrimSuffix(tail[i+len(begin):], end)
		return tail[:i], parseError(string(bytes.TrimRight(text, "0123456789")))
	}
	if !loose {
		return tail, nil
	}
	if i := bytes.LastIndex(tail, []byte("Code: ")); i >= 0 {
		if e := parseError(string(tail[i:])); e.Code != 0 {
			return tail[:i], e
		}
	}
	return tail, nil
}

// statusOf gives the HTTP status that ClickHouse uses for an error code.
func statusOf(code int) int {
	switch code {
	case codeSyntax, 6, 26, 27, 36, 38, 41, 43, 44, 46, 47, 50, 53, 70, 72, 73, 115, 117, 130, 184, 386, 456, 457, 463:
		return http.StatusBadRequest
	case codeUnknownTable, codeUnknownDatabase:
		return http.StatusNotFound
	case codeReadonly, codeAccess:
		return http.StatusForbidden
	case codeTimeout:
		return http.StatusRequestTimeout
	case 48:
		return http.StatusNotImplemented
	default:
		return http.StatusInternalServerError
	}
}

// format renders the error as the engine wrote it, for the wire.
func (e *Error) format() string {
	var b strings.Builder
	if e.Code != 0 {
		b.WriteString("Code: " + strconv.Itoa(e.Code) + ". DB::Exception: ")
	}
	b.WriteString(e.Text)
	if e.Name != "" {
		b.WriteString(". (" + e.Name + ")")
	}
	b.WriteString("\n")
	return b.String()
}
