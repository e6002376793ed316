import { useState } from 'react';
import { i18n } from '#i18n';
import type { CheckedAnswer, Result } from '../../lib/domain/review';
import type { Seed } from '../../lib/domain/seeded';
import { setHeard } from '../../lib/state/round';
import type { Checking } from '../../lib/state/spotcheck';
import { CheckAnswer } from './CheckAnswer';
import { CheckLeave } from './CheckLeave';
import { LastTime } from './LastTime';
import { dealName } from './words';

interface CheckDealProps {
  checking: Checking;
  seed: Seed;
  /** What was heard so far, before the round was left and since. */
  heard: readonly CheckedAnswer[];
}

/** One deal: last time's promise, three answers, one question and one date. */
export function CheckDeal({ checking, seed, heard: all }: CheckDealProps) {
  const { view, drawn, promise } = checking;
  // What was heard of an answer that has changed since is asked again.
  const changed = all.findIndex(({ op }, index) => drawn[index]?.answer.op !== op);
  const heard = changed < 0 ? all : all.slice(0, changed);
  const [hasPassedPromise, setPassedPromise] = useState(promise === null || heard.length > 0);
  const present = drawn[heard.length];
  const result = (found: Result) => {
    if (present) setHeard([...heard, { question: present.question.id, op: present.answer.op, result: found }]);
  };
  const back = heard.length > 0 ? () => setHeard(heard.slice(0, -1)) : null;
  const { name, account } = view.facts;
  return (
    <div className="spot-deal">
      <p className="spot-name">
        <bdi className="strong">{dealName({ name: name?.text ?? null })}</bdi>{' '}
        {account && <bdi className="quiet">{account.text}</bdi>}
        {hasPassedPromise && present && drawn.length > 1 && (
          <span className="quiet">
            {' '}
            · {i18n.t('review.check.answerOf', [String(heard.length + 1), String(drawn.length)])}
          </span>
        )}
      </p>
      {!hasPassedPromise && promise ? (
        <LastTime promise={promise} onGoOn={() => setPassedPromise(true)} />
      ) : present ? (
        <CheckAnswer key={present.question.id} drawn={present} onResult={result} onBack={back} />
      ) : (
        <CheckLeave checking={checking} heard={heard} seed={seed} onBack={back} />
      )}
    </div>
  );
}
