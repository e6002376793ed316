import { api, LightningElement } from 'lwc';
import { drawAuraPath } from '../../../shell/aura-path.js';

/** Aura components inside a Lightning page are plain elements in a wrapper. */
export default class AuraWrapper extends LightningElement {
  @api page;

  renderedCallback() {
    drawAuraPath(this.template.querySelector('.aura-wrapper'), this.page, (detail) => {
      this.dispatchEvent(new CustomEvent('hoststage', { bubbles: true, composed: true, detail }));
    });
  }
}
