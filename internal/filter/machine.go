package filter

import (
	resyntax "regexp/syntax"
	"slices"
	"strconv"
)

// machine runs a regular expression over the texts of all addresses at once. Where
// two beginnings of addresses leave it in the same state, what follows is the same.
type machine struct {
	prog   *resyntax.Prog
	states map[string]machineState
	list   []machineSet
	next   map[machineStep]machineState
}

// machineState numbers a state: 0 is the one in which nothing can match any more.
type machineState int

// machineSet is the instructions that may run next, before what has no width is
// looked at, and the character before.
type machineSet struct {
	pcs  []uint32
	last rune // -1 at the beginning
}

type machineStep struct {
	from machineState
	r    rune
}

// newMachine compiles a regular expression for whole texts.
func newMachine(source string) (*machine, bool) {
	tree, err := resyntax.Parse("^(?s:"+source+")$", resyntax.Perl)
	if err != nil {
		return nil, false
	}
	prog, err := resyntax.Compile(tree.Simplify())
	if err != nil {
		return nil, false
	}
	m := &machine{prog: prog, states: map[string]machineState{}, next: map[machineStep]machineState{}}
	m.list = []machineSet{{}}
	return m, true
}

func (m *machine) start() machineState {
	return m.intern(machineSet{[]uint32{uint32(m.prog.Start)}, -1})
}

func (m *machine) intern(set machineSet) machineState {
	if len(set.pcs) == 0 {
		return 0
	}
	slices.Sort(set.pcs)
	set.pcs = slices.Compact(set.pcs)
	// Of the character before only its class counts: word or not.
	switch {
	case set.last < 0:
	case resyntax.IsWordChar(set.last):
		set.last = '0'
	default:
		set.last = '.'
	}
	key := strconv.Itoa(int(set.last))
	for _, pc := range set.pcs {
		key += "," + strconv.Itoa(int(pc))
	}
	n, ok := m.states[key]
	if !ok {
		n = machineState(len(m.list))
		m.list = append(m.list, set)
		m.states[key] = n
	}
	return n
}

// step reads a character.
func (m *machine) step(from machineState, r rune) machineState {
	if from == 0 {
		return 0
	}
	at := machineStep{from, r}
	to, ok := m.next[at]
	if !ok {
		var pcs []uint32
		m.reach(m.list[from], r, func(pc uint32, inst *resyntax.Inst) {
			if inst.Op != resyntax.InstMatch && inst.MatchRune(r) {
				pcs = append(pcs, inst.Out)
			}
		})
		to = m.intern(machineSet{pcs, r})
		m.next[at] = to
	}
	return to
}

// matches reports whether the text may end in a state.
func (m *machine) matches(at machineState) bool {
	found := false
	if at != 0 {
		m.reach(m.list[at], -1, func(_ uint32, inst *resyntax.Inst) { found = found || inst.Op == resyntax.InstMatch })
	}
	return found
}

// reach calls fn for the instructions that a character, or the match, may be at.
func (m *machine) reach(set machineSet, next rune, fn func(pc uint32, inst *resyntax.Inst)) {
	flags := resyntax.EmptyOpContext(set.last, next)
	seen := make([]bool, len(m.prog.Inst))
	var visit func(pc uint32)
	visit = func(pc uint32) {
		if seen[pc] {
			return
		}
		seen[pc] = true
		switch inst := &m.prog.Inst[pc]; inst.Op {
		case resyntax.InstAlt, resyntax.InstAltMatch:
			visit(inst.Out)
			visit(inst.Arg)
		case resyntax.InstCapture, resyntax.InstNop:
			visit(inst.Out)
		case resyntax.InstEmptyWidth:
			if resyntax.EmptyOp(inst.Arg)&^flags == 0 {
				visit(inst.Out)
			}
		case resyntax.InstFail:
		default:
			fn(pc, inst)
		}
	}
	for _, pc := range set.pcs {
		visit(pc)
	}
}

// octets reads IPv4 addresses octet by octet.
type octets struct {
	*machine
	steps  map[[2]int]machineState
	shares map[[2]int]float64
}

func (m *machine) octets() *octets {
	return &octets{m, map[[2]int]machineState{}, map[[2]int]float64{}}
}

// step reads an octet and, unless it is the last, the dot behind it.
func (o *octets) step(from machineState, n uint32, last bool) machineState {
	if from == 0 {
		return 0
	}
	key := [2]int{int(from), int(n)<<1 | index(last)}
	to, ok := o.steps[key]
	if !ok {
		to = from
		for _, c := range strconv.Itoa(int(n)) {
			to = o.machine.step(to, c)
		}
		if !last {
			to = o.machine.step(to, '.')
		}
		o.steps[key] = to
	}
	return to
}

// share returns how many of the addresses with so many octets to come match.
func (o *octets) share(from machineState, left int) float64 {
	switch {
	case from == 0:
		return 0
	case left == 0:
		if o.matches(from) {
			return 1
		}
		return 0
	}
	key := [2]int{int(from), left}
	share, ok := o.shares[key]
	if !ok {
		for n := range uint32(256) {
			share += o.share(o.step(from, n, left == 1), left-1)
		}
		share /= 256
		o.shares[key] = share
	}
	return share
}

// avoided returns the number that a text leaves out digit by digit: of the longest
// first numbers that it passes, all with any digit but one at each place. Of numbers
// of one digit that says something only where no longer ones pass.
func (o *octets) avoided() int {
	for length := 3; length > 0; length-- {
		number, passes := o.digitwise(length)
		switch {
		case number > 0:
			return number
		case passes > 0:
			return 0
		}
	}
	return 0
}

// digitwise looks at first numbers of one length: how many pass, and the number whose
// digit is the one that none has at its place, 0 where it is not so.
func (o *octets) digitwise(length int) (number, passes int) {
	count := [...]int{1, 10, 100, 1000}[length]
	var seen [3][10]bool
	for n := range count {
		at := o.start()
		for left := count / 10; left > 0; left /= 10 {
			at = o.machine.step(at, rune('0'+n/left%10))
		}
		if o.share(o.machine.step(at, '.'), 3) == 0 {
			continue
		}
		passes++
		for place, left := 0, count/10; left > 0; place, left = place+1, left/10 {
			seen[place][n/left%10] = true
		}
	}
	if passes != [...]int{1, 9, 81, 729}[length] {
		return 0, passes
	}
	for place := range length {
		for digit, there := range seen[place] {
			if !there {
				number = 10*number + digit
			}
		}
	}
	return number, passes
}

// groups returns how many of the IPv6 addresses without a group of zeros match.
func (m *machine) groups() float64 {
	at := map[machineState]float64{m.start(): 1}
	for group := range 8 {
		ended := map[machineState]float64{}
		digits := at
		for digit := range 4 {
			longer := map[machineState]float64{}
			for from, share := range digits {
				for d := range 16 {
					if digit == 0 && d == 0 {
						continue // groups have no zeros in front
					}
					if to := m.step(from, rune("0123456789abcdef"[d])); to != 0 {
						longer[to] += share / 16
					}
				}
			}
			// Of all groups 15/16 have four digits, 15/256 three, and so on.
			for state, share := range longer {
				ended[state] += share * [...]float64{1. / 4096, 1. / 256, 1. / 16, 1}[digit]
			}
			digits = longer
		}
		if group < 7 {
			next := map[machineState]float64{}
			for from, share := range ended {
				if to := m.step(from, ':'); to != 0 {
					next[to] += share
				}
			}
			ended = next
		}
		at = ended
	}
	sum := 0.0
	for state, share := range at {
		if m.matches(state) {
			sum += share
		}
	}
	return min(1, sum/noZeroGroup)
}

// noZeroGroup is how many of all IPv6 addresses have no group of zeros.
const noZeroGroup = (65535. / 65536) * (65535. / 65536) * (65535. / 65536) * (65535. / 65536) * (65535. / 65536) * (65535. / 65536) * (65535. / 65536) * (65535. / 65536)
