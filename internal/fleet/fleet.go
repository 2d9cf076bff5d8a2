// Package fleet makes clouds that do not exist: seeded, repeatable flow logs of
// a believable AWS estate, together with the truth about them.
//
// The estate is built of cells. A cell is one full stack in its own subnets:
// load balancers, web, services, databases, NAT gateway, bastion. Its hosts
// talk among themselves and with the internet, never with another cell. Thin
// days hold the first cell of each account, the last day holds them all: there
// are fewer hosts on a thin day, yet each has the rhythm it has on the full
// one, so that the last day is no surge to anything with a history.
//
// Everything is a function of the seed and of (cell, minute), so that hours can
// be made in any order and by any number of workers with the same bytes.
// (The same bytes on one processor architecture: exponentials may differ in
// the last bit between architectures.)
//
// Words: a window is one direction of one connection within one aggregation
// interval; every interface it passes writes one record of it, a witness.
package fleet

import (
	"errors"
	"fmt"
	"time"
)

// ErrConfig is wrapped by every error of [Config.Validate].
var ErrConfig = errors.New("fleet settings")

// Limits of what the address plan can hold.
const (
	MaxCells = 32  // a cell owns eight of the 256 /24 networks of a VPC
	MaxDays  = 400 // longer spans have no use and would make the plan large
	MinHosts = 10
	MaxHosts = 2000
)

// Config says what to make. The zero value is not valid; start from
// [DefaultConfig] or [VolumeConfig].
type Config struct {
	Seed uint64
	Days int       // spans of 24 hours, ending at End
	End  time.Time // whole minutes; every record starts before it, none ends after it

	Records  int  // about how many records, were everything logged; 0: the natural rates
	Cells    int  // cells of each account on a full day, 1 to MaxCells
	Accounts int  // 1 or 2; both use 10.0.0.0/16
	Full     bool // every day is a full one: no thin days
	Width    int  // hosts for each host of the apps that have several; 1 is natural
	Clients  int  // public client addresses of each cell

	// Hosts, if not 0, is how many hosts there are, 10 to 2000, in place of Cells,
	// Accounts and Width.
	Hosts int
	// Busy adds what a working estate does beside its traffic: agents and updates that
	// call home by the clock, health checks, deployments, batch jobs, time zones,
	// weekends, and scanners that visit every public address.
	Busy bool
	// Calm leaves out what nobody but an insider could tell from an attack, so that what
	// is left to find is what was planted: one host that uploads by the clock, administrators
	// who come by once in a week or to hosts that were made the same day.
	Calm bool
	// Aggregate is the span of a record, a minute or ten; 0: a minute.
	Aggregate time.Duration
	// SixToo gives IPv6 addresses to every kind of host that may have one.
	SixToo bool

	// Plant is what is planted. Where something is, or the estate is busy, no records
	// are lost but those that are planted as lost, for that is news.
	Plant    Plant
	Delivery Delivery // how files arrive

	Format  Format  // fields of the flow logs
	Witness Witness // which interfaces are logged
	SkipNAT bool    // the NAT gateways' interfaces are not logged

	// Overlap is the field list of a second flow log that covers some of the
	// interfaces again under its own id; nil means that there is none.
	Overlap Format

	// UnknownOwner writes "unknown" as the account of load balancers'
	// interfaces, as AWS may.
	UnknownOwner bool

	// Joined adds VPCs that a transit gateway joins, and Projects of GCP.
	Joined Joined
	GCP    GCP

	As       Encoding
	Layout   Layout
	Interval time.Duration // span of one file, whole minutes
	Plain    bool          // files are not compressed
	Level    int           // gzip level, 1 to 9
	NoHeader bool          // text files lack the line of field names
	Workers  int           // files made at a time; 0: one per processor
}

// DefaultConfig returns the demo's fortnight: about a million records over 14
// days that end at the last full hour, everything logged, app names in the tag
// and ECS fields, hourly gzip files.
func DefaultConfig() Config {
	return Config{
		Seed:     1,
		Days:     14,
		End:      time.Now().UTC().Truncate(time.Hour),
		Records:  1_000_000,
		Cells:    12,
		Accounts: 2,
		Width:    1,
		Clients:  1500,
		Format:   FormatApps(),
		Interval: time.Hour,
		Level:    1,
	}
}

// VolumeConfig returns settings for benchmarks: about the given number of
// version 5 records over one full day, as 16 gzip files, of about 2,000
// internal and tens of thousands of public addresses.
func VolumeConfig(records int, end time.Time) Config {
	f, _ := ParseFormat("5")
	return Config{
		Seed:     1,
		Days:     1,
		End:      end.UTC().Truncate(time.Hour),
		Records:  records,
		Cells:    MaxCells,
		Accounts: 2,
		Full:     true,
		Width:    2,
		Clients:  1500,
		Format:   f,
		Interval: 3 * time.Hour,
		Level:    1,
	}
}

// Start returns the first second of the span.
func (c Config) Start() time.Time {
	return c.End.Add(-time.Duration(c.Days) * 24 * time.Hour)
}

// Validate returns what is wrong with c, wrapping [ErrConfig].
func (c Config) Validate() error {
	bad := func(format string, args ...any) error {
		return fmt.Errorf("%w: "+format, append([]any{ErrConfig}, args...)...)
	}
	switch {
	case c.Days < 1 || c.Days > MaxDays:
		return bad("days is %d, want 1 to %d", c.Days, MaxDays)
	case c.End.Unix() < int64(c.Days)*86400 || c.End.Unix()%60 != 0 || c.End.Nanosecond() != 0:
		return bad("end is %s, want a whole minute with the whole span after 1970", c.End.Format(time.RFC3339Nano))
	case c.Records < 0:
		return bad("records is %d, want 0 or more", c.Records)
	case c.Cells < 1 || c.Cells > MaxCells:
		return bad("cells is %d, want 1 to %d", c.Cells, MaxCells)
	case c.Accounts < 1 || c.Accounts > 2:
		return bad("accounts is %d, want 1 or 2", c.Accounts)
	case c.Width < 1 || c.Width > 8:
		return bad("width is %d, want 1 to 8", c.Width)
	case c.Hosts != 0 && (c.Hosts < MinHosts || c.Hosts > MaxHosts):
		return bad("hosts is %d, want %d to %d", c.Hosts, MinHosts, MaxHosts)
	case c.Aggregate != 0 && c.Aggregate != time.Minute && c.Aggregate != 10*time.Minute:
		return bad("aggregation interval is %s, want 1m or 10m", c.Aggregate)
	case c.Clients < 1 || c.Clients > 1_000_000:
		return bad("clients is %d, want 1 to 1000000", c.Clients)
	case len(c.Format) == 0:
		return bad("format names no fields")
	case c.Interval < time.Minute || c.Interval > 24*time.Hour || c.Interval%time.Minute != 0:
		return bad("interval is %s, want whole minutes up to 24h", c.Interval)
	case !c.Plain && (c.Level < 1 || c.Level > 9):
		return bad("gzip level is %d, want 1 to 9", c.Level)
	case c.Witness > NATOnly:
		return bad("unknown witness mode %d", c.Witness)
	case c.Layout > Flat:
		return bad("unknown layout %d", c.Layout)
	case c.As > JSON:
		return bad("unknown encoding %d", c.As)
	}
	if err := c.Joined.check(); err != nil {
		return bad("%w", err)
	}
	if c.As != Text && (c.Joined.VPCs > 0 || c.GCP != NoGCP) {
		return bad("joined VPCs and GCP are written as their services do, not as %s", c.As)
	}
	if err := c.Plant.check(); err != nil {
		return bad("%w", err)
	}
	if err := c.Delivery.check(); err != nil {
		return bad("%w", err)
	}
	for _, f := range []Format{c.Format, c.Overlap} {
		if err := f.check(); err != nil {
			return fmt.Errorf("%w: %w", ErrConfig, err)
		}
	}
	return nil
}

// Witness says which interfaces are logged. Every mode covers whole interfaces,
// as AWS does: a logged one records what it sends and what it receives.
type Witness uint8

// The witness modes. A connection inside the VPC mostly joins an even and an
// odd tier, so that logging only one of the two leaves most of them with one
// witness, some with two and a few with none; what has none is not in the
// truth.
const (
	Both       Witness = iota // every interface
	SourceOnly                // even tiers: public load balancers, api, workers, bastion, monitoring, orders-db
	DestOnly                  // odd tiers: web, catalog, checkout, caches, queues, ledger-db
	NATOnly                   // nothing but the NAT gateways
)

var witnessNames = []string{"both", "source", "dest", "nat"}

func (w Witness) String() string { return witnessNames[w] }

// ParseWitness reads the name of a mode: both, source, dest or nat.
func ParseWitness(s string) (Witness, error) {
	for i, n := range witnessNames {
		if s == n {
			return Witness(i), nil
		}
	}
	return 0, fmt.Errorf("unknown witness mode %q; want both, source, dest or nat", s)
}

// Layout says where files lie below the folder.
type Layout uint8

// The layouts AWS offers, and one without folders.
const (
	S3         Layout = iota // AWSLogs/<account>/vpcflowlogs/<region>/YYYY/MM/DD/
	Hive                     // AWSLogs/aws-account-id=<account>/aws-service=vpcflowlogs/.../day=DD/
	S3Hourly                 // as S3, and HH/
	HiveHourly               // as Hive, and hour=HH/
	Flat                     // all files side by side
)

var layoutNames = []string{"s3", "hive", "s3-hourly", "hive-hourly", "flat"}

func (l Layout) String() string { return layoutNames[l] }

// ParseLayout reads the name of a layout: s3, hive, either with -hourly, or flat.
func ParseLayout(s string) (Layout, error) {
	for i, n := range layoutNames {
		if s == n {
			return Layout(i), nil
		}
	}
	return 0, fmt.Errorf("unknown layout %q; want s3, hive, s3-hourly, hive-hourly or flat", s)
}
