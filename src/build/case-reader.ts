/** The page's own reader of a case, for the build to load with `importSource`: there is no second one. */
export { voyagesJsonSchema } from '../dataset/json-schema.ts';
export { describeProblem } from '../dataset/problem.ts';
export { readCase } from '../dataset/read.ts';
