// What was entered wrong is put right: a person's facts, somebody who does not belong there, a form that was asked for by mistake, the
// workbook's title. All of it stands in the exported file and is there again after a reload.
import assert from 'node:assert/strict';
import { focused } from './support/keyboard.mjs';
import { closePeriod, exportWorkbook, go, openWorkbook, sameAsCommandLine } from './support/team.mjs';
import { crosswise } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const TITLE = '客服部绩效评估';
/** Nothing has come in of these two; of the other 47 forms something has. */
const AWAITED = { rater: '样例丁七', subject: '样例丁八', role: '同事评分' };
const NEXT = { rater: '样例丁九', subject: '样例丁八', role: '同事评分' };

crosswise('people and assignments are put right', async ({ page, address }) => {
  await openWorkbook(page, address, 'samples/s9/2026-10.json');
  await go(page, 'partPeople');
  await correctsAName(page);
  await movesToANewUnit(page);
  await keepsTheScheme(page);
  await refusesWhoIsInUse(page);
  await takesOut(page);
  await takesBack(page);
  await renames(page);
  assert.deepEqual(await page.axe(), []);
  const { workbook } = await sameAsCommandLine(page);
  const person = (id) => workbook.people.find((one) => one.id === id);
  assert.equal(workbook.title, TITLE);
  assert.equal(person('N01').name, '样例丁一一');
  assert.equal(person('E900'), undefined);
  assert.equal(workbook.units.find(({ id }) => id === person('N12').unit).name['zh-CN'], '夜班组');
  assert.equal(workbook.assignments.length, 48);
  assert.equal(
    workbook.assignments.some(({ subject, rater }) => subject === 'N08' && rater === 'N07'),
    false,
  );

  await page.reload();
  await page.see(say('team.keptTitle'));
  await page.click('button', TITLE);
  await page.find('heading', TITLE);
  assert.deepEqual(JSON.parse((await exportWorkbook(page)).bytes), workbook);
});

const edit = (page, name) => page.click('button', say('team.editPersonOf', { name }));
const save = (page) => page.click('button', say('team.editPersonSave'));

async function correctsAName(page) {
  await edit(page, '样例丁一');
  await page.see(say('team.editPersonNumber', { id: 'N01' }));
  assert.deepEqual(await page.axe(), []);
  await page.fill(say('team.name'), '');
  await save(page);
  await page.see(say('team.fillWhat', { what: say('team.name') }));
  await page.until('for the refusal beside the name', () => page.invalid(say('team.name')));
  await page.fill(say('team.name'), '样例丁一一');
  await save(page);
  await page.see(say('team.personSaved'));
  await page.find('row', '样例丁一一', { group: people(14) });
  await keyboardOn(page, say('team.editPersonOf', { name: '样例丁一一' }));
  // Given up, nothing is changed.
  await edit(page, '样例丁二');
  await page.fill(say('team.name'), '谁也不是');
  await page.press('Escape');
  await page.gone(say('team.editPersonNumber', { id: 'N02' }));
  assert.equal((await page.text()).includes('谁也不是'), false);
}

async function movesToANewUnit(page) {
  await edit(page, '样例丁十二');
  await page.choose(say('team.unit'), say('team.unitNew'));
  await save(page);
  await page.see(say('team.fillWhat', { what: say('team.unitNewName') }));
  await page.fill(say('team.unitNewName'), '夜班组');
  await save(page);
  await page.gone(say('team.editPersonNumber', { id: 'N12' }));
  await page.see('夜班组');
}

/** Forms on somebody do not lose whom they are on. */
async function keepsTheScheme(page) {
  await edit(page, '样例丁二');
  await page.choose(say('team.scheme'), say('team.schemeNone'));
  await save(page);
  const kinds = [say('team.assignmentKind'), say('words.rating')].join(say('team.listJoin'));
  await page.see(say('team.schemeHeld', { kinds }));
  await page.until('for the refusal beside the scheme', () => page.invalid(say('team.scheme'), 'list'));
  await page.click('button', say('dialog.cancel'), { exact: true });
}

async function refusesWhoIsInUse(page) {
  const [message] = say('problems.person-in-use.message', { person: 'N02', kind: say('words.rating') }).split('`');
  await page.click('button', say('team.removePersonOf', { name: '样例丁二' }));
  await page.see(say('team.removePersonAsk', { name: '样例丁二', id: 'N02' }), say('team.removePersonForms'));
  await page.click('button', say('team.removePerson'), { exact: true, within: say('team.removePersonPast') });
  await page.see(say('team.personStays', { name: '样例丁二' }), message);
  assert.deepEqual(await page.axe(), []);
  await page.click('button', say('team.goState'), { exact: true });
  await page.until(
    'for the state of N02 to be chosen',
    async () => (await (await page.find('list', say('team.subject'))).evaluate((one) => one.value)) === 'N02',
  );
  await keyboardOn(page, say('team.stateOf'));
  // Who only rates is not ranked, and has no state to enter.
  await page.click('button', say('team.removePersonOf', { name: '示例组长一' }));
  await page.click('button', say('team.removePerson'), { exact: true, within: say('team.removePersonPast') });
  await page.see(say('team.personStaysRater', { name: '示例组长一' }));
  await page.click('button', say('team.goAssignments'), { exact: true });
  await keyboardOn(page, asked(49));
  assert.equal(await page.value(say('team.assignmentsSearch')), 'M11');
  await page.fill(say('team.assignmentsSearch'), '');
}

async function takesOut(page) {
  await page.click('button', say('team.addPeople'), { exact: true });
  await page.paste(say('team.staffLabel'), 'E900\t误加的人\t夜班组');
  await page.click('button', say('team.addPeopleButton', { count: 1 }));
  await page.see(say('team.peopleAdded'));
  await page.click('button', say('team.assignTitle'), { exact: true });
  await page.click('button', say('team.assignButton', { count: 1 }));
  await page.find('heading', asked(50));
  await page.click('button', say('team.removePersonOf', { name: '误加的人' }));
  await page.see(say('team.removePersonAbout', { name: '误加的人', count: 1, others: '误加的人' }));
  await page.click('button', say('team.removePerson'), { exact: true, within: say('team.removePersonPast') });
  await page.see(say('team.personRemoved'), people(14));
  await page.find('heading', asked(49));
  // The next in the list has the keyboard.
  await page.until('for the keyboard to be in the row of M11', async () => (await focused(page)).startsWith('M11'));
}

async function takesBack(page) {
  assert.equal(await page.has('button', say('team.takeBackOf', { rater: '样例丁一一', subject: '样例丁一一', role: '自我评分' })), false);
  await page.click('choice', say('team.onlyAwaited'));
  await page.gone(say('team.cellIn'));
  await page.see(say('team.cellNone'));
  await page.click('choice', say('team.onlyAwaited'));
  await page.see(say('team.cellIn'));
  await page.fill(say('team.assignmentsSearch'), 'n08');
  await page.see(say('team.assignmentsFound', { count: 9 }));
  await (await page.find('button', say('team.takeBackOf', AWAITED))).evaluate((one) => one.focus());
  await page.press('Enter');
  await page.see(say('team.takeBackAsk', AWAITED), say('team.takeBackText'));
  // The keyboard stands on what changes nothing.
  await keyboardOn(page, say('dialog.cancel'));
  await page.press('Tab');
  await page.press('Enter');
  await page.find('heading', asked(48));
  await page.see(say('team.takenBack'));
  await page.until('for the keyboard to be in the next row', async () => (await focused(page)).includes(`${NEXT.role} ${NEXT.rater}`));
  assert.equal(await page.has('button', say('team.takeBackOf', AWAITED)), false);
  assert.equal(await page.has('button', say('team.takeBackOf', NEXT)), true);
}

async function renames(page) {
  await page.click('button', say('team.rename'));
  await page.fill(say('team.newName'), ' ');
  await page.click('button', say('team.renameSave'));
  await page.see(say('team.fillWhat', { what: say('team.newName') }));
  await page.fill(say('team.newName'), TITLE);
  await page.click('button', say('team.renameSave'));
  await page.find('heading', TITLE);
  await page.see(say('team.renamed'));
}

crosswise('a long list, a closed month and the title of the next', async ({ page, address }) => {
  await openWorkbook(page, address, 'samples/s7/2026-10.json');
  await go(page, 'partPeople');
  await paysBy(page);
  await page.fill(say('team.search'), 'm0');
  await page.see(say('team.peopleFound', { count: 2 }));
  await page.click('button', say('team.removePersonOf', { name: '示例经理二' }));
  await page.see(say('team.removePersonAlone'));
  await page.click('button', say('team.removePerson'), { exact: true, within: say('team.removePersonPast') });
  await page.see(people(28), say('team.peopleFound', { count: 1 }));
  await keyboardOn(page, people(28));

  await close(page);
  await go(page, 'partPeople');
  await page.see(say('team.closedNote'));
  for (const key of ['editPersonOf', 'removePersonOf'])
    assert.equal(await page.has('button', say(`team.${key}`, { name: '样例甲三' })), false);
  assert.equal(await page.has('button', say('team.takeBack')), false);
  // The title is no result.
  await page.click('button', say('team.rename'));
  await page.fill(say('team.newName'), 'CSR 绩效考核2026年10月');
  await page.click('button', say('team.renameSave'));
  await page.find('heading', 'CSR 绩效考核2026年10月');
  await go(page, 'partClosing');
  await page.click('button', say('team.verifyAgain'));
  await page.see(say('team.verifyOk'));

  await page.download(() => page.click('button', say('team.nextButton')));
  await page.click('button', say('team.nextOpen'));
  await page.find('heading', say('period.month', { year: 2026, month: 11 }));
  await page.find('heading', 'CSR 绩效考核2026年10月');
  await page.see(say('team.titleOld', { title: 'CSR 绩效考核2026年11月' }));
  assert.deepEqual(await page.axe(), []);
  await page.click('button', say('team.titleTake'));
  await page.find('heading', 'CSR 绩效考核2026年11月');
  await keyboardOn(page, say('team.renameOf', { title: 'CSR 绩效考核2026年11月' }));
  assert.equal(JSON.parse((await exportWorkbook(page)).bytes).title, 'CSR 绩效考核2026年11月');
});

/** No base is below zero; digits of a Chinese keyboard are digits. */
async function paysBy(page) {
  await edit(page, '样例甲十');
  const base = { within: say('team.editPersonNumber', { id: 'K10' }) };
  await page.fill(say('team.payBase'), '-4', base);
  await save(page);
  await page.see(say('problems.negative.help'));
  await page.fill(say('team.payBase'), '２１００', base);
  await save(page);
  await page.see(say('team.personSaved'));
  await page.find('row', '2100', { group: people(29) });
}

async function close(page) {
  await closePeriod(page);
  await page.see(say('team.verifyOk'));
}

const people = (count) => say('team.peopleTitle', { count });
const asked = (count) => say('team.assignmentsTitle', { count });
const keyboardOn = (page, name) => page.until(`for the keyboard to be on ${name}`, async () => (await focused(page)).startsWith(name));
