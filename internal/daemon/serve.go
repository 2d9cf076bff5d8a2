package daemon

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
)

// DefaultListen is where the server listens unless told otherwise.
const DefaultListen = "127.0.0.1:8417"

// ServeConfig says what the server does.
type ServeConfig struct {
	Listen  string // address; empty: DefaultListen
	UI      string // folder with a built web app instead of the one built in
	Sources []Watched
	Watch   WatchConfig
	Rules   RuleSettings
	Tell    []NotifyTarget
	Notify  func(state string)   // tells the service manager, see sd_notify(3); may be nil
	Ready   func(address string) // called once everything answers; may be nil
}

// ErrNotLocal says that the server was to listen where others can reach it.
var ErrNotLocal = errors.New("only loopback addresses are served: there is no login yet")

// Server owns a data directory, follows its sources and tells how it is over HTTP.
type Server struct {
	cfg     ServeConfig
	log     *slog.Logger
	l       atomic.Pointer[Lookup]  // nil until the store is open
	w       atomic.Pointer[Watcher] // nil until the sources are followed
	d       atomic.Pointer[Sentry]  // nil until rules are run
	front   *front
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
	if err := local(sc.Listen); err != nil {
		return err
	}
	var lc net.ListenConfig
	listener, err := lc.Listen(ctx, "tcp", sc.Listen)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	front, err := newFront(sc.UI)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	s := &Server{cfg: sc, log: cfg.Log, front: front}
	web := &http.Server{Handler: s.handler(), ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute}

	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		if err := web.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			return fmt.Errorf("serve: %w", err)
		}
		return nil
	})
	g.Go(func() error {
		defer func() { // health is told until the end
			ctx, cancel := context.WithTimeout(context.WithoutCancel(gctx), 5*time.Second)
			defer cancel()
			_ = web.Shutdown(ctx)
		}()
		return s.run(gctx, cfg, listener.Addr().String())
	})
	return g.Wait()
}

// run opens the data directory and follows the sources until ctx ends.
func (s *Server) run(ctx context.Context, cfg Config, address string) (err error) {
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
	w, err := l.Watch(s.cfg.Sources, s.cfg.Watch)
	if err != nil {
		return err
	}
	d, err := l.sentry(ctx, s.cfg.Rules)
	if err != nil {
		return err
	}
	s.d.Store(d)
	s.w.Store(w)
	if err := s.front.open(s, l); err != nil {
		return err
	}
	s.log.Info("ready", "address", "http://"+address, "data", l.Dir, "sources", len(s.cfg.Sources), "took", time.Since(began))
	s.cfg.Notify("READY=1\nSTATUS=following " + fmt.Sprint(len(s.cfg.Sources)) + " sources")
	if s.cfg.Ready != nil {
		s.cfg.Ready(address)
	}
	defer context.AfterFunc(ctx, func() {
		s.stopped.Store(true)
		s.cfg.Notify("STOPPING=1\nSTATUS=finishing what is under way")
		s.log.Info("stopping: what is under way is finished")
	})()
	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error { return w.Run(gctx) })
	g.Go(func() error { return d.Run(gctx) })
	g.Go(func() error { return l.tell(gctx, s.cfg.Tell, d.alerts, w) })
	return g.Wait()
}

// local refuses addresses that other machines can reach.
func local(address string) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return fmt.Errorf("listen on %q: %w", address, err)
	}
	if ip := net.ParseIP(host); host == "localhost" || ip != nil && ip.IsLoopback() {
		return nil
	}
	return fmt.Errorf("listen on %s: %w", address, ErrNotLocal)
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
	case l == nil || w == nil:
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

func (s *Server) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		fmt.Fprintln(w, "ok")
	})
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		ready := s.Readiness(r.Context())
		w.Header().Set("Content-Type", "application/json")
		if !ready.Ready {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
		_ = json.NewEncoder(w).Encode(ready)
	})
	mux.Handle("GET /metrics", s.metrics())
	s.front.mount(mux)
	return guard(mux)
}

// guard answers only those who call the server by an address or as localhost: a page
// on the web could have its own name point here (DNS rebinding).
func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil {
			host = r.Host
		}
		if host != "localhost" && net.ParseIP(host) == nil {
			http.Error(w, "call weir by its address", http.StatusMisdirectedRequest)
			return
		}
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}
