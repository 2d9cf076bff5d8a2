package rule

import (
	"fmt"

	"github.com/weir-flow/weir/internal/filter"
)

// Explanation is what a rule covers.
type Explanation struct {
	Filter    string      `json:"filter"` // in the filter language; "*" for all flows
	Addresses []Addresses `json:"addresses"`
}

// Addresses is a condition on addresses of a rule.
type Addresses struct {
	Of      string `json:"of,omitempty"` // rule that a correlation joins
	Field   string `json:"field"`
	Test    string `json:"test"`    // without the NOT it may stand under
	Negated bool   `json:"negated"` // it stands under a NOT: what passes the test is left out

	// Share4 and Share6 are how much of all IPv4 and IPv6 addresses pass the test, 0 to
	// 1, and Ranges such addresses, the lowest; More tells that there are others.
	Share4 float64  `json:"share4"`
	Share6 float64  `json:"share6"`
	Ranges []string `json:"ranges"`
	More   bool     `json:"more"`

	// Hint says why the test is surely not what was meant, and Instead what to write;
	// both may be empty.
	Hint    string `json:"hint,omitempty"`
	Instead string `json:"instead,omitempty"`
}

// Explain says what a rule covers.
func Explain(r *Rule) Explanation {
	e := Explanation{Filter: "*", Addresses: []Addresses{}}
	if r.Filter != nil {
		e.Filter = r.Filter.String()
		for _, c := range r.Filter.Addresses() {
			e.Addresses = append(e.Addresses, explainAddresses(c))
		}
	}
	if r.Correlation != nil {
		e.Filter = ""
		for _, of := range r.Correlation.Rules {
			for _, a := range Explain(of).Addresses {
				if a.Of == "" {
					a.Of = of.ID
				}
				e.Addresses = append(e.Addresses, a)
			}
		}
	}
	return e
}

// Seen returns filters for examples from the data: what passes the test, and what has
// the field and does not. Group them by the field.
func (a *Addresses) Seen() (passes, others string) {
	return a.Test, fmt.Sprintf("%s:* AND NOT %s", a.Field, a.Test)
}

func explainAddresses(c filter.AddressCover) Addresses {
	a := Addresses{Field: c.Field, Test: c.Text, Negated: c.Negated, Share4: c.Share4, Share6: c.Share6, More: c.More, Ranges: []string{}}
	for _, r := range c.Ranges {
		a.Ranges = append(a.Ranges, filter.RangeText(r))
	}
	not := "NOT "
	if c.Negated {
		not = ""
	}
	switch {
	case c.Source == "" && c.Share4+c.Share6 > 0:
	case c.Avoided > 0:
		network := avoided(c.Avoided)
		a.Hint = fmt.Sprintf("the pattern leaves %d out digit by digit, and with it every number that has a digit of %d at its place", c.Avoided, c.Avoided)
		if c.Avoided >= 100 && c.Lowest4.IsValid() && c.Lowest4.As4()[0] >= 100 {
			a.Hint += fmt.Sprintf(" and every number of another length: it matches no address below %d, and no IPv6", c.Lowest4.As4()[0])
		}
		a.Instead = not + c.Field + ":" + network
	case c.Share4 == 0 && c.Share6 == 0 && c.Inside:
		a.Hint = "the pattern matches no address: it has to match the whole text of one"
		if c.Source != "" {
			a.Instead = fmt.Sprintf("%s:/.*%s.*/", c.Field, c.Source)
		}
	case c.Share4 == 0 && c.Share6 == 0:
		a.Hint = "the pattern matches no address"
	case c.Share4 == 1 && c.Share6 > 0.999:
		a.Hint = "the pattern matches every address"
		a.Instead = c.Field + ":*"
	case c.Source != "" && len(c.Ranges) == 1 && !c.More && c.Share6 == 0 && len(c.Ranges[0].Prefixes()) == 1:
		a.Hint = "the pattern matches one network, which is found faster as such"
		a.Instead = c.Field + ":" + a.Ranges[0]
	}
	return a
}

// avoided is the network that people mean who leave out a number.
func avoided(number int) string {
	switch number {
	case 100:
		return "100.64.0.0/10"
	case 169:
		return "169.254.0.0/16"
	case 172:
		return "172.16.0.0/12"
	case 192:
		return "192.168.0.0/16"
	}
	return fmt.Sprintf("%d.0.0.0/8", number)
}
