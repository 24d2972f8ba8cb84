/** The page in a frame of another page. */
import { bindHeight } from './height.ts';
import { bindMessages, type Told } from './messages.ts';

/** Binds a map to the page around its frame. It starts paused, whatever the address says. */
export function bindFrame(map: Told): void {
  map.set({ playing: 'false' });
  bindMessages(map);
  bindHeight(map);
}
