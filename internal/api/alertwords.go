package api

import (
	"fmt"
	"strconv"
	"time"

	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/report"
)

// plural writes a number with its noun.
func plural(n uint64, one string, many ...string) string {
	if n == 1 {
		return "1 " + one
	}
	if len(many) == 0 {
		many = []string{one + "s"}
	}
	return report.Count(n) + " " + many[0]
}

func byteText(n float64) string { return report.Bytes(uint64(n)) }

func days(d time.Duration) string { return plural(uint64(d.Round(24*time.Hour)/(24*time.Hour)), "day") }

// portText writes a port with the name of its service.
func portText(protocol, port uint64) string {
	switch uint8(protocol) {
	case 1, 58:
		return "ICMP"
	case 6, 17:
	default:
		return "protocol " + strconv.FormatUint(protocol, 10)
	}
	text := fmt.Sprintf("port %d", port)
	if name := iana.PortName(uint8(protocol), uint16(port)); name != "" {
		text += " (" + name + ")"
	}
	if protocol == 17 {
		text += " over UDP"
	}
	return text
}
