package engine

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"
)

// Report is what [Check] found out about an engine library.
type Report struct {
	Library     Library
	Version     string        // of the engine, "26.7.2.1"
	MemoryLimit int64         // bytes the engine may use by default
	Start       time.Duration // from nothing to answering
	Jail        Jail          // the walls as the kernel reports them
	Probes      []Probe       // the walls as they were tried
}

// Probe is one attack on the jail.
type Probe struct {
	Name string // what must not work, for a person
	Held bool
	Note string // the engine's refusal, or what came out
}

// Holds reports whether every wall stands and held.
func (r Report) Holds() bool {
	for _, p := range r.Probes {
		if !p.Held {
			return false
		}
	}
	return r.Jail.Holds()
}

// Check starts the engine on a folder of its own, tries to break out of its jail,
// and stops it. The error is for an engine that does not start; a jail that does
// not hold is in the report.
func Check(ctx context.Context, lib Library, log *slog.Logger) (_ Report, err error) {
	dir, err := os.MkdirTemp("", "weir-engine-check-")
	if err != nil {
		return Report{}, fmt.Errorf("check engine: %w", err)
	}
	defer os.RemoveAll(dir)
	begin := time.Now()
	e, err := Start(ctx, Config{Library: lib.Path, Dir: filepath.Join(dir, "engine"), Logger: log})
	if err != nil {
		return Report{}, fmt.Errorf("check engine: %w", err)
	}
	defer func() { err = errors.Join(err, e.Stop(context.WithoutCancel(ctx))) }()
	r := Report{Library: lib, Version: e.Version(), MemoryLimit: e.cfg.MemoryLimit, Start: time.Since(begin), Jail: e.Jail()}
	if r.Probes, err = probe(ctx, e.Conn(), dir); err != nil {
		return Report{}, fmt.Errorf("check engine: %w", err)
	}
	return r, nil
}

// probe attacks the jail from inside, through SQL.
func probe(ctx context.Context, c *Conn, outside string) ([]Probe, error) {
	const secret = "weir check: not for the engine"
	file, out := filepath.Join(outside, "secret"), filepath.Join(outside, "out")
	if err := os.WriteFile(file, []byte(secret), 0o600); err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	defer listener.Close()
	var calls atomic.Int64
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			calls.Add(1)
			conn.Close()
		}
	}()
	ask := func(sql string) (answer string, err error) {
		ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
		defer cancel()
		s, err := c.Query(ctx, sql, "TSVRaw", Options{})
		if err != nil {
			return "", err
		}
		defer s.Close()
		text, err := io.ReadAll(io.LimitReader(s, 1<<20))
		return string(text), err
	}
	var probes []Probe
	add := func(name string, held bool, note any) {
		probes = append(probes, Probe{name, held, fmt.Sprint(note)})
	}
	var refusal *Error // anything else is no refusal but an engine that is gone

	answer, err := ask("SELECT file(" + QuoteText(file) + ")")
	add("read a file outside", errors.As(err, &refusal) && !strings.Contains(answer, secret), err)
	_, err = ask("SELECT 1 INTO OUTFILE " + QuoteText(out))
	_, statErr := os.Stat(out)
	add("write a file outside", errors.As(err, &refusal) && errors.Is(statErr, os.ErrNotExist), err)
	_, err = ask("SELECT * FROM url(" + QuoteText("http://"+listener.Addr().String()+"/") + ", LineAsString)")
	add("connect to a server", err != nil && calls.Load() == 0, err)
	answer, err = ask(fmt.Sprintf("SELECT file('/proc/%d/environ')", os.Getpid()))
	add("read the environment of another process", errors.As(err, &refusal) && answer == "", err)
	answer, err = ask("SELECT file('/proc/self/environ')")
	add("find anything in its own environment", errors.As(err, &refusal) || strings.Trim(answer, "\x00\n") == "TZ=UTC", strings.TrimSpace(answer))
	_, err = ask("SELECT 1")
	if err != nil {
		return nil, fmt.Errorf("the engine did not survive the probes: %w", err)
	}
	return probes, nil
}
