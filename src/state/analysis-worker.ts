/** Works out the analysis away from the page's own thread. */
import { answer, type Question } from './analysis-tasks.ts';

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  try {
    postMessage({ answer: answer(data) });
  } catch (error) {
    postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
