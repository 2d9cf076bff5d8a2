package fleet

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Encoding says how records are written down.
type Encoding uint8

// The encodings. AWS writes the first two.
const (
	Text    Encoding = iota // a line of values
	Parquet                 // columns with AWS's types and underscore names; absent values are null
	JSON                    // an object in a line, hyphenated names, without absent values
)

var encodingNames = []string{"text", "parquet", "json"}

func (e Encoding) String() string { return encodingNames[e] }

// ParseEncoding reads the name of an encoding: text, parquet or json.
func ParseEncoding(s string) (Encoding, error) {
	for i, n := range encodingNames {
		if s == n {
			return Encoding(i), nil
		}
	}
	return 0, fmt.Errorf("unknown encoding %q; want text, parquet or json", s)
}

// suffix is how the names of files end, compressed or plain.
func (e Encoding) suffix(plain bool) string {
	switch {
	case e == Parquet:
		return ".log.parquet" // compressed inside
	case e == JSON && plain:
		return ".json"
	case e == JSON:
		return ".json.gz"
	case plain:
		return ".log"
	}
	return ".log.gz"
}

// bitsOf is the width of a field that is a number, by AWS's documented Parquet
// types, 0 for text.
func bitsOf(f field) int {
	switch name := fields[f].name; name {
	case "version", "srcport", "dstport", "protocol", "tcp-flags", "traffic-path":
		return 32
	case "packets", "bytes", "start", "end":
		return 64
	default:
		if strings.HasPrefix(name, "packets-lost-") {
			return 64
		}
		return 0
	}
}

// columns are the fields of a flow log, and the version it states.
func (p *program) columns() (list []field, version string) {
	for _, name := range p.format {
		f, _ := lookupField(name)
		list = append(list, f)
	}
	return list, strconv.Itoa(p.format.version())
}

// appendField appends one value as the flow log's text has it. version is what the
// flow log states.
func (r *Record) appendField(b []byte, f field, version string) []byte {
	switch {
	case f == fVersion:
		return append(b, version...)
	case varying[f]:
		return r.appendVarying(b, f)
	}
	return append(b, orDash(r.Interface.constant(f))...)
}

// appendJSON appends the record as a JSON object, with a newline.
func (r *Record) appendJSON(b []byte, list []field, version string) []byte {
	b = append(b, '{')
	first := true
	for _, f := range list {
		before := len(b)
		if !first {
			b = append(b, ',')
		}
		b = append(append(append(b, '"'), fields[f].name...), `":`...)
		quoted := bitsOf(f) == 0
		if quoted {
			b = append(b, '"')
		}
		at := len(b)
		b = r.appendField(b, f, version)
		if string(b[at:]) == "-" {
			b = b[:before]
			continue
		}
		if first = false; quoted {
			b = append(escapeJSON(b, at), '"')
		}
	}
	return append(b, "}\n"...)
}

// escapeJSON makes what follows at in b fit for a JSON text.
func escapeJSON(b []byte, at int) []byte {
	for _, c := range b[at:] {
		if c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			quoted, _ := json.Marshal(string(b[at:])) // a string always can be
			return append(b[:at], quoted[1:len(quoted)-1]...)
		}
	}
	return b
}
