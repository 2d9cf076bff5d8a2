package json

import (
	"strings"

	"github.com/weir-flow/weir/internal/record"
)

// A key's tag tells the field it names, and how well: the vendor's own name
// comes before others, those in the order of the catalogue.
const noField = 0

func tagOf(id record.FieldID, rank int) int         { return int(id) + 1 | rank<<8 }
func fieldOf(tag int) (id record.FieldID, rank int) { return record.FieldID(tag&0xff - 1), tag >> 8 }

// further are names of OCSF's network activity that the catalogue has no use for
// elsewhere, and names that it uses for what follows from others. The endpoint that
// logged is the one that has the ids.
var further = map[string]record.FieldID{
	"start_time_dt":              record.Start,
	"subnet":                     record.SubnetID,
	"end_time_dt":                record.End,
	"cloud.account_uid":          record.AccountID,
	"src_endpoint.interface_uid": record.InterfaceID,
	"dst_endpoint.interface_uid": record.InterfaceID,
	"src_endpoint.vpc_uid":       record.VPCID,
	"dst_endpoint.vpc_uid":       record.VPCID,
	"src_endpoint.subnet_uid":    record.SubnetID,
	"dst_endpoint.subnet_uid":    record.SubnetID,
	"src_endpoint.instance_uid":  record.InstanceID,
	"dst_endpoint.instance_uid":  record.InstanceID,
}

// furtherRank is the rank of the names above: behind all of the catalogue.
const furtherRank = 100

// vendorPrefix stands before AWS's names in what Elastic writes.
const vendorPrefix = "aws.vpcflow."

// inner are the paths of objects that hold fields: all that stands before a dot.
var inner = map[string]bool{}

func init() {
	add := func(name string) {
		for i, c := range name {
			if c == '.' {
				inner[strings.ReplaceAll(name[:i], "_", "")] = true
			}
		}
	}
	add(vendorPrefix)
	for name := range further {
		add(name)
	}
	for _, f := range record.Fields() {
		if record.Bindable(&f) {
			for _, name := range f.Aliases {
				add(name)
			}
		}
	}
}

// resolve finds the field of a path.
func resolve(path string) (tag int, inside bool) {
	name := strings.TrimPrefix(path, vendorPrefix)
	plain := strings.ToLower(strings.Map(func(r rune) rune {
		if r == '_' || r == '-' {
			return -1
		}
		return r
	}, path))
	inside = inner[plain]
	f, ok := record.Lookup(name)
	if !ok || !record.Bindable(f) {
		for other, id := range further {
			if record.SameName(other, name) {
				return tagOf(id, furtherRank), inside
			}
		}
		return noField, inside
	}
	if record.SameName(f.Name, name) {
		return tagOf(f.ID, 0), inside
	}
	for i, alias := range f.Aliases {
		if record.SameName(alias, name) {
			return tagOf(f.ID, i+1), inside
		}
	}
	return tagOf(f.ID, furtherRank), inside
}

// common are fields that records of other kinds have, too. They alone do not make
// a flow record.
var common = map[record.FieldID]bool{
	record.Version: true, record.AccountID: true, record.IPType: true, record.Region: true, record.AZID: true,
	record.Start: true, record.End: true, record.VPCID: true, record.SubnetID: true, record.InstanceID: true,
	record.ResourceType: true, record.ResourceID: true, record.InterfaceType: true, record.ECSContainerID: true,
}

// kinds of fields that tell flow records from others.
var (
	sources      = []record.FieldID{record.SrcAddr, record.PktSrcAddr}
	destinations = []record.FieldID{record.DstAddr, record.PktDstAddr}
	loggers      = []record.FieldID{record.InterfaceID, record.TGWID, record.TGWAttachmentID}
	measures     = []record.FieldID{
		record.Packets, record.Bytes, record.ActionField, record.LogStatus, record.TCPFlags, record.TrafficPath, record.FlowDirection,
	}
)

// looksLikeFlow reports whether an object with these fields is a flow record, and
// no other record that mentions an address: both ends, or one of them or the
// logging interface with something that is told of flows only.
func looksLikeFlow(has func(record.FieldID) bool) bool {
	one := func(ids []record.FieldID) bool {
		for _, id := range ids {
			if has(id) {
				return true
			}
		}
		return false
	}
	src, dst := one(sources), one(destinations)
	return src && dst || (src || dst || one(loggers)) && one(measures)
}
