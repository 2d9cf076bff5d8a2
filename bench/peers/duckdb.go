package peers

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// DuckDB loads the folder into a database file in work and asks the questions that
// have SQL. script is the folder of duckdb.mjs.
func DuckDB(ctx context.Context, script, folder, work string, threads int, questions []Question) (Result, error) {
	if _, err := os.Stat(filepath.Join(script, "node_modules", "@duckdb", "node-bindings-linux-x64")); err != nil {
		return Result{}, fmt.Errorf("duckdb: %w", ErrMissing)
	}
	asked := []Question{}
	for _, q := range questions {
		if q.SQL != "" {
			asked = append(asked, q)
		}
	}
	list, err := json.Marshal(asked)
	if err != nil {
		return Result{}, err
	}
	file := filepath.Join(work, "duckdb-questions.json")
	if err := os.WriteFile(file, list, 0o600); err != nil {
		return Result{}, err
	}
	out, _, err := run(ctx, "node", filepath.Join(script, "duckdb.mjs"), "--db", filepath.Join(work, "peer.duckdb"),
		"--load", folder, "--queries", file, "--threads", strconv.Itoa(threads))
	if err != nil {
		return Result{}, err
	}
	return readDuckDB(out)
}

// readDuckDB reads what duckdb.mjs prints.
func readDuckDB(out []byte) (Result, error) {
	var r Result
	for in := json.NewDecoder(bytes.NewReader(out)); ; {
		var line struct {
			Kind, Name, Version string
			Rows                int64
			Seconds             float64
			CPUSeconds          float64 `json:"cpu_seconds"`
			Bytes               int64
			MS                  float64
			CPUMS               float64 `json:"cpu_ms"`
			First               json.RawMessage
		}
		if err := in.Decode(&line); errors.Is(err, io.EOF) {
			return r, nil
		} else if err != nil {
			return r, fmt.Errorf("read duckdb.mjs: %w", err)
		}
		switch line.Kind {
		case "peer":
			r.Peer = line.Name + " " + line.Version
		case "load":
			r.Load = Load{Rows: line.Rows, Wall: seconds(line.Seconds), CPU: seconds(line.CPUSeconds), Disk: line.Bytes}
		case "query":
			r.Answers = append(r.Answers, Answer{
				Name: line.Name, Wall: seconds(line.MS / 1000), CPU: seconds(line.CPUMS / 1000),
				Rows: int(line.Rows), First: string(line.First),
			})
		}
	}
}

func seconds(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }
