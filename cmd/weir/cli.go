package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"syscall"

	"golang.org/x/term"

	"github.com/weir-flow/weir/internal/client"
	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/report"
)

// cli is one run of weir: where it reads and writes, and what the global flags
// say.
type cli struct {
	in    io.Reader
	out   io.Writer // results
	errs  io.Writer // notes, progress, errors
	began bool      // the command line was understood, the command runs

	flags struct {
		data, store, config, engine, server, tokenFile string
		json, table, noColor, quiet                    bool
	}
	settings     daemon.Settings
	settingsFrom map[string]string // variable to the setting it set

	outTerminal, errTerminal, inTerminal bool
	errsFd                               int
	width                                int // of the terminal, 0 without one
	page                                 report.Page
	remote                               *client.Client // of the server that is named, once it is asked

	mu   sync.Mutex // guards line
	line string     // progress line that stands on the terminal
}

func newCLI(in, out, errs *os.File) *cli {
	c := &cli{in: in, out: out, errs: errs, errsFd: int(errs.Fd()), settings: daemon.DefaultSettings()}
	c.inTerminal = term.IsTerminal(int(in.Fd()))
	c.outTerminal = term.IsTerminal(int(out.Fd()))
	c.errTerminal = term.IsTerminal(c.errsFd)
	if c.outTerminal {
		if w, _, err := term.GetSize(int(out.Fd())); err == nil {
			c.width = w
		}
	}
	return c
}

// settle reads the settings file and decides how things are shown, once the
// flags are known.
func (c *cli) settle() error {
	if c.flags.json && c.flags.table {
		return usagef("--json and --table exclude each other")
	}
	if err := c.loadSettings(c.flags.config); err != nil {
		return err
	}
	if u, err := url.Parse(c.flags.store); err == nil {
		if _, shown := u.User.Password(); shown {
			c.note("others on this machine can read a password in --store (ps shows it); put it into $%s", engine.PasswordEnv)
		}
	}
	c.page = report.Page{
		Width:   c.width,
		Color:   c.outTerminal && !c.flags.noColor && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb",
		Unicode: isUTF8(),
	}
	return nil
}

// isUTF8 reports whether the locale's texts are UTF-8.
func isUTF8() bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := os.Getenv(name); v != "" {
			v = strings.ToLower(v)
			return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
		}
	}
	return false
}

// tables reports whether results are for the eyes of a person: on a terminal, and
// elsewhere when asked for. Every command that prints a result goes by it.
func (c *cli) tables() bool { return c.flags.table || c.outTerminal && !c.flags.json }

// escape makes text from logs safe to show.
func (c *cli) escape(text string) string { return report.Escape(text, c.page.Unicode) }

// jsonOut is where JSON goes: on a terminal nothing in it acts on the terminal.
func (c *cli) jsonOut() io.Writer {
	if c.outTerminal {
		return &report.Guard{W: c.out, Unicode: c.page.Unicode}
	}
	return c.out
}

// jsonLine writes a value as one line of JSON.
func (c *cli) jsonLine(v any) error {
	e := json.NewEncoder(c.jsonOut())
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// config is how this run opens data; command is what other processes read about it.
func (c *cli) config(command string) daemon.Config {
	first := func(choices ...string) string {
		for _, s := range choices {
			if s != "" {
				return s
			}
		}
		return ""
	}
	return daemon.Config{
		Data:     first(c.flags.data, os.Getenv("WEIR_DATA"), c.settings.Data, daemon.DefaultData()),
		StoreURL: first(c.flags.store, c.settings.Store),
		Library:  first(c.flags.engine, os.Getenv("WEIR_ENGINE"), c.settings.Engine.Library),
		Memory:   int64(c.settings.Engine.Memory),
		Assets:   c.settings.Ingest.Assets,
		Alerts:   c.settings.Alerts,
		Command:  "weir " + command,
		Log:      c.logger(),
	}
}

// open opens the data directory; the caller closes what it gets.
func (c *cli) open(ctx context.Context, command string) (*daemon.Lookup, error) {
	return daemon.Open(ctx, c.config(command))
}

// closeLookup ends a Lookup or a place, also when the work was interrupted, and keeps the
// first error.
func closeLookup(ctx context.Context, l interface{ Close(context.Context) error }, err *error) {
	*err = errors.Join(*err, l.Close(context.WithoutCancel(ctx)))
}

// input is standard input for paths with a "-" among them. A read that waits for
// somebody to type ends with ctx.
func (c *cli) input(ctx context.Context, paths []string) io.Reader {
	if !slices.Contains(paths, "-") {
		return nil
	}
	if c.inTerminal {
		c.note("reading from the terminal; Ctrl-D ends it")
	}
	r, w := io.Pipe()
	go func() {
		_, err := io.Copy(w, c.in)
		w.CloseWithError(err) // nil is the end of the input
	}()
	context.AfterFunc(ctx, func() { w.CloseWithError(context.Cause(ctx)) })
	return r
}

// note tells something beside the result, on standard error.
func (c *cli) note(format string, args ...any) {
	if c.flags.quiet {
		return
	}
	c.say("weir: " + fmt.Sprintf(format, args...))
}

// say writes lines to standard error, above a progress line when there is one.
// Nothing in them can move the cursor.
func (c *cli) say(text string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	line := c.line
	c.clearLine()
	fmt.Fprintln(c.errs, report.EscapeLines(text, isUTF8()))
	c.drawLine(line)
}

func (c *cli) clearLine() {
	if c.line != "" {
		fmt.Fprint(c.errs, "\r\x1b[K")
		c.line = ""
	}
}

func (c *cli) drawLine(line string) {
	if line != "" {
		if w, _, err := term.GetSize(c.errsFd); err == nil && w > 1 && len(line) >= w {
			line = line[:w-1] // one that wraps cannot be taken away; it is ASCII
		}
		fmt.Fprint(c.errs, line)
		c.line = line
	}
}

// exit says what went wrong and returns the exit code.
func (c *cli) exit(ctx context.Context, err error) int {
	c.mu.Lock()
	c.clearLine()
	c.mu.Unlock()
	var usage *usageError
	switch {
	case err == nil || errors.Is(err, syscall.EPIPE):
		return exitDone // a reader that left has had enough
	case errors.Is(err, errAlerts):
		return exitAlerts
	case errors.Is(err, errBad):
		return exitBad
	case ctx.Err() != nil: // whatever the interrupted work complains about
		c.say("weir: interrupted; what is stored is whole, and the next run goes on from there")
		return exitFail
	}
	c.say("weir: " + err.Error())
	hint := daemon.Hint(err)
	if hint == "" {
		hint = client.Hint(err)
	}
	if hint != "" {
		c.say("      " + hint)
	}
	if !c.began {
		c.say("      see weir --help")
	}
	if !c.began || errors.As(err, &usage) || daemon.IsUsage(err) || client.IsUsage(err) {
		return exitUsage
	}
	return exitFail
}

// logger tells what happens beside the work, as notes.
func (c *cli) logger() *slog.Logger { return slog.New(&noteHandler{c: c}) }

// noteHandler is a slog handler that writes warnings for a person: the message
// and its values, no time and no level.
type noteHandler struct {
	c     *cli
	attrs []slog.Attr
}

func (h *noteHandler) Enabled(_ context.Context, level slog.Level) bool {
	return level >= slog.LevelWarn
}

func (h *noteHandler) Handle(_ context.Context, r slog.Record) error {
	var b strings.Builder
	b.WriteString(r.Message)
	put := func(a slog.Attr) bool {
		fmt.Fprintf(&b, ", %s %s", a.Key, a.Value)
		return true
	}
	for _, a := range h.attrs {
		put(a)
	}
	r.Attrs(put)
	h.c.note("%s", b.String())
	return nil
}

func (h *noteHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return &noteHandler{h.c, append(h.attrs[:len(h.attrs):len(h.attrs)], attrs...)}
}

func (h *noteHandler) WithGroup(string) slog.Handler { return h }
