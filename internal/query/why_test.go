package query_test

import (
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/query"
)

// TestWhy: each way for a connection to stop, told apart from records alone.
func TestWhy(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	load(t, s, tableOf(t, `
start                end                  interface_id srcaddr      dstaddr      srcport dstport protocol packets bytes action log_status counted initiator witness src_network dst_network reject_reason
# answered, logged at both ends
2026-03-01T10:00:00Z 2026-03-01T10:01:00Z eni-1        10.0.0.1     10.0.0.2     40000   443     6        10      1000  ACCEPT OK         false   src       src     vpc-a       vpc-a -
2026-03-01T10:00:00Z 2026-03-01T10:01:00Z eni-2        10.0.0.1     10.0.0.2     40000   443     6        10      1000  ACCEPT OK         true    src       dst     vpc-a       vpc-a -
2026-03-01T10:00:00Z 2026-03-01T10:01:00Z eni-2        10.0.0.2     10.0.0.1     443     40000   6        12      9000  ACCEPT OK         false   dst       src     vpc-a       vpc-a -
2026-03-01T10:00:00Z 2026-03-01T10:01:00Z eni-1        10.0.0.2     10.0.0.1     443     40000   6        12      9000  ACCEPT OK         true    dst       dst     vpc-a       vpc-a -
# refused at the destination
2026-03-01T11:00:00Z 2026-03-01T11:01:00Z eni-1        10.0.0.1     10.0.0.2     40001   5432    6        3       180   ACCEPT OK         false   src       src     vpc-a       vpc-a -
2026-03-01T11:00:00Z 2026-03-01T11:01:00Z eni-2        10.0.0.1     10.0.0.2     40001   5432    6        3       180   REJECT OK         true    src       dst     vpc-a       vpc-a BPA
# refused at the source, whatever the destination
2026-03-01T11:30:00Z 2026-03-01T11:31:00Z eni-1        10.0.0.1     10.0.0.7     40001   25      6        1       60    REJECT OK         true    src       src     vpc-a       vpc-a -
# leaves and does not arrive; 10.0.0.2 is logged
2026-03-01T12:00:00Z 2026-03-01T12:01:00Z eni-1        10.0.0.1     10.0.0.2     40002   9093    6        3       180   ACCEPT OK         true    src       src     vpc-a       vpc-a -
# the reply is refused
2026-03-01T13:00:00Z 2026-03-01T13:01:00Z eni-2        10.0.0.1     10.0.0.2     40003   8443    6        3       180   ACCEPT OK         true    src       dst     vpc-a       vpc-a -
2026-03-01T13:00:00Z 2026-03-01T13:01:00Z eni-2        10.0.0.2     10.0.0.1     8443    40003   6        3       180   REJECT OK         true    dst       src     vpc-a       vpc-a -
# the reply leaves and does not arrive
2026-03-01T14:00:00Z 2026-03-01T14:01:00Z eni-2        10.0.0.1     10.0.0.2     40004   8444    6        3       180   ACCEPT OK         true    src       dst     vpc-a       vpc-a -
2026-03-01T14:00:00Z 2026-03-01T14:01:00Z eni-2        10.0.0.2     10.0.0.1     8444    40004   6        3       180   ACCEPT OK         true    dst       src     vpc-a       vpc-a -
# no reply from somebody who is not logged
2026-03-01T15:00:00Z 2026-03-01T15:01:00Z eni-1        10.0.0.1     203.0.113.9  40005   443     6        3       180   ACCEPT OK         true    src       src     vpc-a       -     -
# refused first, answered since
2026-03-01T16:00:00Z 2026-03-01T16:01:00Z eni-2        10.0.0.1     10.0.0.2     40006   6379    6        1       60    REJECT OK         true    src       dst     vpc-a       vpc-a -
2026-03-01T17:00:00Z 2026-03-01T17:01:00Z eni-2        10.0.0.1     10.0.0.2     40007   6379    6        5       600   ACCEPT OK         true    src       dst     vpc-a       vpc-a -
2026-03-01T17:00:00Z 2026-03-01T17:01:00Z eni-1        10.0.0.2     10.0.0.1     6379    40007   6        5       600   ACCEPT OK         true    dst       dst     vpc-a       vpc-a -
# another network with the same addresses
2026-03-01T11:00:00Z 2026-03-01T11:01:00Z eni-9        10.0.0.1     10.0.0.2     40001   5432    6        3       180   ACCEPT OK         true    src       dst     vpc-b       vpc-b -
2026-03-01T11:00:00Z 2026-03-01T11:01:00Z eni-9        10.0.0.2     10.0.0.1     5432    40001   6        3       180   ACCEPT OK         true    dst       src     vpc-b       vpc-b -
`))
	r := newRunner(t, s)
	f := func(src, dst string, port uint16, verdict query.Verdict, at, says string) {
		t.Helper()
		req := query.WhyRequest{Scope: query.Everything()}
		var err error
		if req.Src, err = query.ParseEnd(src); err != nil {
			t.Fatal(err)
		}
		if req.Dst, err = query.ParseEnd(dst); err != nil {
			t.Fatal(err)
		}
		if port != 0 {
			req.Port = &port
		}
		w, err := r.Why(t.Context(), req)
		if err != nil {
			t.Fatal(err)
		}
		if w.Verdict != verdict || w.Interface != at || !strings.Contains(w.Sentence, says) {
			t.Errorf("%s to %s port %d: %s at %q: %s\nwant %s at %q: %s", src, dst, port, w.Verdict, w.Interface, w.Sentence, verdict, at, says)
		}
	}
	f("10.0.0.1", "10.0.0.2", 443, query.Answered, "eni-1", "is answered: the receiver's interface eni-1 let the reply in once")
	f("vpc-a/10.0.0.1", "vpc-a/10.0.0.2", 5432, query.Rejected, "eni-2", "rejected: the receiver's interface eni-2 refused it once (BPA), last at 2026-03-01T11:00:00Z")
	f("vpc-b/10.0.0.1", "vpc-b/10.0.0.2", 5432, query.Answered, "eni-9", "")
	f("10.0.0.1", "10.0.0.7", 0, query.Rejected, "eni-1", "the sender's interface eni-1")
	f("10.0.0.1", "10.0.0.2", 9093, query.Unseen, "eni-1", "leaves and does not arrive")
	f("10.0.0.1", "10.0.0.2", 8443, query.ReplyRejected, "eni-2", "the reply to a call from 10.0.0.1 to 10.0.0.2 port 8443 is rejected")
	f("10.0.0.1", "10.0.0.2", 8444, query.ReplyUnseen, "eni-2", "no record of the source's interface has it")
	f("10.0.0.1", "203.0.113.9", 443, query.OneWay, "eni-1", "203.0.113.9 has no records of its own interface")
	f("10.0.0.1", "10.0.0.2", 6379, query.Answered, "eni-1", "")
	f("10.0.0.1", "10.0.0.2", 1, query.NoRecord, "", "no record tells of a call from 10.0.0.1 to 10.0.0.2 port 1")
	f("10.0.0.2", "10.0.0.1", 0, query.NoRecord, "", "no record")
}
