import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { i18n } from '#i18n';
import type { Shared } from '../../lib/domain/meeting';
import { instant } from '../format';
import { Sign } from '../Marks';

/** What left, when and which way, in the words in which it left. */
export function SharedBefore({ shared }: { shared: readonly Shared[] }) {
  if (shared.length === 0) return null;
  return (
    <Disclosure className="fold">
      <Heading level={3}>
        <Button slot="trigger" className="plain">
          <Sign of="right" />
          {i18n.t('meeting.share.list')}
        </Button>
      </Heading>
      <DisclosurePanel>
        <ol className="shared">
          {shared.toReversed().map(({ at, what, way, text }) => (
            <li key={at}>
              <p className="small quiet">
                {[i18n.t(`meeting.share.was.${what}`), i18n.t(`meeting.share.way.${way}`), instant(at)].join(' · ')}
              </p>
              <p className="as-sent">
                <bdi>{text}</bdi>
              </p>
            </li>
          ))}
        </ol>
      </DisclosurePanel>
    </Disclosure>
  );
}
