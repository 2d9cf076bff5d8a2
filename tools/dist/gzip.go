package main

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"
	"runtime"

	"github.com/klauspost/compress/flate"
)

// blockSize is how much one core compresses at a time. Blocks share no history,
// which at this size costs well under a percent.
const blockSize = 4 << 20

// gzipWriter writes one gzip member, compressing blocks on all cores: each block
// ends on a byte border (a sync flush), so their outputs can simply be joined.
type gzipWriter struct {
	out     io.Writer
	level   int
	block   []byte
	pending chan chan []byte // compressed blocks in order
	done    chan error       // what writing them ended with
	crc     uint32
	size    uint32
}

func newGzip(out io.Writer, level int) *gzipWriter {
	w := &gzipWriter{
		out: out, level: level,
		block:   make([]byte, 0, blockSize),
		pending: make(chan chan []byte, runtime.GOMAXPROCS(0)),
		done:    make(chan error, 1),
	}
	go w.drain()
	return w
}

// drain writes the header and then the blocks as they get ready. After an error it
// goes on taking blocks, so that Write never blocks.
func (w *gzipWriter) drain() {
	// RFC 1952: magic, deflate, no flags, no time, no hints, system unknown.
	_, err := w.out.Write([]byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255})
	for ready := range w.pending {
		if packed := <-ready; err == nil {
			_, err = w.out.Write(packed)
		}
	}
	w.done <- err
}

func (w *gzipWriter) Write(p []byte) (int, error) {
	w.crc = crc32.Update(w.crc, crc32.IEEETable, p)
	w.size += uint32(len(p))
	for rest := p; len(rest) > 0; {
		n := copy(w.block[len(w.block):blockSize], rest)
		w.block, rest = w.block[:len(w.block)+n], rest[n:]
		if len(w.block) == blockSize {
			w.send(false)
		}
	}
	return len(p), nil
}

// Close writes the last block and the trailer; it reports what any write ended with.
func (w *gzipWriter) Close() error {
	w.send(true)
	close(w.pending)
	if err := <-w.done; err != nil {
		return err
	}
	trailer := binary.LittleEndian.AppendUint32(nil, w.crc)
	_, err := w.out.Write(binary.LittleEndian.AppendUint32(trailer, w.size))
	return err
}

func (w *gzipWriter) send(last bool) {
	block, ready := w.block, make(chan []byte, 1)
	w.block = make([]byte, 0, blockSize)
	w.pending <- ready
	go func() { ready <- deflate(block, w.level, last) }()
}

func deflate(block []byte, level int, last bool) []byte {
	var packed bytes.Buffer
	fw, err := flate.NewWriter(&packed, level)
	if err != nil {
		panic(err) // the level was checked when the flags were read
	}
	// A bytes.Buffer takes every write.
	_, _ = fw.Write(block)
	if last {
		_ = fw.Close()
	} else {
		_ = fw.Flush()
	}
	return packed.Bytes()
}
