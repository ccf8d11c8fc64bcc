// An engine whose answers are kept, each with the type that is declared for it.

/** The engine, each of whose answers is put into `held` under its declared type; `asked` takes the names of the questions. */
export function watched(engine, declaredIn, held, asked) {
  const ask =
    (type, name, call) =>
    (...values) => {
      asked.add(name);
      return held.put(`ReturnType<${type}>`, call(...values));
    };
  const functions = Object.entries(engine).filter(([name, value]) => typeof value === 'function' && !isClass(value) && !STARTS.has(name));
  const answering = Object.fromEntries(functions.map(([name, call]) => [name, ask(`typeof ${declaredIn}.${name}`, name, call)]));
  const handle = (object) => {
    const of = object.constructor.name;
    return new Proxy(object, {
      get(target, name) {
        const call = target[name].bind(target);
        if (name === 'free') return call;
        // Another handle, and an answer as text.
        if (name === 'team') return (...values) => (asked.add('Workbook.team'), handle(call(...values)));
        if (name === 'appraiseText')
          return (...values) => (
            asked.add('Workbook.appraiseText'), held.put(`ReturnType<${declaredIn}.Workbook['appraise']>`, JSON.parse(call(...values)))
          );
        return ask(`${declaredIn}.${of}['${name}']`, `${of}.${name}`, call);
      },
    });
  };
  const opening = (name) =>
    function open(...values) {
      return handle(new engine[name](...values));
    };
  const classes = Object.keys(engine).filter((name) => isClass(engine[name]));
  return { ...answering, ...Object.fromEntries(classes.map((name) => [name, opening(name)])) };
}

/** Everything that can be asked of an engine, by the names that `watched` gives. */
export function questions(engine) {
  return Object.entries(engine)
    .filter(([name, value]) => typeof value === 'function' && !STARTS.has(name))
    .flatMap(([name, value]) =>
      isClass(value)
        ? Object.getOwnPropertyNames(value.prototype)
            .filter((method) => !HANDLING.has(method))
            .map((method) => `${name}.${method}`)
        : [name],
    );
}

/** How an engine is started, and what every handle has. */
const STARTS = new Set(['default', 'initSync']);
const HANDLING = new Set(['constructor', 'free', '__destroy_into_raw']);
const isClass = (value) => typeof value === 'function' && value.prototype?.free !== undefined;
