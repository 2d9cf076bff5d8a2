import { lazy } from "react";
import { Icon } from "./Icon";
import { Opens } from "./Opens";
import { useZone } from "./zone";
import css from "./RangePicker.module.css";

const ZoneForm = lazy(() => import("./ZoneForm"));

/** ZonePicker is the one control of the time zone. */
export function ZonePicker() {
  const zone = useZone();
  const offset = zone.offset(new Date()) / 60;
  const sign = offset < 0 ? "-" : "+";
  const abs = Math.abs(offset);
  const told = zone.zone === "UTC" ? "UTC" : `UTC${sign}${Math.floor(abs / 60)}${abs % 60 ? ":" + String(abs % 60).padStart(2, "0") : ""}`;
  return (
    <Opens form={ZoneForm} className={css.zone} title={`Times are in ${zone.zone}`}>
      <Icon name="zone" size={16} />
      <span>{told}</span>
    </Opens>
  );
}
