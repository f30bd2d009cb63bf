// Validates ninjs documents against IPTC's schemas: node ninjs.mjs SCHEMA [REFERENCED-SCHEMA…] -- DOCUMENT…
// The schemas are not part of this repository (github.com/iptc/newsinjson has them). Says what is wrong, a line each, and ends with 1 where anything is.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const json = (file) => JSON.parse(readFileSync(file, "utf8"));
const dashes = process.argv.indexOf("--");
const [schema, ...referenced] = process.argv.slice(2, dashes).map(json);
const Ajv = require(schema.$schema.includes("2020-12") ? "ajv/dist/2020" : "ajv").default;
// Formats need a package of their own; the moments are checked by our tests.
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
for (const other of referenced) ajv.addSchema({ ...other, $schema: undefined }, "https://geojson.org/schema/GeoJSON.json");
const validate = ajv.compile(schema);
for (const document of process.argv.slice(dashes + 1)) {
  if (!validate(json(document))) {
    process.exitCode = 1;
    for (const error of validate.errors) console.log(`${document}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
  }
}
