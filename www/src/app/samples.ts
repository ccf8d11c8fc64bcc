// The sample workbooks of the served pages, fetched when one is opened: of each folder of samples/ the newest period,
// and of each kind where a folder holds several (`regular-2026`, `overall-2026`). The single files leave this module out
// (build/slim.ts), since they would carry every month.
const files = import.meta.glob<string>('../../../samples/*/*.json', { query: '?raw', import: 'default' });

export interface Sample {
  /** `s7`, as its schemes' ids begin. */
  system: string;
  /** As its scheme's id ends, where a system has workbooks of several kinds. */
  kind: string | undefined;
  name: string;
  period: string;
  read(): Promise<string>;
}

export const samples: Sample[] = newest();

function newest(): Sample[] {
  const found = new Map<string, Sample>();
  for (const path of Object.keys(files).sort()) {
    const [, system, kind, period] = /\/samples\/([^/]+)\/(?:([a-z]+)-)?(\d{4}[^/]*)\.json$/.exec(path) ?? [];
    if (system === undefined || period === undefined) continue;
    found.set(`${system} ${kind}`, {
      system,
      kind,
      name: path.split('/').pop()!,
      period: kind === 'irregular' ? period.slice(0, 4) : period,
      read: files[path]!,
    });
  }
  return [...found.values()];
}
