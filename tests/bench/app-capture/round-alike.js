// Runs before all other code. Rounds exp, log, sin and the like to 39 bits instead of 53, so that engines agree. Node
// and Chromium differ in the last bit of every tenth to fortieth value, which is enough for networks to train apart.
(() => {
  const NAMES = /** @type {const} */ ([
    'exp',
    'expm1',
    'log',
    'log1p',
    'sin',
    'cos',
    'tanh',
    'pow',
  ]);
  const SPLIT = 2 ** 14 + 1; // Veltkamp's splitting
  for (const name of NAMES) {
    /** @type {(...words: number[]) => number} */
    const own = Math[name].bind(Math);
    Math[name] = (/** @type {number[]} */ ...words) => {
      const value = own(...words);
      const wide = SPLIT * value;
      return Number.isFinite(wide) ? wide - (wide - value) : value;
    };
  }
})();
