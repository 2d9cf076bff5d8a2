// Package web is the web app: its TypeScript source in src, what that is built to in
// dist, and the handler that hands it out.
//
// The built files carry no hash in their names, so they are asked for again each
// time and answered with 304 while they are the same.
package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// file is one built file as it goes out.
type file struct {
	plain, zipped []byte
	kind, tag     string
}

// App hands out the app's files. Every path that is no file is a page of the app,
// which has its own routes.
type App struct {
	files map[string]file
}

// New reads the built app into memory.
func New(files fs.FS) (*App, error) {
	a := &App{files: map[string]file{}}
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(text)
		f := file{plain: text, kind: kindOf(name), tag: `"` + hex.EncodeToString(sum[:12]) + `"`}
		if strings.HasPrefix(f.kind, "text/") || strings.Contains(f.kind, "json") || strings.Contains(f.kind, "svg") {
			var b bytes.Buffer
			z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
			if err != nil {
				return err
			}
			if _, err := z.Write(text); err != nil {
				return err
			}
			if err := z.Close(); err != nil {
				return err
			}
			f.zipped = b.Bytes()
		}
		a.files[name] = f
		return nil
	})
	if err != nil {
		return nil, err
	}
	if _, ok := a.files["index.html"]; !ok {
		return nil, fs.ErrNotExist
	}
	return a, nil
}

// kindOf is the media type of a file. The system's own table is not asked: it
// differs between machines.
func kindOf(name string) string {
	switch path.Ext(name) {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".html":
		return "text/html; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".json":
		return "application/json"
	}
	if kind := mime.TypeByExtension(path.Ext(name)); kind != "" {
		return kind
	}
	return "application/octet-stream"
}

// ServeHTTP implements [http.Handler].
func (a *App) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	f, ok := a.files[name]
	if !ok {
		if strings.HasPrefix(name, "assets/") {
			http.NotFound(w, r)
			return
		}
		f = a.files["index.html"]
	}
	h := w.Header()
	h.Set("Content-Type", f.kind)
	h.Set("Cache-Control", "no-cache")
	h.Set("ETag", f.tag)
	h.Set("Vary", "Accept-Encoding")
	if r.Header.Get("If-None-Match") == f.tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	body := f.plain
	if f.zipped != nil && strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		body = f.zipped
	}
	if r.Method == http.MethodHead {
		return
	}
	_, _ = w.Write(body)
}
