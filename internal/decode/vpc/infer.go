package vpc

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/record"
)

// orders are the orders of columns that logs without a header are known to
// come in: the vendor's table up to each version, the same fields by name (as
// tools that list fields sort them), and the two longer examples of the
// vendor's pages.
var orders = knownOrders()

func knownOrders() []decode.Order {
	var out []decode.Order
	for _, version := range []uint8{2, 3, 4, 5, 7, 8, 9, 10, 11} {
		var names []string
		for _, f := range record.Fields() {
			if f.Since > 0 && f.Since <= version && f.Since != 6 { // 6 is the transit gateways'
				names = append(names, strings.ReplaceAll(f.Name, "_", "-"))
			}
		}
		label := fmt.Sprintf("version %d", version)
		if version == 2 {
			label = "the default format"
		}
		out = append(out, decode.Order{Name: label, Columns: names})
		sorted := slices.Sorted(slices.Values(names))
		out = append(out, decode.Order{Name: fmt.Sprintf("version %d by name", version), Columns: sorted})
	}
	gateways := strings.Fields("version resource-type account-id tgw-id tgw-attachment-id tgw-src-vpc-account-id tgw-dst-vpc-account-id " +
		"tgw-src-vpc-id tgw-dst-vpc-id tgw-src-subnet-id tgw-dst-subnet-id tgw-src-eni tgw-dst-eni tgw-src-az-id tgw-dst-az-id " +
		"tgw-pair-attachment-id srcaddr dstaddr srcport dstport protocol packets bytes start end log-status type packets-lost-no-route " +
		"packets-lost-blackhole packets-lost-mtu-exceeded packets-lost-ttl-expired tcp-flags region flow-direction pkt-src-aws-service pkt-dst-aws-service")
	return append(out,
		decode.Order{Name: "the default format of transit gateways", Columns: gateways},
		decode.Order{Name: "that of transit gateways by name", Columns: slices.Sorted(slices.Values(gateways))},
		decode.Order{Name: "the vendor's example of TCP flags", Columns: strings.Fields(
			"version vpc-id subnet-id instance-id interface-id account-id type srcaddr dstaddr srcport dstport pkt-srcaddr pkt-dstaddr " +
				"protocol bytes packets start end action tcp-flags log-status")},
		decode.Order{Name: "the vendor's example of services and traffic paths", Columns: strings.Fields(
			"version srcaddr dstaddr srcport dstport protocol start end type packets bytes account-id vpc-id subnet-id instance-id interface-id " +
				"region az-id sublocation-type sublocation-id action tcp-flags pkt-srcaddr pkt-dstaddr pkt-src-aws-service pkt-dst-aws-service " +
				"traffic-path flow-direction log-status")},
	)
}

// infer returns the columns of the one known order that fits the lines: more
// than a tenth of them, for bad lines are none of its business, and every line
// that any other order fits. It returns a [decode.AmbiguousFormatError] when
// that leaves several.
func infer(lines [][]byte) ([]string, error) {
	fits := make([][]bool, len(orders)) // by order and line
	count := make([]int, len(orders))
	var words [][]byte
	for n, line := range lines {
		words = record.AppendWords(words[:0], line)
		for i, o := range orders {
			if len(o.Columns) == len(words) && shaped(shapes[i], words) {
				if fits[i] == nil {
					fits[i] = make([]bool, len(lines))
				}
				fits[i][n] = true
				count[i]++
			}
		}
	}
	var fitting []decode.Order
	for i := range orders {
		if count[i]*10 <= len(lines) {
			continue
		}
		better := slices.ContainsFunc(fits, func(other []bool) bool { return covers(other, fits[i]) && !covers(fits[i], other) })
		if !better {
			fitting = append(fitting, orders[i])
		}
	}
	switch len(fitting) {
	case 0:
		return nil, unknown("no header line and no known order of columns; name them with --log-format '${version} ${account-id} ...'")
	case 1:
		return fitting[0].Columns, nil
	default:
		return nil, &decode.AmbiguousFormatError{Orders: fitting}
	}
}

// covers reports whether an order fits every line that another one fits.
func covers(order, other []bool) bool {
	for n, fit := range other {
		if fit && (order == nil || !order[n]) {
			return false
		}
	}
	return true
}

func isAmbiguous(err error) bool {
	var a *decode.AmbiguousFormatError
	return errors.As(err, &a)
}

// shapes are the fields of each order.
var shapes = func() [][]record.FieldID {
	out := make([][]record.FieldID, len(orders))
	for i, o := range orders {
		for _, name := range o.Columns {
			f, ok := record.Lookup(name)
			if !ok {
				panic("vpc: unknown field in an order: " + name)
			}
			out[i] = append(out[i], f.ID)
		}
	}
	return out
}()

// shaped reports whether values look like those of the fields: each by itself,
// and the pairs that bound each other.
func shaped(fields []record.FieldID, words [][]byte) bool {
	var number [record.NumFields]uint64
	for i, id := range fields {
		if string(words[i]) == "-" {
			continue
		}
		n, ok := looksLike(id, words[i])
		if !ok {
			return false
		}
		number[id] = n
	}
	within := func(small, large record.FieldID) bool { return number[large] == 0 || number[small] <= number[large] }
	return within(record.Start, record.End) && within(record.Packets, record.Bytes)
}

// looksLike tests one value, more strictly than decoding does: here it must
// tell fields apart.
func looksLike(id record.FieldID, w []byte) (number uint64, ok bool) {
	s := string(w)
	switch id {
	case record.SrcAddr, record.DstAddr, record.PktSrcAddr, record.PktDstAddr:
		_, ok := record.ParseAddr(w)
		return 0, ok
	case record.Version:
		return digits(w, 2, 99)
	case record.AccountID, record.TGWSrcVPCAccountID, record.TGWDstVPCAccountID:
		_, ok := digits(w, 0, 1e12-1)
		return 0, ok && len(w) == 12 || s == "unknown"
	case record.SrcPort, record.DstPort, record.TCPFlags:
		return digits(w, 0, 0xffff)
	case record.Protocol:
		return digits(w, 0, 0xff)
	case record.Packets, record.Bytes,
		record.PacketsLostNoRoute, record.PacketsLostBlackhole, record.PacketsLostMTUExceeded, record.PacketsLostTTLExpired:
		return digits(w, 0, 1<<63)
	case record.Start, record.End:
		return digits(w, 1e9, 1<<42) // from 2001 on, also in milliseconds
	case record.TrafficPath:
		return digits(w, 1, 8)
	case record.EncryptionStatus:
		return digits(w, 0, 3)
	case record.ActionField:
		return 0, s == "ACCEPT" || s == "REJECT"
	case record.LogStatus:
		return 0, s == record.StatusOK || s == record.StatusNoData || s == record.StatusSkipData
	case record.ResourceType:
		return 0, s == "TransitGateway"
	case record.IPType:
		return 0, s == "IPv4" || s == "IPv6" || s == "EFA"
	case record.FlowDirection:
		return 0, s == "ingress" || s == "egress"
	case record.SublocationType:
		return 0, s == "wavelength" || s == "outpost" || s == "localzone"
	case record.Region:
		return 0, bytes.Count(w, []byte{'-'}) >= 2 && w[len(w)-1] >= '0' && w[len(w)-1] <= '9'
	case record.AZID, record.NextHopAZID, record.TGWSrcAZID, record.TGWDstAZID:
		return 0, bytes.Contains(w, []byte("-az"))
	case record.PktSrcAWSService, record.PktDstAWSService:
		return 0, s == strings.ToUpper(s) && w[0] >= 'A'
	case record.ECSClusterName, record.ECSServiceName, record.ECSContainerID, record.ECSSecondContainerID, record.ECSTaskID,
		record.InstanceTag, record.InstanceTag2, record.InterfaceTag, record.InterfaceTag2, record.ASGTag, record.ASGTag2:
		return 0, true
	}
	return 0, bytes.HasPrefix(w, []byte(prefixes[id])) && hasLetter(w)
}

// prefixes are how the ids of fields begin. Other texts need only not be
// numbers, as far as this test goes.
var prefixes = map[record.FieldID]string{
	record.InterfaceID: "eni-", record.NextHopInterfaceID: "eni-",
	record.VPCID: "vpc-", record.NextHopVPCID: "vpc-",
	record.SubnetID: "subnet-", record.NextHopSubnetID: "subnet-",
	record.InstanceID: "i-",
	record.TGWID:      "tgw-", record.TGWAttachmentID: "tgw-attach", record.TGWPairAttachmentID: "tgw-attach",
	record.TGWSrcVPCID: "vpc-", record.TGWDstVPCID: "vpc-", record.TGWSrcSubnetID: "subnet-", record.TGWDstSubnetID: "subnet-",
	record.TGWSrcENI: "eni-", record.TGWDstENI: "eni-",
	record.ECSClusterARN: "arn:", record.ECSContainerInstanceARN: "arn:", record.ECSTaskDefinitionARN: "arn:", record.ECSTaskARN: "arn:",
}

func digits(w []byte, low, high uint64) (uint64, bool) {
	v := uint64(0)
	for _, c := range w {
		if c < '0' || c > '9' || len(w) > 19 {
			return 0, false
		}
		v = v*10 + uint64(c-'0')
	}
	return v, low <= v && v <= high
}

func hasLetter(w []byte) bool {
	return bytes.ContainsFunc(w, func(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' })
}
