package daemon

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
)

// lines are n records of version 2, from the one numbered first on, a second apart.
func lines(first, n int) string {
	var b strings.Builder
	for i := first; i < first+n; i++ {
		fmt.Fprintf(&b, "2 111122223333 eni-1 203.0.113.9 10.0.0.5 %d 22 6 1 40 %d %d REJECT OK\n", 1024+i%60000, 1773150000+i, 1773150001+i)
	}
	return b.String()
}

// TestGrewHalfRead: a file that was read in part when its process died, and has grown
// since, is read on from where it is safely in.
func TestGrewHalfRead(t *testing.T) {
	t.Parallel()
	needEngine(t)
	file := filepath.Join(t.TempDir(), "flows.log")
	if err := os.WriteFile(file, []byte(lines(0, 20_000)), 0o600); err != nil {
		t.Fatal(err)
	}
	data := filepath.Join(t.TempDir(), "data")
	if !ingestChild(t, data, file, "acknowledged:2", "owner") {
		t.Fatal("the child lives")
	}
	if err := os.WriteFile(file, []byte(lines(0, 20_100)), 0o600); err != nil {
		t.Fatal(err)
	}
	l := open(t, data)
	got, err := l.Ingest(t.Context(), []string{file}, nil, IntakeConfig{}, nil)
	if err != nil || len(got.Failures) > 0 {
		t.Fatal(err, got.Failures)
	}
	if got.Stored >= 20_100 {
		t.Errorf("%d records stored: nothing of the file was in, or it was read again", got.Stored)
	}
	var n, seconds proto.ColUInt64
	_, err = l.Store.Select(t.Context(), "SELECT count() AS n, uniqExact(start) AS s FROM flows", engine.Options{},
		proto.Results{{Name: "n", Data: &n}, {Name: "s", Data: &seconds}}, func(int) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	if n[0] != 20_100 || seconds[0] != 20_100 {
		t.Errorf("%d records of %d seconds are stored, want 20100 of each", n[0], seconds[0])
	}
	settled(t, l)
	noFaults(t, l)
}
