package daemon

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/record"
)

// Settings is what a user writes into the file of --config. Relative paths in
// it start at the file's folder.
type Settings struct {
	Data   string         `yaml:"data"`  // data directory
	Store  string         `yaml:"store"` // URL of a ClickHouse server
	Engine EngineSettings `yaml:"engine"`
	Ingest IngestSettings `yaml:"ingest"`
	Keep   KeepSettings   `yaml:"keep"`
	Cost   CostSettings   `yaml:"cost"`
}

// EngineSettings are those of the embedded engine.
type EngineSettings struct {
	Library string `yaml:"library"` // file or its folder
	Memory  Size   `yaml:"memory"`  // bytes it may use; 0: the smaller of a quarter of the machine's and 4 GiB
}

// IngestSettings say what is known about logs beside their content.
type IngestSettings struct {
	Assets  string            `yaml:"assets"`   // YAML or CSV: whose an address or interface is
	Geo     []string          `yaml:"geo"`      // MMDB, CSV and providers' range files
	TagKeys map[string]string `yaml:"tag-keys"` // instance_tag -> key of the tag it shows
	Workers int               `yaml:"workers"`  // files read side by side; 0: one for each CPU
	Ahead   Size              `yaml:"ahead"`    // bytes of objects of buckets fetched ahead of decoding; 0: 256 MiB
}

// KeepSettings say how long data is kept. Days count back from the newest day
// stored; 0 keeps for ever.
type KeepSettings struct {
	Days       int  `yaml:"days"`        // of records
	MinuteDays int  `yaml:"minute-days"` // of the minute roll-up
	HourDays   int  `yaml:"hour-days"`   // of the hour roll-ups and edges
	Bytes      Size `yaml:"bytes"`       // of everything stored; 0: 80 % of the volume
}

// CostSettings are the prices of taking flow logs, in any currency.
type CostSettings struct {
	Currency   string  `yaml:"currency"`
	PerGB      float64 `yaml:"per-gb"`      // for 10^9 bytes of log text
	PerMillion float64 `yaml:"per-million"` // for a million records
}

// DefaultSettings returns what holds without a file.
func DefaultSettings() Settings {
	return Settings{Keep: KeepSettings{MinuteDays: 400, HourDays: 5 * 366}, Cost: CostSettings{Currency: "USD"}}
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
	from(&s.Ingest.Assets)
	for i := range s.Ingest.Geo {
		from(&s.Ingest.Geo[i])
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
	_, err := TagKeys(s.Ingest.TagKeys)
	return err
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

// Type names the value of the flag in its help.
func (*Size) Type() string { return "size" }

// String writes the size, "" for none.
func (s *Size) String() string {
	if *s == 0 {
		return ""
	}
	return strconv.FormatUint(uint64(*s), 10)
}
