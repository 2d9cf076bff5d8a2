package rule

import (
	"errors"
	"fmt"
	"net/netip"
	"path/filepath"
	"strings"

	"github.com/weir-flow/weir/internal/cidr"
	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/filter"
)

// maxListValues is how many values a list may put into a filter. Longer ones are for
// a block listed, which does not make a filter of them.
const maxListValues = 5000

// readLists reads the lists of a rule: a name and a file, or the values themselves. A
// name without either takes its values from the configuration.
func (r *reader) readLists(n *config.Node) map[string]string {
	if !r.mapping(n, "lists") {
		return nil
	}
	files := map[string]string{}
	for _, p := range n.Pairs {
		name := p.Key.Text
		if list := r.instead[name]; list != nil {
			r.lists[name] = list
			continue
		}
		switch p.Value.Kind {
		case config.List:
			list := &List{Name: name, File: r.file}
			r.lists[name] = list.with(r.texts(p.Value, name))
		case config.Null:
			list := r.opts.Lists[name]
			if list == nil {
				list = &List{Name: name}
				r.lacks, r.off = true, fmt.Sprintf("its list %%%s%% is not there; name a file for it under rules.lists in the configuration", name)
			}
			r.lists[name] = list
		default:
			file := r.text(p.Value, name)
			files[name] = file
			list, err := r.readList(name, file)
			if err != nil {
				r.bad(p.Value, "%v", err)
				continue
			}
			r.lists[name] = list
		}
	}
	return files
}

// readList reads the file of a list. A relative name is beside the rule's file.
func (r *reader) readList(name, file string) (*List, error) {
	if r.opts.Read != nil {
		data, err := r.opts.Read(r.file, file)
		if err != nil {
			return nil, err
		}
		return ParseList(name, file, data)
	}
	if !filepath.IsAbs(file) {
		file = filepath.Join(filepath.Dir(r.file), file)
	}
	return ReadList(name, file)
}

// useLists gives the settings of a mechanism the lists that they want. Without them
// the rule is off.
func (r *reader) useLists(w *Weir, n *config.Node) {
	user, ok := w.Settings.(ListUser)
	if !ok {
		return
	}
	for _, name := range user.Wants() {
		if list := r.opts.Lists[name]; list != nil && r.lists[name] == nil {
			r.lists[name] = list
		}
	}
	settings, err := user.Use(r.lists)
	if err != nil {
		at := n.Get(user.Key())
		if at == nil {
			at = n
		}
		r.bad(at, "%v", err)
		return
	}
	w.Settings = settings
	if !settings.Ready() && !r.lacks {
		r.lacks, r.off = true, fmt.Sprintf("its list %s is not there; name a file for it under rules.lists in the configuration", strings.Join(user.Wants(), ", "))
	}
}

// list returns the values of a list.
func (r *reader) list(name string) ([]string, error) {
	list := r.lists[name]
	if list == nil {
		list = r.opts.Lists[name]
	}
	known := map[string]bool{}
	for n := range r.lists {
		known[n] = true
	}
	for n := range r.opts.Lists {
		known[n] = true
	}
	switch {
	case list == nil && len(known) > 0:
		return nil, errors.New(config.Unknown("list", name, known))
	case list == nil:
		return nil, fmt.Errorf("unknown list %q; name its file under weir.lists", name)
	case list.Len() > maxListValues:
		return nil, fmt.Errorf("list %q has %d values, more than %d; use a block listed for lists as long", name, list.Len(), maxListValues)
	}
	var out []string
	for _, v := range list.Values() {
		if r, ok := addressRange(v); ok { // filters write ranges in another way
			for _, p := range r.Prefixes() {
				out = append(out, p.String())
			}
			continue
		}
		out = append(out, v)
	}
	return out, nil
}

// addressRange reads 10.0.0.5-10.0.0.9.
func addressRange(text string) (r cidr.Range, ok bool) {
	low, high, ok := strings.Cut(text, "-")
	if !ok {
		return r, false
	}
	from, err := netip.ParseAddr(strings.TrimSpace(low))
	to, err2 := netip.ParseAddr(strings.TrimSpace(high))
	if err != nil || err2 != nil || from.Is4() != to.Is4() || to.Less(from) {
		return r, false
	}
	return cidr.Range{Lo: from.As16(), Hi: to.As16()}, true
}

// expanded puts the values of lists in the places of %name%.
func (r *reader) expanded(n *config.Node) ([]string, bool) {
	text := n.Text
	open := strings.IndexByte(text, '%')
	end := -1
	if open >= 0 {
		end = strings.IndexByte(text[open+1:], '%')
	}
	if end < 0 {
		r.bad(n, "expand needs the name of a list as %%name%%, not %q", text)
		return nil, false
	}
	values, err := r.list(text[open+1 : open+1+end])
	if err != nil {
		r.badAt(n, open, "%v", err)
		return nil, false
	}
	before, after := text[:open], text[open+end+2:]
	if strings.Count(after, "%") >= 2 {
		r.bad(n, "one list at a time stands in a value")
		return nil, false
	}
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = before + v + after
	}
	return out, true
}

// filterText compiles a filter of the rule. Lists may stand in it as %name%.
func (r *reader) filterText(n *config.Node) *filter.Bound {
	if n == nil || n.Kind != config.Text {
		return nil
	}
	b, err := filter.Compile(n.Text, filter.Options{Lists: r.list})
	if err != nil {
		r.badFilter(n, err)
		return nil
	}
	return b
}
