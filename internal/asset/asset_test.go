package asset

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/cidr"
	"github.com/weir-flow/weir/internal/config"
)

func addr(t testing.TB, text string) [16]byte {
	t.Helper()
	a, err := cidr.ParseAddr(text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// The same list in both forms must mean the same.
func TestLookup(t *testing.T) {
	for _, name := range []string{"assets.yaml", "assets.csv"} {
		a, err := Load(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		f := func(network, address, interfaceID string, want Asset) {
			t.Helper()
			got, ok := a.Lookup(network, addr(t, address), interfaceID)
			if ok != (want != Asset{}) {
				t.Errorf("%s: Lookup(%s, %s, %s) found = %v", name, network, address, interfaceID, ok)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: Lookup(%s, %s, %s) (-want +got):\n%s", name, network, address, interfaceID, diff)
			}
		}
		corp := Asset{App: "corp", Owner: "it"}
		checkout := Asset{App: "checkout", Role: "web", Owner: "team-payments"}
		staging := Asset{Network: "vpc-0f1e", App: "staging"}
		f("vpc-1", "10.9.9.9", "", corp)
		f("", "10.9.9.9", "", corp)
		f("vpc-1", "10.0.1.7", "", checkout)
		f("vpc-0f1e", "10.0.1.7", "", staging)
		f("vpc-0f1e", "10.0.1.200", "", Asset{App: "scanner", Role: "security"}) // longer, though bound to no network
		f("vpc-0f1e", "10.0.2.7", "", corp)
		f("012345678901", "192.168.4.4", "", Asset{Network: "012345678901", App: "lab, old", Owner: "research"})
		f("vpc-1", "192.168.4.4", "", Asset{})
		f("vpc-1", "10.0.1.7", "eni-0a1b2c3d", Asset{InterfaceID: "eni-0a1b2c3d", App: "bastion", Role: "admin"})
		f("vpc-1", "10.0.1.7", "eni-other", checkout)
		f("", "2001:db8:1::5", "", Asset{App: "edge", Role: "proxy"})
		f("", "8.8.8.8", "", Asset{})

		if got, ok := a.LookupIn("vpc-1", "012345678901", addr(t, "192.168.4.4"), ""); !ok || got.App != "lab, old" {
			t.Errorf("%s: line bound to the account is not found: %v, %v", name, got, ok)
		}
		if a.Len() != 7 || len(a.Digest()) != 64 {
			t.Errorf("%s: %d lines, digest %q", name, a.Len(), a.Digest())
		}
	}
}

func TestNilAssets(t *testing.T) {
	var none *Assets
	if got, ok := none.Lookup("vpc-1", addr(t, "10.0.0.1"), "eni-1"); ok || none.Len() != 0 || none.Digest() != "" {
		t.Errorf("nil list says %v", got)
	}
}

// Each message is all that a person gets to mend the file with.
func TestParseErrors(t *testing.T) {
	f := func(name, text string, want ...string) {
		t.Helper()
		_, err := Parse(name, []byte(text))
		if err == nil {
			t.Errorf("Parse(%q): no error", text)
			return
		}
		for _, w := range want {
			if !strings.Contains(err.Error(), w) {
				t.Errorf("Parse(%q) = %v, want %q in it", text, err, w)
			}
		}
	}
	f("a.csv", "cidr,app,ownr\n10.0.0.0/8,x,y\n", `a.csv:1: unknown column "ownr"; did you mean "owner"?`)
	f("a.csv", "cidr,app,app\n", `a.csv:1: column "app" is there twice`)
	f("a.csv", "cidr,app\n10.0.0.0/33,x\n", `a.csv:2: parse prefix "10.0.0.0/33"`, "length 33 is over 32")
	f("a.csv", "cidr,app\n10.0.0.0/8\n", "a.csv:2: wrong number of fields")
	f("a.csv", "cidr,app\n10.0.0.0/8,a\n\n# x\n10.9.9.9/8,b\n", "a.csv:5: 10.0.0.0/8 is already on line 2")
	f("a.csv", "cidr,app,network\n10.0.0.0/8,a,v\n10.0.0.0/8,b,v\n", "a.csv:3: 10.0.0.0/8 in v is already on line 2")
	f("a.csv", "interface,app,network\neni-1,a,v\neni-1,b,\n", "a.csv:3: interface eni-1 is already on line 2")
	f("a.csv", "cidr,interface,app\n,,x\n", "a.csv:2: cidr or interface is missing")
	f("a.csv", "cidr,interface,app\n10.0.0.1,eni-1,x\n", "a.csv:2: cidr and interface are both given")
	f("a.csv", "interface,interface_id,app\neni-1,eni-2,x\n", "a.csv:2: interface and interface_id are both given")
	f("a.csv", "cidr,network,account,app\n10.0.0.1,v,1,x\n", "a.csv:2: network and account are both given")
	f("a.csv", "cidr,app\n10.0.0.1,\n", "a.csv:2: app, role and owner are all empty")
	f("a.csv", "cidr,app\nx,a\ny,b\n", "a.csv:2:", "a.csv:3:") // all are told
	f("a.csv", "", "no assets in it")
	f("a.csv", "cidr,app\n", "no assets in it")
	f("a.csv", "cidr,app\n\"10.0.0.1,x\n", "a.csv:")
	f("a.yaml", "assets: []", "no assets in it")
	f("a.yaml", "asets: []", `a.yaml:1: unknown key "asets"; did you mean "assets"?`)
	f("a.yaml", "assets:\n- cidr: 10.0.0.1\n  aap: x\n", `a.yaml:3: unknown key "aap"; did you mean "app"?`)
	f("a.yaml", "assets:\n- cidr: 10.0.0.1\n  app: x\n- cidr: 10.0.0.1\n  app: y\n", "a.yaml:4: 10.0.0.1/32 is already on line 2")
	f("a.yaml", "assets: {cidr: 10.0.0.1}", "a.yaml:1: cannot unmarshal")
	f("a.yaml", "- cidr: 10.0.0.1", "a.yaml:1: cannot unmarshal")

	if _, err := Parse("a.csv", []byte("cidr\nx\n")); !errors.As(err, new(*config.Error)) {
		t.Errorf("error is %T, want *config.Error", err)
	}
	if _, err := Load("testdata/absent.csv"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("Load of an absent file: %v", err)
	}
}

// The interface has its column under the name of the field, too.
func TestParseInterfaceID(t *testing.T) {
	for name, text := range map[string]string{
		"a.csv": "interface_id,app\neni-1,web\n", "a.yaml": "assets: [{interface_id: eni-1, app: web}]",
	} {
		a, err := Parse(name, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := a.Lookup("", addr(t, "10.0.0.1"), "eni-1"); got.App != "web" {
			t.Errorf("%s: Lookup = %v", name, got)
		}
	}
}

// A file without a telling name is read by what is in it.
func TestParseByContent(t *testing.T) {
	f := func(text string) {
		t.Helper()
		a, err := Parse("/dev/fd/63", []byte(text))
		if err != nil {
			t.Errorf("Parse(%q): %v", text, err)
			return
		}
		if got, ok := a.Lookup("", addr(t, "10.1.2.3"), ""); !ok || got.App != "x" {
			t.Errorf("Parse(%q): found %v, %v", text, got, ok)
		}
	}
	f("cidr,app\n10.0.0.0/8,x\n")
	f("\ufeffcidr;app\r\n10.0.0.0/8;x\r\n")
	f("CIDR, App\n10., x")
	f("assets: [{cidr: 10.0.0.0/8, app: x}]")
	f("\ufeffassets:\n- {cidr: 10.0.0.0/8, app: x, role: }\n")
}

func FuzzParse(f *testing.F) {
	for _, name := range []string{"assets.yaml", "assets.csv"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, err := Parse("list", []byte(text))
		if err != nil {
			if !strings.Contains(err.Error(), "list") {
				t.Errorf("error without its file: %v", err)
			}
			return
		}
		for i, e := range a.entries {
			got, ok := a.Lookup(e.Network, e.prefix.Addr(), e.InterfaceID)
			if !ok {
				t.Errorf("entry %d (%+v) is not found", i, e)
			}
			if e.prefix.Single() && e.Network != "" && e.InterfaceID == "" && got != e.Asset {
				t.Errorf("entry %d: found %+v, want %+v", i, got, e.Asset)
			}
		}
	})
}

func BenchmarkLookup(b *testing.B) {
	var text strings.Builder
	text.WriteString("cidr,interface,app,network\n")
	for i := range 4000 {
		fmt.Fprintf(&text, "10.%d.%d.0/24,,app%d,%s\n", i/250, i%250, i, []string{"", "vpc-1"}[i%2])
		fmt.Fprintf(&text, ",eni-%08x,app%d,\n", i, i)
	}
	a, err := Parse("bench.csv", []byte(text.String()))
	if err != nil {
		b.Fatal(err)
	}
	ip := addr(b, "10.3.77.9")
	b.Run("range", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			a.Lookup("vpc-1", ip, "")
		}
	})
	b.Run("interface", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			a.Lookup("vpc-1", ip, "eni-00000300")
		}
	})
}
