package notify

import "github.com/weir-flow/weir/internal/state"

// Times are microseconds of Unix time.
var migrations = []state.Migration{
	{Name: "outbox", SQL: `
CREATE TABLE notify_events(
	id      <id>,
	at      <int> NOT NULL,
	alert   TEXT NOT NULL,
	kind    TEXT NOT NULL,
	routed  <int> NOT NULL DEFAULT 0,    -- deliveries are made of it
	body    TEXT NOT NULL
);
CREATE INDEX notify_events_new ON notify_events(id) WHERE routed = 0;

CREATE TABLE notify_deliveries(
	id       <id>,
	event    <int> NOT NULL REFERENCES notify_events(id) ON DELETE CASCADE,
	target   TEXT NOT NULL,
	alert    TEXT NOT NULL,
	kind     TEXT NOT NULL,
	urgency  <int> NOT NULL,             -- the larger the sooner
	state    TEXT NOT NULL,              -- waiting, sent, dead, skipped
	message  TEXT NOT NULL DEFAULT '',   -- key of the message it goes in, once it was tried
	made_at  <int> NOT NULL,
	next_at  <int> NOT NULL,
	tries    <int> NOT NULL DEFAULT 0,
	sent_at  <int> NOT NULL DEFAULT 0,
	error    TEXT NOT NULL DEFAULT ''
);
CREATE INDEX notify_deliveries_waiting ON notify_deliveries(target, alert, id) WHERE state = 'waiting';
CREATE INDEX notify_deliveries_alert   ON notify_deliveries(alert, target);
CREATE INDEX notify_deliveries_sent    ON notify_deliveries(target, sent_at) WHERE state = 'sent';
CREATE INDEX notify_deliveries_event   ON notify_deliveries(event);
`},
}
