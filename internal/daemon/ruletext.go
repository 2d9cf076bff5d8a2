package daemon

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/state"
)

// ruleText is where the text of a rule stands in its file.
type ruleText struct {
	before, text, after string
	line                int // of the file where the text begins, from 1
}

// textAt finds the YAML document of a file that a line is in. Three dashes at the
// beginning of a line separate documents, whatever is around them.
func textAt(data []byte, line int) ruleText {
	start, first := 0, 1 // of the document
	at, n := 0, 0
	for at < len(data) {
		end := len(data)
		if i := bytes.IndexByte(data[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		n++
		if rest, ok := strings.CutPrefix(string(data[at:end]), "---"); ok && (rest == "" || strings.ContainsAny(rest[:1], " \t\r\n")) {
			if line < n {
				return ruleText{string(data[:start]), string(data[start:at]), string(data[at:]), first}
			}
			rest = strings.TrimSpace(rest)
			if rest == "" || strings.HasPrefix(rest, "#") {
				start, first = end, n+1
			} else {
				start, first = at, n // the document begins behind the dashes
			}
		}
		at = end
	}
	return ruleText{string(data[:start]), string(data[start:]), "", first}
}

// with returns the file with another text, and the line where that begins.
func (t ruleText) with(text string) (data string, line int) {
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	return t.before + text + t.after, t.line
}

// without returns the file without the text; "" when nothing else is in it.
func (t ruleText) without() string {
	rest := t.before + strings.TrimPrefix(t.after, "---\n")
	if t.after == "" {
		rest = strings.TrimSuffix(t.before, "---\n")
	}
	for line := range strings.Lines(rest) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' && line != "---" {
			return rest
		}
	}
	return ""
}

// revisionOf tells texts of a rule apart; version is blind for comments.
func revisionOf(text string) string {
	h := sha256.Sum256([]byte(text))
	return hex.EncodeToString(h[:8])
}

// RuleEvent is why a rule has another text.
type RuleEvent string

// The events.
const (
	RuleSaved   RuleEvent = "saved"   // by a person, in the app
	RuleFile    RuleEvent = "file"    // its file changed on disk
	RuleShipped RuleEvent = "shipped" // what was there before a rule of one's own took its place
	RuleRemoved RuleEvent = "removed" // by a person, in the app
)

// RuleVersion is a text that a rule has had.
type RuleVersion struct {
	Rule, Version string
	At            time.Time
	Who           string
	How           RuleEvent
	File, Text    string
}

// noteVersion adds a version unless the text is the one there was before.
func noteVersion(tx *state.Tx, v RuleVersion) error {
	var text, how string
	err := tx.Row(`SELECT text, how FROM rule_versions WHERE rule = ? ORDER BY id DESC LIMIT 1`, []any{v.Rule}, &text, &how)
	switch {
	case err == nil && text == v.Text && (how == string(RuleRemoved)) == (v.How == RuleRemoved):
		return nil
	case err != nil && !errors.Is(err, sql.ErrNoRows):
		return err
	}
	_, err = tx.Exec(`INSERT INTO rule_versions(rule, version, at, who, how, file, text) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		v.Rule, v.Version, time.Now().UnixMicro(), v.Who, string(v.How), v.File, v.Text)
	return err
}

// noteFiles adds versions of the rules in files that say something new.
func noteFiles(tx *state.Tx, files []rule.File, list []*rule.Rule) error {
	for _, r := range list {
		i := slices.IndexFunc(files, func(f rule.File) bool { return f.Name == r.File })
		if i < 0 {
			continue
		}
		err := noteVersion(tx, RuleVersion{Rule: r.ID, Version: r.Version, How: RuleFile, File: r.File, Text: textAt(files[i].Data, r.Line).text})
		if err != nil {
			return err
		}
	}
	return nil
}

// Versions returns the texts that a rule of one's own has had, newest first.
func (b *RuleBook) Versions(ctx context.Context, id string) (list []RuleVersion, err error) {
	err = b.db.View(ctx, func(tx *state.Tx) error {
		list = nil
		return tx.Each(`SELECT rule, version, at, who, how, file, text FROM rule_versions WHERE rule = ? ORDER BY id DESC`, []any{id}, func(scan func(...any) error) error {
			var v RuleVersion
			var at int64
			err := scan(&v.Rule, &v.Version, &at, &v.Who, &v.How, &v.File, &v.Text)
			v.At = time.UnixMicro(at).UTC()
			list = append(list, v)
			return err
		})
	})
	return list, err
}
