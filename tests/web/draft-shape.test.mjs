// Which drafts are taken to be sound: all that the pages write, and none from which something was cut.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { build } from 'vite';
import { refusalsOf } from './refused.mjs';
import { list, loadFormEngine, path, read } from './support.mjs';

describe('a draft', () => {
  let damagedAt, schemes;
  before(async () => {
    const entry = path('www/src/form/draft-shape.ts');
    const { output } = (await build({ configFile: false, logLevel: 'error', build: { write: false, lib: { entry, formats: ['es'] } } }))[0];
    ({ damagedAt } = await import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`));
    const engine = await loadFormEngine();
    // As the page has them: read by the engine.
    const files = [...[...list('schemes'), ...list('tests/data')].map(read), ...refusalsOf('accepted').map(({ bytes }) => bytes)];
    const answers = files.map((file) => engine.checkScheme(file));
    schemes = answers.filter(({ ok }) => ok).map(({ value }) => value.scheme);
  });

  const draftOf = (scheme) => ({
    format: 'kaohe-form-draft',
    formatVersion: 1,
    remark: '',
    touched: [],
    exported: false,
    entries: [{ criterion: 'goal', text: '9.', comment: '' }],
    file: {
      format: 'kaohe-form',
      formatVersion: 1,
      scheme,
      subjectName: '王芳',
      rating: {
        id: '1',
        revision: 0,
        scheme: { id: scheme.id, version: scheme.version },
        period: '2026-10',
        subject: 'E001',
        rater: 'E002',
        role: 'peer',
        date: '2026-10-31',
        scores: [{ criterion: 'goal' }],
      },
    },
  });

  test('is sound with every scheme that the engine takes', () => {
    assert.ok(schemes.length > 20, `only ${schemes.length} schemes were found`);
    for (const scheme of schemes) assert.equal(damagedAt(draftOf(scheme), ''), undefined, scheme.id);
  });

  test('is damaged where something is missing or of another kind, and the place is named', () => {
    const damages = [
      ['/entries', (draft) => delete draft.entries],
      ['/entries/0/text', (draft) => (draft.entries[0].text = null)],
      ['/entries/0', (draft) => (draft.entries[0] = [])],
      ['/touched', (draft) => (draft.touched = {})],
      ['/exported', (draft) => delete draft.exported],
      ['/file', (draft) => delete draft.file],
      ['/file/rating', (draft) => delete draft.file.rating],
      ['/file/rating/revision', (draft) => (draft.file.rating.revision = '1')],
      ['/file/rating/subject', (draft) => (draft.file.rating.subject = '')],
      ['/file/rating/scores/0/criterion', (draft) => (draft.file.rating.scores = [{}])],
      ['/file/scheme', (draft) => delete draft.file.scheme],
      ['/file/scheme/name', (draft) => (draft.file.scheme.name = '表')],
      ['/file/scheme/sections', (draft) => delete draft.file.scheme.sections],
      ['/file/scheme/sections/0/criteria/0/measure', (draft) => delete draft.file.scheme.sections[0].criteria[0].measure],
      ['/file/scheme/roles/0/name/zh-CN', (draft) => (draft.file.scheme.roles[0].name = {})],
    ];
    const scheme = schemes.find(({ id }) => id === 's9-csr-form');
    for (const [place, damage] of damages) {
      const draft = structuredClone(draftOf(scheme));
      damage(draft);
      assert.equal(damagedAt(draft, ''), place);
    }
  });
});
