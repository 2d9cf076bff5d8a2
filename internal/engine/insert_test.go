package engine

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/ClickHouse/ch-go/proto"
)

// TestCutBody protects exactly-once intake: an insert whose sender dies on the way
// must leave nothing.
func TestCutBody(t *testing.T) {
	t.Parallel()
	c, o := commonConn(t)
	mustExec(t, c, "CREATE TABLE t (a UInt64, b String) ENGINE = MergeTree ORDER BY a", o)
	var buf proto.Buffer
	var a proto.ColUInt64
	var b proto.ColStr
	for i := range 200_000 {
		a.Append(uint64(i))
		b.Append("some text to make the row longer")
	}
	block := proto.Block{Columns: 2, Rows: a.Rows()}
	for range 2 {
		if err := block.EncodeRawBlock(&buf, 0, proto.Input{{Name: "a", Data: &a}, {Name: "b", Data: &b}}); err != nil {
			t.Fatal(err)
		}
	}
	whole := buf.Buf
	insert := func(body io.Reader, size int64) error {
		_, err := c.InsertData(t.Context(), "INSERT INTO t", "Native", o, body, size)
		return err
	}
	f := func(name string, body io.Reader, size int64) {
		t.Helper()
		if err := insert(body, size); err == nil {
			t.Errorf("%s: no error", name)
		}
		time.Sleep(50 * time.Millisecond)
		if got := text(t, c, "SELECT count() FROM t", o); got != "0" {
			t.Errorf("%s: %s rows stored", name, got)
		}
	}
	cut := errors.New("the sender died")
	broken := func(n int) io.Reader { return io.MultiReader(bytes.NewReader(whole[:n]), brokenReader{cut}) }
	f("sender dies in the first block, size known", broken(len(whole)/4), int64(len(whole)))
	f("sender dies in the second block, size unknown", broken(len(whole)*3/4), -1)
	f("sender dies between the blocks", broken(len(whole)/2), -1)
	f("sender dies after the last byte", broken(len(whole)), -1)
	f("data ends inside a block", bytes.NewReader(whole[:len(whole)-100]), int64(len(whole)-100))
	damaged := bytes.Clone(whole)
	copy(damaged[len(damaged)/2:], "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff")
	f("data damaged in the second block", bytes.NewReader(damaged), int64(len(damaged)))
	ctx, cancel := context.WithCancel(t.Context())
	slow := &hookReader{r: bytes.NewReader(whole), after: len(whole) * 3 / 4, hook: cancel}
	if _, err := c.InsertData(ctx, "INSERT INTO t", "Native", o, slow, -1); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	f("cancelled on the way", broken(1), -1)

	if err := insert(bytes.NewReader(whole), int64(len(whole))); err != nil {
		t.Fatal(err)
	}
	if got := text(t, c, "SELECT count(), sum(a) FROM t", o); got != "400000\t39999800000" {
		t.Errorf("whole body: %s", got)
	}
}

type brokenReader struct{ err error }

func (b brokenReader) Read([]byte) (int, error) { return 0, b.err }

// hookReader calls hook when it has handed out so many bytes.
type hookReader struct {
	r     io.Reader
	after int
	hook  func()
}

func (h *hookReader) Read(p []byte) (int, error) {
	n, err := h.r.Read(p[:min(len(p), 64<<10)])
	if h.after -= n; h.after <= 0 && h.hook != nil {
		h.hook()
		h.hook = nil
		time.Sleep(20 * time.Millisecond)
	}
	return n, err
}

// TestToken protects exactly-once intake: the same token stores its rows once.
func TestToken(t *testing.T) {
	t.Parallel()
	c, o := commonConn(t)
	mustExec(t, c, "CREATE TABLE t (a UInt64) ENGINE = MergeTree ORDER BY a SETTINGS non_replicated_deduplication_window = 100", o)
	var a proto.ColUInt64
	a.Append(1)
	a.Append(2)
	insert := func(token string) {
		t.Helper()
		o := o
		o.Token = token
		if _, err := c.Insert(t.Context(), "t", proto.Input{{Name: "a", Data: &a}}, o); err != nil {
			t.Fatal(err)
		}
	}
	insert("one")
	insert("one")
	if got := text(t, c, "SELECT count() FROM t", o); got != "2" {
		t.Errorf("rows after the same token twice: %s", got)
	}
	insert("two")
	if got := text(t, c, "SELECT count() FROM t", o); got != "4" {
		t.Errorf("rows after another token: %s", got)
	}
}

// TestInserts protects the other ways a statement brings rows.
func TestInserts(t *testing.T) {
	t.Parallel()
	c, o := commonConn(t)
	mustExec(t, c, "CREATE TABLE t (a UInt64, b UInt64 DEFAULT a * 10) ENGINE = MergeTree ORDER BY a", o)
	mustExec(t, c, "INSERT INTO t (a) VALUES (1), (2)", o)
	mustExec(t, c, "INSERT INTO t (a) SELECT 3", o)
	if _, err := c.InsertData(t.Context(), "INSERT INTO t (a)", "CSV", o, strings.NewReader("4\n5\n"), 4); err != nil {
		t.Error(err)
	}
	if _, err := c.InsertData(t.Context(), "INSERT INTO t (a)", "JSONEachRow", o, strings.NewReader(`{"a":6}`), -1); err != nil {
		t.Error(err)
	}
	if _, err := c.InsertData(t.Context(), "INSERT INTO t", "Native", o, strings.NewReader(""), 0); err != nil {
		t.Error(err)
	}
	if got := text(t, c, "SELECT groupArray(a), groupArray(b) FROM (SELECT * FROM t ORDER BY a)", o); got != "[1,2,3,4,5,6]\t[10,20,30,40,50,60]" {
		t.Error(got)
	}
	var e *Error
	if _, err := c.InsertData(t.Context(), "INSERT INTO nowhere", "CSV", o, strings.NewReader("1\n"), -1); !errors.As(err, &e) || e.Code != 60 {
		t.Errorf("unknown table: %v", err)
	}
	if _, err := c.InsertData(t.Context(), "INSERT INTO t", "CSV", o, strings.NewReader(strings.Repeat("x,y\n", 1<<20)), 4<<20); !errors.As(err, &e) || e.Code == 0 {
		t.Errorf("bad data: %v", err)
	}
}
