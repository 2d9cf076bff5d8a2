package store

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/record"
)

// viewBatch has a full record over IPv4 with one packet address translated, and
// a heartbeat over nothing.
func viewBatch(reg *record.Registry) *record.Batch {
	b := record.NewBatch(record.KindFlow, reg)
	b.Use(record.RowFields...)
	b.Use(record.Absent, record.Counted, record.Role, record.Scopes, record.Flags)
	b.Extend(2)
	context := func(status string) uint32 {
		values := make([]string, record.GroupContext.Slots())
		values[record.Get(record.Version).Slot] = "5"
		values[record.Get(record.AccountID).Slot] = "111122223333"
		values[record.Get(record.InterfaceID).Slot] = "eni-1"
		values[record.Get(record.LogStatus).Slot] = status
		return reg.Intern(record.GroupContext, values)
	}
	b.Context[0], b.Context[1] = context(record.StatusOK), context(record.StatusNoData)
	path := make([]string, record.GroupPath.Slots())
	path[record.Get(record.TrafficPath).Slot] = "8"
	b.Path[0] = reg.Intern(record.GroupPath, path)
	side := make([]string, record.NumSideSlots)
	side[record.SideApp], side[record.SideASN] = "web", "64500"
	b.DstSide[0] = reg.Intern(record.GroupSide, side)

	start := testDay.Start().UnixNano() + 5*second
	b.Col(record.Start).Time[0], b.Col(record.End).Time[0] = start+250e6, start+60*second
	b.Col(record.Start).Time[1], b.Col(record.End).Time[1] = start, start
	v4 := func(last byte) record.Addr { return record.Addr{10: 255, 11: 255, 12: 10, 15: last} }
	b.Col(record.SrcAddr).Addr[0], b.Col(record.DstAddr).Addr[0] = v4(1), v4(2)
	b.Col(record.PktSrcAddr).Addr[0], b.Col(record.PktDstAddr).Addr[0] = record.Addr{0: 0x20, 1: 1, 2: 0x0d, 3: 0xb8, 15: 1}, v4(2)
	b.Col(record.SrcPort).U16[0], b.Col(record.DstPort).U16[0] = 40000, 443
	b.Col(record.Protocol).U8[0], b.Col(record.ActionField).U8[0] = 6, uint8(record.Reject)
	b.Col(record.Packets).U64[0], b.Col(record.Bytes).U64[0] = 3, 1<<63
	b.Col(record.Counted).U8[0] = 1
	b.Col(record.Role).U8[0] = record.PackRole(record.InitiatorSrc, record.ByFlags, record.WitnessDst)
	b.Col(record.Scopes).U8[0] = record.PackScopes(record.ScopePublic, record.ScopeInternal)
	for _, id := range record.RowFields {
		if id != record.Start && id != record.End {
			b.Col(record.Absent).U32[1] |= record.AbsentBit(id)
		}
	}
	return b
}

// TestViews: hunters see AWS's names with Unix seconds in one view and the
// catalogue's in the other, text for addresses, and NULL, not zero, for what a
// record lacks.
func TestViews(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{})
	reg := record.NewRegistry()
	w := s.Writer(reg)
	if err := w.Write(t.Context(), "v", []*record.Batch{viewBatch(reg)}, nil, nil); err != nil {
		t.Fatal(err)
	}
	if err := w.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	readonly := "1"
	f := func(sql string, want ...string) {
		t.Helper()
		stream, err := s.conn.Query(t.Context(), sql, "JSONEachRow", engine.Options{
			Database: s.ViewDatabase(),
			Settings: map[string]string{"readonly": readonly},
		})
		if err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
		defer stream.Close()
		text, err := io.ReadAll(stream)
		if err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
		if diff := cmp.Diff(want, strings.Split(strings.TrimSpace(string(text)), "\n")); diff != "" {
			t.Errorf("%s:\n%s", sql, diff)
		}
	}
	f("SELECT srcaddr, dstaddr, srcport, protocol, packets, bytes, start, end, action, log_status, tcp_flags, version, account_id, vpc_id, pkt_srcaddr, pkt_dstaddr, traffic_path FROM vpc_flow_logs ORDER BY log_status DESC",
		`{"srcaddr":"10.0.0.1","dstaddr":"10.0.0.2","srcport":40000,"protocol":6,"packets":3,"bytes":9223372036854775808,"start":1772323205,"end":1772323265,"action":"REJECT","log_status":"OK","tcp_flags":0,"version":5,"account_id":"111122223333","vpc_id":null,"pkt_srcaddr":"2001:db8::1","pkt_dstaddr":"10.0.0.2","traffic_path":8}`,
		`{"srcaddr":null,"dstaddr":null,"srcport":null,"protocol":null,"packets":null,"bytes":null,"start":1772323205,"end":1772323205,"action":null,"log_status":"NODATA","tcp_flags":null,"version":5,"account_id":"111122223333","vpc_id":null,"pkt_srcaddr":null,"pkt_dstaddr":null,"traffic_path":null}`)
	f("SELECT start, start_ns, end, client, server, service_port, initiator, initiator_by, witness, direction, src_scope, dst_app, dst_asn, counted, time_suspect, time_from, duration, unmapped FROM flows ORDER BY log_status DESC",
		`{"start":"2026-03-01 00:00:05","start_ns":250000000,"end":"2026-03-01 00:01:05","client":"10.0.0.1","server":"10.0.0.2","service_port":443,"initiator":"src","initiator_by":"flags","witness":"dst","direction":"inbound","src_scope":"public","dst_app":"web","dst_asn":64500,"counted":true,"time_suspect":false,"time_from":"start","duration":60,"unmapped":null}`,
		`{"start":"2026-03-01 00:00:05","start_ns":0,"end":"2026-03-01 00:00:05","client":null,"server":null,"service_port":null,"initiator":null,"initiator_by":null,"witness":"unknown","direction":null,"src_scope":null,"dst_app":null,"dst_asn":null,"counted":false,"time_suspect":false,"time_from":"start","duration":0,"unmapped":null}`)
	f("SELECT count() FROM vpc_flow_logs WHERE srcaddr LIKE '10.%' AND start >= 1772323205", `{"count()":1}`)
	// Ranges of start skip the days that are out of them.
	readonly = "0" // or EXPLAIN is refused
	const noPart = "SELECT count() AS n FROM (EXPLAIN indexes = 1 SELECT count() FROM %s WHERE %s) WHERE explain LIKE '%%Parts: 0/1%%'"
	f(fmt.Sprintf(noPart, "vpc_flow_logs", "start > 1800000000"), `{"n":1}`)
	f(fmt.Sprintf(noPart, "flows", "start > '2027-01-01'"), `{"n":1}`)
}

// TestViewColumns: every field of the catalogue that people may ask for is in
// view flows, every field of AWS in vpc_flow_logs, in the catalogue's order.
func TestViewColumns(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{})
	f := func(view string, want []string) {
		t.Helper()
		stream, err := s.conn.Query(t.Context(), "SELECT groupArray(name) AS names FROM (SELECT name FROM system.columns WHERE database = {db:String} AND table = {view:String} ORDER BY position)",
			"JSONEachRow", engine.Options{Params: map[string]string{"db": s.ViewDatabase(), "view": view}})
		if err != nil {
			t.Fatal(err)
		}
		defer stream.Close()
		var got struct{ Names []string }
		if err := json.NewDecoder(stream).Decode(&got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got.Names); diff != "" {
			t.Errorf("%s:\n%s", view, diff)
		}
	}
	var vpc, flows []string
	for _, field := range record.Fields() {
		if field.Since > 0 {
			vpc = append(vpc, field.Name)
		}
		if field.Place == record.PlaceEither || strings.HasSuffix(field.Name, "_bits") || field.Name == "absent" {
			continue
		}
		flows = append(flows, field.Name)
		if field.Name == "start" || field.Name == "end" {
			flows = append(flows, field.Name+"_ns")
		}
	}
	f(viewVPC, vpc)
	f(viewFlows, flows)
}
