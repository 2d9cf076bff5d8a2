package api

import (
	"cmp"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/weir-flow/weir/internal/access"
	"github.com/weir-flow/weir/internal/config"
)

// The document as its page reads it.
type (
	docSchema struct {
		Ref         string                `yaml:"$ref"`
		Type        string                `yaml:"type"`
		Format      string                `yaml:"format"`
		Description string                `yaml:"description"`
		Enum        []any                 `yaml:"enum"`
		Default     any                   `yaml:"default"`
		Minimum     any                   `yaml:"minimum"`
		Maximum     any                   `yaml:"maximum"`
		Required    []string              `yaml:"required"`
		Items       *docSchema            `yaml:"items"`
		Properties  map[string]*docSchema `yaml:"properties"`
	}
	docContent map[string]struct {
		Schema *docSchema `yaml:"schema"`
	}
	docParameter struct {
		Ref         string     `yaml:"$ref"`
		Name        string     `yaml:"name"`
		In          string     `yaml:"in"`
		Required    bool       `yaml:"required"`
		Description string     `yaml:"description"`
		Schema      *docSchema `yaml:"schema"`
	}
	docOperation struct {
		ID          string         `yaml:"operationId"`
		Tags        []string       `yaml:"tags"`
		Summary     string         `yaml:"summary"`
		Description string         `yaml:"description"`
		Parameters  []docParameter `yaml:"parameters"`
		RequestBody struct {
			Content docContent `yaml:"content"`
		} `yaml:"requestBody"`
		Responses map[string]struct {
			Description string     `yaml:"description"`
			Content     docContent `yaml:"content"`
		} `yaml:"responses"`
	}
	docPath struct {
		Get        *docOperation  `yaml:"get"`
		Put        *docOperation  `yaml:"put"`
		Post       *docOperation  `yaml:"post"`
		Patch      *docOperation  `yaml:"patch"`
		Delete     *docOperation  `yaml:"delete"`
		Parameters []docParameter `yaml:"parameters"` // of all of them
	}
	docFile struct {
		Info struct {
			Title, Version, Description string
		} `yaml:"info"`
		Paths      map[string]docPath `yaml:"paths"`
		Components struct {
			Parameters map[string]docParameter `yaml:"parameters"`
			Schemas    map[string]*docSchema   `yaml:"schemas"`
		} `yaml:"components"`
	}
)

// What the page shows.
type (
	docRow struct {
		Name, Type, Note, Doc string
		Required              bool
	}
	docEntry struct {
		ID, Method, Path, Summary, Description, Curl, Body, Answer string
		Parameters                                                 []docRow
	}
	docTag struct {
		Name    string
		Entries []docEntry
	}
	docType struct {
		Name, Doc string
		Rows      []docRow
	}
	docPage struct {
		Title, Description string
		Tags               []docTag
		Types              []docType
	}
)

// parseDocs reads the document once.
var parseDocs = sync.OnceValues(func() (docPage, error) {
	var d docFile
	if err := config.Pick("openapi.yaml", document, &d); err != nil {
		return docPage{}, fmt.Errorf("read the API's document: %w", err)
	}
	page := docPage{Title: d.Info.Title + " API " + d.Info.Version, Description: d.Info.Description}
	tags := map[string][]docEntry{}
	for path, at := range d.Paths {
		for method, op := range map[string]*docOperation{"get": at.Get, "put": at.Put, "post": at.Post, "patch": at.Patch, "delete": at.Delete} {
			if op == nil {
				continue
			}
			op.Parameters = append(slices.Clone(at.Parameters), op.Parameters...)
			tag := "other"
			if len(op.Tags) > 0 {
				tag = op.Tags[0]
			}
			tags[tag] = append(tags[tag], d.entry(path, method, *op))
		}
	}
	for name, entries := range tags {
		slices.SortFunc(entries, func(a, b docEntry) int {
			return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Method, b.Method))
		})
		page.Tags = append(page.Tags, docTag{name, entries})
	}
	slices.SortFunc(page.Tags, func(a, b docTag) int { return strings.Compare(a.Name, b.Name) })
	for name, s := range d.Components.Schemas {
		t := docType{Name: name, Doc: s.Description}
		for key, p := range s.Properties {
			t.Rows = append(t.Rows, docRow{Name: key, Type: p.name(), Note: p.note(), Doc: p.Description, Required: slices.Contains(s.Required, key)})
		}
		slices.SortFunc(t.Rows, func(a, b docRow) int { return strings.Compare(a.Name, b.Name) })
		page.Types = append(page.Types, t)
	}
	slices.SortFunc(page.Types, func(a, b docType) int { return strings.Compare(a.Name, b.Name) })
	return page, nil
})

func (d *docFile) entry(path, method string, op docOperation) docEntry {
	e := docEntry{ID: op.ID, Method: strings.ToUpper(method), Path: Prefix + path, Summary: op.Summary, Description: op.Description}
	var query []string
	at := Prefix + path
	for _, p := range op.Parameters {
		if name, ok := strings.CutPrefix(p.Ref, "#/components/parameters/"); ok {
			p = d.Components.Parameters[name]
		}
		row := docRow{Name: p.Name, Type: p.In, Doc: p.Description, Required: p.Required}
		if p.Schema != nil {
			row.Type, row.Note = p.Schema.name()+" in "+p.In, p.Schema.note()
		}
		e.Parameters = append(e.Parameters, row)
		if p.In == "query" && (p.Required || slices.Contains([]string{"filter", "since", "by"}, p.Name)) {
			query = append(query, p.Name+"="+p.example())
		}
	}
	e.Curl = "curl -s"
	if method != "get" {
		e.Curl += " -X " + e.Method
	}
	for kind, c := range op.RequestBody.Content {
		if c.Schema == nil {
			continue
		}
		e.Body = c.Schema.name()
		if kind == "application/json" {
			e.Curl += " -H 'Content-Type: application/json' -d '" + d.example(c.Schema, 0) + "'"
		} else {
			e.Body = "the file's bytes"
			e.Curl += " -H 'Content-Type: " + kind + "' --data-binary @FILE"
		}
	}
	if len(query) > 0 {
		at += "?" + strings.Join(query, "&")
	}
	e.Curl += " 'http://127.0.0.1:8417" + at + "'"
	for _, code := range []string{"200", "201", "202", "204"} {
		r, ok := op.Responses[code]
		if !ok {
			continue
		}
		e.Answer = code + ": " + r.Description
		for _, c := range r.Content {
			if c.Schema != nil {
				e.Answer += ", " + c.Schema.name()
			}
		}
	}
	return e
}

// example is a value for the command line.
func (p *docParameter) example() string {
	switch {
	case p.Name == "filter":
		return "action:REJECT"
	case p.Name == "since":
		return "end-24h"
	case p.Schema != nil && len(p.Schema.Enum) > 0:
		return fmt.Sprint(p.Schema.Enum[0])
	case p.Schema != nil && p.Schema.Default != nil:
		return fmt.Sprint(p.Schema.Default)
	case p.Name == "by":
		return "srcaddr"
	}
	return strings.ToUpper(p.Name)
}

// example is a body with what is required.
func (d *docFile) example(s *docSchema, depth int) string {
	if name, ok := strings.CutPrefix(s.Ref, "#/components/schemas/"); ok {
		if s = d.Components.Schemas[name]; s == nil {
			return "{}"
		}
	}
	switch {
	case len(s.Enum) > 0:
		return fmt.Sprintf("%q", fmt.Sprint(s.Enum[0]))
	case s.Type == "array":
		return "[]"
	case s.Type == "integer", s.Type == "number":
		return "1"
	case s.Type == "boolean":
		return "true"
	case s.Type == "object" && depth < 3:
		var parts []string
		for _, key := range s.Required {
			if p := s.Properties[key]; p != nil {
				parts = append(parts, fmt.Sprintf("%q: %s", key, d.example(p, depth+1)))
			}
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case s.Type == "string":
		return `"..."`
	}
	return "{}"
}

// name is what a value is, in a word or two.
func (s *docSchema) name() string {
	switch {
	case s == nil:
		return "anything"
	case s.Ref != "":
		return s.Ref[strings.LastIndexByte(s.Ref, '/')+1:]
	case s.Type == "array":
		return "list of " + s.Items.name()
	case s.Format == "date-time":
		return "time"
	case s.Type == "":
		return "anything"
	}
	return s.Type
}

// note is what bounds a value.
func (s *docSchema) note() string {
	var parts []string
	if len(s.Enum) > 0 {
		words := make([]string, len(s.Enum))
		for i, w := range s.Enum {
			words[i] = fmt.Sprint(w)
		}
		parts = append(parts, strings.Join(words, ", "))
	}
	if s.Minimum != nil && s.Maximum != nil {
		parts = append(parts, fmt.Sprintf("%v to %v", s.Minimum, s.Maximum))
	}
	if s.Default != nil {
		parts = append(parts, fmt.Sprintf("default %v", s.Default))
	}
	return strings.Join(parts, "; ")
}

var docsHTML = template.Must(template.New("docs").Parse(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{.Page.Title}}</title>
<link rel="icon" href="/favicon.svg">
<style nonce="{{.Nonce}}">
:root { color-scheme: light dark; --line: light-dark(#d9dfe3, #28353d); --soft: light-dark(#4a5a66, #b0bec7); --sunken: light-dark(#eceff1, #1b262d); --accent: light-dark(#075555, #7fdcd3) }
body { margin: 0; font: 14px/1.5 Inter, system-ui, "DejaVu Sans", sans-serif; background: light-dark(#fff, #0e1519); color: light-dark(#16222b, #e4ebef) }
.frame { display: grid; grid-template-columns: 260px minmax(0, 1fr) }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 20px 16px; border-right: 1px solid var(--line); box-sizing: border-box }
nav b { display: block; margin: 14px 0 2px } nav a { display: block; padding: 1px 0; text-decoration: none; font-size: 13px; overflow-wrap: anywhere }
main { padding: 24px 36px 80px; max-width: 1000px; min-width: 0; box-sizing: border-box }
a { color: var(--accent) } h1 { margin-top: 0 } h2 { margin: 44px 0 0; padding-bottom: 6px; border-bottom: 2px solid var(--line); text-transform: capitalize } h3 { margin: 28px 0 2px; font: 600 14px ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere }
.text { white-space: pre-line; color: var(--soft); margin: 4px 0 8px }
pre { background: var(--sunken); padding: 8px 12px; border-radius: 6px; overflow-x: auto; font: 12.5px/1.5 ui-monospace, "DejaVu Sans Mono", monospace }
code { font-family: ui-monospace, "DejaVu Sans Mono", monospace }
table { border-collapse: collapse; width: 100%; margin: 6px 0 } th, td { text-align: left; vertical-align: top; padding: 4px 10px 4px 0; border-bottom: 1px solid var(--line) } th { font-weight: 600; color: var(--soft) }
@media (max-width: 800px) { .frame { grid-template-columns: 1fr } nav { position: static; height: auto } main { padding: 20px 16px } }
</style>
<div class="frame">
<nav aria-label="Operations"><a href="/">weir</a><a href="{{.Prefix}}/openapi.yaml">openapi.yaml</a><a href="#types">Types</a>
{{range .Page.Tags}}<b>{{.Name}}</b>{{range .Entries}}<a href="#{{.ID}}">{{.Summary}}</a>{{end}}{{end}}</nav>
<main tabindex="-1">
<h1>{{.Page.Title}}</h1>
<p class="text">{{.Page.Description}}</p>
<p>On this machine nothing more is needed. From others, send a token (weir token create) with each request:</p>
<pre tabindex="0">curl -s -H "Authorization: Bearer $WEIR_TOKEN" 'https://weir.example.org:8417{{.Prefix}}/range'</pre>
{{range .Page.Tags}}<section><h2>{{.Name}}</h2>
{{range .Entries}}<article id="{{.ID}}"><h3>{{.Method}} {{.Path}}</h3>
<div>{{.Summary}}</div>
{{with .Description}}<p class="text">{{.}}</p>{{end}}
{{if .Parameters}}<table><thead><tr><th scope="col">Parameter</th><th scope="col">Is</th><th scope="col">Means</th></tr></thead><tbody>
{{range .Parameters}}<tr><td><code>{{.Name}}</code>{{if .Required}} (required){{end}}</td><td>{{.Type}}</td><td>{{.Doc}}{{with .Note}} <i>{{.}}</i>{{end}}</td></tr>{{end}}</tbody></table>{{end}}
{{with .Body}}<div>Body: <a href="#type-{{.}}">{{.}}</a></div>{{end}}
{{with .Answer}}<div>Answer: {{.}}</div>{{end}}
<pre tabindex="0">{{.Curl}}</pre></article>{{end}}</section>{{end}}
<section id="types"><h2>Types</h2>
{{range .Page.Types}}<article id="type-{{.Name}}"><h3>{{.Name}}</h3>{{with .Doc}}<p class="text">{{.}}</p>{{end}}
{{if .Rows}}<table><thead><tr><th scope="col">Field</th><th scope="col">Is</th><th scope="col">Means</th></tr></thead><tbody>
{{range .Rows}}<tr><td><code>{{.Name}}</code></td><td>{{.Type}}{{if not .Required}}, may be absent{{end}}</td><td>{{.Doc}}{{with .Note}} <i>{{.}}</i>{{end}}</td></tr>{{end}}</tbody></table>{{end}}</article>{{end}}</section>
</main></div>
</html>
`))

// docs answers with the document as a page, which needs no scripts.
func (a *API) docs(w http.ResponseWriter, r *http.Request) {
	page, err := parseDocs()
	if err != nil {
		a.failed(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_ = docsHTML.Execute(w, struct {
		Nonce, Prefix string
		Page          docPage
	}{access.Nonce(r.Context()), Prefix, page})
}
