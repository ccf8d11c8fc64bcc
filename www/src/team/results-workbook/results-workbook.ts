// The results as a workbook for Excel: a sheet for each unit, in the order of the page, and one of all before them where there are
// several. Everything in it was worked out by the engine; here it is only put into cells. It is fetched when somebody exports it.
import { showPeriod } from '../../kit/format.ts';
import { lang, t } from '../../kit/texts.ts';
import { schemeOf, type Names } from '../names.ts';
import type { Book, Sheet } from './plan.ts';
import { resultColumns } from './result-columns.ts';
import { writeXlsx, type Between } from './xlsx-file.ts';
import type { Appraisal, Scheme, SubjectResult, UnitReport } from '../../engine/engine.ts';

export { XLSX } from './xlsx-file.ts';

interface Group {
  report: UnitReport;
  schemes: Scheme[];
  rows: SubjectResult[];
}

/** Undefined if `between` gave it up. */
export function resultsWorkbook(names: Names, appraisal: Appraisal, between?: Between): Promise<Uint8Array | undefined> {
  return writeXlsx(resultsBook(names, appraisal), between);
}

function resultsBook(names: Names, { results, units }: Appraisal): Book {
  const groups = units.map((report) => groupOf(names, report, results));
  const several = groups.length === 1 ? [] : [sheetOfAll(names, groups)];
  return {
    title: titleLine(names),
    font: lang() === 'en' ? 'Calibri' : '宋体',
    foot: t('resultsBook.page', { page: '&P', pages: '&N' }),
    sheets: [...several, ...groups.map((group) => sheetOfUnit(names, group, groups))],
  };
}

/** The engine ranks; whoever is not ranked comes last. */
function groupOf(names: Names, report: UnitReport, results: SubjectResult[]): Group {
  const ids = report.schemes ?? [report.scheme];
  return {
    report,
    schemes: names.schemes.filter(({ id }) => ids.includes(id)),
    rows: results
      .filter((row) => row.unit === report.unit && ids.includes(row.scheme))
      .sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity)),
  };
}

function sheetOfAll(names: Names, groups: Group[]): Sheet {
  const rows = groups.flatMap((group) => group.rows);
  const schemes = names.schemes.filter(({ id }) => groups.some((group) => schemeOf(group.schemes, id)));
  return sheet(
    names,
    t('resultsBook.all'),
    [
      under(
        names,
        groups.map(({ report }) => report.unit),
        schemes,
      ),
    ],
    schemes,
    rows,
    true,
  );
}

function sheetOfUnit(names: Names, { report, schemes, rows }: Group, groups: Group[]): Sheet {
  const unit = names.unit(report.unit);
  const twice = groups.some((other) => other.report !== report && other.report.unit === report.unit);
  const { members, ranked, provisional, away, passedOver } = report;
  const counts = [
    t('team.unitCounts', { members, ranked, provisional, away }),
    ...passedOver.map((bottom) => t('team.passedOver', { bottom, ranked })),
  ];
  return sheet(
    names,
    twice ? `${unit}-${names.scheme(report.scheme)}` : unit,
    [under(names, [report.unit], schemes), counts.join(' ')],
    schemes,
    rows,
    false,
  );
}

function sheet(names: Names, name: string, lines: string[], schemes: Scheme[], rows: SubjectResult[], common: boolean): Sheet {
  const columns = resultColumns(names, schemes, rows, common);
  return {
    name,
    title: titleLine(names),
    under: lines,
    columns,
    rows: rows.map((row) => () => columns.map(({ cell }) => cell(row))),
    notes: notes(schemes, rows),
    signed: [t('resultsBook.made'), t('resultsBook.checked'), t('resultsBook.approved')],
    signedOn: t('resultsBook.signedOn'),
  };
}

function titleLine({ view }: Names): string {
  const named = t('resultsBook.title', {
    period: showPeriod(view.period),
    state: t(view.closed ? 'resultsBook.closed' : 'resultsBook.open'),
  });
  return view.title === undefined ? named : `${view.title}　${named}`;
}

function under(names: Names, units: string[], schemes: Scheme[]): string {
  const list = (all: string[]): string => [...new Set(all)].join(t('team.listJoin'));
  return t('resultsBook.under', {
    units: list(units.map((unit) => names.unit(unit))),
    schemes: list(schemes.map(({ id }) => names.scheme(id))),
  });
}

/** What must stand beside warnings, proposals and pay wherever they are shown. */
function notes(schemes: Scheme[], rows: SubjectResult[]): string[] {
  return [
    ...(rows.some(({ status }) => status === 'provisional') ? [t('resultsBook.provisionalNote')] : []),
    ...(schemes.some(({ warnings }) => warnings !== undefined && warnings.rungs.length > 0) ? [t('team.ladderNote')] : []),
    ...(rows.some(({ consequences = [] }) => consequences.length > 0) ? [t('sheet.followsNote')] : []),
    ...(rows.some(({ pay }) => pay !== undefined) ? [t('sheet.payNote')] : []),
  ];
}
