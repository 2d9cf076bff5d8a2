package appgraph

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// maxNeighbours is how many cards stand on one side of an app before they are
// grouped, maxBeside how many when groups are opened, and how many the card of the
// rest adds.
const (
	maxNeighbours = 20
	maxBeside     = 60
)

// Prefixes of the cards around an app, which may stand on both its sides.
const (
	clientPrefix = "client|"
	serverPrefix = "server|"
)

// ego draws an app with those that call it on the left and those that it calls on
// the right. Who stands where depends on all that was ever seen, not on the range.
func (a *Atlas) ego(t *tree, center int, o Options) View {
	t.cut()
	p := newPicture(a, o)
	clients, servers := map[int]bool{}, map[int]bool{}
	for i := range a.Lines {
		if l := &a.Lines[i]; l.Server == center && l.Client != center {
			clients[l.Client] = true
		} else if l.Client == center && l.Server != center {
			servers[l.Server] = true
		}
	}
	middle := t.byID[a.Apps[center].ID]
	left, right := t.gather(clients, clientPrefix, o), t.gather(servers, serverPrefix, o)
	high := float64(max(1, len(left), len(right)))
	column := func(list []*branch, col int, prefix string, of []string) {
		top := math.Floor(high-float64(len(list))) / 2
		for r, b := range list {
			shown := *b
			shown.id = prefix + b.id
			p.card(&shown, Place{col, top + float64(r)}, "")
			for _, n := range b.apps {
				of[n] = shown.id
			}
		}
	}
	column(left, 0, clientPrefix, p.from)
	p.card(middle, Place{1, (high - 1) / 2}, "")
	column(right, 2, serverPrefix, p.to)
	p.from[center], p.to[center] = middle.id, middle.id
	for i := range a.Lines {
		if l := &a.Lines[i]; l.Client == center || l.Server == center {
			p.line(i)
		}
	}
	return p.done()
}

// gather groups apps until they are few, those outside first. Groups that were
// opened stay so.
func (t *tree) gather(apps map[int]bool, prefix string, o Options) []*branch {
	var list []*branch
	for _, b := range t.byID {
		if b.single() && apps[b.apps[0]] {
			list = append(list, b)
		}
	}
	byTitle := func(a, b *branch) int {
		return cmp.Or(cmp.Compare(outsideLast(a.side), outsideLast(b.side)), cmp.Compare(a.title, b.title), cmp.Compare(a.id, b.id))
	}
	open := func(b *branch) bool { return slices.Contains(o.Open, prefix+b.id) }
	for len(list) > maxNeighbours {
		groups := map[*branch]int{}
		for _, b := range list {
			if b.parent != nil && !open(b.parent) && !strings.Contains(b.parent.id, "#") { // the rest of a group is none
				groups[b.parent]++
			}
		}
		var best *branch
		for g, n := range groups {
			if n > 1 && (best == nil || cmp.Or(cmp.Compare(outsideLast(g.side), outsideLast(best.side)), cmp.Compare(n, groups[best]), cmp.Compare(best.id, g.id)) > 0) {
				best = g
			}
		}
		if best == nil {
			break
		}
		joined := *best
		joined.apps, joined.weight = nil, 0
		list = slices.DeleteFunc(list, func(b *branch) bool {
			if b.parent != best {
				return false
			}
			joined.apps, joined.weight = append(joined.apps, b.apps...), joined.weight+b.weight
			return true
		})
		list = append(list, &joined)
	}
	// What cannot be grouped, and what was opened, is cut: the rest is one card, which
	// opens in steps.
	most := maxNeighbours
	if slices.ContainsFunc(list, func(b *branch) bool { return b.parent != nil && open(b.parent) }) {
		most = maxBeside
	}
	for slices.Contains(o.Open, fmt.Sprintf("%s#%d", prefix, most)) {
		most += maxBeside
	}
	if len(list) > most+1 { // a card for one more needs the room of that one
		sortBranches(list)
		rest := *group(fmt.Sprintf("#%d", most), fmt.Sprintf("%d more", len(list)-most), "", slices.Clone(list[most:]))
		list = append(slices.Clone(list[:most]), &rest)
		slices.SortFunc(list[:most], byTitle)
		return list
	}
	slices.SortFunc(list, byTitle)
	return list
}

func outsideLast(s Side) int {
	if s == Inside {
		return 0
	}
	return 1
}

// find returns the branch of a card's ID, in groups of all apps or around one.
func (t *tree) find(id string) *branch {
	id = strings.TrimPrefix(strings.TrimPrefix(id, clientPrefix), serverPrefix)
	if b := t.byID[id]; b != nil {
		return b
	}
	// The rest of a group that was opened.
	if at := strings.LastIndexByte(id, '#'); at > 0 {
		if b := t.find(id[:at]); b != nil {
			if n, err := strconv.Atoi(id[at+1:]); err == nil && n > 0 && n+1 < len(b.children) {
				t.chunk(b.id, b.children, n+1)
				return t.byID[id]
			}
		}
	}
	return nil
}
