package initiator

import (
	"testing"

	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
)

func TestInitiator(t *testing.T) {
	const noFlags = 1 << 15 // flags that the record does not have
	f := func(name string, protocol uint8, flags, src, dst uint16, direction, want string) {
		t.Helper()
		reg := record.NewRegistry()
		b := record.NewBatch(record.KindFlow, reg)
		b.Use(record.SrcPort, record.DstPort, record.Protocol)
		if flags != noFlags {
			b.Use(record.TCPFlags)
		}
		b.Extend(1)
		b.Col(record.SrcPort).U16[0], b.Col(record.DstPort).U16[0] = src, dst
		b.Col(record.Protocol).U8[0] = protocol
		if flags != noFlags {
			b.Col(record.TCPFlags).U16[0] = flags
		}
		path := make([]string, record.GroupPath.Slots())
		path[record.Get(record.FlowDirection).Slot] = direction
		b.Path[0] = reg.Intern(record.GroupPath, path)

		Enricher{}.Enrich(b, 0, nil)
		r := b.Col(record.Role).U8[0]
		got := record.InitiatorNames[record.RoleInitiator(r)] + " " + record.InitiatorReasonNames[record.RoleReason(r)]
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}

	f("SYN to a port above the client's", iana.TCP, 2, 40000, 60000, "", "src flags")
	f("SYN and FIN in one window", iana.TCP, 3, 443, 50000, "", "src flags")
	f("SYN-ACK", iana.TCP, 18, 5001, 43416, "", "dst flags")
	f("SYN-ACK and FIN", iana.TCP, 19, 43416, 22, "", "dst flags")
	f("pure ACKs report 0: the port tells", iana.TCP, 0, 443, 50000, "", "dst port")
	f("no flags in the format", iana.TCP, noFlags, 50000, 443, "", "src port")
	f("no flags, own port ephemeral", iana.TCP, noFlags, 50000, 443, "egress", "src direction")
	f("UDP reply", iana.UDP, 0, 53, 51000, "ingress", "dst direction")
	f("two known services on one port", iana.UDP, 0, 123, 123, "", " ")
	f("two ports no service is known on", iana.TCP, 0, 40001, 50001, "egress", " ")
	f("ICMP has no ports", iana.ICMP, 0, 0, 0, "", " ")
}
