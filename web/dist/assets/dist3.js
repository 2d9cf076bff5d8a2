import { a as __toESM, n as require_react } from "./jsx-runtime.js";
import { r as useLayoutEffect2 } from "./dist.js";
// node_modules/@radix-ui/react-use-size/dist/index.mjs
var import_react = __toESM(require_react(), 1), __defProp = Object.defineProperty, __name = (target, value) => __defProp(target, "name", {
	value,
	configurable: !0
});
function useSize(element) {
	let [size, setSize] = import_react.useState(void 0);
	return useLayoutEffect2(() => {
		if (element) {
			setSize({
				width: element.offsetWidth,
				height: element.offsetHeight
			});
			let rAF = 0, resizeObserver = new ResizeObserver((entries) => {
				if (!Array.isArray(entries) || !entries.length) return;
				let entry = entries[0];
				window.cancelAnimationFrame(rAF), rAF = window.requestAnimationFrame(() => {
					let width, height;
					if ("borderBoxSize" in entry) {
						let borderSizeEntry = entry.borderBoxSize, borderSize = Array.isArray(borderSizeEntry) ? borderSizeEntry[0] : borderSizeEntry;
						width = borderSize.inlineSize, height = borderSize.blockSize;
					} else width = element.offsetWidth, height = element.offsetHeight;
					setSize({
						width,
						height
					});
				});
			});
			return resizeObserver.observe(element, { box: "border-box" }), () => {
				window.cancelAnimationFrame(rAF), resizeObserver.unobserve(element);
			};
		}
		setSize(void 0);
	}, [element]), size;
}
__name(useSize, "useSize");
export { useSize as t };
