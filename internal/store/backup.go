package store

import (
	"context"
	"fmt"
)

// Backup writes all tables to a file or folder on the engine's side: name is
// relative to the folder the engine allows (engine.BackupDir), and one that ends
// in .tar.zst, .tar.gz or .tar makes a file. Rows that are stored meanwhile may
// be missing. The views are not in it; [Store.Restore] makes them.
func (s *Store) Backup(ctx context.Context, name string) error {
	_, err := s.conn.Exec(ctx, fmt.Sprintf("BACKUP DATABASE %s TO File(%s)", quote(s.cfg.Database), literal(name)), s.bare(heavy))
	return explain("back up store", err)
}

// Restore puts the tables of a backup in the place of those that are there. The
// database must have the name it had when the backup was made. When it is cut
// off, it has to be repeated.
func (s *Store) Restore(ctx context.Context, name string) error {
	if err := s.Own(ctx); err != nil {
		return fmt.Errorf("restore store: %w", err)
	}
	s.owned.Store(false) // what comes may be another's
	db := quote(s.cfg.Database)
	for _, sql := range []string{
		"DROP DATABASE IF EXISTS " + quote(s.ViewDatabase()) + " SYNC",
		"DROP DATABASE IF EXISTS " + db + " SYNC",
		fmt.Sprintf("RESTORE DATABASE %s FROM File(%s)", db, literal(name)),
	} {
		if _, err := s.conn.Exec(ctx, sql, s.bare(heavy)); err != nil {
			return explain("restore store", err)
		}
	}
	if err := s.Migrate(ctx); err != nil {
		return err
	}
	return s.createViews(ctx)
}
