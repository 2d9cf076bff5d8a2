package fleet

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Delivery says how files arrive.
type Delivery struct {
	Stamp bool    // files bear the time of their delivery, some minutes after their last record
	Late  float64 // share of files that come hours late, in name, folder and time
	Twice float64 // share of files that come twice, under another name
}

func (d Delivery) check() error {
	if d.Late < 0 || d.Late > 1 || d.Twice < 0 || d.Twice > 1 {
		return errors.New("shares of files are 0 to 1")
	}
	return nil
}

// lateness is a stretch in which the files of a flow log come late.
type lateness struct {
	log      *FlowLog
	from, to int64
	by       int64 // seconds
}

// delivered returns by how much a flow log's file comes late, and whether it comes
// twice.
func (w *World) delivered(l *FlowLog, from, to int64) (late int64, twice bool) {
	for _, x := range w.late {
		if x.log == l && x.from < to && from < x.to {
			return x.by, false
		}
	}
	h := mix(w.cfg.Seed ^ mix(uint64(to)) ^ 0xde11)
	for _, c := range l.ID {
		h = mix(h ^ uint64(c))
	}
	share := func(x uint64) float64 { return float64(x>>11) / (1 << 53) }
	if share(h) < w.cfg.Delivery.Late {
		late = 2*hour + int64(mix(h)%(6*hour))
	}
	return late, share(mix(h^1)) < w.cfg.Delivery.Twice
}

// stamp gives a finished file the time of its delivery.
func (w *World) stamp(name string, to, late int64) error {
	if !w.cfg.Delivery.Stamp {
		return nil
	}
	at := time.Unix(to+late+int64(240+mix(uint64(to))%240), 0)
	if err := os.Chtimes(name, at, at); err != nil {
		return fmt.Errorf("stamp log file: %w", err)
	}
	return nil
}

// again delivers a finished file a second time.
func again(name string) (string, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return "", fmt.Errorf("deliver log file again: %w", err)
	}
	dir, base := filepath.Split(name)
	copied := filepath.Join(dir, "again_"+base)
	if err := os.WriteFile(copied, b, 0o644); err != nil {
		return "", fmt.Errorf("deliver log file again: %w", err)
	}
	return copied, nil
}
