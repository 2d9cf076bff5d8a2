package geo

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/cidr"
)

// headings are the words that heads of tables use, letters and digits only, the
// best first: IPinfo has the country's name under country and its code under
// country_code.
var headings = struct{ cidr, start, end, country, asn, org []string }{
	cidr:    []string{"cidr", "network", "prefix", "ipprefix", "iprange", "subnet"},
	start:   []string{"startip", "start", "ipstart", "rangestart", "ipfrom", "first", "firstip", "from"},
	end:     []string{"endip", "end", "ipend", "rangeend", "ipto", "last", "lastip", "to"},
	country: []string{"countrycode", "countryisocode", "country", "cc"},
	asn:     []string{"asn", "autonomoussystemnumber", "asnumber", "as"},
	org:     []string{"asname", "autonomoussystemorganization", "asorg", "asdescription", "organization", "organisation", "org", "name", "description", "isp"},
}

// sampled is how many rows of a table without a header are looked at.
const sampled = 500

// columnsOf learns the columns of a table from its header, or where it has none
// from its first rows.
func columnsOf(text []byte) (columns, error) {
	r := newRows(text)
	var sample [][]string
	for len(sample) < sampled {
		cells, err := r.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return columns{}, err
		}
		sample = append(sample, slices.Clone(cells))
	}
	if len(sample) == 0 {
		return columns{}, fmt.Errorf("%w: a table without rows", ErrFormat)
	}
	if isAddress(sample[0][0]) {
		return guessColumns(sample)
	}
	return namedColumns(sample[0])
}

func isAddress(cell string) bool {
	if isDecimal(cell) {
		return true
	}
	_, err := cidr.ParsePrefix(cell)
	return err == nil
}

func namedColumns(header []string) (columns, error) {
	names := make([]string, len(header))
	for i, cell := range header {
		names[i] = strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, strings.ToLower(cell))
	}
	find := func(words []string) int {
		for _, w := range words {
			if i := slices.Index(names, w); i >= 0 {
				return i
			}
		}
		return -1
	}
	c := columns{
		header: true,
		cidr:   find(headings.cidr), start: find(headings.start), end: find(headings.end),
		country: find(headings.country), asn: find(headings.asn), org: find(headings.org),
	}
	switch {
	case c.cidr < 0 && (c.start < 0 || c.end < 0):
		return c, fmt.Errorf("%w: the first line is neither a range nor a header with cidr, or with start and end; it is %q", ErrFormat, strings.Join(header, ","))
	case c.country < 0 && c.asn < 0 && slices.Contains(names, "geonameid"):
		return c, fmt.Errorf("%w: this table keeps its countries in a second file (locations); use the MMDB edition", ErrFormat)
	case c.country < 0 && c.asn < 0:
		return c, fmt.Errorf("%w: the header names neither country nor asn; it is %q", ErrFormat, strings.Join(header, ","))
	}
	return c, nil
}

// continents are the codes that DB-IP puts in a column before the country.
var continents = []string{"AF", "AN", "AS", "EU", "NA", "OC", "SA"}

// guessColumns tells columns by what their cells look like: two letters are a
// country, or a continent when a country follows; numbers or AS and a number
// are an AS number when they stand next to the range or the country (further on
// they are postal codes); the first other text after it is its name.
func guessColumns(sample [][]string) (columns, error) {
	c := columns{cidr: -1, start: -1, end: -1, country: -1, asn: -1, org: -1}
	next := 1
	if _, err := parseRange(sample[0][0], sample[0][min(1, len(sample[0])-1)]); err == nil && len(sample[0]) > 1 {
		c.start, c.end, next = 0, 1, 2
	} else {
		c.cidr = 0
	}
	all := func(col int, is func(string) bool) bool {
		some := false
		for _, cells := range sample {
			if col >= len(cells) || orgName(cells[col]) == "" {
				continue
			}
			if !is(cells[col]) {
				return false
			}
			some = true
		}
		return some
	}
	twoLetters := func(s string) bool { return len(s) == 2 && isLetter(s[0]) && isLetter(s[1]) }
	continent := func(s string) bool { return slices.Contains(continents, s) }
	number := func(s string) bool { _, ok := asNumber(s); return ok }
	for col := next; col < len(sample[0]); col++ {
		switch {
		case c.country < 0 && all(col, twoLetters):
			c.country = col
		case c.country == col-1 && c.asn < 0 && all(col, twoLetters) && all(c.country, continent):
			c.country = col
		case c.asn < 0 && (col == next || c.country == col-1) && all(col, number):
			c.asn = col
		case c.asn >= 0 && c.org < 0 && !all(col, twoLetters):
			c.org = col
		}
	}
	if c.country < 0 && c.asn < 0 {
		return c, fmt.Errorf("%w: no column of the table looks like countries or AS numbers; its first row is %q", ErrFormat, strings.Join(sample[0], ","))
	}
	return c, nil
}
