package daemon

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/weir-flow/weir/internal/pipeline"
	"github.com/weir-flow/weir/internal/state"
)

// meaning is where an intake was told what addresses are: days that are computed anew
// later, by whatever command opens the directory, are to mean the same.
type meaning struct {
	Assets string   `json:"assets,omitempty"` // absolute paths, as in [IntakeConfig]
	Geo    []string `json:"geo,omitempty"`
}

// remember notes the files of an intake for those who repair. An intake without any
// leaves what is known.
func (l *Lookup) remember(ctx context.Context, cfg IntakeConfig) error {
	if l.scratch || cfg.Assets == "" && len(cfg.Geo) == 0 {
		return nil
	}
	var now meaning
	for i, path := range slices.Concat([]string{cfg.Assets}, cfg.Geo) {
		if path == "" {
			continue
		}
		abs, err := filepath.Abs(path)
		if err != nil {
			return fmt.Errorf("note %s: %w", path, err)
		}
		if i == 0 {
			now.Assets = abs
		} else {
			now.Geo = append(now.Geo, abs)
		}
	}
	last, err := l.remembered(ctx)
	if err != nil || last.Assets == now.Assets && slices.Equal(last.Geo, now.Geo) {
		return err
	}
	text, err := json.Marshal(now)
	if err != nil {
		return err
	}
	return l.State.Tx(ctx, func(tx *state.Tx) error {
		_, err := tx.Exec(`INSERT INTO meaning(one, text) VALUES (1, ?) ON CONFLICT(one) DO UPDATE SET text = excluded.text`, string(text))
		return err
	})
}

// remembered returns what the last intake that had any was told by.
func (l *Lookup) remembered(ctx context.Context) (last meaning, err error) {
	if err := l.State.Migrate(ctx, "daemon", migrations); err != nil {
		return last, err
	}
	var text string
	err = l.State.View(ctx, func(tx *state.Tx) error {
		err := tx.Row(`SELECT text FROM meaning`, nil, &text)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	if err != nil || text == "" {
		return last, err
	}
	if err := json.Unmarshal([]byte(text), &last); err != nil {
		return last, fmt.Errorf("read what the last intake was told by: %w", err)
	}
	return last, nil
}

// withMeaning fills in what the last intake was told by, where a repair is told nothing.
func (l *Lookup) withMeaning(ctx context.Context, cfg IntakeConfig) (IntakeConfig, error) {
	if cfg.Assets != "" || len(cfg.Geo) > 0 {
		return cfg, nil
	}
	last, err := l.remembered(ctx)
	cfg.Assets, cfg.Geo = last.Assets, last.Geo
	return cfg, err
}

// keeper is an intake that only repairs. What it computes anew means what the last
// intake said; where its files are gone, an end that changes has only the names that the
// records give it.
func (l *Lookup) keeper(ctx context.Context) *pipeline.Intake {
	bare := IntakeConfig{Step: l.cfg.step}
	cfg, err := l.withMeaning(ctx, bare)
	if err == nil {
		var in *pipeline.Intake
		if in, err = l.intake(cfg); err == nil {
			return in
		}
	}
	l.cfg.Log.Warn("days are computed anew without the assets and places of the last intake", "err", err)
	in, _ := l.intake(bare) // reads no file
	return in
}
