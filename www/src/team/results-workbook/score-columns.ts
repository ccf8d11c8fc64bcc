// A column for each section and each criterion of a scheme, with the points that it can come to. Two schemes have a column in
// common if it is called and worth the same in both.
import { showExact } from '../../kit/format.ts';
import { engineWord } from '../../kit/parameters.ts';
import { say, t } from '../../kit/texts.ts';
import type { Cell } from './plan.ts';
import { figure, type ResultColumn } from './result-column.ts';
import type { Criterion, CriterionScore, Scheme, Section, SectionScore, SubjectResult } from '../../engine/engine.ts';

interface ScoreColumn {
  /** What it is, with its title. */
  key: string;
  title: string;
  sum?: boolean;
  read(row: SubjectResult): Cell;
}

export function scoreColumns(schemes: Scheme[], common: boolean): ResultColumn[] {
  const columns = new Map<string, { column: ScoreColumn; of: Set<string> }>();
  for (const scheme of schemes) {
    for (const column of columnsOf(scheme)) {
      const known = columns.get(column.key);
      if (known) known.of.add(scheme.id);
      else columns.set(column.key, { column, of: new Set([scheme.id]) });
    }
  }
  return [...columns.values()]
    .filter(({ of }) => !common || of.size === schemes.length)
    .map(({ column: { title, sum = false, read }, of }) => ({
      title,
      look: 'figure',
      sum,
      cell: (row) => (of.has(row.scheme) ? read(row) : undefined),
    }));
}

function columnsOf({ sections }: Scheme): ScoreColumn[] {
  return sections.flatMap((section) => [
    named(
      section.id,
      worth(t('resultsBook.section', { name: say(section.name) }), section.weight ?? section.points),
      (row) => figure(sectionOf(row, section)?.points),
      true,
    ),
    ...section.criteria.flatMap((criterion) => criterionColumns(section, criterion)),
  ]);
}

function criterionColumns(section: Section, criterion: Criterion): ScoreColumn[] {
  const name = say(criterion.name);
  const key = `${section.id}/${criterion.id}`;
  const score = (row: SubjectResult): CriterionScore | undefined => sectionOf(row, section)?.criteria.find(({ id }) => id === criterion.id);
  const points = named(key, worth(name, criterion.points), (row) => pointsOf(score(row)));
  if (criterion.bonus === undefined) return [points];
  return [points, named(`${key}/bonus`, worth(t('resultsBook.bonus', { name }), criterion.bonus), (row) => figure(score(row)?.bonus))];
}

function named(key: string, title: string, read: ScoreColumn['read'], sum = false): ScoreColumn {
  return { key: `${key} ${title}`, title, sum, read };
}

/** `业务处理（60）`; what has no points of its own, as a deduction, is called by its name alone. */
function worth(name: string, points: string | undefined): string {
  return points === undefined ? name : t('resultsBook.worth', { name, points: showExact(points) });
}

function sectionOf({ sections }: SubjectResult, { id }: Section): SectionScore | undefined {
  return sections.find((one) => one.id === id);
}

/** Why there are none, if a rule says so: an empty cell would look forgotten. What is waited for is named in a column of its own. */
function pointsOf(score: CriterionScore | undefined): Cell {
  if (score?.points !== undefined || score?.noData === undefined || score.noData === 'wait') return figure(score?.points);
  return t('sheet.noData', { rule: engineWord('words', score.noData) });
}
