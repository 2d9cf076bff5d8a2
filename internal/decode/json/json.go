// Package json reads flow records written as JSON objects: one a line, one after
// the other, in arrays, or in the one list of an object.
//
// Keys may be in any spelling of a field's names, those of AWS, OCSF and ECS,
// flat with dots or as objects in each other. Of two names of a field the
// vendor's own is taken; what another says differently is kept as unmapped, as
// are keys without a field. The same name twice with two values is bad: nobody
// knows which is meant. null, "" and "-" are absent.
package json

import (
	"bytes"
	"context"
	"io"
	"strings"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/jsonscan"
	"github.com/weir-flow/weir/internal/record"
)

// Driver is the driver of flow records in JSON, named "json".
type Driver struct{}

var (
	_ decode.Driver    = Driver{}
	_ decode.Explainer = Driver{}
)

// Name returns "json".
func (Driver) Name() string { return "json" }

// Reasons why an object is no record, besides those of its text and its values.
const (
	reasonConflict = "key given twice with different values"
	reasonNoField  = "no field of a flow record"
)

// lists are the names of members that may hold the records of a file.
var lists = []string{"Records", "events", "flows", "flow_logs", "logs", "data", "items", "results"}

func isList(name []byte) bool {
	for _, l := range lists {
		if record.SameName(l, string(name)) {
			return true
		}
	}
	return false
}

// decoder reads objects into batches.
type decoder struct {
	opts decode.Options
	flat *jsonscan.Flat
	rows *record.Sparse

	record   map[string]bool       // whether only records have a key
	taken    [record.NumFields]int // index+1 of the leaf that gives a field
	fields   []record.FieldID      // that are taken
	scratch  []byte
	unmapped []byte
}

// New returns a decoder.
func (Driver) New(_ []byte, o decode.Options) (decode.Decoder, error) {
	rows, err := record.NewSparse(o.BindOptions())
	if err != nil {
		return nil, err
	}
	return &decoder{opts: o, flat: jsonscan.NewFlat(resolve), rows: rows, record: map[string]bool{}}, nil
}

// Decode implements [decode.Decoder].
func (d *decoder) Decode(ctx context.Context, r io.Reader, sink decode.Sink) error {
	return decode.ObjectRows(ctx, r, sink, d.objects(), d.rows, d.row)
}

func (d *decoder) objects() decode.ObjectOptions {
	return decode.ObjectOptions{Skip: d.opts.Skip, Growing: d.opts.Growing, List: isList, Record: d.isRecord, Read: d.flat.Read}
}

// isRecord reports whether a key stands in records only, not in the object around
// a list of them, which may well have a version or an account.
func (d *decoder) isRecord(name []byte) bool {
	is, known := d.record[string(name)]
	if !known && len(d.record) < 1000 {
		tag, inside := resolve(string(name))
		id, _ := fieldOf(tag)
		is = tag != noField && !common[id] || inside && !aroundLists[string(name)]
		d.record[string(name)] = is
	}
	return is
}

// aroundLists are keys with fields in them that may stand beside a list.
var aroundLists = map[string]bool{"cloud": true, "event": true, "aws": true}

// row appends the row of the object read last.
func (d *decoder) row() (reason string) {
	if d.flat.Conflict {
		return reasonConflict
	}
	for _, id := range d.fields {
		d.taken[id] = 0
	}
	d.fields, d.scratch = d.fields[:0], d.scratch[:0]
	flow := false
	leaves := d.flat.Leaves
	for i := range leaves {
		l := &leaves[i]
		if l.Key.Tag == noField {
			continue
		}
		id, rank := fieldOf(l.Key.Tag)
		if !d.usable(id, rank, l) {
			continue
		}
		flow = flow || !common[id]
		l.Used = true
		if l.Absent() {
			continue
		}
		l.Text = d.value(id, l)
		if d.taken[id] == 0 {
			d.taken[id] = i + 1
			d.fields = append(d.fields, id)
			continue
		}
		other := &leaves[d.taken[id]-1]
		if bytes.Equal(other.Text, l.Text) {
			continue
		}
		switch _, otherRank := fieldOf(other.Key.Tag); {
		case rank == otherRank && rank != furtherRank:
			return reasonConflict
		case rank < otherRank:
			d.taken[id] = i + 1
			other.Used = false
		default:
			l.Used = false
		}
	}
	if !flow {
		return reasonNoField
	}
	for _, id := range d.fields {
		d.rows.Set(id, leaves[d.taken[id]-1].Text)
	}
	unmapped, some := d.flat.AppendUnused(append(d.unmapped[:0], '{'))
	d.unmapped = unmapped
	if !some {
		return d.rows.Row(nil)
	}
	d.unmapped = append(unmapped, '}')
	return d.rows.Row(d.unmapped)
}

// usable reports whether a value is one for a field. Arrays and objects are
// values of none; an array where a number or an address belongs goes to the
// binder, which says that it is not one.
func (d *decoder) usable(id record.FieldID, rank int, l *jsonscan.Leaf) bool {
	switch {
	case l.Kind == jsonscan.Object:
		return false
	case l.Kind == jsonscan.Array:
		return record.Get(id).Place == record.PlaceRow
	case id == record.ActionField && rank > 0: // ECS has many actions
		return isAction(l.Text)
	case id == record.FlowDirection && l.Kind == jsonscan.String && !l.Absent():
		return direction(l.Text) != nil
	}
	return true
}

// Sniff recognises flow records by the keys of the first objects.
func (Driver) Sniff(head []byte) bool {
	flows, objects := 0, 0
	look(head, func(d *decoder) bool {
		objects++
		if looksLikeFlow(d.has) {
			flows++
		}
		return objects < sniffObjects
	})
	return flows > 0 && flows*2 >= objects
}

// sniffObjects is how many objects tell what an object of them is.
const sniffObjects = 16

// has reports whether the object read last has a field, of those whose other names
// are common with a value that only flows have.
func (d *decoder) has(id record.FieldID) bool {
	for i := range d.flat.Leaves {
		l := &d.flat.Leaves[i]
		if l.Key.Tag == noField {
			continue
		}
		switch have, _ := fieldOf(l.Key.Tag); {
		case have != id:
		case id == record.ActionField:
			return isAction(l.Text)
		case id == record.LogStatus:
			switch string(l.Text) {
			case record.StatusOK, record.StatusNoData, record.StatusSkipData:
				return true
			}
			return false
		default:
			return true
		}
	}
	return false
}

// look reads the whole objects of a head until see returns false.
func look(head []byte, see func(*decoder) bool) {
	if p := jsonscan.Space(head, 0); p >= len(head) || head[p] != '{' && head[p] != '[' && head[p] != 0x1e {
		return
	}
	d := &decoder{opts: decode.Options{Growing: true}, flat: jsonscan.NewFlat(resolve), record: map[string]bool{}}
	o := d.objects()
	o.Bad = func(decode.BadLine) {}
	objects := decode.NewObjects(bytes.NewReader(head), o)
	defer objects.Close()
	for {
		if _, err := objects.Next(); err != nil || !see(d) {
			return
		}
	}
}

// others are records in JSON that people try, by keys that they have.
var others = []struct{ what, keys string }{
	{"CloudTrail events", "eventSource eventName"},
	{"GuardDuty findings", "schemaVersion service severity"},
	{"Route 53 Resolver query logs", "query_name query_type"},
	{"EventBridge events", "detail-type detail"},
	{"a CloudWatch Logs event", "awslogs"},
}

// Explain tells what JSON holds instead of flow records.
func (Driver) Explain(head []byte) string {
	var s strings.Builder
	look(head, func(d *decoder) bool {
		names := map[string]bool{}
		var top []string
		for i := range d.flat.Leaves {
			k := d.flat.Leaves[i].Key
			for !k.Top() {
				k = k.Parent
			}
			if !names[k.Name] {
				names[k.Name] = true
				top = append(top, k.Name)
			}
		}
		s.WriteString("JSON, but no flow records")
		for _, o := range others {
			has := true
			for _, key := range strings.Fields(o.keys) {
				has = has && names[key]
			}
			if has {
				s.WriteString(": these look like " + o.what)
				return false
			}
		}
		const shown = 6
		s.WriteString(" with keys weir knows, such as srcaddr and dstaddr; the first object has " + strings.Join(top[:min(len(top), shown)], ", "))
		if len(top) > shown {
			s.WriteString(", ...")
		}
		return false
	})
	return s.String()
}
