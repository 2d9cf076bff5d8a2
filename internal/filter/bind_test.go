package filter

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/weir-flow/weir/internal/record"
)

// What people read when they mistype: the message, the column, the next step.
func TestErrors(t *testing.T) {
	golden(t, "errors.txt", func(text string) string {
		text = strings.NewReplacer("<DEEP>", strings.Repeat("(", MaxDepth+1), "<NOTS>", strings.Repeat("NOT ", MaxDepth+1),
			"<LONG>", strings.Repeat("x", MaxLength+1), "<MANY>", strings.Repeat("22 ", MaxValues+1), "<WORDS>", strings.Repeat("word ", MaxPatterns+1),
			"<CONDITIONS>", strings.Repeat("dstport:22 OR (bytes:1 action:REJECT) OR ", MaxConditions/2), "<RX>", strings.Repeat("a", maxRegex+1)).Replace(text)
		_, err := Compile(text, Options{Now: now})
		if err == nil {
			return "no error"
		}
		return err.Error()
	})
}

// What a filter means: its canonical text, which compiles to the same filter,
// and its SQL.
func TestSQL(t *testing.T) {
	golden(t, "sql.txt", func(text string) string {
		b, err := Compile(text, Options{Now: now})
		if err != nil {
			return "error: " + err.Error()
		}
		again, err := Compile(b.String(), Options{Now: now})
		if err != nil {
			t.Errorf("%s means %s: %v", text, b, err)
			return ""
		}
		if diff := cmp.Diff(dumpBound(b.root), dumpBound(again.root)); diff != "" {
			t.Errorf("%s means %s, which is another filter:\n%s", text, b, diff)
		}
		sql := b.SQL(Schema{}, "")
		var out strings.Builder
		fmt.Fprintf(&out, "means  %s\nsql    %s\n", b, sql.Where)
		for _, p := range sql.Params {
			fmt.Fprintf(&out, "  %s %s = %s\n", p.Name, p.Type, p.Value)
		}
		return out.String()
	})
}

// dumpBound writes a bound tree in a way that does not depend on printing.
func dumpBound(n node) string {
	list := func(nodes []node) string {
		parts := make([]string, len(nodes))
		for i, of := range nodes {
			parts[i] = dumpBound(of)
		}
		return strings.Join(parts, ", ")
	}
	text := func(t test) string {
		switch t := t.(type) {
		case *pattern:
			return fmt.Sprintf("pattern %v %v", t.elems, t.fold)
		case *regex:
			return "regex " + t.re.String()
		case addressText:
			switch of := t.text.(type) {
			case *pattern:
				return fmt.Sprintf("address pattern %v %v", of.elems, t.within)
			case *regex:
				return fmt.Sprintf("address regex %s %v", of.re, t.within)
			}
		}
		return fmt.Sprintf("%T %v", t, t)
	}
	switch n := n.(type) {
	case junction:
		return fmt.Sprintf("junction(or %v: %s)", n.or, list(n.nodes))
	case not:
		return "not(" + dumpBound(n.of) + ")"
	case leaf:
		return n.field.Name + " " + text(n.test)
	case search:
		return fmt.Sprintf("search %s", text(n.test))
	}
	return fmt.Sprintf("%T", n)
}

// A caller warns about a field that the data lacks when only negations test it.
func TestNegatedOnly(t *testing.T) {
	f := func(filter string, want ...record.FieldID) {
		t.Helper()
		b, err := Compile(filter, Options{Now: now})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, b.NegatedOnly()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", filter, diff)
		}
	}

	f("dstport:22")
	f("NOT dstport:22", record.DstPort)
	f("NOT NOT dstport:22")
	f("NOT dstport:22 dstport:>10")
	f("action:REJECT -(vpc_id:a OR dstport:22)", record.DstPort, record.VPCID)
	f("NOT addr:10.0.0.1", record.SrcAddr, record.DstAddr)
	f("NOT _exists_:pkt_srcaddr")
	f("NOT svc:AMAZON*", record.PktSrcAWSService, record.PktDstAWSService)
}

func TestFields(t *testing.T) {
	f := func(filter string, want ...record.FieldID) {
		t.Helper()
		b, err := Compile(filter, Options{Now: now})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, b.Fields()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", filter, diff)
		}
	}

	f("port:22 NOT vpc:a client:10.0.0.1", record.SrcPort, record.DstPort, record.VPCID, record.Client)
	f("checkout", searched...)
}

// A roll-up can only answer a filter whose columns it has.
func TestColumns(t *testing.T) {
	f := func(filter string, want ...string) {
		t.Helper()
		b, err := Compile(filter, Options{Now: now})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, b.SQL(Schema{}, "").Columns); diff != "" {
			t.Errorf("%s (-want +got):\n%s", filter, diff)
		}
	}

	f("*")
	f("start:*")
	f("action:REJECT vpc:a", "action", "ctx")
	f("protocol:tcp", "protocol")
	f("NOT protocol:0", "absent", "protocol")
	f("pkt_srcaddr:10.0.0.1", "absent", "pkt_srcaddr", "srcaddr")
	f("client:10.0.0.1", "dstaddr", "role", "srcaddr")
	f("start:2026-01-01 direction:inbound", "scopes", "start")
	f("end:>2026-01-01T00:00:00.5Z", "absent", "duration", "end_ns", "start")
	f("duration:>10 time_suspect:true", "absent", "duration", "flags")
	f("checkout", "ctx", "dst_side", "path", "src_side", "unmapped")
}

func TestMatchesAll(t *testing.T) {
	f := func(filter string, want bool) {
		t.Helper()
		b, err := Compile(filter, Options{Now: now})
		if err != nil {
			t.Fatal(err)
		}
		if got := b.MatchesAll(); got != want {
			t.Errorf("%q matches all: %v, want %v", filter, got, want)
		}
	}

	f("", true)
	f(" ", true)
	f("*", true)
	f("* OR dstport:22", true)
	f("NOT NOT *", true)
	f("NOT *", false)
	f("* dstport:22", false)
}
