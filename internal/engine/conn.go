package engine

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// PasswordEnv names the environment variable that [Dial] takes the password of a
// ClickHouse server from when the URL has none.
const PasswordEnv = "WEIR_STORE_PASSWORD"

// Conn speaks ClickHouse's HTTP interface to an embedded engine or to a ClickHouse
// server; callers cannot tell which. It holds a pool of connections and is safe for
// concurrent use. It starts nothing and connects on the first call.
//
// Every call ends when its context ends, and the engine then stops the statement.
type Conn struct {
	base     string // "http://host:8123"; a made-up host for sockets
	name     string // what errors call it; no password in it
	database string
	user     string
	password string
	embedded bool
	http     *http.Client
}

// Options tell how a statement is run. The zero value is fine.
type Options struct {
	ID       string            // query id, for logs; random when empty
	Database string            // database of unqualified names; the connection's own when empty
	Settings map[string]string // ClickHouse settings of this statement only; readonly=1 freezes them
	Params   map[string]string // values of {name:Type} parameters, as plain text
	Token    string            // insert_deduplication_token: the same token stores its rows once
	WaitEnd  bool              // hold the answer in the engine until it is complete: the summary is exact, no error comes after rows
}

// Summary tells what a statement did. Without [Options.WaitEnd] what was read after
// the last row of the answer went out is not in it.
type Summary struct {
	ID           string        // query id
	ReadRows     uint64        // rows read from tables
	ReadBytes    uint64        // uncompressed bytes read from tables
	Partial      bool          // the answer was streamed: the engine tells what it read along with rows, not what it read behind the last one
	WrittenRows  uint64        // rows written, materialized views included; a dropped duplicate counts too
	WrittenBytes uint64        // uncompressed bytes written
	ResultRows   uint64        // rows of the answer
	Elapsed      time.Duration // from sending to the last byte
}

// Dial returns a connection to a ClickHouse server: http(s)://user:password@host:8123/database.
// User and database are "default" when left out, the port 8123 or 8443, and the
// password comes from [PasswordEnv]. Its errors are [ErrURL].
func Dial(rawURL string) (*Conn, error) {
	u, err := url.Parse(rawURL)
	if err != nil {
		var parse *url.Error
		if errors.As(err, &parse) {
			err = parse.Err // the full text repeats the URL and its password
		}
		return nil, fmt.Errorf("%w: %w", ErrURL, err)
	}
	port := map[string]string{"http": "8123", "https": "8443"}[u.Scheme]
	if port == "" || u.Hostname() == "" || u.RawQuery != "" || u.Fragment != "" {
		return nil, fmt.Errorf("%w %s: want http(s)://user@host:8123/database", ErrURL, u.Redacted())
	}
	if database := strings.Trim(u.Path, "/"); database != "" && !databaseName.MatchString(database) {
		return nil, fmt.Errorf("%w %s: a database is named with letters, digits, _ and -", ErrURL, u.Redacted())
	}
	if u.Port() != "" {
		port = u.Port()
	}
	c := &Conn{
		base:     u.Scheme + "://" + net.JoinHostPort(u.Hostname(), port),
		database: strings.Trim(u.Path, "/"),
		user:     u.User.Username(),
	}
	c.name = c.base
	if c.user == "" {
		c.user = "default"
	}
	var ok bool
	if c.password, ok = u.User.Password(); !ok {
		c.password = os.Getenv(PasswordEnv)
	}
	c.http = newClient((&net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}).DialContext)
	// Sooner than any server or proxy drops them: a request must not meet the end.
	c.http.Transport.(*http.Transport).IdleConnTimeout = 3 * time.Second
	return c, nil
}

// Database returns the database that the URL of a server names, "" for none.
func (c *Conn) Database() string { return c.database }

// Login returns the user and password that a server is asked with, both "" for an
// embedded engine, which knows no users.
func (c *Conn) Login() (user, password string) { return c.user, c.password }

var databaseName = regexp.MustCompile(`\A[A-Za-z0-9_-]+\z`)

// DialSocket returns a connection to an embedded engine that another process, or
// this one, has started; path is [SocketPath] of its folder.
func DialSocket(path string) (*Conn, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("dial engine: %w", err)
	}
	dial := func(ctx context.Context, _, _ string) (net.Conn, error) {
		short, release, err := shortSocketPath(path)
		if err != nil {
			return nil, err
		}
		defer release()
		return (&net.Dialer{}).DialContext(ctx, "unix", short)
	}
	return &Conn{base: "http://engine", name: "the embedded engine", embedded: true, http: newClient(dial)}, nil
}

func newClient(dial func(ctx context.Context, network, addr string) (net.Conn, error)) *http.Client {
	return &http.Client{
		Transport: &http.Transport{
			DialContext:           dial,
			MaxIdleConnsPerHost:   16,
			IdleConnTimeout:       30 * time.Second,
			TLSHandshakeTimeout:   10 * time.Second,
			ExpectContinueTimeout: time.Second,
			DisableCompression:    true,
			WriteBufferSize:       64 << 10,
			ReadBufferSize:        64 << 10,
		},
		// A store that redirects is no store; following would send the password elsewhere.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// Close drops idle connections. Calls that run are not touched.
func (c *Conn) Close() { c.http.CloseIdleConnections() }

// Embedded reports whether the store is an embedded engine and not a server.
func (c *Conn) Embedded() bool { return c.embedded }

func (c *Conn) String() string { return c.name }

// Ping returns nil when the engine answers.
func (c *Conn) Ping(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+"/ping", nil)
	if err != nil {
		return fmt.Errorf("ping %s: %w", c.name, err)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return c.broken(ctx, "ping", err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("ping %s: %s", c.name, resp.Status)
	}
	_, err = io.Copy(io.Discard, io.LimitReader(resp.Body, 1024))
	return err
}

// Exec runs one statement whose rows, if any, nobody wants: DDL, DELETE,
// INSERT ... SELECT, SYSTEM.
func (c *Conn) Exec(ctx context.Context, sql string, o Options) (Summary, error) {
	stream, err := c.Query(ctx, sql, "Null", o)
	if err != nil {
		return Summary{}, err
	}
	return stream.drain()
}

// Query runs one statement and returns its answer in one of ClickHouse's formats
// ("JSONEachRow", "Parquet", "CSVWithNames"). A failure after the first bytes is the
// error of the Read that meets it. The caller closes the stream.
func (c *Conn) Query(ctx context.Context, sql, format string, o Options) (*Stream, error) {
	resp, start, err := c.sendQuery(ctx, sql, format, o)
	if err != nil {
		return nil, err
	}
	return newStream(ctx, c, resp, start), nil
}

// Classify asks the embedded engine's parser what a text would do, running nothing:
// the class of its most restricted statement and the number of statements.
// [ErrNoClassifier] when the store is a server.
func (c *Conn) Classify(ctx context.Context, sql string) (Class, int, error) {
	if !c.embedded {
		return ClassUnknown, 0, ErrNoClassifier
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/classify", strings.NewReader(sql))
	if err != nil {
		return ClassUnknown, 0, fmt.Errorf("classify: %w", err)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return ClassUnknown, 0, c.broken(ctx, "classify", err)
	}
	defer resp.Body.Close()
	var answer classifyAnswer
	if resp.StatusCode != http.StatusOK {
		return ClassUnknown, 0, fmt.Errorf("classify: %s", resp.Status)
	}
	if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
		return ClassUnknown, 0, c.broken(ctx, "classify", err)
	}
	return answer.Class, answer.Statements, nil
}

// classifyAnswer is the body of the child's /classify.
type classifyAnswer struct {
	Class      Class `json:"class"`
	Statements int   `json:"statements"`
}

// sendQuery posts a statement as the body.
func (c *Conn) sendQuery(ctx context.Context, sql, format string, o Options) (*http.Response, time.Time, error) {
	return c.send(ctx, "query", sql, url.Values{"default_format": {format}}, strings.NewReader(sql), int64(len(sql)), o)
}

// send posts a body with all that the options say and returns the response when its
// status is good. The statement is the body, or in query with its data as the body.
func (c *Conn) send(ctx context.Context, doing, sql string, query url.Values, body io.Reader, size int64, o Options) (*http.Response, time.Time, error) {
	start := time.Now()
	id := o.ID
	if id == "" {
		id = randomID()
	}
	query.Set("query_id", id)
	if database := o.Database; database != "" {
		query.Set("database", database)
	} else if c.database != "" {
		query.Set("database", c.database)
	}
	if o.WaitEnd {
		query.Set("wait_end_of_query", "1")
	}
	if !c.embedded {
		// The child stops a statement whose reader left; a server only does when asked.
		query.Set("cancel_http_readonly_queries_on_client_close", "1")
	}
	for name, value := range maps.All(o.Settings) {
		query.Set(name, value)
	}
	if o.Token != "" {
		query.Set("insert_deduplication_token", o.Token)
	}
	for name, value := range maps.All(o.Params) {
		query.Set("param_"+name, encodeParam(sql, name, value))
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/?"+query.Encode(), body)
	if err != nil {
		return nil, start, fmt.Errorf("%s: %w", doing, err)
	}
	req.ContentLength = size
	if c.user != "" {
		req.SetBasicAuth(c.user, c.password)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, start, c.broken(ctx, doing, err)
	}
	if resp.StatusCode == http.StatusOK && resp.Header.Get(headerCode) == "" {
		if resp.ContentLength < 0 && resp.ProtoMajor == 1 && !slices.Contains(resp.TransferEncoding, "chunked") {
			resp.Body.Close()
			return nil, start, fmt.Errorf("%s: %s answers in a way that hides where answers end: let the proxy before it speak HTTP/1.1", doing, c.name)
		}
		return resp, start, nil
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(io.LimitReader(resp.Body, 1<<20))
	if err != nil {
		return nil, start, c.broken(ctx, doing, err)
	}
	return nil, start, fmt.Errorf("%s: %w", doing, c.responseError(resp, text))
}

// responseError reads the body of a refused request.
func (c *Conn) responseError(resp *http.Response, body []byte) error {
	e := c.hide(parseError(string(bytes.ToValidUTF8(body, []byte("\ufffd")))))
	if e.Code == 0 {
		e.Code, _ = strconv.Atoi(resp.Header.Get(headerCode))
	}
	if e.Code == 0 && (resp.StatusCode == http.StatusUnauthorized || resp.StatusCode == http.StatusForbidden) {
		e.Code = codeAuthentication
	}
	foreign := e.Code == 0 // not ClickHouse, which always gives a code: a proxy
	if e.Text == "" || foreign {
		e.Text = strings.TrimSuffix("HTTP "+resp.Status+": "+firstLine(e.Text), ": ")
	}
	if foreign && (resp.StatusCode >= 500 || resp.StatusCode == http.StatusTooManyRequests) {
		return c.gone(e)
	}
	return e
}

// hide takes the password out of an error: a server quotes statements in some.
func (c *Conn) hide(e *Error) *Error {
	if c.password != "" {
		e.Text = strings.ReplaceAll(e.Text, c.password, "[HIDDEN]")
	}
	if e.Code == codeAuthentication {
		e.Text = firstLine(e.Text) // what follows are hints for those who run the server
	}
	return e
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return strings.TrimSpace(line)
}

// broken says why a call got no answer: its context ended, or the engine is gone.
func (c *Conn) broken(ctx context.Context, doing string, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return fmt.Errorf("%s: %w", doing, cause)
	}
	var outer *url.Error
	if errors.As(err, &outer) {
		err = outer.Err // the full text repeats the statement
	}
	if isGone(err) {
		return fmt.Errorf("%s: %w", doing, c.gone(err))
	}
	return fmt.Errorf("%s: %s: %w", doing, c.name, err)
}

// gone is ErrEngineGone with its reason.
func (c *Conn) gone(why error) error {
	if c.embedded {
		return fmt.Errorf("%w (%w)", ErrEngineGone, why)
	}
	return &serverGoneError{c.name, why}
}

// isGone reports whether an error means that the other side ended or is not there.
func isGone(err error) bool {
	for _, gone := range []error{
		io.EOF, io.ErrUnexpectedEOF, net.ErrClosed,
		syscall.ECONNREFUSED, syscall.ECONNRESET, syscall.ECONNABORTED, syscall.EPIPE, syscall.ENOENT,
		syscall.EHOSTUNREACH, syscall.ENETUNREACH, syscall.ETIMEDOUT,
	} {
		if errors.Is(err, gone) {
			return true
		}
	}
	var op net.Error
	if errors.As(err, &op) && op.Timeout() {
		return true
	}
	// net/http has no sentinel for a connection that ended while it was idle.
	return strings.Contains(err.Error(), "server closed idle connection")
}

func randomID() string {
	var id [16]byte
	rand.Read(id[:]) // never fails
	return hex.EncodeToString(id[:])
}
