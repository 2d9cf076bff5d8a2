package query

import (
	"context"
	"fmt"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
)

// Client is who was answered on a port: an address with what it is.
type Client struct {
	Port     uint16
	Protocol uint8
	Addr     record.Addr
	Scope    record.Scope
	Network  string
	App      string
	Flows    uint64
	Bytes    uint64 // of the answers
	First    time.Time
	Last     time.Time
}

// Answered lists whom the source of a filter's records answered, the busiest first,
// and whether there were more. An answer is accepted, comes from the side that was
// called, and is more than a TCP reset; each flow counts once.
func (r *Runner) Answered(ctx context.Context, req Request) (list []Client, more bool, meta Meta, err error) {
	begun := time.Now()
	req.Columns, req.GroupBy, req.Aggregates = []record.FieldID{record.Start}, nil, nil
	q, err := check(req)
	if err != nil {
		return nil, false, meta, err
	}
	c := newCompiler(q, r.cfg.Database)
	name := func(field string) string {
		return fmt.Sprintf("dictGet('%s.sides_dict', '%s', dst_side)", c.database, field)
	}
	flagsThere := fmt.Sprintf("bitAnd(absent, %d) = 0", record.AbsentBit(record.TCPFlags))
	header := "if(isIPAddressInRange(toString(srcaddr), '::ffff:0:0/96'), 44, 64)"
	answer := fmt.Sprintf("packets > 0 AND (protocol = %d OR protocol = %d AND (%s AND (bitAnd(tcp_flags, 18) = 18 OR bitAnd(tcp_flags, 4) = 0) OR bytes > packets * %s))", iana.UDP, iana.TCP, flagsThere, header)
	where := and(between("start", "start_ns", q.Since, q.Until), c.scope(), c.where, "counted != 0", "action != 'REJECT'",
		fmt.Sprintf("bitAnd(role, 3) = %d", record.InitiatorDst), "("+answer+")")
	var (
		port            proto.ColUInt16
		protocol, scope proto.ColUInt8
		addr            proto.ColIPv6
		network, app    proto.ColStr
		flows, bytes    proto.ColUInt64
		first, last     proto.ColInt64
	)
	sql := fmt.Sprintf(`SELECT srcport, protocol, toUInt8(bitAnd(bitShiftRight(scopes, 3), 7)) AS scope, dstaddr, %s AS network, %s AS app,
 toUInt64(count()) AS f, toUInt64(sum(bytes)), toInt64(toUnixTimestamp(min(start))), toInt64(toUnixTimestamp(max(start)))
FROM %s WHERE %s GROUP BY srcport, protocol, scope, dstaddr, network, app ORDER BY f DESC, srcport, protocol, dstaddr LIMIT %d`,
		name("network"), name("app"), c.table(rawTable), where, q.Limit+1)
	into := proto.Results{
		{Data: &port}, {Data: &protocol}, {Data: &scope}, {Data: &addr}, {Data: &network}, {Data: &app}, {Data: &flows}, {Data: &bytes}, {Data: &first}, {Data: &last},
	}
	sum, err := r.query(ctx, sql, c.params, q.Limits.or(r.cfg.Limits), true, into, func(rows int) error {
		for i := range rows {
			if len(list) == q.Limit {
				more = true
				break
			}
			list = append(list, Client{
				Port: port[i], Protocol: protocol[i], Addr: record.Addr(addr[i]), Scope: record.Scope(scope[i]), Network: network.Row(i), App: app.Row(i),
				Flows: flows[i], Bytes: bytes[i], First: time.Unix(first[i], 0).UTC(), Last: time.Unix(last[i], 0).UTC(),
			})
		}
		return nil
	})
	if err != nil {
		return nil, false, meta, fmt.Errorf("look for answers: %w", err)
	}
	meta = Meta{
		Counted: CountedOnce, Table: rawTable, Why: "addresses that were answered are rows of it", Rows: uint64(len(list)), Truncated: more,
		Scanned: sum.ReadRows, Bytes: sum.ReadBytes, AtLeast: sum.Partial, Since: q.Since, Until: q.Until,
	}
	err = r.complete(ctx, &meta, func(m *Meta) error { return r.describe(ctx, q, m) })
	meta.Elapsed = time.Since(begun)
	return list, more, meta, err
}
