package daemon

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/engine"
)

// SilentInterface is an interface that had traffic lately and has no more, not even
// records that say so (NODATA): it is gone, or its flow log is.
type SilentInterface struct {
	Interface string    `json:"interface_id"`
	Account   string    `json:"account_id"`
	VPC       string    `json:"vpc_id"`
	Last      time.Time `json:"last_traffic"` // hour of its last record
}

// Whoever had traffic in the last silentDay before the newest record, and none in the
// last silentAfter, is silent. What ended earlier is history.
const (
	silentAfter = 2 * time.Hour
	silentDay   = 24 * time.Hour
	silentMost  = 1000
)

// silentSQL reads the roll-up by the hour and interface, which is small; NODATA
// records, which it leaves out, are found by their contexts.
const silentSQL = `
WITH (SELECT max(hour) FROM %[1]s.roll_hour WHERE hour < now() + INTERVAL 1 HOUR) AS newest
SELECT name, account, vpc, last FROM (
  SELECT dictGet('%[1]s.contexts_dict', 'interface_id', ctx) AS name,
    any(dictGet('%[1]s.contexts_dict', 'account_id', ctx)) AS account, any(dictGet('%[1]s.contexts_dict', 'vpc_id', ctx)) AS vpc,
    toInt64(toUnixTimestamp(max(hour))) AS last
  FROM %[1]s.roll_hour WHERE hour > newest - INTERVAL %[2]d SECOND AND hour <= newest
  GROUP BY name HAVING name != '' AND last < toUnixTimestamp(newest) - %[3]d
)
WHERE name NOT IN (
  SELECT dictGet('%[1]s.contexts_dict', 'interface_id', ctx) FROM %[1]s.flows
  WHERE start > newest - INTERVAL %[3]d SECOND AND ctx IN (SELECT id FROM %[1]s.contexts WHERE log_status = 'NODATA')
)
ORDER BY last DESC, name LIMIT %[4]d`

// SilentInterfaces lists the interfaces that fell silent, the latest first.
func (l *Lookup) SilentInterfaces(ctx context.Context) ([]SilentInterface, error) {
	list := []SilentInterface{}
	var name, account, vpc proto.ColStr
	var last proto.ColInt64
	sql := fmt.Sprintf(silentSQL, l.Store.Database(), int(silentDay.Seconds()), int(silentAfter.Seconds()), silentMost)
	_, err := l.Store.Select(ctx, sql, engine.Options{}, proto.Results{
		{Name: "name", Data: &name}, {Name: "account", Data: &account}, {Name: "vpc", Data: &vpc}, {Name: "last", Data: &last},
	}, func(rows int) error {
		for i := range rows {
			list = append(list, SilentInterface{name.Row(i), account.Row(i), vpc.Row(i), time.Unix(last[i], 0).UTC()})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look for silent interfaces: %w", err)
	}
	return list, nil
}

// files are the times that the names of a stream's objects tell.
type files struct{ times []time.Time }

func (f *files) add(name string) {
	if at := decode.ParseKey(name).Time; !at.IsZero() {
		f.times = append(f.times, at)
	}
}

// fileStep is how far apart the files of a flow log are (docs.aws.amazon.com, "Flow
// log files"): one is written every five minutes, when there is something to write.
const fileStep = 5 * time.Minute

// missing counts the files that are not there between the first and the last, and
// returns when the first of them would end. It knows nothing of streams whose names
// tell no times, or tell others than AWS's.
func (f *files) missing() (count int64, first time.Time) {
	slices.SortFunc(f.times, time.Time.Compare)
	times := slices.CompactFunc(f.times, time.Time.Equal)
	steps := 0
	for i := 1; i < len(times); i++ {
		if times[i].Sub(times[i-1]) == fileStep {
			steps++
		}
	}
	if steps*2 < len(times)-1 {
		return 0, first // it is not written every five minutes
	}
	for i := 1; i < len(times); i++ {
		if d := times[i].Sub(times[i-1]); d > fileStep {
			if count == 0 {
				first = times[i-1].Add(fileStep)
			}
			count += int64((d - 1) / fileStep)
		}
	}
	return count, first
}
