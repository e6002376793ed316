import { Component, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { Message } from './Message';

/** Read at the start; after an update of the extension there are no more words to be had. */
const WORDS = {
  title: i18n.t('panel.trouble.crashed'),
  hint: i18n.t('panel.trouble.crashedHint'),
  retry: i18n.t('words.retry'),
};

/** Says so when a screen cannot be drawn, and offers to draw it again; what was saved is not touched by it. */
export class Fallible extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <main>
        <Message alarming title={WORDS.title} hint={WORDS.hint}>
          <Button className="button first" onPress={() => this.setState({ failed: false })}>
            {WORDS.retry}
          </Button>
        </Message>
      </main>
    );
  }
}
