package fleet

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/klauspost/compress/gzip"
	"golang.org/x/sync/errgroup"
)

// Progress tells how far [World.Write] is.
type Progress struct {
	Files, OfFiles int
	Twice          int   // files that came a second time, not in Files
	Records        int64 // written so far
	Bytes          int64 // of text and JSON before compression, of Parquet as it lies in files
}

// Write makes the files below dir, several at a time, and returns the truth.
// Existing files of the same names are replaced; a file that could not be
// finished is removed. progress, if not nil, is called after each file, from
// one goroutine at a time.
func (w *World) Write(ctx context.Context, dir string, progress func(Progress)) (Truth, error) {
	step := int(w.cfg.Interval / time.Minute)
	type job struct {
		a        *account
		from, to int
	}
	var jobs []job
	// Files begin at whole intervals of the clock, as AWS's do.
	first := -int(w.start/60) % step
	for from := first; from < w.minutes; from += step {
		for _, a := range w.accounts {
			jobs = append(jobs, job{a, max(0, from), min(from+step, w.minutes)})
		}
	}

	workers := w.cfg.Workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var (
		mu    sync.Mutex
		total = w.newTally()
		done  Progress
	)
	done.OfFiles = len(jobs)
	all := ctx
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(workers)
	for _, j := range jobs {
		if ctx.Err() != nil {
			break
		}
		g.Go(func() error {
			t := w.newTally()
			o := output{w: w, dir: dir, from: w.start + int64(j.from)*60, to: w.start + int64(j.to)*60}
			err := w.produce(ctx, j.a, j.from, j.to, t, o.add)
			if err := o.close(err); err != nil {
				return err
			}
			mu.Lock()
			defer mu.Unlock()
			total.merge(t)
			done.Files++
			done.Twice += o.extra
			done.Records += o.records
			done.Bytes += o.bytes
			if progress != nil {
				progress(done)
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return Truth{}, err
	}
	if err := context.Cause(ctx); err != nil && len(jobs) != done.Files {
		return Truth{}, err
	}
	if err := w.writeMeshes(all, dir, total, &done, progress); err != nil {
		return Truth{}, err
	}
	return w.truth(total), nil
}

// Write is New and [World.Write] in one.
func Write(ctx context.Context, dir string, cfg Config, progress func(Progress)) (Truth, error) {
	w, err := New(cfg)
	if err != nil {
		return Truth{}, err
	}
	return w.Write(ctx, dir, progress)
}

// output is the file, or with a second flow log the two files, of one account
// and interval. A file appears with its first record.
type output struct {
	w              *World
	dir            string
	from, to       int64
	files          [2]*logFile
	records, bytes int64
	extra          int // files that came twice
}

type logFile struct {
	name    string
	late    int64 // seconds
	twice   bool
	f       *os.File
	gz      *gzip.Writer // nil: plain
	buf     []byte
	parquet *parquetFile // nil: text or JSON
	fields  []field      // of JSON
	version string
}

// flushAt is how much text is gathered before it is compressed.
const flushAt = 256 << 10

func (o *output) add(rec *Record) error {
	lf := o.files[rec.Log.slot]
	if lf == nil {
		var err error
		if lf, err = o.open(rec.Log); err != nil {
			return err
		}
		o.files[rec.Log.slot] = lf
	}
	switch {
	case lf.parquet != nil:
		if err := lf.parquet.add(rec); err != nil {
			return err
		}
		lf.take()
	case o.w.cfg.As == JSON:
		lf.buf = rec.appendJSON(lf.buf, lf.fields, lf.version)
	default:
		lf.buf = rec.AppendLine(lf.buf)
	}
	o.records++
	if len(lf.buf) < flushAt {
		return nil
	}
	return o.flush(lf)
}

func (o *output) open(l *FlowLog) (*logFile, error) {
	late, twice := o.w.delivered(l, o.from, o.to)
	name := filepath.Join(o.dir, filepath.FromSlash(o.w.fileName(l, o.from, o.to, late)))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return nil, fmt.Errorf("make log folder: %w", err)
	}
	f, err := os.Create(name)
	if err != nil {
		return nil, fmt.Errorf("make log file: %w", err)
	}
	lf := &logFile{name: name, late: late, twice: twice, f: f, buf: make([]byte, 0, flushAt+4096)}
	if !o.w.cfg.Plain && o.w.cfg.As != Parquet {
		lf.gz, _ = gzip.NewWriterLevel(f, o.w.cfg.Level) // Validate has checked the level
	}
	switch {
	case o.w.cfg.As == Parquet:
		lf.parquet = newParquetFile(&l.program, o.w.cfg.Plain, o.w.cfg.Level)
	case o.w.cfg.As == JSON:
		lf.fields, lf.version = l.program.columns()
	case !o.w.cfg.NoHeader:
		lf.buf = append(lf.buf, l.program.header...)
	}
	return lf, nil
}

// take takes over what a Parquet file has to write.
func (lf *logFile) take() {
	lf.buf = append(lf.buf, lf.parquet.out...)
	lf.parquet.out = lf.parquet.out[:0]
}

func (o *output) flush(lf *logFile) error {
	var to io.Writer = lf.f
	if lf.gz != nil {
		to = lf.gz
	}
	_, err := to.Write(lf.buf)
	if err != nil {
		return fmt.Errorf("write log file: %w", err)
	}
	o.bytes += int64(len(lf.buf))
	lf.buf = lf.buf[:0]
	return nil
}

// close ends the files. If err is not nil or an end fails, it removes them.
func (o *output) close(err error) error {
	for _, lf := range o.files {
		if lf == nil {
			continue
		}
		if err == nil && lf.parquet != nil {
			err = lf.parquet.close()
			lf.take()
		}
		if err == nil {
			err = o.flush(lf)
		}
		if lf.gz != nil {
			if e := lf.gz.Close(); err == nil && e != nil {
				err = fmt.Errorf("write log file: %w", e)
			}
		}
		if e := lf.f.Close(); err == nil && e != nil {
			err = fmt.Errorf("write log file: %w", e)
		}
		if err == nil {
			err = o.deliver(lf)
		}
	}
	if err != nil {
		for _, lf := range o.files {
			if lf != nil {
				_ = os.Remove(lf.name) // err says what went wrong
			}
		}
	}
	return err
}

// deliver gives a finished file its time, and lets some come twice.
func (o *output) deliver(lf *logFile) error {
	names := []string{lf.name}
	if lf.twice {
		copied, err := again(lf.name)
		if err != nil {
			return err
		}
		names = append(names, copied)
		o.extra++
	}
	for _, name := range names {
		if err := o.w.stamp(name, o.to, lf.late); err != nil {
			return err
		}
	}
	return nil
}

// fileName returns the slash-separated name of a flow log's file, as AWS makes
// them; the time in it is the end of the interval, or by how many seconds the file came
// late after it.
func (w *World) fileName(l *FlowLog, from, to, late int64) string {
	at, end := time.Unix(from+late, 0).UTC(), time.Unix(to+late, 0).UTC()
	h := mix(w.cfg.Seed ^ mix(uint64(to)))
	for _, c := range l.ID {
		h = mix(h ^ uint64(c))
	}
	name := fmt.Sprintf("%s_vpcflowlogs_%s_%s_%s_%08x%s", l.Account, l.Region, l.ID, end.Format("20060102T1504Z"), uint32(h), w.cfg.As.suffix(w.cfg.Plain))
	plain, hive := "2006/01/02", "year=2006/month=01/day=02"
	switch w.cfg.Layout {
	case Flat:
		return name
	case S3Hourly:
		plain += "/15"
	case HiveHourly:
		hive += "/hour=15"
	}
	if w.cfg.Layout == Hive || w.cfg.Layout == HiveHourly {
		return path.Join("AWSLogs", "aws-account-id="+l.Account, "aws-service=vpcflowlogs", "aws-region="+l.Region, at.Format(hive), name)
	}
	return path.Join("AWSLogs", l.Account, "vpcflowlogs", l.Region, at.Format(plain), name)
}

// WriteAssets writes who runs what, as an assets file in CSV: one line for each
// interface, none for a CIDR.
func (w *World) WriteAssets(to io.Writer) error {
	rows := [][]string{{"network", "cidr", "interface_id", "app", "role", "owner"}}
	for _, n := range w.interfaces {
		rows = append(rows, []string{n.Network, "", n.ID, n.App, n.Role, n.Owner})
	}
	if err := csv.NewWriter(to).WriteAll(rows); err != nil {
		return fmt.Errorf("write assets: %w", err)
	}
	return nil
}
