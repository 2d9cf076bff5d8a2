package filter

import "github.com/weir-flow/weir/internal/record"

// operand returns what a comparison compares with.
func operand(v value) value {
	v.form = formWord
	if v.quoted {
		v.form = formQuoted
	}
	return v
}

// timeTest binds values of a time.
func (b *binder) timeTest(v value) (test, *Error) {
	read := func(v value) (moment, *Error) { return when(literal(v), b.now, v.column) }
	s, err := interval(v, maxTime, func(v value) (span, *Error) {
		m, err := read(v)
		return span{m.from, m.until - 1}, err
	})
	if err != nil {
		return nil, err
	}
	return numbers{s}, nil
}

// numberTest binds values of a number.
func numberTest(f *record.Field, v value) (test, *Error) {
	if v.form == formCompare && v.op == "&" {
		bits, err := number(f, literal(operand(v)), v.column)
		switch {
		case err != nil:
			return nil, err
		case bits == 0:
			return nil, errorf(v.column, "no bits to test").suggest("%s:0 finds the records with no bit set", f.Name)
		}
		return mask(bits), nil
	}
	s, err := interval(v, limits[f.Type], func(v value) (span, *Error) {
		n, err := number(f, literal(v), v.column)
		return span{n, n}, err
	})
	if err != nil {
		return nil, err
	}
	return numbers{s}, nil
}

// interval reads a value, comparison or range as a span within 0 to limit.
// read gives what a single value stands for.
func interval(v value, limit uint64, read func(value) (span, *Error)) (span, *Error) {
	empty := func(format string, args ...any) (span, *Error) {
		return span{}, errorf(v.column, format, args...)
	}
	switch v.form {
	case formCompare:
		s, err := read(operand(v))
		if err != nil {
			return s, err
		}
		switch v.op {
		case ">":
			if s.hi >= limit {
				return empty("nothing is above %s", v.text)
			}
			return span{s.hi + 1, limit}, nil
		case ">=":
			return span{s.lo, limit}, nil
		case "<":
			if s.lo == 0 {
				return empty("nothing is below %s", v.text)
			}
			return span{0, s.lo - 1}, nil
		default: // <=
			return span{0, s.hi}, nil
		}
	case formRange:
		return rangeInterval(v, limit, read)
	}
	return read(v)
}

func rangeInterval(v value, limit uint64, read func(value) (span, *Error)) (span, *Error) {
	out := span{0, limit}
	if !v.low.star() {
		s, err := read(*v.low)
		if err != nil {
			return s, err
		}
		out.lo = s.lo
		if v.lowOpen {
			out.lo = s.hi + 1 // wraps to 0 only behind the largest number of all
		}
		if v.lowOpen && s.hi >= limit {
			return out, errorf(v.low.column, "nothing is above %s", v.low.text)
		}
	}
	if !v.high.star() {
		s, err := read(*v.high)
		if err != nil {
			return s, err
		}
		out.hi = s.hi
		if v.highOpen {
			out.hi = s.lo - 1
		}
		if v.highOpen && s.lo == 0 {
			return out, errorf(v.high.column, "nothing is below %s", v.high.text)
		}
	}
	if out.lo > out.hi {
		return out, emptyRange(v)
	}
	return out, nil
}

// emptyRange is the error about a range that holds nothing.
func emptyRange(v value) *Error {
	return errorf(v.column, "no value lies in the range").suggest("write the lower end first; { and } leave the ends out")
}
