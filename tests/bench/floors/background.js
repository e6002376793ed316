/** A service worker that only registers, as every extension of the bench has one. */
chrome.runtime.onInstalled.addListener(() => {});
