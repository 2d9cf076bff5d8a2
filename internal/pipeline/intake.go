// Package pipeline moves batches along the arrows: from objects through
// decoding and enrichment into the store, and from the store back through
// enrichment when a fact came late.
//
// Each record is stored exactly once. What a batch will hold is written into
// the ledger before its rows are sent, and acknowledged after. What a process
// leaves in between when it dies is taken out again by [Intake.Recover], and
// its objects are read again from where they are safely in.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/enrich"
	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/source"
	"github.com/weir-flow/weir/internal/store"
)

// Facts is the enricher that decides by what other records said; it has to be
// told of days that are stored already, and says which days to enrich anew.
type Facts interface {
	enrich.Enricher
	Learn(b *record.Batch, day int32, segments []enrich.Segment) // facts of a batch that is decided later
	Knows(day int32) bool
	Drop(day int32)
	TakeDirty() []int32
}

// Config is what an intake is made of.
type Config struct {
	Dir      string // data directory, for its day locks
	Registry *record.Registry
	Formats  decode.Formats
	Options  decode.Options
	Before   enrich.Enricher // enrichers that need nothing but the batch
	Facts    Facts
	// Load gives Facts what is stored of a day: what its rows taught and, when
	// open, what they could not answer. It may be nil.
	Load    func(ctx context.Context, day store.Day, open bool) error
	Digest  string // of decoders and enrichment
	Store   *store.Store
	Ledger  *ledger.Ledger
	Workers int           // objects read side by side; 0: one for each CPU
	MaxRows int           // a batch is stored when it has so many; 0: record.MaxRows
	MaxAge  time.Duration // a batch is stored when it is so old; 0: 2 s
	Ahead   int64         // bytes of remote objects fetched ahead and not decoded yet; 0: 256 MiB
	Log     *slog.Logger
	Step    func(name string) // called at every step of a batch, for fault tests; may be nil

	// OptionsFor gives the options of an object in place of Options; may be nil.
	OptionsFor func(source.Object) decode.Options
	// Read is called when an object was read, or found to be in or unreadable,
	// and Stored when records are safe. Both may be nil, and are called from
	// several goroutines.
	Read   func(ObjectRead)
	Stored func(tag string, counts ledger.Counts)

	// Reconnect is called before a batch is sent again because the engine is
	// gone: whose engine it was may have ended. It may be nil.
	Reconnect func(ctx context.Context) error
}

// Progress is what an intake has done so far. It is read while it grows.
type Progress struct {
	Objects, Bytes, Records, Stored, Duplicates, DuplicateObjects, Bad, NoData, SkipData atomic.Int64

	Skipped atomic.Int64 // bytes of objects that were known to be in without reading them
	Ahead   atomic.Int64 // bytes of remote objects fetched and not decoded yet, now
	Batches atomic.Int64 // stored
	Rebuilt atomic.Int64 // days computed anew
	Gone    atomic.Int64 // objects that were listed, and gone when they were to be read
}

// ObjectRead is what became of one object.
type ObjectRead struct {
	source.Object
	Records   int64            // read now; they are stored a moment later
	Bad       map[string]int64 // lines by reason
	Duplicate bool             // its bytes were in already
	Known     bool             // which its version told: it was not opened
	Err       error            // why it was not read, or not to its end
	Unread    bool             // nothing of it was read: another try may
}

// Failure is an object that could not be read, or not to its end.
type Failure struct {
	Name string
	Err  error
}

// Intake takes objects into the store. It is safe for concurrent use.
type Intake struct {
	cfg        Config
	writer     *store.Writer
	progress   Progress
	dayBatches sync.Pool // *record.Batch

	loading sync.Mutex             // held while the facts of a day are loaded; before mu
	heard   map[int32]ledger.Heard // by day: how far other processes were followed when it was loaded

	mu         sync.Mutex
	late       map[uint32]bool // days with rows decided before a fact about them was known
	failures   []Failure
	batches    map[uint64]bool   // in the ledger, not acknowledged
	twins      []twin            // objects of this run that others are equal to
	beginnings []ledger.ObjectID // superseded in this run
}

// New returns an intake. It starts nothing.
func New(cfg Config) *Intake {
	if cfg.Workers <= 0 {
		cfg.Workers = runtime.GOMAXPROCS(0)
	}
	if cfg.MaxRows <= 0 {
		cfg.MaxRows = record.MaxRows
	}
	if cfg.MaxAge <= 0 {
		cfg.MaxAge = 2 * time.Second
	}
	if cfg.Ahead <= 0 {
		cfg.Ahead = 256 << 20
	}
	if cfg.Step == nil {
		cfg.Step = func(string) {}
	}
	return &Intake{
		cfg: cfg, writer: cfg.Store.Writer(cfg.Registry),
		heard: map[int32]ledger.Heard{}, late: map[uint32]bool{}, batches: map[uint64]bool{},
	}
}

// Progress returns the live counters.
func (in *Intake) Progress() *Progress { return &in.progress }

// Failures lists the objects that could not be read, or not to their end.
func (in *Intake) Failures() []Failure {
	in.mu.Lock()
	defer in.mu.Unlock()
	return append([]Failure(nil), in.failures...)
}

// TakeFailures returns them and forgets them, for an intake that runs for ever.
func (in *Intake) TakeFailures() []Failure {
	in.mu.Lock()
	defer in.mu.Unlock()
	f := in.failures
	in.failures = nil
	return f
}

// Trim forgets the facts of all but the newest days, to bound memory. They are
// read back from the stored rows when records of such a day come again.
func (in *Intake) Trim(keep int) {
	in.loading.Lock()
	defer in.loading.Unlock()
	days := slices.Sorted(maps.Keys(in.heard))
	for _, day := range days[:max(0, len(days)-keep)] {
		in.cfg.Facts.Drop(day)
		delete(in.heard, day)
	}
}

// An object that cannot be read is the object's failure, not the intake's;
// what cannot be stored ends the intake.
func (in *Intake) failed(name string, err error) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.failures = append(in.failures, Failure{name, err})
	in.cfg.Log.Warn("object not read to its end", "object", name, "err", err)
}

// told reports an object that is done with.
func (in *Intake) told(r ObjectRead) {
	if in.cfg.Read != nil {
		in.cfg.Read(r)
	}
}

// Run takes all objects of a source and returns when they are stored. Objects
// that cannot be read are listed in Failures; an error means that the intake
// itself cannot go on.
func (in *Intake) Run(ctx context.Context, src source.Source) error {
	if err := in.again(ctx, "reach the store", func() error { return in.cfg.Store.Own(ctx) }); err != nil {
		return err
	}
	g, working := errgroup.WithContext(ctx)
	listed, groups := make(chan []source.Object), make(chan []*fetched, groupsAhead)
	g.Go(func() error {
		defer close(listed)
		return in.list(working, src, listed)
	})
	g.Go(func() error {
		defer close(groups)
		return in.ahead(working, listed, groups)
	})
	end := newMeeting(in.cfg.Workers)
	for range in.cfg.Workers {
		g.Go(func() error { return in.work(working, groups, end) })
	}
	err := g.Wait()
	if err != nil {
		return errors.Join(err, in.giveUp())
	}
	return errors.Join(in.countTwins(ctx), in.dropBeginnings(ctx))
}

// countTwins adds the records of objects that equal another one of the run.
func (in *Intake) countTwins(ctx context.Context) error {
	in.mu.Lock()
	defer in.mu.Unlock()
	for _, t := range in.twins {
		o, ok, err := in.cfg.Ledger.Object(ctx, t.id)
		if err == nil && ok {
			err = in.betterNamed(ctx, &o, t.name)
		}
		if err != nil {
			return err
		}
		if ok {
			in.progress.Records.Add(int64(o.Whole))
			in.progress.Duplicates.Add(int64(o.Whole))
		}
	}
	in.twins = nil
	return nil
}

// pending notes which batches are under way.
func (in *Intake) pending(batch uint64, is bool) {
	in.mu.Lock()
	defer in.mu.Unlock()
	if is {
		in.batches[batch] = true
	} else {
		delete(in.batches, batch)
	}
}

// work reads groups until there are no more, and stores what it packed.
func (in *Intake) work(ctx context.Context, groups <-chan []*fetched, end *meeting) (err error) {
	p := in.newPacker(ctx, end)
	defer func() { err = errors.Join(err, p.close()) }()
	for group := range groups {
		if err := in.group(ctx, p, group); err != nil {
			return err
		}
	}
	p.load.last = true
	return p.seal()
}

func (in *Intake) group(ctx context.Context, p *packer, group []*fetched) error {
	objects, err := in.ready(ctx, group)
	if err != nil {
		return err
	}
	// Objects whose claim fell to another process in between are asked about
	// again; what is still not free then is that process's.
	for try := 0; len(objects) > 0; try++ {
		claims, err := in.take(ctx, objects)
		if err != nil {
			return err
		}
		var left []*fetched
		for i, f := range objects {
			again, err := in.object(ctx, p, f, &claims[i], try < 2)
			if err != nil {
				return err
			}
			if again {
				left = append(left, f)
				continue
			}
			f.free()
			in.progress.Objects.Add(1)
		}
		if len(left) > 0 {
			if _, err := in.Recover(ctx); err != nil {
				return err
			}
		}
		objects = objects[:0]
		for _, f := range left {
			f.err = in.grown(ctx, f)
			ok, err := in.readable(ctx, f)
			if err != nil {
				return err
			}
			if ok {
				objects = append(objects, f)
			}
		}
	}
	return nil
}

// take asks the ledger for a group of objects.
func (in *Intake) take(ctx context.Context, objects []*fetched) ([]ledger.Claim, error) {
	infos := make([]ledger.ObjectInfo, len(objects))
	for i, f := range objects {
		infos[i] = ledger.ObjectInfo{
			SHA256: f.sum, Source: f.Source, Name: f.Name, Stream: streamOf(f.Name),
			Size: uint64(f.Size), Continues: f.prev.ID, Version: f.Version, Written: writtenAt(f.Object),
		}
	}
	claims, err := in.cfg.Ledger.Begin(ctx, infos...)
	in.cfg.Step("begun")
	return claims, err
}

// object does with an object what its claim says; again asks for another try
// at the claim.
func (in *Intake) object(ctx context.Context, p *packer, f *fetched, c *ledger.Claim, mayRetry bool) (again bool, err error) {
	switch {
	case c.Ours():
		return false, in.decode(ctx, p, f, &c.Object)
	case c.Outcome == ledger.Duplicate:
		in.supersede(&f.prev, &c.Object)
		if err := in.betterNamed(ctx, &c.Object, f.Name); err != nil {
			return false, err
		}
		in.told(ObjectRead{Object: f.Object, Duplicate: true})
		in.progress.DuplicateObjects.Add(1)
		in.progress.Bytes.Add(f.Size)
		in.progress.Records.Add(int64(c.Object.Whole))
		in.progress.Duplicates.Add(int64(c.Object.Whole))
	case c.Outcome == ledger.InFlight && c.Object.Instance == in.cfg.Ledger.Instance():
		in.supersede(&f.prev, &c.Object)
		in.told(ObjectRead{Object: f.Object, Duplicate: true})
		in.progress.DuplicateObjects.Add(1)
		in.progress.Bytes.Add(f.Size)
		in.mu.Lock()
		in.twins = append(in.twins, twin{c.Object.ID, f.Name})
		in.mu.Unlock()
	case mayRetry && c.Outcome != ledger.InFlight:
		return true, nil
	default:
		err := fmt.Errorf("not taken: %s by process %s", c.Outcome, c.Object.Instance)
		if c.Outcome == ledger.Stale {
			err = errors.New("not taken: it grew while another process reads it; take it in again afterwards")
		}
		in.failed(f.Name, err)
		in.told(ObjectRead{Object: f.Object, Err: err})
	}
	return false, nil
}

// twin is an object of this run under another of its names.
type twin struct {
	id   ledger.ObjectID
	name string
}

// betterNamed puts an object into the stream that another of its names tells, when the
// one it came under does not: as a stream of its own it would seem to be a second flow
// log over the same interfaces.
func (in *Intake) betterNamed(ctx context.Context, o *ledger.Object, name string) error {
	if decode.ParseKey(name).FlowLog == "" || decode.ParseKey(o.Name).FlowLog != "" {
		return nil
	}
	return in.cfg.Ledger.Restream(ctx, o.ID, streamOf(name))
}

// decode reads one object into the packer.
func (in *Intake) decode(ctx context.Context, p *packer, f *fetched, object *ledger.Object) error {
	r, err := f.open(ctx)
	if err != nil {
		in.failed(f.Name, err)
		in.told(ObjectRead{Object: f.Object, Err: err, Unread: true})
		p.release(object.ID)
		return nil
	}
	defer r.Close()

	o := in.cfg.Options
	if in.cfg.OptionsFor != nil {
		o = in.cfg.OptionsFor(f.Object)
	}
	o.Growing = f.Growing
	o.ObjectName, o.ObjectTime = filepath.Base(f.Name), f.Modified
	o.Context = contextOf(f.Name)
	o.Skip = int64(object.Done.Byte)
	o.Temp = filepath.Join(in.cfg.Dir, "tmp")
	p.begin(object, f.Tag)
	res, err := decode.Run(ctx, &counted{r: &cancelled{ctx, r}, n: &in.progress.Bytes}, in.cfg.Formats, o, p)
	if p.err != nil {
		return p.err
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	note := ""
	if err != nil {
		note = err.Error()
		in.failed(f.Name, err)
	} else if res.Format == "" && !o.Growing {
		in.cfg.Log.Info("object has no records", "object", f.Name, "is", strings.Join(append(res.Envelope, "empty"), ", "))
	}
	in.told(ObjectRead{Object: f.Object, Records: res.Rows, Bad: p.bad, Err: err})
	p.end(note)
	if decode.MostlyBad(res.Bad, res.Bad+res.Rows) {
		in.failed(f.Name, fmt.Errorf("%d of %d lines are bad; see weir sources bad", res.Bad, res.Bad+res.Rows))
	}
	return nil
}

// streamOf names what an object is a piece of: the flow log its key names, or
// else its folder.
func streamOf(name string) string {
	if key := decode.ParseKey(name); key.FlowLog != "" {
		return key.Account + "/" + key.Region + "/" + key.FlowLog
	}
	if strings.Contains(name, "://") {
		return name[:strings.LastIndexByte(name, '/')]
	}
	return filepath.Dir(name)
}

// writtenAt is when an object was written: what its name says, or, if it is in a
// bucket, the time of the object. The times of files are those of their copies.
func writtenAt(o source.Object) time.Time {
	at := decode.ParseKey(o.Name).Time
	if o.Remote && o.Modified.After(at) {
		at = o.Modified
	}
	return at
}

// contextOf gives what the name of an object says of records that do not.
func contextOf(name string) map[record.FieldID]string {
	key, fields := decode.ParseKey(name), map[record.FieldID]string{}
	if key.Account != "" {
		fields[record.AccountID] = key.Account
	}
	if key.Region != "" {
		fields[record.Region] = key.Region
	}
	if key.Interface != "" {
		fields[record.InterfaceID] = key.Interface
	}
	return fields
}

// cancelled ends a read loop between two reads.
type cancelled struct {
	ctx context.Context
	r   io.Reader
}

func (c *cancelled) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}

// counted adds what is read to a counter.
type counted struct {
	r io.Reader
	n *atomic.Int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n.Add(int64(n))
	return n, err
}
