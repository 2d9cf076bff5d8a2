package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/weir-flow/weir/internal/daemon"
)

// TestConfigurationPage: docs/configuration.md tells of the settings as they are.
// After a change: weir config reference > docs/configuration.md
func TestConfigurationPage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "configuration.md"))
	if err != nil {
		t.Fatal(err)
	}
	if string(page) != configReference() {
		t.Error("docs/configuration.md is stale; run: weir config reference > docs/configuration.md")
	}
}

// TestConfigurationExample: what the page shows can be used as it stands.
func TestConfigurationExample(t *testing.T) {
	s, err := daemon.LoadSettings("example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	sources, err := s.Watched()
	if err != nil || len(sources) != 2 || sources[0].Name != "production" || sources[1].Options.LogFormat == "" || s.Keep.Bytes != 200e9 {
		t.Errorf("%+v, %v", s, err)
	}
}
