package store

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"sync/atomic"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// Errors of this package that callers may want to tell apart.
var (
	// ErrNewer says that the tables were made by a newer weir; from [Store.Migrate].
	ErrNewer = errors.New("the store was written by a newer weir")
	// ErrDiskFull says that the engine has no room left: intake must stop until
	// there is some. What was being written can be sent again.
	ErrDiskFull = errors.New("the disk is full; free some room or lower the store's limit, then run the command again")
	// ErrIncomplete says that an answer ended before all of it had come; from
	// [Store.ReadDay]. It may pass when the call is repeated.
	ErrIncomplete = errors.New("the answer is incomplete")
)

// DefaultDatabase is the database weir keeps its tables in.
const DefaultDatabase = "weir"

// NodeFunc maps the number of a side's tuple to that of the tuple of its node in
// the graph of apps. It depends on nothing but the tuple's values: the result is
// stored with the tuple, and edges are recomputed from that.
type NodeFunc func(reg *record.Registry, side uint32) uint32

// Config tells a store where its tables are.
type Config struct {
	Database string   // [DefaultDatabase] when empty; the hunters' views are in Database + "_sql"
	User     string   // of a ClickHouse server, for its dictionaries; empty for the embedded engine
	Password string   // of User
	Instance string   // begins the query ids of this process, see [Store.EndInstance]; random when empty
	Node     NodeFunc // the side itself when nil

	// Own is asked before the first change whether the rows are this process's to
	// change, see [Owner]; nil says yes. It must not change the store but by Claim.
	Own func(ctx context.Context) error

	// Closed returns the days whose roll-ups cannot be computed anew, as the records
	// they were computed from were dropped; nil says none.
	Closed func(ctx context.Context) ([]Day, error)

	// Step is called between the steps of a change, for fault tests; several may
	// be called at once. It may be nil.
	Step func(name string)
}

// Store reads and writes weir's tables over one connection. It is safe for
// concurrent use.
type Store struct {
	conn  *engine.Conn
	cfg   Config
	log   *slog.Logger
	owned atomic.Bool // Config.Own has said yes
}

// Open returns the store behind a connection. It asks nothing of the engine;
// call [Store.Migrate] before the first use of a database.
func Open(conn *engine.Conn, cfg Config, log *slog.Logger) *Store {
	if cfg.Database == "" {
		cfg.Database = DefaultDatabase
	}
	if cfg.Instance == "" {
		cfg.Instance = randomName()
	}
	if cfg.Node == nil {
		cfg.Node = func(_ *record.Registry, side uint32) uint32 { return side }
	}
	if cfg.Closed == nil {
		cfg.Closed = func(context.Context) ([]Day, error) { return nil, nil }
	}
	if cfg.Step == nil {
		cfg.Step = func(string) {}
	}
	return &Store{conn: conn, cfg: cfg, log: log}
}

// Conn returns the connection of the store.
func (s *Store) Conn() *engine.Conn { return s.conn }

// Database returns the name of the database with the tables.
func (s *Store) Database() string { return s.cfg.Database }

// ViewDatabase returns the name of the database that holds only the hunters'
// views, vpc_flow_logs and flows.
func (s *Store) ViewDatabase() string { return s.cfg.Database + "_sql" }

// Select runs a query whose unqualified names are the store's tables and shows
// the answer block by block, see [engine.Conn.Select].
func (s *Store) Select(ctx context.Context, sql string, o engine.Options, into proto.Result, onBlock func(rows int) error) (engine.Summary, error) {
	return s.conn.Select(ctx, sql, s.options(o), into, onBlock)
}

// exec runs a statement for its effect. What names what is being done.
func (s *Store) exec(ctx context.Context, doing, sql string, settings map[string]string) error {
	o := s.options(engine.Options{Settings: settings})
	_, err := s.conn.Exec(ctx, sql, o)
	if errors.Is(err, engine.ErrEngineGone) && !s.conn.Embedded() {
		// A server goes on with a statement whose reader is gone. Whoever repeats it
		// must not be overtaken by it: a swap that comes late takes back what was
		// stored in between.
		if late := s.endAll(ctx, o.ID); late != nil {
			s.log.Debug("statement may still run", "id", o.ID, "err", late)
		}
	}
	return explain(doing, err)
}

// again takes a step of a long work up to three times when a server, or the network
// before it, failed for a moment, so that the work need not begin anew. To wait for
// longer is the caller's, and so is an embedded engine that died.
func (s *Store) again(ctx context.Context, step func() error) error {
	for try := 1; ; try++ {
		err := step()
		if err == nil || try == 3 || s.conn.Embedded() || !engine.IsRetryable(err) {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(time.Duration(try) * 100 * time.Millisecond):
		}
	}
}

// options adds the database and an id that tells whose statement it is. A
// database that does not exist yet cannot be the default one: names are
// qualified everywhere instead.
func (s *Store) options(o engine.Options) engine.Options {
	if o.ID == "" {
		o.ID = s.cfg.Instance + "-" + randomName()
	}
	if o.Database == "" {
		o.Database = s.cfg.Database
	}
	return o
}

// bare is options for statements that run before the database is there.
func (s *Store) bare(settings map[string]string) engine.Options {
	return engine.Options{ID: s.cfg.Instance + "-" + randomName(), Database: "default", Settings: settings}
}

// table returns the qualified name of a table.
func (s *Store) table(name string) string { return quote(s.cfg.Database) + "." + quote(name) }

// explain wraps an engine's error with what was being done, and says it in
// weir's words where the engine's are not for people.
func explain(doing string, err error) error {
	if err == nil {
		return nil
	}
	if engine.IsDiskFull(err) {
		return fmt.Errorf("%s: %w: %w", doing, ErrDiskFull, err)
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// numbersOf runs a query of whole numbers, all columns cast to UInt64 by the
// caller, and returns its rows.
func (s *Store) numbersOf(ctx context.Context, doing, sql string, columns int) ([][]uint64, error) {
	rows, err := s.numbersWith(ctx, sql, nil, columns)
	return rows, explain(doing, err)
}

// numbersWith is numbersOf with parameters, its error not yet explained.
func (s *Store) numbersWith(ctx context.Context, sql string, params []filter.Param, columns int) ([][]uint64, error) {
	cols := make([]proto.ColUInt64, columns)
	var results proto.Results
	for i := range cols {
		results = append(results, proto.ResultColumn{Name: fmt.Sprintf("c%d", i), Data: &cols[i]})
	}
	var rows [][]uint64
	_, err := s.Select(ctx, sql, engine.Options{Params: paramValues(params)}, results, func(n int) error {
		for row := range n {
			values := make([]uint64, columns)
			for i := range cols {
				values[i] = cols[i][row]
			}
			rows = append(rows, values)
		}
		return nil
	})
	return rows, err
}

// paramValues returns the values of parameters by name.
func paramValues(params []filter.Param) map[string]string {
	values := make(map[string]string, len(params))
	for _, p := range params {
		values[p.Name] = p.Value
	}
	return values
}

// with returns settings with some more.
func with(settings map[string]string, more map[string]string) map[string]string {
	all := maps.Clone(settings)
	maps.Copy(all, more)
	return all
}

func randomName() string {
	var b [8]byte
	rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}
