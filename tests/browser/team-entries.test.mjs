// What is left out of an entry is said beside its field, in the words of the page; a file that is none of ours is called what it is.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { focused } from './support/keyboard.mjs';
import { path } from './support/places.mjs';
import { closePeriod, exportWorkbook, go, openWorkbook, take } from './support/team.mjs';
import { crosswise } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const choose = (key) => say('team.chooseWhat', { what: say(key) });
const fill = (key) => say('team.fillWhat', { what: say(key) });

crosswise('what is left out of an entry', async ({ page, address }) => {
  await openWorkbook(page, address, 'samples/s7/2026-10.json');
  await go(page, 'partRecords');
  await page.click('button', say('team.recordSave'), { exact: true });
  await page.see(
    choose('team.subject'),
    choose('team.criterion'),
    choose('team.date'),
    fill('team.recordPoints'),
    fill('team.recordAuthor'),
    fill('team.reason'),
  );
  await page.choose(say('team.subject'), 'K03');
  await page.choose(say('team.criterion'), '业务处理');
  await page.date(say('team.date'), '2026-10-20');
  await page.fill(say('team.recordPoints'), '0');
  await page.fill(say('team.recordAuthor'), '示例班长');
  await page.fill(say('team.reason'), '没有分数的一笔');
  await page.click('button', say('team.recordSave'), { exact: true });
  await page.see(say('team.recordZero'));
  await page.until('for the refusal beside the points', () => page.invalid(say('team.recordPoints')));
  await corrects(page);

  await go(page, 'partPeople');
  await page.click('button', say('team.stateSave'), { exact: true });
  await page.see(choose('team.subject'), choose('team.stateOf'), choose('team.stateDate'), fill('team.reason'));
  await go(page, 'follow.part');
  await page.click('button', say('follow.save'), { exact: true });
  await page.see(choose('team.subject'));
  await closes(page);
});

/** The day on which it happened is mostly not what was wrong. */
async function corrects(page) {
  await page.click(
    'button',
    say('team.recordCorrectOf', { name: '样例甲十', date: say('period.date', { year: 2026, month: 10, day: 26 }) }),
  );
  await page.see(say('team.recordCorrect'));
  assert.equal(await page.value(say('team.date')), '2026-10-26');
  await page.click('button', say('team.recordReplacesNot'));
  await page.see(say('team.recordNew'));
}

async function closes(page) {
  await closePeriod(page);
  const [closed] = say('team.pastLine', {
    period: say('period.month', { year: 2026, month: 10 }),
    author: '示例经理一',
    date: say('period.date', { year: 2026, month: 11, day: 2 }),
  }).split('{digest}');
  await page.see(say('team.verifyOk'), closed);
}

const FOREIGN = [
  ['a.pdf', '%PDF-1.4 …', 'start.isPdf'],
  ['b.json', '{"name":"something"}', 'start.notOurs'],
  ['c.zip', 'PK\u0003\u0004…', 'start.isArchive'],
];
const files = FOREIGN.map(([name, text]) => ({ name, bytes: Buffer.from(text) }));

crosswise('files that are none of ours', async ({ page, address }) => {
  await page.goto(await address('workbench'));
  await page.see(say('start.title'));
  for (const [at, [name, , why]] of FOREIGN.entries()) {
    await page.drop([files[at]]);
    await page.see(say('start.unknown', { name }), say(why));
  }
  await page.click('button', say('start.team'), { exact: true });
  await page.see(say('team.intro'));
  await page.drop(files, 'kaohe-team');
  await page.see(...FOREIGN.map(([, , why]) => say(why)));
  assert.equal((await page.text()).includes(say('team.waiting', { count: 3 })), false);
  await page.drop([path('schemes/s9-csr-form.json')], 'kaohe-team');
  const { name } = JSON.parse(await readFile(path('schemes/s9-csr-form.json')));
  await page.see(say('team.schemeOpened', { name: name['zh-CN'] }));
  await take(page, 'samples/s9/2026-10.json');
  await page.drop(files, 'kaohe-team');
  await page.see(say('team.outcomesTitle', { count: 3 }), ...FOREIGN.map(([, , why]) => say(why)));
});

crosswise('raters are arranged where the next step leads', async ({ page, address }) => {
  await page.goto(await address('workbench'));
  await page.click('button', say('start.team'), { exact: true });
  await page.see(say('team.newTitle'));
  await page.click('choice', '客户服务代表绩效评估表');
  await page.paste(say('team.staffLabel'), 'E001\t张三\t一组\nE002\t李四\nE003');
  await page.click('button', say('team.newButton'), { exact: true });
  await page.see(say('team.newRowsFirst', { count: 1 }));
  // A look at another page loses no list.
  await page.click('link', say('app.home'));
  await page.see(say('start.title'));
  await page.click('link', say('app.team'));
  await page.see(say('team.staffRead', { people: 2, units: 1, refused: 1 }));
  await page.paste(say('team.staffLabel'), 'E001\t张三\t一组\nE002\t李四');
  // Whether the empty unit was forgotten or means that he only rates, a person says.
  await page.see(say('team.noUnit', { count: 1, names: '李四' }));
  assert.deepEqual(await page.axe(), []);
  await page.click('button', say('team.newButton'), { exact: true });
  await page.until('for the keyboard at the question', async () => (await focused(page)) === say('team.ratersOnly', { count: 1 }));
  await page.press(' ');
  await page.click('button', say('team.newButton'), { exact: true });
  await page.see(say('team.stepAssign'));
  await page.click('button', say('team.goAssign'), { exact: true });
  await page.until('for the keyboard at the panel', async () => (await focused(page)).startsWith(say('team.assignTitle')));
  await page.paste(say('team.assignLabel'), '工号\t姓名\t上级\nE001\t张三\tE002');
  await page.click('button', say('team.assignButton', { count: 1 }), { exact: true });
  await page.see(say('team.assigned'));
  await page.until('for the keyboard at the panel', async () => (await focused(page)).startsWith(say('team.assignTitle')));
});

/** Other programs may keep something of their own in an entry; changing it here takes nothing away. */
crosswise('what others wrote into an entry stays', async ({ page, address }) => {
  const { checksum, ...workbook } = JSON.parse(await readFile(path('samples/s1/2026-10.json')));
  assert.ok(checksum);
  const { plans, programme, people } = workbook;
  for (const one of [programme, ...plans]) one['x-ours'] = 'kept';
  const [plan] = plans;
  await page.goto(await address('workbench'));
  await page.click('button', say('start.team'), { exact: true });
  await take(page, { name: 's1.json', bytes: Buffer.from(JSON.stringify(workbook)) });

  await go(page, 'follow.partPlanning');
  await page.fill(say('follow.programmeText'), '改过的计划');
  await page.click('button', say('follow.save'), { exact: true });
  await page.see(say('follow.programmeSaved'), say('follow.agreedNone'));
  await page.click('button', say('follow.agreedSave'), { exact: true });
  await page.see(fill('follow.department'), fill('follow.agreedBy'));
  await page.fill(say('follow.department'), '样例客服部');
  await page.fill(say('follow.agreedBy'), '示例经理');
  await page.click('button', say('follow.agreedSave'), { exact: true });
  await page.see(say('follow.agreedSaved'));

  await go(page, 'follow.part');
  await page.click('button', say('follow.topicPlans'));
  await page.click('button', say('follow.changeOf', { what: plan.measure, name: people.find(({ id }) => id === plan.subject).name }));
  await page.fill(say('follow.measure'), '改过的措施');
  await page.click('button', say('follow.saveRevision'), { exact: true });
  await page.see(say('follow.planSaved'));

  const after = JSON.parse((await exportWorkbook(page)).bytes);
  const last = after.plans.filter(({ id }) => id === plan.id).at(-1);
  assert.deepEqual(
    [last.measure, last['x-ours'], after.programme.text, after.programme['x-ours']],
    ['改过的措施', 'kept', '改过的计划', 'kept'],
  );
});
