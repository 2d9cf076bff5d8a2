// What a board is made of, as it is kept.
import type { QueryParams } from "../../api/hooks";

export type BoardPanel = { id: string; title: string; query: QueryParams; view?: Record<string, unknown> };
export type BoardBody = { panels: BoardPanel[] };

/** boardKey is under which useGet keeps a board. */
export const boardKey = (name: string) => ["/shelf/{kind}/{name}", { kind: "board", name }, null];
