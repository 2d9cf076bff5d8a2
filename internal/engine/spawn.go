package engine

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// startTime bounds a start: reading the library from a slow disk and the metadata
// of many parts.
const startTime = 2 * time.Minute

// child is one life of the engine process.
type child struct {
	cmd   *exec.Cmd
	born  time.Time
	pipe  io.WriteCloser // the death pipe
	ended chan struct{}
	words *lastLines
}

// launch starts a child and waits until it serves.
func (e *Engine) launch(ctx context.Context) error {
	if err := removeCutOff(filepath.Join(e.cfg.Dir, "store")); err != nil {
		return err
	}
	listener, err := e.listen()
	if err != nil {
		return fmt.Errorf("listen on %s: %w", SocketPath(e.cfg.Dir), err)
	}
	defer listener.Close()
	written, err := os.ReadFile(e.versionFile())
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	cfg := childConfig{
		Library:     e.cfg.Library,
		Store:       filepath.Join(e.cfg.Dir, "store"),
		Backups:     e.BackupDir(),
		MemoryLimit: e.cfg.MemoryLimit,
		ReadOnly:    e.cfg.ReadOnly,
		DataVersion: strings.TrimSpace(string(written)),
	}
	c := &child{born: time.Now(), ended: make(chan struct{}), words: new(lastLines)}
	c.cmd = &exec.Cmd{
		Path:       "/proc/self/exe", // the same binary even when its file was replaced
		Args:       cfg.args(),
		Env:        []string{"TZ=UTC"},
		Dir:        "/",
		Stderr:     c.words,
		ExtraFiles: []*os.File{listener, e.locks.engine},
		// A terminal's ctrl-C is for the owner, who then stops the child in order.
		SysProcAttr: &syscall.SysProcAttr{Setpgid: true},
	}
	if c.pipe, err = c.cmd.StdinPipe(); err != nil {
		return err
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := c.cmd.Start(); err != nil {
		return fmt.Errorf("start child: %w", err)
	}
	reports := make(chan childReport, 1)
	go func() {
		defer close(c.ended)
		var r childReport
		in := bufio.NewReader(out)
		if line, err := in.ReadBytes('\n'); err == nil && json.Unmarshal(line, &r) == nil {
			reports <- r
		}
		close(reports)
		io.Copy(io.Discard, in)
		_ = c.cmd.Wait() // how it ended is in the process state
	}()
	// Written before the child serves: whoever finds a stale child needs its number.
	if err := writeNumber(e.locks.engine, c.cmd.Process.Pid); err != nil {
		e.log.Warn("note the engine's process", "error", err)
	}

	var r childReport
	select {
	case <-ctx.Done():
		c.cmd.Process.Kill()
		<-c.ended
		return fmt.Errorf("wait for the engine: %w", context.Cause(ctx))
	case got, ok := <-reports:
		if !ok {
			<-c.ended
			return e.crashed(c)
		}
		r = got
	}
	if err := r.err(); err != nil {
		<-c.ended
		if errors.Is(err, ErrDamaged) {
			return &DamagedError{Path: e.cfg.Library, Why: r.Error}
		}
		if words := c.lastWords(); words != "" {
			return fmt.Errorf("%w; it said: %s", err, words)
		}
		return err
	}
	if r.Jail.Missing != "" {
		e.log.Warn("the engine is not fully confined", "missing", r.Jail.Missing)
	}
	if err := os.WriteFile(e.versionFile(), []byte(r.Library+"\n"), 0o600); err != nil {
		c.cmd.Process.Kill()
		<-c.ended
		return err
	}
	e.mu.Lock()
	e.child, e.report = c, r
	stopped := e.stopping.Err() != nil
	e.mu.Unlock()
	if stopped {
		c.tellStop()
	}
	e.log.Debug("engine ready", "pid", c.cmd.Process.Pid, "version", r.Version, "took", time.Since(c.born))
	return nil
}

func (e *Engine) versionFile() string { return filepath.Join(e.cfg.Dir, "engine.version") }

// listen returns a copy of the listening socket's file for a child. The socket
// outlives children: callers that come between two of them wait in its queue.
func (e *Engine) listen() (*os.File, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.listener == nil {
		path := SocketPath(e.cfg.Dir)
		if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
		short, release, err := shortSocketPath(path)
		if err != nil {
			return nil, err
		}
		defer release()
		// The folder is 0700, so the socket is nobody else's before its mode is set.
		listener, err := net.ListenUnix("unix", &net.UnixAddr{Name: short, Net: "unix"})
		if err != nil {
			return nil, err
		}
		listener.SetUnlinkOnClose(false)
		if err := os.Chmod(path, 0o600); err != nil {
			listener.Close()
			return nil, err
		}
		e.listener = listener
	}
	return e.listener.File()
}

func (e *Engine) closeListener() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.listener != nil {
		e.listener.Close()
		os.Remove(SocketPath(e.cfg.Dir))
		e.listener = nil
	}
}

// stop tells the child to end and waits; it kills it when ctx ends.
func (c *child) stop(ctx context.Context) error {
	c.tellStop()
	select {
	case <-c.ended:
		return nil
	case <-ctx.Done():
	case <-time.After(stopTimeout):
	}
	c.cmd.Process.Kill()
	<-c.ended
	return fmt.Errorf("stop engine: it did not end in time and was killed")
}

// tellStop says the word after which the child lets running requests finish; the
// mere end of the pipe means that the owner died.
func (c *child) tellStop() {
	_, _ = c.pipe.Write([]byte{stopWord}) // fails when the child is gone, which is as good
	c.pipe.Close()
}

// stopTimeout is longer than the child allows itself.
const stopTimeout = 10 * time.Second

// killed reports whether somebody else ended the process: a person, or the kernel for
// want of memory.
func (c *child) killed() bool {
	if c.cmd.ProcessState == nil {
		return false
	}
	status, ok := c.cmd.ProcessState.Sys().(syscall.WaitStatus)
	return ok && status.Signaled() && status.Signal() == syscall.SIGKILL
}

// state says how the process ended.
func (c *child) state() string {
	if c.cmd.ProcessState == nil {
		return "unknown"
	}
	return c.cmd.ProcessState.String()
}

// lastWords is what the process last printed.
func (c *child) lastWords() string { return c.words.String() }

// lastLines keeps the beginning and the end of what is written to it: a crash says
// first why, and then for long where.
type lastLines struct {
	mu   sync.Mutex
	head []byte
	text []byte
}

func (l *lastLines) Write(p []byte) (int, error) {
	const keep = 4 << 10
	l.mu.Lock()
	defer l.mu.Unlock()
	l.text = append(l.text, p...)
	if len(l.text) > 2*keep {
		if l.head == nil {
			l.head = append(slices.Clone(l.text[:keep]), "\n...\n"...)
		}
		l.text = append(l.text[:0], l.text[len(l.text)-keep:]...)
	}
	return len(p), nil
}

func (l *lastLines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return string(bytes.TrimSpace(bytes.ToValidUTF8(append(slices.Clone(l.head), l.text...), nil)))
}

// locks are what makes a folder one owner's. The first file is locked by the owner
// alone. The second is shared with its children, who inherit the lock, so it is
// free only when both are gone; it holds the child's number.
type locks struct{ owner, engine *os.File }

func (l locks) release() {
	l.engine.Close()
	l.owner.Close()
}

// takeLocks makes this process the owner of a folder: [ErrBusy] while another one
// is. A child that was orphaned ends by itself within seconds and is waited for;
// one that hangs is killed.
func takeLocks(ctx context.Context, dir string) (locks, error) {
	owner, err := openLock(filepath.Join(dir, "owner.lock"))
	if err != nil {
		return locks{}, err
	}
	free, err := tryLock(owner)
	if err == nil && !free {
		err = fmt.Errorf("%w: %s, process %d", ErrBusy, dir, readNumber(owner))
	}
	if err == nil {
		err = writeNumber(owner, os.Getpid())
	}
	if err != nil {
		owner.Close()
		return locks{}, err
	}
	engine, err := openLock(filepath.Join(dir, engineLock))
	if err == nil {
		if err = waitForOrphan(ctx, engine, stopTimeout); err != nil {
			engine.Close()
		}
	}
	if err != nil {
		owner.Close()
		return locks{}, err
	}
	return locks{owner: owner, engine: engine}, nil
}

// waitForOrphan locks the file that a dead owner's child may still hold, and kills
// the child when patience is at its end.
func waitForOrphan(ctx context.Context, file *os.File, patience time.Duration) error {
	for begin := time.Now(); ; {
		free, err := tryLock(file)
		if err != nil || free {
			return err
		}
		orphan := readNumber(file)
		switch waited := time.Since(begin); {
		case waited > 2*patience:
			return fmt.Errorf("%w: process %d was left behind and does not end", ErrBusy, orphan)
		case waited > patience && isChild(orphan):
			syscall.Kill(orphan, syscall.SIGKILL)
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("wait for process %d of a dead owner: %w", orphan, context.Cause(ctx))
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// engineLock is the file that holds an engine's number.
const engineLock = "engine.lock"

func openLock(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
}

func tryLock(file *os.File) (free bool, err error) {
	err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("lock %s: %w", file.Name(), err)
	}
	return true, nil
}

func writeNumber(file *os.File, pid int) error {
	_, err := file.WriteAt(fmt.Appendf(nil, "%-10d\n", pid), 0) // of one length, so never a mixture
	return err
}

func readNumber(file *os.File) (pid int) {
	text := make([]byte, 16)
	n, _ := file.ReadAt(text, 0)
	pid, _ = strconv.Atoi(strings.TrimSpace(string(text[:n]))) // an empty file names nobody
	return pid
}

// Running returns the process id of the engine that runs on a folder, whoever owns
// it, 0 when there is none. An engine outlives its owner for a moment, and writes
// for as long.
func Running(dir string) (pid int) {
	file, err := os.Open(filepath.Join(dir, engineLock))
	if err != nil {
		return 0
	}
	defer file.Close()
	if pid = readNumber(file); !isChild(pid) {
		return 0
	}
	return pid
}

// isChild makes sure that a number still names an engine child before it is killed.
func isChild(pid int) bool {
	if pid <= 0 {
		return false
	}
	line, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/cmdline")
	return err == nil && bytes.HasPrefix(line, []byte("weir\x00"+strings.Join(childArgs, "\x00")+"\x00"))
}
