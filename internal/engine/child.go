//go:build linux && !noengine

package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// supported tells that this build can start an engine.
const supported = true

// stopTime bounds the end of a child: half of it for requests that run, when its
// owner lives, the rest for the engine to close its tables.
const stopTime = 5 * time.Second

// ChildMain is the life of an engine child: put up the walls, start the engine,
// serve until the owner is gone. It returns the exit code.
func ChildMain(args []string) int {
	var cfg childConfig
	if len(args) != 1 || json.Unmarshal([]byte(args[0]), &cfg) != nil {
		fmt.Fprintln(os.Stderr, "weir engine child: started by weir itself, not by hand")
		return 2
	}
	if !cfg.Jailed {
		return report(childReport{}, enterJail(cfg))
	}
	jail, err := inspectJail(cfg.Jail)
	if err != nil {
		return report(childReport{Jail: jail}, fmt.Errorf("check the jail: %w", err))
	}
	return live(cfg, jail)
}

// enterJail starts the process again behind walls; it returns only on failure.
func enterJail(cfg childConfig) error {
	for _, dir := range []string{cfg.Store, cfg.Backups} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return fmt.Errorf("make engine folder: %w", err)
		}
	}
	if err := os.Chdir(cfg.Store); err != nil { // the engine reads config.xml where it stands
		return fmt.Errorf("enter engine folder: %w", err)
	}
	// The kernel's memory killer should take the engine, which comes back, not its owner.
	_ = os.WriteFile("/proc/self/oom_score_adj", []byte("500"), 0) // may be forbidden
	_ = unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{})           // a dump would hold the data

	w := walls{
		readWrite: []string{cfg.Store, cfg.Backups},
		readOnly:  append([]string{cfg.Library}, cfg.ReadOnly...),
	}
	exe, err := os.Readlink("/proc/self/exe")
	if err != nil {
		return fmt.Errorf("find own binary: %w", err)
	}
	if strings.HasSuffix(exe, " (deleted)") {
		exe = "/proc/self/exe" // replaced by an update while its owner runs
	}
	return w.enter(exe, nil, []string{"TZ=UTC"}, func(jail Jail) []string {
		cfg.Jailed, cfg.Jail = true, jail
		return cfg.args()
	})
}

// report writes the child's word to its owner and returns the exit code.
func report(r childReport, err error) int {
	if err != nil {
		r.Error = err.Error()
		for kind, sentinel := range reportKinds {
			if errors.Is(err, sentinel) {
				r.Kind = kind
				r.Error = strings.Replace(r.Error, sentinel.Error()+": ", "", 1)
			}
		}
	}
	_ = json.NewEncoder(os.Stdout).Encode(r) // an owner that is gone will not read it
	if err != nil {
		return 1
	}
	return 0
}

// live loads the engine and serves until the owner is gone.
func live(cfg childConfig, jail Jail) int {
	signal.Ignore(syscall.SIGINT, syscall.SIGHUP, syscall.SIGPIPE, syscall.SIGTERM) // the owner decides
	debug.SetGCPercent(50)
	gone := make(chan bool, 1) // true for an orderly end
	go func() {
		n, _ := os.Stdin.Read(make([]byte, 1))
		gone <- n > 0
		time.Sleep(stopTime)
		os.Exit(1) // a call into the engine hangs
	}()
	listener, err := net.FileListener(os.NewFile(listenerFD, "listener"))
	if err != nil {
		return report(childReport{Jail: jail}, fmt.Errorf("take over the socket: %w", err))
	}
	syscall.CloseOnExec(lockFD)

	lib, err := loadLibrary(cfg.Library)
	if err != nil {
		return report(childReport{Jail: jail}, err)
	}
	r := childReport{Library: lib.version(), Jail: jail}
	if newerThan(cfg.DataVersion, r.Library) {
		return report(r, fmt.Errorf("%w: data of %s, library of %s", ErrIncompatible, cfg.DataVersion, r.Library))
	}
	base := baseArgs(cfg)
	anchor, err := lib.open(append(base, startArgs(cfg)...)) // stays open: the engine ends with its last connection
	if err != nil {
		return report(r, fmt.Errorf("start the engine on %s: %w", cfg.Store, err))
	}
	version, err := anchor.query(statement{sql: "SELECT version()", format: "TSVRaw"})
	if err != nil {
		return report(r, fmt.Errorf("ask the engine for its version: %w", err))
	}
	r.Version = strings.TrimSpace(string(version.bytes()))
	version.destroy()

	server := &http.Server{Handler: newHandler(lib, base)}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	report(r, nil)
	orderly := false
	select {
	case orderly = <-gone:
	case err := <-served:
		fmt.Fprintln(os.Stderr, "serve: "+err.Error())
		return 1
	}
	if orderly {
		ctx, cancel := context.WithTimeout(context.Background(), stopTime/2)
		defer cancel()
		_ = server.Shutdown(ctx) // what still runs is cut next
	}
	server.Close() // cuts the requests that still run, which stops their statements
	anchor.close()
	return 0
}

// baseArgs are the arguments of every connection: the path must be repeated, and
// the library's own defaults differ from a server's where they are a trap.
func baseArgs(cfg childConfig) []string {
	return []string{
		"--path=" + cfg.Store,
		"--implicit_select=0", // or any expression is a statement
		"--allow_introspection_functions=0",
		// Nothing leaves the jail; these let what tries fail at once and not after retries.
		"--http_max_tries=1",
		"--s3_retry_attempts=0",
		"--connect_timeout=1",
	}
}

// startArgs are the further arguments of the first connection, which starts the
// engine.
func startArgs(cfg childConfig) []string {
	pool := max(2, runtime.NumCPU())
	return []string{
		"--config-file=" + filepath.Join(cfg.Store, "none.xml"), // or it looks for one in /etc and here
		"--max_server_memory_usage=" + strconv.FormatInt(cfg.MemoryLimit, 10),
		"--backups.allowed_path=" + cfg.Backups,
		// Caches: their defaults are gigabytes, made for a machine of its own.
		"--mark_cache_size=" + strconv.FormatInt(min(256<<20, cfg.MemoryLimit/8), 10),
		"--primary_index_cache_size=" + strconv.FormatInt(min(128<<20, cfg.MemoryLimit/16), 10),
		"--index_mark_cache_size=" + strconv.FormatInt(min(64<<20, cfg.MemoryLimit/32), 10),
		"--query_condition_cache_size=" + strconv.FormatInt(min(32<<20, cfg.MemoryLimit/32), 10),
		"--uncompressed_cache_size=0",
		// Merges share the cores with queries and intake.
		"--background_pool_size=" + strconv.Itoa(pool),
		"--background_move_pool_size=1",
		"--background_fetches_pool_size=1",
		"--background_common_pool_size=2",
		"--background_schedule_pool_size=8",
		"--background_buffer_flush_schedule_pool_size=1",
		"--background_message_broker_schedule_pool_size=1",
		"--background_distributed_schedule_pool_size=1",
	}
}
