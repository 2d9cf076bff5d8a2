package appgraph

import (
	"cmp"
	"math"
	"slices"
)

// Place is where a card stands: column and row of a grid. Rows may be halves.
type Place struct {
	Col int
	Row float64
}

// maxRows is how many cards stand in a column before it is split.
const maxRows = 16

// graph is what is laid out: nodes by number, edges with weights.
type graph struct {
	ids   []string
	sides []Side
	edges map[[2]int]float64
}

// layout places the nodes so that calls go from left to right: callers from outside
// first, what is called outside last, and between them by trophic level (MacKay,
// Johnson and Sansom 2020), which cycles do not break. Within a column nodes lie near
// those they talk with. The same graph is always laid out the same.
func (g *graph) layout() map[string]Place {
	level := g.levels()
	var left, middle, right []int
	for i, s := range g.sides {
		switch s {
		case Caller:
			left = append(left, i)
		case Inside:
			middle = append(middle, i)
		default:
			right = append(right, i)
		}
	}
	byLevel := func(a, b int) int { return cmp.Or(cmp.Compare(level[a], level[b]), cmp.Compare(g.ids[a], g.ids[b])) }
	slices.SortFunc(middle, byLevel)
	columns := pile(left)
	columns = append(columns, g.bands(middle, level)...)
	columns = append(columns, pile(right)...)
	g.untangle(columns)
	return g.places(columns)
}

// pile splits a list into columns of [maxRows].
func pile(list []int) (columns [][]int) {
	if len(list) == 0 {
		return nil
	}
	n := (len(list) + maxRows - 1) / maxRows
	each := (len(list) + n - 1) / n
	for part := range slices.Chunk(list, each) {
		columns = append(columns, slices.Clone(part))
	}
	return columns
}

// bands splits nodes that are sorted by level into columns of about one height, each
// cut where the step between levels is widest nearby.
func (g *graph) bands(sorted []int, level []float64) (columns [][]int) {
	n := len(sorted)
	if n == 0 {
		return nil
	}
	want := min(n, max(2, min(5, (n+6)/7)))
	slack, from := n/(4*want), 0
	for band := 1; band <= want; band++ {
		to := n
		if band < want {
			to = max(from+1, band*n/want)
			for i := max(from+1, to-slack); i <= min(n-1, band*n/want+slack); i++ {
				if level[sorted[i]]-level[sorted[i-1]] > level[sorted[to]]-level[sorted[to-1]] {
					to = i
				}
			}
		}
		columns = append(columns, pile(sorted[from:to])...)
		from = to
	}
	return columns
}

// levels solves for the heights h that keep each edge near one step long: the sum
// of w (h(server) - h(client) - 1)² is least.
func (g *graph) levels() []float64 {
	n := len(g.ids)
	h, weight := make([]float64, n), make([]float64, n)
	type edge struct {
		from, to int
		w        float64
	}
	list := make([]edge, 0, len(g.edges))
	for k, w := range g.edges {
		if k[0] != k[1] {
			list = append(list, edge{k[0], k[1], w})
			weight[k[0]] += w
			weight[k[1]] += w
		}
	}
	slices.SortFunc(list, func(a, b edge) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	next := make([]float64, n)
	for range 300 {
		clear(next)
		for _, e := range list {
			next[e.from] += e.w * (h[e.to] - 1)
			next[e.to] += e.w * (h[e.from] + 1)
		}
		for i := range h {
			if weight[i] > 0 {
				h[i] = (h[i] + next[i]/weight[i]) / 2 // half a step: pairs would swing
			}
		}
	}
	for i := range h {
		h[i] = math.Round(h[i]*1e6) / 1e6
	}
	return h
}

// untangle orders each column by the mean row of those its nodes talk with.
func (g *graph) untangle(columns [][]int) {
	at := make([]float64, len(g.ids))
	set := func(column []int) {
		for r, i := range column {
			at[i] = float64(r) - float64(len(column)-1)/2
		}
	}
	for _, c := range columns {
		set(c)
	}
	near := make(map[int][]int, len(g.ids))
	for k := range g.edges {
		if k[0] != k[1] {
			near[k[0]], near[k[1]] = append(near[k[0]], k[1]), append(near[k[1]], k[0])
		}
	}
	for _, list := range near {
		slices.Sort(list)
	}
	mean := make([]float64, len(g.ids))
	for sweep := range 12 {
		for c := range columns {
			if sweep%2 == 1 {
				c = len(columns) - 1 - c
			}
			for _, i := range columns[c] {
				mean[i] = at[i]
				if len(near[i]) > 0 {
					sum := 0.0
					for _, j := range near[i] {
						sum += at[j]
					}
					mean[i] = sum / float64(len(near[i]))
				}
			}
			slices.SortStableFunc(columns[c], func(a, b int) int { return cmp.Or(cmp.Compare(mean[a], mean[b]), cmp.Compare(g.ids[a], g.ids[b])) })
			set(columns[c])
		}
	}
}

func (g *graph) places(columns [][]int) map[string]Place {
	high := 0
	for _, c := range columns {
		high = max(high, len(c))
	}
	out := make(map[string]Place, len(g.ids))
	for col, c := range columns {
		top := float64(high-len(c)) / 2
		for r, i := range c {
			out[g.ids[i]] = Place{col, top + float64(r)}
		}
	}
	return out
}

// settle keeps what stood somewhere before where it stood, and finds room for what
// is new beside what it would be near. When most is new, all is laid out anew.
func settle(fresh, kept map[string]Place) map[string]Place {
	known := 0
	for id := range fresh {
		if _, ok := kept[id]; ok {
			known++
		}
	}
	if known*2 < len(fresh) || known == 0 {
		return fresh
	}
	out := make(map[string]Place, len(fresh))
	taken := map[int][]float64{}
	var late []string
	for id := range fresh {
		if p, ok := kept[id]; ok {
			out[id] = p
			taken[p.Col] = append(taken[p.Col], p.Row)
		} else {
			late = append(late, id)
		}
	}
	slices.Sort(late)
	for _, id := range late {
		p := fresh[id]
		p.Row = freeRow(taken[p.Col], p.Row)
		out[id] = p
		taken[p.Col] = append(taken[p.Col], p.Row)
	}
	return out
}

// freeRow is the row nearest to one that no other is closer to than a step.
func freeRow(taken []float64, want float64) float64 {
	free := func(row float64) bool {
		return row >= 0 && !slices.ContainsFunc(taken, func(t float64) bool { return math.Abs(t-row) < 1 })
	}
	for step := 0.0; ; step += 0.5 {
		if free(want + step) {
			return want + step
		}
		if free(want - step) {
			return want - step
		}
	}
}
