// The icons, drawn on a grid of 16 with one stroke. They are decoration: what shows
// one alone has a name of its own.
const paths = {
  more: "M3 8h.01M8 8h.01M13 8h.01",
  close: "M4 4l8 8M12 4l-8 8",
  check: "M3 8.5l3.5 3.5L13 5",
  down: "M4 6l4 4 4-4",
  up: "M4 10l4-4 4 4",
  right: "M6 4l4 4-4 4",
  left: "M10 4L6 8l4 4",
  copy: "M5.5 5.5h7v7h-7zM10.5 3.5v-1h-8v8h1",
  filter: "M2 3.5h12l-4.5 5.2V13l-3-1.4V8.7z",
  exclude: "M8 14A6 6 0 108 2a6 6 0 000 12zM3.8 3.8l8.4 8.4",
  open: "M9 3h4v4M13 3L7.5 8.5M11 9.5V13H3V5h3.5",
  graph: "M4 4m-1.8 0a1.8 1.8 0 103.6 0 1.8 1.8 0 10-3.6 0M12 6m-1.8 0a1.8 1.8 0 103.6 0 1.8 1.8 0 10-3.6 0M6 12m-1.8 0a1.8 1.8 0 103.6 0 1.8 1.8 0 10-3.6 0M5.7 4.6l4.6 1M4.6 5.7l.9 4.6M11 7.5l-3.6 3.4",
  rule: "M3 2.5h10v11H3zM5.5 5.5h5M5.5 8h5M5.5 10.5h2.5",
  pin: "M6 2.5h4l-.5 4 2.5 2.5H4l2.5-2.5zM8 9v4.5",
  table: "M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M6.5 3v10",
  chart: "M2.5 13.5h11M3 11l3.5-4 3 2.5L13.5 4",
  columns: "M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10",
  download: "M8 2.5v7.5M4.8 7L8 10.2 11.2 7M3 13h10",
  code: "M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5",
  terminal: "M2.5 3h11v10h-11zM5 6l2 2-2 2M8.5 10.5H11",
  info: "M8 14A6 6 0 108 2a6 6 0 000 12zM8 7.5v3.5M8 5h.01",
  warning: "M8 2.5l6 11H2zM8 6.5v3.5M8 12h.01",
  gap: "M2 8h3M11 8h3M6.5 5v6M9.5 5v6",
  critical: "M5.2 2h5.6L14 5.2v5.6L10.8 14H5.2L2 10.8V5.2zM8 5v4M8 11.2h.01",
  high: "M8 2.5l6 11H2zM8 6.5v3.5M8 12h.01",
  medium: "M8 2l6 6-6 6-6-6zM8 5.5v3M8 10.6h.01",
  low: "M8 14A6 6 0 108 2a6 6 0 000 12zM8 5v5M5.8 8L8 10.2 10.2 8",
  search: "M7 12A5 5 0 107 2a5 5 0 000 10zM10.8 10.8L14 14",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  edit: "M3 13l.6-3L10.5 3 13 5.5 6 12.4z",
  trash: "M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.5 8.5h6l.5-8.5",
  bell: "M4 11.5V7a4 4 0 018 0v4.5l1 1H3zM6.8 14h2.4",
  mute: "M4.5 11.5V7a3.5 3.5 0 015.4-3M12 8v3.5l1 1H5.5M2.5 2.5l11 11",
  clock: "M8 14A6 6 0 108 2a6 6 0 000 12zM8 4.8V8l2.2 1.6",
  play: "M5 3l8 5-8 5z",
  pause: "M5.5 3.5v9M10.5 3.5v9",
  refresh: "M13 8a5 5 0 11-1.6-3.7M13 2.5v3h-3",
  link: "M6.8 9.2l2.4-2.4M7.5 4.8l1-1a2.8 2.8 0 014 4l-1 1M8.5 11.2l-1 1a2.8 2.8 0 01-4-4l1-1",
  globe: "M8 14A6 6 0 108 2a6 6 0 000 12zM2 8h12M8 2c-4 4-4 8 0 12M8 2c4 4 4 8 0 12",
  shield: "M8 2l5 2v4c0 3-2 5-5 6-3-1-5-3-5-6V4z",
  upload: "M8 10.5V3M4.8 6L8 2.8 11.2 6M3 13h10",
  history: "M3 8a5 5 0 105-5C6 3 4.5 4 3.5 5.5M3 2.5v3h3M8 5.5V8l2 1.3",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16, className }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "more" ? 2.2 : 1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      focusable={false}
    >
      <path d={paths[name]} />
    </svg>
  );
}
