package daemon

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"golang.org/x/sys/unix"

	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/ledger"
)

// webSources tells the API how what comes in is.
type webSources struct {
	s    *Server
	l    *Lookup
	desk *madeDesk
}

var _ api.Sources = (*webSources)(nil)

// List implements [api.Sources].
func (w *webSources) List(ctx context.Context) (api.SourceList, error) {
	now := time.Now()
	out := api.SourceList{Watched: []api.WatchedSource{}, Streams: []api.LogStream{}, Objects: map[string]int64{}, Trouble: []api.Trouble{}}
	if watcher := w.s.w.Load(); watcher != nil {
		out.Paused = watcher.Paused()
		for _, s := range watcher.States() {
			one := watchedSourceOf(s, now)
			one.Removable = w.desk.made(s.Name)
			out.Watched = append(out.Watched, one)
		}
	}
	totals, err := w.l.Ledger.Totals(ctx)
	if err != nil {
		return out, err
	}
	for state, n := range totals.Objects {
		out.Objects[string(state)] = int64(n)
	}
	out.Records, out.Bad, out.Nodata, out.Skipdata, out.Bytes = int64(totals.Stored), int64(totals.Bad), int64(totals.NoData), int64(totals.SkipData), int64(totals.BytesIn)
	streams, err := w.l.Streams(ctx, now)
	if err != nil {
		return out, err
	}
	for _, s := range streams {
		one := api.LogStream{
			Stream: validText([]byte(s.Stream)), Objects: s.Objects, Interrupted: s.Interrupted, Records: int64(s.Records), Bad: int64(s.Bad),
			Nodata: int64(s.NoData), Skipdata: int64(s.SkipData), Bytes: int64(s.BytesIn), From: s.From, To: s.To, Gaps: []api.StreamGap{},
			MostlyBad: s.MostlyBad, MissingFiles: s.MissingFiles, MissingFrom: s.MissingFrom,
		}
		if s.To != nil {
			one.LagSeconds = &s.Lag
		}
		for _, g := range s.Gaps {
			one.Gaps = append(one.Gaps, api.StreamGap{From: g.From, To: g.To})
		}
		out.Streams = append(out.Streams, one)
	}
	out.Trouble, err = w.trouble(ctx, &out)
	return out, err
}

func watchedSourceOf(s SourceState, now time.Time) api.WatchedSource {
	one := api.WatchedSource{
		Name: s.Name, Path: s.Path, Kind: api.WatchedSourceKindFile, EverySeconds: float32(s.every.Seconds()), Objects: s.Objects, Duplicates: s.Duplicates,
		Records: s.Records, Bytes: s.Bytes, Failures: s.Failures, Waiting: s.Waiting, Error: validText([]byte(s.Error)),
	}
	if IsBucket(s.Path) {
		one.Kind = api.WatchedSourceKindBucket
	}
	for _, n := range s.BadBy {
		one.Bad += n
	}
	for to, at := range map[**time.Time]time.Time{&one.Polled: s.Polled, &one.Taken: s.Taken, &one.NewestObject: s.NewestObject, &one.NewestRecord: s.NewestRecord} {
		if !at.IsZero() {
			*to = &at
		}
	}
	if !s.NewestRecord.IsZero() {
		lag := int64(now.Sub(s.NewestRecord).Seconds())
		one.LagSeconds = &lag
	}
	return one
}

// trouble is what is not as it should be.
func (w *webSources) trouble(ctx context.Context, s *api.SourceList) ([]api.Trouble, error) {
	out := []api.Trouble{}
	add := func(level api.TroubleLevel, text, fix string) {
		t := api.Trouble{Level: level, Text: text}
		if fix != "" {
			t.Fix = &fix
		}
		out = append(out, t)
	}
	if s.Paused != "" {
		add(api.TroubleLevelHigh, "Intake stands still: "+s.Paused, "free some space, or keep less (keep.bytes, keep.days); intake goes on by itself")
	}
	for _, one := range s.Watched {
		if one.Error != "" {
			add(api.TroubleLevelHigh, one.Name+": "+one.Error, "test the source below: it names the permission that is missing")
		}
	}
	var mostly, interrupted, missing, gaps int64
	for _, one := range s.Streams {
		mostly += one.MostlyBad
		interrupted += one.Interrupted
		missing += one.MissingFiles
		gaps += int64(len(one.Gaps))
	}
	if mostly > 0 {
		add(api.TroubleLevelHigh, plural(mostly, "object")+" with mostly bad lines", "most likely their format is another one: see the bad lines")
	}
	if s.Skipdata > 0 {
		add(api.TroubleLevelMedium, plural(s.Skipdata, "SKIPDATA record")+": AWS lost records in these windows", "nothing can bring them back; what was found there is less than there was")
	}
	if missing > 0 {
		add(api.TroubleLevelMedium, plural(missing, "file")+" of five minutes missing", "look in the bucket whether they are there, and at the flow log's delivery errors (aws ec2 describe-flow-logs)")
	}
	if gaps > 0 {
		add(api.TroubleLevelMedium, plural(gaps, "stretch")+" that no object covers", "see the gaps of each flow log below")
	}
	if s.Bad > 0 {
		add(api.TroubleLevelLow, plural(s.Bad, "bad line")+" left out; all others of their files are in", "see the bad lines for why, and what to do")
	}
	if interrupted > 0 {
		add(api.TroubleLevelLow, plural(interrupted, "object")+" not read to the end", "it is gone on with when the source is polled again")
	}
	letters, err := w.l.letters(ctx)
	if dead := letters["dead"]; dead > 0 {
		add(api.TroubleLevelMedium, plural(int64(dead), "notification")+" given up", "see Settings, notifications")
	}
	return out, err
}

// Add implements [api.Sources].
func (w *webSources) Add(ctx context.Context, b api.BucketSource) (api.WatchedSource, error) {
	name, err := w.desk.follow(ctx, b)
	if err != nil {
		return api.WatchedSource{}, err
	}
	for _, s := range w.s.w.Load().States() {
		if s.Name == name {
			one := watchedSourceOf(s, time.Now())
			one.Removable = true
			return one, nil
		}
	}
	return api.WatchedSource{}, api.ErrNoSource // removed by somebody else in between
}

// Remove implements [api.Sources].
func (w *webSources) Remove(_ context.Context, name string) error { return w.desk.unfollow(name) }

// Objects implements [api.Sources].
func (w *webSources) Objects(ctx context.Context, which api.ListObjectsParamsWhich, below int64, limit int) ([]api.LogObject, error) {
	f := ledger.Filter{Newest: true, After: ledger.ObjectID(below), Limit: limit}
	switch which {
	case api.ListObjectsParamsWhichBad:
		f.BadOnly = true
	case api.ListObjectsParamsWhichUnfinished:
		f.States = []ledger.State{ledger.Taken, ledger.Interrupted, ledger.Orphaned, ledger.Forgetting}
	}
	out := []api.LogObject{}
	err := w.l.Ledger.Objects(ctx, f, func(o *ledger.Object) error {
		one := api.LogObject{
			Id: int64(o.ID), Name: validText([]byte(displayName(o.Source, o.Name))), Stream: validText([]byte(streamName(o))), Size: int64(o.Size), State: string(o.State),
			Records: int64(o.Stored), Bad: int64(o.Bad), Nodata: int64(o.NoData), Skipdata: int64(o.SkipData), MostlyBad: o.MostlyBad, Taken: o.TakenAt,
		}
		if !o.FinishedAt.IsZero() {
			at := o.FinishedAt
			one.Finished = &at
		}
		if o.Stored > 0 {
			from, to := time.Unix(o.MinStart, 0).UTC(), time.Unix(o.MaxStart, 0).UTC()
			one.From, one.To = &from, &to
		}
		if o.Continues != 0 {
			id := int64(o.Continues)
			one.Continues = &id
		}
		if o.Note != "" {
			note := validText([]byte(o.Note))
			one.Note = &note
		}
		out = append(out, one)
		return nil
	})
	return out, err
}

// Coverage implements [api.Sources].
func (w *webSources) Coverage(ctx context.Context) (api.Coverage, error) {
	out := api.Coverage{Silent: []api.SilentInterface{}, Overlaps: []api.InterfaceOverlap{}}
	silent, err := w.l.SilentInterfaces(ctx)
	if err != nil {
		return out, err
	}
	for _, s := range silent {
		out.Silent = append(out.Silent, api.SilentInterface{InterfaceId: s.Interface, AccountId: s.Account, VpcId: s.VPC, Last: s.Last})
	}
	overlaps, err := w.l.Overlaps(ctx)
	for _, o := range overlaps {
		out.Overlaps = append(out.Overlaps, api.InterfaceOverlap{InterfaceId: o.Interface, Streams: o.Streams, Records: int64(o.Records)})
	}
	return out, err
}

// Bad implements [api.Sources].
func (w *webSources) Bad(ctx context.Context, object string, samples int) (api.Bad, error) {
	out := api.Bad{Reasons: []api.BadReason{}}
	var id ledger.ObjectID
	if object != "" {
		o, err := w.l.findObject(ctx, object)
		if err != nil {
			return out, err
		}
		id = o.ID
	}
	counts, err := w.l.Ledger.BadCounts(ctx, id)
	if err != nil {
		return out, err
	}
	// Kept lines come by object: those of the first objects may all be of one reason.
	lines, err := w.l.BadLines(ctx, object, badMost)
	if err != nil {
		return out, err
	}
	for _, c := range counts {
		one := api.BadReason{Reason: c.Reason, Count: int64(c.Count), Lines: []api.BadLine{}}
		for _, b := range lines {
			if b.Reason != c.Reason || len(one.Lines) == samples {
				continue
			}
			line := api.BadLine{Object: &b.Object, Name: validText([]byte(b.Name)), Line: int64(b.Line), Text: validText([]byte(b.Text))}
			if b.Column > 0 {
				column := int64(b.Column)
				line.Column = &column
			}
			one.Lines = append(one.Lines, line)
		}
		out.Total += one.Count
		out.Reasons = append(out.Reasons, one)
	}
	return out, nil
}

// badMost is how many kept lines are looked through for samples.
const badMost = 20_000

// Cost implements [api.Sources].
func (w *webSources) Cost(ctx context.Context, by api.CostBy, since, until time.Time) (api.Costs, error) {
	rates := w.s.cfg.Settings.Cost
	out := api.Costs{Items: []api.CostItem{}, Currency: cmp.Or(rates.Currency, "USD"), PerGb: rates.PerGB, PerMillion: rates.PerMillion}
	costs, err := w.l.Costs(ctx, CostKeys(by), since, until, rates)
	for _, c := range costs {
		one := api.CostItem{Records: int64(c.Records), LogBytes: int64(c.LogBytes), Bytes: int64(c.Bytes), Price: c.Price}
		for to, text := range map[**string]string{&one.FlowLog: c.FlowLog, &one.SubnetId: c.Subnet, &one.InterfaceId: c.Interface} {
			if text != "" {
				*to = &text
			}
		}
		out.Items = append(out.Items, one)
	}
	return out, err
}

// Machinery implements [api.Sources].
func (w *webSources) Machinery(ctx context.Context) (api.Machinery, error) {
	var s Status
	for _, step := range []func(context.Context, *Status) error{w.l.statusOwner, w.l.statusEngine} {
		if err := step(ctx, &s); err != nil {
			return api.Machinery{}, err
		}
	}
	out := api.Machinery{Version: s.Engine.Version, Answers: w.l.Ping(ctx) == nil, Walls: []api.Wall{}, Dirty: []string{}, Intake: api.MachineryIntakeOff}
	if w.l.cfg.StoreURL != "" {
		url := Redact(w.l.cfg.StoreURL)
		out.Store = &url
	}
	if s.Engine.Library != "" {
		out.Library, out.Memory = &s.Engine.Library, &s.Engine.Memory
	}
	if s.Engine.Jail != nil {
		out.Walls = wallsOf(*s.Engine.Jail)
	}
	if e := w.l.Engine(); e != nil {
		out.Restarts = e.Restarts()
	}
	if s.Owner != nil {
		out.Owner, out.Since = fmt.Sprintf("%s (pid %d), %s", s.Owner.Command, s.Owner.PID, s.Owner.Version), &s.Owner.Since
	}
	totals, err := w.l.Ledger.Totals(ctx)
	if err != nil {
		return out, err
	}
	out.Pending = int64(totals.Pending)
	dirty, err := w.l.Ledger.DirtyDays(ctx)
	if err != nil {
		return out, err
	}
	for _, d := range dirty {
		out.Dirty = append(out.Dirty, dayText(d.Day)+" "+d.What)
	}
	if watcher := w.s.w.Load(); watcher != nil && len(watcher.sources()) > 0 {
		out.Intake = api.MachineryIntakeRunning
		if watcher.Paused() != "" {
			out.Intake = api.MachineryIntakePaused
		}
	}
	out.Detection, err = w.detection(ctx)
	return out, err
}

func wallsOf(j engine.Jail) []api.Wall {
	landlock := "files outside the data directory are open to it: the kernel has no Landlock"
	if j.Landlock > 0 {
		landlock = fmt.Sprintf("it sees its own files only (version %d)", j.Landlock)
	}
	walls := []api.Wall{
		{Name: "Landlock", Stands: j.Landlock > 0, Text: landlock},
		{Name: "seccomp", Stands: j.Seccomp, Text: "no sockets, no tracing"},
		{Name: "no new privileges", Stands: j.NoNewPrivileges, Text: "set-uid programs give nothing"},
		{Name: "capabilities", Stands: j.Capabilities == "0000000000000000", Text: "effective: " + j.Capabilities},
	}
	if j.Missing != "" {
		walls = append(walls, api.Wall{Name: "the kernel lacks", Text: j.Missing})
	}
	return walls
}

// detection tells how far rules are run.
func (w *webSources) detection(ctx context.Context) (api.DetectionState, error) {
	d := w.s.d.Load()
	if d == nil {
		return api.DetectionState{}, nil
	}
	out := api.DetectionState{Running: true, Rules: d.rules.Load(), Findings: d.found.Load()}
	if wrong := d.wrong.Load(); wrong != nil {
		out.Broken = *wrong
	}
	var s Status
	if err := w.l.statusTables(ctx, &s); err != nil {
		return out, err
	}
	out.Newest = s.To
	now := d.now.Load()
	if now == nil {
		return out, nil
	}
	if f := now.figures.Load(); f != nil {
		settled := f.Settled.UTC()
		out.Watermark, out.Rows, out.Keys, out.Bytes, out.Evicted = &settled, f.Rows, int64(f.Keys), int64(f.Bytes), int64(f.Evicted)
		if s.To != nil {
			lag := max(0, int64(s.To.Sub(settled).Seconds()))
			out.LagSeconds = &lag
		}
	}
	return out, nil
}

// Try implements [api.Sources].
func (w *webSources) Try(ctx context.Context, name string) (t api.Trial, ok bool, err error) {
	watcher := w.s.w.Load()
	if watcher == nil {
		return t, false, nil
	}
	one := watcher.source(name)
	if one == nil {
		return t, false, nil
	}
	return trySource(ctx, one.Path, one.Options, one.Buckets), true, nil
}

// Disk implements [api.Sources].
func (w *webSources) Disk(ctx context.Context) (api.Disk, error) {
	var s Status
	for _, step := range []func(context.Context, *Status) error{w.l.statusOwner, w.l.statusTables} {
		if err := step(ctx, &s); err != nil {
			return api.Disk{}, err
		}
	}
	s.Data, s.StoreURL = w.l.Dir, w.l.cfg.StoreURL
	keep := w.s.w.Load().Kept()
	s.SetCeiling(keep)
	usage, err := w.l.Store.Usage(ctx)
	if err != nil {
		return api.Disk{}, err
	}
	var fs unix.Statfs_t
	floor := uint64(floorBytes)
	if unix.Statfs(w.l.Dir, &fs) == nil {
		floor = min(floor, fs.Blocks*uint64(fs.Bsize)/100)
	}
	if s.StoreURL != "" {
		s.Free = 0 // of another machine's disk nothing is known
	}
	f := forecast{usage: usage, keep: keep, ceiling: s.Ceiling, free: s.Free, floor: floor, newest: s.To}
	out := f.disk()
	out.Data, out.State = w.l.Dir, int64(s.State)
	for _, t := range s.Tables {
		out.Tables = append(out.Tables, api.DiskTable{Table: t.Table, Days: t.Days, Rows: int64(t.Rows), Bytes: int64(t.Bytes), Parts: int64(t.Parts)})
	}
	return out, nil
}
