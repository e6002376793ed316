import { type PointerEvent, useRef } from 'react';
import { i18n } from '#i18n';
import { PANEL_WIDTH, tellPage, usePageLink } from '../../lib/state/page-link';

const { min: MIN, max: MAX } = PANEL_WIDTH;
const STEP = 16;

/**
 * The panel's inner edge. The frame itself moves under the pointer, so the pointer is followed
 * by its place on the screen.
 */
export function Resizer() {
  const placement = usePageLink((state) => state.placement);
  const drag = useRef<{ x: number; width: number } | null>(null);
  const width = placement?.width ?? window.innerWidth;
  const grows = (placement?.side ?? 'right') === 'right' ? -1 : 1;
  const tell = (wanted: number, done: boolean) =>
    tellPage({ t: 'width', width: Math.round(Math.min(MAX, Math.max(MIN, wanted))), done });
  const move = (event: PointerEvent, done: boolean) => {
    if (drag.current) tell(drag.current.width + (event.screenX - drag.current.x) * grows, done);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this is the separator that can.
    <div
      className={`resizer ${placement?.side ?? 'right'}`}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={i18n.t('panel.resize')}
      aria-valuenow={Math.round(width)}
      aria-valuemin={MIN}
      aria-valuemax={MAX}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.screenX, width: window.innerWidth };
      }}
      onPointerMove={(event) => move(event, false)}
      onPointerUp={(event) => {
        move(event, true);
        drag.current = null;
      }}
      onPointerCancel={() => {
        drag.current = null;
      }}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
        if (step !== undefined) tell(width + step * grows, true);
        else if (event.key === 'Home') tell(MIN, true);
        else if (event.key === 'End') tell(MAX, true);
        else return;
        event.preventDefault();
      }}
    />
  );
}
