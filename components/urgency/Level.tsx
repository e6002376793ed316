import { i18n } from '#i18n';
import { URGENCY_LEVELS, type Urgency } from '../../lib/domain/urgency';
import { Why } from '../panel/Why';

const STEPS = URGENCY_LEVELS.slice(1);

/** The level in a word, with the ladder that it stands on; it explains itself when pressed. */
export function Level({ urgency }: { urgency: Urgency }) {
  const { level, name, standing, lowered, slips } = urgency;
  const word = i18n.t(`urgency.level.${name}`);
  return (
    <Why
      className="level"
      title={i18n.t('urgency.title')}
      explanation={
        <>
          <p>{i18n.t(`urgency.levelMeans.${name}`)}</p>
          <p>{i18n.t('urgency.counted', [String(standing)])}</p>
          {lowered && <p className="look">{i18n.t('urgency.lowered', slips.length, [String(slips.length)])}</p>}
        </>
      }
    >
      <svg className="ladder" viewBox="0 0 44 20" width="44" height="20" aria-hidden="true">
        {STEPS.map((step, index) => (
          <rect
            key={step}
            className={index < level ? 'step full' : 'step'}
            x={index * 11 + 1}
            y={14 - index * 4}
            width="8"
            height={5 + index * 4}
            rx="1.5"
          />
        ))}
      </svg>
      <span className="unseen">{i18n.t('urgency.title')}:</span> <span className="strong">{word}</span>{' '}
      <span className="quiet small">
        {i18n.t(lowered ? 'urgency.countedLess' : 'urgency.countedShort', [String(standing)])}
      </span>
    </Why>
  );
}
