import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { i18n } from '#i18n';
import type { Phase } from '../../../lib/domain/phase';
import { type Playbook, type Question, type QuestionId, questionOf } from '../../../lib/domain/playbook';
import { nextVersion, shifted } from '../../../lib/domain/playbook-change';
import { addQuestion, edit } from '../../../lib/state/playbook-draft';
import { count } from '../../format';
import { Sign } from '../../Marks';
import { QuestionForm } from './QuestionForm';

interface PhaseQuestionsProps {
  phase: Phase;
  draft: Playbook;
  open: QuestionId | null;
  onOpen: (question: QuestionId | null) => void;
}

/** The questions of one step: moved by buttons, opened in place, one more at the end. */
export function PhaseQuestions({ phase, draft, open, onOpen }: PhaseQuestionsProps) {
  const heading = useId();
  const [moved, setMoved] = useState('');
  const questions = draft.questions.filter((question) => question.phase === phase);
  const name = i18n.t(`words.phase.${phase}`);
  const move = (question: Question, by: -1 | 1) => {
    const changes = shifted(draft, question.id, by);
    flushSync(() => {
      edit(draft, changes);
      setMoved(placeWords(nextVersion(draft, changes), question.id));
    });
    // The question moved in the page, or into another step: the keyboard goes with it.
    document.querySelector<HTMLElement>(`[data-move="${question.id} ${by}"]`)?.focus();
  };
  return (
    <section aria-labelledby={heading}>
      <h4 id={heading}>{name}</h4>
      <ul className="rows">
        {questions.map((question) => (
          <li key={question.id}>
            <div className="row question-line">
              <Button
                className="plain question-open"
                aria-expanded={open === question.id}
                onPress={() => onOpen(open === question.id ? null : question.id)}
              >
                <Sign of={open === question.id ? 'down' : 'right'} />
                <bdi>{titleOf(question)}</bdi>
              </Button>
              <span className="small quiet">{i18n.t('playbooks.weightShort', [String(question.weight)])}</span>
              {([-1, 1] as const).map((by) => (
                <Button
                  key={by}
                  className="sign"
                  data-move={`${question.id} ${by}`}
                  aria-label={i18n.t(by < 0 ? 'playbooks.editor.up' : 'playbooks.editor.down', [titleOf(question)])}
                  onPress={() => move(question, by)}
                >
                  <Sign of={by < 0 ? 'up' : 'down'} />
                </Button>
              ))}
            </div>
            {open === question.id && <QuestionForm draft={draft} question={question} onGone={() => onOpen(null)} />}
          </li>
        ))}
      </ul>
      <Button
        className="plain"
        aria-label={i18n.t('playbooks.editor.addTo', [name])}
        onPress={() => onOpen(addQuestion(draft, phase, i18n.t('playbooks.coachDefault')))}
      >
        {i18n.t('playbooks.editor.add')}
      </Button>
      <p role="status" className="unseen">
        {moved}
      </p>
    </section>
  );
}

/** What a list calls a question, also while it has no words yet. */
export function titleOf({ short, prompt }: Question): string {
  return short.trim() || prompt.trim() || i18n.t('playbooks.editor.untitled');
}

function placeWords(playbook: Playbook, id: QuestionId): string {
  const question = questionOf(playbook, id);
  if (!question) return '';
  const group = playbook.questions.filter(({ phase }) => phase === question.phase);
  const place = count(group.indexOf(question) + 1);
  const phase = i18n.t(`words.phase.${question.phase}`);
  return i18n.t('playbooks.editor.moved', [titleOf(question), place, count(group.length), phase]);
}
