// Puts the web site together in dist/www, with nothing in it that comes from elsewhere: node tools/site.mjs TRY_FOLDER
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { licences } from "./licences.mjs";

const [code = ""] = process.argv.slice(2);
const folder = join("dist", "www");
rmSync(folder, { recursive: true, force: true });
cpSync("www", folder, { recursive: true });
mkdirSync(join(folder, "try"));
for (const file of ["try.js", "try_bg.wasm"]) cpSync(join(code, file), join(folder, "try", file));
cpSync(join("extension", "pages.css"), join(folder, "pages.css"));
writeFileSync(join(folder, "licences.txt"), licences("demo"));
