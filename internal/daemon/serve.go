package daemon

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/weir-flow/weir/internal/access"
)

// DefaultListen is where the server listens unless told otherwise.
const DefaultListen = "127.0.0.1:8417"

// ServeConfig says what the server does.
type ServeConfig struct {
	Listen  string // address; empty: DefaultListen
	TLS     TLSFiles
	UI      string // folder with a built web app instead of the one built in
	Sources []Watched
	Watch   WatchConfig
	Rules   RuleSettings
	Tell    []NotifyTarget

	Settings ServedSettings // what the web app tells of them

	Notify func(state string)   // tells the service manager, see sd_notify(3); may be nil
	Ready  func(address string) // called once everything answers; may be nil
	// Setup is told the link with which the first password is set, for a server that
	// other machines reach; may be nil.
	Setup func(link string, until time.Time)
}

// Server owns a data directory, follows its sources and tells how it is over HTTP.
type Server struct {
	cfg     ServeConfig
	log     *slog.Logger
	l       atomic.Pointer[Lookup]  // nil until the store is open
	w       atomic.Pointer[Watcher] // nil until the sources are followed
	d       atomic.Pointer[Sentry]  // nil until rules are run
	reach   *reach
	front   *front
	desk    *madeDesk
	opened  atomic.Bool // people are let in
	stopped atomic.Bool
}

// Serve runs a server until ctx ends; then it stops listening, finishes what is
// under way and returns nil. It has to own the data directory: the error names who
// does otherwise.
func Serve(ctx context.Context, cfg Config, sc ServeConfig) (err error) {
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if sc.Listen == "" {
		sc.Listen = DefaultListen
	}
	if sc.Notify == nil {
		sc.Notify = func(string) {}
	}
	front, err := newFront(sc.UI)
	if err != nil {
		return err
	}
	s := &Server{cfg: sc, log: cfg.Log, front: front}
	mux := s.mux()
	if s.reach, err = newReach(ctx, sc.Listen, sc.TLS, isPublic(mux), cfg.Log); err != nil {
		return err
	}
	web := &http.Server{
		Handler: s.reach.guard.Wrap(mux), ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
		ErrorLog: slog.NewLogLogger(cfg.Log.Handler(), slog.LevelDebug), // strangers can fill a log with broken handshakes
	}

	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error { return s.reach.serve(web) })
	g.Go(func() error {
		defer func() { // health is told until the end
			ctx, cancel := context.WithTimeout(context.WithoutCancel(gctx), 5*time.Second)
			defer cancel()
			_ = web.Shutdown(ctx)
		}()
		return s.run(gctx, cfg)
	})
	return g.Wait()
}

// run opens the data directory and follows the sources until ctx ends.
func (s *Server) run(ctx context.Context, cfg Config) (err error) {
	cfg.Own, cfg.Later, cfg.Crowded = true, true, true
	began := time.Now()
	l, err := Open(ctx, cfg)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.Close(context.WithoutCancel(ctx))) }()
	if err := l.Retry(ctx, func() error { return l.Store.Own(ctx) }); err != nil {
		return err
	}
	s.l.Store(l)
	people, err := access.Open(ctx, l.State, access.Config{Log: cfg.Log})
	if err != nil {
		return err
	}
	if s.desk, err = newMadeDesk(ctx, s, l); err != nil {
		return err
	}
	watch := s.cfg.Watch
	watch.Keep = s.desk.keep()
	w, err := l.Watch(s.desk.sources(), watch)
	if err != nil {
		return err
	}
	d, err := l.sentry(ctx, s.cfg.Rules)
	if err != nil {
		return err
	}
	w.detection = d.figures
	s.d.Store(d)
	s.w.Store(w)
	if err := s.front.open(ctx, s, l, people); err != nil {
		return err
	}
	if err := s.reach.admit(ctx, people, s.cfg.Setup); err != nil {
		return err
	}
	s.opened.Store(true)
	s.log.Info("ready", "address", s.reach.url(), "data", l.Dir, "sources", len(w.sources()), "took", time.Since(began))
	s.cfg.Notify("READY=1\nSTATUS=following " + fmt.Sprint(len(w.sources())) + " sources")
	if s.cfg.Ready != nil {
		s.cfg.Ready(s.reach.listener.Addr().String())
	}
	defer context.AfterFunc(ctx, func() {
		s.stopped.Store(true)
		s.cfg.Notify("STOPPING=1\nSTATUS=finishing what is under way")
		s.log.Info("stopping: what is under way is finished")
	})()
	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error { return w.Run(gctx) })
	g.Go(func() error { return d.Run(gctx) })
	g.Go(func() error { return l.tell(gctx, s.desk.outbox, d.alerts, w) })
	return g.Wait()
}

// Readiness is what /readyz answers.
type Readiness struct {
	Ready   bool          `json:"ready"`
	Reasons []string      `json:"reasons"` // why it is not
	Sources []SourceState `json:"sources"` // one that cannot be reached is told here and costs no readiness
}

// Readiness tells whether the server can do its work: it is up, the engine answers,
// and intake does not stand still.
func (s *Server) Readiness(ctx context.Context) Readiness {
	r := Readiness{Reasons: []string{}, Sources: []SourceState{}}
	l, w := s.l.Load(), s.w.Load()
	switch {
	case s.stopped.Load():
		r.Reasons = append(r.Reasons, "stopping")
	case l == nil || w == nil || !s.opened.Load():
		r.Reasons = append(r.Reasons, "starting")
	}
	if l != nil {
		ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
		defer cancel()
		if err := l.Ping(ctx); err != nil {
			r.Reasons = append(r.Reasons, "the engine does not answer: "+err.Error())
		}
	}
	if w != nil {
		r.Sources = w.States()
		if why := w.Paused(); why != "" {
			r.Reasons = append(r.Reasons, "intake stands still: "+why)
		}
	}
	r.Ready = len(r.Reasons) == 0
	return r
}

// Ping reports whether the engine answers.
func (l *Lookup) Ping(ctx context.Context) error { return l.conn.Ping(ctx) }

// mux is everything the server answers, see [isPublic].
func (s *Server) mux() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		fmt.Fprintln(w, "ok")
	})
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		ready := s.Readiness(r.Context())
		if !access.From(r.Context()).Known() { // a load balancer needs no more
			ready.Reasons, ready.Sources = []string{}, []SourceState{}
		}
		w.Header().Set("Content-Type", "application/json")
		if !ready.Ready {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
		_ = json.NewEncoder(w).Encode(ready)
	})
	mux.Handle("GET /metrics", s.metrics())
	mux.HandleFunc(access.SetupPage, func(w http.ResponseWriter, r *http.Request) { s.reach.guard.ServeSetup(w, r) })
	s.front.mount(mux)
	return mux
}

// isPublic reports what is answered to anybody, where there is a login: whether the
// server lives and can work, and the app's files, which hold nothing of anybody.
func isPublic(mux *http.ServeMux) func(*http.Request) bool {
	return func(r *http.Request) bool {
		switch _, pattern := mux.Handler(r); pattern {
		case "GET /healthz", "GET /readyz", "/":
			return true
		}
		return false
	}
}
