package client

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/query"
)

// tailEvent is what the server tells of records that were stored.
type tailEvent struct {
	Columns []column            `json:"columns"`
	Values  [][]json.RawMessage `json:"values"`
	Shown   int                 `json:"shown"`
	Matched uint64              `json:"matched"`
	Skipped uint64              `json:"skipped"`
}

// streamSilent is how long a stream may say nothing: the server says something more
// often.
const streamSilent = 45 * time.Second

// Follow hands out records as the server stores them, as a Follow of a data directory
// does; the server hands out at most 500 a second. When the connection breaks it goes
// on where it was.
func (c *Client) Follow(ctx context.Context, r query.Request, _ int, begun func() error, fresh func(t query.Table, missed uint64) error) error {
	after, failed := "", 0
	for {
		got, err := c.follow(ctx, r, &after, func() error {
			failed = 0
			if begun == nil {
				return nil
			}
			call := begun
			begun = nil
			return call()
		}, fresh)
		var told *Error
		switch {
		case ctx.Err() != nil:
			return nil
		case got: // of the caller
			return err
		case errors.As(err, &told) && told.Status < http.StatusInternalServerError, query.IsUsage(err):
			return err
		case failed >= 5:
			return err
		}
		failed++
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(time.Duration(failed) * time.Second):
		}
	}
}

// follow reads one stream to its end. own says that the error is the caller's.
func (c *Client) follow(ctx context.Context, r query.Request, after *string, begun func() error, fresh func(query.Table, uint64) error) (own bool, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	params := url.Values{}
	if *after != "" {
		params.Set("after", *after)
	}
	resp, err := c.send(ctx, http.MethodGet, "stream", params, nil)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	silent := time.AfterFunc(streamSilent, cancel)
	defer silent.Stop()
	in := bufio.NewReaderSize(resp.Body, 64<<10)
	var name, data, id string
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return false, fmt.Errorf("follow %s: %w", c.base.Host, err)
		}
		silent.Reset(streamSilent)
		key, value, _ := strings.Cut(strings.TrimRight(line, "\r\n"), ": ")
		switch key {
		case "event":
			name = value
			continue
		case "data":
			data = value
			continue
		case "id":
			id = value
			continue
		case "":
			if line != "\n" && line != "\r\n" {
				continue // a comment
			}
		default:
			continue
		}
		switch name {
		case "hello":
			var hello struct{ ID string }
			if err := json.Unmarshal([]byte(data), &hello); err != nil {
				return false, err
			}
			body := map[string]any{"subscriptions": []map[string]any{{"key": "tail", "topic": "tail", "filter": r.Filter, "columns": strings.Join(names(r.Columns), ",")}}}
			if err := c.call(ctx, http.MethodPut, "stream/"+hello.ID, nil, body, nil); err != nil {
				return false, err
			}
			if err := begun(); err != nil {
				return true, err
			}
		case "tail":
			var e tailEvent
			if err := json.Unmarshal([]byte(data), &e); err != nil {
				return false, err
			}
			if err := fresh(e.table(), e.Matched-uint64(e.Shown)+e.Skipped); err != nil {
				return true, err
			}
			*after = id
		}
		name, data = "", ""
	}
}

// table is the rows of an event, without the ids of the records.
func (e *tailEvent) table() query.Table {
	shown := len(e.Columns)
	if shown > 0 && e.Columns[shown-1].Name == "id" {
		shown--
	}
	t := query.Table{Columns: columnsOf(e.Columns[:shown])}
	for row := range e.Shown {
		cells := make([][]byte, len(t.Columns))
		for i := range cells {
			cells[i] = e.Values[i][row]
		}
		t.Rows = append(t.Rows, query.NewRow(cells))
	}
	return t
}
