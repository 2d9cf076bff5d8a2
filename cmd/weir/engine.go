package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/report"
)

func newEngineCommand(c *cli) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "engine",
		Short: "Find, get and check the engine library",
		Long: `weir keeps its data in ClickHouse's engine library, libchdb.so, which it loads in a jailed process
of its own. It looks for it at --engine or $WEIR_ENGINE, beside its binary, in ../lib/weir of it, in the
data directory, and in a checkout of weir around the working directory.`,
	}
	cmd.AddCommand(newEnginePathCommand(c), newEngineInstallCommand(c), newEngineCheckCommand(c))
	return cmd
}

func newEnginePathCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Use:     "path",
		Short:   "Tell where the library is",
		Long:    "Tells where the library is that weir would load." + exits(ends0, "1  there is none", ends2),
		Example: "  weir engine path\n  ldd \"$(weir engine path --table)\"",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			lib, err := c.findLibrary()
			if err != nil {
				return err
			}
			if !c.tables() {
				return c.jsonLine(map[string]string{"path": lib.Path, "found": lib.Found})
			}
			_, err = fmt.Fprintln(c.out, lib.Path)
			return err
		},
	}
}

func (c *cli) findLibrary() (engine.Library, error) {
	cfg := c.config("engine")
	return engine.Find(engine.FindOptions{Flag: cfg.Library, Data: cfg.Data})
}

func newEngineInstallCommand(c *cli) *cobra.Command {
	var dir, registry string
	cmd := &cobra.Command{
		Use:   "install",
		Short: "Get the library from the npm registry",
		Long: `Downloads the engine package that this weir was built and tested with from the npm registry that
the user has configured (npm's own settings are read, Node is not needed), checks its SHA-512 and puts
the library into the data directory.` + exits(ends0, ends1, ends2),
		Example: `  weir engine install
  weir engine install --dir /usr/local/lib/weir
  weir engine install --registry https://npm.example.com/`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if dir == "" {
				dir = engine.InstallDir(c.config("engine").Data)
			}
			o := engine.InstallOptions{Dir: dir, Registry: registry}
			if show := c.progress("downloading", "file"); show != nil {
				began := time.Now()
				o.Progress = func(done, total int64) {
					show(daemon.Tick{Bytes: done, OfBytes: total, Elapsed: time.Since(began)})
				}
			}
			lib, err := engine.Install(cmd.Context(), o)
			c.endProgress()
			if err != nil {
				return err
			}
			if !c.tables() {
				return c.jsonLine(map[string]string{"path": lib.Path, "found": lib.Found})
			}
			_, err = fmt.Fprintln(c.out, lib.Path)
			return err
		},
	}
	cmd.Flags().StringVar(&dir, "dir", "", "`folder` for the library (default below the data directory)")
	cmd.Flags().StringVar(&registry, "registry", "", "npm registry `URL` (default as npm finds it)")
	return cmd
}

// checked is what engine check prints.
type checked struct {
	Path        string        `json:"path"`
	Found       string        `json:"found"`
	Version     string        `json:"version"`
	MemoryLimit int64         `json:"memory_limit"`
	StartMS     int64         `json:"start_ms"`
	Holds       bool          `json:"jail_holds"`
	Walls       string        `json:"jail"`
	Probes      []checkedWall `json:"probes"`
}

type checkedWall struct {
	Name string `json:"name"`
	Held bool   `json:"held"`
	Note string `json:"note"`
}

func newEngineCheckCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Start the library and try to break out of its jail",
		Long: `Starts the engine on an empty folder, tells its version and attacks its jail from inside: files
outside, the network, other processes.` + exits(ends0, "1  the library is missing or damaged, or its jail does not hold", ends2),
		Example: "  weir engine check\n  weir engine check --engine /opt/libchdb.so",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			lib, err := c.findLibrary()
			if err != nil {
				return err
			}
			r, err := engine.Check(cmd.Context(), lib, c.logger())
			if err != nil {
				return err
			}
			out := checked{
				Path: r.Library.Path, Found: r.Library.Found, Version: r.Version, MemoryLimit: r.MemoryLimit,
				StartMS: r.Start.Milliseconds(), Holds: r.Holds(), Walls: walls(r.Jail),
			}
			for _, p := range r.Probes {
				out.Probes = append(out.Probes, checkedWall(p))
			}
			if err := c.printChecked(out); err != nil {
				return err
			}
			if !out.Holds {
				return errors.New("the engine's jail does not hold")
			}
			return nil
		},
	}
}

// walls tells in words what stands around the engine.
func walls(j engine.Jail) string {
	wall := func(stands bool, text string) string {
		if stands {
			return text
		}
		return "NO " + text
	}
	parts := []string{
		wall(j.Landlock > 0, fmt.Sprintf("Landlock %d", j.Landlock)),
		wall(j.Seccomp, "seccomp"),
		wall(j.NoNewPrivileges, "no-new-privileges"),
		"capabilities " + j.Capabilities,
	}
	text := strings.Join(parts, ", ")
	if j.Missing != "" {
		text += "\n" + j.Missing
	}
	return text
}

func (c *cli) printChecked(r checked) error {
	if !c.tables() {
		return c.jsonLine(r)
	}
	list := report.List{
		{Name: "library", Text: r.Path + " (" + r.Found + ")"},
		{Name: "version", Text: r.Version},
		{Name: "memory", Text: "at most " + report.Bytes(r.MemoryLimit)},
		{Name: "start", Text: fmt.Sprintf("%d ms", r.StartMS)},
		{Name: "jail", Text: r.Walls},
	}
	for _, p := range r.Probes {
		verdict := "held"
		if !p.Held {
			verdict = "BROKEN: " + p.Note
		}
		list = append(list, report.Item{Name: "", Text: p.Name + ": " + verdict})
	}
	return list.Print(c.out, c.page)
}
