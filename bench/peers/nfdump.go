package peers

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// NFDump sends the folder's records as NetFlow v5 over loopback to nfcapd, which
// writes them LZ4-compressed into work, and asks nfdump the questions that have
// arguments, runs times each. IPv6 and NODATA records have no place in v5 and are
// left out; Load.Rows tells how many arrived.
//
// Load.Wall includes our parsing and sending and is no figure to compare; sizes and
// answers are.
func NFDump(ctx context.Context, folder, work string, runs int, questions []Question) (Result, error) {
	for _, name := range []string{"nfcapd", "nfdump"} {
		if _, err := exec.LookPath(name); err != nil {
			return Result{}, fmt.Errorf("%s: %w", name, ErrMissing)
		}
	}
	version, _, err := run(ctx, "nfdump", "-V")
	if err != nil {
		return Result{}, err
	}
	r := Result{Peer: strings.TrimSpace(string(version)), Note: "NetFlow v5: 32-bit counters, no interface, no IPv6"}
	flows := filepath.Join(work, "nfdump")
	if err := os.Mkdir(flows, 0o700); err != nil {
		return r, err
	}
	if r.Load, err = capture(ctx, folder, flows); err != nil {
		return r, fmt.Errorf("capture with nfcapd: %w", err)
	}
	for _, q := range questions {
		if q.Args == nil {
			continue
		}
		var best Answer
		for range runs {
			began := time.Now()
			out, cpu, err := run(ctx, "nfdump", append([]string{"-q", "-N", "-R", flows}, q.Args...)...)
			if err != nil {
				return r, err
			}
			if a := (Answer{Name: q.Name, Wall: time.Since(began), CPU: cpu}); best.Name == "" || a.Wall < best.Wall {
				first, _, _ := strings.Cut(string(out), "\n")
				a.Rows, a.First = bytes.Count(out, []byte("\n")), strings.TrimSpace(first)
				best = a
			}
		}
		r.Answers = append(r.Answers, best)
	}
	return r, nil
}

// capture starts nfcapd on a free loopback port, sends everything and stops it.
func capture(ctx context.Context, folder, flows string) (l Load, err error) {
	files, err := gzipFiles(folder)
	if err != nil {
		return l, err
	}
	free, err := net.ListenUDP("udp4", &net.UDPAddr{IP: net.IPv4(127, 0, 0, 1)})
	if err != nil {
		return l, err
	}
	to := free.LocalAddr().(*net.UDPAddr)
	free.Close()

	var said bytes.Buffer
	collector := exec.CommandContext(ctx, "nfcapd", "-w", flows, "-t", "86400", "-b", "127.0.0.1",
		"-p", strconv.Itoa(to.Port), "-B", "8000000", "-y")
	collector.Stdout, collector.Stderr = &said, &said
	began := time.Now()
	if err := collector.Start(); err != nil {
		return l, err
	}
	sent, sendErr := send(ctx, files, to)
	if sendErr == nil {
		sendErr = drained(ctx, to.Port)
	}
	stopErr := collector.Process.Signal(syscall.SIGTERM)
	waitErr := collector.Wait()
	if err := errors.Join(sendErr, stopErr, waitErr); err != nil {
		return l, fmt.Errorf("%w: %s", err, bytes.TrimSpace(said.Bytes()))
	}
	if want := fmt.Sprintf("Flows: %d, ", sent); !strings.Contains(said.String(), want) {
		return l, fmt.Errorf("sent %d records, and nfcapd says: %s", sent, bytes.TrimSpace(said.Bytes()))
	}
	l = Load{Rows: sent, Wall: time.Since(began), CPU: collector.ProcessState.UserTime() + collector.ProcessState.SystemTime()}
	l.Disk, err = sizeOf(flows)
	return l, err
}

// send sends the records of the files and returns how many fitted into NetFlow v5.
func send(ctx context.Context, files []string, to *net.UDPAddr) (records int64, err error) {
	if err := listening(ctx, to.Port); err != nil {
		return 0, err
	}
	conn, err := net.DialUDP("udp4", nil, to)
	if err != nil {
		return 0, err
	}
	defer conn.Close()
	packets := 0
	e := exporter{send: func(packet []byte) error {
		// UDP loses what does not fit: never have more than a part of the buffer under way.
		if packets++; packets%256 == 0 {
			if err := drained(ctx, to.Port); err != nil {
				return err
			}
		}
		_, err := conn.Write(packet)
		return err
	}}
	for _, path := range files {
		header, body, err := readText(path)
		if err != nil {
			return records, err
		}
		names := Names(header)
		columns, err := columnsOf(names)
		if err != nil {
			return records, fmt.Errorf("%s: %w", path, err)
		}
		for line := range strings.Lines(string(body)) {
			fields := strings.Fields(line)
			if len(fields) < len(names) {
				continue
			}
			switch err := e.add(columns, fields); {
			case err == nil:
				records++
			case !errors.Is(err, errNotV5):
				return records, err
			}
		}
	}
	return records, e.flush()
}

// listening waits until somebody listens on the port.
func listening(ctx context.Context, port int) error {
	return until(ctx, port, func(_ int64, open bool) bool { return open })
}

// drained waits until the listener has read all that was sent.
func drained(ctx context.Context, port int) error {
	return until(ctx, port, func(queued int64, open bool) bool { return open && queued == 0 })
}

// until polls the kernel's view of a UDP port on 127.0.0.1 for at most 30 seconds.
func until(ctx context.Context, port int, ready func(queued int64, open bool) bool) error {
	local := fmt.Sprintf("0100007F:%04X", port)
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end) && ctx.Err() == nil; time.Sleep(200 * time.Microsecond) {
		table, err := os.ReadFile("/proc/net/udp")
		if err != nil {
			return err
		}
		queued, open := int64(0), false
		for line := range strings.Lines(string(table)) {
			// sl local remote st tx_queue:rx_queue ...
			if fields := strings.Fields(line); len(fields) > 4 && fields[1] == local {
				_, rx, _ := strings.Cut(fields[4], ":")
				queued, err = strconv.ParseInt(rx, 16, 64)
				open = err == nil
			}
		}
		if ready(queued, open) {
			return nil
		}
	}
	return fmt.Errorf("udp port %d: not ready: %w", port, context.Cause(ctx))
}

// sizeOf returns the bytes of all files below a folder.
func sizeOf(dir string) (size int64, err error) {
	err = filepath.WalkDir(dir, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			size += info.Size()
		}
		return err
	})
	return size, err
}
