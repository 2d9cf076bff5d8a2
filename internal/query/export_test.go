package query

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"
)

// CheckTokens holds tokenize and join against each other.
func CheckTokens(t *testing.T, text string) {
	tokens, err := tokenize(text)
	if err != nil {
		return
	}
	rest := text
	for _, tok := range tokens {
		i := strings.Index(rest, tok.text)
		if tok.text == "" || i < 0 {
			t.Fatalf("%q: token %q is not in what is left", text, tok.text)
		}
		rest = rest[i+len(tok.text):]
	}
	again, err := tokenize(join(tokens))
	if err != nil {
		t.Fatalf("%q: what was joined is not understood: %v", text, err)
	}
	same := func(a, b token) bool { return a.kind == b.kind && a.text == b.text }
	if !slices.EqualFunc(tokens, again, same) {
		t.Fatalf("%q: tokens %v became %v", text, tokens, again)
	}
}

// Kept counts what a runner remembers.
func (r *Runner) Kept() int {
	r.memory.mu.Lock()
	defer r.memory.mu.Unlock()
	return len(r.memory.kept)
}

// Over tells what answers over a range depend on.
func (r *Runner) Over(ctx context.Context, since, until time.Time) string {
	return r.Now(ctx).version.over(since, until)
}

// In tests the newest records are looked for as in a large store.
func init() { stretches = []uint64{40, 150} }
