package config

import (
	"fmt"
	"strings"
)

// Reference writes the settings of a struct as a page of Markdown tables, a section
// for each key at the top. defaults is a pointer to the struct with what holds
// without a file.
func Reference(prefix string, defaults any) string {
	var b strings.Builder
	section := "\x00"
	for _, l := range Leaves(prefix, defaults) {
		head, rest, nested := strings.Cut(l.Path, ".")
		if !nested {
			head, rest = "", l.Path
		}
		if strings.HasSuffix(l.Path, "[]") || l.Type == "list" {
			fmt.Fprintf(&b, "\n## %s\n\n%s\n", l.Path, l.Doc)
			section = l.Path + "[]"
			b.WriteString(tableHead)
			continue
		}
		if head != section {
			section = head
			if head != "" {
				fmt.Fprintf(&b, "\n## %s\n", head)
			}
			b.WriteString(tableHead)
		}
		env := ""
		if l.Env != "" {
			env = "`" + l.Env + "`"
		}
		value := ""
		if v := l.Value(); v != "" {
			value = "`" + v + "`"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", rest, l.Type, value, env, cell(l.Doc))
	}
	return b.String()
}

const tableHead = "\n| key | value | default | variable | |\n|---|---|---|---|---|\n"

func cell(text string) string { return strings.ReplaceAll(text, "|", "\\|") }
