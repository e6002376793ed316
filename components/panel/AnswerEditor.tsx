import { type ReactNode, useState } from 'react';
import { MenuItem } from 'react-aria-components';
import { i18n } from '#i18n';
import { type Answer, fromCustomer, hasRung, RUNGS, type Verdict } from '../../lib/domain/answer';
import { addDays, type IsoDay } from '../../lib/domain/day';
import { answerKey } from '../../lib/domain/op';
import type { QuestionId } from '../../lib/domain/playbook';
import { factQuestion } from '../../lib/domain/urgency';
import type { DealView } from '../../lib/domain/view';
import { change, clear, drop, keep, leave, type, useAnswering } from '../../lib/state/answering';
import { MoreMenu } from '../MoreMenu';
import { Choice } from './Choice';
import { Doubt } from './Doubt';
import { Evidence } from './Evidence';
import { Held } from './Held';
import { KnowBy } from './KnowBy';
import { Reason } from './Reason';
import { SavedMark } from './SavedMark';
import { TheirDate } from './TheirDate';

/** The question whose answer is a day of theirs. */
const DATE = factQuestion('date');

const ASKED: readonly Verdict[] = ['yes', 'partly', 'no', 'unknown'];
/** What is offered for "I will know by" before another day is picked: two weeks on. */
const KNOW_BY_DAYS = 14;

interface AnswerEditorProps {
  view: DealView;
  question: QuestionId;
  today: IsoDay;
  /** The question is being answered. */
  onTouch?: () => void;
  /** Stands at the end of the line that says how saving went. */
  children?: ReactNode;
}

/** The answer to one question: is it so, how do you know, who said what. Every change is saved where it is made. */
export function AnswerEditor({ view, question, today, onTouch, children }: AnswerEditorProps) {
  const { deal } = view;
  const { answer, held } = useAnswering(deal, question, view.answers[question] ?? null);
  const [leaving, setLeaving] = useState(false);
  const verdict = leaving ? 'notApplicable' : (answer?.verdict ?? null);
  const said = answer && hasRung(answer.verdict) ? answer : null;

  const patch = (next: Partial<Answer>) => {
    onTouch?.();
    setLeaving(false);
    void change(deal, question, next);
  };

  const draft = (next: Partial<Answer>) => {
    onTouch?.();
    void type(deal, question, next);
  };
  const done = () => void leave(deal, question);

  return (
    <div className="editor">
      <div className="verdict-line">
        <Choice
          label={i18n.t('panel.answer.verdict')}
          options={ASKED.map((value) => ({ value, text: i18n.t(`words.verdict.${value}`) }))}
          value={verdict}
          onChange={(next) => patch({ verdict: next })}
        />
        <MoreMenu
          label={i18n.t('panel.answer.more')}
          onAction={(key) => {
            onTouch?.();
            if (key === 'leave') setLeaving(true);
            else void clear(deal, question);
          }}
        >
          <MenuItem className="menu-item" id="leave">
            {i18n.t('panel.answer.doesNotApply')}
          </MenuItem>
          {answer && (
            <MenuItem className="menu-item" id="clear">
              {i18n.t('panel.answer.clear')}
            </MenuItem>
          )}
        </MoreMenu>
      </div>
      {question === DATE && verdict !== 'no' && verdict !== 'notApplicable' && (
        <TheirDate answer={answer} onType={draft} onLeave={done} onClear={() => patch({ on: null })} />
      )}
      {said && !leaving && (
        <div className="rung-line">
          <Choice
            label={i18n.t('panel.answer.rung')}
            options={RUNGS.map((value) => ({ value, text: i18n.t(`words.rung.${value}`) }))}
            value={said.rung}
            onChange={(next) => patch({ rung: next })}
          />
          {said.rung && <p className="small quiet">{i18n.t(`words.rungMeans.${said.rung}`)}</p>}
        </div>
      )}
      {said && !leaving && fromCustomer(said.rung) && (
        <Evidence view={view} question={question} answer={said} today={today} />
      )}
      {said && !leaving && <Doubt question={question} answer={said} onChange={patch} />}
      {verdict === 'unknown' && answer && (
        <KnowBy
          value={answer.knowBy}
          earliest={today}
          offered={addDays(today, KNOW_BY_DAYS)}
          onType={(knowBy) => draft({ knowBy })}
          onLeave={done}
          onChange={(knowBy) => patch({ knowBy })}
        />
      )}
      {verdict === 'notApplicable' && (
        <Reason
          view={view}
          question={question}
          value={answer?.reason ?? ''}
          onDone={() => setLeaving(false)}
          fresh={leaving}
        />
      )}
      {held && <Held onKeep={() => void keep(deal, question)} onDrop={() => void drop(deal, question)} />}
      <div className="after">
        {!held && (
          <SavedMark
            deal={deal}
            of={answerKey(question)}
            text={answer ? [answer.who, answer.quote, answer.reason].filter(Boolean).join(': ') : undefined}
          />
        )}
        {children}
      </div>
    </div>
  );
}
