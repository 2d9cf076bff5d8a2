package backtest

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

// Values that a row of a case has unless it says otherwise: an accepted TCP flow of a
// minute that counts.
var usual = map[string]string{
	"interface_id": "eni-1", "vpc_id": "vpc-1", "account_id": "123456789012", "protocol": "6",
	"packets": "10", "bytes": "5000", "action": "ACCEPT", "log_status": "OK",
}

// batch makes the rows of a case as the store would give them. Fields of the source
// are read as from a file; what weir derives of the sides may be given, too: src_app,
// dst_country, src_scope; and the witness, which follows from all that an interface
// ever logged. Private addresses are internal and public ones
// public unless a scope is given. Rows of which it is said how they came are of the
// parts from 1 on, and came tells of these.
func (b *Bench) batch(reg *record.Registry, t rule.Test) (batch *record.Batch, came []detect.Delivery, err error) {
	list, err := rows(t)
	if err != nil {
		return nil, nil, err
	}
	batch = record.NewBatch(record.KindFlow, reg)
	one := record.NewBatch(record.KindFlow, reg)
	for _, r := range list {
		one.Reset()
		if err := oneRow(one, r); err != nil {
			return nil, nil, err
		}
		if r.of.FlowLog != "" {
			written := one.Col(record.End).Time[0] + int64(r.of.Late)
			came = append(came, detect.Delivery{Log: r.of.FlowLog, Written: written})
			one.Col(record.Part).U32[0] = uint32(len(came))
		}
		batch.AppendRows(one, []int32{0})
	}
	batch.Use(record.Counted, record.Role, record.Scopes, record.Flags, record.Part)
	if b.Opener != nil {
		b.Opener.Enrich(batch, 0, nil)
	}
	role := batch.Col(record.Role).U8
	for i, r := range list {
		if text, ok := r.values["witness"]; ok {
			n := slices.Index(record.WitnessNames[:], text)
			if n < 0 {
				return nil, nil, fmt.Errorf("witness %q is none of %s", text, strings.Join(record.WitnessNames[:], ", "))
			}
			role[i] |= record.PackRole(record.InitiatorNone, 0, record.WitnessKind(n))
		}
	}
	return batch, came, nil
}

// oneRow appends a row to an empty batch.
func oneRow(batch *record.Batch, r row) error {
	reg := batch.Registry
	values := maps.Clone(usual)
	heartbeat := r.values["log_status"] == record.StatusNoData || r.values["log_status"] == record.StatusSkipData
	if heartbeat {
		for _, name := range []string{"protocol", "packets", "bytes", "action"} {
			delete(values, name)
		}
	}
	start := epoch.Add(r.at)
	values["start"] = strconv.FormatInt(start.Unix(), 10)
	values["end"] = strconv.FormatInt(start.Unix()+59, 10)
	derived := map[string]string{}
	for name, v := range r.values {
		f, ok := record.Lookup(name)
		if !ok {
			return fmt.Errorf("there is no field %q", name)
		}
		if record.Bindable(f) {
			values[f.Name] = v
		} else {
			derived[f.Name] = v
		}
	}
	for _, side := range []string{"src", "dst"} {
		if values["pkt_"+side+"addr"] == "" && values[side+"addr"] != "" {
			values["pkt_"+side+"addr"] = values[side+"addr"]
		}
	}
	names := slices.Sorted(maps.Keys(values))
	binder, err := record.NewBinder(names, record.BindOptions{Intake: start})
	if err != nil {
		return err
	}
	cells := make([][]byte, len(names))
	for i, name := range names {
		cells[i] = []byte(values[name])
	}
	binder.Begin(batch, 1)
	reason := binder.Row(cells)
	binder.End()
	if reason != "" {
		return fmt.Errorf("a flow is no record: %s", reason)
	}
	batch.Use(record.Counted, record.Role, record.Scopes, record.Flags, record.Part)
	if heartbeat {
		return nil
	}
	batch.Col(record.Counted).U8[0] = 1
	if derived["counted"] == "false" {
		batch.Col(record.Counted).U8[0] = 0
	}
	var scopes [2]record.Scope
	for i, side := range []string{"src", "dst"} {
		scopes[i] = scopeOf(values[side+"addr"])
		if text, ok := derived[side+"_scope"]; ok {
			n := slices.Index(record.ScopeNames[:], text)
			if n < 0 {
				return fmt.Errorf("%s_scope %q is none of %s", side, text, strings.Join(record.ScopeNames[1:], ", "))
			}
			scopes[i] = record.Scope(n)
		}
		known := make([]string, record.NumSideSlots)
		if scopes[i] == record.ScopeInternal {
			known[record.SideNetwork] = values["vpc_id"]
		}
		for slot, name := range record.SideNames {
			if v, ok := derived[side+"_"+name]; ok {
				known[slot] = v
			}
		}
		n := reg.Intern(record.GroupSide, known)
		if i == 0 {
			batch.SrcSide[0] = n
		} else {
			batch.DstSide[0] = n
		}
	}
	batch.Col(record.Scopes).U8[0] = record.PackScopes(scopes[0], scopes[1])
	return nil
}

func scopeOf(text string) record.Scope {
	a, err := netip.ParseAddr(text)
	switch {
	case err != nil:
		return record.ScopeNone
	case a.IsPrivate():
		return record.ScopeInternal
	case a.IsMulticast():
		return record.ScopeMulticast
	case a.IsLinkLocalUnicast() || a.IsLoopback():
		return record.ScopeLinkLocal
	default:
		return record.ScopePublic
	}
}

// lookUp returns a value inside of what v is as JSON, as text; "" when it is absent.
func lookUp(v any, path []string) string {
	text, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	var at any
	if json.Unmarshal(text, &at) != nil {
		return ""
	}
	for _, key := range path {
		m, ok := at.(map[string]any)
		if !ok {
			return ""
		}
		at = m[key]
	}
	switch at := at.(type) {
	case nil:
		return ""
	case string:
		return at
	default:
		text, _ := json.Marshal(at)
		return string(text)
	}
}
