package peers

import (
	"encoding/binary"
	"errors"
	"fmt"
	"net/netip"
	"strconv"
)

// NetFlow version 5: a header of 24 bytes, then up to 30 records of 48.
const (
	headerSize = 24
	recordSize = 48
	maxRecords = 30
	upTime     = 1 << 30 // milliseconds the exporter claims to be up: 12 days, from which flows are told
)

// errNotV5 says that NetFlow version 5 has no place for a record: IPv6, NODATA.
var errNotV5 = errors.New("not a NetFlow v5 record")

// columns are the positions of what a record needs in a line.
type columns struct {
	src, dst, srcport, dstport, protocol, packets, bytes, start, end, action, flags int
}

func columnsOf(names []string) (c columns, err error) {
	at := map[string]int{}
	for i, name := range names {
		at[name] = i + 1
	}
	for name, to := range map[string]*int{
		"srcaddr": &c.src, "dstaddr": &c.dst, "srcport": &c.srcport, "dstport": &c.dstport, "protocol": &c.protocol,
		"packets": &c.packets, "bytes": &c.bytes, "start": &c.start, "end": &c.end, "action": &c.action,
	} {
		if *to = at[name] - 1; *to < 0 {
			return c, fmt.Errorf("the files have no column %s", name)
		}
	}
	c.flags = at["tcp_flags"] - 1
	return c, nil
}

// exporter packs records into packets and hands each full one to send, which must
// not keep it.
type exporter struct {
	send     func(packet []byte) error
	packet   []byte // the packet being filled
	sequence uint32 // records sent before it
	clock    int64  // its time, unix seconds; a day after its first record
}

// add appends the record of a line's fields.
func (e *exporter) add(c columns, fields []string) error {
	src, err1 := netip.ParseAddr(fields[c.src])
	dst, err2 := netip.ParseAddr(fields[c.dst])
	if errors.Join(err1, err2) != nil || !src.Is4() || !dst.Is4() {
		return errNotV5
	}
	var numbers [7]int64
	for i, at := range []int{c.srcport, c.dstport, c.protocol, c.packets, c.bytes, c.start, c.end} {
		var err error
		if numbers[i], err = strconv.ParseInt(fields[at], 10, 64); err != nil {
			return errNotV5
		}
	}
	srcport, dstport, protocol, packets, bytes, start, end := numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]
	var flags uint64 // absent is 0, which v5 cannot tell apart
	if c.flags >= 0 {
		flags, _ = strconv.ParseUint(fields[c.flags], 10, 8)
	}
	var accepted uint16
	if fields[c.action] == "ACCEPT" {
		accepted = 1
	}
	if len(e.packet) > 0 && (end > e.clock || (e.clock-start)*1000 > upTime) {
		if err := e.flush(); err != nil {
			return err
		}
	}
	if len(e.packet) == 0 {
		e.begin(end + 24*3600)
	}
	since := func(unix int64) uint32 { return uint32(upTime - (e.clock-unix)*1000) }
	p, be := e.packet, binary.BigEndian
	p = append(append(p, src.AsSlice()...), dst.AsSlice()...)
	p = be.AppendUint32(p, 0) // next hop
	p = be.AppendUint16(p, 1) // input interface
	p = be.AppendUint16(p, accepted)
	p = be.AppendUint32(p, uint32(min(packets, 1<<32-1)))
	p = be.AppendUint32(p, uint32(min(bytes, 1<<32-1)))
	p = be.AppendUint32(p, since(start))
	p = be.AppendUint32(p, since(end))
	p = be.AppendUint16(p, uint16(srcport))
	p = be.AppendUint16(p, uint16(dstport))
	p = append(p, 0, byte(flags), byte(protocol), 0)
	p = append(p, make([]byte, 8)...) // systems, masks, padding
	e.packet = p
	if len(p) == headerSize+maxRecords*recordSize {
		return e.flush()
	}
	return nil
}

// begin starts an empty packet.
func (e *exporter) begin(clock int64) {
	e.clock = clock
	p, be := e.packet, binary.BigEndian
	p = be.AppendUint16(p, 5)
	p = be.AppendUint16(p, 0) // count, set by flush
	p = be.AppendUint32(p, upTime)
	p = be.AppendUint32(p, uint32(clock))
	p = be.AppendUint32(p, 0)
	p = be.AppendUint32(p, e.sequence)
	e.packet = append(p, 0, 0, 0, 0) // engine, sampling
}

// flush sends the packet as it is, if it holds anything.
func (e *exporter) flush() error {
	if len(e.packet) == 0 {
		return nil
	}
	count := (len(e.packet) - headerSize) / recordSize
	binary.BigEndian.PutUint16(e.packet[2:], uint16(count))
	e.sequence += uint32(count)
	err := e.send(e.packet)
	e.packet = e.packet[:0]
	return err
}
