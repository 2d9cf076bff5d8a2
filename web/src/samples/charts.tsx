// A page of all charts with made-up values, for looking at them: `npm run dev`, then /samples-charts.html. No part of the app.
import { StrictMode, useState, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import "../styles/tokens.css";
import { Bars } from "../charts/Bars";
import { Matrix } from "../charts/Matrix";
import { Ratio } from "../charts/Ratio";
import styles from "./Charts.module.css";
import { Spark } from "../charts/Spark";
import { TimeChart } from "../charts/TimeChart";
import { CountryTable } from "../map/CountryTable";
import { WorldMap } from "../map/WorldMap";

const params = new URLSearchParams(location.search);
document.documentElement.dataset.theme = params.get("theme") ?? "light";

let seed = 7;
const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;

const start = Date.parse("2026-10-18T00:00:00Z") / 1000;
const hours = 14 * 24;
const times = Array.from({ length: hours }, (_, i) => start + i * 3600);
const daily = (i: number) => 1 + 0.55 * Math.sin(((i % 24) / 24) * 2 * Math.PI - 2);
const hole = (i: number) => i > 150 && i < 172;
const accept = times.map((_, i) => (hole(i) ? null : Math.round(42000 * daily(i) * (0.9 + 0.2 * random()))));
const reject = times.map((_, i) => (hole(i) ? null : Math.round(2600 * (0.8 + 0.4 * random()) * (i > 240 && i < 246 ? 9 : 1))));
const ratio = times.map((_, i) => (accept[i] == null ? null : reject[i]! / (accept[i]! + reject[i]!)));
const low = times.map((_, i) => 0.03 / daily(i));
const high = times.map((_, i) => 0.09 / daily(i) + 0.03);
const packets = times.map((_, i) => (hole(i) ? null : Math.round(9.1e6 * daily(i) * (0.9 + 0.2 * random()))));
const bytes = times.map((_, i) => (hole(i) ? null : Math.round(7.3e9 * daily(i + 3) * (0.8 + 0.4 * random()) * (i === 260 ? 4 : 1))));
const gaps = [
  { from: times[151]!, to: times[172]!, kind: "no_data" },
  { from: "2026-10-29T06:00:00Z", to: "2026-10-29T12:00:00Z", kind: "skipdata" },
];
const marks = [
  { at: times[241]!, label: "Port scan of 10.0.3.0/24 by 203.0.113.9", severity: "high" as const },
  { at: times[242]!, label: "Login attempts on 22", severity: "medium" as const },
  { at: times[20]!, label: "A new listener on 8443 that was never seen before in this network", severity: "low" as const },
  { at: times[330]!, label: "10.0.1.7 calls home", severity: "critical" as const },
];
const dense = Array.from({ length: 5000 }, (_, i) => start + i * 60);
const walk = (scale: number) => {
  let v = scale;
  return dense.map(() => Math.max(0, (v += (random() - 0.5) * scale * 0.1)));
};
const denseA = walk(4e8);
const denseB = walk(2e8);

const countries = ["US", "DE", "CN", "RU", "SG", "HK", "BH", "MT", "LU", "BR", "IN", "NL", "FR", "GB", "IE", "ZA", "AU", "JP", "KR", "EU", "", "TV", "GI", "FJ"].map((country, i) => ({ country, value: Math.round(4e5 / (i + 1) ** 2.2) + 1, ...(i === 1 ? { extra: "12 sources, 3 new" } : {}) }));
const subnet = (n: number) => Array.from({ length: n }, (_, i) => ({ key: String(i), label: i === 2 ? "subnet-0f3a9c1d2e4b5a697" : `10.0.${i * 16}.0/20`, ...(i < 6 ? { scope: i % 3 === 0 ? ("public" as const) : ("private" as const) } : {}) }));
const crossed = (n: number) => Array.from({ length: n * n }, (_, k) => ({ row: String(Math.floor(k / n)), col: String(k % n), accept: k % 5 === 1 ? 0 : Math.round(10 ** (random() * 6)), reject: k % 3 ? 0 : Math.round(10 ** (random() * 4)) })).filter((c) => c.accept + c.reject > 0);
const eight = crossed(8);
const thirty = crossed(30);

function Card({ title, wide, children }: { title: string; wide?: boolean; children: ReactNode }) {
  return (
    <section className={`${styles.card} ${wide ? styles.wide : ""}`}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Page() {
  const [zone, setZone] = useState(params.get("zone") ?? "Europe/Berlin");
  const [zoom, setZoom] = useState("");
  const onZoom = (from: number, to: number) => setZoom(`${new Date(from * 1000).toISOString()} – ${new Date(to * 1000).toISOString()}`);
  return (
    <main className={styles.page}>
      <h1 className={styles.wide}>Charts</h1>
      <Card title={`Accepted and rejected${zoom && `: ${zoom}`}`} wide>
        <TimeChart title="Accepted and rejected flows" zone={zone} times={times} syncKey="page" onZoom={onZoom} gaps={gaps} marks={marks} series={[
          { label: "Accepted", values: accept, unit: "flows", color: "accept", kind: "bars" },
          { label: "Rejected", values: reject, unit: "flows", color: "reject", kind: "bars" },
        ]} />
      </Card>
      <Card title="Share rejected">
        <TimeChart title="Share rejected" zone={zone} times={times} syncKey="page" onZoom={onZoom} gaps={gaps} marks={marks} series={[
          { label: "Rejected", values: ratio, unit: "ratio", color: "reject", band: { low, high } },
        ]} />
      </Card>
      <Card title="Packets and bytes">
        <TimeChart title="Packets and bytes" zone={zone} times={times} syncKey="page" onZoom={onZoom} gaps={gaps} series={[
          { label: "Packets", values: packets, unit: "packets", color: 1 },
          { label: "Bytes", values: bytes, unit: "bytes", axis: "right", color: 5 },
        ]} />
      </Card>
      <Card title="Two plots">
        <TimeChart title="Packets and bytes in two plots" zone={zone} times={times} syncKey="page" panes={2} height={260} legend="line" onZoom={onZoom} gaps={gaps} series={[
          { label: "Packets", values: packets, unit: "packets", color: 1 },
          { label: "Bytes", values: bytes, unit: "bytes", axis: "right", color: 5, kind: "area" },
        ]} />
      </Card>
      <Card title="Compared, with a limit">
        <TimeChart title="Bits per second" zone={zone} times={times} legend="line" onZoom={onZoom} limits={[{ value: 3.2e9, label: "limit 3.2 Gbit/s" }]} series={[
          { label: "Now", values: bytes.map((v) => v && v / 9), unit: "bits/s", color: 1 },
          { label: "Week before", values: bytes.map((v) => v && v / 11), unit: "bits/s", color: 3, compare: true },
        ]} />
      </Card>
      <Card title="Stacked areas, selection">
        <TimeChart title="By protocol" zone={zone} times={times} stacked legend="line" onZoom={onZoom} selected={{ from: times[100]!, to: times[200]! }} series={[
          { label: "TCP", values: packets, unit: "packets", kind: "area" },
          { label: "UDP", values: packets.map((v) => v && v / 3), unit: "packets", kind: "area" },
          { label: "ICMP", values: packets.map((v) => v && v / 7), unit: "packets", kind: "area" },
        ]} />
      </Card>
      <Card title="5,000 points">
        <TimeChart title="Dense" zone={zone} times={dense} legend="line" onZoom={onZoom} series={[
          { label: "In", values: denseA, unit: "bytes", color: 1 },
          { label: "Out", values: denseB, unit: "bytes", color: 4, kind: "area" },
        ]} />
      </Card>
      <Card title="As a table">
        <TimeChart title="Rejected as a table" zone={zone} times={times} table="only" series={[
          { label: "Accepted", values: accept, unit: "flows" },
          { label: "Rejected", values: ratio, unit: "ratio", band: { low, high } },
        ]} />
      </Card>
      <Card title="Sources by country" wide>
        <WorldMap title="Sources" values={countries} unit="flows" loaded onPick={setZoom} color="reject" />
      </Card>
      <Card title="Countries">
        <CountryTable values={countries} unit="flows" onPick={setZoom} />
      </Card>
      <Card title="No geo data">
        <WorldMap values={[]} unit="flows" loaded={false} />
      </Card>
      <Card title="No countries">
        <WorldMap values={[]} unit="flows" loaded />
      </Card>
      <Card title="30 subnets">
        <Matrix title="30 subnets" rows={subnet(30)} cols={subnet(30)} cells={thirty} unit="flows" onPick={(c) => setZoom(`${c.row} ${c.col}`)} />
      </Card>
      <Card title="Subnet by subnet" wide>
        <Matrix title="Subnets" rows={subnet(8)} cols={subnet(8)} cells={eight} unit="flows" onPick={(c) => setZoom(`${c.row} ${c.col}`)} />
      </Card>
      <Card title="Nothing">
        <TimeChart title="Nothing" zone={zone} times={[]} series={[{ label: "Flows", values: [], unit: "flows" }]} height={120} legend="line" />
      </Card>
      <Card title="Bars">
        <Bars title="Rejected sources" unit="flows" secondUnit="bytes" heads={{ name: "Source", value: "Flows", second: "Bytes", note: "14 days" }} limit={8} onPick={(r) => setZoom(r.name)} rows={Array.from({ length: 12 }, (_, i) => ({
          key: String(i), name: `203.0.113.${i * 7}`, label: <code>203.0.113.{i * 7}</code>, value: Math.round(91000 / (i + 1) ** 1.3), part: Math.round(60000 / (i + 1) ** 1.4), second: Math.round(6e7 / (i + 2)),
          note: <Spark label="Flows by hour" values={times.slice(0, 60).map(() => Math.round(random() * 90))} unit="flows" color="reject" />,
        }))} />
      </Card>
      <Card title="Bars without heads">
        <Bars title="Protocols" unit="bytes" color={3} rows={[{ key: "6", name: "TCP", value: 8.1e11 }, { key: "17", name: "UDP", value: 9.2e10 }, { key: "1", name: "ICMP", value: 2.4e8 }, { key: "x", name: "a protocol with a name that is far too long to be shown in this column", value: 0 }]} />
      </Card>
      <Card title="Ratio">
        <Ratio accept={1_204_331} reject={88_120} unit="flows" usual={{ low: 0.02, high: 0.045 }} onPick={setZoom} />
        <hr />
        <Ratio accept={1_204_331} reject={12} unit="flows" usual={{ low: 0, high: 0.01 }} />
        <hr />
        <Ratio accept={0} reject={0} unit="flows" />
      </Card>
      <Card title="Sparks">
        <Spark label="line" values={accept} width={240} height={32} unit="flows" /> <Spark label="bars" values={reject.slice(200, 260)} kind="bars" color="reject" unit="flows" width={160} height={24} />{" "}
        <Spark label="nothing" values={[]} /> <Spark label="one" values={[null, 3, null, 4, 5]} />
        <p>
          <button type="button" onClick={() => setZone(zone === "UTC" ? "Asia/Kolkata" : "UTC")}>Zone: {zone}</button>{" "}
          <button type="button" onClick={() => (document.documentElement.dataset.theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark")}>Theme</button>
        </p>
      </Card>
    </main>
  );
}

createRoot(document.getElementById("root")!).render(<StrictMode><Page /></StrictMode>);
