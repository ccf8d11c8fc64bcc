// The table of indicators on A4: the numbers that stand, and boxes to write into where there is none; or all of it to be filled by hand.
import { css, html, nothing, type TemplateResult } from 'lit';
import { showDate, showExact, showPeriod } from '../../kit/format.ts';
import { say, t } from '../../kit/texts.ts';
import { written, type Names } from '../names.ts';
import { bounds, indicatorWords } from './indicator-table.ts';
import { indicatorSchemes, standingNumbers } from './standing-numbers.ts';
import { hasTarget } from './uses.ts';
import type { Id, Indicator, IndicatorValue, Person, Scheme } from '../../engine/engine.ts';

export interface IndicatorPaper {
  kind: 'indicators';
  scheme: Id;
  /** Of all units without one. */
  unit?: Id;
  /** Without the numbers that stand. */
  empty?: boolean;
}

/** More columns than these do not fit upright. */
const UPRIGHT = 4;
/** And more than these not across: then one table stands below the other. */
const ACROSS = 8;
/** What somebody would print; a browser lays out no hundred thousand rows. */
const ROWS = 2000;
/** A longer table runs over pages, of which each says what it belongs to. */
const ONE_PAGE = 12;
const UNITS = 6;

export const indicatorPaperStyles = css`
  article.across {
    max-width: 76rem;
  }
  dl.facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
    gap: 0.2rem 1rem;
    margin: 0 0 0.8rem;
  }
  .facts > div {
    display: flex;
    gap: 0.6rem;
    align-items: end;
    min-height: 2rem;
    border-bottom: 1px solid var(--line);
  }
  .facts dd {
    overflow-wrap: anywhere;
    min-width: 0;
  }
  table.by-hand {
    table-layout: fixed;
    /* Firefox prints no collapsed line between columns below a cell that spans them. */
    border-collapse: separate;
    border-spacing: 0;
    margin: 0 0 0.8rem;
    min-width: calc(14rem + 7rem * var(--columns));
  }
  table.by-hand th,
  table.by-hand td {
    padding: 0.25rem 0.35rem;
    border-width: 0 1px 1px 0;
    overflow-wrap: anywhere;
  }
  table.by-hand tr > :first-child {
    border-left-width: 1px;
  }
  table.by-hand thead tr:first-child > * {
    border-top-width: 1px;
  }
  table.by-hand col.subject {
    width: 20%;
  }
  table.by-hand col.unit {
    width: 12%;
  }
  table.by-hand td small,
  table.by-hand th small {
    display: block;
    line-height: 1.25;
    font-size: 0.8rem;
    font-weight: 400;
  }
  table.by-hand td.to-fill {
    padding: 0;
  }
  .hand {
    min-height: 1.9rem;
    padding: 0.15rem 0.35rem;
  }
  td > * + .hand {
    border-top: 1px dashed var(--line);
  }
  .stands {
    padding: 0.25rem 0.35rem;
  }
  .signatures.pairs {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  @media print {
    dl.facts {
      grid-template-columns: repeat(2, 1fr);
    }
    table.by-hand {
      min-width: 0;
    }
    .facts > div,
    table.by-hand th,
    table.by-hand td {
      border-color: #555;
    }
    table.by-hand td small,
    table.by-hand th small {
      font-size: 8pt;
      color: inherit;
    }
    .hand {
      min-height: 22pt;
    }
  }
`;

export function orientationOf(scheme: Scheme): 'portrait' | 'landscape' {
  return (scheme.indicators?.length ?? 0) > UPRIGHT ? 'landscape' : 'portrait';
}

export function renderIndicatorPaper(names: Names, scheme: Scheme, { unit, empty }: IndicatorPaper): TemplateResult {
  const all = (indicatorSchemes(names).find((one) => one.scheme.id === scheme.id)?.subjects ?? []).filter(
    (person) => unit === undefined || person.unit === unit,
  );
  const subjects = all.slice(0, ROWS);
  const units = [...new Set(all.flatMap((person) => (person.unit === undefined ? [] : [person.unit])))];
  const standing = empty ? () => [] : standingNumbers(names.view);
  const tables = inParts(scheme.indicators ?? []);
  return html`<h1>${t('indicators.paperOf', { scheme: say(scheme.name) })}</h1>
    <dl class="facts keep">
      ${fact(t('team.period'), showPeriod(names.view.period))}
      ${fact(t('team.unit'), units.length > UNITS ? t('indicators.unitCount', { count: units.length }) : written(units.map((id) => names.unit(id)).join(t('team.listJoin'))))}
      ${fact(t('indicators.handDate'))} ${fact(t('indicators.source'))}
    </dl>
    ${tables.map((indicators) => renderTable({ names, scheme, indicators, subjects, standing, withUnit: units.length > 1, parts: tables.length }))}
    ${all.length > subjects.length ? html`<p>${t('indicators.paperMore', { count: all.length - subjects.length })}</p>` : nothing}
    <div class="signatures pairs">
      <div>${t('register.labelled', { label: t('indicators.author') })}</div>
      <div>${t('form.signDate')}</div>
      <div>${t('register.labelled', { label: t('indicators.checker') })}</div>
      <div>${t('form.signDate')}</div>
    </div>`;
}

/** With room to write where nothing is said. */
function fact(label: string, value?: unknown): TemplateResult {
  return html`<div><dt>${label}</dt><dd>${value ?? nothing}</dd></div>`;
}

/** In tables of about equally many columns. */
function inParts(indicators: Indicator[]): Indicator[][] {
  const parts = Math.ceil(indicators.length / ACROSS);
  const columns = Math.ceil(indicators.length / parts);
  return Array.from({ length: parts }, (_, at) => indicators.slice(at * columns, (at + 1) * columns));
}

interface Table {
  names: Names;
  scheme: Scheme;
  indicators: Indicator[];
  subjects: Person[];
  standing: (subject: string, indicator: Id) => IndicatorValue[];
  withUnit: boolean;
  parts: number;
}

function renderTable({ names, scheme, indicators, subjects, standing, withUnit, parts }: Table): TemplateResult {
  const title = t('indicators.paperOf', { scheme: say(scheme.name) });
  const long = subjects.length > ONE_PAGE;
  return html`<div class="box ${long ? '' : 'keep'}" tabindex="0" role="group" aria-label=${title}>
    <table class="by-hand" style="--columns: ${indicators.length}">
      <colgroup>
        <col class="subject" />
        ${withUnit ? html`<col class="unit" />` : nothing} ${indicators.map(() => html`<col />`)}
      </colgroup>
      <thead>
        ${
          parts > 1 || long
            ? html`<tr>
              <td colspan=${indicators.length + (withUnit ? 2 : 1)}>${t('indicators.paperWhole', { title, period: showPeriod(names.view.period) })}</td>
            </tr>`
            : nothing
        }
        <tr>
          <th scope="col">${t('team.subject')}</th>
          ${withUnit ? html`<th scope="col">${t('team.unit')}</th>` : nothing}
          ${indicators.map((one) => html`<th scope="col">${indicatorWords(one)}${bounds(one)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${subjects.map(
          (person) =>
            html`<tr>
              <th scope="row">${written(person.name)}${person.name === person.id ? nothing : html`<small>${written(person.id)}</small>`}</th>
              ${withUnit ? html`<td>${written(names.unit(person.unit))}</td>` : nothing}
              ${indicators.map((one) => cell(standing(person.id, one.id), hasTarget(scheme, one.id)))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function cell(entries: IndicatorValue[], withTarget: boolean): TemplateResult {
  const lacksTarget = withTarget && !entries.some((entry) => entry.target !== undefined);
  return html`<td class="to-fill">
    ${entries.map(
      (entry) =>
        html`<div class="stands">
          <strong>${showExact(entry.value)}</strong>
          ${entry.target === undefined ? nothing : html`<small>${t('indicators.targetIs', { target: showExact(entry.target) })}</small>`}
          <small>${showDate(entry.date)}</small>
        </div>`,
    )}
    ${entries.length > 1 ? html`<div class="stands">${t('indicators.twoOfOneDay')}</div>` : nothing}
    ${entries.length === 0 ? html`<div class="hand"></div>` : nothing} ${lacksTarget ? html`<div class="hand"><small>${t('indicators.target')}</small></div>` : nothing}
  </td>`;
}
