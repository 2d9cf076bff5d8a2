package decode

import (
	"path"
	"strings"
	"time"
)

// Key is what the name of an object in a log bucket says. Parts that the name
// does not hold are empty.
type Key struct {
	Account string    // twelve digits
	Service string    // vpcflowlogs, ...
	Region  string    // us-east-1, ...
	FlowLog string    // fl-..., or tgw-attach-..., as it stands in the name
	Time    time.Time // end of the file's window, UTC; zero when there is none

	Interface string // whose log stream it is, of an export from CloudWatch Logs
}

// ParseKey reads an object name as AWS writes them, with or without the
// folders before it:
//
//	<account>_vpcflowlogs_<region>_<flow log>_<YYYYMMDDTHHMMZ>_<hash>.log.gz
//	AWSLogs/<account>/vpcflowlogs/<region>/YYYY/MM/DD[/HH]/...
//	AWSLogs/aws-account-id=<a>/aws-service=vpcflowlogs/aws-region=<r>/year=YYYY/...
//	<task>/<log stream>/000000.gz
//
// What the folders say stands in for what the file name lacks. The layout is
// that of AWS's page on flow log files in S3.
func ParseKey(name string) Key {
	dir, file := path.Split(strings.ReplaceAll(name, "\\", "/"))
	var k Key
	if p := strings.Split(file, "_"); len(p) >= 5 && isAccount(p[0]) {
		k.Account, k.Service, k.Region, k.FlowLog = p[0], p[1], p[2], p[3]
		for _, layout := range []string{"20060102T1504Z", "20060102T150405Z"} {
			if t, err := time.Parse(layout, p[4]); err == nil {
				k.Time = t
			}
		}
	}
	k.fromFolders(strings.Split(strings.Trim(dir, "/"), "/"))
	if stream := path.Base(dir); StreamInterface(stream) != stream {
		k.Interface = StreamInterface(stream)
	}
	return k
}

// StreamInterface returns the interface that the log stream of a flow log in
// CloudWatch Logs is named after, "eni-1-all" for one; empty for other names.
func StreamInterface(stream string) string {
	if !strings.HasPrefix(stream, "eni-") {
		return ""
	}
	for _, end := range []string{"-all", "-accept", "-reject"} {
		if id, ok := strings.CutSuffix(stream, end); ok {
			return id
		}
	}
	return stream
}

// fromFolders fills what is still empty from the folders of a key.
func (k *Key) fromFolders(dirs []string) {
	for i, dir := range dirs {
		name, value, ok := strings.Cut(dir, "=")
		switch {
		case ok && name == "aws-account-id":
			fill(&k.Account, value)
		case ok && name == "aws-service":
			fill(&k.Service, value)
		case ok && name == "aws-region":
			fill(&k.Region, value)
		case dir == "AWSLogs" && i+3 < len(dirs) && isAccount(dirs[i+1]):
			fill(&k.Account, dirs[i+1])
			fill(&k.Service, dirs[i+2])
			fill(&k.Region, dirs[i+3])
		}
	}
}

func fill(part *string, value string) {
	if *part == "" {
		*part = value
	}
}

func isAccount(s string) bool {
	return len(s) == 12 && strings.Trim(s, "0123456789") == ""
}

// Stream names the flow log an object belongs to, "" when the name does not
// tell: account, region and flow log id, as in "123456789012/us-east-1/fl-1".
func (k Key) Stream() string {
	if k.FlowLog == "" {
		return ""
	}
	return k.Account + "/" + k.Region + "/" + k.FlowLog
}
