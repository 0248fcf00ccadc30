const box = document.getElementById("filter");
const rows = [...document.querySelectorAll("tbody tr")];
const texts = rows.map((row) => row.textContent.toLowerCase());
box.addEventListener("input", () => {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  rows.forEach((row, at) => { row.hidden = !words.every((word) => texts[at].includes(word)); });
});
