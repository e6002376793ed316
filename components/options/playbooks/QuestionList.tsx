import { i18n } from '#i18n';
import { PHASES } from '../../../lib/domain/phase';
import type { Playbook } from '../../../lib/domain/playbook';

/** A playbook to be read: what should hold, and what to ask, step by step. */
export function QuestionList({ playbook }: { playbook: Playbook }) {
  return (
    <dl className="question-list">
      {PHASES.map((phase) => {
        const questions = playbook.questions.filter((question) => question.phase === phase);
        return (
          questions.length > 0 && (
            <div key={phase}>
              <dt>{i18n.t(`words.phase.${phase}`)}</dt>
              {questions.map((question) => (
                <dd key={question.id}>
                  <bdi>{question.prompt}</bdi>{' '}
                  <span className="small quiet">{i18n.t('playbooks.weightShort', [String(question.weight)])}</span>
                  <p className="quiet">
                    <bdi>{question.ask}</bdi>
                  </p>
                </dd>
              ))}
            </div>
          )
        );
      })}
    </dl>
  );
}
