package cloudwatch

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/weir-flow/weir/internal/jsonscan"
)

// members calls f for the members of the object at the beginning of data, until f
// returns false or the object ends, or is cut. A value that is cut is handed out as
// far as it goes.
func members(data []byte, f func(name, value []byte) bool) {
	if len(data) == 0 || data[0] != '{' {
		return
	}
	for p := 1; ; {
		p = jsonscan.Space(data, p)
		name, at, why := jsonscan.Member(data, p)
		if why != "" || at > len(data) {
			return
		}
		end, why := jsonscan.Value(data, at)
		if !f(name, data[at:min(end, len(data))]) || why != "" {
			return
		}
		if p = jsonscan.Space(data, end); p >= len(data) || data[p] != ',' {
			return
		}
		p++
	}
}

// elements calls f for the values of a list.
func elements(list []byte, f func(value []byte)) {
	if len(list) == 0 || list[0] != '[' {
		return
	}
	for p := 1; ; {
		p = jsonscan.Space(list, p)
		end, why := jsonscan.Value(list, p)
		if why != "" {
			return
		}
		f(list[p:end])
		if p = jsonscan.Space(list, end); p >= len(list) || list[p] != ',' {
			return
		}
		p++
	}
}

// quoted returns what stands between the quotes of a text, its escapes as they are.
func quoted(value []byte) (raw []byte, ok bool) {
	if len(value) < 2 || value[0] != '"' {
		return nil, false
	}
	return value[1 : len(value)-1], true
}

// text returns what a text says; "" for what is no text. It is copied only when there
// are escapes to resolve.
func text(value []byte) []byte {
	raw, _ := quoted(value)
	if bytes.IndexByte(raw, '\\') < 0 {
		return raw
	}
	return jsonscan.AppendText(nil, raw)
}

// number returns a whole number, which may be written as a text; 0 for anything else.
func number(value []byte) int64 {
	n, err := strconv.ParseInt(strings.Trim(string(value), `"`), 10, 64)
	if err != nil {
		return 0
	}
	return n
}
