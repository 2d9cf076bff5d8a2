package appgraph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A picture opens with at most this many cards; opening a group shows at most so
// many of its members and one card for the rest.
const (
	MaxGroups  = 60
	maxMembers = 40
	minMembers = 8
)

// branch is a group of apps, or a single one. Groups lie inside one another:
// account, network, first word of the name, role.
type branch struct {
	id, title, note string
	side            Side
	network         string
	parent          *branch
	children        []*branch
	apps            []int
	weight          int // edges ever, of all members
}

func (b *branch) single() bool { return len(b.children) == 0 }

type tree struct {
	roots []*branch
	byID  map[string]*branch
}

// grouped returns the tree of all apps.
func (a *Atlas) grouped() *tree {
	weight := make([]int, len(a.Apps))
	for i := range a.Lines {
		weight[a.Lines[i].Client]++
		weight[a.Lines[i].Server]++
	}
	t := &tree{byID: map[string]*branch{}}
	leaf := func(i int) *branch {
		p := &a.Apps[i]
		return &branch{id: p.ID, title: p.Name, note: p.Role, side: p.Side, network: p.Network, apps: []int{i}, weight: weight[i]}
	}
	networks, outside := map[string][]*branch{}, map[Side][]*branch{}
	for i := range a.Apps {
		if b := leaf(i); b.side == Inside {
			networks[b.network] = append(networks[b.network], b)
		} else {
			outside[b.side] = append(outside[b.side], b)
		}
	}
	accounts := map[string][]*branch{}
	for network, leaves := range networks {
		b := group("net:"+network, network, leaves[0].network, a.words(network, leaves))
		b.note = a.Apps[leaves[0].apps[0]].Account
		if len(b.children) == 1 && b.children[0].single() {
			b = b.children[0] // a network of one app is the app
		}
		accounts[a.Apps[leaves[0].apps[0]].Account] = append(accounts[a.Apps[leaves[0].apps[0]].Account], b)
	}
	for account, list := range accounts {
		if len(networks) > MaxGroups/3 && len(accounts) > 1 && len(list) > 1 && account != "" {
			t.roots = append(t.roots, group("account:"+account, "account "+account, "", list))
		} else {
			t.roots = append(t.roots, list...)
		}
	}
	sortBranches(t.roots)
	for _, s := range []struct {
		side      Side
		id, title string
	}{{Caller, "in:*", "Internet in"}, {Called, "out:*", "Internet out"}, {Cloud, "cloud:*", "Cloud services"}} {
		if leaves := outside[s.side]; len(leaves) == 1 {
			t.roots = append(t.roots, leaves[0])
		} else if len(leaves) > 1 {
			t.roots = append(t.roots, group(s.id, s.title, "", leaves))
		}
	}
	t.roots = t.chunk("more", t.roots, MaxGroups-4)
	for _, b := range t.roots {
		t.note(b)
	}
	return t
}

// words groups the apps of a network by the first word of their names, and those by
// role, where several share it.
func (a *Atlas) words(network string, leaves []*branch) []*branch {
	byWord := map[string][]*branch{}
	for _, b := range leaves {
		w := firstWord(b.title)
		byWord[w] = append(byWord[w], b)
	}
	var out []*branch
	for word, list := range byWord {
		// A word that all share tells nothing apart, and a pair needs no card of its own.
		if len(list) < 3 || len(byWord) == 1 && len(list) <= maxMembers {
			out = append(out, list...)
			continue
		}
		id := "net:" + network + "/" + word + "*"
		byRole := map[string][]*branch{}
		for _, b := range list {
			byRole[b.note] = append(byRole[b.note], b)
		}
		if len(byRole) > 1 {
			list = list[:0:0]
			for role, of := range byRole {
				if role == "" || len(of) < 3 {
					list = append(list, of...)
				} else {
					list = append(list, group(id+":"+role, word+" … "+role, network, of))
				}
			}
		}
		out = append(out, group(id, word+" …", network, list))
	}
	return out
}

// firstWord is what names of apps that belong together share: up to the first sign.
func firstWord(name string) string {
	if i := strings.IndexAny(name, "-_.:/ "); i > 1 {
		return name[:i]
	}
	return strings.TrimRight(name, "0123456789")
}

func group(id, title, network string, children []*branch) *branch {
	b := &branch{id: id, title: title, network: network, children: children, side: children[0].side}
	sortBranches(children)
	for _, c := range children {
		b.apps = append(b.apps, c.apps...)
		b.weight += c.weight
	}
	return b
}

// sortBranches puts the busiest first: those stay when not all can be shown.
func sortBranches(list []*branch) {
	slices.SortFunc(list, func(a, b *branch) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.id, b.id)) })
}

func (t *tree) note(b *branch) {
	t.byID[b.id] = b
	for _, c := range b.children {
		c.parent = b
		t.note(c)
	}
}

// chunk leaves at most so many branches: the rest, if there is one, is a group.
func (t *tree) chunk(id string, list []*branch, most int) []*branch {
	if len(list) <= most {
		return list
	}
	id = fmt.Sprintf("%s#%d", id, most-1)
	rest, ok := t.byID[id]
	if !ok {
		rest = group(id, fmt.Sprintf("%d more", len(list)-most+1), list[0].network, slices.Clone(list[most-1:]))
		rest.parent = list[0].parent
		t.byID[id] = rest // its children stay those of the group for their way up
	}
	return append(slices.Clone(list[:most-1]), rest)
}

// cut returns what is shown first: the roots, split level by level while all groups
// of a level can be split and stay below [MaxGroups] cards together.
func (t *tree) cut() []*branch {
	front := t.roots
	for {
		var split, outside []*branch
		for _, b := range front {
			if b.single() || strings.Contains(b.id, "#") {
				continue
			}
			if b.side == Inside {
				split = append(split, b)
			} else {
				outside = append(outside, b)
			}
		}
		if len(split) == 0 {
			for _, b := range outside {
				if len(b.children) <= minMembers+4 && len(front)+len(b.children)-1 <= MaxGroups {
					front = replace(front, b, b.children)
				}
			}
			return front
		}
		room := MaxGroups - (len(front) - len(split))
		need := 0
		for _, b := range split {
			need += len(b.children)
		}
		most := maxMembers
		if need > room {
			most = room / len(split)
			if most < minMembers {
				return front
			}
		}
		for _, b := range split {
			front = replace(front, b, t.chunk(b.id, b.children, most))
		}
	}
}

func replace(list []*branch, at *branch, with []*branch) []*branch {
	i := slices.Index(list, at)
	return slices.Concat(list[:i], with, list[i+1:])
}

// within reports whether a branch lies in another.
func (b *branch) within(of *branch) bool {
	for p := b; p != nil; p = p.parent {
		if p == of {
			return true
		}
	}
	return false
}
