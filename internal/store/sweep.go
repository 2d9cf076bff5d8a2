package store

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
)

const sweepTimeout = 10 * time.Second

// Sweep drops the staging tables of processes that are dead: alive tells whether
// the process of a Config.Instance lives.
func (s *Store) Sweep(ctx context.Context, alive func(instance string) bool) error {
	if err := s.Own(ctx); err != nil {
		return err
	}
	names, err := s.tablesLike(ctx, stagePrefix)
	if err != nil {
		return err
	}
	for _, name := range names {
		if words := strings.Split(name, "_"); alive(words[len(words)-2]) {
			continue
		}
		if err := s.dropTable(ctx, name); err != nil {
			return err
		}
	}
	return nil
}

// tablesLike lists the tables whose names begin with prefix.
func (s *Store) tablesLike(ctx context.Context, prefix string) ([]string, error) {
	return s.textsOf(ctx, "list tables", "SELECT name AS c0 FROM system.tables WHERE database = {db:String} AND startsWith(name, {prefix:String}) ORDER BY name",
		engine.Options{Params: map[string]string{"db": s.cfg.Database, "prefix": prefix}})
}

// EndInstance ends the statements that a process of the given Config.Instance
// left running in the engine, and returns once there are none: only then do the
// tables hold what the process stored and nothing more will come.
func (s *Store) EndInstance(ctx context.Context, instance string) error {
	return s.endAll(ctx, instance+"-")
}

// endAll ends the statements whose ids begin with prefix, and returns once there
// are none.
func (s *Store) endAll(ctx context.Context, prefix string) error {
	doing := "end statements of " + prefix
	// A server knows statements by id; the embedded engine by the comment that
	// its child puts the id into.
	const those = "(startsWith(query_id, {prefix:String}) OR startsWith(Settings['log_comment'], {prefix:String}))"
	for {
		// These two have an id that no prefix of ours fits.
		o := engine.Options{ID: "end/" + randomName(), Params: map[string]string{"prefix": prefix}}
		running, err := s.textsOf(ctx, doing, "SELECT query_id AS c0 FROM system.processes WHERE "+those, o)
		if err != nil || len(running) == 0 {
			return err
		}
		o.ID = "end/" + randomName()
		if _, err := s.conn.Exec(ctx, "KILL QUERY WHERE "+those+" ASYNC", s.options(o)); err != nil {
			return explain(doing, err)
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("%s: %d still running: %w", doing, len(running), context.Cause(ctx))
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// textsOf runs a query with one column of text, c0.
func (s *Store) textsOf(ctx context.Context, doing, sql string, o engine.Options) ([]string, error) {
	col := new(proto.ColStr)
	var texts []string
	_, err := s.Select(ctx, sql, o, proto.Results{{Name: "c0", Data: col}}, func(n int) error {
		for row := range n {
			texts = append(texts, col.Row(row))
		}
		return nil
	})
	return texts, explain(doing, err)
}
