import { api, LightningElement } from 'lwc';

/** Ours, with the base combobox's markup: that one asks for what synthetic shadow does not have, and stays empty. */
export default class RecordPicklist extends LightningElement {
  @api field;
  open = false;

  get expanded() {
    return String(this.open);
  }

  toggle() {
    this.open = !this.open;
  }

  choose(event) {
    this.open = false;
    const detail = { api: this.field.api, text: event.currentTarget.dataset.value };
    this.dispatchEvent(new CustomEvent('hostdraft', { bubbles: true, composed: true, detail }));
  }
}
