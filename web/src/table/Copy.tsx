import { useEffect, useState } from "react";
import { Button } from "./Button";

/** copyText puts text on the clipboard; false where the browser does not let it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without https the clipboard is closed to pages; the old way still works.
    const at = document.activeElement as HTMLElement | null;
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    (at?.closest("[role=dialog]") ?? document.body).append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    at?.focus();
    return done;
  }
}

/** Copy is a button that copies text and says that it did. */
export function Copy({ text, label = "Copy", small = true, kind = "plain" }: {
  text: string | (() => string);
  label?: string;
  small?: boolean;
  kind?: "plain" | "quiet";
}) {
  const [state, setState] = useState<"" | "done" | "refused">("");
  useEffect(() => {
    if (!state) return;
    const t = setTimeout(() => setState(""), 1600);
    return () => clearTimeout(t);
  }, [state]);
  return (
    <Button
      kind={kind}
      small={small}
      icon={state === "done" ? "check" : "copy"}
      onClick={async () => setState((await copyText(typeof text === "string" ? text : text())) ? "done" : "refused")}
    >
      <span aria-live="polite">{state === "done" ? "Copied" : state === "refused" ? "Not allowed" : label}</span>
    </Button>
  );
}
