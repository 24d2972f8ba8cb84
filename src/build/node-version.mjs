// @ts-check

/** The Node versions the packages run on, as written in `engines` of package.json. */
export const NODE_RANGE = '^20.19.0 || >=22.12.0';

/**
 * What is wrong with a version of Node, in a sentence for the reader, or null when it will do.
 * The range is that of the strictest package (Vite): 20.19 and later 20s, 22.12 and later.
 * @param {string} version such as `process.versions.node`, "20.19.1"
 * @returns {string | null}
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  return fits ? null : `This needs Node 20.19 or a later 20, or Node 22.12 or later. This is Node ${version}.`;
}
