/** The land of the world as one small GeoJSON, from world-atlas (Natural Earth, public domain). */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { merge } from "topojson-client";

/** Land only: no boundary between countries is drawn, so the map makes no claim about any. */
export async function buildBasemap(here) {
  const file = join(here, "node_modules/world-atlas/countries-50m.json");
  const world = JSON.parse(await readFile(file, "utf8"));
  const land = merge(world, world.objects.countries.geometries);
  return JSON.stringify({ type: "Feature", properties: {}, geometry: { ...land, coordinates: rounded(land.coordinates) } });
}

/** Coordinates to a hundredth of a degree, about a kilometre: what the source holds. */
function rounded(value) {
  return typeof value === "number" ? Math.round(value * 100) / 100 : value.map(rounded);
}
