//go:build linux && !noengine

package engine

import (
	"fmt"
	"runtime"
	"strings"
	"unsafe"

	"github.com/ebitengine/purego"
)

// libchdb holds the C calls of the engine library that the child uses. The names
// are the library's own without their prefix; sizes are bytes; handles are opaque.
//
// Every call blocks its OS thread and none calls back into Go, so each may run on
// any goroutine. A connection runs one statement at a time.
type libchdb struct {
	setSignalHandlersEnabled func(enabled int32)
	version                  func() string
	connect                  func(argc int32, argv unsafe.Pointer) unsafe.Pointer
	closeConn                func(conn unsafe.Pointer)

	queryWithParams       func(conn, sql unsafe.Pointer, n uintptr, format unsafe.Pointer, fn uintptr, names, nameLens, values, valueLens unsafe.Pointer, count uintptr) unsafe.Pointer
	streamQueryWithParams func(conn, sql unsafe.Pointer, n uintptr, format unsafe.Pointer, fn uintptr, names, nameLens, values, valueLens unsafe.Pointer, count uintptr) unsafe.Pointer
	streamFetchResult     func(conn, stream unsafe.Pointer) unsafe.Pointer
	streamCancelQuery     func(conn, stream unsafe.Pointer)
	destroyQueryResult    func(result unsafe.Pointer)

	streamInsertWithParams func(conn, sql unsafe.Pointer, n uintptr, format unsafe.Pointer, fn uintptr, names, nameLens, values, valueLens unsafe.Pointer, count uintptr) unsafe.Pointer
	streamAppend           func(stream, data unsafe.Pointer, n uintptr) int32
	streamDone             func(stream unsafe.Pointer) unsafe.Pointer
	streamCancelInsert     func(stream unsafe.Pointer)
	streamInsertError      func(stream unsafe.Pointer) unsafe.Pointer
	destroyInsertStream    func(stream unsafe.Pointer)

	resultBuffer           func(result unsafe.Pointer) unsafe.Pointer
	resultLength           func(result unsafe.Pointer) uintptr
	resultError            func(result unsafe.Pointer) unsafe.Pointer
	resultRowsRead         func(result unsafe.Pointer) uint64
	resultStorageRowsRead  func(result unsafe.Pointer) uint64
	resultStorageBytesRead func(result unsafe.Pointer) uint64
	resultRowsWritten      func(result unsafe.Pointer) uint64
	resultBytesWritten     func(result unsafe.Pointer) uint64

	classifyQuery func(conn, sql unsafe.Pointer, n uintptr, database unsafe.Pointer, dn uintptr, out unsafe.Pointer) int32
}

// loadLibrary opens the engine library at an absolute path and binds its calls. A
// file that is cut, damaged or of another kind gives [ErrDamaged].
func loadLibrary(path string) (lib *libchdb, err error) {
	handle, err := purego.Dlopen(path, purego.RTLD_NOW|purego.RTLD_GLOBAL)
	if err != nil {
		return nil, fmt.Errorf("load %s: %w: %v", path, ErrDamaged, err)
	}
	lib = new(libchdb)
	for name, fn := range map[string]any{
		"chdb_set_signal_handlers_enabled": &lib.setSignalHandlersEnabled,
		"chdb_version":                     &lib.version,
		"chdb_connect":                     &lib.connect,
		"chdb_close_conn":                  &lib.closeConn,
		"chdb_query_with_params_n":         &lib.queryWithParams,
		"chdb_stream_query_with_params_n":  &lib.streamQueryWithParams,
		"chdb_stream_fetch_result":         &lib.streamFetchResult,
		"chdb_stream_cancel_query":         &lib.streamCancelQuery,
		"chdb_destroy_query_result":        &lib.destroyQueryResult,
		"chdb_stream_insert_with_params_n": &lib.streamInsertWithParams,
		"chdb_stream_append":               &lib.streamAppend,
		"chdb_stream_done":                 &lib.streamDone,
		"chdb_stream_cancel_insert":        &lib.streamCancelInsert,
		"chdb_stream_insert_error":         &lib.streamInsertError,
		"chdb_destroy_insert_stream":       &lib.destroyInsertStream,
		"chdb_result_buffer":               &lib.resultBuffer,
		"chdb_result_length":               &lib.resultLength,
		"chdb_result_error":                &lib.resultError,
		"chdb_result_rows_read":            &lib.resultRowsRead,
		"chdb_result_storage_rows_read":    &lib.resultStorageRowsRead,
		"chdb_result_storage_bytes_read":   &lib.resultStorageBytesRead,
		"chdb_result_rows_written":         &lib.resultRowsWritten,
		"chdb_result_bytes_written":        &lib.resultBytesWritten,
		"chdb_classify_query_n":            &lib.classifyQuery,
	} {
		symbol, err := purego.Dlsym(handle, name)
		if err != nil {
			return nil, fmt.Errorf("load %s: %w: no %s: it is not the engine weir was built for", path, ErrDamaged, name)
		}
		purego.RegisterFunc(fn, symbol)
	}
	lib.setSignalHandlersEnabled(0) // before anything else, or the library takes Go's signals
	return lib, nil
}

// session is one connection to the engine inside this process, with settings of
// its own. It is not safe for concurrent use.
type session struct {
	lib  *libchdb
	conn unsafe.Pointer // what chdb_connect returned; the calls take what it points to
}

// open makes a connection. The first one starts the engine, and closing the last
// one stops it. The library gives no reason for a refusal, see [session.set].
func (lib *libchdb) open(args []string) (*session, error) {
	var pin runtime.Pinner
	defer pin.Unpin()
	argv := make([]unsafe.Pointer, 0, len(args)+2)
	for _, arg := range append([]string{"clickhouse"}, args...) {
		if strings.IndexByte(arg, 0) >= 0 {
			return nil, fmt.Errorf("open engine connection: argument %q holds a zero byte", arg)
		}
		text := append([]byte(arg), 0)
		pin.Pin(&text[0])
		argv = append(argv, unsafe.Pointer(&text[0]))
	}
	argv = append(argv, nil)
	conn := lib.connect(int32(len(args)+1), unsafe.Pointer(&argv[0]))
	runtime.KeepAlive(argv)
	if conn == nil {
		return nil, errRefused
	}
	return &session{lib: lib, conn: conn}, nil
}

func (s *session) close() {
	if s.conn != nil {
		s.lib.closeConn(s.conn)
		s.conn = nil
	}
}

func (s *session) handle() unsafe.Pointer { return *(*unsafe.Pointer)(s.conn) }

// statement is SQL with the format of its data and its parameters. Parameter
// values are in the escaped form of [escapeParam].
type statement struct {
	sql    string
	format string
	params [][2]string
}

type startCall func(conn, sql unsafe.Pointer, n uintptr, format unsafe.Pointer, fn uintptr, names, nameLens, values, valueLens unsafe.Pointer, count uintptr) unsafe.Pointer

func (s *session) start(call startCall, st statement) unsafe.Pointer {
	var pin runtime.Pinner
	defer pin.Unpin()
	text := func(s string) (unsafe.Pointer, uintptr) {
		if s == "" {
			return unsafe.Pointer(&emptyText[0]), 0
		}
		p := unsafe.StringData(s)
		pin.Pin(p)
		return unsafe.Pointer(p), uintptr(len(s))
	}
	n := len(st.params)
	pointers := make([]unsafe.Pointer, 2*n+1)
	lengths := make([]uintptr, 2*n+1)
	for i, param := range st.params {
		pointers[i], lengths[i] = text(param[0])
		pointers[n+i], lengths[n+i] = text(param[1])
	}
	sql, sqlLen := text(st.sql)
	format, formatLen := text(st.format)
	handle := call(s.handle(), sql, sqlLen, format, formatLen,
		unsafe.Pointer(&pointers[0]), unsafe.Pointer(&lengths[0]),
		unsafe.Pointer(&pointers[n]), unsafe.Pointer(&lengths[n]), uintptr(n))
	runtime.KeepAlive(st)
	runtime.KeepAlive(pointers)
	runtime.KeepAlive(lengths)
	return handle
}

var emptyText = []byte{0}

// result is what a finished call returned: bytes that belong to the library and
// are valid until destroy.
type result struct {
	lib    *libchdb
	handle unsafe.Pointer
}

func (r result) destroy() { r.lib.destroyQueryResult(r.handle) }

func (r result) bytes() []byte {
	n := r.lib.resultLength(r.handle)
	if n == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(r.lib.resultBuffer(r.handle)), n)
}

func (r result) err() error {
	if r.handle == nil {
		return parseError("the engine returned nothing")
	}
	return textError(r.lib.resultError(r.handle))
}

func (r result) counts() counts {
	return counts{
		readRows:     r.lib.resultStorageRowsRead(r.handle),
		readBytes:    r.lib.resultStorageBytesRead(r.handle),
		writtenRows:  r.lib.resultRowsWritten(r.handle),
		writtenBytes: r.lib.resultBytesWritten(r.handle),
		resultRows:   r.lib.resultRowsRead(r.handle),
	}
}

// counts is what a statement did so far, or one step of it.
type counts struct {
	readRows, readBytes, writtenRows, writtenBytes, resultRows uint64
}

func (c *counts) add(d counts) {
	c.readRows += d.readRows
	c.readBytes += d.readBytes
	c.writtenRows += d.writtenRows
	c.writtenBytes += d.writtenBytes
	c.resultRows += d.resultRows
}

// query runs a statement to its end and holds the whole answer in memory.
func (s *session) query(st statement) (result, error) {
	r := result{s.lib, s.start(s.lib.queryWithParams, st)}
	if err := r.err(); err != nil {
		if r.handle != nil {
			r.destroy()
		}
		return result{}, err
	}
	return r, nil
}

// run is query for statements whose answer nobody wants.
func (s *session) run(sql string) error {
	r, err := s.query(statement{sql: sql, format: "Null"})
	if err == nil {
		r.destroy()
	}
	return err
}

// stream runs a SELECT and hands each piece of the answer to emit, which must not
// keep it. An error of emit cancels the query and is returned.
func (s *session) stream(st statement, emit func([]byte) error) (sum counts, err error) {
	open := result{s.lib, s.start(s.lib.streamQueryWithParams, st)}
	if open.handle != nil {
		defer open.destroy()
	}
	if err := open.err(); err != nil {
		return sum, err
	}
	for {
		piece := result{s.lib, s.lib.streamFetchResult(s.handle(), open.handle)}
		if err := piece.err(); err != nil {
			if piece.handle != nil {
				piece.destroy()
			}
			return sum, err
		}
		sum.add(piece.counts())
		data := piece.bytes()
		if len(data) > 0 {
			err = emit(data)
		}
		piece.destroy()
		if err != nil {
			s.lib.streamCancelQuery(s.handle(), open.handle)
			return sum, err
		}
		if len(data) == 0 {
			return sum, nil
		}
	}
}

// insertion is an INSERT whose data is pushed piece by piece. Exactly one of done
// and cancel ends it.
type insertion struct {
	session *session
	handle  unsafe.Pointer
}

func (s *session) insert(st statement) (*insertion, error) {
	in := &insertion{s, s.start(s.lib.streamInsertWithParams, st)}
	if err := in.err(); err != nil {
		s.lib.destroyInsertStream(in.handle)
		return nil, err
	}
	return in, nil
}

// push hands bytes to the engine, which copies them; it blocks while the engine is
// behind. False means that the insert has failed and done will say why.
func (in *insertion) push(data []byte) bool {
	if len(data) == 0 {
		return true
	}
	state := in.session.lib.streamAppend(in.handle, unsafe.Pointer(&data[0]), uintptr(len(data)))
	runtime.KeepAlive(data)
	return state == 0
}

func (in *insertion) done() (counts, error) {
	lib := in.session.lib
	defer lib.destroyInsertStream(in.handle)
	r := result{lib, lib.streamDone(in.handle)}
	if r.handle != nil {
		defer r.destroy()
	}
	if err := r.err(); err != nil {
		return counts{}, err
	}
	return r.counts(), nil
}

func (in *insertion) cancel() {
	in.session.lib.streamCancelInsert(in.handle)
	in.session.lib.destroyInsertStream(in.handle)
}

func (in *insertion) err() error {
	return textError(in.session.lib.streamInsertError(in.handle))
}

// analysis mirrors chdb_query_analysis_v1.
type analysis struct {
	size       uint32
	statements uint32
	flags      uint32
	class      uint32
}

// classify asks the engine's own parser what a text would do; it runs nothing.
func (s *session) classify(sql string) (Class, int) {
	if sql == "" {
		return ClassUnknown, 0
	}
	a := &analysis{size: uint32(unsafe.Sizeof(analysis{})), class: uint32(ClassUnknown)}
	state := s.lib.classifyQuery(s.handle(), unsafe.Pointer(unsafe.StringData(sql)), uintptr(len(sql)), nil, 0, unsafe.Pointer(a))
	runtime.KeepAlive(sql)
	if state != 0 || a.class > uint32(ClassUnknown) {
		return ClassUnknown, 0
	}
	return Class(a.class), int(a.statements)
}

// textError turns a C error text into an [Error]; nil for no text.
func textError(text unsafe.Pointer) error {
	if text == nil {
		return nil
	}
	n := 0
	for *(*byte)(unsafe.Add(text, n)) != 0 {
		n++
	}
	if n == 0 {
		return nil
	}
	return parseError(string(unsafe.Slice((*byte)(text), n)))
}
