package client

import (
	"context"
	"net/http"
	"net/url"
)

// Command has the server do a call of the command line and reads its answer into a
// value.
func (c *Client) Command(ctx context.Context, name string, args, into any) error {
	return c.call(ctx, http.MethodPost, "commands/"+url.PathEscape(name), nil, args, into)
}
