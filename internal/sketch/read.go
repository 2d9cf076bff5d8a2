package sketch

import "encoding/binary"

// Reader takes a value apart that was written as bytes. After the first byte that is
// missing all answers are zero, and [Reader.Rest] says so.
type Reader struct {
	Src []byte
	bad bool
}

// Rest returns what was not read.
func (r *Reader) Rest() ([]byte, error) {
	if r.bad {
		return nil, ErrBytes
	}
	return r.Src, nil
}

func (r *Reader) take(n int) []byte {
	if r.bad || n < 0 || n > len(r.Src) {
		r.bad = true
		return nil
	}
	b := r.Src[:n]
	r.Src = r.Src[n:]
	return b
}

// Bytes reads n bytes, which belong to the source.
func (r *Reader) Bytes(n int) []byte { return r.take(n) }

// Uint8 reads a byte.
func (r *Reader) Uint8() uint8 {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

// Uint16 reads two bytes, the lowest first.
func (r *Reader) Uint16() uint16 {
	if b := r.take(2); b != nil {
		return binary.LittleEndian.Uint16(b)
	}
	return 0
}

// Uint32 reads four bytes, the lowest first.
func (r *Reader) Uint32() uint32 {
	if b := r.take(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

// Uint64 reads eight bytes, the lowest first.
func (r *Reader) Uint64() uint64 {
	if b := r.take(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

// Varint reads what [binary.AppendVarint] wrote.
func (r *Reader) Varint() int64 {
	v, n := binary.Varint(r.Src)
	if n <= 0 {
		r.bad = true
		return 0
	}
	r.take(n)
	return v
}

// Uvarint reads what [binary.AppendUvarint] wrote.
func (r *Reader) Uvarint() uint64 {
	v, n := binary.Uvarint(r.Src)
	if n <= 0 {
		r.bad = true
		return 0
	}
	r.take(n)
	return v
}

// Text reads what [AppendText] wrote.
func (r *Reader) Text() string { return string(r.take(int(min(r.Uvarint(), 1<<31)))) }

// AppendText writes a text with its length.
func AppendText(dst []byte, text string) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(text))), text...)
}
