package daemon

import (
	"bufio"
	"context"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/build"
	"github.com/weir-flow/weir/internal/enrich/geo"
)

// webSettings tells the API what holds.
type webSettings struct {
	s    *Server
	l    *Lookup
	desk *madeDesk

	mu  sync.Mutex
	geo map[string]geoSeen // by path
}

// geoSeen is a file as it was when it was read.
type geoSeen struct {
	size int64
	at   time.Time
	file api.GeoFile
}

var _ api.Settings = (*webSettings)(nil)

// Settings implements [api.Settings].
func (w *webSettings) Settings(ctx context.Context) (api.SettingList, error) {
	set := w.s.cfg.Settings
	facts := build.Read()
	out := api.SettingList{
		File: set.File, Check: "weir config check", Version: facts.Version, Commit: facts.Commit, Go: facts.Go, Data: w.l.Dir, Values: []api.Setting{},
	}
	if !facts.Time.IsZero() {
		at := facts.Time.Format(time.DateOnly)
		out.Built = &at
	}
	if set.File != "" {
		if abs, err := filepath.Abs(set.File); err == nil {
			out.File = abs
		}
		out.Check += " " + quoted(out.File)
	}
	var s Status
	if err := w.l.statusEngine(ctx, &s); err != nil {
		return out, err
	}
	out.Engine = s.Engine.Version
	held := set.Settings
	inApp := w.desk.over(&held)
	made := MadeFile(w.l.Dir)
	out.Made = &made
	for _, v := range set.values(&held, inApp) {
		one := api.Setting{Key: v.Path, Value: validText([]byte(v.Text)), From: api.SettingFrom(v.From), Type: v.Type, Doc: v.Doc, Line: some(v.Line), Variable: some(v.Env)}
		out.Values = append(out.Values, one)
	}
	return out, nil
}

// quoted is a path as a shell takes it.
func quoted(path string) string {
	if strings.IndexFunc(path, func(r rune) bool {
		return !strings.ContainsRune("/._-", r) && (r < '0' || r > '9') && (r|0x20 < 'a' || r|0x20 > 'z')
	}) < 0 {
		return path
	}
	return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
}

// Geo implements [api.Settings].
func (w *webSettings) Geo(context.Context) (api.GeoFiles, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	out := api.GeoFiles{Files: []api.GeoFile{}}
	seen := map[string]geoSeen{}
	configured := w.s.cfg.Watch.Intake.Geo
	for i, path := range slices.Concat(configured, w.l.ownGeo()) {
		own := i >= len(configured)
		info, err := os.Stat(path)
		if err != nil {
			why := err.Error()
			out.Files = append(out.Files, api.GeoFile{Path: path, Error: &why, Removable: own})
			continue
		}
		one, ok := w.geo[path]
		if !ok || one.size != info.Size() || !one.at.Equal(info.ModTime()) {
			one = geoSeen{info.Size(), info.ModTime(), readGeo(path, info)}
		}
		seen[path], one.file.Removable = one, own
		out.Files = append(out.Files, one.file)
	}
	w.geo = seen
	return out, nil
}

// AddGeo implements [api.Settings].
func (w *webSettings) AddGeo(_ context.Context, name string, r io.Reader) (api.GeoFile, error) {
	path, err := w.desk.addGeo(name, r)
	if err != nil {
		return api.GeoFile{}, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return api.GeoFile{}, err
	}
	one := readGeo(path, info)
	one.Removable = true
	return one, nil
}

// RemoveGeo implements [api.Settings].
func (w *webSettings) RemoveGeo(_ context.Context, name string) error { return w.desk.removeGeo(name) }

// SetKeep implements [api.Settings].
func (w *webSettings) SetKeep(ctx context.Context, k api.KeepChoice, try bool) (api.KeepPlan, error) {
	return w.desk.setKeep(ctx, k, try)
}

// readGeo reads a file as the intake does, and what it says of its terms.
func readGeo(path string, info fs.FileInfo) api.GeoFile {
	size, modified := info.Size(), info.ModTime().UTC()
	out := api.GeoFile{Path: path, Size: &size, Modified: &modified}
	if text, from := licenceOf(path); text != "" {
		out.Licence, out.LicenceFrom = &text, &from
	}
	places, err := geo.Open([]string{path}, slog.New(slog.DiscardHandler))
	if err != nil {
		why := err.Error()
		out.Error = &why
		return out
	}
	f := places.Files()[0]
	entries := int64(f.Entries)
	out.Loaded, out.Kind, out.Title, out.Entries, out.Sha256 = true, &f.Kind, &f.Title, &entries, &f.SHA256
	if !f.Built.IsZero() {
		built := f.Built.UTC()
		out.Built = &built
	}
	return out
}

const licenceBytes = 8 << 10

// licenceOf finds the terms of a file: beside it, or in the comments that it begins with.
func licenceOf(path string) (text, from string) {
	dir := filepath.Dir(path)
	names := []string{path + ".license", path + ".licence", path + ".LICENSE", path + ".txt"}
	for _, name := range []string{"LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "LICENCE.txt", "COPYRIGHT.txt", "COPYRIGHT"} {
		names = append(names, filepath.Join(dir, name))
	}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			continue
		}
		head := make([]byte, licenceBytes)
		n, _ := f.Read(head)
		_ = f.Close()
		if text := strings.TrimSpace(validText(head[:n])); text != "" {
			return text, name
		}
	}
	f, err := os.Open(path)
	if err != nil {
		return "", ""
	}
	defer f.Close()
	lines := bufio.NewReaderSize(f, licenceBytes)
	var comments []string
	for len(comments) < 100 {
		line, err := lines.ReadSlice('\n')
		rest, ok := strings.CutPrefix(string(line), "#")
		if !ok || err != nil {
			break
		}
		comments = append(comments, strings.TrimSpace(validText([]byte(rest))))
	}
	if len(comments) == 0 {
		return "", ""
	}
	return strings.TrimSpace(strings.Join(comments, "\n")), path
}
