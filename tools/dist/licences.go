package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/weir-flow/weir/internal/engine"
)

const licencesNote = `LICENSE at the top is weir's own.

go/std, go/<module>   the Go standard library and the Go modules linked into bin/weir
engine/LICENSE        the engine library, lib/weir/libchdb.so
engine/THIRD-PARTY    what is inside the engine library, as the library itself lists it
`

// licences collects the texts of everything that is shipped. What has no text stops
// the packing.
func licences(ctx context.Context, s settings) (tree, error) {
	texts, err := moduleTexts(ctx, s.bin)
	if err != nil {
		return nil, fmt.Errorf("collect the licences of Go modules: %w", err)
	}
	version, parts, err := engineParts(ctx, s.engine)
	if err != nil {
		return nil, fmt.Errorf("collect the licences inside the engine: %w", err)
	}
	inside, err := thirdParty(version, parts)
	if err != nil {
		return nil, err
	}
	return append(texts,
		file{name: "licenses/README", data: []byte(licencesNote)},
		// The engine's package carries no text; its terms are the Apache License too.
		file{name: "licenses/engine/LICENSE", path: filepath.Join(s.root, "LICENSE")},
		file{name: "licenses/engine/THIRD-PARTY", data: inside},
	), nil
}

// engineParts starts the library and asks it for its version and the licences of
// what it was built from.
func engineParts(ctx context.Context, library string) (version string, parts []part, err error) {
	dir, err := os.MkdirTemp("", "weir-dist-")
	if err != nil {
		return "", nil, err
	}
	defer os.RemoveAll(dir)
	running, err := engine.Start(ctx, engine.Config{
		Library: library,
		Dir:     filepath.Join(dir, "engine"),
		Logger:  slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
	if err != nil {
		return "", nil, err
	}
	defer func() { err = errors.Join(err, running.Stop(ctx)) }()

	rows, err := running.Conn().Query(ctx,
		"SELECT library_name, license_type, license_text FROM system.licenses", "JSONEachRow", engine.Options{})
	if err != nil {
		return "", nil, err
	}
	defer rows.Close()
	for in := json.NewDecoder(rows); ; {
		var p part
		if err := in.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return "", nil, fmt.Errorf("read system.licenses: %w", err)
		}
		parts = append(parts, p)
	}
	if len(parts) == 0 {
		return "", nil, fmt.Errorf("system.licenses is empty: %w", errNoText)
	}
	return running.Version(), parts, nil
}
