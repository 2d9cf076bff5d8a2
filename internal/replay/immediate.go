package replay

import (
	"context"
	"math"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/store"
)

// Immediate shows what was just stored to the rules that one record decides, without
// waiting for its minute to settle. What it finds the [Follower] finds again, under
// the same ids.
type Immediate struct {
	Config
	engine *detect.Engine
	seq    uint64
}

// Judge returns an immediate that begins with what is stored after the present moment.
func Judge(ctx context.Context, cfg Config) (*Immediate, error) {
	cut, err := cfg.Ledger.Cut(ctx, math.MaxInt64)
	if err != nil {
		return nil, err
	}
	return &Immediate{Config: cfg, engine: cfg.Engine(), seq: cut.Seq}, nil
}

// judgeParts is how many parts are looked at together.
const judgeParts = 500

// Step judges what was stored since the last one and reports whether there was
// anything.
func (j *Immediate) Step(ctx context.Context) (bool, error) {
	cut, err := j.Ledger.Cut(ctx, j.seq)
	if err != nil || len(cut.New) == 0 {
		return false, err
	}
	for list := cut.New; len(list) > 0; {
		n := min(judgeParts, len(list))
		read := store.Read{From: math.MaxInt64}
		for _, s := range list[:n] {
			read.Parts = append(read.Parts, s.Part)
			read.From = min(read.From, s.MinStart*int64(time.Second))
			read.To = max(read.To, (s.MaxStart+1)*int64(time.Second))
		}
		var out Findings
		err := j.Store.ReadOrdered(ctx, j.Registry, read, func(b *record.Batch) error {
			j.engine.Judge(b, &out)
			return nil
		})
		if err != nil {
			return false, err
		}
		if err := j.Sink(ctx, out.Take()); err != nil {
			return false, err
		}
		list = list[n:]
	}
	j.seq = cut.Seq
	return true, nil
}
