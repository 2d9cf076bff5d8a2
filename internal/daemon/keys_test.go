package daemon

import (
	"encoding/binary"
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/replay"
)

// TestKeysInMemory fills the tables of all shipped rules with the traffic of ever new
// addresses, until all that addresses can fill are full, over half of DefaultKeys: these million
// keys take at most 256 MB and grow no more, what was dropped is counted, and the memory
// that the process really uses is about what the tables say. It has the full size in make
// soak; without it a thirty-second of both.
func TestKeysInMemory(t *testing.T) {
	keys, rows := DefaultKeys/32, 100_000
	if os.Getenv("WEIR_SOAK") != "" {
		keys, rows = DefaultKeys, 7_000_000
	}
	limit, million := 256<<20/(DefaultKeys/keys), 1_000_000/(DefaultKeys/keys)
	rules, err := LoadRules(RuleSettings{})
	if err != nil {
		t.Fatal(err)
	}
	reg := record.NewRegistry()
	crowd := newCrowd(reg, 22_000*keys/DefaultKeys)
	e, err := newEngine(reg, Enabled(rules), keys)
	if err != nil {
		t.Fatal(err)
	}
	var out replay.Findings
	for done := 0; done < rows; done += crowd.batch.Len() {
		e.Run(crowd.next(), &out)
		out.Take()
	}
	var n, size int
	var evicted uint64
	for _, s := range e.State() {
		n, size, evicted = n+s.Len(), size+s.Bytes(), evicted+s.Evicted()
	}
	used := heap()
	runtime.KeepAlive(e)
	e = nil
	used -= heap()
	t.Logf("%d keys in %d MB by the tables' count, %d B a key; %d MB of heap, %d B a key; %d dropped", n, size>>20, size/n, used>>20, used/n, evicted)
	if size > limit || used > limit+8<<20 { // and what a batch takes
		t.Errorf("more than %d MB", limit>>20)
	}
	if n < million || n > keys*9/8 || evicted == 0 {
		t.Errorf("%d keys, %d were dropped; there may be %d, and are to be %d", n, evicted, keys, million)
	}
	runtime.KeepAlive(crowd)
}

// heap is the memory in use after collecting what is not.
func heap() int {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// crowd makes traffic in which nearly every address is new.
type crowd struct {
	batch *record.Batch
	dice  *rand.Rand
	at    int64
	hosts int
	ctx   []uint32
	sides []uint32 // public, and one for each application
}

func newCrowd(reg *record.Registry, hosts int) *crowd {
	c := &crowd{hosts: hosts, batch: record.NewBatch(record.KindFlow, reg), dice: rand.New(rand.NewPCG(1, 2)), at: time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC).UnixNano()}
	c.sides = append(c.sides, reg.Intern(record.GroupSide, make([]string, record.NumSideSlots)))
	for i := range hosts {
		values := make([]string, record.GroupContext.Slots())
		values[record.Get(record.InterfaceID).Slot] = "eni-" + strconv.Itoa(i)
		values[record.Get(record.SubnetID).Slot] = "subnet-" + strconv.Itoa(i/20)
		values[record.Get(record.VPCID).Slot] = "vpc-1"
		c.ctx = append(c.ctx, reg.Intern(record.GroupContext, values))
		side := make([]string, record.NumSideSlots)
		side[record.SideNetwork], side[record.SideApp], side[record.SideSubnet] = "vpc-1", "app-"+strconv.Itoa(i/3), "subnet-"+strconv.Itoa(i/20)
		c.sides = append(c.sides, reg.Intern(record.GroupSide, side))
	}
	return c
}

// next returns a minute's rows: half from outside, some out, the others inside.
func (c *crowd) next() *record.Batch {
	const n = 20_000
	b := c.batch
	b.Reset()
	b.Use(record.Start, record.End, record.SrcAddr, record.DstAddr, record.SrcPort, record.DstPort, record.Protocol, record.Packets, record.Bytes,
		record.ActionField, record.TCPFlags, record.Counted, record.Role, record.Scopes, record.Flags, record.Absent, record.Part)
	b.Extend(n)
	inside := func() (record.Addr, int) {
		host := c.dice.IntN(c.hosts)
		return addr4(10<<24 | uint32(host)<<8 | uint32(c.dice.IntN(8))), 1 + host
	}
	for i := range n {
		b.Col(record.Start).Time[i], b.Col(record.End).Time[i] = c.at, c.at+int64(59*time.Second)
		src, from := inside()
		dst, to := inside()
		scopes := [2]record.Scope{record.ScopeInternal, record.ScopeInternal}
		if away := addr4(11<<24 + c.dice.Uint32N(200<<24)); i%2 == 0 {
			src, from, scopes[0] = away, 0, record.ScopePublic
		} else if i%4 == 1 {
			dst, to, scopes[1] = away, 0, record.ScopePublic
		}
		b.Col(record.SrcAddr).Addr[i], b.Col(record.DstAddr).Addr[i] = src, dst
		b.SrcSide[i], b.DstSide[i], b.Context[i] = c.sides[from], c.sides[to], c.ctx[max(from, to)-1]
		b.Col(record.SrcPort).U16[i] = uint16(32768 + c.dice.IntN(28000))
		b.Col(record.DstPort).U16[i] = [...]uint16{22, 23, 80, 443, 3389, 5432, 8080, 9200}[c.dice.IntN(8)]
		b.Col(record.Protocol).U8[i] = iana.TCP
		b.Col(record.Packets).U64[i], b.Col(record.Bytes).U64[i] = 1+c.dice.Uint64N(50), 60+c.dice.Uint64N(50_000)
		action := record.Accept
		if c.dice.IntN(3) == 0 {
			action = record.Reject
		}
		b.Col(record.ActionField).U8[i], b.Col(record.TCPFlags).U16[i] = uint8(action), detect.FlagSYN
		b.Col(record.Counted).U8[i] = 1
		b.Col(record.Role).U8[i] = uint8(record.InitiatorSrc)
		b.Col(record.Scopes).U8[i] = record.PackScopes(scopes[0], scopes[1])
	}
	c.at += int64(time.Minute)
	return b
}

func addr4(v uint32) record.Addr {
	a := record.Addr{10: 0xff, 11: 0xff}
	binary.BigEndian.PutUint32(a[12:], v)
	return a
}
