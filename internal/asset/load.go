package asset

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/weir-flow/weir/internal/cidr"
	"github.com/weir-flow/weir/internal/config"
)

// ErrEmpty is wrapped by [Load] and [Parse] for a list without a line.
var ErrEmpty = errors.New("no assets in it")

// row is a line of the list as written, in YAML and in CSV alike.
type row struct {
	CIDR      string `yaml:"cidr"`
	Interface string `yaml:"interface"`
	App       string `yaml:"app"`
	Role      string `yaml:"role"`
	Owner     string `yaml:"owner"`
	Network   string `yaml:"network"`
	Account   string `yaml:"account"` // another word for network, for lists kept by account

	InterfaceID string `yaml:"interface_id"` // another word for interface: the field's name
}

// columns are the cells of a row by their name.
func (r *row) columns() map[string]*string {
	return map[string]*string{
		"cidr": &r.CIDR, "interface": &r.Interface, "app": &r.App, "role": &r.Role,
		"owner": &r.Owner, "network": &r.Network, "account": &r.Account,
		"interface_id": &r.InterfaceID,
	}
}

// Load reads a list from a file.
func Load(path string) (*Assets, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("load assets: %w", err)
	}
	return Parse(path, data)
}

// Parse reads a list. The name's extension tells YAML (.yaml, .yml) from CSV
// (.csv); with another one the first line does. Anything doubtful is an error
// with its line, a [*config.Error], and up to ten are joined: a list half
// understood would name things wrongly.
func Parse(name string, data []byte) (*Assets, error) {
	text := bytes.TrimPrefix(data, []byte("\ufeff"))
	parse := parseYAML
	if isCSV(name, text) {
		parse = parseCSV
	}
	rows, err := parse(name, text)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("load assets: %s: %w", name, ErrEmpty)
	}
	a, err := build(name, rows)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	a.digest = hex.EncodeToString(sum[:])
	return a, nil
}

// isCSV tells by extension, else by the first line: a CSV header has a comma
// and no colon.
func isCSV(name string, text []byte) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv":
		return true
	case ".yaml", ".yml":
		return false
	}
	first := firstLine(text)
	return bytes.ContainsAny(first, ",;") && !bytes.Contains(first, []byte(":"))
}

// firstLine returns the first line that is no comment and not empty.
func firstLine(text []byte) []byte {
	for line := range bytes.Lines(text) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			return line
		}
	}
	return nil
}

func parseYAML(name string, text []byte) ([]config.At[row], error) {
	var file struct {
		Assets []config.At[row] `yaml:"assets"`
	}
	if err := config.Decode(name, text, &file); err != nil {
		return nil, err
	}
	return file.Assets, nil
}

func parseCSV(name string, text []byte) ([]config.At[row], error) {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comment = '#'
	r.TrimLeadingSpace = true
	if first := firstLine(text); !bytes.Contains(first, []byte(",")) && bytes.Contains(first, []byte(";")) {
		r.Comma = ';' // what spreadsheets write where the comma is a decimal sign
	}
	header, err := r.Read()
	if err != nil {
		return nil, csvError(name, err)
	}
	if err := checkHeader(name, r, header); err != nil {
		return nil, err
	}
	var rows []config.At[row]
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, csvError(name, err)
		}
		var at config.At[row]
		at.Line, _ = r.FieldPos(0)
		columns := at.Value.columns()
		for i, cell := range cells {
			*columns[columnName(header[i])] = cell
		}
		rows = append(rows, at)
	}
}

func columnName(text string) string { return strings.ToLower(strings.TrimSpace(text)) }

func checkHeader(name string, r *csv.Reader, header []string) error {
	line, _ := r.FieldPos(0)
	known := new(row).columns()
	seen := map[string]bool{}
	var errs []error
	for _, cell := range header {
		column := columnName(cell)
		switch _, ok := known[column]; {
		case !ok:
			errs = append(errs, &config.Error{File: name, Line: line, Msg: config.Unknown("column", column, known)})
		case seen[column]:
			errs = append(errs, &config.Error{File: name, Line: line, Msg: fmt.Sprintf("column %q is there twice", column)})
		}
		seen[column] = true
	}
	return errors.Join(errs...)
}

func csvError(name string, err error) error {
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("load assets: %s: %w", name, ErrEmpty)
	}
	if pe := (*csv.ParseError)(nil); errors.As(err, &pe) {
		return &config.Error{File: name, Line: pe.Line, Msg: pe.Err.Error()}
	}
	return fmt.Errorf("load assets: %s: %w", name, err)
}

// maxErrors ends the list of complaints about one file.
const maxErrors = 10

func build(name string, rows []config.At[row]) (*Assets, error) {
	a := &Assets{interfaces: map[string]int32{}, bound: map[string]*cidr.Table[int32]{}}
	type key struct {
		network, id string
		prefix      cidr.Prefix
	}
	seen := map[key]int{}
	builders := map[string]*cidr.Builder[int32]{}
	var errs []error
	for _, at := range rows {
		e, err := at.Value.entry()
		if err == nil {
			k := key{e.Network, e.InterfaceID, e.prefix}
			if e.InterfaceID != "" {
				k.network = "" // an interface is the same one everywhere
			}
			if line, dup := seen[k]; dup {
				err = fmt.Errorf("%s is already on line %d", e.subject(), line)
			}
			seen[k] = at.Line
		}
		if err != nil {
			if errs = append(errs, &config.Error{File: name, Line: at.Line, Msg: err.Error()}); len(errs) == maxErrors {
				break
			}
			continue
		}
		n := int32(len(a.entries))
		a.entries = append(a.entries, e)
		if e.InterfaceID != "" {
			a.interfaces[e.InterfaceID] = n
			continue
		}
		b := builders[e.Network]
		if b == nil {
			b = new(cidr.Builder[int32])
			builders[e.Network] = b
		}
		b.Add(e.prefix, n)
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	for network, b := range builders {
		if network == "" {
			a.anywhere = b.Table()
		} else {
			a.bound[network] = b.Table()
		}
	}
	return a, nil
}

// entry checks a row and gives its meaning.
func (r *row) entry() (entry, error) {
	for _, cell := range r.columns() {
		*cell = strings.TrimSpace(*cell)
	}
	if r.Interface != "" && r.InterfaceID != "" && r.Interface != r.InterfaceID {
		return entry{}, errors.New("interface and interface_id are both given; they are two words for one column")
	}
	r.Interface = cmp.Or(r.Interface, r.InterfaceID)
	e := entry{Asset: Asset{Network: r.Network, InterfaceID: r.Interface, App: r.App, Role: r.Role, Owner: r.Owner}}
	switch {
	case r.CIDR == "" && r.Interface == "":
		return e, errors.New("cidr or interface is missing")
	case r.CIDR != "" && r.Interface != "":
		return e, errors.New("cidr and interface are both given; a line is about one of them")
	case r.Network != "" && r.Account != "" && r.Network != r.Account:
		return e, errors.New("network and account are both given; they are two words for one column")
	case r.App == "" && r.Role == "" && r.Owner == "":
		return e, errors.New("app, role and owner are all empty; nothing is said about " + e.subject())
	}
	if e.Network == "" {
		e.Network = r.Account
	}
	if r.CIDR != "" {
		p, err := cidr.ParsePrefix(r.CIDR)
		if err != nil {
			return e, err
		}
		e.prefix = p
	}
	return e, nil
}

// subject says what a line is about.
func (e *entry) subject() string {
	switch {
	case e.InterfaceID != "":
		return "interface " + e.InterfaceID
	case e.Network != "":
		return e.prefix.String() + " in " + e.Network
	}
	return e.prefix.String()
}
