package daemon

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/rule"
)

// TestRulesWhileTheyAreSaved: who reads the rules while others are saved and removed
// finds all that stay, and no text that was replaced comes back as a version.
func TestRulesWhileTheyAreSaved(t *testing.T) {
	t.Parallel()
	d := newRuleDesk(t, RuleSettings{})
	folder := filepath.Join(d.l.Dir, "rules")
	if err := os.MkdirAll(folder, 0o750); err != nil {
		t.Fatal(err)
	}
	kept := strings.Replace(telnetRule, "id: telnet-in", "id: zz-kept", 1)
	if err := os.WriteFile(filepath.Join(folder, "zz-kept.yaml"), []byte(kept), 0o640); err != nil {
		t.Fatal(err)
	}
	var readers sync.WaitGroup
	done := make(chan struct{})
	for range 3 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				book, err := d.l.Rules(t.Context(), d.settings)
				if err != nil {
					t.Error(err)
					return
				}
				list, broken, err := book.Load(t.Context())
				if broken != nil || err != nil {
					t.Error(broken, err)
					return
				}
				if find(list, "zz-kept") == nil {
					t.Error("a rule is gone while others are saved")
					return
				}
			}
		})
	}
	seen := ""
	for n := range 5 {
		text := strings.Replace(telnetRule, "threshold: 3", fmt.Sprintf("threshold: %d", 2+n%2), 1)
		d.ask(200, "PUT", "/rules/telnet-in", object{"text": text, "seen": seen}, nil)
		var got api.RuleDetail
		d.ask(200, "GET", "/rules/telnet-in", nil, &got)
		seen = got.Revision
		other := strings.Replace(telnetRule, "id: telnet-in", "id: passing", 1)
		d.ask(200, "PUT", "/rules/passing", object{"text": other, "seen": ""}, nil)
		d.ask(200, "GET", "/rules/passing", nil, &got)
		d.ask(204, "DELETE", "/rules/passing?seen="+got.Revision, nil, nil)
	}
	close(done)
	readers.Wait()
	book, err := d.l.Rules(t.Context(), d.settings)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"telnet-in", "passing"} {
		list, err := book.Versions(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range list {
			if v.How == RuleFile {
				t.Errorf("%s: a text that was saved here is told as changed on disk", id)
			}
		}
	}
}

func find(list []*rule.Rule, id string) *rule.Rule {
	for _, r := range list {
		if r.ID == id {
			return r
		}
	}
	return nil
}
