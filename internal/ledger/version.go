package ledger

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"

	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/state"
)

// A Version is one content that a name has had, told apart without reading it.
type Version struct{ Source, Name, Version string }

// Known looks up which versions are in. The answers come in their order: the
// object with those bytes, perhaps taken under another name, or ID 0 when the
// version is empty, unknown, or not read to its end. Of each name the version
// that was read last is remembered, for as long as its object is in the ledger.
func (l *Ledger) Known(ctx context.Context, versions []Version) ([]Object, error) {
	var found []Object
	err := l.db.View(ctx, func(tx *state.Tx) error {
		found = make([]Object, len(versions))
		for i, v := range versions {
			if v.Version == "" {
				continue
			}
			o := &found[i]
			err := tx.Row(`SELECT id, objects.name, size, stored, `+wholeStored+` FROM versions AS v JOIN objects ON id = v.object
				WHERE v.name = ? AND v.version = ? AND state = 'stored'`,
				[]any{nameKey(v.Source, v.Name), versionHash(v.Version)}, &o.ID, &o.Name, &o.Size, &o.Stored, &o.Whole)
			if err != nil && !errors.Is(err, sql.ErrNoRows) {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look up versions: %w", err)
	}
	return found, nil
}

// noteVersion remembers which object a name holds. It counts once the object is
// stored.
func noteVersion(tx *state.Tx, info *ObjectInfo, id ObjectID) error {
	if info.Version == "" || id == 0 {
		return nil
	}
	_, err := tx.Exec(tx.Dialect().Upsert("versions", []string{"name"}, []string{"version", "object"}),
		nameKey(info.Source, info.Name), versionHash(info.Version), id)
	return err
}

// nameKey stands for a name in less space than a key of a bucket takes.
func nameKey(source, name string) []byte {
	sum := sha256.Sum256([]byte(source + "\x00" + name))
	return sum[:16]
}

// versionHash is compared under one name only, so 64 bits tell versions apart.
func versionHash(version string) int64 { return int64(xxhash.Sum64String(version)) }
