package record

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Binder appends the rows of one source, whose columns have fixed positions,
// to batches. It is built once from the names of the columns; a row then goes
// from text to columns without a map, an interface or an allocation.
//
// There are three ways through it that give the same rows. [Binder.Line] reads a
// line of blank-separated text and is made for speed; what it does not
// understand at once it hands to [Binder.Row], which takes the values one by
// one, knows every rule and names the reason when a row cannot be used.
// [Binder.Block] takes many rows column by column.
//
// A value of "-" or nothing is absent. Fields of a context or a path are not
// looked at singly: the bytes of the columns are hashed and looked up in a
// cache that knows the tuple's number, so the registry is asked only for
// combinations not seen before.
//
// A Binder is not safe for concurrent use.
type Binder struct {
	columns  []column // by position in the source
	ops      []op     // the fast way; nil when a column needs the slow one
	opts     BindOptions
	own      []FieldID // row columns the source gives
	lacks    uint32    // absent bits of the row fields it does not give
	textOnly bool      // no row column could tell a header line from a record

	objectTime, intake, suspect int64 // ns; suspect: later starts are flagged

	batch              *Batch
	row, first         int // at hand; of this Begin
	start, end, absent *Column

	slots  [numCached][]int  // columns of a tuple
	spans  [numCached][]span // where they stand in the line at hand
	caches [numCached]tupleCache
	cells  [][]byte
	joined []byte
	values []string

	blocks blocks // what Block needs
}

// BindOptions say how values are understood.
type BindOptions struct {
	// TagKeys gives the key of the tag that a tag field shows, by field name
	// in any spelling. Its values then read key=value.
	TagKeys    map[string]string
	ObjectTime time.Time // stands in for a missing start and end; zero: unknown
	Intake     time.Time // stands in for that; zero: now
	// Context gives values of context fields for the rows that lack them, known
	// from elsewhere: the name of the object, the envelope.
	Context map[FieldID]string
}

// LinePad is how many bytes after the last line [Binder.Line] may read.
const LinePad = 32

// MaxText is the longest value of a text field in bytes. A tag of 256
// four-byte runes, percent-encoded, still fits.
const MaxText = 4 << 10

// The groups a source can fill; sides are filled by enrichment.
const numCached = GroupPath + 1

type column struct {
	name  string
	field *Field // nil: goes to Unmapped
	tag   bool   // percent-encoded
	key   string // of the tag, may be empty
}

// NewBinder returns a binder for a source with these columns. Columns that the
// catalogue does not know, or that come twice, are kept in Unmapped under
// their own name. It is an error when none is known.
func NewBinder(columns []string, o BindOptions) (*Binder, error) {
	b := &Binder{opts: o}
	seen := [NumFields]bool{}
	known := 0
	for _, name := range columns {
		c := column{name: name}
		if f, ok := Lookup(name); ok && Bindable(f) && !seen[f.ID] {
			seen[f.ID] = true
			known++
			c.field = f
			c.tag = isTag(f)
			if f.Place != PlaceRow {
				b.slots[groupOf(f)] = append(b.slots[groupOf(f)], len(b.columns))
			}
		}
		b.columns = append(b.columns, c)
	}
	if known == 0 {
		return nil, fmt.Errorf("bind columns %q: no known field among them", columns)
	}
	for name, key := range o.TagKeys {
		f, ok := Lookup(name)
		if !ok || !isTag(f) {
			return nil, fmt.Errorf("bind tag key %q: %q is not a tag field", key, name)
		}
		for i := range b.columns {
			if b.columns[i].field == f {
				b.columns[i].key = key
			}
		}
	}
	for _, id := range RowFields {
		if seen[id] {
			b.own = append(b.own, id)
		} else {
			b.lacks |= absentBits[id]
		}
	}
	b.textOnly = len(b.own) == 0
	for id := range o.Context {
		if catalogue[id].Place != PlaceContext {
			return nil, fmt.Errorf("bind a value for all rows: %s is no context field", catalogue[id].Name)
		}
	}
	if o.Intake.IsZero() {
		o.Intake = time.Now()
	}
	b.intake = o.Intake.UnixNano()
	b.suspect = o.Intake.Add(time.Hour).UnixNano()
	if !o.ObjectTime.IsZero() {
		b.objectTime = o.ObjectTime.UnixNano()
	}
	b.compile()
	return b, nil
}

// Bindable reports whether a source can give a field, as opposed to weir.
func Bindable(f *Field) bool {
	return f.Place == PlaceContext || f.Place == PlacePath || absentBits[f.ID] != 0
}

func isTag(f *Field) bool { return f.ID >= InstanceTag && f.ID <= ASGTag2 }

// Columns returns how many columns the source has.
func (b *Binder) Columns() int { return len(b.columns) }

// Begin directs rows to a batch and makes room for n of them. [Binder.End]
// must be called before the batch is used otherwise.
func (b *Binder) Begin(batch *Batch, n int) {
	if b.batch != batch {
		if b.batch == nil || b.batch.Registry != batch.Registry {
			for g := range b.caches {
				b.caches[g].reset()
				b.blocks.caches[g].reset()
			}
		}
		b.batch = batch
		b.start, b.end, b.absent = batch.Col(Start), batch.Col(End), batch.Col(Absent)
		for i := range b.ops {
			b.ops[i].col = batch.Col(b.ops[i].id)
			if twin, ok := twinOf[b.ops[i].id]; ok {
				b.ops[i].twin = batch.Col(twin)
			}
		}
	}
	batch.Use(Start, End, Absent)
	batch.Use(b.own...)
	b.first = batch.Extend(n)
	b.row = b.first
}

// End gives back the room that was not needed.
func (b *Binder) End() {
	b.batch.Truncate(b.row)
	if len(b.slots[GroupContext]) == 0 && len(b.opts.Context) > 0 && b.first < b.row {
		values := b.tuple(GroupContext)
		b.fillContext(values)
		n := b.batch.Registry.Intern(GroupContext, values)
		for row := b.first; row < b.row; row++ {
			b.batch.Context[row] = n
		}
	}
}

// fillContext gives a context tuple what the source does not say in its records.
func (b *Binder) fillContext(values []string) {
	for id, v := range b.opts.Context {
		if slot := catalogue[id].Slot; values[slot] == "" {
			values[slot] = v
		}
	}
}

// finish completes the row at hand: times that stand in for missing ones, and
// the absent bits.
func (b *Binder) finish(absent uint32) {
	row := b.row
	if absent&(absentBits[Start]|absentBits[End]) != 0 {
		b.mendTimes(absent)
		absent &^= absentBits[Start]
	}
	if b.start.Time[row] > b.suspect {
		b.flag(FlagTimeSuspect)
	}
	b.absent.U32[row] = absent
	b.row++
}

// mendTimes fills the times a record lacks. A start that had to be taken from
// elsewhere is not absent: the flags say where it is from. A missing end is
// absent and holds the start, so that the record lasts no time.
func (b *Binder) mendTimes(absent uint32) {
	start, end := &b.start.Time[b.row], &b.end.Time[b.row]
	if absent&absentBits[Start] == 0 {
		*end = *start
		return
	}
	from := uint8(1) // index into TimeFromNames
	switch {
	case absent&absentBits[End] == 0:
		*start = *end
	case b.objectTime != 0:
		*start, *end, from = b.objectTime, b.objectTime, 2
	default:
		*start, *end, from = b.intake, b.intake, 3
	}
	b.flag(from)
}

func (b *Binder) flag(bits uint8) {
	b.batch.Use(Flags)
	b.batch.Col(Flags).U8[b.row] |= bits
}

// reasons are the texts [Binder.Row] gives, made once: counting by them must
// not depend on the data.
var reasons [NumFields]struct{ malformed, outOfRange string }

// Reasons that name no field. The last two are not about bad lines: they say
// that a line holds no record and need not.
const (
	ReasonTooFewColumns = "too few columns"
	ReasonHeader        = "header" // names of columns
	ReasonBlank         = "blank"  // nothing
)

func init() {
	what := map[Type]string{TypeAddr: "not an address", TypeTime: "not a time", TypeAction: "neither ACCEPT nor REJECT"}
	for i := range catalogue {
		f := &catalogue[i]
		text, ok := what[f.Type]
		if !ok {
			text = "not a number"
		}
		reasons[i].malformed = f.Name + ": " + text
		reasons[i].outOfRange = f.Name + ": out of range"
		if f.Type == TypeText || f.Place != PlaceRow {
			reasons[i].outOfRange = f.Name + ": longer than " + strconv.Itoa(MaxText) + " bytes"
		}
	}
}

// IsHeader reports whether the words of a line are the names of columns: most
// of them name fields that sources give. One word alone must be a vendor's
// name, since a short alias may as well be a value.
func IsHeader(words []string) bool {
	known := 0
	for _, w := range words {
		if f, ok := Lookup(strings.Trim(w, `"`)); ok && Bindable(f) && (len(words) > 1 || fold(w) == fold(f.Name)) {
			known++
		}
	}
	return known > 0 && known*2 > len(words)
}
