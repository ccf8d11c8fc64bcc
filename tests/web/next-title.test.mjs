// What the next period's workbook would be called: where a title names the period before, in whatever way people write it.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { build } from 'vite';
import { path } from './support.mjs';

const RENAMED = [
  ['客服部2026年10月考核', '2026-10', '客服部2026年11月考核'],
  ['客服部 2026 年 10 月考核', '2026-10', '客服部 2026 年 11 月考核'],
  ['2026年09月份绩效', '2026-09', '2026年10月份绩效'],
  ['2026年9月份绩效', '2026-09', '2026年10月份绩效'],
  ['客服部2026年12月考核', '2026-12', '客服部2027年1月考核'],
  ['95595 客户服务中心 CSR 绩效考核 2026-10（虚构样例）', '2026-10', '95595 客户服务中心 CSR 绩效考核 2026-11（虚构样例）'],
  ['考核2026.12', '2026-12', '考核2027.01'],
  ['考核202609', '2026-09', '考核202610'],
  ['10月考核', '2026-10', '11月考核'],
  ['十月份考核', '2026-10', '十一月份考核'],
  ['2026年度12月考核', '2026-12', '2027年度1月考核'],
  ['Customer service, October 2026', '2026-10', 'Customer service, November 2026'],
  ['Appraisal Dec 2026', '2026-12', 'Appraisal Jan 2027'],
  ['2026年第四季度', '2026-Q4', '2027年第一季度'],
  ['Vendors 2026 Q1', '2026-Q1', 'Vendors 2026 Q2'],
  ['2026年下半年服务商考核', '2026-H2', '2027年上半年服务商考核'],
  ['2026年度总评', '2026', '2027年度总评'],
];
const NEXT = {
  '2026-09': '2026-10',
  '2026-10': '2026-11',
  '2026-12': '2027-01',
  '2026-Q1': '2026-Q2',
  '2026-Q4': '2027-Q1',
  '2026-H2': '2027-H1',
  2026: '2027',
  '2026-01': '2026-02',
};
/** No period, another one, the new one already, a day, or a part of another word. */
const LEFT = [
  ['客服部月度考核', '2026-10'],
  ['2026年11月考核', '2026-10'],
  ['2025年10月起试行的考核', '2026-10'],
  ['2026-10、2026-11 两月', '2026-10'],
  ['2026-10-15 启用', '2026-10'],
  ['十一月考核', '2026-01'],
  ['11月考核', '2026-01'],
  ['专项检查', '2026~名称'],
];

describe('the title of the next workbook', () => {
  let titleFor;
  before(async () => {
    const { output } = (
      await build({
        configFile: false,
        logLevel: 'error',
        build: { write: false, lib: { entry: path('www/src/team/people/next-title.ts'), formats: ['es'] } },
      })
    )[0];
    ({ titleFor } = await import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`));
  });

  for (const [title, last, expected] of RENAMED) test(title, () => assert.equal(titleFor(title, last, NEXT[last]), expected));
  for (const [title, last] of LEFT)
    test(`${title}, after ${last}, stays`, () => assert.equal(titleFor(title, last, NEXT[last] ?? '2027~名称'), undefined));
});
