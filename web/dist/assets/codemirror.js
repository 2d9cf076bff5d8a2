import { F as tags, L as EditorView, x as HighlightStyle } from "./lib-codemirror.js";
var root = new Proxy(document, {
	get(target, name) {
		if (name === "head") return;
		let v = Reflect.get(target, name, target);
		return typeof v == "function" ? v.bind(target) : v;
	},
	set: (target, name, value) => Reflect.set(target, name, value, target)
});
function follower(first) {
	let sent = [first];
	return {
		typed: (text) => void sent.push(text),
		outside: (value) => {
			let at = sent.lastIndexOf(value);
			sent = at < 0 ? [value] : sent.slice(at);
			return at < 0;
		}
	};
}
var theme = EditorView.theme({
	"&": {
		color: "var(--text)",
		background: "transparent",
		fontSize: "13px"
	},
	"&.cm-focused": { outline: "none" },
	".cm-content": {
		caretColor: "var(--text)",
		fontFamily: "var(--mono)",
		padding: "6px 0"
	},
	".cm-cursor, .cm-dropCursor": {
		borderLeftColor: "var(--text)",
		borderLeftWidth: "1.5px"
	},
	".cm-scroller": {
		fontFamily: "var(--mono)",
		lineHeight: "20px"
	},
	"&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "var(--accent-soft)" },
	".cm-gutters": {
		background: "transparent",
		border: "0",
		color: "var(--text-faint)",
		fontVariantNumeric: "tabular-nums"
	},
	".cm-activeLine": { background: "transparent" },
	"&.cm-focused .cm-activeLine": { background: "color-mix(in srgb, var(--accent-soft) 35%, transparent)" },
	".cm-activeLineGutter": {
		background: "transparent",
		color: "var(--text)"
	},
	".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
		background: "var(--accent-soft)",
		outline: "1px solid var(--accent)"
	},
	".cm-placeholder": { color: "var(--text-faint)" },
	".cm-lintRange-error": {
		backgroundImage: "none",
		textDecoration: "underline wavy var(--high)",
		textUnderlineOffset: "3px"
	},
	".cm-lintRange-warning": {
		backgroundImage: "none",
		textDecoration: "underline wavy var(--medium)",
		textUnderlineOffset: "3px"
	},
	".cm-tooltip": {
		border: "1px solid var(--line)",
		borderRadius: "var(--radius)",
		background: "var(--raised)",
		color: "var(--text)",
		boxShadow: "var(--shadow)",
		zIndex: "58",
		overflow: "hidden"
	},
	".cm-tooltip-autocomplete.cm-tooltip-below": { marginTop: "5px" },
	".cm-tooltip.cm-tooltip-autocomplete > ul": {
		fontFamily: "var(--font)",
		fontSize: "13px",
		maxHeight: "320px",
		padding: "4px",
		minWidth: "260px",
		maxWidth: "min(620px, 90vw)"
	},
	".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
		display: "flex",
		alignItems: "baseline",
		gap: "14px",
		padding: "3px 8px",
		borderRadius: "var(--radius-small)",
		lineHeight: "20px"
	},
	".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
		background: "var(--accent-soft)",
		color: "var(--accent-text)"
	},
	".cm-tooltip.cm-tooltip-autocomplete > ul > completion-section": {
		padding: "6px 8px 2px",
		border: "0",
		color: "var(--text-soft)",
		fontSize: "11px",
		opacity: "1"
	},
	".cm-completionLabel": {
		flex: "none",
		maxWidth: "360px",
		overflow: "hidden",
		textOverflow: "ellipsis",
		fontFamily: "var(--mono)"
	},
	".cm-completionMatchedText": {
		textDecoration: "none",
		fontWeight: "700"
	},
	".cm-completionDetail": {
		flex: "1",
		overflow: "hidden",
		textOverflow: "ellipsis",
		margin: "0",
		color: "var(--text-soft)",
		fontStyle: "normal",
		fontSize: "12px",
		textAlign: "right",
		fontVariantNumeric: "tabular-nums"
	},
	".cm-tooltip-lint": { padding: "2px" },
	".cm-diagnostic": {
		padding: "5px 9px",
		borderLeftWidth: "3px",
		fontFamily: "var(--font)",
		fontSize: "12px"
	},
	".cm-diagnostic-error": { borderLeftColor: "var(--high)" },
	".cm-diagnostic-warning": { borderLeftColor: "var(--medium)" }
});
var colours = HighlightStyle.define([
	{
		tag: [
			tags.keyword,
			tags.operatorKeyword,
			tags.definitionKeyword
		],
		color: "var(--series-3)",
		fontWeight: "600"
	},
	{
		tag: [tags.string, tags.special(tags.string)],
		color: "var(--series-4)"
	},
	{
		tag: [
			tags.number,
			tags.bool,
			tags.null,
			tags.atom
		],
		color: "var(--series-2)"
	},
	{
		tag: [
			tags.comment,
			tags.lineComment,
			tags.blockComment
		],
		color: "var(--text-faint)",
		fontStyle: "italic"
	},
	{
		tag: [
			tags.propertyName,
			tags.definition(tags.propertyName),
			tags.typeName
		],
		color: "var(--series-1)"
	},
	{
		tag: [tags.function(tags.variableName), tags.standard(tags.name)],
		color: "var(--accent-text)"
	},
	{
		tag: [
			tags.punctuation,
			tags.separator,
			tags.bracket
		],
		color: "var(--text-soft)"
	},
	{
		tag: tags.invalid,
		color: "var(--high)"
	}
]);
export { theme as i, follower as n, root as r, colours as t };
