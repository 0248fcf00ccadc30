// What the server does now, asked again and again while it does something. Parts of the page listen.

import { byId } from "../common/dom.js";
import { data, say } from "./data.js";
import { tellNews } from "./parts.js";
import { ask, tellError } from "./server.js";

/** @typedef {{ title: string | null, number: string | null, region: string | null, issued: string | null, draft: boolean }} ReadPlan */
/** @typedef {{ plans: ReadPlan[], counts: Record<string, number>, unread: string[] }} Report */
/** @typedef {{ id: string, name: string, purpose: string, state: string, said: string[], region: string | null, report: Report | null }} DroppedFile */
/** @typedef {{ file: string, added: number, known: number, problems: number, refused: boolean }} TakenFile */
/** @typedef {{ summary: string, files: TakenFile[], problems: string[], disagreements: string[], missing: { agency: string, tasks: number }[], blank: number }} Returned */
/** @typedef {{ title: string, done: number, total: number, about: string }} Job */
/** @typedef {{ files: DroppedFile[], job: Job | null, waiting: number, changes: number, news: { id: number, text: string, bad: boolean }[], returned: Returned | null }} Now */
/** @typedef {{ id: string, title: string | null, region: string | null, number: string | null, issued: string | null, source: string | null, tasks: number, owned_tasks: number, targets: number }} HeldPlan */

/** @type {Now} */
export let now = { files: [], job: null, waiting: 0, changes: 0, news: [], returned: null };
/** @type {HeldPlan[]} The plans of the store. */
export let held = [];
/** @type {(() => void)[]} */
export const listeners = [];
let timer = 0;
// What this window has told stays told when somebody comes back from the explorer.
const SEEN = "seen-" + data.run;
let seenNews = Number(sessionStorage.getItem(SEEN));
let seenChanges = -1;
let stopped = false;

export const busy = () => Boolean(now.job || now.waiting);
export const stopAsking = () => {
  stopped = true;
  clearTimeout(timer);
};

const showWork = () => {
  const box = byId("work");
  const job = now.job;
  const parts = [];
  if (job) parts.push(say(job.about ? "working_on" : "working", { title: job.title, done: Math.min(job.done + 1, job.total), total: job.total, about: job.about }));
  if (now.waiting) parts.push(say("queued", { count: now.waiting }));
  const text = parts.join("\u3000");
  if (box.textContent !== text) box.textContent = text;
  box.hidden = !text;
};

/** @returns {Promise<void>} */
export const refresh = () => {
  clearTimeout(timer);
  if (stopped) return Promise.resolve();
  return ask("GET", "/now").then((found) => {
    now = found;
    for (const each of now.news) {
      if (each.id > seenNews) tellNews(each.text, each.bad);
      seenNews = Math.max(seenNews, each.id);
    }
    sessionStorage.setItem(SEEN, String(seenNews));
    if (now.changes === seenChanges) return null;
    seenChanges = now.changes;
    return ask("GET", "/plans").then((plans) => { held = plans; });
  }).then(() => {
    for (const each of listeners) each();
    showWork();
  }).catch(tellError).then(() => {
    clearTimeout(timer);
    // At rest now and then: another window may have loaded something.
    if (!stopped) timer = window.setTimeout(refresh, busy() ? 400 : 5000);
  });
};
