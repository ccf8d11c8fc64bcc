// The S9 form as one person fills it in about herself; the figures are added up here by hand.
import { words } from './words.mjs';

const say = words('zh-CN');

export const SUBJECT = { id: 'E001', name: '王芳' };

//                 as typed, and its section: 业绩 9.5 + 9 + 8.5 + 8 = 35 · 能力 9 + 8 + 9.5 + 10 = 36.5 · 态度 10 + 4.5 + 5 = 19.5
export const SCORES = [
  ['目标完成度', '9.5'],
  ['工作效率', '9'],
  ['工作质量', '8.5'],
  ['绩效进步', '8'],
  ['说服能力', '9'],
  ['表达能力', '8'],
  ['操作能力', '９．５'],
  ['学习能力', '10'],
  ['出勤率', '10'],
  ['责任感', '4.5'],
  ['积极性', '5'],
];
export const SUMS = [
  ['业绩', '35'],
  ['能力', '36.5'],
  ['态度', '19.5'],
];
export const TOTAL = '91.00';
export const GRADE = 'B 良好'; // 95–85
export const COMMENT = '十月全部按时完成，<b>没有</b>超时。';

export async function address(page) {
  await page.see(say('who.title'));
  await page.choose(say('who.scheme'), '客户服务代表绩效评估表');
  await page.click('choice', say('who.roleSelf', { role: '自我评分' }));
  await page.fill(say('who.rater'), SUBJECT.id);
  await page.fill(say('who.raterName'), SUBJECT.name);
  await page.click('button', say('who.begin'));
  await page.see(say('form.missing', { count: SCORES.length }));
}

/** Types every score with real keys and watches the list of what is missing get shorter. */
export async function score(page) {
  let open = SCORES.length;
  for (const [criterion, typed] of SCORES) {
    await page.fill(criterion, typed, { exact: true });
    open -= 1;
    await page.see(open > 0 ? say('form.missing', { count: open }) : say('form.nothingMissing'));
  }
}

export async function seeFigures(page) {
  for (const [section, points] of SUMS) await page.find('button', `${section} ${say('form.sum')} ${points},`);
  await page.find('button', `${say('form.total')} ${TOTAL},`);
  await page.see(GRADE);
}

export const saved = (page) => page.see(say('store.saved', { time: '' }).trim());
