package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/report"
)

func newTokenCommand(c *cli) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "token",
		Short: "Tokens with which scripts use the server",
		Long: `A token lets a script, or weir on another machine, use the server: Authorization: Bearer weir_...
Who has it may do everything. Only a hash of it is kept, so it is shown once, when it is made. A running server goes by
these commands at once.`,
		Example: "  weir token create ci\n  weir token create grafana --expires 365d\n  weir token list\n  weir token revoke 6f1c02ab93de",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newTokenCreateCommand(c), newTokenListCommand(c), newTokenRevokeCommand(c))
	return cmd
}

// tokenRow is a token as it is printed; Token is its secret, when it is made.
type tokenRow struct {
	ID      string     `json:"id"`
	Name    string     `json:"name"`
	Token   string     `json:"token,omitempty"`
	Created time.Time  `json:"created"`
	By      string     `json:"created_by"`
	Expires *time.Time `json:"expires"`
	Used    *time.Time `json:"last_used"`
	Revoked *time.Time `json:"revoked"`
	Valid   bool       `json:"valid"`
}

func rowOf(t daemon.AccessToken, now time.Time) tokenRow {
	maybe := func(at time.Time) *time.Time {
		if at.IsZero() {
			return nil
		}
		return &at
	}
	return tokenRow{
		ID: t.ID, Name: t.Name, Created: t.Made, By: t.MadeBy, Valid: t.Valid(now),
		Expires: maybe(t.Expires), Used: maybe(t.Used), Revoked: maybe(t.Revoked),
	}
}

func newTokenCreateCommand(c *cli) *cobra.Command {
	var expires string
	var who whoFlag
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "create NAME",
		Short:       "Make a token and show it, once",
		Long:        "Makes a token. It is written to standard output alone, for a script to take; all else is told on standard error." + exits(ends0, ends1, ends2),
		Example: `  weir token create ci --expires 30d
  WEIR_TOKEN=$(weir token create laptop) weir alerts list --server https://weir.example:8417`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			end, err := tokenEnd(expires, time.Now())
			if err != nil {
				return err
			}
			made, err := do(cmd.Context(), c, who, daemon.CallCreateToken, daemon.TokenAsked{Name: args[0], Expires: end})
			if err != nil {
				return err
			}
			t := made.Token
			if c.flags.json {
				row := rowOf(t, time.Now())
				row.Token = made.Secret
				return c.jsonLine(row)
			}
			fmt.Fprintln(c.out, made.Secret)
			c.note("token %s (%s) is good %s; keep it safe, it is not shown again", t.Name, t.ID, tokenSpan(t))
			return nil
		},
	}
	cmd.Flags().StringVar(&expires, "expires", "90d", "how long it is good: 12h, 90d, or never")
	who.register(cmd)
	return cmd
}

func tokenSpan(t daemon.AccessToken) string {
	if t.Expires.IsZero() {
		return "until it is revoked"
	}
	return "until " + clock(t.Expires)
}

// tokenEnd reads how long a token is good; zero: for ever.
func tokenEnd(text string, now time.Time) (time.Time, error) {
	if text == "never" {
		return time.Time{}, nil
	}
	days, isDays := strings.CutSuffix(text, "d")
	if n, err := strconv.Atoi(days); isDays && err == nil && n > 0 && n < 100_000 {
		return now.AddDate(0, 0, n), nil
	}
	d, err := time.ParseDuration(text)
	if err != nil || d <= 0 {
		return now, usagef("--expires: %q is no time; write 12h, 90d or never", text)
	}
	return now.Add(d), nil
}

func newTokenListCommand(c *cli) *cobra.Command {
	var all bool
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "list",
		Short:       "List the tokens that are good",
		Long:        "Lists the tokens that are good, the newest first; with --all also those that expired or were revoked." + exits(ends0, ends1, ends2),
		Example:     "  weir token list\n  weir token list --all --json | jq -r 'select(.valid | not) | .name'",
		Args:        cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			list, err := do(cmd.Context(), c, whoFlag{}, daemon.CallTokens, daemon.None{})
			if err != nil {
				return err
			}
			now := time.Now()
			g := report.NewGrid("id", "name", "made", "by", "until", "last used", "")
			n := 0
			for _, t := range list {
				if !all && !t.Valid(now) {
					continue
				}
				n++
				if !c.tables() {
					if err := c.jsonLine(rowOf(t, now)); err != nil {
						return err
					}
					continue
				}
				g.Add(t.ID, t.Name, clock(t.Made), t.MadeBy, never(t.Expires), never(t.Used), tokenState(t, now))
			}
			if n == 0 {
				c.note("there are no tokens; weir token create NAME makes one")
				return nil
			}
			if !c.tables() {
				return nil
			}
			return g.Print(c.out, c.page)
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "also those that are good no more")
	return cmd
}

func never(at time.Time) string {
	if at.IsZero() {
		return "never"
	}
	return clock(at)
}

func tokenState(t daemon.AccessToken, now time.Time) string {
	switch {
	case !t.Revoked.IsZero():
		return "revoked " + clock(t.Revoked)
	case !t.Valid(now):
		return "expired"
	}
	return ""
}

func newTokenRevokeCommand(c *cli) *cobra.Command {
	var who whoFlag
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "revoke ID...",
		Short:       "End tokens for good",
		Long:        "Ends tokens for good. A running server refuses them from now on; who has a long answer loses it within half a minute." + exits(ends0, "1  failed, or there is no such token", ends2),
		Example:     "  weir token revoke 6f1c02ab93de",
		Args:        cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, id := range args {
				t, err := do(cmd.Context(), c, who, daemon.CallRevokeToken, id)
				if err != nil {
					return err
				}
				if !c.tables() {
					if err := c.jsonLine(rowOf(t, time.Now())); err != nil {
						return err
					}
					continue
				}
				fmt.Fprintf(c.out, "%s (%s) was revoked %s\n", t.ID, t.Name, clock(t.Revoked))
			}
			return nil
		},
	}
	who.register(cmd)
	return cmd
}
