// Schemes that are ranked together by way of a third stand in one table, and nobody is left out of it; what two people wrote in the
// same words is two things; and of two answers of one day none is hidden behind the other.
import { readFile } from 'node:fs/promises';
import { path } from './support/places.mjs';
import { go, take } from './support/team.mjs';
import { crosswise } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const WORDS = '质量一项与录音不符';
const UNKNOWN = `sha256:${'0'.repeat(64)}`;

crosswise('schemes ranked together', async ({ page, address }) => {
  await page.goto(await address('workbench'));
  await page.click('button', say('start.team'), { exact: true });
  const { file, subjects } = await threeSchemes();
  await take(page, file);
  await go(page, 'partResults');
  for (const { id } of subjects) await page.find('row', id);
  await page.seeInRow('N01', '1 / 6', say('team.agreed'), say('team.disagreed'), say('team.answersDiffer'));
  await page.seeInRow('N02', '2 / 6', say('team.disagreed'));

  await go(page, 'follow.part');
  await page.click('button', say('follow.topicQueries'));
  await page.click('button', say('follow.fromReplies', { count: 2 }));
  await page.click('button', say('follow.takeOverOf', { name: '样例丁一' }));
  await page.click('button', say('follow.save'), { exact: true });
  await page.see(say('follow.querySaved'), say('follow.fromReplies', { count: 1 }));
});

/** October of S9 with its people in three schemes, each of which names the one before: only the middle one joins all of them. */
async function threeSchemes() {
  const { id, title, period, schemes, units, people, ratings } = JSON.parse(await readFile(path('samples/s9/2026-10.json')));
  const ids = ['a', 'b', 'c'];
  const [whole] = schemes;
  const copies = ids.map((one, at) => ({
    ...whole,
    id: one,
    name: { 'zh-CN': `方案${one}` },
    ranking: { ...whole.ranking, with: ids.slice(Math.max(0, at - 1), at) },
  }));
  const subjects = people.filter(({ scheme }) => scheme !== undefined);
  for (const [at, person] of subjects.entries()) person.scheme = ids[at % ids.length];
  const schemeOf = new Map(subjects.map((person) => [person.id, person.scheme]));
  for (const rating of ratings) rating.scheme.id = schemeOf.get(rating.subject);
  const answer = (number, subject, rest) => ({
    id: number,
    subject,
    scheme: schemeOf.get(subject),
    date: '2026-11-02',
    about: UNKNOWN,
    ...rest,
  });
  const acknowledgements = [
    answer('answer-1', 'N01', { answer: 'agree' }),
    answer('answer-2', 'N01', { answer: 'disagree', text: WORDS }),
    answer('answer-3', 'N02', { answer: 'disagree', text: WORDS }),
  ];
  const workbook = {
    format: 'kaohe-workbook',
    formatVersion: 1,
    id: `${id}-three`,
    title,
    period,
    schemes: copies,
    units,
    people,
    ratings,
    acknowledgements,
  };
  return { file: { name: 'three.json', bytes: Buffer.from(JSON.stringify(workbook)) }, subjects };
}
