package config

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Unknown writes the complaint about a word that is none of the known ones,
// naming the one that was probably meant, or all of them when they are few:
// `unknown key "ownr"; did you mean "owner"?`.
func Unknown[V any](what, word string, known map[string]V) string {
	words := slices.Sorted(maps.Keys(known))
	if near := Nearest(word, words); near != "" {
		return fmt.Sprintf("unknown %s %q; did you mean %q?", what, word, near)
	}
	if len(words) > 0 && len(words) <= 12 {
		return fmt.Sprintf("unknown %s %q; known are %s", what, word, strings.Join(words, ", "))
	}
	return fmt.Sprintf("unknown %s %q", what, word)
}

// Nearest returns the known word that is most like the given one, or "" when
// none is close: at most one letter in three may differ. Letter case, hyphens
// and underscores do not count. Of equally close words the first is returned.
func Nearest(word string, known []string) string {
	plain := strings.NewReplacer("-", "", "_", "")
	w := plain.Replace(strings.ToLower(word))
	best, bestDist := "", len(w)/3+1
	for _, k := range known {
		if d := distance(w, plain.Replace(strings.ToLower(k)), bestDist); d < bestDist {
			best, bestDist = k, d
		}
	}
	return best
}

// distance counts the letters to insert, drop, change or swap with their
// neighbour to turn a into b. It gives up at limit.
func distance(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	before, last, row := rows[0], rows[1], rows[2]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit)
}
