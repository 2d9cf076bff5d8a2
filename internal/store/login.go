package store

import (
	"context"
	"fmt"
	"strings"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/record"
)

// Wake makes sure that a server's dictionaries load: they hold the password they
// were made with, and it may have changed since. An embedded engine needs no call.
func (s *Store) Wake(ctx context.Context) error {
	if s.cfg.User == "" {
		return nil
	}
	var loads []string
	for _, name := range tupleTables {
		loads = append(loads, fmt.Sprintf("dictHas(%s, toUInt64(0))", literal(s.cfg.Database+"."+name+"_dict")))
	}
	err := s.exec(ctx, "load names", "SELECT "+strings.Join(loads, ", "), nil)
	if engine.IsAuth(err) {
		return s.renewLogin(ctx)
	}
	return err
}

// renewLogin makes a server's dictionaries anew, with the user and password of now.
func (s *Store) renewLogin(ctx context.Context) error {
	for g := range record.NumGroups {
		if _, err := s.conn.Exec(ctx, s.dictionaryDDL("CREATE OR REPLACE DICTIONARY", g), s.bare(nil)); err != nil {
			return explain("give the server's dictionaries the password of now", err)
		}
	}
	s.log.Info("the server's dictionaries got the password of now")
	return nil
}
