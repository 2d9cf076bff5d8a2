package detecttest

import (
	"bufio"
	"compress/gzip"
	"net/netip"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/record"
)

// Capture reads the flows of a labelled capture from the shared folder, which is
// WEIR_SHARED or ../shared beside the repository. A test that needs it is skipped
// where it is absent. Times move so that the first flow starts at the same second
// after [Epoch] as in its hour; internal are the addresses that an interface of the
// capture has, which is those in 10.0.0.0/8.
func Capture(t testing.TB, name string) []Flow {
	t.Helper()
	root := os.Getenv("WEIR_SHARED")
	if root == "" {
		root = "../../../../shared"
	}
	file, err := os.Open(filepath.Join(root, "labelled", name, "flows.log.gz"))
	if err != nil {
		t.Skipf("no labelled captures: %v; set WEIR_SHARED to the folder that holds them", err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(unzipped)
	lines.Scan()
	names := strings.Fields(lines.Text())
	var flows []Flow
	counted := map[string]bool{}
	var zero int64 = -1
	for lines.Scan() {
		values := strings.Fields(lines.Text())
		get := func(name string) string {
			for i, n := range names {
				if n == name && values[i] != "-" {
					return values[i]
				}
			}
			return ""
		}
		num := func(name string) uint64 {
			n, _ := strconv.ParseUint(get(name), 10, 64)
			return n
		}
		if get("srcaddr") == "" {
			continue
		}
		start, end := int64(num("start")), int64(num("end"))
		if zero < 0 || start/3600*3600 < zero {
			zero = start / 3600 * 3600
		}
		key := strings.Join([]string{get("srcaddr"), get("dstaddr"), get("srcport"), get("dstport"), get("protocol"), get("start"), get("end")}, " ")
		f := Flow{
			At: time.Duration(start) * time.Second, Takes: max(time.Duration(end-start)*time.Second, 1),
			Src: get("srcaddr"), Dst: get("dstaddr"), SrcPort: uint16(num("srcport")), DstPort: uint16(num("dstport")), Protocol: uint8(num("protocol")),
			Packets: num("packets"), Bytes: num("bytes"), Action: record.Accept, Flags: uint16(num("tcp-flags")), NotCounted: counted[key],
			Context: map[record.FieldID]string{record.InterfaceID: get("interface-id"), record.SubnetID: get("subnet-id")},
		}
		if get("action") == "REJECT" {
			f.Action = record.Reject
		}
		if get("tcp-flags") == "0" {
			f.Flags = NoFlags
		}
		app := func(addr string) map[int]string {
			if scope(netip.MustParseAddr(addr)) != record.ScopeInternal {
				return nil
			}
			return map[int]string{record.SideApp: addr, record.SideSubnet: get("subnet-id")}
		}
		f.SrcSide, f.DstSide = app(f.Src), app(f.Dst)
		counted[key] = true
		flows = append(flows, f)
	}
	for i := range flows {
		flows[i].At -= time.Duration(zero) * time.Second
	}
	return flows
}
