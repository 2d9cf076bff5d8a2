package parquet

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	pq "github.com/parquet-go/parquet-go"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/record"
)

// numbered makes a file whose rows count up in the bytes column, with bad rows in
// between.
func numbered(t testing.TB, rows, groupRows int, options ...pq.WriterOption) []byte {
	t.Helper()
	return makeFile(t, groupRows, []col{
		{"bytes", pq.Int(64), repeat(rows, func(row int) any { return int64(row) })},
		{"dstport", pq.Optional(pq.Int(32)), repeat(rows, func(row int) any {
			switch {
			case row%1000 == 999:
				return int32(70000)
			case row%10 == 0:
				return nil
			}
			return int32(443)
		})},
		{"interface_id", pq.Encoded(pq.String(), &pq.RLEDictionary), repeat(rows, func(row int) any { return fmt.Sprint("eni-", row/100) })},
	}, options...)
}

// TestSkip protects resuming: behind every position that was given out come the
// rows, and the bad ones, that were not handed out before it, whether a file has
// more bytes or more rows.
func TestSkip(t *testing.T) {
	constant := makeFile(t, 20_000, []col{{"dstport", pq.Encoded(pq.Int(32), &pq.RLEDictionary), repeat(50_000, func(int) any { return int32(443) })}}, pq.Compression(&pq.Zstd))
	if len(constant) > 5_000 {
		t.Fatalf("%d bytes are too many", len(constant))
	}
	for _, data := range [][]byte{numbered(t, 30_000, 7000), numbered(t, 30_000, 7000, pq.PageBufferSize(2000)), constant} {
		whole, result, err := run(t, data, decode.Options{})
		if err != nil || result.Decoded != int64(len(data)) || len(whole.consumed) < 4 {
			t.Fatalf("%+v, consumed %v, %v", result, whole.consumed, err)
		}
		numbers := func(c *collector) []uint64 { return c.batch.Col(record.Bytes).U64 }
		for i, at := range whole.consumed {
			rest, result, err := run(t, data, decode.Options{Skip: at})
			if err != nil || result.Decoded != int64(len(data)) {
				t.Fatalf("from %d: %+v, %v", at, result, err)
			}
			n := whole.rows[i]
			if n+rest.batch.Len() != whole.batch.Len() || len(numbers(whole)) > 0 && !slices.Equal(numbers(whole)[n:], numbers(rest)) {
				t.Fatalf("from %d: %d rows behind %d of %d", at, rest.batch.Len(), n, whole.batch.Len())
			}
			if !slices.Equal(rest.bad, whole.bad[whole.badAt[i]:]) {
				t.Fatalf("from %d: bad %q", at, rest.bad)
			}
		}
	}
}

// TestWrapped protects Parquet in gzip, as some shippers pack everything.
func TestWrapped(t *testing.T) {
	data := numbered(t, 5000, 0)
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write(data)
	w.Close()
	c, result, err := run(t, packed.Bytes(), decode.Options{})
	if err != nil || c.batch.Len() != 4995 || len(c.bad) != 5 || result.Decoded != int64(len(data)) || !slices.Equal(result.Envelope, []string{"gzip"}) {
		t.Errorf("%d rows, %+v, %v", c.batch.Len(), result, err)
	}
	// What follows the data is told, what is in it is kept.
	c, _, err = run(t, append(packed.Bytes(), "garbage"...), decode.Options{})
	if !errors.Is(err, decode.ErrTrailing) || c.batch.Len() != 4995 {
		t.Errorf("%d rows, %v", c.batch.Len(), err)
	}
	c, _, err = run(t, packed.Bytes()[:packed.Len()/2], decode.Options{})
	if !errors.Is(err, decode.ErrTruncated) || c.batch.Len() != 0 {
		t.Errorf("cut: %d rows, %v", c.batch.Len(), err)
	}
}

// TestCodecs protects every compression that the format names and tools write.
func TestCodecs(t *testing.T) {
	for _, codec := range []pq.WriterOption{
		pq.Compression(&pq.Uncompressed), pq.Compression(&pq.Snappy), pq.Compression(&pq.Gzip), pq.Compression(&pq.Zstd), pq.Compression(&pq.Brotli), pq.Compression(&pq.Lz4Raw),
	} {
		for version := 1; version <= 2; version++ {
			c, _, err := run(t, numbered(t, 6000, 2500, codec, pq.DataPageVersion(version)), decode.Options{})
			if err != nil || c.batch.Len() != 5994 || len(c.bad) != 6 {
				t.Errorf("%d rows, %d bad, %v", c.batch.Len(), len(c.bad), err)
			}
		}
	}
}

// TestDamage protects that what is wrong with a file is named, and that the rows
// before it are kept.
func TestDamage(t *testing.T) {
	data := numbered(t, 10_000, 1000, pq.Compression(&pq.Uncompressed))
	f := func(name string, data []byte, kind error, text string, rows int) {
		t.Helper()
		c, _, err := run(t, data, decode.Options{})
		if !errors.Is(err, kind) || !strings.Contains(fmt.Sprint(err), text) || c.batch.Len() != rows {
			t.Errorf("%s: %d rows, want %d; %v", name, c.batch.Len(), rows, err)
		}
	}
	change := func(at int, b byte) []byte {
		d := bytes.Clone(data)
		d[at] ^= b
		return d
	}
	foot, err := readFooter(data)
	if err != nil {
		t.Fatal(err)
	}
	f("cut", data[:len(data)/2], decode.ErrTruncated, "the footer of the Parquet file is missing", 0)
	f("first bytes", data[:7], decode.ErrTruncated, "footer", 0)
	f("length of the footer", change(len(data)-6, 0xff), decode.ErrCorrupt, "the footer claims", 0)
	f("footer", append(append(bytes.Clone(data[:len(data)-8]), make([]byte, 100)...), data[len(data)-8:]...), decode.ErrCorrupt, "footer", 0)
	f("page", change(int(foot.groups[7].chunks[1].data)+400, 0xff), decode.ErrCorrupt, `page 0 of column "dstport" of row group 7: the checksum is wrong`, 7*999)
	f("header of a page", change(int(foot.groups[3].chunks[0].data), 0xff), decode.ErrCorrupt, `column "bytes" of row group 3`, 3*999)
	f("encrypted", []byte("PARE----------------PARE"), errEncrypted, "encrypted", 0)
	f("other columns", makeFile(t, 0, []col{{"name", pq.String(), []any{"x"}}, {"size", pq.Int(32), []any{int32(1)}}}), decode.ErrUnknownFormat, `"name" "size"`, 0)
	f("no rows", makeFile(t, 0, []col{{"srcaddr", pq.String(), nil}}), nil, "", 0)

	c, _, err := run(t, data[:len(data)/2], decode.Options{Growing: true})
	if err != nil || len(c.consumed) != 0 {
		t.Errorf("a file that is being written: %v, %v", c.consumed, err)
	}
	c, _, err = run(t, data, decode.Options{Growing: true})
	if err != nil || c.batch.Len() != 9990 {
		t.Errorf("a file that is whole: %d rows, %v", c.batch.Len(), err)
	}
}

// TestAllocations protects that rows cost none: a file four times as long costs
// only its pages more.
func TestAllocations(t *testing.T) {
	allocs := func(rows int) float64 {
		data := makeFile(t, 0, []col{
			{"srcaddr", pq.Encoded(pq.String(), &pq.Plain), repeat(rows, func(row int) any { return fmt.Sprint("10.0.0.", row%250) })},
			{"interface_id", pq.Encoded(pq.String(), &pq.RLEDictionary), repeat(rows, func(row int) any { return fmt.Sprint("eni-", row%50) })},
			{"dstport", pq.Optional(pq.Int(32)), repeat(rows, func(row int) any { return int32(row & 0xffff) })},
		}, pq.Compression(&pq.Gzip))
		c := newCollector()
		return testing.AllocsPerRun(3, func() {
			c.batch.Reset()
			c.consumed, c.rows, c.badAt = c.consumed[:0], c.rows[:0], c.badAt[:0]
			if _, err := decode.Run(context.Background(), bytes.NewReader(data), formats, decode.Options{}, c); err != nil || c.batch.Len() != rows {
				t.Fatalf("%d rows, %v", c.batch.Len(), err)
			}
		})
	}
	few, many := allocs(50_000), allocs(200_000)
	if many-few > 150_000/500 {
		t.Errorf("%v allocations for 50,000 rows, %v for 200,000", few, many)
	}
}

// TestBombs protects against files that claim what they do not hold.
func TestBombs(t *testing.T) {
	f := func(name string, data []byte, kinds ...error) {
		t.Helper()
		c, _, err := run(t, data, decode.Options{MaxRatio: 100})
		if err == nil || !slices.ContainsFunc(kinds, func(kind error) bool { return errors.Is(err, kind) }) {
			t.Errorf("%s: %d rows, %v", name, c.batch.Len(), err)
		}
	}
	c := &column{file: &file{}, chunk: chunk{codec: codecGzip}}
	for size, held := range map[int64]int64{maxPage + 1: 0, 1 << 20: maxHeld, 1 << 62: 0} {
		c.file.held = held
		if _, err := c.unpack(&c.buf, nil, size, false, maxPage); !errors.Is(err, errTooBig) || c.buf != nil {
			t.Errorf("a page of %d bytes beside %d: %v", size, held, err)
		}
	}
	// Rows without end, all the same.
	data := numbered(t, 100, 0)
	at := bytes.LastIndex(data, []byte{0x16, 0xc8, 0x01}) // i64 100, of the row group
	many := slices.Concat(data[:at], []byte{0x16}, binary.AppendUvarint(nil, 2<<35), data[at+3:])
	binary.LittleEndian.PutUint32(many[len(many)-8:], binary.LittleEndian.Uint32(many[len(many)-8:])+uint32(len(many)-len(data)))
	f("rows", many, decode.ErrExpansion)
	f("small footer that claims a large list", []byte("PAR1\x29\xfc\xff\xff\xff\xff\x07\x00\x08\x00\x00\x00PAR1"), decode.ErrCorrupt)
}

// TestSpool protects objects too big for memory: they are read from a file that
// leaves nothing behind.
func TestSpool(t *testing.T) {
	defer func(n int) { maxMemory = n }(maxMemory)
	maxMemory = 10_000
	dir := filepath.Join(t.TempDir(), "tmp")
	data := numbered(t, 30_000, 7000)
	c, _, err := run(t, data, decode.Options{Temp: dir})
	if err != nil || c.batch.Len() != 29_970 {
		t.Errorf("%d rows, %v", c.batch.Len(), err)
	}
	c, _, err = run(t, data[:len(data)-5], decode.Options{Temp: dir})
	if !errors.Is(err, decode.ErrTruncated) || c.batch.Len() != 0 {
		t.Errorf("cut: %d rows, %v", c.batch.Len(), err)
	}
	if _, _, err = run(t, data, decode.Options{Temp: dir, MaxDecoded: 20_000}); !errors.Is(err, decode.ErrExpansion) {
		t.Errorf("limited: %v", err)
	}
	broken := errors.New("connection lost")
	_, err = decode.Run(t.Context(), io.MultiReader(bytes.NewReader(data[:20_000]), failingReader{broken}), formats, decode.Options{Temp: dir}, newCollector())
	if !errors.Is(err, broken) {
		t.Errorf("source: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err = decode.Run(ctx, bytes.NewReader(data), formats, decode.Options{Temp: dir}, newCollector()); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, _, err = run(t, data, decode.Options{Temp: "/dev/null/none"}); err == nil || !strings.Contains(err.Error(), "make a folder") {
		t.Errorf("no folder: %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

type failingReader struct{ err error }

func (f failingReader) Read([]byte) (int, error) { return 0, f.err }

type fullSink struct{ *collector }

var errFull = errors.New("no room")

func (fullSink) Batch() (*record.Batch, error) { return nil, errFull }

func TestSinkEndsDecoding(t *testing.T) {
	_, err := decode.Run(t.Context(), bytes.NewReader(numbered(t, 10, 0)), formats, decode.Options{}, fullSink{newCollector()})
	if !errors.Is(err, errFull) {
		t.Errorf("full sink: %v", err)
	}
}

// FuzzDecode protects the promise that no file makes the decoder panic, take more
// than its bounds, or count rows wrongly, and that a file can be resumed.
func FuzzDecode(f *testing.F) {
	f.Add(numbered(f, 30, 20))
	f.Add(numbered(f, 30, 20, pq.Compression(&pq.Gzip), pq.DataPageVersion(1)))
	f.Add(numbered(f, 30, 0, pq.Compression(&pq.Snappy)))
	text := pq.Optional(pq.String())
	for _, n := range []pq.Node{text, pq.Encoded(text, &pq.DeltaByteArray), pq.Encoded(text, &pq.DeltaLengthByteArray), pq.Encoded(text, &pq.RLEDictionary)} {
		f.Add(makeFile(f, 0, []col{{"srcaddr", n, []any{"10.0.0.1", nil, "10.0.0.2", "10.0.0.2"}}}))
	}
	f.Add(makeFile(f, 0, []col{{"start", pq.Encoded(pq.Int(64), &pq.DeltaBinaryPacked), []any{int64(1), int64(1 << 40), int64(3)}}, {"x", pq.Leaf(pq.BooleanType), []any{true, false, true}}}))
	f.Add(makeFile(f, 0, []col{{"bytes", pq.Encoded(pq.Leaf(pq.DoubleType), &pq.ByteStreamSplit), []any{1.0, 2.0}}, {"packets", pq.Decimal(2, 30, pq.FixedLenByteArrayType(16)), []any{make16(), make16()}}}))
	f.Fuzz(func(t *testing.T, data []byte) {
		o := decode.Options{Format: "parquet", MaxRatio: 10, MaxDecoded: 1 << 28}
		c, _, err := run(t, data, o)
		if len(c.consumed) == 0 || err == nil && c.consumed[len(c.consumed)-1] != int64(len(data)) {
			if err == nil && len(data) > 0 && len(bytes.TrimSpace(data)) > 0 {
				t.Errorf("consumed %v of %d", c.consumed, len(data))
			}
			return
		}
		i := len(c.consumed) / 2
		o.Skip = c.consumed[i]
		rest, _, _ := run(t, data, o)
		if c.rows[i]+rest.batch.Len() != c.batch.Len() {
			t.Errorf("%d rows behind %d of %d", rest.batch.Len(), c.rows[i], c.batch.Len())
		}
	})
}
