package rule

import (
	"testing"
	"time"
)

type scanSettings struct {
	Targets int
	Tick    time.Duration
}

func (scanSettings) Key() string          { return "scan" }
func (scanSettings) Mechanism() Mechanism { return Contact }

// TestWith protects sweeps of a threshold: they change a copy, and only what is named.
func TestWith(t *testing.T) {
	r := &Rule{ID: "r", Weir: Weir{Threshold: 5, MoreThanUsual: &MoreThanUsual{Minimum: 3}, Settings: scanSettings{Targets: 10}}}
	f := func(key string, got func(*Rule) float64) {
		t.Helper()
		before := got(r)
		c, err := r.With(key, 7)
		if err != nil {
			t.Errorf("%s: %v", key, err)
			return
		}
		if got(c) != 7 || got(r) != before {
			t.Errorf("%s: %v in the copy, %v in the rule", key, got(c), got(r))
		}
	}
	f("threshold", func(r *Rule) float64 { return r.Weir.Threshold })
	f("minimum", func(r *Rule) float64 { return r.Weir.MoreThanUsual.Minimum })
	f("targets", func(r *Rule) float64 { return float64(r.Weir.Settings.(scanSettings).Targets) })
	f("tick", func(r *Rule) float64 { return r.Weir.Settings.(scanSettings).Tick.Seconds() })
	if _, err := r.With("treshold", 1); err == nil {
		t.Error("a name that is not there was taken")
	}
}
