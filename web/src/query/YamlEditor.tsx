// The editor of rules; load it with lazy().
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { yaml } from "@codemirror/lang-yaml";
import { useMemo, useRef } from "react";
import { api } from "../api/client";
import { client } from "../api/hooks";
import { CodeEditor, type CodeEditorProps } from "./CodeEditor";
import type { Field } from "./complete";
import { placeAt } from "./yamlpath";

/** Key is a key that the document may have below others, and what it takes. */
export type Key = { path: string; name: string; takes: string; values?: string[] };

export type YamlEditorProps = CodeEditorProps & { keys?: Key[] };

const modifiers = ["contains", "startswith", "endswith", "re", "cidr", "exists", "gt", "gte", "lt", "lte", "neq", "all", "fieldref", "cased", "expand"];

// Below these stand names of fields: as keys, or as the values of lists.
const fieldKeys = /^(detection|filter)\.[^.]+$|^weir\.tests\.(flows|expect)$/;
const fieldValues = /(^|\.)(fields|group_by|group-by|per|of|field)$/;

export default function YamlEditor({ keys, ...p }: YamlEditorProps) {
  const known = useRef(keys);
  known.current = keys;
  const language = useMemo(() => {
    const y = yaml();
    return [y, y.language.data.of({ autocomplete: (c: CompletionContext) => words(c, known.current ?? []) })];
  }, []);
  return <CodeEditor {...p} language={language} />;
}

async function words(c: CompletionContext, keys: Key[]): Promise<CompletionResult | null> {
  const line = c.state.doc.lineAt(c.pos);
  const before = line.text.slice(0, c.pos - line.from);
  const modifier = /([\w.-]+(?:\|\w+)*\|)(\w*)$/.exec(before);
  if (modifier && !/:\s/.test(before.slice(0, modifier.index))) {
    return { from: c.pos - (modifier[2]?.length ?? 0), options: modifiers.map((label) => ({ label, detail: "modifier" })), validFor: /^\w*$/ };
  }
  const lines: string[] = [];
  for (let n = Math.max(1, line.number - 400); n < line.number; n++) lines.push(c.state.doc.line(n).text);
  const place = placeAt([...lines, before]);
  if (!place || !/^[\w.-]*$/.test(place.typed) || (!place.typed && !c.explicit)) return null;
  const path = place.path.join(".");
  const inValue = place.at === "value";
  const options: Completion[] = [];
  if (inValue) {
    const last = place.path[place.path.length - 1] ?? "";
    const at = keys.find((k) => k.path === place.path.slice(0, -1).join(".") && k.name === last);
    for (const v of at?.values ?? []) options.push({ label: v, detail: last });
    if (at?.takes === "yes or no") options.push({ label: "true" }, { label: "false" });
  } else {
    for (const k of keys) if (k.path === path && k.name) options.push({ label: k.name, detail: k.takes, apply: k.name + ": ", boost: 1 });
  }
  if (inValue ? fieldValues.test(path) : fieldKeys.test(path) || fieldValues.test(path)) {
    const fields = (await client.ensureQueryData({ queryKey: ["/fields", null, null], queryFn: () => api.get("/fields"), staleTime: Infinity })) as Field[];
    const bare = inValue || fieldValues.test(path);
    for (const f of fields) options.push({ label: f.name, detail: f.doc, apply: bare ? f.name : f.name + ": " });
  }
  return options.length ? { from: c.pos - place.typed.length, options, validFor: /^[\w.-]*$/ } : null;
}
