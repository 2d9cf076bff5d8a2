package store

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/engine"
)

// quote quotes a name for SQL.
func quote(name string) string { return engine.QuoteName(name) }

// literal quotes a text for SQL, for the places where no parameter is allowed.
func literal(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(s) + "'"
}

// numbers lists numbers for IN.
func numbers[T uint8 | uint16 | uint32 | uint64](list []T) string {
	var b strings.Builder
	for i, n := range list {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.FormatUint(uint64(n), 10))
	}
	return b.String()
}

// Day is a UTC day as YYYYMMDD, which is also the name of its partitions.
type Day uint32

// DayOf returns the day of a time in nanoseconds since 1970.
func DayOf(ns int64) Day {
	y, m, d := time.Unix(0, ns).UTC().Date()
	return Day(y*10000 + int(m)*100 + d)
}

// dayFromNumber returns the day that lies n days after 1970-01-01.
func dayFromNumber(n uint32) Day { return DayOf(int64(n) * secondsPerDay * second) }

// Start returns the first moment of the day.
func (d Day) Start() time.Time {
	return time.Date(int(d/10000), time.Month(d/100%100), int(d%100), 0, 0, 0, 0, time.UTC)
}

// Next returns the day after.
func (d Day) Next() Day { return DayOf(d.Start().AddDate(0, 0, 1).UnixNano()) }

// Before returns the day before.
func (d Day) Before() Day { return DayOf(d.Start().AddDate(0, 0, -1).UnixNano()) }

// String returns the day as 2006-01-02.
func (d Day) String() string { return d.Start().Format(time.DateOnly) }

// within is the condition that a time column lies on the day, written so that
// the engine skips the other partitions.
func (d Day) within(column string) string {
	start := d.Start().Unix()
	return fmt.Sprintf("%s >= toDateTime(%d, 'UTC') AND %s < toDateTime(%d, 'UTC')", column, start, column, start+secondsPerDay)
}
