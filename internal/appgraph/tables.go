package appgraph

import "github.com/weir-flow/weir/internal/state"

var migrations = []state.Migration{
	{Name: "places", SQL: `
CREATE TABLE graph_places(
	card     TEXT NOT NULL PRIMARY KEY, -- an app or a group of them
	col      <int> NOT NULL,
	half_row <int> NOT NULL             -- twice its row, which may be a half
);
`},
}
