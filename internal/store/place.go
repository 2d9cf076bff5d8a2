package store

import "github.com/weir-flow/weir/internal/record"

// PlaceFields are the fields of a context that its place keeps. There are few
// places, so a roll-up by minute and place stays small however many interfaces
// log; by interface there is one by hour, and table flows is sorted by it.
var PlaceFields = []record.FieldID{record.AccountID, record.VPCID, record.Region, record.LogStatus}

// placeOf returns the number of the place of a context: the same context
// without what tells two interfaces of one network apart.
func placeOf(reg *record.Registry, ctx uint32) uint32 {
	t := reg.Tuple(record.GroupContext, ctx)
	values := make([]string, record.GroupContext.Slots())
	for _, id := range PlaceFields {
		slot := record.Get(id).Slot
		values[slot] = t.Value(slot)
	}
	return reg.Intern(record.GroupContext, values)
}
