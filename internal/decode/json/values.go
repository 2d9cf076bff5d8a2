package json

import (
	"bytes"

	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/jsonscan"
	"github.com/weir-flow/weir/internal/record"
)

// value returns the text of a leaf as the binder reads it. What it does not know
// it leaves alone: the binder tells what is wrong with it.
func (d *decoder) value(id record.FieldID, l *jsonscan.Leaf) []byte {
	text := l.Text
	switch id {
	case record.AccountID, record.TGWSrcVPCAccountID, record.TGWDstVPCAccountID:
		if l.Kind != jsonscan.Number {
			return text
		}
		if text = d.whole(text); len(text) < 12 && text[0] != '-' {
			return d.keep([]byte("000000000000")[:12-len(text)], text) // a number has no leading zeros
		}
		return text
	case record.ActionField:
		return action(text)
	case record.FlowDirection:
		return direction(text)
	case record.IPType:
		switch string(text) {
		case "ipv4":
			return []byte("IPv4")
		case "ipv6":
			return []byte("IPv6")
		}
		return text
	case record.Protocol:
		if l.Kind == jsonscan.String && text[0]-'0' > 9 && len(text) <= 32 {
			return d.protocol(text)
		}
		return d.whole(text)
	case record.Start, record.End:
		return d.time(text)
	}
	if f := record.Get(id); f.Place == record.PlaceRow && f.Type != record.TypeAddr || l.Kind == jsonscan.Number {
		return d.whole(text)
	}
	return text
}

// keep returns a text made for the row at hand.
func (d *decoder) keep(parts ...[]byte) []byte {
	from := len(d.scratch)
	for _, p := range parts {
		d.scratch = append(d.scratch, p...)
	}
	return d.scratch[from:]
}

// Values of other vocabularies.
var (
	accept, reject  = []byte("ACCEPT"), []byte("REJECT")
	ingress, egress = []byte("ingress"), []byte("egress")
)

// action understands the verdicts of OCSF and ECS, too.
func action(text []byte) []byte {
	switch string(text) {
	case "ACCEPT", "REJECT": // Fast path
		return text
	}
	switch lower(text) {
	case "allow", "allowed", "accepted", "permit", "permitted":
		return accept
	case "deny", "denied", "rejected", "block", "blocked", "drop", "dropped", "refuse", "refused":
		return reject
	}
	return text
}

func isAction(text []byte) bool {
	text = action(text)
	return bytes.EqualFold(text, accept) || bytes.EqualFold(text, reject)
}

// direction returns nil for what is no direction seen from an interface.
func direction(text []byte) []byte {
	switch string(text) {
	case "ingress", "egress": // Fast path
		return text
	}
	switch lower(text) {
	case "ingress", "inbound":
		return ingress
	case "egress", "outbound":
		return egress
	}
	return nil
}

// lower folds a short word to lower case.
func lower(text []byte) string {
	if len(text) > 9 {
		return ""
	}
	var low [9]byte
	for i, c := range text {
		if c-'A' < 26 {
			c |= 0x20
		}
		low[i] = c
	}
	return string(low[:len(text)])
}

func (d *decoder) protocol(text []byte) []byte {
	n, ok := iana.Protocol(string(text))
	if !ok {
		return text
	}
	return d.keep([]byte{'0' + n/100, '0' + n/10%10, '0' + n%10})
}

// time gives RFC 3339 to times that lack its T or its zone, which is UTC then.
func (d *decoder) time(text []byte) []byte {
	if len(text) < 19 || text[4] != '-' || text[10] != ' ' && text[10] != 'T' {
		return d.whole(text)
	}
	out := d.keep(text[:10], []byte{'T'}, bytes.TrimSuffix(text[11:], []byte(" UTC")))
	if last := out[19:]; !bytes.ContainsAny(last, "Zz+-") {
		d.scratch = append(d.scratch, 'Z')
		out = d.scratch[len(d.scratch)-len(out)-1:]
	}
	return out
}

// whole writes a number with a fraction of zeros or an exponent as digits, when
// it is a whole number of at most 20 digits.
func (d *decoder) whole(text []byte) []byte {
	point, exponent := -1, len(text)
	for i, c := range text {
		switch {
		case c-'0' <= 9:
		case c == '.' && point < 0 && i > 0:
			point = i
		case (c == 'e' || c == 'E') && i > 0:
			exponent = i
		default:
			if exponent == len(text) {
				return text
			}
		}
		if exponent < len(text) {
			break
		}
	}
	if point < 0 && exponent == len(text) {
		return text
	}
	shift := 0
	if exponent < len(text) {
		rest := text[exponent+1:]
		sign := 1
		if len(rest) > 0 && (rest[0] == '+' || rest[0] == '-') {
			if rest[0] == '-' {
				sign = -1
			}
			rest = rest[1:]
		}
		if len(rest) == 0 || len(rest) > 2 {
			return text
		}
		for _, c := range rest {
			if c-'0' > 9 {
				return text
			}
			shift = shift*10 + int(c-'0')
		}
		shift *= sign
	}
	digits, fraction := text[:exponent], []byte(nil)
	if point >= 0 {
		digits, fraction = text[:point], text[point+1:exponent]
	}
	// The point stands behind len(digits)+shift digits.
	all := d.keep(digits, fraction)
	at := len(digits) + shift
	if at < 1 || at > 20 {
		return text
	}
	for len(all) < at {
		d.scratch = append(d.scratch, '0')
		all = d.scratch[len(d.scratch)-len(all)-1:]
	}
	if len(bytes.Trim(all[at:], "0")) > 0 {
		return text
	}
	if all = bytes.TrimLeft(all[:at], "0"); len(all) == 0 {
		return []byte("0")
	}
	return all
}
