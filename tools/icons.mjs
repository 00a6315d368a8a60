/**
 * Draws the icons: a bold first line above two lighter ones, as a lede stands above its story; grey for "off here".
 * Written as PNG with nothing but zlib, so that they come out the same on every machine. Usage: node tools/icons.mjs
 */
import { writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";

/** Rounded boxes on a field of 128 units: x, y, width, height, radius, colour; later ones lie above earlier ones. */
const MARK = [
  [4, 4, 120, 120, 28, "paper"],
  [24, 30, 80, 22, 6, "lede"],
  [24, 66, 80, 11, 5.5, "line"],
  [24, 89, 52, 11, 5.5, "line"],
];
/** At 16 pixels thin lines would blur: every edge lies on a whole pixel (8 units). */
const SMALL = [
  [0, 0, 128, 128, 28, "paper"],
  [24, 24, 80, 32, 6, "lede"],
  [24, 72, 80, 8, 0, "line"],
  [24, 96, 48, 8, 0, "line"],
];
const COLOURS = {
  "": { paper: [163, 64, 44], lede: [255, 253, 250], line: [243, 205, 190] },
  "-off": { paper: [138, 134, 129], lede: [255, 255, 255], line: [214, 211, 207] },
};
const FINE = 8;

/** How deep a point lies in a rounded box: inside or not. */
function inside([x, y, width, height, radius], px, py) {
  const dx = Math.max(x + radius - px, px - (x + width - radius), 0);
  const dy = Math.max(y + radius - py, py - (y + height - radius), 0);
  return px >= x && px <= x + width && py >= y && py <= y + height && dx * dx + dy * dy <= radius * radius + 1e-9;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function png(size, colours) {
  const boxes = size <= 16 ? SMALL : MARK;
  const rows = [];
  for (let y = 0; y < size; y += 1) {
    const row = Buffer.alloc(1 + size * 4);
    for (let x = 0; x < size; x += 1) {
      const sum = [0, 0, 0];
      let covered = 0;
      for (let i = 0; i < FINE * FINE; i += 1) {
        const px = ((x + ((i % FINE) + 0.5) / FINE) * 128) / size;
        const py = ((y + (Math.floor(i / FINE) + 0.5) / FINE) * 128) / size;
        const box = boxes.findLast((candidate) => inside(candidate, px, py));
        if (!box) continue;
        covered += 1;
        colours[box[5]].forEach((part, at) => (sum[at] += part));
      }
      const at = 1 + x * 4;
      sum.forEach((part, channel) => (row[at + channel] = covered ? Math.round(part / covered) : 0));
      row[at + 3] = Math.round((covered / (FINE * FINE)) * 255);
    }
    rows.push(row);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

for (const [kind, colours] of Object.entries(COLOURS)) {
  for (const size of [16, 32, 48, 128]) writeFileSync(new URL(`../extension/icons/lede${kind}-${size}.png`, import.meta.url), png(size, colours));
}
