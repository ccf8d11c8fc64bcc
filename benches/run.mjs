// Everything that `cargo xtask bench` prints: measures, and puts the figures beside those of what people would use
// instead. The engine is built, and the native part measured, before this is called.
import { readFileSync, readdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from './chromium.mjs';
import { write } from './data.mjs';
import { Measured } from './measured.mjs';
import { nodeHost } from './node.mjs';
import { native } from './native.mjs';
import { counted, mebibytes, mistakes, ratio, table, time } from './table.mjs';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    engine: { type: 'string' },
    'form-engine': { type: 'string' },
    criterion: { type: 'string' },
    chromium: { type: 'string' },
    peers: { type: 'string' },
    quick: { type: 'boolean', default: false },
    'write-only': { type: 'boolean', default: false },
  },
});
const places = {
  data: resolve(options.data),
  engine: resolve(options.engine),
  formEngine: resolve(options['form-engine']),
  peers: options.peers && resolve(options.peers),
};
const sizes = options.quick ? [1, 1000, 10_000] : [1, 1000, 10_000, 100_000];
const wasm = readFileSync(join(places.engine, 'kaohe_bg.wasm'));
const formWasm = readFileSync(join(places.formEngine, 'kaohe_form_bg.wasm'));

await write(places.data, sizes, await nodeHost(places).engine(), wasm);
if (options['write-only']) process.exit(0);

const browser = options.chromium && (await chromium({ program: options.chromium, ...places }));
const measured = new Measured(places, browser, options.quick ? { least: 150, starts: 3 } : { least: 700, starts: 9 });
const hosts = browser ? ['node', 'chromium'] : ['node'];
const stage = (name, people) => native(options.criterion, name, people);
if (!browser) measured.missing.push('Chromium: install it, or name its program in KAOHE_CHROMIUM');
if (!stage('whole', 1000)) measured.missing.push('the native part: Criterion has measured nothing');

console.log(
  [
    `engine ${(await nodeHost(places).engine()).engineVersion()}, ${counted(wasm.length)} bytes`,
    `${counted(gzipSync(wasm, { level: 9 }).length)} gzipped, the form’s ${counted(gzipSync(formWasm, { level: 9 }).length)}`,
    `node ${process.version}`,
    ...(browser ? [`Chromium ${browser.version}`] : []),
    `${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}\n`,
  ].join(' · '),
);

await batches();
stages();
await small();
await starts();
await peers();
await browser?.close();
if (measured.missing.length > 0) console.log(`**Not measured**\n\n${measured.missing.map((line) => `- ${line}`).join('\n')}`);

/** From bytes to everybody's answers, beside plain JavaScript on the same file and on compact rows. */
async function batches() {
  const head = ['bytes → answers', 'people', 'first', 'median', 'a person', '÷ plain, same file', '÷ plain, rows', 'memory', 'wrong'];
  const lines = [];
  for (const people of sizes) {
    for (const host of hosts.filter((name) => name === 'node' || people <= 10_000)) {
      const ask = (who) => measured.ask(host, { task: 'batch', who, people });
      const file = await ask('plain-workbook');
      const rows = await ask('plain-rows');
      const line = (name, one) =>
        one &&
        lines.push([
          name,
          counted(people),
          time(one.first),
          time(one.median),
          time(one.median / people),
          ratio(one.median, file?.median),
          ratio(one.median, rows?.median),
          mebibytes(one.memory),
          mistakes(one.wrong),
        ]);
      line(`engine, ${host}`, await ask('engine'));
      if (people < 100_000) line(`engine, in full, ${host}`, await ask('engine-in-full'));
      if (people >= 100_000) line(`engine in two files, ${host}`, await ask('engine-parts'));
      if (host === 'node') line('engine, native', stage('whole', people));
      line(`plain JavaScript, same file, ${host}`, file);
      line(`plain JavaScript, rows, ${host}`, rows);
    }
  }
  console.log(table('From a file’s bytes to everybody’s total, grade, rank and warning', head, lines));
}

/** Natively, stage by stage. */
function stages() {
  const names = {
    read: 'text → types',
    book: 'check, order, standings',
    stand: 'score, rank, warn',
    appraise: 'the same in full, with a report',
    write: 'answers → JSON text',
    'result-file': 'result file (appraise, digests, write)',
    whole: 'bytes → answers, with what is put away between',
  };
  const counts = [1, 1000, 10_000].filter((people) => stage('whole', people));
  const cells = (name) =>
    counts.flatMap((people) => {
      const found = stage(name, people)?.median;
      return [time(found), ratio(100 * found, stage('whole', people).median)];
    });
  const head = ['native stage', ...counts.flatMap((people) => [counted(people), '% of whole'])];
  if (counts.length > 0)
    console.log(
      table(
        'Natively, stage by stage',
        head,
        Object.keys(names).map((name) => [names[name], ...cells(name)]),
      ),
    );
}

/** What is asked for one person or one team, and what looks back or ahead. */
async function small() {
  const lines = [];
  const pair = async (title, host, task) => {
    const one = await measured.ask(host, { task, who: 'engine' });
    const plain = await measured.ask(host, { task, who: 'plain' });
    lines.push([title, host, time(one?.median), time(plain?.median), ratio(one?.median, plain?.median)]);
  };
  for (const host of hosts) {
    await pair('keystroke in a form (LiveForm.enter)', host, 'form');
    await pair('keystroke in a team of 20 (LiveTeam.enter)', host, 'team');
    await pair('1,000 what-ifs on a team of 20', host, 'whatIf');
    for (const [who, title] of [
      ['engine-read', 'reading 1,000 people'],
      ['engine-sealed', '1,000 people, as the engine writes them'],
      ['engine-ladder', 'ladder over 12 months, 1,000 people'],
    ]) {
      const one = await measured.ask(host, { task: 'batch', who, people: 1000 });
      lines.push([title, host, time(one?.median)]);
    }
  }
  for (const [name, title] of [
    ['what-if', '1,000 what-ifs on a team of 20'],
    ['ladder', 'ladder over 12 months, 1,000 people'],
  ]) {
    const found = stage(name, 1000);
    if (found) lines.push([title, 'native', time(found.median)]);
  }
  console.log(table('One form, one team, months and what-ifs', ['what', 'host', 'engine', 'plain JavaScript', 'ratio'], lines));
}

async function starts() {
  const lines = [];
  for (const host of hosts) {
    const { form, team } = await measured.start(host);
    lines.push([host, time(form), time(team), time(form + team)]);
  }
  const head = ['from the engine’s bytes', 'first score of a form', 'first team of 20, after that', 'together'];
  console.log(table('Start-up, by the clock on the wall', head, lines));
  if (browser) await firsts();
}

/** What somebody waits who opens a file: nothing has been opened in the page before. */
async function firsts() {
  const lines = [];
  for (const [name, practised] of [
    ['has not practised', false],
    ['has practised, as in the workbench', true],
  ]) {
    const { read, appraise, again } = await measured.start('chromium', { task: 'first', practised });
    lines.push([name, time(read), time(appraise), time(again)]);
  }
  const head = ['the engine in a fresh page', 'reads the file', 'appraises in full', 'the second time'];
  console.log(table('1,000 people for the first time, in Chromium', head, lines));
}

/** Those of somebody else's folder, on the rows. */
async function peers() {
  const names = listed(places.peers);
  const lines = [];
  for (const people of options.quick ? [1000] : [1000, 10_000]) {
    const ask = (who) => measured.ask('node', { task: 'batch', who, people, least: 200 });
    const [engine, plain] = [await ask('engine'), await ask('plain-rows')];
    for (const name of names) {
      const slow = lines.find(([other]) => other === name)?.slow;
      if (slow) continue;
      const one = await ask(`peer:${name}`);
      if (!one) continue;
      const key = people === 1000 && (await measured.ask('node', { task: 'team', who: `peer:${name}`, least: 200 }));
      const cells = [
        name,
        counted(people),
        time(one.median),
        ratio(one.median, plain?.median),
        ratio(one.median, engine?.median),
        time(key?.median),
        mistakes(one.wrong),
      ];
      lines.push(Object.assign(cells, { slow: one.first > 500 }));
    }
  }
  const head = ['what people would use instead', 'people', 'median', '÷ plain, rows', '÷ engine', 'keystroke in a team', 'wrong'];
  if (lines.length > 0) console.log(table('Others, on the compact rows, in node', head, lines));
}

function listed(folder) {
  const without = (why) => {
    measured.missing.push(`what people would use instead: ${why}; name a folder with peers/ and node_modules/ by --peers or KAOHE_PEERS`);
    return [];
  };
  if (folder === undefined) return without('no folder is named');
  try {
    readdirSync(join(folder, 'node_modules'));
    return readdirSync(join(folder, 'peers'))
      .filter((name) => /^[a-z].*\.mjs$/.test(name))
      .map((name) => name.replace('.mjs', ''));
  } catch {
    return without(`${folder} lacks peers/ or node_modules/ (npm install puts the latter there)`);
  }
}
