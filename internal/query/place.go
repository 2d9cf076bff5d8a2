package query

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// place is where a record stands among all records: newest first, and those of one
// nanosecond by a hash over what they say. Records of one place are the same in
// everything that was logged.
type place struct {
	start int64 // nanoseconds since 1970
	hash  uint64
}

// idColumn is the result column with the id of a record.
const idColumn = "id"

// The id of a record is its place: 18b2c7f1a3d40000-00f3a91c5e6b7d28.
func (p place) String() string { return fmt.Sprintf("%x-%016x", p.start, p.hash) }

func (p place) seconds() int64 { return p.start / int64(time.Second) }
func (p place) nanos() int64   { return p.start % int64(time.Second) }

func parsePlace(id string) (p place, err error) {
	start, hash, _ := strings.Cut(id, "-")
	at, err1 := strconv.ParseUint(start, 16, 63)
	sum, err2 := strconv.ParseUint(hash, 16, 64)
	if err1 != nil || err2 != nil || len(hash) != 16 || at/uint64(time.Second) > maxSeconds {
		return p, wrong("%q is no id of a record", id)
	}
	return place{int64(at), sum}, nil
}

// cursor is a place between two records of an answer, for the next page. It holds on
// to the beginning of the range, so that all pages are of one.
type cursor struct {
	place
	skip  uint32 // records of the place that are out already
	since int64  // nanoseconds since 1970; 0: open
	of    uint32 // digest of the question
}

func (c cursor) String() string {
	b := binary.BigEndian.AppendUint64(nil, uint64(c.start))
	b = binary.BigEndian.AppendUint64(b, c.hash)
	b = binary.BigEndian.AppendUint32(b, c.skip)
	b = binary.BigEndian.AppendUint64(b, uint64(c.since))
	b = binary.BigEndian.AppendUint32(b, c.of)
	return base64.RawURLEncoding.EncodeToString(b)
}

func parseCursor(text string) (c cursor, err error) {
	b, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil || len(b) != 32 {
		return c, wrong("the cursor cannot be read").hint("take it as it came with the records before, or begin without one")
	}
	c.start, c.hash = int64(binary.BigEndian.Uint64(b)), binary.BigEndian.Uint64(b[8:])
	c.skip, c.since, c.of = binary.BigEndian.Uint32(b[16:]), int64(binary.BigEndian.Uint64(b[20:])), binary.BigEndian.Uint32(b[28:])
	if c.start < 0 || c.seconds() > maxSeconds || c.skip > 1<<20 {
		return c, wrong("the cursor cannot be read").hint("begin without one")
	}
	return c, nil
}

// digest tells questions apart whose pages do not follow each other.
func (q *checked) digest() uint32 {
	text := q.Filter
	if q.Request.Bound != nil {
		text = q.Request.Bound.String()
	}
	h := fnv.New32a()
	fmt.Fprintf(h, "%s\x00%v\x00%v", text, q.Scope.Accounts, q.Scope.Networks)
	return h.Sum32()
}

// checkPages reads the cursor and the id of a request.
func (q *checked) checkPages() (err error) {
	if q.After == "" && q.ID == "" && !q.IDs && !q.Pages {
		return nil
	}
	if q.aggregating() || len(q.Order) > 0 {
		if q.Pages && q.After == "" && q.ID == "" && !q.IDs {
			q.Pages = false // its answer has no next
			return nil
		}
		return wrong("ids and cursors are of records, newest first").hint("leave groups, aggregates and order out")
	}
	if q.ID != "" {
		if q.only, err = parsePlace(q.ID); err != nil {
			return err
		}
	}
	if q.After == "" {
		return nil
	}
	if q.after, err = parseCursor(q.After); err != nil {
		return err
	}
	if q.after.of != q.digest() {
		return wrong("the cursor belongs to another filter").hint("begin without one")
	}
	q.Pages = true
	q.Since, q.Until = time.Time{}, time.Unix(0, q.after.start).Add(1)
	if q.after.since != 0 {
		q.Since = time.Unix(0, q.after.since)
	}
	return nil
}

// placed reports whether the answer's records are told apart by their place.
func (q *checked) placed() bool { return q.Pages || q.IDs || q.ID != "" }

// placeSQL is the hash of a record: what was logged, when and where it is kept; not
// what weir makes of it, which may be computed anew.
var placeSQL = func() string {
	names := []string{"start", "start_ns", "duration", "end_ns", "ctx", "path"}
	for _, id := range append(slices.Clone(record.RowFields), record.Absent, record.Part, record.Unmapped) {
		if id != record.Start && id != record.End {
			names = append(names, filter.ColumnName(id))
		}
	}
	return "cityHash64(" + strings.Join(names, ", ") + ")"
}()

const placeOrder = "start DESC, start_ns DESC, " + placeName + " DESC"

// page is the condition on the records of a page, and how many to pass over. The
// newest are looked for by their times alone, and only theirs is the hash computed.
func (c *compiler) page(where string) (condition string, offset uint32) {
	q := c.q
	if q.ID != "" {
		p := q.only
		return and(where, fmt.Sprintf("start = toDateTime(%d, 'UTC') AND start_ns = %d AND %s = %d", p.seconds(), p.nanos(), placeSQL, p.hash)), 0
	}
	before := where
	if q.After != "" {
		p := q.after
		at := fmt.Sprintf("toDateTime(%d, 'UTC')", p.seconds())
		before = and(where, "start < "+at)
		where = and(where, fmt.Sprintf("(start < %[1]s OR start = %[1]s AND (start_ns < %[2]d OR start_ns = %[2]d AND %[3]s <= %[4]d))", at, p.nanos(), placeSQL, p.hash))
		offset = p.skip
	}
	if q.Limit == 0 || c.oldest != "" {
		return where, offset
	}
	return and(where, fmt.Sprintf("start >= (SELECT min(start) FROM (SELECT start FROM %s%s ORDER BY start DESC LIMIT %d))",
		c.table(rawTable), clause("WHERE", before), q.Limit+1)), offset
}

// places reads where the records of an answer stand.
type places struct {
	start proto.ColInt64
	hash  proto.ColUInt64
	last  place // that was given out
	same  uint32
}

func (p *places) of(row int) place { return place{p.start[row], p.hash[row]} }

// pass notes that a row is given out.
func (p *places) pass(row int) {
	at := p.of(row)
	if at != p.last {
		p.last, p.same = at, 0
	}
	p.same++
}

// next is the cursor behind what was given out.
func (p *places) next(q *checked) string {
	c := cursor{place: p.last, skip: p.same, of: q.digest()}
	if p.last == q.after.place {
		c.skip += q.after.skip
	}
	if !q.Since.IsZero() {
		c.since = q.Since.UnixNano()
	}
	return c.String()
}

// idReader writes the ids of records.
type idReader struct {
	reader // none: the places are read already
	at     *places
}

func (r idReader) appendJSON(dst []byte, row int) []byte {
	return append(append(append(dst, '"'), r.at.of(row).String()...), '"')
}
