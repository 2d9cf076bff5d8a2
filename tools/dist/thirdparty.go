package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// part is a library inside the engine, as the engine's system.licenses tells it.
type part struct {
	Name string `json:"library_name"`
	Type string `json:"license_type"`
	Text string `json:"license_text"`
}

// thirdParty joins the licences of the engine's parts into one text, naming every
// part and printing each distinct text once.
func thirdParty(version string, parts []part) ([]byte, error) {
	byText := map[string][]part{}
	for _, p := range parts {
		text := strings.TrimSpace(p.Text)
		if text == "" {
			return nil, fmt.Errorf("engine part %s: %w", p.Name, errNoText)
		}
		byText[text] = append(byText[text], p)
	}
	texts := make([]string, 0, len(byText))
	for text, group := range byText {
		slices.SortFunc(group, func(a, b part) int { return strings.Compare(a.Name, b.Name) })
		texts = append(texts, text)
	}
	slices.SortFunc(texts, func(a, b string) int { return strings.Compare(byText[a][0].Name, byText[b][0].Name) })

	var out bytes.Buffer
	fmt.Fprintf(&out, "The engine library libchdb %s holds %d parts by others, under %d texts.\n", version, len(parts), len(texts))
	for _, text := range texts {
		fmt.Fprintf(&out, "\n%s\n\n", strings.Repeat("=", 78))
		var last string // versions of one part share a line
		for _, p := range byText[text] {
			if line := fmt.Sprintf("%s (%s)\n", p.Name, p.Type); line != last {
				out.WriteString(line)
				last = line
			}
		}
		fmt.Fprintf(&out, "\n%s\n", text)
	}
	return out.Bytes(), nil
}
