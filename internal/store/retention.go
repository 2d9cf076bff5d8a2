package store

import (
	"context"
	"slices"
)

// Keep says how long things are kept. Zero keeps forever.
type Keep struct {
	RawDays    int    // days of records
	MinuteDays int    // days of roll_minute
	HourDays   int    // days of the other roll-ups
	MaxBytes   uint64 // of all tables together
}

// DefaultKeep keeps records for as long as there is room.
func DefaultKeep() Keep { return Keep{MinuteDays: 400, HourDays: 5 * 366} }

// Expired says what [Store.Expire] dropped.
type Expired struct {
	Raw   []Day  // days whose records are gone
	Rolls []Day  // days that lost a roll-up
	Bytes uint64 // freed, once old files are cleaned up
}

// Gone are the days of tables that keep leaves no room for, in the order in which they
// go; all is what there is.
func (keep Keep) Gone(newest Day, all []Usage) []Usage {
	var total uint64
	var dated, gone []Usage
	for _, u := range all {
		total += u.Bytes
		if u.Day != 0 {
			dated = append(dated, u)
		}
	}
	slices.SortStableFunc(dated, func(a, b Usage) int {
		switch {
		case a.raw() != b.raw() && a.raw():
			return -1
		case a.raw() != b.raw():
			return 1
		default:
			return int(a.Day) - int(b.Day)
		}
	})
	for _, u := range dated {
		days := keep.HourDays
		switch u.Table {
		case tableFlows:
			days = keep.RawDays
		case tableMinute:
			days = keep.MinuteDays
		}
		old := days > 0 && u.Day.Start().Before(newest.Start().AddDate(0, 0, 1-days))
		full := keep.MaxBytes > 0 && total > keep.MaxBytes && u.Day < newest
		if old || full {
			gone = append(gone, u)
			total -= u.Bytes
		}
	}
	return gone
}

// raw reports whether it is of records.
func (u Usage) raw() bool { return u.Table == tableFlows }

// Expire drops what is older than keep allows, counted back from the newest day
// whose times are not suspect, and then the oldest days until everything fits
// into keep.MaxBytes: records first, roll-ups when those are gone. The newest
// day always stays. It changes nothing when there is nothing to drop. drop drops
// the records of a day, with all that others know of them.
func (s *Store) Expire(ctx context.Context, keep Keep, drop func(context.Context, Day) error) (Expired, error) {
	var done Expired
	newest, err := s.NewestDay(ctx)
	if err != nil || newest == 0 {
		return done, err
	}
	all, err := s.Usage(ctx)
	if err != nil {
		return done, err
	}
	for _, u := range keep.Gone(newest, all) {
		if u.raw() {
			err = drop(ctx, u.Day)
		} else {
			err = s.dropPartition(ctx, u.Table, u.Day)
		}
		if err != nil {
			return done, err
		}
		done.Bytes += u.Bytes
		if u.raw() {
			done.Raw = append(done.Raw, u.Day)
		} else if !slices.Contains(done.Rolls, u.Day) {
			done.Rolls = append(done.Rolls, u.Day)
		}
		s.log.Info("day expired", "table", u.Table, "day", u.Day.String(), "rows", u.Rows, "bytes", u.Bytes)
	}
	return done, nil
}
