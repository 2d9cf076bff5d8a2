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
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"runtime"
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
	Log     *slog.Logger
	Step    func(name string) // called at every step of a batch, for fault tests; may be nil

	// Reconnect is called before a batch is sent again because the engine is
	// gone: whose engine it was may have ended. It may be nil.
	Reconnect func(ctx context.Context) error
}

// Progress is what an intake has done so far. It is read while it grows.
type Progress struct {
	Objects, Bytes, Records, Stored, Duplicates, DuplicateObjects, Bad, NoData, SkipData atomic.Int64
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

	mu       sync.Mutex
	late     map[uint32]bool // days with rows decided before a fact about them was known
	failures []Failure
	batches  map[uint64]bool   // in the ledger, not acknowledged
	twins    []ledger.ObjectID // objects of this run that others are equal to
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

// An object that cannot be read is the object's failure, not the intake's;
// what cannot be stored ends the intake.
func (in *Intake) failed(name string, err error) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.failures = append(in.failures, Failure{name, err})
	in.cfg.Log.Warn("object not read to its end", "object", name, "err", err)
}

const (
	groupObjects = 64       // objects the ledger is asked about at once: one disk flush
	groupBytes   = 64 << 20 // bytes of objects held in memory by a worker
)

// Run takes all objects of a source and returns when they are stored. Objects
// that cannot be read are listed in Failures; an error means that the intake
// itself cannot go on.
func (in *Intake) Run(ctx context.Context, src source.Source) error {
	if err := in.again(ctx, "reach the store", func() error { return in.cfg.Store.Own(ctx) }); err != nil {
		return err
	}
	g, working := errgroup.WithContext(ctx)
	groups := make(chan []source.Object)
	g.Go(func() error {
		defer close(groups)
		return in.list(working, src, groups)
	})
	end := newMeeting(in.cfg.Workers)
	for range in.cfg.Workers {
		g.Go(func() error { return in.work(working, groups, end) })
	}
	err := g.Wait()
	if err != nil {
		return errors.Join(err, in.giveUp())
	}
	return in.countTwins(ctx)
}

// countTwins adds the records of objects that equal another one of the run.
func (in *Intake) countTwins(ctx context.Context) error {
	in.mu.Lock()
	defer in.mu.Unlock()
	for _, id := range in.twins {
		o, ok, err := in.cfg.Ledger.Object(ctx, id)
		if err != nil {
			return err
		}
		if ok {
			in.progress.Records.Add(int64(o.Stored))
			in.progress.Duplicates.Add(int64(o.Stored))
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

// list hands out objects in groups: many small ones, or a large one alone.
func (in *Intake) list(ctx context.Context, src source.Source, out chan<- []source.Object) error {
	var group []source.Object
	var size int64
	send := func() error {
		if len(group) == 0 {
			return nil
		}
		select {
		case out <- group:
			group, size = nil, 0
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	err := src.Objects(ctx, func(o source.Object) error {
		if len(group) == groupObjects || len(group) > 0 && size+o.Size > groupBytes/8 {
			if err := send(); err != nil {
				return err
			}
		}
		group = append(group, o)
		size += o.Size
		return nil
	})
	if err != nil {
		return err
	}
	return send()
}

// work reads groups until there are no more, and stores what it packed.
func (in *Intake) work(ctx context.Context, groups <-chan []source.Object, end *meeting) (err error) {
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

// fetched is an object whose bytes were hashed.
type fetched struct {
	source.Object
	sum  ledger.Hash
	data []byte // whole content of a small object
	prev ledger.Object
}

func (in *Intake) group(ctx context.Context, p *packer, group []source.Object) error {
	// Objects whose claim fell to another process in between are asked about
	// again; what is still not free then is that process's.
	for try := 0; len(group) > 0; try++ {
		objects, claims, err := in.take(ctx, group)
		if err != nil {
			return err
		}
		group = nil
		for i := range objects {
			again, err := in.object(ctx, p, &objects[i], &claims[i], try < 2)
			if err != nil {
				return err
			}
			if again {
				group = append(group, objects[i].Object)
			} else {
				in.progress.Objects.Add(1)
			}
		}
		if len(group) > 0 {
			if _, err := in.Recover(ctx); err != nil {
				return err
			}
		}
	}
	return nil
}

// take hashes a group of objects and asks the ledger for them.
func (in *Intake) take(ctx context.Context, group []source.Object) (objects []fetched, claims []ledger.Claim, err error) {
	var infos []ledger.ObjectInfo
	for _, o := range group {
		f, err := in.fetch(ctx, o)
		if err != nil {
			if ctx.Err() != nil {
				return nil, nil, ctx.Err()
			}
			in.failed(o.Name, err)
			in.progress.Objects.Add(1)
			continue
		}
		objects = append(objects, f)
		infos = append(infos, ledger.ObjectInfo{
			SHA256: f.sum, Source: o.Source, Name: o.Name, Stream: streamOf(o.Name),
			Size: uint64(f.Size), Continues: f.prev.ID,
		})
	}
	if len(infos) == 0 {
		return nil, nil, nil
	}
	claims, err = in.cfg.Ledger.Begin(ctx, infos...)
	in.cfg.Step("begun")
	return objects, claims, err
}

// fetch hashes an object; a small one is kept in memory for decoding.
func (in *Intake) fetch(ctx context.Context, o source.Object) (f fetched, err error) {
	f.Object = o
	r, err := o.Open(ctx)
	if err != nil {
		return f, err
	}
	defer r.Close()
	if o.Size >= 0 && o.Size <= groupBytes/8 {
		buf := bytes.NewBuffer(make([]byte, 0, o.Size+512))
		if _, err := io.Copy(buf, r); err != nil {
			return f, err
		}
		f.data = buf.Bytes()
		f.Size = int64(len(f.data))
		f.sum = sha256.Sum256(f.data)
	} else {
		h := sha256.New()
		if f.Size, err = io.Copy(h, &cancelled{ctx, r}); err != nil {
			return f, err
		}
		f.sum = ledger.Hash(h.Sum(nil))
	}
	return f, in.grown(ctx, &f)
}

// grown looks whether the object is one that is in already, with more behind
// it: then only what is new is taken.
func (in *Intake) grown(ctx context.Context, f *fetched) error {
	prev, ok, err := in.cfg.Ledger.Previous(ctx, f.Source, f.Name)
	if err != nil || !ok || prev.Size == 0 || prev.Size >= uint64(f.Size) || prev.State != ledger.Stored {
		return err
	}
	r, err := f.open(ctx)
	if err != nil {
		return err
	}
	defer r.Close()
	h := sha256.New()
	if _, err := io.CopyN(h, &cancelled{ctx, r}, int64(prev.Size)); err != nil {
		return err
	}
	if ledger.Hash(h.Sum(nil)) == prev.SHA256 {
		f.prev = prev
	}
	return nil
}

func (f *fetched) open(ctx context.Context) (io.ReadCloser, error) {
	if f.data != nil {
		return io.NopCloser(bytes.NewReader(f.data)), nil
	}
	return f.Open(ctx)
}

// object does with an object what its claim says; again asks for another try
// at the claim.
func (in *Intake) object(ctx context.Context, p *packer, f *fetched, c *ledger.Claim, mayRetry bool) (again bool, err error) {
	switch {
	case c.Ours():
		return false, in.decode(ctx, p, f, &c.Object)
	case c.Outcome == ledger.Duplicate:
		in.progress.DuplicateObjects.Add(1)
		in.progress.Bytes.Add(f.Size)
		in.progress.Records.Add(int64(c.Object.Stored))
		in.progress.Duplicates.Add(int64(c.Object.Stored))
	case c.Outcome == ledger.InFlight && c.Object.Instance == in.cfg.Ledger.Instance():
		in.progress.DuplicateObjects.Add(1)
		in.progress.Bytes.Add(f.Size)
		in.mu.Lock()
		in.twins = append(in.twins, c.Object.ID)
		in.mu.Unlock()
	case mayRetry && c.Outcome != ledger.InFlight:
		return true, nil
	default:
		in.failed(f.Name, fmt.Errorf("not taken: %s by process %s", c.Outcome, c.Object.Instance))
	}
	return false, nil
}

// decode reads one object into the packer.
func (in *Intake) decode(ctx context.Context, p *packer, f *fetched, object *ledger.Object) error {
	r, err := f.open(ctx)
	if err != nil {
		in.failed(f.Name, err)
		p.release(object.ID)
		return nil
	}
	defer r.Close()

	o := in.cfg.Options
	o.ObjectName, o.ObjectTime = filepath.Base(f.Name), f.Modified
	o.Context = contextOf(f.Name)
	o.Skip = int64(object.Done.Byte)
	p.begin(object)
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
	}
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
	return filepath.Dir(name)
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
