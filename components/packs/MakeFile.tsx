import { useEffect, useState } from 'react';
import { Button, FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components';
import { i18n } from '#i18n';
import { MAX_NAME } from '../../lib/domain/person-name';
import { SHORTEST } from '../../lib/state/lock';
import { makeFile, myName, stopMaking, useMaking, type Wish } from '../../lib/state/packs';
import { PassphraseField } from '../lock/PassphraseField';
import { Share } from './Share';

interface MakeFileProps {
  wish: Wish;
  isReady: boolean;
  /** What they are probably called. */
  usual: string;
}

/** Who hands over, under which passphrase, and the file. */
export function MakeFile({ wish, isReady, usual }: MakeFileProps) {
  const making = useMaking();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    void myName().then((kept) => setName((typed) => typed || kept || usual));
  }, [usual]);
  const isShort = passphrase !== '' && [...passphrase].length < SHORTEST;
  const isNameless = name.trim() === '';
  const make = () => {
    setAsked(true);
    if (isReady && !isShort && !isNameless) void makeFile(wish, name, passphrase);
  };
  return (
    <Form
      className="packs-make"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <TextField
        className="field"
        value={name}
        onChange={setName}
        isInvalid={isAsked && isNameless}
        maxLength={MAX_NAME}
      >
        <Label className="label">{i18n.t('packs.name')}</Label>
        <Input className="input" dir="auto" autoComplete="name" />
        <Text slot="description" className="small quiet">
          {i18n.t('packs.nameHint')}
        </Text>
        <FieldError className="field-error">{i18n.t('packs.nameWanted')}</FieldError>
      </TextField>
      <PassphraseField
        isNew
        label={i18n.t('packs.passphrase')}
        hint={i18n.t('packs.passphraseHint')}
        value={passphrase}
        onChange={setPassphrase}
        wrong={isAsked && isShort ? i18n.t('packs.passphraseShort', [String(SHORTEST)]) : undefined}
      />
      {making.state === 'making' ? (
        <Share label={i18n.t('packs.saving')} far={making} onStop={stopMaking} />
      ) : (
        <Button className="button first" type="submit" isDisabled={!isReady}>
          {i18n.t(passphrase === '' ? 'packs.save' : 'packs.saveSealed')}
        </Button>
      )}
      <p role="status" className="outcome">
        {making.state === 'made' && i18n.t(making.sealed ? 'packs.savedSealed' : 'packs.saved', [making.name])}
      </p>
      {making.state === 'failed' && (
        <p role="alert" className="note stop">
          {i18n.t('packs.notSaved')} {i18n.t(`panel.trouble.${making.reason}`)}
        </p>
      )}
    </Form>
  );
}
