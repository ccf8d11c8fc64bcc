// A form that is part of a total: it shows what it decides, beside weights the means, and nowhere a grade.
import assert from 'node:assert/strict';
import { saved } from './support/form.mjs';
import { crosswise } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
/** 60 分以下不合格: five of a hundred points, or four of four, are no failed total. */
const FAIL = '不合格';

crosswise('fill in a form that is part of a total', async ({ page, address }) => {
  const form = (query) => address('form').then((place) => `${place}#${new URLSearchParams(query)}`);
  await page.goto(await form({ scheme: 's2-shift-supervisor', role: 'superior', period: '2026-09', subject: 'A', rater: 'B' }));
  await page.fill('团队文化建设', '5', { exact: true });
  await page.see(say('form.nothingMissing'));
  await page.find('button', `${say('form.partTotal')} 5,`);
  await page.see(say('form.gradeNone'));
  await page.click('button', say('form.how'), { exact: true });
  await page.see(say('steps.form-part'));
  assert.ok(!(await page.text()).includes(FAIL), 'no grade is named, also not where the figures are explained');

  // 10 of the total for innovation, 7.5 of 15 for one criterion of two, twice: 0.8 × 25 = 20.
  await saved(page);
  await page.goto('about:blank');
  await page.goto(await form({ scheme: 's6-vendor-regular', role: 'superior', period: '2026', subject: 'A', rater: 'B' }));
  for (const criterion of ['产品研发', '市场开拓', '合同履约', '客户维护']) await page.fill(criterion, '80', { exact: true });
  await page.see(say('form.nothingMissing'));
  await page.find('button', `${say('form.partTotal')} 20,`);
  for (const section of ['创新能力', '合规性', '客户关系管理']) await page.find('button', `${section} ${say('form.mean')} 80,`);

  // The vendor's own evaluation weighs nothing.
  await saved(page);
  await page.goto('about:blank');
  await page.goto(await form({ scheme: 's6-vendor-regular', role: 'self', period: '2026', subject: 'A', rater: 'A' }));
  for (const criterion of ['产品研发', '市场开拓', '合同履约', '客户维护']) await page.fill(criterion, '100', { exact: true });
  await page.see(say('form.nothingMissing'));
  await page.see(say('form.beside'));
  assert.ok(!(await page.text()).includes(FAIL));
});
