// What a field's values are, so that a value knows where it leads.

export type EntityKind = "address" | "host" | "interface" | "app" | "subnet" | "vpc";

const exact: Record<string, EntityKind> = {
  addr: "address",
  client: "address",
  server: "address",
  client_addr: "address",
  server_addr: "address",
  address: "address",
  public: "address",
  app: "app",
  client_app: "app",
  server_app: "app",
  subnet: "subnet",
  vpc: "vpc",
  tgw_src_eni: "interface",
  tgw_dst_eni: "interface",
  interface: "interface",
  host: "host",
  instance: "host",
};

/** entityKind is what a field names, undefined where it names no entity. */
export function entityKind(field: string, value?: string): EntityKind | undefined {
  const known = exact[field];
  if (known) return known;
  if (/addr$/.test(field)) return "address";
  if (/interface_id$/.test(field)) return "interface";
  if (/instance_id$/.test(field)) return "host";
  if (/subnet_id$/.test(field)) return "subnet";
  if (/vpc_id$/.test(field)) return "vpc";
  if (/_app$/.test(field)) return "app";
  if (/(^|_)network$/.test(field)) return value?.startsWith("vpc-") ? "vpc" : undefined;
  return undefined;
}

/** entityPath is the page of an entity. The network tells equal addresses apart. */
export function entityPath(kind: EntityKind, value: string, network = ""): string {
  return `/entity/${kind}/${encodeURIComponent((kind === "address" ? network : "") + "/" + value)}`;
}

/** graphSearch is what the app graph shows of a value, undefined where it knows none. */
export function graphSearch(field: string, value: string): Record<string, string> | undefined {
  const kind = entityKind(field, value);
  if (kind === "app") return { app: value };
  if (kind === "address" || kind === "subnet" || kind === "vpc" || kind === "interface" || kind === "host") return { [kind]: value };
  return undefined;
}

const protocols: Record<string, string> = { 1: "icmp", 2: "igmp", 4: "ipv4", 6: "tcp", 17: "udp", 41: "ipv6", 47: "gre", 50: "esp", 51: "ah", 58: "ipv6-icmp", 89: "ospf", 132: "sctp" };
const flags = ["FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"];

/** shownAs is how a value of a field is written where its number says little. */
export function shownAs(field: string, value: string | number | boolean): { text: string; title?: string } {
  if (field === "protocol" && protocols[String(value)]) return { text: protocols[String(value)] as string, title: `protocol ${value}` };
  if (field === "tcp_flags" && typeof value === "number") {
    const names = flags.filter((_, i) => (value >> i) & 1);
    return { text: String(value), title: names.join(" ") || "no flags" };
  }
  return { text: String(value) };
}
