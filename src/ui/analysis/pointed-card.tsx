import type { ComponentChildren } from 'preact';
import { type Statement, statementKey } from '../../analysis/ship-statements.ts';
import { usePage } from '../page-context.ts';
import { claimsDesk } from './claims-desk.ts';

interface PointedCardProps {
  readonly statement: Statement;
  readonly children: ComponentChildren;
}

/** A statement in the panel, tied to its marks on the map: pointing at either, or focusing something in it, marks both. */
export function PointedCard({ statement, children }: PointedCardProps) {
  const { pointed } = claimsDesk(usePage().state);
  const key = statementKey(statement);
  const isPointed = pointed.value !== null && statementKey(pointed.value) === key;
  const point = (): void => {
    pointed.value = statement;
  };
  const leave = (): void => {
    pointed.value = null;
  };
  return (
    // Its links and buttons take the focus of a keyboard; the card itself takes it from its mark on the map.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only shows what else is told in words
    <div
      class={isPointed ? 'addsup-claim addsup-pointed' : 'addsup-claim'}
      data-statement={key}
      tabIndex={-1}
      onMouseEnter={point}
      onMouseLeave={leave}
      onFocusIn={point}
      onFocusOut={leave}
    >
      {children}
    </div>
  );
}

/** Brings a statement's card into view and gives it the focus. `from`: something in the same root. */
export function focusCard(from: Element, statement: Statement): void {
  const root = from.getRootNode();
  if (!(root instanceof ShadowRoot || root instanceof Document)) return;
  const cards = [...root.querySelectorAll<HTMLElement>('[data-statement]')];
  const card = cards.find(({ dataset }) => dataset.statement === statementKey(statement));
  // What is folded up has no place to be scrolled to.
  for (let fold = card?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  card?.focus();
}
