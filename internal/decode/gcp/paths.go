package gcp

import (
	"strings"

	"github.com/weir-flow/weir/internal/jsonscan"
)

// The members of a log entry that have a meaning here, as tags of their keys.
const (
	srcIP = iota + 1
	srcPort
	destIP
	destPort
	protocol
	bytesSent
	packetsSent
	rttMsec
	rttMedian
	startTime
	endTime
	reporter

	// The two ends, the source's first and the destination's at the same distance.
	srcProject
	srcVM
	srcRegion
	srcZone
	srcVPCProject
	srcVPC
	srcSubnet
	srcSubnetRegion
	destProject
	destVM
	destRegion
	destZone
	destVPCProject
	destVPC
	destSubnet
	destSubnetRegion

	logName
	timestamp
	labelProject
	auditPayload
	disposition // of firewall logs
	messageData // of a Pub/Sub message

	numTags
)

// dest is how far the tags of the destination are behind those of the source.
const dest = destProject - srcProject

// payload is the path of what the service logs. Exports that have cut it out of
// its entry are read all the same.
const payload = "jsonPayload."

var tags = map[string]int{
	"connection.src_ip": srcIP, "connection.src_port": srcPort, "connection.dest_ip": destIP, "connection.dest_port": destPort, "connection.protocol": protocol,
	"bytes_sent": bytesSent, "packets_sent": packetsSent, "rtt_msec": rttMsec, "round_trip_time.median_msec": rttMedian,
	"start_time": startTime, "end_time": endTime, "reporter": reporter, "disposition": disposition,

	"src_instance.project_id": srcProject, "src_instance.vm_name": srcVM, "src_instance.region": srcRegion, "src_instance.zone": srcZone,
	"src_vpc.project_id": srcVPCProject, "src_vpc.vpc_name": srcVPC, "src_vpc.subnetwork_name": srcSubnet, "src_vpc.subnetwork_region": srcSubnetRegion,
	"dest_instance.project_id": destProject, "dest_instance.vm_name": destVM, "dest_instance.region": destRegion, "dest_instance.zone": destZone,
	"dest_vpc.project_id": destVPCProject, "dest_vpc.vpc_name": destVPC, "dest_vpc.subnetwork_name": destSubnet, "dest_vpc.subnetwork_region": destSubnetRegion,
}

var entryTags = map[string]int{
	"logName": logName, "timestamp": timestamp, "resource.labels.project_id": labelProject, "protoPayload": auditPayload, "message.data": messageData,
}

// inner are the paths of objects with such members in them.
var inner = map[string]bool{"jsonPayload": true}

func init() {
	for _, paths := range []map[string]int{tags, entryTags} {
		for path := range paths {
			for i, c := range path {
				if c == '.' {
					inner[path[:i]] = true
				}
			}
		}
	}
}

func resolve(path string) (tag int, inside bool) {
	if tag, ok := entryTags[path]; ok {
		return tag, false
	}
	path = strings.TrimPrefix(path, payload)
	return tags[path], inner[path]
}

// entry is a log entry, read.
type entry struct {
	flat *jsonscan.Flat
	at   [numTags]int // index+1 of a leaf
}

func newEntry() *entry { return &entry{flat: jsonscan.NewFlat(resolve)} }

// index finds the members with a meaning in what flat has read.
func (e *entry) index() {
	clear(e.at[:])
	for i := range e.flat.Leaves {
		if l := &e.flat.Leaves[i]; l.Key.Tag != 0 && e.at[l.Key.Tag] == 0 {
			e.at[l.Key.Tag] = i + 1
		}
	}
}

// leaf returns the member with a tag, nil when there is none or it says nothing.
func (e *entry) leaf(tag int) *jsonscan.Leaf {
	if e.at[tag] == 0 {
		return nil
	}
	l := &e.flat.Leaves[e.at[tag]-1]
	if l.Absent() || l.Kind == jsonscan.Object || l.Kind == jsonscan.Array {
		return nil
	}
	return l
}

// text returns what leaf says, nil for nothing.
func (e *entry) text(tag int) []byte {
	if l := e.leaf(tag); l != nil {
		return l.Text
	}
	return nil
}

// use is text, and takes the member as used up.
func (e *entry) use(tag int) []byte {
	l := e.leaf(tag)
	if l == nil {
		return nil
	}
	l.Used = true
	return l.Text
}
