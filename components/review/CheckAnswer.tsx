import { useId } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { heldBy } from '../../lib/domain/honesty';
import { RESULTS, type Result } from '../../lib/domain/review';
import type { Drawn } from '../../lib/domain/spotcheck';
import { useToday } from '../../lib/state/today';
import { day } from '../format';
import { source } from '../panel/words';
import { useKeys, useStageHeading } from './use-stage';

interface CheckAnswerProps {
  drawn: Drawn;
  onResult: (result: Result) => void;
  onBack: (() => void) | null;
}

/** One answer under the lens. The only question is how they know. */
export function CheckAnswer({ drawn, onResult, onBack }: CheckAnswerProps) {
  const { question, answer } = drawn;
  const today = useToday().day;
  const heading = useStageHeading();
  const heard = useId();
  useKeys(Object.fromEntries(RESULTS.map((result, index) => [String(index + 1), () => onResult(result)])));
  return (
    <section className="spot-stage">
      <p className="spot-prompt">{question.prompt}</p>
      <h2 ref={heading} tabIndex={-1} className="spot-how">
        {i18n.t('review.check.how')}
      </h2>
      <dl className="spot-claim">
        <div>
          <dt>{i18n.t('review.check.claimed')}</dt>
          <dd>
            <strong>{i18n.t(`words.verdict.${answer.verdict}`)}</strong>, <bdi>{source(answer, today)}</bdi>
            {answer.on && ` · ${i18n.t('panel.answer.on')}: ${day(answer.on, today)}`}
            {heldBy(answer) && <span className="look"> {i18n.t('honesty.counted')}</span>}
          </dd>
        </div>
        <div>
          <dt>{i18n.t('review.check.quote')}</dt>
          <dd>
            {answer.quote.trim() ? (
              <blockquote>
                <bdi>{answer.quote}</bdi>
              </blockquote>
            ) : (
              <span className="quiet">{i18n.t('review.check.noQuote')}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>{i18n.t('review.check.proof')}</dt>
          <dd>{question.proof}</dd>
        </div>
      </dl>
      <p className="spot-heard quiet" id={heard}>
        {i18n.t('review.check.results')}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be read as a form */}
      <div className="spot-results" role="group" aria-labelledby={heard}>
        {RESULTS.map((result, index) => (
          <Button key={result} className="button spot-result" onPress={() => onResult(result)}>
            <kbd>{index + 1}</kbd> {i18n.t(`review.check.${result}`)}
          </Button>
        ))}
      </div>
      {onBack && (
        <Button className="plain" onPress={onBack}>
          {i18n.t('review.check.back')}
        </Button>
      )}
    </section>
  );
}
