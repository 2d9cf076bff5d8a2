package fleet

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"net/netip"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
)

// end is a Wednesday.
var end = time.Date(2026, 3, 18, 12, 0, 0, 0, time.UTC)

// small returns two days, the second with two cells in each account.
func small() Config {
	c := DefaultConfig()
	c.End, c.Days, c.Cells, c.Records, c.Clients = end, 2, 2, 0, 200
	c.Format, _ = ParseFormat("5")
	return c
}

// read calls f with name and text of every file below dir.
func read(t *testing.T, dir string, f func(name, text string)) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		defer file.Close()
		var r io.Reader = file
		if strings.HasSuffix(path, ".gz") {
			if r, err = gzip.NewReader(bufio.NewReader(file)); err != nil {
				return err
			}
		}
		b, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		f(filepath.ToSlash(name), string(b))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func digest(t *testing.T, cfg Config) (sum [32]byte, files int) {
	t.Helper()
	dir := t.TempDir()
	if _, err := Write(t.Context(), dir, cfg, nil); err != nil {
		t.Fatal(err)
	}
	h := sha256.New()
	read(t, dir, func(name, text string) {
		h.Write([]byte(name + "\x00" + text))
		files++
	})
	return [32]byte(h.Sum(nil)), files
}

// The same seed gives the same bytes, whatever the number of workers.
func TestRepeatable(t *testing.T) {
	cfg := small()
	cfg.Workers, cfg.Records = 1, 40_000
	one, files := digest(t, cfg)
	if want := 2 * 48; files != want {
		t.Errorf("%d files, want %d", files, want)
	}
	cfg.Workers = 5
	if again, _ := digest(t, cfg); again != one {
		t.Error("five workers made other bytes than one")
	}
	cfg.Seed = 2
	if other, _ := digest(t, cfg); other == one {
		t.Error("another seed made the same bytes")
	}
}

// The span of a file decides where a record lies, not what it says.
func TestIntervalMovesNothing(t *testing.T) {
	var want Truth
	for i, d := range []time.Duration{time.Hour, 5 * time.Minute, 7 * time.Hour, 24 * time.Hour} {
		cfg := small()
		cfg.Interval, cfg.Records = d, 40_000
		got, err := Write(t.Context(), t.TempDir(), cfg, nil)
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			want = got
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("interval %s: %s", d, diff)
		}
	}
	cfg := small()
	cfg.Records = 40_000
	got, err := Records(t.Context(), cfg, func(*Record) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("streamed: %s", diff)
	}
}

func TestFormats(t *testing.T) {
	f := func(format string, want int) {
		t.Helper()
		cfg := small()
		cfg.Days, cfg.Cells, cfg.Interval = 1, 1, 24*time.Hour
		var err error
		if cfg.Format, err = ParseFormat(format); err != nil {
			t.Fatal(err)
		}
		if len(cfg.Format) != want {
			t.Errorf("format %s: %d fields, want %d", format, len(cfg.Format), want)
		}
		dir := t.TempDir()
		truth, err := Write(t.Context(), dir, cfg, nil)
		if err != nil {
			t.Fatal(err)
		}
		var lines int64
		read(t, dir, func(name, text string) {
			for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
				if i == 0 {
					if line != strings.Join(cfg.Format, " ") {
						t.Errorf("format %s: header %q", format, line)
					}
					continue
				}
				lines++
				if got := strings.Split(line, " "); len(got) != want {
					t.Fatalf("format %s: %d columns, want %d: %q", format, len(got), want, line)
				}
			}
		})
		if lines != truth.Records.Total {
			t.Errorf("format %s: %d lines, truth says %d", format, lines, truth.Records.Total)
		}
	}

	f("2", 14)
	f("3", 21)
	f("4", 25)
	f("5", 29)
	f("v7", 39)
	f("8", 40)
	f("9", 41)
	f("10", 42)
	f("11", 54)
	f("apps", 35)
	f("${end} ${start} ${bytes} ${log-status}", 4)
	f("srcaddr", 1)
}

// The fields that name an app say its name, percent-encoded.
func TestAppsShow(t *testing.T) {
	cfg := small()
	cfg.Format, _ = ParseFormat("11")
	shown := map[string]map[string]bool{} // field -> values
	_, err := Records(t.Context(), cfg, func(r *Record) error {
		cells := strings.Fields(string(r.AppendLine(nil)))
		for i, name := range cfg.Format {
			if shown[name] == nil {
				shown[name] = map[string]bool{}
			}
			shown[name][cells[i]] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	f := func(field, value string) {
		t.Helper()
		if !shown[field][value] {
			t.Errorf("no record has %s %s", field, value)
		}
	}
	f("version", "11")
	f("asg-tag", "checkout")
	f("asg-tag", "Zahlung%20pr%C3%BCfen")
	f("instance-tag", "bastion")
	f("interface-tag", "shop-alb")
	f("interface-tag", "orders-db")
	f("ecs-service-name", "ledger")
	f("interface-type", "nat_gateway")
	f("interface-type", "network_load_balancer")
	f("next-hop-interface-type", "nat_gateway")
	f("pkt-dst-aws-service", "S3")
	f("pkt-src-aws-service", "AMAZON")
	f("traffic-path", "1")
	f("traffic-path", "7")
	f("traffic-path", "8")
	f("type", "IPv6")
	f("protocol", "1")
	f("protocol", "17")
	f("log-status", "NODATA")
	f("log-status", "SKIPDATA")
	for _, flags := range []string{"0", "1", "2", "3", "4", "6", "18", "19"} {
		f("tcp-flags", flags)
	}
}

func TestFileNames(t *testing.T) {
	f := func(layout Layout, plain bool, want string) {
		t.Helper()
		cfg := small()
		cfg.Days, cfg.Cells, cfg.Layout, cfg.Plain, cfg.NoHeader = 1, 1, layout, plain, true
		dir := t.TempDir()
		if _, err := Write(t.Context(), dir, cfg, nil); err != nil {
			t.Fatal(err)
		}
		re := regexp.MustCompile("^" + want + "$")
		read(t, dir, func(name, text string) {
			if !re.MatchString(name) {
				t.Errorf("%s: file %s", layout, name)
			}
			if strings.HasPrefix(text, "version") {
				t.Errorf("%s: file %s has a header", layout, name)
			}
		})
	}
	const file = `\d{12}_vpcflowlogs_eu-\w+-1_fl-[0-9a-f]{17}_2026031[78]T\d\d00Z_[0-9a-f]{8}\.log`
	f(S3, false, `AWSLogs/\d{12}/vpcflowlogs/eu-\w+-1/2026/03/1[78]/`+file+`\.gz`)
	f(Hive, false, `AWSLogs/aws-account-id=\d{12}/aws-service=vpcflowlogs/aws-region=eu-\w+-1/year=2026/month=03/day=1[78]/`+file+`\.gz`)
	f(Flat, true, file)
}

func TestValidate(t *testing.T) {
	f := func(name string, change func(*Config)) {
		t.Helper()
		cfg := small()
		change(&cfg)
		if _, err := New(cfg); !errors.Is(err, ErrConfig) {
			t.Errorf("%s: error %v, want ErrConfig", name, err)
		}
	}

	f("no days", func(c *Config) { c.Days = 0 })
	f("half a minute", func(c *Config) { c.End = c.End.Add(30 * time.Second) })
	f("before 1970", func(c *Config) { c.End = time.Unix(3600, 0) })
	f("too many cells", func(c *Config) { c.Cells = 33 })
	f("three accounts", func(c *Config) { c.Accounts = 3 })
	f("no fields", func(c *Config) { c.Format = nil })
	f("unknown field", func(c *Config) { c.Format = Format{"srcaddr", "dstprt"} })
	f("a field twice", func(c *Config) { c.Overlap = Format{"start", "start"} })
	f("level 0", func(c *Config) { c.Level = 0 })
	f("interval of seconds", func(c *Config) { c.Interval = 90 * time.Second })
	if err := DefaultConfig().Validate(); err != nil {
		t.Errorf("default: %v", err)
	}
	if err := VolumeConfig(1e6, end).Validate(); err != nil {
		t.Errorf("volume: %v", err)
	}
}

// A run that is called off, or whose reader gives up, says so.
func TestStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Write(ctx, t.TempDir(), small(), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled write: %v", err)
	}
	enough := errors.New("enough")
	n := 0
	_, err := Records(t.Context(), small(), func(*Record) error { n++; return enough })
	if err != enough || n != 1 {
		t.Errorf("reader that gives up: %v after %d records", err, n)
	}
	if _, err := Write(t.Context(), filepath.Join(t.TempDir(), "gone\x00"), small(), nil); err == nil {
		t.Error("an impossible folder is no error")
	}
}

// The demo's fortnight is about a million records in both networks, under the
// same addresses.
func TestDefault(t *testing.T) {
	cfg := DefaultConfig()
	cfg.End = end
	accounts := map[string]map[string]string{} // address -> network -> app
	truth, err := Records(t.Context(), cfg, func(*Record) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	if n := truth.Records.Total; n < 970_000 || n > 1_030_000 {
		t.Errorf("%d records, want about a million", n)
	}
	for _, h := range truth.Addresses {
		if accounts[h.Address] == nil {
			accounts[h.Address] = map[string]string{}
		}
		accounts[h.Address][h.Network] = h.App
	}
	both := 0
	for _, nets := range accounts {
		if len(nets) == 2 {
			both++
		}
	}
	if both < 100 {
		t.Errorf("%d addresses are in both networks, want over 100", both)
	}
}

// Volume runs hit their count, and are as wide as a real estate.
func TestVolume(t *testing.T) {
	const records = 400_000
	cfg := VolumeConfig(records, end)
	inside, outside := map[netip.Addr]bool{}, map[netip.Addr]bool{}
	truth, err := Records(t.Context(), cfg, func(r *Record) error {
		if r.Src == nil {
			return nil
		}
		note := func(a *Address, n *Interface) {
			if n == nil {
				outside[a.IP] = true
			} else {
				inside[a.IP] = true
			}
		}
		note(r.PktSrc, r.From)
		note(r.PktDst, r.To)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n := truth.Records.Total; n < records*95/100 || n > records*105/100 {
		t.Errorf("%d records, want about %d", n, records)
	}
	if len(inside) < 1500 || len(inside) > 2500 || len(outside) < 10_000 {
		t.Errorf("%d internal and %d public addresses, want about 2000 and tens of thousands", len(inside), len(outside))
	}
	dir, files := t.TempDir(), 0
	if _, err := Write(t.Context(), dir, VolumeConfig(1000, end), nil); err != nil {
		t.Fatal(err)
	}
	if read(t, dir, func(string, string) { files++ }); files != 16 {
		t.Errorf("%d files, want 16", files)
	}
}

func TestAssets(t *testing.T) {
	w, err := New(small())
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := w.WriteAssets(&b); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	if len(lines) != len(w.interfaces)+1 {
		t.Errorf("%d lines for %d interfaces", len(lines), len(w.interfaces))
	}
	if n := w.interfaces[0]; lines[1] != strings.Join([]string{n.Network, "", n.ID, n.App, n.Role, n.Owner}, ",") {
		t.Errorf("first line %q", lines[1])
	}
}

func FuzzParseFormat(f *testing.F) {
	f.Add("5")
	f.Add("${version} ${account-id}")
	f.Add("srcaddr  ${dstaddr}")
	f.Fuzz(func(t *testing.T, s string) {
		got, err := ParseFormat(s)
		if err != nil {
			return
		}
		again, err := ParseFormat(got.String())
		if diff := cmp.Diff(got, again); err != nil || diff != "" {
			t.Errorf("%q reads as %v, which reads as %v (%v)", s, got, again, err)
		}
	})
}

func BenchmarkLines(b *testing.B) {
	for _, format := range []string{"2", "5", "11"} {
		b.Run("v"+format, func(b *testing.B) {
			cfg := VolumeConfig(b.N, end)
			cfg.Format, _ = ParseFormat(format)
			w, err := New(cfg)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			b.ResetTimer()
			var buf []byte
			n, size := 0, 0
			_, err = w.Records(b.Context(), func(r *Record) error {
				buf = r.AppendLine(buf[:0])
				n++
				size += len(buf)
				return nil
			})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds()/1e6, "Mrec/s")
			b.ReportMetric(float64(size)/float64(n), "B/rec")
		})
	}
}

// atoi reads a number of a line.
func atoi(t *testing.T, s string) int64 {
	t.Helper()
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
