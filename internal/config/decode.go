// Package config reads YAML strictly into structs, so that a typo is shown with
// its file and line instead of being ignored.
//
// A room keeps its settings in one struct with yaml tags and a DefaultConfig;
// [Decode] fills in what the file says over what is there already.
package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Error is one thing wrong in a file.
type Error struct {
	File   string
	Line   int // from 1; 0 when the error is about the whole file
	Column int // from 1; 0 when only the line is known
	Msg    string
}

// Error writes "weir.yaml:12: unknown key ...", or with the column
// "weir.yaml:12:5: ...".
func (e *Error) Error() string {
	at := e.File
	if e.Line > 0 {
		at += ":" + strconv.Itoa(e.Line)
	}
	if e.Column > 0 {
		at += ":" + strconv.Itoa(e.Column)
	}
	return at + ": " + e.Msg
}

// maxErrors ends a list of complaints about one file.
const maxErrors = 10

// Pick fills into, a pointer to a struct, with the keys it has from a document that was
// made elsewhere and may hold more.
func Pick(file string, data []byte, into any) error {
	if err := yaml.Unmarshal(data, into); err != nil {
		return explain(file, err)
	}
	return nil
}

// Decode fills into, a pointer to a struct, from one YAML document. Keys that
// the struct does not have, keys given twice and values of another type are
// errors, each an [*Error] joined with the others. File names the document in
// them. An empty document changes nothing.
func Decode(file string, data []byte, into any) error {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc yaml.Node
	if err := dec.Decode(&doc); err != nil {
		if errors.Is(err, io.EOF) {
			return nil
		}
		return explain(file, err)
	}
	var more yaml.Node
	if err := dec.Decode(&more); err == nil {
		return &Error{File: file, Line: more.Line, Msg: "a second document begins here; one is read"}
	} else if !errors.Is(err, io.EOF) {
		return explain(file, err)
	}
	c := checker{file: file, seen: map[pair]bool{}}
	c.check(&doc, reflect.TypeOf(into))
	if len(c.errs) > 0 {
		return errors.Join(c.errs...)
	}
	if err := doc.Decode(into); err != nil {
		return explain(file, err)
	}
	return nil
}

// At is a value together with the line of the file that it stands on, for
// complaints that only its reader can make. Use it as a field or element type.
type At[T any] struct {
	Line  int
	Value T
}

// UnmarshalYAML implements [yaml.Unmarshaler].
func (a *At[T]) UnmarshalYAML(n *yaml.Node) error {
	a.Line = n.Line
	return n.Decode(&a.Value)
}

func (*At[T]) within() reflect.Type { return reflect.TypeFor[T]() }

// checker walks a document beside the type it is to fill. Each pair of node and
// type is judged once, so aliases that hold each other or themselves cost
// nothing.
type checker struct {
	file string
	errs []error
	seen map[pair]bool
}

type pair struct {
	node *yaml.Node
	t    reflect.Type
}

func (c *checker) add(line int, format string, args ...any) {
	if len(c.errs) < maxErrors {
		c.errs = append(c.errs, &Error{File: c.file, Line: line, Msg: fmt.Sprintf(format, args...)})
	}
}

func (c *checker) check(n *yaml.Node, t reflect.Type) {
	if c.seen[pair{n, t}] {
		return
	}
	c.seen[pair{n, t}] = true
	switch n.Kind {
	case yaml.DocumentNode:
		c.check(n.Content[0], t)
		return
	case yaml.AliasNode:
		c.check(n.Alias, t)
		return
	}
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if at, ok := reflect.New(t).Interface().(interface{ within() reflect.Type }); ok {
		c.check(n, at.within())
		return
	}
	if reflect.PointerTo(t).Implements(reflect.TypeFor[yaml.Unmarshaler]()) {
		return // it judges for itself
	}
	switch {
	case t.Kind() == reflect.Struct && n.Kind == yaml.MappingNode:
		fields := make(map[string]reflect.Type)
		fieldsOf(t, fields)
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			if key.Tag == "!!merge" {
				c.check(n.Content[i+1], t)
				continue
			}
			field, ok := fields[key.Value]
			if !ok {
				c.add(key.Line, "%s", Unknown("key", key.Value, fields))
				continue
			}
			c.check(n.Content[i+1], field)
		}
	case t.Kind() == reflect.Map && n.Kind == yaml.MappingNode:
		for i := 1; i < len(n.Content); i += 2 {
			c.check(n.Content[i], t.Elem())
		}
	case (t.Kind() == reflect.Slice || t.Kind() == reflect.Array) && n.Kind == yaml.SequenceNode:
		for _, item := range n.Content {
			c.check(item, t.Elem())
		}
	}
}

// fieldsOf collects the keys of a struct as the YAML library names them.
func fieldsOf(t reflect.Type, into map[string]reflect.Type) {
	for f := range fieldSeq(t) {
		name, options, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case name == "-" || !f.IsExported() && !f.Anonymous:
		case strings.Contains(options, "inline") && f.Type.Kind() == reflect.Struct:
			fieldsOf(f.Type, into)
		case name == "":
			into[strings.ToLower(f.Name)] = f.Type
		default:
			into[name] = f.Type
		}
	}
}

func fieldSeq(t reflect.Type) func(yield func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			if !yield(t.Field(i)) {
				return
			}
		}
	}
}

var yamlLine = regexp.MustCompile(`^(?:yaml: )?line (\d+): (.*)$`)

// explain turns the library's errors into ours.
func explain(file string, err error) error {
	messages := []string{err.Error()}
	if te := (*yaml.TypeError)(nil); errors.As(err, &te) {
		messages = te.Errors[:min(len(te.Errors), maxErrors)]
	}
	var errs []error
	for _, msg := range messages {
		e := &Error{File: file, Msg: strings.TrimPrefix(msg, "yaml: ")}
		if m := yamlLine.FindStringSubmatch(msg); m != nil {
			e.Line, _ = strconv.Atoi(m[1])
			e.Msg = m[2]
		}
		errs = append(errs, e)
	}
	return errors.Join(errs...)
}
