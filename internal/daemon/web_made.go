package daemon

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/enrich/geo"
	"github.com/weir-flow/weir/internal/notify"
	"github.com/weir-flow/weir/internal/state"
	"github.com/weir-flow/weir/internal/store"
)

// madeDesk changes what is set in the app, and has it hold at once.
type madeDesk struct {
	s     *Server
	l     *Lookup
	fixed map[string]bool // by the file and variables, as they were when the server began

	outbox *notify.Outbox

	mu  sync.Mutex
	now Made
}

func newMadeDesk(ctx context.Context, s *Server, l *Lookup) (*madeDesk, error) {
	m, err := LoadMade(l.Dir)
	if err != nil {
		return nil, err
	}
	left, _ := filepath.Glob(filepath.Join(l.geoDir(), freshFile+"*")) // of a process that died
	for _, path := range left {
		_ = os.RemoveAll(path)
	}
	outbox, err := l.outbox(ctx)
	if err != nil {
		return nil, err
	}
	d := &madeDesk{s: s, l: l, fixed: s.cfg.Settings.fixed(), outbox: outbox, now: m}
	outbox.Aim(d.targets()...)
	return d, nil
}

// sources are those of the configuration and of the command line, then those of the app
// that are not among them.
func (d *madeDesk) sources() []Watched {
	all := slices.Clone(d.s.cfg.Sources)
	own, err := (Settings{Sources: d.now.Sources}).Watched()
	if err != nil { // LoadMade has checked them
		d.s.log.Error("the sources of the app are not followed", "err", err)
	}
	for _, one := range own {
		if slices.ContainsFunc(all, func(o Watched) bool { return o.Name == one.Name || o.Path == one.Path }) {
			d.s.log.Info("a source of the app is one of the configuration, which holds", "source", one.Name)
			continue
		}
		one.Options.TagKeys = d.s.cfg.Watch.Intake.Options.TagKeys
		all = append(all, one)
	}
	return all
}

// made reports whether a source that is followed was added in the app.
func (d *madeDesk) made(name string) bool {
	if slices.ContainsFunc(d.s.cfg.Sources, func(s Watched) bool { return s.Name == name }) {
		return false
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.ContainsFunc(d.now.Sources, func(s SourceSettings) bool { return cmp.Or(s.Name, s.Path) == name })
}

func (d *madeDesk) keep() KeepSettings {
	return d.now.Keep.over(d.s.cfg.Watch.Keep, func(path string) bool { return d.fixed[path] })
}

// over puts what was set in the app over settings, and returns which that are.
func (d *madeDesk) over(s *Settings) map[string]bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	set := d.now.Keep.set()
	s.Keep = d.keep()
	if own := d.l.ownGeo(); len(own) > 0 {
		s.Ingest.Geo, set["ingest.geo"] = slices.Concat(s.Ingest.Geo, own), true
	}
	if own := d.now.followed(s.Sources); len(own) > 0 {
		s.Sources, set["sources"] = slices.Concat(s.Sources, own), true
	}
	if len(d.now.Notify) > 0 {
		s.Notify, set["notify"] = d.now.told(s.Notify), true
	}
	return set
}

// change saves what f makes of the settings.
func (d *madeDesk) change(f func(m *Made)) error {
	next := Made{Sources: slices.Clone(d.now.Sources), Keep: d.now.Keep, Notify: slices.Clone(d.now.Notify)}
	f(&next)
	if err := next.check(); err != nil {
		return fmt.Errorf("%w: %w", api.ErrInvalid, err)
	}
	if err := next.save(d.l.Dir); err != nil {
		return err
	}
	d.now = next
	return nil
}

// follow adds a bucket and returns its name.
func (d *madeDesk) follow(ctx context.Context, b api.BucketSource) (string, error) {
	text := func(s *string) string { return strings.TrimSpace(of(s)) }
	one := SourceSettings{
		Path: strings.TrimSpace(b.Path), Name: text(b.Name), Region: text(b.Region), RoleARN: text(b.RoleArn), Profile: text(b.Profile), Endpoint: text(b.Endpoint),
	}
	if !IsBucket(one.Path) { // whoever adds sources in the app is not to read the files of the machine
		return "", fmt.Errorf("%w: only buckets can be added here, s3://bucket/prefix; name folders in the configuration", api.ErrInvalid)
	}
	if err := checkEndpoint(one.Endpoint); err != nil {
		return "", err
	}
	own, err := (Settings{Sources: []SourceSettings{one}}).Watched()
	if err != nil {
		return "", fmt.Errorf("%w: %w", api.ErrInvalid, err)
	}
	watched := own[0]
	watched.Options.TagKeys = d.s.cfg.Watch.Intake.Options.TagKeys
	d.mu.Lock()
	defer d.mu.Unlock()
	before := d.now
	for _, s := range d.s.w.Load().States() {
		if s.Name == watched.Name || s.Path == watched.Path {
			return "", api.ErrFollowed
		}
	}
	// One that a configuration has had meanwhile, and has no more, is the same.
	err = d.change(func(m *Made) {
		m.Sources = slices.DeleteFunc(m.Sources, func(s SourceSettings) bool { return cmp.Or(s.Name, s.Path) == watched.Name || s.Path == watched.Path })
		m.Sources = append(m.Sources, one)
	})
	if err != nil {
		return "", err
	}
	if err := d.s.w.Load().Add(ctx, watched); err != nil {
		back := d.change(func(m *Made) { *m = before })
		return "", errors.Join(fmt.Errorf("%w: %w", api.ErrInvalid, err), back)
	}
	return watched.Name, nil
}

func (d *madeDesk) unfollow(name string) error {
	if slices.ContainsFunc(d.s.cfg.Sources, func(s Watched) bool { return s.Name == name }) {
		return api.ErrFixed
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	is := func(s SourceSettings) bool { return cmp.Or(s.Name, s.Path) == name }
	if !slices.ContainsFunc(d.now.Sources, is) {
		return api.ErrNoSource
	}
	if err := d.change(func(m *Made) { m.Sources = slices.DeleteFunc(m.Sources, is) }); err != nil {
		return err
	}
	d.s.w.Load().Remove(name)
	return nil
}

// setKeep sets the retention of the app, or only tells what would go by it.
func (d *madeDesk) setKeep(ctx context.Context, k api.KeepChoice, try bool) (p api.KeepPlan, err error) {
	next := MadeKeep{Days: k.Days, MinuteDays: k.MinuteDays, HourDays: k.HourDays}
	if k.Bytes != nil {
		if *k.Bytes < 0 {
			return p, fmt.Errorf("%w: bytes cannot be below zero", api.ErrInvalid)
		}
		n := Size(*k.Bytes)
		next.Bytes = &n
	}
	for path, set := range map[string]bool{"keep.days": next.Days != nil, "keep.minute-days": next.MinuteDays != nil, "keep.hour-days": next.HourDays != nil, "keep.bytes": next.Bytes != nil} {
		if set && d.fixed[path] {
			return p, fmt.Errorf("%w: %s", api.ErrFixed, path)
		}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	keep := next.over(d.s.cfg.Watch.Keep, func(path string) bool { return d.fixed[path] })
	if p, err = d.plan(ctx, keep); err != nil || try {
		return p, err
	}
	if err := d.change(func(m *Made) { m.Keep = next }); err != nil {
		return p, err
	}
	d.s.w.Load().Keep(keep)
	return p, nil
}

// plan tells what goes by a retention, of what is stored now.
func (d *madeDesk) plan(ctx context.Context, keep KeepSettings) (p api.KeepPlan, err error) {
	p.Keep = api.Keep{Days: keep.Days, MinuteDays: keep.MinuteDays, HourDays: keep.HourDays, Bytes: int64(keep.Bytes)}
	newest, err := d.l.Store.NewestDay(ctx)
	if err != nil || newest == 0 {
		return p, err
	}
	usage, err := d.l.Store.Usage(ctx)
	if err != nil {
		return p, err
	}
	days := map[store.Day]bool{}
	for _, u := range d.l.limits(keep).Gone(newest, usage) {
		p.GoneBytes += int64(u.Bytes)
		if u.Table == rawTable && u.Rows > 0 {
			days[u.Day] = true
			p.GoneRecords += int64(u.Rows)
		}
	}
	if p.GoneDays = len(days); p.GoneDays > 0 {
		sorted := slices.Sorted(maps.Keys(days))
		from, to := sorted[0].Start(), sorted[len(sorted)-1].Start()
		p.GoneFrom, p.GoneTo = &from, &to
	}
	return p, nil
}

// addGeo takes a file with places, in the place of one of the name, and returns its path.
func (d *madeDesk) addGeo(name string, r io.Reader) (string, error) {
	name = safeName(name)
	if !slices.Contains(geoEnds, strings.ToLower(filepath.Ext(name))) {
		return "", fmt.Errorf("%w: %s: its name is to end in %s", api.ErrInvalid, name, strings.Join(geoEnds, ", "))
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	dir, path := d.l.geoDir(), filepath.Join(d.l.geoDir(), name)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("keep a file with places: %w", err)
	}
	trial, err := os.MkdirTemp(dir, freshFile+"*")
	if err != nil {
		return "", fmt.Errorf("keep a file with places: %w", err)
	}
	defer os.RemoveAll(trial)
	fresh := filepath.Join(trial, name)
	f, err := os.OpenFile(fresh, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err == nil {
		err = fill(f, r)
	}
	if err != nil {
		return "", fmt.Errorf("keep a file with places: %w", err)
	}
	if _, err := geo.Open([]string{fresh}, slog.New(slog.DiscardHandler)); err != nil {
		return "", fmt.Errorf("%w: %s", api.ErrInvalid, strings.TrimPrefix(strings.ReplaceAll(err.Error(), fresh, name), "read geo data: "))
	}
	err = os.Rename(fresh, path)
	if err == nil {
		err = state.Sync(dir)
	}
	if err != nil {
		return "", fmt.Errorf("keep a file with places: %w", err)
	}
	d.s.w.Load().Reopen()
	return path, nil
}

func (d *madeDesk) removeGeo(name string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	path := filepath.Join(d.l.geoDir(), name)
	if !slices.Contains(d.l.ownGeo(), path) {
		if slices.ContainsFunc(d.s.cfg.Watch.Intake.Geo, func(p string) bool { return filepath.Base(p) == name }) {
			return api.ErrFixed
		}
		return api.ErrNoGeo
	}
	err := os.Remove(path)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		err = state.Sync(d.l.geoDir())
	}
	d.s.w.Load().Reopen()
	return err
}
