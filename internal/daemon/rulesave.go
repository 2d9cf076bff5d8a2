package daemon

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/state"
	"github.com/weir-flow/weir/rules"
)

// DraftFile is what the file of a draft without a rule in the book is called.
const DraftFile = "new-rule"

// RulePlace is a rule of the book and where its text stands, or would.
type RulePlace struct {
	Rule    *rule.Rule // nil: there is none of the id
	File    string     // where it is saved
	Shipped bool       // weir ships a rule with the id
	Broken  error      // what is wrong with its file on disk; then the text is all of the file

	text ruleText
	list []*rule.Rule // the book
	raw  []rule.File  // as they are on disk
	was  error        // what is wrong with the book
}

// Text is the rule as it is written, "" for a new one.
func (p *RulePlace) Text() string { return p.text.text }

// Revision of the text, "" for a new one.
func (p *RulePlace) Revision() string {
	if p.Rule == nil {
		return ""
	}
	return revisionOf(p.text.text)
}

// Line of the file where the text begins.
func (p *RulePlace) Line() int { return max(1, p.text.line) }

// Place finds a rule; id may be of a rule that is not there.
func (b *RuleBook) Place(ctx context.Context, id string) (*RulePlace, error) {
	list, broken, err := b.Load(ctx)
	if err != nil {
		return nil, err
	}
	p := &RulePlace{list: list, was: broken, text: ruleText{line: 1}}
	if p.raw, err = b.Settings.files(); err != nil {
		return nil, err
	}
	shipped, err := b.Settings.shipped()
	if err != nil {
		return nil, err
	}
	for _, r := range shipped {
		p.Shipped = p.Shipped || r.ID == id
	}
	for _, r := range list {
		if r.ID == id {
			p.Rule, p.File = r, r.File
		}
	}
	if p.Rule != nil {
		i := slices.IndexFunc(p.raw, func(f rule.File) bool { return f.Name == p.Rule.File })
		if i < 0 { // its file has just gone
			return nil, ErrNoRule
		}
		p.text = textAt(p.raw[i].Data, p.Rule.Line)
		if slices.Contains(filesOf(broken), p.File) {
			p.text, p.Broken = ruleText{text: string(p.raw[i].Data), line: 1}, errorsIn(broken, p.File)
		}
	}
	if p.Rule == nil || p.Rule.Shipped {
		p.File = filepath.Join(b.Settings.Own(), cmp.Or(id, DraftFile)+".yaml")
	}
	return p, nil
}

// shipped are the rules that weir ships.
func (s *RuleSettings) shipped() ([]*rule.Rule, error) {
	files, err := rule.Files(rules.Files(), true)
	if err != nil {
		return nil, err
	}
	return s.load(files)
}

// errorsIn are the errors about one file.
func errorsIn(err error, file string) error {
	var about []error
	for _, e := range flat(err) {
		if e.File == file {
			about = append(about, e)
		}
	}
	return errors.Join(about...)
}

// flat are the errors of loading, one by one.
func flat(err error) (list []*config.Error) {
	var one *config.Error
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range many.Unwrap() {
			list = append(list, flat(e)...)
		}
	} else if errors.As(err, &one) {
		list = append(list, one)
	}
	return list
}

// RuleDraft is a text as it would stand among the other rules.
type RuleDraft struct {
	Place *RulePlace
	Rules []*rule.Rule // of the text; none with a mistake in the file
	// Wrong are mistakes in the text, with lines of the text. Breaks are mistakes that other
	// rules would have because of it.
	Wrong, Breaks []*config.Error

	data string // of the file
}

// Draft reads a text in the place of a rule.
func (b *RuleBook) Draft(ctx context.Context, id, text string) (*RuleDraft, error) {
	p, err := b.Place(ctx, id)
	if err != nil {
		return nil, err
	}
	place := p.text
	if p.Rule == nil || p.Rule.Shipped {
		place = ruleText{line: 1}
	}
	d := &RuleDraft{Place: p}
	var first int
	d.data, first = place.with(text)
	last := first + strings.Count(strings.TrimSuffix(text, "\n"), "\n")
	files := slices.DeleteFunc(slices.Clone(p.raw), func(f rule.File) bool { return f.Name == p.File })
	files = append(files, rule.File{Name: p.File, Data: []byte(d.data)})
	list, wrong := b.Settings.loadReading(files, p.readList)
	before := map[string]bool{}
	for _, e := range flat(p.was) {
		before[e.Error()] = true
	}
	for _, e := range flat(wrong) {
		switch {
		case e.File == p.File && e.Line >= first && e.Line <= last+1:
			d.Wrong = append(d.Wrong, &config.Error{File: e.File, Line: e.Line - first + 1, Column: e.Column, Msg: e.Msg})
		case e.File == p.File && e.Line == 0:
			d.Wrong = append(d.Wrong, e)
		case !before[e.Error()]:
			d.Breaks = append(d.Breaks, e)
		}
	}
	if wrong != nil && len(flat(wrong)) == 0 {
		return nil, wrong
	}
	for _, r := range list {
		if r.File == p.File && r.Line >= first && r.Line <= last+1 {
			d.Rules = append(d.Rules, r)
		}
	}
	return d, nil
}

// readList reads the list of a rule. A text that is not saved yet may name only files
// beside it, and those that the rule has named before: whoever writes rules in the app
// is not to read the files of the machine.
func (p *RulePlace) readList(ruleFile, name string) ([]byte, error) {
	known := false
	for _, r := range p.list {
		if r.File == p.File {
			for _, file := range r.Weir.Lists {
				known = known || file == name
			}
		}
	}
	if ruleFile == p.File && !known && !filepath.IsLocal(name) {
		return nil, fmt.Errorf("the list %s is not a file beside the rule; name others under rules.lists in the configuration", name)
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(filepath.Dir(ruleFile), name)
	}
	return os.ReadFile(name)
}

// Errors of changes to rules.
var (
	ErrRuleChanged = errors.New("the rule is not as it was seen")
	ErrRuleID      = errors.New("a rule that is saved needs an id of letters, digits, dots, dashes and underscores")
	errRuleIDTaken = errors.New("the id is a word that the app has for its own")
)

// ruleID is what the id of a new rule may be, which its file is named after. Some words
// are addresses of the app.
var ruleID = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`)

var takenIDs = []string{"new", "words"}

// Save writes a draft into its file. The draft has to be without mistakes and of the
// text that was seen.
func (b *RuleBook) Save(ctx context.Context, d *RuleDraft, id, seen, who string) error {
	p := d.Place
	switch {
	case p.Revision() != seen:
		return ErrRuleChanged
	case !slices.ContainsFunc(d.Rules, func(r *rule.Rule) bool { return r.ID == id }):
		return &config.Error{File: p.File, Line: 1, Msg: fmt.Sprintf("the text has no rule with the id %q", id)}
	case p.Rule == nil && !ruleID.MatchString(id):
		return ErrRuleID
	case p.Rule == nil && slices.Contains(takenIDs, id):
		return errRuleIDTaken
	}
	if p.Rule == nil || p.Rule.Shipped {
		if _, err := os.Lstat(p.File); err == nil {
			return &config.Error{File: p.File, Msg: "there is such a file already, with other rules"}
		}
	}
	return b.write(ctx, p.File, d.data, func(tx *state.Tx) error {
		if p.Rule != nil && p.Rule.Shipped {
			err := noteVersion(tx, RuleVersion{Rule: id, Version: p.Rule.Version, How: RuleShipped, File: p.Rule.File, Text: p.Text()})
			if err != nil {
				return err
			}
		}
		for _, r := range d.Rules {
			text := textAt([]byte(d.data), r.Line).text
			err := noteVersion(tx, RuleVersion{Rule: r.ID, Version: r.Version, Who: who, How: RuleSaved, File: p.File, Text: text})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Delete removes a rule of one's own from its file, and the file when nothing else is
// in it.
func (b *RuleBook) Delete(ctx context.Context, id, seen, who string) error {
	p, err := b.Place(ctx, id)
	switch {
	case err != nil:
		return err
	case p.Rule == nil:
		return ErrNoRule
	case p.Rule.Shipped:
		return &config.Error{File: p.File, Msg: "the rule ships with weir; switch it off instead"}
	case p.Broken != nil:
		return &config.Error{File: p.File, Msg: "the file has mistakes; mend them first, or remove the file"}
	case p.Revision() != seen:
		return ErrRuleChanged
	}
	rest := p.text.without()
	files := slices.DeleteFunc(slices.Clone(p.raw), func(f rule.File) bool { return f.Name == p.File })
	if rest != "" {
		files = append(files, rule.File{Name: p.File, Data: []byte(rest)})
	}
	before := map[string]bool{}
	for _, e := range flat(p.was) {
		before[e.Error()] = true
	}
	_, wrong := b.Settings.load(files)
	for _, e := range flat(wrong) {
		if !before[e.Error()] && e.File != p.File {
			return &config.Error{File: p.File, Msg: "another rule needs it: " + e.Error()}
		}
	}
	return b.write(ctx, p.File, rest, func(tx *state.Tx) error {
		return noteVersion(tx, RuleVersion{Rule: id, Version: p.Rule.Version, Who: who, How: RuleRemoved, File: p.File})
	})
}

// write puts a text in the place of a file of rules, and notes what that means; both
// happen or none. An empty text removes the file.
func (b *RuleBook) write(ctx context.Context, file, text string, note func(*state.Tx) error) (err error) {
	target, mode := file, os.FileMode(0o640)
	if at, err := filepath.EvalSymlinks(file); err == nil { // the link stays
		target = at
	}
	if info, err := os.Stat(target); err == nil {
		mode = info.Mode().Perm()
	}
	fresh := ""
	if text != "" {
		if err := os.MkdirAll(filepath.Dir(target), 0o750); err != nil {
			return fmt.Errorf("save rule: %w", err)
		}
		f, err := os.CreateTemp(filepath.Dir(target), freshFile+"*")
		if err != nil {
			return fmt.Errorf("save rule: %w", err)
		}
		fresh = f.Name()
		defer os.Remove(fresh)
		_, err = f.WriteString(text)
		if err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close()); err != nil {
			return fmt.Errorf("save rule: %w", err)
		}
	}
	moved := false
	err = b.db.Tx(ctx, func(tx *state.Tx) error {
		if err := note(tx); err != nil || moved {
			return err
		}
		// Within the transaction: who reads the file after this finds the note.
		moved = true
		if fresh == "" {
			return os.Remove(target)
		}
		return os.Rename(fresh, target)
	})
	if err != nil {
		return fmt.Errorf("save rule: %w", err)
	}
	b.kept.Store(nil) // the file may come to be as it was
	return nil
}
