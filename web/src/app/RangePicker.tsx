import { lazy } from "react";
import { Icon } from "./Icon";
import { Opens } from "./Opens";
import { useRange } from "./range";
import { useShortcuts } from "./shortcuts";
import { useZone } from "./zone";
import css from "./RangePicker.module.css";

const RangeForm = lazy(() => import("./RangeForm"));

/** RangePicker is the control of the range: arrows that step, and what opens a list
 * and fields for any other. */
export function RangePicker() {
  const range = useRange();
  const zone = useZone();
  useShortcuts([
    { keys: "[", title: "Step the range back", group: "Range", run: () => range.shift(-1) },
    { keys: "]", title: "Step the range forward", group: "Range", run: () => range.shift(1) },
  ]);
  const exact = range.from !== undefined && range.to !== undefined ? `${zone.stamp(range.from)} to ${zone.stamp(range.to)}` : undefined;
  return (
    <div className={css.range} role="group" aria-label="Time range">
      <button type="button" onClick={() => range.shift(-1)} title="Step back ([)" aria-label="Step the range back">
        <Icon name="left" size={16} />
      </button>
      <Opens form={RangeForm} className={css.label} title={exact}>
        <Icon name="clock" size={16} />
        <span>{range.label}</span>
        <Icon name="down" size={14} />
      </Opens>
      <button type="button" onClick={() => range.shift(1)} title="Step forward (])" aria-label="Step the range forward">
        <Icon name="right" size={16} />
      </button>
    </div>
  );
}
