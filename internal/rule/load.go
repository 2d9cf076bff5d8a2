package rule

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/filter"
)

// Options is what rules need from outside.
type Options struct {
	Shipped bool // the rules come with weir
	// Lists are the lists of the configuration by their names, for %name% where the rule does not
	// have a list of the name itself.
	Lists map[string]*List
	// Read reads a file that a rule names under lists. nil reads from disk, a
	// relative name beside the rule's own file.
	Read func(ruleFile, name string) ([]byte, error)
}

// File is the text of a file of rules.
type File struct {
	Name    string
	Data    []byte
	Shipped bool // its rules come with weir
}

// Load reads the rules of one file, which may hold several documents. What is not
// understood is an error: each is a [*config.Error] with line and column, joined
// with the others. Rules are complete or not returned.
func Load(file string, data []byte, o Options) ([]*Rule, error) {
	return LoadFiles([]File{{Name: file, Data: data, Shipped: o.Shipped}}, o)
}

// LoadFiles reads the rules of several files together: correlations find the rules
// they join, and Sigma filters those they narrow, in all of them. A file with a
// mistake gives no rules, the others do; so does a correlation of rules that are not
// there. A rule that has the id of a shipped one takes its place. Rules are in the
// order of the files.
func LoadFiles(files []File, o Options) ([]*Rule, error) {
	l := loader{opts: o}
	for _, f := range files {
		l.file(f)
	}
	rules := l.link()
	return rules, l.err()
}

// LoadFS reads all files named *.yaml and *.yml of a tree, in the order of their
// names.
func LoadFS(fsys fs.FS, o Options) ([]*Rule, error) {
	files, err := Files(fsys, o.Shipped)
	if err != nil {
		return nil, err
	}
	return LoadFiles(files, o)
}

// LoadDir is [LoadFS] over a folder; names of files begin with the folder.
func LoadDir(dir string, o Options) ([]*Rule, error) {
	files, err := DirFiles(dir)
	if err != nil {
		return nil, err
	}
	return LoadFiles(files, o)
}

// DirFiles reads the files of rules in a folder.
func DirFiles(dir string) ([]File, error) {
	files, err := Files(os.DirFS(dir), false)
	for i := range files {
		files[i].Name = filepath.Join(dir, filepath.FromSlash(files[i].Name))
	}
	return files, err
}

// Files reads the files of rules of a tree.
func Files(fsys fs.FS, shipped bool) ([]File, error) {
	var files []File
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case name != "." && errors.Is(err, fs.ErrNotExist):
			return nil // it went while the tree was read
		case err != nil:
			return err
		case d.IsDir() && name != "." && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case d.IsDir() || strings.HasPrefix(d.Name(), ".") || path.Ext(name) != ".yaml" && path.Ext(name) != ".yml":
			return nil
		}
		data, err := fs.ReadFile(fsys, name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		}
		if shipped {
			name = "shipped/" + name
		}
		files = append(files, File{Name: name, Data: data, Shipped: shipped})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read rules: %w", err)
	}
	return files, nil
}

// draft is a document that is read but not yet joined with others.
type draft struct {
	*Rule
	node        *config.Node
	file        string
	corr        *config.Node // its correlation block
	narrows     []*config.Node
	narrowsAll  bool
	isFilter    bool // a Sigma filter: Filter narrows other rules and there is no rule
	done, begun bool
	broken      bool
	replaced    bool // shipped, and a rule of the user has its id
}

// loader reads files and collects what is wrong.
type loader struct {
	opts   Options
	drafts []*draft
	errs   []error
	broken map[string]bool // files
}

// maxErrors ends a list of complaints.
const maxErrors = 50

func (l *loader) err() error {
	slices.SortStableFunc(l.errs, func(a, b error) int {
		var x, y *config.Error
		if !errors.As(a, &x) || !errors.As(b, &y) {
			return 0
		}
		return cmp.Or(strings.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Column, y.Column))
	})
	return errors.Join(l.errs[:min(len(l.errs), maxErrors)]...)
}

// file reads the documents of a file.
func (l *loader) file(f File) {
	if l.broken == nil {
		l.broken = map[string]bool{}
	}
	docs, err := config.Documents(f.Name, f.Data)
	if err != nil {
		l.errs, l.broken[f.Name] = append(l.errs, err), true
		return
	}
	for i, doc := range docs {
		r := reader{loader: l, file: f.Name, lists: map[string]*List{}}
		d := &draft{Rule: &Rule{File: f.Name, Line: doc.Line, Shipped: f.Shipped, Enabled: true}, node: doc, file: f.Name}
		r.document(d, i)
		if len(r.lists) > 0 {
			d.relist = l.relister(f, doc, i)
		}
		l.errs = append(l.errs, r.errs...)
		if len(r.errs) > 0 {
			d.broken, l.broken[f.Name] = true, true
		}
		l.drafts = append(l.drafts, d)
	}
}

// relister returns what reads a document again with other lists.
func (l *loader) relister(f File, doc *config.Node, number int) func(map[string]*List) (*filter.Bound, error) {
	opts := l.opts
	return func(lists map[string]*List) (*filter.Bound, error) {
		r := reader{loader: &loader{opts: opts}, file: f.Name, lists: map[string]*List{}, instead: lists}
		d := &draft{Rule: &Rule{File: f.Name}, node: doc, file: f.Name}
		r.document(d, number)
		return d.Filter, errors.Join(r.errs...)
	}
}

// fail notes a mistake that shows when documents are joined. The document gives no
// rule.
func (l *loader) fail(d *draft, at *config.Node, format string, args ...any) {
	d.broken = true
	l.errs = append(l.errs, &config.Error{File: d.file, Line: at.Line, Column: at.Column, Msg: fmt.Sprintf(format, args...)})
}

// version hashes the text of a rule and of its lists.
func version(n *config.Node, lists map[string]*List) string {
	h := sha256.New()
	var walk func(n *config.Node)
	walk = func(n *config.Node) {
		fmt.Fprintf(h, "%d %d %s\x00", n.Kind, len(n.Items)+len(n.Pairs), n.Text)
		for _, item := range n.Items {
			walk(item)
		}
		for _, p := range n.Pairs {
			walk(p.Key)
			walk(p.Value)
		}
	}
	walk(n)
	for _, name := range sortedKeys(lists) {
		fmt.Fprintf(h, "%s %q\x00", name, lists[name].Values())
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
