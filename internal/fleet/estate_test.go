package fleet

import (
	"bytes"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/finding"
)

// Records of ten minutes are fewer and longer, and the bytes are about the same.
func TestAggregate(t *testing.T) {
	sums := func(d time.Duration) (records int, bytes float64, longest int64) {
		cfg := HostsConfig(30, 2, 0, end)
		cfg.Clients, cfg.Aggregate, cfg.Records = 200, d, 0
		_, err := Records(t.Context(), cfg, func(r *Record) error {
			records++
			bytes += float64(r.Bytes)
			if r.Status == OK {
				longest = max(longest, r.End-r.Start)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return records, bytes, longest
	}
	n, b, longest := sums(time.Minute)
	n10, b10, longest10 := sums(10 * time.Minute)
	if n10 >= n || b10 < 0.7*b || b10 > 1.4*b || longest > 60 || longest10 < 500 || longest10 > 600 {
		t.Errorf("of a minute: %d records, %g bytes, up to %d s; of ten: %d, %g, %d s", n, b, longest, n10, b10, longest10)
	}
}

// Late files say so in name and time, and double ones hold the same bytes; a file's time
// is behind its last record.
func TestDelivery(t *testing.T) {
	cfg := withAttacks()
	cfg.Records, cfg.Layout, cfg.Joined = 10_000, Flat, Joined{}
	cfg.Plant.Attacks, _ = ParseAttacks("log_health:late")
	cfg.Delivery.Late, cfg.Delivery.Twice = 0.2, 0.2
	dir := t.TempDir()
	truth, err := Write(t.Context(), dir, cfg, nil)
	if err != nil {
		t.Fatal(err)
	}
	late, twice, announced := 0, 0, 0
	read(t, dir, func(name, text string) {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if rest, again := strings.CutPrefix(name, "again_"); again {
			twice++
			one, _ := os.ReadFile(filepath.Join(dir, name))
			two, _ := os.ReadFile(filepath.Join(dir, rest))
			if !bytes.Equal(one, two) {
				t.Errorf("%s is not what came before", name)
			}
			return
		}
		lines := strings.Split(strings.TrimSpace(text), "\n")
		last := int64(0)
		at := slices.Index(strings.Fields(lines[0]), "start")
		for _, line := range lines[1:] {
			last = max(last, atoi(t, strings.Fields(line)[at]))
		}
		behind := info.ModTime().Unix() - last
		if behind < 0 {
			t.Errorf("%s came before its last record", name)
		}
		stamp, err := time.Parse("20060102T1504Z", strings.Split(name, "_")[4])
		if err != nil {
			t.Fatal(err)
		}
		if behind > 2*hour {
			late++
			if stamp.Unix() < last+hour {
				t.Errorf("%s bears an early time", name)
			}
			n := truth.Planted.Incidents[0]
			if strings.Contains(name, n.Entity.ID) && last >= n.Start && last < n.End+hour {
				announced++
			}
		}
	})
	if late < 10 || twice < 10 || announced < 3 {
		t.Errorf("%d late files, %d of them of the flow log that is late, %d double ones", late, announced, twice)
	}
}

func TestParseAttacks(t *testing.T) {
	f := func(list string, want int) {
		t.Helper()
		got, err := ParseAttacks(list)
		if err != nil || len(got) != want {
			t.Errorf("%s: %d attacks (%v), want %d", list, len(got), err, want)
		}
	}
	f("all", len(Attacks()))
	f("none", 0)
	f("", 0)
	f("beacon:jitter50", 1)
	f("scan", 8)
	f("scan, guess:slow,scan:slow", 9)
	if _, err := ParseAttacks("scan,nope"); err == nil {
		t.Error("an unknown attack is no error")
	}
	families := map[finding.Family]bool{}
	for i, a := range Attacks() {
		families[a.Family] = true
		if a.Does == "" || slices.ContainsFunc(Attacks()[:i], func(b Attack) bool { return a.Name() == b.Name() }) {
			t.Errorf("%s is not described, or there twice", a.Name())
		}
	}
	if len(families) != len(finding.Families) {
		t.Errorf("%d families can be planted, there are %d", len(families), len(finding.Families))
	}
}

// The demo has about a million records, thin days, and one attack of each family but
// three, on hosts that have a history, on the last day but for what takes longer.
func TestDemo(t *testing.T) {
	cfg := DemoConfig(end)
	dir := t.TempDir()
	cfg.Format, _ = ParseFormat("2")
	truth, err := Write(t.Context(), dir, cfg, nil)
	if err != nil {
		t.Fatal(err)
	}
	if n := truth.Records.Total; n < 950_000 || n > 1_150_000 {
		t.Errorf("%d records, want about a million", n)
	}
	seen := map[finding.Family]int{}
	for _, n := range truth.Planted.Incidents {
		if n.Noise {
			continue
		}
		seen[n.Type]++
		if n.Type != finding.LowSlow && n.Start < end.Add(-24*time.Hour).Unix() {
			t.Errorf("%s begins before the last day", n.Name)
		}
		if n.End-n.Start < day && n.End > end.Unix() {
			t.Errorf("%s is cut off", n.Name)
		}
	}
	for _, f := range finding.Families {
		want := 1
		if f == finding.Incident || f == finding.Probe || f == finding.Exposure {
			want = 0
		}
		if seen[f] != want {
			t.Errorf("%d attacks of family %s, want %d", seen[f], f, want)
		}
	}
	if truth.Records.SkipData > 0 {
		t.Errorf("%d records of lost data, which nobody planted", truth.Records.SkipData)
	}
}

// The lists hold what attacks use, the places know every address, and the background has
// none of either.
func TestExtras(t *testing.T) {
	cfg := withAttacks()
	w, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := w.WriteExtras(filepath.Join(dir, "lists"), filepath.Join(dir, "geo")); err != nil {
		t.Fatal(err)
	}
	var names []string
	read(t, dir, func(name, text string) {
		names = append(names, name)
		if len(strings.Split(strings.TrimSpace(text), "\n")) < 2 {
			t.Errorf("%s is empty", name)
		}
	})
	want := []string{
		"geo/ip-ranges.json", "geo/networks.csv", "lists/approved_resolvers.txt", "lists/forbidden_destinations.txt",
		"lists/forbidden_edges.txt", "lists/forbidden_ports.txt", "lists/forbidden_sources.txt", "lists/known_bad.txt",
	}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Error(diff)
	}
	special := []netip.Prefix{}
	for _, l := range w.nets.lists {
		special = append(special, l...)
	}
	for _, f := range w.nets.far {
		special = append(special, f.net)
	}
	_, err = w.Records(t.Context(), func(r *Record) error {
		if r.Status == OK && (r.Plant == 0 || w.plants[r.Plant-1].incident.Noise) {
			for _, a := range []*Address{r.PktSrc, r.PktDst} {
				if slices.ContainsFunc(special, func(p netip.Prefix) bool { return p.Contains(a.IP) }) {
					t.Fatalf("the background has %s", a.IP)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A fleet has as many hosts as were asked for.
func TestHosts(t *testing.T) {
	for _, n := range []int{10, 11, 24, 25, 26, 40, 77, 100, 501, 1999, 2000} {
		cfg := HostsConfig(n, 1, 1000, end)
		cfg.Clients = 10
		w, err := New(cfg)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.incidents(w.newTally()).Hosts; got != n {
			t.Errorf("%d hosts, want %d", got, n)
		}
	}
}
