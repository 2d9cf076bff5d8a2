package daemon

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestMissingFiles: of a flow log that is written every five minutes, every file that is
// not there is counted; of others nothing is claimed.
func TestMissingFiles(t *testing.T) {
	f := func(want int64, first string, times ...string) {
		t.Helper()
		var w files
		for _, at := range times {
			w.add("AWSLogs/123456789012/vpcflowlogs/us-east-1/2026/03/01/123456789012_vpcflowlogs_us-east-1_fl-1_20260301T" + at + "Z_0a.log.gz")
		}
		n, from := w.missing()
		if n != want || n > 0 && from.Format("1504") != first {
			t.Errorf("%v: %d missing from %v, want %d from %s", times, n, from, want, first)
		}
	}
	f(0, "")
	f(0, "", "0005")
	f(0, "", "0010", "0005", "0015", "0015")
	f(1, "0015", "0005", "0010", "0020", "0025")
	f(5, "0015", "0005", "0010", "0030", "0035", "0040", "0045", "0050", "0055", "0110", "0115") // 15 20 25; 0100 0105
	f(0, "", "0000", "0100", "0200", "0205")                                                     // hourly
}

// TestSilentInterfaces: an interface that stops is named, one that still says it has
// nothing to say (NODATA) is not, nor one that stopped long ago.
func TestSilentInterfaces(t *testing.T) {
	var text strings.Builder
	newest := time.Date(2026, 3, 2, 20, 0, 0, 0, time.UTC)
	flows := func(iface string, until time.Duration) {
		for at := newest.Add(-40 * time.Hour); !at.After(newest.Add(-until)); at = at.Add(30 * time.Minute) {
			fmt.Fprintf(&text, "2 123456789012 %s 10.0.0.1 10.0.0.2 1000 443 6 1 40 %d %d ACCEPT OK\n", iface, at.Unix(), at.Unix()+60)
		}
	}
	flows("eni-0a", 0)
	flows("eni-0b", 5*time.Hour)
	flows("eni-0c", 6*time.Hour)
	fmt.Fprintf(&text, "2 123456789012 eni-0c - - - - - - - %d %d - NODATA\n", newest.Unix()-600, newest.Unix()-540)
	flows("eni-0d", 30*time.Hour)
	flows("eni-0e", 90*time.Minute)
	log := filepath.Join(t.TempDir(), "flow.log")
	if err := os.WriteFile(log, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	l := open(t, filepath.Join(t.TempDir(), "data"))
	if _, err := l.Ingest(t.Context(), []string{log}, nil, IntakeConfig{}, nil); err != nil {
		t.Fatal(err)
	}
	silent, err := l.SilentInterfaces(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range silent {
		names = append(names, s.Interface)
	}
	if !slices.Equal(names, []string{"eni-0b"}) || !silent[0].Last.Equal(newest.Add(-5*time.Hour)) || silent[0].Account != "123456789012" {
		t.Errorf("silent %+v, want eni-0b", silent)
	}
}
