package iana

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// TCP header control bits, as they stand in the tcp_flags field.
//
// RFC 9293 section 3.1 (FIN to URG) and RFC 3168 section 6.1 (ECE, CWR). Flow
// logs OR the bits of all packets of a record; in AWS's a flow of pure ACKs
// reports 0.
const (
	FIN uint16 = 1 << iota
	SYN
	RST
	PSH
	ACK
	URG
	ECE
	CWR
)

var flagNames = [8]string{"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"}

// flagTexts holds the text of every value that has no bit above CWR.
var flagTexts = func() (t [256]string) {
	for v := range t {
		var parts []string
		for bit, name := range flagNames {
			if v>>bit&1 == 1 {
				parts = append(parts, name)
			}
		}
		t[v] = strings.Join(parts, "|")
	}
	t[0] = "none"
	return t
}()

// ErrFlag is wrapped by [ParseFlags] for a name that is no TCP flag.
var ErrFlag = errors.New("unknown TCP flag")

// FlagsText writes TCP flags lowest bit first: 18 is "SYN|ACK", 0 is "none".
// Bits without a name follow as one hexadecimal number: 258 is "SYN|0x100".
func FlagsText(v uint16) string {
	if v < 256 {
		return flagTexts[v]
	}
	high := "0x" + strconv.FormatUint(uint64(v&^0xff), 16)
	if v&0xff == 0 {
		return high
	}
	return flagTexts[v&0xff] + "|" + high
}

// ParseFlags reads what [FlagsText] writes, and what people type: names in any
// letter case joined by |, +, - or a comma ("syn-ack"), or a number (decimal,
// or hexadecimal after 0x).
func ParseFlags(text string) (uint16, error) {
	var v uint16
	if strings.EqualFold(text, "none") {
		return 0, nil
	}
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune("|+-, ", r) }) {
		bit, ok := flagBit(part)
		if !ok {
			n, err := strconv.ParseUint(part, 0, 16)
			if err != nil {
				return 0, fmt.Errorf("parse TCP flags %q: %w %q; known are %s", text, ErrFlag, part, strings.Join(flagNames[:], ", "))
			}
			bit = uint16(n)
		}
		v |= bit
	}
	if v == 0 && !strings.ContainsRune(text, '0') {
		return 0, fmt.Errorf("parse TCP flags %q: %w", text, ErrFlag)
	}
	return v, nil
}

func flagBit(name string) (uint16, bool) {
	for bit, known := range flagNames {
		if strings.EqualFold(name, known) {
			return 1 << bit, true
		}
	}
	return 0, false
}
