package daemon

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/decode"
)

// Of dropped files.
const (
	uploadAge  = time.Hour
	uploadMost = 8 // at a time
	lookTime   = time.Minute
)

// webStart takes first logs in for the API.
type webStart struct {
	s    *Server
	l    *Lookup
	done context.Context // of the server: the demo outlives its request

	mu      sync.Mutex
	uploads map[string]upload
	demo    api.DemoState
	taking  bool // a file or the demo is on its way into the store
}

// upload is a file that was dropped.
type upload struct {
	name, path string
	size       int64
	at         time.Time
}

var _ api.Starter = (*webStart)(nil)

// newWebStart removes what an earlier server left.
func newWebStart(ctx context.Context, s *Server, l *Lookup) *webStart {
	w := &webStart{s: s, l: l, done: ctx, uploads: map[string]upload{}, demo: api.DemoState{State: api.DemoStateStateNone}}
	if err := os.RemoveAll(w.dir()); err != nil {
		s.log.Warn("dropped files of an earlier run are left behind", "err", err)
	}
	return w
}

func (w *webStart) dir() string { return filepath.Join(w.l.Dir, "dropped") }

// State implements [api.Starter].
func (w *webStart) State(ctx context.Context) (api.Start, error) {
	out := api.Start{Formats: []string{}}
	for _, d := range Formats().Drivers {
		out.Formats = append(out.Formats, d.Name())
	}
	newest, err := w.l.Store.NewestDay(ctx)
	out.Empty = newest == 0
	w.mu.Lock()
	out.Demo = w.demo
	w.mu.Unlock()
	return out, err
}

// begin claims the way into the store.
func (w *webStart) begin() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.taking {
		return api.ErrBusy
	}
	w.taking = true
	return nil
}

func (w *webStart) end() {
	w.mu.Lock()
	w.taking = false
	w.mu.Unlock()
}

// Demo implements [api.Starter].
func (w *webStart) Demo(ctx context.Context) (api.Start, error) {
	newest, err := w.l.Store.NewestDay(ctx)
	if err != nil {
		return api.Start{}, err
	}
	if newest != 0 {
		return api.Start{}, api.ErrStored
	}
	if err := w.begin(); err != nil {
		return api.Start{}, err
	}
	w.tell(api.DemoState{State: api.DemoStateStateWriting})
	go func() {
		defer w.end()
		err := w.fill(w.done)
		w.mu.Lock()
		defer w.mu.Unlock()
		if w.demo.State = api.DemoStateStateDone; err != nil {
			why := err.Error()
			w.demo.State, w.demo.Message = api.DemoStateStateFailed, &why
			w.s.log.Error("the demo was not taken in", "err", err)
		}
	}()
	return w.State(ctx)
}

func (w *webStart) tell(d api.DemoState) {
	w.mu.Lock()
	w.demo = d
	w.mu.Unlock()
}

// fill makes the demo's logs and takes them in.
func (w *webStart) fill(ctx context.Context) (err error) {
	base := filepath.Join(w.l.Dir, "demo")
	fleet := DefaultFleetConfig()
	fleet.Demo, fleet.Seed = true, 1
	fleet.Out, fleet.Lists, fleet.Geo = filepath.Join(base, "logs"), filepath.Join(base, "lists"), filepath.Join(base, "geo")
	// The logs are in the store then; the places are read again for repairs.
	defer func() { err = errors.Join(err, os.RemoveAll(fleet.Out)) }()
	_, err = GenFleet(ctx, fleet, func(t Tick) {
		w.tell(api.DemoState{State: api.DemoStateStateWriting, Done: t.Objects, Total: t.OfObjects, Records: t.Records})
	})
	if err != nil {
		return err
	}
	cfg := w.s.cfg.Watch.Intake
	cfg.Options = decode.Options{}
	if cfg.Geo, err = filepath.Glob(filepath.Join(fleet.Geo, "*")); err != nil {
		return err
	}
	_, err = w.ingest(ctx, fleet.Out, cfg, func(t Tick) {
		w.tell(api.DemoState{State: api.DemoStateStateReading, Done: t.Objects, Total: t.OfObjects, Records: t.Records})
	})
	return err
}

// ingest takes a path in while the watcher stands still.
func (w *webStart) ingest(ctx context.Context, path string, cfg IntakeConfig, progress func(Tick)) (done Ingested, err error) {
	watcher := w.s.w.Load()
	if why := w.l.full(); why != "" {
		return done, fmt.Errorf("%w: %s", api.ErrInvalid, why)
	}
	watcher.hold.Lock()
	defer watcher.hold.Unlock()
	return w.l.Ingest(ctx, []string{path}, nil, cfg, progress)
}

// Drop implements [api.Starter].
func (w *webStart) Drop(ctx context.Context, name string, r io.Reader, f api.FormatChoice) (d api.Dropped, err error) {
	w.sweep()
	w.mu.Lock()
	full := len(w.uploads) >= uploadMost
	w.mu.Unlock()
	if full {
		return d, fmt.Errorf("%w: %d files wait to be kept or dropped; remove one first", api.ErrInvalid, uploadMost)
	}
	if why := w.l.full(); why != "" {
		return d, fmt.Errorf("%w: %s", api.ErrInvalid, why)
	}
	var secret [8]byte
	_, _ = rand.Read(secret[:])
	id := hex.EncodeToString(secret[:])
	one := upload{name: safeName(name), at: time.Now()}
	folder := filepath.Join(w.dir(), id)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return d, fmt.Errorf("keep a dropped file: %w", err)
	}
	defer func() {
		if err != nil {
			_ = os.RemoveAll(folder)
		}
	}()
	one.path = filepath.Join(folder, one.name)
	file, err := os.OpenFile(one.path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return d, fmt.Errorf("keep a dropped file: %w", err)
	}
	one.size, err = io.Copy(file, r)
	if err = errors.Join(err, file.Close()); err != nil {
		return d, fmt.Errorf("keep a dropped file: %w", err)
	}
	if one.size == 0 {
		return d, fmt.Errorf("%w: %s is empty", api.ErrInvalid, one.name)
	}
	if d, err = w.look(ctx, id, one, f); err != nil {
		return d, err
	}
	w.mu.Lock()
	w.uploads[id] = one
	w.mu.Unlock()
	return d, nil
}

// safeName is the last part of a name, of characters that a file can have.
func safeName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == 0xFFFD {
			return '_'
		}
		return r
	}, name)
	if name = strings.TrimLeft(name, "."); name == "" {
		return "file"
	}
	if len(name) > 200 {
		name = strings.ToValidUTF8(name[len(name)-200:], "")
	}
	return name
}

// sweep removes files that nobody came back for.
func (w *webStart) sweep() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for id, one := range w.uploads {
		if time.Since(one.at) > uploadAge {
			_ = os.RemoveAll(filepath.Dir(one.path))
			delete(w.uploads, id)
		}
	}
}

func (w *webStart) find(id string) (upload, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	one, ok := w.uploads[id]
	if !ok {
		return one, api.ErrNoUpload
	}
	return one, nil
}

// options are those of a dropped file; a format that nobody knows is an error.
func (w *webStart) options(f api.FormatChoice) (decode.Options, error) {
	o := decode.Options{Temp: filepath.Join(w.l.Dir, "tmp"), TagKeys: w.s.cfg.Watch.Intake.Options.TagKeys}
	if f.Format != nil {
		o.Format = *f.Format
	}
	if f.LogFormat != nil {
		o.LogFormat = *f.LogFormat
	}
	if err := (IntakeConfig{Options: o}).Check(); err != nil {
		return o, fmt.Errorf("%w: %w", api.ErrInvalid, err)
	}
	return o, nil
}

func (w *webStart) look(ctx context.Context, id string, one upload, f api.FormatChoice) (d api.Dropped, err error) {
	o, err := w.options(f)
	if err != nil {
		return d, err
	}
	file, err := os.Open(one.path)
	if err != nil {
		return d, api.ErrNoUpload
	}
	defer file.Close()
	ctx, cancel := context.WithTimeoutCause(ctx, lookTime, errSeen)
	defer cancel()
	p := preview(ctx, one.name, file, o, 0)
	p.Size = &one.size
	return api.Dropped{Id: id, Preview: p}, nil
}

// Look implements [api.Starter].
func (w *webStart) Look(ctx context.Context, id string, f api.FormatChoice) (api.Dropped, error) {
	one, err := w.find(id)
	if err != nil {
		return api.Dropped{}, err
	}
	return w.look(ctx, id, one, f)
}

// Keep implements [api.Starter].
func (w *webStart) Keep(ctx context.Context, id string, f api.FormatChoice) (k api.KeptFile, err error) {
	one, err := w.find(id)
	if err != nil {
		return k, err
	}
	o, err := w.options(f)
	if err != nil {
		return k, err
	}
	if err := w.begin(); err != nil {
		return k, err
	}
	defer w.end()
	cfg := w.s.cfg.Watch.Intake
	cfg.Options = o
	// Half a file is of no use to somebody who closed the page meanwhile.
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	defer context.AfterFunc(w.done, cancel)()
	done, err := w.ingest(ctx, one.path, cfg, nil)
	if err != nil {
		return k, err
	}
	k = api.KeptFile{
		Records: done.Records, Stored: done.Stored, Duplicates: done.Duplicates, Bad: done.Bad, ObjectsTwice: done.DuplicateObjects, Failures: []string{},
	}
	for _, one := range done.Failures {
		k.Failures = append(k.Failures, one.Err.Error())
	}
	if found, err := w.l.Ledger.Find(ctx, one.path); err == nil && len(found) > 0 && found[0].Stored > 0 {
		from, to := time.Unix(found[0].MinStart, 0).UTC(), time.Unix(found[0].MaxStart, 0).UTC()
		k.From, k.To = &from, &to
	}
	return k, w.Remove(ctx, id)
}

// Remove implements [api.Starter].
func (w *webStart) Remove(_ context.Context, id string) error {
	one, err := w.find(id)
	if err != nil {
		return err
	}
	if err := os.RemoveAll(filepath.Dir(one.path)); err != nil {
		return fmt.Errorf("remove a dropped file: %w", err)
	}
	w.mu.Lock()
	delete(w.uploads, id)
	w.mu.Unlock()
	return nil
}

// Bucket implements [api.Starter].
func (w *webStart) Bucket(ctx context.Context, b api.BucketChoice) (p api.BucketPlan, err error) {
	text := func(s *string) string {
		if s == nil {
			return ""
		}
		return strings.TrimSpace(*s)
	}
	path := strings.TrimSpace(b.Path)
	if p.Policy, err = BucketPolicy(path, text(b.KmsKey), text(b.Region)); err != nil {
		return p, fmt.Errorf("%w: %w", api.ErrInvalid, err)
	}
	cfg := BucketConfig{Profile: text(b.Profile), RoleARN: text(b.RoleArn), Endpoint: text(b.Endpoint), Region: text(b.Region)}
	if err := checkEndpoint(cfg.Endpoint); err != nil {
		return p, err
	}
	if p.Yaml, err = sourceYAML(path, cfg); err != nil {
		return p, err
	}
	if b.PolicyOnly != nil && *b.PolicyOnly {
		return p, nil
	}
	t := trySource(ctx, path, decode.Options{Temp: filepath.Join(w.l.Dir, "tmp")}, cfg)
	p.Trial = &t
	return p, nil
}

func checkEndpoint(url string) error {
	if url != "" && !strings.HasPrefix(url, "http://") && !strings.HasPrefix(url, "https://") {
		return fmt.Errorf("%w: endpoint: write https://host:port", api.ErrInvalid)
	}
	return nil
}

// sourceYAML is what a configuration says of a bucket.
func sourceYAML(path string, cfg BucketConfig) (string, error) {
	var s Made
	s.Sources = []SourceSettings{{Path: path, Profile: cfg.Profile, RoleARN: cfg.RoleARN, Endpoint: cfg.Endpoint, Region: cfg.Region}}
	text, err := config.Encode("", s)
	return string(text), err
}
