import { useState } from 'react';
import { Button, Input, Label, Text, TextField } from 'react-aria-components';
import { i18n } from '#i18n';
import { type Outcome, runsAnyway, type Site, siteOf, turnOn } from '../../../lib/state/site-access';
import { CrmPick } from '../../sites/CrmPick';

/** Turning a site on by its address, where the toolbar icon is out of reach. */
export function TurnOn({ onDone }: { onDone: (outcome: Outcome, origin: string) => void }) {
  const [text, setText] = useState('');
  const [crm, setCrm] = useState<Site['crm'] | null>(null);
  const [flaw, setFlaw] = useState<'notAddress' | 'builtIn' | null>(null);
  const site = siteOf(text);
  const chosen = crm ?? site?.likely ?? 'taught';
  const send = async () => {
    if (!site || runsAnyway(site)) return setFlaw(site ? 'builtIn' : 'notAddress');
    setFlaw(null);
    const outcome = await turnOn(site.origin, chosen);
    if (outcome === 'done') setText('');
    onDone(outcome, site.origin);
  };
  return (
    <form
      className="turn-on"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField value={text} onChange={setText} isInvalid={flaw !== null} className="field">
        <Label className="label">{i18n.t('sites.on.address')}</Label>
        <Input className="input" inputMode="url" spellCheck={false} autoComplete="off" />
        <Text slot="description" className="small quiet">
          {i18n.t('sites.on.addressHint')}
        </Text>
      </TextField>
      {!site?.builtIn && <CrmPick value={chosen} onChange={setCrm} />}
      <Button className="button first" type="submit">
        {i18n.t('sites.on.turnOn')}
      </Button>
      {flaw && (
        <p role="alert" className="note">
          {i18n.t(`sites.on.${flaw}`)}
        </p>
      )}
    </form>
  );
}
