// What is looked for: the rules, and one of them with everything about it.
import { useParams } from "@tanstack/react-router";
import { List } from "./List";
import { New, Rule } from "./Rule";

export default function Rules() {
  const { id } = useParams({ strict: false }) as { id?: string };
  if (id === undefined) return <List />;
  return id === "new" ? <New /> : <Rule key={id} id={id} />;
}
