package store

import (
	"context"
	"fmt"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
)

const sweepTimeout = 10 * time.Second

// Sweep drops the staging tables that dead processes left behind. Only the owner
// of the data may call it, and only while no other process uses the store.
func (s *Store) Sweep(ctx context.Context) error {
	if err := s.Own(ctx); err != nil {
		return err
	}
	names, err := s.textsOf(ctx, "list staging tables", "SELECT name AS c0 FROM system.tables WHERE database = {db:String} AND startsWith(name, {prefix:String})",
		map[string]string{"db": s.cfg.Database, "prefix": stagePrefix})
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := s.dropTable(ctx, name); err != nil {
			return err
		}
	}
	return nil
}

// EndInstance ends the statements that a process of the given Config.Instance
// left running in the engine, and returns once there are none: only then do the
// tables hold what the process stored and nothing more will come.
func (s *Store) EndInstance(ctx context.Context, instance string) error {
	doing := "end statements of " + instance
	prefix := map[string]string{"prefix": instance + "-"}
	// A server knows statements by id; the embedded engine by the comment that
	// its child puts the id into.
	const mine = "(startsWith(query_id, {prefix:String}) OR startsWith(Settings['log_comment'], {prefix:String}))"
	for {
		running, err := s.textsOf(ctx, doing, "SELECT query_id AS c0 FROM system.processes WHERE "+mine, prefix)
		if err != nil || len(running) == 0 {
			return err
		}
		if _, err := s.conn.Exec(ctx, "KILL QUERY WHERE "+mine+" ASYNC", s.options(engine.Options{Params: prefix})); err != nil {
			return explain(doing, err)
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("%s: %d still running: %w", doing, len(running), context.Cause(ctx))
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// textsOf runs a query with one column of text.
func (s *Store) textsOf(ctx context.Context, doing, sql string, params map[string]string) ([]string, error) {
	col := new(proto.ColStr)
	var texts []string
	_, err := s.Select(ctx, sql, engine.Options{Params: params}, proto.Results{{Name: "c0", Data: col}}, func(n int) error {
		for row := range n {
			texts = append(texts, col.Row(row))
		}
		return nil
	})
	return texts, explain(doing, err)
}
