import { api, LightningElement } from 'lwc';

export default class RecordLayoutItem extends LightningElement {
  @api field;
  @api editing;

  /** Lightning reflects the label, in the user's language, to an attribute of the host. */
  renderedCallback() {
    this.setAttribute('field-label', this.field.label);
  }

  edit() {
    this.dispatchEvent(new CustomEvent('hostedit', { bubbles: true, composed: true }));
  }
}
