// The thin client of the API: typed by what the document says, errors as Problem.
import type { components, paths } from "./types";

export type Schemas = components["schemas"];
export type Meta = Schemas["Meta"];
export type Column = Schemas["Column"];

type Get<P extends keyof paths> = paths[P] extends { get: infer O } ? O : never;
type Post<P extends keyof paths> = paths[P] extends { post: infer O } ? O : never;
type Put<P extends keyof paths> = paths[P] extends { put: infer O } ? O : never;
type Delete<P extends keyof paths> = paths[P] extends { delete: infer O } ? O : never;
type Answer<O> = O extends { responses: { 200: { content: { "application/json": infer T } } } }
  ? T
  : O extends { responses: { 201: { content: { "application/json": infer T } } } }
    ? T
    : void;
type Body<O> = O extends { requestBody?: { content: { "application/json": infer T } } } ? T : undefined;
type Params = Record<string, string | number | boolean | undefined | null>;

/** Problem is an error that the server told, after RFC 9457. */
export class Problem extends Error {
  code: string;
  status: number;
  title: string;
  detail: string;
  fix?: string;
  position?: Schemas["Position"];

  constructor(p: Schemas["Problem"]) {
    super(p.detail);
    this.code = p.code;
    this.status = p.status;
    this.title = p.title;
    this.detail = p.detail;
    this.fix = p.fix?.startsWith("see /api/") ? undefined : p.fix; // that is for who writes requests
    this.position = p.position;
  }
}

/** base is where the API lives. */
export const base = "/api/v1";

let csrf = "";
const onToken = new Set<() => void>();
/** setCSRF keeps the token that changes need in a session. */
export function setCSRF(token: string) {
  const was = csrf;
  csrf = token;
  if (was !== token) onToken.forEach((f) => f());
}
/** onCSRF is called when that token changes. */
export function onCSRF(f: () => void): () => void {
  onToken.add(f);
  return () => onToken.delete(f);
}
let known: () => Promise<unknown> = () => Promise.resolve();
/** beforeChanges is awaited before anything is changed: it finds the token. */
export function beforeChanges(f: () => Promise<unknown>) {
  known = f;
}
/** csrfToken is that token, for what asks elsewhere: the stream. */
export const csrfToken = () => csrf;

// What the server was built from, as each answer tells it; a change means that this
// page is older than the server.
let build = "";
const onBuild = new Set<() => void>();
/** onNewBuild is called once another build of the server answers. */
export function onNewBuild(f: () => void): () => void {
  onBuild.add(f);
  return () => onBuild.delete(f);
}

/** query writes parameters as they stand in an address, absent ones left out. */
export function query(params?: Params): string {
  const out = new URLSearchParams();
  for (const [key, value] of Object.entries(params ?? {})) {
    if (value !== undefined && value !== null && value !== "") out.set(key, String(value));
  }
  const text = out.toString();
  return text ? "?" + text : "";
}

async function call(method: string, path: string, o: { params?: Params; body?: unknown; signal?: AbortSignal }) {
  const headers: Record<string, string> = { accept: "application/json" };
  let body: BodyInit | undefined;
  if (o.body !== undefined) {
    if (o.body instanceof Blob) {
      body = o.body;
      headers["content-type"] = "application/octet-stream";
    } else {
      body = JSON.stringify(o.body);
      headers["content-type"] = "application/json";
    }
  }
  if (method !== "GET") {
    await known();
    if (csrf) headers["x-weir-csrf"] = csrf;
  }
  let r: Response;
  try {
    r = await fetch(base + path + query(o.params), { method, headers, body, signal: o.signal, credentials: "same-origin" });
  } catch (e) {
    if (o.signal?.aborted) throw e;
    throw new Problem({
      type: "about:blank",
      title: "weir does not answer",
      status: 0,
      code: "unreachable",
      detail: "The server does not answer.",
      fix: "Is weir serve still running? The page goes on as soon as it answers.",
    });
  }
  const told = r.headers.get("x-weir-build") ?? "";
  if (told && build && told !== build) onBuild.forEach((f) => f());
  if (told) build = told;
  if (!r.ok) {
    let p: Schemas["Problem"] | undefined;
    try {
      p = await r.json();
    } catch {
      // no JSON: a proxy's page, say
    }
    if (r.status === 401 || p?.code === "setup_required") window.dispatchEvent(new Event("weir-login"));
    throw new Problem(
      p ?? { type: "about:blank", title: "Error", status: r.status, code: "internal", detail: `The server answered ${r.status}.` },
    );
  }
  if (r.status === 204) return undefined;
  const kind = r.headers.get("content-type") ?? "";
  return kind.includes("json") ? r.json() : r.text();
}

function fill(path: string, at?: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(at?.[name] ?? ""));
}

type Options = { params?: Params; at?: Record<string, string>; signal?: AbortSignal };

/** api asks the server. Paths are the document's; `at` fills their {names}. */
export const api = {
  get: <P extends keyof paths>(path: P, params?: Params, o: Options = {}): Promise<Answer<Get<P>>> =>
    call("GET", fill(path as string, o.at), { ...o, params }) as Promise<Answer<Get<P>>>,
  post: <P extends keyof paths>(path: P, body?: Body<Post<P>> | Blob, o: Options = {}): Promise<Answer<Post<P>>> =>
    call("POST", fill(path as string, o.at), { ...o, body: body ?? {} }) as Promise<Answer<Post<P>>>,
  put: <P extends keyof paths>(path: P, body?: Body<Put<P>>, o: Options = {}): Promise<Answer<Put<P>>> =>
    call("PUT", fill(path as string, o.at), { ...o, body: body ?? {} }) as Promise<Answer<Put<P>>>,
  delete: <P extends keyof paths>(path: P, o: Options = {}): Promise<Answer<Delete<P>>> =>
    call("DELETE", fill(path as string, o.at), o) as Promise<Answer<Delete<P>>>,
};

/** Cell is one value of a table as JSON has it. */
export type Cell = string | number | boolean | null | unknown[] | Record<string, unknown>;

/** Table is an answer in columns with what readers ask of it. */
export class Table {
  readonly columns: Column[];
  readonly values: Cell[][];
  readonly meta: Meta;
  readonly next?: string;

  constructor(t: Schemas["Table"]) {
    this.columns = t.columns;
    this.values = t.values as Cell[][];
    this.meta = t.meta;
    this.next = t.next;
  }

  get length(): number {
    return this.values[0]?.length ?? 0;
  }

  /** col returns the values of a column, empty when there is none of that name. */
  col(name: string): Cell[] {
    const i = this.columns.findIndex((c) => c.name === name);
    return i < 0 ? [] : (this.values[i] ?? []);
  }

  numbers(name: string): number[] {
    return this.col(name).map((v) => (typeof v === "number" ? v : Number(v ?? 0)));
  }

  texts(name: string): string[] {
    return this.col(name).map((v) => (v === null ? "" : String(v)));
  }

  /** rows returns the answer row by row. */
  rows(): Record<string, Cell>[] {
    return Array.from({ length: this.length }, (_, r) =>
      Object.fromEntries(this.columns.map((c, i) => [c.name, this.values[i]?.[r] ?? null])),
    );
  }
}
