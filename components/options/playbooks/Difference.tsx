import { i18n } from '#i18n';
import { type Playbook, questionOf } from '../../../lib/domain/playbook';
import type { PlaybookDiff } from '../../../lib/domain/playbook-change';
import { titleOf } from './PhaseQuestions';
import { fieldWord, valueWord } from './words';

interface DifferenceProps {
  diff: PlaybookDiff;
  /** The playbook as it would be. */
  next: Playbook;
}

/** What a version changes, question by question. */
export function Difference({ diff, next }: DifferenceProps) {
  const { renamed, added, retired, changed, moved } = diff;
  return (
    <ul className="changes difference">
      {renamed && <Line text={i18n.t('playbooks.diff.renamed', [renamed.from, renamed.to])} />}
      {added.map((question) => (
        <Line key={question.id} text={i18n.t('playbooks.diff.added', [titleOf(question)])} />
      ))}
      {retired.map((question) => (
        <Line key={question.id} text={i18n.t('playbooks.diff.retired', [titleOf(question)])} />
      ))}
      {changed.map(({ question, fields }) => (
        <li key={question.id}>
          <bdi>{i18n.t('playbooks.diff.changed', [titleOf(question)])}</bdi>
          <ul>
            {fields.map(({ field, from, to }) => (
              <li key={field} className="quiet">
                <bdi>
                  {i18n.t('playbooks.diff.field', [fieldWord(field), valueWord(field, from), valueWord(field, to)])}
                </bdi>
              </li>
            ))}
          </ul>
        </li>
      ))}
      {moved.map((id) => {
        const question = questionOf(next, id);
        return question && <Line key={id} text={i18n.t('playbooks.diff.moved', [titleOf(question)])} />;
      })}
    </ul>
  );
}

function Line({ text }: { text: string }) {
  return (
    <li>
      <bdi>{text}</bdi>
    </li>
  );
}
