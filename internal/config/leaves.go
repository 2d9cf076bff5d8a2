package config

import (
	"encoding"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Leaf is one setting of a struct: what has a value of its own.
type Leaf struct {
	Path string // keys with dots: "server.listen"; elements of a list end in "[]"
	Type string // for people: text, number, true or false, list of text, ...
	Doc  string // from the struct tag doc
	Env  string // variable that sets it, empty when none can

	value reflect.Value
}

// worded is implemented by types that are written as text and say what it is.
type worded interface{ TypeName() string }

// Leaves lists the settings of a struct that into points to, in their order. Prefix
// begins the names of variables, "WEIR".
func Leaves(prefix string, into any) []Leaf {
	var leaves []Leaf
	walk(prefix, "", reflect.ValueOf(into).Elem(), true, &leaves)
	return leaves
}

func walk(prefix, path string, v reflect.Value, env bool, out *[]Leaf) {
	for f := range fieldSeq(v.Type()) {
		name, options, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if name == "-" || !f.IsExported() && !f.Anonymous {
			continue
		}
		at, value := path, v.FieldByIndex(f.Index)
		if !strings.Contains(options, "inline") {
			if name == "" {
				name = strings.ToLower(f.Name)
			}
			at = strings.TrimPrefix(path+"."+name, ".")
		}
		if f.Type.Kind() == reflect.Struct && !isText(f.Type) {
			walk(prefix, at, value, env, out)
			continue
		}
		l := Leaf{Path: at, Doc: f.Tag.Get("doc"), value: value, Type: typeName(f.Type)}
		scalar := f.Type.Kind() != reflect.Map && (f.Type.Kind() != reflect.Slice || f.Type.Elem().Kind() == reflect.String)
		if env && scalar {
			l.Env = prefix + "_" + strings.ToUpper(strings.NewReplacer(".", "_", "-", "_").Replace(at))
		}
		*out = append(*out, l)
		if f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct {
			walk(prefix, at+"[]", reflect.New(f.Type.Elem()).Elem(), false, out)
		}
	}
}

func isText(t reflect.Type) bool {
	return reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

func typeName(t reflect.Type) string {
	if w, ok := reflect.New(t).Interface().(worded); ok {
		return w.TypeName()
	}
	switch t.Kind() {
	case reflect.Bool:
		return "true or false"
	case reflect.Int, reflect.Int64, reflect.Float64, reflect.Uint64:
		return "number"
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Struct {
			return "list"
		}
		return "list of " + typeName(t.Elem())
	case reflect.Map:
		return "map to " + typeName(t.Elem())
	default:
		return "text"
	}
}

// Value writes what a setting holds, "" for nothing.
func (l *Leaf) Value() string {
	if l.value.IsZero() {
		return ""
	}
	if s, ok := l.value.Addr().Interface().(fmt.Stringer); ok {
		return s.String()
	}
	switch l.value.Kind() {
	case reflect.Slice, reflect.Map:
		if l.value.Len() == 0 {
			return ""
		}
		text, err := yaml.Marshal(l.value.Interface())
		if err != nil {
			return ""
		}
		return strings.TrimSpace(string(text))
	default:
		return fmt.Sprint(l.value.Interface())
	}
}

// Overlay sets in a struct what the environment says, and returns the paths that it
// set, by variable. Variables with the prefix that set nothing and are not among
// others are returned with what may have been meant. Elements of a list stand between
// commas. Values that do not fit are errors, which name the variable.
func Overlay(prefix string, environ []string, others []string, into any) (set map[string]string, unknown []string, err error) {
	set = map[string]string{}
	known := map[string]*Leaf{}
	leaves := Leaves(prefix, into)
	for i := range leaves {
		if leaves[i].Env != "" {
			known[leaves[i].Env] = &leaves[i]
		}
	}
	var errs []error
	for _, pair := range environ {
		name, text, _ := strings.Cut(pair, "=")
		if !strings.HasPrefix(name, prefix+"_") {
			continue
		}
		l := known[name]
		switch {
		case l == nil && slices.Contains(others, name):
		case l == nil:
			near := Nearest(name, slices.Sorted(maps.Keys(known)))
			if near != "" {
				near = "; did you mean " + near + "?"
			}
			unknown = append(unknown, "$"+name+" sets nothing"+near)
		case text == "":
		default:
			if err := l.set(text); err != nil {
				errs = append(errs, &Error{File: "$" + name, Msg: err.Error()})
				continue
			}
			set[name] = l.Path
		}
	}
	slices.Sort(unknown)
	return set, unknown, errors.Join(errs...)
}

// set reads a value as it would be read from a file.
func (l *Leaf) set(text string) error {
	if l.value.Kind() == reflect.Slice {
		list := reflect.MakeSlice(l.value.Type(), 0, 4)
		for item := range strings.SplitSeq(text, ",") {
			if item = strings.TrimSpace(item); item != "" {
				list = reflect.Append(list, reflect.ValueOf(item).Convert(l.value.Type().Elem()))
			}
		}
		l.value.Set(list)
		return nil
	}
	if t, ok := l.value.Addr().Interface().(encoding.TextUnmarshaler); ok {
		return t.UnmarshalText([]byte(text))
	}
	if l.value.Kind() == reflect.String {
		l.value.SetString(text)
		return nil
	}
	fresh := reflect.New(l.value.Type())
	if err := yaml.Unmarshal([]byte(text), fresh.Interface()); err != nil {
		return fmt.Errorf("%q is no %s", text, l.Type)
	}
	l.value.Set(fresh.Elem())
	return nil
}
