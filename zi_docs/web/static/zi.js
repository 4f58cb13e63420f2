// What makes the pages better where scripts run: news, progress, dropped files, pictures in place.
// Without it everything works by links and forms.

const news = document.getElementById("kabar");
const bar = document.getElementById("kerja");

function show(parts) {
  news.replaceChildren(...parts);
  news.hidden = false;
}

function paragraph(text) {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}

function listOf(texts) {
  const list = document.createElement("ul");
  for (const text of texts) {
    const item = document.createElement("li");
    item.textContent = text;
    list.append(item);
  }
  return list;
}

function link(text, target) {
  const element = document.createElement("a");
  element.href = target;
  element.textContent = text;
  const around = document.createElement("p");
  around.append(element);
  return around;
}

// A page that somebody is filling in, or that answers a form, is not taken away; another is fetched
// anew in place.
function toBeLeft() {
  return document.querySelector("form[data-terisi]") !== null || "kiriman" in document.body.dataset;
}

async function refresh() {
  if (toBeLeft()) return false;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return false;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const focused = document.activeElement?.id;
  const opened = [...document.querySelectorAll("details[open][id]")].map((each) => each.id);
  const incoming = fresh.getElementById("isi");
  for (const child of [...document.getElementById("isi").children]) {
    if (child !== news && child !== bar) child.remove();
  }
  for (const child of [...incoming.children]) {
    if (child.id !== "kabar" && child.id !== "kerja") document.getElementById("isi").append(child);
  }
  document.title = fresh.title;
  for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
  if (focused) document.getElementById(focused)?.focus();
  improve();
  return true;
}

function saved(data) {
  const parts = [paragraph(data.words)];
  if (data.changes.length) parts.push(paragraph("Yang berubah:"), listOf(data.changes));
  if (data.papers.length) parts.push(paragraph("Akan dibuat ulang:"), listOf(data.papers));
  refresh().then((done) => {
    if (!done && !("kiriman" in document.body.dataset)) {
      parts.push(link("Muat ulang halaman ini", location.href));
    }
    show(parts);
  });
}

let jobRan = bar !== null && !bar.hidden;

function progressed(job) {
  if (job.running) {
    bar.hidden = false;
    bar.querySelector("[data-kerja=judul]").textContent = job.title;
    bar.querySelector("[data-kerja=rinci]").textContent = job.detail;
    const progress = bar.querySelector("progress");
    progress.max = job.total || 1;
    if (job.total) progress.value = job.done;
    else progress.removeAttribute("value");
    jobRan = true;
    return;
  }
  bar.hidden = true;
  if (!jobRan) return;
  jobRan = false;
  const result = `/naskah/kerja/${job.number}`;
  if (location.pathname === result || location.pathname.startsWith("/naskah")) {
    if (!toBeLeft()) location.assign(result);
    return;
  }
  show([paragraph(`${job.title}: ${job.state}.`), link("Lihat hasilnya", result)]);
}

function listen() {
  const source = new EventSource("/peristiwa");
  source.addEventListener("simpan", (event) => saved(JSON.parse(event.data)));
  source.addEventListener("kerja", (event) => progressed(JSON.parse(event.data)));
  addEventListener("pagehide", () => source.close());
}

// A file dropped on a place is put into its field; the form says what was chosen, and is sent by hand.
function acceptDrops(place) {
  const field = place.querySelector("input[type=file]");
  const chosen = place.querySelector("[data-terpilih]");
  const tell = () => {
    const names = [...field.files].map((file) => file.name);
    if (chosen) chosen.textContent = names.length ? `Terpilih: ${names.join(", ")}` : "";
  };
  for (const name of ["dragenter", "dragover"]) {
    place.addEventListener(name, (event) => {
      event.preventDefault();
      place.classList.add("letak-di-atas");
    });
  }
  for (const name of ["dragleave", "drop"]) {
    place.addEventListener(name, () => place.classList.remove("letak-di-atas"));
  }
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  field.addEventListener("change", tell);
}

// Ticks that one box sets for a whole list.
function tickAll(box) {
  const boxes = () => box.closest("[data-kelompok]").querySelectorAll("input[type=checkbox]");
  box.addEventListener("change", () => {
    for (const each of boxes()) each.checked = box.checked;
  });
}

// Pages as pictures: shown beside the list instead of on a page of their own.
function preview(anchor) {
  anchor.addEventListener("click", async (event) => {
    const frame = document.getElementById("pratinjau");
    if (!frame || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const answer = await fetch(anchor.href);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const shown = fresh.getElementById("pratinjau") ?? fresh.getElementById("isi");
    frame.replaceChildren(...shown.children);
    frame.hidden = false;
    frame.focus();
  });
}

// A link to something within a closed part opens it.
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const part = target?.closest("details");
  if (part) {
    part.open = true;
    part.scrollIntoView();
  }
}

function improve() {
  for (const place of document.querySelectorAll(".letak:not([data-siap])")) {
    place.dataset.siap = "";
    acceptDrops(place);
  }
  for (const box of document.querySelectorAll("[data-semua]:not([data-siap])")) {
    box.dataset.siap = "";
    box.hidden = false;
    tickAll(box);
  }
  for (const anchor of document.querySelectorAll("a[data-pratinjau]:not([data-siap])")) {
    anchor.dataset.siap = "";
    preview(anchor);
  }
  for (const form of document.querySelectorAll("main form:not([data-siap])")) {
    form.dataset.siap = "";
    form.addEventListener("input", () => (form.dataset.terisi = ""));
    form.addEventListener("submit", () => delete form.dataset.terisi);
  }
}

addEventListener("hashchange", openTarget);
improve();
openTarget();
listen();
