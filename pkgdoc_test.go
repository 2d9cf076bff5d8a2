package weir

import (
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strings"
	"testing"
)

// vague names say nothing about what is in the room.
var vague = []string{"util", "utils", "common", "helpers", "misc", "base", "types", "shared", "lib"}

// TestPackageComments protects the first thing a reader sees: every package has one
// comment that starts with its name, and a name that says what is in it.
func TestPackageComments(t *testing.T) {
	type room struct {
		name     string
		comments []string // files that carry a package comment
	}
	rooms := map[string]*room{}
	eachGoFile(t, ".", func(file string) {
		if strings.HasSuffix(file, "_test.go") {
			return
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments|parser.PackageClauseOnly)
		if err != nil {
			t.Fatal(err)
		}
		r := rooms[path.Dir(file)]
		if r == nil {
			r = &room{name: syntax.Name.Name}
			rooms[path.Dir(file)] = r
		}
		if syntax.Doc == nil {
			return
		}
		r.comments = append(r.comments, file)
		if want := opening(r.name); !strings.HasPrefix(syntax.Doc.Text(), want) {
			t.Errorf("%s: package comment does not start with %q", file, want)
		}
	})
	for dir, r := range rooms {
		switch len(r.comments) {
		case 0:
			t.Errorf("%s: package %s has no package comment", dir, r.name)
		case 1:
		default:
			slices.Sort(r.comments)
			t.Errorf("%s: more than one package comment: %s", dir, strings.Join(r.comments, ", "))
		}
		if slices.Contains(vague, r.name) {
			t.Errorf("%s: %q is no subject; name the package after what is in it", dir, r.name)
		}
	}
}

// opening is how a package comment has to begin.
func opening(name string) string {
	if name == "main" {
		return "Command "
	}
	return "Package " + name + " "
}
