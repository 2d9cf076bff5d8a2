package ledger

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

func newLedger(t testing.TB) *Ledger {
	t.Helper()
	db, err := state.Open(filepath.Join(t.TempDir(), "state.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return open(t, db, "me")
}

// open opens the ledger under a name; all others are alive but those that are
// called dead.
func open(t testing.TB, db *state.DB, instance string) *Ledger {
	t.Helper()
	l, err := Open(t.Context(), db, instance, func(id string) bool { return id != "dead" })
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// smallObjects takes in n objects of 200 rows, size of them in a transaction,
// with all that intake writes for them.
func smallObjects(t testing.TB, l *Ledger, first, n, size int) {
	t.Helper()
	ctx := t.Context()
	for ; n > 0; first, n = first+size, n-size {
		infos := make([]ObjectInfo, min(n, size))
		for i := range infos {
			name := fmt.Sprintf("AWSLogs/123456789012/vpcflowlogs/eu-central-1/2026/01/01/object-%d.log.gz", first+i)
			infos[i] = ObjectInfo{SHA256: sha256.Sum256([]byte(name)), Source: "file", Name: name, Stream: "fl-1", Format: "v2", Size: 4000}
		}
		claims, err := l.Begin(ctx, infos...)
		if err != nil {
			t.Fatal(err)
		}
		m := Manifest{Digest: "d"}
		done := make([]Finish, 0, len(claims))
		for _, c := range claims {
			m.Parts = append(m.Parts, Part{Object: c.Object.ID, To: Position{Byte: 20000, Line: 200},
				Counts: Counts{Stored: 200, MinStart: 1, MaxStart: 600}, Days: []DayRows{{20260101, 150}, {20260102, 50}}})
			done = append(done, Finish{Object: c.Object.ID})
		}
		batch, _, err := l.Manifest(ctx, m)
		if err != nil {
			t.Fatal(err)
		}
		if err := l.Acknowledge(ctx, batch, done...); err != nil {
			t.Fatal(err)
		}
	}
}

// BenchmarkSmallObjects reports how many objects of one part a second the
// ledger carries, from taken to stored, 1,000 at a time, and what one costs of
// a core.
func BenchmarkSmallObjects(b *testing.B) {
	l := newLedger(b)
	first, before := 0, cpu(b)
	for b.Loop() {
		smallObjects(b, l, first, 10_000, 1000)
		first += 10_000
	}
	b.ReportMetric(float64(first)/b.Elapsed().Seconds(), "objects/s")
	b.ReportMetric(float64((cpu(b)-before).Microseconds())/float64(first), "cpu-us/object")
}

// cpu is the processor time this process has used.
func cpu(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
