import { api, LightningElement } from 'lwc';

export default class LwcHighlightsPanel extends LightningElement {
  @api page;
}
