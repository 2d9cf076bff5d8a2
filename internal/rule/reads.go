package rule

import (
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// seldom are the row fields that detectors look at only where a rule names them.
var seldom = []record.FieldID{
	record.PktSrcAddr, record.PktDstAddr, record.PacketsLostNoRoute, record.PacketsLostBlackhole,
	record.PacketsLostMTUExceeded, record.PacketsLostTTLExpired, record.RTT,
}

// trueEnds are the names of what follows from the packet's own addresses.
var trueEnds = []string{"true_source", "true_dest"}

// Unread returns the row fields that no detector needs for these rules: the store need
// not hand them out. A field counts as read when any text of a rule names it.
func Unread(rules []*Rule) []record.FieldID {
	read := map[record.FieldID]bool{}
	for _, r := range rules {
		namesIn(reflect.ValueOf(r.Weir), read)
		if r.Filter != nil {
			note(read, r.Filter.Fields())
		}
		if r.Correlation != nil {
			namesIn(reflect.ValueOf(*r.Correlation), read)
		}
	}
	return slices.DeleteFunc(slices.Clone(seldom), func(id record.FieldID) bool { return read[id] })
}

func note(read map[record.FieldID]bool, fields []record.FieldID) {
	for _, id := range fields {
		read[id] = true
	}
}

// namesIn notes the fields that a part of a rule names, in whichever of its texts.
func namesIn(v reflect.Value, read map[record.FieldID]bool) {
	switch v.Kind() {
	case reflect.String:
		for _, word := range strings.FieldsFunc(v.String(), func(c rune) bool { return c != '_' && c != '-' && !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
			if f, ok := record.Lookup(word); ok {
				read[f.ID] = true
				note(read, f.Of[:])
			} else if slices.ContainsFunc(trueEnds, func(name string) bool { return record.SameName(name, word) }) {
				note(read, []record.FieldID{record.PktSrcAddr, record.PktDstAddr})
			}
		}
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return
		}
		switch p := v.Interface().(type) {
		case *filter.Bound:
			note(read, p.Fields())
		case *Rule, *List: // rules that are joined are in the list of rules
		default:
			namesIn(v.Elem(), read)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			namesIn(v.Index(i), read)
		}
	case reflect.Map:
		for at := v.MapRange(); at.Next(); {
			namesIn(at.Key(), read)
			namesIn(at.Value(), read)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[Test]() {
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				namesIn(v.Field(i), read)
			}
		}
	}
}
