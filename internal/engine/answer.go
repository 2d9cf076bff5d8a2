//go:build linux && !noengine

package engine

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

// answer writes a response whose status depends on whether data went out before
// the statement failed.
type answer struct {
	w       http.ResponseWriter
	started time.Time
	format  string
	summary string // value of the summary header when it is known before the head goes out
	tag     string // set once the head is out
}

func (a *answer) head() {
	var random [8]byte
	rand.Read(random[:])
	a.tag = hex.EncodeToString(random[:])
	a.w.Header().Set(headerTag, a.tag)
	a.w.Header().Set(headerFormat, a.format)
	a.w.Header().Set("Content-Type", "application/octet-stream")
	if a.summary != "" {
		a.w.Header().Set(headerSummary, a.summary)
	} else {
		a.w.Header().Set("Trailer", headerSummary)
	}
}

func (a *answer) write(data []byte) error {
	if len(data) == 0 {
		return nil
	}
	if a.tag == "" {
		a.head()
	}
	_, err := a.w.Write(data)
	return err
}

func (a *answer) finish(sum counts, err error) {
	if err != nil && a.tag == "" {
		refuse(a.w, err)
		return
	}
	if a.tag == "" {
		a.summary = a.render(sum)
		a.head()
		return
	}
	if err != nil {
		a.w.Write(appendException(nil, a.tag, asError(err).format()))
	}
	if a.summary == "" {
		a.w.Header().Set(headerSummary, a.render(sum)) // as a trailer
	}
}

func (a *answer) render(sum counts) string {
	text, err := json.Marshal(summaryJSON{
		ReadRows: sum.readRows, ReadBytes: sum.readBytes, WrittenRows: sum.writtenRows, WrittenBytes: sum.writtenBytes,
		ResultRows: sum.resultRows, ElapsedNS: uint64(time.Since(a.started)),
	})
	if err != nil {
		panic(err) // numbers only
	}
	return string(text)
}

// refuse answers with an error instead of a result.
func refuse(w http.ResponseWriter, err error) {
	e := asError(err)
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	status := http.StatusBadRequest
	if e.Code != 0 {
		w.Header().Set(headerCode, fmt.Sprint(e.Code))
		status = statusOf(e.Code)
	}
	w.WriteHeader(status)
	io.WriteString(w, e.format())
}

func asError(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return &Error{Text: err.Error()}
}
