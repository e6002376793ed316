import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { MAX_TEXT } from '../../lib/domain/answer';
import { asksPremortem, PREMORTEM_KEY } from '../../lib/domain/close';
import type { DealView } from '../../lib/domain/view';
import { seal, useClosing } from '../../lib/state/closing';
import { useDraftLine } from '../../lib/state/draft-line';
import { instant } from '../format';
import { LineField } from '../panel/LineField';
import { SavedMark } from '../panel/SavedMark';

/** From the proposal on: the likeliest reason to lose, written down and out of sight until the deal is over. */
export function Premortem({ view }: { view: DealView }) {
  const closing = useClosing(view.deal);
  const [again, setAgain] = useState(false);
  if (!closing || !asksPremortem(view.phase)) return null;
  const last = closing.premortems.at(-1);
  return (
    <section aria-labelledby="premortem">
      <h3 id="premortem">{i18n.t('close.premortem.heading')}</h3>
      {last && <p>{i18n.t('close.premortem.sealed', [instant(last.sealedAt)])}</p>}
      {last && !again ? (
        <Button className="plain" onPress={() => setAgain(true)}>
          {i18n.t('close.premortem.again')}
        </Button>
      ) : (
        <Seal view={view} onSealed={() => setAgain(false)} />
      )}
      <SavedMark deal={view.deal} of={PREMORTEM_KEY} />
    </section>
  );
}

function Seal({ view, onSealed }: { view: DealView; onSealed: () => void }) {
  const { deal } = view;
  const { text, type, done } = useDraftLine(deal, PREMORTEM_KEY, '');
  const isTooLong = text.length > MAX_TEXT;
  const isReady = text.trim() !== '' && !isTooLong;
  const sealIt = async () => {
    if (!isReady || !(await seal(deal, text))) return;
    done();
    onSealed();
  };
  return (
    <div className="seal">
      <p className="small quiet">{i18n.t('close.premortem.hint')}</p>
      <LineField
        label={i18n.t('close.premortem.reason')}
        value={text}
        wrong={isTooLong ? i18n.t('panel.answer.tooLong', [String(MAX_TEXT)]) : null}
        onType={type}
      />
      <Button className="button" isDisabled={!isReady} onPress={() => void sealIt()}>
        {i18n.t('close.premortem.seal')}
      </Button>
    </div>
  );
}
