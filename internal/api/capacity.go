package api

import (
	"context"
	"math"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// trendDays is how far back a trend reaches, and minTrend how many days it takes.
const (
	trendDays = 30
	minTrend  = 5
)

// carriers are what loads are told of.
var carriers = map[CapacityParamsBy]struct {
	field   record.FieldID
	records bool // every record taken there, not each flow once
}{
	CapacityParamsByAttachment: {record.TGWAttachmentID, true},
	CapacityParamsByInterface:  {record.InterfaceID, true},
	CapacityParamsByVpc:        {record.VPCID, false},
	CapacityParamsByZone:       {record.AZID, false},
}

// load is what one carrier carried, by bucket.
type load struct {
	id             string
	bytes, packets []float64
}

func (l *load) total() (sum float64) {
	for _, b := range l.bytes {
		sum += b
	}
	return sum
}

// loads asks for the bytes and packets of each carrier by bucket.
func (a *API) loads(ctx context.Context, req query.Request) (out []*load, times []int64, meta query.Meta, err error) {
	var t query.Table
	if meta, err = a.cfg.Query.Run(ctx, req, &t); err != nil {
		return nil, nil, meta, err
	}
	first := req.Since.Truncate(req.Bucket)
	for at := first; at.Before(req.Until); at = at.Add(req.Bucket) {
		times = append(times, at.Unix())
	}
	by := map[string]*load{}
	for _, row := range t.Rows {
		id, i := row.Text(1), int(row.Time(0).Sub(first)/req.Bucket)
		if id == "" || i < 0 || i >= len(times) {
			continue
		}
		l := by[id]
		if l == nil {
			l = &load{id: id, bytes: make([]float64, len(times)), packets: make([]float64, len(times))}
			by[id] = l
			out = append(out, l)
		}
		l.bytes[i] += row.Float(2)
		l.packets[i] += row.Float(3)
	}
	return out, times, meta, nil
}

// Capacity implements [StrictServerInterface].
func (a *API) Capacity(ctx context.Context, r CapacityRequestObject) (CapacityResponseObject, error) {
	p := r.Params
	of, ok := carriers[p.By]
	if !ok {
		return nil, bad("loads are told by attachment, vpc, zone or interface", "")
	}
	since, until, err := a.span(ctx, p.Since, p.Until)
	if err != nil {
		return nil, err
	}
	bucket := 5 * time.Minute
	if until.Sub(since) > 25*time.Hour {
		bucket = time.Hour
	}
	since, until = since.Truncate(bucket), until.Add(bucket-1).Truncate(bucket)
	req := query.Request{
		Filter: text(p.Filter), Now: a.cfg.Now(), Scope: a.scope(ctx), Since: since, Until: until, Bucket: bucket,
		GroupBy: []record.FieldID{of.field}, Records: of.records, TrafficOnly: true,
		Aggregates: []query.Aggregate{{Function: query.Sum, Field: record.Bytes}, {Function: query.Sum, Field: record.Packets}},
	}
	list, times, meta, err := a.loads(ctx, req)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(list, func(x, y *load) int {
		switch b, a := x.total(), y.total(); {
		case a != b && a > b:
			return 1
		case a != b:
			return -1
		case x.id < y.id:
			return -1
		default:
			return 1
		}
	})
	limit := 50
	if p.Limit != nil {
		limit = *p.Limit
	}
	out := Capacity200JSONResponse{Times: times, BucketSeconds: int(bucket / time.Second), Items: []Load{}, Total: len(list), Meta: metaOf(meta)}
	list = list[:min(len(list), limit)]
	trends, err := a.trends(ctx, req, until)
	if err != nil {
		return nil, err
	}
	lost, err := a.lost(ctx, req)
	if err != nil {
		return nil, err
	}
	width := bucket.Seconds()
	for _, l := range list {
		one := Load{Id: l.id, Bytes: int64(l.total()), Lost: lost[l.id], Series: make([]float32, len(times)), PacketSeries: make([]float32, len(times))}
		for i, b := range l.bytes {
			one.Series[i] = float32(b * 8 / width)
			one.PacketSeries[i] = float32(l.packets[i] / width)
		}
		one.Bits, one.Packets = rateOf(l.bytes, 8/width), rateOf(l.packets, 1/width)
		one.Trend = trendOf(trends[l.id], value(p.Capacity))
		out.Items = append(out.Items, one)
	}
	return out, nil
}

// rateOf sums up the amounts of buckets as rates.
func rateOf(amounts []float64, factor float64) Rate {
	sorted := slices.Clone(amounts)
	slices.Sort(sorted)
	at := func(q float64) float32 { return float32(quantile(sorted, q) * factor) }
	return Rate{P50: at(.5), P95: at(.95), Max: at(1)}
}

// quantile of sorted values, the nearest one.
func quantile(sorted []float64, q float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[max(0, int(math.Ceil(q*float64(len(sorted))))-1)]
}

// trends are the daily 95th percentiles of hourly rates, in bits a second, by carrier,
// from the first day that it has traffic on.
func (a *API) trends(ctx context.Context, req query.Request, until time.Time) (map[string]Trend, error) {
	from, _, err := a.extentOf(ctx)
	if err != nil {
		return nil, err
	}
	until = until.Add(time.Hour - 1).Truncate(time.Hour)
	begin := until.AddDate(0, 0, -trendDays)
	if first := from.Add(time.Hour - 1).Truncate(time.Hour); first.After(begin) {
		begin = first
	}
	out := map[string]Trend{}
	days := int(until.Sub(begin) / (24 * time.Hour))
	if days < 1 {
		return out, nil
	}
	// Whole days that end where the range does.
	req.Since, req.Until, req.Bucket = until.AddDate(0, 0, -days), until, time.Hour
	list, times, _, err := a.loads(ctx, req)
	if err != nil {
		return nil, err
	}
	for _, l := range list {
		t := Trend{At: []int64{}, Daily: []float32{}}
		// The days before its first traffic are no part of its trend: a link that was
		// made yesterday is not level.
		begun := max(0, slices.IndexFunc(l.bytes, func(b float64) bool { return b > 0 })/24)
		for d := begun; d < days; d++ {
			hours := slices.Clone(l.bytes[d*24 : min((d+1)*24, len(l.bytes))])
			slices.Sort(hours)
			t.At = append(t.At, times[d*24])
			t.Daily = append(t.Daily, float32(quantile(hours, .95)*8/3600))
		}
		t.Days = len(t.Daily)
		out[l.id] = t
	}
	return out, nil
}

// trendOf adds slope and the time until full to a trend.
func trendOf(t Trend, capacity float32) Trend {
	if t.At == nil {
		t.At, t.Daily = []int64{}, []float32{}
	}
	if len(t.Daily) < minTrend {
		return t
	}
	slope, level := theilSen(t.Daily)
	t.Slope = pointer(float32(slope))
	if capacity <= 0 {
		return t
	}
	switch now := level; {
	case now >= float64(capacity):
		t.FullInDays = pointer(float32(0))
	case slope > 0:
		t.FullInDays = pointer(float32((float64(capacity) - now) / slope))
	}
	return t
}

// theilSen is the median slope between all pairs of days, and the level it gives the
// last day (H. Theil 1950, P. K. Sen 1968): one odd day moves neither.
func theilSen(daily []float32) (slope, last float64) {
	var slopes []float64
	for i := range daily {
		for j := i + 1; j < len(daily); j++ {
			slopes = append(slopes, float64(daily[j]-daily[i])/float64(j-i))
		}
	}
	slices.Sort(slopes)
	slope = median(slopes)
	levels := make([]float64, len(daily))
	for i, d := range daily {
		levels[i] = float64(d) + slope*float64(len(daily)-1-i)
	}
	slices.Sort(levels)
	return slope, median(levels)
}

func median(sorted []float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	return (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2
}

// lost is what transit gateways lost, by carrier.
func (a *API) lost(ctx context.Context, req query.Request) (map[string]Lost, error) {
	var t query.Table
	filter := "packets_lost_no_route:>0 OR packets_lost_blackhole:>0 OR packets_lost_mtu_exceeded:>0 OR packets_lost_ttl_expired:>0"
	if req.Filter != "" {
		filter = "(" + req.Filter + ") AND (" + filter + ")"
	}
	req.Filter, req.Bucket = filter, 0
	req.Aggregates = nil
	for _, f := range []record.FieldID{record.PacketsLostNoRoute, record.PacketsLostBlackhole, record.PacketsLostMTUExceeded, record.PacketsLostTTLExpired} {
		req.Aggregates = append(req.Aggregates, query.Aggregate{Function: query.Sum, Field: f})
	}
	if _, err := a.cfg.Query.Run(ctx, req, &t); err != nil {
		return nil, err
	}
	out := map[string]Lost{}
	for _, row := range t.Rows {
		out[row.Text(0)] = Lost{NoRoute: int64(row.Uint(1)), Blackhole: int64(row.Uint(2)), Mtu: int64(row.Uint(3)), Ttl: int64(row.Uint(4))}
	}
	return out, nil
}
