package query_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// run answers a request as NDJSON.
func run(t testing.TB, r *query.Runner, req query.Request) (string, query.Meta) {
	t.Helper()
	var buf bytes.Buffer
	out := query.NewNDJSON(&buf)
	meta, err := r.Run(t.Context(), req, out)
	if err != nil {
		plan, _ := r.Explain(t.Context(), req)
		t.Fatalf("%v\n%s", err, plan.SQL)
	}
	if err := out.Flush(); err != nil {
		t.Fatal(err)
	}
	return buf.String(), meta
}

func lines(s string) []string {
	list := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
	if s == "" {
		return nil
	}
	return list
}

// basicFields are all fields that stand for one.
func basicFields() []record.FieldID {
	var ids []record.FieldID
	for _, f := range record.Fields() {
		if f.Place != record.PlaceEither {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

// TestRecords: every field of every record is in the answer as it was stored,
// absent ones null, newest first, within [since, until).
func TestRecords(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	b := randomRecords(rand.New(rand.NewPCG(1, 1)), 400)
	load(t, s, b)
	r := newRunner(t, s)
	since, until := testDay.Add(3*time.Hour+500*time.Millisecond), testDay.Add(70*time.Hour)
	got, meta := run(t, r, query.Request{Scope: query.Everything(), Columns: basicFields(), Since: since, Until: until})
	var want []string
	for row := range b.Len() {
		if ns := b.Col(record.Start).Time[row]; ns < since.UnixNano() || ns >= until.UnixNano() {
			continue
		}
		var line []string
		for _, id := range basicFields() {
			line = append(line, strconv.Quote(record.Get(id).Name)+":"+jsonOf(b, id, row))
		}
		want = append(want, "{"+strings.Join(line, ",")+"}")
	}
	gotLines := lines(got)
	starts := make([]string, len(gotLines))
	for i, l := range gotLines {
		_, rest, _ := strings.Cut(l, `"start":"`)
		at, err := time.Parse(time.RFC3339Nano, rest[:strings.IndexByte(rest, '"')])
		if err != nil {
			t.Fatal(err)
		}
		starts[i] = at.Format("20060102150405.000000000")
	}
	if !slices.IsSortedFunc(starts, func(a, b string) int { return strings.Compare(b, a) }) {
		t.Error("records are not newest first")
	}
	slices.Sort(want)
	slices.Sort(gotLines)
	if diff := cmp.Diff(want, gotLines); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
	if meta.Counted != query.CountedRecords || int(meta.Rows) != len(want) || meta.Truncated {
		t.Errorf("meta %+v, want %d rows, records", meta, len(want))
	}
}

// reference computes a request the slow way.
type reference struct {
	b   *record.Batch
	req query.Request
}

type cell struct {
	count  uint64
	sums   map[string]uint64
	values map[string][]string // JSON of what is there, by aggregate
}

func (ref reference) answer(t testing.TB) []string {
	t.Helper()
	bound, err := filter.Compile(ref.req.Filter, filter.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, req := ref.b, ref.req
	counts := false
	for _, a := range req.Aggregates {
		counts = counts || a.Function == query.Count
	}
	matches := bound.Matcher().Match(b)
	groups := map[string]*cell{}
	at := func(bucket int64, keys string) *cell {
		k := keys
		if req.Bucket > 0 {
			k = fmt.Sprintf("%q:%q,", "bucket", time.Unix(bucket, 0).UTC().Format(time.RFC3339)) + keys
		}
		if groups[k] == nil {
			groups[k] = &cell{sums: map[string]uint64{}, values: map[string][]string{}}
		}
		return groups[k]
	}
	inRange := func(ns int64) bool {
		return (req.Since.IsZero() || ns >= req.Since.UnixNano()) && (req.Until.IsZero() || ns < req.Until.UnixNano())
	}
	for row := range b.Len() {
		st := status(b, row)
		quiet := st == "NODATA" || st == "SKIPDATA"
		once := b.Col(record.Counted).U8[row] != 0
		visible := (once || req.Records) && !quiet || quiet && counts && !req.TrafficOnly
		if !matches.Has(row) || !visible || !inScope(b, row, req.Scope) {
			continue
		}
		for _, keys := range ref.keys(row) {
			ns := b.Col(record.Start).Time[row]
			second := ns / 1e9
			if inRange(ns) {
				c := at(bucketStart(second, req.Bucket), keys)
				c.count++
				for _, a := range req.Aggregates {
					if v := "null"; a.Function != query.Count && !quiet {
						if v = jsonOf(b, a.Field, row); v != "null" {
							c.values[a.Name()] = append(c.values[a.Name()], v)
						}
					}
				}
			}
			for _, a := range req.Aggregates {
				if quiet || a.Function != query.Sum || a.Field != record.Bytes && a.Field != record.Packets {
					continue
				}
				v := b.Col(a.Field).U64[row]
				for minute, part := range spread(second, int64(duration(b, row)), v, req.Bucket > 0) {
					if req.Bucket > 0 && inRange(minute*1e9) && part > 0 {
						at(bucketStart(minute, req.Bucket), keys).sums[a.Name()] += part
					} else if req.Bucket == 0 && inRange(ns) {
						at(0, keys).sums[a.Name()] += part
					}
				}
			}
		}
	}
	if len(req.GroupBy) == 0 && req.Bucket == 0 && len(groups) == 0 {
		at(0, "")
	}
	var out []string
	for keys, c := range groups {
		line := keys
		for _, a := range req.Aggregates {
			line += fmt.Sprintf("%q:%s,", a.Name(), c.json(a))
		}
		out = append(out, "{"+strings.TrimSuffix(line, ",")+"}")
	}
	slices.Sort(out)
	return out
}

// keys returns the groups of a row as the beginning of a JSON object.
func (ref reference) keys(row int) []string {
	all := []string{""}
	for _, id := range ref.req.GroupBy {
		f := record.Get(id)
		values := []string{}
		if f.Place == record.PlaceEither {
			x, y := jsonOf(ref.b, f.Of[0], row), jsonOf(ref.b, f.Of[1], row)
			switch {
			case x == y || y == "null":
				values = append(values, x)
			case x == "null":
				values = append(values, y)
			default:
				values = append(values, x, y)
			}
		} else {
			values = append(values, jsonOf(ref.b, id, row))
		}
		var next []string
		for _, prefix := range all {
			for _, v := range values {
				next = append(next, prefix+fmt.Sprintf("%q:%s,", f.Name, v))
			}
		}
		all = next
	}
	return all
}

func inScope(b *record.Batch, row int, s query.Scope) bool {
	values := b.Registry.Tuple(record.GroupContext, b.Context[row])
	account, network := values.Value(record.Get(record.AccountID).Slot), values.Value(record.Get(record.VPCID).Slot)
	if network == "" {
		network = account
	}
	return s.All || b.Context[row] != 0 && (slices.Contains(s.Accounts, account) || slices.Contains(s.Networks, network))
}

func bucketStart(second int64, width time.Duration) int64 {
	if width == 0 {
		return 0
	}
	w := int64(width / time.Second)
	if w == 7*24*3600 {
		t := time.Unix(second, 0).UTC()
		return t.Truncate(24*time.Hour).AddDate(0, 0, -(int(t.Weekday())+6)%7).Unix()
	}
	return second - second%w
}

// spread returns the shares of a counter by minute.
func spread(start, length int64, v uint64, buckets bool) map[int64]uint64 {
	first := start - start%60
	dur := max(1, length)
	if offset := start - first; !buckets || dur > 3600 || offset+dur <= 60 {
		return map[int64]uint64{first: v}
	}
	shares := map[int64]uint64{}
	var before uint64
	for minute := first; minute < start+dur; minute += 60 {
		cum := uint64(min(dur, minute+60-start))
		running := v/uint64(dur)*cum + v%uint64(dur)*cum/uint64(dur)
		shares[minute], before = running-before, running
	}
	return shares
}

func (c *cell) json(a query.Aggregate) string {
	if a.Function == query.Count {
		return fmt.Sprint(c.count)
	}
	if a.Function == query.Sum && (a.Field == record.Bytes || a.Field == record.Packets) {
		return fmt.Sprint(c.sums[a.Name()])
	}
	values := c.values[a.Name()]
	if a.Function == query.Uniq {
		values = slices.Clone(values)
		slices.Sort(values)
		return fmt.Sprint(len(slices.Compact(values)))
	}
	if len(values) == 0 {
		if a.Function == query.Sum {
			return "0"
		}
		return "null"
	}
	if record.Get(a.Field).Type == record.TypeTime {
		times := make([]time.Time, len(values))
		for i, v := range values {
			times[i], _ = time.Parse(`"`+time.RFC3339Nano+`"`, v)
		}
		slices.SortFunc(times, time.Time.Compare)
		at := times[0]
		if a.Function == query.Max {
			at = times[len(times)-1]
		}
		return at.Format(`"` + time.RFC3339Nano + `"`)
	}
	numbers := make([]uint64, len(values))
	var sum uint64
	for i, v := range values {
		numbers[i], _ = strconv.ParseUint(v, 10, 64)
		sum += numbers[i]
	}
	slices.Sort(numbers)
	level := map[query.Function]float64{query.Min: 0, query.P50: 0.5, query.P90: 0.9, query.P95: 0.95, query.P99: 0.99, query.Max: 1}
	switch a.Function {
	case query.Sum:
		return fmt.Sprint(sum)
	case query.Avg:
		return strconv.FormatFloat(float64(sum)/float64(len(numbers)), 'g', -1, 64)
	}
	return fmt.Sprint(numbers[min(int(level[a.Function]*float64(len(numbers))), len(numbers)-1)])
}
