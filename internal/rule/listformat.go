package rule

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"net/netip"
	"strings"
)

// dropEntry is a line of Spamhaus DROP in JSON (spamhaus.org/drop/drop_v4.json); the
// last one tells of the list.
type dropEntry struct {
	CIDR string `json:"cidr"`
	SBL  string `json:"sblid"`
	Type string `json:"type"`
}

// readJSON reads objects one after the other, or one array of them.
func (l *List) readJSON(data []byte) error {
	lineAt := func(offset int64) int { return 1 + bytes.Count(data[:min(offset, int64(len(data)))], []byte("\n")) }
	add := func(e dropEntry, offset int64) error {
		switch {
		case e.CIDR != "":
			l.lines = append(l.lines, listLine{lineAt(offset - 1), e.CIDR, e.SBL})
		case e.Type != "metadata":
			return l.errorf(lineAt(offset-1), "an entry without cidr")
		}
		return nil
	}
	d := json.NewDecoder(bytes.NewReader(data))
	array := bytes.TrimSpace(data)[0] == '['
	if array {
		if _, err := d.Token(); err != nil {
			return l.errorf(1, "%v", err)
		}
	}
	for {
		if array && !d.More() {
			if _, err := d.Token(); err != nil {
				return l.errorf(lineAt(d.InputOffset()), "%v", err)
			}
			array = false
			continue
		}
		var e dropEntry
		if err := d.Decode(&e); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return l.errorf(lineAt(d.InputOffset()), "%v", err)
		}
		if err := add(e, d.InputOffset()); err != nil {
			return err
		}
	}
}

// addressColumns are the columns of abuse.ch's files that hold the address, best
// first, and noteColumns those that say what it is.
var (
	addressColumns = []string{"dst_ip", "dstip", "ip_address", "ip", "ioc_value", "address", "cidr", "network"}
	noteColumns    = []string{"malware", "malware_printable", "listingreason", "fk_malware", "threat_type", "reason", "note"}
)

// csvHeader returns the names of the columns of a line, nil when it is no header.
func csvHeader(line string) []string {
	line = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(line), "#"))
	if !strings.Contains(line, ",") {
		return nil
	}
	r := csv.NewReader(strings.NewReader(line))
	r.TrimLeadingSpace, r.LazyQuotes = true, true
	names, err := r.Read()
	if err != nil {
		return nil
	}
	for i, n := range names {
		names[i] = strings.ToLower(strings.Trim(strings.TrimSpace(n), `"`))
	}
	if column(names, addressColumns) < 0 {
		return nil
	}
	return names
}

func column(names, wanted []string) int {
	for _, w := range wanted {
		for i, n := range names {
			if n == w {
				return i
			}
		}
	}
	return -1
}

// isCSV reports whether the first line of values, or the last comment before it, is a
// header.
func isCSV(data []byte) bool { return csvColumns(data) != nil }

// csvColumns returns the names of the columns; abuse.ch writes them as the last
// comment before the values or as the first line.
func csvColumns(data []byte) (names []string) {
	for line := range bytes.Lines(data) {
		text := strings.TrimSpace(string(line))
		if text == "" {
			continue
		}
		if header := csvHeader(text); header != nil {
			names = header
		}
		if text[0] != '#' {
			break
		}
	}
	return names
}

func (l *List) readCSV(data []byte) error {
	names := csvColumns(data)
	at, note, kind := column(names, addressColumns), column(names, noteColumns), column(names, []string{"ioc_type"})
	r := csv.NewReader(bytes.NewReader(data))
	r.Comment, r.TrimLeadingSpace, r.FieldsPerRecord, r.LazyQuotes = '#', true, -1, true
	first := true
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return l.errorf(1, "%v", err)
		}
		line, _ := r.FieldPos(0)
		if first && csvHeader(strings.Join(cells, ",")) != nil {
			first = false
			continue
		}
		first = false
		if at >= len(cells) {
			return l.errorf(line, "%d columns where the header has %d", len(cells), len(names))
		}
		if kind >= 0 && kind < len(cells) && !strings.HasPrefix(strings.ToLower(strings.TrimSpace(cells[kind])), "ip") {
			continue // ThreatFox lists names and hashes among the addresses
		}
		e := listLine{number: line, value: strings.TrimSpace(cells[at])}
		if note >= 0 && note < len(cells) {
			e.note = strings.TrimSpace(cells[note])
		}
		if a, err := netip.ParseAddrPort(e.value); err == nil {
			e.value = a.Addr().String()
		}
		l.lines = append(l.lines, e)
	}
}
