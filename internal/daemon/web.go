package daemon

import (
	"context"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"sync/atomic"

	"github.com/weir-flow/weir/internal/access"
	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/appgraph"
	"github.com/weir-flow/weir/internal/shelf"
	"github.com/weir-flow/weir/web"
)

// front is what people and programs meet over HTTP: the API, which answers once the
// store is open, and the app.
type front struct {
	api    atomic.Pointer[http.Handler] // nil until the store is open
	app    http.Handler                 // nil in a build without it
	panics atomic.Uint64                // of handlers of the API
}

// newFront reads the app from a folder, or what is built in.
func newFront(folder string) (*front, error) {
	files := web.Files()
	if folder != "" {
		files = os.DirFS(folder)
		if _, err := fs.Stat(files, "index.html"); err != nil {
			return nil, fmt.Errorf("web app in %s: %w; build it with: npm run build", folder, err)
		}
	}
	f := &front{}
	if files == nil {
		return f, nil
	}
	app, err := web.New(files)
	if err != nil {
		return nil, fmt.Errorf("web app: %w", err)
	}
	f.app = app
	return f, nil
}

// keptAnswers is how many bytes of answers the API remembers.
const keptAnswers = 32 << 20

// open lets the API answer, until ctx ends.
func (f *front) open(ctx context.Context, s *Server, l *Lookup, people *access.Store) error {
	kept, err := shelf.Open(ctx, l.State)
	if err != nil {
		return err
	}
	places, err := appgraph.OpenPlaces(ctx, l.State)
	if err != nil {
		return err
	}
	commands, err := newWebCommands(ctx, s, l, people)
	if err != nil {
		return err
	}
	h := api.New(api.Config{
		Query: l.Query().Keeping(keptAnswers), Ledger: l.Ledger, Guard: s.reach.guard, Access: people, Alerts: s.d.Load().alerts, Shelf: kept, Places: places,
		Log: s.log, Done: ctx.Done(), Panicked: func() { f.panics.Add(1) },
		AlertRules: &alertRules{l: l, book: s.d.Load().book},
		Sources:    &webSources{s: s, l: l, desk: s.desk},
		Rules:      &webRules{l: l, settings: s.cfg.Rules},
		Start:      newWebStart(ctx, s, l),
		Settings:   &webSettings{s: s, l: l, desk: s.desk},
		Commands:   commands,
	}).Handler()
	f.api.Store(&h)
	return nil
}

// mount puts both under a mux.
func (f *front) mount(mux *http.ServeMux) {
	mux.HandleFunc(api.Prefix+"/", func(w http.ResponseWriter, r *http.Request) {
		if h := f.api.Load(); h != nil {
			(*h).ServeHTTP(w, r)
			return
		}
		api.Starting(w)
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if f.app != nil {
			f.app.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		if r.URL.Path != "/" {
			w.WriteHeader(http.StatusNotFound)
		}
		fmt.Fprintln(w, "This weir was built without its web app. The API is at "+api.Prefix+"/.")
	})
}
