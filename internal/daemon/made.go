package daemon

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/enrich/geo"
	"github.com/weir-flow/weir/internal/state"
)

// Made is what was set in the app. It lies in the data directory: weir never writes a
// configuration file, and what one says, or a variable, wins over it.
type Made struct {
	Sources []SourceSettings `yaml:"sources"`
	Keep    MadeKeep         `yaml:"keep"`
	Notify  []NotifySettings `yaml:"notify"` // with their secrets: the file is its owner's only
}

// MadeKeep is the retention that was set in the app; what was not is nil.
type MadeKeep struct {
	Days       *int  `yaml:"days"`
	MinuteDays *int  `yaml:"minute-days"`
	HourDays   *int  `yaml:"hour-days"`
	Bytes      *Size `yaml:"bytes"`
}

const madeHead = `What was set in weir's app: buckets that were connected, retention, targets of notifications and
their secrets. The app writes it anew with each change.
A configuration file (weir serve --config) and variables win over it.`

// MadeFile is where the settings of the app are.
func MadeFile(data string) string { return filepath.Join(data, settingsFile) }

// LoadMade reads what was set in the app; where nothing was, there is no file. Its
// mistakes are [*config.Error].
func LoadMade(data string) (m Made, err error) {
	file := MadeFile(data)
	text, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return m, nil
	case err != nil:
		return m, fmt.Errorf("read what was set in the app: %w", err)
	}
	if err := config.Decode(file, text, &m); err != nil {
		return m, err
	}
	if err := m.check(); err != nil {
		return m, &config.Error{File: file, Msg: err.Error()}
	}
	return m, nil
}

func (m *Made) check() error {
	s := DefaultSettings()
	s.Sources, s.Notify, s.Keep = m.Sources, m.Notify, m.Keep.over(s.Keep, func(string) bool { return false })
	return s.Validate()
}

// save writes the settings whole, or leaves them as they were.
func (m *Made) save(data string) error {
	text, err := config.Encode(madeHead, *m)
	if err == nil {
		err = state.WriteFile(MadeFile(data), text)
	}
	if err != nil {
		return fmt.Errorf("save settings: %w", err)
	}
	return nil
}

// over returns retention with what was set in the app, but for what is fixed.
func (k *MadeKeep) over(keep KeepSettings, fixed func(path string) bool) KeepSettings {
	for path, of := range map[string]struct{ from, to *int }{"keep.days": {k.Days, &keep.Days}, "keep.minute-days": {k.MinuteDays, &keep.MinuteDays}, "keep.hour-days": {k.HourDays, &keep.HourDays}} {
		if of.from != nil && !fixed(path) {
			*of.to = *of.from
		}
	}
	if k.Bytes != nil && !fixed("keep.bytes") {
		keep.Bytes = *k.Bytes
	}
	return keep
}

// keep is the retention that holds: the settings', and the app's where they say nothing.
func (s *ServedSettings) keep(m *Made) KeepSettings {
	fixed := s.fixed()
	return m.Keep.over(s.Settings.Keep, func(path string) bool { return fixed[path] })
}

// told are targets of the configuration, then those of the app that are not among them.
func (m *Made) told(list []NotifySettings) []NotifySettings {
	all := slices.Clone(list)
	for _, n := range m.Notify {
		if !slices.ContainsFunc(list, func(o NotifySettings) bool { return o.called() == n.called() }) {
			all = append(all, n)
		}
	}
	return all
}

// WithMade returns the settings with the retention and the targets that were set in the
// app, for commands that drop what is old or tell somebody.
func (s ServedSettings) WithMade(data string) (Settings, error) {
	m, err := LoadMade(data)
	s.Settings.Keep, s.Settings.Notify = s.keep(&m), m.told(s.Settings.Notify)
	return s.Settings, err
}

// fixed are the settings that the file or a variable sets.
func (s *ServedSettings) fixed() map[string]bool {
	fixed := map[string]bool{}
	for path := range s.lines() {
		fixed[path] = true
	}
	for _, path := range s.From {
		fixed[path] = true
	}
	return fixed
}

// lines tells where the file sets what; nothing without a file.
func (s *ServedSettings) lines() map[string]int {
	if s.File == "" {
		return nil
	}
	text, err := os.ReadFile(s.File)
	if err != nil {
		return nil
	}
	lines, err := config.Lines(text)
	if err != nil {
		return nil
	}
	return lines
}

// What people made in the app, which backups hold, is in a file and two folders of a
// data directory.
const (
	settingsFile = "settings.yaml"
	geoFolder    = "geo" // and rulesFolder
)

func madeIn() []string { return []string{settingsFile, geoFolder, rulesFolder} }

// packMade writes what people made in the app into a tar file.
func (l *Lookup) packMade(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	w := tar.NewWriter(f)
	for _, name := range madeIn() {
		err = errors.Join(err, filepath.WalkDir(filepath.Join(l.Dir, name), func(path string, e fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist): // removed, or never made
				return nil
			case err != nil || !e.Type().IsRegular() || strings.HasPrefix(e.Name(), freshFile):
				return err
			}
			rel, err := filepath.Rel(l.Dir, path)
			if err != nil {
				return err
			}
			return addFile(w, path, filepath.ToSlash(rel))
		}))
	}
	return errors.Join(err, w.Close(), f.Sync(), f.Close())
}

// unpackMade puts what a backup has of it in place. What is there already stays.
func (l *Lookup) unpackMade(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // of an older version
	}
	if err != nil {
		return err
	}
	defer f.Close()
	root, err := os.OpenRoot(l.Dir)
	if err != nil {
		return err
	}
	defer root.Close()
	for r := tar.NewReader(f); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		first, _, _ := strings.Cut(h.Name, "/")
		if h.Typeflag != tar.TypeReg || !slices.Contains(madeIn(), first) {
			return ErrNotBackup
		}
		if _, err := root.Lstat(h.Name); err == nil {
			continue
		}
		if err := root.MkdirAll(filepath.Dir(filepath.FromSlash(h.Name)), 0o700); err != nil {
			return err
		}
		out, err := root.OpenFile(filepath.FromSlash(h.Name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err != nil {
			return err
		}
		if err := fill(out, r); err != nil {
			return err
		}
	}
}

// freshFile begins the name of a file that is being written, and that nobody reads.
const freshFile = ".weir-"

// GeoFolder is where files with places lie that were added in the app, or put by hand.
func GeoFolder(data string) string { return filepath.Join(data, geoFolder) }

func (l *Lookup) geoDir() string { return GeoFolder(l.Dir) }

// ownGeo are the files there.
func (l *Lookup) ownGeo() []string { return geoIn(l.Dir) }

// geoIn are the files with places of a data directory; what lies beside them for people
// is none.
func geoIn(data string) []string {
	dir := GeoFolder(data)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var files []string
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, ".") && e.Type().IsRegular() && slices.Contains(geoEnds, strings.ToLower(filepath.Ext(name))) {
			files = append(files, filepath.Join(dir, name))
		}
	}
	return files
}

// geoEnds are how names of files with places end.
var geoEnds = []string{".mmdb", ".csv", ".tsv", ".json", ".gz"}

// allGeo are the files of a configuration, then those of the data directory that can be
// read: one that cannot is told of in the settings, and stops no intake.
func (l *Lookup) allGeo(configured []string) []string {
	all := slices.Clone(configured)
	for _, path := range l.ownGeo() {
		if slices.Contains(all, path) {
			continue
		}
		if _, err := geo.Open([]string{path}, l.cfg.Log); err != nil {
			l.cfg.Log.Warn("a file with places is left out", "file", path, "err", err)
			continue
		}
		all = append(all, path)
	}
	return all
}
