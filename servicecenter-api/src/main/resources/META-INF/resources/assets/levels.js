// Names the module below the pointer in the level strip, and leads to it.
let columns = null;
let fetched = 0;

// Names are fetched once somebody points, and again after a while: states change.
async function read(strip) {
  if (columns && Date.now() - fetched < 3000) return columns;
  fetched = Date.now();
  const answer = await fetch(strip.dataset.strip, { headers: { Accept: "application/json" } });
  if (answer.ok) columns = (await answer.json()).levels;
  return columns;
}

function cellAt(strip, levels, event) {
  const box = strip.getBoundingClientRect();
  const cell = Number(strip.dataset.cell);
  const rows = Number(strip.dataset.rows);
  const gap = Number(strip.dataset.gap);
  let x = event.clientX - box.left;
  const row = Math.floor((event.clientY - box.top) / cell);
  for (const level of levels) {
    const width = cell * Math.ceil(level.modules.length / rows);
    if (x < width) {
      const found = level.modules[Math.floor(x / cell) * rows + row];
      return found && { ...found, level: level.number };
    }
    x -= width + gap;
    if (x < 0) return null;
  }
  return null;
}

async function point(event) {
  const strip = event.target.closest?.("[data-strip]");
  if (!strip) return null;
  const levels = await read(strip);
  return levels && { strip, cell: cellAt(strip, levels, event) };
}

document.addEventListener("pointermove", async (event) => {
  const at = await point(event);
  const caption = document.querySelector("[data-pointed]");
  if (!at || !caption) return;
  caption.textContent = at.cell ? `${at.cell.module}: ${at.cell.state}, level ${at.cell.level}` : "";
});

document.addEventListener("click", async (event) => {
  const at = await point(event);
  if (at?.cell) location.href = at.strip.dataset.modules + encodeURIComponent(at.cell.module);
});
