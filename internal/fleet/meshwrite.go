package fleet

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
)

// gatewayHeader is the default format of Transit Gateway Flow Logs
// (docs.aws.amazon.com, "Transit Gateway Flow Log records").
const gatewayHeader = "version resource-type account-id tgw-id tgw-attachment-id tgw-src-vpc-account-id tgw-dst-vpc-account-id " +
	"tgw-src-vpc-id tgw-dst-vpc-id tgw-src-subnet-id tgw-dst-subnet-id tgw-src-eni tgw-dst-eni tgw-src-az-id tgw-dst-az-id " +
	"tgw-pair-attachment-id srcaddr dstaddr srcport dstport protocol packets bytes start end log-status type packets-lost-no-route " +
	"packets-lost-blackhole packets-lost-mtu-exceeded packets-lost-ttl-expired tcp-flags region flow-direction pkt-src-aws-service pkt-dst-aws-service"

// gatewayShort is the format of a second flow log over the gateway, for equal
// files would be taken for one.
var gatewayShort = strings.TrimSuffix(gatewayHeader, " pkt-src-aws-service pkt-dst-aws-service")

// writeMeshes makes the files of what is joined beside the estate, as text.
func (w *World) writeMeshes(ctx context.Context, dir string, t *tally, done *Progress, progress func(Progress)) error {
	step := int(w.cfg.Interval / time.Minute)
	for from := -int(w.start/60) % step; from < w.minutes && (w.joined != nil || w.gcp != nil); from += step {
		if err := ctx.Err(); err != nil {
			return err
		}
		first, to := max(0, from), min(from+step, w.minutes)
		files := map[string]*bytes.Buffer{}
		o := meshOutput{w: w, t: t, files: files, from: w.start + int64(first)*60, to: w.start + int64(to)*60}
		for m := first; m < to; m++ {
			if w.joined != nil {
				if err := w.joined.minute(w, 1, m, w.cfg.Joined.LostEach, o.joined); err != nil {
					return err
				}
				if err := w.joined.losses(w, m, o.joined); err != nil {
					return err
				}
			}
			if w.gcp != nil {
				if err := w.gcp.minute(w, 2, m, 0, o.google); err != nil {
					return err
				}
			}
		}
		for name, text := range files {
			if err := w.writeText(filepath.Join(dir, filepath.FromSlash(name)), text.Bytes()); err != nil {
				return err
			}
			if err := w.stamp(filepath.Join(dir, filepath.FromSlash(name)), o.to, 0); err != nil {
				return err
			}
			done.Files++
			done.OfFiles = max(done.OfFiles, done.Files)
			done.Bytes += int64(text.Len())
		}
		done.Records += o.records
		if progress != nil {
			progress(*done)
		}
	}
	return nil
}

// writeText writes a file, compressed when its name ends in .gz.
func (w *World) writeText(name string, text []byte) error {
	if path.Ext(name) == ".gz" {
		var packed bytes.Buffer
		gz, err := gzip.NewWriterLevel(&packed, w.cfg.Level)
		if err != nil {
			return fmt.Errorf("write log file: %w", err)
		}
		_, _ = gz.Write(text) // into memory
		_ = gz.Close()
		text = packed.Bytes()
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return fmt.Errorf("make log folder: %w", err)
	}
	if err := os.WriteFile(name, text, 0o644); err != nil {
		return fmt.Errorf("write log file: %w", err)
	}
	return nil
}

// meshOutput gathers the files of one interval.
type meshOutput struct {
	w        *World
	t        *tally
	files    map[string]*bytes.Buffer
	from, to int64
	records  int64
	line     []byte
}

func (o *meshOutput) file(l *FlowLog, header string) *bytes.Buffer {
	name := o.w.fileName(l, o.from, o.to, 0)
	b := o.files[name]
	if b == nil {
		b = &bytes.Buffer{}
		o.files[name] = b
		if !o.w.cfg.NoHeader {
			b.WriteString(header)
		}
	}
	return b
}

// joined writes what is logged of a window between joined VPCs, and counts it.
func (o *meshOutput) joined(x *meshFlow) error {
	atSrc, atDst := x.from.log != nil, x.to != nil && x.to.log != nil
	through := x.to != nil && x.to != x.from
	arrived, size := x.packets-x.lost, x.bytes/x.packets*(x.packets-x.lost)
	entered := through && x.from.attached
	left := through && x.to.attached && arrived > 0

	if atSrc {
		o.endpoint(x, x.from.log, x.src, false, Accept, x.packets, x.bytes)
	}
	for _, l := range o.w.joined.gateway.logs {
		if entered {
			o.attachment(x, l, true, x.packets, x.bytes)
		}
		if left {
			o.attachment(x, l, false, arrived, size)
		}
	}
	verdict := Accept
	if x.refused {
		verdict = Reject
	}
	if atDst && arrived > 0 {
		o.endpoint(x, x.to.log, x.dst, true, verdict, arrived, size)
	}

	tells := len(o.w.joined.gateway.logs) > 0
	knownSrc, knownDst := atSrc || tells, x.to != nil && (atDst || tells)
	switch {
	case atDst && arrived > 0:
		o.t.mesh(x, verdict, knownSrc, knownDst, arrived, size)
	case atSrc && !atDst:
		o.t.mesh(x, Accept, knownSrc, knownDst, x.packets, x.bytes)
	case left:
		o.t.mesh(x, NoAction, knownSrc, knownDst, arrived, size)
	case entered:
		o.t.mesh(x, NoAction, knownSrc, knownDst, x.packets, x.bytes)
	}
	return nil
}

// endpoint writes the record of an interface.
func (o *meshOutput) endpoint(x *meshFlow, l *FlowLog, at *Interface, ingress bool, a Action, packets, size uint64) {
	r := Record{
		Log: l, Interface: at, Src: &x.src.Addr, SrcPort: x.sport, DstPort: x.dport, Protocol: tcp, TCPFlags: x.flags,
		Ingress: ingress, Action: a, Packets: packets, Bytes: size, Start: x.start, End: x.end, TrafficPath: 1,
	}
	r.Dst = x.peer
	if x.dst != nil {
		r.Dst = &x.dst.Addr
	} else {
		r.TrafficPath = 8
	}
	if ingress {
		r.TrafficPath = 0
	}
	r.PktSrc, r.PktDst = r.Src, r.Dst
	b := o.file(l, string(l.program.header))
	o.line = r.AppendLine(o.line[:0])
	b.Write(o.line)
	o.records++
	o.t.line(x, a)
}

// attachment writes the record of a transit gateway's attachment.
func (o *meshOutput) attachment(x *meshFlow, l *FlowLog, ingress bool, packets, size uint64) {
	g := &o.w.joined.gateway
	own, pair, direction := x.to, x.from, "egress"
	lost := [4]uint64{}
	toVPC, toAccount, toSubnet, toENI, toZone := x.dst.Network, x.dst.Account, x.to.subnet, x.to.eni, x.to.zone
	pairID := pair.attachment
	if ingress {
		own, pair, direction = x.from, x.to, "ingress"
		pairID = pair.attachment
		lost[x.cause] = x.lost
		if x.lost == x.packets && x.cause == 0 { // without a route nothing tells where it was bound
			toVPC, toAccount, toSubnet, toENI, toZone, pairID = "-", "-", "-", "-", "-", "-"
		}
	}
	header, services := gatewayHeader, " - -"
	if l != g.logs[0] {
		header, services = gatewayShort, ""
	}
	b := o.file(l, header+"\n")
	fmt.Fprintf(b, "6 TransitGateway %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %d %d 6 %d %d %d %d OK IPv4 %d %d %d %d %d %s %s%s\n",
		g.account, g.id, own.attachment, x.src.Account, toAccount, x.src.Network, toVPC, x.from.subnet, toSubnet, x.from.eni, toENI,
		x.from.zone, toZone, pairID, x.src.Addr.IP, x.dst.Addr.IP, x.sport, x.dport, packets, size, x.start, x.end,
		lost[0], lost[1], lost[2], lost[3], x.flags, g.region, direction, services)
	o.records++
	o.t.line(x, NoAction)
}

// google writes what the reporters of a window in GCP tell, and counts it.
func (o *meshOutput) google(x *meshFlow) error {
	if x.refused {
		return nil // a firewall drops it at the receiver; only connections are reported
	}
	mode := o.w.cfg.GCP
	atSrc := mode != DestReporter
	atDst := x.dst != nil && mode != SrcReporter
	if atSrc {
		o.entry(x, "SRC")
	}
	if atDst {
		o.entry(x, "DEST")
	}
	if atSrc || atDst {
		// A VM that reports is known, in one direction or the other.
		o.t.mesh(x, NoAction, true, x.dst != nil, x.packets, x.bytes)
	}
	return nil
}

// entry writes a log entry as a sink to Cloud Storage does: one JSON object a
// line (cloud.google.com, "VPC Flow Logs records").
func (o *meshOutput) entry(x *meshFlow, reporter string) {
	name := path.Join("compute.googleapis.com", "vpc_flows", folderDay(o.from).Format("2006/01/02"),
		folderDay(o.from).Format("15:04:05")+"_"+folderDay(o.to-1).Format("15:04:05")+"_S0.json")
	b := o.files[name]
	if b == nil {
		b = &bytes.Buffer{}
		o.files[name] = b
	}
	stamp := func(at int64) string { return time.Unix(at, 0).UTC().Format(time.RFC3339Nano) }
	dst := x.peer
	if x.dst != nil {
		dst = &x.dst.Addr
	}
	fmt.Fprintf(b, `{"insertId":"%x","jsonPayload":{"bytes_sent":"%d","connection":{"dest_ip":"%s","dest_port":%d,"protocol":6,"src_ip":"%s","src_port":%d},`,
		mix(uint64(o.records)^uint64(x.start)<<20), x.bytes, dst.IP, x.dport, x.src.Addr.IP, x.sport)
	side := func(prefix string, n *Interface) {
		if n == nil {
			return
		}
		_, vpc, _ := bytes.Cut([]byte(n.Network), []byte{'/'})
		fmt.Fprintf(b, `"%[1]s_instance":{"project_id":%[2]q,"region":%[3]q,"vm_name":%[4]q,"zone":%[5]q},"%[1]s_vpc":{"project_id":%[2]q,"subnetwork_name":%[6]q,"vpc_name":%[7]q},`,
			prefix, n.Account, n.Region, n.Instance, n.Zone, n.Subnet, vpc)
	}
	side("src", x.src)
	side("dest", x.dst)
	fmt.Fprintf(b, `"end_time":%q,"packets_sent":%q,"reporter":%q,"start_time":%q},"logName":"projects/%s/logs/compute.googleapis.com%%2Fvpc_flows","receiveTimestamp":%q,"resource":{"labels":{"project_id":%q},"type":"gce_subnetwork"},"timestamp":%q}`+"\n",
		stamp(x.end), strconv.FormatUint(x.packets, 10), reporter, stamp(x.start), x.src.Account, stamp(x.end+5), x.src.Account, stamp(x.end+5))
	o.records++
	o.t.line(x, NoAction)
}
