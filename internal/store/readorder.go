package store

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// orderRows is how many rows [Store.ReadOrdered] sorts at once, if their hours can
// be told apart so finely.
const orderRows = 384 << 10

// orderAhead is how many runs are in memory: one is looked at, others are read.
const orderAhead = 3

// Read says which rows [Store.ReadOrdered] reads. Rows whose time is suspect are
// left out.
type Read struct {
	From, To int64      // nanoseconds since 1970, whole seconds, start in [From, To); 0, 0: all
	Where    filter.SQL // only what a filter selects; zero: all
	Parts    []uint32   // only rows of these parts; none: of all
	Except   []uint32   // not rows of these parts
	UpTo     uint32     // not rows of later parts; 0: of all
	// Fields are those that are asked for, start, end and what the order needs aside;
	// none: all but the columns that the catalogue does not know.
	Fields []record.FieldID
	// Without are fields that are not asked for though Fields allow them: rows lack them.
	Without []record.FieldID
}

// orderFields are the fields that the order depends on.
var orderFields = []record.FieldID{
	record.SrcAddr, record.DstAddr, record.SrcPort, record.DstPort, record.Protocol, record.ActionField, record.Packets, record.Bytes, record.Absent,
}

// fields are the columns of the table that are read.
func (r *Read) fields() []record.FieldID {
	return slices.DeleteFunc(slices.Clone(flowColumns), func(id record.FieldID) bool {
		switch {
		case slices.Contains(orderFields, id):
			return false
		case slices.Contains(r.Without, id):
			return true
		case len(r.Fields) == 0:
			return id == record.Unmapped
		}
		return !slices.Contains(r.Fields, id)
	})
}

// ReadOrdered hands out records in total order: start, end, interface_id, srcaddr,
// dstaddr, srcport, dstport, protocol, action, packets, bytes. Tuples are interned
// into reg. Batches begin and end anywhere; a batch is valid until fn returns. While
// fn runs the next rows are read and sorted. An error of fn ends the reading and is
// returned; [ErrIncomplete] when fewer rows came than there are.
func (s *Store) ReadOrdered(ctx context.Context, reg *record.Registry, r Read, fn func(*record.Batch) error) error {
	const doing = "read records in order"
	spans, err := s.spans(ctx, r)
	if err != nil {
		return explain(doing, err)
	}
	fields := r.fields()

	// Runs are read and sorted side by side and looked at in their order. There are
	// few, and they go round.
	free := make(chan *ordered, orderAhead)
	for range orderAhead {
		free <- newOrdered(s, reg, fields)
	}
	ready := make([]chan *ordered, len(spans))
	for i := range ready {
		ready[i] = make(chan *ordered, 1)
	}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		for i, span := range spans {
			var run *ordered
			select {
			case run = <-free:
			case <-ctx.Done():
				return ctx.Err()
			}
			group.Go(func() error {
				where, params := r.where(span.from, span.to)
				err := s.again(ctx, func() error { return run.read(ctx, where, params, span.rows) })
				ready[i] <- run
				return err
			})
		}
		return nil
	})
	var own error // of fn, which is not to be explained
	group.Go(func() error {
		for i := range ready {
			var run *ordered
			select {
			case run = <-ready[i]:
			case <-ctx.Done():
				return ctx.Err()
			}
			if ctx.Err() != nil {
				return ctx.Err() // it may have been read in part
			}
			if own = fn(run.sorted); own != nil {
				return own
			}
			free <- run
		}
		return nil
	})
	if err := group.Wait(); own != nil {
		return own
	} else {
		return explain(doing, err)
	}
}

// CountRead returns how many rows [Store.ReadOrdered] would hand out.
func (s *Store) CountRead(ctx context.Context, r Read) (rows uint64, err error) {
	spans, err := s.spans(ctx, r)
	for _, span := range spans {
		rows += span.rows
	}
	return rows, explain("count records", err)
}

// where is the condition on rows that start in [from, to), in seconds since 1970.
func (r *Read) where(from, to int64) (string, []filter.Param) {
	parts := []string{fmt.Sprintf("start >= toDateTime(%d, 'UTC') AND start < toDateTime(%d, 'UTC')", from, to), r.rows()}
	return strings.Join(parts, " AND "), r.Where.Params
}

// rows is the condition apart from the time.
func (r *Read) rows() string {
	parts := []string{fmt.Sprintf("bitAnd(%s, %d) = 0", filter.ColumnName(record.Flags), record.FlagTimeSuspect)}
	part := filter.ColumnName(record.Part)
	if len(r.Parts) > 0 {
		parts = append(parts, fmt.Sprintf("%s IN (%s)", part, numbers(r.Parts)))
	}
	if len(r.Except) > 0 {
		parts = append(parts, fmt.Sprintf("%s NOT IN (%s)", part, numbers(r.Except)))
	}
	if r.UpTo > 0 {
		parts = append(parts, fmt.Sprintf("%s <= %d", part, r.UpTo))
	}
	if r.Where.Where != "" {
		parts = append(parts, "("+r.Where.Where+")")
	}
	return strings.Join(parts, " AND ")
}

// span is a stretch of time, in seconds since 1970, and how many rows start in it.
type span struct {
	from, to int64
	rows     uint64
}

// spans cuts the range into stretches of about orderRows rows: whole hours, or whole
// minutes of an hour that has more.
func (s *Store) spans(ctx context.Context, r Read) ([]span, error) {
	from, to := r.From/second, r.To/second
	if r.To == 0 {
		to = 1 << 32
	}
	where, params := r.where(from, min(to, 1<<32-1))
	hours, err := s.tally(ctx, "intDiv(toUnixTimestamp(start), 3600) * 3600", where, params)
	if err != nil {
		return nil, err
	}
	var spans []span
	for _, h := range hours {
		start, rows := int64(h[0]), h[1]
		if rows > orderRows {
			where, params := r.where(max(from, start), min(to, start+3600))
			minutes, err := s.tally(ctx, "intDiv(toUnixTimestamp(start), 60) * 60", where, params)
			if err != nil {
				return nil, err
			}
			for _, m := range minutes {
				spans = appendSpan(spans, span{int64(m[0]), int64(m[0]) + 60, m[1]})
			}
			continue
		}
		spans = appendSpan(spans, span{start, start + 3600, rows})
	}
	for i := range spans {
		spans[i].from, spans[i].to = max(spans[i].from, from), min(spans[i].to, to)
	}
	return spans, nil
}

func appendSpan(spans []span, next span) []span {
	if n := len(spans); n > 0 && spans[n-1].rows+next.rows <= orderRows {
		spans[n-1].to = next.to
		spans[n-1].rows += next.rows
		return spans
	}
	return append(spans, next)
}

// tally counts rows by a number, ascending.
func (s *Store) tally(ctx context.Context, by, where string, params []filter.Param) ([][]uint64, error) {
	sql := fmt.Sprintf("SELECT toUInt64(%s) AS c0, count() AS c1 FROM %s WHERE %s GROUP BY c0 ORDER BY c0", by, s.table(tableFlows), where)
	var rows [][]uint64
	err := s.again(ctx, func() (err error) {
		rows, err = s.numbersWith(ctx, sql, params, 2)
		return err
	})
	return rows, err
}

// ordered reads one run of rows and sorts it.
type ordered struct {
	reader *rowReader
	rows   *record.Batch // as they come
	sorted *record.Batch
	keys   []orderKey
	spare  []orderKey
	order  []int32
	ranks  []uint32 // of the interface, by context number
}

// orderKey decides most comparisons by one number, see [ordered.pack].
type orderKey struct {
	key uint64
	row int32
}

func newOrdered(s *Store, reg *record.Registry, fields []record.FieldID) *ordered {
	return &ordered{reader: newRowReader(s, reg, fields), rows: record.NewBatch(record.KindFlow, reg), sorted: record.NewBatch(record.KindFlow, reg)}
}

func (o *ordered) read(ctx context.Context, where string, params []filter.Param, want uint64) error {
	o.rows.Reset()
	err := o.reader.read(ctx, where, params, func(b *record.Batch) error {
		o.rows.Append(b)
		return nil
	})
	if err == nil && uint64(o.rows.Len()) < want {
		err = fmt.Errorf("%w: %d records of %d came", ErrIncomplete, o.rows.Len(), want)
	}
	if err != nil {
		return err
	}
	o.sort()
	o.sorted.Reset()
	o.sorted.AppendRows(o.rows, o.order)
	return nil
}

// sort puts the order of the rows into o.order.
func (o *ordered) sort() {
	b, n := o.rows, o.rows.Len()
	o.rank(b.Registry)
	compare := rowOrder(b, o.ranks)
	o.keys = slices.Grow(o.keys[:0], n)[:n]
	if o.pack() {
		o.radix()
		for lo := 0; lo < n; { // what one number cannot tell apart
			hi := lo + 1
			for hi < n && o.keys[hi].key == o.keys[lo].key {
				hi++
			}
			if hi-lo > 1 {
				slices.SortFunc(o.keys[lo:hi], func(x, y orderKey) int { return compare(int(x.row), int(y.row)) })
			}
			lo = hi
		}
	} else {
		for i := range o.keys {
			o.keys[i].row = int32(i)
		}
		slices.SortFunc(o.keys, func(x, y orderKey) int { return compare(int(x.row), int(y.row)) })
	}
	o.order = slices.Grow(o.order[:0], n)[:n]
	for i := range n {
		o.order[i] = o.keys[i].row
	}
}

// Widths of the parts of a packed key: seconds since the first start, length of the
// window, rank of the interface.
const (
	startBits, lengthBits, rankBits = 22, 14, 28
	lengthZero                      = 1000 // windows may end before they begin
)

// pack makes keys of one number whose order is that of start, end and interface, and
// reports whether the rows allow for that: times in whole seconds, windows of hours.
func (o *ordered) pack() bool {
	b := o.rows
	start, end := b.Col(record.Start).Time, b.Col(record.End).Time
	if len(start) == 0 {
		return true
	}
	first := slices.Min(start)
	for i := range start {
		from, length := (start[i]-first)/second, int64(0) // an absent end is 0 and comes first
		if end[i] != 0 {
			length = (end[i]-start[i])/second + lengthZero
			if length <= 0 || length >= 1<<lengthBits {
				return false
			}
		}
		rank := o.ranks[b.Context[i]]
		if start[i]%second != 0 || end[i]%second != 0 || from >= 1<<startBits || rank >= 1<<rankBits {
			return false
		}
		o.keys[i] = orderKey{uint64(from)<<(lengthBits+rankBits) | uint64(length)<<rankBits | uint64(rank), int32(i)}
	}
	return true
}

// radix sorts the keys by their number, digit by digit from the lowest.
func (o *ordered) radix() {
	var all, any uint64 = ^uint64(0), 0
	for _, k := range o.keys {
		all, any = all&k.key, any|k.key
	}
	from := o.keys
	to := slices.Grow(o.spare[:0], len(from))[:len(from)]
	for shift := 0; shift < 64; shift += 8 {
		if (all^any)>>shift&0xff == 0 {
			continue // all keys have the same digit there
		}
		var at [256]int
		for _, k := range from {
			at[k.key>>shift&0xff]++
		}
		sum := 0
		for digit, n := range at {
			at[digit], sum = sum, sum+n
		}
		for _, k := range from {
			digit := k.key >> shift & 0xff
			to[at[digit]] = k
			at[digit]++
		}
		from, to = to, from
	}
	o.keys, o.spare = from, to
}

// rank numbers the contexts by the text of what logged: the interface, the
// attachment or the instance.
func (o *ordered) rank(reg *record.Registry) {
	n := reg.Len(record.GroupContext)
	if n == len(o.ranks) {
		return
	}
	slot := record.Get(record.InterfaceID).Slot
	names, numbers := make([]string, n), make([]int, n)
	for i := range n {
		names[i], numbers[i] = reg.Tuple(record.GroupContext, uint32(i)).Value(slot), i
	}
	slices.SortStableFunc(numbers, func(x, y int) int { return cmp.Compare(names[x], names[y]) })
	o.ranks = make([]uint32, n)
	for place, number := range numbers {
		if place > 0 && names[number] == names[numbers[place-1]] {
			o.ranks[number] = o.ranks[numbers[place-1]]
		} else {
			o.ranks[number] = uint32(place)
		}
	}
}

// rowOrder compares two rows of a batch in total order.
func rowOrder(b *record.Batch, ranks []uint32) func(x, y int) int {
	start, end := b.Col(record.Start).Time, b.Col(record.End).Time
	src, dst := b.Col(record.SrcAddr).Addr, b.Col(record.DstAddr).Addr
	srcPort, dstPort := b.Col(record.SrcPort).U16, b.Col(record.DstPort).U16
	protocol, action := b.Col(record.Protocol).U8, b.Col(record.ActionField).U8
	packets, size := b.Col(record.Packets).U64, b.Col(record.Bytes).U64
	return func(x, y int) int {
		return cmp.Or(
			cmp.Compare(start[x], start[y]),
			cmp.Compare(end[x], end[y]),
			cmp.Compare(ranks[b.Context[x]], ranks[b.Context[y]]),
			bytes.Compare(src[x][:], src[y][:]),
			bytes.Compare(dst[x][:], dst[y][:]),
			cmp.Compare(srcPort[x], srcPort[y]),
			cmp.Compare(dstPort[x], dstPort[y]),
			cmp.Compare(protocol[x], protocol[y]),
			cmp.Compare(action[x], action[y]),
			cmp.Compare(packets[x], packets[y]),
			cmp.Compare(size[x], size[y]),
		)
	}
}
