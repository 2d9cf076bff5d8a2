package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/build"
)

func newVersionCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Tell which weir this is",
		Long:    "Tells version, commit, toolchain and platform in one line; in a pipe or with --json also the modules linked in." + exits(ends0),
		Example: "  weir version\n  weir version --json",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			info := build.Read()
			if !c.tables() {
				return c.jsonLine(info)
			}
			_, err := fmt.Fprintln(c.out, info)
			return err
		},
	}
}
