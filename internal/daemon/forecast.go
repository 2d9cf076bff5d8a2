package daemon

import (
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/store"
)

// forecast is what tells when the disk is full: what days took so far, and what is kept.
type forecast struct {
	usage   []store.Usage // in the order of tables and days
	keep    KeepSettings
	ceiling uint64 // 0: none
	free    uint64 // on the volume; 0: not known
	floor   uint64 // of it that stays free
	newest  *time.Time
}

const (
	sampleDays   = 7        // over which growth is measured, the newest
	forecastDays = 10 * 365 // as far as it looks
	shownDays    = 90       // before the newest
)

// minuteTable holds the figures by the minute, which are kept apart.
const minuteTable = "roll_minute"

// kept is a kind of tables that age together.
type kept struct {
	limit   int // days; 0: for ever
	have    int // days there are
	perDay  float64
	oldest  store.Day
	bytes   uint64 // of the oldest day
	sampled uint64
}

// disk computes the forecast.
func (f *forecast) disk() api.Disk {
	out := api.Disk{
		Ceiling: int64(f.ceiling), Free: int64(f.free), Days: []api.DiskDay{}, Tables: []api.DiskTable{}, LimitedBy: api.DiskLimitedByNone,
		Keep: api.Keep{Days: f.keep.Days, MinuteDays: f.keep.MinuteDays, HourDays: f.keep.HourDays, Bytes: int64(f.keep.Bytes)},
	}
	days := map[store.Day]*api.DiskDay{}
	var order []store.Day
	var total uint64
	for _, u := range f.usage {
		total += u.Bytes
		if u.Day == 0 || u.Rows == 0 {
			continue
		}
		d := days[u.Day]
		if d == nil {
			d = &api.DiskDay{}
			d.Day.Time = u.Day.Start()
			days[u.Day] = d
			order = append(order, u.Day)
		}
		if u.Table == rawTable {
			d.Records += int64(u.Bytes)
			d.Rows += int64(u.Rows)
		} else {
			d.Rollups += int64(u.Bytes)
		}
	}
	out.Disk = int64(total)
	slices.Sort(order)
	for _, day := range order {
		if !day.Start().Before(order[len(order)-1].Start().AddDate(0, 0, -shownDays)) {
			out.Days = append(out.Days, *days[day])
		}
	}
	kinds := f.kinds(order, &out)
	for _, k := range kinds {
		out.PerDay += int64(k.perDay)
	}
	f.limit(&out, total)
	f.when(&out, kinds, total)
	out.First = f.first(kinds)
	return out
}

// kinds measures what a day takes of each kind of tables, over the newest days up to
// the newest record.
func (f *forecast) kinds(order []store.Day, out *api.Disk) []*kept {
	kinds := []*kept{{limit: f.keep.Days}, {limit: f.keep.MinuteDays}, {limit: f.keep.HourDays}}
	if len(order) == 0 {
		return kinds
	}
	from := order[max(0, len(order)-sampleDays)]
	span := order[len(order)-1].Start().AddDate(0, 0, 1).Sub(from.Start())
	if f.newest != nil && f.newest.After(order[len(order)-1].Start()) {
		span = max(f.newest.Sub(from.Start()), time.Hour)
	}
	out.SampledDays = float32(span.Hours() / 24)
	seen := map[int]map[store.Day]bool{0: {}, 1: {}, 2: {}}
	for _, u := range f.usage {
		if u.Day == 0 || u.Rows == 0 {
			continue
		}
		i := 2
		switch u.Table {
		case rawTable:
			i = 0
		case minuteTable:
			i = 1
		}
		k := kinds[i]
		seen[i][u.Day] = true
		if u.Day >= from {
			k.sampled += u.Bytes
		}
		switch {
		case k.oldest == 0 || u.Day < k.oldest:
			k.oldest, k.bytes = u.Day, u.Bytes
		case u.Day == k.oldest:
			k.bytes += u.Bytes
		}
	}
	for i, k := range kinds {
		k.have, k.perDay = len(seen[i]), float64(k.sampled)/(span.Hours()/24)
	}
	return kinds
}

// limit says how large the tables can get: to the ceiling, or until the volume is full.
func (f *forecast) limit(out *api.Disk, total uint64) {
	if f.ceiling > 0 {
		out.Limit, out.LimitedBy = int64(f.ceiling), api.DiskLimitedByCeiling
	}
	if f.free > 0 {
		room := total
		if f.free > f.floor {
			room += f.free - f.floor
		}
		if out.Limit == 0 || int64(room) < out.Limit {
			out.Limit, out.LimitedBy = int64(room), api.DiskLimitedByVolume
		}
	}
}

// when says on which day the limit is met, or at what size retention keeps it.
func (f *forecast) when(out *api.Disk, kinds []*kept, total uint64) {
	if out.PerDay == 0 {
		return
	}
	size, level := float64(total), true
	for d := 1; d <= forecastDays; d++ {
		grown := 0.0
		for _, k := range kinds {
			if k.limit == 0 || k.have+d <= k.limit {
				grown += k.perDay
			}
		}
		level = grown == 0
		if out.Limit > 0 && size+grown > float64(out.Limit) && grown > 0 {
			full := float32(float64(d-1) + math.Max(0, float64(out.Limit)-size)/grown)
			out.FullInDays = &full
			return
		}
		size += grown
		if level {
			break
		}
	}
	if level {
		out.LevelsAt = int64(size)
	}
}

// first says what goes first when there is too much.
func (f *forecast) first(kinds []*kept) string {
	records := kinds[0]
	switch {
	case records.have > 1:
		return fmt.Sprintf("the records of %s, the oldest day, then those of the days after it; figures by the minute and hour stay until no records but the newest day's are left", records.oldest)
	case records.have == 1 && max(kinds[1].have, kinds[2].have) > 1:
		return fmt.Sprintf("the figures of the oldest days, %s first: only the newest day's records are left, and these always stay", min(orZero(kinds[1].oldest), orZero(kinds[2].oldest)))
	case records.have == 1:
		return "nothing: there is one day only, and the newest always stays"
	}
	return ""
}

func orZero(d store.Day) store.Day {
	if d == 0 {
		return math.MaxUint32
	}
	return d
}
