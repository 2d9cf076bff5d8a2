package filter

import (
	"math"
	"math/big"
	"math/bits"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
)

// limits are the largest numbers of the numeric types.
var limits = map[record.Type]uint64{
	record.TypeUint8: math.MaxUint8, record.TypeUint16: math.MaxUint16,
	record.TypeUint32: math.MaxUint32, record.TypeUint64: math.MaxUint64,
}

// bitFields are the numbers whose bits mean something of their own.
var bitFields = map[record.FieldID]bool{
	record.TCPFlags: true, record.Absent: true, record.Role: true, record.Scopes: true, record.Flags: true,
}

// number reads what people write for a number of the field: digits, a size
// (10MB, 1GiB, 20k), a duration (90s), a name (tcp, SYN|ACK, ssh) or AS15169.
func number(f *record.Field, text string, column int) (uint64, *Error) {
	limit := limits[f.Type]
	digits := strings.ReplaceAll(text, "_", "")
	if n, err := strconv.ParseUint(digits, 10, 64); err == nil {
		if n > limit {
			return 0, errorf(column, "%s is too large for %s, which ends at %d,", text, f.Name, limit)
		}
		return n, nil
	}
	if n, err, known := numberByName(f, text, column); known {
		return n, err
	}
	if n, ok := scaled(digits, units[f.Unit]); ok && n <= limit {
		return n, nil
	}
	if f.ID == record.Duration {
		if d, err := time.ParseDuration(text); err == nil && d >= 0 && d%time.Second == 0 {
			return uint64(d / time.Second), nil
		}
	}
	return 0, notNumber(f, text, column)
}

// numberByName reads the names that belong to single fields. known is false
// where the field has none or the text is none of them.
func numberByName(f *record.Field, text string, column int) (n uint64, err *Error, known bool) {
	switch f.ID {
	case record.Protocol:
		if p, ok := iana.Protocol(text); ok {
			return uint64(p), nil, true
		}
	case record.TCPFlags:
		v, parse := iana.ParseFlags(text)
		if parse != nil {
			return 0, errorf(column, "%q is no TCP flags", text).suggest("write names such as SYN|ACK, or a number"), true
		}
		return uint64(v), nil, true
	case record.SrcPort, record.DstPort, record.AnyPort, record.ServicePort:
		ports := iana.Ports(text)
		if len(ports) == 1 {
			return uint64(ports[0]), nil, true
		}
		if len(ports) > 1 {
			list := make([]string, len(ports))
			for i, p := range ports {
				list[i] = strconv.Itoa(int(p))
			}
			return 0, errorf(column, "%s has %d ports", text, len(ports)).suggest("write %s:(%s)", f.Name, strings.Join(list, " ")), true
		}
	case record.SrcASN, record.DstASN, record.AnyASN:
		if len(text) > 2 && strings.EqualFold(text[:2], "AS") {
			if v, parse := strconv.ParseUint(text[2:], 10, 32); parse == nil {
				return v, nil, true
			}
		}
	}
	return 0, nil, false
}

// units are the suffixes of a unit's multiples.
var units = map[string]map[string]uint64{
	"bytes": {
		"b": 1, "kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12, "pb": 1e15,
		"kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30, "tib": 1 << 40, "pib": 1 << 50,
		"k": 1e3, "m": 1e6, "g": 1e9, "t": 1e12,
	},
	"packets": {"k": 1e3, "m": 1e6, "g": 1e9},
	"seconds": {"s": 1, "m": 60, "h": 3600, "d": 86400},
}

var decimalNumber = regexp.MustCompile(`^[0-9]{1,20}(\.[0-9]{1,20})?`)

// scaled reads a decimal number with a suffix; the product must be whole.
func scaled(text string, suffixes map[string]uint64) (uint64, bool) {
	digits := decimalNumber.FindString(text)
	if digits == "" {
		return 0, false
	}
	factor := uint64(1)
	if suffix := text[len(digits):]; suffix != "" {
		var ok bool
		if factor, ok = suffixes[strings.ToLower(suffix)]; !ok {
			return 0, false
		}
	}
	whole, fraction, _ := strings.Cut(digits, ".")
	fraction = strings.TrimRight(fraction, "0")
	if fraction == "" {
		n, err := strconv.ParseUint(whole, 10, 64)
		hi, lo := bits.Mul64(n, factor)
		return lo, err == nil && hi == 0
	}
	product, ok := new(big.Rat).SetString(whole + "." + fraction)
	if !ok {
		return 0, false
	}
	product.Mul(product, new(big.Rat).SetInt(new(big.Int).SetUint64(factor)))
	return product.Num().Uint64(), product.IsInt() && product.Num().IsUint64()
}

var (
	dashedNumbers = regexp.MustCompile(`^([0-9]+)-([0-9]+)$`)
	commaNumbers  = regexp.MustCompile(`^[0-9]+(,[0-9]+)+$`)
)

// notNumber explains what the field takes.
func notNumber(f *record.Field, text string, column int) *Error {
	err := errorf(column, "%s takes a number, not %q,", f.Name, text)
	switch m := dashedNumbers.FindStringSubmatch(text); {
	case m != nil:
		return err.suggest("write %s:[%s TO %s]", f.Name, m[1], m[2])
	case commaNumbers.MatchString(text):
		return err.suggest("write %s:(%s)", f.Name, strings.ReplaceAll(text, ",", " "))
	case strings.Contains(text, ":"):
		return err.suggest("%s:( ) holds values of %s only", f.Name, f.Name)
	case strings.HasPrefix(text, "-"):
		return err.suggest("it is never below 0")
	case f.Unit == "bytes":
		return err.suggest("write it as 1500, 10MB or 1GiB")
	case f.Unit == "seconds":
		return err.suggest("write seconds as 90, 90s, 5m or 1h")
	case f.ID == record.Protocol:
		return err.suggest("or a name such as tcp")
	}
	return err
}
