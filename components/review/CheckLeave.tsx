import { useState } from 'react';
import { Button, FieldError, Form, Input, Label, TextArea, TextField } from 'react-aria-components';
import { i18n } from '#i18n';
import { MAX_TEXT } from '../../lib/domain/answer';
import { isDay } from '../../lib/domain/day';
import type { CheckedAnswer, Review } from '../../lib/domain/review';
import type { Seed } from '../../lib/domain/seeded';
import { coachQuestion, followUpDay } from '../../lib/domain/spotcheck';
import { type Checking, keepReview } from '../../lib/state/spotcheck';
import { useToday } from '../../lib/state/today';

interface CheckLeaveProps {
  checking: Checking;
  heard: readonly CheckedAnswer[];
  seed: Seed;
  onBack: (() => void) | null;
  onDone: (review: Review | null) => void;
}

/** What stays with the seller: one question, which is offered, and one date. */
export function CheckLeave({ checking, heard, seed, onBack, onDone }: CheckLeaveProps) {
  const { view, drawn } = checking;
  const today = useToday().day;
  const [ask, setAsk] = useState(() => coachQuestion(drawn, heard, view.score)?.coach ?? '');
  const [by, setBy] = useState(() => followUpDay(today, view.facts.closeDate?.value ?? null));
  const [state, setState] = useState<'open' | 'keeping' | 'failed'>('open');
  const isBad = by !== '' && !isDay(by);
  const keep = async () => {
    if (isBad || state === 'keeping') return;
    setState('keeping');
    const review: Review = { answers: [...heard], ask: ask.trim(), followUp: by || null, seed, at: Date.now() };
    const fault = await keepReview(view.deal, review);
    if (fault) setState('failed');
    else onDone(review);
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
      <p className="quiet">{i18n.t(drawn.length === 0 ? 'review.check.noClaimHint' : 'review.check.leaveHint')}</p>
      <TextField className="field" value={ask} onChange={setAsk} autoFocus>
        <Label className="label">{i18n.t('review.check.ask')}</Label>
        <TextArea
          className="input spot-ask"
          dir="auto"
          rows={3}
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
        <Button className="plain" onPress={() => onDone(null)}>
          {i18n.t('review.check.skip')}
        </Button>
      </div>
    </Form>
  );
}
