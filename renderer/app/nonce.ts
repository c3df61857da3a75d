import { setNonce } from 'get-nonce';

/** The nonce main wrote into this page; styles without it are not let in. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

setNonce(nonce);
