package daemon

import (
	"context"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/ledger"
)

// Parts are looked up many at a time, as those of neighbouring numbers come together.
// Beyond a bound they are forgotten and can be looked up again.
const (
	partsAtOnce = 1 << 12
	maxParts    = 1 << 20
)

// deliveries returns a function that tells detectors how the rows of a part came. It is
// for one goroutine.
func (l *Lookup) deliveries(ctx context.Context) func(part uint32) (detect.Delivery, bool) {
	ctx = context.WithoutCancel(ctx) // what a cancelled look-up did not find would be forgotten in the state
	known, logs := map[uint32]detect.Delivery{}, map[string]string{}
	return func(part uint32) (detect.Delivery, bool) {
		d, ok := known[part]
		if !ok {
			if len(known) > maxParts {
				clear(known)
			}
			known[part] = detect.Delivery{}
			err := l.Ledger.Deliveries(ctx, part, partsAtOnce, func(x ledger.Delivery) {
				if logs[x.Stream] == "" {
					logs[x.Stream] = x.Stream
				}
				known[x.Part] = detect.Delivery{Log: logs[x.Stream], Written: x.Written * int64(time.Second)}
			})
			if err != nil {
				l.cfg.Log.Warn("cannot tell which files came late", "err", err)
			}
			d = known[part]
		}
		return d, d.Written != 0
	}
}
