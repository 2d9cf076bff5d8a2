// Command weir reads flow logs into a compact store and answers questions over them.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/engine"
)

func main() {
	engine.RunIfChild()
	daemon.LimitMemory()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the first signal ends the work in order, the second kills
	// A reader that leaves (weir query ... | head) shall not kill weir over its data.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
