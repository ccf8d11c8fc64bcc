// Where the person is, kept in the address after the `#`: it survives a reload, and nothing of it is ever sent.
export type View = 'start' | 'form' | 'team' | 'sheet';
export interface Route {
  view: View;
  params: Record<string, string>;
}

const VIEWS: readonly string[] = ['start', 'form', 'team', 'sheet'];

export function readRoute(hash: string, fallback: View): Route {
  const entries = [...new URLSearchParams(hash.replace(/^#/, ''))];
  const params = Object.fromEntries(entries.filter(([key]) => key !== 'view'));
  const named = entries.find(([key]) => key === 'view')?.[1];
  if (named !== undefined && VIEWS.includes(named)) return { view: named as View, params };
  // A link that says who is to be rated means the form.
  return { view: params['scheme'] !== undefined && params['role'] !== undefined ? 'form' : fallback, params };
}

export function writeRoute({ view, params }: Route, fallback: View): string {
  const given = Object.entries(params).filter(([, value]) => value !== '');
  const named = view === fallback && given.length === 0 ? [] : [['view', view]];
  const text = new URLSearchParams([...(view === fallback ? [] : named), ...given] as string[][]).toString();
  return text === '' ? '' : `#${text}`;
}
