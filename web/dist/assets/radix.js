export { s as Dialog, o as DropdownMenu, a as Popover } from "./lib-radix.js";
