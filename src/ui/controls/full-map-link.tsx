import { writeAddress } from '../../bindings/address.ts';
import { SETTINGS, writeSettings } from '../../state/settings.ts';
import { settingsOf } from '../../state/state.ts';
import { usePage } from '../page-context.ts';
import { useLaterWords } from '../use-later-words.ts';

/** A link to what is seen, with every control. `base`: address of our own page. */
export function FullMapLink({ base }: { base: string }) {
  const { state } = usePage();
  const { fullMap } = useLaterWords().controls;
  const settings = settingsOf(state);
  // The full page lies elsewhere: an address that counts from this page would not be found from there.
  const data = settings.data === SETTINGS.data.initial ? settings.data : new URL(settings.data, document.baseURI).href;
  const address = writeAddress(writeSettings({ ...settings, data, playing: false, controls: 'full' }));
  return (
    <a class="button full-map" href={`${base}${address && `#${address}`}`} target="_blank" rel="noopener">
      {fullMap}
      <span aria-hidden="true"> ↗</span>
    </a>
  );
}
