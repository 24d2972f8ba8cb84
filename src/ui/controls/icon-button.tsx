import { Icon } from './icons.tsx';

/** A button that is an icon, named for those who do not see it. */
export function IconButton(props: {
  label: string;
  icon: 'previous' | 'next' | 'back' | 'forward';
  onClick: () => void;
}) {
  return (
    <button type="button" class="button" aria-label={props.label} title={props.label} onClick={props.onClick}>
      <Icon name={props.icon} />
    </button>
  );
}
