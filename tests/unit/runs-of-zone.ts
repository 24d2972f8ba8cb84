/** Set up before the tests of a zone: the number of random cases where a test names none. */
import fc from 'fast-check';
import { runs } from './runs.ts';

fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: runs(100) });
