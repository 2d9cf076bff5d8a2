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
	"golang.org/x/term"

	"github.com/weir-flow/weir/internal/daemon"
)

func newUserCommand(c *cli) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "user",
		Short:   "Who logs in at the server",
		Long:    "The server has one user, the administrator, who logs in with a password where other machines reach it.",
		Example: "  weir user password",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newUserPasswordCommand(c))
	return cmd
}

func newUserPasswordCommand(c *cli) *cobra.Command {
	var who whoFlag
	cmd := &cobra.Command{
		Annotations: worksHere("run it on the server's machine: whoever is there may set the password"),
		Use:         "password",
		Short:       "Set the administrator's password",
		Long: fmt.Sprintf(`Sets the password with which the administrator logs in, of %d characters or more. It is asked for on the terminal, or
read as the first line of standard input; never from the command line, which others on the machine can read.
All who are logged in have to log in again; tokens stay good.`, daemon.MinPassword) + exits(ends0, "1  failed, or the password will not do", ends2),
		Example: "  weir user password\n  pass show weir | weir user password",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			password, err := c.readPassword(cmd.Context())
			if err != nil {
				return err
			}
			return c.access(cmd.Context(), "user", who, func(ctx context.Context, d *daemon.AccessDesk) error {
				if err := d.SetPassword(ctx, password); err != nil {
					return err
				}
				c.note("the password is set; all who were logged in have to log in again")
				return nil
			})
		},
	}
	who.register(cmd)
	return cmd
}

// access opens for work who may reach the server. Work's context says who does it.
func (c *cli) access(ctx context.Context, command string, by whoFlag, work func(context.Context, *daemon.AccessDesk) error) (err error) {
	d, err := daemon.OpenAccess(ctx, c.config(command))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	return work(daemon.AsCommand(ctx, by.name()), d)
}

// readPassword asks for a new password twice on a terminal, which does not show it, or
// reads the first line of standard input.
func (c *cli) readPassword(ctx context.Context) (string, error) {
	in, ok := c.in.(*os.File)
	if !ok || !c.inTerminal {
		line, err := bufio.NewReader(io.LimitReader(c.in, 64<<10)).ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return "", fmt.Errorf("read the password: %w", err)
		}
		return strings.TrimRight(line, "\r\n"), nil
	}
	ask := func(prompt string) (string, error) {
		fmt.Fprint(c.errs, prompt)
		defer fmt.Fprintln(c.errs)
		before, err := term.GetState(int(in.Fd()))
		if err != nil {
			return "", fmt.Errorf("read the password: %w", err)
		}
		type line struct {
			text []byte
			err  error
		}
		read := make(chan line, 1)
		go func() {
			text, err := term.ReadPassword(int(in.Fd()))
			read <- line{text, err}
		}()
		select {
		case <-ctx.Done(): // Ctrl-C: the terminal shows again what is typed
			return "", errors.Join(context.Cause(ctx), term.Restore(int(in.Fd()), before))
		case l := <-read:
			if l.err != nil {
				return "", fmt.Errorf("read the password: %w", l.err)
			}
			return string(l.text), nil
		}
	}
	first, err := ask("New password: ")
	if err != nil {
		return "", err
	}
	again, err := ask("Once more: ")
	if err != nil {
		return "", err
	}
	if first != again {
		return "", errors.New("the two are not the same; nothing was changed")
	}
	return first, nil
}
