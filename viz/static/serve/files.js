// Files that are dropped or chosen, sent one after the other.

import { byId } from "../common/dom.js";
import { data, say } from "./data.js";
import { tellNews } from "./parts.js";
import { lost, refused, send } from "./server.js";
import { refresh } from "./state.js";

/**
 * Whether a file of a folder may be a document, and none of the hidden files that systems put there.
 * @param {File} file
 */
const mayBeRead = (file) => /\.[a-z]{1,6}$/i.test(file.name) && !/^(\.|~\$)|^(desktop\.ini|thumbs\.db)$/i.test(file.name);

/**
 * The files of what was dropped, those in folders too.
 * @param {FileSystemEntry} entry
 * @returns {Promise<File[]>}
 */
const filesOf = (entry) => {
  if (entry.isFile) return new Promise((done) => /** @type {FileSystemFileEntry} */ (entry).file((file) => done([file]), () => done([])));
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  /** @type {() => Promise<FileSystemEntry[]>} */
  const some = () => new Promise((done) => reader.readEntries(done, () => done([])));
  /**
   * A reader gives a hundred at a time.
   * @param {FileSystemEntry[]} before
   * @returns {Promise<FileSystemEntry[]>}
   */
  const all = (before) => some().then((more) => (more.length ? all(before.concat(more)) : before));
  return all([]).then((entries) => Promise.all(entries.map(filesOf))).then((lists) => lists.reduce((one, other) => one.concat(other), []).filter(mayBeRead));
};

/**
 * @param {DataTransfer} transfer
 * @returns {Promise<File[]>}
 */
const droppedFiles = (transfer) => {
  /** @type {FileSystemEntry[]} */
  const entries = [];
  for (const item of Array.from(transfer.items || [])) {
    const entry = item.webkitGetAsEntry ? item.webkitGetAsEntry() : null;
    if (entry) entries.push(entry);
  }
  if (!entries.length) return Promise.resolve(Array.from(transfer.files));
  return Promise.all(entries.map(filesOf)).then((lists) => lists.reduce((one, other) => one.concat(other), []));
};

/**
 * @param {File} file
 * @param {string} purpose
 * @returns {Promise<void>}
 */
const sendFile = (file, purpose) => {
  if (file.size > data.megabytes * 1e6) {
    tellNews(file.name + " " + say("too_large", { megabytes: data.megabytes }), true);
    return Promise.resolve();
  }
  return send("PUT", "/files?for=" + purpose + "&name=" + encodeURIComponent(file.name), file, "application/octet-stream")
    .then((answer) => (answer.ok ? answer.json() : refused(answer)))
    .catch((error) => { if (!lost) tellNews(file.name + " " + error.message, true); })
    .then(refresh);
};

/**
 * @param {File[]} files
 * @param {string} purpose
 */
const sendFiles = (files, purpose) => {
  if (!files.length) tellNews(say("nothing_dropped"), true);
  files.reduce((before, file) => before.then(() => sendFile(file, purpose)), Promise.resolve());
};

/**
 * @param {string} name
 * @param {string} purpose
 */
export const dropZone = (name, purpose) => {
  const zone = byId("drop-" + name);
  const input = /** @type {HTMLInputElement} */ (byId("pick-" + name));
  input.addEventListener("change", () => {
    sendFiles(Array.from(input.files || []), purpose);
    input.value = "";
  });
  for (const kind of ["dragenter", "dragover"]) {
    zone.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer) droppedFiles(event.dataTransfer).then((files) => sendFiles(files, purpose));
  });
};
// A file that misses the box must not be opened in the place of the page.
for (const kind of ["dragover", "drop"]) window.addEventListener(kind, (event) => event.preventDefault());
