package rule

import (
	"reflect"
	"time"

	"github.com/weir-flow/weir/internal/finding"
)

// Number is a setting of a rule that [Rule.With] changes.
type Number struct {
	Key   string
	Value float64 // of a length of time in seconds
	Time  bool    // it is a length of time
	Whole bool
}

// Numbers returns the settings of a rule that are numbers, as it stands: what decides
// first. Those that are 0 say nothing and are left out.
func (r *Rule) Numbers() []Number {
	var list []Number
	seen := map[string]bool{}
	add := func(n Number) {
		if n.Value != 0 && !seen[n.Key] {
			list = append(list, n)
		}
		seen[n.Key] = true
	}
	fields := func(v reflect.Value) {
		for i := range v.NumField() {
			f, key := v.Field(i), fieldKey(v.Type().Field(i))
			switch {
			case !v.Type().Field(i).IsExported() || f.Type() == reflect.TypeFor[finding.Severity]():
			case f.Type() == reflect.TypeFor[time.Duration]():
				add(Number{Key: key, Value: time.Duration(f.Int()).Seconds(), Time: true, Whole: true})
			case f.CanFloat():
				add(Number{Key: key, Value: f.Float()})
			case f.CanInt():
				add(Number{Key: key, Value: float64(f.Int()), Whole: true})
			case f.CanUint():
				add(Number{Key: key, Value: float64(f.Uint()), Whole: true})
			}
		}
	}
	w := &r.Weir
	if r.Correlation != nil {
		add(Number{Key: "threshold", Value: r.Correlation.Value})
	} else {
		add(Number{Key: "threshold", Value: w.Threshold})
	}
	own := reflect.ValueOf(w).Elem()
	general := list
	list = nil
	fields(own) // names of the block itself go before those inside of it, see With
	outer := list
	list = general
	for _, part := range []any{w.MoreThanUsual, w.NewValue, w.RareValue, w.Absence, w.Settings} {
		v := reflect.ValueOf(part)
		if v.Kind() == reflect.Pointer {
			v = v.Elem()
		}
		if v.Kind() == reflect.Struct {
			fields(v)
		}
	}
	return append(list, outer...)
}
