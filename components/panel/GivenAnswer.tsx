import { i18n } from '#i18n';
import type { KeptAnswer } from '../../lib/domain/answer';
import type { IsoDay } from '../../lib/domain/day';
import { day } from '../format';
import { claim } from './words';

interface GivenAnswerProps {
  answer: KeptAnswer | undefined;
  today: IsoDay;
}

/** An answer as it was given, to be read and no more. */
export function GivenAnswer({ answer, today }: GivenAnswerProps) {
  if (!answer) return <p className="quiet">{i18n.t('panel.why.nothing')}</p>;
  const { verdict, quote, reason, link, on } = answer;
  return (
    <div className="given-answer">
      <p>
        <span className="strong">{i18n.t(`words.verdict.${verdict}`)}</span>{' '}
        <bdi className="quiet">{claim(answer, today)}</bdi>
      </p>
      {(quote || reason) && (
        <blockquote>
          <bdi>{quote || reason}</bdi>
        </blockquote>
      )}
      {on && <p className="small">{i18n.t('theirs.on', [day(on, today)])}</p>}
      {link && (
        <p className="small quiet">
          <bdi>{link}</bdi>
        </p>
      )}
    </div>
  );
}
