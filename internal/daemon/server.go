package daemon

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
)

// oldestServer is the oldest ClickHouse whose settings and SQL weir knows to use:
// year and month of its version.
var oldestServer = [2]int{25, 3}

// ErrOldServer says that a ClickHouse server is too old for weir.
var ErrOldServer = errors.New("the ClickHouse server is too old")

// serverAnswers is how long a server may take to say its version.
const serverAnswers = 15 * time.Second

// reachServer makes sure that the server is there, takes user and password, and is
// not too old.
func (l *Lookup) reachServer(ctx context.Context) error {
	for try := 0; ; try++ {
		version, err := l.serverVersion(ctx)
		switch {
		case errors.Is(err, engine.ErrEngineGone) && try < 3 && ctx.Err() == nil:
			time.Sleep(200 * time.Millisecond) // a hiccup of the network, or a start
		case errors.Is(err, engine.ErrEngineGone):
			return fmt.Errorf("open store: %w", err)
		case err != nil:
			return fmt.Errorf("open store at %s: %w", l.conn, err)
		case older(version, oldestServer):
			return fmt.Errorf("open store at %s: %w: it is version %s, weir needs %d.%d", l.conn, ErrOldServer, version, oldestServer[0], oldestServer[1])
		default:
			return nil
		}
	}
}

func (l *Lookup) serverVersion(ctx context.Context) (version string, err error) {
	ctx, cancel := context.WithTimeoutCause(ctx, serverAnswers, fmt.Errorf("it did not answer in %s", serverAnswers))
	defer cancel()
	var text proto.ColStr
	// The database of the URL may not be there yet.
	o := engine.Options{Database: "default", WaitEnd: true}
	_, err = l.conn.Select(ctx, "SELECT version() AS v", o, proto.Results{{Name: "v", Data: &text}}, func(rows int) error {
		if rows > 0 {
			version = text.Row(0)
		}
		return nil
	})
	return version, err
}

// older compares the first two numbers of a version; text that is no version is old.
func older(version string, than [2]int) bool {
	year, rest, _ := strings.Cut(version, ".")
	month, _, _ := strings.Cut(rest, ".")
	y, yErr := strconv.Atoi(year)
	m, mErr := strconv.Atoi(month)
	if yErr != nil || mErr != nil {
		return true
	}
	return y < than[0] || y == than[0] && m < than[1]
}
