import { n as require_react, r as __commonJSMin } from "./jsx-runtime.js";
// node_modules/react-dom/cjs/react-dom.production.js
var require_react_dom_production = __commonJSMin(((exports) => {
	var React = require_react();
	function formatProdErrorMessage(code) {
		var url = "https://react.dev/errors/" + code;
		if (1 < arguments.length) {
			url += "?args[]=" + encodeURIComponent(arguments[1]);
			for (var i = 2; i < arguments.length; i++) url += "&args[]=" + encodeURIComponent(arguments[i]);
		}
		return "Minified React error #" + code + "; visit " + url + " for the full message or use the non-minified dev environment for full errors and additional helpful warnings.";
	}
	function noop() {}
	var Internals = {
		d: {
			f: noop,
			r: function() {
				throw Error(formatProdErrorMessage(522));
			},
			D: noop,
			C: noop,
			L: noop,
			m: noop,
			X: noop,
			S: noop,
			M: noop
		},
		p: 0,
		findDOMNode: null
	}, REACT_PORTAL_TYPE = Symbol.for("react.portal"), REACT_RECOVERABLE_TYPE = Symbol.for("react.recoverable"), REACT_OPTIMISTIC_KEY = Symbol.for("react.optimistic_key");
	function createPortal$1(children, containerInfo, implementation) {
		var key = 3 < arguments.length && arguments[3] !== void 0 ? arguments[3] : null;
		return {
			$$typeof: REACT_PORTAL_TYPE,
			key: key == null ? null : key === REACT_OPTIMISTIC_KEY ? REACT_OPTIMISTIC_KEY : "" + key,
			children,
			containerInfo,
			implementation
		};
	}
	var ReactSharedInternals = React.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE;
	function getCrossOriginStringAs(as, input) {
		if (as === "font") return "";
		if (typeof input == "string") return input === "use-credentials" ? input : "";
	}
	exports.__DOM_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE = Internals, exports.browser = function(reason) {
		return {
			$$typeof: REACT_RECOVERABLE_TYPE,
			_reason: reason
		};
	}, exports.createPortal = function(children, container) {
		var key = 2 < arguments.length && arguments[2] !== void 0 ? arguments[2] : null;
		if (!container || container.nodeType !== 1 && container.nodeType !== 9 && container.nodeType !== 11) throw Error(formatProdErrorMessage(299));
		return createPortal$1(children, container, null, key);
	}, exports.flushSync = function(fn) {
		var previousTransition = ReactSharedInternals.T, previousUpdatePriority = Internals.p;
		try {
			if (ReactSharedInternals.T = null, Internals.p = 2, fn) return fn();
		} finally {
			ReactSharedInternals.T = previousTransition, Internals.p = previousUpdatePriority, Internals.d.f();
		}
	}, exports.preconnect = function(href, options) {
		typeof href == "string" && (options ? (options = options.crossOrigin, options = typeof options == "string" ? options === "use-credentials" ? options : "" : void 0) : options = null, Internals.d.C(href, options));
	}, exports.prefetchDNS = function(href) {
		typeof href == "string" && Internals.d.D(href);
	}, exports.preinit = function(href, options) {
		if (typeof href == "string" && options && typeof options.as == "string") {
			var as = options.as, crossOrigin = getCrossOriginStringAs(as, options.crossOrigin), integrity = typeof options.integrity == "string" ? options.integrity : void 0, fetchPriority = typeof options.fetchPriority == "string" ? options.fetchPriority : void 0;
			as === "style" ? Internals.d.S(href, typeof options.precedence == "string" ? options.precedence : void 0, {
				crossOrigin,
				integrity,
				fetchPriority
			}) : as === "script" && Internals.d.X(href, {
				crossOrigin,
				integrity,
				fetchPriority,
				nonce: typeof options.nonce == "string" ? options.nonce : void 0
			});
		}
	}, exports.preinitModule = function(href, options) {
		if (typeof href == "string") {
			if (typeof options == "object" && options) {
				if (options.as == null || options.as === "script") {
					var crossOrigin = getCrossOriginStringAs(options.as, options.crossOrigin);
					Internals.d.M(href, {
						crossOrigin,
						integrity: typeof options.integrity == "string" ? options.integrity : void 0,
						nonce: typeof options.nonce == "string" ? options.nonce : void 0,
						fetchPriority: typeof options.fetchPriority == "string" ? options.fetchPriority : void 0
					});
				}
			} else options ?? Internals.d.M(href);
		}
	}, exports.preload = function(href, options) {
		if (typeof href == "string" && typeof options == "object" && options && typeof options.as == "string") {
			var as = options.as, crossOrigin = getCrossOriginStringAs(as, options.crossOrigin);
			Internals.d.L(href, as, {
				crossOrigin,
				integrity: typeof options.integrity == "string" ? options.integrity : void 0,
				nonce: typeof options.nonce == "string" ? options.nonce : void 0,
				type: typeof options.type == "string" ? options.type : void 0,
				fetchPriority: typeof options.fetchPriority == "string" ? options.fetchPriority : void 0,
				referrerPolicy: typeof options.referrerPolicy == "string" ? options.referrerPolicy : void 0,
				imageSrcSet: typeof options.imageSrcSet == "string" ? options.imageSrcSet : void 0,
				imageSizes: typeof options.imageSizes == "string" ? options.imageSizes : void 0,
				media: typeof options.media == "string" ? options.media : void 0
			});
		}
	}, exports.preloadModule = function(href, options) {
		if (typeof href == "string") {
			if (options) {
				var crossOrigin = getCrossOriginStringAs(options.as, options.crossOrigin);
				Internals.d.m(href, {
					as: typeof options.as == "string" && options.as !== "script" ? options.as : void 0,
					crossOrigin,
					integrity: typeof options.integrity == "string" ? options.integrity : void 0,
					nonce: typeof options.nonce == "string" ? options.nonce : void 0,
					fetchPriority: typeof options.fetchPriority == "string" ? options.fetchPriority : void 0
				});
			} else Internals.d.m(href);
		}
	}, exports.requestFormReset = function(form) {
		Internals.d.r(form);
	}, exports.unstable_batchedUpdates = function(fn, a) {
		return fn(a);
	}, exports.useFormState = function(action, initialState, permalink) {
		return ReactSharedInternals.H.useFormState(action, initialState, permalink);
	}, exports.useFormStatus = function() {
		return ReactSharedInternals.H.useHostTransitionStatus();
	}, exports.version = "19.3.1";
})), require_react_dom = __commonJSMin(((exports, module) => {
	function checkDCE() {
		if (typeof __REACT_DEVTOOLS_GLOBAL_HOOK__ < "u" && typeof __REACT_DEVTOOLS_GLOBAL_HOOK__.checkDCE == "function") try {
			__REACT_DEVTOOLS_GLOBAL_HOOK__.checkDCE(checkDCE);
		} catch (err) {
			console.error(err);
		}
	}
	checkDCE(), module.exports = require_react_dom_production();
}));
export { require_react_dom as t };
