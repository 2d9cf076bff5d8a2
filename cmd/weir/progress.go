package main

import (
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/report"
)

const (
	firstProgress = time.Second     // what takes less is not commented
	plainProgress = 5 * time.Second // between lines where there is no terminal
)

// progress returns a function that shows how far some work is: on a terminal in
// one line that is written over, elsewhere a line now and then. It is nil when
// nobody wants to know.
func (c *cli) progress(doing, unit string) func(daemon.Tick) {
	if c.flags.quiet {
		return nil
	}
	lines := plainProgress
	return func(t daemon.Tick) {
		switch {
		case t.Elapsed < firstProgress:
		case c.errTerminal:
			c.mu.Lock()
			defer c.mu.Unlock()
			c.clearLine()
			c.drawLine("weir: " + progressText(doing, unit, t))
		case t.Elapsed >= lines:
			lines = t.Elapsed.Truncate(plainProgress) + plainProgress
			c.note("%s", progressText(doing, unit, t))
		}
	}
}

// endProgress takes the line away.
func (c *cli) endProgress() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.clearLine()
}

// working shows that weir is at work, for work whose end nobody can tell. The
// returned function ends it, and may be called again.
func (c *cli) working(doing string) (stop func()) {
	show := c.progress(doing, "")
	if show == nil {
		return func() {}
	}
	began := time.Now()
	quit, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		t := time.NewTicker(200 * time.Millisecond)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				show(daemon.Tick{Elapsed: time.Since(began)})
			case <-quit:
				return
			}
		}
	}()
	return sync.OnceFunc(func() {
		close(quit)
		<-ended
		c.endProgress()
	})
}

func progressText(doing, unit string, t daemon.Tick) string {
	if t.OfObjects == 0 && t.OfBytes == 0 {
		return fmt.Sprintf("%s, %.0f s", doing, t.Elapsed.Truncate(time.Second).Seconds())
	}
	if !t.Listing && t.OfBytes > 0 && t.Objects == t.OfObjects && t.Bytes >= t.OfBytes {
		return fmt.Sprintf("%s records read, putting days in order, %.0f s", report.Count(t.Records), t.Elapsed.Truncate(time.Second).Seconds())
	}
	parts := []string{doing}
	add := func(format string, args ...any) { parts = append(parts, fmt.Sprintf(format, args...)) }
	switch {
	case t.Listing:
		add("%d of %s listed so far", t.Objects, report.Noun(t.OfObjects, unit))
	case t.OfObjects > 0:
		add("%d of %s", t.Objects, report.Noun(t.OfObjects, unit))
	}
	if t.OfBytes > 0 {
		add("%s of %s", report.Bytes(t.Bytes), report.Bytes(t.OfBytes))
	}
	seconds := t.Elapsed.Seconds()
	if t.Records > 0 && seconds > 0 {
		add("%s records", report.Count(t.Records))
		add("%s/s", report.Count(int64(float64(t.Records)/seconds)))
	}
	if t.Listing { // how much is left nobody knows
		return parts[0] + " " + strings.Join(parts[1:], ", ")
	}
	done, of := t.Bytes, t.OfBytes
	if of == 0 {
		done, of = t.Objects, t.OfObjects
	}
	if left := time.Duration(seconds * float64(of-done) / float64(max(done, 1)) * float64(time.Second)); done > 0 && left > 0 {
		add("%s left", report.Span(left))
	}
	return parts[0] + " " + strings.Join(parts[1:], ", ")
}
