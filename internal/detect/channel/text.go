package channel

import (
	"fmt"
	"time"

	"github.com/weir-flow/weir/internal/iana"
)

// service names the server's end of a channel.
func (l *link) service() string {
	host := l.server.String()
	if !l.server.Is4() {
		host = "[" + host + "]"
	}
	text := fmt.Sprintf("%s:%d", host, l.port)
	if l.protocol == iana.UDP {
		text += "/udp"
	}
	return text
}

// span writes a length of time with two units at most.
func span(ns int64) string {
	d := time.Duration(ns)
	switch {
	case d == 0:
		return "0 s"
	case d < time.Second:
		return d.Round(time.Millisecond).String()
	case d < 2*time.Minute:
		return fmt.Sprintf("%.0f s", d.Seconds())
	case d < 2*time.Hour:
		return fmt.Sprintf("%.0f min", d.Minutes())
	case d < 48*time.Hour:
		return fmt.Sprintf("%.1f h", d.Hours())
	default:
		return fmt.Sprintf("%.1f days", d.Hours()/24)
	}
}
