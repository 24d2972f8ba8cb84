// @ts-check

/** What `npm run bench` is asked for. */

/** Tables: the page beside a bare map; big cases in the page; the search for their sea routes; the same with deck.gl. */
const ROWS = ['page', 'scale', 'routes', 'deck'];
/** Voyages of a case, or a file of 2 million position reports. */
const SIZES = ['10', '1000', '20000', 'positions'];

/**
 * @param {string[]} args
 *   - `--rows=page,scale,routes,deck`: the tables, all if left out
 *   - `--sizes=10,1000,20000,positions`: of the cases, all if left out
 *   - `--dist=folder`: a page built already, in place of a build
 *   - `--profile`: lists the functions that scrubbing takes
 * @returns {{ rows: string[], sizes: string[], dist: string | null, profile: boolean }}
 * @throws {Error} with a sentence that names what is not understood
 */
export function readArguments(args) {
  /** @type {{ rows: string[], sizes: string[], dist: string | null, profile: boolean }} */
  const asked = { rows: ROWS, sizes: SIZES, dist: null, profile: false };
  for (const arg of args) {
    const [name = '', value = ''] = arg.split('=');
    if (name === '--rows') asked.rows = some(value, ROWS, name);
    else if (name === '--sizes') asked.sizes = some(value, SIZES, name);
    else if (name === '--dist' && value !== '') asked.dist = value;
    else if (arg === '--profile') asked.profile = true;
    else throw new Error(`The bench does not understand "${arg}".`);
  }
  return asked;
}

/**
 * @param {string} value
 * @param {string[]} known
 * @param {string} name
 */
function some(value, known, name) {
  const asked = value.split(',');
  const wrong = asked.find((one) => !known.includes(one));
  if (wrong !== undefined) throw new Error(`${name} cannot be "${wrong}": it takes ${known.join(', ')}.`);
  return asked;
}
