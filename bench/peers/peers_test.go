package peers

import (
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/engine"
)

// folder writes two files of n records each, one NODATA and one IPv6 record.
func folder(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	for k := range 2 {
		out, err := os.Create(filepath.Join(dir, fmt.Sprintf("%d.log.gz", k)))
		if err != nil {
			t.Fatal(err)
		}
		zw := gzip.NewWriter(out)
		fmt.Fprintln(zw, "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status")
		for i := range n {
			action := "ACCEPT"
			if i%10 == 0 {
				action = "REJECT"
			}
			fmt.Fprintf(zw, "2 123456789012 eni-1 10.0.%d.%d 203.0.113.9 %d 443 6 3 %d %d %d %s OK\n",
				k, i%250, 1024+i, 100+i, 1767323045+i, 1767323105+i, action)
		}
		fmt.Fprintln(zw, "2 123456789012 eni-1 - - - - - - - 1767323045 1767323105 - NODATA")
		fmt.Fprintln(zw, "2 123456789012 eni-1 2001:db8::1 2001:db8::2 1 2 6 1 1 1767323045 1767323105 ACCEPT OK")
		if err := errors.Join(zw.Close(), out.Close()); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestNFDump protects the comparison: every record that fits must arrive, with the
// values it had, or nfdump is measured on less than we are.
func TestNFDump(t *testing.T) {
	r, err := NFDump(t.Context(), folder(t, 1000), t.TempDir(), 1, []Question{
		{Name: "rejected", Args: []string{"-s", "srcip/bytes", "-n", "1", "out if 0"}},
		{Name: "one", Args: []string{"-o", "csv", "src port 1033 and src ip 10.0.1.9"}},
	})
	if errors.Is(err, ErrMissing) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	if r.Load.Rows != 2000 || r.Load.Disk == 0 {
		t.Errorf("load = %+v, want 2000 rows", r.Load)
	}
	if len(r.Answers) != 2 {
		t.Fatalf("answers = %+v", r.Answers)
	}
	if one := r.Answers[1].First; !strings.Contains(one, "2026-01-02 03:04:14,2026-01-02 03:05:14") ||
		!strings.Contains(one, "10.0.1.9,203.0.113.9,1033,443,TCP") {
		t.Errorf("one record came back as %q", one)
	}
	t.Log(r)
}

func TestDuckDB(t *testing.T) {
	r, err := DuckDB(t.Context(), ".", folder(t, 1000), t.TempDir(), 2, []Question{
		{Name: "rejected", SQL: "SELECT count(*), sum(bytes) FROM flows WHERE action = 'REJECT'"},
	})
	if errors.Is(err, ErrMissing) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	// Each file has 100 rejected records of 100, 110, ... 1090 bytes.
	if r.Load.Rows != 2004 || len(r.Answers) != 1 || r.Answers[0].First != `["200","119000"]` {
		t.Errorf("got %+v", r)
	}
}

// corpus is n v2 lines without their header.
func corpus(n int) (names []string, body []byte) {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "2 123456789012 eni-0123456789abcdef%d 10.0.%d.%d 203.0.113.9 %d 443 6 %d %d %d %d ACCEPT OK\n",
			i%10, i%8, i%250, 1024+i%60000, 1+i%90, 100+i*37%99991, 1767323045+i/8, 1767323105+i/8)
	}
	return strings.Fields("version account_id interface_id srcaddr dstaddr srcport dstport protocol packets bytes start end action log_status"), []byte(b.String())
}

func TestNaive(t *testing.T) {
	names, body := corpus(100)
	var bytes uint64
	lines, err := ReadFields(names, body, func(r *Row) { bytes += r.Bytes })
	if err != nil || lines != 100 || bytes != 193150 {
		t.Errorf("ReadFields = %d lines, %d bytes, %v; want 100, 193150", lines, bytes, err)
	}
	columns := make(Columns, len(names))
	if lines := Scan(names, body, columns); lines != 100 {
		t.Errorf("Scan = %d lines, want 100", lines)
	}
	bytes = 0
	for _, n := range columns[9] {
		bytes += n
	}
	if src := columns[3][99]; bytes != 193150 || src != 10<<24|3<<8|99 {
		t.Errorf("Scan: %d bytes, last source %x", bytes, src)
	}
}

func BenchmarkNaive(b *testing.B) {
	const lines = 100_000
	names, body := corpus(lines)
	rate := func(b *testing.B) { b.ReportMetric(float64(b.N)*lines/b.Elapsed().Seconds(), "records/s") }
	b.Run("fields", func(b *testing.B) {
		for b.Loop() {
			if _, err := ReadFields(names, body, func(*Row) {}); err != nil {
				b.Fatal(err)
			}
		}
		rate(b)
	})
	b.Run("scan", func(b *testing.B) {
		columns := make(Columns, len(names))
		for b.Loop() {
			Scan(names, body, columns)
		}
		rate(b)
	})
}

func TestMain(m *testing.M) {
	engine.RunIfChild()
	os.Exit(m.Run())
}

func TestInPlace(t *testing.T) {
	library, err := engine.Find(engine.FindOptions{})
	if err != nil {
		t.Skip(err)
	}
	r, err := InPlace(t.Context(), library.Path, folder(t, 1000), t.TempDir(), 2, 1, []Question{
		{Name: "rejected", SQL: "SELECT count(), sum(bytes) FROM flows WHERE action = 'REJECT'"},
		{Name: "v6", SQL: "SELECT srcaddr, count() FROM flows WHERE dstaddr = '2001:db8::2' GROUP BY srcaddr"},
		{Name: "minutes", SQL: "SELECT sum(flows) FROM minutes"},
	})
	if err != nil {
		t.Fatal(err)
	}
	var first []string
	for _, a := range r.Answers {
		first = append(first, a.First)
	}
	if diff := cmp.Diff([]string{"200\t119000", "2001:db8::1\t2", "2004"}, first); diff != "" || r.Load.Rows != 2004 {
		t.Errorf("%+v\n%s", r, diff)
	}
}
