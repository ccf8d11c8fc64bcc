// Asks a workbook everything that it can be asked: what it holds and comes to, and what every change of it answers.

/** Asks `engine`, which is watched; files that it writes go into `held` themselves. */
export function askWorkbook(engine, held, bytes) {
  const written = JSON.parse(bytes);
  const book = new engine.Workbook(bytes);
  const { ok, value: view } = book.open();
  if (!ok) return;
  const subjects = book.appraise().value.results.map(({ subject }) => subject);
  book.appraiseText();
  book.standings();
  book.conflicts();
  book.verify();
  book.nextSequence();
  // What it wants for headings it says itself.
  const headings = book.csv('zh-CN', '{}').problems.map(({ params: { key } }) => [key, key]);
  book.csv('zh-CN', JSON.stringify(Object.fromEntries(headings)));
  for (const today of ['2027-02-01', '2026-10-20', '2020-01-01', 'no day']) {
    book.monthSteps(today);
    book.overdue(today);
    book.complaintSteps(today);
  }
  for (const subject of [...subjects, 'nobody']) book.explain(subject);
  for (const sheet of book.sheetFiles(subjects).value) held.put('kaohe.SheetFile', JSON.parse(sheet));
  book.sheetFiles(['nobody']);
  for (const subject of [...subjects.slice(0, 3), 'nobody']) askSheet(engine, held, book, subject);
  for (const { subject, role, rater } of written.ratings ?? []) book.forms(subject, role, rater);
  askForms(engine, held, book, view, subjects);
  askTeams(book, view, written);
  file(held, 'ResultFile', book.result());
  file(held, 'WorkbookFile', book.toJson());
  askChanges(engine, bytes, written);
  askClosing(engine, held, bytes);
  book.free();
}

/** The file that was answered as text, if any, under its own type. */
function file(held, type, answer) {
  if (answer.ok) held.put(`kaohe.${type}`, JSON.parse(answer.value));
}

/** A sheet, and the answer to it, handed in twice. */
function askSheet(engine, held, book, subject) {
  const sheet = book.sheetFile(subject);
  const { ok, value } = book.sheet(subject);
  if (!ok) return;
  engine.readSheet(sheet.value);
  const { period, digest, result } = value;
  const acknowledgement = {
    id: `reply-${subject}`,
    subject,
    scheme: result.scheme,
    date: '2026-11-05',
    answer: 'disagree',
    text: '有异议',
    about: digest,
  };
  const reply = engine.writeReply(JSON.stringify({ format: 'kaohe-reply', formatVersion: 1, period, acknowledgement }));
  file(held, 'ReplyFile', reply);
  engine.readReply(reply.value);
  for (const name of ['reply.json', 'again.json']) book.add(name, reply.value);
}

/** Forms that are asked for, filled in, handed in, handed in again, and handed in once more with other scores. */
function askForms(engine, held, book, { schemes, people }, subjects) {
  for (const { id, scheme } of schemes) {
    const subject = subjects.find((one) => people.find((person) => person.id === one)?.scheme === id) ?? subjects[0];
    for (const role of scheme.roles ?? []) {
      const invitation = book.invitation(
        `f-${role.id}`,
        subject,
        role.id,
        role.by === 'subject' ? subject : people.at(-1).id,
        '2026-10-31',
      );
      if (!invitation.ok) continue;
      file(held, 'FormFile', invitation);
      const form = JSON.parse(invitation.value);
      const handedIn = [fill(engine, scheme, form, ({ points }) => points), fill(engine, scheme, form, () => '1')].map((filled) =>
        engine.writeForm(JSON.stringify(filled)),
      );
      for (const one of [...handedIn.filter(({ ok }) => ok), invitation, { value: '{}' }]) {
        engine.readForm(one.value);
        book.add('form.json', one.value);
      }
      book.addAll(handedIn.map(({ value = '' }, at) => [`${at}.json`, value]));
    }
  }
  book.conflicts();
  book.appraise();
}

function fill(engine, scheme, form, scoreOf) {
  const live = new engine.LiveForm(JSON.stringify(scheme), JSON.stringify(form.rating));
  live.view();
  const scores = [];
  for (const criterion of scheme.sections.flatMap(({ criteria }) => criteria)) {
    const levels = criterion.scale?.type === 'levels' ? criterion.scale.levels : undefined;
    for (const text of ['', 'x', '999999', ' １ ', levels?.[0].id ?? scoreOf(criterion) ?? '1']) live.enter(criterion.id, text);
    if (live.enter(criterion.id, '1').problem?.code === 'unknown-criterion') continue;
    scores.push({ criterion: criterion.id, comment: '说明', ...(levels ? { level: levels[0].id } : { score: scoreOf(criterion) ?? '1' }) });
  }
  live.enter('nowhere', '1');
  live.view();
  live.free();
  return { ...form, rating: { ...form.rating, scores } };
}

function askTeams(book, { units, schemes }, { ratings = [] }) {
  for (const unit of [...units.map(({ id }) => id), 'nowhere']) {
    for (const { id } of schemes) {
      const team = book.team(unit, id);
      if (!team.standings().ok) continue;
      for (const { subject, role, rater, scores } of ratings.slice(0, 12)) {
        for (const text of ['1', ' ２', 'x', '']) team.enter(subject, role, rater, scores[0]?.criterion ?? 'nowhere', text);
      }
      team.free();
    }
  }
}

/** Every change, with what the workbook holds already and with what is wrong; each on a workbook as it was. */
function askChanges(engine, bytes, written) {
  const lists = Object.entries(written).filter(([, entries]) => Array.isArray(entries));
  const on = (change) => {
    const book = new engine.Workbook(bytes);
    change(book);
    book.free();
  };
  for (const [list, entries] of lists) {
    // Every kind of entry, told apart by its keys.
    const kinds = new Map(entries.map((entry) => [Object.keys(entry).sort().join(), entry]));
    for (const entry of kinds.values()) {
      on((book) => {
        book.addEntry(
          list,
          JSON.stringify({ ...entry, ...('id' in entry && { id: 'new-one' }), ...('revision' in entry && { revision: 1 }) }),
        );
        book.addEntry(list, JSON.stringify(entry));
        book.addEntry(list, '{"x-own": 1, "unknown": null}');
      });
    }
  }
  const { people, assignments = [], complaints = [] } = written;
  on((book) => {
    book.extend(JSON.stringify({ people: [{ ...people[0], id: 'new-one', name: '新来的' }] }));
    book.extend('{}');
    book.extend('[]');
    book.removePerson('new-one');
    for (const id of [people[0].id, 'nobody']) book.removePerson(id);
    for (const assignment of [...assignments.slice(0, 1), {}]) book.removeAssignment(JSON.stringify(assignment));
    for (const title of ['', '\n']) book.setTitle(title);
    for (const number of [...complaints.map(({ number }) => number), '2026-10-0001', 'none']) book.renumber(number, '登记员');
  });
  // The same entry with other words, in another file of the same workbook.
  for (const [list, entries] of lists) {
    const changed = entries.map((entry) =>
      Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, WORDS.has(key) ? `${value}（另）` : value])),
    );
    on((book) => {
      book.addAll([
        ['same.json', bytes],
        ['other.json', JSON.stringify({ ...written, checksum: undefined, [list]: changed })],
      ]);
      if (book.conflicts().value.length > 0) book.appraise();
    });
  }
}

/** Words of an entry that may be any. */
const WORDS = new Set(['reason', 'text', 'note', 'remark', 'measure', 'direction', 'name', 'fact', 'opening']);

function askClosing(engine, held, bytes) {
  const book = new engine.Workbook(bytes);
  const word = { author: '负责人', date: '2026-11-20' };
  book.next();
  book.close(JSON.stringify(word));
  book.close(JSON.stringify({ ...word, leaveOpen: true }));
  book.verify();
  file(held, 'WorkbookFile', book.toJson());
  const next = book.next();
  file(held, 'WorkbookFile', next);
  if (next.ok) new engine.Workbook(next.value).open();
  book.reopen(JSON.stringify({ ...word, reason: '漏了一份' }));
  book.reopen('{}');
  file(held, 'WorkbookFile', book.toJson());
  book.free();
}
