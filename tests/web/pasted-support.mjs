// What the page makes of pasted tables, as node runs it.
import { loadSources, source } from './sources.mjs';

/** The readers of people, assignments and numbers, and `said(problem)`: a problem or a note in words. */
export function loadTableReaders() {
  return loadSources(`
    export { readPasted } from ${source('excel/pasted-rows.ts')};
    export { readPeople, staffSummary } from ${source('team/pasted-people.ts')};
    export { readAssignments } from ${source('team/pasted-assignments.ts')};
    export { readIndicators } from ${source('team/evidence/pasted-indicators.ts')};
    import { t } from ${source('kit/texts.ts')};
    export const said = ({ row, key, params }) => row + ' ' + t(key, params);`);
}
