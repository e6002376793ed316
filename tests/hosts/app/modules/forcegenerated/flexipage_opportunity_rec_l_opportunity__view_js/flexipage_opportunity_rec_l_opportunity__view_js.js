import { api, LightningElement } from 'lwc';

export default class FlexipageOpportunity extends LightningElement {
  @api page;
}
