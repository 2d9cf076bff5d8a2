package config

import (
	"fmt"

	"go.yaml.in/yaml/v3"
)

// Lines tells on which line of a document each setting stands, by its path as
// [Leaves] has them: "server.listen". A list or map stands where its key does.
func Lines(data []byte) (map[string]int, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("read settings: %w", err)
	}
	lines := map[string]int{}
	var walk func(path string, n *yaml.Node)
	walk = func(path string, n *yaml.Node) {
		if n.Kind != yaml.MappingNode {
			return
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			at := key.Value
			if path != "" {
				at = path + "." + at
			}
			lines[at] = key.Line
			walk(at, n.Content[i+1])
		}
	}
	if len(doc.Content) > 0 {
		walk("", doc.Content[0])
	}
	return lines, nil
}
