package daemon

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/source/s3"
)

// Settings is what a user writes into the file of --config. Relative paths in
// it start at the file's folder. The texts of doc make docs/configuration.md.
type Settings struct {
	Data    string           `yaml:"data" doc:"Data directory."`
	Store   string           `yaml:"store" doc:"URL of a ClickHouse server in place of the embedded engine: https://user@host:8443/database. Its password comes from $WEIR_STORE_PASSWORD."`
	Engine  EngineSettings   `yaml:"engine"`
	Server  ServerSettings   `yaml:"server"`
	Sources []SourceSettings `yaml:"sources" doc:"What weir serve follows. Each has:"`
	Ingest  IngestSettings   `yaml:"ingest"`
	Rules   RuleSettings     `yaml:"rules"`
	Alerts  AlertSettings    `yaml:"alerts"`
	Notify  []NotifySettings `yaml:"notify" doc:"Whom weir serve tells of alerts. Each has:"`
	Keep    KeepSettings     `yaml:"keep"`
	Cost    CostSettings     `yaml:"cost"`
	Log     LogSettings      `yaml:"log"`
}

// EngineSettings are those of the embedded engine.
type EngineSettings struct {
	Library string `yaml:"library" doc:"The engine's library, or the folder it is in. Looked for when empty."`
	Memory  Size   `yaml:"memory" doc:"Memory the engine may use. The smaller of a quarter of the machine's and 4 GiB when empty."`
}

// ServerSettings are those of weir serve.
type ServerSettings struct {
	Listen string   `yaml:"listen" doc:"Address of the web app, the API, /healthz, /readyz and /metrics. One that other machines reach needs TLS, and has a login."`
	TLS    TLSFiles `yaml:"tls"`
}

// SourceSettings describe one source that is followed.
type SourceSettings struct {
	Path      string            `yaml:"path" doc:"File, folder, glob, or s3://bucket/prefix."`
	Name      string            `yaml:"name" doc:"What the source is called in status, logs and metrics. The path when empty."`
	Every     Duration          `yaml:"every" doc:"Time between two looks. 1s for files and 1m for buckets when empty."`
	Format    string            `yaml:"format" doc:"Format of all its objects, as --format takes it. By content when empty."`
	LogFormat string            `yaml:"log-format" doc:"Columns of text without a header line: ${version} ${account-id} ..."`
	TagKeys   map[string]string `yaml:"tag-keys" doc:"As ingest.tag-keys, for this source."`
	Profile   string            `yaml:"profile" doc:"AWS profile. AWS's chain of credentials when empty."`
	RoleARN   string            `yaml:"role-arn" doc:"AWS role to assume."`
	Endpoint  string            `yaml:"endpoint" doc:"URL of an S3-compatible server. AWS when empty."`
	Region    string            `yaml:"region" doc:"AWS region to ask first; a bucket elsewhere is found."`
	Quiet     Duration          `yaml:"quiet-after" doc:"Time without data after which an alert says so. 1h for buckets, and never for files, when empty."`
}

// called is the source's name.
func (s *SourceSettings) called() string { return cmp.Or(s.Name, s.Path) }

// IngestSettings say what is known about logs beside their content.
type IngestSettings struct {
	Assets  string            `yaml:"assets" doc:"YAML or CSV file that says whose an address or interface is."`
	Geo     []string          `yaml:"geo" doc:"Files with countries, networks or providers: MMDB, CSV, or a provider's ranges."`
	TagKeys map[string]string `yaml:"tag-keys" doc:"Key of the tag that a tag field shows: instance_tag: Name."`
	Workers int               `yaml:"workers" doc:"Objects read side by side. One for each CPU when 0."`
	Ahead   Size              `yaml:"ahead" doc:"Bytes of objects of buckets that are fetched ahead of decoding. 256MiB when empty."`
}

// KeepSettings say how long data is kept. Days count back from the newest day
// stored; 0 keeps for ever.
type KeepSettings struct {
	Days       int  `yaml:"days" doc:"Days that records are kept, counted back from the newest day stored. 0 keeps them."`
	MinuteDays int  `yaml:"minute-days" doc:"Days that figures by the minute are kept."`
	HourDays   int  `yaml:"hour-days" doc:"Days that figures by the hour and edges between apps are kept."`
	Bytes      Size `yaml:"bytes" doc:"Disk space for everything stored: beyond it the oldest days go. 80 % of the volume when empty."`
}

// CostSettings are the prices of taking flow logs, in any currency.
type CostSettings struct {
	Currency   string  `yaml:"currency" doc:"Name of the currency of the prices."`
	PerGB      float64 `yaml:"per-gb" doc:"Price of 10^9 bytes of log text."`
	PerMillion float64 `yaml:"per-million" doc:"Price of a million records."`
}

// LogSettings say what weir serve writes to standard error.
type LogSettings struct {
	Level  string `yaml:"level" doc:"Least level that is written: debug, info, warn or error."`
	Format string `yaml:"format" doc:"text or json."`
}

// DefaultSettings returns what holds without a file.
func DefaultSettings() Settings {
	return Settings{
		Server: ServerSettings{Listen: DefaultListen},
		Keep:   KeepSettings{MinuteDays: 400, HourDays: 5 * 366},
		Cost:   CostSettings{Currency: "USD"},
		Log:    LogSettings{Level: "info", Format: "text"},
	}
}

// ServedSettings are settings with where they are from.
type ServedSettings struct {
	Settings
	File string            // "" without one
	From map[string]string // paths of the settings that variables set, by variable
}

// otherVariables begin like settings and mean something else.
var otherVariables = []string{
	"WEIR_ENGINE", "WEIR_STORE_PASSWORD", "WEIR_SERVER", "WEIR_TOKEN", // WEIR_DATA and WEIR_STORE are settings
	"WEIR_SHARED", "WEIR_REQUIRE_ENGINE", "WEIR_SOAK", // of the tests
}

// Environment sets over the settings what environ says, as os.Environ gives it. It
// returns what was set, by variable, and complaints about variables that set nothing.
func (s *Settings) Environment(environ []string) (set map[string]string, unknown []string, err error) {
	set, unknown, err = config.Overlay("WEIR", environ, otherVariables, s)
	if err == nil {
		err = s.Validate()
	}
	return set, unknown, err
}

// LoadSettings reads a settings file over the defaults. Its mistakes are
// [*config.Error].
func LoadSettings(path string) (Settings, error) {
	s := DefaultSettings()
	text, err := os.ReadFile(path)
	if err != nil {
		return s, fmt.Errorf("read settings: %w", err)
	}
	if err := config.Decode(path, text, &s); err != nil {
		return s, err
	}
	if err := s.Validate(); err != nil {
		return s, &config.Error{File: path, Msg: err.Error()}
	}
	from := func(p *string) {
		if *p != "" && !filepath.IsAbs(*p) {
			*p = filepath.Join(filepath.Dir(path), *p)
		}
	}
	from(&s.Data)
	from(&s.Engine.Library)
	from(&s.Server.TLS.Cert)
	from(&s.Server.TLS.Key)
	from(&s.Ingest.Assets)
	for i := range s.Ingest.Geo {
		from(&s.Ingest.Geo[i])
	}
	for i := range s.Notify {
		from(&s.Notify[i].URLFile)
		from(&s.Notify[i].SecretFile)
	}
	for i := range s.Sources {
		if !IsBucket(s.Sources[i].Path) {
			from(&s.Sources[i].Path)
		}
	}
	return s, nil
}

// Validate returns what cannot be.
func (s Settings) Validate() error {
	switch {
	case s.Keep.Days < 0 || s.Keep.MinuteDays < 0 || s.Keep.HourDays < 0:
		return errors.New("keep: days cannot be below zero")
	case s.Cost.PerGB < 0 || s.Cost.PerMillion < 0:
		return errors.New("cost: a price cannot be below zero")
	case s.Ingest.Workers < 0:
		return errors.New("ingest: workers cannot be below zero")
	}
	if !slices.Contains([]string{"text", "json"}, s.Log.Format) {
		return fmt.Errorf("log: %q is no format; write text or json", s.Log.Format)
	}
	if _, err := s.Log.level(); err != nil {
		return err
	}
	if _, err := s.Watched(); err != nil {
		return err
	}
	if s.Alerts.ResolveAfter < 0 || s.Alerts.NotifyAge < 0 {
		return errors.New("alerts: a time cannot be below zero")
	}
	if err := s.Server.TLS.Validate(); err != nil {
		return err
	}
	if err := checkTargets(s.Notify); err != nil {
		return err
	}
	_, err := TagKeys(s.Ingest.TagKeys)
	return err
}

func (l LogSettings) level() (level slog.Level, err error) {
	if err := level.UnmarshalText([]byte(l.Level)); err != nil {
		return level, fmt.Errorf("log: %q is no level; write debug, info, warn or error", l.Level)
	}
	return level, nil
}

// Logger returns a logger that writes as the settings say. Under systemd the journal
// has times of its own.
func (l LogSettings) Logger(w io.Writer, journal bool) *slog.Logger {
	level, _ := l.level()
	o := &slog.HandlerOptions{Level: level}
	if journal {
		o.ReplaceAttr = func(groups []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey && len(groups) == 0 {
				return slog.Attr{}
			}
			return a
		}
	}
	if l.Format == "json" {
		return slog.New(slog.NewJSONHandler(w, o))
	}
	return slog.New(slog.NewTextHandler(w, o))
}

// Watched returns the sources as a watcher follows them.
func (s Settings) Watched() ([]Watched, error) {
	var sources []Watched
	names := map[string]bool{}
	for i, src := range s.Sources {
		w := Watched{
			Name: src.called(), Path: src.Path, Every: time.Duration(src.Every), Quiet: time.Duration(src.Quiet),
			Buckets: BucketConfig{Profile: src.Profile, RoleARN: src.RoleARN, Endpoint: src.Endpoint, Region: src.Region},
		}
		fail := func(err error) error {
			return fmt.Errorf("sources: %s: %w", cmp.Or(w.Name, fmt.Sprint("number ", i+1)), err)
		}
		keys := s.Ingest.TagKeys
		if len(src.TagKeys) > 0 {
			keys = src.TagKeys
		}
		var err error
		if w.Options.TagKeys, err = TagKeys(keys); err != nil {
			return nil, fail(err)
		}
		w.Options.Format, w.Options.LogFormat = src.Format, src.LogFormat
		switch {
		case src.Path == "":
			err = errors.New("path is missing")
		case src.Path == "-":
			err = errors.New("standard input cannot be followed")
		case names[w.Name]:
			err = errors.New("two sources have this name")
		case src.Every < 0 || src.Quiet < 0:
			err = errors.New("every and quiet-after cannot be below zero")
		case IsBucket(src.Path):
			_, _, err = s3.Split(src.Path)
		}
		if err == nil {
			err = IntakeConfig{Options: w.Options}.Check()
		}
		if err != nil {
			return nil, fail(err)
		}
		names[w.Name] = true
		sources = append(sources, w)
	}
	return sources, nil
}

// Duration is a span of time, written 30s, 5m or 1h.
type Duration time.Duration

// UnmarshalText reads a duration.
func (d *Duration) UnmarshalText(text []byte) error {
	v, err := time.ParseDuration(strings.TrimSpace(string(text)))
	if err != nil {
		return fmt.Errorf("%q is no time; write 30s, 5m or 1h", text)
	}
	*d = Duration(v)
	return nil
}

// TypeName says how it is written.
func (Duration) TypeName() string { return "time, as in 30s or 5m" }

// String writes the duration, "" for none.
func (d *Duration) String() string {
	if *d == 0 {
		return ""
	}
	return time.Duration(*d).String()
}

// TagKeys returns keys with the canonical names of the tag fields.
func TagKeys(keys map[string]string) (map[string]string, error) {
	out := make(map[string]string, len(keys))
	for name, key := range keys {
		f, ok := record.Lookup(name)
		if !ok || !strings.Contains(f.Name, "_tag") {
			return nil, fmt.Errorf("tag key: %q is no tag field; want instance_tag, interface_tag, asg_tag or one of these with _2", name)
		}
		out[f.Name] = key
	}
	return out, nil
}

// Size is a number of bytes, written 2GB, 512MiB or 1000.
type Size uint64

var sizeUnits = map[string]float64{
	"": 1, "b": 1, "kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12,
	"kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30, "tib": 1 << 40,
}

// UnmarshalText reads a size.
func (s *Size) UnmarshalText(text []byte) error {
	word := strings.TrimSpace(string(text))
	cut := strings.IndexFunc(word, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
	if cut < 0 {
		cut = len(word)
	}
	n, err := strconv.ParseFloat(word[:cut], 64)
	unit, ok := sizeUnits[strings.ToLower(strings.TrimSpace(word[cut:]))]
	if err != nil || !ok || n < 0 || n*unit > math.MaxInt64 {
		return fmt.Errorf("%q is no size; write 2GB, 512MiB or a number of bytes", word)
	}
	*s = Size(n * unit)
	return nil
}

// Set makes a Size a flag.
func (s *Size) Set(text string) error { return s.UnmarshalText([]byte(text)) }

// TypeName says how it is written.
func (Size) TypeName() string { return "size, as in 512MiB or 200GB" }

// Type names the value of the flag in its help.
func (*Size) Type() string { return "size" }

// String writes the size, "" for none.
func (s *Size) String() string {
	if *s == 0 {
		return ""
	}
	return strconv.FormatUint(uint64(*s), 10)
}
