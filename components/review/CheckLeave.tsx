import { type FocusEvent, useState } from 'react';
import { Button, FieldError, Form, Input, Label, TextArea, TextField } from 'react-aria-components';
import { i18n } from '#i18n';
import { MAX_TEXT } from '../../lib/domain/answer';
import { isDay } from '../../lib/domain/day';
import type { CheckedAnswer, Review } from '../../lib/domain/review';
import type { Seed } from '../../lib/domain/seeded';
import { coachQuestion, followUpDay } from '../../lib/domain/spotcheck';
import { useDraftLine } from '../../lib/state/draft-line';
import { goToNext } from '../../lib/state/round';
import { type Checking, keepReview } from '../../lib/state/spotcheck';
import { useToday } from '../../lib/state/today';

interface CheckLeaveProps {
  checking: Checking;
  heard: readonly CheckedAnswer[];
  seed: Seed;
  onBack: (() => void) | null;
}

/** What is offered is added to more often than begun anew. */
function caretToEnd({ target }: FocusEvent<HTMLTextAreaElement>): void {
  target.setSelectionRange(target.value.length, target.value.length);
}

/** What stays with the seller: one question, which is offered, and one date. */
export function CheckLeave({ checking, heard, seed, onBack }: CheckLeaveProps) {
  const { view, drawn, isMine } = checking;
  const today = useToday().day;
  const [offered] = useState(() => coachQuestion(drawn, heard, view.score)?.coach ?? '');
  const { text: ask, type, done } = useDraftLine(view.deal, 'review:ask', offered);
  const [by, setBy] = useState(() => followUpDay(today, view.facts.closeDate?.value ?? null));
  const [state, setState] = useState<'open' | 'keeping' | 'failed'>('open');
  const isBad = by !== '' && !isDay(by);
  const keep = async () => {
    if (isBad || state === 'keeping') return;
    setState('keeping');
    const review: Review = { answers: [...heard], ask: ask.trim(), followUp: by || null, seed, at: Date.now() };
    const fault = await keepReview(view.deal, review);
    if (fault) {
      setState('failed');
      return;
    }
    done();
    goToNext(true);
  };
  return (
    <Form
      className="spot-stage"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <h2 className="spot-leave">{i18n.t(drawn.length === 0 ? 'review.check.noClaim' : 'review.check.leave')}</h2>
      <p className="quiet">
        {drawn.length === 0 && <>{i18n.t('review.check.noClaimHint')} </>}
        {i18n.t(isMine ? 'review.check.leaveHint' : 'review.check.leaveHintTheirs')}
      </p>
      <TextField className="field" value={ask} onChange={type} autoFocus>
        <Label className="label">{i18n.t('review.check.ask')}</Label>
        <TextArea
          className="input spot-ask"
          dir="auto"
          rows={3}
          onFocus={caretToEnd}
          maxLength={MAX_TEXT}
          onKeyDown={(event) => {
            // One question is one line: Enter keeps it, as in a field.
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
              event.preventDefault();
              void keep();
            }
          }}
        />
      </TextField>
      <TextField className="field spot-by" value={by} onChange={setBy} isInvalid={isBad}>
        <Label className="label">{i18n.t('review.check.by')}</Label>
        <Input className="input" type="date" min={today} />
        <FieldError className="field-error">{i18n.t('review.check.badDay')}</FieldError>
      </TextField>
      {state === 'failed' && (
        <p className="note stop" role="alert">
          {i18n.t('review.check.failed')}
        </p>
      )}
      <div className="spot-ways">
        <Button className="button first spot-go" type="submit" isDisabled={state === 'keeping'}>
          {i18n.t(state === 'failed' ? 'words.retry' : 'review.check.keep')}
        </Button>
        {onBack && (
          <Button className="plain" onPress={onBack}>
            {i18n.t('review.check.back')}
          </Button>
        )}
      </div>
    </Form>
  );
}
