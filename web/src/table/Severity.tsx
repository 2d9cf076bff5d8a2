export { Severity } from "./Badge";
