package access

import "github.com/weir-flow/weir/internal/state"

// Times are microseconds of Unix time, 0 for never. Of secrets only hashes are kept.
var migrations = []state.Migration{
	{Name: "users, sessions, tokens, audit", SQL: `
CREATE TABLE access_users(
	name       TEXT NOT NULL PRIMARY KEY,
	role       TEXT NOT NULL,
	password   TEXT NOT NULL,            -- argon2id as a PHC string
	changed_at <int> NOT NULL
) <clustered>;

CREATE TABLE access_sessions(
	hash    <blob> NOT NULL PRIMARY KEY, -- SHA-256 of the cookie's value
	name    TEXT NOT NULL,               -- of the user
	made_at <int> NOT NULL,
	seen_at <int> NOT NULL
) <clustered>;

CREATE TABLE access_tokens(
	id         TEXT NOT NULL PRIMARY KEY,
	hash       <blob> NOT NULL,          -- SHA-256 of the token
	name       TEXT NOT NULL,
	role       TEXT NOT NULL,
	made_at    <int> NOT NULL,
	made_by    TEXT NOT NULL,
	expires_at <int> NOT NULL,
	used_at    <int> NOT NULL DEFAULT 0,
	revoked_at <int> NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX access_tokens_hash ON access_tokens(hash);

CREATE TABLE access_audit(
	seq     <int> NOT NULL PRIMARY KEY,  -- from 1, without gaps
	at      <int> NOT NULL,
	who     TEXT NOT NULL,
	via     TEXT NOT NULL,
	token   TEXT NOT NULL,               -- id of the API token, or ''
	address TEXT NOT NULL,               -- the request came from, or ''
	action  TEXT NOT NULL,
	object  TEXT NOT NULL,
	detail  TEXT NOT NULL                -- JSON
) <clustered>;
CREATE TRIGGER access_audit_update BEFORE UPDATE ON access_audit <refuse>;
CREATE TRIGGER access_audit_delete BEFORE DELETE ON access_audit <refuse>;
-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER access_audit_replace BEFORE INSERT ON access_audit
	WHEN NEW.seq <= (SELECT COALESCE(MAX(seq), 0) FROM access_audit) <refuse>;
`},
}
