import { useState } from 'react';
import { i18n } from '#i18n';
import type { DealKey } from '../../lib/domain/deal';
import { RIVALS_KEY } from '../../lib/domain/op';
import { keepRivals } from '../../lib/state/sharing';
import { LineField } from '../panel/LineField';
import { SavedMark } from '../panel/SavedMark';

/** The names of competitors, which are looked for in everything that leaves. */
export function Rivals({ deal, names }: { deal: DealKey; names: readonly string[] }) {
  const kept = names.join(', ');
  const [text, setText] = useState<string | null>(null);
  // What was not kept stays in its line, as it was typed.
  const keep = async () => {
    if (text === null || (text !== kept && !(await keepRivals(deal, text)))) return;
    setText((now) => (now === text ? null : now));
  };
  return (
    <div>
      <LineField
        label={i18n.t('meeting.rivals.label')}
        value={text ?? kept}
        placeholder={i18n.t('meeting.rivals.hint')}
        onType={setText}
        onLeave={() => void keep()}
      />
      <SavedMark deal={deal} of={RIVALS_KEY} again={() => void keep()} text={text ?? undefined} />
    </div>
  );
}
