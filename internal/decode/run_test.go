package decode

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/weir-flow/weir/internal/record"
)

// words is the simplest driver there is: every line that begins with "w" is
// one record.
type words struct{}

func (words) Name() string                         { return "words" }
func (words) Sniff(head []byte) bool               { return head[0] == 'w' }
func (words) Accepts(o Options) bool               { return o.LogFormat == "words" }
func (words) New([]byte, Options) (Decoder, error) { return words{}, nil }

func (words) Decode(_ context.Context, r io.Reader, sink Sink) error {
	lines := NewLines(r, 0, false, sink.Bad)
	defer lines.Close()
	for rows := 0; ; {
		b, err := lines.Next()
		if err != nil {
			sink.Consumed(lines.Offset(), rows)
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		for line := range bytes.Lines(b.Data[:b.Size]) {
			if line[0] == 'w' {
				rows++
			} else {
				sink.Bad(BadLine{Text: line})
			}
		}
	}
}

type nowhere struct{}

func (nowhere) Batch() (*record.Batch, error) { return nil, errors.ErrUnsupported }
func (nowhere) Bad(BadLine)                   {}
func (nowhere) Consumed(int64, int)           {}

func runWords(r io.Reader, o Options) (Result, error) {
	return Run(context.Background(), r, Formats{[]Envelope{Gzip, Zstd}, []Driver{words{}}}, o, nowhere{})
}

func gz(parts ...string) []byte {
	var out bytes.Buffer
	for _, p := range parts {
		w := gzip.NewWriter(&out)
		io.WriteString(w, p)
		w.Close()
	}
	return out.Bytes()
}

func zst(parts ...string) []byte {
	var out bytes.Buffer
	for _, p := range parts {
		w, _ := zstd.NewWriter(&out)
		io.WriteString(w, p)
		w.Close()
	}
	return out.Bytes()
}

func cat(parts ...[]byte) []byte { return bytes.Join(parts, nil) }

func TestRun(t *testing.T) {
	f := func(name string, data []byte, want Result, wantErr string) {
		t.Helper()
		for _, r := range []io.Reader{bytes.NewReader(data), iotest.OneByteReader(bytes.NewReader(data)), iotest.DataErrReader(bytes.NewReader(data))} {
			got, err := runWords(r, Options{})
			text := ""
			if err != nil {
				text = err.Error()
			}
			if diff := cmp.Diff(want, got); diff != "" || text != wantErr {
				t.Errorf("%s: error %q, want %q (-want +got):\n%s", name, text, wantErr, diff)
			}
		}
	}
	plain := Result{Format: "words", Rows: 3, Bad: 1, Decoded: 10}
	gzipped, zstded := plain, plain
	gzipped.Envelope, zstded.Envelope = []string{"gzip"}, []string{"zstd"}
	text := "w1\nw2\nx\nw\n"

	f("empty", nil, Result{}, "")
	f("blank", []byte(" \n\r\n"), Result{}, "")
	f("plain", []byte(text), plain, "")
	f("gzip", gz(text), gzipped, "")
	f("gzip of nothing", gz(""), Result{Envelope: []string{"gzip"}}, "")
	f("several members", gz("w1\nw", "2\nx\n", "", "w\n"), gzipped, "")
	f("zero padding", cat(gz(text), make([]byte, 1000)), gzipped, "")
	f("garbage behind", cat(gz(text), []byte("ACCEPT OK\n")), gzipped, "10 bytes of garbage follows the compressed data")
	f("one byte behind", cat(gz(text), []byte("\n")), gzipped, "1 bytes of garbage follows the compressed data")
	f("half a magic behind", cat(gz(text), []byte("\x1f")), gzipped, "compressed data is cut off at decoded byte 10")
	f("half a header behind", cat(gz(text), []byte("\x1f\x8b\x08")), gzipped, "compressed data is cut off at decoded byte 10")
	f("only a magic", []byte("\x1f\x8b"), Result{Envelope: []string{"gzip"}}, "compressed data is cut off at decoded byte 0")
	f("zstd", zst(text), zstded, "")
	f("several frames", zst("w1\nw", "2\nx\n", "w\n"), zstded, "")
	f("skippable frame first", cat([]byte("\x5a\x2a\x4d\x18\x03\x00\x00\x00abc"), zst(text)), zstded, "")
	f("gzip in gzip", gz(string(gz(text))), Result{Format: "words", Envelope: []string{"gzip", "gzip"}, Rows: 3, Bad: 1, Decoded: 10}, "")
	f("gzip in gzip without end", gz(string(gz(string(gz(string(gz(string(gz(text))))))))), Result{Envelope: []string{"gzip", "gzip", "gzip", "gzip"}},
		"unwrap gzip: expands beyond the limit: wrapped more than 4 times")
	f("unknown", []byte("hello"), Result{}, "unknown format: no header line and no known order of columns; name them with --log-format '${version} ${account-id} ...'")
}

func TestRunOptions(t *testing.T) {
	text := "hello\nw\n"
	if got, err := runWords(strings.NewReader(text), Options{Format: "words"}); err != nil || got.Rows != 1 || got.Bad != 1 {
		t.Errorf("forced format: %+v, %v", got, err)
	}
	if got, err := runWords(strings.NewReader(text), Options{LogFormat: "words"}); err != nil || got.Rows != 1 {
		t.Errorf("log format: %+v, %v", got, err)
	}
	_, err := runWords(strings.NewReader(text), Options{Format: "json"})
	if !errors.Is(err, ErrUnknownFormat) || !strings.Contains(err.Error(), "one of: words") {
		t.Errorf("unknown name: %v", err)
	}
	if _, err := runWords(stuck{}, Options{}); !errors.Is(err, io.ErrNoProgress) {
		t.Errorf("a reader that gives nothing: %v", err)
	}
	broken := errors.New("connection reset")
	got, err := runWords(io.MultiReader(bytes.NewReader(gz(text)[:20]), iotest.ErrReader(broken)), Options{})
	if !errors.Is(err, broken) || errors.Is(err, ErrTruncated) {
		t.Errorf("an error of the source is no damage: %+v, %v", got, err)
	}
}

// TestCutAnywhere protects what decodes of an object that was cut: whole lines
// before the cut, and the cut is told.
func TestCutAnywhere(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var text strings.Builder
	for range 3000 {
		fmt.Fprintf(&text, "w%d\n", r.Uint64())
	}
	for name, data := range map[string][]byte{"gzip": gz(text.String()[:20000], text.String()[20000:]), "zstd": zst(text.String()[:20000], text.String()[20000:])} {
		for cut := len(data) - 1; cut > 4; cut -= 1 + r.IntN(400) {
			got, err := runWords(bytes.NewReader(data[:cut]), Options{})
			var damage *DamageError
			whole := err == nil && got.Decoded == 20000 // cut between two members, or inside zstd's checksum
			if !whole && (!errors.As(err, &damage) || !errors.Is(err, ErrTruncated) || damage.Offset < got.Decoded) {
				t.Fatalf("%s cut at %d of %d: %+v, %v", name, cut, len(data), got, err)
			}
			if want := strings.Count(text.String()[:got.Decoded], "\n"); int(got.Rows) != want || got.Bad != 0 || got.Decoded > 0 && text.String()[got.Decoded-1] != '\n' {
				t.Fatalf("%s cut at %d of %d: %+v, want %d rows", name, cut, len(data), got, want)
			}
		}
	}
}

// TestFlipAnywhere protects against broken bytes: never a panic, and never more
// bad than the lines around the damage.
func TestFlipAnywhere(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	text := strings.Repeat("w\n", 5000)
	for _, data := range [][]byte{gz(text), zst(text)} {
		for range 300 {
			bad := bytes.Clone(data)
			bad[4+r.IntN(len(bad)-4)] ^= byte(1 << r.IntN(8))
			got, err := runWords(bytes.NewReader(bad), Options{MaxDecoded: 1 << 20})
			if err == nil && got.Rows+got.Bad != 5000 {
				t.Fatalf("%d rows and %d bad without an error", got.Rows, got.Bad)
			}
		}
	}
}

func TestExpansion(t *testing.T) {
	bomb := func(compress func(io.Writer) io.WriteCloser, size int) []byte {
		var out bytes.Buffer
		w := compress(&out)
		zeros := make([]byte, 1<<20)
		zeros[0] = 'w'
		for range size >> 20 {
			w.Write(zeros)
		}
		w.Close()
		return out.Bytes()
	}
	gzipped := bomb(func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }, 100<<20)
	zstded := bomb(func(w io.Writer) io.WriteCloser { z, _ := zstd.NewWriter(w); return z }, 100<<20)
	f := func(name string, data []byte, o Options, want error) {
		t.Helper()
		if got, err := runWords(bytes.NewReader(data), o); !errors.Is(err, want) {
			t.Errorf("%s, %d bytes: %+v, %v; want %v", name, len(data), got, err, want)
		}
	}
	f("zstd by ratio", zstded, Options{}, ErrExpansion)
	f("gzip by ratio", gzipped, Options{MaxRatio: 100}, ErrExpansion)
	f("gzip by size", gzipped, Options{MaxDecoded: 1 << 20}, ErrExpansion)
	f("gzip in gzip", gz(string(gzipped)), Options{MaxRatio: 100}, ErrExpansion)
	f("allowed", gzipped, Options{MaxRatio: 1e6}, nil)
}

func TestMostlyBad(t *testing.T) {
	f := func(bad, lines int64, want bool) {
		t.Helper()
		if got := MostlyBad(bad, lines); got != want {
			t.Errorf("MostlyBad(%d, %d) = %v", bad, lines, got)
		}
	}
	f(100, 100, false)
	f(101, 10_100, false)
	f(101, 10_099, true)
}
