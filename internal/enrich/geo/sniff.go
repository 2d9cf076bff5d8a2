package geo

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"unicode/utf8"

	"github.com/klauspost/compress/gzip"

	"github.com/weir-flow/weir/internal/cidr"
)

// maxSize bounds a file after decompression. The largest data in the field, a
// city database with IPv6, is below 200 MB.
const maxSize = 1 << 30

// parsed is what one file holds: a source, or holdings of providers.
type parsed struct {
	source   source
	holdings []holding
	file     File
}

// read returns the bytes of a file, decompressed. They are kept in memory rather
// than mapped: a mapped file that its downloader truncates kills the process.
func read(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = bufio.NewReader(f)
	if magic, _ := r.(*bufio.Reader).Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		zr, err := gzip.NewReader(r)
		if err != nil {
			return nil, fmt.Errorf("%s: %w gzip: %w", path, ErrDamaged, err)
		}
		r = zr
	}
	var buf bytes.Buffer
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		buf.Grow(int(min(info.Size(), maxSize)) + bytes.MinRead)
	}
	n, err := buf.ReadFrom(io.LimitReader(r, maxSize+1))
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, gzip.ErrChecksum) || errors.Is(err, gzip.ErrHeader):
		return nil, fmt.Errorf("%s: %w gzip: %w", path, ErrDamaged, err)
	case err != nil:
		return nil, fmt.Errorf("%s: %w", path, err)
	case n > maxSize:
		return nil, fmt.Errorf("%s: over %d MB after decompression", path, maxSize>>20)
	}
	return buf.Bytes(), nil
}

// parse reads a file by what is in it. The path names what has no name inside.
func parse(path string, data []byte, log *slog.Logger) (parsed, error) {
	text := bytes.TrimPrefix(data, []byte("\ufeff"))
	start := bytes.TrimLeft(text, " \t\r\n")
	switch {
	case len(start) == 0:
		return parsed{}, fmt.Errorf("%w: the file is empty", ErrFormat)
	case isMMDB(data):
		return parseMMDB(path, data, log)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return parsed{}, fmt.Errorf("%w: a zip archive; unpack it first", ErrFormat)
	case !looksText(data):
		return parsed{}, fmt.Errorf("%w: binary, and without the metadata that ends an MMDB database; if it is one, it is cut short", ErrFormat)
	case start[0] == '{' || start[0] == '[':
		return parseJSON(start)
	case bytes.HasPrefix(start, []byte("<")):
		return parsed{}, fmt.Errorf("%w: a web page; the download went wrong", ErrFormat)
	}
	if _, err := cidr.ParsePrefix(listItem(firstLine(text))); err == nil {
		return parseList(path, text)
	}
	return parseTable(text)
}

// looksText reports whether the beginning can be text.
func looksText(data []byte) bool {
	head := data[:min(len(data), 4096)]
	if bytes.IndexByte(head, 0) >= 0 {
		return false
	}
	for len(head) > 0 {
		r, n := utf8.DecodeRune(head)
		if r == utf8.RuneError && n <= 1 && len(head) >= utf8.UTFMax && head[0] < 0xa0 {
			return false // not even Latin-1, in which organisations are sometimes written
		}
		head = head[n:]
	}
	return true
}

// firstLine returns the first line that is neither empty nor a comment.
func firstLine(text []byte) string {
	for line := range bytes.Lines(text) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' && line[0] != ';' {
			return string(line)
		}
	}
	return ""
}
