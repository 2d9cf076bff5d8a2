// The editor of statements; load it with lazy().
import { SQLDialect, sql } from "@codemirror/lang-sql";
import type { Completion, CompletionSource } from "@codemirror/autocomplete";
import { useMemo } from "react";
import { api } from "../api/client";
import { client } from "../api/hooks";
import type { Field } from "./complete";
import { CodeEditor, type CodeEditorProps } from "./CodeEditor";

const functions =
  "count sum avg min max any anyLast uniq uniqExact quantile quantiles median topK groupArray groupUniqArray argMin argMax countIf sumIf avgIf uniqIf if multiIf coalesce ifNull toStartOfMinute toStartOfFiveMinutes toStartOfHour toStartOfDay toStartOfInterval toDateTime toDate toUnixTimestamp toHour toDayOfWeek toString toUInt64 toInt64 toFloat64 round floor ceil abs now today yesterday startsWith endsWith position like match extract splitByChar lower upper substring length concat formatReadableSize isIPAddressInRange IPv4StringToNum bitAnd bitOr bitShiftRight arrayJoin has row_number lagInFrame leadInFrame";
const dialect = SQLDialect.define({
  // ClickHouse's; a longer list would colour columns such as action and end.
  keywords:
    "select from prewhere where group by having order limit offset with as and or not in between like ilike is null case when then else join left right inner full outer cross any all semi anti asof on using union distinct asc desc nulls first last over partition rows range preceding following unbounded current row interval final sample array global totals rollup cube fill top ties true false",
  types: "string uint8 uint16 uint32 uint64 int8 int16 int32 int64 float64 date datetime datetime64 ipv4 ipv6 nullable",
  builtin: functions.toLowerCase(),
  identifierQuotes: '`"',
  hashComments: false,
  slashComments: true,
  caseInsensitiveIdentifiers: false,
});

const views = ["vpc_flow_logs", "flows"];
const hidden = new Set(["absent", "role_bits", "scope_bits", "time_bits"]);

/** Words of the views: their names, their columns with what these are, functions. */
const words: CompletionSource = async (c) => {
  const word = c.matchBefore(/[\w]+/);
  if (!word && !c.explicit) return null;
  const fields = (await client.ensureQueryData({ queryKey: ["/fields", null, null], queryFn: () => api.get("/fields"), staleTime: Infinity })) as Field[];
  const options: Completion[] = [
    ...views.map((label) => ({ label, detail: "view", boost: 2 })),
    ...fields.filter((f) => f.stored && !hidden.has(f.name)).map((f) => ({ label: f.name, detail: f.doc, boost: 1 })),
    ...functions.split(" ").map((label) => ({ label, detail: "function", apply: label + "(", boost: -1 })),
  ];
  return { from: word?.from ?? c.pos, options, validFor: /^\w*$/ };
};

export default function SqlEditor(p: CodeEditorProps) {
  const language = useMemo(() => {
    const s = sql({ dialect, upperCaseKeywords: true });
    return [s, s.language.data.of({ autocomplete: words })];
  }, []);
  return <CodeEditor {...p} language={language} />;
}
