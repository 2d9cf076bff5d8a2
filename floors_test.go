package weir

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// floors is the house, ground first. A room may import rooms of the floors below
// its own and nothing else:
//
//   - rooms on one floor are strangers; they meet in a line, in the front or in the house;
//   - a driver (source/s3) knows of the stages only its parent (source);
//   - a stage never knows its drivers; only the house does;
//   - the door knows the house and what it prints (see doorSees), no stage.
//
// A room is a folder under internal/, or rules, web and cmd/* at the top. "x/*"
// stands for the children of x. Tests may import what they like, and so may what no
// shipped code imports: bench, tools, and the test suite of a room, x/xtest.
const floors = `
ground  build iana cidr sketch config jsonscan rules web
model   record finding asset
lens    filter baseline engine state
intent  query rule
stage   source decode enrich store ledger detect alert notify appgraph access fleet shelf
driver  source/* decode/* enrich/* detect/* notify/*
line    pipeline replay report
trial   backtest
front   api client
house   daemon
door    cmd/*
`

// doorSees is what cmd/weir may import: the house that does the work, or the client of
// one that another machine runs, what prints
// its results, and the floors whose words they are given and told in. The engine's
// child entry is among them: the binary starts itself again as the engine.
const doorSees = `daemon client report query rule lens model ground`

// strays may sit in the module without being a room of the house.
var strays = []string{"bench", "tools"}

// libraries that only one room may talk to, so that each can be replaced there.
const libraries = `
github.com/ebitengine/purego            engine
modernc.org/sqlite                      state
golang.org/x/crypto                     access
github.com/oschwald/maxminddb-golang/v2 enrich/*
github.com/spf13/cobra                  cmd/*
github.com/spf13/pflag                  cmd/*
github.com/andybalholm/brotli           decode/*
github.com/pierrec/lz4/v4               decode/*
go.yaml.in/yaml/v3                      config
github.com/prometheus/client_golang     daemon
github.com/aws/aws-sdk-go-v2            source/s3
github.com/aws/smithy-go                source/s3
github.com/oapi-codegen/runtime         api
`

const module = "github.com/weir-flow/weir"

func TestFloors(t *testing.T) {
	h := parseHouse(floors, doorSees, libraries)
	imports := importsOf(t, ".")
	for _, pkg := range slices.Sorted(maps.Keys(imports)) {
		if why := h.check(pkg, imports[pkg]); len(why) > 0 {
			t.Errorf("%s:\n\t%s", pkg, strings.Join(why, "\n\t"))
		}
	}
}

// TestFloorsRules protects the reader of the table itself: a house whose rules hold
// nothing back would pass any code.
func TestFloorsRules(t *testing.T) {
	h := parseHouse(floors, doorSees, libraries)
	f := func(pkg, imported string, allowed bool) {
		t.Helper()
		why := h.check(pkg, []string{imported})
		if allowed != (len(why) == 0) {
			t.Errorf("%s imports %s: allowed = %v, want %v (%v)", pkg, imported, len(why) == 0, allowed, why)
		}
	}
	in := func(room string) string { return module + "/internal/" + room }

	f("internal/store", in("record"), true)
	f("internal/record", in("store"), false) // up
	f("internal/store", in("ledger"), false) // strangers
	f("internal/decode/vpc", in("decode"), true)
	f("internal/decode", in("decode/vpc"), false)
	f("internal/decode/vpc", in("decode/tgw"), false)
	f("internal/decode/vpc", in("source"), false)
	f("internal/detect/match", in("rule"), true)
	f("internal/pipeline", in("decode"), true)
	f("internal/pipeline", in("decode/vpc"), false)
	f("internal/daemon", in("decode/vpc"), true)
	f("internal/report", in("query"), true)
	f("internal/daemon", module+"/rules", true)
	f("cmd/weir", in("daemon"), true)
	f("cmd/weir", in("report"), true)
	f("cmd/weir", in("engine"), true)
	f("cmd/weir", in("build"), true)
	f("cmd/weir", in("store"), false)
	f("cmd/weir", in("decode/vpc"), false)
	f("cmd/weir", in("pipeline"), false)
	f("internal/daemon", module+"/cmd/weir", false)
	f("internal/daemon", module+"/tools/dist", false)
	f("internal/util", "fmt", false)
	f("tools/dist", in("engine"), true)
	f("internal/filter/filtertest", in("store"), true)
	f("internal/query", in("filter/filtertest"), false)
	f("internal/engine", "github.com/ebitengine/purego", true)
	f("internal/store", "github.com/ebitengine/purego", false)
	f("internal/enrich/geo", "github.com/oschwald/maxminddb-golang/v2", true)
	f("internal/store", "github.com/spf13/cobra/doc", false)
	f("internal/store", "golang.org/x/sync/errgroup", true)
}

// house is the parsed table.
type house struct {
	floor   map[string]int  // room or "x/*" -> index of its floor
	names   []string        // floor names, ground first
	door    map[string]bool // rooms and floor names that the door sees
	library map[string]string
}

func parseHouse(floors, doorSees, libraries string) house {
	h := house{floor: map[string]int{}, door: map[string]bool{}, library: map[string]string{}}
	for line := range strings.Lines(strings.TrimSpace(floors)) {
		words := strings.Fields(line)
		for _, room := range words[1:] {
			h.floor[room] = len(h.names)
		}
		h.names = append(h.names, words[0])
	}
	for _, word := range strings.Fields(doorSees) {
		h.door[word] = true
	}
	for line := range strings.Lines(strings.TrimSpace(libraries)) {
		words := strings.Fields(line)
		h.library[words[0]] = words[1]
	}
	return h
}

// check returns what is wrong with a package at dir (relative to the module) that
// imports the given paths.
func (h house) check(dir string, imports []string) (why []string) {
	if dir == "." || isStray(dir) {
		return nil
	}
	from := strings.TrimPrefix(dir, "internal/")
	here, ok := h.find(from)
	if !ok {
		return []string{"is on no floor: name the room in the table of floors_test.go, or find the room it belongs to"}
	}
	for _, imp := range imports {
		if lib, owner := h.owner(imp); lib != "" && !matches(owner, from) {
			why = append(why, fmt.Sprintf("imports %s, which only %s may talk to", imp, owner))
		}
		to, ok := strings.CutPrefix(imp, module+"/")
		if !ok {
			continue
		}
		to = strings.TrimPrefix(to, "internal/")
		there, ok := h.find(to)
		switch {
		case isStray(to):
			why = append(why, "imports "+to+", which is outside the house")
		case !ok: // reported for that package itself
		case there == here:
			why = append(why, "imports "+to+", a stranger on the same floor ("+h.names[here]+")")
		case there > here:
			why = append(why, fmt.Sprintf("imports %s, which is above it (%s over %s)", to, h.names[there], h.names[here]))
		case h.names[there] == "driver" && h.names[here] != "house":
			why = append(why, "imports the driver "+to+", which only the house knows")
		case h.names[here] == "driver" && h.names[there] == "stage" && to != path.Dir(from):
			why = append(why, "imports the stage "+to+", but a driver knows only its parent")
		case h.names[here] == "door" && !h.door[to] && !h.door[h.names[there]]:
			why = append(why, "imports "+to+", but the door sees only "+doorSees)
		}
	}
	return why
}

// find returns the floor of a room; a child without a line of its own is found
// through its parent's "x/*".
func (h house) find(room string) (floor int, ok bool) {
	if floor, ok = h.floor[room]; ok {
		return floor, true
	}
	floor, ok = h.floor[path.Dir(room)+"/*"]
	return floor, ok
}

// owner returns the fenced library that an import path belongs to.
func (h house) owner(imp string) (lib, room string) {
	for lib, room := range h.library {
		if imp == lib || strings.HasPrefix(imp, lib+"/") {
			return lib, room
		}
	}
	return "", ""
}

func matches(pattern, room string) bool {
	parent, children := strings.CutSuffix(pattern, "/*")
	return room == pattern || children && path.Dir(room) == parent
}

// isStray reports whether a folder is outside the house.
func isStray(dir string) bool {
	top, _, _ := strings.Cut(dir, "/")
	parent, suite := path.Split(dir)
	return slices.Contains(strays, top) || suite == path.Base(parent)+"test"
}

// importsOf returns, for each package folder under root, what its shipped files
// import. Build tags are not looked at: every variant of a room keeps to its floor.
func importsOf(t *testing.T, root string) map[string][]string {
	t.Helper()
	imports := map[string][]string{}
	eachGoFile(t, root, func(file string) {
		if strings.HasSuffix(file, "_test.go") {
			return
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		dir := path.Dir(filepath.ToSlash(file))
		if imports[dir] == nil {
			imports[dir] = []string{}
		}
		for _, spec := range syntax.Imports {
			imp, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Contains(imports[dir], imp) {
				imports[dir] = append(imports[dir], imp)
			}
		}
	})
	if len(imports) == 0 {
		t.Fatal("no Go files found: the test does not run in the root of the module")
	}
	return imports
}

// eachGoFile calls visit for every Go file of the module, test files included.
func eachGoFile(t *testing.T, root string, visit func(file string)) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(root), ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() {
			if name != "." && (name[0] == '.' || name[0] == '_' || name == "testdata" || name == "node_modules") {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) == ".go" && name[0] != '.' && name[0] != '_' {
			visit(file)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
