package fleet

// accountPlan says how many cells an account has and how many hosts of each role a
// cell has.
type accountPlan struct {
	estate int
	cells  [][]int
}

// layout spreads the hosts that are asked for over accounts and cells.
func (w *World) layout() (out []accountPlan) {
	if w.cfg.Hosts == 0 {
		for i := range w.cfg.Accounts {
			p := accountPlan{estate: i}
			for range w.cfg.Cells {
				p.cells = append(p.cells, naturalCell(estates[i].roles, w.cfg.Width))
			}
			out = append(out, p)
		}
		return out
	}
	shares := [2]int{w.cfg.Hosts * 6 / 10, w.cfg.Hosts - w.cfg.Hosts*6/10}
	switch n := w.cfg.Hosts; {
	case n < smallestCell(estates[0].roles)+MinHosts:
		// Too few for both estates; the second is the smaller one.
		shares = [2]int{0, n}
	case shares[0] < smallestCell(estates[0].roles), shares[1] < smallestCell(estates[1].roles):
		shares[0] = smallestCell(estates[0].roles)
		shares[1] = n - shares[0]
	}
	for i, hosts := range shares {
		if hosts == 0 {
			continue
		}
		roles := estates[i].roles
		natural := 0
		for k, n := range naturalCell(roles, 1) {
			if roles[k].isHost() {
				natural += n
			}
		}
		cells := max(1, min(MaxCells, hosts/natural))
		p := accountPlan{estate: i}
		for c := range cells {
			p.cells = append(p.cells, cellOf(roles, hosts*(c+1)/cells-hosts*c/cells))
		}
		out = append(out, p)
	}
	return out
}

// naturalCell returns the hosts of each role of a cell; width is for those that have
// several.
func naturalCell(roles []role, width int) []int {
	out := make([]int, len(roles))
	for k, r := range roles {
		if out[k] = r.n; r.n > 1 {
			out[k] *= width
		}
	}
	return out
}

// cellOf returns the hosts of each role of a cell that has so many: one of each, and
// the rest where several are usual.
func cellOf(roles []role, hosts int) []int {
	out := make([]int, len(roles))
	var wide []int
	for k, r := range roles {
		out[k] = min(1, r.n)
		if r.n > 1 {
			wide = append(wide, k)
		}
	}
	for n := 0; n < hosts-smallestCell(roles); n++ {
		out[wide[n%len(wide)]]++
	}
	return out
}

// smallestCell returns how many hosts a cell with one host of each role has.
func smallestCell(roles []role) (n int) {
	for _, r := range roles {
		if r.isHost() && r.n > 0 {
			n++
		}
	}
	return n
}

// isHost tells whether what has the role is a host: neither a gateway nor unused.
func (r *role) isHost() bool { return r.kind != gateway && r.kind != spare }

// hasSix tells whether a host of the role may have an IPv6 address: managed ones, and
// nodes, whose pods have addresses, have none here.
func (r *role) hasSix() bool { return r.kind == instance || r.kind == task || r.kind == balancer }
