import { useState } from 'react';
import { Button, Input, Label, Text, TextField } from 'react-aria-components';
import { i18n } from '#i18n';
import { chooseAddress, dealAt, type Teaching, typeAddress } from '../../lib/state/teaching';
import { Pick } from '../Pick';
import { crmName } from '../sites/words';

interface TeachAddressProps {
  now: Teaching;
  site: NonNullable<Teaching['site']>;
  url: URL;
}

/** Which part of the address tells deals apart: proposed, shown on the address itself, and typed over by who knows better. */
export function TeachAddress({ now, site, url }: TeachAddressProps) {
  const [typing, setTyping] = useState(false);
  const { address, proposals } = now;
  const isDeal = dealAt(now) !== null;
  return (
    <section aria-labelledby="teach-which">
      <h2 id="teach-which">{i18n.t('sites.teach.which')}</h2>
      {site.known && <p className="quiet">{i18n.t('sites.teach.known', [crmName(site.crm)])}</p>}
      {!isDeal && <p className="note">{i18n.t(address || site.known ? 'sites.teach.notDeal' : 'sites.teach.noId')}</p>}
      {!site.known && address && (
        <>
          <p>{i18n.t('sites.teach.address')}</p>
          <p className="address">
            <Pattern host={url.host} pattern={address.pattern} />
          </p>
          {proposals.length > 1 && (
            <Pick
              label={i18n.t('sites.teach.part')}
              labelled
              options={proposals.map((one) => ({ id: one.id, text: one.id, more: one.address.pattern }))}
              value={proposals.find((one) => one.address.pattern === address.pattern)?.id ?? null}
              placeholder={address.pattern}
              onChange={chooseAddress}
            />
          )}
        </>
      )}
      {!site.known && !typing && (
        <Button className="plain" onPress={() => setTyping(true)}>
          {i18n.t('sites.teach.change')}
        </Button>
      )}
      {typing && <Typed kept={address?.pattern ?? url.pathname} onDone={() => setTyping(false)} />}
    </section>
  );
}

/** A pattern with the id's place as a person sees it. */
export function Pattern({ host, pattern }: { host: string; pattern: string }) {
  const [before = '', after = ''] = pattern.split('{id}');
  return (
    <bdi>
      {host}
      {before}
      <mark>…</mark>
      {after}
    </bdi>
  );
}

function Typed({ kept, onDone }: { kept: string; onDone: () => void }) {
  const [text, setText] = useState(kept);
  const [bad, setBad] = useState(false);
  const use = () => {
    const isGood = typeAddress(text);
    setBad(!isGood);
    if (isGood) onDone();
  };
  return (
    <form
      className="typed"
      onSubmit={(event) => {
        event.preventDefault();
        use();
      }}
    >
      <TextField value={text} onChange={setText} isInvalid={bad} autoFocus className="field">
        <Label className="label">{i18n.t('sites.teach.pattern')}</Label>
        <Input className="input" spellCheck={false} autoComplete="off" />
        <Text slot="description" className="small quiet">
          {i18n.t('sites.teach.patternHint', ['{id}'])}
        </Text>
      </TextField>
      {bad && (
        <p role="alert" className="note stop">
          {i18n.t('sites.teach.badPattern', ['{id}'])}
        </p>
      )}
      <div className="ways">
        <Button className="button" type="submit">
          {i18n.t('sites.teach.use')}
        </Button>
        <Button className="plain" onPress={onDone}>
          {i18n.t('words.cancel')}
        </Button>
      </div>
    </form>
  );
}
