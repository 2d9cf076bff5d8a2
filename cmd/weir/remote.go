package main

import (
	"context"
	"os"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/client"
	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/query"
)

// asker is what questions are put to: the store of a data directory, or a server.
type asker interface {
	Run(ctx context.Context, r query.Request, sink query.Sink) (query.Meta, error)
	Explain(ctx context.Context, r query.Request) (query.Plan, error)
	SQL(ctx context.Context, text string, o query.SQLOptions, sink query.Sink) (query.Meta, error)
	Hunt(ctx context.Context, h query.Hunt, values map[string]string, l query.Limits, sink query.Sink) (query.Meta, error)
	Why(ctx context.Context, r query.WhyRequest) (query.Why, error)
}

// place is where questions are asked.
type place interface {
	Query() asker
	// Ask and Retry ask again where the engine was gone, see [daemon.Lookup].
	Ask(ctx context.Context, sink query.Sink, run func(query.Sink) (query.Meta, error)) (query.Meta, error)
	Retry(ctx context.Context, ask func() error) error
	// Follow hands out records as they are stored, see [daemon.Lookup.Follow].
	Follow(ctx context.Context, r query.Request, most int, begun func() error, fresh func(t query.Table, missed uint64) error) error
	Close(ctx context.Context) error
}

// here is a data directory of this machine.
type here struct{ *daemon.Lookup }

func (h here) Query() asker { return h.Lookup.Query() }

// there is a server, which sees to its engine itself.
type there struct{ *client.Client }

func (t there) Query() asker { return t.Client }

func (there) Ask(_ context.Context, sink query.Sink, run func(query.Sink) (query.Meta, error)) (query.Meta, error) {
	return run(sink)
}

func (there) Retry(_ context.Context, ask func() error) error { return ask() }
func (there) Close(context.Context) error                     { return nil }

// place returns where a command asks its questions: the server that is named, or the
// data directory. The caller closes it.
func (c *cli) place(ctx context.Context, command string) (place, error) {
	if c.flags.server != "" {
		s, err := c.server()
		return there{s}, err
	}
	l, err := c.open(ctx, command)
	if err != nil {
		return nil, err
	}
	return here{l}, nil
}

// server returns a client of the server that is named.
func (c *cli) server() (*client.Client, error) {
	s, err := client.New(c.flags.server, os.Getenv(client.TokenEnv))
	if err != nil {
		return nil, usagef("--server: %w", err)
	}
	return s, nil
}

// asksServer marks the commands that --server can be given to.
var asksServer = map[string]string{"server": "yes"}

// checkServer refuses --server where a command needs the data directory itself.
func (c *cli) checkServer(cmd *cobra.Command) error {
	switch {
	case c.flags.server == "":
		return nil
	case cmd.Annotations["server"] == "":
		return usagef("%s works on this machine and cannot be sent to a server; run it there, or leave out --server", cmd.CommandPath())
	case c.flags.data != "" || c.flags.store != "":
		return usagef("--server stands for the server's own data; leave out --data and --store")
	}
	_, err := c.server()
	return err
}

// alertDesk is what people do with alerts, on a data directory or at a server.
type alertDesk interface {
	List(ctx context.Context, f daemon.AlertFilter, fn func(daemon.Alert) error) error
	Get(ctx context.Context, id string) (daemon.AlertDetail, error)
	Audit(ctx context.Context, subject string, fn func(daemon.AuditEntry) error) error
	Acknowledge(ctx context.Context, id, who string) (daemon.Alert, error)
	Resolve(ctx context.Context, id, who string, v daemon.Verdict) (daemon.Alert, error)
	AddNote(ctx context.Context, id, who, text string) (daemon.Alert, error)
}

// alertDesk opens the alerts of the server that is named, or of the data directory.
func (c *cli) alertDesk(ctx context.Context, work func(alertDesk) error) error {
	if c.flags.server == "" {
		return c.desk(ctx, func(d *daemon.AlertDesk) error { return work(d) })
	}
	s, err := c.server()
	if err != nil {
		return err
	}
	return work(s)
}
