package rule

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/netip"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/weir-flow/weir/internal/cidr"
	"github.com/weir-flow/weir/internal/iana"
)

// MaxListBytes is how large a list may be.
const MaxListBytes = 64 << 20

// ErrList is wrapped by every error about the text of a list.
var ErrList = errors.New("bad list")

// List is a file of values that rules look up: addresses, ports or pairs of apps,
// told by who asks. It never changes.
//
// Addresses come one a line (an address, a network in CIDR form, or a range
// a.b.c.d-e.f.g.h) with comments behind # or ;, as Spamhaus DROP text
// ("192.0.2.0/24 ; SBL1") or JSON, or as a CSV with a header as abuse.ch gives it.
type List struct {
	Name    string
	File    string
	Version string // hash of its bytes

	lines []listLine
}

// listLine is a value of a list, and what the list says about it.
type listLine struct {
	number int
	value  string
	note   string
}

// ReadList reads the file of a list.
func ReadList(name, path string) (*List, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read list %s: %w", name, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxListBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read list %s: %w", name, err)
	}
	return ParseList(name, path, data)
}

// ParseList reads the text of a list; file is for errors. Every line must be
// understood.
func ParseList(name, file string, data []byte) (*List, error) {
	if len(data) > MaxListBytes {
		return nil, fmt.Errorf("%s: %w: more than %d MB", file, ErrList, MaxListBytes>>20)
	}
	sum := sha256.Sum256(data)
	l := &List{Name: name, File: file, Version: hex.EncodeToString(sum[:8])}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(data) {
		return nil, fmt.Errorf("%s: %w: not text in UTF-8", file, ErrList)
	}
	var err error
	switch first := bytes.TrimSpace(data); {
	case len(first) > 0 && (first[0] == '{' || first[0] == '['):
		err = l.readJSON(data)
	case isCSV(data):
		err = l.readCSV(data)
	default:
		l.readLines(data)
	}
	if err != nil {
		return nil, err
	}
	return l, nil
}

// with returns the list with further values, which stand on line 0.
func (l *List) with(values []string) *List {
	var c List
	if l != nil {
		c = *l
	}
	c.lines = slices.Clone(c.lines)
	for _, v := range values {
		c.lines = append(c.lines, listLine{value: v})
	}
	return &c
}

// Len returns how many values the list has.
func (l *List) Len() int { return len(l.lines) }

// Values returns the values as they are written.
func (l *List) Values() []string {
	out := make([]string, len(l.lines))
	for i, line := range l.lines {
		out[i] = line.value
	}
	return out
}

func (l *List) errorf(line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w: %s", l.File, line, ErrList, fmt.Sprintf(format, args...))
}

// readLines reads a value a line, with comments behind # or ;. A comment behind a
// value is its note.
func (l *List) readLines(data []byte) {
	number := 0
	for line := range bytes.Lines(data) {
		number++
		text := string(line)
		var note string
		if at := strings.IndexAny(text, "#;"); at >= 0 {
			text, note = text[:at], strings.TrimSpace(text[at+1:])
		}
		if text = strings.TrimSpace(text); text != "" {
			l.lines = append(l.lines, listLine{number, text, note})
		}
	}
}

// Addresses returns the list as networks with their notes.
func (l *List) Addresses() (*cidr.Table[string], error) {
	var b cidr.Builder[string]
	for _, line := range l.lines {
		lo, hi, isRange := strings.Cut(line.value, "-")
		if isRange {
			from, err := netip.ParseAddr(strings.TrimSpace(lo))
			to, err2 := netip.ParseAddr(strings.TrimSpace(hi))
			if err != nil || err2 != nil || from.Is4() != to.Is4() || to.Less(from) {
				return nil, l.errorf(line.number, "%q is no range of addresses", line.value)
			}
			b.AddRange(cidr.Range{Lo: from.As16(), Hi: to.As16()}, line.note)
			continue
		}
		p, err := cidr.ParsePrefix(hostOf(line.value))
		if err != nil {
			return nil, l.errorf(line.number, "%q is no address, network or range", line.value)
		}
		b.Add(p, line.note)
	}
	return b.Table(), nil
}

// hostOf cuts the port of 192.0.2.1:443 and [2001:db8::1]:443.
func hostOf(text string) string {
	if a, err := netip.ParseAddrPort(text); err == nil {
		return a.Addr().String()
	}
	return text
}

// Ports is a set of ports by protocol.
type Ports [2][1 << 10]uint64 // TCP and others, UDP

// Has reports whether the port is in the set.
func (p *Ports) Has(protocol uint8, port uint16) bool {
	return p[portTable(protocol)][port>>6]>>(port&63)&1 == 1
}

func portTable(protocol uint8) int {
	if protocol == iana.UDP {
		return 1
	}
	return 0
}

func (p *Ports) add(table int, lo, hi uint16) {
	for port := int(lo); port <= int(hi); port++ {
		p[table][port>>6] |= 1 << (port & 63)
	}
}

// Ports returns the list as ports: 23, 6000-6063, 69/udp. Without a protocol a port
// counts for all.
func (l *List) Ports() (*Ports, error) {
	p := &Ports{}
	for _, line := range l.lines {
		if err := p.parse(line.value); err != nil {
			return nil, l.errorf(line.number, "%v", err)
		}
	}
	return p, nil
}

func (p *Ports) parse(text string) error {
	ports, protocol, _ := strings.Cut(text, "/")
	first, last, isRange := strings.Cut(ports, "-")
	if !isRange {
		last = first
	}
	lo, err := strconv.ParseUint(strings.TrimSpace(first), 10, 16)
	hi, err2 := strconv.ParseUint(strings.TrimSpace(last), 10, 16)
	if err != nil || err2 != nil || hi < lo {
		return fmt.Errorf("%q is no port; write 23, 6000-6063 or 69/udp", text)
	}
	switch strings.ToLower(strings.TrimSpace(protocol)) {
	case "":
		p.add(0, uint16(lo), uint16(hi))
		p.add(1, uint16(lo), uint16(hi))
	case "tcp":
		p.add(0, uint16(lo), uint16(hi))
	case "udp":
		p.add(1, uint16(lo), uint16(hi))
	default:
		return fmt.Errorf("%q: the protocol is tcp or udp", text)
	}
	return nil
}

// Pair is a line of a list of edges between apps: "web > db:5432/tcp". * stands for
// any app, an absent port for all.
type Pair struct {
	Client, Server string
	Ports          *Ports // nil: all
}

// Pairs returns the list as pairs of apps.
func (l *List) Pairs() ([]Pair, error) {
	var out []Pair
	for _, line := range l.lines {
		client, server, ok := strings.Cut(line.value, ">")
		client, server = strings.TrimSpace(client), strings.TrimSpace(server)
		if !ok || client == "" || server == "" {
			return nil, l.errorf(line.number, "%q is no pair; write client > server or client > server:port", line.value)
		}
		p := Pair{Client: client, Server: server}
		if at := strings.LastIndexByte(server, ':'); at > 0 {
			p.Server, p.Ports = strings.TrimSpace(server[:at]), &Ports{}
			if err := p.Ports.parse(server[at+1:]); err != nil {
				return nil, l.errorf(line.number, "%v", err)
			}
		}
		out = append(out, p)
	}
	return out, nil
}

// Matches reports whether an edge is the pair.
func (p *Pair) Matches(client, server string, protocol uint8, port uint16) bool {
	return (p.Client == "*" || p.Client == client) && (p.Server == "*" || p.Server == server) &&
		(p.Ports == nil || p.Ports.Has(protocol, port))
}
