package vpc

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/fleet"
	"github.com/weir-flow/weir/internal/record"
)

func fleetConfig(t *testing.T, format string, records int) fleet.Config {
	t.Helper()
	cfg := fleet.DefaultConfig()
	cfg.Days, cfg.Records, cfg.Cells = 1, records, 1
	cfg.End = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	var err error
	if cfg.Format, err = fleet.ParseFormat(format); err != nil {
		t.Fatal(err)
	}
	return cfg
}

// TestRoundTrip protects every value on its way from the generator's records
// through their text to rows, in each version's format.
func TestRoundTrip(t *testing.T) {
	for _, format := range []string{"2", "3", "5", "7", "10", "11", "apps", "${dstaddr} ${srcaddr} ${flow-direction} ${end} ${bytes}"} {
		t.Run(format, func(t *testing.T) {
			cfg := fleetConfig(t, format, 3000)
			var text []byte
			var want []string
			_, err := fleet.Records(t.Context(), cfg, func(r *fleet.Record) error {
				text = r.AppendLine(text)
				want = append(want, fleetRow(r))
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			header := strings.Join(cfg.Format, " ") + "\n"
			c, _, err := run(t, header+string(text), decode.Options{})
			if err != nil || len(c.bad) > 0 || c.batch.Len() != len(want) || len(want) < 1000 {
				t.Fatalf("%d rows of %d, bad %.5q, %v", c.batch.Len(), len(want), c.bad, err)
			}
			for row := range want {
				if got := decodedRow(c.batch, row, cfg.Format, want[row]); got != want[row] {
					t.Fatalf("record %d:\n got %s\nwant %s", row+1, got, want[row])
				}
			}
		})
	}
}

// fleetRow writes the values that vary, as the generator means them.
func fleetRow(r *fleet.Record) string {
	addr := func(a *fleet.Address) any {
		if a == nil {
			return nil
		}
		return a.IP
	}
	row := fmt.Sprint(r.Interface.ID, " ", r.Status, " ", r.Start, " ", r.End, " ", addr(r.Src), " ", addr(r.Dst))
	if r.Status != fleet.OK {
		return row
	}
	return row + fmt.Sprint(" ", addr(r.PktSrc), " ", addr(r.PktDst), " ", r.SrcPort, " ", r.DstPort, " ", r.Protocol, " ", r.TCPFlags, " ",
		r.Packets, " ", r.Bytes, " ", r.Action, " ", r.Ingress, " ", r.TrafficPath, " ", orNil(r.SrcService), " ", orNil(r.DstService))
}

func orNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// decodedRow writes the same of a decoded row. What the format does not carry
// is copied from want.
func decodedRow(b *record.Batch, row int, format []string, want string) string {
	ids := []record.FieldID{
		record.InterfaceID, record.LogStatus, record.Start, record.End, record.SrcAddr, record.DstAddr, record.PktSrcAddr, record.PktDstAddr,
		record.SrcPort, record.DstPort, record.Protocol, record.TCPFlags, record.Packets, record.Bytes, record.ActionField, record.FlowDirection, record.TrafficPath,
		record.PktSrcAWSService, record.PktDstAWSService,
	}
	carried := map[record.FieldID]bool{}
	for _, name := range format {
		f, _ := record.Lookup(name)
		carried[f.ID] = true
	}
	words := strings.Fields(want)
	for i := range words {
		if !carried[ids[i]] {
			continue
		}
		v := value(b, ids[i], row)
		switch ids[i] {
		case record.Start, record.End:
			v = b.Col(ids[i]).Time[row] / int64(time.Second)
		case record.FlowDirection:
			v = v == "ingress"
		case record.TrafficPath:
			if v == nil {
				v = 0
			}
		}
		words[i] = fmt.Sprint(v)
	}
	return strings.Join(words, " ")
}

// TestRoundTripFiles protects whole files as they lie in a bucket: gzip, their
// names, and every line of them.
func TestRoundTripFiles(t *testing.T) {
	dir := t.TempDir()
	world, err := fleet.New(fleetConfig(t, "apps", 20_000))
	if err != nil {
		t.Fatal(err)
	}
	truth, err := world.Write(t.Context(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	c := newCollector()
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		if key := decode.ParseKey(path); key.Stream() == "" || key.Time.IsZero() {
			t.Errorf("the name %s says %+v", path, key)
		}
		_, err = decode.Run(context.Background(), f, formats, decode.Options{}, c)
		return err
	})
	if err != nil || len(c.bad) > 0 {
		t.Fatalf("bad %.5q, %v", c.bad, err)
	}
	var got fleet.Lines
	for row := range c.batch.Len() {
		got.Total++
		switch value(c.batch, record.LogStatus, row) {
		case record.StatusNoData:
			got.NoData++
		case record.StatusSkipData:
			got.SkipData++
		default:
			switch value(c.batch, record.ActionField, row) {
			case "ACCEPT":
				got.Accept++
			case "REJECT":
				got.Reject++
			}
		}
	}
	if got != truth.Records || got.Total < 10_000 {
		t.Errorf("lines %+v, the truth is %+v", got, truth.Records)
	}
}

// TestSingleLines protects payloads of one message: a line alone, also one of a silent
// interface, tells its order as well as the whole log does.
func TestSingleLines(t *testing.T) {
	for _, version := range []string{"2", "3", "4", "5", "7", "8", "9", "10", "11"} {
		cfg := fleetConfig(t, version, 2000)
		silent := 0
		_, err := fleet.Records(t.Context(), cfg, func(r *fleet.Record) error {
			if r.Status != fleet.OK {
				silent++
			}
			line := r.AppendLine(nil)
			columns, err := infer([][]byte{line})
			if err == nil && !slices.Equal(columns, cfg.Format) {
				err = fmt.Errorf("columns %q", columns)
			}
			if err != nil {
				return fmt.Errorf("%s: %w", line, err)
			}
			return nil
		})
		if err != nil || silent == 0 {
			t.Errorf("version %s, %d silent: %v", version, silent, err)
		}
	}
}
