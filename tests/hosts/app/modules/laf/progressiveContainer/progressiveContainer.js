import { LightningElement } from 'lwc';

export default class ProgressiveContainer extends LightningElement {}
