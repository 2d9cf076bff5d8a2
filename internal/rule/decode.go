package rule

import (
	"math"
	"reflect"
	"strings"
	"time"
	"unicode"

	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/finding"
)

// fresh returns a pointer to a copy of a value, or of what it points to.
func fresh(of any) reflect.Value {
	v := reflect.Indirect(reflect.ValueOf(of))
	p := reflect.New(v.Type())
	p.Elem().Set(v)
	return p
}

// thaw returns what fresh copied as the type that it came as.
func thaw(p reflect.Value, as Settings) Settings {
	if reflect.TypeOf(as).Kind() == reflect.Pointer {
		return p.Interface().(Settings)
	}
	return p.Elem().Interface().(Settings)
}

// decode fills a value from a node: structs by the names of their fields in
// snake_case or their yaml tags, lengths of time, numbers (100MB among them), text,
// truths, lists, maps, severities and filters. What the node does not say stays.
func (r *reader) decode(n *config.Node, into reflect.Value, key string) {
	switch into.Type() {
	case reflect.TypeFor[time.Duration]():
		into.SetInt(int64(r.duration(n, key)))
		return
	case reflect.TypeFor[*filter.Bound]():
		if n.Kind != config.Text {
			r.bad(n, "%s takes a filter, not %s", key, describe(n))
			return
		}
		into.Set(reflect.ValueOf(r.filterText(n)))
		return
	case reflect.TypeFor[finding.Severity]():
		into.Set(reflect.ValueOf(r.level(n)))
		return
	case reflect.TypeFor[finding.Family]():
		f, err := finding.ParseFamily(n.Text)
		if err != nil {
			known := map[string]bool{}
			for _, f := range finding.Families {
				known[string(f)] = true
			}
			r.bad(n, "%s", config.Unknown("family", n.Text, known))
		}
		into.Set(reflect.ValueOf(f))
		return
	}
	switch into.Kind() {
	case reflect.Pointer:
		p := reflect.New(into.Type().Elem())
		r.decode(n, p.Elem(), key)
		into.Set(p)
	case reflect.Struct:
		if r.mapping(n, key) {
			r.keys(n, key, r.fields(into, key))
		}
	case reflect.String:
		into.SetString(r.text(n, key))
	case reflect.Bool:
		into.SetBool(r.truth(n, key))
	case reflect.Slice:
		r.decodeList(n, into, key)
	case reflect.Map:
		if !r.mapping(n, key) {
			return
		}
		m := reflect.MakeMap(into.Type())
		for _, p := range n.Pairs {
			v := reflect.New(into.Type().Elem()).Elem()
			r.decode(p.Value, v, key+"."+p.Key.Text)
			m.SetMapIndex(reflect.ValueOf(p.Key.Text).Convert(into.Type().Key()), v)
		}
		into.Set(m)
	case reflect.Float32, reflect.Float64:
		into.SetFloat(r.number(n, key))
	default:
		r.decodeWhole(n, into, key)
	}
}

// decodeList fills a list; a single value stands for a list of one.
func (r *reader) decodeList(n *config.Node, into reflect.Value, key string) {
	items := n.Items
	switch {
	case n.Scalar():
		items = []*config.Node{n}
	case n.Kind != config.List:
		r.bad(n, "%s takes a list, not %s", key, n.Kind)
		return
	}
	list := reflect.MakeSlice(into.Type(), len(items), len(items))
	for i, item := range items {
		r.decode(item, list.Index(i), key)
	}
	into.Set(list)
}

// decodeWhole fills a whole number.
func (r *reader) decodeWhole(n *config.Node, into reflect.Value, key string) {
	v := r.number(n, key)
	switch {
	case v != math.Trunc(v) || math.Abs(v) > 1<<62:
		r.bad(n, "%s takes a whole number, not %s", key, n.Text)
	case into.CanInt() && !into.OverflowInt(int64(v)):
		into.SetInt(int64(v))
	case into.CanUint() && v >= 0 && !into.OverflowUint(uint64(v)):
		into.SetUint(uint64(v))
	default:
		r.bad(n, "%s can not be %s", key, n.Text)
	}
}

// fields returns readers of the fields of a struct by their keys.
func (r *reader) fields(v reflect.Value, key string) map[string]func(*config.Node) {
	out := map[string]func(*config.Node){}
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case !f.IsExported() || name == "-":
			continue
		case name == "":
			name = snake(f.Name)
		}
		at := strings.TrimPrefix(key+"."+name, ".")
		out[name] = func(n *config.Node) { r.decode(n, v.Field(i), at) }
	}
	return out
}

// snake writes MoreThanUsual as more_than_usual.
func snake(name string) string {
	var b strings.Builder
	for i, c := range name {
		if unicode.IsUpper(c) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(c))
	}
	return b.String()
}
