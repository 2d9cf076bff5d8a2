package ledger

import "github.com/weir-flow/weir/internal/state"

// Times are microseconds of Unix time, days are numbers like 20260131 (UTC),
// min_start and max_start are Unix seconds.
var migrations = []state.Migration{
	{Name: "objects, batches, days", SQL: `
CREATE TABLE counters(
	name  TEXT NOT NULL PRIMARY KEY,
	value <int> NOT NULL            -- the last number handed out
) <clustered>;
INSERT INTO counters(name, value) VALUES ('part', 0), ('batch', 0), ('seq', 0), ('forgotten', 0);

CREATE TABLE objects(
	id           <id>,
	sha256       <blob> NOT NULL,
	source       TEXT NOT NULL,
	name         TEXT NOT NULL,
	stream       TEXT NOT NULL,
	format       TEXT NOT NULL,
	size         <int> NOT NULL,
	bytes_in     <int> NOT NULL,     -- size, without what continues' object had
	continues    <int> REFERENCES objects(id) ON DELETE SET NULL,
	state        TEXT NOT NULL,
	instance     TEXT NOT NULL,      -- who works on it; '' when nobody does
	start_byte   <int> NOT NULL, start_line   <int> NOT NULL,  -- where this object's own content begins
	done_byte    <int> NOT NULL, done_line    <int> NOT NULL,  -- acknowledged up to here, without a gap
	planned_byte <int> NOT NULL, planned_line <int> NOT NULL,  -- in a manifest up to here
	stored       <int> NOT NULL DEFAULT 0,
	bad          <int> NOT NULL DEFAULT 0,
	nodata       <int> NOT NULL DEFAULT 0,
	skipdata     <int> NOT NULL DEFAULT 0,
	min_start    <int>,
	max_start    <int>,
	mostly_bad   <int> NOT NULL DEFAULT 0,
	note         TEXT NOT NULL DEFAULT '',
	taken_at     <int> NOT NULL,
	finished_at  <int> NOT NULL DEFAULT 0,
	bucket       TEXT NOT NULL DEFAULT '',
	object_key   TEXT NOT NULL DEFAULT '',
	etag         TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX objects_live      ON objects(sha256) WHERE state <> 'forgotten';
CREATE UNIQUE INDEX objects_continues ON objects(continues) WHERE continues IS NOT NULL; -- a forgotten object continues none
CREATE INDEX objects_name ON objects(source, name);
CREATE INDEX objects_busy ON objects(state) WHERE state <> 'stored' AND state <> 'forgotten';

CREATE TABLE batches(
	id         <int> NOT NULL PRIMARY KEY,
	instance   TEXT NOT NULL,
	state      TEXT NOT NULL,
	digest     TEXT NOT NULL,
	row_count  <int> NOT NULL,
	created_at <int> NOT NULL,
	acked_at   <int> NOT NULL DEFAULT 0,
	seq        <int> NOT NULL DEFAULT 0   -- order of acknowledgement, from 1
);
CREATE INDEX batches_busy ON batches(state) WHERE state <> 'acknowledged';
CREATE INDEX batches_seq  ON batches(seq)   WHERE state = 'acknowledged';

CREATE TABLE parts(
	id        <int> NOT NULL PRIMARY KEY,
	object    <int> NOT NULL REFERENCES objects(id) ON DELETE CASCADE,
	batch     <int> NOT NULL REFERENCES batches(id),
	from_byte <int> NOT NULL, from_line <int> NOT NULL,
	to_byte   <int> NOT NULL, to_line   <int> NOT NULL,
	row_count <int> NOT NULL,
	bad       <int> NOT NULL,
	nodata    <int> NOT NULL,
	skipdata  <int> NOT NULL,
	min_start <int>,
	max_start <int>,
	format    TEXT NOT NULL
);
CREATE INDEX parts_object ON parts(object);
CREATE INDEX parts_batch  ON parts(batch);

CREATE TABLE part_days(
	part      <int> NOT NULL REFERENCES parts(id) ON DELETE CASCADE,
	day       <int> NOT NULL,
	row_count <int> NOT NULL,       -- 0: only its share of the roll-ups reaches into this day
	PRIMARY KEY (part, day)
) <clustered>;
CREATE INDEX part_days_day ON part_days(day);

CREATE TABLE bad_counts(
	part      <int> NOT NULL REFERENCES parts(id) ON DELETE CASCADE,
	object    <int> NOT NULL,
	reason    TEXT NOT NULL,
	line_count <int> NOT NULL,
	PRIMARY KEY (part, reason)
) <clustered>;
CREATE INDEX bad_counts_object ON bad_counts(object);

CREATE TABLE bad_lines(
	object  <int> NOT NULL,
	reason  TEXT NOT NULL,
	line_no <int> NOT NULL,
	part    <int> NOT NULL REFERENCES parts(id) ON DELETE CASCADE,
	text    <blob> NOT NULL,
	PRIMARY KEY (object, reason, line_no)
) <clustered>;
CREATE INDEX bad_lines_part ON bad_lines(part);

CREATE TABLE dirty_days(
	day   <int> NOT NULL,
	what  TEXT NOT NULL,
	gen   <int> NOT NULL,           -- raised by every mark
	since <int> NOT NULL,
	PRIMARY KEY (day, what)
) <clustered>;
`},
	// One small row for each name: listings of buckets are compared with it.
	{Name: "versions", SQL: `
CREATE TABLE versions(
	name    <blob> NOT NULL PRIMARY KEY,   -- of source and name, see nameKey
	version <int> NOT NULL,                -- hash of the version read last
	object  <int> NOT NULL REFERENCES objects(id) ON DELETE CASCADE
) <clustered>;
CREATE INDEX versions_object ON versions(object);
`},
	// JSON may have many bad objects in one line.
	{Name: "columns of bad lines", SQL: `
CREATE TABLE bad_places(
	object    <int> NOT NULL,
	reason    TEXT NOT NULL,
	line_no   <int> NOT NULL,
	column_no <int> NOT NULL,       -- in bytes, from 1; 0: the whole line
	part      <int> NOT NULL REFERENCES parts(id) ON DELETE CASCADE,
	text      <blob> NOT NULL,
	PRIMARY KEY (object, reason, line_no, column_no)
) <clustered>;
INSERT INTO bad_places SELECT object, reason, line_no, 0, part, text FROM bad_lines;
DROP TABLE bad_lines;
ALTER TABLE bad_places RENAME TO bad_lines;
CREATE INDEX bad_lines_part ON bad_lines(part);
`},
	{Name: "closed days", SQL: `
CREATE TABLE closed_days(
	day     <int> NOT NULL PRIMARY KEY,
	dropped <int> NOT NULL           -- 0: its records are being dropped
) <clustered>;
`},
	{Name: "records computed anew", SQL: `
CREATE TABLE renewed(
	day   <int> NOT NULL,
	seq   <int> NOT NULL,   -- its place among the batches that were acknowledged; 0: being computed
	first <int> NOT NULL,   -- Unix seconds: start of the first record that means something else now
	PRIMARY KEY (day, seq)
) <clustered>;
CREATE INDEX renewed_seq ON renewed(seq);
`},
	{Name: "when objects were written", SQL: `
ALTER TABLE objects ADD COLUMN written_at <int> NOT NULL DEFAULT 0; -- by who wrote the logs; 0: unknown
`},
}
