package detect

import (
	"testing"

	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

// What rules may name, detectors know.
func TestFieldOf(t *testing.T) {
	for _, name := range rule.EndFields {
		if _, err := FieldOf(name); err != nil {
			t.Error(err)
		}
	}
	for _, f := range record.Fields() {
		if _, err := FieldOf(f.Name); (err != nil) != (f.Place == record.PlaceEither) {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
	for _, name := range rule.Entities {
		if _, err := ParseSubject(name); err != nil {
			t.Error(err)
		}
	}
}
