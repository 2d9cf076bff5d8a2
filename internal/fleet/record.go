package fleet

import "context"

// Action is a verdict.
type Action uint8

// The verdicts of security groups and network ACLs.
const (
	Accept Action = iota
	Reject
	NoAction     // the logs tell no verdict
	actions  int = iota
)

func (a Action) String() string {
	return [actions]string{"ACCEPT", "REJECT", ""}[a]
}

// Status is the log-status field.
type Status uint8

// The log statuses.
const (
	OK Status = iota
	NoData
	SkipData
)

func (s Status) String() string { return [...]string{"OK", "NODATA", "SKIPDATA"}[s] }

// Record is one line of a flow log and what it is a witness of.
type Record struct {
	Log       *FlowLog
	Interface *Interface
	Status    Status

	// What the line says. Without addresses (nil) when Status is not OK.
	Src, Dst         *Address
	PktSrc, PktDst   *Address
	SrcPort, DstPort uint16
	Protocol         uint8
	TCPFlags         uint8
	TrafficPath      uint8 // 0: none
	Ingress          bool
	Action           Action
	Packets, Bytes   uint64
	Start, End       int64 // Unix seconds
	SrcService       string
	DstService       string
	NextHop          *Interface // nil: unknown or outside

	// The truth behind it.
	Window   uint64     // the same for all witnesses of a window; 0: none, or a leg translated by NAT
	Counted  bool       // of the records of a window exactly one has this
	From, To *Interface // whose window it is; nil: outside
	Opener   bool       // the window's sender opened the connection
	Final    Action     // what became of the window, as far as any logged interface saw
	Plant    int        // number of the attack or noise that planted it, from 1; 0: background
}

// Records makes every record in order of time (to the minute, and within each
// hour account by account) and hands it to f, on one goroutine. The record is
// valid until f returns; an error of f ends the run and is returned.
func (w *World) Records(ctx context.Context, f func(*Record) error) (Truth, error) {
	t := w.newTally()
	const step = 60
	for from := 0; from < w.minutes; from += step {
		for _, a := range w.accounts {
			if err := w.produce(ctx, a, from, min(from+step, w.minutes), t, f); err != nil {
				return Truth{}, err
			}
		}
	}
	return w.truth(t), nil
}

// Records is New and [World.Records] in one.
func Records(ctx context.Context, cfg Config, f func(*Record) error) (Truth, error) {
	w, err := New(cfg)
	if err != nil {
		return Truth{}, err
	}
	return w.Records(ctx, f)
}
