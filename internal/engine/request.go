//go:build linux && !noengine

package engine

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// maxStatement bounds the text of a statement in bytes. A server's max_query_size
// is smaller but does not count inline data.
const maxStatement = 16 << 20

// request is one statement as it came in.
type request struct {
	statement
	id       string
	database string
	settings []string // "--name=value"
	tag      string   // what the engine calls the running statement
	data     bool     // an INSERT whose data is the body
	wait     bool     // hold the answer until it is complete
}

// read takes a request apart. The statement is the URL's query, then the body;
// the body of an INSERT in the URL is its data and stays unread.
func (h *handler) read(r *http.Request) (request, error) {
	var req request
	if r.Method != http.MethodGet && r.Method != http.MethodPost {
		return req, &Error{Text: "only GET and POST"}
	}
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return req, &Error{Text: "the URL's query cannot be read: " + err.Error()}
	}
	req.format = "TabSeparated"
	if format := r.Header.Get(headerFormat); format != "" {
		req.format = format
	}
	for name, values := range query {
		value := values[len(values)-1]
		switch {
		case name == "query":
			req.sql = value
		case name == "query_id":
			req.id = value
		case name == "database":
			req.database = value
		case name == "default_format":
			req.format = value
		case name == "wait_end_of_query":
			req.wait = value == "1" || value == "true"
		case strings.HasPrefix(name, "param_"):
			req.params = append(req.params, [2]string{strings.TrimPrefix(name, "param_"), value})
		case slices.Contains(connectionWords, name):
			// what a server takes for other purposes
		default:
			if err := h.checkSetting(name, value); err != nil {
				return req, err
			}
			req.settings = append(req.settings, "--"+name+"="+value)
		}
	}
	if r.Method == http.MethodGet {
		req.settings = append(req.settings, "--readonly=1")
	}
	if req.id == "" || len(req.id) > 128 {
		req.id = randomID()
	}
	// The engine takes no query ids, but it shows the settings of what runs.
	req.tag = fmt.Sprintf("%s %d", req.id, h.serial.Add(1))
	req.settings = append(req.settings, "--log_comment="+req.tag)

	if firstWord(req.sql) == "INSERT" {
		m := formatClause.FindStringSubmatchIndex(req.sql)
		req.data = m != nil || r.ContentLength != 0 // else INSERT ... SELECT or VALUES
		req.format = ""
		if m != nil {
			req.format = req.sql[m[2]:m[3]]
			req.sql = req.sql[:m[0]]
		}
		return req, nil
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, maxStatement+1))
	if err != nil {
		return req, &Error{Text: "the statement was cut off: " + err.Error()}
	}
	if len(body) > maxStatement {
		return req, &Error{Code: codeSyntax, Text: fmt.Sprintf("the statement is longer than %d bytes", maxStatement)}
	}
	req.sql += string(body)
	return req, nil
}

// connectionWords are URL parameters of ClickHouse's interface that are no settings.
var connectionWords = []string{"user", "password", "quota_key", "role", "session_id", "session_timeout", "session_check",
	"buffer_size", "compress", "decompress", "close_session", "stacktrace"}

var settingName = regexp.MustCompile(`\A[a-z][a-z0-9_]*\z`)

// checkSetting refuses what the engine would silently ignore.
func (h *handler) checkSetting(name, value string) error {
	known, err := h.knownSettings()
	if err != nil {
		return err
	}
	if !settingName.MatchString(name) || !known[name] {
		return &Error{Code: codeUnknownSetting, Name: "UNKNOWN_SETTING", Text: "Unknown setting '" + name + "'"}
	}
	if strings.IndexByte(value, 0) >= 0 {
		return &Error{Code: 36, Name: "BAD_ARGUMENTS", Text: "zero byte in setting '" + name + "'"}
	}
	return nil
}

// knownSettings asks the engine once for the names of its settings.
func (h *handler) knownSettings() (map[string]bool, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.settings != nil {
		return h.settings, nil
	}
	s, err := h.lib.open(h.base)
	if err != nil {
		return nil, err
	}
	defer s.close()
	r, err := s.query(statement{sql: "SELECT name FROM system.settings", format: "TSVRaw"})
	if err != nil {
		return nil, err
	}
	defer r.destroy()
	known := map[string]bool{}
	for _, name := range strings.Fields(string(r.bytes())) {
		known[name] = true
	}
	h.settings = known
	return known, nil
}

// Formats whose pieces can be written one after the other. The others have a head
// or a foot, which the engine would repeat for each piece.
var pieceFormats = []string{"Native", "RowBinary", "TabSeparated", "TSV", "TSVRaw", "TabSeparatedRaw", "CSV", "JSONEachRow", "JSONCompactEachRow", "NDJSON", "JSONLines"}

var (
	formatWord   = regexp.MustCompile(`(?i)\bFORMAT\b`)
	formatClause = regexp.MustCompile(`(?i)\bFORMAT\s+(\w+)\s*;?\s*$`)
)

// streamable reports whether an answer may be sent piece by piece. A text that says
// FORMAT anywhere but at its end is not looked into further.
func streamable(st statement) (format string, ok bool) {
	format = st.format
	if found := formatWord.FindAllStringIndex(st.sql, 2); len(found) > 0 {
		m := formatClause.FindStringSubmatch(st.sql)
		if len(found) > 1 || m == nil {
			return format, false
		}
		format = m[1]
	}
	return format, slices.ContainsFunc(pieceFormats, func(f string) bool { return strings.EqualFold(f, format) })
}

var firstWordPattern = regexp.MustCompile(`(?s)\A(?:\s|--[^\n]*\n|#[^\n]*\n|/\*.*?\*/|\()*([A-Za-z]+)`)

// firstWord gives the keyword a statement starts with, in capitals.
func firstWord(sql string) string {
	if m := firstWordPattern.FindStringSubmatch(sql); m != nil {
		return strings.ToUpper(m[1])
	}
	return ""
}
