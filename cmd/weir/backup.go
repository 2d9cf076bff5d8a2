package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/report"
)

func newBackupCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Annotations: worksHere("run it on the server's machine, where PATH is"),
		Use:         "backup PATH",
		Short:       "Copy everything stored into a file or folder",
		Long: `Writes everything stored, with the ledger of what came in, to one file when PATH ends in .tar, else to a
new folder. weir may go on working meanwhile; what comes in then may be missing.` + exits(ends0, ends1, ends2),
		Example: "  weir backup /backups/weir-2026-03-10.tar\n  weir backup /backups/weir-2026-03-10",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			ctx := cmd.Context()
			l, err := c.open(ctx, "backup")
			if err != nil {
				return err
			}
			defer closeLookup(ctx, l, &err)
			info, err := l.Backup(ctx, args[0])
			if err != nil {
				return err
			}
			return c.printBackup("backed up to", info)
		},
	}
}

func newRestoreCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Annotations: worksHere("run it on the server's machine, before weir serve"),
		Use:         "restore PATH",
		Short:       "Fill an empty data directory from a backup",
		Long: `Fills an empty data directory from what weir backup wrote. No other weir may use the directory
meanwhile.` + exits(ends0, "1  failed, or the directory is in use or not empty", ends2),
		Example: "  weir restore /backups/weir-2026-03-10.tar --data /var/lib/weir",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			info, err := daemon.Restore(cmd.Context(), c.config("restore"), args[0])
			if err != nil {
				return err
			}
			if info.TakenOut > 0 || info.Unfinished > 0 {
				c.note("the backup was made while files came in: %s of files it does not have whole taken out, %s to be read on; weir ingest PATH takes them in again",
					report.Noun(int64(info.TakenOut), "record"), report.Noun(info.Unfinished, "file"))
			}
			return c.printBackup("restored from", info)
		},
	}
}

func (c *cli) printBackup(done string, info daemon.BackupInfo) error {
	if !c.tables() {
		return c.jsonLine(info)
	}
	size := ""
	if info.Bytes > 0 {
		size = ", " + report.Bytes(info.Bytes)
	}
	_, err := fmt.Fprintf(c.out, "%s records of %s files %s %s%s\n", report.Count(info.Records), report.Count(info.Objects), done, c.escape(info.Path), size)
	return err
}
