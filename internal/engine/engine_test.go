package engine

import (
	"fmt"
	"testing"
	"time"

	"github.com/ClickHouse/ch-go/proto"
)

func TestRoundTrip(t *testing.T) {
	start := time.Now()
	e := startEngine(t, newConfig(t))
	t.Logf("start %v %+v %s", time.Since(start), e.Jail(), e.Version())
	c := e.Conn()
	ctx := t.Context()
	if _, err := c.Exec(ctx, "CREATE TABLE t (a UInt64, s String) ENGINE = MergeTree ORDER BY a", Options{}); err != nil {
		t.Fatal(err)
	}
	var a proto.ColUInt64
	var s proto.ColStr
	for i := range 100000 {
		a.Append(uint64(i))
		s.Append(fmt.Sprint(i))
	}
	sum, err := c.Insert(ctx, "t", proto.Input{{Name: "a", Data: &a}, {Name: "s", Data: &s}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v", sum)
	var res proto.Results
	total := 0
	sum, err = c.Select(ctx, "SELECT * FROM t WHERE a >= {x:UInt64}", Options{Params: map[string]string{"x": "10"}}, res.Auto(), func(rows int) error { total += rows; return nil })
	t.Logf("%+v %d %v", sum, total, err)
	sum, err = c.Select(ctx, "SELECT * FROM t WHERE s='x'", Options{}, res.Auto(), func(rows int) error { total += rows; return nil })
	t.Logf("%+v %d %v", sum, total, err)
}
