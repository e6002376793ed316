import type { Standing } from './panel/words';

/** How a question stands, as a shape: filled, half, hollow, ringed, a dash for what does not apply. The word stands beside it. */
export function StandingMark({ standing }: { standing: Standing }) {
  return (
    <svg className={`mark mark-${standing}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {standing === 'left' ? <path className="line" d="M4 8h8" /> : <circle className="line" cx="8" cy="8" r="5" />}
      {standing === 'firm' && <circle className="fill" cx="8" cy="8" r="5" />}
      {standing === 'partial' && <path className="fill" d="M8 3a5 5 0 0 0 0 10z" />}
      {standing === 'again' && <circle className="fill" cx="8" cy="8" r="2.5" />}
    </svg>
  );
}

const AROUND = 2 * Math.PI * 18;

/** Firmness as a ring with its number; a dash where nothing is due. */
export function FirmnessRing({ firmness, size = 44 }: { firmness: number | null; size?: number }) {
  const full = ((firmness ?? 0) / 100) * AROUND;
  return (
    <svg className="ring" viewBox="0 0 44 44" width={size} height={size} aria-hidden="true">
      <circle className="track" cx="22" cy="22" r="18" />
      {full > 0 && <circle className="arc" cx="22" cy="22" r="18" strokeDasharray={`${full} ${AROUND}`} />}
      <text x="22" y="22" dy="0.35em" textAnchor="middle">
        {firmness ?? '–'}
      </text>
    </svg>
  );
}

const SIGNS = {
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M4 6.5l4 4 4-4',
  up: 'M4 9.5l4-4 4 4',
  right: 'M6.5 4l4 4-4 4',
  back: 'M13 8H3m4-4L3 8l4 4',
  check: 'M3.5 8.5l3 3 6-7',
} as const;

/** A sign drawn with one line; the button that holds it has the name. */
export function Sign({ of }: { of: keyof typeof SIGNS }) {
  return (
    <svg className="drawn" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={SIGNS[of]} strokeWidth={of === 'more' ? 2.2 : 1.5} />
    </svg>
  );
}
