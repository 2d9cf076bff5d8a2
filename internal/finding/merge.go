package finding

import (
	"cmp"
	"encoding/json"
	"time"
)

// Merge returns what two tellings of one finding say together, the same whichever
// came first: the text and numbers of the later one, which has counted more, and the
// times of both. It was found late when it was never found in time.
func Merge(a, b Finding) Finding {
	m := a
	if later(b, a) {
		m = b
	}
	m.FirstSeen, m.LastSeen = earliest(a.FirstSeen, b.FirstSeen), latest(a.LastSeen, b.LastSeen)
	m.Count, m.Found = max(a.Count, b.Count), earliest(a.Found, b.Found)
	m.Late = a.Late && b.Late
	return m
}

// InPlaceOf returns a finding that takes the place of an older telling of it: when it was
// found first stays known, and that it was found in time.
func (f Finding) InPlaceOf(old Finding) Finding {
	f.Found, f.Late = earliest(old.Found, f.Found), old.Late && f.Late
	return f
}

func later(a, b Finding) bool {
	c := cmp.Or(
		cmp.Compare(a.Count, b.Count), a.LastSeen.Compare(b.LastSeen), order(a.Resolved, b.Resolved), a.Found.Compare(b.Found),
		cmp.Compare(a.Evidence.Count, b.Evidence.Count), order(a.Evidence.Exact, b.Evidence.Exact),
		cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.Score, b.Score))
	if c == 0 { // of texts that differ in nothing that grows, any rule will do
		c = cmp.Compare(a.Text(), b.Text())
	}
	return c > 0
}

// order sorts false before true.
func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// Text is a finding as it is stored, in JSON.
func (f Finding) Text() string {
	text, err := json.Marshal(f)
	if err != nil { // it holds nothing that JSON cannot
		panic(err)
	}
	return string(text)
}

func earliest(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func latest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
