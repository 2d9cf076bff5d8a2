package rule

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/config"
)

// With returns a copy of a rule with one number changed, by the name that its file has
// for it: threshold, minimum, risk, a setting of its mechanism. Durations are in
// seconds.
func (r *Rule) With(key string, value float64) (*Rule, error) {
	c := *r
	var known []string
	set := func(v reflect.Value) bool {
		for i := range v.NumField() {
			name := fieldKey(v.Type().Field(i))
			if v.Type().Field(i).IsExported() && setNumber(v.Field(i), value, name == key) {
				if known = append(known, name); name == key {
					return true
				}
			}
		}
		return false
	}
	if c.Correlation != nil {
		corr := *c.Correlation
		c.Correlation = &corr
		if known = append(known, "threshold"); key == "threshold" {
			corr.Value = value
			return &c, nil
		}
	}
	if set(reflect.ValueOf(&c.Weir).Elem()) {
		return &c, nil
	}
	for _, part := range []any{&c.Weir.MoreThanUsual, &c.Weir.NewValue, &c.Weir.RareValue, &c.Weir.Absence} {
		p := reflect.ValueOf(part).Elem()
		if p.IsNil() {
			continue
		}
		copied := reflect.New(p.Type().Elem())
		copied.Elem().Set(p.Elem())
		p.Set(copied)
		if set(copied.Elem()) {
			return &c, nil
		}
	}
	if s := reflect.ValueOf(c.Weir.Settings); c.Weir.Settings != nil {
		pointer := s.Kind() == reflect.Pointer
		if pointer {
			s = s.Elem()
		}
		copied := reflect.New(s.Type())
		copied.Elem().Set(s)
		if set(copied.Elem()) {
			if !pointer {
				copied = copied.Elem()
			}
			c.Weir.Settings = copied.Interface().(Settings)
			return &c, nil
		}
	}
	slices.Sort(known)
	msg := fmt.Sprintf("rule %s has no number %q; it has %s", r.ID, key, strings.Join(slices.Compact(known), ", "))
	return nil, &config.Error{File: r.File, Line: r.Line, Msg: msg}
}

// fieldKey is the name that a file has for a field.
func fieldKey(f reflect.StructField) string {
	if name, _, _ := strings.Cut(f.Tag.Get("yaml"), ","); name != "" {
		return name
	}
	var b strings.Builder
	for i, r := range f.Name {
		if r >= 'A' && r <= 'Z' {
			if i > 0 {
				b.WriteByte('_')
			}
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// setNumber reports whether a field is a number, and with set changes it.
func setNumber(v reflect.Value, value float64, set bool) bool {
	switch {
	case v.Type() == reflect.TypeFor[time.Duration]():
		if set {
			v.SetInt(int64(value * float64(time.Second)))
		}
	case v.CanFloat():
		if set {
			v.SetFloat(value)
		}
	case v.CanInt():
		if set {
			v.SetInt(int64(value))
		}
	case v.CanUint():
		if set {
			v.SetUint(uint64(value))
		}
	default:
		return false
	}
	return true
}
