package peers

import (
	"fmt"
	"net/netip"
	"strconv"
	"strings"
)

// Row is what the naive readers make of a line. Version 2 fields are typed, all
// others are kept as text.
type Row struct {
	Account, Interface, Action, Status string
	Src, Dst                           netip.Addr
	SrcPort, DstPort                   uint16
	Protocol                           uint8
	Packets, Bytes                     uint64
	Start, End                         int64
	Rest                               []string
}

// ReadFields reads lines with strings.Fields and strconv, as a first version does:
// a string and a row for every line. It returns how many lines it read.
func ReadFields(names []string, body []byte, each func(*Row)) (int, error) {
	kept := map[string]bool{"version": true}
	lines := 0
	for line := range strings.Lines(string(body)) {
		fields := strings.Fields(line)
		if len(fields) != len(names) {
			return lines, fmt.Errorf("line %d has %d fields, want %d", lines+2, len(fields), len(names))
		}
		row := new(Row)
		for i, text := range fields {
			if text == "-" || kept[names[i]] {
				continue
			}
			if err := row.set(names[i], text); err != nil {
				return lines, fmt.Errorf("line %d: %w", lines+2, err)
			}
		}
		each(row)
		lines++
	}
	return lines, nil
}

// set stores one field.
func (r *Row) set(name, text string) (err error) {
	var n uint64
	switch name {
	case "account_id":
		r.Account = text
	case "interface_id":
		r.Interface = text
	case "action":
		r.Action = text
	case "log_status":
		r.Status = text
	case "srcaddr":
		r.Src, err = netip.ParseAddr(text)
	case "dstaddr":
		r.Dst, err = netip.ParseAddr(text)
	case "srcport":
		n, err = strconv.ParseUint(text, 10, 16)
		r.SrcPort = uint16(n)
	case "dstport":
		n, err = strconv.ParseUint(text, 10, 16)
		r.DstPort = uint16(n)
	case "protocol":
		n, err = strconv.ParseUint(text, 10, 8)
		r.Protocol = uint8(n)
	case "packets":
		r.Packets, err = strconv.ParseUint(text, 10, 64)
	case "bytes":
		r.Bytes, err = strconv.ParseUint(text, 10, 64)
	case "start":
		r.Start, err = strconv.ParseInt(text, 10, 64)
	case "end":
		r.End, err = strconv.ParseInt(text, 10, 64)
	default:
		r.Rest = append(r.Rest, text)
	}
	return err
}

// Columns is what [Scan] fills: one slice per field, reused from call to call.
// Numbers and IPv4 addresses are values, everything else is the position of the
// field in the body, its length in the low 16 bits.
type Columns [][]uint64

// Scan reads lines byte by byte into columns, which is what a day of tuning gives:
// it checks nothing, knows no absent values and no IPv6. It returns how many lines
// it read.
func Scan(names []string, body []byte, into Columns) (lines int) {
	text := make([]bool, len(names))
	for i, name := range names {
		into[i] = into[i][:0]
		switch name {
		case "account_id", "version", "srcport", "dstport", "protocol", "packets", "bytes", "start", "end",
			"srcaddr", "dstaddr", "tcp_flags", "traffic_path", "pkt_srcaddr", "pkt_dstaddr":
		default:
			text[i] = true
		}
	}
	for pos := 0; pos < len(body); lines++ {
		for i := range names {
			began := pos
			if text[i] {
				for pos < len(body) && body[pos] > ' ' {
					pos++
				}
				into[i] = append(into[i], uint64(began)<<16|uint64(pos-began))
				pos++
				continue
			}
			var number, address uint64
			for ; pos < len(body) && body[pos] > ' '; pos++ {
				if c := body[pos]; c == '.' {
					address, number = address<<8|number, 0
				} else {
					number = number*10 + uint64(c-'0')
				}
			}
			into[i] = append(into[i], value(address, number))
			pos++
		}
	}
	return lines
}

func value(address, number uint64) uint64 {
	if address == 0 {
		return number
	}
	return address<<8 | number
}
