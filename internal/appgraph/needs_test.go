package appgraph

import (
	"fmt"
	"net/netip"
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

func client(port uint16, addr string, scope record.Scope, app string) query.Client {
	return query.Client{Port: port, Protocol: 6, Addr: record.AddrFrom(netip.MustParseAddr(addr)), Scope: scope, App: app, Flows: 10}
}

// TestNeeds protects what rules are proposed: the internet only for many, one by one
// for few, apps inside as few prefixes that cover every client.
func TestNeeds(t *testing.T) {
	f := func(name string, clients []query.Client, want ...string) {
		t.Helper()
		needs := Needs(clients)
		var got []string
		for _, n := range needs {
			got = append(got, fmt.Sprintf("%s:%d", n.Source, n.Port))
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
		for _, c := range clients {
			covered := c.Scope == record.ScopeMulticast
			for _, n := range needs {
				covered = covered || n.Port == c.Port && n.Source.Contains(c.Addr.Netip())
			}
			if !covered {
				t.Errorf("%s: no rule lets %s in", name, c.Addr)
			}
		}
	}
	var many, app []query.Client
	for i := range 40 {
		many = append(many, client(443, fmt.Sprintf("203.0.%d.7", i), record.ScopePublic, "AS"))
		app = append(app, client(5432, fmt.Sprintf("10.0.1.%d", 16+i%32), record.ScopeInternal, "web"))
	}
	f("nobody", nil)
	f("the internet", many, "0.0.0.0/0:443")
	f("a partner", many[:2], "203.0.0.7/32:443", "203.0.1.7/32:443")
	f("one app of neighbours", app, "10.0.1.16/28:5432", "10.0.1.32/28:5432")
	f("two apps", []query.Client{client(22, "10.0.0.4", record.ScopeInternal, "bastion"), client(22, "10.9.0.4", record.ScopeInternal, "ops")}, "10.0.0.4/32:22", "10.9.0.4/32:22")
	f("scattered", []query.Client{
		client(80, "10.0.0.4", record.ScopeInternal, "web"), client(80, "10.0.0.200", record.ScopeInternal, "web"), client(80, "10.0.9.4", record.ScopeInternal, "web"),
		client(80, "10.0.9.99", record.ScopeInternal, "web"), client(80, "10.1.0.1", record.ScopeInternal, "web"),
	}, "10.0.0.4/32:80", "10.0.0.200/32:80", "10.0.9.4/32:80", "10.0.9.99/32:80", "10.1.0.1/32:80")
	var wide []query.Client
	for i := range 30 {
		wide = append(wide, client(80, fmt.Sprintf("10.%d.%d.%d", i%2, i*3, i*7), record.ScopeInternal, "web"))
	}
	if n := len(Needs(wide)); n > 12 {
		t.Errorf("30 scattered clients of one app come to %d rules", n)
	}
	f("not let in by rules", []query.Client{client(5353, "224.0.0.251", record.ScopeMulticast, "")})
}

// TestNeedsText protects that names out of logs stay text in what people paste.
func TestNeedsText(t *testing.T) {
	needs := Needs([]query.Client{client(443, "10.0.0.4", record.ScopeInternal, "x'; rm -rf / #${evil}\"\n`id`")})
	aws, tf := AWSCommand(needs, "vpc-1"), Terraform(needs, "we\"b ${x}", "vpc-1")
	for _, text := range []string{aws, tf} {
		if strings.ContainsAny(text, "`;") || strings.Contains(text, "${") || strings.Contains(text, "rm -rf / #") {
			t.Errorf("a name got out:\n%s", text)
		}
	}
	if !strings.Contains(aws, "IpProtocol=tcp,FromPort=443,ToPort=443,IpRanges=[{CidrIp=10.0.0.4/32,") {
		t.Errorf("command:\n%s", aws)
	}
	if !strings.Contains(tf, `resource "aws_vpc_security_group_ingress_rule" "we_b_x_tcp_443_1"`) || !strings.Contains(tf, `cidr_ipv4         = "10.0.0.4/32"`) {
		t.Errorf("terraform:\n%s", tf)
	}
}
