package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
)

func newServeCommand(c *cli) *cobra.Command {
	var in intakeFlags
	var listen, ui string
	var files daemon.TLSFiles
	cmd := &cobra.Command{
		Use:   "serve [PATH...]",
		Short: "Follow the sources, keep the store, raise alerts, tell how all is",
		Long: `Owns the data directory, follows the sources of the configuration file and the paths given
(folders, files, globs, s3://bucket/prefix), runs the rules over what comes and raises alerts (weir alerts),
and drops what is older than is to be kept. All other commands work beside it on the same directory.

Over HTTP it tells how it is: /healthz (it lives), /readyz (it can work, else why not) and /metrics
(for Prometheus). SIGTERM and Ctrl-C stop it in order: what is under way is finished. A second one
kills it, which costs nothing that was stored.

On a loopback address this machine uses it without login. Any other address needs TLS (server.tls in the
configuration, or --tls-cert and --tls-key) and a password for the administrator: until there is one the server
prints a link for setting it, good once and for an hour, and answers nothing else. Scripts use tokens (weir token).` +
			exits(ends0, "1  failed; the directory may have another owner, who is named", ends2),
		Example: `  weir serve --config /etc/weir/weir.yaml
  weir serve ./AWSLogs --data ./data
  weir serve s3://my-flow-logs/AWSLogs --listen 127.0.0.1:9000
  weir serve --config weir.yaml --listen 0.0.0.0:8417 --tls-cert cert.pem --tls-key key.pem
  curl -s http://127.0.0.1:8417/readyz`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			intake, err := in.config(c)
			if err != nil {
				return err
			}
			sources, err := c.settings.Watched()
			if err != nil {
				return err
			}
			more, err := c.watched(paths, intake)
			if err != nil {
				return err
			}
			for _, s := range more {
				if slices.ContainsFunc(sources, func(o daemon.Watched) bool { return o.Name == s.Name }) {
					return usagef("%s is a source of the configuration already", s.Name)
				}
			}
			sources = append(sources, more...)
			if !cmd.Flags().Changed("listen") {
				listen = c.settings.Server.Listen
			}
			if !cmd.Flags().Changed("tls-cert") && !cmd.Flags().Changed("tls-key") {
				files = c.settings.Server.TLS
			}
			if err := files.Validate(); err != nil {
				return &usageError{err}
			}
			targets, err := daemon.Targets(c.settings.Notify)
			if err != nil {
				return &usageError{err}
			}
			cfg := c.config("serve")
			cfg.Log = c.settings.Log.Logger(c.errs, os.Getenv("JOURNAL_STREAM") != "")
			intake.Buckets.Log = cfg.Log
			ctx, stop := context.WithCancel(cmd.Context())
			defer stop()
			notify := serviceManager()
			go keepAlive(ctx, notify)
			return daemon.Serve(ctx, cfg, daemon.ServeConfig{
				Listen: listen, TLS: files, Setup: c.tellSetup, UI: ui, Sources: sources, Notify: notify, Rules: c.settings.Rules,
				Watch:    daemon.WatchConfig{Intake: intake, Keep: c.settings.Keep},
				Tell:     targets,
				Settings: c.served(),
			})
		},
	}
	in.register(cmd)
	cmd.Flags().StringVar(&listen, "listen", daemon.DefaultListen, "`address` to listen on; one that other machines reach needs TLS")
	cmd.Flags().StringVar(&files.Cert, "tls-cert", "", "`file` with the certificate (PEM); read again when it changes")
	cmd.Flags().StringVar(&files.Key, "tls-key", "", "`file` with its key (PEM)")
	cmd.Flags().StringVar(&ui, "ui-dir", "", "`folder` with a built web app to hand out instead of the one built in")
	return cmd
}

// tellSetup shows the link with which the first password is set. It is no line of the
// log, which may be sent on to others.
func (c *cli) tellSetup(link string, until time.Time) {
	c.say("weir: no password is set yet. Set it here, once, before " + clock(until) + ":\n\n  " + link + "\n\n      or run on this machine: weir user password")
}

// watched are the paths of the command line as sources.
func (c *cli) watched(paths []string, intake daemon.IntakeConfig) ([]daemon.Watched, error) {
	var sources []daemon.Watched
	seen := map[string]bool{}
	for _, path := range paths {
		if path == "-" {
			return nil, usagef("standard input cannot be followed; name a file, a folder or a bucket")
		}
		if seen[path] {
			return nil, usagef("%s is named twice", path)
		}
		seen[path] = true
		sources = append(sources, daemon.Watched{Name: path, Path: path, Options: intake.Options, Buckets: intake.Buckets})
	}
	return sources, nil
}

// serviceManager returns how systemd is told about the state of the service: a
// datagram to the socket it names (sd_notify(3)).
func serviceManager() func(state string) {
	name := os.Getenv("NOTIFY_SOCKET")
	if name == "" {
		return func(string) {}
	}
	if strings.HasPrefix(name, "@") { // Linux's abstract sockets
		name = "\x00" + name[1:]
	}
	return func(state string) {
		conn, err := net.DialUnix("unixgram", nil, &net.UnixAddr{Name: name, Net: "unixgram"})
		if err != nil {
			return // nobody listens: nothing to do about it
		}
		defer conn.Close()
		fmt.Fprint(conn, state)
	}
}

// keepAlive pets the service manager's watchdog, if it has one.
func keepAlive(ctx context.Context, notify func(string)) {
	us, err := strconv.ParseInt(os.Getenv("WATCHDOG_USEC"), 10, 64)
	if err != nil || us <= 0 {
		return
	}
	t := time.NewTicker(time.Duration(us) * time.Microsecond / 2)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			notify("WATCHDOG=1")
		}
	}
}
