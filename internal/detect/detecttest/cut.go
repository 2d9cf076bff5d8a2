package detecttest

import (
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
)

// Cut returns what makes a detector that is replaced once, so long after [Epoch], by a
// new one which reads its tables, is shown the next rows for nothing and rolled back.
// What it finds must be what the detector finds by itself.
func Cut(t testing.TB, after time.Duration, mk func(*detect.Env, []detect.Numbered) detect.Detector) func(*detect.Env, []detect.Numbered) detect.Detector {
	return func(env *detect.Env, rules []detect.Numbered) detect.Detector {
		fresh := func() detect.Detector { return mk(env, rules) }
		return &cutter{t: t, at: Epoch.Add(after).UnixNano(), fresh: fresh, Detector: fresh()}
	}
}

type cutter struct {
	t     testing.TB
	at    int64
	fresh func() detect.Detector
	detect.Detector
}

type nowhere struct{}

func (nowhere) Find(finding.Finding) {}

// Slice implements [detect.Detector].
func (c *cutter) Slice(b *detect.Block, s detect.Slice, out detect.Out) {
	if c.at != 0 && s.From >= c.at {
		c.at = 0
		next := c.fresh()
		for i, state := range next.State() {
			for shard := range detect.Shards {
				if err := state.ReadShard(shard, c.Detector.State()[i].AppendShard(shard, nil)); err != nil {
					c.t.Fatal(err)
				}
			}
			state.Mark()
		}
		c.Detector = next
		next.Slice(b, s, nowhere{})
		const hour = int64(time.Hour)
		next.Advance(s.To+hour-s.To%hour, nowhere{})
		for _, state := range next.State() {
			state.Rollback()
		}
	}
	c.Detector.Slice(b, s, out)
}
