package appgraph

import (
	"context"
	"fmt"
	"maps"
	"math"

	"github.com/weir-flow/weir/internal/state"
)

// Places keeps where cards stand, so that a picture stays as people know it when
// apps come and go.
type Places struct{ db *state.DB }

// OpenPlaces prepares the table.
func OpenPlaces(ctx context.Context, db *state.DB) (*Places, error) {
	if err := db.Migrate(ctx, "appgraph", migrations); err != nil {
		return nil, err
	}
	return &Places{db}, nil
}

// Load returns all places that are kept.
func (p *Places) Load(ctx context.Context) (map[string]Place, error) {
	out := map[string]Place{}
	err := p.db.View(ctx, func(tx *state.Tx) error {
		return tx.Each("SELECT card, col, half_row FROM graph_places", nil, func(scan func(...any) error) error {
			var card string
			var col, half int
			if err := scan(&card, &col, &half); err != nil {
				return err
			}
			out[card] = Place{col, float64(half) / 2}
			return nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("read the places of the graph: %w", err)
	}
	return out, nil
}

// Save keeps the places of a picture instead of all others, when they differ from
// those kept before.
func (p *Places) Save(ctx context.Context, kept, now map[string]Place) error {
	if maps.Equal(kept, now) {
		return nil
	}
	err := p.db.Tx(ctx, func(tx *state.Tx) error {
		if _, err := tx.Exec("DELETE FROM graph_places"); err != nil {
			return err
		}
		for card, at := range now {
			if _, err := tx.Exec("INSERT INTO graph_places(card, col, half_row) VALUES(?, ?, ?)", card, at.Col, int(math.Round(at.Row*2))); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("keep the places of the graph: %w", err)
	}
	return nil
}
