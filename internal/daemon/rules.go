package daemon

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/state"
	"github.com/weir-flow/weir/internal/store"
	"github.com/weir-flow/weir/rules"
)

// RuleSettings say which rules there are beside those that weir ships.
type RuleSettings struct {
	Dirs    []string          `yaml:"dirs" doc:"Folders of rules, read again when they change. A rule with the id of a shipped one takes its place."`
	Lists   map[string]string `yaml:"lists" doc:"Files of values by name, for %name% in rules: known_bad: drop.txt."`
	Disable []string          `yaml:"disable" doc:"Ids of rules that are not run."`

	Home string `yaml:"-"` // folder of rules of the data directory, which need not be there; "" without one
}

// rulesFolder is the folder of rules in a data directory.
const rulesFolder = "rules"

// Within returns the settings for a data directory: the folder rules in it is read, too.
func (s RuleSettings) Within(data string) RuleSettings {
	if at, err := filepath.Abs(data); err == nil {
		s.Home = filepath.Join(at, rulesFolder)
	}
	return s
}

// Own is the folder that rules are saved in: the first that is configured, or that of
// the data directory.
func (s RuleSettings) Own() string {
	if len(s.Dirs) > 0 {
		return s.Dirs[0]
	}
	return s.Home
}

// ErrNoRule says that no rule has the id.
var ErrNoRule = errors.New("no such rule")

// LoadRules loads the rules that weir ships and those of the user. With a mistake in
// any of them all others are returned, too.
func LoadRules(s RuleSettings) ([]*rule.Rule, error) {
	files, err := s.files()
	if err != nil {
		return nil, err
	}
	return s.load(files)
}

func (s *RuleSettings) files() ([]rule.File, error) {
	files, err := rule.Files(rules.Files(), true)
	if err != nil {
		return nil, err
	}
	dirs := s.Dirs
	if s.Home != "" && !slices.ContainsFunc(dirs, func(dir string) bool { return sameFolder(dir, s.Home) }) {
		dirs = append(slices.Clip(dirs), s.Home)
	}
	for _, dir := range dirs {
		own, err := rule.DirFiles(dir)
		if errors.Is(err, fs.ErrNotExist) && dir == s.Home {
			continue
		}
		if err != nil {
			return nil, err
		}
		files = append(files, own...)
	}
	return files, nil
}

func sameFolder(a, b string) bool {
	x, err := filepath.Abs(a)
	return err == nil && x == b
}

func (s *RuleSettings) load(files []rule.File) ([]*rule.Rule, error) {
	return s.loadReading(files, nil)
}

// loadReading loads files whose lists are read by read.
func (s *RuleSettings) loadReading(files []rule.File, read func(ruleFile, name string) ([]byte, error)) ([]*rule.Rule, error) {
	o := rule.Options{Lists: map[string]*rule.List{}, Read: read}
	for name, file := range s.Lists {
		list, err := rule.ReadList(name, file)
		if err != nil {
			return nil, err
		}
		o.Lists[name] = list
	}
	list, err := rule.LoadFiles(files, o)
	return s.choose(list), err
}

// choose switches off what the settings say.
func (s *RuleSettings) choose(list []*rule.Rule) []*rule.Rule {
	for i, r := range list {
		if slices.Contains(s.Disable, r.ID) {
			off := *r
			off.Enabled, off.Off = false, "the configuration switches it off"
			list[i] = &off
		}
	}
	return list
}

// ruleTables are the switches that people set and the last good text of each file.
var ruleTables = []state.Migration{{Name: "switches and files", SQL: `
CREATE TABLE rule_switches(
	rule    TEXT NOT NULL PRIMARY KEY,
	enabled <int> NOT NULL,      -- a Switch
	who     TEXT NOT NULL,
	at      <int> NOT NULL       -- microseconds of Unix time
) <clustered>;
CREATE TABLE rule_files(
	name <blob> NOT NULL PRIMARY KEY,
	text <blob> NOT NULL,
	at   <int> NOT NULL
) <clustered>;
`}, {Name: "versions", SQL: `
CREATE TABLE rule_versions(
	id      <id>,
	rule    TEXT NOT NULL,
	version TEXT NOT NULL,       -- hash of what it says
	at      <int> NOT NULL,
	who     TEXT NOT NULL,       -- '' for a file that changed on disk
	how     TEXT NOT NULL,       -- a RuleEvent
	file    TEXT NOT NULL,
	text    TEXT NOT NULL
);
CREATE INDEX rule_versions_rule ON rule_versions(rule, id);
CREATE TRIGGER rule_versions_update BEFORE UPDATE ON rule_versions <refuse>;
CREATE TRIGGER rule_versions_delete BEFORE DELETE ON rule_versions <refuse>;
`}}

// RuleBook is the rules of a data directory: files, and the switches of people on top.
// It is safe for concurrent use.
type RuleBook struct {
	Settings RuleSettings
	db       *state.DB
	dry      *atomic.Pointer[map[string]bool] // told of the rules in dry run whenever they are read
	kept     *atomic.Pointer[string]          // the user's files, as they were remembered last
}

// newRuleBook is a book that nobody else knows of; its tables have to be there.
func newRuleBook(db *state.DB, s RuleSettings) *RuleBook {
	return &RuleBook{Settings: s, db: db, dry: new(atomic.Pointer[map[string]bool]), kept: new(atomic.Pointer[string])}
}

// Rules opens the rules of the data directory.
func (l *Lookup) Rules(ctx context.Context, s RuleSettings) (*RuleBook, error) {
	b := newRuleBook(l.State, s.Within(l.Dir))
	b.dry, b.kept = &l.dry, &l.rulesKept
	return b, l.State.Migrate(ctx, "rules", ruleTables)
}

// dryRun reports whether a rule is in dry run.
func (l *Lookup) dryRun(rule string) bool {
	dry := l.dry.Load()
	return dry != nil && (*dry)[rule]
}

// Switch is how a person wants a rule to run.
type Switch int

// The switches. In dry run a rule keeps what it finds, and nobody is told.
const (
	SwitchOff Switch = iota
	SwitchOn
	SwitchDryRun
)

// Switch turns a rule on or off, over what its file says. Who is the person; empty:
// the one at the keyboard.
func (b *RuleBook) Switch(ctx context.Context, id string, to Switch, by string) error {
	by = cmp.Or(by, who())
	list, _, err := b.Load(ctx)
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for _, r := range list {
		known[r.ID] = true
	}
	if !known[id] {
		return fmt.Errorf("%w: %s", ErrNoRule, config.Unknown("rule", id, known))
	}
	return b.db.Tx(ctx, func(tx *state.Tx) error {
		_, err := tx.Exec(tx.Dialect().Upsert("rule_switches", []string{"rule"}, []string{"enabled", "who", "at"}),
			id, int(to), by, time.Now().UnixMicro())
		return err
	})
}

// who names the person at the keyboard.
func who() string {
	for _, name := range []string{"SUDO_USER", "USER", "LOGNAME"} {
		if v := os.Getenv(name); v != "" {
			return v
		}
	}
	return "unknown"
}

// Load reads all rules. A file with a mistake keeps its last good version; what is
// wrong with it is in broken, and err is for what cannot be helped so.
func (b *RuleBook) Load(ctx context.Context) (list []*rule.Rule, broken error, err error) {
	files, err := b.Settings.files()
	if err != nil {
		return nil, nil, err
	}
	list, broken = b.Settings.load(files)
	if broken != nil {
		bad := filesOf(broken)
		good := make([]rule.File, 0, len(files))
		for _, f := range files {
			if f.Shipped || !slices.Contains(bad, f.Name) {
				good = append(good, f)
				continue
			}
			text, ok, err := b.lastGood(ctx, f.Name)
			if err != nil {
				return nil, nil, err
			}
			if ok {
				f.Data = text
				good = append(good, f)
			}
		}
		var again error
		if list, again = b.Settings.load(good); again != nil && len(list) == 0 {
			return nil, nil, again
		}
		files = slices.DeleteFunc(files, func(f rule.File) bool { return slices.Contains(bad, f.Name) })
	}
	if err := b.remember(ctx, files, list); err != nil {
		return nil, nil, err
	}
	switches, err := b.switches(ctx)
	if err != nil {
		return nil, nil, err
	}
	dry := map[string]bool{}
	for i, r := range list {
		to, ok := switches[r.ID]
		if r.Lacks {
			continue // it would take an absent list for an empty one
		}
		if on := to != SwitchOff; !ok || on == r.Enabled && to != SwitchDryRun {
			continue
		}
		switched := *r
		switched.Enabled, switched.DryRun, switched.Off = to != SwitchOff, to == SwitchDryRun, "it was switched off"
		dry[r.ID] = switched.DryRun
		list[i] = &switched
	}
	b.dry.Store(&dry)
	return list, broken, nil
}

// LoadRules returns the rules of the data directory that are to be run.
func (l *Lookup) LoadRules(ctx context.Context, s RuleSettings) ([]*rule.Rule, error) {
	book, err := l.Rules(ctx, s)
	if err != nil {
		return nil, err
	}
	list, broken, err := book.Load(ctx)
	if broken != nil {
		l.cfg.Log.Warn("some rule files are wrong; their last good version holds", "why", broken)
	}
	return Enabled(list), err
}

// filesOf are the files that errors of loading are about.
func filesOf(err error) (names []string) {
	var one *config.Error
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range many.Unwrap() {
			names = append(names, filesOf(e)...)
		}
	} else if errors.As(err, &one) {
		names = append(names, one.File)
	}
	return names
}

func (b *RuleBook) lastGood(ctx context.Context, name string) (text []byte, ok bool, err error) {
	err = b.db.View(ctx, func(tx *state.Tx) error {
		return tx.Row(`SELECT text FROM rule_files WHERE name = ?`, []any{name}, &text)
	})
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	return text, err == nil, err
}

// remember keeps the text of the user's files that are good, and of each rule in them
// when it is another than before.
func (b *RuleBook) remember(ctx context.Context, files []rule.File, list []*rule.Rule) error {
	own := slices.DeleteFunc(slices.Clone(files), func(f rule.File) bool { return f.Shipped })
	var all strings.Builder
	for _, f := range own {
		fmt.Fprintf(&all, "%q%q", f.Name, f.Data)
	}
	text := all.String()
	if kept := b.kept.Load(); text == "" || kept != nil && *kept == text {
		return nil
	}
	same := false
	err := b.db.Tx(ctx, func(tx *state.Tx) error {
		// Who saves moves the file within a transaction: what was read before that and is
		// another by now would come back as a version.
		still := slices.DeleteFunc(slices.Clone(own), func(f rule.File) bool {
			now, err := os.ReadFile(f.Name)
			return err != nil || !bytes.Equal(now, f.Data)
		})
		same = len(still) == len(own)
		for _, f := range still {
			_, err := tx.Exec(tx.Dialect().Upsert("rule_files", []string{"name"}, []string{"text", "at"}), f.Name, f.Data, time.Now().UnixMicro())
			if err != nil {
				return err
			}
		}
		return noteFiles(tx, still, list)
	})
	if err == nil && same {
		b.kept.Store(&text)
	}
	return err
}

func (b *RuleBook) switches(ctx context.Context) (map[string]Switch, error) {
	on := map[string]Switch{}
	err := b.db.View(ctx, func(tx *state.Tx) error {
		clear(on)
		return tx.Each(`SELECT rule, enabled FROM rule_switches`, nil, func(scan func(...any) error) error {
			var id string
			var to int
			err := scan(&id, &to)
			on[id] = Switch(to)
			return err
		})
	})
	return on, err
}

// ListedRule is a rule as weir rules list tells of it.
type ListedRule struct {
	ID       string           `json:"rule"`
	Title    string           `json:"title"`
	Family   finding.Family   `json:"family"`
	Severity finding.Severity `json:"severity"`
	Attack   []string         `json:"attack"`
	Enabled  bool             `json:"enabled"`
	DryRun   bool             `json:"dry_run"` // keeps what it finds, and nobody is told
	File     string           `json:"file"`
	Version  string           `json:"version"`
	Blind    []string         `json:"blind"` // why it sees nothing, or not all
	Noise    string           `json:"noise"`
	Alerts   int              `json:"alerts"` // raised so far
}

// RuleList is all rules. Broken tells which files are wrong, whose last good version
// holds; "" when none is.
type RuleList struct {
	Rules  []ListedRule `json:"rules"`
	Broken string       `json:"broken"`
}

// ListRules lists all rules and where each is blind in what is stored.
func (l *Lookup) ListRules(ctx context.Context, s RuleSettings) (out RuleList, err error) {
	book, err := l.Rules(ctx, s)
	if err != nil {
		return out, err
	}
	list, broken, err := book.Load(ctx)
	if err != nil {
		return out, err
	}
	if broken != nil {
		out.Broken = broken.Error()
	}
	has, err := l.Store.Presence(ctx)
	if err != nil {
		return out, err
	}
	alerts, err := l.Alerts(ctx)
	if err != nil {
		return out, err
	}
	out.Rules = make([]ListedRule, 0, len(list))
	for _, r := range list {
		n := ListedRule{
			ID: r.ID, Title: r.Title, Family: r.Weir.Family, Severity: r.Severity, Attack: r.Attack, Enabled: r.Enabled, DryRun: r.DryRun,
			File: r.File, Version: r.Version, Blind: blind(r, has), Noise: r.Weir.Noise,
		}
		if n.Attack == nil {
			n.Attack = []string{}
		}
		if !r.Enabled && r.Off != "" {
			n.Blind = append(n.Blind, r.Off)
		}
		counts, err := alerts.Count(ctx, alert.Filter{Rules: []string{r.ID}})
		if err != nil {
			return out, err
		}
		n.Alerts = counts.Total
		out.Rules = append(out.Rules, n)
	}
	return out, nil
}

// blind says what a rule cannot see in what is stored.
func blind(r *rule.Rule, has store.Presence) []string {
	why := []string{}
	if has.Records == 0 {
		return why
	}
	return append(why, rule.Blind(r, rule.Have{Fields: has.Fields, Accept: has.Accept > 0, Reject: has.Reject > 0, Aggregation: has.Window})...)
}

// Enabled returns the rules that are to be run.
func Enabled(list []*rule.Rule) []*rule.Rule {
	return slices.DeleteFunc(slices.Clone(list), func(r *rule.Rule) bool { return !r.Enabled })
}
