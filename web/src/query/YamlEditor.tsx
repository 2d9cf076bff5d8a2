// The editor of rules; load it with lazy().
import type { Completion, CompletionSource } from "@codemirror/autocomplete";
import { yaml } from "@codemirror/lang-yaml";
import { useMemo } from "react";
import { api } from "../api/client";
import { client } from "../api/hooks";
import { CodeEditor, type CodeEditorProps } from "./CodeEditor";
import type { Field } from "./complete";

export type YamlEditorProps = CodeEditorProps & {
  /** Keys that the document may have, with what they mean. */
  keys?: { name: string; doc: string }[];
};

const modifiers = ["contains", "startswith", "endswith", "re", "cidr", "exists", "gt", "gte", "lt", "lte", "all", "fieldref"];

export default function YamlEditor({ keys, ...p }: YamlEditorProps) {
  const language = useMemo(() => {
    const y = yaml();
    const words: CompletionSource = async (c) => {
      const line = c.state.doc.lineAt(c.pos);
      const before = line.text.slice(0, c.pos - line.from);
      const modifier = /^(\s*(?:- )?[\w.-]+(?:\|\w+)*\|)(\w*)$/.exec(before);
      if (modifier) return { from: c.pos - (modifier[2]?.length ?? 0), options: modifiers.map((label) => ({ label, detail: "modifier" })), validFor: /^\w*$/ };
      // Keys stand at the beginning of a line, fields among them.
      const key = /^\s*(?:- )?([\w.-]*)$/.exec(before);
      if (!key || (!key[1] && !c.explicit)) return null;
      const fields = (await client.ensureQueryData({ queryKey: ["/fields", null, null], queryFn: () => api.get("/fields"), staleTime: Infinity })) as Field[];
      const options: Completion[] = [
        ...(keys ?? []).map((k) => ({ label: k.name, detail: k.doc, apply: k.name + ": ", boost: 1 })),
        ...fields.map((f) => ({ label: f.name, detail: f.doc, apply: f.name + ": " })),
      ];
      return { from: c.pos - (key[1]?.length ?? 0), options, validFor: /^[\w.-]*$/ };
    };
    return [y, y.language.data.of({ autocomplete: words })];
  }, []); // eslint-disable-line
  return <CodeEditor {...p} language={language} />;
}
