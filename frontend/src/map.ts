/** One map: land and graticule from our own files, one or more places as labelled points. */
import { Map as LandMap, Marker, NavigationControl, ScaleControl, setWorkerUrl, type StyleSpecification } from "maplibre-gl";

interface Place {
  latitude: number;
  longitude: number;
  label: string;
  precision?: string;
}

export function drawMap(canvas: HTMLElement): void {
  const places = placesOf(canvas);
  const first = places[0];
  if (!first || !canvas.dataset.worker || !canvas.dataset.land) return;
  setWorkerUrl(new URL(canvas.dataset.worker, document.baseURI).href);
  const container = canvas.appendChild(document.createElement("div"));
  const map = new LandMap({
    container,
    style: styleOf(canvas, canvas.dataset.land),
    center: [first.longitude, first.latitude],
    zoom: Number(canvas.dataset.zoom ?? 5),
    maxZoom: 9,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    cooperativeGestures: false,
    scrollZoom: false,
    locale: { "NavigationControl.ZoomIn": canvas.dataset.zoomIn ?? "", "NavigationControl.ZoomOut": canvas.dataset.zoomOut ?? "", "Map.Title": canvas.dataset.title ?? "" },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
  places.forEach((place) => new Marker({ element: pin(place) }).setLngLat([place.longitude, place.latitude]).addTo(map));
  if (places.length > 1) frame(map, places);
  map.once("load", () => canvas.classList.add("is-live"));
  recolour(canvas, map);
}

function placesOf(canvas: HTMLElement): Place[] {
  const listed = document.getElementById(canvas.dataset.places ?? "")?.textContent;
  if (listed) return JSON.parse(listed) as Place[];
  const { lat, lng, label, precision } = canvas.dataset;
  return lat && lng ? [{ latitude: Number(lat), longitude: Number(lng), label: label ?? "", precision }] : [];
}

function pin({ label, precision }: Place): HTMLElement {
  const element = document.createElement("div");
  element.className = precision && precision !== "exact" ? "map-pin broad" : "map-pin";
  const dot = Object.assign(document.createElement("span"), { className: "dot" });
  element.append(dot, Object.assign(document.createElement("span"), { className: "name", textContent: label }));
  return element;
}

function frame(map: LandMap, places: Place[]): void {
  const longitudes = places.map((place) => place.longitude);
  const latitudes = places.map((place) => place.latitude);
  map.fitBounds(
    [[Math.min(...longitudes), Math.min(...latitudes)], [Math.max(...longitudes), Math.max(...latitudes)]],
    { padding: 48, maxZoom: 7, animate: false },
  );
}

function styleOf(canvas: HTMLElement, land: string): StyleSpecification {
  const { sea, ground, shore, grid } = colours(canvas);
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: new URL(land, document.baseURI).href },
      grid: { type: "geojson", data: graticule() },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": sea } },
      { id: "grid", type: "line", source: "grid", paint: { "line-color": grid, "line-width": 0.6 } },
      { id: "ground", type: "fill", source: "land", paint: { "fill-color": ground } },
      { id: "shore", type: "line", source: "land", paint: { "line-color": shore, "line-width": 0.8 } },
    ],
  };
}

/** The palette as the map needs it: resolved colours of this element, light or dark. */
function colours(canvas: HTMLElement): Record<"sea" | "ground" | "shore" | "grid", string> {
  const probe = document.createElement("i");
  canvas.append(probe);
  const resolve = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const found = { sea: resolve("--sunken"), ground: resolve("--surface"), shore: resolve("--line-strong"), grid: resolve("--line") };
  probe.remove();
  return found;
}

function recolour(canvas: HTMLElement, map: LandMap): void {
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    const { sea, ground, shore, grid } = colours(canvas);
    map.setPaintProperty("sea", "background-color", sea);
    map.setPaintProperty("ground", "fill-color", ground);
    map.setPaintProperty("shore", "line-color", shore);
    map.setPaintProperty("grid", "line-color", grid);
  });
}

/** Meridians and parallels every five degrees. */
function graticule(): GeoJSON.Feature<GeoJSON.MultiLineString> {
  const coordinates: [number, number][][] = [];
  for (let longitude = -180; longitude <= 180; longitude += 5) coordinates.push([[longitude, -85], [longitude, 85]]);
  for (let latitude = -85; latitude <= 85; latitude += 5) coordinates.push(Array.from({ length: 73 }, (_, step) => [step * 5 - 180, latitude]));
  return { type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates } };
}
