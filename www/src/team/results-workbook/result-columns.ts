// The columns of a table of results, in the order in which a clerk reads them. Every figure is the engine's, digit by digit.
import { t } from '../../kit/texts.ts';
import { criteriaOf, schemeOf, stateName, type Names } from '../names.ts';
import type { Cell } from './plan.ts';
import { count, figure, type ResultColumn } from './result-column.ts';
import { criticalWords, earlyWords, missingWords, monthsWords, proposalWords, rulingWords, warningWords } from './result-words.ts';
import { scoreColumns } from './score-columns.ts';
import type { Scheme, SubjectResult } from '../../engine/engine.ts';

/**
 * Of a table of people who are appraised by these schemes. `common`: of sections and criteria only those that all of the
 * schemes have; else all that any of them has.
 */
export function resultColumns(names: Names, schemes: Scheme[], rows: SubjectResult[], common: boolean): ResultColumn[] {
  const has = (of: 'bonus' | 'deduction'): boolean => schemes.some((scheme) => criteriaOf(scheme).some((one) => one[of] !== undefined));
  const all: ResultColumn[] = [
    { title: t('table.subject'), look: 'code', cell: (row) => row.subject },
    { title: t('table.name'), look: 'code', cell: (row) => row.name },
    { title: t('table.unit'), look: 'text', cell: (row) => names.unit(row.unit) },
    ...(schemes.length > 1
      ? [{ title: t('table.scheme'), look: 'text' as const, cell: (row: SubjectResult) => names.scheme(row.scheme) }]
      : []),
    { title: t('table.state'), look: 'word', cell: (row) => stateName(row.state) },
    { title: t('table.status'), look: 'word', cell: (row) => t(row.status === 'final' ? 'table.final' : 'table.provisional') },
    { title: t('table.total'), look: 'figure', sum: true, cell: (row) => figure(row.total) },
    { title: t('table.grade'), look: 'word', cell: (row) => (row.grade === undefined ? undefined : names.grade(row.scheme, row.grade)) },
    { title: t('table.rank'), look: 'figure', cell: (row) => count(row.rank) ?? t('team.unranked') },
    { title: t('resultsBook.ranked'), look: 'figure', cell: (row) => count(row.ranked) },
    ...scoreColumns(schemes, common),
    { title: t('table.base'), look: 'figure', cell: (row) => figure(row.base) },
    // Where no rule can give a bonus, or take points apart, the engine says 0 for everybody.
    ...(has('bonus') ? [{ title: t('table.bonus'), look: 'figure' as const, cell: (row: SubjectResult) => figure(row.bonus) }] : []),
    ...(has('deduction')
      ? [{ title: t('table.deductions'), look: 'figure' as const, cell: (row: SubjectResult) => figure(row.deductions) }]
      : []),
    { title: t('table.critical'), look: 'text', cell: (row) => criticalWords(schemeOf(schemes, row.scheme), row) },
    { title: t('table.warning'), look: 'text', cell: (row) => warningWords(names, row) },
    { title: t('table.months'), look: 'text', cell: (row) => monthsWords(names, row) },
    { title: t('table.early'), look: 'text', cell: (row) => earlyWords(names, row) },
    { title: t('table.consequences'), look: 'text', cell: (row) => proposalWords(schemeOf(schemes, row.scheme), row) },
    { title: t('table.pay'), look: 'figure', cell: (row) => figure(row.pay?.amount) },
    { title: t('resultsBook.payRuling'), look: 'text', cell: (row) => (row.pay?.ruling === undefined ? undefined : rulingWords(row.pay)) },
    { title: t('resultsBook.missing'), look: 'text', cell: (row) => missingWords(names, row) },
  ];
  // A table of nobody still says what it is a table of.
  return rows.length === 0 ? all : all.filter(({ cell }) => rows.some((row) => !isEmpty(cell(row))));
}

function isEmpty(cell: Cell): boolean {
  return cell === undefined || cell === '';
}
