package decode

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// readLines returns each line as "number@offset text" and the error at the end.
func readLines(t *testing.T, r io.Reader, growing bool) (lines []string, end int64, err error) {
	t.Helper()
	l := NewLines(r, 32, growing, func(b BadLine) {
		lines = append(lines, fmt.Sprintf("%d@%d %s %d", b.Line, b.Offset, b.Reason, len(b.Text)))
	})
	defer l.Close()
	for {
		b, err := l.Next()
		if errors.Is(err, io.EOF) {
			return lines, l.Offset(), nil
		} else if err != nil {
			return lines, l.Offset(), err
		}
		if len(b.Data) != b.Size+32 || b.Data[b.Size-1] != '\n' || bytes.Count(b.Data[:b.Size], []byte("\n")) != b.Count {
			t.Fatalf("malformed block of %d bytes", b.Size)
		}
		number, offset := b.Line, b.Offset
		for line := range bytes.Lines(b.Data[:b.Size]) {
			lines = append(lines, fmt.Sprintf("%d@%d %s", number, offset, bytes.TrimSuffix(line, []byte("\n"))))
			number++
			offset += int64(len(line))
		}
	}
}

func TestLines(t *testing.T) {
	f := func(name, text string, growing bool, wantEnd int64, want ...string) {
		t.Helper()
		for _, r := range []io.Reader{strings.NewReader(text), iotest.DataErrReader(iotest.HalfReader(strings.NewReader(text)))} {
			got, end, err := readLines(t, r, growing)
			if diff := cmp.Diff(want, got); diff != "" || err != nil || end != wantEnd {
				t.Errorf("%s: end %d (want %d), %v (-want +got):\n%s", name, end, wantEnd, err, diff)
			}
		}
	}

	long, tooLong := strings.Repeat("x", MaxLine), strings.Repeat("x", MaxLine+1)
	f("empty", "", false, 0)
	f("one", "a\n", false, 2, "1@0 a")
	f("no final line end", "a\n\nb", false, 4, "1@0 a", "2@2 ", "3@3 b")
	f("growing", "a\n\nb", true, 3, "1@0 a", "2@2 ")
	f("growing, nothing whole yet", "a", true, 0)
	f("longest line", long+"\nb\n", false, MaxLine+3, "1@0 "+long, fmt.Sprintf("2@%d b", MaxLine+1))
	f("longest line at the end", "b\n"+long, false, MaxLine+2, "1@0 b", "2@2 "+long)
	f("too long", "a\n"+tooLong+"\nb\n", false, MaxLine+6, "1@0 a", "2@2 line too long 4096", fmt.Sprintf("3@%d b", MaxLine+4))
	f("too long at the end", "a\n"+tooLong, false, MaxLine+3, "1@0 a", "2@2 line too long 4096")
	f("much too long", strings.Repeat("x", 5<<20)+"\nb", false, 5<<20+2, "1@0 line too long 4096", fmt.Sprintf("2@%d b", 5<<20+1))
	f("two too long", tooLong+"\n"+tooLong+"\nb\n"+tooLong+"\n", false, 3*(MaxLine+2)+2,
		"1@0 line too long 4096", fmt.Sprintf("2@%d line too long 4096", MaxLine+2), fmt.Sprintf("3@%d b", 2*(MaxLine+2)), fmt.Sprintf("4@%d line too long 4096", 2*(MaxLine+2)+2))
}

// TestLinesManyBlocks protects counting over block borders at odd sizes.
func TestLinesManyBlocks(t *testing.T) {
	var text strings.Builder
	var want []string
	for i := range 30_000 {
		line := strings.Repeat("y", i%97)
		want = append(want, fmt.Sprintf("%d@%d %s", i+1, text.Len(), line))
		text.WriteString(line + "\n")
	}
	got, end, err := readLines(t, iotest.HalfReader(strings.NewReader(text.String())), false)
	if diff := cmp.Diff(want, got); diff != "" || err != nil || end != int64(text.Len()) {
		t.Errorf("end %d, %v:\n%s", end, err, diff)
	}
}

// TestLinesError protects what was read before the stream broke, and that the
// line it broke in is not taken.
func TestLinesError(t *testing.T) {
	broken := errors.New("broken")
	got, end, err := readLines(t, io.MultiReader(strings.NewReader("a\nb\nc"), iotest.ErrReader(broken)), false)
	if diff := cmp.Diff([]string{"1@0 a", "2@2 b"}, got); diff != "" || !errors.Is(err, broken) || end != 4 {
		t.Errorf("end %d, %v:\n%s", end, err, diff)
	}
	if _, _, err := readLines(t, stuck{}, false); !errors.Is(err, io.ErrNoProgress) {
		t.Errorf("a reader that gives nothing: %v", err)
	}
}

type stuck struct{}

func (stuck) Read([]byte) (int, error) { return 0, nil }
