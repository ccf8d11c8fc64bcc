// What a heading of a table about people says, in whatever words clerks have for it.
import { folded } from './folded.ts';

export type AboutPeople = 'id' | 'name' | 'who' | 'unit' | 'scheme' | 'team' | 'payBase' | 'serial';

/** Of each thing the words that say it, from the most exact to the vaguest: where two columns claim one thing, the more exact has it. */
const WORDS: { [is in AboutPeople]: string[][] } = {
  id: [
    [
      '工号',
      '员工号',
      '员工工号',
      '员工编号',
      '职工号',
      '职工编号',
      '人员编号',
      '被考核人工号',
      'staff no',
      'staff number',
      'employee no',
      'employee number',
      'employee id',
    ],
    ['编号', 'id', 'number'],
  ],
  name: [['姓名', '名字', '员工姓名', '职工姓名', '被考核人姓名', 'name', 'full name', 'staff name', 'employee name'], ['名称']],
  // A number or a name.
  who: [['被考核人', '被考核人员', '被考核对象', '考核对象', '员工', '人员', 'subject', 'employee', 'person']],
  unit: [
    ['考核单元', 'unit'],
    ['组', '班组', '小组', '组别', '所在组', 'group'],
    ['部门', '所在部门', '科室', 'department'],
  ],
  scheme: [['考核方案', '方案', 'scheme']],
  // Beside a unit that is named as such, 班组 is the team.
  team: [['团队', 'team'], ['班组']],
  payBase: [['绩效基数', '基数', '绩效工资基数', 'pay base']],
  // Counts rows and never says who somebody is.
  serial: [['序号', '序', '名次', '排名', '行号', 'no', '#', 'rank', 's/n']],
};

interface Claim {
  is: AboutPeople;
  rank: number;
}

const CLAIMS = new Map<string, Claim[]>();
for (const [is, ranks] of Object.entries(WORDS) as [AboutPeople, string[][]][]) {
  for (const [rank, words] of ranks.entries())
    for (const one of words) CLAIMS.set(folded(one), [...(CLAIMS.get(folded(one)) ?? []), { is, rank }]);
}

/** Marks of a template, as `*工号` and `绩效基数（元）`, say nothing of what the column is. */
const MARKS = /^\*|[*.:]+$|\((?:必填|选填|元|required|optional)\)/g;

export function claimsOf(heading: string): Claim[] {
  return CLAIMS.get(folded(heading).replace(MARKS, '')) ?? [];
}

/** Whether a staff number is only one of the things that such a heading may stand for. */
export const isVagueNumber = (heading: string): boolean => claimsOf(heading).some(({ is, rank }) => is === 'id' && rank > 0);

export interface Placed {
  at: Partial<Record<AboutPeople, number>>;
  /** Two columns that say the same thing equally well. */
  doubled: [string, string] | undefined;
}

/** Which column each wanted thing stands in. */
export function placeColumns(headings: string[], wanted: readonly AboutPeople[]): Placed {
  const at: Placed['at'] = {};
  for (const is of wanted) {
    const claims = headings.flatMap((words, column) => {
      const claim = Object.values(at).includes(column) ? undefined : claimsOf(words).find((one) => one.is === is);
      return claim ? [{ column, words, rank: claim.rank }] : [];
    });
    const [first, second] = claims.sort((one, other) => one.rank - other.rank);
    if (first && second?.rank === first.rank) return { at, doubled: [first.words, second.words] };
    if (first) at[is] = first.column;
  }
  return { at, doubled: undefined };
}
