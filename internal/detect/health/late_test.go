package health

import (
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/detect/detecttest"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

// TestLate protects that a flow log is told of whose files come late, by its own habit,
// and that the finding ends with the first stretch in time.
func TestLate(t *testing.T) {
	const hour = time.Hour
	f := func(delay func(file int) time.Duration) []finding.Finding {
		t.Helper()
		r := &rule.Rule{ID: "late", Title: "late", Severity: finding.Low, Weir: rule.Weir{Family: finding.LogHealth, Settings: rule.DefaultLate}}
		env := &detect.Env{Registry: record.NewRegistry(), Hosts: detect.NewHosts(1 << 10), Keys: 1 << 10}
		e := detect.NewEngine(env, rule.NewSet([]*rule.Rule{r}), []detect.Detector{New(env, []detect.Numbered{{Rule: r}})})
		e.Deliveries(func(part uint32) (detect.Delivery, bool) { // a file is an hour
			return detect.Delivery{Log: "123456789012/eu-west-1/fl-1", Written: detecttest.Epoch.Add(time.Duration(part)*hour + delay(int(part)-1)).UnixNano()}, part > 0
		})
		b := detecttest.Batch(t, env.Registry, logs("eni-1", "subnet-1", 0, 10*oneDay, 5*time.Minute))
		for i, at := range b.Col(record.Start).Time {
			b.Col(record.Part).U32[i] = 1 + uint32((at-detecttest.Epoch.UnixNano())/int64(hour))
		}
		var out detecttest.Findings
		e.Run(b, &out)
		e.Advance(detecttest.Epoch.Add(10*oneDay+hour).UnixNano(), &out)
		return out.All()
	}
	inTime := 5 * time.Minute
	got := f(func(file int) time.Duration {
		if file >= 100 && file < 103 {
			return 4 * hour
		}
		return inTime
	})
	if len(got) != 1 || got[0].Entity.ID != "fl-1" || !got[0].Resolved || !got[0].FirstSeen.Equal(detecttest.Epoch.Add(100*hour)) || !strings.Contains(got[0].Why, "came in time again") {
		t.Errorf("three hours late: %+v", got)
	}
	for name, delay := range map[string]func(file int) time.Duration{
		"in time": func(int) time.Duration { return inTime },
		"one file": func(file int) time.Duration {
			return map[bool]time.Duration{true: 6 * hour, false: inTime}[file == 100]
		},
		"always late":    func(int) time.Duration { return 5 * hour },
		"now and then":   func(file int) time.Duration { return map[bool]time.Duration{true: 6 * hour, false: inTime}[file%6 < 2] },
		"all of it once": func(file int) time.Duration { return time.Duration(240-file) * hour }, // a copy of old logs
		"the first day":  func(file int) time.Duration { return map[bool]time.Duration{true: 6 * hour, false: inTime}[file < 10] },
	} {
		if got := f(delay); len(got) != 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
