package alert

import "github.com/weir-flow/weir/internal/state"

// Times are microseconds of Unix time; first_seen and last_seen are event time, all
// others the clock's. Bodies are JSON of findings.
var migrations = []state.Migration{
	{Name: "findings, alerts, silences, notes, audit", SQL: `
CREATE TABLE findings(
	id         TEXT NOT NULL PRIMARY KEY,
	alert      TEXT NOT NULL,            -- the alert it belongs to, whether or not there is one: weak findings make none
	rule       TEXT NOT NULL,
	subject    TEXT NOT NULL,            -- whom it is about, see subjectOf
	family     TEXT NOT NULL,
	weak       <int> NOT NULL,
	exposure   <int> NOT NULL,
	first_seen <int> NOT NULL,
	last_seen  <int> NOT NULL,
	body       TEXT NOT NULL
);
CREATE INDEX findings_alert ON findings(alert);
CREATE INDEX findings_seen    ON findings(first_seen);
CREATE INDEX findings_subject ON findings(subject, first_seen);

CREATE TABLE alerts(
	id             TEXT NOT NULL PRIMARY KEY,
	family         TEXT NOT NULL,
	rule           TEXT NOT NULL,        -- of the finding that speaks for it
	severity       <int> NOT NULL,
	page           <int> NOT NULL,
	exposure       <int> NOT NULL,
	late           <int> NOT NULL,
	entity         TEXT NOT NULL,        -- network/id, or id
	first_seen     <int> NOT NULL,
	last_seen      <int> NOT NULL,
	status         TEXT NOT NULL,
	status_at      <int> NOT NULL,
	status_by      TEXT NOT NULL,
	ended          TEXT NOT NULL DEFAULT '',   -- how it was resolved: person, state, quiet, joined, withdrawn; '' when it is not
	verdict        TEXT NOT NULL DEFAULT '',
	silenced_until <int> NOT NULL DEFAULT 0,
	announced      <int> NOT NULL DEFAULT 0,   -- others were told that it fires
	search         TEXT NOT NULL,        -- what a text is looked for in, in small letters
	body           TEXT NOT NULL
);
CREATE INDEX alerts_seen   ON alerts(last_seen, id);
CREATE INDEX alerts_status ON alerts(status);

CREATE TABLE incident_findings(
	incident TEXT NOT NULL,
	finding  TEXT NOT NULL,
	PRIMARY KEY (incident, finding)
) <clustered>;
CREATE INDEX incident_findings_finding ON incident_findings(finding);

CREATE TABLE alert_notes(
	id    <id>,
	alert TEXT NOT NULL,
	at    <int> NOT NULL,
	who   TEXT NOT NULL,
	text  TEXT NOT NULL
);
CREATE INDEX alert_notes_alert ON alert_notes(alert);

CREATE TABLE silences(
	id       <id>,
	made_at  <int> NOT NULL,
	made_by  TEXT NOT NULL,
	owner    TEXT NOT NULL,
	reason   TEXT NOT NULL,
	until    <int> NOT NULL,
	ended_at <int> NOT NULL DEFAULT 0,   -- ended by hand before its time
	matches  TEXT NOT NULL
);

CREATE TABLE alert_audit(
	seq     <int> NOT NULL PRIMARY KEY,  -- from 1, without gaps
	at      <int> NOT NULL,
	who     TEXT NOT NULL,
	action  TEXT NOT NULL,
	subject TEXT NOT NULL,               -- id of an alert, or silence/NUMBER
	was     TEXT NOT NULL,
	became  TEXT NOT NULL,
	hash    <blob> NOT NULL              -- over the entry and the hash before it
) <clustered>;
CREATE INDEX alert_audit_subject ON alert_audit(subject);
`},
	{Name: "alerts by change", SQL: `CREATE INDEX alerts_changed ON alerts(status_at, id);
`},
	{Name: "findings that late records explain", SQL: `ALTER TABLE findings ADD COLUMN withdrawn <int> NOT NULL DEFAULT 0;
`},
}
