package engine

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/ClickHouse/ch-go/proto"
)

// revision is the protocol revision of the blocks: 0 is what FORMAT Native is on
// every server and what the embedded engine writes.
const revision = 0

// Select runs a query and decodes its answer block by block. Into is reused from
// block to block: onBlock sees the rows of one block in its columns, and they are
// valid until it returns. An error of onBlock ends the query and is returned as is.
//
// For columns not known beforehand pass new(proto.Results).Auto(). Blocks without
// rows are not shown.
func (c *Conn) Select(ctx context.Context, sql string, o Options, into proto.Result, onBlock func(rows int) error) (Summary, error) {
	resp, start, err := c.sendQuery(ctx, sql, "Native", o)
	if err != nil {
		return Summary{}, err
	}
	defer resp.Body.Close()
	body := &tailReader{r: resp.Body}
	r := proto.NewReader(body)
	target := &watchedResult{Result: into}
	for {
		var block proto.Block
		target.begun = false
		err := block.DecodeBlock(r, revision, target)
		switch {
		case err == nil && block.Rows == 0:
		case err == nil:
			if err := onBlock(block.Rows); err != nil {
				return readSummary(resp, time.Since(start)), err
			}
		case !target.begun && errors.Is(body.err, io.EOF) && errors.Is(err, io.EOF):
			return readSummary(resp, time.Since(start)), nil
		default:
			return Summary{}, c.undecodable(ctx, body, resp.Header.Get(headerTag), err)
		}
	}
}

// watchedResult tells an answer that ended between blocks from one that ended
// inside a block.
type watchedResult struct {
	proto.Result
	begun bool
}

func (w *watchedResult) DecodeResult(r *proto.Reader, version int, b proto.Block) error {
	w.begun = true
	return w.Result.DecodeResult(r, version, b)
}

// undecodable says why an answer could not be decoded: the engine's error at its
// end, a broken connection, or a block that is not what the caller expects.
func (c *Conn) undecodable(ctx context.Context, body *tailReader, tag string, err error) error {
	_, readErr := io.Copy(io.Discard, io.LimitReader(body, 1<<20))
	if _, failure := cutException(body.tail, tag, true); failure != nil {
		return fmt.Errorf("query: %w", failure)
	}
	if readErr == nil {
		readErr = body.err
	}
	if readErr != nil && !errors.Is(readErr, io.EOF) {
		return c.broken(ctx, "query", readErr)
	}
	if ctx.Err() != nil {
		return fmt.Errorf("query: %w", context.Cause(ctx))
	}
	return fmt.Errorf("query: decode answer: %w", err)
}

// tailReader remembers the last bytes that went through it, where an engine's
// error would be, and how the reading ended.
type tailReader struct {
	r    io.Reader
	tail []byte
	err  error
}

func (t *tailReader) Read(p []byte) (int, error) {
	n, err := t.r.Read(p)
	if n >= maxException {
		t.tail = append(t.tail[:0], p[n-maxException:n]...)
	} else if n > 0 {
		if len(t.tail)+n > 4*maxException {
			t.tail = append(t.tail[:0], t.tail[len(t.tail)-maxException:]...)
		}
		t.tail = append(t.tail, p[:n]...)
	}
	if err != nil {
		t.err = err
	}
	return n, err
}

// Insert stores the rows of input in table, named `database.table` or `table`, as
// one block. Columns that input leaves out get their defaults. Rows arrive all or
// none as long as they are fewer than a million and of one partition; the caller
// keeps input unchanged until Insert returns.
func (c *Conn) Insert(ctx context.Context, table string, input proto.Input, o Options) (Summary, error) {
	if len(input) == 0 {
		return Summary{}, fmt.Errorf("insert into %s: no columns", table)
	}
	names := make([]string, len(input))
	for i, col := range input {
		names[i] = QuoteName(col.Name)
	}
	sql := "INSERT INTO " + table + " (" + strings.Join(names, ", ") + ")"
	buf := blockBuffers.Get().(*proto.Buffer)
	buf.Reset()
	block := proto.Block{Columns: len(input), Rows: input[0].Data.Rows()}
	if err := block.EncodeRawBlock(buf, revision, input); err != nil {
		blockBuffers.Put(buf)
		return Summary{}, fmt.Errorf("insert into %s: encode: %w", table, err)
	}
	body := &bufferBody{data: buf.Buf, closed: make(chan struct{})}
	sum, err := c.InsertData(ctx, sql, "Native", o, body, int64(len(buf.Buf)))
	<-body.closed
	blockBuffers.Put(buf)
	return sum, err
}

// InsertData stores what body holds in one of ClickHouse's formats; sql is the
// INSERT up to, and without, its FORMAT clause. Size is the number of bytes, -1
// when unknown. A body that ends with an error stores nothing.
func (c *Conn) InsertData(ctx context.Context, sql, format string, o Options, body io.Reader, size int64) (Summary, error) {
	settings := map[string]string{"async_insert": "0"}
	for name, value := range o.Settings {
		settings[name] = value
	}
	o.Settings = settings
	query := url.Values{"query": {sql + " FORMAT " + format}}
	resp, start, err := c.send(ctx, "insert", sql, query, body, size, o)
	if err != nil {
		return Summary{}, err
	}
	return newStream(ctx, c, resp, start).drain()
}

// bufferBody is a request body over memory that its owner takes back once closed.
// The HTTP client may go on reading after it has returned, so its Close is waited for.
type bufferBody struct {
	data   []byte
	once   sync.Once
	closed chan struct{}
}

func (b *bufferBody) Read(p []byte) (int, error) {
	if len(b.data) == 0 {
		return 0, io.EOF
	}
	n := copy(p, b.data)
	b.data = b.data[n:]
	return n, nil
}

func (b *bufferBody) Close() error {
	b.once.Do(func() { close(b.closed) })
	return nil
}

var blockBuffers = sync.Pool{New: func() any { return new(proto.Buffer) }}
