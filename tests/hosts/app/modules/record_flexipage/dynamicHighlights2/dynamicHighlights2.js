import { api, LightningElement } from 'lwc';

export default class DynamicHighlights2 extends LightningElement {
  @api page;
}
