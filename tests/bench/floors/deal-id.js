/** The floors' whole knowledge of addresses: the id of the opportunity shown, or `''`. */
globalThis.dealId = () => /\/r\/Opportunity\/(\w{18})\//.exec(location.pathname)?.[1] ?? '';
