'use strict';

/*
 * The calls of the page. What an answer says of the contact: 'ok', 'away' (no answer), 'signed-out', 'other' (somebody
 * else is signed in) or 'closed' (may not write).
 */
class VisitServer {
  static #limit = 20000;
  #address;
  #scope;

  constructor(address, scope) {
    this.#address = address;
    this.#scope = scope;
  }

  /* Whether the page is still this person's. */
  async ask() {
    const answer = await VisitServer.#call(location.pathname, { method: 'HEAD' });
    const contact = VisitServer.#contact(answer);
    return contact === 'ok' && answer.headers.get('Oversight-Outbox') !== this.#scope ? 'other' : contact;
  }

  /* A repeat of the same attempt is written once: its key tells. */
  async judge(row, attempt) {
    const answer = await VisitServer.#call(this.#address, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'If-Match': `"v${attempt.seen}"`,
        'Idempotency-Key': attempt.key,
      },
      body: JSON.stringify(VisitRow.bodyOf(row, attempt.values)),
    });
    const contact = VisitServer.#contact(answer);
    return { contact, status: answer?.status, told: contact === 'ok' ? await answer.json() : null };
  }

  static async #call(address, options) {
    try {
      return await fetch(address,
        { ...options, cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(VisitServer.#limit) });
    } catch {
      // The network is away; fetch tells of it in no other way.
      return null;
    }
  }

  static #contact(answer) {
    if (answer === null || answer.status >= 500 || answer.status === 429)
      return 'away';
    if (answer.type === 'opaqueredirect' || answer.status === 401)
      return 'signed-out';
    return [204, 403, 404].includes(answer.status) ? 'closed' : 'ok';
  }
}
