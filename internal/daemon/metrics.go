package daemon

import (
	"context"
	"net/http"
	"time"

	"github.com/ClickHouse/ch-go/proto"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"golang.org/x/sys/unix"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/build"
	"github.com/weir-flow/weir/internal/engine"
)

// metrics answers with the text format of Prometheus.
func (s *Server) metrics() http.Handler {
	reg := prometheus.NewRegistry()
	reg.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}), &collector{s: s})
	return promhttp.HandlerFor(reg, promhttp.HandlerOpts{Timeout: scrapeTime, MaxRequestsInFlight: 2})
}

const scrapeTime = 8 * time.Second

func desc(name, help string, labels ...string) *prometheus.Desc {
	return prometheus.NewDesc("weir_"+name, help, labels, nil)
}

// What is told, under standard names: base units, _total for what only grows.
var (
	mBuild   = desc("build_info", "Version of weir and of its engine.", "version", "engine")
	mUp      = desc("engine_up", "1 when the engine answers.")
	mStarts  = desc("engine_restarts_total", "Times the engine died and was started again.")
	mQueries = desc("engine_queries_total", "Statements the engine ran for any process, since it started.", "kind")
	mFailed  = desc("engine_queries_failed_total", "Statements that failed, since the engine started.", "kind")
	mTook    = desc("engine_query_seconds_total", "Time statements took, since the engine started.", "kind")

	mPanics = desc("api_panics_total", "Requests whose handler panicked; the log has the stack of each.")

	mObjects  = desc("intake_objects_total", "Objects read, or found to be in already.")
	mRecords  = desc("intake_records_total", "Records stored.")
	mBatches  = desc("intake_batches_total", "Batches stored.")
	mRebuilt  = desc("intake_days_rebuilt_total", "Days computed anew because a fact came late.")
	mAhead    = desc("intake_bytes_in_flight", "Bytes of remote objects fetched and not decoded yet.")
	mPaused   = desc("intake_paused", "1 while intake stands still, as for a full disk.")
	mNoData   = desc("intake_nodata_records_total", "Records that say their interface was silent.")
	mSkipData = desc("intake_skipdata_records_total", "Records that say AWS skipped others.")

	mSourceUp       = desc("source_up", "1 when the last poll went well.", "source")
	mSourceObjects  = desc("source_objects_total", "Objects read.", "source")
	mSourceTwice    = desc("source_duplicate_objects_total", "Objects whose bytes were in already.", "source")
	mSourceRecords  = desc("source_records_total", "Records stored.", "source")
	mSourceBytes    = desc("source_bytes_total", "Bytes read, as they lie there.", "source")
	mSourceBad      = desc("source_bad_lines_total", "Lines no record was made of.", "source", "reason")
	mSourceFailures = desc("source_failures_total", "Objects not read, or not to their end.", "source")
	mSourceWaiting  = desc("source_waiting_objects", "Objects listed and not yet in.", "source")
	mSourceLag      = desc("source_lag_seconds", "Age of the newest record.", "source")
	mSourceObjLag   = desc("source_object_lag_seconds", "Age of the newest object.", "source")

	mDetectRules   = desc("detect_rules", "Rules that are run.")
	mDetectBroken  = desc("detect_rules_broken", "1 while a rule file is wrong and its last good version holds.")
	mDetectMark    = desc("detect_watermark_timestamp_seconds", "Event time that detection has settled.")
	mDetectRows    = desc("detect_rows_total", "Records that detectors have settled.")
	mDetectKeys    = desc("detect_state_keys", "Keys in the tables of detectors.")
	mDetectBytes   = desc("detect_state_bytes", "Memory of the tables of detectors, estimated.")
	mDetectEvicted = desc("detect_state_evicted_total", "Keys that were dropped because a table was full.")
	mFindings      = desc("findings_total", "Findings handed on, those whose numbers have grown among them.")
	mAlerts        = desc("alerts", "Alerts that are open.", "severity")
	mLetters       = desc("notifications", "Notifications by state: waiting, sent, dead (given up) or skipped, of the last month.", "state")
	mPages         = desc("alerts_paging", "Open alerts that a person should look at now.")

	mDiskTables = desc("disk_table_bytes", "Bytes of a table on disk.", "table")
	mDiskFree   = desc("disk_free_bytes", "Free bytes of the data directory's volume.")
)

// collector gathers the figures when somebody asks.
type collector struct{ s *Server }

// Describe implements [prometheus.Collector]: what there is depends on the sources.
func (*collector) Describe(chan<- *prometheus.Desc) {}

// Collect implements [prometheus.Collector].
func (c *collector) Collect(out chan<- prometheus.Metric) {
	gauge := func(d *prometheus.Desc, v float64, labels ...string) {
		out <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, labels...)
	}
	counter := func(d *prometheus.Desc, v float64, labels ...string) {
		out <- prometheus.MustNewConstMetric(d, prometheus.CounterValue, v, labels...)
	}
	l, w := c.s.l.Load(), c.s.w.Load()
	if l == nil || w == nil {
		gauge(mUp, 0)
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), scrapeTime)
	defer cancel()
	c.engine(ctx, l, gauge, counter)
	counter(mPanics, float64(c.s.front.panics.Load()))
	p := w.Intake().Progress()
	counter(mObjects, float64(p.Objects.Load()))
	counter(mRecords, float64(p.Stored.Load()))
	counter(mBatches, float64(p.Batches.Load()))
	counter(mRebuilt, float64(p.Rebuilt.Load()))
	counter(mNoData, float64(p.NoData.Load()))
	counter(mSkipData, float64(p.SkipData.Load()))
	gauge(mAhead, float64(p.Ahead.Load()))
	gauge(mPaused, boolFloat(w.Paused() != ""))
	now := time.Now()
	for _, s := range w.States() {
		gauge(mSourceUp, boolFloat(s.Error == "" && !s.Polled.IsZero()), s.Name)
		counter(mSourceObjects, float64(s.Objects), s.Name)
		counter(mSourceTwice, float64(s.Duplicates), s.Name)
		counter(mSourceRecords, float64(s.Records), s.Name)
		counter(mSourceBytes, float64(s.Bytes), s.Name)
		counter(mSourceFailures, float64(s.Failures), s.Name)
		gauge(mSourceWaiting, float64(s.Waiting), s.Name)
		for reason, n := range s.BadBy { // reasons are few fixed texts
			counter(mSourceBad, float64(n), s.Name, reason)
		}
		if !s.NewestRecord.IsZero() {
			gauge(mSourceLag, now.Sub(s.NewestRecord).Seconds(), s.Name)
		}
		if !s.NewestObject.IsZero() {
			gauge(mSourceObjLag, now.Sub(s.NewestObject).Seconds(), s.Name)
		}
	}
	c.detection(ctx, l, gauge, counter)
	var fs unix.Statfs_t
	if unix.Statfs(l.Dir, &fs) == nil {
		gauge(mDiskFree, float64(fs.Bavail)*float64(fs.Bsize))
	}
	usage, err := l.Store.Usage(ctx)
	if err != nil {
		return
	}
	bytes := map[string]uint64{}
	for _, u := range usage {
		bytes[u.Table] += u.Bytes
	}
	for table, n := range bytes {
		gauge(mDiskTables, float64(n), table)
	}
}

// detection tells of rules, detectors and alerts.
func (c *collector) detection(ctx context.Context, l *Lookup, gauge, counter func(*prometheus.Desc, float64, ...string)) {
	d := c.s.d.Load()
	if d == nil {
		return
	}
	gauge(mDetectRules, float64(d.rules.Load()))
	wrong := d.wrong.Load()
	gauge(mDetectBroken, boolFloat(wrong != nil && *wrong != ""))
	counter(mFindings, float64(d.found.Load()))
	if f := d.figures(); f != nil {
		gauge(mDetectMark, float64(f.Settled.Unix()))
		counter(mDetectRows, float64(f.Rows))
		gauge(mDetectKeys, float64(f.Keys))
		gauge(mDetectBytes, float64(f.Bytes))
		counter(mDetectEvicted, float64(f.Evicted))
	}
	open, err := d.alerts.Count(ctx, alert.Filter{Statuses: []alert.Status{alert.Firing, alert.Acknowledged}})
	if err != nil {
		return
	}
	for severity, n := range open.BySeverity {
		gauge(mAlerts, float64(n), severity.String())
	}
	gauge(mPages, float64(open.Pages))
	letters, err := l.letters(ctx)
	if err != nil {
		return
	}
	for _, in := range []string{"waiting", "sent", "dead", "skipped"} {
		gauge(mLetters, float64(letters[in]), in)
	}
}

// engine tells of the engine. It counts the statements of all processes that use it.
func (c *collector) engine(ctx context.Context, l *Lookup, gauge, counter func(*prometheus.Desc, float64, ...string)) {
	version := ""
	if e := l.Engine(); e != nil {
		version = e.Version()
		counter(mStarts, float64(e.Restarts()))
	}
	gauge(mBuild, 1, build.Read().Version, version)
	gauge(mUp, boolFloat(l.Ping(ctx) == nil))
	if l.cfg.StoreURL != "" {
		return // a server's own metrics tell, and its users may not see them
	}
	var name proto.ColStr
	var value proto.ColUInt64
	events := map[string]uint64{}
	_, err := l.Store.Select(ctx, "SELECT event AS e, value AS v FROM system.events WHERE event LIKE '%Query%'", engine.Options{},
		proto.Results{{Name: "e", Data: &name}, {Name: "v", Data: &value}}, func(rows int) error {
			for i := range rows {
				events[name.Row(i)] = value[i]
			}
			return nil
		})
	if err != nil {
		return
	}
	for _, kind := range []string{"Select", "Insert"} {
		counter(mQueries, float64(events[kind+"Query"]), kind)
		counter(mFailed, float64(events["Failed"+kind+"Query"]), kind)
		counter(mTook, float64(events[kind+"QueryTimeMicroseconds"])/1e6, kind)
	}
}

func boolFloat(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
