package jsonscan

import "unicode/utf8"

// AppendValue appends a value that [Value] found, without the blanks in it and
// with plain quotes, as valid UTF-8. Numbers keep their digits.
func AppendValue(dst, raw []byte) []byte {
	for p := 0; p < len(raw); {
		if p = Space(raw, p); p >= len(raw) {
			break
		}
		if c := raw[p]; c != '"' && c != 0xe2 {
			dst = append(dst, c)
			p++
			continue
		}
		t, end, why := quoted(raw, p)
		if why != "" {
			return append(dst, raw[p:]...) // not from Value
		}
		dst = appendRaw(dst, raw[t.from:t.to])
		p = end
	}
	return dst
}

// appendRaw appends a text in quotes, whose escapes are good.
func appendRaw(dst, raw []byte) []byte {
	dst = append(dst, '"')
	if utf8.Valid(raw) { // Fast path
		dst = append(dst, raw...)
	} else {
		for len(raw) > 0 {
			r, n := utf8.DecodeRune(raw)
			dst = utf8.AppendRune(dst, r)
			raw = raw[n:]
		}
	}
	return append(dst, '"')
}

// AppendQuoted appends a text in quotes, escaped.
func AppendQuoted(dst []byte, s string) []byte {
	const digits = "0123456789abcdef"
	dst = append(dst, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r == '\n':
			dst = append(dst, '\\', 'n')
		case r == '\r':
			dst = append(dst, '\\', 'r')
		case r == '\t':
			dst = append(dst, '\\', 't')
		case r < ' ':
			dst = append(dst, '\\', 'u', '0', '0', digits[r>>4], digits[r&15])
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return append(dst, '"')
}
