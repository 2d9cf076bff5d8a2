package api

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/query"
)

// seriesAnswer is the document's AlertSeries.
type seriesAnswer struct {
	Label  string       `json:"label"`
	Unit   string       `json:"unit"`
	Bucket int          `json:"bucket_seconds"`
	From   time.Time    `json:"from"`
	To     time.Time    `json:"to"`
	Times  []int64      `json:"times"`
	Values []*float64   `json:"values"`
	Usual  *usualAnswer `json:"usual"`
	WhyNot string       `json:"why_not,omitempty"`
	Filter string       `json:"filter,omitempty"`
	Marks  struct {
		From time.Time `json:"from"`
		To   time.Time `json:"to"`
	} `json:"marks"`
	Meta *Meta `json:"meta,omitempty"`
}

type usualAnswer struct {
	Low    []float64 `json:"low"`
	High   []float64 `json:"high"`
	Median []float64 `json:"median"`
	Basis  string    `json:"basis"`
	Days   int       `json:"days"`
}

// How much is asked for the plot of an alert.
const (
	seriesBuckets = 150 // about as many
	briefBuckets  = 36
	mostBuckets   = 600
	earlierDays   = 14
	seriesTime    = 10 * time.Second // of the engine; then it is tried without earlier days
)

// measure is what an alert counts.
type measure struct {
	aggregate query.Aggregate
	label     string
	unit      string
	bucket    time.Duration // 0: as it fits
	usual     *finding.Range
}

// measureOf tells what an alert counts. Usual is set where the rule compares just
// these buckets with it.
func measureOf(d alert.Detail, about AboutRule) measure {
	count := measure{aggregate: query.Aggregate{Function: query.Count}, label: "Flows", unit: "flows"}
	if about.Every > 0 && about.Every%time.Minute == 0 {
		if list, err := query.ParseAggregates(about.Value); err == nil && len(list) == 1 {
			m := measure{aggregate: list[0], label: strings.ToUpper(about.Value[:1]) + about.Value[1:], bucket: about.Every, usual: d.Usual}
			switch about.Value {
			case "count":
				m.label, m.unit = "Flows", "flows"
			case "sum(bytes)":
				m.label, m.unit = "Bytes", "bytes"
			case "sum(packets)":
				m.label, m.unit = "Packets", "packets"
			}
			return m
		}
	}
	sum := func(label, unit string) measure {
		list, _ := query.ParseAggregates("sum(" + unit + ")") // both are fields
		return measure{aggregate: list[0], label: label, unit: unit}
	}
	switch d.Family {
	case finding.Exfil, finding.NewDestination, finding.FloodOut:
		m := sum("Bytes", "bytes")
		if d.Usual != nil && d.Usual.Unit == "bytes an hour" {
			m.bucket, m.usual = time.Hour, d.Usual
		}
		return m
	case finding.PacketsLost:
		return sum("Packets", "packets")
	}
	return count
}

// AlertSeries implements [StrictServerInterface].
func (a *API) AlertSeries(ctx context.Context, r AlertSeriesRequestObject) (AlertSeriesResponseObject, error) {
	d, err := a.alertOf(ctx, r.Id)
	if err != nil {
		return nil, err
	}
	about, _, err := a.cfg.AlertRules.About(ctx, d.Rule)
	if err != nil {
		return nil, err
	}
	begin, end, err := a.extentOf(ctx)
	if err != nil {
		return nil, err
	}
	m, brief := measureOf(d, about), value(r.Params.Brief)
	s := seriesAnswer{Label: m.label, Unit: m.unit, Times: []int64{}, Values: []*float64{}, Filter: d.Evidence.Filter}
	if miss := d.Evidence.Missing; miss != nil && miss.InterfaceID != "" {
		s.Filter = term("interface_id", miss.InterfaceID)
	}
	s.Marks.From, s.Marks.To = d.FirstSeen.UTC(), d.LastSeen.UTC()
	s.From, s.To = s.Marks.From, s.Marks.To
	switch {
	case s.Filter == "":
		s.WhyNot = "there are no records to count: that they are missing is what was found"
		return jsonAnswer{s}, nil
	case end.IsZero():
		s.WhyNot = "nothing is stored any more"
		return jsonAnswer{s}, nil
	}
	width := s.layOut(&m, brief, begin, end)
	if !s.From.Before(s.To) {
		s.WhyNot = "the records of that time are no longer stored"
		return jsonAnswer{s}, nil
	}
	if err := a.fill(ctx, &s, d, m, width, brief, begin); err != nil {
		return nil, err
	}
	return jsonAnswer{s}, nil
}

// layOut chooses buckets and range: the alert with some time before and after it, as
// far as there are records.
func (s *seriesAnswer) layOut(m *measure, brief bool, begin, end time.Time) time.Duration {
	span := max(s.Marks.To.Sub(s.Marks.From), time.Minute)
	before, after, buckets := max(span, 30*time.Minute), max(span/2, 15*time.Minute), seriesBuckets
	if brief {
		buckets, m.bucket, m.usual = briefBuckets, 0, nil
	}
	width := m.bucket
	if width > 0 {
		before, after = max(span, 48*width), max(span/2, 12*width)
		if (before+span+after)/width > mostBuckets {
			width, m.usual = 0, nil
		}
	}
	if width == 0 {
		for _, width = range widths {
			if (before+span+after)/width <= time.Duration(buckets) {
				break
			}
		}
	}
	from, to := s.Marks.From.Add(-before), s.Marks.To.Add(after)
	if from.Before(begin) {
		from = begin
	}
	if to.After(end) {
		to = end
	}
	seconds := int64(width / time.Second)
	s.From = time.Unix(from.Unix()/seconds*seconds, 0).UTC()
	s.To = time.Unix((to.Unix()+seconds-1)/seconds*seconds, 0).UTC()
	s.Bucket = int(seconds)
	return width
}

// fill counts, with the earlier days that tell what is usual where the rule does not.
func (a *API) fill(ctx context.Context, s *seriesAnswer, d alert.Detail, m measure, width time.Duration, brief bool, begin time.Time) error {
	since := s.From
	days := 0
	if m.usual == nil && !brief {
		for days < earlierDays && !s.From.AddDate(0, 0, -days-1).Before(begin) {
			days++
		}
		since = s.From.AddDate(0, 0, -days)
	}
	logged := loggedBy(d.Entity)
	filter := s.Filter
	if logged {
		filter = "(" + filter + ") AND NOT witness:duplicate"
	}
	req := query.Request{
		Filter: filter, Records: logged, Scope: a.scope(ctx), Since: since, Until: s.To, Bucket: width, TrafficOnly: true,
		Aggregates: []query.Aggregate{m.aggregate}, Limits: query.Limits{Time: seriesTime},
	}
	var rows query.Table
	meta, err := a.cfg.Query.Run(ctx, req, &rows)
	if days > 0 && isLimit(err) {
		days, req.Since = 0, s.From
		s.WhyNot = "to look at earlier days took too long"
		meta, err = a.cfg.Query.Run(ctx, req, &rows)
	}
	if err != nil {
		return err
	}
	told := metaOf(meta)
	s.Meta = &told
	at := make(map[int64]float64, len(rows.Rows))
	for _, row := range rows.Rows {
		at[row.Time(0).Unix()] = row.Float(1)
	}
	step := int64(s.Bucket)
	for t := s.From.Unix(); t < s.To.Unix(); t += step {
		s.Times = append(s.Times, t)
		v := at[t]
		s.Values = append(s.Values, &v)
		if miss := d.Evidence.Missing; miss != nil && v == 0 && t+step > miss.Since.Unix() && t < miss.Until.Unix() {
			s.Values[len(s.Values)-1] = nil
		}
	}
	switch {
	case brief:
	case m.usual != nil:
		n := len(s.Times)
		s.Usual = &usualAnswer{
			Basis: "rule", Low: slices.Repeat([]float64{m.usual.Low}, n), High: slices.Repeat([]float64{m.usual.High}, n),
			Median: slices.Repeat([]float64{(m.usual.Low + m.usual.High) / 2}, n),
		}
	case days < 2 && s.WhyNot == "":
		s.WhyNot = "too few earlier days are stored to tell what is usual"
	case days >= 2:
		s.Usual = usualOf(s, at, days)
	}
	return nil
}

// loggedBy reports whether an entity is who logs: rules count what it saw, though
// another saw it, too.
func loggedBy(e finding.Entity) bool {
	switch e.Kind {
	case finding.KindInterface, finding.KindSubnet, finding.KindVPC, finding.KindAttachment:
		return true
	}
	return false
}

// isLimit reports whether a query met one of its limits.
func isLimit(err error) bool {
	switch problemOf(err).Code {
	case "timeout", "memory", "too_much":
		return err != nil
	}
	return false
}

// usualOf is the least, the median and the most of each bucket at the same time of
// earlier days, the time of the alert itself left out.
func usualOf(s *seriesAnswer, at map[int64]float64, days int) *usualAnswer {
	u := &usualAnswer{Basis: "days", Days: days}
	const day = 24 * 60 * 60
	step := int64(s.Bucket)
	for _, t := range s.Times {
		var seen []float64
		for k := 1; k <= days; k++ {
			then := t - int64(k)*day
			if then+step > s.Marks.From.Unix() && then <= s.Marks.To.Unix() {
				continue
			}
			seen = append(seen, at[then-((then%step)+step)%step])
		}
		if len(seen) == 0 {
			return nil
		}
		slices.Sort(seen)
		u.Low, u.High, u.Median = append(u.Low, seen[0]), append(u.High, seen[len(seen)-1]), append(u.Median, seen[len(seen)/2])
	}
	return u
}
