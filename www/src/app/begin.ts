import { KaoheApp } from './kaohe-app.ts';

/** Puts the app on the page and tells the plain script in the HTML that it need not speak up. */
export function begin(options: Partial<Pick<KaoheApp, 'home' | 'loadTeam'>>): void {
  const app = Object.assign(new KaoheApp(), options);
  document.getElementById('app')!.replaceChildren(app);
  document.documentElement.setAttribute('data-started', '');
}
