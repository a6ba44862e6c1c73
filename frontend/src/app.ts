/** What every page loads: htmx, and the small islands that wake up where a page has their marks. */
import "./requests";
import { wake } from "./islands";
import { startCombobox } from "./combobox";
import { startConfirmations } from "./confirm";
import { startDialogs } from "./dialogs";
import { startDropzones } from "./dropzone";
import { startFills } from "./fill";
import { startForms } from "./forms";
import { startKeys } from "./keys";
import { startMaps } from "./maps";
import { startMenus } from "./menus";
import { startPalette } from "./palette";
import { startRows } from "./rows";
import { startWeights } from "./weights";

document.documentElement.classList.add("js");

wake([startDropzones, startWeights, startFills, startForms, startMaps, startCombobox]);
startMenus();
startDialogs();
startConfirmations();
startPalette();
startRows();
startKeys();
