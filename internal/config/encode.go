package config

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Hidden is a text that is shown to nobody. Reveal returns it.
type Hidden interface{ Reveal() string }

// Encode writes a struct as [Decode] reads it, with what is [Hidden]. Fields that hold nothing are left out; a
// pointer to nothing is something. Head, lines of text, begins it as a comment; it may
// be empty.
func Encode(head string, of any) ([]byte, error) {
	n, err := nodeOf(reflect.ValueOf(of))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	for line := range strings.Lines(head) {
		out.WriteString("# " + strings.TrimSuffix(line, "\n") + "\n")
	}
	if len(n.Content) == 0 {
		return out.Bytes(), nil
	}
	e := yaml.NewEncoder(&out)
	if err := e.Encode(n); err != nil {
		return nil, fmt.Errorf("write YAML: %w", err)
	}
	return out.Bytes(), e.Close()
}

// nodeOf is a value as a node; values that are read from text are written as text.
func nodeOf(v reflect.Value) (*yaml.Node, error) {
	if v.Kind() == reflect.Pointer {
		return nodeOf(v.Elem())
	}
	if h, ok := v.Interface().(Hidden); ok {
		return scalar(h.Reveal())
	}
	if isText(v.Type()) {
		fresh := reflect.New(v.Type())
		fresh.Elem().Set(v)
		if s, ok := fresh.Interface().(fmt.Stringer); ok {
			text := s.String()
			if text == "" {
				text = "0"
			}
			return scalar(text)
		}
	}
	switch v.Kind() {
	case reflect.Struct:
		return mapping(v)
	case reflect.Slice:
		n := &yaml.Node{Kind: yaml.SequenceNode}
		for i := range v.Len() {
			item, err := nodeOf(v.Index(i))
			if err != nil {
				return nil, err
			}
			n.Content = append(n.Content, item)
		}
		return n, nil
	default:
		return scalar(v.Interface())
	}
}

func mapping(v reflect.Value) (*yaml.Node, error) {
	n := &yaml.Node{Kind: yaml.MappingNode}
	for f := range fieldSeq(v.Type()) {
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		value := v.FieldByIndex(f.Index)
		if name == "" || name == "-" || value.IsZero() || value.Kind() == reflect.Slice && value.Len() == 0 {
			continue
		}
		of, err := nodeOf(value)
		if err != nil {
			return nil, err
		}
		if of.Kind == yaml.MappingNode && len(of.Content) == 0 {
			continue
		}
		key, err := scalar(name)
		if err != nil {
			return nil, err
		}
		n.Content = append(n.Content, key, of)
	}
	return n, nil
}

func scalar(of any) (*yaml.Node, error) {
	n := &yaml.Node{}
	if err := n.Encode(of); err != nil {
		return nil, fmt.Errorf("write YAML: %w", err)
	}
	return n, nil
}
