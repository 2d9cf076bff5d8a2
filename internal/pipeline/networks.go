package pipeline

import (
	"context"
	"fmt"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/store"
)

// Joined is a fact read back from the stored rows of a day: rows go between two
// networks, or one counts because an attachment was taken for not logging.
type Joined struct {
	Src, Dst string // networks
	Pair     string // attachment; empty: none
	From, To int64  // nanoseconds
}

// StoredNetworks reads back from the rows of a day which networks they join.
func StoredNetworks(ctx context.Context, st *store.Store, day store.Day) ([]Joined, error) {
	var src, dst, pair proto.ColStr
	var from, to proto.ColUInt64
	var joined []Joined
	sql := fmt.Sprintf(joinedSQL, st.Database(), dayWhere(day), record.PackScopes(record.ScopeInternal, record.ScopeInternal), record.WitnessTransit)
	_, err := st.Select(ctx, sql, engine.Options{}, proto.Results{
		{Name: "src", Data: &src}, {Name: "dst", Data: &dst}, {Name: "pair", Data: &pair}, {Name: "first", Data: &from}, {Name: "last", Data: &to},
	}, func(rows int) error {
		for i := range rows {
			joined = append(joined, Joined{src.Row(i), dst.Row(i), pair.Row(i), int64(from[i]) * int64(time.Second), int64(to[i]) * int64(time.Second)})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read networks of %s: %w", day, err)
	}
	return joined, nil
}

// joinedSQL finds rows between two networks, and those taken where a flow
// entered a transit gateway that count for want of one where it left.
const joinedSQL = `
SELECT dictGet('%[1]s.sides_dict', 'network', src_side) AS src, dictGet('%[1]s.sides_dict', 'network', dst_side) AS dst,
  if(waits, dictGet('%[1]s.paths_dict', 'tgw_pair_attachment_id', path), '') AS pair,
  toUInt64(min(f)) AS first, toUInt64(max(l)) AS last
FROM (
  SELECT src_side, dst_side, path, counted != 0 AND bitAnd(bitShiftRight(role, 4), 7) = %[4]d AS waits, min(start) AS f, max(start) AS l
  FROM %[1]s.flows WHERE %[2]s AND (scopes = %[3]d OR bitAnd(bitShiftRight(role, 4), 7) = %[4]d)
  GROUP BY src_side, dst_side, path, waits
)
WHERE pair != '' OR src != dst AND src != '' AND dst != ''
GROUP BY src, dst, pair`
