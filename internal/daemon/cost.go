package daemon

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// CostKeys say what costs are told by.
type CostKeys struct{ FlowLog, Subnet, Interface bool }

// Cost is what one flow log, subnet or interface brought in. Keys that were not
// asked for are empty.
type Cost struct {
	FlowLog   string  `json:"flow_log,omitempty"`
	Subnet    string  `json:"subnet_id,omitempty"`
	Interface string  `json:"interface_id,omitempty"` // or the attachment, or the instance of GCP
	Records   uint64  `json:"records"`
	LogBytes  uint64  `json:"log_bytes"` // of log text, uncompressed: what vendors bill
	Bytes     uint64  `json:"bytes"`     // of traffic told of, every witness
	Price     float64 `json:"price"`
	Currency  string  `json:"currency"`
}

// Costs tells what was taken in, and what it costs at the rates of the
// settings, the dearest first. The text of an object is shared out among its
// records evenly.
func (l *Lookup) Costs(ctx context.Context, by CostKeys, since, until time.Time, rates CostSettings) ([]Cost, error) {
	type key struct{ flowLog, subnet, iface string }
	type sums struct {
		records, bytes uint64
		text           float64
	}
	totals := map[key]*sums{}
	group := []record.FieldID{record.Part}
	if by.Subnet {
		group = append(group, record.SubnetID)
	}
	if by.Interface {
		group = append(group, record.InterfaceID, record.TGWAttachmentID, record.InstanceID)
	}
	origins := map[uint32]origin{}
	err := l.each(ctx, query.Request{
		GroupBy: group, Aggregates: []query.Aggregate{{Function: query.Count}, {Function: query.Sum, Field: record.Bytes}},
		Since: since, Until: until, Records: true, Scope: query.Everything(),
	}, func(row query.Row) error {
		part := uint32(row.Uint(0))
		o, ok := origins[part]
		if !ok {
			var err error
			if o, err = l.originOf(ctx, part); err != nil {
				return err
			}
			origins[part] = o
		}
		var k key
		if by.FlowLog {
			k.flowLog = o.stream
		}
		n := 1
		if by.Subnet {
			k.subnet = row.Text(n)
			n++
		}
		if by.Interface {
			k.iface = reporter(row, n)
			n += 3
		}
		s := totals[k]
		if s == nil {
			s = new(sums)
			totals[k] = s
		}
		s.records += row.Uint(n)
		s.bytes += row.Uint(n + 1)
		s.text += float64(row.Uint(n)) * o.perRecord
		return nil
	})
	if err != nil {
		return nil, err
	}
	list := make([]Cost, 0, len(totals))
	for k, s := range totals {
		list = append(list, Cost{
			FlowLog: k.flowLog, Subnet: k.subnet, Interface: k.iface, Records: s.records, LogBytes: uint64(s.text + 0.5), Bytes: s.bytes,
			Price:    s.text/1e9*rates.PerGB + float64(s.records)/1e6*rates.PerMillion,
			Currency: rates.Currency,
		})
	}
	slices.SortFunc(list, func(a, b Cost) int {
		return cmp.Or(-cmp.Compare(a.LogBytes, b.LogBytes), strings.Compare(a.FlowLog, b.FlowLog), strings.Compare(a.Subnet, b.Subnet), strings.Compare(a.Interface, b.Interface))
	})
	return list, nil
}

// origin is where a part's rows come from, and how many bytes of text one of
// them takes on average over its object.
type origin struct {
	stream    string
	perRecord float64
}

func (l *Lookup) originOf(ctx context.Context, part uint32) (origin, error) {
	o, ok, err := l.Ledger.Origin(ctx, part)
	if err != nil || !ok {
		return origin{}, err
	}
	return origin{streamName(&o.Object), textPerRecord(&o.Object)}, nil
}

func textPerRecord(o *ledger.Object) float64 {
	if o.Stored == 0 {
		return 0
	}
	return float64(o.Done.Byte-o.Start.Byte) / float64(o.Stored)
}
