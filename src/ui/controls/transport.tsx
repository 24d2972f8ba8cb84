import { stepToMoment, togglePlaying } from '../../state/state.ts';
import { usePage } from '../page-context.ts';
import { IconButton } from './icon-button.tsx';
import { Icon } from './icons.tsx';

/** Playback. `compact`: one button. */
export function Transport({ compact }: { compact: boolean }) {
  const { state, words } = usePage();
  const say = words.value.controls;
  return (
    <div class="transport" role="group" aria-label={say.toolbar}>
      {!compact && <IconButton label={say.previousMoment} icon="previous" onClick={() => stepToMoment(state, -1)} />}
      <PlayButton compact={compact} />
      {!compact && <IconButton label={say.nextMoment} icon="next" onClick={() => stepToMoment(state, 1)} />}
    </div>
  );
}

function PlayButton({ compact }: { compact: boolean }) {
  const { state, words } = usePage();
  const say = words.value.controls;
  const playing = state.settings.playing.value;
  const label = playing ? say.pause : say.play;
  return (
    <button type="button" class="button primary play" aria-label={label} onClick={() => togglePlaying(state)}>
      <Icon name={playing ? 'pause' : 'play'} />
      {!compact && <span class="play-word">{label}</span>}
    </button>
  );
}
