// Loads a folder of gzipped VPC Flow Log text (*.gz, one header line each, all alike) into DuckDB and
// times queries on it. Runs on Node 18 or newer.
//
//   node duckdb.mjs --db FILE [--load FOLDER] [--queries FILE.json] [--threads 2] [--runs 3]
//
// The queries file is a list of {"name", "sql"} over the table `flows`, whose columns are the
// names of the header line with underscores: integers BIGINT, everything else VARCHAR, "-" is
// null. `start` and `end` are Unix seconds; "end" needs quotes.
//
// Prints NDJSON: {"kind":"peer", version, threads}, {"kind":"load", rows, seconds, cpu_seconds,
// bytes}, then for each query {"kind":"query", name, ms (best), all_ms, cpu_ms (of the best),
// rows, first}. bytes is the file after a checkpoint. `first` is the first row as text: whoever
// compares systems compares answers too.
import { createReadStream, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { DuckDBInstance, version } from '@duckdb/node-api';

const integers = new Set(['version', 'srcport', 'dstport', 'protocol', 'packets', 'bytes', 'start', 'end',
  'tcp_flags', 'traffic_path', 'pkt_srcport', 'pkt_dstport']);

const { values: flags } = parseArgs({
  options: {
    db: { type: 'string' },
    load: { type: 'string' },
    queries: { type: 'string' },
    threads: { type: 'string', default: '2' },
    runs: { type: 'string', default: '3' },
  },
});
if (!flags.db) {
  console.error('duckdb.mjs: --db FILE is missing');
  process.exit(2);
}

const print = (line) => console.log(JSON.stringify(line, (_, v) => (typeof v === 'bigint' ? Number(v) : v)));
const quote = (text) => `'${text.replaceAll("'", "''")}'`;

// timed runs work and returns its result with wall and CPU seconds of this process.
async function timed(work) {
  const cpu = process.cpuUsage();
  const began = process.hrtime.bigint();
  const result = await work();
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const { user, system } = process.cpuUsage(cpu);
  return { result, seconds, cpu: (user + system) / 1e6 };
}

// header returns the column names of the first line of a gzipped file.
async function header(path) {
  const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()) });
  for await (const line of lines) return line.trim().split(' ').map((name) => name.replaceAll('-', '_'));
  throw new Error(`${path} is empty`);
}

async function load(connection, folder) {
  const files = readdirSync(folder, { recursive: true }).filter((f) => f.endsWith('.gz')).sort().map((f) => join(folder, f));
  if (files.length === 0) throw new Error(`no .gz file in ${folder}`);
  const names = await header(files[0]);
  const columns = names.map((name) => `${quote(name)}: '${integers.has(name) ? 'BIGINT' : 'VARCHAR'}'`).join(', ');
  const sql = `CREATE TABLE flows AS SELECT * FROM read_csv([${files.map(quote).join(', ')}], delim=' ', header=true,
    auto_detect=false, quote='', escape='', nullstr='-', compression='gzip', columns={${columns}})`;
  const { seconds, cpu } = await timed(async () => {
    await connection.run(sql);
    await connection.run('CHECKPOINT');
  });
  const count = await connection.runAndReadAll('SELECT count(*) FROM flows');
  print({ kind: 'load', rows: count.getRows()[0][0], seconds, cpu_seconds: cpu, bytes: statSync(flags.db).size });
}

async function ask(connection, { name, sql }) {
  const runs = [];
  for (let i = 0; i < Number(flags.runs); i++) runs.push(await timed(() => connection.runAndReadAll(sql)));
  const best = runs.reduce((a, b) => (b.seconds < a.seconds ? b : a));
  const rows = best.result.getRowsJson();
  print({
    kind: 'query', name, ms: best.seconds * 1000, all_ms: runs.map((r) => r.seconds * 1000),
    cpu_ms: best.cpu * 1000, rows: rows.length, first: rows[0] ?? null,
  });
}

if (flags.load) for (const suffix of ['', '.wal']) rmSync(flags.db + suffix, { force: true });
const instance = await DuckDBInstance.create(flags.db, { threads: flags.threads });
const connection = await instance.connect();
print({ kind: 'peer', name: 'duckdb', version: version(), threads: Number(flags.threads) });
if (flags.load) await load(connection, flags.load);
if (flags.queries) for (const query of JSON.parse(readFileSync(flags.queries, 'utf8'))) await ask(connection, query);
connection.closeSync();
instance.closeSync();
