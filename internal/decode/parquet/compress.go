package parquet

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/snappy"
	"github.com/klauspost/compress/zstd"
	"github.com/pierrec/lz4/v4"
)

// Compression codecs of the format.
const (
	codecNone   = 0
	codecSnappy = 1
	codecGzip   = 2
	codecBrotli = 4
	codecZstd   = 6
	codecLZ4Raw = 7
)

var codecNames = [...]string{"none", "Snappy", "gzip", "LZO", "Brotli", "LZ4 of Hadoop", "zstd", "LZ4"}

var (
	errUnsupported = errors.New("not supported")
	errSize        = errors.New("it has another size than it claims")
)

// unpacker decompresses pages. It makes exactly as many bytes as are asked for.
type unpacker struct {
	in     bytes.Reader
	gzip   *gzip.Reader
	zstd   *zstd.Decoder
	brotli *brotli.Reader
}

func (u *unpacker) close() {
	if u.zstd != nil {
		u.zstd.Close()
	}
}

// unpack fills dst with what src packs.
func (u *unpacker) unpack(codec int64, dst, src []byte) error {
	u.in.Reset(src)
	switch codec {
	case codecSnappy:
		if n, err := snappy.DecodedLen(src); err != nil || n != len(dst) {
			return errors.Join(err, errSize)
		}
		_, err := snappy.Decode(dst, src)
		return err
	case codecLZ4Raw:
		n, err := lz4.UncompressBlock(src, dst)
		if err == nil && n != len(dst) {
			err = errSize
		}
		return err
	case codecGzip:
		if u.gzip == nil {
			u.gzip = new(gzip.Reader)
		}
		if err := u.gzip.Reset(&u.in); err != nil {
			return err
		}
		return exactly(u.gzip, dst)
	case codecBrotli:
		if u.brotli == nil {
			u.brotli = brotli.NewReader(nil)
		}
		if err := u.brotli.Reset(&u.in); err != nil {
			return err
		}
		return exactly(u.brotli, dst)
	case codecZstd:
		if u.zstd == nil {
			z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(128<<20), zstd.WithDecoderLowmem(true))
			if err != nil {
				return err
			}
			u.zstd = z
		}
		if err := u.zstd.Reset(&u.in); err != nil {
			return err
		}
		return exactly(u.zstd, dst)
	}
	name := fmt.Sprint(codec)
	if codec >= 0 && codec < int64(len(codecNames)) {
		name = codecNames[codec]
	}
	return fmt.Errorf("compression %s: %w", name, errUnsupported)
}

// exactly reads dst full and nothing more.
func exactly(r io.Reader, dst []byte) error {
	if _, err := io.ReadFull(r, dst); err != nil {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return errSize
		}
		return err
	}
	var more [1]byte
	n, err := io.ReadFull(r, more[:])
	if n > 0 || !errors.Is(err, io.EOF) {
		return errors.Join(errSize, err)
	}
	return nil
}
