package fleet

import (
	"fmt"
	"slices"
	"strings"
)

// Format is the field list of a flow log, in the order of its columns, by
// AWS's hyphenated names.
type Format []string

// field numbers the 54 fields of versions 2 to 11 in documentation order.
type field uint8

const (
	fVersion field = iota
	fAccountID
	fInterfaceID
	fSrcAddr
	fDstAddr
	fSrcPort
	fDstPort
	fProtocol
	fPackets
	fBytes
	fStart
	fEnd
	fAction
	fLogStatus
	fVPCID
	fSubnetID
	fInstanceID
	fTCPFlags
	fType
	fPktSrcAddr
	fPktDstAddr
	fRegion
	fAZID
	fSublocationType
	fSublocationID
	fPktSrcService
	fPktDstService
	fFlowDirection
	fTrafficPath
	fECSClusterARN
	fECSClusterName
	fECSContainerInstanceARN
	fECSContainerInstanceID
	fECSContainerID
	fECSSecondContainerID
	fECSServiceName
	fECSTaskDefinitionARN
	fECSTaskARN
	fECSTaskID
	fRejectReason
	fResourceID
	fEncryptionStatus
	fInstanceTag
	fInstanceTag2
	fInterfaceTag
	fInterfaceTag2
	fASGTag
	fASGTag2
	fInterfaceType
	fNextHopInterfaceID
	fNextHopSubnetID
	fNextHopAZID
	fNextHopVPCID
	fNextHopInterfaceType
	fieldCount
)

// fields is the list of AWS's "available fields" tables: name, and the version
// of the record format that brought it.
var fields = [fieldCount]struct {
	name    string
	version int
}{
	{"version", 2}, {"account-id", 2}, {"interface-id", 2}, {"srcaddr", 2}, {"dstaddr", 2},
	{"srcport", 2}, {"dstport", 2}, {"protocol", 2}, {"packets", 2}, {"bytes", 2},
	{"start", 2}, {"end", 2}, {"action", 2}, {"log-status", 2},
	{"vpc-id", 3}, {"subnet-id", 3}, {"instance-id", 3}, {"tcp-flags", 3}, {"type", 3},
	{"pkt-srcaddr", 3}, {"pkt-dstaddr", 3},
	{"region", 4}, {"az-id", 4}, {"sublocation-type", 4}, {"sublocation-id", 4},
	{"pkt-src-aws-service", 5}, {"pkt-dst-aws-service", 5}, {"flow-direction", 5}, {"traffic-path", 5},
	{"ecs-cluster-arn", 7}, {"ecs-cluster-name", 7}, {"ecs-container-instance-arn", 7},
	{"ecs-container-instance-id", 7}, {"ecs-container-id", 7}, {"ecs-second-container-id", 7},
	{"ecs-service-name", 7}, {"ecs-task-definition-arn", 7}, {"ecs-task-arn", 7}, {"ecs-task-id", 7},
	{"reject-reason", 8}, {"resource-id", 9}, {"encryption-status", 10},
	{"instance-tag", 11}, {"instance-tag-2", 11}, {"interface-tag", 11}, {"interface-tag-2", 11},
	{"asg-tag", 11}, {"asg-tag-2", 11}, {"interface-type", 11},
	{"next-hop-interface-id", 11}, {"next-hop-subnet-id", 11}, {"next-hop-az-id", 11},
	{"next-hop-vpc-id", 11}, {"next-hop-interface-type", 11},
}

func lookupField(name string) (field, bool) {
	for i := range fields {
		if fields[i].name == name {
			return field(i), true
		}
	}
	return 0, false
}

// FormatApps returns the demo's field list: version 5 with the tag and ECS
// fields that let a reader see which app is behind an interface.
func FormatApps() Format {
	f, _ := ParseFormat("5")
	return append(f, "ecs-cluster-name", "ecs-service-name",
		"instance-tag", "interface-tag", "asg-tag", "interface-type")
}

// ParseFormat reads a field list: a version number from 2 to 11 for all fields
// up to that version in documentation order, the word apps for [FormatApps], or
// a log format such as "${version} ${srcaddr}" (the ${} may be left out).
func ParseFormat(s string) (Format, error) {
	s = strings.TrimSpace(s)
	if s == "apps" {
		return FormatApps(), nil
	}
	if v, ok := parseVersion(s); ok {
		var f Format
		for _, d := range fields {
			if d.version <= v {
				f = append(f, d.name)
			}
		}
		return f, nil
	}
	var f Format
	for _, w := range strings.Fields(s) {
		w = strings.TrimSuffix(strings.TrimPrefix(w, "${"), "}")
		f = append(f, strings.ReplaceAll(w, "_", "-"))
	}
	if len(f) == 0 {
		return nil, fmt.Errorf("log format names no fields")
	}
	if err := f.check(); err != nil {
		return nil, err
	}
	return f, nil
}

// parseVersion reads "5" or "v5". Version 6 has no VPC fields of its own.
func parseVersion(s string) (int, bool) {
	switch v := strings.TrimPrefix(s, "v"); v {
	case "2", "3", "4", "5", "6", "7", "8", "9":
		return int(v[0] - '0'), true
	case "10":
		return 10, true
	case "11":
		return 11, true
	}
	return 0, false
}

// check returns an error if a name is unknown or given twice.
func (f Format) check() error {
	for i, name := range f {
		if _, ok := lookupField(name); !ok {
			return fmt.Errorf("unknown field %q in log format", name)
		}
		if slices.Contains(f[:i], name) {
			return fmt.Errorf("field %q is twice in log format", name)
		}
	}
	return nil
}

// version returns what AWS writes in the version column: the highest version
// among the fields.
func (f Format) version() int {
	v := 2
	for _, name := range f {
		if n, ok := lookupField(name); ok {
			v = max(v, fields[n].version)
		}
	}
	return v
}

// String returns f as a log format, as one would give it to AWS.
func (f Format) String() string {
	return "${" + strings.Join(f, "} ${") + "}"
}
