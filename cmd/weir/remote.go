package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

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

// server returns the client of the server that is named.
func (c *cli) server() (*client.Client, error) {
	if c.remote != nil {
		return c.remote, nil
	}
	token, err := c.token()
	if err != nil {
		return nil, err
	}
	s, err := client.New(c.flags.server, token)
	if err != nil {
		return nil, usagef("--server: %w", err)
	}
	c.remote = s
	return s, nil
}

// token returns the API token: that of --token-file, else of the environment. There is
// no flag with the token itself, as others on the machine can read command lines.
func (c *cli) token() (string, error) {
	if c.flags.tokenFile == "" {
		return strings.TrimSpace(os.Getenv(client.TokenEnv)), nil
	}
	in := c.in
	if c.flags.tokenFile != "-" {
		f, err := os.Open(c.flags.tokenFile)
		if err != nil {
			return "", fmt.Errorf("read the token: %w", err)
		}
		defer f.Close()
		in = f
	}
	line, err := bufio.NewReader(io.LimitReader(in, 4<<10)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("read the token: %w", err)
	}
	if line = strings.TrimSpace(line); line == "" {
		return "", usagef("--token-file %s: there is no token in its first line", c.flags.tokenFile)
	}
	return line, nil
}

// do has a call done where the data is: by the server that is named, or here on the data
// directory, for who.
func do[A, R any](ctx context.Context, c *cli, who whoFlag, k daemon.Call[A, R], args A) (out R, err error) {
	if c.flags.server == "" {
		command, _, _ := strings.Cut(k.Name, ".")
		cfg := c.config(command)
		settings, err := c.served().WithMade(cfg.Data)
		if err != nil {
			return out, err
		}
		return k.Here(ctx, cfg, settings, who.name(), args)
	}
	s, err := c.server()
	if err != nil {
		return out, err
	}
	err = s.Command(ctx, k.Name, args, &out)
	return out, err
}

// asksServer marks the commands that --server can be given to.
var asksServer = map[string]string{"server": "yes"}

// worksHere marks commands on the data directory that --server cannot be given to;
// instead is what to do.
func worksHere(instead string) map[string]string {
	return map[string]string{"server": "no", "instead": instead, "here": "It works on the data directory of this machine and not with --server; " + instead + "."}
}

// checkServer finds the server that is named, and refuses it where a command works on this
// machine. --data and --store go before the environment.
func (c *cli) checkServer(cmd *cobra.Command) error {
	from := "--server"
	if c.flags.server == "" && c.flags.data == "" && c.flags.store == "" {
		from, c.flags.server = "$"+client.ServerEnv, os.Getenv(client.ServerEnv)
	}
	instead := "run it there, or leave out --server"
	if text := cmd.Annotations["instead"]; text != "" {
		instead = text
	}
	takes, said := cmd.Annotations["server"], from == "--server"
	switch {
	case c.flags.server == "" && c.flags.tokenFile != "":
		return usagef("--token-file is for a server; name it with --server or $%s", client.ServerEnv)
	case c.flags.server == "":
		return nil
	case takes == "no" && !said:
		return usagef("%s names a server, and %s works on this machine; run it there, or name the directory with --data", from, cmd.CommandPath())
	case takes != "yes" && said:
		return usagef("%s works on this machine and cannot be sent to a server; %s", cmd.CommandPath(), instead)
	case takes != "yes":
		c.flags.server = "" // of no use to the command
		return nil
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
