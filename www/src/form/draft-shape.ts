// What a draft has to look like before it may take the place of anything. It comes from the store, or from a file that was exported
// without an engine: none has looked at it, and whoever holds it can have cut or changed it.

/** Undefined if the value is of this shape, else the place in it that is not. */
type Shape = (value: unknown, at: string) => string | undefined;
type Members = { [name: string]: Shape };

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const only =
  (fits: (value: unknown) => boolean): Shape =>
  (value, at) =>
    fits(value) ? undefined : at;
const string = only((value) => typeof value === 'string');
const filled = only((value) => typeof value === 'string' && value !== '');
const whole = only(Number.isSafeInteger);
const flag = only((value) => typeof value === 'boolean');
const optional =
  (shape: Shape): Shape =>
  (value, at) =>
    value === undefined ? undefined : shape(value, at);
const list =
  (shape: Shape): Shape =>
  (value, at) =>
    Array.isArray(value) ? first(value.map((one, index) => () => shape(one, `${at}/${index}`))) : at;
const object =
  (members: Members): Shape =>
  (value, at) =>
    isObject(value)
      ? first(
          Object.entries(members).map(
            ([name, shape]) =>
              () =>
                shape(value[name], `${at}/${name}`),
          ),
        )
      : at;

function first(looks: (() => string | undefined)[]): string | undefined {
  for (const look of looks) {
    const place = look();
    if (place !== undefined) return place;
  }
  return undefined;
}

const text = object({ 'zh-CN': string });
const named: Members = { id: filled, name: text, help: optional(text), preset: optional(text) };
const levels: Shape = (value, at) =>
  isObject(value) && value['type'] === 'levels'
    ? list(object({ ...named, points: optional(string) }))(value['levels'], `${at}/levels`)
    : undefined;
const measure = object({ type: filled, roles: optional(list(string)) });
const criterion = object({ ...named, points: optional(string), measure, scale: optional(levels) });
const scheme = object({
  ...named,
  version: filled,
  source: optional(text),
  presets: optional(list(text)),
  pay: optional(object({ preset: optional(text) })),
  sections: list(object({ ...named, criteria: list(criterion) })),
  roles: optional(list(object(named))),
  grades: optional(list(object(named))),
  consequences: optional(list(object(named))),
});
const rating = object({
  id: filled,
  revision: whole,
  scheme: object({ id: filled, version: string }),
  period: filled,
  subject: filled,
  rater: filled,
  role: filled,
  date: filled,
  scores: list(object({ criterion: filled })),
});
/** Where a draft is not as this page writes one; undefined of a sound one. */
export const damagedAt = object({
  entries: list(object({ criterion: filled, text: string, comment: string })),
  remark: string,
  touched: list(string),
  exported: flag,
  file: object({ format: filled, scheme, rating, subjectName: optional(string), raterName: optional(string) }),
});
