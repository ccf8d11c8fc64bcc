// index.html and workbench.html: start, form and team. The team's part is fetched when it is wanted.
import { begin } from './begin.ts';

begin({ home: 'start', loadTeam: () => import('../team/team.ts') });
