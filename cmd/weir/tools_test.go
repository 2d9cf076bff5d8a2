package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/engine"
)

// terminal is the program `terminal COLUMNS command...`: it runs a command whose
// standard output and error are a terminal, and prints what came there.
func terminal() {
	columns, err := strconv.Atoi(os.Args[1])
	check(err)
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	check(err)
	check(unix.IoctlSetPointerInt(int(master.Fd()), unix.TIOCSPTLCK, 0))
	n, err := unix.IoctlGetInt(int(master.Fd()), unix.TIOCGPTN)
	check(err)
	slave, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	check(err)
	check(unix.IoctlSetWinsize(int(slave.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: 40, Col: uint16(columns)}))
	cmd := exec.Command(os.Args[2], os.Args[3:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, slave, slave
	check(cmd.Start())
	done := make(chan string)
	go func() {
		text, _ := io.ReadAll(master) // ends with an error when the last slave is closed
		done <- string(text)
	}()
	err = cmd.Wait()
	slave.Close()
	fmt.Print(strings.ReplaceAll(<-done, "\r\n", "\n"))
	if err != nil {
		os.Exit(cmd.ProcessState.ExitCode())
	}
}

// interrupt is the program `interrupt GLOB command...`: it runs a command whose
// standard input stays open, sends it what Ctrl-C sends as soon as a file matches
// GLOB, and ends with its exit code.
func interrupt() {
	cmd := exec.Command(os.Args[2], os.Args[3:]...)
	_, err := cmd.StdinPipe() // never written to and never closed
	check(err)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	check(cmd.Start())
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if found, _ := filepath.Glob(os.Args[1]); len(found) > 0 {
			break
		}
	}
	check(cmd.Process.Signal(os.Interrupt))
	_ = cmd.Wait() // its exit code is the answer
	os.Exit(cmd.ProcessState.ExitCode())
}

// hold is the program `hold FILE`: it owns $WEIR_DATA, makes FILE when it does,
// and ends when FILE is gone.
func hold() {
	ctx := context.Background()
	l, err := daemon.Open(ctx, daemon.Config{Data: os.Getenv("WEIR_DATA"), Library: os.Getenv("WEIR_ENGINE"), Command: "weir hold"})
	check(err)
	check(os.WriteFile(os.Args[1], nil, 0o600))
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if _, err := os.Stat(os.Args[1]); err != nil {
			break
		}
	}
	check(l.Close(ctx))
}

// damage is the program `damage SQL`: it changes what is stored behind the
// ledger's back.
func damage() {
	ctx := context.Background()
	l, err := daemon.Open(ctx, daemon.Config{Data: os.Getenv("WEIR_DATA"), Library: os.Getenv("WEIR_ENGINE"), Command: "weir damage"})
	check(err)
	conn, err := engine.DialSocket(engine.SocketPath(l.Dir + "/engine"))
	check(err)
	for _, sql := range os.Args[1:] {
		_, err := conn.Exec(ctx, sql, engine.Options{Database: "weir", Settings: map[string]string{"lightweight_deletes_sync": "2"}})
		check(err)
	}
	conn.Close()
	check(l.Close(ctx))
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
