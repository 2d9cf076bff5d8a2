package record

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand/v2"
	"net/netip"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

const benchRows = 100_000

var (
	columnsV2 = strings.Fields("version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status")
	columnsV5 = append(columnsV2[:14:14], strings.Fields("vpc-id subnet-id instance-id tcp-flags type pkt-srcaddr pkt-dstaddr region az-id sublocation-type sublocation-id pkt-src-aws-service pkt-dst-aws-service flow-direction traffic-path")...)
)

// benchLines makes lines as an account of 200 interfaces writes them, in no
// order, which is the worst case for anything that remembers the last line.
func benchLines(version int) []byte {
	r := rand.New(rand.NewPCG(1, uint64(version)))
	type host struct{ eni, vpc, subnet, instance, addr, az string }
	hosts := make([]host, 200)
	for i := range hosts {
		hosts[i] = host{
			fmt.Sprintf("eni-%017x", r.Uint64()>>4), fmt.Sprintf("vpc-%017x", i/100), fmt.Sprintf("subnet-%017x", i/20),
			fmt.Sprintf("i-%017x", r.Uint64()>>4), fmt.Sprintf("10.%d.%d.%d", i/100, i/20, 4+r.IntN(250)), "use1-az" + strconv.Itoa(1+i%3),
		}
	}
	var out bytes.Buffer
	for range benchRows {
		h := &hosts[r.IntN(len(hosts))]
		src, dst, dir, path := h.addr, hosts[r.IntN(len(hosts))].addr, "egress", "1"
		if r.IntN(3) == 0 {
			dst, path = fmt.Sprintf("%d.%d.%d.%d", 1+r.IntN(222), r.IntN(256), r.IntN(256), r.IntN(256)), "8"
		}
		sport, dport := 32768+r.IntN(28000), []int{443, 80, 22, 5432, 53, 3306, 8080}[r.IntN(7)]
		if r.IntN(2) == 0 {
			src, dst, sport, dport, dir, path = dst, src, dport, sport, "ingress", "-"
		}
		action := "ACCEPT"
		if r.IntN(8) == 0 {
			action = "REJECT"
		}
		packets := 1 + r.IntN(1<<(1+r.IntN(16)))
		start := 1700000000 + r.IntN(300)
		fmt.Fprintf(&out, "%d 123456789012 %s %s %s %d %d 6 %d %d %d %d %s OK", version, h.eni, src, dst, sport, dport, packets, packets*(40+r.IntN(1400)), start, start+10+r.IntN(50), action)
		if version > 2 {
			fmt.Fprintf(&out, " %s %s %s %d IPv4 %s %s us-east-1 %s - - - - %s %s", h.vpc, h.subnet, h.instance, []int{0, 2, 3, 18, 19}[r.IntN(5)], src, dst, h.az, dir, path)
		}
		out.WriteByte('\n')
	}
	return out.Bytes()
}

func BenchmarkLineV2(b *testing.B) { benchLine(b, 2, columnsV2) }
func BenchmarkLineV5(b *testing.B) { benchLine(b, 5, columnsV5) }

func benchLine(b *testing.B, version int, columns []string) {
	data := append(benchLines(version), make([]byte, LinePad)...)
	end := len(data) - LinePad
	batch := NewBatch(KindFlow, NewRegistry())
	binder, err := NewBinder(columns, BindOptions{})
	if err != nil {
		b.Fatal(err)
	}
	lines := func() {
		batch.Reset()
		binder.Begin(batch, benchRows)
		for p := 0; p < end; {
			next, reason := binder.Line(data, p)
			if reason != "" {
				b.Fatal(reason)
			}
			p = next
		}
		binder.End()
	}
	lines()
	rate(b, end, lines)
}

// rate runs one pass over the lines per iteration and reports records per
// second of CPU time, which other work on the machine disturbs less.
func rate(b *testing.B, size int, pass func()) {
	b.SetBytes(int64(size))
	b.ReportAllocs()
	before := cpuTime()
	for b.Loop() {
		pass()
	}
	b.ReportMetric(float64(b.N)*benchRows/(cpuTime()-before).Seconds()/1e6, "Mrec/cpu-s")
}

func cpuTime() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// The peers: what one writes first, and a careful scanner of the same fields
// that interns nothing and skips the fields it holds as text.

func BenchmarkNaiveV2(b *testing.B) { benchNaive(b, 2) }
func BenchmarkNaiveV5(b *testing.B) { benchNaive(b, 5) }
func BenchmarkBytesV2(b *testing.B) { benchBytes(b, 2) }
func BenchmarkBytesV5(b *testing.B) { benchBytes(b, 5) }

type naiveRecord struct {
	version, account, eni      string
	src, dst                   netip.Addr
	sport, dport               uint16
	proto                      uint8
	packets, bytes, start, end uint64
	action, status             string
	rest                       []string
}

func benchNaive(b *testing.B, version int) {
	data := benchLines(version)
	out := make([]naiveRecord, 0, benchRows)
	rate(b, len(data), func() {
		out = out[:0]
		in := bufio.NewScanner(bytes.NewReader(data))
		for in.Scan() {
			w := strings.Fields(in.Text())
			src, _ := netip.ParseAddr(w[3])
			dst, _ := netip.ParseAddr(w[4])
			sport, _ := strconv.ParseUint(w[5], 10, 16)
			dport, _ := strconv.ParseUint(w[6], 10, 16)
			proto, _ := strconv.ParseUint(w[7], 10, 8)
			r := naiveRecord{version: w[0], account: w[1], eni: w[2], src: src, dst: dst, sport: uint16(sport), dport: uint16(dport), proto: uint8(proto), action: w[12], status: w[13], rest: w[14:]}
			r.packets, _ = strconv.ParseUint(w[8], 10, 64)
			r.bytes, _ = strconv.ParseUint(w[9], 10, 64)
			r.start, _ = strconv.ParseUint(w[10], 10, 64)
			r.end, _ = strconv.ParseUint(w[11], 10, 64)
			out = append(out, r)
		}
	})
}

type bytesRecord struct {
	src, dst                   Addr
	sport, dport               uint16
	proto, action              uint8
	packets, bytes, start, end uint64
}

func benchBytes(b *testing.B, version int) {
	data := benchLines(version)
	out := make([]bytesRecord, 0, benchRows)
	rate(b, len(data), func() {
		out = out[:0]
		for rest := data; len(rest) > 0; {
			var line []byte
			if i := bytes.IndexByte(rest, '\n'); i >= 0 {
				line, rest = rest[:i], rest[i+1:]
			}
			var r bytesRecord
			for i := 0; len(line) > 0; i++ {
				n := bytes.IndexByte(line, ' ')
				if n < 0 {
					n = len(line)
				}
				w := line[:n]
				line = line[min(n+1, len(line)):]
				switch i {
				case 3:
					r.src = bytesAddr(w)
				case 4:
					r.dst = bytesAddr(w)
				case 5:
					r.sport = uint16(bytesUint(w))
				case 6:
					r.dport = uint16(bytesUint(w))
				case 7:
					r.proto = uint8(bytesUint(w))
				case 8:
					r.packets = bytesUint(w)
				case 9:
					r.bytes = bytesUint(w)
				case 10:
					r.start = bytesUint(w)
				case 11:
					r.end = bytesUint(w)
				case 12:
					r.action = w[0]
				}
			}
			out = append(out, r)
		}
	})
}

func bytesUint(w []byte) (v uint64) {
	for _, c := range w {
		v = v*10 + uint64(c-'0')
	}
	return v
}

func bytesAddr(w []byte) (a Addr) {
	a[10], a[11] = 0xff, 0xff
	octet, at := byte(0), 12
	for _, c := range w {
		if c == '.' {
			a[at], octet = octet, 0
			at++
			continue
		}
		octet = octet*10 + c - '0'
	}
	a[at] = octet
	return a
}
