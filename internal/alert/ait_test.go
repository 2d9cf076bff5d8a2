package alert

import (
	"compress/gzip"
	"encoding/csv"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/finding"
)

// sensorRule is how an alert of the sensors of the AIT data reads as a rule of ours: by
// what its name says it is, never by what is known of the attack.
type sensorRule struct {
	name     string // part of the alert's name; the first that fits counts
	family   finding.Family
	severity finding.Severity
}

var sensorRules = []sensorRule{
	{"brute force", finding.Guess, finding.Medium},
	{"Multiple failed logins", finding.Guess, finding.Medium},
	{"Multiple web server 400", finding.Scan, finding.Medium},
	{"Multiple IDS", finding.Surge, finding.Low},
	{"Nmap", finding.Scan, finding.Medium},
	{"insecure connection attempt (scan)", finding.Scan, finding.Medium},
	{"Potential Scan", finding.Scan, finding.Medium},
	{"Common web attack", finding.ForbiddenPort, finding.Medium},
	{"Suspicious URL", finding.Probe, finding.Medium},
	{"sudo", finding.NewEdge, finding.Low},
	{"changed UID", finding.NewEdge, finding.Low},
	{"login attempt", finding.Guess, finding.Low},
	{"Login Attempt", finding.Guess, finding.Low},
	{"authentication failure", finding.Guess, finding.Low},
	{"login failed", finding.Guess, finding.Low},
	{"Authentication Success", finding.LongConnection, finding.Info},
	{"authentication success", finding.NewSource, finding.Info},
	{"Login session", finding.NewSource, finding.Info},
	{"400 error", finding.Probe, finding.Low},
	{"forbidden", finding.Probe, finding.Low},
	{"500 error", finding.Probe, finding.Low},
	{"service_stop", finding.LogHealth, finding.Low},
	{"DNS domain", finding.LowSlow, finding.Low},
	{"DNS", finding.NewDestination, finding.Info},
	{"TLS SNI", finding.NewDestination, finding.Low},
	{"Apache Access", finding.Probe, finding.Low},
	{"parameter combination", finding.NewEdge, finding.Low},
	{"New event type", finding.NewEdge, finding.Low},
	{"CPU", finding.Surge, finding.Info},
	{"ClamAV", finding.LongConnection, finding.Info},
	{"", finding.Surge, finding.Info},
}

type sensorAlert struct {
	finding string // id
	phase   string // of the attack, "" for none
}

// readAIT reads an alert stream as findings: one for each rule and host in a day.
func readAIT(t *testing.T, path string) (findings []finding.Finding, alerts []sensorAlert) {
	t.Helper()
	file, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		t.Skipf("no shared data: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(unzipped)
	r.FieldsPerRecord = -1
	at := map[string]int{}
	for head := true; ; head = false {
		line, err := r.Read()
		if errors.Is(err, io.EOF) {
			return findings, alerts
		}
		if err != nil {
			t.Fatal(err)
		}
		if head {
			continue
		}
		seconds, err := strconv.ParseInt(line[0], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		n := len(line) // a name may have commas
		name, ip, short, phase := strings.Join(line[1:n-5], ","), line[n-5], line[n-3], line[n-2]
		rule := sensorRules[slices.IndexFunc(sensorRules, func(s sensorRule) bool { return strings.Contains(name, s.name) })]
		when := time.Unix(seconds, 0).UTC()
		f := found(short, rule.family, finding.Entity{Kind: finding.KindAddress, Network: "ait", ID: ip}, when, 1)
		f.Severity, f.Score, f.Weak, f.LastSeen = rule.severity, 20*(1+int(rule.severity)), rule.severity < finding.Medium, when
		if i, ok := at[f.ID]; ok {
			f.Count = findings[i].Count + 1
			f.FirstSeen = findings[i].FirstSeen
			findings[i] = f
		} else {
			at[f.ID] = len(findings)
			findings = append(findings, f)
		}
		if phase == "false_positive" {
			phase = ""
		}
		alerts = append(alerts, sensorAlert{f.ID, phase})
	}
}

// TestAIT: of the alert streams of two attacks on small networks, nearly all of them
// noise, incidents leave few things to look at, every phase of the attack is in one of
// them, and few are noise alone.
func TestAIT(t *testing.T) {
	shared := os.Getenv("WEIR_SHARED")
	if shared == "" {
		shared = "../../../shared" // beside the repository
	}
	for _, scenario := range []string{"russellmitchell", "shaw"} {
		findings, alerts := readAIT(t, filepath.Join(shared, "labelled", "ait-alerts", scenario+"_alerts.csv.gz"))
		incidents := Incidents(findings, IncidentConfig{})
		in := map[string]int{}
		for i, incident := range incidents {
			for _, m := range incident.Members {
				in[m.ID] = i
			}
		}
		phases, seen := map[string]bool{}, map[string]bool{}
		attack := map[int]bool{} // incidents with something of it
		for _, a := range alerts {
			if a.phase == "" {
				continue
			}
			phases[a.phase] = true
			if i, ok := in[a.finding]; ok {
				seen[a.phase], attack[i] = true, true
			}
		}
		items := len(incidents)
		for _, a := range Of(findings) {
			if _, ok := in[a.ID]; !ok && !slices.ContainsFunc(findings, func(f finding.Finding) bool { _, ok := in[f.ID]; return ok && ID(f) == a.ID }) {
				items++
			}
		}
		noise := map[string]int{}
		days := map[string]bool{}
		for _, f := range findings {
			days[f.FirstSeen.Format(time.DateOnly)] = true
		}
		pages := 0
		for i, incident := range incidents {
			if incident.Page {
				pages++
			}
			if !attack[i] {
				noise[incident.FirstSeen.Format(time.DateOnly)]++
			}
		}
		t.Logf("%s: %d alerts in %d days, %d findings -> %d items (%.2f %% fewer): %d incidents, %d of them of the attack, %d pages; %d of %d phases in one; noise alone by day %v",
			scenario, len(alerts), len(days), len(findings), items, 100*(1-float64(items)/float64(len(alerts))), len(incidents), len(attack), pages, len(seen), len(phases), noise)
		for i, incident := range incidents {
			t.Logf("  of the attack %-5v  from %s  %s", attack[i], incident.FirstSeen.Format(time.DateTime), incident.Why)
		}
		if len(seen) != len(phases) {
			t.Errorf("%s: no incident holds a phase of the attack: %v of %v", scenario, slices.Sorted(maps.Keys(seen)), slices.Sorted(maps.Keys(phases)))
		}
		if items*100 > len(alerts) {
			t.Errorf("%s: %d items of %d alerts", scenario, items, len(alerts))
		}
		for day, n := range noise {
			if n > 3 {
				t.Errorf("%s: %d incidents of noise alone on %s", scenario, n, day)
			}
		}
	}
}
