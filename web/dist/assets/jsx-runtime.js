import { t as __commonJSMin } from "./rolldown-runtime.js";
// node_modules/react/cjs/react-jsx-runtime.production.js
var require_react_jsx_runtime_production = __commonJSMin(((exports) => {
	var REACT_ELEMENT_TYPE = Symbol.for("react.transitional.element"), REACT_FRAGMENT_TYPE = Symbol.for("react.fragment");
	function jsxProd(type, config, maybeKey) {
		var key = null;
		if (maybeKey !== void 0 && (key = "" + maybeKey), config.key !== void 0 && (key = "" + config.key), "key" in config) for (var propName in maybeKey = {}, config) propName !== "key" && (maybeKey[propName] = config[propName]);
		else maybeKey = config;
		return config = maybeKey.ref, {
			$$typeof: REACT_ELEMENT_TYPE,
			type,
			key,
			ref: config === void 0 ? null : config,
			props: maybeKey
		};
	}
	exports.Fragment = REACT_FRAGMENT_TYPE, exports.jsx = jsxProd, exports.jsxs = jsxProd;
})), require_jsx_runtime = __commonJSMin(((exports, module) => {
	module.exports = require_react_jsx_runtime_production();
}));
export { require_jsx_runtime as t };
