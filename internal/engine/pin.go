package engine

// The engine package that weir was built and tested with. It is the one that
// third_party/engine/package-lock.json pins, and a test holds the two together.
// pinnedLibrary is the SHA-256 of the library in it.
const (
	pinnedPackage   = "@chdb/lib-linux-x64-gnu"
	pinnedVersion   = "26.7.3-stable.1"
	pinnedIntegrity = "sha512-XP97mMqnc5tZpKQywR8N7cLTsHNiTmHr30pC5mzo3jWmukjKn2IBa60c2B/gWUNcuFjOMjWoorQICCqBVj5wpw=="
	pinnedLibrary   = "36ad4e999882821ef13cf2d0f52c93f48e6ee1b4498b35a201c23ce4b8d15bf5"
)
