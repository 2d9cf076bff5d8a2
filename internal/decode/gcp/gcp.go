// Package gcp reads VPC Flow Logs of Google Cloud: log entries as JSON, one a
// line, in an array, in the "entries" of the Logging API, or as the messages that
// Pub/Sub pushes, in which they are Base64.
//
// A flow has one entry for each side that reports it; both become records. The
// side that reports is the context of its record:
//
//	account_id   project of the instance, else of the VPC, else of the log
//	vpc_id       project/name: names of VPCs repeat among projects
//	subnet_id    name of the subnetwork
//	instance_id  project/zone/name: names of VMs repeat among both
//	region       of the instance, else of the subnetwork
//	az_id        zone
//
// There is no verdict, no interface and no log status. Where the other side is,
// what GKE, services and gateways are at either end, and what the entry says of
// itself is kept as unmapped, at its place in the entry.
//
// Fields: Google's page "VPC Flow Logs records".
package gcp

import (
	"bytes"
	"context"
	"encoding/base64"
	"io"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/jsonscan"
	"github.com/weir-flow/weir/internal/record"
)

// Driver is the driver of VPC Flow Logs of Google Cloud, named "gcp".
type Driver struct{}

var (
	_ decode.Driver    = Driver{}
	_ decode.Explainer = Driver{}
)

// Name returns "gcp".
func (Driver) Name() string { return "gcp" }

// Reasons why an object is no record, besides those of its text and its values.
const (
	reasonFirewall = "firewall log entry, not a VPC flow"
	reasonAudit    = "audit log entry, not a VPC flow"
	reasonOther    = "log entry of another kind, not a VPC flow"
	reasonNoFlow   = "no connection of a VPC flow"
	reasonConflict = "key given twice with different values"
	reasonBase64   = "Pub/Sub: data is not Base64"
)

// decoder reads log entries into batches.
type decoder struct {
	opts  decode.Options
	outer *entry // as it stands in the stream
	inner *entry // out of a Pub/Sub message
	rows  *record.Sparse

	data     []byte // of a Pub/Sub message
	scratch  []byte
	unmapped []byte
}

// New returns a decoder.
func (Driver) New(_ []byte, o decode.Options) (decode.Decoder, error) {
	rows, err := record.NewSparse(o.BindOptions())
	if err != nil {
		return nil, err
	}
	return newDecoder(o, rows), nil
}

func newDecoder(o decode.Options, rows *record.Sparse) *decoder {
	return &decoder{opts: o, outer: newEntry(), inner: newEntry(), rows: rows}
}

// Decode implements [decode.Decoder].
func (d *decoder) Decode(ctx context.Context, r io.Reader, sink decode.Sink) error {
	return decode.ObjectRows(ctx, r, sink, d.objects(), d.rows, d.row)
}

func (d *decoder) objects() decode.ObjectOptions {
	is := func(names ...string) func([]byte) bool {
		return func(name []byte) bool {
			for _, n := range names {
				if n == string(name) {
					return true
				}
			}
			return false
		}
	}
	return decode.ObjectOptions{
		Skip: d.opts.Skip, Growing: d.opts.Growing, Read: d.outer.flat.Read,
		List:   is("entries", "receivedMessages"), // of the Logging and the Pub/Sub API
		Record: is("insertId", "jsonPayload", "protoPayload", "textPayload", "logName", "resource", "message", "connection"),
	}
}

// row appends the row of the object read last.
func (d *decoder) row() (reason string) {
	d.outer.index()
	e := d.outer
	if message := e.leaf(messageData); message != nil {
		if reason = d.unwrap(message.Text); reason != "" {
			return reason
		}
		message.Used = true
		e = d.inner
	}
	if reason = e.kind(); reason != "" {
		return reason
	}
	if d.outer.flat.Conflict || e.flat.Conflict {
		return reasonConflict
	}
	d.scratch = d.scratch[:0]
	d.connection(e)
	d.context(e)
	d.unmapped = append(d.unmapped[:0], '{')
	some, more := false, false
	if e != d.outer {
		d.unmapped, some = d.outer.flat.AppendUnused(d.unmapped)
	}
	if d.unmapped, more = e.flat.AppendUnused(d.unmapped); !some && !more {
		return d.rows.Row(nil)
	}
	d.unmapped = append(d.unmapped, '}')
	return d.rows.Row(d.unmapped)
}

// unwrap reads the entry out of the data of a Pub/Sub message.
func (d *decoder) unwrap(data []byte) (reason string) {
	data = bytes.TrimRight(data, "=")
	encoding := base64.RawStdEncoding
	if bytes.ContainsAny(data, "-_") {
		encoding = base64.RawURLEncoding
	}
	var err error
	if d.data, err = encoding.AppendDecode(d.data[:0], data); err != nil {
		return reasonBase64
	}
	text := d.data[jsonscan.Space(d.data, 0):]
	n, why := d.inner.flat.Read(text)
	switch {
	case why != "":
		return why
	case jsonscan.Space(text, n) < len(text):
		return jsonscan.Unexpected
	}
	d.inner.index()
	return ""
}

// kind returns "" for the entry of a flow, else why it is none.
func (e *entry) kind() (reason string) {
	switch name := e.text(logName); {
	case bytes.HasSuffix(name, []byte("vpc_flows")):
	case e.at[auditPayload] > 0 || bytes.Contains(name, []byte("cloudaudit.googleapis.com")):
		return reasonAudit
	case e.at[disposition] > 0 || bytes.HasSuffix(name, []byte("firewall")):
		return reasonFirewall
	case len(name) > 0:
		return reasonOther
	}
	if e.text(srcIP) == nil && e.text(destIP) == nil {
		return reasonNoFlow
	}
	return ""
}

// direct are the members that are fields as they stand.
var direct = [...]struct {
	tag   int
	field record.FieldID
}{
	{srcIP, record.SrcAddr}, {srcPort, record.SrcPort}, {destIP, record.DstAddr}, {destPort, record.DstPort}, {protocol, record.Protocol},
	{bytesSent, record.Bytes}, {packetsSent, record.Packets}, {startTime, record.Start}, {endTime, record.End}, {reporter, record.Reporter},
}

var (
	ingress, egress = []byte("ingress"), []byte("egress")
)

func (d *decoder) connection(e *entry) {
	for _, m := range direct {
		if value := e.use(m.tag); value != nil {
			d.rows.Set(m.field, value)
		}
	}
	if e.text(startTime) == nil && e.text(endTime) == nil {
		if logged := e.text(timestamp); logged != nil {
			d.rows.Set(record.Start, logged)
			d.rows.Set(record.End, logged)
		}
	}
	rtt := e.leaf(rttMsec)
	if rtt == nil {
		rtt = e.leaf(rttMedian)
	}
	if rtt != nil {
		whole, _, fraction := bytes.Cut(rtt.Text, []byte{'.'})
		rtt.Used = !fraction // unmapped keeps what the field cannot
		d.rows.Set(record.RTT, whole)
	}
	switch string(e.text(reporter)) {
	case "SRC":
		d.rows.Set(record.FlowDirection, egress)
	case "DEST":
		d.rows.Set(record.FlowDirection, ingress)
	}
}

// context sets who reported: the instance or the gateway at one end.
func (d *decoder) context(e *entry) {
	side := 0
	switch string(e.text(reporter)) {
	case "SRC", "SRC_GATEWAY":
	case "DEST", "DEST_GATEWAY":
		side = dest
	default:
		d.set(record.AccountID, e.text(labelProject))
		return
	}
	project, zone, vm, vpc := e.use(side+srcProject), e.use(side+srcZone), e.use(side+srcVM), e.use(side+srcVPC)
	network := e.text(side + srcVPCProject)
	if vpc != nil || project == nil {
		e.use(side + srcVPCProject)
	}
	d.set(record.AccountID, first(project, network, e.text(labelProject)))
	d.set(record.SubnetID, e.use(side+srcSubnet))
	d.set(record.AZID, zone)
	if vpc != nil {
		d.set(record.VPCID, d.join(first(network, project), vpc))
	}
	if vm != nil {
		d.set(record.InstanceID, d.join(first(project, network), zone, vm))
	}
	region, subnetRegion := e.leaf(side+srcRegion), e.leaf(side+srcSubnetRegion)
	if region == nil {
		region = subnetRegion
	}
	if region != nil {
		region.Used = true
		d.set(record.Region, region.Text)
		if subnetRegion != nil && bytes.Equal(region.Text, subnetRegion.Text) {
			subnetRegion.Used = true
		}
	}
}

func (d *decoder) set(id record.FieldID, value []byte) {
	if value != nil {
		d.rows.Set(id, value)
	}
}

// join puts "/" between the parts that are there.
func (d *decoder) join(parts ...[]byte) []byte {
	from := len(d.scratch)
	for _, p := range parts {
		if p == nil {
			continue
		}
		if len(d.scratch) > from {
			d.scratch = append(d.scratch, '/')
		}
		d.scratch = append(d.scratch, p...)
	}
	return d.scratch[from:]
}

func first(values ...[]byte) []byte {
	for _, v := range values {
		if v != nil {
			return v
		}
	}
	return nil
}

// Sniff recognises an entry of VPC Flow Logs among the first objects.
func (Driver) Sniff(head []byte) bool {
	found, objects := false, 0
	look(head, func(d *decoder, e *entry) bool {
		objects++
		found = e != nil && e.kind() == "" && e.at[reporter] > 0
		return !found && objects < sniffObjects
	})
	return found
}

// sniffObjects is how many objects are looked at.
const sniffObjects = 16

// look reads the whole objects of a head until see returns false. It gives them
// as entries, unwrapped, or nil for a message that holds none.
func look(head []byte, see func(d *decoder, e *entry) bool) {
	if p := jsonscan.Space(head, 0); p >= len(head) || head[p] != '{' && head[p] != '[' && head[p] != 0x1e {
		return
	}
	d := newDecoder(decode.Options{Growing: true}, nil)
	o := d.objects()
	o.Bad = func(decode.BadLine) {}
	objects := decode.NewObjects(bytes.NewReader(head), o)
	defer objects.Close()
	for {
		if _, err := objects.Next(); err != nil {
			return
		}
		d.outer.index()
		e := d.outer
		if message := e.leaf(messageData); message != nil {
			if e = d.inner; d.unwrap(message.Text) != "" {
				e = nil
			}
		}
		if !see(d, e) {
			return
		}
	}
}

// Explain tells what log entries hold that are no flows.
func (Driver) Explain(head []byte) string {
	what := ""
	look(head, func(_ *decoder, e *entry) bool {
		if e != nil && e.text(logName) != nil {
			what = "log entries of Google Cloud, but no VPC flows: the first is of " + string(e.text(logName))
		}
		return false
	})
	return what
}
